package control

import "fyne.io/fyne/v2"

// Keys are what a focused control passes on instead of swallowing it. Each may be nil.
type Keys struct {
	OnSave     func()                    // Ctrl+Enter
	OnCancel   func()                    // Esc, when the control has nothing of its own to close
	OnShortcut func(fyne.Shortcut) bool  // any other key with a modifier; false: the window's canvas gets it
	OnKey      func(*fyne.KeyEvent) bool // a function key; false: the window's canvas gets it
}
