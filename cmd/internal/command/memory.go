package command

import (
	"os"
	"runtime/debug"
)

// usualMemory is how much memory, in bytes, Go lets what is no longer needed fill before it is gathered at once.
const usualMemory = 350 << 20

// usualGrowth is how many hundredths of what is needed may be added by what is no longer needed, before a window has memory gathered. What
// it draws with takes a third of what the program may have, whatever is imported; Go by itself would let what is needed be added once more.
const usualGrowth = 60

// GatherSooner has memory gathered sooner for as long as a window is open. Whoever sets GOGC decides.
func GatherSooner() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(usualGrowth)
	}
}

// LimitMemory has memory gathered sooner where an import or a large project takes much of it: else twice as much would be taken as is
// needed. Whoever sets GOMEMLIMIT decides.
func LimitMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(usualMemory)
	}
}
