//go:build unix

package sqlite

import (
	"errors"
	"syscall"
)

// IsFull reports whether the system found no room on a disk, or in what its user may have of it.
func IsFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}
