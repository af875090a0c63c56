package store

import (
	"context"

	"standpoint/store/internal/sqlite"
)

// Standing returns what stands for each of some rows of an entity: itself, or what it was merged into. Rows that are not there, and such
// as are deleted or were merged into a deleted one, are left out.
func (p *Project) Standing(ctx context.Context, e Entity, list []ID) (standing map[ID]ID, err error) {
	t := tableFor(e)
	if t == nil {
		return nil, invalidf("There is no kind of row named %q.", e)
	}
	from := `r.id, r.id FROM ` + t.name() + ` r WHERE r.deleted = 0`
	if isMergeable(e) {
		from = `r.id, c.id FROM ` + t.name() + ` r CROSS JOIN ` + t.name() + ` c ON c.id = r.canonical WHERE c.live = 1`
	}
	standing = map[ID]ID{}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.EachPortion(list, func(in string, args []any) error {
			return sqlite.Each(s, func(scan func(...any) error) error {
				var id, by ID
				err := scan((*idColumn)(&id), (*idColumn)(&by))
				standing[id] = by
				return err
			}, `SELECT `+from+` AND r.id IN (`+in+`)`, args...)
		})
	})
	return standing, err
}
