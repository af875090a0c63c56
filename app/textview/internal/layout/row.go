package layout

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"standpoint/store/text"

	"github.com/rivo/uniseg"
)

// Row is one row of the page, laid out from left to right as it is seen.
type Row struct {
	Block, Index int
	Span         text.Span // of the body; the rows of a line span all of it, without its line feed
	Text         string    // what Span holds
	Last         bool      // the last row of its line
	Empty        bool      // of an empty line
	Width        float32   // of what is seen, without white space at the end
	Left         float32   // where that begins in the column: not 0 in lines from right to left

	pieces []piece // in the order of the text
	widths *Widths
}

// piece is a word, or the white space between two words.
type piece struct {
	from, to int // bytes in the row's text
	start    int // code points in the row's text
	x, width float32
	space    bool
	standIn  bool // drawn in the font that stands in
	hanging  bool // white space at the end of the row, which is not seen
	level    uint8
}

func (p piece) rightToLeft() bool { return p.level%2 == 1 }

// Run is a part of a row to draw as one string.
type Run struct {
	Span     text.Span
	Text     string
	X, Width float32
	StandIn  bool // in the font that stands in for the page's
}

// Box is a stretch of a row.
type Box struct{ X, Width float32 }

// Row is row number i of a block. It wraps the block.
func (p *Page) Row(blockIndex, i int) *Row {
	p.wrapBlock(blockIndex)
	key := rowKey{blockIndex, i}
	if row, ok := p.built[key]; ok {
		return row
	}
	if len(p.built) >= rowsKept {
		clear(p.built)
	}
	row := p.buildRow(blockIndex, i)
	p.built[key] = row
	return row
}

func (p *Page) buildRow(blockIndex, i int) *Row {
	b := p.blocks[blockIndex]
	var from rowEnd
	if i > 0 {
		from = b.ends[i-1]
	}
	to := b.ends[i]
	row := &Row{
		Block: blockIndex, Index: i, Empty: b.empty,
		Span:   text.Span{Start: b.span.Start + int(from.pos), End: b.span.Start + int(to.pos)},
		Text:   p.content[b.fromByte+int(from.byte) : b.fromByte+int(to.byte)],
		Last:   b.endsLine && i == len(b.ends)-1,
		widths: p.widths,
	}
	row.cut()
	row.measure()
	base := uint8(0)
	if b.rightLeft {
		base = 1
	}
	row.arrange(p.levels(blockIndex, int(from.byte), int(to.byte)), base)
	if b.rightLeft {
		row.Left = p.geometry.Width - row.Width
	}
	return row
}

// levels are the bidi levels of the bytes of a row; nil if all is from left to
// right.
func (p *Page) levels(blockIndex, from, to int) []uint8 {
	b := p.blocks[blockIndex]
	line := p.content[b.fromByte:b.toByte]
	if !b.rightLeft && !hasRightToLeft(line[from:to]) {
		return nil
	}
	return bidiLevels(line, b.rightLeft)[from:to]
}

// cut finds the words and the spaces between them.
func (r *Row) cut() {
	at, start := 0, 0
	for at < len(r.Text) {
		first, size := utf8.DecodeRuneInString(r.Text[at:])
		end, points := at+size, 1
		space := spaceAt(r.Text, at)
		for end < len(r.Text) && (first != '\t' || !space) {
			next, size := utf8.DecodeRuneInString(r.Text[end:])
			if spaceAt(r.Text, end) != space || (space && next == '\t') ||
				(!space && end-at >= longestToken && isClusterBoundary(r.Text[at:], end-at)) {
				break
			}
			end += size
			points++
		}
		r.pieces = append(r.pieces, piece{from: at, to: end, start: start, space: space})
		at, start = end, start+points
	}
	for i := len(r.pieces) - 1; i >= 0 && r.pieces[i].space; i-- {
		r.pieces[i].hanging = !r.Last || r.Empty
	}
}

// spaceAt says that white space begins at a byte of s. A space with an accent on
// it is a letter.
func spaceAt(s string, at int) bool {
	r, size := utf8.DecodeRuneInString(s[at:])
	return isSpace(r) && !continues(s[at:], size)
}

func isClusterBoundary(s string, at int) bool {
	state := -1
	for rest, length := s, 0; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		length += len(cluster)
		if length >= at {
			return length == at
		}
	}
	return true
}

func (r *Row) measure() {
	for i := range r.pieces {
		p := &r.pieces[i]
		if p.space {
			p.width = r.widths.spaces(r.Text[p.from:p.to])
		} else {
			p.standIn = r.widths.needsStandIn(r.Text[p.from:p.to])
			p.width = r.widths.in(r.Text[p.from:p.to], p.standIn)
		}
	}
}

// arrange gives each piece its place from left to right.
func (r *Row) arrange(levels []uint8, base uint8) {
	if levels != nil {
		r.splitByLevel(levels, base)
	}
	x := float32(0)
	for _, i := range visualOrder(r.pieces) {
		r.pieces[i].x = x
		if !r.pieces[i].hanging {
			x += r.pieces[i].width
		}
	}
	r.Width = x
}

// splitByLevel cuts pieces where the direction changes within them.
func (r *Row) splitByLevel(levels []uint8, base uint8) {
	var split []piece
	for _, p := range r.pieces {
		split = append(split, r.levelPieces(p, levels)...)
	}
	for i := len(split) - 1; i >= 0 && split[i].space; i-- {
		split[i].level = base // rule L1
	}
	r.pieces = split
	r.measure()
}

func (r *Row) levelPieces(p piece, levels []uint8) []piece {
	var out []piece
	from, start := p.from, p.start
	for from < p.to {
		to := from
		points := 0
		for to < p.to && levels[to] == levels[from] {
			_, size := utf8.DecodeRuneInString(r.Text[to:])
			to += size
			points++
		}
		q := p
		q.from, q.to, q.start, q.level = from, to, start, levels[from]
		out = append(out, q)
		from, start = to, start+points
	}
	return out
}

// Runs are what to draw of the row. Words from right to left are runs of their
// own; everything else is as long as it can be, so that it is kerned.
func (r *Row) Runs() []Run {
	return r.RunsCut(nil)
}

// RunsCut are the runs of the row, cut at the given positions of the body
// too, so that the parts can be drawn in different colours. The positions are
// in ascending order.
func (r *Row) RunsCut(cuts []int) []Run {
	var runs []Run
	open := -1 // piece with which a run from left to right began
	flush := func(to int) {
		if open >= 0 {
			runs = append(runs, r.cutRun(open, to, cuts)...)
			open = -1
		}
	}
	for i, p := range r.pieces {
		tab := p.space && r.Text[p.from] == '\t'
		switch {
		case tab || p.hanging:
			flush(i)
		case p.rightToLeft():
			flush(i)
			if !p.space {
				runs = append(runs, r.cutRun(i, i+1, cuts)...)
			}
		case open >= 0 && !p.space && (r.pieces[open].level != p.level || r.pieces[open].standIn != p.standIn):
			flush(i)
			open = i
		case open < 0 && !p.space:
			open = i
		}
	}
	flush(len(r.pieces))
	return runs
}

// cutRun is the run of pieces from..to, cut at positions within it.
func (r *Row) cutRun(from, to int, cuts []int) []Run {
	first, last := r.pieces[from], r.pieces[to-1]
	span := text.Span{Start: r.Span.Start + first.start, End: r.Span.Start + last.start + utf8.RuneCountInString(r.Text[last.from:last.to])}
	var runs []Run
	start, startByte := span.Start, first.from
	add := func(end, endByte int) {
		part := text.Span{Start: start, End: end}
		shown := Drawable(r.Text[startByte:endByte])
		if strings.TrimFunc(shown, isSpace) == "" {
			start, startByte = end, endByte
			return
		}
		box := r.box(part, from, to)
		if first.rightToLeft() {
			shown = rightToLeftMark + shown + rightToLeftMark
		}
		runs = append(runs, Run{Span: part, Text: shown, X: box.X, Width: box.Width, StandIn: first.standIn})
		start, startByte = end, endByte
	}
	for _, cut := range cuts {
		if cut > start && cut < span.End {
			add(cut, startByte+byteOffset(r.Text[startByte:], cut-start))
		}
	}
	add(span.End, last.to)
	return runs
}

// rightToLeftMark at both ends of a word makes the shaper read all of it from
// right to left, its brackets and quotation marks too.
const rightToLeftMark = "\u200f"

// Boxes are the stretches of the row that the span covers, from left to right.
// White space that hangs over the end of the row has none.
func (r *Row) Boxes(s text.Span) []Box {
	from, to := max(s.Start, r.Span.Start), min(s.End, r.Span.End)
	if from >= to {
		return nil
	}
	var boxes []Box
	for i, p := range r.pieces {
		end := r.end(i)
		if p.hanging || end <= from-r.Span.Start || p.start >= to-r.Span.Start {
			continue
		}
		boxes = append(boxes, r.box(text.Span{Start: from, End: to}, i, i+1))
	}
	return joined(boxes)
}

// box is the stretch from the span's beginning to its end within pieces of one
// direction.
func (r *Row) box(s text.Span, from, to int) Box {
	left, right := float32(0), float32(0)
	for i := from; i < to; i++ {
		p := r.pieces[i]
		a := r.Left + p.x + r.within(p, max(s.Start-r.Span.Start, p.start))
		b := r.Left + p.x + r.within(p, min(s.End-r.Span.Start, r.end(i)))
		if s.Start-r.Span.Start >= r.end(i) || s.End-r.Span.Start <= p.start {
			continue
		}
		if a > b {
			a, b = b, a
		}
		if right == 0 && left == 0 {
			left, right = a, b
		}
		left, right = min(left, a), max(right, b)
	}
	return Box{X: left, Width: right - left}
}

func joined(boxes []Box) []Box {
	sort.Slice(boxes, func(i, j int) bool { return boxes[i].X < boxes[j].X })
	var out []Box
	for _, b := range boxes {
		if n := len(out); n > 0 && b.X <= out[n-1].X+out[n-1].Width+0.5 {
			out[n-1].Width = max(out[n-1].Width, b.X+b.Width-out[n-1].X)
			continue
		}
		out = append(out, b)
	}
	return out
}

// end is where piece i ends, in code points of the row.
func (r *Row) end(i int) int {
	if i+1 < len(r.pieces) {
		return r.pieces[i+1].start
	}
	return r.Span.Len()
}

// within is how far from the left of a piece the position stands, which counts
// from the row's start.
func (r *Row) within(p piece, pos int) float32 {
	at := p.from + byteOffset(r.Text[p.from:p.to], pos-p.start)
	var advance float32
	switch {
	case p.hanging:
		return 0
	case at >= p.to:
		advance = p.width
	case p.space:
		advance = r.widths.spaces(r.Text[p.from:at])
	default:
		advance = min(p.width, r.widths.in(r.Text[p.from:at], p.standIn))
	}
	if p.rightToLeft() {
		return p.width - advance
	}
	return advance
}

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

// nearestIn is the position in piece i nearest to x, which counts from the
// piece's left.
func (r *Row) nearestIn(i int, x float32) int {
	p := r.pieces[i]
	edges := r.clusterEdges(i)
	distance := func(n int) float32 {
		d := r.within(p, edges[n]) - x
		return max(d, -d)
	}
	n := sort.Search(len(edges), func(n int) bool {
		if p.rightToLeft() {
			return r.within(p, edges[n]) <= x
		}
		return r.within(p, edges[n]) >= x
	})
	if n == len(edges) || (n > 0 && distance(n-1) < distance(n)) {
		n--
	}
	return edges[n]
}

// clusterEdges are the boundaries of the grapheme clusters of piece i, in code
// points of the row. A combining mark at its start belongs to what is before.
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
