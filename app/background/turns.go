package background

import (
	"context"
	"sync"
	"time"
)

// Rank is who waits for what is asked.
type Rank int

// The ranks.
const (
	Ordinary Rank = iota
	Awaited       // somebody who looks at the window waits for it, and for nothing else
	Patient       // nobody waits for it: it begins when nothing is awaited, or after a while
)

// longestPatience is for how long what is patient waits in a running window.
const longestPatience = 3 * time.Second

// turns has what is patient wait for what is awaited.
type turns struct {
	patience time.Duration // for how long what is patient waits for what is awaited; 0: not at all

	mu      sync.Mutex
	awaited int
	none    chan struct{} // closed when nothing is awaited any more; nil where nothing is
}

// begin notes that something is awaited until end.
func (t *turns) begin() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.awaited++; t.none == nil {
		t.none = make(chan struct{})
	}
}

func (t *turns) end() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.awaited--; t.awaited == 0 {
		close(t.none)
		t.none = nil
	}
}

// rest waits until nothing is awaited, or after a while nevertheless.
func (t *turns) rest(ctx context.Context) {
	ctx, stop := context.WithTimeout(ctx, t.patience)
	defer stop()
	for ctx.Err() == nil {
		t.mu.Lock()
		none := t.none
		t.mu.Unlock()
		if none == nil {
			return
		}
		select {
		case <-none:
		case <-ctx.Done():
		}
	}
}
