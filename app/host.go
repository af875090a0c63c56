package app

import (
	"fyne.io/fyne/v2"

	"standpoint/app/desk"
	"standpoint/store"
)

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
	a.menus.refresh()
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
	return desk.Leads{NewProject: a.projects.newProject, OpenProject: a.projects.openProject, ImportArticles: a.transfers.importFiles}
}

// Tell says in the status line what was done.
func (a *App) Tell(sentence string) { a.frame.tell(sentence) }

// Told is what was said in the status line last.
func (a *App) Told() string { return a.frame.told }

// TypedKey runs the command of a key that has no modifier.
func (a *App) TypedKey(e *fyne.KeyEvent) bool { return a.menus.TypedKey(e) }

// TypedLetter runs the command of a letter.
func (a *App) TypedLetter(r rune) bool { return a.menus.TypedLetter(r) }

// PopUpMenu opens a menu with what can be done now of some sections.
func (a *App) PopUpMenu(at fyne.Position, sections ...desk.Section) {
	a.menus.PopUpMenu(at, sections...)
}

// LookBack opens the project as it was after an action.
func (a *App) LookBack(then store.HistoryEntry) { a.projects.LookBack(then) }

// Sign does what writes when it is known who is at work.
func (a *App) Sign(write, refused func()) { a.coders.Sign(write, refused) }
