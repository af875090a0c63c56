package background

import (
	"context"
	"runtime/debug"
	"time"
)

// seams are where work leaves the goroutine that asks for it and comes back to the window's. Tests hold it up there.
type seams struct {
	Spawn func(func())                              // starts a goroutine
	OnUI  func(func())                              // does something on the window's goroutine, soon
	Later func(time.Duration, func()) (stop func()) // the same after a while, unless it is stopped before
}

// beside is what all work beside the window shares.
type beside struct {
	seams

	ctx    context.Context // ends with the window
	cancel context.CancelFunc
	crash  func(cause any, stack []byte) // told of a panic
}

func newBeside(s seams, crash func(any, []byte)) *beside {
	b := &beside{seams: s, crash: crash}
	b.ctx, b.cancel = context.WithCancel(context.Background())
	return b
}

// show does something, and has what it returns done on the window's goroutine.
func (b *beside) show(ctx context.Context, do func(context.Context) func()) {
	defer b.recover()
	if show := do(ctx); show != nil {
		b.OnUI(show)
	}
}

// recover is deferred; it tells of a panic.
func (b *beside) recover() {
	if cause := recover(); cause != nil {
		b.crash(cause, debug.Stack())
	}
}
