package background

import "slices"

// doors is the lane in which projects are opened and closed, one after another. It is used on the window's goroutine alone.
type doors struct {
	*board

	inline  bool
	through *door   // who is going through
	waiting []*door // in their order
	showing bool    // what came of somebody who went through is being shown,
	asked   int     // and so many of those that wait were asked for by that
}

// door is one opening or closing.
type door struct {
	*job
	begin  func() Act  // on the window's goroutine, before it; what it returns is done beside the window, nil for nothing
	result chan func() // what its act returned
}

// enter has somebody go through when all who came before have. What is asked for by what is shown of somebody goes before all
// that waits.
func (l *doors) enter(d *door) {
	if l.inline {
		defer d.cancel()
		if act := d.begin(); act != nil {
			l.show(d.ctx, l.reporting(d.job, act))
		}
		return
	}
	at := len(l.waiting)
	if l.showing {
		at = l.asked
		l.asked++
	}
	l.waiting = slices.Insert(l.waiting, at, d)
	l.letIn()
}

// letIn lets in who is next, unless somebody is going through.
func (l *doors) letIn() {
	for l.through == nil && !l.showing && len(l.waiting) > 0 {
		d := l.waiting[0]
		l.waiting = l.waiting[1:]
		if d.ctx.Err() == nil || d.lasting {
			l.through = d
			l.setAtDoor(d.job)
			l.goThrough(d)
		}
	}
}

// goThrough does beside the window what somebody came for.
func (l *doors) goThrough(d *door) {
	act := d.begin()
	d.result = make(chan func(), 1)
	l.Spawn(func() {
		var show func()
		defer func() { // after a crash as well
			d.result <- show
			l.OnUI(func() { l.passed(d) })
		}()
		defer l.recover()
		if act != nil {
			show = l.reporting(d.job, act)(d.ctx)
		}
	})
}

// passed shows what came of who went through, which may have to be waited for, and lets in the next.
func (l *doors) passed(d *door) {
	if l.through != d {
		return // it was waited for
	}
	show := <-d.result
	d.cancel()
	l.through = nil
	l.setAtDoor(nil)
	if show != nil {
		l.showing, l.asked = true, 0
		show()
		l.showing = false
	}
	l.letIn()
}

// cancelAll cancels who is going through and who waits.
func (l *doors) cancelAll() {
	for _, d := range l.waiting {
		d.cancel()
	}
	if l.through != nil {
		l.through.cancel()
	}
}

// empty waits, on the window's goroutine, until nobody is at the doors.
func (l *doors) empty() {
	for l.through != nil {
		l.passed(l.through)
	}
}
