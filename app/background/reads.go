package background

import (
	"context"
	"sync"
)

// reads are what is being read of one project. They end when it is closed.
type reads struct {
	ctx     context.Context
	cancel  context.CancelFunc
	running sync.WaitGroup
}

func (w *Work) newReads() *reads {
	r := &reads{}
	r.ctx, r.cancel = context.WithCancel(w.ctx)
	return r
}

func (w *Work) presentReads() *reads {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.reads
}

// beginRead notes a read that is about to run; who does it says when it is done.
func (w *Work) beginRead() *reads {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.reads.running.Add(1)
	return w.reads
}

// endReads cancels all reads; what it returns waits until the last of them has ended.
func (w *Work) endReads() (wait func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	old := w.reads
	old.cancel()
	w.reads = w.newReads()
	return old.running.Wait
}
