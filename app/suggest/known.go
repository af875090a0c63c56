package suggest

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"standpoint/app/suggest/tagger"
	"standpoint/store"
	"standpoint/store/text"
)

// Known are the actors of a project, as texts are read with them.
type Known struct {
	actors    map[store.ID]store.Name
	byName    map[string][]store.ID // by names and aliases, folded
	bySurname map[string][]store.ID // persons by the last words of their names, folded
	states    []store.ID
	alike
	names nameIndex
}

// Know makes ready to read texts in which these actors may be named. They are kept, and not to be changed after.
func Know(actors map[store.ID]store.Name) *Known {
	k := &Known{byName: make(map[string][]store.ID, len(actors)), bySurname: map[string][]store.ID{}, alike: newAlike(), names: newNameIndex()}
	k.Renew(actors)
	return k
}

// Renew takes over what became of the actors: only those that differ are looked at anew.
func (k *Known) Renew(actors map[store.ID]store.Name) {
	for id, before := range k.actors {
		if now, there := actors[id]; !there || !sameName(before, now) {
			k.forget(before, id)
		}
	}
	for id, now := range actors {
		if before, there := k.actors[id]; !there || !sameName(before, now) {
			k.learn(now, id)
		}
	}
	k.actors = actors
	slices.SortFunc(k.states, func(a, b store.ID) int { return bytes.Compare(a[:], b[:]) })
}

// hide has nobody know some actors until unhide.
func (k *Known) hide(names []store.Name) {
	for _, n := range names {
		k.forget(n, n.ID)
	}
}

func (k *Known) unhide(names []store.Name) {
	for _, n := range names {
		k.learn(n, n.ID)
	}
	slices.SortFunc(k.states, func(a, b store.ID) int { return bytes.Compare(a[:], b[:]) })
}

func sameName(a, b store.Name) bool {
	return a.Name == b.Name && a.Kind == b.Kind && slices.Equal(a.Aliases, b.Aliases)
}

func (k *Known) learn(a store.Name, id store.ID) {
	for _, fold := range foldedNames(a) {
		k.byName[fold] = append(k.byName[fold], id)
	}
	if surname, ok := surnameOf(a); ok {
		k.bySurname[surname] = append(k.bySurname[surname], id)
	}
	k.each(a, func(by map[string][]store.ID, key string) { by[key] = append(by[key], id) })
	k.names.learn(a, id)
	if a.Kind == kindState {
		k.states = append(k.states, id)
	}
}

func (k *Known) forget(a store.Name, id store.ID) {
	isThis := func(other store.ID) bool { return other == id }
	from := func(by map[string][]store.ID, fold string) {
		if by[fold] = slices.DeleteFunc(by[fold], isThis); len(by[fold]) == 0 {
			delete(by, fold)
		}
	}
	for _, fold := range foldedNames(a) {
		from(k.byName, fold)
	}
	if surname, ok := surnameOf(a); ok {
		from(k.bySurname, surname)
	}
	k.each(a, from)
	k.names.forget(a, id)
	k.states = slices.DeleteFunc(k.states, isThis)
}

// foldedNames are the name and the aliases of an actor, as they are looked for.
func foldedNames(a store.Name) []string {
	all := []string{withoutThe(text.Fold(a.Name))}
	for _, alias := range a.Aliases {
		all = append(all, withoutThe(text.Fold(alias)))
	}
	return all
}

// surnameOf is the last word of a person's name; ok is false for others, and for a name of one word.
func surnameOf(a store.Name) (surname string, ok bool) {
	at := strings.LastIndexByte(a.Name, ' ')
	if at < 0 || a.Kind != kindPerson {
		return "", false
	}
	return text.Fold(a.Name[at+1:]), true
}

func withoutThe(fold string) string { return strings.TrimPrefix(fold, "the ") }

// Text is the text of an article, which is read for those whom it names.
type Text struct {
	*Known

	Body     *text.Body
	Mentions []Mentioned // those whom annotations name already
	Rest     func()      // called now and then while the text is read, and may hold that up; nil: nothing does

	recorded recordedNames // what mentions in other articles call actors; nil: nothing is learnt
	full     fullNames     // nil: not read yet
	english  judgement     // whether it is in English
}

// Mentioned is a place where an annotation names an actor.
type Mentioned struct {
	Span  text.Span
	Actor store.ID
}

// farthestNear is how many code points before and after some words may tell whom they name.
const farthestNear = 20_000

// Near returns the text around some words, as far as it may tell of them, and where that begins: it and the mentions in it are all that is
// read to guess, however long the text is.
func (t Text) Near(s text.Span) (near Text, start int) {
	near = Text{Known: t.Known}
	near.Body, start = t.Body.Around(s, farthestNear)
	if near.Body == t.Body {
		return t, 0
	}
	for _, m := range t.Mentions {
		if m.Span = m.Span.Moved(-start); m.Span.Start >= 0 && m.Span.End <= near.Body.Len() {
			near.Mentions = append(near.Mentions, m)
		}
	}
	return near, start
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

// IsSame reports whether two parties are the same actor: of the project, or by name; what is only described is nobody's.
func (p Party) IsSame(q Party) bool {
	return p.Actor == q.Actor && (p.Actor != (store.ID{}) || p.Name != "" && p.Name == q.Name)
}

// NewKind is of what kind a new actor would be; "" of one that the project has.
func (p Party) NewKind() store.ActorKind {
	if p.Actor != (store.ID{}) {
		return ""
	}
	return cmp.Or(p.Kind, kindPerson)
}

// Label is what somebody is called for people to read: by name, else by the words of the article.
func (p Party) Label() string { return cmp.Or(p.Name, p.Words) }

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

// IsShared reports whether several actors are called so: nobody can tell who is meant.
func (k *Known) IsShared(name string) bool {
	ids := k.byName[withoutThe(text.Fold(name))]
	return slices.ContainsFunc(ids, func(id store.ID) bool { return id != ids[0] })
}

// called is the actor whom a name of the text is of, but for a surname that the text has in full of somebody else.
func (t Text) called(name string) (found Party, ok bool) {
	if found, ok = t.Known.called(name); ok && t.isOfAnother(withoutThe(text.Fold(name)), found.Actor) {
		return Party{}, false
	}
	return found, ok
}

// isOfAnother reports whether the text has a surname with first names of which none is an actor's: “Kessel” of “Anna Kessel”, when it
// tells of “Odo Kessel” alone.
func (t Text) isOfAnother(surname string, actor store.ID) bool {
	all := t.full[surname]
	return len(all) > 0 && !slices.ContainsFunc(all, func(full []word) bool { return !t.isAnothers(full, actor) })
}

// isAnothers reports whether a name in full is not one of an actor's.
func (t Text) isAnothers(full []word, actor store.ID) bool {
	if len(full) < 2 || !isFirstName(full[0]) && (!t.isEnglish() || tagger.IsCommon(full[0].fold) || isNobody(full[0])) {
		return false
	}
	a := t.actors[actor]
	return !slices.ContainsFunc(append([]string{a.Name}, a.Aliases...), func(name string) bool {
		own := wordsIn(name)
		return len(own) > 1 && slices.ContainsFunc(own[:len(own)-1], func(w word) bool { return firstNamesAgree(w, full[0]) })
	})
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
