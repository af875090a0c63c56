package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Tick is a box to tick beside its text. Space ticks it; Enter and Esc are the form's.
type Tick struct {
	widget.Check
	Keys

	list  *Ticks // in which the box is, with others; nil: it is by itself
	shift bool   // Shift is held down
}

// NewTick returns a box that is ticked or not.
func NewTick(text string, on bool) *Tick {
	t := &Tick{}
	t.Text, t.Checked = text, on
	t.ExtendBaseWidget(t)
	return t
}

// TypedKey implements fyne.Focusable.
func (t *Tick) TypedKey(e *fyne.KeyEvent) {
	if (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) && t.OnSave != nil {
		t.OnSave()
		return
	}
	if !t.passKey(e, t) {
		t.Check.TypedKey(e)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (t *Tick) TypedShortcut(s fyne.Shortcut) {
	if _, all := s.(*fyne.ShortcutSelectAll); all && t.list != nil {
		t.list.turnAll()
		return
	}
	t.pass(s, t)
}
