package exchange

import (
	"errors"
	"reflect"
	"slices"

	"standpoint/store"
	"standpoint/store/say"
)

// plan says what is to be done with each row of a document that has been checked, one row after the other, and has it
// written in batches of one action, or only counted.
type plan struct {
	*checker
	overwrite bool
	only      bool   // plan, and write nothing
	result    Result // so far: of steps that are not written it knows nothing
	writer    *batches
	rows      int // that have been planned
}

// step writes one row, and returns what the result is to know of it once it is on the disk.
type step func(b *store.Batch) (outcome, error)

// outcome counts a row that was written; nil is one that does not count.
type outcome func(*Result)

// run compares the document with the project and writes what is to be written. Before the notes all else is written, so
// that it is known which of the annotations that they are on were left out.
func (p *plan) run() error {
	for _, part := range []func() error{
		p.planCoders, p.planTags, p.planArticles, p.planActors, p.planIssues, p.planAnnotations, p.flush, p.planNotes,
		p.planExplanations, p.planCollections, p.planSavedSearches, p.planPresets, p.planReports, p.planSavedFilters,
	} {
		if err := part(); err != nil {
			return err
		}
	}
	return p.flush()
}

// planned notes that a row is done with, and writes what is waiting when there is enough of it.
func (p *plan) planned() error {
	p.rows++
	if p.writer.isFull() {
		return p.flush()
	}
	p.writer.tell(p.rows)
	return nil
}

func (p *plan) flush() error { return p.writer.flush(p.ctx, &p.result, p.rows) }

// do takes a step, or counts what it would do.
func (p *plan) do(count outcome, s step) {
	if !p.only {
		p.writer.add(s)
	} else if count != nil {
		count(&p.result)
	}
}

// add plans a row that is not in the project. One that turns out to be there, hidden by what it hangs on, is left so.
func (p *plan) add(r Named, write func(b *store.Batch) error) {
	count := func(result *Result) { result.Added[r.Entity]++ }
	p.do(count, func(b *store.Batch) (outcome, error) {
		err := write(b)
		if store.CodeOf(err) == store.CodeExists {
			return func(result *Result) { result.Deleted = append(result.Deleted, r) }, nil
		}
		if err != nil {
			return nil, say.Errorf("add %s (%s): %w", Quote(r.Name), say.Word(r.Entity.Noun()), err)
		}
		return count, nil
	})
}

// also plans what belongs to a row that counts by itself.
func (p *plan) also(write func(b *store.Batch) error) {
	p.do(nil, func(b *store.Batch) (outcome, error) { return nil, write(b) })
}

// leave notes a row that was deleted here, or hangs on one that was.
func (p *plan) leave(r Named) { p.result.Deleted = append(p.result.Deleted, r) }

// compare plans a row that is in the project: nothing if it is the same, else a change if that is wanted.
func (p *plan) compare(r Named, here, there any, write func(b *store.Batch) error) {
	fields := differing(here, there)
	switch {
	case len(fields) == 0:
		p.result.Same++
	case !p.overwrite:
		p.result.Differ = append(p.result.Differ, Difference{Named: r, Fields: fields})
	default:
		count := func(result *Result) { result.Changed++ }
		p.do(count, func(b *store.Batch) (outcome, error) {
			if err := write(b); err != nil {
				return nil, say.Errorf("change %s (%s): %w", Quote(r.Name), say.Word(r.Entity.Noun()), err)
			}
			return count, nil
		})
	}
}

// differing returns the names of the fields in which two rows of one type differ.
func differing(a, b any) []string {
	v, w := reflect.ValueOf(a), reflect.ValueOf(b)
	var names []string
	for i := range v.NumField() {
		x, y := v.Field(i), w.Field(i)
		if x.Kind() == reflect.Slice && x.Len() == 0 && y.Len() == 0 || reflect.DeepEqual(x.Interface(), y.Interface()) {
			continue
		}
		name := fieldName(v.Type().Field(i))
		names = append(names, name)
	}
	return names
}

// gone reports whether the row was deleted in the project. No id is not gone.
func (p *plan) gone(e store.Entity, id store.ID) bool { return p.deleted[key{e, id}] }

// keep returns the id, or none if what it names was deleted here.
func (p *plan) keep(e store.Entity, id store.ID) store.ID {
	if p.gone(e, id) {
		return store.ID{}
	}
	return id
}

// eachRow calls fn for every row of one kind, checked again, and has what is planned written from time to time.
func eachRow[T Row](p *plan, check func(at spot, r *T) error, fn func(r T) error) error {
	for _, n := range rowsOf[T](p.doc) {
		r, err := again(p.checker, n, check)
		if err != nil {
			return err
		}
		if err := fn(r); err != nil {
			return err
		}
		if err := p.planned(); err != nil {
			return err
		}
	}
	return nil
}

func (p *plan) planCoders() error {
	names := map[store.ID]string{}
	coders, err := p.project.Coders(p.ctx)
	if err != nil {
		return err
	}
	for _, c := range coders {
		names[c.ID] = c.Name
	}
	return eachRow(p, p.coder, func(r Coder) error {
		row := named(store.EntityCoder, r.ID, r.Name)
		if name, is := names[r.ID]; is {
			p.compare(row, Coder{r.ID, name}, r, func(b *store.Batch) error {
				return b.UpdateCoder(r.ID, func(c *store.Coder) { c.Name = r.Name })
			})
			return nil
		}
		p.add(row, func(b *store.Batch) error {
			_, err := b.AddCoder(store.Coder{ID: r.ID, Name: r.Name})
			return err
		})
		return nil
	})
}

func (p *plan) planArticles() error {
	return eachRow(p, p.article, func(r Article) error {
		row := named(store.EntityArticle, r.ID, r.Title)
		if p.gone(store.EntityArticle, r.ID) {
			p.leave(row)
			return nil
		}
		r.Tags = p.withoutGone(r.Tags)
		is, err := p.here(store.EntityArticle, r.ID)
		if err != nil {
			return err
		}
		if is {
			return p.compareArticle(row, r)
		}
		p.writer.size += len(r.Body)
		p.add(row, func(b *store.Batch) error { return addArticle(b, r) })
		return nil
	})
}

func (p *plan) compareArticle(row Named, r Article) error {
	a, err := p.project.Article(p.ctx, r.ID)
	if err != nil {
		return err
	}
	if a.MergedInto != (store.ID{}) {
		p.result.Same++
		return nil
	}
	tags, err := p.project.ArticleTags(p.ctx, []store.ID{r.ID})
	if err != nil {
		return err
	}
	here, err := articleOf(p.ctx, p.project, a, tags[r.ID])
	if err != nil {
		return err
	}
	if r.Tags = p.resolveTags(r.Tags, &err); err != nil {
		return err
	}
	if earlier := r.EarlierBodies; len(earlier) > 0 {
		p.also(func(b *store.Batch) error { return addBodies(b, earlier) })
	}
	r.EarlierBodies = nil // they belong to the annotations that stand in them
	p.compare(row, here, r, func(b *store.Batch) error {
		return firstError(b.UpdateArticle(r.ID, func(a *store.Article) { r.set(a) }), b.SetArticleTags(r.ID, r.Tags))
	})
	return nil
}

// set sets the fields of an article, except its body.
func (r Article) set(a *store.Article) {
	a.Title, a.Source, a.Author, a.Published = r.Title, r.Source, r.Author, r.Published
	a.URL, a.Section, a.Language, a.File, a.Original = r.URL, r.Section, r.Language, r.File, r.Original
	a.Attachment, a.AttachmentHash = r.Attachment, r.AttachmentHash
	a.Status = store.Status(r.Status)
	if r.Status == unread {
		a.Status = store.StatusUnread
	}
}

// addArticle adds an article. The store refuses one that only its id tells from another; a document may have such, and it
// becomes the same as the other only after it is there.
func addArticle(b *store.Batch, r Article) error {
	if err := addBodies(b, r.EarlierBodies); err != nil {
		return err
	}
	a := store.Article{ID: r.ID}
	r.set(&a)
	_, err := b.AddArticle(a, r.Body)
	if _, twice := errors.AsType[*store.DuplicateError](err); !twice {
		return firstError(err, r.tag(b))
	}
	a.Source = r.ID.String()
	if _, err := b.AddArticle(a, r.Body); err != nil {
		return err
	}
	return firstError(b.UpdateArticle(r.ID, func(a *store.Article) { a.Source = r.Source }), r.tag(b))
}

// tag puts the tags of an article on it.
func (r Article) tag(b *store.Batch) error {
	for _, tag := range r.Tags {
		if err := b.TagArticles(tag, r.ID); err != nil {
			return err
		}
	}
	return nil
}

func addBodies(b *store.Batch, bodies []string) error {
	for _, s := range bodies {
		if _, err := b.AddBody(s); err != nil {
			return err
		}
	}
	return nil
}

// planActors plans all actors before what ties them to each other.
func (p *plan) planActors() error {
	p.rows -= len(rowsOf[Actor](p.doc)) // each counts once
	err := eachRow(p, p.actor, func(r Actor) error {
		row := named(store.EntityActor, r.ID, r.Name)
		if p.gone(store.EntityActor, r.ID) {
			p.leave(row)
			return nil
		}
		is, err := p.here(store.EntityActor, r.ID)
		if err != nil || is {
			return err
		}
		p.add(row, func(b *store.Batch) error {
			_, err := b.AddActor(store.Actor{ID: r.ID, Name: r.Name, Kind: r.Kind, Description: r.Description, Colour: r.Colour})
			return err
		})
		return nil
	})
	if err != nil {
		return err
	}
	p.forget()
	return eachRow(p, p.actor, p.tieActor)
}

// tieActor plans what ties an actor that is there by now to others, and what else has changed of one that was there before.
func (p *plan) tieActor(r Actor) error {
	if p.gone(store.EntityActor, r.ID) {
		return nil
	}
	r.Affiliations = slices.DeleteFunc(r.Affiliations, func(a Affiliation) bool { return p.gone(store.EntityActor, a.Organisation) })
	r.normalise()
	is, err := p.here(store.EntityActor, r.ID)
	if err != nil {
		return err
	}
	if !is {
		p.also(r.tie)
		return nil
	}
	a, err := p.project.Actor(p.ctx, r.ID)
	if err != nil {
		return err
	}
	if a.MergedInto != (store.ID{}) {
		p.result.Same++
		return nil
	}
	here, err := actorOf(p.ctx, p.project, a)
	if err != nil {
		return err
	}
	p.compare(named(store.EntityActor, r.ID, r.Name), here, r, func(b *store.Batch) error {
		err := b.UpdateActor(r.ID, func(a *store.Actor) {
			a.Name, a.Kind, a.Description, a.Colour = r.Name, r.Kind, r.Description, r.Colour
		})
		return firstError(err, r.tie(b))
	})
	return nil
}

// tie sets aliases, affiliations and external ids.
func (r Actor) tie(b *store.Batch) error {
	affiliations := make([]store.Affiliation, len(r.Affiliations))
	for i, a := range r.Affiliations {
		affiliations[i] = store.Affiliation{ID: a.ID, Organisation: a.Organisation, Role: a.Role, From: a.From, To: a.To}
	}
	external := make([]store.ExternalID, len(r.ExternalIDs))
	for i, x := range r.ExternalIDs {
		external[i] = store.ExternalID{Scheme: x.Scheme, Value: x.Value}
	}
	if err := b.SetAliases(r.ID, r.Aliases); err != nil {
		return err
	}
	if err := b.SetAffiliations(r.ID, affiliations); err != nil {
		return err
	}
	return b.SetExternalIDs(r.ID, external)
}

// tree says how rows that may stand under one another are written: issues and tags.
type tree[T Row] struct {
	here        []T // in the project
	check       func(at spot, r *T) error
	name        func(T) string
	parent      func(*T) *store.ID
	add, update func(*store.Batch, T) error
}

func (p *plan) planIssues() error {
	here, err := issuesOf(p.ctx, p.project)
	if err != nil {
		return err
	}
	return planTree(p, tree[Issue]{
		here: here, check: p.issue,
		name:   func(r Issue) string { return r.Name },
		parent: func(r *Issue) *store.ID { return &r.Parent },
		add:    func(b *store.Batch, r Issue) error { _, err := b.AddIssue(r.issue()); return err },
		update: func(b *store.Batch, r Issue) error {
			return b.UpdateIssue(r.ID, func(i *store.Issue) { *i = r.issue() })
		},
	})
}

func (r Issue) issue() store.Issue {
	return store.Issue{ID: r.ID, Name: r.Name, Description: r.Description, Colour: r.Colour, Parent: r.Parent}
}

func (p *plan) planTags() error {
	here, err := tagsOf(p.ctx, p.project)
	if err != nil {
		return err
	}
	return planTree(p, tree[Tag]{
		here: here, check: p.tag,
		name:   func(r Tag) string { return r.Name },
		parent: func(r *Tag) *store.ID { return &r.Parent },
		add:    func(b *store.Batch, r Tag) error { _, err := b.AddTag(r.tag()); return err },
		update: func(b *store.Batch, r Tag) error {
			return b.UpdateTag(r.ID, func(t *store.Tag) { *t = r.tag() })
		},
	})
}

func (r Tag) tag() store.Tag {
	return store.Tag{ID: r.ID, Name: r.Name, Colour: r.Colour, Parent: r.Parent}
}

// planTree plans parents before what is below them.
func planTree[T Row](p *plan, t tree[T]) error {
	e := (*new(T)).entity()
	shown := make(map[store.ID]T, len(t.here))
	for _, r := range t.here {
		shown[r.id()] = r
	}
	return parentsFirst(p.doc.rows[e], p.doc.byID[e], p.doc.parents[e], func(n int32) error {
		r, err := again(p.checker, n, t.check)
		if err != nil {
			return err
		}
		parent := t.parent(&r)
		*parent = p.keep(e, *parent)
		if err := planOf(p, t, shown, r); err != nil {
			return err
		}
		return p.planned()
	})
}

// planOf plans one row of a tree, whose parent is there by then.
func planOf[T Row](p *plan, t tree[T], shown map[store.ID]T, r T) error {
	row := named(r.entity(), r.id(), t.name(r))
	if p.gone(row.Entity, row.ID) {
		p.leave(row)
		return nil
	}
	is, err := p.here(row.Entity, row.ID)
	if err != nil {
		return err
	}
	if !is {
		p.add(row, func(b *store.Batch) error { return t.add(b, r) })
		return nil
	}
	before, isShown := shown[row.ID]
	if !isShown { // it was merged into another
		p.result.Same++
		return nil
	}
	p.compare(row, before, r, func(b *store.Batch) error { return t.update(b, r) })
	return nil
}

// parentsFirst calls fn with the number of every row, with that of a row's parent before the row's own, and else in the order
// of the document. There are no circles.
func parentsFirst(rows []int32, byID map[store.ID]int32, parents map[store.ID]store.ID, fn func(n int32) error) error {
	ids := make(map[int32]store.ID, len(byID))
	for id, n := range byID {
		ids[n] = id
	}
	done := make(map[int32]bool, len(rows))
	for _, n := range rows {
		var chain []int32
		for given := true; given && !done[n]; n, given = byID[parents[ids[n]]] {
			done[n] = true
			chain = append(chain, n)
		}
		slices.Reverse(chain)
		for _, n := range chain {
			if err := fn(n); err != nil {
				return err
			}
		}
	}
	return nil
}
