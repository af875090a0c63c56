package app

import (
	"fyne.io/fyne/v2"

	"standpoint/store"
)

// view is one of the window's main views.
type view interface {
	object() fyne.CanvasObject
	opened()             // another project is open now, or none
	changed(store.Event) // something was written to the project
	shown()              // the view came to the front
	leave()              // the project is about to be closed: what is unfinished is kept
	goTo(Place) bool     // shows a place, if it is one of the view's
	hints() []hint       // its keys, for the status line
	commands() []command // what can be done in it
}

// hint says what a key does.
type hint struct {
	key  key
	does string
}

// editor is a view in which something is filled in that can be saved or given up.
type editor interface {
	editing() bool // something is
	save()
	giveUp()
}

// undoer is a view that takes back steps of its own before Undo takes back what is saved.
type undoer interface {
	undoTitle() string // names what takeBack does; "" if there is nothing
	redoTitle() string
	takeBack() bool // false if there was nothing to take back
	takeAgain() bool
}

// historied is a view that has something open of which there is a history.
type historied interface{ historyOf() (Subject, bool) }

// Subject is what a history is of; the zero Subject is the whole project.
type Subject struct {
	entity store.Entity
	id     store.ID
	name   string
}

// filterable is a view whose list can be narrowed.
type filterable interface{ filterList() }

// naming is a view that shows something which names actors, issues and tags: those are offered first.
type naming interface{ named() map[store.ID]bool }
