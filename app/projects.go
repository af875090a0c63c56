package app

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/app/picker"
	"standpoint/store"
)

// openFirst opens what the program starts with: path, else the project that was
// open last, else the sample.
func (a *App) openFirst(path string) {
	last := a.prefs.last()
	gone := path == "" && last != "" && !exists(last)
	switch {
	case path != "":
		a.open(path)
	case last == "":
		a.openSample()
	case !gone:
		a.open(last)
	}
	if a.project == nil {
		a.setProject(nil)
	}
	if gone {
		a.tell(sentence("%s, which was open last, is not there any more.", last))
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func (a *App) storeOptions() store.Options { return store.Options{Coder: a.coderName()} }

// newProject asks for a file and makes an empty project of it.
func (a *App) newProject() {
	a.picker.SaveFile(picker.Request{
		Title: lang.L("New Project"), Purpose: picker.ForProject, Name: lang.L("Untitled") + ".standpoint",
		Filters: []picker.Filter{picker.Projects()},
	}, a.chosen(a.create))
}

// create makes an empty project at path, where the analyst agreed that a file
// that is there may go.
func (a *App) create(path string) {
	if a.project != nil && a.project.Path() == path {
		a.complain(errors.New(sentence("%s is the project that is open. Choose another name for the new one.", filepath.Base(path))))
		return
	}
	p, err := a.createInPlace(path)
	if a.failed(err) {
		return
	}
	a.setProject(p)
	a.tell(lang.L("The project is made. Import articles, drop files on the window, or paste text."))
}

// createInPlace makes a project at path. What has that name goes only once the project is
// made.
func (a *App) createInPlace(path string) (*store.Project, error) {
	replaced := path + "-replaced"
	err := os.Rename(path, replaced)
	was := err == nil
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	p, err := store.Create(context.Background(), path, a.storeOptions())
	switch {
	case !was:
		return p, err
	case err != nil:
		return nil, errors.Join(err, os.Rename(replaced, path))
	}
	return p, os.Remove(replaced)
}

// openProject asks for a project and opens it.
func (a *App) openProject() {
	a.picker.OpenFile(picker.Request{
		Title: lang.L("Open Project"), Purpose: picker.ForProject, Filters: []picker.Filter{picker.Projects()},
	}, a.chosen(a.open))
}

// open opens the project at path; the present one stays open if that fails. A
// project that somebody else is writing to, or that cannot be written to, is opened to
// be read; if even that cannot be for now, it can be tried again.
func (a *App) open(path string) {
	if a.project != nil && a.project.Path() == path {
		return
	}
	p, err := store.Open(context.Background(), path, a.storeOptions())
	switch store.CodeOf(err) {
	case store.CodeInUse, store.CodeReadOnly, store.CodeNoRoom, store.CodeLinked:
		a.openToRead(path, err)
		return
	}
	if a.failed(err) {
		a.prefs.dropRecent(path)
		return
	}
	a.setProject(p)
}

// openToRead opens a project that cannot be written to, and says why; nil was said
// before.
func (a *App) openToRead(path string, why error) {
	o := a.storeOptions()
	o.ReadOnly = true
	p, err := store.Open(context.Background(), path, o)
	if a.offerAgain(err, func() { a.open(path) }, nil) || a.failed(err) {
		return
	}
	a.setProject(p)
	switch store.CodeOf(why) {
	case store.CodeLinked:
		a.say("", why.Error())
	case store.CodeReadOnly:
		a.say("", sentence("%s, or its folder, cannot be written to, so it is open only to be read. To work on it, keep a copy in a folder of your own with File > Back Up Project, and open that.", p.Name()))
	case store.CodeNoRoom:
		a.say("", sentence("The disk with %s is full, or cannot be written to, so it is open only to be read. Free some space there, and open it again.", p.Name()))
	case store.CodeInUse:
		a.say("", sentence("%s is being written to by another window or program, so it is open here only to be read.", p.Name()))
	}
}

// openSample opens the sample project and makes it first if it is not there.
func (a *App) openSample() {
	path := filepath.Join(a.options.Dir, lang.L("Sample")+".standpoint")
	if exists(path) {
		a.open(path)
		return
	}
	ctx := context.Background()
	if a.failed(os.MkdirAll(a.options.Dir, 0o700)) {
		return
	}
	p, err := store.Create(ctx, path, a.storeOptions())
	if a.failed(err) {
		return
	}
	if _, err := standpoint.Import(ctx, p, bytes.NewReader(a.options.Sample), "sample.json", exchange.Options{}); err != nil {
		a.complain(err)
	}
	if err := p.BeginUndoHere(ctx); err != nil {
		a.complain(err)
	}
	a.setProject(p)
}

// refreshRecent lists the recent projects in their menu and reports whether
// the list changed.
func (a *App) refreshRecent() bool {
	paths := a.prefs.recent()
	if slices.Equal(paths, a.recent) {
		return false
	}
	a.recent = paths
	menu := a.recentItem.ChildMenu
	menu.Items = nil
	for _, path := range paths {
		menu.Items = append(menu.Items, fyne.NewMenuItem(recentLabel(path), func() { a.open(path) }))
	}
	a.recentItem.Disabled = len(paths) == 0
	return true
}

// mostFolder is how much of a folder's path a menu has room for, in code points.
const mostFolder = 48

// recentLabel tells projects of the same name apart by their folder, or by its
// end if the whole is long.
func recentLabel(path string) string {
	folder := []rune(filepath.Dir(path))
	if cut := len(folder) - mostFolder; cut > 0 {
		folder = append([]rune("…"), folder[cut:]...)
	}
	return filepath.Base(path) + "  –  " + string(folder)
}
