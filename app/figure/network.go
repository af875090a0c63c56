package figure

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"standpoint/app/discourse"
	"standpoint/store"
)

// Networking says how a network is drawn.
type Networking struct {
	Choices discourse.Choices        // by which the matrix was made
	Weakest float64                  // ties that weigh less, without sign, are not shown
	Room    float64                  // how wide the room is in which the picture is seen, for its foot, in pixels; 0: as it is itself
	Placed  map[discourse.Node]Point // where nodes stand that were put there, by their keys: from the origin of the picture, in pixels
}

// Sizes of networks.
const (
	tieLength   = 96.0
	nodeSize    = 9.0 // the radius of a node with few positions
	labelRoom   = 150.0
	widestTie   = 6.0
	thinnestTie = .8
	hullMargin  = 22.0
	wideBy      = 1.5 // of its radius an issue is wide to each side
)

// Network draws a network: agreement as full lines, conflict as dashed ones, strength as width, kinds of actors as shapes, groups as hulls.
func Network(m *discourse.Matrix, rows discourse.Rows, n Networking, o Options) *Picture {
	w := NewWeb(m, n.Choices)
	w.Settle(func() bool { return true })
	w.Measure(context.Background())
	return w.Draw(rows, n, o)
}

// Draw draws the web as it is laid out now. A node that was put somewhere stands there, with a dot in it.
func (w *Web) Draw(rows discourse.Rows, n Networking, o Options) *Picture {
	words := wordsIn(o.Language)
	p := head(words.Network, o.Language)
	at, low, high := w.places(n.Placed)
	p.Origin = Point{margin + labelRoom/2 - low.X, margin + titleSize + lead*2 - low.Y}
	for i := range at {
		at[i] = Point{at[i].X + p.Origin.X, at[i].Y + p.Origin.Y}
	}
	p.Width = max(high.X-low.X+2*margin+labelRoom, leastWidth)
	p.Steady = Steady{Sides: margin + labelRoom/2, Head: margin + titleSize + lead*2 - hullMargin}
	p.hold(0, Point{p.Steady.Sides, p.Steady.Head})
	if w.hasHulls() {
		for g := range w.measures.Groups {
			p.hull(g+1, w.measures, at)
		}
	}
	shown := w.ties[:w.Shown(n.Weakest)]
	p.ties(w, shown, at, words)
	below := margin + titleSize + lead*2 + high.Y - low.Y + lead*3 // where the legend stands
	foot := below - lead*3 + hullMargin                            // where nothing of the drawing is any more
	p.nodes(w, shown, at, n.Placed, []held{
		{Point{p.Steady.Sides, p.Steady.Head}, rect{0, 0, margin + measure(p.Title, titleSize)*1.1, margin + titleSize*1.2}},
		{Point{p.Steady.Sides, foot}, rect{0, below - lead, 2 * p.Width / leastNamed, 2 * p.Height / leastNamed}},
	}, words)
	p.Description = w.told(shown, words)
	p.Data = func() []Data { return append(NetworkData(w.matrix), positions(rows.List, rows.Holdings, o)) }
	signs, begin := p.signs(w, words, n), len(p.Shapes)
	wide := p.Width - 2*margin
	if n.Room > 0 {
		wide = min(wide, max(n.Room, leastWidth/2)-2*margin)
	}
	below = p.legend(signs, below, margin+wide)
	p.Steady.Signs = below - foot
	caption := append(words.captioned(rows, o), words.weighed(w.choices))
	if len(shown) < len(w.ties) {
		share := int(math.Round(w.Share(n.Weakest) * 100))
		caption = append(caption, words.printer.Sprintf(words.Shown, share, px(n.Weakest), len(shown), len(w.ties)))
	}
	p.footWithin(below, caption, wide)
	p.Steady.Foot, p.Steady.Wide = p.Height-foot, margin
	for _, s := range p.Shapes[begin:] {
		p.Steady.Wide = max(p.Steady.Wide, s.Points[0].X+measure(s.Text, s.Size)+margin)
	}
	p.hold(begin, Point{p.Steady.Sides, foot})
	return p
}

// places are where the nodes stand, in pixels, and the corners of all of them.
func (w *Web) places(placed map[discourse.Node]Point) (at []Point, low, high Point) {
	at = w.layout.packed()
	if len(at) == 0 {
		return nil, Point{}, Point{}
	}
	all := make([]int, len(at))
	for i := range at {
		all[i] = i
		at[i] = Point{at[i].X * tieLength, at[i].Y * tieLength}
		if by, is := placed[w.nodes[i].Key()]; is {
			at[i] = by
		}
	}
	low, high = cornersOf(at, all)
	return at, low, high
}

// isAgainst reports whether a tie is one of conflict or opposition.
func (w *Web) isAgainst(t discourse.Tie) bool {
	return t.Weight < 0 || w.choices.Aggregate == discourse.Conflict || w.choices.Aggregate == discourse.Combine && t.Weight == 2
}

// tip tells of a tie.
func (w *Web) tip(t discourse.Tie, words tongue) string {
	with, against := words.tied(w.choices)
	if w.isAgainst(t) {
		with = against
	}
	return fmt.Sprintf("%s – %s: %.4g (%s)", w.nodes[t.From].Label, w.nodes[t.To].Label, t.Weight, with)
}

// hasHulls reports whether groups are shown: those that agree, of which a network of conflict knows nothing.
func (w *Web) hasHulls() bool { return w.measures != nil && w.choices.Aggregate != discourse.Conflict }

// told tells of ties and groups in words, a line each.
func (w *Web) told(ties []discourse.Tie, words tongue) string {
	var b strings.Builder
	for i, t := range ties {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(w.tip(t, words))
		b.WriteByte('.')
	}
	if !w.hasHulls() {
		return b.String()
	}
	groups := make([][]string, w.measures.Groups)
	for i, n := range w.measures.Nodes {
		if n.Group > 0 {
			groups[n.Group-1] = append(groups[n.Group-1], w.nodes[i].Label)
		}
	}
	for i, members := range groups {
		fmt.Fprintf(&b, "\n"+words.Members, i+1, strings.Join(members, ", "))
	}
	return b.String()
}

// ties draws ties, the strongest over the others.
func (p *Picture) ties(w *Web, ties []discourse.Tie, at []Point, words tongue) {
	widest := widestTie * min(1, math.Sqrt(200/float64(len(ties)+1))) // of many ties each takes less room
	thinnest := min(thinnestTie, widest/2)
	for i := len(ties) - 1; i >= 0; i-- {
		t := ties[i]
		s := Shape{
			Stroke: Faint, Width: thinnest + (widest-thinnest)*math.Abs(t.Weight/ties[0].Weight), Tip: w.tip(t, words),
			Of: []discourse.Node{w.nodes[t.From], w.nodes[t.To]},
		}
		if w.isAgainst(t) {
			s.Dashed, s.Stroke = true, Opposing
		}
		a, b := at[t.From], at[t.To]
		p.line(a.X, a.Y, b.X, b.Y, s)
	}
}

// nodes draws nodes, and the names of as many as there is room for.
func (p *Picture) nodes(w *Web, shown []discourse.Tie, at []Point, placed map[discourse.Node]Point, other []held, words tongue) {
	most := 0.0
	for _, n := range w.nodes {
		most = max(most, n.Positions)
	}
	weight, ways := make([]float64, len(w.nodes)), make([][]Point, len(w.nodes))
	for _, t := range shown {
		ways[t.From], ways[t.To] = append(ways[t.From], at[t.To]), append(ways[t.To], at[t.From])
		weight[t.From] += math.Abs(t.Weight)
		weight[t.To] += math.Abs(t.Weight)
	}
	list := make([]named, len(w.nodes))
	for i, n := range w.nodes {
		size := nodeSize * (.7 + .9*math.Sqrt(n.Positions/max(most, 1)))
		s := Shape{Fill: Page, Stroke: Ink, Width: 1.6, Tip: words.tipOf(n, len(ways[i])), Of: []discourse.Node{n}}
		if weight[i] == 0 {
			s.Stroke = Faint
		}
		p.node(at[i], size, n, s)
		if _, is := placed[n.Key()]; is {
			p.add(Shape{Kind: Disc, Points: []Point{at[i]}, Radius: size * .4, Fill: s.Stroke})
		}
		room := Point{size * 1.2, size * 1.2}
		if n.Variable == discourse.VariableIssue {
			room = Point{size * wideBy, size * .9}
		}
		list[i] = named{node: i, of: &s, at: at[i], room: room, words: fit(n.Label, smallSize, labelRoom), whole: n.Label}
		list[i].sides, list[i].good = freest(at[i], ways[i])
	}
	slices.SortStableFunc(list, func(a, b named) int { return cmp.Compare(weight[b.node], weight[a.node]) })
	p.names(list, other)
}

// node draws a node by its kind: persons are round, organisations square, states six-sided, groups three-sided, issues wide.
func (p *Picture) node(at Point, r float64, n discourse.Node, s Shape) {
	corners := func(count int, turn float64) []Point {
		var list []Point
		for i := range count {
			angle := turn + 2*math.Pi*float64(i)/float64(count)
			list = append(list, Point{at.X + r*1.15*math.Cos(angle), at.Y + r*1.15*math.Sin(angle)})
		}
		return list
	}
	switch {
	case n.Variable == discourse.VariableIssue:
		s.Fill = NeutralTint
		p.box(at.X-r*wideBy, at.Y-r*.75, 2*r*wideBy, r*1.5, s)
		return
	case n.Kind == store.ActorOrganisation:
		s.Points = corners(4, math.Pi/4)
	case n.Kind == store.ActorState:
		s.Points = corners(6, 0)
	case n.Kind == store.ActorGroup:
		s.Points = corners(3, -math.Pi/2)
	default:
		s.Kind, s.Points, s.Radius = Disc, []Point{at}, r
	}
	p.add(s)
}

// hull draws the area around the members of a group of three or more.
func (p *Picture) hull(group int, measures *discourse.Measures, places []Point) {
	var around []Point
	members := 0
	for i, n := range measures.Nodes {
		if n.Group != group {
			continue
		}
		members++
		at := places[i]
		for k := range 8 {
			angle := math.Pi / 4 * float64(k)
			around = append(around, Point{at.X + hullMargin*math.Cos(angle), at.Y + hullMargin*math.Sin(angle)})
		}
	}
	if members > 2 {
		p.add(Shape{Kind: Area, Points: convex(around), Fill: Hull, Stroke: Faint, Width: .6})
	}
}

// convex returns the corners of the smallest convex area around points (Andrew, 1979).
func convex(points []Point) []Point {
	slices.SortFunc(points, func(a, b Point) int { return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y)) })
	half := func(points []Point) []Point {
		var chain []Point
		for _, c := range points {
			for len(chain) > 1 {
				a, b := chain[len(chain)-2], chain[len(chain)-1]
				if (b.X-a.X)*(c.Y-a.Y)-(b.Y-a.Y)*(c.X-a.X) > 0 {
					break
				}
				chain = chain[:len(chain)-1]
			}
			chain = append(chain, c)
		}
		return chain[:len(chain)-1]
	}
	lower := half(points)
	slices.Reverse(points)
	return append(lower, half(points)...)
}

// sign is one of a legend: what draws it around a place, and what it means.
type sign struct {
	draw  func(at Point)
	words string
}

// legendSize is the size of signs in a legend, in pixels.
const legendSize = 6.0

// signs are those that the picture of a web uses.
func (p *Picture) signs(w *Web, words tongue, n Networking) []sign {
	var list []sign
	known := map[string]bool{}
	for _, node := range w.nodes {
		called := words.ways[string(node.Kind)]
		if node.Variable == discourse.VariableIssue {
			called = words.Issue
		}
		if called != "" && !known[called] {
			known[called] = true
			list = append(list, sign{func(at Point) { p.node(at, legendSize, node, Shape{Fill: Page, Stroke: Ink, Width: 1.4}) }, called})
		}
	}
	slices.SortFunc(list, func(a, b sign) int { return strings.Compare(a.words, b.words) })
	line := func(s Shape, called string) {
		list = append(list, sign{func(at Point) { p.line(at.X-legendSize*2, at.Y, at.X+legendSize*2, at.Y, s) }, called})
	}
	with, against := words.tied(w.choices)
	if slices.ContainsFunc(w.ties, func(t discourse.Tie) bool { return !w.isAgainst(t) }) {
		line(Shape{Stroke: Faint, Width: 2}, with)
	}
	if slices.ContainsFunc(w.ties, w.isAgainst) {
		line(Shape{Stroke: Opposing, Width: 2, Dashed: true}, against)
	}
	if slices.ContainsFunc(p.Shapes, func(s Shape) bool { return s.Fill == Hull }) {
		list = append(list, sign{func(at Point) {
			p.box(at.X-legendSize*1.5, at.Y-legendSize, legendSize*3, legendSize*2, Shape{Fill: Hull, Stroke: Faint, Width: .6})
		}, words.Group})
	}
	if slices.ContainsFunc(w.nodes, func(node discourse.Node) bool { _, is := n.Placed[node.Key()]; return is }) {
		list = append(list, sign{func(at Point) {
			p.add(Shape{Kind: Disc, Points: []Point{at}, Radius: legendSize, Fill: Page, Stroke: Ink, Width: 1.4})
			p.add(Shape{Kind: Disc, Points: []Point{at}, Radius: legendSize * .4, Fill: Ink})
		}, words.PutThere})
	}
	return list
}

// legend draws signs and what they mean below a height, as far as to the right, and returns where they end.
func (p *Picture) legend(signs []sign, below, right float64) float64 {
	const room, gap = 34.0, 20.0
	x, y := margin, below
	for _, s := range signs {
		width := room + measure(s.words, smallSize) + gap
		if x > margin && x+width > right {
			x, y = margin, y+lead
		}
		s.draw(Point{x + legendSize*2, y - smallSize*.35})
		p.words(x+room, y, smallSize, s.words, Shape{Fill: Faint})
		x += width
	}
	if len(signs) > 0 {
		y += lead * .6
	}
	return y
}
