package figure

import (
	"cmp"
	"math"
	"slices"
)

// seen is a shape as it is drawn at a scale: what is as large at each scale stands where it is to be there. It is false where nothing is
// seen of it.
func (s *Shape) seen(scale float64) (Shape, bool) {
	if s.From == 0 {
		return *s, true
	}
	at := *s
	at.Points = []Point{{s.Points[0].X + s.Shift.X/scale, s.Points[0].Y + s.Shift.Y/scale}}
	at.Size, at.From, at.Shift = s.Size/scale, 0, Point{}
	return at, scale >= s.From
}

// printed are the shapes of a picture as paper has them, where nobody makes it larger.
func (p *Picture) printed() []Shape {
	list := make([]Shape, 0, len(p.Shapes))
	for i := range p.Shapes {
		if s, is := p.Shapes[i].seen(1); is {
			list = append(list, s)
		}
	}
	return list
}

// named is a node that is to have its name beside it.
type named struct {
	node  int
	at    Point
	room  Point // how far the node reaches to the side, and up and down
	words string
	of    *Shape  // the node
	wide  float64 // the words, in pixels of the screen
	sides []side  // where it may stand, the best first
	good  int     // so many of these are where it stands from far
}

// Scales at which it is found which names have room: each half as large again as the one before.
const (
	leastNamed = .1
	mostNamed  = 6
	namedStep  = 1.5
)

// rect is a rectangle, in pixels of the screen.
type rect struct{ left, top, right, bottom float64 }

func (r rect) meets(other rect) bool {
	return r.left < other.right && other.left < r.right && r.top < other.bottom && other.top < r.bottom
}

// crowd are rectangles of which one asks which of them another meets.
type crowd struct {
	cells map[[2]int][]rect
}

// crowdCell is the side of the squares by which rectangles are found, in pixels.
const crowdCell = 64

func (c *crowd) each(r rect, do func(cell [2]int) bool) bool {
	for x := int(math.Floor(r.left / crowdCell)); x <= int(math.Floor(r.right/crowdCell)); x++ {
		for y := int(math.Floor(r.top / crowdCell)); y <= int(math.Floor(r.bottom/crowdCell)); y++ {
			if !do([2]int{x, y}) {
				return false
			}
		}
	}
	return true
}

func (c *crowd) add(r rect) {
	c.each(r, func(cell [2]int) bool { c.cells[cell] = append(c.cells[cell], r); return true })
}

// isFree reports whether a rectangle meets none of them.
func (c *crowd) isFree(r rect) bool {
	return c.each(r, func(cell [2]int) bool {
		for _, other := range c.cells[cell] {
			if r.meets(other) {
				return false
			}
		}
		return true
	})
}

// side is on which side of a node its name stands.
type side struct {
	x, y   float64 // 1 or −1: in that direction
	anchor Anchor
}

// sides are all of them.
var sides = []side{{0, 1, AtMiddle}, {0, -1, AtMiddle}, {1, 0, AtStart}, {-1, 0, AtEnd}}

// freest are the sides of a place, those first from which some ways lead away most, and to how many no way leads, or as little as to
// the first.
func freest(at Point, ways []Point) (list []side, free int) {
	lead := func(s side) (most float64) { // −1: all lead away from it; to a quarter, so that what is nearly the same is that
		most = -1
		for _, to := range ways {
			dx, dy := to.X-at.X, to.Y-at.Y
			most = max(most, math.Round((dx*s.x+dy*s.y)/max(math.Hypot(dx, dy), 1e-9)*4)/4)
		}
		return most
	}
	list = slices.Clone(sides)
	slices.SortStableFunc(list, func(a, b side) int { return cmp.Compare(lead(a), lead(b)) })
	for free < len(list) && lead(list[free]) <= max(lead(list[0]), 0) {
		free++
	}
	return list, free
}

// prominent is how many names, the first ones, may cover nodes.
const prominent = 12

// stood is where a name stands, and from which scale on; 0: nowhere yet.
type stood struct {
	side  side
	scale float64
}

// names draws the names of nodes, the first ones first, each at the smallest scale at which it covers no other name and no node, and at all
// larger ones: what stands apart then stands farther apart there. Nor do they cover other things that are in the picture. The first ones
// alone may cover nodes.
func (p *Picture) names(list []named, other []rect) {
	at := make([]stood, len(list))
	for i := range list {
		list[i].wide = measure(list[i].words, smallSize)
	}
	for scale := leastNamed; scale < mostNamed*namedStep; scale *= namedStep {
		names, nodes := crowd{cells: map[[2]int][]rect{}}, crowd{cells: map[[2]int][]rect{}}
		for _, r := range other {
			names.add(rect{r.left * scale, r.top * scale, r.right * scale, r.bottom * scale})
		}
		for i, n := range list {
			x, y := n.at.X*scale, n.at.Y*scale
			nodes.add(rect{x - n.room.X*scale, y - n.room.Y*scale, x + n.room.X*scale, y + n.room.Y*scale})
			if at[i].scale > 0 {
				names.add(n.box(at[i].side, scale))
			}
		}
		for i, n := range list {
			if at[i].scale > 0 {
				continue
			}
			free := func(r rect) bool { return names.isFree(r) && (i < prominent || nodes.isFree(r)) }
			if s, is := p.roomFor(n, scale, free); is {
				names.add(n.box(s, scale))
				at[i] = stood{s, scale}
			}
		}
	}
	for i, n := range list {
		if f := at[i]; f.scale > 0 {
			p.words(n.at.X+f.side.x*n.room.X, n.at.Y+f.side.y*n.room.Y, smallSize, n.words, Shape{
				Anchor: f.side.anchor, Halo: true, From: f.scale, Shift: f.side.shift(), Tip: n.of.Tip, Of: n.of.Of,
			})
		}
	}
}

// roomFor is a side of a node on which its name has room at a scale, and on paper as well.
func (p *Picture) roomFor(n named, scale float64, isFree func(rect) bool) (s side, is bool) {
	sides := n.sides
	if scale < 1 {
		sides = sides[:n.good]
	}
	from := max(scale, 1)
	for _, s := range sides {
		page := n.box(s, from)
		if page.left > 0 && page.right < p.Width*from && isFree(n.box(s, scale)) {
			return s, true
		}
	}
	return side{}, false
}

// Sizes of names, in parts of that of their letters.
const (
	nameUp   = .8 // they reach above their base line
	nameDown = .3 // and below
	nameGap  = .25
)

// shift is how far from the edge of the node the name stands, in pixels of the screen.
func (s side) shift() Point {
	switch {
	case s.y > 0:
		return Point{0, smallSize * (nameUp + nameGap)}
	case s.y < 0:
		return Point{0, -smallSize * (nameDown + nameGap)}
	}
	return Point{s.x * smallSize * nameGap, smallSize * (nameUp - nameDown) / 2}
}

// box is what the name of a node covers on a side of it, at a scale.
func (n named) box(s side, scale float64) rect {
	shift := s.shift()
	x, y := (n.at.X+s.x*n.room.X)*scale+shift.X, (n.at.Y+s.y*n.room.Y)*scale+shift.Y
	switch s.anchor {
	case AtMiddle:
		x -= n.wide / 2
	case AtEnd:
		x -= n.wide
	}
	return rect{x - 1, y - smallSize*nameUp, x + n.wide + 1, y + smallSize*nameDown}
}
