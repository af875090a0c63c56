package form

import (
	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/text"
)

// Proposal is that of which a form was filled.
type Proposal struct {
	ID         store.ID `json:"id"`
	Rule       string   `json:"rule"`
	Confidence int      `json:"confidence"` // in hundredths

	Positions []store.ID `json:"positions,omitempty"` // the proposed ones that rest on it, also those that were decided on
	Statement store.ID   `json:"statement,omitzero"`  // of a position: what it rests on, as proposed or as it was recorded
}

// Proposed is a form for a new annotation that is filled with what is proposed: all of it is guessed until somebody touches it. lately is
// the kind of the actor who was made last, for a new one of whom nothing tells a kind; isShared reports whether several actors are called
// so.
func Proposed(body *text.Body, p suggest.Proposal, lately store.ActorKind, isShared func(name string) bool) Form {
	f := New(p.Kind, p.Article, body, p.Whole())
	f.Spans = p.Spans
	f.Quote(body)
	f.Proposal = Proposal{ID: p.ID, Rule: p.Rule, Confidence: p.Hundredths()}
	g := filler{form: &f, kind: func(text.Span) store.ActorKind { return lately }, isShared: isShared}
	switch p.Kind {
	case store.KindMention:
		if g.isOfSeveral(p.Party) {
			break
		}
		f.Actor = g.party(p.Party)
		f.guess(GuessActor)
		if !p.Office.IsZero() && !g.isOfSeveral(p.Office.Of) && f.Actor.New != "" {
			f.Affiliation = Affiliation{Organisation: g.party(p.Office.Of), Role: p.Office.Role}
			f.guess(GuessAffiliation)
		}
	case store.KindStatement:
		g.said(body, p.Said)
		f.guess(GuessAct)
	case store.KindPosition:
		g.stand(p.Stand)
		g.on(p.Stand.On)
		f.Proposal.Statement = p.Stand.Statement
	}
	return f
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
	if w.err != nil {
		return
	}
	if f.Kind == store.KindPosition {
		w.err = suggest.Rest(w.batch, w.id, f.Proposal.Statement)
		return
	}
	w.err = suggest.Tie(w.batch, w.id, f.Proposal.Positions...)
}
