package store

import (
	"context"
	"encoding/json"
)

// SavedFilter is what is asked of positions, kept under a name.
type SavedFilter struct {
	ID     ID
	Name   string `field:"name" words:"name" shown:"title"`
	Filter string `field:"filter" words:"text"` // a JSON object; whoever counts positions knows what is in it
}

// SavedFilters lists the saved filters by name.
func (p *Project) SavedFilters(ctx context.Context) ([]SavedFilter, error) {
	return listByName(ctx, p, EntitySavedFilter, func(f SavedFilter) string { return f.Name })
}

// SaveFilter keeps a filter under a name: as the one with the id, or as a new one if that is zero. CodeInvalid if the filter is no JSON
// object, or the name is none.
func (b *Batch) SaveFilter(id ID, name, filter string) (SavedFilter, error) {
	f := SavedFilter{ID: id, Name: name, Filter: filter}
	if id == (ID{}) {
		err := checkFilter(nil, &f)
		if err == nil {
			err = b.add(EntitySavedFilter, &f)
		}
		return f, err
	}
	return f, update(b, EntitySavedFilter, id, func(g *SavedFilter) { g.Name, g.Filter = f.Name, f.Filter }, checkFilter)
}

// AddFilter keeps a filter under a name as a new one with that id; CodeExists if there is one.
func (b *Batch) AddFilter(id ID, name, filter string) error {
	f := SavedFilter{ID: id, Name: name, Filter: filter}
	if err := checkFilter(nil, &f); err != nil {
		return err
	}
	return b.add(EntitySavedFilter, &f)
}

func checkFilter(_, f *SavedFilter) error {
	if err := named(&f.Name, invalidf("A filter needs a name.")); err != nil {
		return err
	}
	var asked map[string]json.RawMessage
	if err := json.Unmarshal([]byte(f.Filter), &asked); err != nil || asked == nil {
		return NewError(CodeInvalid, err, "What the filter “%s” asks is no JSON object.", f.Name)
	}
	return nil
}
