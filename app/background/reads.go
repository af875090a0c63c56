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

func newReads(ctx context.Context) *reads {
	r := &reads{}
	r.ctx, r.cancel = context.WithCancel(ctx)
	return r
}

// readers are the reads of the project that is open.
type readers struct {
	ctx context.Context // ends with the window

	mu  sync.Mutex
	now *reads
}

func newReaders(ctx context.Context) *readers { return &readers{ctx: ctx, now: newReads(ctx)} }

// present are those of the project that is open now.
func (r *readers) present() *reads {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.now
}

// begin notes a read that is about to run; who does it says when it is done.
func (r *readers) begin() *reads {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.now.running.Add(1)
	return r.now
}

// end cancels all reads; what it returns waits until the last of them has ended.
func (r *readers) end() (wait func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	old := r.now
	old.cancel()
	r.now = newReads(r.ctx)
	return old.running.Wait
}
