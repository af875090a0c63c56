//go:build unix && !linux

package sqlite

import "syscall"

// lockCommand sets a lock that belongs to the process.
const lockCommand = syscall.F_SETLK
