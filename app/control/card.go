package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
	c := &Card{content: content, frame: frame{style: frameCard, box: newBox()}}
	c.ExtendBaseWidget(c)
	return c
}

// SetSelected shows the card as the chosen one, or not.
func (c *Card) SetSelected(on bool) {
	if c.frame.selected != on {
		c.frame.selected = on
		c.Refresh()
	}
}

// Selected says whether the card is shown as the chosen one.
func (c *Card) Selected() bool { return c.frame.selected }

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
func (c *Card) MouseIn(*desktop.MouseEvent) { c.frame.hovered = true; c.repaint() }

// MouseMoved implements desktop.Hoverable.
func (c *Card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *Card) MouseOut() { c.frame.hovered = false; c.repaint() }

// FocusGained implements fyne.Focusable.
func (c *Card) FocusGained() { c.frame.focused = true; c.repaint() }

// FocusLost implements fyne.Focusable.
func (c *Card) FocusLost() { c.frame.focused = false; c.repaint() }

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

func (c *Card) objects() []fyne.CanvasObject { return []fyne.CanvasObject{c.frame.box, c.content} }

func (c *Card) least() fyne.Size {
	width := c.content.MinSize().Width + 2*look.Inset
	return fyne.NewSize(width, c.HeightFor(max(width, c.Size().Width)))
}

func (c *Card) paint() { c.frame.paint() }

func (c *Card) arrange(size fyne.Size) {
	outline(c.frame.box, 0, size.Width, size.Height)
	place(c.content, look.Inset, frameInset, size.Width-2*look.Inset, size.Height-2*frameInset)
}

func (c *Card) repaint() {
	c.frame.paint()
	c.frame.box.Refresh()
}

type frameStyle int

const (
	frameCard   frameStyle = iota // a bordered box
	framePlain                    // no border, tinted when selected
	frameHeader                   // nothing at all
)

// frameInset is the room above and below a framed content, in pixels.
const frameInset float32 = 6

// frame is the box round cards and rows, and what it shows.
type frame struct {
	style                      frameStyle
	box                        *canvas.Rectangle
	hovered, selected, focused bool
}

func frameHeight(content fyne.CanvasObject, width float32) float32 {
	return heightFor(content, width-2*look.Inset) + 2*frameInset
}

func (f *frame) paint() {
	none := look.Color(look.ColorPanel)
	none.A = 0
	fill, border := none, none
	if f.style == frameCard {
		fill, border = look.Color(look.ColorCard), look.Color(look.ColorBorder)
	}
	switch {
	case f.style == frameHeader:
	case f.selected:
		fill = look.Color(look.ColorAccentTint)
		if f.style == frameCard {
			border = look.Color(look.ColorAccent)
		}
	case f.hovered && f.style == frameCard:
		fill = look.Color(look.ColorCardHover)
	case f.hovered:
		fill = look.Color(look.ColorHover)
	}
	if f.focused {
		border = look.Color(look.ColorAccent)
	}
	f.box.FillColor = fill
	stroke(f.box, border)
}
