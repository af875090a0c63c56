package background

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

// Work is held up as long as something moves, but not for ever, and goes on at once where nothing does or nobody asks for it any more.
func TestWorkStandsBackWhileSomethingMoves(t *testing.T) {
	held := func(t *testing.T, moves int, stop bool) (d time.Duration) {
		synctest.Test(t, func(t *testing.T) {
			var s Stillness
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if stop {
				cancel()
			}
			if moves > 0 {
				s.Moved()
			}
			moved := make(chan struct{})
			go func() {
				defer close(moved)
				for range moves - 1 {
					<-time.After(10 * time.Millisecond)
					s.Moved()
				}
			}()
			start := time.Now()
			pause := s.Pause(ctx)
			pause()
			pause()
			d = time.Since(start)
			<-moved
		})
		return d
	}
	for _, row := range []struct {
		name  string
		moves int
		stop  bool
		want  time.Duration
	}{
		{"nothing moves", 0, false, 0},
		{"something moved", 1, false, atRest},
		{"something moves on", 11, false, atRest + 100*time.Millisecond},
		{"something moves for ever", 1000, false, longestPatience},
		{"nobody asks any more", 100, true, 0},
	} {
		if got := held(t, row.moves, row.stop); got != row.want {
			t.Errorf("%s: held up for %v, want %v", row.name, got, row.want)
		}
	}
}
