package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"standpoint/store/internal/sqlite"
	"standpoint/store/say"
	"standpoint/store/workfolder"
)

// Backup writes a copy of the project to dest, which must not exist. The copy is checked before it gets its name, so that a
// file at dest is a whole one. After something has written over the project's file it is what is open still; CodeNotWhole then says
// that dest is there, but lacks what could not be read any more.
func (p *Project) Backup(ctx context.Context, dest string) (err error) {
	defer func() { err = explainMaking(dest, err) }()
	if err := refuseExisting(dest); err != nil {
		return err
	}
	folder, err := workfolder.New(filepath.Dir(dest))
	if err != nil {
		return say.Errorf("back up to %s: %w", dest, err)
	}
	defer func() { err = errors.Join(err, folder.Remove()) }()
	name := folder.Path("copy" + Extension)
	if err := makeEmpty(name); err != nil {
		return say.Errorf("back up to %s: %w", dest, err)
	}
	part, err := p.copyInto(ctx, name)
	if err != nil {
		return say.Errorf("back up to %s: %w", dest, err)
	}
	if err := syncFile(name); err != nil {
		return say.Errorf("back up to %s: %w", dest, err)
	}
	if err := refuseExisting(dest); err != nil {
		return err
	}
	if err := os.Rename(name, dest); err != nil {
		return say.Errorf("back up to %s: %w", dest, err)
	}
	return errors.Join(part, syncFolder(filepath.Dir(dest)))
}

// copyInto writes a checked copy into an empty file. The first error says that the copy is sound, but not the whole project.
func (p *Project) copyInto(ctx context.Context, name string) (part, err error) {
	if p.writer != nil && CodeOf(p.on(ctx, (*writer).inPlace)) == CodeOverwritten {
		err := p.keepOpen(ctx, name)
		if CodeOf(err) == CodeNotWhole {
			return err, nil
		}
		return nil, err
	}
	if err := p.vacuumInto(ctx, name); err != nil {
		return nil, err
	}
	return nil, verify(ctx, name)
}

func refuseExisting(dest string) error {
	_, err := os.Lstat(dest)
	if err == nil {
		return NewError(CodeExists, nil, "There is a file %s already. Choose another name.", dest)
	}
	if err := ignoreMissing(err); err != nil {
		return err
	}
	return refuseLogs(dest)
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// vacuumInto writes a compact copy into an empty file, on a connection of its own; if the project's file has lost its name, on
// the one that still has it open.
func (p *Project) vacuumInto(ctx context.Context, name string) error {
	if p.isLost(ctx) {
		if err := p.on(ctx, func(w *writer) error { return w.db.VacuumInto(ctx, name) }); err != nil {
			return err
		}
		return renew(ctx, name)
	}
	db, err := sqlite.Connect(ctx, p.reading, sqlite.Copying)
	if err != nil {
		return err
	}
	if err = errors.Join(db.VacuumInto(ctx, name), db.Close()); err != nil {
		return err
	}
	return renew(ctx, name)
}

// renew gives a copy a generation of its own: it says what the project says, but not page by page, so that the project's log is not
// the copy's.
func renew(ctx context.Context, name string) error {
	db, err := sqlite.Connect(ctx, name, sqlite.Writing)
	if err != nil {
		return err
	}
	if _, err = advance(db); err == nil {
		err = markOpen(db, false)
	}
	return errors.Join(err, db.Close())
}

// verify opens a copy to read it and checks it, beside it: there is room for the copy, and maybe not elsewhere. It does so again there if
// SQLite had no room for sorting.
func verify(ctx context.Context, name string) error {
	p, err := Open(ctx, name, Options{ReadOnly: true, folders: []string{filepath.Dir(name), filepath.Dir(name)}})
	if err != nil {
		return err
	}
	report, err := p.Check(ctx, nil)
	if err == nil && !report.OK() {
		err = NewError(CodeDamaged, nil, "The copy is not sound: %s", report.Problems[0].Message)
	}
	return errors.Join(err, p.Close())
}

func syncFile(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder makes a new name last. Where a folder cannot be synced, such as on Windows, the system does it by itself.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return say.Errorf("sync %s: %w", folder, err)
	}
	_ = f.Sync()
	return f.Close()
}
