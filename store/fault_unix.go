//go:build unix

package store

import (
	"errors"
	"syscall"
)

// isFull reports whether the system found no room on a disk, or in what its user may have of it.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}
