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
	at := s.held(s.Hold, scale)
	return at, s.isSeen(scale)
}

// isSeen reports whether a shape that keeps its size is seen at a scale.
func (s *Shape) isSeen(scale float64) bool {
	return scale >= s.From && (s.Until == 0 || scale < s.Until)
}

// held is a shape that keeps its size, made so much smaller around where it is held, which is at a place.
func (s *Shape) held(at Point, by float64) Shape {
	is := *s
	is.Points = make([]Point, len(s.Points))
	for i, p := range s.Points {
		is.Points[i] = Point{at.X + (p.X-s.Hold.X)/by, at.Y + (p.Y-s.Hold.Y)/by}
	}
	is.Size, is.Radius, is.Width = s.Size/by, s.Radius/by, s.Width/by
	is.From, is.Until, is.Hold = 0, 0, Point{}
	return is
}

// hold keeps shapes from some on as large as they are on screens, by a place.
func (p *Picture) hold(from int, by Point) {
	for i := range p.Shapes[from:] {
		s := &p.Shapes[from+i]
		s.From, s.Hold = leastNamed/2, by // at any that is looked at
	}
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
	whole string  // what the words were cut from
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

// prominent is how many names, the first ones, may cover nodes where they have no room beside them.
const prominent = 12

// held is what keeps its size, by a place of the picture: where it is at a scale of 1.
type held struct {
	by Point
	at rect
}

// boxAt is what it covers at a scale, in pixels of the screen.
func (h held) boxAt(scale float64) rect {
	x, y := h.by.X*(scale-1), h.by.Y*(scale-1)
	return rect{h.at.left + x, h.at.top + y, h.at.right + x, h.at.bottom + y}
}

// stood is where a name stands, and from which step of scales on.
type stood struct {
	side side
	step int
}

// look is what is seen at one of the scales at which it is found which names have room.
type look struct {
	scale        float64
	names, nodes crowd
}

// isFree reports whether a rectangle covers nothing that is seen.
func (l look) isFree(r rect) bool { return l.names.isFree(r) && l.nodes.isFree(r) }

// isFreeOfNames reports whether a rectangle covers no name.
func (l look) isFreeOfNames(r rect) bool { return l.names.isFree(r) }

// looks are what is seen at all of these, without names.
func looks(list []named, other []held) (all []look) {
	for scale := leastNamed; scale < mostNamed*namedStep; scale *= namedStep {
		l := look{scale, crowd{cells: map[[2]int][]rect{}}, crowd{cells: map[[2]int][]rect{}}}
		for _, h := range other {
			l.names.add(h.boxAt(scale))
		}
		for _, n := range list {
			x, y := n.at.X*scale, n.at.Y*scale
			l.nodes.add(rect{x - n.room.X*scale, y - n.room.Y*scale, x + n.room.X*scale, y + n.room.Y*scale})
		}
		all = append(all, l)
	}
	return all
}

// names draws the names of nodes, the first ones first. They cover no other name, no node, and nothing else that is in the picture.
func (p *Picture) names(list []named, other []held) {
	for i := range list {
		list[i].wide = measure(list[i].words, smallSize)
	}
	all := looks(list, other)
	first := min(prominent, len(list))
	p.place(list[:first], all, true)
	p.place(list[first:], all, false)
}

// place draws names, each where it stands from the smallest scale on at which it has room there: what stands apart then stands farther
// apart at larger ones. At smaller scales it stands on another side of its node if it has room on that, and before that it may cover nodes
// if it must.
func (p *Picture) place(list []named, all []look, mayCover bool) {
	at := make([]stood, len(list))
	for i := range at {
		at[i].step = len(all)
	}
	for step := range all {
		for i, n := range list {
			if at[i].step < len(all) {
				continue
			}
			if s, is := p.roomFrom(n, all[step:]); is {
				n.take(s, all[step:])
				at[i] = stood{s, step}
			}
		}
	}
	for i, n := range list {
		end, until := at[i].step, 0.0
		if end < len(all) {
			p.name(n, at[i].side, all[end].scale, 0)
			until = all[end].scale
		}
		before := func(isFree func(look, rect) bool) {
			if s := p.roomBefore(n, all[:end], isFree); s.step < end {
				p.name(n, s.side, all[s.step].scale, until)
				end, until = s.step, all[s.step].scale
			}
		}
		before(look.isFree)
		if mayCover {
			before(look.isFreeOfNames)
		}
	}
}

// take takes the room of a name on a side of its node.
func (n named) take(s side, all []look) {
	for _, l := range all {
		l.names.add(n.box(s, l.scale))
	}
}

// roomFrom is a side of a node on which its name has room in all that is seen, and on paper as well.
func (p *Picture) roomFrom(n named, all []look) (s side, is bool) {
	sides := n.sides
	if all[0].scale < 1 {
		sides = sides[:n.good]
	}
	for _, s := range sides {
		if p.isOnPage(n, s, all[0].scale) && !slices.ContainsFunc(all, func(l look) bool { return !l.isFree(n.box(s, l.scale)) }) {
			return s, true
		}
	}
	return side{}, false
}

// roomBefore is on which side, and from which step on, a name has room in all that is seen from there on: so many steps as there are if
// nowhere. It takes that room.
func (p *Picture) roomBefore(n named, all []look, isFree func(look, rect) bool) stood {
	best := stood{step: len(all)}
	for _, s := range n.sides {
		step := len(all)
		for step > 0 && isFree(all[step-1], n.box(s, all[step-1].scale)) && p.isOnPage(n, s, all[step-1].scale) {
			step--
		}
		if step < best.step {
			best = stood{s, step}
		}
	}
	n.take(best.side, all[best.step:])
	return best
}

// isOnPage reports whether a name on a side has room on the page, on paper as well.
func (p *Picture) isOnPage(n named, s side, scale float64) bool {
	from := max(scale, 1)
	page := n.box(s, from)
	return page.left > 0 && page.right < p.Width*from
}

// name draws the name of a node on a side of it, from a scale on, and until another if that is not 0.
func (p *Picture) name(n named, s side, from, until float64) {
	edge, shift := Point{n.at.X + s.x*n.room.X, n.at.Y + s.y*n.room.Y}, s.shift()
	p.words(edge.X+shift.X, edge.Y+shift.Y, smallSize, n.words, Shape{
		Anchor: s.anchor, Halo: true, From: from, Until: until, Hold: edge, Whole: n.whole, Tip: n.of.Tip, Of: n.of.Of,
	})
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
