package background

import "context"

// Latest is what is asked about the project again and again, such as the rows of a list. Who asks anew overtakes the answer
// that is still being read: it is cancelled, and not shown. It is used on the window's goroutine alone.
type Latest struct {
	Rank Rank // who waits for the answers

	asked  int
	cancel context.CancelFunc
}

// question is one asking; it may have several answers, such as the pages of a list.
type question struct {
	ctx    context.Context
	latest *Latest
	number int
}

// ask overtakes what was asked before.
func (w *Work) ask(l *Latest) question {
	l.Overtake()
	q := question{latest: l, number: l.asked}
	q.ctx, l.cancel = context.WithCancel(w.readers.present().ctx)
	return q
}

// Overtake gives up the answers that are awaited.
func (l *Latest) Overtake() {
	l.asked++
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
}

// isLatest reports whether nothing was asked since.
func (q question) isLatest() bool { return q.latest.asked == q.number }

// answer reads the answer to a question beside the window. What read returns is done on the window's goroutine, unless the
// question was overtaken; it may be nil.
func (w *Work) answer(q question, read func(context.Context) (show func())) {
	r, rank := w.readers.begin(), q.latest.Rank
	if rank == Awaited {
		w.turns.begin()
	}
	w.Spawn(func() {
		defer r.running.Done()
		w.show(q.ctx, func(ctx context.Context) func() {
			show := func() func() {
				if rank == Awaited {
					defer w.turns.end()
				} else if rank == Patient {
					w.turns.rest(ctx)
				}
				return read(ctx)
			}()
			return func() {
				if show != nil && q.isLatest() {
					show()
				}
			}
		})
	})
}
