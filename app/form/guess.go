package form

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"standpoint/app/names"
	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/text"
)

// The fields in which a guess may stand, as keys of what is guessed in a form. Those of a position have its number after them.
const (
	GuessActor       = "actor"
	GuessSpeakers    = "speaker"
	GuessAddressees  = "addressee"
	GuessCarriers    = "carrier"
	GuessAct         = "act"
	GuessCue         = "cue"
	guessOfHolders   = "holder %d"
	guessOfStance    = "stance %d"
	GuessAffiliation = "affiliation"
)

// GuessHolders is the field of the holders of the position with that number.
func GuessHolders(n int) string { return fmt.Sprintf(guessOfHolders, n) }

// GuessStance is the field of the stance of the position with that number.
func GuessStance(n int) string { return fmt.Sprintf(guessOfStance, n) }

// IsGuessed reports whether what stands in a field was only guessed: nobody has touched it.
func (f Form) IsGuessed(field string) bool { return f.Guessed[field] }

// Touch notes that somebody set a field: what stands there is no guess any more.
func (f *Form) Touch(field string) { delete(f.Guessed, field) }

// Guess fills a new form with what the text tells of its words, and notes in which fields. lately is the kind of the actor who was made
// last, for a new one of whom nothing tells a kind. What is filled in already stays.
func (f *Form) Guess(t suggest.Text, lately store.ActorKind) {
	if len(f.Spans) == 0 {
		return
	}
	near, start := t.Near(f.Spans[0])
	g := guesser{form: f, text: near, at: f.Spans[0].Moved(-start), start: start, lately: cmp.Or(lately, store.ActorPerson)}
	switch f.Kind {
	case store.KindMention:
		g.mention()
	case store.KindStatement:
		g.statement()
	case store.KindPosition:
		g.position()
	}
}

// guesser fills in what can be guessed.
type guesser struct {
	form   *Form
	text   suggest.Text // what is near
	at     text.Span    // of the form, in that
	start  int          // of that, in the body
	lately store.ActorKind
}

func (g guesser) note(field string) { g.form.guess(field) }

// guess notes that what stands in a field is only guessed.
func (f *Form) guess(field string) {
	if f.Guessed == nil {
		f.Guessed = map[string]bool{}
	}
	f.Guessed[field] = true
}

// mention guesses whom the words name: an actor of the project, or a new one.
func (g guesser) mention() {
	if !g.form.Actor.IsZero() {
		return
	}
	found := PartyAt(g.text, g.at, g.lately)
	if found.Words {
		return
	}
	g.form.Actor = found
	g.note(GuessActor)
	if found.New != "" {
		g.affiliation(g.text.Introduced(g.at))
	}
}

// affiliation guesses in whose service a new actor is. A role that is nobody's says nothing.
func (g guesser) affiliation(in suggest.Introduction) {
	if in.Of.IsZero() || g.form.Actor.New == store.ActorState {
		return
	}
	if in.Of.Kind == "" {
		in.Of.Kind = g.text.KindAt(in.Of.Span)
	}
	if in.Of.Actor == (store.ID{}) && in.Of.Kind == "" {
		if !g.text.IsOwner(in.Of.Span) { // “Estmark” is not told by “Estmarkian Trade Minister”
			return
		}
		in.Of.Kind = store.ActorState // “Velia’s Odo Lenz”
	}
	g.form.Affiliation = Affiliation{Organisation: g.party(in.Of), Role: in.Role}
	g.note(GuessAffiliation)
}

// statement guesses who speaks, to whom and through whom, and where that is taken.
func (g guesser) statement() {
	said := g.text.Statement(g.at)
	g.parties(GuessSpeakers, &g.form.Speakers, said.Speakers)
	g.parties(GuessCarriers, &g.form.Carriers, said.Carriers)
	g.parties(GuessAddressees, &g.form.Addressees, said.Addressees)
	if said.Act != g.form.Act {
		g.form.Act = said.Act
		g.note(GuessAct)
	}
	if !said.Cue.Empty() && g.form.Cue == "" {
		g.form.SetCueAt(g.text.Body, said.Cue)
		g.form.CueAt = g.form.CueAt.Moved(g.start)
		g.note(GuessCue)
	}
	g.stand(said.Position)
}

// position guesses who stands where, and through whom that is told.
func (g guesser) position() {
	said := g.text.Statement(g.at)
	g.stand(g.text.Position(g.at))
	g.parties(GuessCarriers, &g.form.Carriers, said.Carriers)
}

func (g guesser) stand(p suggest.Position) {
	if len(g.form.Positions) == 0 {
		return
	}
	first := &g.form.Positions[0]
	g.parties(GuessHolders(0), &first.Holders, p.Holders)
	if first.Stance == "" && p.Stance != "" {
		first.Stance = p.Stance
		g.note(GuessStance(0))
	}
}

// parties fills a field for several with those who were found.
func (g guesser) parties(field string, list *[]names.Party, found []suggest.Party) {
	if len(*list) > 0 || len(found) == 0 {
		return
	}
	for _, p := range found {
		*list = append(*list, g.party(p))
	}
	g.note(field)
}

// PartyAt is whom some words of a text name, or describe: an actor of the project, else a new one of the kind that the text tells, or
// of that of the one who was made lately; where they are no name, only the words.
func PartyAt(t suggest.Text, s text.Span, lately store.ActorKind) names.Party {
	t, start := t.Near(s)
	s = s.Moved(-start)
	s = t.Body.Snap(t.Body.Trim(s))
	in := t.Introduced(s)
	meant, isMeant := in.Party, in.Actor != store.ID{}
	if !isMeant {
		meant, isMeant = t.Meant(s)
	}
	if !isMeant {
		meant, isMeant = t.Glossed(s)
	}
	switch {
	case isMeant:
		return names.Party{Actor: meant.Actor, Name: meant.Name}
	case t.IsNamed(s):
		return names.Party{Name: in.Name, New: cmp.Or(in.Kind, t.KindAt(s), lately, store.ActorPerson)}
	}
	return names.Party{Name: t.Body.Slice(s), Words: true}
}

// party is somebody who was found, as a form has them.
func (g guesser) party(p suggest.Party) names.Party {
	return partyOf(p, func() store.ActorKind { return g.text.KindAt(p.Span) })
}

// partyOf is somebody whom a text names or describes, as a form has them: who has no name has only words. kind is asked for that of a new
// actor of whom the party does not tell it.
func partyOf(p suggest.Party, kind func() store.ActorKind) names.Party {
	switch {
	case p.Actor != store.ID{}:
		return names.Party{Actor: p.Actor, Name: p.Name}
	case p.Name == "":
		return names.Party{Name: p.Words, Words: true}
	case p.Kind != "":
		return names.Party{Name: p.Name, New: p.Kind}
	}
	return names.Party{Name: p.Name, New: cmp.Or(kind(), store.ActorPerson)}
}

// withoutGuesses is the form as somebody filled it in, with nothing that was only guessed.
func (f Form) withoutGuesses() Form {
	f = f.Clone()
	for field, empty := range map[string]func(){
		GuessActor:       func() { f.Actor = names.Party{} },
		GuessSpeakers:    func() { f.Speakers = nil },
		GuessAddressees:  func() { f.Addressees = nil },
		GuessCarriers:    func() { f.Carriers = nil },
		GuessAct:         func() { f.Act = store.ActSays },
		GuessCue:         func() { f.Cue, f.CueAt = "", text.Span{} },
		GuessAffiliation: func() { f.Affiliation = Affiliation{} },
	} {
		if f.Guessed[field] {
			empty()
		}
	}
	for n := range f.Positions {
		if f.Guessed[GuessHolders(n)] {
			f.Positions[n].Holders = nil
		}
		if f.Guessed[GuessStance(n)] {
			f.Positions[n].Stance = ""
		}
	}
	f.Guessed = nil
	return f
}

// withoutIdleGuesses is the form without positions in which only guesses stand, and nothing that they are about: where somebody stands
// is recorded when somebody said so.
func (f Form) withoutIdleGuesses() Form {
	if f.Kind != store.KindStatement {
		return f
	}
	touched := f.withoutGuesses()
	f.Positions = slices.Clone(f.Positions)
	for n := range f.Positions {
		if touched.Positions[n].IsZero() {
			f.Positions[n] = Position{}
		}
	}
	return f
}

// IsEmpty reports whether nothing has been filled in that would be worth
// keeping as a draft. The words of a mention stand in its field from the start, and guesses are not what somebody filled in.
func (f Form) IsEmpty() bool {
	f = f.withoutGuesses()
	for field, typed := range f.Typed {
		if typed != f.Exact || field != FieldOfActor {
			return false
		}
	}
	for _, p := range f.Positions {
		if !p.IsZero() {
			return false
		}
	}
	return f.Actor.IsZero() && len(f.Speakers)+len(f.Addressees)+len(f.Carriers)+len(f.Tags) == 0 &&
		strings.TrimSpace(f.Cue+f.On+f.Translation+f.Note) == ""
}
