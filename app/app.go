// Package app is the window of Standpoint: its views, panels and commands. It
// is the only place where the parts meet; what they do is left to them.
package app

import (
	"context"
	"embed"
	"fmt"
	"runtime/debug"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/picker"
	"standpoint/store"
)

// Options say what the window is made with.
type Options struct {
	UI           fyne.App
	NewPicker    func(fyne.Window) picker.Picker
	Translations embed.FS // *.json in the folder translations
	Sample       []byte   // the sample project in our JSON
	Dir          string   // where the sample project and crash reports are kept
	Coder        string   // name of the person who annotates, if they give no other
	CoderGiven   bool     // it was given when the program was started: nobody is asked
	Version      string   // "0.1.0", for About and crash reports
	Build        string   // which build of that version it is

	Inline bool // do everything at once on the calling goroutine: for pictures and tests
}

// App is the window and everything behind it. It is used on Fyne's goroutine
// alone.
type App struct {
	ui      fyne.App
	window  fyne.Window
	options Options
	picker  picker.Picker
	prefs   prefs
	work    *desk.Work

	past      string      // the path of the project of which an earlier state is open, or ""
	lost      bool        // the project's file is not where it was
	merging   desk.Latest // what is asked about merges,
	restoring desk.Latest // and about backups

	missing missingLetters

	project     *store.Project
	unsubscribe func()
	names       names // of the project, kept up to date by events

	lately       lately       // what was used last
	recentActors recentActors // that 1 to 9 link to
	openAgain    func()       // opens the form that was given up last; nil when that is not what Undo does next

	commands   []command
	mainMenu   *fyne.MainMenu
	menuItems  []*fyne.MenuItem // of the commands, in their order
	recentItem *fyne.MenuItem
	recent     []string       // paths of the projects in its menu
	messages   []*message     // the first is shown, the others wait
	focused    fyne.Focusable // when the menus were last brought up to date
	unwatch    func()         // ends watching the focus

	frame    *frame
	articles *articlesView
	actors   *directory
	issues   *directory
	current  view
}

// view is one of the window's main views.
type view interface {
	object() fyne.CanvasObject
	opened()             // another project is open now, or none
	changed(store.Event) // something was written to the project
	shown()              // the view came to the front
	hints() string       // its keys, for the status line

	editing() bool // a form is open
	save()
	giveUp()
}

// New makes the window without showing it.
func New(o Options) (*App, error) {
	if err := lang.AddTranslationsFS(o.Translations, "translations"); err != nil {
		return nil, fmt.Errorf("read the translations: %w", err)
	}
	a := &App{ui: o.UI, options: o, prefs: prefs{o.UI.Preferences()}}
	a.missing = newMissingLetters(look.NewLetters(look.SystemFonts))
	a.work = desk.New(a.crashed)
	if o.Inline {
		a.work = desk.NewInline()
	}
	a.applyAppearance()
	a.window = o.UI.NewWindow("Standpoint")
	a.window.SetMaster()
	a.picker = o.NewPicker(a.window)
	a.window.SetPadded(false)

	a.articles = newArticlesView(a)
	a.actors = newActorsView(a)
	a.issues = newIssuesView(a)
	a.frame = newFrame(a)
	a.commands = a.newCommands()
	a.mainMenu = a.newMenu()
	a.window.SetMainMenu(a.mainMenu)
	a.addOtherKeys()
	a.window.SetContent(a.frame.content)
	a.window.Resize(a.prefs.windowSize())
	a.window.SetCloseIntercept(a.quit)
	a.window.SetOnDropped(a.dropped)
	a.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { a.typedKey(e) })
	a.show(a.articles)
	return a, nil
}

// Run shows the window with the project at path, or, when path is empty, with
// the one that was open last, or the sample project at the first start. It
// returns when the window is closed; the error says that it crashed, and where
// the report is.
func (a *App) Run(path string) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = a.reportCrash(cause, debug.Stack())
			a.closeAfterCrash()
		}
	}()
	a.window.Show()
	a.openFirst(path)
	a.tellOfCrash()
	a.askCoder()
	a.watchFocus()
	a.ui.Run()
	a.unwatch()
	a.Close()
	return nil
}

// Close keeps what is unfinished as drafts, waits for what is being written,
// and closes the project.
func (a *App) Close() {
	a.closeProject()
	a.work.Stop()
}

// quit closes the window; forms that are open are kept as drafts.
func (a *App) quit() {
	a.prefs.setWindowSize(a.window.Canvas().Size())
	a.window.Close()
}

// show brings a view to the front.
func (a *App) show(v view) {
	a.current = v
	a.frame.show(v)
	v.shown()
	a.refreshMenu()
}

// setProject makes p the open project; nil closes the present one.
func (a *App) setProject(p *store.Project) {
	a.closeProject()
	a.project = p
	if p != nil {
		a.unsubscribe = p.Subscribe(func(e store.Event) {
			a.work.OnUI(func() { a.changed(e) })
		})
		a.window.SetTitle(windowTitle(p))
		if !p.IsPast() {
			a.prefs.addRecent(p.Path())
			a.prefs.setLast(p.Path())
		}
	} else {
		a.window.SetTitle("Standpoint")
	}
	a.reloadNames()
	for _, v := range []view{a.articles, a.actors, a.issues} {
		v.opened()
	}
	a.frame.opened()
	a.refreshMenu()
	a.backUpIfDue()
	a.past, a.lost = "", false
	a.lookOn()
	a.frame.setNotice("", nil)
	if p != nil && p.ReadOnly() {
		a.frame.setNotice(lang.L("This project is open only to be read. What others change in it is shown."), control.NewTextButton(lang.L("Try to Write"),
			lang.L("Open it for writing, if nobody else does by now"), "", func() { a.reopen(p) }))
	}
	if p != nil {
		a.warn(p.Warnings())
	}
}

// reopen tries to open for writing a project that is only read.
func (a *App) reopen(p *store.Project) {
	path := p.Path()
	a.setProject(nil)
	if a.open(path); a.project == nil {
		a.openToRead(path, nil) // why was told
	}
}

// windowTitle names the project, and says if it is only read.
func windowTitle(p *store.Project) string {
	if p.ReadOnly() {
		return sentence("%s (only read) – Standpoint", p.Name())
	}
	return p.Name() + " – Standpoint"
}

func (a *App) closeProject() {
	if a.project == nil {
		return
	}
	for _, v := range []interface{ leave() }{a.articles, a.actors, a.issues} {
		v.leave()
	}
	a.openAgain = nil
	a.work.Saved()
	a.unsubscribe()
	if err := a.project.Close(); err != nil {
		a.complain(err)
	}
	a.project = nil
}

// changed brings everything that shows the project up to date after a write.
func (a *App) changed(e store.Event) {
	if a.project == nil {
		return
	}
	if e.Touches(store.EntityActor) || e.Touches(store.EntityAlias) || e.Touches(store.EntityIssue) ||
		e.Touches(store.EntityTag) || e.Touches(store.EntityCoder) {
		a.reloadNames()
	}
	if !e.All { // it was done in this window
		a.openAgain = nil
	}
	for _, v := range []view{a.articles, a.actors, a.issues} {
		v.changed(e)
	}
	a.frame.changed()
	a.refreshMenu()
}

// reloadNames reads what can be picked by typing. It is quick, and everything
// that is drawn needs it, so it is the one read that the window waits for.
func (a *App) reloadNames() {
	if a.project == nil {
		a.names, a.recentActors = names{}, nil
		return
	}
	n, err := loadNames(context.Background(), a.project)
	if err != nil {
		a.complain(err)
		return
	}
	a.setNames(n)
}

// do writes one action and then calls done on the window's goroutine, with the
// error if it failed.
func (a *App) do(title string, write func(*store.Batch) error, done func(error)) {
	a.doFor(title, func(_ context.Context, b *store.Batch) error { return write(b) }, done)
}

// doFor is do for what reads the project while it writes.
func (a *App) doFor(title string, write func(context.Context, *store.Batch) error, done func(error)) {
	p := a.project
	a.work.Save(func(ctx context.Context) func() {
		_, err := p.Do(ctx, title, func(b *store.Batch) error { return write(ctx, b) })
		return func() {
			again := func() { a.doFor(title, write, done) }
			if a.project != p || !a.offerAgain(err, again, func() { done(context.Canceled) }) {
				done(err)
			}
		}
	})
}

// read reads from the open project beside the window and shows the result,
// unless another project was opened meanwhile or a newer question was asked.
func read[T any](a *App, l *desk.Latest, query func(context.Context, *store.Project) (T, error), show func(T)) {
	p, question := a.project, a.work.Ask(l)
	if p == nil {
		return
	}
	a.work.Answer(question, func(ctx context.Context) func() {
		answer, err := query(ctx, p)
		return func() {
			switch {
			case a.project != p:
			case err != nil:
				a.complain(err)
			default:
				show(answer)
			}
		}
	})
}

// applyAppearance sets the theme that the user chose.
func (a *App) applyAppearance() {
	variant := look.System
	switch a.prefs.appearance() {
	case appearanceLight:
		variant = look.Light
	case appearanceDark:
		variant = look.Dark
	}
	a.ui.Settings().SetTheme(look.New(variant))
}

func (a *App) setAppearance(appearance string) {
	a.prefs.setAppearance(appearance)
	a.applyAppearance()
	a.articles.redress()
}

// tell says in the status line what was done.
func (a *App) tell(sentence string) { a.frame.tell(sentence) }
