package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

// privateFolder is a folder among the system's temporary ones for copies of a project, which its owner alone can read. It
// is locked as long as it is used, so that one which a crash left behind is known as such, and removed.
type privateFolder struct {
	path string
	lock *flock.Flock
}

const (
	privatePrefix = "standpoint-"
	privateLock   = "in-use"
	privateSettle = time.Minute // how long a folder may be there without its lock
)

// newPrivateFolder makes a folder, and removes those that nobody uses any more.
func newPrivateFolder() (*privateFolder, error) {
	removeLeftFolders(time.Now())
	path, err := os.MkdirTemp("", privatePrefix)
	if err != nil {
		return nil, err
	}
	f := &privateFolder{path: path, lock: newFolderLock(path)}
	if _, err := f.lock.TryLock(); err != nil {
		return nil, errors.Join(err, f.remove())
	}
	return f, nil
}

func newFolderLock(folder string) *flock.Flock {
	return flock.New(filepath.Join(folder, privateLock), flock.SetPermissions(0o600), flock.SetFlag(os.O_CREATE|os.O_RDWR))
}

func (f *privateFolder) remove() error { return errors.Join(f.lock.Close(), os.RemoveAll(f.path)) }

// sweep does removeLeftFolders once for each run of the program.
var sweep = sync.OnceFunc(func() { removeLeftFolders(time.Now()) })

// removeLeftFolders removes private folders that a crash left behind. What cannot be removed stays: it is another's.
func removeLeftFolders(now time.Time) {
	entries, err := os.ReadDir(os.TempDir())
	if err != nil {
		return
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !e.IsDir() || !strings.HasPrefix(e.Name(), privatePrefix) || now.Sub(info.ModTime()) < privateSettle {
			continue
		}
		folder := filepath.Join(os.TempDir(), e.Name())
		if _, err := os.Stat(filepath.Join(folder, privateLock)); err != nil {
			continue // not one of these
		}
		left := &privateFolder{path: folder, lock: newFolderLock(folder)}
		if locked, err := left.lock.TryLock(); err == nil && locked {
			_ = left.remove()
		} else {
			_ = left.lock.Close()
		}
	}
}
