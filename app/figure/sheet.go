package figure

import (
	"image"
	"math"
	"slices"

	"standpoint/app/discourse"
	"standpoint/store"
)

// Sheet is a picture of which parts are drawn and looked at, as on a screen. It is not changed any more, so that several goroutines may use
// it. Shapes and spots go by numbers from 0 on.
type Sheet struct {
	*Picture
	on ground
}

// ground is what knows the shapes of a sheet.
type ground interface {
	shape(i int) *Shape
	bounds(i int) (low, high Point)
	draw(to *bitmap, low, high Point) // what can be seen between two corners
	inSight(low, high Point) int      // how many ties would take as long to draw as what is seen between them, about
	at(at Point, scale float64) int
	spots() int
	spot(i int) Spot
	like(*Shape) int
	next(from, right, down int) int
	words() string
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
func NewSheet(p *Picture) *Sheet { return &Sheet{p, spreadOut(p)} }

// Shape is one of the shapes. It is not to be changed.
func (s *Sheet) Shape(i int) *Shape { return s.on.shape(i) }

// Bounds are the corners of what a shape covers.
func (s *Sheet) Bounds(shape int) Spot {
	low, high := s.on.bounds(shape)
	return Spot{low, high, shape}
}

// Spots is at how many places one can stop.
func (s *Sheet) Spots() int { return s.on.spots() }

// Spot is one of the places at which one can stop.
func (s *Sheet) Spot(i int) Spot { return s.on.spot(i) }

// Like is the spot that shows the same as a shape of another sheet; -1 if there is none.
func (s *Sheet) Like(other *Shape) int {
	if len(other.Of) == 0 {
		return -1
	}
	return s.on.like(other)
}

// At is the shape that tells something at a place, the one that lies above others, where so many pixels show one of the picture; -1 if
// there is none.
func (s *Sheet) At(at Point, scale float64) int { return s.on.at(at, scale) }

// Next is the spot at which one comes from another in a direction, of which one part is 1 or −1 and the other 0: in the same row or column
// if there is one, else the nearest one that lies more in that direction than beside it. It is the same one if there is none, and the
// first one from −1. In a network it leads from node to node, and from a tie to one of its nodes.
func (s *Sheet) Next(from, right, down int) int {
	if from < 0 || from >= s.Spots() {
		return min(0, s.Spots()-1)
	}
	if s.shapeAt(from).isTie() {
		return s.endOf(from, right, down)
	}
	return s.on.next(from, right, down)
}

// Words tells the picture to those who do not see it.
func (s *Sheet) Words() string { return s.on.words() }

// Edges are the corners of what is seen of the picture where so many pixels show one of it: what keeps its size reaches farther than the
// rest where that is smaller.
func (s *Sheet) Edges(scale float64) Spot {
	k := s.Steady
	farther := func(reach float64) float64 { return max(reach/scale-reach, 0) }
	low := Point{-farther(k.Sides), -farther(k.Head)}
	return Spot{low, Point{max(s.Width+farther(k.Sides), low.X+k.Wide/scale), s.Height + farther(k.Foot)}, -1}
}

// Fitting is how many pixels show one of the picture where it is as large as a room has space for. What its foot says below the signs is
// left out of sight if the rest would be smaller than least for it, and all that it says if the drawing would be half as large as that:
// then there is room for the names below it.
func (s *Sheet) Fitting(room Point, least float64) float64 {
	k := s.Steady
	tall := func(foot float64) float64 { return (room.Y - k.Head - foot) / (s.Height - k.Head - k.Foot) }
	return min((room.X-2*k.Sides)/(s.Width-2*k.Sides), max(tall(k.Foot), min(tall(k.Signs), least), min(tall(lead), least/2)))
}

// Draw draws a part of the picture into an image, or a part of one: so many pixels to each of the picture, and a place of it where the
// image has 0, 0. What is as large at each scale has so many pixels to each of its own as dense says. What lies outside costs nothing.
func (s *Sheet) Draw(into *image.RGBA, t Theme, from Point, scale, dense float64) {
	to := newBitmap(into, from, scale, t)
	to.dense = dense
	to.clear()
	s.on.draw(to, to.place(into.Rect.Min), to.place(into.Rect.Max))
}

// InSight is how much there is to draw between two places, told as about so many ties of a network.
func (s *Sheet) InSight(low, high Point) int { return s.on.inSight(low, high) }

// spread are shapes that are all there.
type spread struct {
	*Picture
	low, high []Point // of each shape: the corners of what it covers
	places    []Spot
	tall      float64   // of a band
	bands     [][]int32 // the shapes that reach into each, as they lie over one another
}

// mostBands is in how many bands one looks for shapes at most.
const mostBands = 4096

// spreadOut finds where the shapes of a picture are, and where one can stop.
func spreadOut(p *Picture) *spread {
	s := &spread{Picture: p, low: make([]Point, len(p.Shapes)), high: make([]Point, len(p.Shapes))}
	s.tall = max(64, p.Height/mostBands)
	s.bands = make([][]int32, int(p.Height/s.tall)+1)
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
		first, last := s.bandsOf(s.low[i].Y, s.high[i].Y)
		for b := first; b <= last; b++ {
			s.bands[b] = append(s.bands[b], int32(i))
		}
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
			at[k] = len(s.places)
			s.places = append(s.places, s.stop(i))
			continue
		}
		spot := &s.places[n]
		spot.Low = Point{min(spot.Low.X, s.low[i].X), min(spot.Low.Y, s.low[i].Y)}
		spot.High = Point{max(spot.High.X, s.high[i].X), max(spot.High.Y, s.high[i].Y)}
	}
	if slices.ContainsFunc(s.places, s.isOfTie) { // one begins at a node
		ties := slices.DeleteFunc(slices.Clone(s.places), func(at Spot) bool { return !s.isOfTie(at) })
		s.places = append(slices.DeleteFunc(s.places, s.isOfTie), ties...)
	}
	return s
}

func (s *spread) isOfTie(at Spot) bool { return s.Shapes[at.Shape].isTie() }

// bandsOf are the bands that reach from one height to another, the last one too.
func (s *spread) bandsOf(low, high float64) (first, last int) {
	band := func(y float64) int { return min(max(int(y/s.tall), 0), len(s.bands)-1) }
	return band(low), band(high)
}

// stop is where one stops at a shape: at a line in its middle.
func (s *spread) stop(i int) Spot {
	if s.Shapes[i].Kind != Line {
		return Spot{s.low[i], s.high[i], i}
	}
	const half = 8
	middle := between(s.low[i], s.high[i], .5)
	return Spot{Point{middle.X - half, middle.Y - half}, Point{middle.X + half, middle.Y + half}, i}
}

func (s *spread) shape(i int) *Shape             { return &s.Shapes[i] }
func (s *spread) bounds(i int) (low, high Point) { return s.low[i], s.high[i] }
func (s *spread) spots() int                     { return len(s.places) }
func (s *spread) spot(i int) Spot                { return s.places[i] }
func (s *spread) words() string                  { return s.Description }

// between are the shapes that reach between two corners, as they lie over one another.
func (s *spread) between(low, high Point) []int32 {
	var list []int32
	first, last := s.bandsOf(low.Y, high.Y)
	for b := first; b <= last; b++ {
		for _, i := range s.bands[b] {
			// One that reaches into several bands is found in the first of them.
			if from, _ := s.bandsOf(s.low[i].Y, s.low[i].Y); max(from, first) == b && s.high[i].X >= low.X && s.low[i].X <= high.X &&
				s.high[i].Y >= low.Y && s.low[i].Y <= high.Y {
				list = append(list, i)
			}
		}
	}
	if first < last {
		slices.Sort(list)
	}
	return list
}

func (s *spread) draw(to *bitmap, low, high Point) {
	for _, i := range s.between(low, high) {
		to.draw(&s.Shapes[i])
	}
}

func (s *spread) inSight(low, high Point) int { return len(s.between(low, high)) }

func (s *spread) like(other *Shape) int {
	return slices.IndexFunc(s.places, func(spot Spot) bool { return s.Shapes[spot.Shape].isLike(other) })
}

// isLike reports whether a shape leads to the same as another, and stands for the same.
func (s *Shape) isLike(other *Shape) bool {
	return s.Leads == other.Leads && s.Part == other.Part &&
		slices.EqualFunc(s.Of, other.Of, func(a, b discourse.Node) bool { return a.Key() == b.Key() })
}

func (s *spread) at(at Point, scale float64) int {
	reach := near / scale
	list := s.between(Point{at.X - reach, at.Y - reach}, Point{at.X + reach, at.Y + reach})
	for _, i := range slices.Backward(list) {
		shape, is := s.Shapes[i].seen(scale)
		if !is || shape.Tip == "" || !shape.covers(at, reach) {
			continue
		}
		if s.Shapes[i].From > 0 { // a name stands for its node
			if spot := s.like(&shape); spot >= 0 {
				return s.places[spot].Shape
			}
		}
		return int(i)
	}
	return -1
}

// bounds are the corners of what a shape covers.
func (s *Shape) bounds() (low, high Point) {
	if s.From > 0 { // it covers most where it is smallest, and comes nearer to its point where it is larger
		least, _ := s.seen(s.From)
		low, high = least.bounds()
		at := s.Hold
		return Point{min(low.X, at.X), min(low.Y, at.Y)}, Point{max(high.X, at.X), max(high.Y, at.Y)}
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
	from := s.before(width)
	sin, cos := math.Sincos(s.Turn * math.Pi / 180)
	origin := s.Points[0]
	low, high = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, corner := range []Point{{-from, -s.Size}, {width - from, -s.Size}, {-from, s.Size * .4}, {width - from, s.Size * .4}} {
		x, y := origin.X+corner.X*cos-corner.Y*sin, origin.Y+corner.X*sin+corner.Y*cos
		low, high = Point{min(low.X, x), min(low.Y, y)}, Point{max(high.X, x), max(high.Y, y)}
	}
	return low, high
}

// near is how near to a line, or to what is small, one has to point, in pixels of the screen.
const near = 4.0

// covers reports whether one points at a shape, or is so near to it if it is a line or small.
func (s *Shape) covers(at Point, reach float64) bool {
	switch s.Kind {
	case Disc:
		return math.Hypot(at.X-s.Points[0].X, at.Y-s.Points[0].Y) <= max(s.Radius+s.Width/2, reach)
	case Line:
		for n := 1; n < len(s.Points); n++ {
			if apart(at, s.Points[n-1], s.Points[n]) <= max(s.Width/2, reach) {
				return true
			}
		}
		return false
	case Area:
		low, high := bounds(s.Points)
		middle := between(low, high, .5)
		return within(at, s.Points) || math.Hypot(at.X-middle.X, at.Y-middle.Y) <= reach
	}
	if s.Turn == 0 {
		low, high := s.bounds()
		return at.X >= low.X && at.X <= high.X && at.Y >= low.Y && at.Y <= high.Y
	}
	sin, cos := math.Sincos(-s.Turn * math.Pi / 180) // turned back
	dx, dy := at.X-s.Points[0].X, at.Y-s.Points[0].Y
	x, y := dx*cos-dy*sin, dx*sin+dy*cos
	return x >= 0 && x <= measure(s.Text, s.Size) && y >= -s.Size && y <= s.Size*.4
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

// next is the spot in the same row or column, else the nearest one that lies more in the direction than beside it.
func (s *spread) next(from, right, down int) int {
	here := s.places[from]
	best, nearest, straight := from, math.Inf(1), false
	for i, there := range s.places {
		a, b := here.Middle(), there.Middle()
		along := (b.X-a.X)*float64(right) + (b.Y-a.Y)*float64(down)
		across := math.Abs((b.X-a.X)*float64(down)) + math.Abs((b.Y-a.Y)*float64(right))
		if i == from || along < .5 || s.Shapes[there.Shape].isTie() {
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
