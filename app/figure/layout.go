package figure

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"

	"standpoint/app/discourse"
)

// Layout places the nodes of a network so that how far two of them stand apart is how far they are in the network: stress majorisation
// (Gansner, Koren and North, 2004). It starts from places that hang on the nodes alone, so that the same network has the same picture and
// one tie more moves little.
type Layout struct {
	At    []Point // 1 is the length of a strong tie
	apart [][]float64
	group []int // the part of the network that is connected
}

// Lengths of ties.
const (
	nearest  = 1.0
	farthest = 2.0
	opposed  = 2.6 // of a tie that is conflict
)

// NewLayout prepares the layout of nodes and of ties between them, by their places in the list.
func NewLayout(nodes []discourse.Node, ties []discourse.Tie) *Layout {
	l := &Layout{At: make([]Point, len(nodes))}
	for i, n := range nodes {
		l.At[i] = startOf(n, len(nodes))
	}
	l.measure(ties)
	l.start()
	return l
}

// startOf is where a node starts: within a disc, by its id.
func startOf(n discourse.Node, of int) Point {
	h := fnv.New64a()
	h.Write([]byte(n.Variable))
	h.Write(n.ID[:])
	sum := mixed(h.Sum64())
	angle := float64(sum>>32) / (1 << 32) * 2 * math.Pi
	radius := math.Sqrt(float64(sum&0xffffffff)/(1<<32)) * math.Sqrt(float64(of)) * .7
	return Point{math.Cos(angle) * radius, math.Sin(angle) * radius}
}

// mixed spreads the bits of a number (Steele, Lea and Flood, 2014).
func mixed(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// neighbour is a node at the other end of a tie.
type neighbour struct {
	node   int
	length float64
}

// measure finds how far each node is from each other along the ties.
func (l *Layout) measure(ties []discourse.Tie) {
	n := len(l.At)
	mean := 0.0 // which one tie changes little
	for _, t := range ties {
		mean += math.Abs(t.Weight) / float64(len(ties))
	}
	near := make([][]neighbour, n)
	for _, t := range ties {
		length := opposed
		if t.Weight > 0 {
			length = nearest + (farthest-nearest)/(1+t.Weight/mean)
		}
		near[t.From] = append(near[t.From], neighbour{t.To, length})
		near[t.To] = append(near[t.To], neighbour{t.From, length})
	}
	l.apart = make([][]float64, n)
	l.group = make([]int, n)
	for i := range n {
		l.apart[i] = waysFrom(i, near)
		l.group[i] = i
		for j, d := range l.apart[i][:i] {
			if !math.IsInf(d, 1) {
				l.group[i] = l.group[j]
				break
			}
		}
	}
}

// waysFrom returns the lengths of the shortest ways from a node. Ties of one length class wait in a row of their own (Dial, 1969), so that
// no heap is needed; lengths count to a sixteenth.
func waysFrom(start int, near [][]neighbour) []float64 {
	const parts = 16
	apart := slices.Repeat([]float64{math.Inf(1)}, len(near))
	apart[start] = 0
	rows := [][]int{{start}}
	for at := 0; at < len(rows); at++ {
		for k := 0; k < len(rows[at]); k++ {
			i := rows[at][k]
			if int(math.Round(apart[i]*parts)) != at {
				continue
			}
			for _, to := range near[i] {
				d := math.Round((apart[i]+to.length)*parts) / parts
				if d >= apart[to.node] {
					continue
				}
				apart[to.node] = d
				row := int(d * parts)
				for len(rows) <= row {
					rows = append(rows, nil)
				}
				rows[row] = append(rows[row], to.node)
			}
		}
	}
	return apart
}

// Rounds of a layout: at most so many, and of a large network as many as look at so many pairs of nodes.
const (
	mostRounds = 200
	mostPairs  = 4e8
)

// Settle improves the layout until nothing moves by what could be seen, a fiftieth of a tie, or more where many nodes make a tie small, or
// it has taken long enough. step hears of each round; if it returns false the layout stays as it is then.
func (l *Layout) Settle(step func() bool) {
	n := float64(len(l.At))
	seen := .02 * max(1, math.Sqrt(n/50))
	for range int(min(mostRounds, mostPairs/max(n*n, 1))) {
		if l.round() < seen || !step() {
			return
		}
	}
}

// round moves each node once to where its distances want it, and returns by how far the farthest moved.
func (l *Layout) round() (farthest float64) {
	for i := range l.At {
		at := l.At[i]
		var x, y, weights float64
		for j, d := range l.apart[i] {
			if j == i || math.IsInf(d, 1) {
				continue
			}
			dx, dy := at.X-l.At[j].X, at.Y-l.At[j].Y
			length := math.Sqrt(dx*dx + dy*dy)
			if length < 1e-9 {
				dx, dy, length = float64(i-j), 1, math.Hypot(float64(i-j), 1)
			}
			inverse := 1 / (d * d * length) // one division for both
			w, out := inverse*length, inverse*d
			x += w*l.At[j].X + out*dx
			y += w*l.At[j].Y + out*dy
			weights += w
		}
		if weights == 0 {
			continue
		}
		to := Point{x / weights, y / weights}
		farthest = max(farthest, math.Hypot(to.X-at.X, to.Y-at.Y))
		l.At[i] = to
	}
	return farthest
}

// packed are the places of the nodes with the parts of the network that are not connected beside one another, the largest first, in rows.
func (l *Layout) packed() []Point {
	at := slices.Clone(l.At)
	members := map[int][]int{}
	var parts []int
	for i, g := range l.group {
		if members[g] == nil {
			parts = append(parts, g)
		}
		members[g] = append(members[g], i)
	}
	slices.SortStableFunc(parts, func(a, b int) int { return cmp.Compare(len(members[b]), len(members[a])) })
	const gap = 1.2
	wide := 3.6 * math.Sqrt(float64(len(at))) // hangs on nothing that one tie changes
	var x, y, tall float64
	for i, g := range parts {
		low, high := cornersOf(l.At, members[g])
		width, height := high.X-low.X, high.Y-low.Y
		if i == 0 {
			wide = max(wide, width)
		} else if x > 0 && x+width > wide {
			x, y, tall = 0, y+tall+gap, 0
		}
		for _, n := range members[g] {
			at[n].X += x - low.X
			at[n].Y += y - low.Y
		}
		x += width + gap
		tall = max(tall, height)
	}
	return at
}

// cornersOf are the corners of some of the places of nodes.
func cornersOf(all []Point, nodes []int) (low, high Point) {
	low, high = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, n := range nodes {
		at := all[n]
		low, high = Point{min(low.X, at.X), min(low.Y, at.Y)}, Point{max(high.X, at.X), max(high.Y, at.Y)}
	}
	return low, high
}
