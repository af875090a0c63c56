package figure

import (
	"math"
	"slices"
)

// pivots is from how many nodes distances are taken to find where a layout starts.
const pivots = 40

// start places the nodes of each connected part by the two directions in which they are farthest apart (pivot MDS: Brandes and Pich, 2006),
// turned so that they lie as near as may be to where each of them would be on its own: so one node more turns nothing.
func (l *Layout) start() {
	members := map[int][]int{}
	for i, g := range l.group {
		members[g] = append(members[g], i)
	}
	for _, part := range members {
		if len(part) < 3 {
			continue
		}
		wanted := make([]Point, len(part))
		for k, n := range part {
			wanted[k] = l.At[n]
		}
		found := turnedTo(l.principal(part), wanted)
		for k, n := range part {
			l.At[n] = found[k]
		}
	}
}

// principal returns places of the nodes of a part by its two main directions.
func (l *Layout) principal(part []int) []Point {
	from := l.farApart(part)
	c := cells(len(part), len(from)) // squared distances, centred
	for i, n := range part {
		for k, pivot := range from {
			d := l.apart[n][pivot]
			c[i][k] = -d * d / 2
		}
	}
	centre(c)
	at := make([]Point, len(part))
	first := c.direction(nil)
	second := c.direction(first)
	for i := range part {
		at[i] = Point{dot(c[i], first), dot(c[i], second)}
	}
	scaled(at, l.spread(part))
	return at
}

// farApart chooses nodes of a part that lie far from one another.
func (l *Layout) farApart(part []int) []int {
	chosen := []int{part[0]}
	apart := slices.Clone(l.apart[part[0]])
	for len(chosen) < min(pivots, len(part)) {
		next := -1
		for _, n := range part {
			if next < 0 || apart[n] > apart[next] {
				next = n
			}
		}
		chosen = append(chosen, next)
		for _, n := range part {
			apart[n] = min(apart[n], l.apart[next][n])
		}
	}
	return chosen
}

// table is numbers by row and column.
type table [][]float64

// cells makes a table of zeros.
func cells(rows, columns int) table {
	t := make(table, rows)
	for i := range t {
		t[i] = make([]float64, columns)
	}
	return t
}

// centre takes the means of rows and columns off a table.
func centre(t table) {
	columns := make([]float64, len(t[0]))
	all := 0.0
	rows := make([]float64, len(t))
	for i, row := range t {
		for k, x := range row {
			rows[i] += x / float64(len(row))
			columns[k] += x / float64(len(t))
			all += x / float64(len(row)*len(t))
		}
	}
	for i, row := range t {
		for k := range row {
			row[k] += all - rows[i] - columns[k]
		}
	}
}

// direction is that in which the rows lie farthest apart, at right angles to another if there is one: found by going the way of the table
// back and forth.
func (t table) direction(beside []float64) []float64 {
	v := make([]float64, len(t[0]))
	for k := range v {
		v[k] = 1 + float64(mixed(uint64(k)+1)>>40)/(1<<24) // none of the directions themselves
	}
	for range 60 {
		to := make([]float64, len(v))
		for _, row := range t {
			x := dot(row, v)
			for k := range to {
				to[k] += x * row[k]
			}
		}
		if beside != nil {
			x := dot(to, beside)
			for k := range to {
				to[k] -= x * beside[k]
			}
		}
		length := math.Sqrt(dot(to, to))
		if length < 1e-12 {
			return to
		}
		for k := range to {
			v[k] = to[k] / length
		}
	}
	return v
}

func dot(x, y []float64) (sum float64) {
	for k := range x {
		sum += x[k] * y[k]
	}
	return sum
}

// spread is how far the nodes of a part are apart on the whole.
func (l *Layout) spread(part []int) float64 {
	sum := 0.0
	for _, n := range part {
		sum += l.apart[part[0]][n]
	}
	return sum / float64(len(part))
}

// scaled spreads places so that they are so far from their middle on the whole.
func scaled(at []Point, far float64) {
	sum := 0.0
	for _, p := range at {
		sum += math.Hypot(p.X, p.Y) / float64(len(at))
	}
	for i := range at {
		if sum > 0 {
			at[i] = Point{at[i].X * far / sum, at[i].Y * far / sum}
		}
	}
}

// turnedTo turns places, as they are or as a mirror shows them, to where they lie nearest to others (Schönemann, 1966).
func turnedTo(at, wanted []Point) []Point {
	best, top := at, math.Inf(-1)
	for _, mirror := range []float64{1, -1} {
		var along, across float64
		for i, p := range at {
			x, y := p.X*mirror, p.Y
			along += x*wanted[i].X + y*wanted[i].Y
			across += x*wanted[i].Y - y*wanted[i].X
		}
		if fits := math.Hypot(along, across); fits > top {
			top = fits
			sin, cos := math.Sincos(math.Atan2(across, along))
			best = make([]Point, len(at))
			for i, p := range at {
				x, y := p.X*mirror, p.Y
				best[i] = Point{x*cos - y*sin, x*sin + y*cos}
			}
		}
	}
	return best
}
