package background

import (
	"context"
	"slices"
)

// Act is work beside the window. Of how far it is it may tell on any goroutine. What it returns is done on the window's
// goroutine; it may be nil.
type Act func(ctx context.Context, progress func(done, total int)) (show func())

// doors is the lane in which projects are opened and closed, one after another. It is used on the window's goroutine alone.
type doors struct {
	inline  bool
	through *door   // who is going through
	waiting []*door // in their order
	showing bool    // what came of somebody who went through is being shown,
	asked   int     // and so many of those that wait were asked for by that
}

// door is one opening or closing.
type door struct {
	*job
	begin  func() Act
	result chan func() // what its act returned
}

// Open opens a project, or does anything else to a file that nobody may have open meanwhile. begin is called on the window's
// goroutine when all that was asked for at the doors before is done and shown; it returns what is to be done beside the window,
// nil for nothing. What that shows may ask for something at the doors as well, which goes before all that waits there. title
// says what is done, such as "Opening…".
func (w *Work) Open(title string, begin func() Act) {
	w.enter(&door{job: w.newJob(title), begin: begin})
}

// Close cancels jobs and reads and closes a project, beside the window, when all that was to be saved until now is saved and
// nothing reads it any more. That cannot be cancelled.
func (w *Work) Close(title string, closeIt func() (show func())) {
	w.cancelJobs()
	saved, finished, read := w.saves.mark(), w.jobs.mark(), w.endReads()
	j := w.newJob(title)
	j.lasting = true
	w.enter(&door{job: j, begin: func() Act {
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

func (w *Work) enter(d *door) {
	l := &w.doors
	if l.inline {
		defer d.cancel()
		if act := d.begin(); act != nil {
			w.show(d.ctx, w.reporting(d.job, act))
		}
		return
	}
	at := len(l.waiting)
	if l.showing {
		at = l.asked
		l.asked++
	}
	l.waiting = slices.Insert(l.waiting, at, d)
	w.letIn()
}

// letIn lets in who is next, unless somebody is going through.
func (w *Work) letIn() {
	l := &w.doors
	for l.through == nil && !l.showing && len(l.waiting) > 0 {
		d := l.waiting[0]
		l.waiting = l.waiting[1:]
		if d.ctx.Err() == nil || d.lasting {
			l.through = d
			w.setAtDoor(d.job)
			w.goThrough(d)
		}
	}
}

// goThrough does beside the window what somebody came for.
func (w *Work) goThrough(d *door) {
	act := d.begin()
	d.result = make(chan func(), 1)
	w.Spawn(func() {
		var show func()
		defer func() { // after a crash as well
			d.result <- show
			w.OnUI(func() { w.passed(d) })
		}()
		defer w.recover()
		if act != nil {
			show = w.reporting(d.job, act)(d.ctx)
		}
	})
}

// passed shows what came of who went through, which may have to be waited for, and lets in the next.
func (w *Work) passed(d *door) {
	l := &w.doors
	if l.through != d {
		return // it was waited for
	}
	show := <-d.result
	d.cancel()
	l.through = nil
	w.setAtDoor(nil)
	if show != nil {
		l.showing, l.asked = true, 0
		show()
		l.showing = false
	}
	w.letIn()
}

// setAtDoor notes who is going through, for the window to tell of it.
func (w *Work) setAtDoor(j *job) {
	w.mu.Lock()
	w.atDoor = j
	w.mu.Unlock()
	w.told()
}

// emptyDoors waits, on the window's goroutine, until nobody is at the doors.
func (w *Work) emptyDoors() {
	for w.doors.through != nil {
		w.passed(w.doors.through)
	}
}
