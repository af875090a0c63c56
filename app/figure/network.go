package figure

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"standpoint/app/discourse"
	"standpoint/store"
)

// Networking says how a network is drawn.
type Networking struct {
	Choices discourse.Choices // by which the matrix was made
	Weakest float64           // ties that weigh less, without sign, are not shown
	GoOn    func() bool       // asked between the steps of the layout, which stays as it is where it says false; nil: to the end
}

// Sizes of networks.
const (
	tieLength  = 96.0
	nodeSize   = 9.0 // the radius of a node with few positions
	labelled   = 60  // so many nodes have their names
	labelRoom  = 150.0
	widestTie  = 6.0
	hullMargin = 22.0
)

// Network draws a network: agreement as full lines, conflict as dashed ones, strength as width, kinds of actors as shapes, groups as hulls.
func Network(m *discourse.Matrix, rows discourse.Rows, n Networking, o Options) *Picture {
	shown := m.From(n.Weakest)
	l := NewLayout(shown)
	l.Settle(200, func() bool { return n.GoOn == nil || n.GoOn() })
	l.Pack()
	return drawNetwork(shown, m, l, rows, n, o)
}

func drawNetwork(m, whole *discourse.Matrix, l *Layout, rows discourse.Rows, n Networking, o Options) *Picture {
	words := wordsIn(o.Language)
	p := head(words.Network, o.Language)
	nodes, ties, measures := m.Nodes(), m.Ties(), m.Measure()
	all := make([]int, len(nodes))
	for i := range all {
		all[i] = i
	}
	low, high := l.bounds(all)
	if len(nodes) == 0 {
		low, high = Point{}, Point{}
	}
	place := func(i int) Point {
		return Point{margin + labelRoom/2 + (l.At[i].X-low.X)*tieLength, margin + titleSize + lead*2 + (l.At[i].Y-low.Y)*tieLength}
	}
	for g := range measures.Groups {
		p.hull(g+1, measures, place)
	}
	strongest := 0.0
	for _, t := range ties {
		strongest = max(strongest, math.Abs(t.Weight))
	}
	var lines []string
	for _, t := range ties {
		tip := fmt.Sprintf("%s – %s: %.4g", nodes[t.From].Label, nodes[t.To].Label, t.Weight)
		s := Shape{Stroke: Faint, Width: .8 + (widestTie-.8)*math.Abs(t.Weight)/strongest, Tip: tip, Dashed: t.Weight < 0}
		s.Of = []discourse.Node{nodes[t.From], nodes[t.To]}
		if t.Weight < 0 {
			s.Stroke = Opposing
		}
		a, b := place(t.From), place(t.To)
		p.line(a.X, a.Y, b.X, b.Y, s)
		lines = append(lines, tip+".")
	}
	p.nodes(nodes, measures, place)
	p.Width = (high.X-low.X)*tieLength + 2*margin + labelRoom
	p.Description = strings.Join(lines, "\n")
	caption := append(words.captioned(rows, o), words.weighed(n.Choices), words.TieFull)
	if share := weightOf(m) / max(weightOf(whole), 1e-12); n.Weakest > 0 {
		caption = append(caption, fmt.Sprintf(words.Shown, px(n.Weakest), int(math.Round(share*100))))
	}
	p.foot(margin+titleSize+lead*2+(high.Y-low.Y)*tieLength+lead*2, caption)
	return p
}

// weightOf is the sum of the weights of the ties, without signs.
func weightOf(m *discourse.Matrix) (sum float64) {
	for _, t := range m.Ties() {
		sum += math.Abs(t.Weight)
	}
	return sum
}

// nodes draws nodes and the names of those with the strongest ties.
func (p *Picture) nodes(nodes []discourse.Node, measures discourse.Measures, place func(int) Point) {
	most := 0.0
	strong := make([]int, len(nodes))
	for i, n := range nodes {
		most = max(most, n.Positions)
		strong[i] = i
	}
	slices.SortStableFunc(strong, func(a, b int) int { return cmp.Compare(measures.Nodes[b].Weighted, measures.Nodes[a].Weighted) })
	named := map[int]bool{}
	for _, i := range strong[:min(labelled, len(strong))] {
		named[i] = true
	}
	for i, n := range nodes {
		at := place(i)
		size := nodeSize * (.7 + .9*math.Sqrt(n.Positions/max(most, 1)))
		tip := fmt.Sprintf("%s: %.4g", n.Label, n.Positions)
		p.node(at, size, n, tip)
		if named[i] {
			p.words(at.X, at.Y+size+smallSize+1, smallSize, fit(n.Label, smallSize, labelRoom), Shape{Anchor: AtMiddle, Halo: true, Tip: n.Label})
		}
	}
}

// node draws a node by its kind: persons are round, organisations square, states six-sided, groups three-sided, issues wide.
func (p *Picture) node(at Point, r float64, n discourse.Node, tip string) {
	s := Shape{Fill: Page, Stroke: Ink, Width: 1.6, Tip: tip, Of: []discourse.Node{n}}
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
		p.box(at.X-r*1.5, at.Y-r*.75, r*3, r*1.5, s)
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
func (p *Picture) hull(group int, measures discourse.Measures, place func(int) Point) {
	var around []Point
	members := 0
	for i, n := range measures.Nodes {
		if n.Group != group {
			continue
		}
		members++
		at := place(i)
		for k := range 8 {
			angle := math.Pi / 4 * float64(k)
			around = append(around, Point{at.X + hullMargin*math.Cos(angle), at.Y + hullMargin*math.Sin(angle)})
		}
	}
	if members > 2 {
		p.add(Shape{Kind: Area, Points: convex(around), Fill: Hull, Stroke: Grid, Width: 1})
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
