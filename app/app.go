// Package app is the window of Standpoint: its views, panels and commands. It
// is the only place where the parts meet; what they do is left to them.
package app

import (
	"cmp"
	"context"
	"embed"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/clipboard"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/message"
	"standpoint/app/motion"
	"standpoint/app/picker"
	"standpoint/app/reading"
	"standpoint/app/words"
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

	*projects
	*transfers
	*merges
	*trash
	*backups
	*coders
	edits

	options Options

	*menus
	crashes  crashReports
	views    []namedView
	frame    *frame
	articles *reading.View
	current  desk.View
}

// New makes the window without showing it.
func New(o Options) (*App, error) { return newApp(o, views) }

// newApp makes the window with a list of views.
func newApp(o Options, list listOfViews) (*App, error) {
	if err := words.Speak(o.Translations, cmp.Or(o.Language, desk.Prefs{Preferences: o.UI.Preferences()}.Language())); err != nil {
		return nil, fmt.Errorf("read the translations: %w", err)
	}
	a := &App{options: o, crashes: crashReports{filepath.Join(o.Dir, "crashes"), o.Version, o.Build}}
	a.Desk = a.newDesk(o)
	a.coders = &coders{Desk: a.Desk, usual: o.Coder, given: o.CoderGiven}
	a.projects = a.newProjects(o)
	a.menus = &menus{desk: a.Desk, opens: a.open}
	if !o.Inline {
		a.menus.unheard.later = a.Work.Later
	}
	a.transfers = &transfers{Desk: a.Desk, opens: a.open}
	a.merges, a.trash = &merges{Desk: a.Desk}, &trash{Desk: a.Desk}
	a.backups = &backups{Desk: a.Desk, opens: a.open, inPlace: a.restoreInPlace}
	a.edits = edits{a.Desk}
	if board, ok := o.UI.(*clipboard.App); ok {
		board.OnSilence = a.tellSilence
	}
	a.applyAppearance()
	a.Window.SetMaster()
	a.Window.SetPadded(false)

	a.articles = reading.New(a.Desk)
	a.views = list(a.Desk, a.articles)
	a.frame = newFrame(a.Desk, a.views, a.articles.SearchField(), func() bool { return a.watch.lost }, a.later(o))
	a.frame.onRunning = a.sayWhatIsOpened
	a.setCommands(a.gatherCommands())
	a.setContent()
	a.Window.Resize(a.Prefs.WindowSize())
	a.Window.SetCloseIntercept(a.quit)
	a.Window.SetOnDropped(a.dropped)
	a.Window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { a.TypedKey(e) })
	a.Show(a.views[0].View)
	return a, nil
}

// tellSilence says why nothing was pasted.
func (a *App) tellSilence() {
	a.Tell(lang.L("Nothing was pasted: the program that has the clipboard does not answer. Copy the words once more."))
}

// later does something after a while, on the window's goroutine. In a window that does everything at once nothing waits.
func (a *App) later(o Options) func(time.Duration, func()) (stop func()) {
	if o.Inline {
		return func(time.Duration, func()) func() { return func() {} }
	}
	return a.Work.Later
}

// newDesk is what the views will work at.
func (a *App) newDesk(o Options) *desk.Desk {
	d := &desk.Desk{Host: a, UI: o.UI, Prefs: desk.Prefs{Preferences: o.UI.Preferences()}, Work: background.New(a.crashed)}
	if o.Inline {
		d.Work = background.NewInline()
	}
	applyScale(d.Prefs)
	d.Window = o.UI.NewWindow("Standpoint")
	d.Picker = o.NewPicker(d.Window)
	d.Boxes = &message.Boxes{
		Window: d.Window, Typed: func(e *fyne.KeyEvent) bool { return a.TypedKey(e) },
		Appears: func() { a.Tooltips.HideTip() }, YesKey: desk.KeyEdit.String(), NoKey: desk.KeyGiveUp.String(),
	}
	return d
}

// newProjects is where projects are opened and closed, with none open yet.
func (a *App) newProjects(o Options) *projects {
	shown := &present{Desk: a.Desk, shown: a}
	ps := &projects{present: shown, coders: a.coders, folder: o.Dir, sample: o.Sample}
	shown.tryToWrite = ps.reopen
	shown.watch = fileWatch{desk: a.Desk, inline: o.Inline, notice: a.setNotice, keep: func() { a.backUp() }}
	return ps
}

// Run shows the window with the project at path, or, when path is empty, with
// the one that was open last, or the sample project at the first start. It
// returns when the window is closed; the error says that it crashed, and where
// the report is.
func (a *App) Run(path string) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = a.crashes.report(cause, debug.Stack())
			a.closeAfterCrash()
		}
	}()
	a.Window.Show()
	a.maximiseAgain()
	a.openFirst(path)
	a.crashes.tellLast(a.Desk)
	a.watchFocus()
	a.askForMotion()
	a.UI.Run()
	a.unwatch()
	a.Close()
	return nil
}

// askForMotion learns beside the window whether the system wants nothing to move.
func (a *App) askForMotion() {
	a.Work.Read(func(ctx context.Context) func() {
		unwanted := motion.IsUnwanted(ctx)
		return func() { a.articles.KeepStill(unwanted) }
	})
}

// Show brings a view to the front.
func (a *App) Show(v desk.View) {
	a.current = v
	a.frame.show(v)
	v.Shown()
	a.RefreshMenu()
}

// RefreshMenu brings the menus and the hints of the view in front up to date.
func (a *App) RefreshMenu() {
	a.frame.showHints()
	a.refresh()
}

// opened brings everything up to date after another project was opened, or none.
func (a *App) opened() {
	for _, v := range a.views {
		v.Opened()
	}
	a.frame.opened()
	a.RefreshMenu()
	a.backUpIfDue()
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
	for _, v := range a.views {
		v.Changed(e)
	}
	a.frame.changed(!e.All)
	a.RefreshMenu()
}

// InFront is the view that is shown; nil while the window is being made.
func (a *App) InFront() desk.View { return a.current }

// GoTo shows what is somewhere, in the view for such.
func (a *App) GoTo(p desk.Place) {
	for _, v := range a.views {
		if v.GoTo(p) {
			return
		}
	}
}

// LinkEverywhere asks which places of a name in all articles are to be linked.
func (a *App) LinkEverywhere(name store.Name) { a.articles.LinkEverywhere(name) }

// Leads are the commands to which an empty view leads.
func (a *App) Leads() desk.Leads {
	return desk.Leads{NewProject: a.newProject, OpenProject: a.openProject, ImportArticles: a.importFiles}
}

// Tell says in the status line what was done.
func (a *App) Tell(sentence string) { a.frame.tell(sentence) }

// Told is what was said in the status line last.
func (a *App) Told() string { return a.frame.told }

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
