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

// edits are about what is being typed or filled in, wherever that is, and take it back.
type edits struct {
	*desk.Desk

	importing func() bool // articles are being written
}

// focusedTyping returns the text field that has the focus, if one has.
func (e *edits) focusedTyping() (typing, bool) {
	t, ok := e.Window.Canvas().Focused().(typing)
	return t, ok
}

func (e *edits) undoLabel() string {
	if what := e.undoTitle(); what != "" {
		return words.Sentence("Undo: %s", what)
	}
	return lang.L("Undo")
}

func (e *edits) redoLabel() string {
	if what := e.redoTitle(); what != "" {
		return words.Sentence("Redo: %s", what)
	}
	return lang.L("Redo")
}

func (e *edits) undoTitle() string {
	if v, ok := e.InFront().(desk.Undoer); ok && (v.UndoTitle() != "" || e.isKept()) {
		return v.UndoTitle()
	}
	if e.OpenAgain != nil {
		return lang.L("Give up")
	}
	if e.Project == nil {
		return ""
	}
	return words.Title(e.Project.UndoTitle())
}

func (e *edits) redoTitle() string {
	if v, ok := e.InFront().(desk.Undoer); ok && (v.RedoTitle() != "" || e.isKept()) {
		return v.RedoTitle()
	}
	if e.Project == nil {
		return ""
	}
	return words.Title(e.Project.RedoTitle())
}

// isKept reports whether Undo and Redo are about the view in front alone.
func (e *edits) isKept() bool {
	v, ok := e.InFront().(desk.UndoKeeper)
	return ok && v.KeepsUndo()
}

// edited is the view in front, if something is being filled in there.
func (e *edits) edited() (desk.Editor, bool) {
	v, ok := e.InFront().(desk.Editor)
	return v, ok && v.Editing()
}

// filtered is the view in front, if it has a list that can be narrowed.
func (e *edits) filtered() (desk.Filterable, bool) {
	v, ok := e.InFront().(desk.Filterable)
	return v, ok && e.Project != nil
}

// canUndo is true in a text field as well: whether there is typing to take back
// is only known when it is asked for; and where the view in front keeps Undo to itself, which says then that there is nothing.
func (e *edits) canUndo() bool {
	_, in := e.focusedTyping()
	return in || e.isKept() || e.undoTitle() != ""
}

func (e *edits) canRedo() bool {
	_, in := e.focusedTyping()
	return in || e.isKept() || e.redoTitle() != ""
}

// canSave is true in a box over the window as well: there it is the answer that is likely wanted.
func (e *edits) canSave() bool {
	_, in := e.edited()
	return in || e.IsCovered()
}

// save answers the box that is open, else saves what is filled in.
func (e *edits) save() {
	if e.IsCovered() {
		e.TypedOver(&fyne.KeyEvent{Name: fyne.KeyReturn})
		return
	}
	if v, ok := e.edited(); ok {
		v.Save()
	}
}

// undo takes back the typing in the focused field, else the last step in the form that
// is open, else that a form was given up, else the last action. In a box over the window it is about the typing alone.
func (e *edits) undo() {
	if t, ok := e.focusedTyping(); ok && t.CanUndo() {
		t.Undo()
		return
	}
	if e.IsCovered() {
		return
	}
	if v, ok := e.InFront().(desk.Undoer); ok && v.TakeBack() {
		return
	}
	if e.undoGiveUp() || e.stopsImport() {
		return
	}
	e.Desk.Undo()
}

// stopsImport stops the import that is still being written, if the next Undo would take that back; it is asked then what becomes of it.
// What would come after that could not be taken back with it.
func (e *edits) stopsImport() bool {
	if e.Project == nil || !e.importing() || e.Project.UndoTitle().Code != store.TitleImportArticles {
		return false
	}
	e.Work.Cancel()
	return true
}

func (e *edits) redo() {
	if t, ok := e.focusedTyping(); ok && t.CanRedo() {
		t.Redo()
		return
	}
	if e.IsCovered() {
		return
	}
	if v, ok := e.InFront().(desk.Undoer); ok && v.TakeAgain() {
		return
	}
	e.Desk.Redo()
}

// undoGiveUp opens the form again that was given up last; false if Undo is about
// something else by now.
func (e *edits) undoGiveUp() bool {
	open := e.OpenAgain
	if open == nil {
		return false
	}
	e.OpenAgain = nil
	open()
	e.Tell("")
	e.RefreshMenu()
	return true
}

// commands are about what is being typed or filled in, wherever that is.
func (e *edits) commands() []desk.Command {
	cut, paste := &fyne.ShortcutCut{Clipboard: e.UI.Clipboard()}, &fyne.ShortcutPaste{Clipboard: e.UI.Clipboard()}
	copied, all := &fyne.ShortcutCopy{Clipboard: e.UI.Clipboard()}, &fyne.ShortcutSelectAll{}
	return []desk.Command{
		{In: desk.SectionUndo, Label: e.undoLabel, Key: desk.KeyUndo, Act: desk.When(e.canUndo, e.undo), Typing: true},
		{
			In: desk.SectionUndo, Label: e.redoLabel, Key: desk.Standard(&fyne.ShortcutRedo{}), Also: []desk.Key{desk.CtrlShift(fyne.KeyZ)},
			Act: desk.When(e.canRedo, e.redo), Typing: true,
		},
		{
			In: desk.SectionClipboard, Label: desk.Fixed(lang.L("Cut")), Key: desk.Standard(cut), Act: desk.When(e.takesText, e.toFocused(cut)),
			Typing: true,
		},
		{
			In: desk.SectionClipboard, Label: desk.Fixed(lang.L("Copy")), Key: desk.Standard(copied),
			Act: desk.When(e.givesText, e.toFocused(copied)), Typing: true,
		},
		{
			In: desk.SectionClipboard, Label: desk.Fixed(lang.L("Paste")), Key: desk.Standard(paste),
			Act: desk.When(e.takesText, e.toFocused(paste)), Typing: true,
		},
		{
			In: desk.SectionClipboard, Label: desk.Fixed(lang.L("Select All")), Key: desk.Standard(all),
			Act: desk.When(e.selectsAll, e.toFocused(all)), Typing: true,
		},
		{In: desk.SectionForm, Label: desk.Fixed(lang.L("Save")), Key: desk.KeySave, Act: desk.When(e.canSave, e.save), Typing: true},
		{In: desk.SectionForm, Label: desk.Fixed(lang.L("Give Up")), Key: desk.KeyGiveUp, Act: desk.With(e.edited, desk.Editor.GiveUp)},
		{
			In: desk.SectionLists, Label: desk.Fixed(lang.L("Filter the List")), Key: desk.KeyFilter,
			Act: desk.With(e.filtered, desk.Filterable.FilterList),
		},
	}
}
