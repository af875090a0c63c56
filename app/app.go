// Package app is the window of Standpoint: its views, panels and commands. It
// is the only place where the parts meet; what they do is left to them.
package app

import (
	"context"
	"embed"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/motion"
	"standpoint/app/picker"
	"standpoint/app/reading"
	"standpoint/store"
)

// Options say what the window is made with.
type Options struct {
	UI           fyne.App
	NewPicker    func(fyne.Window) picker.Picker
	Translations embed.FS // *.json in the folder translations
	Language     string   // its code; "" is the one that was chosen in the window, else the system's
	Sample       []byte   // the sample project in our JSON
	Dir          string   // where the sample project and crash reports are kept
	Cache        string   // where what can be made anew is kept; "": nowhere, and nothing is learnt from projects
	Coder        string   // name of the person who annotates, if they give no other
	CoderGiven   bool     // it was given when the program was started: nobody is asked
	Version      string   // "0.1.0", for About and crash reports
	Build        string   // which build of that version it is

	Maximising Maximising

	Inline bool // do everything at once on the calling goroutine: for pictures and tests
}

// App is the window and everything behind it. It is used on Fyne's goroutine
// alone.
type App struct {
	*desk.Desk

	projects  *projects
	transfers *transfers
	merges    *merges
	trash     *trash
	backups   *backups
	originals *originals
	coders    *coders
	edits     edits

	options Options

	menus    *menus
	crashes  crashReports
	views    []namedView
	frame    *frame
	watching *watching
	articles *reading.View
	current  desk.View
}

// tellSilence says why nothing was pasted.
func (a *App) tellSilence() {
	a.Tell(lang.L("Nothing was pasted: the program that has the clipboard does not answer. Copy the words once more."))
}

// askForMotion learns beside the window whether the system wants nothing to move.
func (a *App) askForMotion() {
	a.Work.Read(func(ctx context.Context) func() {
		unwanted := motion.IsUnwanted(ctx)
		return func() { a.articles.KeepStill(unwanted) }
	})
}

// opened brings everything up to date after another project was opened, or none.
func (a *App) opened() {
	a.Tooltips.HideTip() // of what is no longer there
	for _, v := range a.views {
		v.Opened()
	}
	a.transfers.arrivals.Opened()
	a.frame.opened()
	a.RefreshMenu()
	a.originals.projectOpened()
	a.watching.projectOpened()
	a.backups.backUpIfDue()
}

// showWaiting shows what waits to be imported beside the list of articles, or the text again.
func (a *App) showWaiting(shown bool) {
	if shown {
		a.articles.ShowBeside(a.transfers.arrivals)
	} else {
		a.articles.ShowBeside(nil)
	}
}

// leave keeps what is unfinished before the open project is closed.
func (a *App) leave() {
	for _, v := range a.views {
		v.Leave()
	}
}

// sayWhatIsOpened has the empty view say what is being opened.
func (a *App) sayWhatIsOpened() {
	if a.Project == nil {
		a.articles.Listed(0)
	}
}

// setNotice says above the views why nothing can be changed, with a button that may help; "" takes that away.
func (a *App) setNotice(why string, button *control.Button) { a.frame.setNotice(why, button) }

// changed brings everything that shows the project up to date after a write.
func (a *App) changed(e store.Event) {
	if !e.All { // it was done in this window
		a.OpenAgain = nil
	}
	a.Mind.Follow(e)
	for _, v := range a.views {
		v.Changed(e)
	}
	a.frame.changed(!e.All)
	a.RefreshMenu()
}

// applyAppearance sets the theme that the user chose.
func (a *App) applyAppearance() {
	variant := look.System
	switch a.Prefs.Appearance() {
	case desk.AppearanceLight:
		variant = look.Light
	case desk.AppearanceDark:
		variant = look.Dark
	}
	a.UI.Settings().SetTheme(look.New(variant))
}

func (a *App) setAppearance(appearance string) {
	a.Prefs.SetAppearance(appearance)
	a.applyAppearance()
	a.articles.Redress()
}

// crashed says in the window that work beside it failed. The project is intact:
// a batch is on disk whole or not at all.
func (a *App) crashed(cause any, stack []byte) {
	err := a.crashes.report(cause, stack)
	a.Work.OnUI(func() { a.Complain(err) })
}

// closeAfterCrash closes the project as well as that can be done in a window
// that does not work any more.
func (a *App) closeAfterCrash() {
	defer func() { _ = recover() }() // the first panic is the one to tell
	a.Close()
}

// Maximising is how the window is maximised, and whether it is. Fyne tells of neither; where nothing else does, both are nil.
type Maximising struct {
	Is func(fyne.Window) bool
	Do func(fyne.Window) // once the window is shown
}
