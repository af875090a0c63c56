package exchange

import (
	"context"
	"time"

	"standpoint/store"
)

// batches writes steps as one action of several batches, so that memory stays flat, and a save of somebody who works
// meanwhile waits for one short batch at most.
type batches struct {
	action   *store.LongAction
	most     batch // that is written at once
	progress func(done, total int)
	total    int // rows

	pending []step
	size    int // bytes of bodies pending
	done    int // rows
}

// batch is what may be written at once.
type batch struct {
	rows  int
	bytes int           // of bodies
	time  time.Duration // of writing it
}

// Batches that somebody waits for are short.
var (
	usualBatch = batch{rows: 100, bytes: 1_000_000, time: 200 * time.Millisecond}
	shortBatch = batch{rows: 25, bytes: 250_000, time: 50 * time.Millisecond}
)

func newBatches(action *store.LongAction, o Options, total int) *batches {
	w := &batches{action: action, most: usualBatch, progress: o.Progress, total: total}
	if o.Beside {
		w.most = shortBatch
	}
	if w.progress == nil {
		w.progress = func(int, int) {}
	}
	return w
}

func (w *batches) add(s step) { w.pending = append(w.pending, s) }

func (w *batches) isFull() bool { return len(w.pending) >= w.most.rows || w.size >= w.most.bytes }

// flush writes what is pending, and then has the result count it; rows is how many rows are done by then.
func (w *batches) flush(ctx context.Context, result *Result, rows int) error {
	for len(w.pending) > 0 {
		outcomes, err := w.write(ctx)
		if err != nil {
			return err
		}
		for _, count := range outcomes {
			if count != nil {
				count(result)
			}
		}
		clear(w.pending[:len(outcomes)])
		w.pending = w.pending[len(outcomes):]
		w.done = max(w.done, rows-len(w.pending))
		w.progress(w.done, w.total)
	}
	w.pending, w.size, w.done = w.pending[:0], 0, max(w.done, rows)
	return nil
}

// tell says now and then how many rows are done, where there is nothing to write.
func (w *batches) tell(rows int) {
	if len(w.pending) > 0 || rows < w.done+usualBatch.rows {
		return
	}
	w.done = rows
	w.progress(w.done, w.total)
}

// write takes as many steps as fit into the time of a batch, and at least one.
func (w *batches) write(ctx context.Context) (outcomes []outcome, err error) {
	err = w.action.Batch(ctx, func(b *store.Batch) error {
		for began := time.Now(); len(outcomes) < len(w.pending); {
			o, err := w.pending[len(outcomes)](b)
			if err != nil {
				return err
			}
			outcomes = append(outcomes, o)
			if time.Since(began) >= w.most.time {
				break
			}
		}
		return nil
	})
	return outcomes, err
}
