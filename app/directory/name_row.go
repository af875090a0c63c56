package directory

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/app/control"
	"standpoint/app/names"
	"standpoint/app/words"
	"standpoint/store"
)

// nameRow is one row of the list: a dot before the name, over a line of facts, or all three on one line.
type nameRow struct {
	name, facts *control.RichLine
	dot         *control.Dot
	dense       bool
}

const (
	nameLines = 2
	factLines = 2
)

func newNameRow() *nameRow {
	return &nameRow{name: control.NewRichLine(nameLines), facts: control.NewRichLine(factLines), dot: control.NewDot("grey")}
}

// object is what the row is drawn as.
func (r *nameRow) object() fyne.CanvasObject { return container.New(r, r.name, r.dot, r.facts) }

// dotRoom is the width that the dot takes of the first line, in pixels.
const dotRoom = control.RowDot + 6

// MinSize implements fyne.Layout.
func (r *nameRow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 18) }

// Layout implements fyne.Layout.
func (r *nameRow) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	h := r.name.HeightFor(size.Width - dotRoom)
	r.name.Move(fyne.NewPos(dotRoom, 0))
	r.name.Resize(fyne.NewSize(size.Width-dotRoom, h))
	r.dot.Move(fyne.NewPos(0, 4.5))
	r.dot.Resize(fyne.NewSize(control.RowDot, control.RowDot))
	r.facts.Move(fyne.NewPos(0, h+control.RowGap))
	r.facts.Resize(fyne.NewSize(size.Width, r.facts.HeightFor(size.Width)))
}

// heightFor is the height of the row in that width, in pixels.
func (r *nameRow) heightFor(width float32) float32 {
	h := r.name.HeightFor(width - dotRoom)
	if r.dense {
		return h
	}
	return h + control.RowGap + r.facts.HeightFor(width)
}

// fill shows an actor or issue in the row.
func (r *nameRow) fill(row listRow, n names.Names, dense bool) {
	r.dense = dense
	r.dot.SetColour(store.ColourOf(row.colour, row.id))
	name, facts := control.Run{Text: row.name, Bold: true}, words.Dotted(row.facts(n)...)
	if dense {
		r.name.SetLines(1)
		r.name.SetRuns(name, control.Caption("   "+facts))
		r.facts.Hide()
		return
	}
	r.name.SetLines(nameLines)
	r.name.SetRuns(name)
	r.facts.SetRuns(control.Caption(facts))
	r.facts.Show()
}
