package control

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Ticks are boxes of a list: Ctrl+A ticks all of them, or none if all are ticked; with Shift held down a click, or Space, does to all from
// the box that was turned last what it does to its own.
type Ticks struct {
	all  []*Tick
	last *Tick // that was turned last; nil before
}

// Add takes a box into the list, below those that are in it.
func (l *Ticks) Add(t *Tick) {
	t.list = l
	l.all = append(l.all, t)
}

// IsOfList reports whether the box is one of a list.
func (t *Tick) IsOfList() bool { return t.list != nil }

// turned follows a box that somebody turned, with Shift held down or not.
func (l *Ticks) turned(t *Tick, shifted bool) {
	from, to := slices.Index(l.all, l.last), slices.Index(l.all, t)
	l.last = t
	if !shifted || from < 0 {
		return
	}
	for _, other := range l.all[min(from, to) : max(from, to)+1] {
		other.SetChecked(t.Checked)
	}
}

// turnAll ticks all, or none if all are ticked.
func (l *Ticks) turnAll() {
	on := slices.ContainsFunc(l.all, func(t *Tick) bool { return !t.Checked })
	for _, t := range l.all {
		t.SetChecked(on)
	}
}

// Tapped implements fyne.Tappable.
func (t *Tick) Tapped(at *fyne.PointEvent) { t.turn(func() { t.pressed(at) }) }

// TypedRune implements fyne.Focusable.
func (t *Tick) TypedRune(r rune) { t.turn(func() { t.Check.TypedRune(r) }) }

// turn does what may turn the box, and tells the list that it is in.
func (t *Tick) turn(do func()) {
	before := t.Checked
	do()
	if t.list != nil && t.Checked != before {
		t.list.turned(t, t.isShifted())
	}
}

// isShifted reports whether Shift is held down. The driver also knows of a key that went down before the box had the focus.
func (t *Tick) isShifted() bool {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	return t.shift
}

// KeyDown implements desktop.Keyable.
func (t *Tick) KeyDown(e *fyne.KeyEvent) { t.shift = t.shift || isShift(e.Name) }

// KeyUp implements desktop.Keyable.
func (t *Tick) KeyUp(e *fyne.KeyEvent) { t.shift = t.shift && !isShift(e.Name) }
