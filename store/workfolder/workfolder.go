// Package workfolder makes folders for files that are not whole yet, or that nobody else should read. A program that is killed leaves
// its folder behind, but not the lock on it, so that the next one knows it for its own kind, unused, and removes it. A file gets its
// real name by being moved out of the folder; the folder therefore is made where the file will lie.
package workfolder

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"standpoint/store/say"
)

// Folder is a folder that its owner alone can read, locked as long as it is used.
type Folder struct {
	path string
	lock *flock.Flock
}

const (
	prefix    = ".standpoint-"
	lockName  = "in-use"
	settle    = time.Minute // how long a folder may be there without its lock
	forgotten = time.Hour   // how long one may be empty
	attempts  = 3
)

// New makes a folder in another one, "" being the system's for temporary files, and removes those there that nobody uses any more.
func New(in string) (*Folder, error) {
	if in == "" {
		in = os.TempDir()
	}
	Sweep(in, time.Now())
	for range attempts {
		path, err := os.MkdirTemp(in, prefix)
		if err != nil {
			return nil, err
		}
		f := &Folder{path: path, lock: lockOf(path)}
		if locked, err := f.lock.TryLock(); locked || !hasLocks(err) {
			return f, nil
		}
		if err := f.lock.Close(); err != nil {
			return nil, err
		}
	}
	return nil, say.Errorf("another program removes what is made in %s", in)
}

// hasLocks reports whether the system has such locks, by what locking gave. Where it has none, nothing can tell that a folder is
// unused, and it is never swept.
func hasLocks(err error) bool { return err == nil }

func lockOf(folder string) *flock.Flock {
	return flock.New(filepath.Join(folder, lockName), flock.SetPermissions(0o600), flock.SetFlag(os.O_CREATE|os.O_RDWR))
}

// Path returns the path of a file in the folder.
func (f *Folder) Path(name string) string { return filepath.Join(f.path, name) }

// Remove removes the folder with all that is in it. The lock goes last, so that one which is killed meanwhile is swept later.
func (f *Folder) Remove() error {
	var errs []error
	entries, err := os.ReadDir(f.path)
	if !errors.Is(err, os.ErrNotExist) {
		errs = append(errs, err)
	}
	for _, e := range entries {
		if e.Name() != lockName {
			errs = append(errs, os.RemoveAll(f.Path(e.Name())))
		}
	}
	return errors.Join(append(errs, f.lock.Close(), os.RemoveAll(f.path))...)
}

// Sweep removes the folders in another one that programs left behind which were killed. What cannot be removed stays: it is another's.
func Sweep(in string, now time.Time) {
	entries, err := os.ReadDir(in)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), prefix) {
			continue
		}
		info, err := e.Info()
		if err != nil || now.Sub(info.ModTime()) < settle {
			continue
		}
		path := filepath.Join(in, e.Name())
		if now.Sub(info.ModTime()) > forgotten && isEmpty(path, info) {
			_ = os.Remove(path) // its program died before it had the lock; what is not empty by now is not removed
			continue
		}
		if !e.IsDir() {
			continue
		}
		if _, err := os.Stat(filepath.Join(path, lockName)); err != nil {
			continue // not one of these
		}
		left := &Folder{path: path, lock: lockOf(path)}
		if locked, err := left.lock.TryLock(); err == nil && locked {
			_ = left.Remove()
		} else {
			_ = left.lock.Close()
		}
	}
}

// isEmpty reports whether there is nothing in a folder, or in a file.
func isEmpty(path string, info os.FileInfo) bool {
	if !info.IsDir() {
		return info.Mode().IsRegular() && info.Size() == 0
	}
	entries, err := os.ReadDir(path)
	return err == nil && len(entries) == 0
}
