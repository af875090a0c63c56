package app

import (
	"context"
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

// openForm returns the open form, if one is in front.
func (a *App) openForm() (*formPage, bool) {
	if a.current != view(a.articles) {
		return nil, false
	}
	return a.articles.inspector.form()
}

func (a *App) undoTitle() string {
	if page, ok := a.openForm(); ok && page.steps.canTakeBack() {
		return lang.L("Change in the Form")
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
	if page, ok := a.openForm(); ok && page.steps.canTakeAgain() {
		return lang.L("Change in the Form")
	}
	if a.project == nil {
		return ""
	}
	return a.project.RedoTitle()
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
	if page, ok := a.openForm(); ok && page.takeBack() {
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
	if page, ok := a.openForm(); ok && page.takeAgain() {
		return
	}
	a.takeBack((*store.Project).Redo, lang.L("Redone: %s"))
}

func (a *App) takeBack(walk func(*store.Project, context.Context) (store.UndoResult, error), told string) {
	p := a.project
	if p == nil || p.ReadOnly() {
		return
	}
	a.work.Save(func(ctx context.Context) func() {
		result, err := walk(p, ctx)
		return func() {
			if a.offerAgain(err, func() { a.takeBack(walk, told) }, nil) || a.failed(err) || result.Nothing {
				return
			}
			said := sentence(told, result.Title)
			if len(result.Kept) > 0 {
				said += " " + sentence("(%d later changes by others were kept)", len(result.Kept))
			}
			a.tell(said)
			a.refreshMenu()
		}
	})
}
