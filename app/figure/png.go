package figure

import (
	"image"
	"image/png"
	"io"
	"math"
)

// sharp is how many pixels a picture has to each of its own.
const sharp = 2

// largest is how many pixels a PNG has at most on a side.
const largest = 16000

// PNG writes a picture as PNG, two pixels to each of the picture, or as many as there is room for.
func (p *Picture) PNG(w io.Writer, t Theme) error { return png.Encode(w, p.Image(t)) }

// Image draws a picture, two pixels to each of its own.
func (p *Picture) Image(t Theme) image.Image {
	scale := min(sharp, largest/p.Width, largest/p.Height)
	to := newBitmap(image.NewRGBA(image.Rect(0, 0, int(math.Ceil(p.Width*scale)), int(math.Ceil(p.Height*scale)))), Point{}, scale, t)
	to.clear()
	for _, s := range p.printed() {
		to.draw(&s)
	}
	return to.into
}
