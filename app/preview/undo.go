package preview

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/candidates"
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
	kind, _ := r.batch.CanUndo()
	r.stepped(kind, r.batch.Undo(), map[candidates.StepKind]string{
		candidates.Ticks:       lang.L("What was ticked is again as it was before."),
		candidates.Corrections: lang.L("The correction was taken back."),
		candidates.Answers:     lang.L("What was said of the dates was taken back."),
	}[kind])
	return true
}

// TakeAgain implements desk.Undoer.
func (r *Room) TakeAgain() bool {
	if r.RedoTitle() == "" {
		return false
	}
	kind, _ := r.batch.CanRedo()
	r.stepped(kind, r.batch.Redo(), map[candidates.StepKind]string{
		candidates.Ticks:       lang.L("What was ticked is again as it was after that."),
		candidates.Corrections: lang.L("The correction was made again."),
		candidates.Answers:     lang.L("What was said of the dates holds again."),
	}[kind])
	return true
}

// canStep reports whether the articles that wait can be changed now.
func (r *Room) canStep() bool { return r.isShown() && !r.isBusy && r.compared == nil }

// stepTitle names a step; "" if there is none.
func stepTitle(kind candidates.StepKind, is bool) string {
	if !is {
		return ""
	}
	return map[candidates.StepKind]string{
		candidates.Ticks: lang.L("Ticks"), candidates.Corrections: lang.L("Correction"), candidates.Answers: lang.L("Order of Day and Month"),
	}[kind]
}

// stepped shows candidates as they are after a step, the first of them in sight, and says what was done.
func (r *Room) stepped(kind candidates.StepKind, ids []int, said string) {
	r.list.list.Reload()
	r.list.showHead()
	if at := slices.Index(r.list.ids, ids[0]); at >= 0 && !slices.ContainsFunc(ids, r.list.isChosen) {
		r.list.moved(at)
	} else {
		r.page.fill()
	}
	r.desk.Tell(said)
	r.desk.RefreshMenu()
	if kind == candidates.Answers { // texts are others with the dates in them
		r.run(lang.L("Looking at the files…"), func(context.Context, *candidates.Batch) error { return nil })
	}
}
