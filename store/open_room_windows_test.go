package store

import "syscall"

// errFull is what the system says of a full disk.
var errFull error = syscall.Errno(112)
