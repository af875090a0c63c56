// Package desk is what the views of the window work at: the open project and its names, the commands and keys, and the
// interfaces between a view and the window. It knows no view.
package desk

import (
	"context"
	"errors"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/message"
	"standpoint/app/names"
	"standpoint/app/picker"
	"standpoint/app/suggest"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// Desk is what the views of the window work at: the open project and its names, the work beside the window, and what is said to
// the person. It is used on Fyne's goroutine alone.
type Desk struct {
	Host
	*message.Boxes

	UI      fyne.App
	Window  fyne.Window
	Outside func(*url.URL) error // hands an address to the system's program for such
	// CopyPicture puts the bytes of a PNG file on the system's clipboard; called beside the window. nil: there is no way.
	CopyPicture func(ctx context.Context, png []byte) error
	Picker      picker.Picker
	Prefs       Prefs
	Work        *background.Work
	Tooltips    *control.Tooltips
	Ahead       Ahead                                  // what is typed before the window is ready for it
	ReadDate    func(typed string) (store.Date, error) // reads a date in any form; nil: only as the project has it

	Project      *store.Project     // nil while none is open
	Names        names.Names        // of the project, kept up to date by events
	Mind         suggest.Mind       // what texts of the project are read with
	Lately       names.Used         // what was used last
	RecentActors names.RecentActors // that 1 to 9 link to
	gathering    background.Latest  // of what a command is about to change
	OpenAgain    func()             // opens the form that was given up last; nil when that is not what Undo does next
}

// Host is the window, as its views know it.
type Host interface {
	RefreshMenu()                        // brings menus, hints and the status line up to date
	TypedKey(*fyne.KeyEvent) bool        // runs the command of a key that has no modifier; false if there is none
	TypedLetter(r rune) bool             // runs the command of a letter, in whatever layout it was typed; false if there is none
	PopUpMenu(fyne.Position, ...Section) // opens a menu with what can be done now of some sections, in that order
	Show(View)                           // brings a view to the front
	InFront() View                       // nil while the window is being made
	GoTo(Place)                          // shows what is somewhere, in the view for such
	Tell(sentence string)                // says in the status line what was done; "" takes back what was said
	Told() string                        // what was said there last
	LookBack(then store.HistoryEntry)    // opens the project as it was after an action, to be read
	Leads() Leads                        // commands that an empty view leads to
	Sign(write, refused func())          // does what writes when it is known who is at work, which is asked once; refused, if nobody says
	LinkEverywhere(store.Name)           // asks which places of a name in all articles are to be linked
}

// Leads are the commands to which a view leads that has nothing to show.
type Leads struct{ NewProject, OpenProject, ImportArticles func() }

// ToNewProject is a button that makes a project.
func (l Leads) ToNewProject() *control.Button {
	return control.NewTextButton(lang.L("New project…"), "", KeyNewProject.String(), l.NewProject)
}

// ToProject is a button that opens a project.
func (l Leads) ToProject() *control.Button {
	return control.NewTextButton(lang.L("Open a project…"), "", KeyOpenProject.String(), l.OpenProject)
}

// ToArticles is a button that brings articles in.
func (l Leads) ToArticles() *control.Button {
	return control.NewTextButton(lang.L("Import articles…"), "", KeyImport.String(), l.ImportArticles)
}

// Place is where something is.
type Place struct {
	Entity  store.Entity
	ID      store.ID
	Article store.ID  // in which an annotation or a span is; of an article, itself, or none for the one that is open
	Span    text.Span // of an article
	Details bool      // of the article: they are opened to be filled in
	Idle    bool      // only where nothing is open

	Sought text.Finder // what was looked for, which is marked in the article; nil for nothing
}

// IsInFront reports whether a view is.
func (d *Desk) IsInFront(v View) bool { return d.InFront() == v }

// CanWrite reports whether a project is open that can be changed.
func (d *Desk) CanWrite() bool { return d.Project != nil && !d.Project.ReadOnly() }

// Do writes one action, says in the status line what it did, and then calls done on the window's goroutine, with the error if it
// failed. done may say something better. Before the first action of somebody new it is asked who they are; if they do not say, nothing
// is written, and the error is context.Canceled.
func (d *Desk) Do(title store.Title, write func(*store.Batch) error, done func(error)) {
	d.Sign(func() { d.do(title, write, done) }, func() { done(context.Canceled) })
}

func (d *Desk) do(title store.Title, write func(*store.Batch) error, done func(error)) {
	p := d.Project
	d.Work.Save(func(ctx context.Context) func() {
		action, err := p.Do(ctx, title, write)
		about, _ := p.About(ctx, action) // what is not known of it is left out of what is said
		return func() {
			again := func() { d.do(title, write, done) }
			switch {
			case d.Project != p: // what is done with it would be done to another
				d.Failed(err)
			case !d.OfferAgain(err, again, func() { done(context.Canceled) }):
				if action != (store.ID{}) {
					d.Tell(words.Done(title, about, KeyUndo))
				}
				done(err)
			}
		}
	})
}

// Keep writes what is kept of the project for this computer alone, such as drafts.
func (d *Desk) Keep(write func(context.Context, *store.Project) error) {
	p := d.Project
	d.Work.Save(func(ctx context.Context) func() {
		err := write(ctx, p)
		return func() { d.Failed(err) }
	})
}

// Start does a job of a project, if that is the open one still. What comes of it is shown as long as it is.
func (d *Desk) Start(p *store.Project, title string, do background.Act) {
	if p == nil || d.Project != p {
		return
	}
	d.Work.Start(title, func(ctx context.Context, progress func(done, total int)) func() {
		show := do(ctx, progress)
		return func() {
			if show != nil && d.Project == p {
				show()
			}
		}
	})
}

// StartWriting is Start for a job that writes to the project; before the first of somebody new it is asked who they are.
func (d *Desk) StartWriting(p *store.Project, title string, do background.Act) {
	d.Sign(func() { d.Start(p, title, do) }, func() {})
}

// Query is background.Read of the open project.
func Query[T any](d *Desk, l *background.Latest, query func(context.Context, *store.Project) (T, error), show func(T)) {
	background.Read(d.Reader(), l, query, show)
}

// QueryOn is background.ReadOn of the open project.
func QueryOn[T any](
	d *Desk, l *background.Latest, query func(ctx context.Context, p *store.Project, soFar func(T)) (T, error), show func(T),
) {
	background.ReadOn(d.Reader(), l, query, show)
}

// Reader is where the open project is read.
func (d *Desk) Reader() background.Reader {
	return background.Reader{Work: d.Work, Project: func() *store.Project { return d.Project }, Failed: d.Failed}
}

// placeOf is where something is to be seen, or the words where it was; false if there is no such place any more.
func placeOf(a store.About) (Place, bool) {
	switch {
	case a.Entity == store.EntityAnnotation && a.Article != (store.ID{}) && a.Gone:
		return Place{Article: a.Article, Span: a.Span}, true
	case a.Gone:
		return Place{}, false
	case a.Entity == store.EntityAnnotation:
		return Place{Entity: a.Entity, ID: a.ID, Article: a.Article, Span: a.Span}, true
	case a.Entity == store.EntityArticle: // of many none is more to be looked at than what is open
		return Place{Article: a.ID, Idle: a.Others > 0}, true
	case a.Entity == store.EntityActor || a.Entity == store.EntityIssue:
		return Place{Entity: a.Entity, ID: a.ID, Idle: a.Others > 0}, true
	case a.Entity == store.EntityReport: // who reads something else stays there
		return Place{Entity: a.Entity, ID: a.ID, Idle: true}, true
	}
	return Place{}, false
}

// PutAside notes how the form that was just given up is opened again. That is what Undo
// does next, until something is done in this window that Undo would rather take back.
// What was filled in stays beyond that as a draft, which is offered as a card.
func (d *Desk) PutAside(open func()) {
	d.OpenAgain = open
	d.Tell(words.Sentence("Put aside. %s opens it again.", KeyUndo))
	d.RefreshMenu()
}

// Date is what was typed as a date, as the project has it; "" for nothing. An error says why it is none, or which two days it can be.
func (d *Desk) Date(typed string) (store.Date, error) {
	if d.ReadDate == nil {
		return store.ParseDate(typed)
	}
	return d.ReadDate(typed)
}

// Dated puts what was typed as a date in place of it as the project has it, if it is one.
func (d *Desk) Dated(typed *string) {
	if date, err := d.Date(*typed); err == nil {
		*typed = string(date)
	}
}

// Failed shows an error, if there is one, and reports whether there was. What was cancelled failed too, but whoever did that
// knows it.
func (d *Desk) Failed(err error) bool {
	if err != nil && !errors.Is(err, context.Canceled) {
		d.Complain(err)
	}
	return err != nil
}

// Complain shows what went wrong, in the words of the error.
func (d *Desk) Complain(err error) {
	d.Tell("")
	d.Say("", words.Error(err))
}

// Warn tells what is wrong with a project's file, though it can be worked with.
func (d *Desk) Warn(warnings []*store.Error) {
	for _, w := range warnings {
		d.Say("", words.Error(w))
	}
}

// OfferAgain shows what went wrong and offers to try it again where that may help: another
// program holds the file. It reports whether it did; gaveUp is then called unless it is
// tried again, and may be nil.
func (d *Desk) OfferAgain(err error, again, gaveUp func()) bool {
	if store.CodeOf(err) != store.CodeInUse {
		return false
	}
	d.Tell("")
	d.Post(&message.Message{
		Body: message.Prose(words.Error(err)), Yes: lang.L("Try Again"), No: lang.L("Cancel"), Agreed: again, Refused: gaveUp,
	})
	return true
}

// Chosen passes on the path that was chosen in a dialog; giving up does nothing.
func (d *Desk) Chosen(use func(path string)) picker.Answer {
	return func(path string, err error) {
		if !errors.Is(err, picker.ErrGivenUp) && !d.Failed(err) {
			use(path)
		}
	}
}

// AllChosen passes on the paths that were chosen in a dialog for several files; giving up does nothing.
func (d *Desk) AllChosen(use func(paths []string)) picker.Answers {
	return func(paths []string, err error) {
		if !errors.Is(err, picker.ErrGivenUp) && !d.Failed(err) {
			use(paths)
		}
	}
}

// ListKey runs the window's keys while a list has the keyboard.
func (d *Desk) ListKey(e *fyne.KeyEvent) { d.TypedKey(e) }

// IsInList reports whether a list has the keyboard: what is done then is about its rows.
func (d *Desk) IsInList() bool {
	_, in := d.Window.Canvas().Focused().(*control.VirtualList)
	return in
}
