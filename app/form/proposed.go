package form

import (
	"cmp"

	"standpoint/app/names"
	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/text"
)

// Proposal is that of which a form was filled.
type Proposal struct {
	ID         store.ID `json:"id"`
	Rule       string   `json:"rule"`
	Confidence int      `json:"confidence"` // in hundredths
}

// Proposed is a form for a new annotation that is filled with what is proposed: all of it is guessed until somebody touches it. target is
// what a position is on as the project calls it; lately is the kind of the actor who was made last, for a new one of whom nothing tells a
// kind.
func Proposed(body *text.Body, p suggest.Proposal, target names.TargetPick, lately store.ActorKind) Form {
	f := New(p.Kind, p.Article, body, p.Whole())
	f.Spans = p.Spans
	f.Quote(body)
	f.Proposal = Proposal{ID: p.ID, Rule: p.Rule, Confidence: p.Hundredths()}
	g := proposing{form: &f, lately: cmp.Or(lately, store.ActorPerson)}
	switch p.Kind {
	case store.KindMention:
		f.Actor = g.party(p.Party)
		f.guess(GuessActor)
	case store.KindStatement:
		g.parties(GuessSpeakers, &f.Speakers, p.Said.Speakers)
		g.parties(GuessAddressees, &f.Addressees, p.Said.Addressees)
		g.parties(GuessCarriers, &f.Carriers, p.Said.Carriers)
		f.Act, f.Quotation, f.On = p.Said.Act, p.Said.Quotation, string(p.Said.On.Date)
		f.guess(GuessAct)
		if !p.Said.Cue.Empty() {
			f.SetCueAt(body, p.Said.Cue)
			f.guess(GuessCue)
		}
	case store.KindPosition:
		held := &f.Positions[0]
		g.parties(GuessHolders(0), &held.Holders, p.Stand.Holders)
		held.Target, held.Stance, held.Condition = target, p.Stand.Stance, p.Stand.Condition
		f.guess(GuessStance(0))
	}
	return f
}

// proposing fills a form with what is proposed.
type proposing struct {
	form   *Form
	lately store.ActorKind
}

func (g proposing) parties(field string, list *[]names.Party, found []suggest.Party) {
	for _, p := range found {
		if !p.IsZero() {
			*list = append(*list, g.party(p))
			g.form.guess(field)
		}
	}
}

// party is somebody whom a text names or describes, as a form has them.
func (g proposing) party(p suggest.Party) names.Party {
	return partyOf(p, func() store.ActorKind { return g.lately })
}

// decide records that the proposal of which the form was filled became the annotation.
func (w *formWriter) decide() {
	f := w.form
	if w.err != nil || f.Proposal.ID == (store.ID{}) || f.Annotation != (store.ID{}) {
		return
	}
	w.err = w.batch.Decide(store.Decision{
		ID: f.Proposal.ID, Article: f.Article, Kind: f.Kind, Anchor: w.anchor, Rule: f.Proposal.Rule, Confidence: f.Proposal.Confidence,
		Verdict: store.VerdictAccepted, Annotation: w.id,
	})
}
