package suggest

import (
	"bytes"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// Known are the actors of a project, as texts are read with them.
type Known struct {
	actors    map[store.ID]store.Name
	byName    map[string][]store.ID // by names and aliases, folded
	bySurname map[string][]store.ID // persons by the last words of their names, folded
	states    []store.ID
}

// Know makes ready to read texts in which these actors may be named. They are kept, and not to be changed after.
func Know(actors map[store.ID]store.Name) *Known {
	k := &Known{actors: actors, byName: make(map[string][]store.ID, len(actors)), bySurname: map[string][]store.ID{}}
	for id, a := range actors {
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			fold := withoutThe(text.Fold(name))
			k.byName[fold] = append(k.byName[fold], id)
		}
		if at := strings.LastIndexByte(a.Name, ' '); at >= 0 && a.Kind == kindPerson {
			surname := text.Fold(a.Name[at+1:])
			k.bySurname[surname] = append(k.bySurname[surname], id)
		}
		if a.Kind == kindState {
			k.states = append(k.states, id)
		}
	}
	slices.SortFunc(k.states, func(a, b store.ID) int { return bytes.Compare(a[:], b[:]) })
	return k
}

func withoutThe(fold string) string { return strings.TrimPrefix(fold, "the ") }

// Text is the text of an article, which is read for those whom it names.
type Text struct {
	*Known

	Body     *text.Body
	Mentions []Mentioned // those whom annotations name already
}

// Mentioned is a place where an annotation names an actor.
type Mentioned struct {
	Span  text.Span
	Actor store.ID
}

// Party is somebody whom a text names or describes.
type Party struct {
	Actor store.ID        // whom of the project that is; none: nobody yet, or nobody knows
	Name  string          // the actor's, or the one that a new actor would have; "" when only a description is known: “an official”
	Kind  store.ActorKind // of the actor; of a new one what the words tell, "" when they do not
	Words string          // what the text calls them there
	Span  text.Span       // where
}

// IsZero reports whether this is nobody.
func (p Party) IsZero() bool { return p.Name == "" && p.Words == "" }

const (
	kindPerson       = store.ActorPerson
	kindOrganisation = store.ActorOrganisation
	kindState        = store.ActorState
	kindGroup        = store.ActorGroup
)

// called is the actor whom a name is of: one with that name or alias; else the one person with that surname. ok is false if
// nobody is called so, or several are.
func (k *Known) called(name string) (found Party, ok bool) {
	fold := withoutThe(text.Fold(name))
	ids := k.byName[fold]
	if len(ids) == 0 {
		ids = k.bySurname[fold]
	}
	if len(ids) == 0 || slices.ContainsFunc(ids, func(id store.ID) bool { return id != ids[0] }) {
		return Party{}, false
	}
	return k.known(ids[0]), true
}

// known is an actor of the project.
func (k *Known) known(id store.ID) Party {
	a := k.actors[id]
	return Party{Actor: id, Name: a.Name, Kind: a.Kind}
}

// mentionedAt is the actor whom an annotation names at the end of a stretch of text.
func (t Text) mentionedAt(s text.Span) (Party, bool) {
	var at Mentioned
	for _, m := range t.Mentions {
		if s.Start <= m.Span.Start && m.Span.End <= s.End && m.Span.End >= at.Span.End && m.Span.Len() > 0 {
			at = m
		}
	}
	if _, known := t.actors[at.Actor]; !known {
		return Party{}, false
	}
	p := t.known(at.Actor)
	p.Span = at.Span
	return p, true
}
