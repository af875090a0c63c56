package layout

import "standpoint/store/text"

// Place is where a caret can stand: before a position. Where a row is broken
// without a space, the end of one row and the start of the next are the same
// position; Upstream means the end.
type Place struct {
	Pos      int
	Upstream bool
}

// RowAt is the row of a place: its block and its number in the block. It wraps
// the block.
func (col *Column) RowAt(place Place) *Row {
	pos := min(max(place.Pos, 0), col.body.Len())
	i := col.BlockAt(pos)
	if place.Upstream && i > 0 && pos == col.blocks[i].span.Start && !col.blocks[i-1].endsLine {
		i--
	}
	col.wrapBlock(i)
	b := col.blocks[i]
	offset := int32(pos - b.span.Start)
	row := 0
	for row < len(b.ends)-1 && (b.ends[row].pos < offset || (b.ends[row].pos == offset && !place.Upstream)) {
		row++
	}
	return col.Row(i, row)
}

// Point is where a place stands in the column: the upper left end of the caret.
func (col *Column) Point(place Place) (x float32, y float64) {
	row := col.RowAt(place)
	return row.X(place.Pos), col.Top(row.Block) + col.RowTop(row.Index)
}

// At is the place nearest to a point of the column: never within a grapheme
// cluster. Above and below the column it is the nearest row's.
func (col *Column) At(x float32, y float64) Place {
	return col.InRow(col.RowNear(y), x)
}

// RowNear is the row at a height of the column, or the nearest one. A gap
// belongs to the row above it.
func (col *Column) RowNear(y float64) *Row {
	i := col.blockNear(y)
	row := int((y - col.Top(i)) / float64(col.geometry.RowHeight))
	return col.Row(i, min(max(row, 0), col.BlockRows(i)-1))
}

// InRow is the place in a row nearest to x.
func (col *Column) InRow(row *Row, x float32) Place {
	pos := row.At(x)
	pos = col.snap(pos)
	return Place{Pos: pos, Upstream: pos == row.Span.End && !row.Last}
}

// blockNear is the block at a height of the column. It wraps that block and what
// it passes, until the heights agree.
func (col *Column) blockNear(y float64) int {
	i := col.blockByEstimate(y)
	col.wrapBlock(i)
	for i > 0 && y < col.Top(i) {
		i--
		col.wrapBlock(i)
	}
	for i < len(col.blocks)-1 && y >= col.Top(i+1) {
		i++
		col.wrapBlock(i)
	}
	return i
}

// blockByEstimate descends both trees at once.
func (col *Column) blockByEstimate(y float64) int {
	size := 1
	for size*2 <= len(col.blocks) {
		size *= 2
	}
	i, rows, gaps := 0, 0, 0
	for ; size > 0; size /= 2 {
		next := i + size
		if next > len(col.blocks) {
			continue
		}
		r, g := rows+col.rows.tree[next], gaps+col.gaps.tree[next]
		if col.height(r, g) <= y {
			i, rows, gaps = next, r, g
		}
	}
	return min(i, len(col.blocks)-1)
}

// Above and Below are the rows before and after a row; nil at the ends.
func (col *Column) Above(row *Row) *Row {
	if row.Index > 0 {
		return col.Row(row.Block, row.Index-1)
	}
	if row.Block == 0 {
		return nil
	}
	return col.Row(row.Block-1, col.BlockRows(row.Block-1)-1)
}

// Below is the row after a row; nil at the end.
func (col *Column) Below(row *Row) *Row {
	if row.Index+1 < col.BlockRows(row.Block) {
		return col.Row(row.Block, row.Index+1)
	}
	if row.Block+1 == len(col.blocks) {
		return nil
	}
	return col.Row(row.Block+1, 0)
}

// EndPlace is the last place of a row, before white space that hangs over it.
func (r *Row) EndPlace() Place {
	end := r.SeenEnd()
	return Place{Pos: end, Upstream: end == r.Span.End && !r.Last}
}

// snap is the beginning of the grapheme cluster that pos would cut.
func (col *Column) snap(pos int) int {
	if pos <= 0 || pos >= col.body.Len() {
		return pos
	}
	return col.body.Snap(text.Span{Start: pos, End: pos + 1}).Start
}
