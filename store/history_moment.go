package store

import (
	"context"
	"errors"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/say"
	"standpoint/store/workfolder"
)

// At opens the project as it was after an action, to be read: a private copy whose journal ends there, removed when it is closed.
// What a merge brought came with the merge, whenever it was done. The project itself stays open, and nothing in it changes.
// CodeNotFound if there is no such action.
func (p *Project) At(ctx context.Context, action ID) (then *Project, err error) {
	err = withRoom(ctx, p.path, p.folders, func(folder *workfolder.Folder) (keep bool, err error) {
		then, err = p.at(ctx, action, folder)
		return err == nil, err
	})
	return then, err
}

func (p *Project) at(ctx context.Context, action ID, folder *workfolder.Folder) (*Project, error) {
	path := folder.Path("then" + Extension)
	if err := p.vacuumInto(ctx, path); err != nil {
		return nil, say.Errorf("look at an earlier state of %s: %w", p.path, err)
	}
	if err := cutJournal(ctx, path, action); err != nil {
		return nil, err
	}
	then, err := Open(ctx, path, Options{ReadOnly: true, folders: p.folders, Coder: p.Coder().Name, Now: p.now})
	if err != nil {
		return nil, err
	}
	then.private, then.past = folder, true
	return then, nil
}

// IsPast reports whether this is an earlier state of a project, from At.
func (p *Project) IsPast() bool { return p.past }

// lastOf returns the key of the last action that an action brought: that of a merge is the last one which came with it. Keys are in
// the order in which actions were done or came here, which is that of the history.
func lastOf(db *sqlite.Connection, action ID) (last int64, err error) {
	found, err := sqlite.One(db, []any{&last}, `SELECT key FROM action WHERE id = ?`, action[:])
	if err == nil && !found {
		err = notFoundf("There is no action with the id %s in the history.", action)
	}
	if err != nil {
		return 0, err
	}
	merges, err := mergeRecords(db)
	for _, r := range merges {
		if r.Action != action {
			continue
		}
		for session, came := range r.Brought {
			n, err := sqlite.Number(db, `SELECT coalesce(max(c.action), 0) FROM session s JOIN change c ON c.session = s.key
				WHERE s.uuid = ? AND c.seq BETWEEN ? AND ?`, session[:], came.First, came.Last)
			if err != nil {
				return 0, err
			}
			last = max(last, int64(n))
		}
	}
	return last, err
}

// cutSessions takes out of the journal what came after an action. What is left of a session is its beginning.
func cutSessions(db *sqlite.Connection, last int64) error {
	type cut struct{ session, seq int64 }
	var cuts []cut
	err := sqlite.Each(db, func(scan func(...any) error) error {
		var c cut
		err := scan(&c.session, &c.seq)
		cuts = append(cuts, c)
		return err
	}, `SELECT session, min(seq) FROM change WHERE action > ? GROUP BY session`, last)
	for _, c := range cuts {
		if err == nil {
			err = db.Exec(`DELETE FROM change WHERE session = ? AND seq >= ?`, c.session, c.seq)
		}
	}
	return err
}

// cutJournal takes out of a file what was done after an action, and folds it anew.
func cutJournal(ctx context.Context, path string, action ID) error {
	db, err := sqlite.Connect(ctx, path, sqlite.Writing)
	if err != nil {
		return err
	}
	err = db.Run(`PRAGMA synchronous = OFF; BEGIN`)
	if err == nil {
		err = cutAfter(ctx, db, action)
	}
	if err == nil {
		err = db.Run(`COMMIT`)
	}
	return errors.Join(err, db.Close())
}

func cutAfter(ctx context.Context, db *sqlite.Connection, action ID) error {
	last, err := lastOf(db, action)
	if err != nil {
		return err
	}
	if err := cutSessions(db, last); err != nil {
		return err
	}
	for _, query := range []string{
		`DELETE FROM session WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.session = session.key)`,
		`DELETE FROM action WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.action = action.key)`,
		// bodies mostly stay
		`DELETE FROM draft`, `DELETE FROM listing`, `DELETE FROM heading`, `DELETE FROM found WHERE entity <> 'body'`, `DELETE FROM found_text`,
	} {
		if err := db.Exec(query); err != nil {
			return err
		}
	}
	for _, t := range tables {
		if err := db.Exec(`DELETE FROM ` + t.name()); err != nil {
			return err
		}
	}
	sessions, err := sessionsIn(db, "main")
	if err != nil {
		return err
	}
	for id, s := range sessions {
		var chain journal.Chain
		if _, chain, err = chainOf(db, "main", id, s.key, 0); err != nil {
			return err
		}
		if err := db.Exec(`UPDATE session SET chain = ? WHERE key = ?`, chain[:], s.key); err != nil {
			return err
		}
	}
	if err := dropTally(db); err != nil {
		return err
	}
	if err := refoldAll(db, newBodies(), false, ctx.Err, func(Entity, ID, error) {}); err != nil {
		return err
	}
	const gone = `SELECT f.key FROM found f LEFT JOIN article a ON a.id = f.id AND a.live = 1 WHERE f.entity = 'body' AND a.id IS NULL`
	if err := db.Exec(`DELETE FROM found_body WHERE rowid IN (` + gone + `)`); err != nil {
		return err
	}
	return db.Exec(`DELETE FROM found WHERE key IN (` + gone + `)`)
}
