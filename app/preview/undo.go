package preview

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/candidates"
	"standpoint/app/desk"
	"standpoint/app/words"
)

// KeepsUndo implements desk.UndoKeeper: while articles wait in sight, Undo and Redo are about them alone. Else who presses Ctrl+Z once more
// than they corrected something would take an earlier import out of the project without seeing it.
func (r *Room) KeepsUndo() bool { return r.isShown() }

// UndoTitle implements desk.Undoer: it names what was corrected, ticked or read in another way last, or the import that is being written;
// "" if there is nothing.
func (r *Room) UndoTitle() string {
	switch kind, is := r.canUndo(); {
	case r.isShown() && r.IsImporting():
		return lang.L("Import")
	case is && r.hindrance(kind) == "":
		return stepTitle(kind)
	}
	return ""
}

// RedoTitle implements desk.Undoer.
func (r *Room) RedoTitle() string {
	if kind, is := r.canRedo(); is && r.hindrance(kind) == "" {
		return stepTitle(kind)
	}
	return ""
}

// TakeBack implements desk.Undoer. Where nothing can be taken back it says why. An import that is being written is stopped.
func (r *Room) TakeBack() bool {
	kind, is := r.canUndo()
	switch {
	case !r.isShown():
		return false
	case r.IsImporting():
		r.desk.Work.Cancel()
	case !is:
		r.desk.Tell(lang.L("Nothing is left to take back here. What was done in the project before can be taken back when you leave what waits."))
	case r.hindrance(kind) != "":
		r.desk.Tell(r.hindrance(kind))
	default:
		r.stepped(kind, r.batch.Undo(), map[candidates.StepKind]string{
			candidates.Ticks:       lang.L("What was ticked is again as it was before."),
			candidates.Corrections: lang.L("The correction was taken back."),
			candidates.Answers:     lang.L("What was said of the dates was taken back."),
			candidates.Encodings:   lang.L("The text is read in the encoding of before."),
			candidates.Lines:       lang.L("Lines are again kept or joined as before."),
			candidates.Columns:     lang.L("The columns are read as before."),
		}[kind])
	}
	return true
}

// TakeAgain implements desk.Undoer.
func (r *Room) TakeAgain() bool {
	kind, is := r.canRedo()
	switch {
	case !r.isShown():
		return false
	case !is:
		r.desk.Tell(lang.L("Nothing is left to do again here."))
	case r.hindrance(kind) != "":
		r.desk.Tell(r.hindrance(kind))
	default:
		r.stepped(kind, r.batch.Redo(), map[candidates.StepKind]string{
			candidates.Ticks:       lang.L("What was ticked is again as it was after that."),
			candidates.Corrections: lang.L("The correction was made again."),
			candidates.Answers:     lang.L("What was said of the dates holds again."),
			candidates.Encodings:   lang.L("The text is read in the other encoding again."),
			candidates.Lines:       lang.L("Lines are kept or joined as they were after that."),
			candidates.Columns:     lang.L("The columns are read as they were after that."),
		}[kind])
	}
	return true
}

// canUndo is what was done last with the articles that wait in sight; false if nothing was.
func (r *Room) canUndo() (kind candidates.StepKind, is bool) {
	if !r.isShown() {
		return 0, false
	}
	return r.batch.CanUndo()
}

func (r *Room) canRedo() (kind candidates.StepKind, is bool) {
	if !r.isShown() {
		return 0, false
	}
	return r.batch.CanRedo()
}

// hindrance says why a step can be neither taken back nor done again now; "" if it can. While files are looked at, what would have them
// looked at anew waits.
func (r *Room) hindrance(kind candidates.StepKind) string {
	switch {
	case r.compared != nil:
		return words.Sentence("Two texts stand side by side. %s leads back to the articles, where Undo and Redo are.", desk.KeyGiveUp)
	case r.IsImporting(), (r.isBusy || r.running > 0) && looksAnew(kind):
		return words.Sentence("Files are still being looked at. Undo and Redo go on when that has ended, or when %s has stopped it.",
			desk.KeyCancel)
	}
	return ""
}

// looksAnew reports whether after a step of that kind the texts are others.
func looksAnew(kind candidates.StepKind) bool {
	return kind != candidates.Ticks && kind != candidates.Corrections
}

// stepTitle names a step.
func stepTitle(kind candidates.StepKind) string {
	return map[candidates.StepKind]string{
		candidates.Ticks:       lang.L("Ticks"),
		candidates.Corrections: lang.L("Correction"),
		candidates.Answers:     lang.L("Order of Day and Month"),
		candidates.Encodings:   lang.L("Encoding"),
		candidates.Lines:       lang.L("Lines of the Text"),
		candidates.Columns:     lang.L("Columns of the Table"),
	}[kind]
}

// stepped shows candidates as they are after a step, the first of them in sight, and says what was done.
func (r *Room) stepped(kind candidates.StepKind, ids []int, said string) {
	r.list.refresh()
	if kind == candidates.Columns { // the next tables are read as this one now is
		rememberColumns(r.desk.Prefs, r.batch.ColumnsOf(ids[0]), r.batch.OptionsOf(ids[0]).Columns)
	}
	if at := slices.Index(r.list.ids, ids[0]); at >= 0 && !slices.ContainsFunc(ids, r.list.isChosen) {
		r.list.moved(at)
	} else {
		r.page.fill()
	}
	r.desk.Tell(said)
	r.desk.RefreshMenu()
	if looksAnew(kind) {
		r.run(lang.L("Looking at the files…"), func(context.Context, *candidates.Batch) error { return nil })
	}
}
