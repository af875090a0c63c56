package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// What is typed while OnAhead keeps it goes later to what has the keyboard then, as the driver would have sent it there.

// AcceptsTab implements fyne.Tabbable: Tab is kept as well as other keys are.
func (v *View) AcceptsTab() bool { return v.keeps(nil) }

// keeps has something that was typed kept for later, and says whether it is.
func (v *View) keeps(typed func(to fyne.Focusable)) bool { return v.OnAhead != nil && v.OnAhead(typed) }

func (v *View) sendRune(r rune) func(fyne.Focusable) {
	return func(to fyne.Focusable) {
		if to != nil {
			to.TypedRune(r)
		}
	}
}

// sendKey sends a key with the modifiers that were held down with it.
func (v *View) sendKey(e *fyne.KeyEvent, with fyne.KeyModifier) func(fyne.Focusable) {
	return func(to fyne.Focusable) {
		c := fyne.CurrentApp().Driver().CanvasForObject(v)
		tabbable, _ := to.(fyne.Tabbable)
		switch {
		case to == fyne.Focusable(v):
			v.typeKey(e, with)
		case e.Name == fyne.KeyTab && c != nil && (tabbable == nil || !tabbable.AcceptsTab()):
			if with&fyne.KeyModifierShift != 0 {
				c.FocusPrevious()
			} else {
				c.FocusNext()
			}
		case to != nil:
			to.TypedKey(e)
		}
	}
}

func (v *View) sendShortcut(s fyne.Shortcut) func(fyne.Focusable) {
	return func(to fyne.Focusable) {
		if f, ok := to.(fyne.Shortcutable); ok {
			f.TypedShortcut(s)
		}
	}
}

// sendModifier tells of a key that was pressed or let go what minds them for itself; the text knows them with each key.
func (v *View) sendModifier(e *fyne.KeyEvent, down bool) func(fyne.Focusable) {
	return func(to fyne.Focusable) {
		f, ok := to.(desktop.Keyable)
		switch {
		case !ok || to == fyne.Focusable(v):
		case down:
			f.KeyDown(e)
		default:
			f.KeyUp(e)
		}
	}
}
