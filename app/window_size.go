package app

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
