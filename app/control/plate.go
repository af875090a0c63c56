package control

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"standpoint/app/look"
)

// plate is what lies behind a card or a row: one colour with round corners, and a border
// within its edge. It is computed when it changes, as a picture of its size. A rectangle
// looks the same, but without a graphics card its corners and its border are computed
// again for each picture, at every pixel of it.
type plate struct {
	*canvas.Raster
	fill, border color.NRGBA
	line         float32 // how wide the border is, in pixels
}

// How wide borders are, in pixels: of what has the keyboard by more than its colour.
const (
	plateBorder float32 = 1
	focusBorder float32 = 2
)

func newPlate() *plate {
	p := &plate{line: plateBorder}
	p.Raster = canvas.NewRaster(p.draw)
	p.ScaleMode = canvas.ImageScalePixels
	p.Hidden = true
	return p
}

// set gives the plate its colours, and the border its width. Without any colour it is not drawn at all.
func (p *plate) set(fill, border color.NRGBA, line float32) {
	if p.fill == fill && p.border == border && p.line == line {
		return
	}
	p.fill, p.border, p.line = fill, border, line
	p.Hidden = fill.A == 0 && border.A == 0
	p.Refresh()
}

// place puts the plate into a widget of that size, a pixel from its left and upper edge.
func (p *plate) place(size fyne.Size) { place(p.Raster, 1, 1, size.Width-1, size.Height-1) }

// draw computes the picture. All rows between the corners are the same one.
func (p *plate) draw(width, height int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	scale := float32(1)
	if w := p.Size().Width; w > 0 {
		scale = float32(width) / w
	}
	corner := int(math.Ceil(float64(max(look.Radius, p.line)*scale))) + 1
	if height <= 2*corner || width <= 2*corner {
		corner = max(width, height)
	}
	for y := range height {
		row := picture.Pix[y*picture.Stride : (y+1)*picture.Stride]
		if y > corner && y < height-corner {
			copy(row, picture.Pix[corner*picture.Stride:])
			continue
		}
		for x := range width {
			if x > corner && x < width-corner {
				copy(row[4*x:4*x+4], row[4*corner:])
				continue
			}
			c := p.at(float32(x)+0.5, float32(y)+0.5, float32(width)/2, float32(height)/2, scale)
			copy(row[4*x:], []uint8{c.R, c.G, c.B, c.A})
		}
	}
	return picture
}

// at is the colour at a point of a plate whose middle is at (halfWidth, halfHeight).
func (p *plate) at(x, y, halfWidth, halfHeight, scale float32) color.RGBA {
	radius := min(look.Radius*scale, halfWidth, halfHeight)
	dx := float64(abs(x-halfWidth) - halfWidth + radius)
	dy := float64(abs(y-halfHeight) - halfHeight + radius)
	beyond := float32(math.Hypot(max(dx, 0), max(dy, 0))+min(max(dx, dy), 0)) - radius // the edge
	whole := min(max(0.5-beyond, 0), 1)
	within := whole
	if p.border.A > 0 {
		line := max(1, float32(math.Round(float64(p.line*scale))))
		within = min(max(0.5-beyond-line, 0), 1)
	}
	mix := func(fill, border uint8) uint8 {
		return uint8(float32(fill)*float32(p.fill.A)/255*within + float32(border)*float32(p.border.A)/255*(whole-within) + 0.5)
	}
	return color.RGBA{
		R: mix(p.fill.R, p.border.R), G: mix(p.fill.G, p.border.G), B: mix(p.fill.B, p.border.B), A: mix(255, 255),
	}
}

func abs(v float32) float32 { return max(v, -v) }
