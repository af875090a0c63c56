package command

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// usualMemory is how much memory, in bytes, Go lets what is no longer needed fill before it is gathered at once. A window has less: what is
// not Go's, the program itself, what draws and SQLite's pages, takes up to 275 MB more, and with it an import of files of 200 MB is to stay
// below 500 MB.
const (
	usualMemory  = 350 << 20
	windowMemory = 200 << 20
)

// usualGrowth is how many hundredths of what is needed may be added by what is no longer needed, before a window has memory gathered. What
// it draws with takes a third of what the program may have, whatever is imported; Go by itself would let what is needed be added once more.
// A tenth of the processor goes into gathering then while articles are imported, and less where less waits.
const usualGrowth = 40

// GatherSooner has memory gathered sooner for as long as a window is open. Whoever sets GOGC or GOMEMLIMIT decides.
func GatherSooner() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(usualGrowth)
	}
	limitMemory(windowMemory)
}

// LimitMemory has memory gathered sooner where an import or a large project takes much of it: else twice as much would be taken as is
// needed. Whoever sets GOMEMLIMIT decides.
func LimitMemory() { limitMemory(usualMemory) }

func limitMemory(to int64) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(to)
		limit{least: to, set: to}.follow()
	}
}

// limit is how much memory, in bytes, may be filled. What is needed may be more than was meant for all: without room above it, memory would
// be gathered without end.
type limit struct {
	least int64 // as long as what is needed leaves room in it
	set   int64
}

// room is the share of what is needed that may be added by what is no longer needed.
const room = 4

// follow sets the limit after each gathering, until somebody sets another.
func (l limit) follow() {
	runtime.AddCleanup(new(*byte), func(l limit) {
		if debug.SetMemoryLimit(-1) != l.set {
			return
		}
		l.set = max(l.least, needed()*(room+1)/room)
		debug.SetMemoryLimit(l.set)
		l.follow()
	}, l)
}

// needed is how much memory, in bytes, was in use when it was last gathered, with what Go itself takes.
func needed() int64 {
	samples := []metrics.Sample{
		{Name: "/gc/heap/live:bytes"},
		{Name: "/memory/classes/total:bytes"},
		{Name: "/memory/classes/heap/objects:bytes"},
		{Name: "/memory/classes/heap/free:bytes"},
		{Name: "/memory/classes/heap/released:bytes"},
	}
	metrics.Read(samples)
	of := func(i int) int64 { return int64(samples[i].Value.Uint64()) } //nolint:gosec // no machine has so much
	return of(0) + of(1) - of(2) - of(3) - of(4)
}
