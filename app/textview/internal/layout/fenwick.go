package layout

// fenwick holds a count for each of a row of things and their running sums;
// reading and changing either takes logarithmic time (Fenwick 1994).
type fenwick struct {
	tree  []int // 1-based
	count []int
}

func newFenwick(counts []int) fenwick {
	f := fenwick{tree: make([]int, len(counts)+1), count: counts}
	for i, c := range counts {
		f.tree[i+1] += c
		if parent := i + 1 + (i+1)&-(i+1); parent < len(f.tree) {
			f.tree[parent] += f.tree[i+1]
		}
	}
	return f
}

// at is the count of thing i.
func (f fenwick) at(i int) int { return f.count[i] }

// set changes the count of thing i.
func (f fenwick) set(i, count int) {
	delta := count - f.count[i]
	if delta == 0 {
		return
	}
	f.count[i] = count
	for n := i + 1; n < len(f.tree); n += n & -n {
		f.tree[n] += delta
	}
}

// sum is the sum of the counts of the first n things.
func (f fenwick) sum(n int) int {
	total := 0
	for ; n > 0; n -= n & -n {
		total += f.tree[n]
	}
	return total
}
