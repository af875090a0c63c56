package app

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/picker"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/say"
)

// openFirst opens what the program starts with: path, else the project that was
// open last, else the sample.
func (a *App) openFirst(path string) {
	a.setProject(nil)
	switch last := a.Prefs.Last(); {
	case path != "":
		a.open(path)
	case last == "":
		a.openSample()
	default:
		a.openLast(last)
	}
}

// openLast opens the project that was open last, which may not be there any more.
func (a *App) openLast(path string) {
	a.atDoor(openingTitle(path), func() background.Act {
		o := a.storeOptions()
		return func(ctx context.Context, _ func(done, total int)) func() {
			came := openBeside(ctx, path, o)
			return func() {
				if store.CodeOf(came.err) == store.CodeNotFound {
					a.Tell(words.Sentence("%s, which was open last, is not there any more.", path))
					return
				}
				a.cameIn(came, nil, nil)
			}
		}
	})
}

func (a *App) storeOptions() store.Options { return store.Options{Coder: a.coderName()} }

// newProject asks for a file and makes an empty project of it.
func (a *App) newProject() {
	a.Picker.SaveFile(picker.Request{
		Title: lang.L("New Project"), Purpose: picker.ForProject, Name: lang.L("Untitled") + ".standpoint",
		Filters: []picker.Filter{picker.Projects()},
	}, a.Chosen(a.create))
}

// create makes an empty project at path, where the analyst agreed that a file
// that is there may go.
func (a *App) create(path string) {
	a.atDoor(words.Sentence("Making %s…", filepath.Base(path)), func() background.Act {
		if a.Project != nil && a.Project.Path() == path {
			a.Complain(errors.New(words.Sentence("%s is the project that is open. Choose another name for the new one.", filepath.Base(path))))
			return nil
		}
		options := a.storeOptions()
		return func(ctx context.Context, _ func(done, total int)) func() {
			var o *loadedProject
			p, err := store.CreateInPlace(ctx, path, options)
			if err == nil {
				o, err = loadProject(ctx, p)
			}
			return func() {
				if !a.Failed(err) && o != nil {
					a.setProject(o)
					a.Tell(lang.L("The project is made. Import articles, drop files on the window, or paste text."))
				}
			}
		}
	})
}

// openProject asks for a project and opens it.
func (a *App) openProject() {
	a.Picker.OpenFile(picker.Request{
		Title: lang.L("Open Project"), Purpose: picker.ForProject, Filters: []picker.Filter{picker.Projects()},
	}, a.Chosen(a.open))
}

// atDoor does something at the doors of projects, unless the window is about to close.
func (a *App) atDoor(title string, begin func() background.Act) {
	if !a.quitting {
		a.Work.Open(title, begin)
	}
}

func openingTitle(path string) string { return words.Sentence("Opening %s…", filepath.Base(path)) }

// open opens the project at path, beside the window; the present one stays open if that
// fails. A project that somebody else is writing to, or that cannot be written to, is
// opened to be read; if even that cannot be for now, it can be tried again.
func (a *App) open(path string) { a.openThen(path, nil, nil) }

// openThen opens a project and then does something, or something else if that failed for
// good; both may be nil.
func (a *App) openThen(path string, then, otherwise func()) {
	a.atDoor(openingTitle(path), func() background.Act {
		if a.Project != nil && a.Project.Path() == path {
			return nil
		}
		o := a.storeOptions()
		return func(ctx context.Context, _ func(done, total int)) func() {
			came := openBeside(ctx, path, o)
			return func() { a.cameIn(came, then, otherwise) }
		}
	})
}

// openToRead opens a project that cannot be written to, as was told.
func (a *App) openToRead(path string) {
	a.atDoor(openingTitle(path), func() background.Act {
		o := a.storeOptions()
		o.ReadOnly = true
		return func(ctx context.Context, _ func(done, total int)) func() {
			came := arrival{path: path}
			came.open(ctx, o)
			return func() { a.cameIn(came, nil, nil) }
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
func (a *App) cameIn(came arrival, then, otherwise func()) {
	switch {
	case came.err == nil:
		a.setProject(came.loadedProject)
		a.tellReadOnly(came)
		if then != nil {
			then()
		}
	case a.OfferAgain(came.err, func() { a.open(came.path) }, nil):
	case a.Failed(came.err):
		if came.readOnly == nil {
			a.Prefs.DropRecent(came.path)
		}
		if otherwise != nil {
			otherwise()
		}
	}
}

// tellReadOnly says why a project is open only to be read.
func (a *App) tellReadOnly(came arrival) {
	name := came.project.Name()
	switch store.CodeOf(came.readOnly) {
	case store.CodeLinked:
		a.Say("", words.Error(came.readOnly))
	case store.CodeReadOnly:
		a.Say("", words.Sentence("%s, or its folder, cannot be written to, so it is open only to be read. To work on it, keep a copy in a "+
			"folder of your own with %s, and open that.", name, words.Advice(say.AdviceBackUp)))
	case store.CodeNoRoom:
		a.Say("", words.Sentence("The disk with %s is full, or cannot be written to, so it is open only to be read. Free some space there, "+
			"and open it again.", name))
	case store.CodeInUse:
		a.Say("", words.Sentence("%s is being written to by another window or program, so it is open here only to be read.", name))
	}
}
