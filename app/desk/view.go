package desk

import (
	"fyne.io/fyne/v2"

	"standpoint/store"
)

// View is one of the window's main views.
type View interface {
	Object() fyne.CanvasObject
	Opened()             // another project is open now, or none
	Changed(store.Event) // something was written to the project
	Shown()              // the view came to the front
	Leave()              // the project is about to be closed: what is unfinished is kept
	GoTo(Place) bool     // shows a place, if it is one of the view's
	Hints() []Hint       // its keys, for the status line
	Commands() []Command // what can be done in it
}

// Hint says what a key does.
type Hint struct {
	Key  Key
	Does string // "" where the next does the same
}

// Editor is a view in which something is filled in that can be saved or given up.
type Editor interface {
	Editing() bool    // something is open that can be filled in
	HasUnsaved() bool // something is filled in, and not saved
	Save()
	GiveUp()
}

// Undoer is a view that takes back steps of its own before Undo takes back what is saved.
type Undoer interface {
	UndoTitle() string // names what takeBack does; "" if there is nothing
	RedoTitle() string
	TakeBack() bool // false if there was nothing to take back
	TakeAgain() bool
}

// UndoKeeper is an Undoer to which Undo and Redo may belong alone: where it has nothing to take back, nothing that is saved is, and it says
// so. That something is in sight which is not yet in the project, is a reason.
type UndoKeeper interface {
	Undoer
	KeepsUndo() bool
}

// Historied is a view that has something open of which there is a history.
type Historied interface{ HistoryOf() (Subject, bool) }

// Subject is what a history is of; the zero Subject is the whole project.
type Subject struct {
	Entity store.Entity
	ID     store.ID
	Name   string
}

// Lister is a view with lists whose rows are one line each, or tall, as [Prefs] say.
type Lister interface{ Relist() }

// Filterable is a view whose list can be narrowed.
type Filterable interface{ FilterList() }

// Naming is a view that shows something which names actors, issues and tags: those are offered first.
type Naming interface{ Named() map[store.ID]bool }
