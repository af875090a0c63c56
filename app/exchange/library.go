package exchange

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"standpoint/store"
)

// What is kept of the library and of exports: collections, saved searches and presets.

// whole writes the rows of a kind that only the document of a whole project has.
func whole[T Row](e *exporter, of func(context.Context, *store.Project) ([]T, error)) func() error {
	return func() error {
		if !e.part.isWhole() {
			return nil
		}
		rows, err := of(e.ctx, e.project)
		for _, r := range rows {
			if err := e.add(r); err != nil {
				return err
			}
		}
		return err
	}
}

// collectionsOf returns the rows of all collections, by id.
func collectionsOf(ctx context.Context, p *store.Project) ([]Collection, error) {
	list, err := p.Collections(ctx)
	if err != nil {
		return nil, err
	}
	rows := make([]Collection, len(list))
	for i, c := range list {
		articles, err := p.ArticleIDs(ctx, store.ArticleQuery{ArticleFilter: store.ArticleFilter{Collection: c.ID}})
		if err != nil {
			return nil, err
		}
		rows[i] = Collection{ID: c.ID, Name: c.Name, Sample: c.Sample, Seed: c.Seed, Articles: articles}
		rows[i].normalise()
	}
	slices.SortFunc(rows, func(a, b Collection) int { return compareIDs(a.ID, b.ID) })
	return rows, nil
}

// savedSearchesOf returns the rows of all saved searches, by id. One of a later version, which cannot be read, is left out.
func savedSearchesOf(ctx context.Context, p *store.Project) ([]SavedSearch, error) {
	list, err := p.SavedSearches(ctx)
	var rows []SavedSearch
	for _, s := range list {
		if f, err := s.Articles(); err == nil {
			rows = append(rows, SavedSearch{ID: s.ID, Name: s.Name, Filter: f})
		}
	}
	slices.SortFunc(rows, func(a, b SavedSearch) int { return compareIDs(a.ID, b.ID) })
	return rows, err
}

// presetsOf returns the rows of all presets, by id. One whose choices are no object is left out.
func presetsOf(ctx context.Context, p *store.Project) ([]Preset, error) {
	list, err := p.Presets(ctx)
	var rows []Preset
	for _, s := range list {
		decode := json.NewDecoder(strings.NewReader(s.Options))
		decode.UseNumber()
		r := Preset{ID: s.ID, Name: s.Name}
		if err := decode.Decode(&r.Options); err == nil && r.Options != nil {
			rows = append(rows, r)
		}
	}
	slices.SortFunc(rows, func(a, b Preset) int { return compareIDs(a.ID, b.ID) })
	return rows, err
}

// normalise puts what has no order of its own into one, and makes one of what is twice.
func (r *Collection) normalise() {
	slices.SortFunc(r.Articles, compareIDs)
	r.Articles = slices.Compact(r.Articles)
}

func (c *checker) collection(at spot, r *Collection) error {
	r.normalise()
	err := c.words(at, store.EntityCollection, r)
	for i, id := range r.Articles {
		err = firstError(err, c.reference(at.field("articles").index(i), store.EntityArticle, id))
	}
	return err
}

// savedSearch checks what a search asks. What it names need not be there: then it leaves nothing.
func (c *checker) savedSearch(at spot, r *SavedSearch) error {
	filter := at.field("filter")
	return firstError(
		c.words(at, store.EntitySavedSearch, r),
		c.date(filter.field("from"), &r.Filter.From), c.date(filter.field("to"), &r.Filter.To))
}

// preset checks what the store asks of a preset. What the choices name need not be there, as with a search.
func (c *checker) preset(at spot, r *Preset) error {
	err := c.words(at, store.EntityPreset, r)
	if err == nil && r.Options == nil {
		err = c.found.tell(at.field("options"), "It is missing.")
	}
	return err
}

func (p *plan) planCollections() error {
	here, err := collectionsOf(p.ctx, p.project)
	if err != nil {
		return err
	}
	return eachRow(p, p.collection, func(r Collection) error {
		r.Articles = slices.DeleteFunc(r.Articles, func(id store.ID) bool { return p.gone(store.EntityArticle, id) })
		row := named(store.EntityCollection, r.ID, r.Name)
		i := slices.IndexFunc(here, func(c Collection) bool { return c.ID == r.ID })
		switch {
		case p.gone(store.EntityCollection, r.ID):
			p.leave(row)
		case i >= 0:
			p.compare(row, here[i], r, func(b *store.Batch) error { return changeCollection(b, here[i], r) })
		default:
			p.add(row, func(b *store.Batch) error {
				if _, err := b.AddCollection(store.Collection{ID: r.ID, Name: r.Name, Sample: r.Sample, Seed: r.Seed}); err != nil {
					return err
				}
				return b.Collect(r.ID, r.Articles...)
			})
		}
		return nil
	})
}

// changeCollection makes a collection what a row says.
func changeCollection(b *store.Batch, before, r Collection) error {
	if err := b.UpdateCollection(r.ID, func(c *store.Collection) { c.Name, c.Sample, c.Seed = r.Name, r.Sample, r.Seed }); err != nil {
		return err
	}
	out := slices.DeleteFunc(slices.Clone(before.Articles), func(id store.ID) bool { return slices.Contains(r.Articles, id) })
	if err := b.TakeOut(r.ID, out...); err != nil {
		return err
	}
	return b.Collect(r.ID, r.Articles...)
}

func (p *plan) planSavedSearches() error {
	here, err := savedSearchesOf(p.ctx, p.project)
	if err != nil {
		return err
	}
	return eachRow(p, p.savedSearch, func(r SavedSearch) error {
		row := named(store.EntitySavedSearch, r.ID, r.Name)
		i := slices.IndexFunc(here, func(s SavedSearch) bool { return s.ID == r.ID })
		switch {
		case p.gone(store.EntitySavedSearch, r.ID):
			p.leave(row)
		case i >= 0:
			p.compare(row, here[i], r, func(b *store.Batch) error {
				_, err := b.SaveSearch(r.ID, r.Name, r.Filter)
				return err
			})
		default:
			p.add(row, func(b *store.Batch) error { return b.AddSearch(r.ID, r.Name, r.Filter) })
		}
		return nil
	})
}

func (p *plan) planPresets() error {
	here, err := presetsOf(p.ctx, p.project)
	if err != nil {
		return err
	}
	return eachRow(p, p.preset, func(r Preset) error {
		row := named(store.EntityPreset, r.ID, r.Name)
		options, err := json.Marshal(r.Options)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(here, func(s Preset) bool { return s.ID == r.ID })
		switch {
		case p.gone(store.EntityPreset, r.ID):
			p.leave(row)
		case i >= 0:
			p.compare(row, here[i], r, func(b *store.Batch) error {
				_, err := b.SavePreset(r.ID, r.Name, string(options))
				return err
			})
		default:
			p.add(row, func(b *store.Batch) error { return b.AddPreset(r.ID, r.Name, string(options)) })
		}
		return nil
	})
}
