// Package clipboard is the system's clipboard, which is read only from a program that answers.
//
// On X11 the words that were copied stay with the program they were copied in, and whoever pastes asks it for them. The
// window's driver waits for the answer as long as it takes, and everything in the window waits with it. So the program is
// asked something first, on a connection of our own, and the clipboard is left alone if it is silent. Elsewhere the system
// keeps the words, or waits in its own ways, and nothing is asked.
package clipboard

import (
	"os"
	"runtime"
	"time"

	"fyne.io/fyne/v2"
)

// Patience is how long a program may take to answer.
const Patience = time.Second

// App is an application whose clipboard is read only from a program that answers.
type App struct {
	fyne.App
	OnSilence func() // nothing was read, as its owner does not answer; may be nil

	selection selection // nil where nobody has to be asked
	own       owner     // of what this window copied last
}

// owner is who has the clipboard; 0 is nobody.
type owner uint32

// selection is what can be learned of the clipboard without reading it.
type selection interface {
	owner() (owner, error)
	// answers reports whether the owner answers within our patience; one that is known is not asked.
	answers(known owner) (bool, error)
}

// Guard makes it fyne's current application, so that all that is pasted goes through it.
func Guard(ui fyne.App) *App {
	a := &App{App: ui}
	if at, ok := displayIn(os.Getenv, runtime.GOOS); ok {
		a.selection = at
	}
	fyne.SetCurrentApp(a)
	return a
}

// Clipboard is the system's clipboard.
func (a *App) Clipboard() fyne.Clipboard { return guarded{a, a.App.Clipboard()} }

type guarded struct {
	app    *App
	system fyne.Clipboard
}

// Content is the text on the clipboard; nothing if its owner is silent.
func (g guarded) Content() string {
	if g.app.selection == nil {
		return g.system.Content()
	}
	// What the window itself has copied it cannot be asked for while it waits; its driver knows that.
	if answers, err := g.app.selection.answers(g.app.own); err == nil && !answers {
		if g.app.OnSilence != nil {
			g.app.OnSilence()
		}
		return ""
	}
	return g.system.Content()
}

// SetContent puts a text on the clipboard.
func (g guarded) SetContent(text string) {
	g.system.SetContent(text)
	if g.app.selection != nil {
		g.app.own, _ = g.app.selection.owner() // an X server that tells nothing is not asked in vain later
	}
}
