package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// chip is a name in a small box, with a dot and a cross that takes it away. Words that are too long for a line go on below it, as an
// unnamed source is recognised by its last words.
type chip struct {
	widget.BaseWidget
	OnRemove func() // nil: no cross

	box   *canvas.Rectangle
	dot   *Dot
	name  *RichLine
	cross *RichLine
	over  bool // the pointer is on the cross
	tip   tip
}

// newChip returns a chip of something that was picked, in italics of mere words.
func newChip(i Item) *chip {
	runs := []Run{{Text: i.Name, Italic: i.Words}}
	if i.Apart != "" {
		runs = append(runs, Caption("  "+i.Apart))
	}
	c := &chip{box: newBox(), dot: NewDot(i.Colour), name: NewRichLine(chipLines, runs...), cross: newText("×")}
	c.tip.text = removeWords(i.Name)
	c.ExtendBaseWidget(c)
	return c
}

const (
	chipHeight float32 = 22 // with one line
	crossRoom  float32 = 18
	chipLines          = 3 // at most
)

// Tapped implements fyne.Tappable.
func (c *chip) Tapped(e *fyne.PointEvent) {
	if c.onCross(e.Position) {
		c.tip.out(c)
		c.OnRemove()
	}
}

// Tooltip says what the cross does.
func (c *chip) Tooltip() string { return c.tip.text }

// MouseIn implements desktop.Hoverable.
func (c *chip) MouseIn(e *desktop.MouseEvent) { c.hover(c.onCross(e.Position)) }

// MouseMoved implements desktop.Hoverable.
func (c *chip) MouseMoved(e *desktop.MouseEvent) { c.hover(c.onCross(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (c *chip) MouseOut() { c.hover(false) }

func (c *chip) hover(over bool) {
	if c.over == over {
		return
	}
	c.over = over
	if over {
		c.tip.in(c)
	} else {
		c.tip.out(c)
	}
	c.Refresh()
}

func (c *chip) onCross(at fyne.Position) bool {
	return c.OnRemove != nil && at.X >= c.Size().Width-crossRoom
}

// NaturalWidth is the width that shows the whole name, in pixels.
func (c *chip) NaturalWidth() float32 {
	return c.name.NaturalWidth() + c.before() + c.after()
}

// HeightFor is the height in that width, in pixels.
func (c *chip) HeightFor(width float32) float32 {
	return chipHeight + c.name.HeightFor(c.room(width)) - c.line()
}

// room is what the name has of that width.
func (c *chip) room(width float32) float32 { return max(width-c.before()-c.after(), 0) }

// line is the height of one line of the name.
func (c *chip) line() float32 { return c.name.HeightFor(c.name.NaturalWidth()) }

// CreateRenderer implements fyne.Widget.
func (c *chip) CreateRenderer() fyne.WidgetRenderer { return newDrawing(c) }

func (c *chip) before() float32 {
	if c.dot.colour == "" {
		return look.Inset
	}
	return look.Inset + dotSize + 5
}

func (c *chip) after() float32 {
	if c.OnRemove == nil {
		return look.Inset
	}
	return crossRoom
}

func (c *chip) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.box, c.dot, c.name, c.cross}
}

func (c *chip) least() fyne.Size {
	width := min(c.NaturalWidth(), 70)
	return fyne.NewSize(width, c.HeightFor(max(width, c.Size().Width)))
}

func (c *chip) paint() {
	c.box.FillColor, c.box.StrokeColor = look.Color(look.ColorKeyCap), look.Color(look.ColorFieldBorder)
	c.cross.Hidden = c.OnRemove == nil
	colour := look.ColorMuted
	if c.over {
		colour = look.ColorError
	}
	c.cross.SetRuns(Run{Text: "×", Colour: colour, Bold: c.over})
}

func (c *chip) arrange(size fyne.Size) {
	outline(c.box, 0, size.Width, size.Height)
	place(c.dot, look.Inset, 0, dotSize, chipHeight)
	room := c.room(size.Width)
	top := (chipHeight - c.line()) / 2
	place(c.name, c.before(), top, room, c.name.HeightFor(room))
	place(c.cross, size.Width-crossRoom+5, top, crossRoom, c.line())
}
