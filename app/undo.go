package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/app/words"
	"standpoint/store"
)

// typing is a text field that can take back what was typed into it.
type typing interface {
	fyne.Focusable
	CanUndo() bool
	CanRedo() bool
	Undo()
	Redo()
}

// focusedTyping returns the text field that has the focus, if one has.
func (a *App) focusedTyping() (typing, bool) {
	t, ok := a.Window.Canvas().Focused().(typing)
	return t, ok
}

func (a *App) undoLabel() string {
	if what := a.undoTitle(); what != "" {
		return words.Sentence("Undo: %s", what)
	}
	return lang.L("Undo")
}

func (a *App) redoLabel() string {
	if what := a.redoTitle(); what != "" {
		return words.Sentence("Redo: %s", what)
	}
	return lang.L("Redo")
}

func (a *App) undoTitle() string {
	if v, ok := a.current.(desk.Undoer); ok && v.UndoTitle() != "" {
		return v.UndoTitle()
	}
	if a.OpenAgain != nil {
		return lang.L("Give up")
	}
	if a.Project == nil {
		return ""
	}
	return words.Title(a.Project.UndoTitle())
}

func (a *App) redoTitle() string {
	if v, ok := a.current.(desk.Undoer); ok && v.RedoTitle() != "" {
		return v.RedoTitle()
	}
	if a.Project == nil {
		return ""
	}
	return words.Title(a.Project.RedoTitle())
}

// edited is the view in front, if something is being filled in there.
func (a *App) edited() (desk.Editor, bool) {
	v, ok := a.current.(desk.Editor)
	return v, ok && v.Editing()
}

// filtered is the view in front, if it has a list that can be narrowed.
func (a *App) filtered() (desk.Filterable, bool) {
	v, ok := a.current.(desk.Filterable)
	return v, ok && a.Project != nil
}

// canUndo is true in a text field as well: whether there is typing to take back
// is only known when it is asked for.
func (a *App) canUndo() bool {
	_, in := a.focusedTyping()
	return in || a.undoTitle() != ""
}

func (a *App) canRedo() bool {
	_, in := a.focusedTyping()
	return in || a.redoTitle() != ""
}

// undo takes back the typing in the focused field, else the last step in the form that
// is open, else that a form was given up, else the last action.
func (a *App) undo() {
	if t, ok := a.focusedTyping(); ok && t.CanUndo() {
		t.Undo()
		return
	}
	if v, ok := a.current.(desk.Undoer); ok && v.TakeBack() {
		return
	}
	if a.undoGiveUp() {
		return
	}
	a.TakeBack((*store.Project).Undo, lang.L("Undone: %s"))
}

func (a *App) redo() {
	if t, ok := a.focusedTyping(); ok && t.CanRedo() {
		t.Redo()
		return
	}
	if v, ok := a.current.(desk.Undoer); ok && v.TakeAgain() {
		return
	}
	a.TakeBack((*store.Project).Redo, lang.L("Redone: %s"))
}

// undoGiveUp opens the form again that was given up last; false if Undo is about
// something else by now.
func (a *App) undoGiveUp() bool {
	open := a.OpenAgain
	if open == nil {
		return false
	}
	a.OpenAgain = nil
	open()
	a.Tell("")
	a.RefreshMenu()
	return true
}
