package store

import (
	"context"
	"encoding/json"
	"slices"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// SavedSearch is a filter kept under a name. What it lists follows what is in the project.
type SavedSearch struct {
	ID     ID
	Name   string `field:"name" words:"name" shown:"title"`
	Filter string `field:"filter" words:"text"` // an ArticleFilter as JSON
}

// fieldFilter is the field with what the search asks.
const fieldFilter = "filter"

// Articles returns what the search asks of articles; CodeInvalid if it is not readable.
func (s SavedSearch) Articles() (f ArticleFilter, err error) {
	if err := json.Unmarshal([]byte(s.Filter), &f); err != nil {
		return f, NewError(CodeInvalid, err, "The saved search “%s” is not readable: it may be of a later version of Standpoint.", s.Name)
	}
	return f, nil
}

// SavedSearches lists the saved searches by name.
func (p *Project) SavedSearches(ctx context.Context) ([]SavedSearch, error) {
	return listByName(ctx, p, EntitySavedSearch, func(s SavedSearch) string { return s.Name })
}

// listByName lists the rows of an entity of which there are few, by their names.
func listByName[T any](ctx context.Context, p *Project, e Entity, name func(T) string) (list []T, err error) {
	t := tableFor(e)
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var r T
			err := scan(t.destinations(&r)...)
			list = append(list, r)
			return err
		}, `SELECT `+t.selection("r")+` FROM `+t.name()+` r WHERE r.deleted = 0 ORDER BY r.id`)
	})
	slices.SortStableFunc(list, func(a, b T) int { return text.CompareNames(name(a), name(b)) })
	return list, err
}

// SaveSearch keeps a filter under a name: as the search with the id, or as a new one if that is zero.
func (b *Batch) SaveSearch(id ID, name string, f ArticleFilter) (SavedSearch, error) {
	filter, err := json.Marshal(f)
	if err != nil {
		return SavedSearch{}, err
	}
	s := SavedSearch{ID: id, Name: name, Filter: string(filter)}
	if id == (ID{}) {
		return s, b.add(EntitySavedSearch, &s)
	}
	return s, update(b, EntitySavedSearch, id, func(q *SavedSearch) { q.Name, q.Filter = s.Name, s.Filter },
		func(_, _ *SavedSearch) error { return nil })
}

// AddSearch keeps a filter under a name as a new search with that id; CodeExists if there is one.
func (b *Batch) AddSearch(id ID, name string, f ArticleFilter) error {
	filter, err := json.Marshal(f)
	if err != nil {
		return err
	}
	return b.add(EntitySavedSearch, &SavedSearch{ID: id, Name: name, Filter: string(filter)})
}
