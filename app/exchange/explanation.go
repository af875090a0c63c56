package exchange

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"standpoint/store"
)

// What is kept of who stands where: changes that are explained, and filters of positions.

// explanationsOf returns the rows of all explanations, by positions and coder. Two of one coder of one change, as merging coders can leave
// them, become one.
func explanationsOf(ctx context.Context, p *store.Project) ([]Explanation, error) {
	list, err := p.Explanations(ctx)
	if err != nil {
		return nil, err
	}
	rows := make([]Explanation, len(list))
	for i, e := range list {
		rows[i] = Explanation{e.Earlier, e.Later, e.Coder, e.EarlierHeld, e.LaterHeld, e.Note}
	}
	if err := resolveHeld(ctx, p, rows); err != nil {
		return nil, err
	}
	slices.SortStableFunc(rows, func(a, b Explanation) int {
		return cmp.Or(compareIDs(a.Earlier, b.Earlier), compareIDs(a.Later, b.Later), compareIDs(a.Coder, b.Coder))
	})
	var each []Explanation
	for _, r := range rows {
		if last := len(each) - 1; last >= 0 && each[last].key() == r.key() {
			r.Note = strings.TrimSpace(each[last].Note + "\n\n" + r.Note)
			each[last] = r
			continue
		}
		each = append(each, r)
	}
	return each, nil
}

// key is what there is one explanation for.
func (r Explanation) key() store.ID { return store.ExplanationID(r.Earlier, r.Later, r.Coder) }

// resolveHeld has what positions held name what stands for it now. What is gone stays as it is.
func resolveHeld(ctx context.Context, p *store.Project, rows []Explanation) error {
	var issues, actors []store.ID
	for _, r := range rows {
		for _, held := range []store.Held{r.EarlierHeld, r.LaterHeld} {
			issues, actors = append(issues, held.Issue), append(actors, held.Holders...)
		}
	}
	issueFor, err := p.Standing(ctx, store.EntityIssue, issues)
	if err != nil {
		return err
	}
	actorFor, err := p.Standing(ctx, store.EntityActor, actors)
	for i := range rows {
		for _, held := range []*store.Held{&rows[i].EarlierHeld, &rows[i].LaterHeld} {
			held.Issue = cmp.Or(issueFor[held.Issue], held.Issue)
			for k, id := range held.Holders {
				held.Holders[k] = cmp.Or(actorFor[id], id)
			}
			normaliseHeld(held)
		}
	}
	return err
}

// explanation checks what the store asks of an explanation. What its positions held need not be there any more.
func (c *checker) explanation(at spot, r *Explanation) error {
	if c.seen.explanations[r.key()] {
		return c.found.tell(at, "This coder has explained this change already. Join the two.")
	}
	c.seen.explanations[r.key()] = true
	if r.Earlier == r.Later {
		return c.found.tell(at.field("later"), "A change lies between two positions, not in one.")
	}
	normaliseHeld(&r.EarlierHeld)
	normaliseHeld(&r.LaterHeld)
	return firstError(
		c.words(at, store.EntityExplanation, r),
		c.reference(at.field("earlier"), store.EntityAnnotation, r.Earlier),
		c.reference(at.field("later"), store.EntityAnnotation, r.Later),
		c.reference(at.field("coder"), store.EntityCoder, r.Coder),
		c.held(at.field("earlier_held"), r.EarlierHeld),
		c.held(at.field("later_held"), r.LaterHeld))
}

func (c *checker) held(at spot, h store.Held) error {
	if wrong, is := errors.AsType[*store.Error](h.Check()); is {
		return c.found.note(at, wrong.Sentence())
	}
	return nil
}

// savedFilter checks what the store asks of a filter. What it names need not be there, as with a search.
func (c *checker) savedFilter(at spot, r *SavedFilter) error {
	err := c.words(at, store.EntitySavedFilter, r)
	if err == nil && r.Filter == nil {
		err = c.found.tell(at.field("filter"), "It is missing.")
	}
	return err
}

// planExplanations plans the explanations of changes between positions that are there, or will be.
func (p *plan) planExplanations() error {
	left := map[key]bool{}
	for _, r := range p.result.Deleted {
		left[key{r.Entity, r.ID}] = true
	}
	list, err := explanationsOf(p.ctx, p.project)
	if err != nil {
		return err
	}
	here := map[store.ID]Explanation{}
	for _, r := range list {
		here[r.key()] = r
	}
	p.seen.explanations = map[store.ID]bool{} // the rows are checked once more
	return eachRow(p, p.explanation, func(r Explanation) error {
		row := named(store.EntityExplanation, r.key(), r.Note)
		gone := p.gone(store.EntityExplanation, row.ID)
		for _, id := range []store.ID{r.Earlier, r.Later} {
			gone = gone || p.gone(store.EntityAnnotation, id) || left[key{store.EntityAnnotation, id}]
		}
		if gone {
			p.leave(row)
			return nil
		}
		write := func(b *store.Batch) error {
			return b.Explain(store.Explanation{
				Earlier: r.Earlier, Later: r.Later, Coder: r.Coder, EarlierHeld: r.EarlierHeld, LaterHeld: r.LaterHeld, Note: r.Note,
			})
		}
		is, known := here[r.key()]
		if !known {
			p.add(row, write)
			return nil
		}
		resolved := []Explanation{r}
		if err := resolveHeld(p.ctx, p.project, resolved); err != nil {
			return err
		}
		p.compare(row, is, resolved[0], write)
		return nil
	})
}

// savedFiltersOf returns the rows of all saved filters, by id. One that asks what is no object is left out.
func savedFiltersOf(ctx context.Context, p *store.Project) ([]SavedFilter, error) {
	list, err := p.SavedFilters(ctx)
	var rows []SavedFilter
	for _, f := range list {
		decode := json.NewDecoder(strings.NewReader(f.Filter))
		decode.UseNumber()
		r := SavedFilter{ID: f.ID, Name: f.Name}
		if err := decode.Decode(&r.Filter); err == nil && r.Filter != nil {
			rows = append(rows, r)
		}
	}
	slices.SortFunc(rows, func(a, b SavedFilter) int { return compareIDs(a.ID, b.ID) })
	return rows, err
}

func (p *plan) planSavedFilters() error {
	here, err := savedFiltersOf(p.ctx, p.project)
	if err != nil {
		return err
	}
	return eachRow(p, p.savedFilter, func(r SavedFilter) error {
		row := named(store.EntitySavedFilter, r.ID, r.Name)
		filter, err := json.Marshal(r.Filter)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(here, func(f SavedFilter) bool { return f.ID == r.ID })
		switch {
		case p.gone(store.EntitySavedFilter, r.ID):
			p.leave(row)
		case i >= 0:
			p.compare(row, here[i], r, func(b *store.Batch) error {
				_, err := b.SaveFilter(r.ID, r.Name, string(filter))
				return err
			})
		default:
			p.add(row, func(b *store.Batch) error { return b.AddFilter(r.ID, r.Name, string(filter)) })
		}
		return nil
	})
}

// normaliseHeld puts holders into their one order, each once.
func normaliseHeld(h *store.Held) {
	slices.SortFunc(h.Holders, compareIDs)
	h.Holders = slices.Compact(h.Holders)
}
