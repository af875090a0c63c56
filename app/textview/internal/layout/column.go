// Package layout is the part of the reading view that needs no window: it
// breaks a body into rows of a given width, says where in the column a position
// stands and which position stands at a point, scrolls, and keeps what lies
// side by side in lanes.
//
// It knows texts and a function that measures them, nothing of fonts, colours
// or canvases. Lengths are pixels of the column, whose origin is the upper left
// corner of the first row; positions are code points of the body.
//
// The body is laid out in blocks: a line of the body is one block, or several
// if it is very long. Blocks are broken into rows when they are looked at, or
// in slices by [Column.WrapSome]; until then their height is an estimate.
package layout

import (
	"math"
	"sort"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"standpoint/app/direction"
	"standpoint/store/text"
)

// Geometry is the measure of a column in pixels.
type Geometry struct {
	Width     float32 // of the column
	RowHeight float32
	Gap       float32 // between two paragraphs, and the height of an empty line
}

const (
	// A line of more code points is laid out in several blocks, so that no
	// single step takes long whatever the text is.
	longestBlock = 6000
	rowsKept     = 1024
)

// Column is one body laid out in rows of one width.
type Column struct {
	body     *text.Body
	content  string
	widths   *Widths
	geometry Geometry

	blocks []block
	rows   fenwick // rows of each block, estimated until it is wrapped
	gaps   fenwick // gaps below each block, 0 or 1
	next   int     // first block that may not be wrapped yet
	built  map[rowKey]*Row
}

type block struct {
	span      text.Span
	fromByte  int
	toByte    int
	ends      []rowEnd // nil until wrapped
	endsLine  bool     // the line of the body ends here, not only the block
	empty     bool     // an empty line: it is as high as a gap
	rightLeft bool     // the line reads from right to left
}

type rowKey struct{ block, row int }

// New lays a body out. Nothing is wrapped yet.
func New(body *text.Body, widths *Widths, g Geometry) *Column {
	col := &Column{body: body, content: body.String(), widths: widths}
	col.cutIntoBlocks()
	col.Resize(g)
	return col
}

// Resize changes the measure, or takes notice that the widths have changed.
func (col *Column) Resize(g Geometry) {
	col.geometry = g
	col.next = 0
	col.built = make(map[rowKey]*Row)
	perRow := max(1, float64(g.Width)/float64(col.widths.average()))
	rows := make([]int, len(col.blocks))
	for i := range col.blocks {
		b := &col.blocks[i]
		b.ends = nil
		if !b.empty {
			rows[i] = max(1, int(math.Ceil(float64(b.span.Len())/perRow)))
		}
	}
	col.rows = newFenwick(rows)
}

func (col *Column) cutIntoBlocks() {
	lines := col.body.Lines()
	col.blocks = make([]block, 0, len(lines))
	for _, line := range lines {
		col.cutLine(line)
	}
	gaps := make([]int, len(col.blocks))
	for i, b := range col.blocks {
		last := i == len(col.blocks)-1
		if b.empty || (b.endsLine && !last && !col.blocks[i+1].empty) {
			gaps[i] = 1
		}
	}
	col.gaps = newFenwick(gaps)
}

func (col *Column) cutLine(line text.Span) {
	from := col.body.ByteOffset(line.Start)
	to := col.body.ByteOffset(line.End)
	rightLeft := direction.RightToLeft(col.content[from:to])
	empty := isBlank(col.content[from:to])
	for line.Len() > longestBlock {
		cut := col.cutNear(line.Start)
		cutByte := col.body.ByteOffset(cut)
		col.blocks = append(col.blocks, block{
			span: text.Span{Start: line.Start, End: cut}, fromByte: from, toByte: cutByte, rightLeft: rightLeft,
		})
		line.Start, from = cut, cutByte
	}
	col.blocks = append(col.blocks, block{
		span: line, fromByte: from, toByte: to, endsLine: true, empty: empty, rightLeft: rightLeft,
	})
}

// cutNear is a place to cut a long line that begins at start, at most
// longestBlock further on: after a space or between two ideographs if there are
// any, else between two grapheme clusters.
func (col *Column) cutNear(start int) int {
	cut := start + longestBlock
	at := col.body.ByteOffset(cut)
	next, _ := utf8.DecodeRuneInString(col.content[at:])
	for range longestBlock / 5 {
		r, size := utf8.DecodeLastRuneInString(col.content[:at])
		if r == ' ' && !continues(col.content[at-size:], size) && !keepsTogether(col.content, at) || isIdeograph(r) && isIdeograph(next) {
			return cut
		}
		at -= size
		cut--
		next = r
	}
	return start + longestClusters(col.content[col.body.ByteOffset(start):], longestBlock)
}

func isIdeograph(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }

// longestClusters is how many code points the first grapheme clusters of s
// have, of which at most limit are taken, and at least one cluster.
func longestClusters(s string, limit int) int {
	points, state := 0, -1
	for s != "" {
		var cluster string
		cluster, s, _, state = uniseg.FirstGraphemeClusterInString(s, state)
		more := utf8.RuneCountInString(cluster)
		if points > 0 && points+more > limit {
			break
		}
		points += more
	}
	return points
}

// Body is the text laid out.
func (col *Column) Body() *text.Body { return col.body }

// Geometry is the measure of the column.
func (col *Column) Geometry() Geometry { return col.geometry }

// Blocks is how many blocks the column has; at least one.
func (col *Column) Blocks() int { return len(col.blocks) }

// Rows is how many rows the column has, as far as is known.
func (col *Column) Rows() int { return col.rows.sum(len(col.blocks)) }

// BlockSpan is what a block spans of the body, without its line feed.
func (col *Column) BlockSpan(i int) text.Span { return col.blocks[i].span }

// BlockAt is the block in which the position stands.
func (col *Column) BlockAt(pos int) int {
	i := sort.Search(len(col.blocks), func(i int) bool { return col.blocks[i].span.Start > pos })
	return max(0, i-1)
}

// Top is where a block begins, as far as is known.
func (col *Column) Top(block int) float64 {
	return col.height(col.rows.sum(block), col.gaps.sum(block))
}

// Height of the whole column, as far as is known.
func (col *Column) Height() float64 { return col.Top(len(col.blocks)) }

func (col *Column) height(rows, gaps int) float64 {
	return float64(rows)*float64(col.geometry.RowHeight) + float64(gaps)*float64(col.geometry.Gap)
}

// BlockHeight is the height of a block with the gap below it. It wraps it.
func (col *Column) BlockHeight(i int) float64 {
	col.wrapBlock(i)
	return col.height(col.rows.at(i), col.gaps.at(i))
}

// BlockRows is how many rows a block has. It wraps it. An empty line has one
// row, which is as high as a gap.
func (col *Column) BlockRows(i int) int {
	col.wrapBlock(i)
	return len(col.blocks[i].ends)
}

// RowTop is where a row begins, counted from the top of its block.
func (col *Column) RowTop(row int) float64 { return float64(row) * float64(col.geometry.RowHeight) }

// RowHeight is the height of the rows of a block.
func (col *Column) RowHeight(block int) float32 {
	if col.blocks[block].empty {
		return col.geometry.Gap
	}
	return col.geometry.RowHeight
}

// WrapSome wraps blocks that nobody looked at yet, until enough says so, and
// reports whether all are wrapped.
func (col *Column) WrapSome(enough func() bool) bool {
	for ; col.next < len(col.blocks); col.next++ {
		if enough() {
			return false
		}
		col.wrapBlock(col.next)
	}
	return true
}

func (col *Column) wrapBlock(i int) {
	b := &col.blocks[i]
	if b.ends != nil {
		return
	}
	if b.empty {
		b.ends = []rowEnd{{pos: int32(b.span.Len()), byte: int32(b.toByte - b.fromByte)}}
		return
	}
	b.ends = wrap(col.content[b.fromByte:b.toByte], col.widths, col.geometry.Width)
	col.rows.set(i, len(b.ends))
}

// PositionsPerRow is how many code points a row holds on the average.
func (col *Column) PositionsPerRow() float64 {
	return max(1, float64(col.geometry.Width)/float64(col.widths.average()))
}

func isBlank(s string) bool {
	for _, r := range s {
		if !isSpace(r) {
			return false
		}
	}
	return true
}

// RightToLeft says that a block reads from right to left.
func (col *Column) RightToLeft(block int) bool { return col.blocks[block].rightLeft }
