package preview

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/intake"
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
	if r.UndoTitle() == "" {
		return false
	}
	said := lang.L("The correction was taken back.")
	if field, _ := r.batch.CanUndo(); field == intake.FieldNone {
		said = lang.L("What was ticked is again as it was before.")
	}
	r.stepped(r.batch.Undo(), said)
	return true
}

// TakeAgain implements desk.Undoer.
func (r *Room) TakeAgain() bool {
	if r.RedoTitle() == "" {
		return false
	}
	said := lang.L("The correction was made again.")
	if field, _ := r.batch.CanRedo(); field == intake.FieldNone {
		said = lang.L("What was ticked is again as it was after that.")
	}
	r.stepped(r.batch.Redo(), said)
	return true
}

// canStep reports whether the articles that wait can be changed now.
func (r *Room) canStep() bool { return r.isShown() && !r.isBusy && r.compared == nil }

// stepTitle names a step that is about a field, or about ticks; "" if there is none.
func stepTitle(field intake.Field, is bool) string {
	switch {
	case !is:
		return ""
	case field == intake.FieldNone:
		return lang.L("Ticks")
	}
	return lang.L("Correction")
}

// stepped shows candidates as they are after a step, the first of them in sight, and says what was done.
func (r *Room) stepped(ids []int, said string) {
	r.list.list.Reload()
	r.list.showHead()
	if at := slices.Index(r.list.ids, ids[0]); at >= 0 && !slices.ContainsFunc(ids, r.list.isChosen) {
		r.list.moved(at)
	} else {
		r.page.fill()
	}
	r.desk.Tell(said)
	r.desk.RefreshMenu()
}
