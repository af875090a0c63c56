// Package layout is the part of the reading view that needs no window: it
// breaks a body into rows of a given width, says where on the page a position
// stands and which position stands at a point, scrolls, and keeps what lies
// side by side in lanes.
//
// It knows texts and a function that measures them, nothing of fonts, colours
// or canvases. Lengths are pixels of the page, whose origin is the upper left
// corner of the first row; positions are code points of the body.
//
// The body is laid out in blocks: a line of the body is one block, or several
// if it is very long. Blocks are broken into rows when they are looked at, or
// in slices by [Page.WrapSome]; until then their height is an estimate.
package layout

import (
	"math"
	"sort"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"standpoint/store/text"
)

// Geometry is the measure of a page in pixels.
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

// Page is one body laid out in a column.
type Page struct {
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

type rowEnd struct {
	pos  int32 // code points from the block's start
	byte int32 // bytes from the block's start
}

type rowKey struct{ block, row int }

// New lays a body out. Nothing is wrapped yet.
func New(body *text.Body, widths *Widths, g Geometry) *Page {
	p := &Page{body: body, content: body.String(), widths: widths}
	p.cutIntoBlocks()
	p.Resize(g)
	return p
}

// Resize changes the measure, or takes notice that the widths have changed.
func (p *Page) Resize(g Geometry) {
	p.geometry = g
	p.next = 0
	p.built = make(map[rowKey]*Row)
	perRow := max(1, float64(g.Width)/float64(p.widths.average()))
	rows := make([]int, len(p.blocks))
	for i := range p.blocks {
		b := &p.blocks[i]
		b.ends = nil
		if !b.empty {
			rows[i] = max(1, int(math.Ceil(float64(b.span.Len())/perRow)))
		}
	}
	p.rows = newFenwick(rows)
}

func (p *Page) cutIntoBlocks() {
	lines := p.body.Lines()
	p.blocks = make([]block, 0, len(lines))
	for _, line := range lines {
		p.cutLine(line)
	}
	gaps := make([]int, len(p.blocks))
	for i, b := range p.blocks {
		last := i == len(p.blocks)-1
		if b.empty || (b.endsLine && !last && !p.blocks[i+1].empty) {
			gaps[i] = 1
		}
	}
	p.gaps = newFenwick(gaps)
}

func (p *Page) cutLine(line text.Span) {
	from := p.body.ByteOffset(line.Start)
	to := p.body.ByteOffset(line.End)
	rightLeft := readsRightToLeft(p.content[from:to])
	empty := isBlank(p.content[from:to])
	for line.Len() > longestBlock {
		cut := p.cutNear(line.Start)
		cutByte := p.body.ByteOffset(cut)
		p.blocks = append(p.blocks, block{
			span: text.Span{Start: line.Start, End: cut}, fromByte: from, toByte: cutByte, rightLeft: rightLeft,
		})
		line.Start, from = cut, cutByte
	}
	p.blocks = append(p.blocks, block{
		span: line, fromByte: from, toByte: to, endsLine: true, empty: empty, rightLeft: rightLeft,
	})
}

// cutNear is a place to cut a long line that begins at start, at most
// longestBlock further on: after a space or between two ideographs if there are
// any, else between two grapheme clusters.
func (p *Page) cutNear(start int) int {
	cut := start + longestBlock
	at := p.body.ByteOffset(cut)
	next, _ := utf8.DecodeRuneInString(p.content[at:])
	for range longestBlock / 5 {
		r, size := utf8.DecodeLastRuneInString(p.content[:at])
		if r == ' ' && !continues(p.content[at-size:], size) && !keepsTogether(p.content, at) || isIdeograph(r) && isIdeograph(next) {
			return cut
		}
		at -= size
		cut--
		next = r
	}
	return start + longestClusters(p.content[p.body.ByteOffset(start):], longestBlock)
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
func (p *Page) Body() *text.Body { return p.body }

// Geometry is the measure of the page.
func (p *Page) Geometry() Geometry { return p.geometry }

// Blocks is how many blocks the page has; at least one.
func (p *Page) Blocks() int { return len(p.blocks) }

// Rows is how many rows the page has, as far as is known.
func (p *Page) Rows() int { return p.rows.sum(len(p.blocks)) }

// BlockSpan is what a block spans of the body, without its line feed.
func (p *Page) BlockSpan(i int) text.Span { return p.blocks[i].span }

// BlockAt is the block in which the position stands.
func (p *Page) BlockAt(pos int) int {
	i := sort.Search(len(p.blocks), func(i int) bool { return p.blocks[i].span.Start > pos })
	return max(0, i-1)
}

// Top is where a block begins, as far as is known.
func (p *Page) Top(block int) float64 {
	return p.height(p.rows.sum(block), p.gaps.sum(block))
}

// Height of the whole page, as far as is known.
func (p *Page) Height() float64 { return p.Top(len(p.blocks)) }

func (p *Page) height(rows, gaps int) float64 {
	return float64(rows)*float64(p.geometry.RowHeight) + float64(gaps)*float64(p.geometry.Gap)
}

// BlockHeight is the height of a block with the gap below it. It wraps it.
func (p *Page) BlockHeight(i int) float64 {
	p.wrapBlock(i)
	return p.height(p.rows.at(i), p.gaps.at(i))
}

// BlockRows is how many rows a block has. It wraps it. An empty line has one
// row, which is as high as a gap.
func (p *Page) BlockRows(i int) int {
	p.wrapBlock(i)
	return len(p.blocks[i].ends)
}

// RowTop is where a row begins, counted from the top of its block.
func (p *Page) RowTop(row int) float64 { return float64(row) * float64(p.geometry.RowHeight) }

// RowHeight is the height of the rows of a block.
func (p *Page) RowHeight(block int) float32 {
	if p.blocks[block].empty {
		return p.geometry.Gap
	}
	return p.geometry.RowHeight
}

// WrapSome wraps blocks that nobody looked at yet, until enough says so, and
// reports whether all are wrapped.
func (p *Page) WrapSome(enough func() bool) bool {
	for ; p.next < len(p.blocks); p.next++ {
		if enough() {
			return false
		}
		p.wrapBlock(p.next)
	}
	return true
}

func (p *Page) wrapBlock(i int) {
	b := &p.blocks[i]
	if b.ends != nil {
		return
	}
	if b.empty {
		b.ends = []rowEnd{{pos: int32(b.span.Len()), byte: int32(b.toByte - b.fromByte)}}
		return
	}
	b.ends = wrap(p.content[b.fromByte:b.toByte], p.widths, p.geometry.Width)
	p.rows.set(i, len(b.ends))
}

// PositionsPerRow is how many code points a row holds on the average.
func (p *Page) PositionsPerRow() float64 {
	return max(1, float64(p.geometry.Width)/float64(p.widths.average()))
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
func (p *Page) RightToLeft(block int) bool { return p.blocks[block].rightLeft }
