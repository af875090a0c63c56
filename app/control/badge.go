package control

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// Badge is a small rounded label in a palette colour: a sign and a word, as a
// stance is shown.
type Badge struct {
	widget.BaseWidget
	sign, word, colour string
	back               *canvas.Rectangle
	text               *canvas.Text
}

// newBadge returns a badge. Each of sign and word may be empty; colour is a palette name.
func newBadge(sign, word, colour string) *Badge {
	b := &Badge{sign: sign, word: word, colour: colour, back: &canvas.Rectangle{}, text: &canvas.Text{TextSize: look.CaptionSize}}
	b.ExtendBaseWidget(b)
	return b
}

// NewStanceBadge returns the badge of a stance: support, oppose, neutral, unclear, or empty.
func NewStanceBadge(stance string, conditional bool) *Badge {
	s := look.StanceOf(stance, conditional)
	return newBadge(s.Sign, s.Word, s.Colour)
}

// set shows something else.
func (b *Badge) set(sign, word, colour string) {
	if b.sign == sign && b.word == word && b.colour == colour {
		return
	}
	b.sign, b.word, b.colour = sign, word, colour
	b.Refresh()
}

// SetStance shows a stance.
func (b *Badge) SetStance(stance string, conditional bool) {
	s := look.StanceOf(stance, conditional)
	b.set(s.Sign, s.Word, s.Colour)
}

// CreateRenderer implements fyne.Widget.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer { return newDrawing(b) }

// NaturalWidth is the width that shows all of the badge, in pixels.
func (b *Badge) NaturalWidth() float32 {
	return ceil(b.run().width()) + 2*badgeInset
}

const (
	badgeInset  float32 = 7
	badgeHeight float32 = 17
)

func (b *Badge) run() Run {
	return Run{Text: strings.TrimSpace(b.sign + " " + b.word), Size: look.CaptionSize}
}

func (b *Badge) objects() []fyne.CanvasObject { return []fyne.CanvasObject{b.back, b.text} }

func (b *Badge) least() fyne.Size {
	return fyne.NewSize(min(b.NaturalWidth(), 60), badgeHeight)
}

func (b *Badge) paint() {
	tones := look.Tone(b.colour)
	b.back.FillColor, b.text.Color = tones.Badge, tones.OnBadge
	b.back.CornerRadius = badgeHeight / 2
}

func (b *Badge) arrange(size fyne.Size) {
	width := min(size.Width, b.NaturalWidth())
	top := (size.Height - badgeHeight) / 2
	place(b.back, 0, top, width, badgeHeight)
	b.text.Text = Elide(b.run().Text, width-2*badgeInset+1, look.CaptionSize, fyne.TextStyle{})
	height := b.text.MinSize().Height
	place(b.text, badgeInset, top+(badgeHeight-height)/2, width-2*badgeInset, height)
	b.text.Refresh()
}

// Dot is the small disc before a name, in a palette colour.
type Dot struct {
	widget.BaseWidget
	colour string
	disc   *canvas.Circle
}

// NewDot returns a dot in that palette colour; none for an empty name.
func NewDot(colour string) *Dot {
	d := &Dot{colour: colour, disc: &canvas.Circle{}}
	d.ExtendBaseWidget(d)
	return d
}

// SetColour shows another palette colour.
func (d *Dot) SetColour(colour string) {
	if d.colour != colour {
		d.colour = colour
		d.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (d *Dot) CreateRenderer() fyne.WidgetRenderer { return newDrawing(d) }

const dotSize float32 = 8

func (d *Dot) objects() []fyne.CanvasObject { return []fyne.CanvasObject{d.disc} }
func (d *Dot) least() fyne.Size             { return fyne.NewSize(dotSize, dotSize) }

func (d *Dot) paint() {
	d.disc.Hidden = d.colour == ""
	d.disc.FillColor = look.Tone(d.colour).Line
}

func (d *Dot) arrange(size fyne.Size) {
	place(d.disc, 0, (size.Height-dotSize)/2, dotSize, dotSize)
}
