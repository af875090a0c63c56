package suggest

import (
	"context"

	"standpoint/store"
	"standpoint/store/text"
)

// Acceptance records proposals as annotations. It remembers whom it added, so that who is named in several articles becomes one actor.
// It is of one action.
type Acceptance struct {
	added map[string]store.ID // actors by their folded names
	plain map[store.ID]bool   // those of them of whom it is not recorded what they are
	found map[store.ID]store.ID

	offices map[string]Office // what new persons are, by the article whose proposals are accepted
}

// Accept records the proposals of one article as annotations of whoever works on the project, and that they were proposed. It returns the
// annotations, in the order of the proposals. Of an article whose text has become another since it was read nothing is recorded, nor what
// was decided on since, nor a mention of whom several are called. A date is no annotation.
func (a *Acceptance) Accept(b *store.Batch, in Findings) (annotations []store.ID, err error) {
	if a.added == nil {
		a.added, a.found, a.plain = map[string]store.ID{}, map[store.ID]store.ID{}, map[store.ID]bool{}
	}
	a.offices = in.offices
	current, err := b.Article(in.Article.ID)
	if store.CodeOf(err) == store.CodeNotFound || err == nil && current.Body != in.Body.Hash() {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	resting := in.resting()
	for _, p := range in.Proposals {
		if is, err := isToDecide(b, &p); err != nil {
			return annotations, err
		} else if !is {
			continue
		}
		id, err := a.accept(b, in.Body, p)
		if err != nil {
			return annotations, err
		}
		if id == (store.ID{}) {
			continue
		}
		a.found[p.ID] = id
		annotations = append(annotations, id)
		if err := Tie(b, id, resting[p.ID]...); err != nil {
			return annotations, err
		}
	}
	if len(annotations) == 0 {
		return nil, nil
	}
	return annotations, b.SetInProgress(in.Article.ID)
}

// AcceptAll records all that is proposed as one action, and returns how many annotations that are. progress, which may be nil, is told how
// many articles are read and how many there are. If it is broken off, what is recorded stays, as one action.
func AcceptAll(ctx context.Context, p *store.Project, q Query, progress func(done, total int)) (n int, err error) {
	q.Dates = false
	var all []Findings
	found := 0
	err = Propose(ctx, p, q, progress, func(in Findings) error {
		if found += len(in.Proposals); len(in.Proposals) > 0 {
			all = append(all, in)
		}
		return nil
	})
	if err != nil || found == 0 {
		return 0, err
	}
	var a Acceptance
	action := p.Begin(store.Title{Code: store.TitleAcceptProposals, Count: found})
	for _, in := range all {
		err := action.Batch(ctx, func(b *store.Batch) error {
			recorded, err := a.Accept(b, in)
			n += len(recorded)
			return err
		})
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// accept records one proposal; the zero ID is a mention of nobody knows whom.
func (a *Acceptance) accept(b *store.Batch, body *text.Body, p Proposal) (store.ID, error) {
	row := store.Annotation{Article: p.Article, Kind: p.Kind}
	var err error
	if row.Anchor, err = text.NewAnchor(body, p.Spans...); err != nil {
		return store.ID{}, err
	}
	switch p.Kind {
	case store.KindMention:
		row.Actor, err = a.actor(b, p.Party)
	case store.KindStatement:
		err = a.statement(b, body, p.Said, &row)
	case store.KindPosition:
		err = a.position(b, p.Stand, &row)
	}
	if err != nil || p.Kind == store.KindMention && row.Actor == (store.ID{}) {
		return store.ID{}, err
	}
	if row, err = b.AddAnnotation(row); err != nil {
		return store.ID{}, err
	}
	return row.ID, b.Decide(p.decision(row.Anchor, store.VerdictAccepted, row.ID))
}

func (a *Acceptance) statement(b *store.Batch, body *text.Body, said Said, row *store.Annotation) (err error) {
	row.Quotation, row.Act, row.On = said.Quotation, said.Act, said.On.Date
	if !said.Cue.Empty() {
		if row.Cue, err = text.NewAnchor(body, said.Cue); err != nil {
			return err
		}
	}
	for _, of := range []struct {
		role    store.Role
		parties []Party
	}{{store.RoleSpeaker, said.Speakers}, {store.RoleAddressee, said.Addressees}, {store.RoleCarrier, said.Carriers}} {
		if err := a.participants(b, of.role, of.parties, row); err != nil {
			return err
		}
	}
	return nil
}

func (a *Acceptance) position(b *store.Batch, stand Stand, row *store.Annotation) (err error) {
	row.Stance, row.Condition, row.Target.Issue, row.On = stand.Stance, stand.Condition, stand.Target.Issue, stand.On.Date
	if row.Statement, err = a.restsOn(b, stand.Statement); err != nil {
		return err
	}
	if stand.Target.Actor.Name != "" {
		if row.Target.Actor, err = a.actor(b, stand.Target.Actor); err != nil {
			return err
		}
	}
	return a.participants(b, store.RoleHolder, stand.Holders, row)
}

// restsOn is the annotation that a position rests on, given its proposal or itself; none, if it was not accepted.
func (a *Acceptance) restsOn(b *store.Batch, statement store.ID) (store.ID, error) {
	if statement == (store.ID{}) || a.found[statement] != (store.ID{}) {
		return a.found[statement], nil
	}
	if d, err := b.Decision(statement); err == nil {
		statement = d.Annotation
	} else if store.CodeOf(err) != store.CodeNotFound {
		return store.ID{}, err
	}
	s, err := b.Annotation(statement)
	if store.CodeOf(err) == store.CodeNotFound {
		return store.ID{}, nil
	}
	return s.ID, err
}

// RestingOn are the proposed positions that rest on a proposed statement, also those that were decided on.
func (f Findings) RestingOn(statement store.ID) (positions []store.ID) { return f.resting()[statement] }

// resting are the proposed positions by the proposed statements on which they rest.
func (f Findings) resting() map[store.ID][]store.ID {
	positions := map[store.ID][]store.ID{}
	for i := range f.read {
		if p := &f.read[i]; p.Kind == store.KindPosition && p.Stand.Statement != (store.ID{}) {
			positions[p.Stand.Statement] = append(positions[p.Stand.Statement], p.ID)
		}
	}
	return positions
}

// Tie has the annotations that proposed positions became rest on a statement that was accepted after them. Those that rest on one already
// stay as they are.
func Tie(b *store.Batch, statement store.ID, positions ...store.ID) error {
	for _, proposal := range positions {
		d, err := b.Decision(proposal)
		if store.CodeOf(err) == store.CodeNotFound || err == nil && d.Annotation == (store.ID{}) {
			continue
		}
		if err != nil {
			return err
		}
		if err := rest(b, d.Annotation, statement); err != nil {
			return err
		}
	}
	return nil
}

// Rest has a position that was recorded rest on a statement, given its proposal or itself, if that is recorded, too.
func Rest(b *store.Batch, position, statement store.ID) error {
	of, err := (&Acceptance{}).restsOn(b, statement)
	if err != nil || of == (store.ID{}) {
		return err
	}
	return rest(b, position, of)
}

// rest has a position rest on a statement, if it is there and rests on none.
func rest(b *store.Batch, position, statement store.ID) error {
	a, err := b.Annotation(position)
	if store.CodeOf(err) == store.CodeNotFound || err == nil && a.Statement != (store.ID{}) {
		return nil
	}
	if err != nil {
		return err
	}
	return b.UpdateAnnotation(position, func(a *store.Annotation) { a.Statement = statement })
}

// participants adds those who have a part in a statement or position: who is not named, by the words of the article.
func (a *Acceptance) participants(b *store.Batch, role store.Role, parties []Party, row *store.Annotation) error {
	for _, p := range parties {
		if p.IsZero() {
			continue
		}
		part := store.Participant{Role: role, Words: p.Words}
		if p.Name != "" {
			actor, err := a.actor(b, p)
			if err != nil {
				return err
			}
			if actor != (store.ID{}) {
				part = store.Participant{Role: role, Actor: actor}
			} else if part.Words == "" {
				part.Words = p.Name
			}
		}
		row.Participants = append(row.Participants, part)
	}
	return nil
}

// actor is the actor of the project whom a text names, who is added if there is none; the zero ID if several are called so. What a new one
// is by the text becomes its affiliation, of which no day is known.
func (a *Acceptance) actor(b *store.Batch, p Party) (store.ID, error) {
	if p.Actor != (store.ID{}) {
		return p.Actor, nil
	}
	fold := text.Fold(p.Name)
	id, there := a.added[fold]
	if !there {
		there, err := b.ActorsCalled(p.Name)
		if err != nil {
			return store.ID{}, err
		}
		switch len(there) {
		case 0:
			added, err := b.AddActor(store.Actor{Name: p.Name, Kind: p.Kind})
			if err != nil {
				return store.ID{}, err
			}
			id = added.ID
			a.plain[id] = true
		case 1: // who was added since the text was read
			id = there[0]
		}
		a.added[fold] = id
	}
	if office := a.offices[p.Name]; !office.IsZero() && a.plain[id] {
		delete(a.plain, id)
		return id, a.takeOffice(b, id, office)
	}
	return id, nil
}

func (a *Acceptance) takeOffice(b *store.Batch, actor store.ID, office Office) error {
	of, err := a.actor(b, office.Of)
	if err != nil || of == actor || of == (store.ID{}) {
		return err
	}
	return b.SetAffiliations(actor, []store.Affiliation{{Organisation: of, Role: office.Role}})
}

// isToDecide reports whether a proposal is of an annotation, and nothing was decided on it since the text was read.
func isToDecide(b *store.Batch, p *Proposal) (bool, error) {
	if p.Kind == KindDate {
		return false, nil
	}
	_, err := b.Decision(p.ID)
	if store.CodeOf(err) == store.CodeNotFound {
		return true, nil
	}
	return false, err
}

// Reject records that what was proposed in an article is none, so that it is not proposed again in this text. It returns how many were
// recorded: none if the text has become another since. What was decided on since stays so.
func Reject(b *store.Batch, in Findings) (int, error) {
	current, err := b.Article(in.Article.ID)
	if store.CodeOf(err) == store.CodeNotFound || err == nil && current.Body != in.Body.Hash() {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	n := 0
	for _, p := range in.Proposals {
		if is, err := isToDecide(b, &p); err != nil {
			return n, err
		} else if !is {
			continue
		}
		anchor, err := text.NewAnchor(in.Body, p.Spans...)
		if err != nil {
			return n, err
		}
		if err := b.Decide(p.decision(anchor, store.VerdictRejected, store.ID{})); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// decision is what is recorded of a proposal that somebody decided on.
func (p *Proposal) decision(anchor text.Anchor, v store.Verdict, annotation store.ID) store.Decision {
	return store.Decision{
		ID: p.ID, Article: p.Article, Kind: p.Kind, Anchor: anchor, Rule: p.Rule, Confidence: p.Hundredths(), Verdict: v,
		Annotation: annotation,
	}
}
