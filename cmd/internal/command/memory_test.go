package command

import (
	"runtime/debug"
	"testing"
)

func TestAWindowGathersMemorySoonerUnlessItIsToldWhen(t *testing.T) {
	const usual, told = 100, 80
	t.Setenv("GOGC", "")
	defer debug.SetGCPercent(debug.SetGCPercent(usual))
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
