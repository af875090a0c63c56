// Package app is the window of Standpoint: its views, panels and commands. It
// is the only place where the parts meet; what they do is left to them.
package app

import (
	"cmp"
	"context"
	"embed"
	"fmt"
	"runtime/debug"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/look"
	"standpoint/app/message"
	"standpoint/app/names"
	"standpoint/app/picker"
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

	Inline bool // do everything at once on the calling goroutine: for pictures and tests
}

// App is the window and everything behind it. It is used on Fyne's goroutine
// alone.
type App struct {
	*Desk

	options   Options
	quitting  bool              // the window closes when all that was open is closed,
	stays     bool              // and when what went wrong meanwhile was read
	past      string            // the path of the project of which an earlier state is open, or ""
	lost      bool              // the project's file is not where it was
	merging   background.Latest // what is asked about merges,
	restoring background.Latest // and about backups

	unsubscribe func()

	views      []namedView
	commands   []command
	mainMenu   *fyne.MainMenu
	menuItems  []*fyne.MenuItem // of the commands, in their order
	recentItem *fyne.MenuItem
	recent     []string       // paths of the projects in its menu
	focused    fyne.Focusable // when the menus were last brought up to date
	unwatch    func()         // ends watching the focus

	frame    *frame
	articles *articlesView
	current  view
}

// namedView is a view with its name and the label of its tab.
type namedView struct {
	view

	name, label string
}

// newViews is the list of the window's views, in the order of their tabs.
func (a *App) newViews() []namedView {
	return []namedView{
		{a.articles, "articles", lang.L("Articles")},
		{newActorsView(a.Desk), "actors", lang.L("Actors")},
		{newIssuesView(a.Desk), "issues", lang.L("Issues")},
	}
}

// New makes the window without showing it.
func New(o Options) (*App, error) {
	if err := words.Speak(o.Translations, cmp.Or(o.Language, prefs{o.UI.Preferences()}.language())); err != nil {
		return nil, fmt.Errorf("read the translations: %w", err)
	}
	a := &App{options: o}
	a.Desk = a.newDesk(o)
	a.applyAppearance()
	a.window.SetMaster()
	a.window.SetPadded(false)

	a.articles = newArticlesView(a.Desk)
	a.views = a.newViews()
	a.frame = newFrame(a)
	a.commands = a.gatherCommands()
	a.mainMenu = a.newMenu()
	a.window.SetMainMenu(a.mainMenu)
	a.addOtherKeys()
	a.window.SetContent(a.frame.content)
	a.window.Resize(a.prefs.windowSize())
	a.window.SetCloseIntercept(a.quit)
	a.window.SetOnDropped(a.dropped)
	a.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { a.typedKey(e) })
	a.show(a.views[0].view)
	return a, nil
}

// newDesk is what the views will work at.
func (a *App) newDesk(o Options) *Desk {
	d := &Desk{Host: a, ui: o.UI, prefs: prefs{o.UI.Preferences()}, work: background.New(a.crashed)}
	if o.Inline {
		d.work = background.NewInline()
	}
	d.window = o.UI.NewWindow("Standpoint")
	d.picker = o.NewPicker(d.window)
	d.Boxes = &message.Boxes{Window: d.window, Typed: a.typedKey, Appears: func() { a.tooltips.HideTip() }}
	return d
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

// show brings a view to the front.
func (a *App) show(v view) {
	a.current = v
	a.frame.show(v)
	v.shown()
	a.refreshMenu()
}

// follow brings all that is shown up to date after a write to a project, and then does something, unless then is nil. The names
// come first, beside the window: all that is drawn needs them.
func (a *App) follow(p *store.Project, e store.Event, then func()) {
	a.work.Follow(func(ctx context.Context) func() {
		renew, err := renewal(ctx, p, e)
		return func() {
			if a.project != p {
				return
			}
			a.failed(err)
			if renew != nil {
				renew(a.Desk)
			}
			a.changed(e)
			if then != nil {
				then()
			}
		}
	})
}

// renewal reads the names that a write may have changed; what it returns takes them over, and is nil if there are none.
func renewal(ctx context.Context, p *store.Project, e store.Event) (func(*Desk), error) {
	if !e.Touches(store.EntityActor) && !e.Touches(store.EntityAlias) && !e.Touches(store.EntityIssue) &&
		!e.Touches(store.EntityTag) && !e.Touches(store.EntityCoder) {
		return nil, nil
	}
	n, err := names.Load(ctx, p)
	if err != nil {
		return nil, err
	}
	l, err := names.LoadUsed(ctx, p)
	return func(d *Desk) {
		if l.Coder != d.lately.Coder { // somebody else is at work now
			d.lately = l
		}
		d.setNames(n)
	}, err
}

// changed brings everything that shows the project up to date after a write.
func (a *App) changed(e store.Event) {
	if !e.All { // it was done in this window
		a.openAgain = nil
	}
	for _, v := range a.views {
		v.changed(e)
	}
	a.frame.changed()
	a.refreshMenu()
}

func (a *App) inFront() view { return a.current }

// goTo shows what is somewhere, in the view for such.
func (a *App) goTo(p Place) {
	for _, v := range a.views {
		if v.goTo(p) {
			return
		}
	}
}

// linkEverywhere asks which places of a name in all articles are to be linked.
func (a *App) linkEverywhere(name store.Name) { a.articles.linkEverywhere(name) }

func (a *App) leads() Leads {
	return Leads{newProject: a.newProject, openProject: a.openProject, importArticles: a.importFiles}
}

// tell says in the status line what was done.
func (a *App) tell(sentence string) { a.frame.tell(sentence) }

// told is what was said in the status line last.
func (a *App) told() string { return a.frame.told }

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
	a.articles.Redress()
}
