package figure

import (
	"image"
	"math"
	"slices"

	"standpoint/store"
)

// Sheet is a picture of which parts are drawn and looked at, as on a screen. It is not changed any more, so that several goroutines may use
// it.
type Sheet struct {
	*Picture
	Places []Spot // where one can stop in it, as its shapes have them

	low, high []Point // of each shape: the corners of what it covers
}

// Spot is a place in a picture at which one can stop: that of a position, or in a picture that shows none of its own, of whatever positions
// stand for.
type Spot struct {
	Low, High Point // its corners
	Shape     int   // the first that stands there
}

// Middle is the middle of a spot.
func (s Spot) Middle() Point { return between(s.Low, s.High, .5) }

// NewSheet spreads a picture out.
func NewSheet(p *Picture) *Sheet {
	s := &Sheet{Picture: p, low: make([]Point, len(p.Shapes)), high: make([]Point, len(p.Shapes))}
	leads := slices.ContainsFunc(p.Shapes, func(s Shape) bool { return s.Leads != store.ID{} })
	type key struct {
		leads store.ID
		of    [2]store.ID
		part  int // of shapes that lead nowhere each is a spot
	}
	at := map[key]int{}
	for i := range p.Shapes {
		shape := &p.Shapes[i]
		s.low[i], s.high[i] = shape.bounds()
		k := key{leads: shape.Leads}
		for n := range min(len(shape.Of), len(k.of)) {
			k.of[n] = shape.Of[n].ID
		}
		switch {
		case leads && shape.Leads == store.ID{}, !leads && (len(shape.Of) == 0 || shape.Kind == Words):
			continue
		case !leads:
			k.part = i
		}
		n, is := at[k]
		if !is {
			at[k] = len(s.Places)
			s.Places = append(s.Places, s.spot(i))
			continue
		}
		spot := &s.Places[n]
		spot.Low = Point{min(spot.Low.X, s.low[i].X), min(spot.Low.Y, s.low[i].Y)}
		spot.High = Point{max(spot.High.X, s.high[i].X), max(spot.High.Y, s.high[i].Y)}
	}
	return s
}

// spot is where one stops at a shape: at a line in its middle.
func (s *Sheet) spot(i int) Spot {
	if s.Shapes[i].Kind != Line {
		return s.Bounds(i)
	}
	const half = 8
	middle := between(s.low[i], s.high[i], .5)
	return Spot{Point{middle.X - half, middle.Y - half}, Point{middle.X + half, middle.Y + half}, i}
}

// Bounds are the corners of what a shape covers.
func (s *Sheet) Bounds(shape int) Spot { return Spot{s.low[shape], s.high[shape], shape} }

// bounds are the corners of what a shape covers.
func (s *Shape) bounds() (low, high Point) {
	if s.From > 0 { // it covers most where it is smallest
		least, _ := s.seen(s.From)
		return least.bounds()
	}
	low, high = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	room := s.Width/2 + s.Radius
	for _, at := range s.Points {
		low, high = Point{min(low.X, at.X), min(low.Y, at.Y)}, Point{max(high.X, at.X), max(high.Y, at.Y)}
	}
	if s.Kind != Words {
		return Point{low.X - room, low.Y - room}, Point{high.X + room, high.Y + room}
	}
	width := measure(s.Text, s.Size)*1.1 + haloWidth // bold letters are wider
	from := map[Anchor]float64{AtMiddle: width / 2, AtEnd: width}[s.Anchor]
	sin, cos := math.Sincos(s.Turn * math.Pi / 180)
	origin := s.Points[0]
	low, high = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, corner := range []Point{{-from, -s.Size}, {width - from, -s.Size}, {-from, s.Size * .4}, {width - from, s.Size * .4}} {
		x, y := origin.X+corner.X*cos-corner.Y*sin, origin.Y+corner.X*sin+corner.Y*cos
		low, high = Point{min(low.X, x), min(low.Y, y)}, Point{max(high.X, x), max(high.Y, y)}
	}
	return low, high
}

// Region draws a part of the picture that begins at a place, so many pixels to each of the picture, and as large in pixels as it says. What
// lies outside of it costs nothing.
func (s *Sheet) Region(t Theme, from Point, scale float64, width, height int) *image.RGBA {
	to := newBitmap(image.NewRGBA(image.Rect(0, 0, width, height)), from, scale, t)
	to.clear()
	end := Point{from.X + float64(width)/scale, from.Y + float64(height)/scale}
	for i := range s.Shapes {
		if s.high[i].X >= from.X && s.low[i].X <= end.X && s.high[i].Y >= from.Y && s.low[i].Y <= end.Y {
			if shape, is := s.Shapes[i].seen(scale); is {
				to.draw(&shape)
			}
		}
	}
	return to.into
}

// near is how near to a line one has to point, in pixels.
const near = 4.0

// At is the shape that tells something at a place, the one that lies above others; -1 if there is none.
func (s *Sheet) At(at Point) int {
	for i := len(s.Shapes) - 1; i >= 0; i-- {
		if s.Shapes[i].Tip == "" || at.X < s.low[i].X-near || at.X > s.high[i].X+near || at.Y < s.low[i].Y-near || at.Y > s.high[i].Y+near {
			continue
		}
		if s.covers(i, at) {
			return i
		}
	}
	return -1
}

// covers reports whether one points at a shape.
func (s *Sheet) covers(i int, at Point) bool {
	shape := &s.Shapes[i]
	switch shape.Kind {
	case Disc:
		return math.Hypot(at.X-shape.Points[0].X, at.Y-shape.Points[0].Y) <= shape.Radius+shape.Width/2
	case Line:
		for n := 1; n < len(shape.Points); n++ {
			if apart(at, shape.Points[n-1], shape.Points[n]) <= max(shape.Width/2, near) {
				return true
			}
		}
		return false
	case Area:
		return within(at, shape.Points)
	}
	if shape.Turn == 0 {
		return at.X >= s.low[i].X && at.X <= s.high[i].X && at.Y >= s.low[i].Y && at.Y <= s.high[i].Y
	}
	sin, cos := math.Sincos(-shape.Turn * math.Pi / 180) // turned back
	dx, dy := at.X-shape.Points[0].X, at.Y-shape.Points[0].Y
	x, y := dx*cos-dy*sin, dx*sin+dy*cos
	return x >= 0 && x <= measure(shape.Text, shape.Size) && y >= -shape.Size && y <= shape.Size*.4
}

// apart is how far a place is from a line between two points.
func apart(at, a, b Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	along := 0.0
	if length := dx*dx + dy*dy; length > 0 {
		along = min(max(((at.X-a.X)*dx+(at.Y-a.Y)*dy)/length, 0), 1)
	}
	return math.Hypot(at.X-a.X-along*dx, at.Y-a.Y-along*dy)
}

// within reports whether a place is in a polygon.
func within(at Point, corners []Point) bool {
	in := false
	for i, a := range corners {
		b := corners[(i+1)%len(corners)]
		if (a.Y > at.Y) != (b.Y > at.Y) && at.X < (b.X-a.X)*(at.Y-a.Y)/(b.Y-a.Y)+a.X {
			in = !in
		}
	}
	return in
}

// Next is the spot at which one comes from another in a direction, of which one part is 1 or −1 and the other 0: in the same row or column
// if there is one, else the nearest one that lies more in that direction than beside it. It is the same one if there is none, and the first
// one from −1.
func (s *Sheet) Next(from, right, down int) int {
	if from < 0 || from >= len(s.Places) {
		return min(0, len(s.Places)-1)
	}
	here := s.Places[from]
	best, nearest, straight := from, math.Inf(1), false
	for i, there := range s.Places {
		a, b := here.Middle(), there.Middle()
		along := (b.X-a.X)*float64(right) + (b.Y-a.Y)*float64(down)
		across := math.Abs((b.X-a.X)*float64(down)) + math.Abs((b.Y-a.Y)*float64(right))
		if i == from || along < .5 {
			continue
		}
		isStraight := here.Low.Y < b.Y && b.Y < here.High.Y
		if down != 0 {
			isStraight = here.Low.X < b.X && b.X < here.High.X
		}
		far := along + 2*across
		if isStraight {
			far = along
		}
		if !isStraight && (straight || across > along) || isStraight == straight && far >= nearest {
			continue
		}
		best, nearest, straight = i, far, isStraight
	}
	return best
}
