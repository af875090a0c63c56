package desk

import "context"

// job is work that takes long: it says how far it is, and can be cancelled.
type job struct {
	title  string
	cancel context.CancelFunc

	// Under the lock of its Work.
	done, total int
	telling     bool // that it is further on is on its way to the window
}

// Running is what there is to show of a job.
type Running struct {
	Title       string // a sentence, such as "Importing…"
	Done, Total int    // how far it is; both 0 as long as that is not known
	Waiting     int    // jobs that come after it
}

// Start does a job after all jobs and saves that were asked for before. title says what is done, such as "Importing…". Of
// how far it is do may tell on any goroutine. What do returns is done on the window's goroutine; it may be nil.
func (w *Work) Start(title string, do func(ctx context.Context, progress func(done, total int)) (show func())) {
	ctx, cancel := context.WithCancel(w.ctx)
	j := &job{title: title, cancel: cancel}
	w.mu.Lock()
	w.open = append(w.open, j)
	w.mu.Unlock()
	w.OnUI(w.tell)
	saved := make(chan struct{})
	w.saves.add(func() { close(saved) })
	w.jobs.add(func() {
		<-saved
		defer w.end(j)
		w.show(ctx, func(ctx context.Context) func() {
			return do(ctx, func(done, total int) { w.progress(j, done, total) })
		})
	})
}

// Running returns the job that is being done; false if none is.
func (w *Work) Running() (Running, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.open) == 0 {
		return Running{}, false
	}
	j := w.open[0]
	return Running{Title: j.title, Done: j.done, Total: j.total, Waiting: len(w.open) - 1}, true
}

// OnRunning has told called on the window's goroutine when another job is running, or the same is further on.
func (w *Work) OnRunning(told func()) { w.told = told }

// Cancel cancels the job that is being done; those that wait go on.
func (w *Work) Cancel() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.open) > 0 {
		w.open[0].cancel()
	}
}

// CancelAll cancels the job that is being done and those that wait.
func (w *Work) CancelAll() {
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
