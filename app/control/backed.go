package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
	"standpoint/app/paint"
)

// backed is an object before a colour.
type backed struct {
	widget.BaseWidget
	content fyne.CanvasObject
	back    *canvas.Image
	colour  fyne.ThemeColorName
}

// Backed shows an object before one of the window's colours, and follows the theme. It
// must have nothing behind it: where the colour is that of the window itself, nothing
// is drawn.
func Backed(colour fyne.ThemeColorName, content fyne.CanvasObject) fyne.CanvasObject {
	b := &backed{content: content, back: paint.NewArea(), colour: colour}
	b.ExtendBaseWidget(b)
	return b
}

// HeightFor is the content's height in that width.
func (b *backed) HeightFor(width float32) float32 { return heightFor(b.content, width) }

// CreateRenderer implements fyne.Widget.
func (b *backed) CreateRenderer() fyne.WidgetRenderer { return newDrawing(b) }

func (b *backed) objects() []fyne.CanvasObject { return []fyne.CanvasObject{b.back, b.content} }
func (b *backed) paint()                       { paint.Ground(b.back, look.Color(b.colour)) }
func (b *backed) least() fyne.Size             { return b.content.MinSize() }

func (b *backed) arrange(size fyne.Size) {
	b.back.Resize(size)
	b.content.Resize(size)
}
