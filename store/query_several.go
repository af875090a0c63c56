package store

import (
	"context"
	"slices"

	"standpoint/store/internal/sqlite"
)

// PositionsAmong returns the positions that are among annotations, and those that rest on statements among them, by few queries.
func (p *Project) PositionsAmong(ctx context.Context, annotations []ID) (positions []ID, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.EachPortion(annotations, func(in string, args []any) error {
			more, err := ids(s, `SELECT id FROM annotation WHERE id IN (`+in+`) AND kind = 'position' AND shown_in IS NOT NULL
				UNION SELECT id FROM annotation WHERE statement IN (`+in+`) AND kind = 'position' AND shown_in IS NOT NULL`,
				slices.Concat(args, args)...)
			positions = append(positions, more...)
			return err
		})
	})
	slices.SortFunc(positions, compareIDs)
	return slices.Compact(positions), err
}
