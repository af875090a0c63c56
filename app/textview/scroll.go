package textview

import (
	"math"

	"fyne.io/fyne/v2"

	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

const (
	wheelGain   = 2.5 // Fyne reports 25 pixels for a click of the wheel, which is less than a row
	pageOverlap = 2   // rows that stay in view when scrolling by a page
	leastThumb  = 28  // length of the scroll bar's thumb
	thumbWidth  = 6   // of the thumb
	barInset    = 3   // between thumb and edge
)

// scrollTo puts the anchor at the top of the view.
func (v *View) scrollTo(a layout.Anchor) {
	v.anchor = a
	v.first = v.column.FirstPosition(a)
	v.redraw()
}

func (v *View) scrollBy(dy float64) {
	if !v.layOut() {
		return
	}
	v.scrollTo(v.column.Move(v.anchor, dy, v.viewport()))
	if v.OnScroll != nil {
		v.OnScroll()
	}
}

// Scrolled implements fyne.Scrollable.
func (v *View) Scrolled(e *fyne.ScrollEvent) {
	v.scrollBy(math.Round(-wheelGain * float64(e.Scrolled.DY)))
}

func (v *View) pageHeight() float64 {
	rows := max(1, int(v.measures.size.Height/v.measures.rowHeight)-pageOverlap)
	return float64(rows) * float64(v.measures.rowHeight)
}

// reveal scrolls so that the beginning of the span is in view, and its end if
// there is room. What is in view already does not move.
func (v *View) reveal(s text.Span) {
	row := v.column.RowAt(layout.Place{Pos: s.Start})
	height := float64(v.measures.size.Height)
	if y, near := v.nearY(row); near {
		last := v.column.RowAt(layout.Place{Pos: max(s.Start, s.End-1)})
		bottom := min(v.column.Y(last, v.anchor)+float64(v.measures.rowHeight), y+height/2)
		if y >= 0 && bottom <= height {
			return
		}
	}
	a := layout.Anchor{Block: row.Block, Offset: v.column.RowTop(row.Index)}
	v.scrollTo(v.column.Move(a, -height/3, v.viewport()))
}

// nearY is where a row is, counted from the top of the view, if it is not far
// away.
func (v *View) nearY(row *layout.Row) (y float64, near bool) {
	far := v.first + 2*v.pagePositions()
	if row.Span.Start > far || row.Span.End < v.first-v.pagePositions() {
		return 0, false
	}
	return v.column.Y(row, v.anchor), true
}

// followCaret scrolls as little as needed to keep the caret in view.
func (v *View) followCaret() {
	row := v.column.RowAt(v.selection.caret)
	y, near := v.nearY(row)
	height, rowHeight := float64(v.measures.size.Height), float64(v.measures.rowHeight)
	switch {
	case !near:
		v.reveal(text.Span{Start: v.selection.caret.Pos, End: v.selection.caret.Pos})
	case row.Block == 0 && row.Index == 0 && y < float64(v.measures.head):
		v.scrollTo(v.column.Start(v.viewport()))
	case y < rowHeight/2:
		v.scrollBy(y - rowHeight/2)
	case y+1.5*rowHeight > height:
		v.scrollBy(y + 1.5*rowHeight - height)
	}
}

// showWholeRow scrolls as little as needed to see all of a row.
func (v *View) showWholeRow(row *layout.Row) {
	y, near := v.nearY(row)
	height, rowHeight := float64(v.measures.size.Height), float64(v.measures.rowHeight)
	switch {
	case !near:
	case y < 0:
		v.scrollBy(y)
	case y+rowHeight > height:
		v.scrollBy(y + rowHeight - height)
	}
}

// pagePositions is about how many code points are in view. It does not depend
// on which, so that the scroll bar's thumb keeps its length.
func (v *View) pagePositions() int {
	rows := v.measures.size.Height / v.measures.rowHeight
	return int(float64(rows) * v.column.PositionsPerRow() * 0.85)
}

// thumb is where the scroll bar's thumb is, if there is one.
func (v *View) thumb() (top, length float32, ok bool) {
	if v.column == nil || !v.overflows() {
		return 0, 0, false
	}
	track := v.measures.size.Height
	total := float32(v.body.Len())
	length = min(track, max(leastThumb, track*min(1, float32(v.pagePositions())/total)))
	at := v.fraction()
	return at * (track - length), length, true
}

// overflows says that not all of the text fits the view.
func (v *View) overflows() bool {
	start, end := v.column.Start(v.viewport()), v.column.Move(v.anchor, 1, v.viewport())
	return v.anchor != start || end != start
}

// fraction is how far the view is scrolled, from 0 at the top to 1 at the end.
func (v *View) fraction() float32 {
	if v.anchor == v.column.Start(v.viewport()) {
		return 0
	}
	if v.column.Move(v.anchor, 1, v.viewport()) == v.anchor {
		return 1
	}
	scrollable := max(1, v.body.Len()-v.pagePositions())
	return min(0.999, max(0.001, float32(v.first)/float32(scrollable)))
}

// dragBar scrolls so that the thumb's top is at y.
func (v *View) dragBar(y float32) {
	_, length, ok := v.thumb()
	if !ok {
		return
	}
	at := y / max(1, v.measures.size.Height-length)
	switch {
	case at <= 0:
		v.scrollTo(v.column.Start(v.viewport()))
	case at >= 1:
		v.scrollTo(v.column.Bottom(v.viewport()))
	default:
		scrollable := max(1, v.body.Len()-v.pagePositions())
		v.scrollTo(v.column.AnchorAt(int(at*float32(scrollable)), v.viewport()))
	}
}

// SetReadingPosition scrolls so that the row with the code point is the first one in
// view. The very beginning shows the header.
func (v *View) SetReadingPosition(cp int) {
	v.onceLaidOut(func() { v.scrollTo(v.column.AnchorAt(cp, v.viewport())) })
}

// ReadingPosition is the first visible code point.
func (v *View) ReadingPosition() int { return v.first }

// Reveal scrolls so that the span is in view, if it is not.
func (v *View) Reveal(s text.Span) {
	v.onceLaidOut(func() { v.reveal(s) })
}

// InView reports whether some of the span is in view.
func (v *View) InView(s text.Span) bool {
	if v.body == nil || !v.layOut() {
		return false
	}
	seen := v.column.VisibleRows(v.anchor, float64(v.measures.size.Height))
	if len(seen) == 0 {
		return false
	}
	return s.Overlaps(text.Span{Start: seen[0].Span.Start, End: seen[len(seen)-1].Span.End})
}

// onceLaidOut does what needs the text laid out: now, or as soon as the size is
// known.
func (v *View) onceLaidOut(do func()) {
	if v.body == nil {
		return
	}
	if !v.layOut() {
		v.waiting = append(v.waiting, do)
		return
	}
	do()
}
