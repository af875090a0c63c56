package textview

import (
	"fyne.io/fyne/v2"

	"standpoint/app/textview/internal/layout"
)

// placeAt is the place in the text nearest to a point of the view.
func (v *View) placeAt(at fyne.Position) layout.Place {
	row := v.rowAt(at.Y)
	return v.column.InRow(row, at.X-v.measures.columnX)
}

// rowAt is the row at a height of the view, or the nearest one.
func (v *View) rowAt(y float32) *layout.Row {
	seen := v.column.VisibleRows(v.anchor, float64(v.measures.size.Height))
	for i, row := range seen {
		if float64(y) < row.Y+float64(row.Height) || i == len(seen)-1 {
			return row.Row
		}
	}
	return v.column.Row(v.anchor.Block, v.column.BlockRows(v.anchor.Block)-1)
}

// characterAt is the character under a point: place, or what is before it.
func (v *View) characterAt(at fyne.Position, place layout.Place) int {
	if pos, ok := v.rowAt(at.Y).Under(at.X - v.measures.columnX); ok {
		return pos
	}
	return place.Pos
}

// markAt is the mark on top at a point of the view, in the text or the margin.
func (v *View) markAt(at fyne.Position) MarkID {
	if box, ok := v.drawn.marginAt(at); ok {
		return box.mark
	}
	pos, ok := v.rowAt(at.Y).Under(at.X - v.measures.columnX)
	if !ok {
		return MarkID{}
	}
	if ids := v.marks.over(pos); len(ids) > 0 {
		return ids[0]
	}
	return MarkID{}
}

func (v *View) inBar(at fyne.Position) bool {
	_, _, ok := v.thumb()
	return ok && at.X >= v.measures.size.Width-barWidth
}

// pickAt picks the mark under a point: the shortest, and the next longer one
// each time the same character is clicked again. Where there is none, the current one
// is no more.
func (v *View) pickAt(at fyne.Position) {
	pos, onText := v.rowAt(at.Y).Under(at.X - v.measures.columnX)
	var ids []MarkID
	if onText {
		ids = v.marks.over(pos)
	}
	if len(ids) == 0 {
		v.unpick()
		return
	}
	p := &v.pointer
	if again := p.pickedAt == pos && v.marks.current == ids[p.pickDepth%len(ids)]; again {
		p.pickDepth++
	} else {
		p.pickDepth = 0
	}
	p.pickedAt = pos
	p.pickDepth %= len(ids)
	v.pick(ids[p.pickDepth])
}

func (v *View) pick(id MarkID) {
	v.SetCurrent(id, true)
	if v.OnPick != nil {
		v.OnPick(id)
	}
}

// unpick leaves no mark the current one.
func (v *View) unpick() {
	if _, picked := v.Current(); !picked {
		return
	}
	v.SetCurrent(MarkID{}, false)
	if v.OnUnpick != nil {
		v.OnUnpick()
	}
}
