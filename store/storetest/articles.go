package storetest

import (
	"os"
	"strconv"
)

// Articles is of how many articles something is measured: as many as STANDPOINT_ARTICLES says, else as many as usual.
func Articles(usual int) int {
	if n, err := strconv.Atoi(os.Getenv("STANDPOINT_ARTICLES")); err == nil && n > 0 {
		return n
	}
	return usual
}
