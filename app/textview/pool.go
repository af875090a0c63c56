package textview

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"standpoint/app/textview/internal/layout"
)

// pool hands out canvas objects that were used for an earlier picture, so that
// scrolling makes none.
type pool struct {
	texts   reused[*canvas.Text]
	rects   reused[*canvas.Rectangle]
	rasters reused[*dashes]
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

// reuse takes all objects back for the next picture.
func (p *pool) reuse() {
	p.texts.shrink()
	p.rects.shrink()
	p.rasters.shrink()
	p.texts.used, p.rects.used, p.rasters.used = 0, 0, 0
}

// rect is a filled rectangle.
func (p *pool) rect(x, y, width, height float32, fill color.Color) *canvas.Rectangle {
	r := p.rects.next(func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) })
	r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = fill, nil, 0, 0
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(width, height))
	return r
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
	ink     color.NRGBA
	on, off float32 // lengths
}

func (p *pool) dashed(x, y, width, height, on, off float32, ink color.NRGBA) fyne.CanvasObject {
	d := p.rasters.next(newDashes)
	changed := d.ink != ink || d.on != on || d.off != off
	d.ink, d.on, d.off = ink, on, off
	d.Move(fyne.NewPos(x, y))
	size := fyne.NewSize(width, height)
	if changed && d.Size() == size {
		d.Refresh()
	}
	d.Resize(size)
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
	if w := d.Size().Width; w > 0 {
		scale = float32(width) / w
	}
	on, period := int(d.on*scale+0.5), int((d.on+d.off)*scale+0.5)
	for x := range width {
		if period > 0 && x%period >= on {
			continue
		}
		for y := range height {
			picture.SetNRGBA(x, y, d.ink)
		}
	}
	return picture
}
