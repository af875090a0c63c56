package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"standpoint/store/internal/sqlite"
	"standpoint/store/internal/sqlitefile"
	"standpoint/store/say"
	"standpoint/store/workfolder"
)

// mustBeFile refuses a path where there is no file, or beside which there is a folder, a pipe or a device under a name that SQLite uses
// for a file of its own.
func mustBeFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return NewError(CodeNotFound, err, "There is no file %s.", path)
	case err != nil:
		return say.Errorf("open %s: %w", path, err)
	case info.IsDir():
		return NewError(CodeNotProject, nil, "%s is a folder, not a Standpoint project.", path)
	case !info.Mode().IsRegular():
		return NewError(CodeNotProject, nil, "%s is a device or a pipe, not a Standpoint project.", path)
	}
	for _, suffix := range append([]string{"-shm", "-lock"}, sqlitefile.Logs()...) { // which SQLite would wait for
		beside := withoutLink(path) + suffix
		if info, err := os.Stat(beside); err == nil && !info.Mode().IsRegular() {
			return NewError(CodeNotProject, nil, "%s is not a file, so %s cannot be opened. Take it away first.", beside, path)
		}
	}
	return nil
}

// withoutLink returns the file that a symbolic link leads to: its lock and its logs lie beside that.
func withoutLink(path string) string {
	info, err := os.Lstat(path)
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		return path
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	return path
}

// recognise looks at the head of the file, before SQLite opens it, and refuses what is not a project of this version or
// an earlier one. It returns the version there; the write-ahead log may hold a later one.
func recognise(path string, f *sqlite.Descriptor) (version int, err error) {
	h, err := sqlitefile.ReadHead(f)
	switch {
	case errors.Is(err, sqlitefile.ErrNoHead):
		return 0, notProject(path, err)
	case err != nil && !errors.Is(err, sqlitefile.ErrNoGeneration):
		return 0, say.Errorf("open %s: %w", path, err)
	case h.Application != applicationID:
		return 0, notProject(path, nil)
	}
	if err := checkVersion(path, h.Version); err != nil {
		return h.Version, err
	}
	if err != nil {
		return h.Version, NewError(CodeDamaged, err,
			"The project %s is damaged: its second page, which tells its logs from those of others, is not what a program wrote. Restore a "+
				"backup (%s), or save what is left with “standpoint check --recover”.", path, say.AdviceRestore)
	}
	return h.Version, nil
}

func notProject(path string, err error) error {
	return NewError(CodeNotProject, err, "%s is not a Standpoint project.", path)
}

func checkVersion(path string, version int) error {
	if version > schemaVersion {
		return NewError(CodeNewerSchema, nil,
			"The project %s was written by a newer version of Standpoint (its format is %d, this program knows %d). Install the newer version to "+
				"open it.",
			path, version, schemaVersion)
	}
	return nil
}

// inspect refuses a file that runs code of its own or lacks a table, now that SQLite has read its write-ahead log.
func inspect(s sqlite.Source, path string) error {
	version, err := sqlite.Number(s, `PRAGMA user_version`)
	if err != nil {
		return NewError(CodeDamaged, err, "The project %s is damaged and cannot be read.", path)
	}
	if err := checkVersion(path, version); err != nil {
		return err
	}
	var name string
	found, err := sqlite.One(s, []any{&name}, `SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')`)
	if err != nil {
		return NewError(CodeDamaged, err, "The project %s is damaged and cannot be read.", path)
	}
	if found {
		return NewError(CodeNotProject, nil,
			"The file %s has a trigger or a view (“%s”). A Standpoint project has none, so this file was changed by something else and is not "+
				"opened.", path, name)
	}
	needed := []string{"generation", "session", "action", "change", "body", "draft", "local"}
	if version == schemaVersion { // else they are made anew
		needed = append(needed, "original", "heading", "listing")
	}
	for _, t := range needed {
		n, err := sqlite.Number(s, `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?`, t)
		if err != nil {
			return err
		}
		if n == 0 {
			return damagedf("The project %s is damaged: its table “%s” is missing.", path, t)
		}
	}
	if err := refuseLongKeys(s, path); err != nil {
		return err
	}
	latest, err := latestClock(s)
	if err == nil && latest != 0 && !latest.IsSensible() {
		err = damagedf("The project %s is damaged: its last change is said to be of the year %d. Restore a backup (%s).",
			path, latest.Time().Year(), say.AdviceRestore)
	}
	return err
}

// refuseLongKeys refuses a file with a key that is longer than any value may be: where a table is kept by its key, SQLite reads keys
// whole to find a row. It reads how long the keys are, not what they say.
func refuseLongKeys(s sqlite.Source, path string) error {
	size, err := sqlite.Number(s, `SELECT page_count * page_size FROM pragma_page_count, pragma_page_size`)
	if err != nil || size <= sqlite.LongestValue {
		return err
	}
	n, err := sqlite.Number(s, `SELECT (SELECT count(*) FROM local WHERE octet_length(key) > ?1)
		+ (SELECT count(*) FROM draft WHERE octet_length(article) > ?1 OR octet_length(key) > ?1)`, sqlite.LongestValue)
	if err == nil && n > 0 {
		err = holdsLongValue(path, nil)
	}
	return err
}

// readable returns the path to read the project at: the file itself if it has no log, or if a program that writes to it has
// it open and looks after the log; else, or when one is asked for, a private copy of it and of the logs that belong to it. SQLite would
// write a log that nobody looks after into the file, which is only to be read.
func (p *Project) readable(ctx context.Context, copied bool) (string, error) {
	if !copied {
		b, err := sqlitefile.LookBeside(p.path, p.file)
		if err != nil {
			return "", say.Errorf("open %s: %w", p.path, err)
		}
		if b.IsPlain() || sqlite.IsLocked(p.path) && canMakeFiles(filepath.Dir(p.path)) {
			return p.path, nil
		}
	}
	var to string
	err := withRoom(ctx, p.path, p.folders, func(folder *workfolder.Folder) (keep bool, err error) {
		if to, err = copyTo(folder, p.path); err != nil {
			return false, err
		}
		if err := p.dropForeign(to); err != nil {
			return false, err
		}
		p.private = folder
		return true, nil
	})
	return to, err
}

// copyTo makes a private copy of a project and its logs in a folder.
func copyTo(folder *workfolder.Folder, path string) (string, error) {
	to := folder.Path("copy" + Extension)
	err := sqlite.CopySettled(to, path)
	if errors.Is(err, sqlite.ErrUnsettled) {
		return "", NewError(CodeInUse, err,
			"The project %s is being written to by another program all the time. Close it there, and try again.", path)
	}
	if err != nil {
		return "", say.Errorf("copy %s to read it: %w", path, err)
	}
	return to, nil
}

// canMakeFiles reports whether SQLite could make files in the folder, which it needs to read along with a program that writes.
func canMakeFiles(folder string) bool {
	probe, err := os.CreateTemp(folder, ".standpoint-*")
	if err != nil {
		return false
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name())) == nil
}
