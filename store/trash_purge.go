package store

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/say"
)

// Purge ends rows of the trash for ever, with all that hangs on them: their changes keep their place in the journal and lose
// what they said, in this copy and in each that it is merged into. Texts that nothing names any more go, and the file shrinks. It
// cannot be undone. Backups and other copies keep what they have until then. It returns how many rows were ended. CodeInvalid if a
// row is not in the trash.
func (p *Project) Purge(ctx context.Context, list []TrashRow) (n int, err error) {
	err = p.on(ctx, func(w *writer) error {
		return w.batch(&action{kind: ActionPurge, title: Title{Code: TitleEmptyTrash}.encode()}, func(b *Batch) error {
			n, err = b.purge(list)
			return err
		})
	})
	if err != nil || n == 0 {
		return n, err
	}
	return n, p.shrink(ctx)
}

// EmptyTrash purges all that is in the trash.
func (p *Project) EmptyTrash(ctx context.Context) (n int, err error) {
	list, _, err := p.Trash(ctx, Page{})
	if err != nil {
		return 0, err
	}
	return p.Purge(ctx, list)
}

func (b *Batch) purge(list []TrashRow) (int, error) {
	done := map[rowKey]bool{}
	var pending []rowKey
	for _, r := range list {
		t := tableFor(r.Entity)
		if t == nil {
			return 0, invalidf("There is no kind of row named %q.", r.Entity)
		}
		f, err := t.get(b.w.db, r.ID)
		if err != nil {
			return 0, err
		}
		if f == nil || f.live() {
			return 0, invalidf("“%s” is not in the trash.", r.Title)
		}
		pending = append(pending, rowKey{r.Entity, r.ID})
	}
	for len(pending) > 0 {
		row := pending[0]
		pending = pending[1:]
		if done[row] {
			continue
		}
		done[row] = true
		hanging, err := purgedWith(b.w.db, row)
		if err != nil {
			return 0, err
		}
		pending = append(pending, hanging...)
	}
	for row := range done {
		if err := b.change(row.entity, row.id, journal.Fields{journal.FieldPurge: []byte("true")}); err != nil {
			return 0, err
		}
	}
	return len(done), nil
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
