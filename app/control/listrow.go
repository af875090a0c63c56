package control

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// listContent is what a VirtualList scrolls: as high as all rows, holding only those in sight.
type listContent struct {
	widget.BaseWidget
	list *VirtualList
	rows []fyne.CanvasObject // in sight, in their order
	held fyne.KeyModifier    // while the mouse went down between two rows
}

func newListContent(l *VirtualList) *listContent {
	c := &listContent{list: l}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *listContent) CreateRenderer() fyne.WidgetRenderer { return newDrawing(c) }

func (c *listContent) objects() []fyne.CanvasObject { return c.rows }

func (c *listContent) least() fyne.Size {
	if len(c.list.heights.row) == 0 {
		return fyne.Size{}
	}
	return fyne.NewSize(0, c.list.heights.total()-rowSpace+2*listEdge)
}

func (c *listContent) paint()            {}
func (c *listContent) arrange(fyne.Size) {}

// MouseDown implements desktop.Mouseable.
func (c *listContent) MouseDown(e *desktop.MouseEvent) { c.held = e.Modifier }

// MouseUp implements desktop.Mouseable.
func (c *listContent) MouseUp(*desktop.MouseEvent) {}

// Tapped implements fyne.Tappable: the room below a row is a part of it.
func (c *listContent) Tapped(e *fyne.PointEvent) {
	with := c.held
	c.held = 0
	if i, ok := c.rowOver(e.Position); ok {
		c.list.tapped(i, with)
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (c *listContent) TappedSecondary(e *fyne.PointEvent) {
	if i, ok := c.rowOver(e.Position); ok {
		c.list.menuAt(i, e.AbsolutePosition)
	}
}

// rowOver is the row in the room below which a place is; false below the last one.
func (c *listContent) rowOver(at fyne.Position) (int, bool) {
	h := &c.list.heights
	if len(h.row) == 0 || at.Y-listEdge >= h.total() {
		return 0, false
	}
	return h.at(at.Y - listEdge), true
}

// listRow is one row in sight.
type listRow struct {
	widget.BaseWidget
	list    *VirtualList
	index   int
	backing backing
	content fyne.CanvasObject
	sign    fyne.CanvasObject // says that the row is one of several that are selected together; nil until it is
	held    fyne.KeyModifier  // while the mouse went down
}

// The sizes of the sign of what is selected together, in pixels: of a tick, and the width of a bar.
const (
	tickSize float32 = 16
	barWidth float32 = 4
)

// MouseDown implements desktop.Mouseable.
func (r *listRow) MouseDown(e *desktop.MouseEvent) { r.held = e.Modifier }

// MouseUp implements desktop.Mouseable.
func (r *listRow) MouseUp(*desktop.MouseEvent) {}

// Tapped implements fyne.Tappable.
func (r *listRow) Tapped(e *fyne.PointEvent) {
	with := r.held
	r.held = 0
	second := r.list.isSecond(r.index)
	switch pressed := r.list.OnPressed; {
	case with == 0 && second && r.list.OnTwice != nil:
		r.list.OnTwice(r.index)
		return
	case with == 0 && pressed != nil && pressed(r.content, e.Position.Subtract(r.content.Position())):
		return
	}
	r.list.tapped(r.index, with)
}

// rowClick is one on a row, at a time.
type rowClick struct {
	row int
	at  time.Time
}

// clickPause is within which two clicks are one after the other.
const clickPause = 450 * time.Millisecond

// isSecond notes a click on a row, and reports whether there was one just before. Three are two and one.
func (l *VirtualList) isSecond(row int) bool {
	before, now := l.clicked, rowClick{row, time.Now()}
	if before.row == row && now.at.Sub(before.at) <= clickPause {
		l.clicked = rowClick{row: -1}
		return true
	}
	l.clicked = now
	return false
}

// TappedSecondary implements fyne.SecondaryTappable.
func (r *listRow) TappedSecondary(e *fyne.PointEvent) { r.list.menuAt(r.index, e.AbsolutePosition) }

// MouseIn implements desktop.Hoverable.
func (r *listRow) MouseIn(*desktop.MouseEvent) { r.backing.Hovered = true; r.repaint() }

// MouseMoved implements desktop.Hoverable.
func (r *listRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *listRow) MouseOut() { r.backing.Hovered = false; r.repaint() }

// CreateRenderer implements fyne.Widget.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer { return newDrawing(r) }

func (r *listRow) objects() []fyne.CanvasObject {
	if r.sign == nil {
		return []fyne.CanvasObject{r.backing.plate.Raster, r.content}
	}
	return []fyne.CanvasObject{r.backing.plate.Raster, r.content, r.sign}
}

func (r *listRow) least() fyne.Size {
	return r.content.MinSize().AddWidthHeight(2*look.Inset, 2*r.list.inset)
}

func (r *listRow) paint() {
	r.backing.paint()
	if bar, ok := r.sign.(*canvas.Rectangle); ok {
		bar.FillColor = look.Color(look.ColorAccent)
	}
}

func (r *listRow) arrange(size fyne.Size) {
	r.backing.arrange(r.content, size, r.list.inset)
	switch {
	case r.sign == nil:
	case r.list.HasBoxes:
		place(r.sign, 0, 0, barWidth, size.Height)
	default:
		place(r.sign, size.Width-tickSize-2, size.Height-tickSize-2, tickSize, tickSize)
	}
}

// newSign is what says of a row that it is one of several that are selected together.
func (r *listRow) newSign() fyne.CanvasObject {
	if r.list.HasBoxes {
		return canvas.NewRectangle(nil) // in the colour that paint gives it
	}
	return widget.NewIcon(theme.NewColoredResource(theme.CheckButtonCheckedIcon(), look.ColorAccent))
}

// highlight shows how the row stands out, and whether it is one of several that are selected together.
func (r *listRow) highlight(h Highlight, together bool) {
	r.backing.Highlight = h
	if r.sign == nil && together {
		r.sign = r.newSign()
		r.Refresh()
	}
	if r.sign != nil && r.sign.Visible() != together {
		if together {
			r.sign.Show()
		} else {
			r.sign.Hide()
		}
		r.Refresh()
	}
	r.repaint()
}

func (r *listRow) repaint() {
	if content, ok := r.content.(Highlighted); ok {
		content.SetHighlight(r.backing.Highlight)
		return
	}
	r.backing.paint()
}

// Measures of the rows of lists that have a dot and two lines, in pixels.
const (
	RowDot = 8 // the dot
	RowGap = 3 // between the lines
)
