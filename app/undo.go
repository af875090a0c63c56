package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

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
	t, ok := a.window.Canvas().Focused().(typing)
	return t, ok
}

func (a *App) undoLabel() string { return named(lang.L("Undo"), a.undoTitle()) }

func (a *App) redoLabel() string { return named(lang.L("Redo"), a.redoTitle()) }

func named(verb, title string) string { return strings.TrimSpace(verb + " " + title) }

func (a *App) undoTitle() string {
	if v, ok := a.current.(undoer); ok && v.undoTitle() != "" {
		return v.undoTitle()
	}
	if a.openAgain != nil {
		return lang.L("Give Up")
	}
	if a.project == nil {
		return ""
	}
	return a.project.UndoTitle()
}

func (a *App) redoTitle() string {
	if v, ok := a.current.(undoer); ok && v.redoTitle() != "" {
		return v.redoTitle()
	}
	if a.project == nil {
		return ""
	}
	return a.project.RedoTitle()
}

// edited is the view in front, if something is being filled in there.
func (a *App) edited() (editor, bool) {
	v, ok := a.current.(editor)
	return v, ok && v.editing()
}

// filtered is the view in front, if it has a list that can be narrowed.
func (a *App) filtered() (filterable, bool) {
	v, ok := a.current.(filterable)
	return v, ok && a.project != nil
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
	if v, ok := a.current.(undoer); ok && v.takeBack() {
		return
	}
	if a.undoGiveUp() {
		return
	}
	a.takeBack((*store.Project).Undo, lang.L("Undone: %s"))
}

func (a *App) redo() {
	if t, ok := a.focusedTyping(); ok && t.CanRedo() {
		t.Redo()
		return
	}
	if v, ok := a.current.(undoer); ok && v.takeAgain() {
		return
	}
	a.takeBack((*store.Project).Redo, lang.L("Redone: %s"))
}

// undoGiveUp opens the form again that was given up last; false if Undo is about
// something else by now.
func (a *App) undoGiveUp() bool {
	open := a.openAgain
	if open == nil {
		return false
	}
	a.openAgain = nil
	open()
	a.tell("")
	a.refreshMenu()
	return true
}
