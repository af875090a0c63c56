package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/message"
	"standpoint/app/names"
	"standpoint/app/picker"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// Desk is what the views of the window work at: the open project and its names, the work beside the window, and what is said to
// the person. It is used on Fyne's goroutine alone.
type Desk struct {
	Host
	*message.Boxes

	ui       fyne.App
	window   fyne.Window
	picker   picker.Picker
	prefs    prefs
	work     *background.Work
	tooltips *control.Tooltips

	project      *store.Project     // nil while none is open
	names        names.Names        // of the project, kept up to date by events
	lately       names.Used         // what was used last
	recentActors names.RecentActors // that 1 to 9 link to
	openAgain    func()             // opens the form that was given up last; nil when that is not what Undo does next
}

// Host is the window, as its views know it.
type Host interface {
	refreshMenu()                      // brings menus, hints and the status line up to date
	typedKey(*fyne.KeyEvent) bool      // runs the command of a key that has no modifier; false if there is none
	typedLetter(r rune) bool           // runs the command of a letter, in whatever layout it was typed; false if there is none
	popUpMenu(menuName, fyne.Position) // opens a menu with what can be done now
	show(view)                         // brings a view to the front
	inFront() view                     // nil while the window is being made
	goTo(Place)                        // shows what is somewhere, in the view for such
	tell(sentence string)              // says in the status line what was done; "" takes back what was said
	told() string                      // what was said there last
	lookBack(then store.HistoryEntry)  // opens the project as it was after an action, to be read
	leads() Leads                      // commands that an empty view leads to
	linkEverywhere(store.Name)         // asks which places of a name in all articles are to be linked
}

// Leads are the commands to which a view leads that has nothing to show.
type Leads struct{ newProject, openProject, importArticles func() }

// Place is where something is.
type Place struct {
	entity  store.Entity
	id      store.ID
	article store.ID  // in which an annotation or a span is
	span    text.Span // of an article
	details bool      // of the article: they are opened to be filled in
}

// isInFront reports whether a view is.
func (d *Desk) isInFront(v view) bool { return d.inFront() == v }

// canWrite reports whether a project is open that can be changed.
func (d *Desk) canWrite() bool { return d.project != nil && !d.project.ReadOnly() }

// do writes one action and then calls done on the window's goroutine, with the
// error if it failed.
func (d *Desk) do(title string, write func(*store.Batch) error, done func(error)) {
	d.doFor(title, func(_ context.Context, b *store.Batch) error { return write(b) }, done)
}

// doFor is do for what reads the project while it writes.
func (d *Desk) doFor(title string, write func(context.Context, *store.Batch) error, done func(error)) {
	p := d.project
	d.work.Save(func(ctx context.Context) func() {
		_, err := p.Do(ctx, title, func(b *store.Batch) error { return write(ctx, b) })
		return func() {
			again := func() { d.doFor(title, write, done) }
			switch {
			case d.project != p: // what is done with it would be done to another
				d.failed(err)
			case !d.offerAgain(err, again, func() { done(context.Canceled) }):
				done(err)
			}
		}
	})
}

// keep writes what is kept of the project for this computer alone, such as drafts.
func (d *Desk) keep(write func(context.Context, *store.Project) error) {
	p := d.project
	d.work.Save(func(ctx context.Context) func() {
		err := write(ctx, p)
		return func() { d.failed(err) }
	})
}

// start does a job of a project, if that is the open one still. What comes of it is shown as long as it is.
func (d *Desk) start(p *store.Project, title string, do background.Act) {
	if p == nil || d.project != p {
		return
	}
	d.work.Start(title, func(ctx context.Context, progress func(done, total int)) func() {
		show := do(ctx, progress)
		return func() {
			if show != nil && d.project == p {
				show()
			}
		}
	})
}

// read is background.Read of the open project.
func read[T any](d *Desk, l *background.Latest, query func(context.Context, *store.Project) (T, error), show func(T)) {
	background.Read(d.reader(), l, query, show)
}

// reader is where the open project is read.
func (d *Desk) reader() background.Reader {
	return background.Reader{Work: d.work, Project: func() *store.Project { return d.project }, Failed: d.failed}
}

// takeBack walks through the history by Undo, Redo or the like, and says what that did.
func (d *Desk) takeBack(walk func(*store.Project, context.Context) (store.UndoResult, error), told string) {
	p := d.project
	if p == nil || p.ReadOnly() {
		return
	}
	d.work.Save(func(ctx context.Context) func() {
		result, err := walk(p, ctx)
		return func() {
			if d.offerAgain(err, func() { d.takeBack(walk, told) }, nil) || d.failed(err) || result.Nothing {
				return
			}
			said := words.Sentence(told, result.Title)
			if len(result.Kept) > 0 {
				said = words.Together(said, words.Counted(len(result.Kept), "({{.Count}} later change by others was kept)"))
			}
			d.tell(said)
			d.refreshMenu()
		}
	})
}

// putAside notes how the form that was just given up is opened again. That is what Undo
// does next, until something is done in this window that Undo would rather take back.
// What was filled in stays beyond that as a draft, which is offered as a card.
func (d *Desk) putAside(open func()) {
	d.openAgain = open
	d.tell(words.Sentence("Put aside. %s opens it again.", keyUndo))
	d.refreshMenu()
}

// failed shows an error, if there is one, and reports whether there was.
func (d *Desk) failed(err error) bool {
	if err == nil || errors.Is(err, context.Canceled) {
		return false
	}
	d.complain(err)
	return true
}

// complain shows what went wrong, in the words of the error.
func (d *Desk) complain(err error) {
	d.tell("")
	d.Say("", words.Error(err))
}

// warn tells what is wrong with a project's file, though it can be worked with.
func (d *Desk) warn(warnings []*store.Error) {
	for _, w := range warnings {
		d.Say("", words.Error(w))
	}
}

// offerAgain shows what went wrong and offers to try it again where that may help: another
// program holds the file. It reports whether it did; gaveUp is then called unless it is
// tried again, and may be nil.
func (d *Desk) offerAgain(err error, again, gaveUp func()) bool {
	if store.CodeOf(err) != store.CodeInUse {
		return false
	}
	d.tell("")
	d.Post(&message.Message{
		Body: message.Prose(words.Error(err)), Yes: lang.L("Try Again"), No: lang.L("Cancel"), Agreed: again, Refused: gaveUp,
	})
	return true
}

// chosen passes on the path that was chosen in a dialog; giving up does nothing.
func (d *Desk) chosen(use func(path string)) picker.Answer {
	return func(path string, err error) {
		if !errors.Is(err, picker.ErrGivenUp) && !d.failed(err) {
			use(path)
		}
	}
}

// listKey runs the window's keys while a list has the focus, but for Delete: what it
// would delete is not the row that is selected.
func (d *Desk) listKey(e *fyne.KeyEvent) {
	if e.Name != fyne.KeyDelete {
		d.typedKey(e)
	}
}
