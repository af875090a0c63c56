package app

import (
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// letterPause is how long after its key a letter may come: an input method that lets it pass hands it back only when it has
// looked at it.
const letterPause = 300 * time.Millisecond

// unheard waits for the letter of a key that was pressed. The system tells of the key first. Under an input method that
// begins to compose, no letter follows, and the command of that key is run without it.
type unheard struct {
	later func(time.Duration, func()) (stop func()) // nil: nothing is waited for
	stop  func()                                    // ends waiting; nil when nothing is waited for
}

// await runs the command of a key, unless its letter is heard in time.
func (u *unheard) await(e *fyne.KeyEvent, run func(letter rune)) {
	letter, size := utf8.DecodeRuneInString(string(e.Name))
	if u.later == nil || size != len(e.Name) || size == 0 || isWithModifier() {
		return
	}
	u.heard()
	u.stop = u.later(letterPause, func() {
		u.stop = nil
		run(letter)
	})
}

// heard says that a letter came.
func (u *unheard) heard() {
	if u.stop != nil {
		u.stop()
		u.stop = nil
	}
}

// isShifted says that Shift is held down: a letter is as large with Caps Lock.
func isShifted() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// isWithModifier says that a key is held down with which another one is no letter.
func isWithModifier() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&^fyne.KeyModifierShift != 0
}
