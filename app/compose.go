package app

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/clipboard"
	"standpoint/app/desk"
	"standpoint/app/intake"
	"standpoint/app/message"
	"standpoint/app/preview"
	"standpoint/app/reading"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/workfolder"
)

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
	a.menus = &menus{desk: a.Desk, opens: a.projects.open, isShifted: isShifted}
	if !o.Inline {
		a.menus.unheard.later = a.Work.Later
	}
	a.transfers = &transfers{Desk: a.Desk, opens: a.projects.open}
	a.merges, a.trash = &merges{Desk: a.Desk}, &trash{Desk: a.Desk}
	a.backups = &backups{Desk: a.Desk, opens: a.projects.open, inPlace: a.projects.restoreInPlace}
	a.edits = edits{Desk: a.Desk, importing: func() bool { return a.transfers.arrivals.IsImporting() }}
	if board, ok := o.UI.(*clipboard.App); ok {
		board.OnSilence, a.CopyPicture = a.tellSilence, board.CopyPicture
	}
	a.applyAppearance()
	a.Window.SetMaster()
	a.Window.SetPadded(false)

	a.articles = reading.New(a.Desk)
	a.articles.LearnIn(o.Cache)
	arrivals := preview.New(a.Desk, a.showWaiting, a.transfers.imported)
	arrivals.InFront = func() bool { return a.IsInFront(a.articles) }
	a.transfers.arrivals = arrivals
	a.watching = &watching{Desk: a.Desk, arrivals: arrivals, inline: o.Inline, now: time.Now}
	arrivals.OnDecided = a.watching.decided
	a.originals = &originals{Desk: a.Desk, article: a.articles.Article}
	a.views = list(a.Desk, a.articles)
	a.frame = newFrame(a.Desk, a.views, a.articles.SearchField(), arrivals, func() bool { return a.projects.watch.lost }, a.later(o))
	a.frame.onRunning = a.sayWhatIsOpened
	a.menus.setCommands(a.gatherCommands())
	a.setContent()
	a.Window.Resize(a.Prefs.WindowSize())
	a.Window.SetCloseIntercept(a.projects.quit)
	a.Window.SetOnDropped(a.transfers.dropped)
	a.Window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { a.menus.TypedKey(e) })
	a.Window.Canvas().SetOnTypedRune(func(r rune) { a.menus.TypedLetter(r) })
	a.Show(a.views[0].View)
	return a, nil
}

// newDesk is what the views will work at.
func (a *App) newDesk(o Options) *desk.Desk {
	d := &desk.Desk{
		Host: a, UI: o.UI, Outside: o.UI.OpenURL, Prefs: desk.Prefs{Preferences: o.UI.Preferences()}, Work: background.New(a.crashed),
	}
	if o.Inline {
		d.Work = background.NewInline()
	}
	language := cmp.Or(o.Language, d.Prefs.Language(), lang.SystemLocale().String())
	d.ReadDate = func(typed string) (store.Date, error) { return intake.TypedDate(typed, language) }
	applyScale(d.Prefs)
	d.Window = o.UI.NewWindow("Standpoint")
	d.Ahead.Focused = d.Window.Canvas().Focused
	d.Picker = o.NewPicker(d.Window)
	d.Boxes = &message.Boxes{
		Window: d.Window, Typed: func(e *fyne.KeyEvent) bool { return a.menus.TypedKey(e) },
		Appears: func() { a.Tooltips.HideTip() }, YesKey: desk.KeyEdit.String(), NoKey: desk.KeyGiveUp.String(),
	}
	return d
}

// newProjects is where projects are opened and closed, with none open yet.
func (a *App) newProjects(o Options) *projects {
	shown := &present{Desk: a.Desk, shown: a}
	ps := &projects{present: shown, coders: a.coders, folder: o.Dir, sample: o.Sample}
	shown.tryToWrite = ps.reopen
	shown.watch = fileWatch{desk: a.Desk, inline: o.Inline, notice: a.setNotice, keep: func() { a.backups.backUp() }}
	return ps
}

// later does something after a while, on the window's goroutine. In a window that does everything at once nothing waits.
func (a *App) later(o Options) func(time.Duration, func()) (stop func()) {
	if o.Inline {
		return func(time.Duration, func()) func() { return func() {} }
	}
	return a.Work.Later
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
	a.projects.openFirst(path)
	a.crashes.tellLast(a.Desk)
	a.menus.watchFocus()
	a.askForMotion()
	a.Work.Read(func(context.Context) func() { // documents that other programs showed, and what a crash left
		workfolder.Sweep(os.TempDir(), time.Now())
		return nil
	})
	a.UI.Run()
	a.menus.unwatch()
	a.Close()
	a.originals.removeOpened()
	return nil
}

// Close closes the project, if one is open.
func (a *App) Close() { a.projects.Close() }
