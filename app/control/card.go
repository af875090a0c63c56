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

	content fyne.CanvasObject
	backing backing
}

// NewCard returns a card round the content.
func NewCard(content fyne.CanvasObject) *Card {
	c := &Card{content: content, backing: backing{style: backsCard, plate: newPlate()}}
	c.ExtendBaseWidget(c)
	return c
}

// HeightFor is the card's height in that width, in pixels.
func (c *Card) HeightFor(width float32) float32 { return cardHeight(c.content, width) }

// Tapped implements fyne.Tappable.
func (c *Card) Tapped(*fyne.PointEvent) {
	focus(c, c)
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// MouseIn implements desktop.Hoverable.
func (c *Card) MouseIn(*desktop.MouseEvent) { c.backing.Hovered = true; c.repaint() }

// MouseMoved implements desktop.Hoverable.
func (c *Card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *Card) MouseOut() { c.backing.Hovered = false; c.repaint() }

// FocusGained implements fyne.Focusable.
func (c *Card) FocusGained() { c.backing.Focused = true; c.repaint() }

// FocusLost implements fyne.Focusable.
func (c *Card) FocusLost() { c.backing.Focused = false; c.repaint() }

// TypedRune implements fyne.Focusable.
func (c *Card) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (c *Card) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if c.OnTapped != nil {
			c.OnTapped()
		}
	default:
		(&Keys{}).passKey(e, c)
	}
}

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer { return newDrawing(c) }

func (c *Card) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.backing.plate.Raster, c.content}
}

func (c *Card) least() fyne.Size {
	width := c.content.MinSize().Width + 2*look.Inset
	return fyne.NewSize(width, c.HeightFor(max(width, c.Size().Width)))
}

func (c *Card) paint() { c.backing.paint() }

func (c *Card) arrange(size fyne.Size) { c.backing.arrange(c.content, size, cardInset) }

func (c *Card) repaint() {
	c.backing.paint()
}

type backingStyle int

const (
	backsCard    backingStyle = iota // a bordered box
	backsRow                         // no border, tinted when selected
	backsNothing                     // nothing at all: the content shows what there is to show
)

// cardInset is the room above and below what a card or row holds, in pixels.
const cardInset float32 = 6

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

// RowCard is the card in a row of a list, or round what has buttons of its own. Unlike a Card it leaves mouse and keyboard to
// these.
type RowCard struct {
	widget.BaseWidget
	content fyne.CanvasObject
	backing backing
}

// NewRowCard returns a card round the content.
func NewRowCard(content fyne.CanvasObject) *RowCard {
	c := &RowCard{content: content, backing: backing{style: backsCard, plate: newPlate()}}
	c.ExtendBaseWidget(c)
	return c
}

// SetHighlight implements Highlighted.
func (c *RowCard) SetHighlight(h Highlight) {
	if c.backing.Highlight != h {
		c.backing.Highlight = h
		c.backing.paint()
	}
}

// Highlight is how the card stands out.
func (c *RowCard) Highlight() Highlight { return c.backing.Highlight }

// HeightFor is the card's height in that width, in pixels.
func (c *RowCard) HeightFor(width float32) float32 { return cardHeight(c.content, width) }

// ContentWidth is the width in pixels that a card of that width leaves its content.
func (c *RowCard) ContentWidth(width float32) float32 { return width - 2*look.Inset }

// CreateRenderer implements fyne.Widget.
func (c *RowCard) CreateRenderer() fyne.WidgetRenderer { return newDrawing(c) }

func (c *RowCard) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.backing.plate.Raster, c.content}
}

func (c *RowCard) least() fyne.Size {
	width := c.content.MinSize().Width + 2*look.Inset
	return fyne.NewSize(width, c.HeightFor(max(width, c.Size().Width)))
}

func (c *RowCard) paint() { c.backing.paint() }

func (c *RowCard) arrange(size fyne.Size) { c.backing.arrange(c.content, size, cardInset) }

// backing is what lies behind a card or a row: the plate, and what it shows.
type backing struct {
	Highlight
	style backingStyle
	plate *plate
}

// arrange places the plate, and the content on it, with so much room above and below, in pixels.
func (b *backing) arrange(content fyne.CanvasObject, size fyne.Size, inset float32) {
	b.plate.place(size)
	place(content, look.Inset, inset, size.Width-2*look.Inset, size.Height-2*inset)
}

func cardHeight(content fyne.CanvasObject, width float32) float32 {
	return heightFor(content, width-2*look.Inset) + 2*cardInset
}

func (b *backing) paint() {
	var fill, border color.NRGBA
	if b.style == backsCard {
		fill, border = look.Color(look.ColorCard), look.Color(look.ColorBorder)
	}
	switch {
	case b.style == backsNothing:
		b.plate.set(fill, border, plateBorder)
		return
	case b.Selected:
		fill = look.Color(look.ColorAccentTint)
		if b.style == backsCard {
			border = look.Color(look.ColorAccent)
		}
	case b.Hovered && b.style == backsCard:
		fill = look.Color(look.ColorCardHover)
	case b.Hovered:
		fill = look.Color(look.ColorHover)
	}
	if b.Focused {
		border = look.Color(look.ColorAccent)
	}
	b.plate.set(fill, border, borderOf(b.Focused))
}
