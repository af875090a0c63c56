package layout

import (
	"sort"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"standpoint/store/text"
)

// Row is one row of the column, laid out from left to right as it is seen.
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
	sign     bool // from right to left, and no letter: one grapheme cluster
	level    uint8
}

func (p piece) rightToLeft() bool { return p.level%2 == 1 }

// Box is a stretch of a row.
type Box struct{ X, Width float32 }

// Row is row number i of a block. It wraps the block.
func (col *Column) Row(blockIndex, i int) *Row {
	col.wrapBlock(blockIndex)
	key := rowKey{blockIndex, i}
	if row, ok := col.built[key]; ok {
		return row
	}
	if len(col.built) >= rowsKept {
		clear(col.built)
	}
	row := col.buildRow(blockIndex, i)
	col.built[key] = row
	return row
}

func (col *Column) buildRow(blockIndex, i int) *Row {
	b := col.blocks[blockIndex]
	var from rowEnd
	if i > 0 {
		from = b.ends[i-1]
	}
	to := b.ends[i]
	row := &Row{
		Block: blockIndex, Index: i, Empty: b.empty,
		Span:   text.Span{Start: b.span.Start + int(from.pos), End: b.span.Start + int(to.pos)},
		Text:   col.content[b.fromByte+int(from.byte) : b.fromByte+int(to.byte)],
		Last:   b.endsLine && i == len(b.ends)-1,
		widths: col.widths,
	}
	row.cut()
	row.measure()
	row.arrange(col.levels(blockIndex, int(from.byte), int(to.byte)), levelOf(b.rightLeft))
	if b.rightLeft {
		row.Left = col.geometry.Width - row.Width
	}
	return row
}

// levels are the bidi levels of the bytes of a row; nil if all is from left to
// right.
func (col *Column) levels(blockIndex, from, to int) []uint8 {
	b := col.blocks[blockIndex]
	line := col.content[b.fromByte:b.toByte]
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
