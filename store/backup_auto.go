package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"standpoint/store/internal/sqlite"
	"standpoint/store/internal/sqlitefile"
	"standpoint/store/journal"
	"standpoint/store/say"
	"standpoint/store/workfolder"
)

// Automatic backups lie in a folder beside the project, or in one that was chosen: the last ten, and of each month the last.

const (
	backupsKept  = 10
	backupAge    = 24 * time.Hour
	backupStamp  = "2006-01-02 150405" // in UTC, after the project's name
	backupSuffix = " backups"          // of the folder beside the project
)

// The local keys of what is remembered of backups.
const (
	localBackupFolder = "backup/folder"
	localBackupLast   = "backup/last"
)

// lastBackup is when the last automatic backup was made, and of what.
type lastBackup struct {
	At    time.Time `json:"at"`
	State string    `json:"state"`
}

// BackupFile is a backup of a project.
type BackupFile struct {
	Path   string
	At     time.Time // when it was made, to the second
	Size   int64     // in bytes
	Before bool      // it is what was there before another was restored in its place
	Counts Counts
}

// beforeRestoring stands after the project's name in that of what was there before a backup was restored.
const beforeRestoring = " before restoring"

// BackupFolder returns where the project's automatic backups go: a folder of its own, beside it or in the one that was chosen.
func (p *Project) BackupFolder(ctx context.Context) (string, error) {
	chosen, err := p.Local(ctx, localBackupFolder)
	if err != nil {
		return "", err
	}
	if len(chosen) == 0 {
		return filepath.Join(filepath.Dir(p.path), backupName(p.Name())+backupSuffix), nil
	}
	// Another project of that name, or a copy of this one elsewhere, may have chosen the same folder.
	path, err := filepath.Abs(p.path)
	if err != nil {
		return "", say.Errorf("find %s: %w", p.path, err)
	}
	host, _ := os.Hostname() // without one, the path alone tells them apart
	mark := sha256.Sum256([]byte(host + "\x00" + path))
	return filepath.Join(string(chosen), fmt.Sprintf("%s%s %x", backupName(p.Name()), backupSuffix, mark[:4])), nil
}

// SetBackupFolder has automatic backups go to another folder; "" is the one beside the project. Those that were made stay
// where they are.
func (p *Project) SetBackupFolder(ctx context.Context, folder string) error {
	return p.SetLocal(ctx, localBackupFolder, []byte(folder))
}

// BackUpIfDue makes an automatic backup if the last, or the project itself where there is none, is older than a day and
// something was changed since. It returns where it lies, "" if none was due.
func (p *Project) BackUpIfDue(ctx context.Context) (string, error) {
	last, state, err := p.lastBackup(ctx)
	if err != nil || p.readOnly || state == last.State {
		return "", err
	}
	if age := p.now().Sub(last.At); 0 <= age && age < backupAge { // one from the future was made while the clock was wrong
		return "", nil
	}
	return p.BackUpNow(ctx)
}

// lastBackup returns what is remembered of the last automatic backup, and the present state of the journal.
func (p *Project) lastBackup(ctx context.Context) (last lastBackup, state string, err error) {
	kept, err := p.Local(ctx, localBackupLast)
	if err != nil {
		return last, "", err
	}
	if len(kept) > 0 && json.Unmarshal(kept, &last) != nil {
		last = lastBackup{} // then one is due
	}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		var changes, sessions, first int64
		_, err := sqlite.One(s, []any{&changes, &sessions, &first}, `SELECT coalesce(sum(n), 0), count(*), coalesce(min(first), 0) FROM (
			SELECT (SELECT max(seq) FROM change c WHERE c.session = s.key) AS n,
				(SELECT clock FROM change c WHERE c.session = s.key AND seq = 1) AS first FROM session s)`)
		if err != nil {
			return err
		}
		if last.At.IsZero() {
			last.At = journal.Clock(first).Time()
		}
		latest, err := latestClock(s)
		state = fmt.Sprintf("%d in %d until %d", changes, sessions, latest)
		if changes == 0 {
			state = "" // there is nothing to lose
		}
		return err
	})
	return last, state, err
}

// BackUpNow makes an automatic backup, checks it, and lets go of those that are no longer kept.
func (p *Project) BackUpNow(ctx context.Context) (string, error) {
	folder, err := p.BackupFolder(ctx)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", say.Errorf("back up into %s: %w", folder, err)
	}
	_, state, err := p.lastBackup(ctx)
	if err != nil {
		return "", err
	}
	at := p.now().UTC()
	path := backupPath(folder, p.Name(), at)
	for exists(path) { // made within one second
		at = at.Add(time.Second)
		path = backupPath(folder, p.Name(), at)
	}
	if err := p.Backup(ctx, path); err != nil {
		return "", err
	}
	data, err := json.Marshal(lastBackup{At: at, State: state})
	if err != nil {
		return path, say.Errorf("remember the backup: %w", err)
	}
	return path, errors.Join(p.SetLocal(ctx, localBackupLast, data), prune(folder, p.Name(), at))
}

func backupPath(folder, name string, at time.Time) string {
	return filepath.Join(folder, backupName(name)+" "+at.Format(backupStamp)+Extension)
}

// longestName is how many bytes a backup's name begins with at most: with the time, the extension and what SQLite puts after the name
// of a file it stays below the 255 that systems allow.
const longestName = 200

// backupName is what the names of a project's backups begin with: its own, shortened and marked where it is too long.
func backupName(name string) string {
	if len(name) <= longestName {
		return name
	}
	mark := fmt.Sprintf(" %x", sha256.Sum256([]byte(name)))[:9]
	short := name[:longestName-len(mark)]
	for !utf8.ValidString(short) && utf8.ValidString(name) {
		short = short[:len(short)-1]
	}
	return short + mark
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// backupsIn lists the automatic backups of a project in a folder, the latest first.
func backupsIn(folder, name string) ([]BackupFile, error) {
	entries, err := os.ReadDir(folder)
	if err := ignoreMissing(err); err != nil {
		return nil, say.Errorf("look for backups in %s: %w", folder, err)
	}
	var list []BackupFile
	for _, e := range entries {
		stamp, isBackup := strings.CutPrefix(strings.TrimSuffix(e.Name(), Extension), backupName(name)+" ")
		at, err := time.Parse(backupStamp, stamp)
		if !isBackup || err != nil || !e.Type().IsRegular() {
			continue
		}
		b := BackupFile{Path: filepath.Join(folder, e.Name()), At: at}
		if info, err := e.Info(); err == nil {
			b.Size = info.Size()
		}
		list = append(list, b)
	}
	slices.SortFunc(list, func(a, b BackupFile) int { return cmp.Compare(b.At.Unix(), a.At.Unix()) })
	return list, nil
}

// prune removes the backups that are neither among the last ones nor the last of their month. Those from after now were
// made while the clock was wrong, and are no later than others.
func prune(folder, name string, now time.Time) error {
	list, err := backupsIn(folder, name)
	if err != nil {
		return err
	}
	slices.SortStableFunc(list, func(a, b BackupFile) int {
		return cmp.Compare(isAfter(a.At, now), isAfter(b.At, now))
	})
	var errs []error
	months := map[string]bool{}
	for i, b := range list {
		month := b.At.Format("2006-01")
		if i >= backupsKept && months[month] {
			errs = append(errs, ignoreMissing(os.Remove(b.Path)))
		}
		months[month] = true
	}
	return errors.Join(errs...)
}

func isAfter(t, now time.Time) int {
	if t.After(now.Add(time.Minute)) {
		return 1
	}
	return 0
}

// Backups lists the project's automatic backups, and what was there before one was restored, the latest first, with what is in each. One
// that cannot be read is left out.
func (p *Project) Backups(ctx context.Context) ([]BackupFile, error) {
	folder, err := p.BackupFolder(ctx)
	if err != nil {
		return nil, err
	}
	list, err := backupsIn(folder, p.Name())
	if err != nil {
		return nil, err
	}
	before, err := backupsIn(folder, p.Name()+beforeRestoring)
	if err != nil {
		return nil, err
	}
	for _, b := range before {
		b.Before = true
		list = append(list, b)
	}
	slices.SortStableFunc(list, func(a, b BackupFile) int { return b.At.Compare(a.At) })
	var readable []BackupFile
	for _, b := range list {
		if b.Counts, err = countsOf(ctx, b.Path); err == nil {
			readable = append(readable, b)
		} else if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	return readable, nil
}

func countsOf(ctx context.Context, path string) (Counts, error) {
	p, err := Open(ctx, path, Options{ReadOnly: true})
	if err != nil {
		return Counts{}, err
	}
	c, err := p.Counts(ctx)
	return c, errors.Join(err, p.Close())
}

// Restore writes a backup to dest, which must not exist, and checks it.
func Restore(ctx context.Context, backup, dest string) error {
	p, err := Open(ctx, backup, Options{ReadOnly: true})
	if err != nil {
		return err
	}
	return errors.Join(p.Backup(ctx, dest), p.Close())
}

// RestoreInPlace puts a backup in the place of a project that is closed. What was there is kept beside the backups; where it
// lies is returned. Whenever the program dies, the project is what it was or what was restored, and whole. Errors: CodeInUse if a
// program has the project open.
func RestoreInPlace(ctx context.Context, backup, path string) (kept string, err error) {
	path = withoutLink(path)
	held, err := takeLock(path)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, held.Release()) }()
	work, err := workfolder.New(filepath.Dir(path))
	if err != nil {
		return "", say.Errorf("restore %s: %w", path, err)
	}
	defer func() { err = errors.Join(err, work.Remove()) }()
	fresh := work.Path("restored" + Extension)
	if err := Restore(ctx, backup, fresh); err != nil {
		return "", err
	}
	if kept, err = keepBeforeRestoring(filepath.Dir(backup), path); err != nil {
		return "", say.Errorf("keep what is in %s: %w", path, err)
	}
	if err := replaceProject(path, fresh); err != nil {
		return kept, say.Errorf("restore %s: %w", path, err)
	}
	name := strings.TrimSuffix(filepath.Base(path), Extension)
	return kept, errors.Join(syncFolder(filepath.Dir(path)), prune(filepath.Dir(backup), name+beforeRestoring, time.Now()))
}

// keepBeforeRestoring copies a project, as it is, and its logs into the folder of the backups, and returns the copy's name. The copy
// has it when it is whole: its logs before, so that it is never there without them.
func keepBeforeRestoring(folder, path string) (kept string, err error) {
	work, err := workfolder.New(folder)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, work.Remove()) }()
	whole := work.Path("kept" + Extension)
	if err := sqlite.CopyWhole(whole, path); err != nil {
		return "", err
	}
	name := strings.TrimSuffix(filepath.Base(path), Extension)
	for at := time.Now().UTC(); kept == "" || exists(kept); at = at.Add(time.Second) {
		kept = backupPath(folder, name+beforeRestoring, at)
	}
	for _, suffix := range append(sqlitefile.Logs(), "") {
		if !exists(whole + suffix) {
			continue
		}
		if err := errors.Join(syncFile(whole+suffix), os.Rename(whole+suffix, kept+suffix)); err != nil {
			return "", err
		}
	}
	return kept, syncFolder(folder)
}

// replaceProject gives a fresh file the name of a project, in one step. The logs of the one that was there go after it: they are not of
// the fresh one's generation, so that whoever opens it before does not take them for its own.
func replaceProject(path, fresh string) error {
	if err := errors.Join(syncFile(fresh), os.Rename(fresh, path)); err != nil {
		return err
	}
	for _, suffix := range append([]string{"-shm"}, sqlitefile.Logs()...) {
		_ = os.Remove(path + suffix) // one that stays is set aside by whoever opens the project
	}
	return nil
}
