package command

import (
	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/text"
)

// The rows that suggest --json prints. Their fields last: docs/commands.md describes them.
type (
	wordsJSON struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Exact string `json:"exact"`
	}
	proposalJSON struct {
		ID      store.ID    `json:"id"`
		Article store.ID    `json:"article"`
		Kind    store.Kind  `json:"kind"`
		Spans   []wordsJSON `json:"spans"`
	}
	sureJSON struct {
		Confidence float64 `json:"confidence"`
		Rule       string  `json:"rule"`
	}
	whoJSON struct {
		ID    store.ID     `json:"id,omitzero"`
		Kind  store.Entity `json:"kind,omitempty"` // actor or issue
		Name  string       `json:"name,omitempty"`
		Words string       `json:"words,omitempty"`
		Spans []wordsJSON  `json:"spans,omitzero"`
	}
	proposedMentionJSON struct {
		proposalJSON

		Actor     whoJSON         `json:"actor"`
		ActorKind store.ActorKind `json:"actor_kind"`
		Role      string          `json:"role,omitempty"`
		Of        whoJSON         `json:"of,omitzero"`
		sureJSON
	}
	proposedStatementJSON struct {
		proposalJSON

		Quotation  store.Quotation `json:"quotation"`
		Act        store.Act       `json:"act"`
		Cue        []wordsJSON     `json:"cue"`
		Speakers   []whoJSON       `json:"speakers"`
		Addressees []whoJSON       `json:"addressees"`
		Carriers   []whoJSON       `json:"carriers"`
		Date       store.Date      `json:"date"`
		DateFrom   store.DateFrom  `json:"date_from"`
		DateSpans  []wordsJSON     `json:"date_spans"`
		sureJSON
	}
	proposedPositionJSON struct {
		proposalJSON

		Statement   store.ID     `json:"statement,omitzero"`
		Holders     []whoJSON    `json:"holders"`
		Target      *whoJSON     `json:"target"`
		TargetSpans []wordsJSON  `json:"target_spans"`
		Stance      store.Stance `json:"stance"`
		Condition   string       `json:"condition"`
		Date        store.Date   `json:"date,omitempty"`
		DateSpans   []wordsJSON  `json:"date_spans,omitempty"`
		sureJSON
	}
	proposedDateJSON struct {
		proposalJSON

		Date store.Date `json:"date"`
		sureJSON
	}
)

// proposalOf is the row of a proposal in a text.
func proposalOf(p suggest.Proposal, published store.Date, body *text.Body) any {
	head := proposalJSON{ID: p.ID, Article: p.Article, Kind: p.Kind, Spans: exactly(body, p.Spans...)}
	sure := sureJSON{p.Confidence, p.Rule}
	switch p.Kind {
	case store.KindMention:
		actor := whoJSON{ID: p.Party.Actor, Kind: store.EntityActor, Name: p.Party.Name}
		row := proposedMentionJSON{proposalJSON: head, sureJSON: sure, Actor: actor, ActorKind: p.Party.Kind}
		if o := p.Office; !o.IsZero() {
			row.Role, row.Of = o.Role, whoJSON{ID: o.Of.Actor, Kind: store.EntityActor, Name: o.Of.Name}
		}
		return row
	case store.KindStatement:
		s := p.Said
		row := proposedStatementJSON{
			proposalJSON: head, sureJSON: sure, Quotation: s.Quotation, Act: s.Act, Cue: exactly(body, s.Cue),
			Speakers: whoAll(body, s.Speakers), Addressees: whoAll(body, s.Addressees), Carriers: whoAll(body, s.Carriers),
			Date: published, DateFrom: store.DateFromArticle, DateSpans: exactly(body, s.On.Span),
		}
		if !s.On.IsZero() {
			row.Date, row.DateFrom = s.On.Date, store.DateOwn
		}
		return row
	case store.KindPosition:
		s := p.Stand
		return proposedPositionJSON{
			proposalJSON: head, sureJSON: sure, Statement: s.Statement, Holders: whoAll(body, s.Holders),
			Target: targetProposed(s.Target), TargetSpans: exactly(body, s.Target.Span), Stance: s.Stance, Condition: s.Condition,
			Date: s.On.Date, DateSpans: exactly(body, s.On.Span),
		}
	}
	return proposedDateJSON{proposalJSON: head, sureJSON: sure, Date: p.When.Date}
}

// exactly are spans with their words; an empty one is none.
func exactly(body *text.Body, spans ...text.Span) []wordsJSON {
	all := []wordsJSON{}
	for _, s := range spans {
		if !s.Empty() {
			all = append(all, wordsJSON{s.Start, s.End, body.Slice(s)})
		}
	}
	return all
}

// whoAll are those whom a text names or describes, with what it calls them and where.
func whoAll(body *text.Body, parties []suggest.Party) []whoJSON {
	all := []whoJSON{}
	for _, p := range parties {
		who := whoJSON{ID: p.Actor, Name: p.Name, Words: p.Words, Spans: exactly(body, p.Span)}
		if p.Name != "" {
			who.Kind = store.EntityActor
		}
		all = append(all, who)
	}
	return all
}

// targetProposed is what a position is on, or nil if that is not known.
func targetProposed(t suggest.Target) *whoJSON {
	switch {
	case t.Issue != store.ID{}:
		return &whoJSON{ID: t.Issue, Kind: store.EntityIssue, Name: t.Name}
	case t.Actor.Name != "":
		return &whoJSON{ID: t.Actor.Actor, Kind: store.EntityActor, Name: t.Actor.Name}
	}
	return nil
}
