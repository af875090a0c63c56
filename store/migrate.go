package store

import (
	"context"
	"errors"
	"fmt"

	"standpoint/store/internal/sqlite"
	"standpoint/store/say"
)

// A migration brings a project of an earlier format to this one. The journal means the same in every format, and stays as it is:
// everything else is thrown away and folded from it anew, in one transaction.

// migrateIfOlder migrates a project that is open but not read yet. One that is written to is backed up before, and the copy is
// migrated on trial as it is checked; one that is only read is a private copy already.
func (p *Project) migrateIfOlder(ctx context.Context) error {
	var version int
	err := p.read(ctx, func(s sqlite.Snapshot) (err error) {
		version, err = sqlite.Number(s, `PRAGMA user_version`)
		return err
	})
	if err != nil || version >= schemaVersion {
		return err
	}
	if p.readOnly {
		err = p.migrateCopy(ctx)
	} else {
		_, err = p.BackUpNow(ctx)
		if err == nil {
			err = p.on(ctx, func(w *writer) error {
				return w.transaction(func() error { return migrate(ctx, w.db) })
			})
		}
	}
	if err != nil {
		return say.Errorf("bring %s from format %d to format %d: %w", p.path, version, schemaVersion, err)
	}
	return nil
}

func (p *Project) migrateCopy(ctx context.Context) error {
	db, err := sqlite.Connect(ctx, p.reading, sqlite.Writing)
	if err != nil {
		return err
	}
	err = db.Run(`BEGIN IMMEDIATE`)
	if err == nil {
		err = migrate(ctx, db)
	}
	if err == nil {
		err = db.Run(`COMMIT`)
	}
	return errors.Join(err, db.Close())
}

// migrate folds the journal anew, into the tables of this format. It runs in a transaction.
func migrate(ctx context.Context, db *sqlite.Connection) error {
	for _, name := range foldedNames() {
		if err := db.Run(`DROP TABLE IF EXISTS ` + name); err != nil {
			return err
		}
	}
	if err := errors.Join(dropTally(db), db.Run(originalSchema+foldedSchema())); err != nil {
		return err
	}
	if err := refoldAll(db, newBodies(), false, ctx.Err, func(Entity, ID, error) {}); err != nil {
		return err
	}
	return db.Run(fmt.Sprintf(`PRAGMA user_version = %d`, schemaVersion))
}

// foldedNames are the tables that are folded from the journal or derived, in this format.
func foldedNames() []string {
	names := []string{"heading", "listing", "found", "found_text", "found_body"}
	for _, t := range tables {
		names = append(names, t.name())
	}
	return names
}
