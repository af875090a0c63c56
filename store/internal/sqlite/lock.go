package sqlite

import (
	"errors"
	"os"
	"time"

	"github.com/gofrs/flock"

	"standpoint/store/say"
)

// Lock is the right to write to a file: a lock on another beside it. The system frees it when a program dies.
type Lock struct{ file *flock.Flock }

const lockSuffix = "-lock"

// lockAttempts is how often a lock file that somebody removed meanwhile is made anew.
const lockAttempts = 10

// A program that only asks whether the lock is held has it for a moment: that is waited for. What counts is how often is tried, and not how
// long: on a busy machine a try may come late.
const (
	lockTries = 10
	lockPause = 5 * time.Millisecond
)

// Errors of TakeLock: another program has the right to write, or programs take it and give it back all the time.
var (
	ErrLocked    = errors.New("another program holds the lock")
	ErrContested = errors.New("the lock is taken and given back all the time")
)

// TakeLock locks path+"-lock". Errors are ErrLocked, ErrContested, and those of the file system.
func TakeLock(path string) (*Lock, error) {
	name := path + lockSuffix
	for range lockAttempts {
		f := flock.New(name, flock.SetPermissions(0o600), flock.SetFlag(os.O_CREATE|os.O_RDWR))
		locked, err := patiently(f.TryLock, lockPause)
		if err != nil {
			return nil, say.Errorf("lock %s: %w", name, err)
		}
		if !locked {
			return nil, errors.Join(ErrLocked, f.Close())
		}
		if isCurrent(f, name) {
			return &Lock{f}, nil
		}
		if err := f.Close(); err != nil {
			return nil, say.Errorf("lock %s: %w", name, err)
		}
	}
	return nil, ErrContested
}

// patiently tries until it succeeds or fails, a few times with a pause between.
func patiently(try func() (bool, error), pause time.Duration) (done bool, err error) {
	for tried := 1; ; tried++ {
		if done, err = try(); done || err != nil || tried == lockTries {
			return done, err
		}
		<-time.After(pause)
	}
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

// Release removes the lock file while it is still held, then gives it up. Where an open file cannot be removed it is
// removed after.
func (l *Lock) Release() error {
	removed := os.Remove(l.file.Path())
	err := l.file.Close()
	if removed != nil {
		_ = os.Remove(l.file.Path()) // another program may hold it by now; an unlocked file left behind harms nobody
	}
	return err
}

// IsLocked reports whether a program has the file open for writing under this name.
func IsLocked(path string) bool {
	name := path + lockSuffix
	if _, err := os.Stat(name); err != nil {
		return false
	}
	f := flock.New(name, flock.SetFlag(os.O_RDONLY))
	shared, err := f.TryRLock()
	_ = f.Close() // nothing was written
	return err == nil && !shared
}
