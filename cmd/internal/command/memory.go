package command

import (
	"os"
	"runtime/debug"
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
	}
}
