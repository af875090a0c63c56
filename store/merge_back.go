package store

import (
	"context"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/say"
	"standpoint/store/text"
)

// TakeBackMerge takes back the latest merge: what it brought leaves the journal, and the rows are folded without it. This is
// no undo. It leaves nothing that a later merge would pass on as a deletion, and merging the other copy again brings all of
// it back. hidden is how many rows have changes of this copy but, without the merge, nothing that makes them: they are
// not shown until what makes them is back. CodeNotFound if there is no merge to take back.
func (p *Project) TakeBackMerge(ctx context.Context) (taken MergeRecord, hidden int, err error) {
	err = p.on(ctx, func(w *writer) error {
		if p.merging.Load() {
			return mergeGoesOn()
		}
		list, err := mergeRecords(w.db)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return notFoundf("There is no merge in this copy to take back.")
		}
		taken = list[0]
		b := &Batch{w: w, at: p.now(), touched: map[Entity][]ID{}, seen: map[rowKey]bool{}, stale: newStale(), settled: true}
		if err := w.transaction(func() error {
			hidden, err = b.withdraw(taken)
			return err
		}); err != nil {
			return err
		}
		if err := w.renewCoder(); err != nil {
			return err
		}
		if err := p.refreshTitles(w.db); err != nil {
			return err
		}
		p.bodies.forget()
		p.publish(b.event())
		return nil
	})
	return taken, hidden, err
}

// withdraw takes what a merge brought out of the journal.
func (b *Batch) withdraw(r MergeRecord) (hidden int, err error) {
	for id, brought := range r.Brought {
		if err := b.mustBePossible(id, brought); err != nil {
			return 0, err
		}
	}
	for id, brought := range r.Brought {
		if err := b.cutSession(id, brought); err != nil {
			return 0, err
		}
	}
	db := b.w.db
	for _, query := range []string{
		`DELETE FROM action WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.action = action.key)
			AND NOT EXISTS (SELECT 1 FROM local l WHERE l.key = '` + localMerge + `' || hex(action.id))`,
		`DELETE FROM session WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.session = session.key)`,
	} {
		if err := db.Exec(query); err != nil {
			return 0, err
		}
	}
	if err := db.Exec(`DELETE FROM action WHERE id = ?`, r.Action[:]); err != nil {
		return 0, err
	}
	if err := db.Exec(`DELETE FROM local WHERE key = ? || hex(?)`, localMerge, r.Action[:]); err != nil {
		return 0, err
	}
	for e, list := range b.touched {
		for _, id := range list {
			if err := refold(db, e, id, b.stale); err != nil {
				return 0, err
			}
			orphaned, err := b.isOrphan(e, id)
			if err != nil {
				return 0, err
			}
			if orphaned {
				hidden++
			}
		}
	}
	if err := dropUnnamed(db); err != nil {
		return 0, err
	}
	return hidden, b.settle()
}

// mustBePossible refuses to take back what ended for ever something that was here: it has lost what it said.
func (b *Batch) mustBePossible(id ID, brought broughtRange) error {
	n, err := sqlite.Number(b.w.db, `SELECT EXISTS (SELECT 1 FROM session s JOIN change p ON p.session = s.key AND p.seq BETWEEN ?2 AND ?3
		JOIN change c ON c.entity = p.entity AND c.id = p.id AND (c.session <> p.session OR c.seq < ?2)
		WHERE s.uuid = ?1 AND p.fields LIKE '%"`+journal.FieldPurge+`":true%')`, id[:], brought.First, brought.Last)
	if err == nil && n > 0 {
		err = invalidf("The merge cannot be taken back: the other copy's trash had been emptied, and what was in it ended here, too. Restore "+
			"the backup that was made before the merge (%s).", say.AdviceRestore)
	}
	return err
}

// cutSession takes a range that is the end of a session out of the journal.
func (b *Batch) cutSession(id ID, brought broughtRange) error {
	db := b.w.db
	var key, last int64
	found, err := sqlite.One(db, []any{&key, &last},
		`SELECT s.key, coalesce((SELECT max(seq) FROM change c WHERE c.session = s.key), 0) FROM session s WHERE s.uuid = ?`, id[:])
	if err != nil || !found {
		return err
	}
	if last != brought.Last {
		return damagedf("The merge cannot be taken back: session %s has gone on since. Restore a backup from before it (%s).",
			id, say.AdviceRestore)
	}
	err = sqlite.Each(db, func(scan func(...any) error) error {
		var row rowKey
		err := scan((*stringColumn)(&row.entity), (*idColumn)(&row.id))
		b.touch(row.entity, row.id)
		return err
	}, `SELECT DISTINCT entity, id FROM change WHERE session = ? AND seq >= ?`, key, brought.First)
	if err != nil {
		return err
	}
	if err := db.Exec(`DELETE FROM change WHERE session = ? AND seq >= ?`, key, brought.First); err != nil {
		return err
	}
	_, chain, err := chainOf(db, "main", id, key, 0)
	if err != nil {
		return err
	}
	return db.Exec(`UPDATE session SET chain = ? WHERE key = ?`, chain[:], key)
}

// isOrphan reports whether a row has changes but none that makes it.
func (b *Batch) isOrphan(e Entity, id ID) (bool, error) {
	changes, _, err := changesOf(b.w.db, e, id)
	if err != nil || len(changes) == 0 {
		return false, err
	}
	row := journal.Fold(changes)
	return !row.Created && !row.Purged, nil
}

// dropUnnamed removes the texts and the files that no change names.
func dropUnnamed(db *sqlite.Connection) error {
	named := map[text.Hash]bool{} // texts, and files: their hashes are of one kind
	err := sqlite.Each(db, func(scan func(...any) error) error {
		var fields string
		if err := scan(&fields); err != nil {
			return err
		}
		f, err := journal.Decode([]byte(fields))
		if err != nil {
			return say.Errorf("look for texts that are named: %w", err)
		}
		for _, h := range bodiesNamed(f) {
			named[h] = true
		}
		for _, h := range originalsNamed(f) {
			if key, ok := h.bytes(); ok {
				named[text.Hash(key)] = true
			}
		}
		return nil
	}, `SELECT fields FROM change WHERE entity IN (`+withTexts+`)`)
	if err != nil {
		return err
	}
	err = dropOthers(db, named, `SELECT key, hash FROM body`, `DELETE FROM body WHERE key = ?`)
	if err != nil {
		return err
	}
	return dropOthers(db, named, `SELECT key, hash FROM original`, `DELETE FROM original WHERE key = ?`)
}

// dropOthers runs a statement for each key that a query lists with a hash that is not named.
func dropOthers(db *sqlite.Connection, named map[text.Hash]bool, query, statement string) error {
	var unnamed []int64
	err := sqlite.Each(db, func(scan func(...any) error) error {
		var key int64
		var h text.Hash
		err := scan(&key, (*hashColumn)(&h))
		if !named[h] {
			unnamed = append(unnamed, key)
		}
		return err
	}, query)
	if err != nil {
		return err
	}
	for _, key := range unnamed {
		if err := db.Exec(statement, key); err != nil {
			return err
		}
	}
	return nil
}
