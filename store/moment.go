package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"standpoint/store/journal"
)

// At opens the project as it was after an action, to be read: a private copy whose journal ends there, removed when it is closed.
// The project itself stays open, and nothing in it changes. CodeNotFound if there is no such action.
func (p *Project) At(ctx context.Context, action ID) (then *Project, err error) {
	folder, err := newPrivateFolder()
	if err != nil {
		return nil, fmt.Errorf("look at an earlier state of %s: %w", p.path, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, folder.remove())
		}
	}()
	path := filepath.Join(folder.path, filepath.Base(p.path))
	if err := p.vacuumInto(ctx, path); err != nil {
		return nil, fmt.Errorf("look at an earlier state of %s: %w", p.path, err)
	}
	if err := cutJournal(ctx, path, action); err != nil {
		return nil, err
	}
	then, err = Open(ctx, path, Options{ReadOnly: true, Coder: p.Coder().Name, Now: p.now})
	if err != nil {
		return nil, err
	}
	then.private, then.past = folder, true
	return then, nil
}

// IsPast reports whether this is an earlier state of a project, from At.
func (p *Project) IsPast() bool { return p.past }

// cutJournal takes out of a file what was done after an action, and folds it anew.
func cutJournal(ctx context.Context, path string, action ID) error {
	db, err := connect(ctx, path)
	if err != nil {
		return err
	}
	err = db.run(`PRAGMA synchronous = OFF; BEGIN`)
	if err == nil {
		err = cutAfter(ctx, db, action)
	}
	if err == nil {
		err = db.run(`COMMIT`)
	}
	return errors.Join(err, db.Close())
}

func cutAfter(ctx context.Context, db *connection, action ID) error {
	last, err := number(db, `SELECT max(c.clock) FROM action a JOIN change c ON c.action = a.key WHERE a.id = ? HAVING count(*) > 0`, action[:])
	if err != nil {
		return err
	}
	if last == 0 {
		return notFoundf("There is no action with the id %s in the history.", action)
	}
	if err := db.exec(`DELETE FROM change WHERE clock > ?`, last); err != nil {
		return err
	}
	for _, query := range []string{
		`DELETE FROM session WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.session = session.key)`,
		`DELETE FROM action WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.action = action.key)`,
		`DELETE FROM draft`, `DELETE FROM listing`, `DELETE FROM heading`, `DELETE FROM found`, `DELETE FROM found_text`,
	} {
		if err := db.exec(query); err != nil {
			return err
		}
	}
	for _, t := range tables {
		if err := db.exec(`DELETE FROM ` + t.name()); err != nil {
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
		if err := db.exec(`UPDATE session SET chain = ? WHERE key = ?`, chain[:], s.key); err != nil {
			return err
		}
	}
	return refoldAll(db, newBodies(), ctx.Err, func(Entity, ID, error) {})
}
