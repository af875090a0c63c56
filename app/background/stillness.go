package background

import (
	"context"
	"sync/atomic"
	"time"
)

// Stillness has what nobody waits for stand back while something in the window moves, such as a text that is scrolled. The zero Stillness
// is one in which nothing has moved yet. It may be used from several goroutines.
type Stillness struct{ moved atomic.Pointer[time.Time] }

// atRest is for how long nothing has moved in a window that is still.
const atRest = 150 * time.Millisecond

// Moved notes that something moves now.
func (s *Stillness) Moved() {
	now := time.Now()
	s.moved.Store(&now)
}

// Pause returns what some work calls now and then, on one goroutine: it holds that up until the window is still or ctx ends, and in all for
// no longer than what is patient waits.
func (s *Stillness) Pause(ctx context.Context) func() {
	left := longestPatience
	return func() {
		for left > 0 {
			moved := s.moved.Load()
			if moved == nil {
				return
			}
			wait := min(left, atRest-time.Since(*moved))
			if wait <= 0 {
				return
			}
			left -= wait
			select {
			case <-time.After(wait):
			case <-ctx.Done():
				return
			}
		}
	}
}
