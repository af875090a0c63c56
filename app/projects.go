package app

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/picker"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/say"
)

// projects are opened and closed, one after another, and what becomes of the one that is open is followed.
type projects struct {
	*desk.Desk

	shown   shownProject
	backups *backups
	coders  *coders
	folder  string // in which the sample is kept
	sample  []byte // in our JSON
	inline  bool   // nothing goes on by itself

	following   *follower // of the open project
	unsubscribe func()
	past        string // the path of the project of which an earlier state is open, or ""
	lost        bool   // the project's file is not where it was
	quitting    bool   // the window closes when all that was open is closed,
	stays       bool   // and when what went wrong meanwhile was read
}

// shownProject is the window, as far as it shows the open project.
type shownProject interface {
	opened()             // another project is open now, or none
	leave()              // the open one is about to be closed: what is unfinished is kept
	changed(store.Event) // something was written to it
	setNotice(why string, button *control.Button)
}

// openFirst opens what the program starts with: path, else the project that was
// open last, else the sample.
func (ps *projects) openFirst(path string) {
	ps.setProject(nil)
	switch last := ps.Prefs.Last(); {
	case path != "":
		ps.open(path)
	case last == "":
		ps.openSample()
	default:
		ps.openLast(last)
	}
}

// openLast opens the project that was open last, which may not be there any more.
func (ps *projects) openLast(path string) {
	ps.atDoor(openingTitle(path), func() background.Act {
		o := ps.storeOptions()
		return func(ctx context.Context, _ func(done, total int)) func() {
			came := openBeside(ctx, path, o)
			return func() {
				if store.CodeOf(came.err) == store.CodeNotFound {
					ps.Tell(words.Sentence("%s, which was open last, is not there any more.", path))
					return
				}
				ps.cameIn(came, nil, nil)
			}
		}
	})
}

func (ps *projects) storeOptions() store.Options { return store.Options{Coder: ps.coders.coderName()} }

// newProject asks for a file and makes an empty project of it.
func (ps *projects) newProject() {
	ps.Picker.SaveFile(picker.Request{
		Title: lang.L("New Project"), Purpose: picker.ForProject, Name: lang.L("Untitled") + ".standpoint",
		Filters: []picker.Filter{picker.Projects()},
	}, ps.Chosen(ps.create))
}

// create makes an empty project at path, where the analyst agreed that a file
// that is there may go.
func (ps *projects) create(path string) {
	ps.atDoor(words.Sentence("Making %s…", filepath.Base(path)), func() background.Act {
		if ps.Project != nil && ps.Project.Path() == path {
			ps.Complain(errors.New(words.Sentence("%s is the project that is open. Choose another name for the new one.", filepath.Base(path))))
			return nil
		}
		options := ps.storeOptions()
		return func(ctx context.Context, _ func(done, total int)) func() {
			var o *loadedProject
			p, err := store.CreateInPlace(ctx, path, options)
			if err == nil {
				o, err = loadProject(ctx, p)
			}
			return func() {
				if !ps.Failed(err) && o != nil {
					ps.setProject(o)
					ps.Tell(lang.L("The project is made. Import articles, drop files on the window, or paste text."))
				}
			}
		}
	})
}

// openProject asks for a project and opens it.
func (ps *projects) openProject() {
	ps.Picker.OpenFile(picker.Request{
		Title: lang.L("Open Project"), Purpose: picker.ForProject, Filters: []picker.Filter{picker.Projects()},
	}, ps.Chosen(ps.open))
}

// atDoor does something at the doors of projects, unless the window is about to close.
func (ps *projects) atDoor(title string, begin func() background.Act) {
	if !ps.quitting {
		ps.Work.Open(title, begin)
	}
}

func openingTitle(path string) string { return words.Sentence("Opening %s…", filepath.Base(path)) }

// open opens the project at path, beside the window; the present one stays open if that
// fails. A project that somebody else is writing to, or that cannot be written to, is
// opened to be read; if even that cannot be for now, it can be tried again.
func (ps *projects) open(path string) { ps.openThen(path, nil, nil) }

// openThen opens a project and then does something, or something else if that failed for
// good; both may be nil.
func (ps *projects) openThen(path string, then, otherwise func()) {
	ps.atDoor(openingTitle(path), func() background.Act {
		if ps.Project != nil && ps.Project.Path() == path {
			return nil
		}
		o := ps.storeOptions()
		return func(ctx context.Context, _ func(done, total int)) func() {
			came := openBeside(ctx, path, o)
			return func() { ps.cameIn(came, then, otherwise) }
		}
	})
}

// openToRead opens a project that cannot be written to, as was told.
func (ps *projects) openToRead(path string) {
	ps.atDoor(openingTitle(path), func() background.Act {
		o := ps.storeOptions()
		o.ReadOnly = true
		return func(ctx context.Context, _ func(done, total int)) func() {
			came := arrival{path: path}
			came.open(ctx, o)
			return func() { ps.cameIn(came, nil, nil) }
		}
	})
}

// arrival is what came of opening a project.
type arrival struct {
	path string
	*loadedProject
	readOnly error // why it cannot be written to
	err      error // why it cannot even be read
}

// openBeside opens a project, to be read if it cannot be written to.
func openBeside(ctx context.Context, path string, o store.Options) arrival {
	came := arrival{path: path}
	came.open(ctx, o)
	switch store.CodeOf(came.err) {
	case store.CodeInUse, store.CodeReadOnly, store.CodeNoRoom, store.CodeLinked:
		came.readOnly = came.err
		o.ReadOnly = true
		came.open(ctx, o)
	}
	return came
}

func (c *arrival) open(ctx context.Context, o store.Options) {
	p, err := store.Open(ctx, c.path, o)
	if err == nil {
		c.loadedProject, err = loadProject(ctx, p)
	}
	c.err = err
}

// cameIn shows the project that was opened, or tells why it was not.
func (ps *projects) cameIn(came arrival, then, otherwise func()) {
	switch {
	case came.err == nil:
		ps.setProject(came.loadedProject)
		ps.tellReadOnly(came)
		if then != nil {
			then()
		}
	case ps.OfferAgain(came.err, func() { ps.open(came.path) }, nil):
	case ps.Failed(came.err):
		if came.readOnly == nil {
			ps.Prefs.DropRecent(came.path)
		}
		if otherwise != nil {
			otherwise()
		}
	}
}

// tellReadOnly says why a project is open only to be read.
func (ps *projects) tellReadOnly(came arrival) {
	name := came.project.Name()
	switch store.CodeOf(came.readOnly) {
	case store.CodeLinked:
		ps.Say("", words.Error(came.readOnly))
	case store.CodeReadOnly:
		ps.Say("", words.Sentence("%s, or its folder, cannot be written to, so it is open only to be read. To work on it, keep a copy in a "+
			"folder of your own with %s, and open that.", name, words.Advice(say.AdviceBackUp)))
	case store.CodeNoRoom:
		ps.Say("", words.Sentence("The disk with %s is full, or cannot be written to, so it is open only to be read. Free some space there, "+
			"and open it again.", name))
	case store.CodeInUse:
		ps.Say("", words.Sentence("%s is being written to by another window or program, so it is open here only to be read.", name))
	}
}
