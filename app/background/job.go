package background

import "context"

// job is work that takes long: it says how far it is, and can be cancelled.
type job struct {
	title   string
	ctx     context.Context
	cancel  context.CancelFunc
	lasting bool // it cannot be cancelled

	// Under the lock of its Work.
	done, total int
	telling     bool // that it is further on is on its way to the window
}

// Running is what there is to show of a job.
type Running struct {
	Title       string // a sentence, such as "Importing…"
	Done, Total int    // how far it is; both 0 as long as that is not known
	Waiting     int    // jobs that come after it
	Lasting     bool   // it cannot be cancelled
}

func (w *Work) newJob(title string) *job {
	j := &job{title: title}
	j.ctx, j.cancel = context.WithCancel(w.ctx)
	return j
}

// Start does a job after all jobs and saves that were asked for before. title says what is done, such as "Importing…". Of
// how far it is do may tell on any goroutine.
func (w *Work) Start(title string, do Act) {
	j := w.newJob(title)
	w.mu.Lock()
	w.open = append(w.open, j)
	w.mu.Unlock()
	w.OnUI(w.tell)
	saved := w.saves.mark()
	w.jobs.add(func() {
		<-saved
		defer w.end(j)
		w.show(j.ctx, func(ctx context.Context) func() {
			show := w.reporting(j, do)(ctx)
			<-w.news.mark()
			return show
		})
	})
}

// reporting has an act report how far its job is.
func (w *Work) reporting(j *job, do Act) func(context.Context) func() {
	return func(ctx context.Context) func() {
		return do(ctx, func(done, total int) { w.progress(j, done, total) })
	}
}

// Running returns what is being done; false if nothing is: what is being opened, else a job, else what is being closed.
func (w *Work) Running() (Running, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	j := w.foremost()
	if j == nil {
		return Running{}, false
	}
	r := Running{Title: j.title, Done: j.done, Total: j.total, Lasting: j.lasting}
	if j != w.atDoor {
		r.Waiting = len(w.open) - 1
	}
	return r, true
}

// foremost is the job that is told of, and that can be cancelled; nil if there is none. The lock is held.
func (w *Work) foremost() *job {
	if w.atDoor != nil && !w.atDoor.lasting {
		return w.atDoor
	}
	for _, j := range w.open {
		if j.ctx.Err() == nil {
			return j
		}
	}
	if w.atDoor != nil {
		return w.atDoor
	}
	if len(w.open) > 0 {
		return w.open[0]
	}
	return nil
}

// OnRunning has told called on the window's goroutine when another job is running, or the same is further on.
func (w *Work) OnRunning(told func()) { w.told = told }

// Cancel cancels what is being done, as [Work.Running] tells it; what waits goes on.
func (w *Work) Cancel() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if j := w.foremost(); j != nil && !j.lasting {
		j.cancel()
	}
}

// CancelAll cancels the jobs and openings, those that wait as well.
func (w *Work) CancelAll() {
	w.cancelJobs()
	for _, d := range w.doors.waiting {
		d.cancel()
	}
	if d := w.doors.through; d != nil {
		d.cancel()
	}
}

func (w *Work) cancelJobs() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, j := range w.open {
		j.cancel()
	}
}

// progress notes how far a job is, and has that told unless it is about to be.
func (w *Work) progress(j *job, done, total int) {
	w.mu.Lock()
	told := j.telling
	j.done, j.total, j.telling = done, total, true
	w.mu.Unlock()
	if !told {
		w.OnUI(w.tell)
	}
}

// tell tells, on the window's goroutine, what is running.
func (w *Work) tell() {
	w.mu.Lock()
	for _, j := range w.open {
		j.telling = false
	}
	if w.atDoor != nil {
		w.atDoor.telling = false
	}
	w.mu.Unlock()
	w.told()
}

// end takes a job from those that are open.
func (w *Work) end(j *job) {
	j.cancel()
	w.mu.Lock()
	for i, other := range w.open {
		if other == j {
			w.open = append(w.open[:i:i], w.open[i+1:]...)
			break
		}
	}
	w.mu.Unlock()
	w.OnUI(w.tell)
}
