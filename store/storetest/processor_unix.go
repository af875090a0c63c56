//go:build unix

package storetest

import (
	"syscall"
	"time"
)

// ProcessorTime returns how long this process has kept processors busy: what a benchmark takes of a machine that others work on as well.
// It is 0 where the system does not say.
func ProcessorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
