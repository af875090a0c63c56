package figure

import (
	"math"

	"github.com/go-text/typesetting/font/opentype"
)

// path is what follows an outline.
type path interface {
	moveTo(Point)
	lineTo(Point)
	curveTo(a, b, to Point)
}

// round draws a circle by four curves.
func (s Shape) round(to path) {
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
func (s Shape) letters(to path) {
	list, width := setter().outline(s.Text, s.Bold)
	from := s.before(width * s.Size)
	sin, cos := math.Sincos(s.Turn * math.Pi / 180)
	origin := s.Points[0]
	place := func(p Point) Point {
		x, y := p.X*s.Size-from, p.Y*s.Size
		return Point{origin.X + x*cos - y*sin, origin.Y + x*sin + y*cos}
	}
	follow(list, place, to)
}

// follow follows an outline, of which each point is at some place.
func follow(list []segment, place func(Point) Point, to path) {
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

// before is how much of a text of a width stands before its point.
func (s *Shape) before(width float64) float64 {
	return map[Anchor]float64{AtMiddle: width / 2, AtEnd: width}[s.Anchor]
}

// between is a point on the way from one to another, by a share of it.
func between(a, b Point, share float64) Point {
	return Point{a.X + (b.X-a.X)*share, a.Y + (b.Y-a.Y)*share}
}
