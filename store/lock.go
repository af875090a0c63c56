package store

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/gofrs/flock"

	"standpoint/store/say"
)

// lock is the right to write to a project: a lock on a file beside it. The system frees it when a program dies.
type lock struct{ file *flock.Flock }

// lockAttempts is how often a lock file that somebody removed meanwhile is made anew.
const lockAttempts = 10

// A program that only asks whether the lock is held has it for a moment: that is waited for, and how often is looked.
const (
	lockPatience = 50 * time.Millisecond
	lockPause    = 5 * time.Millisecond
)

// takeLock locks path+"-lock". CodeInUse if another program holds it, CodeReadOnly or CodeNoRoom if nothing can be written there.
func takeLock(path string) (*lock, error) {
	name := path + "-lock"
	for range lockAttempts {
		f := flock.New(name, flock.SetPermissions(0o600), flock.SetFlag(os.O_CREATE|os.O_RDWR))
		patience, cancel := context.WithTimeout(context.Background(), lockPatience)
		locked, err := f.TryLockContext(patience, lockPause)
		cancel()
		if err != nil && !errors.Is(err, context.DeadlineExceeded) {
			return nil, explainOpening(path, say.Errorf("lock %s: %w", name, err))
		}
		if !locked {
			return nil, errors.Join(NewError(CodeInUse, nil,
				"The project %s is open for writing in another window or program. Close it there, or open it here only to read.", path), f.Close())
		}
		if isCurrent(f, name) {
			return &lock{f}, nil
		}
		if err := f.Close(); err != nil {
			return nil, say.Errorf("lock %s: %w", name, err)
		}
	}
	return nil, NewError(CodeInUse, nil, "The project %s is being opened and closed by another program. Try again.", path)
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

// isLocked reports whether a program has the project open for writing under this name.
func isLocked(path string) bool {
	name := path + "-lock"
	if !exists(name) {
		return false
	}
	f := flock.New(name, flock.SetFlag(os.O_RDONLY))
	shared, err := f.TryRLock()
	_ = f.Close() // nothing was written
	return err == nil && !shared
}

// holdFile opens a project's file, to look at it before and while SQLite has it open. For writing it takes the right to, whatever the
// file's name, and refuses a file with several names: each would have a log of its own. CodeInUse, CodeLinked, CodeReadOnly.
func holdFile(path string, writing bool) (*descriptor, error) {
	flag := os.O_RDONLY
	if writing {
		flag = os.O_RDWR
	}
	f, err := openDescriptor(path, flag)
	if err != nil {
		return nil, notWritable(path, say.Errorf("open %s: %w", path, err))
	}
	if !writing {
		return f, nil
	}
	err = nil
	if n := links(f.File); n > 1 {
		err = NewError(CodeLinked, nil,
			"The file of the project %s has %d names (hard links), and programs that write to it under two of them would lose each other’s work. So it can only be read. Remove the other names, or keep a copy with File > Back Up Project and work on that.",
			path, n)
	} else if !f.takeWriting() {
		err = NewError(CodeInUse, nil,
			"The file of the project %s is open for writing in another window or program, under a name that it had before. Close it there, or open it here only to read.", path)
	}
	if err != nil {
		return nil, errors.Join(err, f.release())
	}
	return f, nil
}
