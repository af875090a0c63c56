package layout

// Anchor says what is at the top of the view: a point of a block, counted in
// pixels from the block's top. It holds whatever is wrapped above it. The
// offset is negative above the first block, where the header stands.
type Anchor struct {
	Block  int
	Offset float64
}

// Viewport is the window on the page.
type Viewport struct {
	Height float64
	Head   float64 // height of what stands above the first block
	Foot   float64 // empty space below the last one
}

// Start is the anchor at the very top.
func (p *Page) Start(v Viewport) Anchor { return Anchor{Block: 0, Offset: -v.Head} }

// AnchorAt puts the row of a position at the top of the view.
func (p *Page) AnchorAt(pos int, v Viewport) Anchor {
	if pos <= 0 {
		return p.Start(v)
	}
	row := p.RowAt(Place{Pos: pos})
	return p.Move(Anchor{Block: row.Block, Offset: p.RowTop(row.Index)}, 0, v)
}

// Move scrolls by dy pixels, but not beyond the ends. It wraps the blocks that
// it passes.
func (p *Page) Move(a Anchor, dy float64, v Viewport) Anchor {
	a.Offset += dy
	for a.Offset < 0 && a.Block > 0 {
		a.Block--
		a.Offset += p.BlockHeight(a.Block)
	}
	for a.Block < len(p.blocks)-1 && a.Offset >= p.BlockHeight(a.Block) {
		a.Offset -= p.BlockHeight(a.Block)
		a.Block++
	}
	if missing := v.Height - v.Foot - p.below(a, v.Height); missing > 0 {
		a = p.up(a, missing)
	}
	if a.Block == 0 {
		a.Offset = max(a.Offset, -v.Head)
	}
	return a
}

// Bottom is the anchor with which the page's end is in view.
func (p *Page) Bottom(v Viewport) Anchor {
	last := len(p.blocks) - 1
	return p.Move(Anchor{Block: last, Offset: p.BlockHeight(last)}, 0, v)
}

// below is the height of the page below the anchor, or more than enough.
func (p *Page) below(a Anchor, enough float64) float64 {
	height := -a.Offset
	for i := a.Block; i < len(p.blocks) && height < enough; i++ {
		height += p.BlockHeight(i)
	}
	return height
}

func (p *Page) up(a Anchor, by float64) Anchor {
	a.Offset -= by
	for a.Offset < 0 && a.Block > 0 {
		a.Block--
		a.Offset += p.BlockHeight(a.Block)
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
func (p *Page) VisibleRows(a Anchor, height float64) []Seen {
	var seen []Seen
	top := -a.Offset
	for i := a.Block; i < len(p.blocks) && top < height; i++ {
		rows := p.BlockRows(i)
		rowHeight := p.RowHeight(i)
		first := 0
		if top < 0 {
			first = min(rows, int(-top/float64(rowHeight)))
		}
		for r := first; r < rows; r++ {
			y := top + p.RowTop(r)
			if y >= height {
				break
			}
			seen = append(seen, Seen{Row: p.Row(i, r), Y: y, Height: rowHeight})
		}
		top += p.BlockHeight(i)
	}
	return seen
}

// Y is where the top of a row is, counted from the top of the view. The blocks
// between are wrapped first, so it is exact; far away that takes time.
func (p *Page) Y(row *Row, a Anchor) float64 {
	for i := a.Block; i < row.Block; i++ {
		p.wrapBlock(i)
	}
	for i := row.Block; i < a.Block; i++ {
		p.wrapBlock(i)
	}
	return p.Top(row.Block) + p.RowTop(row.Index) - p.Top(a.Block) - a.Offset
}

// FirstPosition is where the first row in view starts.
func (p *Page) FirstPosition(a Anchor) int {
	if a.Offset < 0 {
		return 0
	}
	rows := p.BlockRows(a.Block)
	row := min(rows-1, int(a.Offset/float64(p.RowHeight(a.Block))+0.01))
	return p.Row(a.Block, row).Span.Start
}
