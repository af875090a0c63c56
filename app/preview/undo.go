package preview

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/intake"
	"standpoint/app/words"
)

// UndoTitle implements desk.Undoer: it names what was corrected or ticked last; "" if nothing was.
func (r *Room) UndoTitle() string {
	if !r.canStep() {
		return ""
	}
	return stepTitle(r.batch.CanUndo())
}

// RedoTitle implements desk.Undoer.
func (r *Room) RedoTitle() string {
	if !r.canStep() {
		return ""
	}
	return stepTitle(r.batch.CanRedo())
}

// TakeBack implements desk.Undoer.
func (r *Room) TakeBack() bool {
	title := r.UndoTitle()
	return title != "" && r.stepped(r.batch.Undo(), words.Sentence("Undone: %s.", title))
}

// TakeAgain implements desk.Undoer.
func (r *Room) TakeAgain() bool {
	title := r.RedoTitle()
	return title != "" && r.stepped(r.batch.Redo(), words.Sentence("Redone: %s.", title))
}

// canStep reports whether the articles that wait can be changed now.
func (r *Room) canStep() bool { return r.isShown() && !r.isBusy && r.compared == nil }

// stepTitle names a step by the field that it is about; "" if there is none.
func stepTitle(field intake.Field, is bool) string {
	switch {
	case !is:
		return ""
	case field == intake.FieldNone:
		return lang.L("Ticks")
	}
	return words.Sentence("Correction of “%s”", fieldWord(field))
}

// stepped shows candidates as they are after a step, the first of them in sight, and says what was done.
func (r *Room) stepped(ids []int, said string) bool {
	r.list.list.Reload()
	r.list.showHead()
	if at := slices.Index(r.list.ids, ids[0]); at >= 0 && !slices.ContainsFunc(ids, r.list.isChosen) {
		r.list.moved(at)
	} else {
		r.page.fill()
	}
	r.desk.Tell(said)
	r.desk.RefreshMenu()
	return true
}
