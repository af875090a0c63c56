package textview

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"standpoint/app/paint"
	"standpoint/app/textview/internal/layout"
)

// pool hands out canvas objects that were used for an earlier picture, so that
// scrolling makes few.
type pool struct {
	texts  reused[*canvas.Text]
	areas  alike[areaShape, *canvas.Image]
	dashes alike[dashShape, *dashes]
}

// reused is a stock of objects of which the first ones are in use.
type reused[T any] struct {
	stock []T
	used  int
}

func (r *reused[T]) next(fresh func() T) T {
	if r.used == len(r.stock) {
		r.stock = append(r.stock, fresh())
	}
	r.used++
	return r.stock[r.used-1]
}

// shrink lets go of objects when far fewer are in use than there are.
func (r *reused[T]) shrink() {
	if keep := 2*r.used + 64; len(r.stock) > keep {
		clear(r.stock[keep:])
		r.stock = r.stock[:keep]
	}
}

// alike is a stock of objects by their shape: what has the same one in two pictures is
// the same object, only moved. Fyne uploads the pixels of any other one anew. Of several alike the first stays the first: where another
// object stands in the tree than before, Fyne lays the tree out again, and so would draw without end.
type alike[S comparable, T any] struct {
	used, free map[S][]T
	spare      []T // of shapes that were not wanted again
}

// mostSpare is how many objects are kept for other shapes.
const mostSpare = 64

func (a *alike[S, T]) next(shape S, fresh func() T, form func(T)) T {
	var object T
	if same := a.free[shape]; len(same) > 0 {
		object = same[0]
		a.free[shape] = same[1:]
	} else {
		if last := len(a.spare) - 1; last >= 0 {
			object, a.spare = a.spare[last], a.spare[:last]
		} else {
			object = fresh()
		}
		form(object)
	}
	if a.used == nil {
		a.used = map[S][]T{}
	}
	a.used[shape] = append(a.used[shape], object)
	return object
}

// reuse takes all objects back for the next picture.
func (a *alike[S, T]) reuse() {
	for _, rest := range a.free {
		room := max(mostSpare-len(a.spare), 0)
		a.spare = append(a.spare, rest[:min(room, len(rest))]...)
	}
	clear(a.free)
	a.used, a.free = a.free, a.used
}

// reuse takes all objects back for the next picture.
func (p *pool) reuse() {
	p.texts.shrink()
	p.texts.used = 0
	p.areas.reuse()
	p.dashes.reuse()
}

// areaShape is all of an area but its place.
type areaShape struct {
	size   fyne.Size
	radius float32
	fill   color.NRGBA
}

// area is a rectangle of one colour, with round corners if radius is more than 0.
func (p *pool) area(x, y, width, height, radius float32, fill color.NRGBA) *canvas.Image {
	shape := areaShape{fyne.NewSize(width, height), radius, fill}
	area := p.areas.next(shape, paint.NewArea, func(area *canvas.Image) {
		area.CornerRadius = radius
		area.Resize(shape.size)
		paint.Fill(area, fill)
	})
	area.Move(fyne.NewPos(x, y))
	return area
}

// run is a part of a row; x and y are the upper left corner of the row's text.
func (p *pool) run(run layout.Run, f *font, x, y float32, ink color.Color) *canvas.Text {
	t := p.texts.next(func() *canvas.Text { return canvas.NewText("", color.Transparent) })
	t.Text, t.TextSize, t.TextStyle, t.FontSource, t.Color = run.Text, f.size, f.style, f.source, ink
	x += run.X
	width := run.Width
	if run.StandIn {
		// Fyne sets the base line by the highest of the fonts in a string, which may all be
		// of the system; a space before them has one be the font that stands in.
		t.FontSource, t.Text = f.standIn, " "+run.Text
		x, y, width = x-f.space, y+f.drop, width+f.space
	}
	t.Move(fyne.NewPos(x, y))
	t.Resize(fyne.NewSize(width, f.height))
	return t
}

// dashes is a broken line, drawn pixel by pixel: one object however long.
type dashes struct {
	*canvas.Raster
	shape dashShape
}

// dashShape is all of a broken line but its place.
type dashShape struct {
	size    fyne.Size
	on, off float32 // lengths
	ink     color.NRGBA
}

func (p *pool) dashed(x, y, width, height, on, off float32, ink color.NRGBA) fyne.CanvasObject {
	shape := dashShape{fyne.NewSize(width, height), on, off, ink}
	d := p.dashes.next(shape, newDashes, func(d *dashes) {
		d.shape = shape
		d.Resize(shape.size)
		d.Refresh()
	})
	d.Move(fyne.NewPos(x, y))
	return d.Raster
}

func newDashes() *dashes {
	d := &dashes{}
	d.Raster = canvas.NewRaster(d.paint)
	return d
}

func (d *dashes) paint(width, height int) image.Image {
	picture := image.NewNRGBA(image.Rect(0, 0, width, height))
	scale := float32(1)
	if w := d.shape.size.Width; w > 0 {
		scale = float32(width) / w
	}
	on, period := int(d.shape.on*scale+0.5), int((d.shape.on+d.shape.off)*scale+0.5)
	for x := range width {
		if period > 0 && x%period >= on {
			continue
		}
		for y := range height {
			picture.SetNRGBA(x, y, d.shape.ink)
		}
	}
	return picture
}
