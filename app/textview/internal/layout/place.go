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
func (p *Page) RowAt(place Place) *Row {
	pos := min(max(place.Pos, 0), p.body.Len())
	i := p.BlockAt(pos)
	if place.Upstream && i > 0 && pos == p.blocks[i].span.Start && !p.blocks[i-1].endsLine {
		i--
	}
	p.wrapBlock(i)
	b := p.blocks[i]
	offset := int32(pos - b.span.Start)
	row := 0
	for row < len(b.ends)-1 && (b.ends[row].pos < offset || (b.ends[row].pos == offset && !place.Upstream)) {
		row++
	}
	return p.Row(i, row)
}

// Point is where a place stands on the page: the upper left end of the caret.
func (p *Page) Point(place Place) (x float32, y float64) {
	row := p.RowAt(place)
	return row.X(place.Pos), p.Top(row.Block) + p.RowTop(row.Index)
}

// At is the place nearest to a point of the page: never within a grapheme
// cluster. Above and below the page it is the nearest row's.
func (p *Page) At(x float32, y float64) Place {
	return p.InRow(p.RowNear(y), x)
}

// RowNear is the row at a height of the page, or the nearest one. A gap
// belongs to the row above it.
func (p *Page) RowNear(y float64) *Row {
	i := p.blockNear(y)
	row := int((y - p.Top(i)) / float64(p.geometry.RowHeight))
	return p.Row(i, min(max(row, 0), p.BlockRows(i)-1))
}

// InRow is the place in a row nearest to x.
func (p *Page) InRow(row *Row, x float32) Place {
	pos := row.At(x)
	pos = p.snap(pos)
	return Place{Pos: pos, Upstream: pos == row.Span.End && !row.Last}
}

// blockNear is the block at a height of the page. It wraps that block and what
// it passes, until the heights agree.
func (p *Page) blockNear(y float64) int {
	i := p.blockByEstimate(y)
	p.wrapBlock(i)
	for i > 0 && y < p.Top(i) {
		i--
		p.wrapBlock(i)
	}
	for i < len(p.blocks)-1 && y >= p.Top(i+1) {
		i++
		p.wrapBlock(i)
	}
	return i
}

// blockByEstimate descends both trees at once.
func (p *Page) blockByEstimate(y float64) int {
	size := 1
	for size*2 <= len(p.blocks) {
		size *= 2
	}
	i, rows, gaps := 0, 0, 0
	for ; size > 0; size /= 2 {
		next := i + size
		if next > len(p.blocks) {
			continue
		}
		r, g := rows+p.rows.tree[next], gaps+p.gaps.tree[next]
		if p.height(r, g) <= y {
			i, rows, gaps = next, r, g
		}
	}
	return min(i, len(p.blocks)-1)
}

// Above and Below are the rows before and after a row; nil at the ends.
func (p *Page) Above(row *Row) *Row {
	if row.Index > 0 {
		return p.Row(row.Block, row.Index-1)
	}
	if row.Block == 0 {
		return nil
	}
	return p.Row(row.Block-1, p.BlockRows(row.Block-1)-1)
}

// Below is the row after a row; nil at the end.
func (p *Page) Below(row *Row) *Row {
	if row.Index+1 < p.BlockRows(row.Block) {
		return p.Row(row.Block, row.Index+1)
	}
	if row.Block+1 == len(p.blocks) {
		return nil
	}
	return p.Row(row.Block+1, 0)
}

// EndPlace is the last place of a row, before white space that hangs over it.
func (r *Row) EndPlace() Place {
	end := r.SeenEnd()
	return Place{Pos: end, Upstream: end == r.Span.End && !r.Last}
}

// snap is the beginning of the grapheme cluster that pos would cut.
func (p *Page) snap(pos int) int {
	if pos <= 0 || pos >= p.body.Len() {
		return pos
	}
	return p.body.Snap(text.Span{Start: pos, End: pos + 1}).Start
}
