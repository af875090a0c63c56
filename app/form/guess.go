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
	GuessQuotation   = "quotation"
	GuessCue         = "cue"
	GuessOn          = "on"
	GuessStatement   = "statement"
	GuessAffiliation = "affiliation"

	guessOfHolders   = "holder %d"
	guessOfTarget    = "target %d"
	guessOfStance    = "stance %d"
	guessOfCondition = "condition %d"
)

// GuessHolders is the field of the holders of the position with that number.
func GuessHolders(n int) string { return fmt.Sprintf(guessOfHolders, n) }

// GuessTarget is the field of what the position with that number is on.
func GuessTarget(n int) string { return fmt.Sprintf(guessOfTarget, n) }

// GuessStance is the field of the stance of the position with that number.
func GuessStance(n int) string { return fmt.Sprintf(guessOfStance, n) }

// GuessCondition is the field of the condition of the position with that number.
func GuessCondition(n int) string { return fmt.Sprintf(guessOfCondition, n) }

// IsGuessed reports whether what stands in a field was only guessed: nobody has touched it.
func (f Form) IsGuessed(field string) bool { return f.Guessed[field] }

// Touch notes that somebody set a field: what stands there is no guess any more.
func (f *Form) Touch(field string) { delete(f.Guessed, field) }

// Knowledge is that of which a new form is filled.
type Knowledge struct {
	Text   suggest.Text
	Facts  suggest.Facts
	Found  suggest.Findings   // what was found in the article already; the zero value: nothing yet
	Saved  []store.Annotation // of the article
	Lately store.ActorKind    // of what kind the actor is who was made last, for a new one of whom nothing tells a kind
}

// Guess fills a new form with what the text tells of its words, and notes in which fields. What is filled in already stays.
func (f *Form) Guess(k Knowledge) {
	if len(f.Spans) == 0 {
		return
	}
	k.Lately = cmp.Or(k.Lately, store.ActorPerson)
	kind := func(s text.Span) store.ActorKind { return k.Text.KindAt(s) }
	g := guesser{filler{form: f, kind: kind, isShared: k.Text.Known.IsShared}, k}
	switch f.Kind {
	case store.KindMention:
		g.mention()
	case store.KindStatement:
		g.statement(g.around())
	case store.KindPosition:
		g.position(g.around())
	}
}

// guesser fills in what can be guessed of the words of a form.
type guesser struct {
	filler
	Knowledge
}

// around is what the text tells of the words of the form.
func (g guesser) around() suggest.Around {
	return g.Text.Around(g.Facts, g.form.Spans[0], g.Found)
}

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
	near, start := g.Text.Near(g.form.Spans[0])
	at := g.form.Spans[0].Moved(-start)
	found := PartyAt(near, at, g.Lately)
	if found.Words {
		return
	}
	g.form.Actor = found
	g.form.guess(GuessActor)
	if found.New != "" {
		g.affiliation(near, near.Introduced(at))
	}
}

// affiliation guesses in whose service a new actor is. A role that is nobody's says nothing.
func (g guesser) affiliation(near suggest.Text, in suggest.Introduction) {
	if in.Of.IsZero() || g.isOfSeveral(in.Of) || g.form.Actor.New == store.ActorState {
		return
	}
	if in.Of.Kind == "" {
		in.Of.Kind = near.KindAt(in.Of.Span)
	}
	if in.Of.Actor == (store.ID{}) && in.Of.Kind == "" {
		if !near.IsOwner(in.Of.Span) { // “Estmark” is not told by “Estmarkian Trade Minister”
			return
		}
		in.Of.Kind = store.ActorState // “Velia’s Odo Lenz”
	}
	g.form.Affiliation = Affiliation{Organisation: g.party(in.Of), Role: in.Role}
	g.form.guess(GuessAffiliation)
}

// statement guesses who speaks, how, when, to whom and through whom, and where that is taken. A holder who speaks himself is not named
// again.
func (g guesser) statement(told suggest.Around) {
	g.said(g.Text.Body, told.Said)
	if slices.EqualFunc(told.Stand.Holders, told.Said.Speakers, suggest.Party.IsSame) {
		told.Stand.Holders = nil
	}
	told.Stand.Target, told.Stand.Condition = suggest.Target{}, "" // what it is about is for somebody to say
	g.stand(told.Stand)
}

// position guesses who stands where on what, when, through whom that is told, and on which statement it rests: of that it has date and
// carriers. Without a verb of standing the speaker does.
func (g guesser) position(told suggest.Around) {
	if told.Stand.Verb.Empty() {
		told.Stand.Holders = told.Said.Speakers
	}
	g.stand(told.Stand)
	if rests := g.restsOn(); rests != (store.ID{}) {
		g.form.Statement = rests
		g.form.guess(GuessStatement)
		return
	}
	g.parties(GuessCarriers, &g.form.Carriers, told.Said.Carriers)
	if told.Stand.On.IsZero() {
		told.Stand.On = told.Said.On
	}
	g.on(told.Stand.On)
}

// restsOn is the recorded statement that has most words in common with the form: half of its own or of the form's at least.
func (g guesser) restsOn() (id store.ID) {
	best := 0.0
	for _, a := range g.Saved {
		if a.Kind != store.KindStatement || a.Anchor.Body != g.form.Body {
			continue
		}
		if share := suggest.Shared(g.form.Spans, a.Anchor.Spans()); share > best {
			best, id = share, a.ID
		}
	}
	return id
}

// filler fills a form with what was read. What is filled in already stays.
type filler struct {
	form *Form
	kind func(text.Span) store.ActorKind // that of a new actor of whom nothing else tells it
	// isShared reports whether several actors are called so: who is meant is left to whoever fills in the form.
	isShared func(name string) bool
}

// said fills in what was read of a statement.
func (g filler) said(body *text.Body, s suggest.Said) {
	f := g.form
	g.parties(GuessSpeakers, &f.Speakers, s.Speakers)
	g.parties(GuessCarriers, &f.Carriers, s.Carriers)
	g.parties(GuessAddressees, &f.Addressees, s.Addressees)
	if !s.Cue.Empty() && f.Cue == "" {
		f.SetCueAt(body, s.Cue)
		f.Act = s.Act
		f.guess(GuessCue)
		f.guess(GuessAct)
	}
	if f.IsGuessed(GuessQuotation) {
		f.Quotation = s.Quotation
	}
	g.on(s.On)
}

// on fills in when it was said.
func (g filler) on(m suggest.Moment) {
	if g.form.On == "" && !m.IsZero() {
		g.form.On = string(m.Date)
		g.form.guess(GuessOn)
	}
}

// stand fills in what was read of a position.
func (g filler) stand(s suggest.Stand) {
	if len(g.form.Positions) == 0 {
		return
	}
	first := &g.form.Positions[0]
	g.parties(GuessHolders(0), &first.Holders, s.Holders)
	if first.Stance == "" && s.Stance != "" {
		first.Stance = s.Stance
		g.form.guess(GuessStance(0))
	}
	if target := targetOf(s.Target); first.Target.Name == "" && target.Name != "" {
		first.Target = target
		g.form.guess(GuessTarget(0))
	}
	if first.Condition == "" && s.Condition != "" {
		first.Condition = s.Condition
		g.form.guess(GuessCondition(0))
	}
}

// targetOf is what a position is on, as a form has it: nothing, where only words tell it.
func targetOf(t suggest.Target) names.TargetPick {
	if t.Actor.Name != "" {
		return names.TargetPick{ID: t.Actor.Actor, Name: t.Actor.Name, IsActor: true, New: t.Actor.NewKind()}
	}
	return names.TargetPick{ID: t.Issue, Name: t.Name}
}

// parties fills a field for several with those who were found.
func (g filler) parties(field string, list *[]names.Party, found []suggest.Party) {
	if len(*list) > 0 {
		return
	}
	for _, p := range found {
		if !p.IsZero() && !g.isOfSeveral(p) {
			*list = append(*list, g.party(p))
			g.form.guess(field)
		}
	}
}

// isOfSeveral reports whether somebody is called as several actors of the project are.
func (g filler) isOfSeveral(p suggest.Party) bool {
	return p.Actor == (store.ID{}) && p.Name != "" && g.isShared(p.Name)
}

// party is somebody whom a text names or describes, as a form has them: who has no name has only words.
func (g filler) party(p suggest.Party) names.Party {
	switch {
	case p.Actor != store.ID{}:
		return names.Party{Actor: p.Actor, Name: p.Name}
	case p.Name == "":
		return names.Party{Name: p.Words, Words: true}
	case p.Kind != "":
		return names.Party{Name: p.Name, New: p.Kind}
	}
	return names.Party{Name: p.Name, New: cmp.Or(g.kind(p.Span), store.ActorPerson)}
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
	case t.IsNamed(s) && !t.Known.IsShared(in.Name):
		return names.Party{Name: in.Name, New: cmp.Or(in.Kind, t.KindAt(s), lately, store.ActorPerson)}
	}
	return names.Party{Name: t.Body.Slice(s), Words: true}
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
		GuessQuotation:   func() { f.Quotation = "" },
		GuessCue:         func() { f.Cue, f.CueAt = "", text.Span{} },
		GuessOn:          func() { f.On = "" },
		GuessStatement:   func() { f.Statement = store.ID{} },
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
		if f.Guessed[GuessTarget(n)] {
			f.Positions[n].Target = names.TargetPick{}
		}
		if f.Guessed[GuessStance(n)] {
			f.Positions[n].Stance = ""
		}
		if f.Guessed[GuessCondition(n)] {
			f.Positions[n].Condition = ""
		}
	}
	f.Guessed = nil
	return f
}

// guessedNames are the names of new actors who are only guessed.
func (f Form) guessedNames() map[string]bool {
	guessed := map[string]bool{}
	add := func(field string, all ...names.Party) {
		for _, p := range all {
			if f.Guessed[field] && p.New != "" {
				guessed[p.Name] = true
			}
		}
	}
	add(GuessActor, f.Actor)
	add(GuessAffiliation, f.Affiliation.Organisation)
	add(GuessSpeakers, f.Speakers...)
	add(GuessAddressees, f.Addressees...)
	add(GuessCarriers, f.Carriers...)
	for n, p := range f.Positions {
		add(GuessHolders(n), p.Holders...)
		add(GuessTarget(n), names.Party{Name: p.Target.Name, New: p.Target.New})
	}
	return guessed
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
