package store

import (
	"context"

	"standpoint/store/internal/sqlite"
)

// Frozen runs fn on the project as it stands now: what is written meanwhile is not in what fn reads, so that all of it fits
// together. The project that fn is given can only be read, and only until fn returns; of several goroutines that do, one waits for the
// other's row.
func (p *Project) Frozen(ctx context.Context, fn func(now *Project) error) error {
	return p.read(ctx, func(s sqlite.Snapshot) error {
		if _, err := sqlite.Number(s, `SELECT count(*) FROM session`); err != nil { // the first query says which moment it is
			return err
		}
		return fn(&Project{
			path: p.path, reading: p.reading, readOnly: true, past: p.past, now: p.now, coder: p.Coder(), self: p.self,
			bodies: p.bodies, tally: newTally(), watch: p.watch, frozen: &s, subscribers: map[int]func(Event){},
		})
	})
}
