package exchange

import (
	"slices"

	"standpoint/store"
)

// planAnnotations plans statements before the positions that rest on them.
func (p *plan) planAnnotations() error {
	left := map[store.ID]bool{}
	for _, positions := range []bool{false, true} {
		for i, n := range rowsOf[Annotation](p.doc) {
			if p.doc.positions[i] != positions {
				continue
			}
			var at anchors
			r, err := again(p.checker, n, func(where spot, r *Annotation) error { return p.anchored(where, r, &at) })
			if err != nil {
				return err
			}
			if err := p.planAnnotation(r, at, left); err != nil {
				return err
			}
			if err := p.planned(); err != nil {
				return err
			}
		}
	}
	return nil
}

// planAnnotation plans one annotation; left are those that were left out, on which others may hang.
func (p *plan) planAnnotation(r Annotation, at anchors, left map[store.ID]bool) error {
	row := named(store.EntityAnnotation, r.ID, at.spans.Exact())
	if row.Name == "" {
		row.Name = string(r.Kind)
	}
	if p.gone(store.EntityAnnotation, r.ID) || p.gone(store.EntityArticle, r.Article) ||
		p.gone(store.EntityActor, r.Actor) || p.gone(store.EntityAnnotation, r.Statement) || left[r.Statement] {
		left[r.ID] = true
		p.leave(row)
		return nil
	}
	p.dropDeleted(&r)
	here, is, err := p.annotation(r.Article, r.ID)
	if err != nil {
		return err
	}
	if !is {
		p.add(row, func(b *store.Batch) error {
			_, err := b.AddAnnotation(r.annotation(at))
			return err
		})
		return nil
	}
	article, err := p.project.Article(p.ctx, r.Article)
	if err != nil {
		return err
	}
	wanted := r
	if err := p.resolve(&wanted); err != nil {
		return err
	}
	p.compare(row, annotationOf(here, r.Article, article.Body), wanted, func(b *store.Batch) error {
		return r.overwrite(b, at)
	})
	return nil
}

// dropDeleted leaves out what names rows that were deleted here.
func (p *plan) dropDeleted(r *Annotation) {
	r.Target.Issue = p.keep(store.EntityIssue, r.Target.Issue)
	r.Target.Actor = p.keep(store.EntityActor, r.Target.Actor)
	r.Tags = p.withoutGone(r.Tags)
	var participants []Participant
	for _, x := range r.Participants {
		x.Actor = p.keep(store.EntityActor, x.Actor)
		if x.Actor != (store.ID{}) || x.Words != "" {
			participants = append(participants, x)
		}
	}
	r.Participants = participants
}

// resolve puts what rows were merged into in their place, as the project shows them.
func (p *plan) resolve(r *Annotation) (err error) {
	actor := func(id store.ID) store.ID {
		return p.canonical(id, &err, func(id store.ID) (store.ID, error) {
			a, err := p.project.Actor(p.ctx, id)
			return a.MergedInto, err
		})
	}
	r.Actor, r.Target.Actor = actor(r.Actor), actor(r.Target.Actor)
	r.Target.Issue = p.canonical(r.Target.Issue, &err, func(id store.ID) (store.ID, error) {
		i, err := p.project.Issue(p.ctx, id)
		return i.MergedInto, err
	})
	r.Participants = slices.Clone(r.Participants)
	for i := range r.Participants {
		r.Participants[i].Actor = actor(r.Participants[i].Actor)
	}
	r.Tags = p.resolveTags(r.Tags, &err)
	r.normalise()
	return err
}

// withoutGone leaves out tags that were deleted here.
func (p *plan) withoutGone(tags []store.ID) []store.ID {
	return slices.DeleteFunc(slices.Clone(tags), func(id store.ID) bool { return p.gone(store.EntityTag, id) })
}

// resolveTags returns tags as the project shows them: what they were merged into.
func (p *plan) resolveTags(tags []store.ID, failed *error) []store.ID {
	tags = slices.Clone(tags)
	for i := range tags {
		tags[i] = p.canonical(tags[i], failed, func(id store.ID) (store.ID, error) {
			t, err := p.project.Tag(p.ctx, id)
			return t.MergedInto, err
		})
	}
	return normalTags(tags)
}

// canonical follows merges from a row to what stands for it. Rows that are not in the project stand for themselves.
func (p *plan) canonical(id store.ID, failed *error, merged func(store.ID) (store.ID, error)) store.ID {
	const most = 64 // merges close no circle but in a project that was merged from two
	for range most {
		if id == (store.ID{}) || *failed != nil {
			return id
		}
		into, err := merged(id)
		if err != nil && store.CodeOf(err) != store.CodeNotFound {
			*failed = err
		}
		if err != nil || into == (store.ID{}) {
			return id
		}
		id = into
	}
	return id
}

// annotation returns the annotation that the row describes.
func (r Annotation) annotation(at anchors) store.Annotation {
	a := store.Annotation{ID: r.ID, Participants: r.participants(), Tags: r.Tags}
	r.set(&a, at)
	return a
}

func (r Annotation) set(a *store.Annotation, at anchors) {
	a.Article, a.Kind, a.Anchor, a.Actor = r.Article, r.Kind, at.spans, r.Actor
	a.Quotation, a.Act, a.Cue, a.On, a.Translation = r.Quotation, r.Act, at.cue, r.On, r.Translation
	a.Statement, a.Target, a.Stance, a.Condition = r.Statement, store.Target(r.Target), r.Stance, r.Condition
}

// overwrite makes an annotation of the project what the row describes.
func (r Annotation) overwrite(b *store.Batch, at anchors) error {
	if err := b.UpdateAnnotation(r.ID, func(a *store.Annotation) { r.set(a, at) }); err != nil {
		return err
	}
	if r.Kind == store.KindStatement || r.Kind == store.KindPosition {
		if err := b.SetParticipants(r.ID, r.participants()); err != nil {
			return err
		}
	}
	return b.SetTags(r.ID, r.Tags)
}

func (r Annotation) participants() []store.Participant {
	list := make([]store.Participant, len(r.Participants))
	for i, x := range r.Participants {
		list[i] = store.Participant{Role: x.Role, Actor: x.Actor, Words: x.Words}
	}
	return list
}

// planNotes plans the notes on rows that are there, or will be.
func (p *plan) planNotes() error {
	left := map[key]bool{}
	for _, r := range p.result.Deleted {
		left[key{r.Entity, r.ID}] = true
	}
	return eachRow(p, p.note, func(r Note) error {
		row := named(store.EntityNote, store.NoteID(r.Subject, r.Coder), r.Text)
		if p.gone(r.On, r.Subject) || left[key{r.On, r.Subject}] || p.gone(store.EntityNote, row.ID) {
			p.leave(row)
			return nil
		}
		n := store.Note{On: r.On, Subject: r.Subject, Coder: r.Coder, Text: r.Text}
		write := func(b *store.Batch) error { _, err := b.AddNote(n); return err }
		here, err := p.project.Notes(p.ctx, r.On, r.Subject)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(here, func(n store.Note) bool { return n.Coder == r.Coder })
		if i < 0 {
			p.add(row, write)
			return nil
		}
		p.compare(row, Note{here[i].On, here[i].Subject, here[i].Coder, here[i].Text}, r, write)
		return nil
	})
}
