package exchange

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"standpoint/store"
)

// plan is what is to be done with each row of a document that has been checked.
type plan struct {
	*checker
	result Result
	steps  []step
	done   func(done, total int)
}

// step writes one row.
type step func(b *store.Batch) error

// newPlan compares the document with the project and says what is to be written.
func newPlan(c *checker, o Options) (*plan, error) {
	p := &plan{checker: c, result: Result{Added: map[store.Entity]int{}}, done: o.Progress}
	if p.done == nil {
		p.done = func(int, int) {}
	}
	for _, part := range []func(overwrite bool) error{
		p.planCoders, p.planArticles, p.planActors, p.planIssues, p.planTags, p.planAnnotations, p.planNotes,
	} {
		if err := part(o.Overwrite); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// write takes the steps.
func (p *plan) write(ctx context.Context, b *store.Batch) error {
	for i, step := range p.steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := step(b); err != nil {
			return err
		}
		p.done(i+1, len(p.steps))
	}
	return nil
}

// add plans a row that is not in the project. One that turns out to be there, hidden by what it hangs on, is left so.
func (p *plan) add(r Row, write step) {
	p.result.Added[r.Entity]++
	p.steps = append(p.steps, func(b *store.Batch) error {
		err := write(b)
		if store.CodeOf(err) == store.CodeExists {
			p.result.Added[r.Entity]--
			p.result.Deleted = append(p.result.Deleted, r)
			return nil
		}
		if err != nil {
			return fmt.Errorf("add the %s %s: %w", r.Entity.Noun(), shorten(r.Name), err)
		}
		return nil
	})
}

// leave notes a row that was deleted here, or hangs on one that was.
func (p *plan) leave(r Row) { p.result.Deleted = append(p.result.Deleted, r) }

// compare plans a row that is in the project: nothing if it is the same, else a change if that is wanted.
func (p *plan) compare(r Row, here, there any, overwrite bool, write step) {
	fields := differing(here, there)
	switch {
	case len(fields) == 0:
		p.result.Same++
	case !overwrite:
		p.result.Differ = append(p.result.Differ, Difference{Row: r, Fields: fields})
	default:
		p.result.Changed++
		p.steps = append(p.steps, func(b *store.Batch) error {
			if err := write(b); err != nil {
				return fmt.Errorf("change the %s %s: %w", r.Entity.Noun(), shorten(r.Name), err)
			}
			return nil
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
		name, _ := fieldName(v.Type().Field(i))
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

func (p *plan) planCoders(overwrite bool) error {
	names := map[store.ID]string{}
	coders, err := p.project.Coders(p.ctx)
	for _, c := range coders {
		names[c.ID] = c.Name
	}
	for _, r := range p.doc.Coders {
		row := Row{store.EntityCoder, r.ID, r.Name}
		coder := store.Coder{ID: r.ID, Name: r.Name}
		if name, is := names[r.ID]; is {
			p.compare(row, coderRow{r.ID, name}, r, overwrite, func(b *store.Batch) error {
				return b.UpdateCoder(r.ID, func(c *store.Coder) { c.Name = r.Name })
			})
			continue
		}
		p.add(row, func(b *store.Batch) error { _, err := b.AddCoder(coder); return err })
	}
	return err
}

func (p *plan) planArticles(overwrite bool) error {
	for _, r := range p.doc.Articles {
		row := Row{store.EntityArticle, r.ID, r.Title}
		if p.gone(store.EntityArticle, r.ID) {
			p.leave(row)
			continue
		}
		is, err := p.here(store.EntityArticle, r.ID)
		if err != nil {
			return err
		}
		if !is {
			p.add(row, func(b *store.Batch) error { return addArticle(b, r) })
			continue
		}
		if err := p.compareArticle(row, r, overwrite); err != nil {
			return err
		}
	}
	return nil
}

func (p *plan) compareArticle(row Row, r articleRow, overwrite bool) error {
	a, err := p.project.Article(p.ctx, r.ID)
	if err != nil {
		return err
	}
	if a.MergedInto != (store.ID{}) {
		p.result.Same++
		return nil
	}
	here, err := articleOf(p.ctx, p.project, a)
	if err != nil {
		return err
	}
	earlier := r.EarlierBodies
	r.EarlierBodies = nil // they belong to the annotations that stand in them
	if len(earlier) > 0 {
		p.steps = append(p.steps, func(b *store.Batch) error { return addBodies(b, earlier) })
	}
	p.compare(row, here, r, overwrite, func(b *store.Batch) error {
		return b.UpdateArticle(r.ID, func(a *store.Article) { r.set(a) })
	})
	return nil
}

// set sets the fields of an article, except its body.
func (r articleRow) set(a *store.Article) {
	a.Title, a.Source, a.Author, a.Published = r.Title, r.Source, r.Author, r.Published
	a.URL, a.Section, a.Language = r.URL, r.Section, r.Language
	a.Status = store.Status(r.Status)
	if r.Status == unread {
		a.Status = store.StatusUnread
	}
}

// addArticle adds an article. The store refuses one that only its id tells from another; a document may have such, and it
// becomes the same as the other only after it is there.
func addArticle(b *store.Batch, r articleRow) error {
	if err := addBodies(b, r.EarlierBodies); err != nil {
		return err
	}
	a := store.Article{ID: r.ID}
	r.set(&a)
	_, err := b.AddArticle(a, r.Body)
	if _, twice := errors.AsType[*store.DuplicateError](err); !twice {
		return err
	}
	a.Source = r.ID.String()
	if _, err := b.AddArticle(a, r.Body); err != nil {
		return err
	}
	return b.UpdateArticle(r.ID, func(a *store.Article) { a.Source = r.Source })
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
func (p *plan) planActors(overwrite bool) error {
	var ties []func()
	for _, r := range p.doc.Actors {
		row := Row{store.EntityActor, r.ID, r.Name}
		if p.gone(store.EntityActor, r.ID) {
			p.leave(row)
			continue
		}
		r.Affiliations = slices.DeleteFunc(r.Affiliations, func(a affiliationRow) bool { return p.gone(store.EntityActor, a.Organisation) })
		r.normalise()
		is, err := p.here(store.EntityActor, r.ID)
		if err != nil {
			return err
		}
		if !is {
			p.add(row, func(b *store.Batch) error {
				_, err := b.AddActor(store.Actor{ID: r.ID, Name: r.Name, Kind: r.Kind, Description: r.Description, Colour: r.Colour})
				return err
			})
			ties = append(ties, func() { p.steps = append(p.steps, r.tie) })
			continue
		}
		a, err := p.project.Actor(p.ctx, r.ID)
		if err != nil {
			return err
		}
		if a.MergedInto != (store.ID{}) {
			p.result.Same++
			continue
		}
		here, err := actorOf(p.ctx, p.project, a)
		if err != nil {
			return err
		}
		ties = append(ties, func() {
			p.compare(row, here, r, overwrite, func(b *store.Batch) error {
				err := b.UpdateActor(r.ID, func(a *store.Actor) {
					a.Name, a.Kind, a.Description, a.Colour = r.Name, r.Kind, r.Description, r.Colour
				})
				return firstError(err, r.tie(b))
			})
		})
	}
	for _, tie := range ties {
		tie()
	}
	return nil
}

// tie sets aliases, affiliations and external ids.
func (r actorRow) tie(b *store.Batch) error {
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
type tree[T any] struct {
	entity      store.Entity
	id          func(T) store.ID
	name        func(T) string
	parent      func(*T) *store.ID
	add, update func(*store.Batch, T) error
}

func (p *plan) planIssues(overwrite bool) error {
	here, err := issuesOf(p.ctx, p.project)
	if err != nil {
		return err
	}
	return planTree(p, tree[issueRow]{
		entity: store.EntityIssue,
		id:     func(r issueRow) store.ID { return r.ID },
		name:   func(r issueRow) string { return r.Name },
		parent: func(r *issueRow) *store.ID { return &r.Parent },
		add:    func(b *store.Batch, r issueRow) error { _, err := b.AddIssue(r.issue()); return err },
		update: func(b *store.Batch, r issueRow) error {
			return b.UpdateIssue(r.ID, func(i *store.Issue) { *i = r.issue() })
		},
	}, here, p.doc.Issues, overwrite)
}

func (r issueRow) issue() store.Issue {
	return store.Issue{ID: r.ID, Name: r.Name, Description: r.Description, Colour: r.Colour, Parent: r.Parent}
}

func (p *plan) planTags(overwrite bool) error {
	here, err := tagsOf(p.ctx, p.project)
	if err != nil {
		return err
	}
	return planTree(p, tree[tagRow]{
		entity: store.EntityTag,
		id:     func(r tagRow) store.ID { return r.ID },
		name:   func(r tagRow) string { return r.Name },
		parent: func(r *tagRow) *store.ID { return &r.Parent },
		add:    func(b *store.Batch, r tagRow) error { _, err := b.AddTag(r.tag()); return err },
		update: func(b *store.Batch, r tagRow) error {
			return b.UpdateTag(r.ID, func(t *store.Tag) { *t = r.tag() })
		},
	}, here, p.doc.Tags, overwrite)
}

func (r tagRow) tag() store.Tag {
	return store.Tag{ID: r.ID, Name: r.Name, Colour: r.Colour, Parent: r.Parent}
}

// planTree plans parents before what is below them.
func planTree[T any](p *plan, t tree[T], here, given []T, overwrite bool) error {
	shown := make(map[store.ID]T, len(here))
	for _, r := range here {
		shown[t.id(r)] = r
	}
	kept := make(map[store.ID]T, len(given)) // under parents that can be kept
	for _, r := range given {
		parent := t.parent(&r)
		*parent = p.keep(t.entity, *parent)
		kept[t.id(r)] = r
	}
	ids := func(r T) (id, parent store.ID) { return t.id(r), *t.parent(&r) }
	return parentsFirst(given, ids, func(r T) error {
		r = kept[t.id(r)]
		row := Row{t.entity, t.id(r), t.name(r)}
		if p.gone(t.entity, row.ID) {
			p.leave(row)
			return nil
		}
		is, err := p.here(t.entity, row.ID)
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
		p.compare(row, before, r, overwrite, func(b *store.Batch) error { return t.update(b, r) })
		return nil
	})
}

// parentsFirst calls fn for every row, for a row's parent before the row itself. There are no circles.
func parentsFirst[T any](rows []T, ids func(T) (id, parent store.ID), fn func(T) error) error {
	byID := make(map[store.ID]T, len(rows))
	for _, r := range rows {
		id, _ := ids(r)
		byID[id] = r
	}
	done := make(map[store.ID]bool, len(rows))
	for _, r := range rows {
		var chain []T
		for id, parent := ids(r); !done[id]; id, parent = ids(r) {
			done[id] = true
			chain = append(chain, r)
			above, given := byID[parent]
			if !given {
				break
			}
			r = above
		}
		slices.Reverse(chain)
		for _, r := range chain {
			if err := fn(r); err != nil {
				return err
			}
		}
	}
	return nil
}
