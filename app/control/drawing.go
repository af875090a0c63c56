package control

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"standpoint/app/look"
	"standpoint/app/paint"
)

// drawn is a widget that keeps its own canvas objects. Fyne throws renderers away
// when a widget has been out of sight for a while, so nothing is kept in them.
type drawn interface {
	fyne.Widget
	objects() []fyne.CanvasObject
	arrange(size fyne.Size) // places the objects in a widget of that size
	least() fyne.Size       // the smallest size that shows all
	paint()                 // sets texts and colours anew, also when the theme changes
}

// drawing is the one renderer of this package.
type drawing struct{ of drawn }

func newDrawing(of drawn) fyne.WidgetRenderer {
	of.paint()
	return &drawing{of: of}
}

func (d *drawing) Layout(size fyne.Size)        { d.of.arrange(size) }
func (d *drawing) MinSize() fyne.Size           { return d.of.least() }
func (d *drawing) Objects() []fyne.CanvasObject { return d.of.objects() }
func (d *drawing) Destroy()                     {}

func (d *drawing) Refresh() {
	d.of.paint()
	d.of.arrange(d.of.Size())
	for _, o := range d.of.objects() {
		o.Refresh()
	}
	canvas.Refresh(d.of)
}

// place moves and resizes an object in one go.
func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

// outline places a bordered rectangle so that the border is inside, as Fyne's entry
// does: a border is drawn half to each side of the edge.
func outline(box *canvas.Rectangle, y, width, height float32) {
	place(box, 0.5, y+0.5, width-1.5, height-1.5)
}

// stroke gives a box a border of that colour, of one pixel; a see-through one
// takes it away, as the graphics card would draw a dark edge for it.
func stroke(box *canvas.Rectangle, c color.Color) {
	box.StrokeColor, box.StrokeWidth = c, 1
	if paint.IsClear(c) {
		box.StrokeWidth = 0
	}
}

// borderOf is how wide the border of a control is, in pixels.
func borderOf(focused bool) float32 {
	if focused {
		return focusBorder
	}
	return plateBorder
}

// newBox is a rectangle with the window's round corners and a border of one pixel.
func newBox() *canvas.Rectangle {
	return &canvas.Rectangle{CornerRadius: look.Radius, StrokeWidth: 1, FillColor: color.Transparent, StrokeColor: color.Transparent}
}

// focus gives a widget the keyboard, if it is in a window. The driver knows the
// canvas of a widget only once it has been painted, so one that was just made is
// looked for in every window.
func focus(w fyne.Focusable, o fyne.CanvasObject) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(w)
		return
	}
	for _, window := range fyne.CurrentApp().Driver().AllWindows() {
		window.Canvas().Focus(w)
	}
}

// over lays a see-through colour over another.
func over(below, above color.NRGBA) color.NRGBA {
	if below.A == 0 {
		return above
	}
	mix := func(b, a uint8) uint8 {
		return uint8((int(b)*(255-int(above.A)) + int(a)*int(above.A)) / 255)
	}
	return color.NRGBA{R: mix(below.R, above.R), G: mix(below.G, above.G), B: mix(below.B, above.B), A: below.A}
}
