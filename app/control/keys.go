package control

import (
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Keys are what a control with the keyboard tells: what it passes on instead of
// swallowing it, and that it got or lost the keyboard. Each may be nil.
type Keys struct {
	OnSave     func()                    // Ctrl+Enter
	OnCancel   func()                    // Esc, when the control has nothing of its own to close
	OnShortcut func(fyne.Shortcut) bool  // any other key with a modifier; false: the window's canvas gets it
	OnFocus    func(focused bool)        // the control got or lost the keyboard
	OnKey      func(*fyne.KeyEvent) bool // Esc without OnCancel, a function key; false: the window's canvas gets it
}

// pass hands a shortcut that a control has no use for to the form or the window.
func (k *Keys) pass(s fyne.Shortcut, from fyne.CanvasObject) {
	if k.OnSave != nil && saves(s) {
		k.OnSave()
		return
	}
	if k.OnShortcut != nil && k.OnShortcut(s) {
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(from).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// passKey hands on Esc and the function keys; false says that the key is none of them.
func (k *Keys) passKey(e *fyne.KeyEvent, from fyne.CanvasObject) bool {
	if e.Name == fyne.KeyEscape && k.OnCancel != nil {
		k.OnCancel()
		return true
	}
	if e.Name != fyne.KeyEscape && !slices.Contains(functionKeys, e.Name) {
		return false
	}
	k.handOn(e, from)
	return true
}

// passLetter is passKey for a control in which letters mean something: their keys are handed on, too, as under an input method no letter
// may follow.
func (k *Keys) passLetter(e *fyne.KeyEvent, from fyne.CanvasObject) {
	if !k.passKey(e, from) && utf8.RuneCountInString(string(e.Name)) == 1 {
		k.handOn(e, from)
	}
}

// handOn gives a key to whoever asked for it, else to the window's canvas.
func (k *Keys) handOn(e *fyne.KeyEvent, from fyne.CanvasObject) {
	if k.OnKey != nil && k.OnKey(e) {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(from); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

var functionKeys = []fyne.KeyName{
	fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
	fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12,
}

// saves says whether a shortcut is Ctrl+Enter, on a Mac Cmd+Enter.
func saves(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	return ok && c.Modifier == fyne.KeyModifierShortcutDefault && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter)
}
