package desk

import "fyne.io/fyne/v2"

// Ahead keeps what is typed before the window is ready for it: while a form is being saved, a fast hand is at the next words already. What
// was kept is typed when they can be worked with, so that no key depends on how long a disk takes.
type Ahead struct {
	Focused func() fyne.Focusable // what has the keyboard; nil if nothing has

	holds     int
	forgotten bool // what is kept is not to be typed
	kept      []Typed
}

// Typed is something that was typed. It is done again for what has the keyboard then, which is nil if nothing has.
type Typed func(to fyne.Focusable)

// Hold is a stretch of time in which what is typed is kept. Only the first of its ends counts; a nil one has none.
type Hold struct {
	ahead *Ahead
	over  bool
}

// Hold has all that is typed kept until its end.
func (a *Ahead) Hold() *Hold {
	a.holds++
	return &Hold{ahead: a}
}

// Keep keeps something that was typed, unless it is nil, and says whether what is typed now is kept: it is while something is being
// waited for.
func (a *Ahead) Keep(t Typed) bool {
	if a.holds > 0 && t != nil {
		a.kept = append(a.kept, t)
	}
	return a.holds > 0
}

// Type ends the stretch. What was kept is typed, as soon as nothing else is being waited for.
func (h *Hold) Type() { h.end(false) }

// Drop ends the stretch. What was kept is forgotten, as it was meant for something that did not come.
func (h *Hold) Drop() { h.end(true) }

func (h *Hold) end(forget bool) {
	if h == nil || h.over {
		return
	}
	h.over = true
	a := h.ahead
	a.forgotten = a.forgotten || forget
	if a.holds--; a.holds > 0 {
		return
	}
	kept := a.kept
	if a.forgotten {
		kept = nil
	}
	a.kept, a.forgotten = nil, false
	for len(kept) > 0 && a.holds == 0 {
		typed := kept[0]
		kept = kept[1:]
		typed(a.Focused())
	}
	a.kept = append(a.kept, kept...) // it led to something else that is being waited for
}
