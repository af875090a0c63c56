// Package background is the work that goes on beside the window, so that nobody waits for
// the disk. What it is, and what comes of it, is left to the views.
package background

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// Work does what must not hold up the window, in three lanes and beside them. Saves go one after another, in the order in which
// they were asked for, and wait for no job; of what is saved in steps, such as an action on many rows, they wait for one step. Jobs
// (imports, exports, merges) take long: they have a lane of their own, can be cancelled, and begin when the saves that were asked for
// before are done. Projects are opened and closed at the doors, one after another; closing waits for the saves and ends jobs and reads.
// Reads go beside all of them; those for which nobody waits begin when nothing is awaited. What comes of any of it is handed back to the
// window's goroutine.
type Work struct {
	*beside

	saves, jobs lane
	news        lane // what follows from writes
	board       *board
	doors       doors
	readers     *readers
	turns       turns
	slow        atomic.Int32 // how many saves take long
	stopping    atomic.Bool  // nothing is handed back any more
}

// slowSave is how long a save may take until it is told of.
const slowSave = 500 * time.Millisecond

// New returns the work of a running window. crash is told of a panic beside the window, with its stack.
func New(crash func(cause any, stack []byte)) *Work {
	var w *Work
	w = newWork(seams{
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
	w := newWork(seams{
		Spawn: func(f func()) { f() },
		OnUI:  func(f func()) { f() },
		Later: func(_ time.Duration, f func()) func() { f(); return func() {} },
	}, func(cause any, stack []byte) { panic(fmt.Sprintf("%v\n%s", cause, stack)) })
	w.saves.inline, w.jobs.inline, w.news.inline, w.doors.inline = true, true, true, true
	w.turns.patience = 0
	return w
}

func newWork(s seams, crash func(any, []byte)) *Work {
	b := newBeside(s, crash)
	w := &Work{beside: b, board: &board{beside: b, told: func() {}}, readers: newReaders(b.ctx)}
	w.doors.board = w.board
	w.turns.patience = longestPatience
	return w
}

// Read reads beside the window, and beside all else that is read and written. What read returns is done on the window's
// goroutine; it may be nil.
func (w *Work) Read(read func(context.Context) (show func())) {
	r := w.readers.begin()
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

// Steps are something that is saved in steps, such as an action on many rows: other saves come between them.
type Steps struct {
	// Step does the next; more says that there are others. It is told whether it is its turn: as long as it is not, as others that
	// were asked for before are not done, it only makes sure that it comes before what is saved from now on.
	Step func(ctx context.Context, turn bool) (more bool)

	Walk  bool                     // it is Undo or the like, which waits for others such alone, and cannot be cancelled
	Title func() string            // a sentence, as of jobs; asked for when one step was not enough
	Done  func() (done, total int) // how far it is
	Show  func() (show func())     // after the last step; what it returns is done on the window's goroutine
}

// SaveSteps saves in steps. The first is done when all that was to be saved before is, but for the further steps of that. If there are
// more, they are told of and can be cancelled as a job can, until they are done: closing waits for them.
func (w *Work) SaveSteps(s Steps) {
	j := newJob(w.ctx, "")
	j.saving, j.lasting = true, s.Walk
	known := false
	rank := act
	if s.Walk {
		rank = walk
	}
	w.saves.addSteps(rank, func(turn bool) (more bool) {
		defer w.watchSave()()
		defer func() {
			if more && !known {
				known, j.title = true, s.Title()
				w.board.add(j)
			}
			if more {
				done, total := s.Done()
				w.board.progress(j, done, total)
				return
			}
			if known {
				w.board.end(j)
			}
			j.cancel()
		}()
		defer w.recover()
		if more = s.Step(j.ctx, turn); !more {
			if show := s.Show(); show != nil {
				w.news.add(func() { w.OnUI(show) })
			}
		}
		return more
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
	note := func(by int32) {
		w.slow.Add(by)
		w.board.told()
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
func (w *Work) IsSlowToSave() bool { return w.slow.Load() > 0 }

// Start does a job after all jobs and saves that were asked for before. title says what is done, such as "Importing…". Of
// how far it is do may tell on any goroutine.
func (w *Work) Start(title string, do Act) {
	j := newJob(w.ctx, title)
	w.board.add(j)
	saved := w.saves.mark()
	w.jobs.add(func() {
		<-saved
		defer w.board.end(j)
		w.show(j.ctx, func(ctx context.Context) func() {
			show := w.board.reporting(j, do)(ctx)
			<-w.news.mark()
			return show
		})
	})
}

// Open opens a project, or does anything else to a file that nobody may have open meanwhile. begin is called on the window's
// goroutine when all that was asked for at the doors before is done and shown; it returns what is to be done beside the window,
// nil for nothing. What that shows may ask for something at the doors as well, which goes before all that waits there. title
// says what is done, such as "Opening…".
func (w *Work) Open(title string, begin func() Act) {
	w.doors.enter(&door{job: newJob(w.ctx, title), begin: begin})
}

// Close cancels jobs and reads and closes a project, beside the window, when all that was to be saved until now is saved and
// nothing reads it any more. That cannot be cancelled.
func (w *Work) Close(title string, closeIt func() (show func())) {
	w.board.cancelJobs()
	saved, finished, read := w.saves.mark(), w.jobs.mark(), w.readers.end()
	j := newJob(w.ctx, title)
	j.lasting = true
	w.doors.enter(&door{job: j, begin: func() Act {
		return func(context.Context, func(int, int)) func() {
			<-saved
			<-finished
			if !w.doors.inline { // who reads at once has read
				read()
				<-w.news.mark()
			}
			return closeIt()
		}
	}})
}

// Running returns what is being done; false if nothing is: what is being opened, else a job, else what is being closed.
func (w *Work) Running() (Running, bool) { return w.board.running() }

// OnRunning has told called on the window's goroutine when another job is running, or the same is further on, and when saving
// takes long, or no more.
func (w *Work) OnRunning(told func()) { w.board.told = told }

// Cancel cancels what is being done, as [Work.Running] tells it; what waits goes on.
func (w *Work) Cancel() { w.board.cancelForemost() }

// CancelAll cancels the jobs and openings, those that wait as well.
func (w *Work) CancelAll() {
	w.board.cancelJobs()
	w.doors.cancelAll()
}

// saved waits until all that was to be saved until now is on disk.
func (w *Work) saved() { <-w.saves.mark() }

// finished waits until all jobs that were asked for until now are done.
func (w *Work) finished() { <-w.jobs.mark() }

// Stop saves what was to be saved, cancels jobs and openings and ends all work, and waits for that on the window's goroutine.
// What is asked for afterwards is cancelled at once.
func (w *Work) Stop() {
	w.CancelAll()
	w.stopping.Store(true)
	w.doors.empty()
	w.saved()
	w.finished()
	w.cancel()
}
