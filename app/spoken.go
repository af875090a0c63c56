package app

import (
	"time"

	"standpoint/app/control"
)

// spokenEvery is how often a screen reader is told what the window shows now.
const spokenEvery = 500 * time.Millisecond

// setContent shows the frame, and repeats it for a screen reader in programs that are built for one.
func (a *App) setContent() {
	if !isSpoken {
		a.Window.SetContent(a.frame.content)
		return
	}
	spoken := control.NewSpoken(a.Tooltips)
	a.Window.SetContent(spoken.Root)
	if !a.options.Inline {
		a.speak(spoken)
	}
}

// speak keeps telling a screen reader what the window shows.
func (a *App) speak(s *control.Spoken) {
	s.Update()
	a.Work.Later(spokenEvery, func() { a.speak(s) })
}
