package figure

import (
	"math"

	"github.com/go-text/typesetting/font/opentype"
)

// pen draws outlines, closed or not, in pixels of the picture. Each way to write a picture without letters of its own has one.
type pen interface {
	moveTo(Point)
	lineTo(Point)
	curveTo(a, b, to Point)
	fill(colour string)
	stroke(colour string, width float64, dashed, closed bool)
}

// draw draws a shape with a pen.
func (s Shape) draw(to pen, t Theme) {
	switch s.Kind {
	case Words:
		if s.Halo {
			s.letters(to)
			to.stroke(t[Page], haloWidth, false, true)
		}
		s.letters(to)
		to.fill(t[s.Fill])
		return
	case Disc:
		if s.Fill != "" {
			s.round(to)
			to.fill(t[s.Fill])
		}
		if s.Stroke != "" {
			s.round(to)
			to.stroke(t[s.Stroke], s.Width, s.Dashed, true)
		}
		return
	}
	path := func() {
		to.moveTo(s.Points[0])
		for _, at := range s.Points[1:] {
			to.lineTo(at)
		}
	}
	if s.Fill != "" && s.Kind == Area {
		path()
		to.fill(t[s.Fill])
	}
	if s.Stroke != "" {
		path()
		to.stroke(t[s.Stroke], s.Width, s.Dashed, s.Kind == Area)
	}
}

// round draws a circle by four curves.
func (s Shape) round(to pen) {
	const k = .5522847498 // of the radius: how far the points lie that bend a quarter
	c, r := s.Points[0], s.Radius
	at := func(x, y float64) Point { return Point{c.X + x*r, c.Y + y*r} }
	to.moveTo(at(1, 0))
	to.curveTo(at(1, k), at(k, 1), at(0, 1))
	to.curveTo(at(-k, 1), at(-1, k), at(-1, 0))
	to.curveTo(at(-1, -k), at(-k, -1), at(0, -1))
	to.curveTo(at(k, -1), at(1, -k), at(1, 0))
}

// letters draws the outline of a text.
func (s Shape) letters(to pen) {
	list, width := setter().outline(s.Text, s.Size, s.Bold)
	from := map[Anchor]float64{AtMiddle: width / 2, AtEnd: width}[s.Anchor]
	sin, cos := math.Sincos(s.Turn * math.Pi / 180)
	origin := s.Points[0]
	place := func(p Point) Point {
		x, y := p.X-from, p.Y
		return Point{origin.X + x*cos - y*sin, origin.Y + x*sin + y*cos}
	}
	var at Point
	for _, one := range list {
		a, b, c := place(one.points[0]), place(one.points[1]), place(one.points[2])
		switch one.op {
		case opentype.SegmentOpMoveTo:
			to.moveTo(a)
			at = a
		case opentype.SegmentOpLineTo:
			to.lineTo(a)
			at = a
		case opentype.SegmentOpQuadTo:
			to.curveTo(between(at, a, 2.0/3), between(b, a, 2.0/3), b)
			at = b
		case opentype.SegmentOpCubeTo:
			to.curveTo(a, b, c)
			at = c
		}
	}
}

// between is a point on the way from one to another, by a share of it.
func between(a, b Point, share float64) Point {
	return Point{a.X + (b.X-a.X)*share, a.Y + (b.Y-a.Y)*share}
}
