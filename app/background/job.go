package background

import (
	"context"
	"slices"
	"sync"
	"time"
)

// Act is work beside the window. Of how far it is it may tell on any goroutine. What it returns is done on the window's
// goroutine; it may be nil.
type Act func(ctx context.Context, progress func(done, total int)) (show func())

// job is work that takes long: it says how far it is, and can be cancelled.
type job struct {
	title   string
	ctx     context.Context
	cancel  context.CancelFunc
	lasting bool // it cannot be cancelled
	saving  bool // it is something that is saved in steps: closing waits for it

	// Under the lock of its board.
	done, total int
	pace        pace
	telling     bool // that it is further on is on its way to the window
}

func newJob(ctx context.Context, title string) *job {
	j := &job{title: title}
	j.ctx, j.cancel = context.WithCancel(ctx)
	return j
}

// Running is what there is to show of a job.
type Running struct {
	Title       string        // a sentence, such as "Importing…"
	Done, Total int           // how far it is; both 0 as long as that is not known
	Rate        float64       // how many are done in a second; 0 as long as that is not known
	Left        time.Duration // until all are done, at that rate; 0 as long as that is not known
	Waiting     int           // jobs that come after it
	Lasting     bool          // it cannot be cancelled
}

// board holds the jobs that are not done, for the window to tell of them and to cancel them.
type board struct {
	*beside

	told func() // on the window's goroutine: the jobs are others now, or further on

	mu     sync.Mutex
	open   []*job // in their order
	atDoor *job   // the opening or closing that is being done, or nil
}

// add notes a job that was asked for.
func (b *board) add(j *job) {
	b.mu.Lock()
	b.open = append(b.open, j)
	b.mu.Unlock()
	b.OnUI(b.tell)
}

// end takes a job from those that are open.
func (b *board) end(j *job) {
	j.cancel()
	b.mu.Lock()
	b.open = slices.DeleteFunc(b.open, func(other *job) bool { return other == j })
	b.mu.Unlock()
	b.OnUI(b.tell)
}

// setAtDoor notes who is going through the doors, or that nobody is. It is called on the window's goroutine.
func (b *board) setAtDoor(j *job) {
	b.mu.Lock()
	b.atDoor = j
	b.mu.Unlock()
	b.told()
}

// running returns what is being done; false if nothing is: what is being opened, else a job, else what is being closed.
func (b *board) running() (Running, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	j := b.foremost()
	if j == nil {
		return Running{}, false
	}
	r := Running{Title: j.title, Done: j.done, Total: j.total, Lasting: j.lasting}
	r.Rate, r.Left = j.pace.rate, j.pace.left
	if j != b.atDoor {
		for _, other := range b.open {
			if other != j && other.saving == j.saving {
				r.Waiting++
			}
		}
	}
	return r, true
}

// foremost is the job that is told of, and that can be cancelled; nil if there is none. The lock is held.
func (b *board) foremost() *job {
	if b.atDoor != nil && !b.atDoor.lasting {
		return b.atDoor
	}
	for _, saving := range []bool{true, false} { // what was asked for last is saved beside what takes longer
		for _, j := range b.open {
			if j.saving == saving && j.ctx.Err() == nil {
				return j
			}
		}
	}
	if b.atDoor != nil {
		return b.atDoor
	}
	if len(b.open) > 0 {
		return b.open[0]
	}
	return nil
}

// cancelForemost cancels what is being done, as running tells it.
func (b *board) cancelForemost() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if j := b.foremost(); j != nil && !j.lasting {
		j.cancel()
	}
}

// cancelJobs cancels all jobs, but nothing that is saved, and nothing at the doors.
func (b *board) cancelJobs() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, j := range b.open {
		if !j.saving {
			j.cancel()
		}
	}
}

// reporting has an act report how far its job is.
func (b *board) reporting(j *job, do Act) func(context.Context) func() {
	return func(ctx context.Context) func() {
		return do(ctx, func(done, total int) { b.progress(j, done, total) })
	}
}

// progress notes how far a job is, and has that told unless it is about to be.
func (b *board) progress(j *job, done, total int) {
	b.mu.Lock()
	told := j.telling
	j.pace.follow(done, total, time.Now())
	j.done, j.total, j.telling = done, total, true
	b.mu.Unlock()
	if !told {
		b.OnUI(b.tell)
	}
}

// tell tells, on the window's goroutine, what is running.
func (b *board) tell() {
	b.mu.Lock()
	for _, j := range b.open {
		j.telling = false
	}
	if b.atDoor != nil {
		b.atDoor.telling = false
	}
	b.mu.Unlock()
	b.told()
}
