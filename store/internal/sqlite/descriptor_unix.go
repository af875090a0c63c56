//go:build unix

package sqlite

import (
	"errors"
	"io"
	"os"
	"syscall"
)

// lockedByte is where in a file the lock is that says who writes to it: farther than a file can grow, so that SQLite's own locks, which
// are on other bytes, know nothing of it.
const lockedByte = 1 << 62

// lockFile locks an open file; false if another process has it locked. Where the file system has no locks, the one beside the name
// has to do.
func lockFile(f *os.File) bool {
	err := setLock(f, syscall.F_WRLCK)
	return !errors.Is(err, syscall.EAGAIN) && !errors.Is(err, syscall.EACCES)
}

// unlockFile ends that, if there is such a lock.
func unlockFile(f *os.File) { _ = setLock(f, syscall.F_UNLCK) }

func setLock(f *os.File, kind int16) error {
	return syscall.FcntlFlock(f.Fd(), lockCommand, &syscall.Flock_t{Type: kind, Whence: io.SeekStart, Start: lockedByte, Len: 1})
}

// links is how many names the file has.
func links(f *os.File) int {
	info, err := f.Stat()
	if err != nil {
		return 1
	}
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return int(stat.Nlink)
	}
	return 1
}
