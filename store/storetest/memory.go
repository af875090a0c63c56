package storetest

import (
	"bytes"
	"os"
	"runtime/metrics"
	"strconv"
	"time"
)

// WatchMemory begins to look at how much memory the program has, a hundred times a second. What it returns ends that, and returns the most
// that it was, in bytes: what the system says of it, with what SQLite and the reader of PDF documents have, and where the system does not
// say, what Go has.
func WatchMemory() (most func() int64) {
	const interval = 10 * time.Millisecond
	ended, answer := make(chan struct{}), make(chan int64)
	go func() {
		tick := time.NewTicker(interval)
		defer tick.Stop()
		peak := memory()
		for {
			select {
			case <-tick.C:
				peak = max(peak, memory())
			case <-ended:
				answer <- max(peak, memory())
				return
			}
		}
	}()
	return func() int64 {
		close(ended)
		return <-answer
	}
}

func memory() int64 {
	if status, err := os.ReadFile("/proc/self/status"); err == nil {
		if _, after, found := bytes.Cut(status, []byte("VmRSS:")); found {
			if kB, err := strconv.ParseInt(string(bytes.Fields(after)[0]), 10, 64); err == nil {
				return kB << 10
			}
		}
	}
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(samples)
	return int64(samples[0].Value.Uint64() - samples[1].Value.Uint64()) //nolint:gosec // no computer has 2⁶³ bytes
}
