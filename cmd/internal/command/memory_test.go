package command

import (
	"runtime"
	"runtime/debug"
	"testing"
)

func TestAWindowGathersMemorySoonerUnlessItIsToldWhen(t *testing.T) {
	const usual, told = 100, 80
	t.Setenv("GOGC", "")
	defer debug.SetGCPercent(debug.SetGCPercent(usual))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	GatherSooner()
	if got := debug.SetGCPercent(told); got >= usual {
		t.Errorf("memory is gathered when what is no longer needed is %d %% of what is", got)
	}
	t.Setenv("GOGC", "80")
	GatherSooner()
	if got := debug.SetGCPercent(told); got != told {
		t.Errorf("it is gathered at %d %%, and %d %% were asked for", got, told)
	}
}

func TestAWindowHasLessMemoryUnlessItIsToldHowMuch(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	t.Setenv("GOGC", "100") // which is what it is
	for _, test := range []struct {
		told string
		want [2]int64 // without a window, and with one
	}{
		{"", [2]int64{usualMemory, windowMemory}},
		{"1GiB", [2]int64{1 << 30, 1 << 30}},
	} {
		t.Setenv("GOMEMLIMIT", test.told)
		debug.SetMemoryLimit(1 << 30)
		for i, limit := range []func(){LimitMemory, GatherSooner} {
			limit()
			if got := debug.SetMemoryLimit(-1); got != test.want[i] {
				t.Errorf("with GOMEMLIMIT=%q the limit is %d, want %d", test.told, got, test.want[i])
			}
		}
	}
}

func TestWhatIsNeededMayBeMoreThanTheLimitWithoutGatheringMemoryAllTheTime(t *testing.T) {
	const size, limit, pieces = 1 << 10, 16 << 20, 1 << 16
	t.Setenv("GOMEMLIMIT", "")
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	needed := make([][]byte, pieces)
	for i := range needed {
		needed[i] = make([]byte, size)
	}
	limitMemory(limit)
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range 64 { // slowly, as a window does that nobody touches
		for i := range pieces {
			if i%(pieces/64) == 0 {
				waste = make([]byte, size)
			}
			clear(needed[i])
		}
	}
	runtime.ReadMemStats(&after)
	if n := after.NumGC - before.NumGC; n > 4 {
		t.Errorf("while a sixteenth of what is needed was made, memory was gathered %d times", n)
	}
	runtime.KeepAlive(needed)
}

// waste is what is no longer needed.
var waste []byte
