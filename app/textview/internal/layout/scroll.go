package layout

// Anchor says what is at the top of the view: a point of a block, counted in
// pixels from the block's top. It holds whatever is wrapped above it. The
// offset is negative above the first block, where the header stands.
type Anchor struct {
	Block  int
	Offset float64
}

// Viewport is the window on the column.
type Viewport struct {
	Height float64
	Head   float64 // height of what stands above the first block
	Foot   float64 // empty space below the last one
}

// Start is the anchor at the very top.
func (col *Column) Start(v Viewport) Anchor { return Anchor{Block: 0, Offset: -v.Head} }

// AnchorAt puts the row of a position at the top of the view.
func (col *Column) AnchorAt(pos int, v Viewport) Anchor {
	if pos <= 0 {
		return col.Start(v)
	}
	row := col.RowAt(Place{Pos: pos})
	return col.Move(Anchor{Block: row.Block, Offset: col.RowTop(row.Index)}, 0, v)
}

// Move scrolls by dy pixels, but not beyond the ends. It wraps the blocks that
// it passes.
func (col *Column) Move(a Anchor, dy float64, v Viewport) Anchor {
	a.Offset += dy
	for a.Offset < 0 && a.Block > 0 {
		a.Block--
		a.Offset += col.BlockHeight(a.Block)
	}
	for a.Block < len(col.blocks)-1 && a.Offset >= col.BlockHeight(a.Block) {
		a.Offset -= col.BlockHeight(a.Block)
		a.Block++
	}
	if missing := v.Height - v.Foot - col.below(a, v.Height); missing > 0 {
		a = col.up(a, missing)
	}
	if a.Block == 0 {
		a.Offset = max(a.Offset, -v.Head)
	}
	return a
}

// Bottom is the anchor with which the column's end is in view.
func (col *Column) Bottom(v Viewport) Anchor {
	last := len(col.blocks) - 1
	return col.Move(Anchor{Block: last, Offset: col.BlockHeight(last)}, 0, v)
}

// below is the height of the column below the anchor, or more than enough.
func (col *Column) below(a Anchor, enough float64) float64 {
	height := -a.Offset
	for i := a.Block; i < len(col.blocks) && height < enough; i++ {
		height += col.BlockHeight(i)
	}
	return height
}

func (col *Column) up(a Anchor, by float64) Anchor {
	a.Offset -= by
	for a.Offset < 0 && a.Block > 0 {
		a.Block--
		a.Offset += col.BlockHeight(a.Block)
	}
	return a
}

// Seen is a row in view and where it is, counted from the top of the view.
type Seen struct {
	*Row
	Y      float64
	Height float32
}

// VisibleRows are the rows in view below the anchor, within a height.
func (col *Column) VisibleRows(a Anchor, height float64) []Seen {
	var seen []Seen
	top := -a.Offset
	for i := a.Block; i < len(col.blocks) && top < height; i++ {
		rows := col.BlockRows(i)
		rowHeight := col.RowHeight(i)
		first := 0
		if top < 0 {
			first = min(rows, int(-top/float64(rowHeight)))
		}
		for r := first; r < rows; r++ {
			y := top + col.RowTop(r)
			if y >= height {
				break
			}
			seen = append(seen, Seen{Row: col.Row(i, r), Y: y, Height: rowHeight})
		}
		top += col.BlockHeight(i)
	}
	return seen
}

// Y is where the top of a row is, counted from the top of the view. The blocks
// between are wrapped first, so it is exact; far away that takes time.
func (col *Column) Y(row *Row, a Anchor) float64 {
	for i := a.Block; i < row.Block; i++ {
		col.wrapBlock(i)
	}
	for i := row.Block; i < a.Block; i++ {
		col.wrapBlock(i)
	}
	return col.Top(row.Block) + col.RowTop(row.Index) - col.Top(a.Block) - a.Offset
}

// FirstPosition is where the first row in view starts.
func (col *Column) FirstPosition(a Anchor) int {
	if a.Offset < 0 {
		return 0
	}
	rows := col.BlockRows(a.Block)
	row := min(rows-1, int(a.Offset/float64(col.RowHeight(a.Block))+0.01))
	return col.Row(a.Block, row).Span.Start
}
