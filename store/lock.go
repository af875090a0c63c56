package store

import (
	"errors"
	"fmt"
	"os"

	"github.com/gofrs/flock"
)

// lock is the right to write to a project: a lock on a file beside it. The system frees it when a program dies.
type lock struct{ file *flock.Flock }

// lockAttempts is how often a lock file that somebody removed meanwhile is made anew.
const lockAttempts = 10

// takeLock locks path+"-lock". CodeInUse if another program holds it, CodeReadOnly if nothing can be written there.
func takeLock(path string) (*lock, error) {
	name := path + "-lock"
	for range lockAttempts {
		f := flock.New(name, flock.SetPermissions(0o600), flock.SetFlag(os.O_CREATE|os.O_RDWR))
		locked, err := f.TryLock()
		if err != nil {
			return nil, notWritable(path, fmt.Errorf("lock %s: %w", name, err))
		}
		if !locked {
			return nil, errors.Join(&Error{Code: CodeInUse, Message: fmt.Sprintf(
				"The project %s is open for writing in another window or program. Close it there, or open it here only to read.", path)}, f.Close())
		}
		if isCurrent(f, name) {
			return &lock{f}, nil
		}
		if err := f.Close(); err != nil {
			return nil, fmt.Errorf("lock %s: %w", name, err)
		}
	}
	return nil, &Error{Code: CodeInUse, Message: fmt.Sprintf("The project %s is being opened and closed by another program. Try again.", path)}
}

// isCurrent reports whether the locked file is the one that has the name now: its last owner may have removed it between
// our opening and locking.
func isCurrent(f *flock.Flock, name string) bool {
	named, err := os.Stat(name)
	if err != nil {
		return false
	}
	held, err := f.Stat()
	return err == nil && os.SameFile(named, held)
}

// release removes the lock file while it is still held, then gives it up. Where an open file cannot be removed it is
// removed after.
func (l *lock) release() error {
	removed := os.Remove(l.file.Path())
	err := l.file.Close()
	if removed != nil {
		_ = os.Remove(l.file.Path()) // another program may hold it by now; an unlocked file left behind harms nobody
	}
	return err
}
