package app

import "fyne.io/fyne/v2"

// Maximising is how the window is maximised, and whether it is. Fyne tells of neither; where nothing else does, both are nil.
type Maximising struct {
	Is func(fyne.Window) bool
	Do func(fyne.Window) // once the window is shown
}

// keepSize remembers how large the window is, or else that it fills the screen: its size is then that of before.
func (a *App) keepSize() {
	is := a.options.Maximising.Is != nil && a.options.Maximising.Is(a.Window)
	a.Prefs.SetMaximised(is)
	if !is {
		a.Prefs.SetWindowSize(a.Window.Canvas().Size())
	}
}

// maximiseAgain has the window fill the screen if it did when it was closed last.
func (a *App) maximiseAgain() {
	if a.options.Maximising.Do != nil && a.Prefs.IsMaximised() {
		a.options.Maximising.Do(a.Window)
	}
}
