package pdf

import "math"

// Glyph is what one sign of a font looks like, in thousandths of an em from where it begins on the base line, upwards. The zero Glyph is a
// space of no width.
type Glyph struct {
	Width     int // from where it begins to where the next one does
	steps     []step
	low, high point
}

// Em is how many units of a glyph an em has.
const Em = 1000

// point is a place in a glyph.
type point struct{ x, y int }

// step is one step of an outline: to a place that begins a new one, or along a line or a curve.
type step struct {
	begins bool
	points []point // one, or three of a curve
}

// IsEmpty reports whether nothing is seen of a glyph.
func (g Glyph) IsEmpty() bool { return len(g.steps) == 0 }

// MoveTo begins an outline. The one before is closed.
func (g *Glyph) MoveTo(x, y float64) { g.add(true, round(x, y)) }

// LineTo leads an outline to a place.
func (g *Glyph) LineTo(x, y float64) { g.add(false, round(x, y)) }

// CurveTo leads an outline to a place, bent by two others.
func (g *Glyph) CurveTo(x1, y1, x2, y2, x, y float64) {
	g.add(false, round(x1, y1), round(x2, y2), round(x, y))
}

func round(x, y float64) point { return point{int(math.Round(x)), int(math.Round(y))} }

func (g *Glyph) add(begins bool, points ...point) {
	if len(g.steps) == 0 {
		g.low, g.high = points[0], points[0]
	}
	for _, p := range points {
		g.low = point{min(g.low.x, p.x), min(g.low.y, p.y)}
		g.high = point{max(g.high.x, p.x), max(g.high.y, p.y)}
	}
	g.steps = append(g.steps, step{begins, points})
}
