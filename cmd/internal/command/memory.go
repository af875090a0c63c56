package command

import (
	"os"
	"runtime/debug"
)

// usualMemory is how much memory, in bytes, Go lets what is no longer needed fill before it is gathered at once.
const usualMemory = 350 << 20

// LimitMemory has memory gathered sooner where an import or a large project takes much of it: else twice as much would be taken as is
// needed. Whoever sets GOMEMLIMIT decides.
func LimitMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(usualMemory)
	}
}
