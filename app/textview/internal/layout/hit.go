package layout

import (
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"standpoint/app/direction"
)

// X is where in the column a position of the row stands.
func (r *Row) X(pos int) float32 {
	i := r.pieceAt(pos - r.Span.Start)
	if i < 0 {
		return r.Left
	}
	return r.Left + r.pieces[i].x + r.within(r.pieces[i], pos-r.Span.Start)
}

// pieceAt is the piece in which or at whose end a position stands, -1 if the
// row has none.
func (r *Row) pieceAt(pos int) int {
	i := sort.Search(len(r.pieces), func(i int) bool { return r.pieces[i].start > pos })
	return max(0, i) - 1
}

// within is how far from the left of a piece the position stands, which counts
// from the row's start.
func (r *Row) within(p piece, pos int) float32 {
	at := p.from + byteOffset(r.Text[p.from:p.to], pos-p.start)
	var advance float32
	switch {
	case p.hanging:
		return 0
	case at <= p.from:
		advance = 0
	case at >= p.to:
		advance = p.width
	case p.space:
		advance = r.widths.spaces(r.Text[p.from:at])
	case p.rightToLeft():
		advance = min(p.width, r.widths.in(r.Text[p.from:at]+direction.Joiner, p.standIn))
	default:
		advance = min(p.width, r.widths.in(r.Text[p.from:at], p.standIn))
	}
	if p.rightToLeft() {
		return p.width - advance
	}
	return advance
}

// byteOffset is how many bytes the first n code points of s take.
func byteOffset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// At is the position of the row nearest to x, never within a grapheme cluster.
func (r *Row) At(x float32) int {
	if r.mixed() {
		return r.nearestOfAll(x)
	}
	best, nearest := 0, float32(-1)
	for i, p := range r.pieces {
		if p.hanging && i > 0 {
			continue
		}
		at := x - r.Left - p.x
		if distance := max(-at, at-p.width, 0); nearest < 0 || distance < nearest {
			best, nearest = i, distance
		}
	}
	if nearest < 0 {
		return r.Span.Start
	}
	return r.Span.Start + r.nearestIn(best, x-r.Left-r.pieces[best].x)
}

// mixed says that the row has words of both directions, or from right to left,
// where the end of one word is not where the next begins.
func (r *Row) mixed() bool {
	return slices.ContainsFunc(r.pieces, func(p piece) bool { return p.level > 0 })
}

// nearestOfAll looks at all positions of the row.
func (r *Row) nearestOfAll(x float32) int {
	best, nearest := r.Span.Start, float32(-1)
	end := r.SeenEnd() - r.Span.Start
	for i := range r.pieces {
		for _, edge := range r.clusterEdges(i) {
			distance := r.X(r.Span.Start+edge) - x
			distance = max(distance, -distance)
			if edge <= end && (nearest < 0 || distance < nearest) {
				best, nearest = r.Span.Start+edge, distance
			}
		}
	}
	return best
}

// nearestIn is the position in piece i, which reads from left to right, nearest
// to x, which counts from the piece's left.
func (r *Row) nearestIn(i int, x float32) int {
	p := r.pieces[i]
	edges := r.clusterEdges(i)
	n := sort.Search(len(edges), func(n int) bool { return r.within(p, edges[n]) >= x })
	if n == len(edges) || (n > 0 && x-r.within(p, edges[n-1]) < r.within(p, edges[n])-x) {
		n--
	}
	return edges[n]
}

// Under is the grapheme cluster that is drawn at x; there is none beside the
// text.
func (r *Row) Under(x float32) (pos int, ok bool) {
	for i, p := range r.pieces {
		if at := x - r.Left - p.x; p.hanging || at < 0 || at >= p.width {
			continue
		}
		edges := r.clusterEdges(i)
		for n := 1; n < len(edges); n++ {
			a, b := r.within(p, edges[n-1]), r.within(p, edges[n])
			if at := x - r.Left - p.x; min(a, b) <= at && at < max(a, b) {
				return r.Span.Start + edges[n-1], true
			}
		}
	}
	return 0, false
}

// clusterEdges are the boundaries of the grapheme clusters of piece i, in code
// points of the row.
func (r *Row) clusterEdges(i int) []int {
	p := r.pieces[i]
	edges := []int{p.start}
	state := -1
	for rest := r.Text[p.from:p.to]; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		edges = append(edges, edges[len(edges)-1]+utf8.RuneCountInString(cluster))
	}
	return edges
}

// SeenEnd is the position after what is seen of the row: before the white
// space that hangs over its end.
func (r *Row) SeenEnd() int {
	for _, p := range r.pieces {
		if p.hanging {
			return r.Span.Start + p.start
		}
	}
	return r.Span.End
}
