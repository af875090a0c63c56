package figure

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/vector"
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
	size := image.Rect(0, 0, int(math.Ceil(p.Width*scale)), int(math.Ceil(p.Height*scale)))
	to := newImagePen(size, Point{}, scale, t)
	for _, s := range p.printed() {
		s.draw(to, t)
	}
	return to.into
}

// newImagePen begins a picture of a size with its page, from a place of the whole on.
func newImagePen(size image.Rectangle, from Point, scale float64, t Theme) *imagePen {
	to := &imagePen{into: image.NewRGBA(size), from: from, scale: scale, area: &vector.Rasterizer{}}
	draw.Draw(to.into, size, image.NewUniform(to.colour(t[Page])), image.Point{}, draw.Src)
	return to
}

// imagePen draws into an image. Lines are drawn as the areas that they cover.
type imagePen struct {
	into  *image.RGBA
	from  Point // of the picture, that is drawn at the upper left
	scale float64
	paths [][]Point
	area  *vector.Rasterizer // used again and again
}

// at is where a place of the picture is drawn.
func (p *imagePen) at(x Point) Point {
	return Point{(x.X - p.from.X) * p.scale, (x.Y - p.from.Y) * p.scale}
}

func (p *imagePen) moveTo(at Point) {
	p.paths = append(p.paths, []Point{p.at(at)})
}

func (p *imagePen) lineTo(at Point) {
	last := &p.paths[len(p.paths)-1]
	*last = append(*last, p.at(at))
}

func (p *imagePen) curveTo(a, b, to Point) {
	last := p.paths[len(p.paths)-1]
	from := last[len(last)-1]
	from = Point{from.X/p.scale + p.from.X, from.Y/p.scale + p.from.Y}
	const steps = 6
	for i := 1; i <= steps; i++ {
		s := float64(i) / steps
		ab, bc, cd := between(from, a, s), between(a, b, s), between(b, to, s)
		p.lineTo(between(between(ab, bc, s), between(bc, cd, s), s))
	}
}

func (p *imagePen) colour(c string) color.Color {
	x := rgb(c)
	return color.RGBA{x.R, x.G, x.B, 0xff}
}

func (p *imagePen) fill(colour string) {
	p.cover(p.paths, colour)
	p.paths = nil
}

// cover fills areas, within their bounds.
func (p *imagePen) cover(areas [][]Point, colour string) {
	low, high := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, area := range areas {
		for _, at := range area {
			low, high = Point{min(low.X, at.X), min(low.Y, at.Y)}, Point{max(high.X, at.X), max(high.Y, at.Y)}
		}
	}
	bounds := image.Rect(int(math.Floor(low.X)), int(math.Floor(low.Y)), int(math.Ceil(high.X))+1, int(math.Ceil(high.Y))+1)
	bounds = bounds.Intersect(p.into.Bounds())
	if len(areas) == 0 || bounds.Empty() {
		return
	}
	z := p.area
	z.Reset(bounds.Dx(), bounds.Dy())
	for _, area := range areas {
		for i, at := range area {
			x, y := float32(at.X)-float32(bounds.Min.X), float32(at.Y)-float32(bounds.Min.Y)
			if i == 0 {
				z.MoveTo(x, y)
			} else {
				z.LineTo(x, y)
			}
		}
		z.ClosePath()
	}
	z.Draw(p.into, bounds, image.NewUniform(p.colour(colour)), image.Point{})
}

func (p *imagePen) stroke(colour string, width float64, dashed, closed bool) {
	half := width * p.scale / 2
	for _, path := range p.paths {
		if closed {
			path = append(path, path[0])
		}
		if dashed {
			for _, dash := range dashes(path, 5*p.scale, 4*p.scale) {
				p.along(dash, half, colour)
			}
			continue
		}
		p.along(path, half, colour)
	}
	p.paths = nil
}

// along covers what lies within a distance of a line, each piece of it on its own, with round corners.
func (p *imagePen) along(path []Point, half float64, colour string) {
	for i := 1; i < len(path); i++ {
		a, b := path[i-1], path[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		if length == 0 {
			continue
		}
		dx, dy := (b.X-a.X)/length*half, (b.Y-a.Y)/length*half
		p.cover([][]Point{{{a.X - dy, a.Y + dx}, {b.X - dy, b.Y + dx}, {b.X + dy, b.Y - dx}, {a.X + dy, a.Y - dx}}}, colour)
		if i+1 < len(path) && half > .8 {
			p.cover([][]Point{around(b, half)}, colour)
		}
	}
}

// around returns a circle as a polygon.
func around(c Point, r float64) []Point {
	const corners = 12
	list := make([]Point, corners)
	for i := range list {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		list[i] = Point{c.X + r*cos, c.Y + r*sin}
	}
	return list
}

// dashes cuts a line into dashes with gaps.
func dashes(path []Point, dash, gap float64) (list [][]Point) {
	left, on := dash, true
	var one []Point
	for i := 1; i < len(path); i++ {
		a, b := path[i-1], path[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		for done := 0.0; done < length; {
			if on && len(one) == 0 {
				one = []Point{between(a, b, done/length)}
			}
			step := min(left, length-done)
			done, left = done+step, left-step
			if on {
				one = append(one, between(a, b, done/length))
			}
			if left <= 0 {
				if on {
					list = append(list, one)
					one, left = nil, gap
				} else {
					left = dash
				}
				on = !on
			}
		}
	}
	if len(one) > 1 {
		list = append(list, one)
	}
	return list
}
