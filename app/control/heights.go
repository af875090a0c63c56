package control

// heights are those of a list's rows, in pixels: guessed until a row is measured. A
// Fenwick tree over them finds a row by its place, and its place by the row, in
// logarithmic time.
type heights struct {
	row      []float32
	measured []bool
	tree     []float64 // 1-based; float64, since it adds up thousands of small differences
	sum      float32   // of the measured ones
	known    int
}

// reset takes that many rows, none measured. The guess is what the measured ones
// were on average before.
func (h *heights) reset(n int) {
	guess := h.guess()
	h.row, h.measured, h.tree = make([]float32, n), make([]bool, n), make([]float64, n+1)
	h.sum, h.known = 0, 0
	for i := range h.row {
		h.row[i] = guess
	}
	for i := 1; i <= n; i++ {
		h.tree[i] += float64(guess)
		if up := i + i&-i; up <= n {
			h.tree[up] += h.tree[i]
		}
	}
}

func (h *heights) guess() float32 {
	if h.known == 0 {
		return 60
	}
	return h.sum / float32(h.known)
}

// set measures a row, and returns by how much it is higher than it was taken for.
func (h *heights) set(i int, height float32) (more float32) {
	if h.measured[i] {
		h.sum -= h.row[i]
	} else {
		h.measured[i] = true
		h.known++
	}
	h.sum += height
	more = height - h.row[i]
	if more == 0 {
		return 0
	}
	h.row[i] = height
	for at := i + 1; at < len(h.tree); at += at & -at {
		h.tree[at] += float64(more)
	}
	return more
}

// top is where row i begins; for i = number of rows, where the last one ends.
func (h *heights) top(i int) float32 {
	y := 0.0
	for ; i > 0; i -= i & -i {
		y += h.tree[i]
	}
	return float32(y)
}

func (h *heights) total() float32 { return h.top(len(h.row)) }

// at is the row that a place lies in: the first for what is above, the last for what is below.
func (h *heights) at(y float32) int {
	i, rest := 0, float64(y)
	step := 1
	for step*2 < len(h.tree) {
		step *= 2
	}
	for ; step > 0; step /= 2 {
		if next := i + step; next < len(h.tree) && h.tree[next] <= rest {
			i, rest = next, rest-h.tree[next]
		}
	}
	return max(min(i, len(h.row)-1), 0)
}
