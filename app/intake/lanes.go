package intake

import (
	"context"
	"iter"
	"runtime"
)

// inLanes does work on what a sequence has, on as many at once as there are processors, and hands on what comes of it in the order of the
// sequence. So many wait to be taken at most, so that memory stays flat. It ends early when ctx is cancelled or nobody asks on; the
// sequence has been left then.
func inLanes[In, Out any](ctx context.Context, sequence iter.Seq[In], work func(In) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		ctx, stop := context.WithCancel(ctx)
		queue := make(chan chan Out, runtime.GOMAXPROCS(0))
		defer func() {
			stop()
			for range queue { // until the sequence has been left
			}
		}()
		go func() {
			defer close(queue)
			for in := range sequence {
				done := make(chan Out, 1)
				select {
				case queue <- done:
					go func() { done <- work(in) }()
				case <-ctx.Done():
					return
				}
			}
		}()
		for done := range queue {
			if !yield(<-done) {
				return
			}
		}
	}
}
