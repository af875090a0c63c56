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

// projects are opened and closed, one after another.
type projects struct {
	*present

	coders *coders
	folder string // in which the sample is kept
	sample []byte // in our JSON
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

// openSample opens the sample project and makes it first if it is not there.
func (ps *projects) openSample() {
	path := filepath.Join(ps.folder, lang.L("Sample")+".standpoint")
	ps.atDoor(lang.L("Opening the sample project…"), func() background.Act {
		if ps.Project != nil && ps.Project.Path() == path {
			return nil
		}
		o := ps.storeOptions()
		return func(ctx context.Context, progress func(done, total int)) func() {
			if err := makeSample(ctx, path, ps.sample, o, progress); err != nil {
				return func() { ps.Failed(err) }
			}
			came := openBeside(ctx, path, o)
			return func() { ps.cameIn(came, nil, nil) }
		}
	})
}

func (ps *projects) storeOptions() store.Options { return store.Options{Coder: ps.coders.coderName()} }

// newProject asks for a file and makes an empty project of it.
func (ps *projects) newProject() {
	ps.Picker.SaveFile(picker.Request{
		Title:   lang.L("Choose where the new project is kept, and its name"),
		Purpose: picker.ForNewProjects, Name: lang.L("Untitled") + store.Extension,
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
		Title: lang.L("Choose the project to open"), Purpose: picker.ForOpening, Filters: []picker.Filter{picker.Projects()},
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

// reopen tries to open for writing a project that is only read.
func (ps *projects) reopen(p *store.Project) {
	path := p.Path()
	ps.setProject(nil)
	ps.openThen(path, nil, func() { ps.openToRead(path) })
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

// cameIn shows the project that was opened, or tells why it was not.
func (ps *projects) cameIn(came arrival, then, otherwise func()) {
	switch {
	case came.err == nil:
		ps.setProject(came.loadedProject)
		ps.tellReadOnly(came)
		if then != nil {
			then()
		}
	case ps.OfferAgain(came.err, func() { ps.open(came.path) }, nil), errors.Is(came.err, context.Canceled):
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

// restoreInPlace puts a backup in place of the open project, which is closed for it and opened again.
func (ps *projects) restoreInPlace(backup string) {
	path := ps.Project.Path()
	ps.setProject(nil)
	ps.atDoor(lang.L("Restoring…"), func() background.Act {
		return func(ctx context.Context, _ func(done, total int)) func() {
			kept, err := store.RestoreInPlace(ctx, backup, path)
			told := func() { ps.restored(kept, err) }
			return func() { ps.openThen(path, told, told) }
		}
	})
}

// restored says what came of restoring a backup in place of the project.
func (ps *projects) restored(kept string, err error) {
	switch {
	case errors.Is(err, context.Canceled):
		ps.Tell(lang.L("The backup was not restored; the project is as it was."))
	case err != nil:
		ps.Complain(errors.Join(errors.New(lang.L("The backup was not restored; the project is as it was.")), err))
	default:
		ps.Tell(words.Sentence("Restored. What was there is kept in %s.", kept))
	}
}
