package layout

import (
	"cmp"
	"slices"
)

// Beside is the place next to one as it is seen: to its right, or to its left,
// whichever way the letters there run. Beyond the end of a row it is the row above or
// below. At the ends of the text it is the place itself.
func (col *Column) Beside(place Place, right bool) Place {
	row := col.RowAt(place)
	stops := col.stops(row)
	i := slices.Index(stops, place.Pos)
	rightToLeft := col.RightToLeft(row.Block)
	switch {
	case i < 0 && rightToLeft: // where the row is broken, beyond its last letter
	case i < 0:
		i = len(stops)
	}
	if right {
		i++
	} else if i >= 0 {
		i--
	}
	if 0 <= i && i < len(stops) {
		return Place{Pos: stops[i]}
	}
	return col.beyond(row, place, right, right != rightToLeft)
}

// beyond is the first place of the row after, or the last of the row before.
func (col *Column) beyond(row *Row, place Place, right, forward bool) Place {
	next := col.Above(row)
	if forward {
		next = col.Below(row)
	}
	if next == nil {
		return place
	}
	stops := col.stops(next)
	if right {
		return Place{Pos: stops[0]}
	}
	return Place{Pos: stops[len(stops)-1]}
}

// stops are the positions of a row at which a caret can stand, from left to right.
// The end of a row that goes on belongs to the next.
func (col *Column) stops(row *Row) []int {
	type stop struct {
		pos int
		x   float32
	}
	var stops []stop
	for pos := row.Span.Start; pos < row.Span.End; pos = col.body.NextGrapheme(pos) {
		stops = append(stops, stop{pos, row.X(pos)})
	}
	if row.Last || row.Span.Empty() {
		stops = append(stops, stop{row.Span.End, row.X(row.Span.End)})
	}
	if col.RightToLeft(row.Block) {
		slices.Reverse(stops)
	}
	slices.SortStableFunc(stops, func(a, b stop) int { return cmp.Compare(a.x, b.x) })
	positions := make([]int, len(stops))
	for i, s := range stops {
		positions[i] = s.pos
	}
	return positions
}
