package store

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/say"
)

// Purge is one action that ends rows of the trash for ever, with all that hangs on them, in batches between which others write: their
// changes keep their place in the journal and lose what they said, in this copy and in each that it is merged into. Texts that nothing
// names any more go, and the file shrinks. It cannot be undone. Backups and other copies keep what they have until then. What hangs on a
// row goes with it in one batch, so that a purge that is broken off has ended whole rows only, and left the others in the trash. Use it
// from one goroutine.
type Purge struct {
	project *Project
	action  action

	left  []TrashRow
	total int
	ended map[rowKey]bool // with what hung on them
	pace  rowPace
	isNew bool // nothing was ended so far
}

// BeginPurge begins to end rows. Nothing is written before the first Next.
func (p *Project) BeginPurge(list []TrashRow) *Purge {
	return &Purge{
		project: p, action: action{kind: ActionPurge, title: Title{Code: TitleEmptyTrash}.encode()}, left: list, total: len(list),
		ended: map[rowKey]bool{}, isNew: true,
	}
}

// BeginEmptying begins to end all that is in the trash when the first Next is called.
func (p *Project) BeginEmptying(ctx context.Context) (*Purge, error) {
	var list []TrashRow
	err := p.read(ctx, func(s sqlite.Snapshot) error {
		for _, t := range titled {
			found, err := ids(s, `SELECT id FROM `+t.name()+` WHERE deleted > 0`)
			if err != nil {
				return err
			}
			for _, id := range found {
				list = append(list, TrashRow{Entity: t.entity, ID: id})
			}
		}
		return nil
	})
	return p.BeginPurge(list), err
}

// Done returns how many of how many rows of the trash are done; what hangs on them is not counted.
func (g *Purge) Done() (done, total int) { return g.total - len(g.left), g.total }

// Ended returns how many rows were ended, with those that hung on them.
func (g *Purge) Ended() int { return len(g.ended) }

// Reserve does nothing: where a purge stands among others makes no difference.
func (g *Purge) Reserve(context.Context) error { return nil }

// Next ends the next rows, at most 50 but for what hangs on the last one; more says that there are rows left. CodeInvalid if a row of the
// first ones is not in the trash; later ones that are no longer in it are left out. After an error what was ended before stays ended.
func (g *Purge) Next(ctx context.Context) (more bool, err error) {
	if len(g.left) == 0 {
		return false, nil
	}
	var rows int
	var ended map[rowKey]bool
	err = g.project.on(ctx, func(w *writer) error {
		err := w.batch(&g.action, func(b *Batch) error {
			rows, ended = 0, map[rowKey]bool{}
			for rows < len(g.left) && len(ended) < g.pace.rows() {
				if err := g.end(b, g.left[rows], ended); err != nil {
					return err
				}
				rows++
			}
			return nil
		})
		g.pace.follow(len(ended), w.worked)
		return err
	})
	if err != nil {
		return false, err
	}
	maps.Copy(g.ended, ended)
	g.left, g.isNew = g.left[rows:], false
	return len(g.left) > 0, nil
}

// Pack leaves nothing in the file of what was ended: it may take as long as writing the whole file. If it is broken off, or another program
// reads the file meanwhile, the next opening does it.
func (g *Purge) Pack(ctx context.Context) error {
	if len(g.ended) == 0 {
		return nil
	}
	return g.project.shrink(ctx)
}

// end ends a row with what hangs on it, and adds them to those that the batch has ended.
func (g *Purge) end(b *Batch, r TrashRow, ended map[rowKey]bool) error {
	t := tableFor(r.Entity)
	if t == nil {
		return invalidf("There is no kind of row named %q.", r.Entity)
	}
	pending := []rowKey{{r.Entity, r.ID}}
	if g.ended[pending[0]] || ended[pending[0]] { // it hung on another
		return nil
	}
	f, err := t.get(b.w.db, r.ID)
	switch {
	case err != nil:
		return err
	case (f == nil || f.live()) && !g.isNew:
		return nil
	case f == nil || f.live():
		return invalidf("“%s” is not in the trash.", r.Title)
	}
	var together []rowKey
	for len(pending) > 0 {
		row := pending[0]
		pending = pending[1:]
		if g.ended[row] || ended[row] {
			continue
		}
		ended[row], together = true, append(together, row)
		hanging, err := purgedWith(b.w.db, row)
		if err != nil {
			return err
		}
		pending = append(pending, hanging...)
	}
	for _, row := range together {
		if err := b.change(row.entity, row.id, journal.Fields{journal.FieldPurge: []byte("true")}); err != nil {
			return err
		}
	}
	return nil
}

// Purge ends rows of the trash for ever, as BeginPurge does, and packs the file. It returns how many rows were ended. CodeInvalid if a row
// is not in the trash.
func (p *Project) Purge(ctx context.Context, list []TrashRow) (n int, err error) {
	return p.BeginPurge(list).all(ctx)
}

// EmptyTrash purges all that is in the trash.
func (p *Project) EmptyTrash(ctx context.Context) (n int, err error) {
	g, err := p.BeginEmptying(ctx)
	if err != nil {
		return 0, err
	}
	return g.all(ctx)
}

func (g *Purge) all(ctx context.Context) (n int, err error) {
	for more := true; more; {
		if more, err = g.Next(ctx); err != nil {
			break
		}
	}
	return g.Ended(), errors.Join(err, g.Pack(context.WithoutCancel(ctx)))
}

// purgedWith returns what hangs on a row, be it shown or not, and what was merged into it: people see these as one.
func purgedWith(src sqlite.Source, row rowKey) ([]rowKey, error) {
	var list []rowKey
	for _, r := range relations {
		if r.tie == refers || !r.mayName(row.entity) {
			continue
		}
		found, err := ids(src, r.query(), row.id[:])
		if err != nil {
			return nil, err
		}
		for _, id := range found {
			list = append(list, rowKey{r.from.entity, id})
		}
	}
	return list, nil
}

// absorb takes the fields from all changes of a row that was purged, the names that it had from the titles of what was done to
// it, and what is remembered of it for this copy alone.
func (s *stale) absorb(db *sqlite.Connection, changes []journal.Change) error {
	s.purged = true
	names := namesIn(changes)
	for _, c := range changes {
		if c.Purges() || c.IsAbsorbed() {
			continue
		}
		encoded, err := c.Fields.Encode()
		if err != nil {
			return err
		}
		err = db.Exec(`UPDATE change SET fields = ? WHERE session = (SELECT key FROM session WHERE uuid = ?) AND seq = ?`,
			string(journal.Absorb(encoded)), c.Session[:], c.Seq)
		if err != nil {
			return err
		}
		if err := forgetNames(db, c.Action, names); err != nil {
			return err
		}
	}
	id := changes[0].ID
	if err := db.Exec(`DELETE FROM draft WHERE article = ? OR key = ?`, id[:], id.String()); err != nil {
		return err
	}
	if err := db.Exec(`DELETE FROM local WHERE key LIKE '%' || ?`, id.String()); err != nil {
		return err
	}
	return dropTally(db)
}

// namesIn lists the names and titles that a row ever had.
func namesIn(changes []journal.Change) []string {
	var names []string
	for _, c := range changes {
		for _, field := range []string{"name", "title"} {
			var name string
			if json.Unmarshal(c.Fields[field], &name) == nil && name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// forgetNames puts … in place of the names in the title of an action.
func forgetNames(db *sqlite.Connection, action ID, names []string) error {
	var title string
	if _, err := sqlite.One(db, []any{(*stringColumn)(&title)}, `SELECT title FROM action WHERE id = ?`, action[:]); err != nil {
		return err
	}
	without := withoutNames(title, names)
	if without == title {
		return nil
	}
	return db.Exec(`UPDATE action SET title = ? WHERE id = ?`, without, action[:])
}

// shrink leaves nothing of purged texts in the file: in the search index, in free pages and in the log. Without a purge since the
// last time it does nothing.
func (p *Project) shrink(ctx context.Context) error {
	return p.on(ctx, func(w *writer) error {
		unpacked, err := isUnpacked(w.db)
		if err != nil || !unpacked {
			return err
		}
		err = w.beside(func() error {
			return errors.Join(w.db.Run(`INSERT INTO found_text (found_text) VALUES ('optimize')`),
				w.db.Run(`INSERT INTO found_body (found_body) VALUES ('optimize')`))
		})
		if err == nil {
			err = w.db.Run(`VACUUM`)
		}
		if err != nil {
			return say.Errorf("shrink %s: %w", p.path, err)
		}
		if emptied, err := w.db.EmptyLog(); err != nil || !emptied {
			return err // another program reads the old pages: the next session does it
		}
		return w.beside(func() error { return w.db.Exec(`DELETE FROM local WHERE key = ?`, localUnpacked) })
	})
}

// localUnpacked is the local key that is there from a purge until the file is packed, so that the next session does it if this one
// does not come to it.
const localUnpacked = "purge/unpacked"

func isUnpacked(src sqlite.Source) (bool, error) {
	n, err := sqlite.Number(src, `SELECT count(*) FROM local WHERE key = ?`, localUnpacked)
	return n > 0, err
}
