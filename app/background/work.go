// Package background is the work that goes on beside the window, so that nobody waits for
// the disk. What it is, and what comes of it, is left to the views.
package background

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// Work does what must not hold up the window, in three lanes and beside them. Saves go one after another, in the order in which
// they were asked for, and wait for no job. Jobs (imports, exports, merges) take long: they have a lane of their own, can be
// cancelled, and begin when the saves that were asked for before are done. Projects are opened and closed at the doors, one
// after another; closing waits for the saves and ends jobs and reads. Reads go beside all of them. What comes of any of it is
// handed back to the window's goroutine.
type Work struct {
	Seams

	ctx         context.Context
	cancel      context.CancelFunc
	crash       func(any, []byte) // told of a panic in the background
	saves, jobs lane
	news        lane // what follows from writes
	doors       doors
	stopping    atomic.Bool // nothing is handed back any more

	mu     sync.Mutex
	reads  *reads // of the project that is open
	open   []*job // that are not done, in their order
	atDoor *job   // the opening or closing that is being done, or nil
	slow   int    // how many saves take long
	told   func() // on the window's goroutine: the jobs are others now, or further on; saving is slow, or no more
}

// slowSave is how long a save may take until it is told of.
const slowSave = 500 * time.Millisecond

// Seams are where work leaves the goroutine that asks for it and comes back to the window's. Tests hold it up there.
type Seams struct {
	Spawn func(func())                              // starts a goroutine
	OnUI  func(func())                              // does something on the window's goroutine, soon
	Later func(time.Duration, func()) (stop func()) // the same after a while, unless it is stopped before
}

// New returns the work of a running window. crash is told of a panic beside the window, with its stack.
func New(crash func(cause any, stack []byte)) *Work {
	var w *Work
	w = newWork(Seams{
		Spawn: func(f func()) { go f() },
		OnUI: func(f func()) {
			if !w.stopping.Load() { // Fyne does it on any goroutine when it has stopped
				fyne.Do(f)
			}
		},
		Later: func(d time.Duration, f func()) func() {
			timer := time.AfterFunc(d, func() { w.OnUI(f) })
			return func() { timer.Stop() }
		},
	}, crash)
	return w
}

// NewInline returns work that is done at once on the calling goroutine, for tests and pictures.
func NewInline() *Work {
	w := newWork(Seams{
		Spawn: func(f func()) { f() },
		OnUI:  func(f func()) { f() },
		Later: func(_ time.Duration, f func()) func() { f(); return func() {} },
	}, func(cause any, stack []byte) { panic(fmt.Sprintf("%v\n%s", cause, stack)) })
	w.saves.inline, w.jobs.inline, w.news.inline, w.doors.inline = true, true, true, true
	return w
}

func newWork(s Seams, crash func(any, []byte)) *Work {
	w := &Work{Seams: s, crash: crash, told: func() {}}
	w.ctx, w.cancel = context.WithCancel(context.Background())
	w.reads = w.newReads()
	return w
}

// Read reads beside the window, and beside all else that is read and written. What read returns is done on the window's
// goroutine; it may be nil.
func (w *Work) Read(read func(context.Context) (show func())) {
	r := w.beginRead()
	w.Spawn(func() {
		defer r.running.Done()
		w.show(r.ctx, read)
	})
}

// Save writes after all that was to be saved before, and waits for no job.
func (w *Work) Save(write func(context.Context) (show func())) {
	w.saves.add(func() {
		defer w.watchSave()()
		defer w.recover()
		if show := write(w.ctx); show != nil {
			w.news.add(func() { w.OnUI(show) })
		}
	})
}

// Follow reads what follows from something that was just written, in the order in which it was written. What read returns is
// done on the window's goroutine before what comes of the save or job that wrote it.
func (w *Work) Follow(read func(context.Context) (show func())) {
	w.news.add(func() { w.show(w.ctx, read) })
}

// watchSave notes that a save takes long until it is done.
func (w *Work) watchSave() (done func()) {
	if w.saves.inline {
		return func() {}
	}
	var slow, ended bool
	note := func(by int) {
		w.mu.Lock()
		w.slow += by
		w.mu.Unlock()
		w.told()
	}
	// Both run on the window's goroutine, one after the other.
	stop := w.Later(slowSave, func() {
		if !ended {
			slow = true
			note(1)
		}
	})
	return func() {
		stop()
		w.OnUI(func() {
			if ended = true; slow {
				note(-1)
			}
		})
	}
}

// IsSlowToSave reports whether something that was to be saved is not yet, after a while.
func (w *Work) IsSlowToSave() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.slow > 0
}

func (w *Work) show(ctx context.Context, do func(context.Context) func()) {
	defer w.recover()
	if show := do(ctx); show != nil {
		w.OnUI(show)
	}
}

func (w *Work) recover() {
	if cause := recover(); cause != nil {
		w.crash(cause, debug.Stack())
	}
}

// Saved waits until all that was to be saved until now is on disk.
func (w *Work) Saved() { <-w.saves.mark() }

// Finished waits until all jobs that were asked for until now are done.
func (w *Work) Finished() { <-w.jobs.mark() }

// Stop saves what was to be saved, cancels jobs and openings and ends all work, and waits for that on the window's goroutine.
// What is asked for afterwards is cancelled at once.
func (w *Work) Stop() {
	w.CancelAll()
	w.stopping.Store(true)
	w.emptyDoors()
	w.Saved()
	w.Finished()
	w.cancel()
}
