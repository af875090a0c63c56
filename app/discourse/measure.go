package discourse

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/simple"
)

// Measures are what is measured of a network.
type Measures struct {
	Density    float64 // ties of all that could be, from 0 to 1 (Wasserman and Faust, 1994, chapter 4)
	Nodes      []NodeMeasures
	IsCoarse   bool    // there are more ties than FinelyMeasured: no betweenness, no groups
	Groups     int     // into which the nodes with positive ties fall
	Modularity float64 // of these groups (Newman and Girvan, 2004)
}

// NodeMeasures are what is measured of one node.
type NodeMeasures struct {
	Degree      int     // its ties
	Weighted    float64 // the sum of their weights without signs
	Betweenness float64 // the shares of shortest ways between two others on which it is, weights aside (Freeman, 1977)
	Group       int     // from 1, the largest first; 0 if it has no positive tie
}

// FinelyMeasured is how many ties a network has at most of which betweenness and groups are found: these take seconds, and more are no
// network that can be looked at.
const FinelyMeasured = 200_000

// seed makes what is drawn by chance the same each time.
const seed = 1

// Measure measures a network. Groups are those of the Louvain method (Blondel et al., 2008) over positive ties.
func (m *Matrix) Measure() Measures {
	measures, err := m.MeasureContext(context.Background())
	if err != nil {
		panic(err) // nobody can end it
	}
	return measures
}

// MeasureContext is Measure that can be ended, between one node and the next: its error is that of the context.
func (m *Matrix) MeasureContext(ctx context.Context) (Measures, error) {
	nodes, ties := m.Nodes(), m.Ties()
	r := Measures{Nodes: make([]NodeMeasures, len(nodes))}
	possible := len(m.Rows) * len(m.Columns)
	if m.OneMode {
		possible = len(nodes) * (len(nodes) - 1) / 2
	}
	if possible > 0 {
		r.Density = float64(len(ties)) / float64(possible)
	}
	weighted := simple.NewWeightedUndirectedGraph(0, 0)
	near := make([][]int32, len(nodes))
	for _, t := range ties {
		for _, n := range []int{t.From, t.To} {
			r.Nodes[n].Degree++
			r.Nodes[n].Weighted += math.Abs(t.Weight)
		}
		near[t.From], near[t.To] = append(near[t.From], int32(t.To)), append(near[t.To], int32(t.From))
		if t.Weight > 0 {
			weighted.SetWeightedEdge(weighted.NewWeightedEdge(simple.Node(t.From), simple.Node(t.To), t.Weight))
		}
	}
	if r.IsCoarse = len(ties) > FinelyMeasured; r.IsCoarse {
		return r, ctx.Err()
	}
	between, err := betweenness(ctx, near)
	if err != nil {
		return Measures{}, err
	}
	for n := range between {
		r.Nodes[n].Betweenness = between[n]
	}
	if weighted.Nodes().Len() == 0 {
		return r, nil
	}
	groups, err := groupsOf(ctx, weighted)
	if err != nil {
		return Measures{}, err
	}
	for g, members := range groups {
		for _, n := range members {
			r.Nodes[n.ID()].Group = g + 1
		}
	}
	r.Groups, r.Modularity = len(groups), rounded(community.Q(weighted, groups, 1))
	return r, ctx.Err()
}

// groupsOf are the groups into which nodes fall, in order.
func groupsOf(ctx context.Context, ties graph.WeightedUndirected) (groups [][]graph.Node, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case ended:
			err = r.error
		default:
			panic(r)
		}
	}()
	groups = community.Modularize(ties, 1, lot{rand.NewPCG(seed, seed), ctx}).Communities()
	order(groups)
	return groups, nil
}

// lot draws by chance until its context ends. Then it panics with ended, since what looks for groups knows of no end: it draws for each
// node of each round.
type lot struct {
	rand.Source
	ctx context.Context
}

// ended is why nothing is drawn any more.
type ended struct{ error }

// Uint64 implements rand.Source.
func (l lot) Uint64() uint64 {
	if err := l.ctx.Err(); err != nil {
		panic(ended{err})
	}
	return l.Source.Uint64()
}

// betweenness returns for each node, given those next to each, the shares of shortest ways between two others on which it is (Brandes,
// 2001).
func betweenness(ctx context.Context, near [][]int32) ([]float64, error) {
	n := len(near)
	between, ways, owed := make([]float64, n), make([]float64, n), make([]float64, n)
	apart, order := make([]int32, n), make([]int32, 0, n)
	for start := range near {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		clear(ways)
		clear(owed)
		clear(apart)
		ways[start], apart[start] = 1, 1 // 0 is where no way leads
		order = append(order[:0], int32(start))
		for k := 0; k < len(order); k++ {
			i := order[k]
			for _, to := range near[i] {
				if apart[to] == 0 {
					apart[to] = apart[i] + 1
					order = append(order, to)
				}
				if apart[to] == apart[i]+1 {
					ways[to] += ways[i]
				}
			}
		}
		for k := len(order) - 1; k > 0; k-- {
			i := order[k]
			for _, from := range near[i] {
				if apart[from] == apart[i]-1 {
					owed[from] += ways[from] / ways[i] * (1 + owed[i])
				}
			}
			between[i] += owed[i] / 2 // each pair is counted both ways
		}
	}
	return between, nil
}

// order puts groups in order: the largest first, then that of the first node.
func order(groups [][]graph.Node) {
	for _, members := range groups {
		slices.SortFunc(members, func(a, b graph.Node) int { return int(a.ID() - b.ID()) })
	}
	slices.SortFunc(groups, func(a, b []graph.Node) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return int(a[0].ID() - b[0].ID())
	})
}

// rounded takes away what hangs on the order in which numbers were added.
func rounded(x float64) float64 { return math.Round(x*1e9) / 1e9 }
