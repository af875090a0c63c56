package control

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// Card is a bordered box that can be tapped, also with Enter or Space when it has
// the focus. Rows of a VirtualList have the same look without being cards.
type Card struct {
	widget.BaseWidget
	OnTapped func()
	OnMenu   func(at fyne.Position) // second mouse button; the position is the window's

	content fyne.CanvasObject
	frame   frame
}

// NewCard returns a card round the content.
func NewCard(content fyne.CanvasObject) *Card {
	c := &Card{content: content, frame: frame{style: frameCard, plate: newPlate()}}
	c.ExtendBaseWidget(c)
	return c
}

// SetSelected shows the card as the chosen one, or not.
func (c *Card) SetSelected(on bool) {
	if c.frame.Selected != on {
		c.frame.Selected = on
		c.Refresh()
	}
}

// Selected says whether the card is shown as the chosen one.
func (c *Card) Selected() bool { return c.frame.Selected }

// HeightFor is the card's height in that width, in pixels.
func (c *Card) HeightFor(width float32) float32 { return frameHeight(c.content, width) }

// Tapped implements fyne.Tappable.
func (c *Card) Tapped(*fyne.PointEvent) {
	focus(c, c)
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (c *Card) TappedSecondary(e *fyne.PointEvent) {
	if c.OnMenu != nil {
		c.OnMenu(e.AbsolutePosition)
	}
}

// MouseIn implements desktop.Hoverable.
func (c *Card) MouseIn(*desktop.MouseEvent) { c.frame.Hovered = true; c.repaint() }

// MouseMoved implements desktop.Hoverable.
func (c *Card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *Card) MouseOut() { c.frame.Hovered = false; c.repaint() }

// FocusGained implements fyne.Focusable.
func (c *Card) FocusGained() { c.frame.Focused = true; c.repaint() }

// FocusLost implements fyne.Focusable.
func (c *Card) FocusLost() { c.frame.Focused = false; c.repaint() }

// TypedRune implements fyne.Focusable.
func (c *Card) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (c *Card) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if c.OnTapped != nil {
			c.OnTapped()
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer { return newDrawing(c) }

func (c *Card) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.frame.plate.Raster, c.content}
}

func (c *Card) least() fyne.Size {
	width := c.content.MinSize().Width + 2*look.Inset
	return fyne.NewSize(width, c.HeightFor(max(width, c.Size().Width)))
}

func (c *Card) paint() { c.frame.paint() }

func (c *Card) arrange(size fyne.Size) { c.frame.arrange(c.content, size) }

func (c *Card) repaint() {
	c.frame.paint()
}

type frameStyle int

const (
	frameCard   frameStyle = iota // a bordered box
	framePlain                    // no border, tinted when selected
	frameHeader                   // nothing at all, of a row that is a heading
	frameNone                     // nothing at all: the content shows what there is to show
)

// frameInset is the room above and below a framed content, in pixels.
const frameInset float32 = 6

// Highlight is how a row of a list stands out.
type Highlight struct {
	Selected bool
	Focused  bool // it is selected, and the list has the keyboard
	Hovered  bool
}

// Highlighted is the content of a list's row that shows by itself how it stands
// out, as it has more than one part. Its row draws nothing then.
type Highlighted interface {
	SetHighlight(Highlight)
}

// RowCard is the card in such a row. Unlike a Card it leaves mouse and keyboard to
// the list.
type RowCard struct {
	widget.BaseWidget
	content fyne.CanvasObject
	frame   frame
}

// NewRowCard returns a card round the content.
func NewRowCard(content fyne.CanvasObject) *RowCard {
	c := &RowCard{content: content, frame: frame{style: frameCard, plate: newPlate()}}
	c.ExtendBaseWidget(c)
	return c
}

// SetHighlight implements Highlighted.
func (c *RowCard) SetHighlight(h Highlight) {
	if c.frame.Highlight != h {
		c.frame.Highlight = h
		c.frame.paint()
	}
}

// Highlight is how the card stands out.
func (c *RowCard) Highlight() Highlight { return c.frame.Highlight }

// HeightFor is the card's height in that width, in pixels.
func (c *RowCard) HeightFor(width float32) float32 { return frameHeight(c.content, width) }

// ContentWidth is the width in pixels that a card of that width leaves its content.
func (c *RowCard) ContentWidth(width float32) float32 { return width - 2*look.Inset }

// CreateRenderer implements fyne.Widget.
func (c *RowCard) CreateRenderer() fyne.WidgetRenderer { return newDrawing(c) }

func (c *RowCard) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.frame.plate.Raster, c.content}
}

func (c *RowCard) least() fyne.Size {
	width := c.content.MinSize().Width + 2*look.Inset
	return fyne.NewSize(width, c.HeightFor(max(width, c.Size().Width)))
}

func (c *RowCard) paint() { c.frame.paint() }

func (c *RowCard) arrange(size fyne.Size) { c.frame.arrange(c.content, size) }

// frame is the plate behind cards and rows, and what it shows.
type frame struct {
	Highlight
	style frameStyle
	plate *plate
}

// arrange places the plate, and the content on it.
func (f *frame) arrange(content fyne.CanvasObject, size fyne.Size) {
	f.plate.place(size)
	place(content, look.Inset, frameInset, size.Width-2*look.Inset, size.Height-2*frameInset)
}

func frameHeight(content fyne.CanvasObject, width float32) float32 {
	return heightFor(content, width-2*look.Inset) + 2*frameInset
}

func (f *frame) paint() {
	var fill, border color.NRGBA
	if f.style == frameCard {
		fill, border = look.Color(look.ColorCard), look.Color(look.ColorBorder)
	}
	switch {
	case f.style == frameHeader || f.style == frameNone:
		f.plate.set(fill, border)
		return
	case f.Selected:
		fill = look.Color(look.ColorAccentTint)
		if f.style == frameCard {
			border = look.Color(look.ColorAccent)
		}
	case f.Hovered && f.style == frameCard:
		fill = look.Color(look.ColorCardHover)
	case f.Hovered:
		fill = look.Color(look.ColorHover)
	}
	if f.Focused {
		border = look.Color(look.ColorAccent)
	}
	f.plate.set(fill, border)
}
