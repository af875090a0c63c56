// Package history shows what was done, and by whom: the actions of one thing, or of the whole project.
package history

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// Folding is whether all changes of an action are shown, and how that is turned: by a button, and by the keys if there are any.
type Folding struct {
	Unfolded     bool
	Turn         func()
	unfold, fold desk.Key
}

// Lines is what one action was, who did it when, and what it set: of one that set much the numbers of what it touched,
// and the rest only when it is unfolded.
func Lines(e store.HistoryEntry, folding Folding) []fyne.CanvasObject {
	lines := []fyne.CanvasObject{
		control.NewRichLine(2, control.Run{Text: titleOf(e), Bold: true}),
		control.NewRichLine(1, control.Run{
			Text: e.Coder.Name + " · " + words.Moment(e.At), Size: look.CaptionSize, Colour: look.ColorMuted,
		}),
	}
	told := e.Lines
	if len(told) > fewLines {
		lines = append(lines, control.NewRichLine(3, control.Caption(historyCounts(e))))
		lines = append(lines, control.NewWrap(2, folding.button(len(told))))
		if !folding.Unfolded {
			told = nil
		}
	}
	for _, l := range told {
		lines = append(lines, historyLine(l))
	}
	if folding.Unfolded && e.Rows > rowsTold {
		lines = append(lines, control.NewCaption(words.Counted(e.Rows, "… of the first %d of {{.Count}} row", rowsTold)))
	}
	return lines
}

// oneLine is what one action was, what it touched, and who did it when, as far as there is room.
func oneLine(e store.HistoryEntry) fyne.CanvasObject {
	return control.NewSpread(nil, control.NewRichLine(1, control.Run{Text: titleOf(e), Bold: true}, control.Caption("   "+historyCounts(e))),
		control.NewRichLine(1, control.Caption(e.Coder.Name+" · "+words.Moment(e.At))))
}

// titleOf is what one action was, and whether it took something back or did it again.
func titleOf(e store.HistoryEntry) string {
	switch title := words.Title(e.Title); e.Kind {
	case store.ActionUndo:
		return words.Sentence("Undone: %s", title)
	case store.ActionRedo:
		return words.Sentence("Redone: %s", title)
	default:
		return title
	}
}

// button shows or hides that many changes.
func (f Folding) button(n int) *control.Button {
	if f.Unfolded {
		return control.NewQuietButton(lang.L("Fold the changes"), lang.L("Show only the numbers"), f.fold.String(), f.Turn)
	}
	label := words.Counted(n, "Show all {{.Count}} changes")
	return control.NewQuietButton(label, lang.L("Show what changed, one by one"), f.unfold.String(), f.Turn)
}

// historyCounts says how much an action touched: "3 articles · 12 actors".
func historyCounts(e store.HistoryEntry) string {
	var parts []string
	for _, c := range e.Counts {
		parts = append(parts, words.EntityCount(c.Entity, c.N))
	}
	if len(parts) == 0 {
		parts = append(parts, words.Counted(e.Rows, "{{.Count}} row"))
	}
	return strings.Join(parts, " · ")
}

// historyLine is one thing that an action did: "speaker  + Mara Ellin". What was
// done to a position of the statement is under its target's name.
func historyLine(l store.HistoryLine) fyne.CanvasObject {
	word := words.HistoryField(l)
	if l.Of != "" {
		word = l.Of + " · " + word
	}
	change := l.Change(func(value string) string { return words.HistoryValue(l, value) })
	return control.NewRichLine(3,
		control.Run{Text: word, Size: look.CaptionSize, Colour: look.ColorMuted},
		control.Run{Text: "  " + change, Size: look.CaptionSize},
	)
}

const (
	fewLines = 8   // of an action are shown at once
	rowsTold = 100 // rows of an action whose changes the store tells one by one
)

// SetBack makes something what it was after an action of its history.
func SetBack(d *desk.Desk, entity store.Entity, id store.ID, e store.HistoryEntry, done func()) {
	when := words.Moment(e.At)
	d.Do(store.Title{Code: store.TitleSetBack, At: e.At}, func(b *store.Batch) error { return b.SetBack(entity, id, e.Action) },
		func(err error) {
			if d.Failed(err) {
				return
			}
			d.Tell(words.Sentence("It is as it was on %s.", when))
			done()
		})
}
