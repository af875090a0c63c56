package textview

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

const (
	stripeInset  = 3 // what a stripe leaves free above and below its rows
	labelLines   = 3
	labelRow     = 1.22 // distance of two lines of a label, as a multiple of its size
	labelGap     = 3    // between two labels
	countGap     = 4    // between a label and the count of those without one
	labelSlack   = 4    // a label may begin this far below its stripe
	marginBlocks = 8    // how far above the view the margin is arranged
)

// stripe is a stretch of a mark beside the rows that it covers.
type stripe struct {
	mark        Mark
	top, bottom float64 // counted from the top of the view
	lane        int
	label       []string
}

// margin draws the stripes and labels beside the rows in view.
func (d *drawing) margin(seen []layout.Seen) {
	if d.view.measures.margin == 0 {
		return
	}
	stripes := d.stripes(seen)
	setStripeLanes(stripes)
	lanes := 0
	for _, s := range stripes {
		lanes = max(lanes, s.lane+1)
	}
	for _, s := range stripes {
		d.stripe(s, lanes)
	}
	if d.view.measures.labels {
		d.marginLabels(stripes)
	}
}

// stripes are those of the rows in view and of a few paragraphs above, so that
// what stands in the margin does not jump when the text is scrolled.
func (d *drawing) stripes(seen []layout.Seen) []stripe {
	v := d.view
	first, last := seen[0], seen[len(seen)-1]
	block := v.marginStart(first.Block)
	from := v.column.BlockSpan(block).Start
	var stripes []stripe
	for _, stretch := range v.marks.spans.Overlapping(text.Span{Start: from, End: last.Span.End + 1}, nil) {
		m := v.marks.list[stretch.Of]
		if len(m.Margin) == 0 {
			continue
		}
		top := v.column.RowAt(layout.Place{Pos: max(stretch.Start, from)})
		bottom := v.column.RowAt(layout.Place{Pos: min(stretch.End-1, last.Span.End)})
		s := stripe{
			mark:   m,
			top:    v.column.Y(top, v.anchor) + stripeInset,
			bottom: v.column.Y(bottom, v.anchor) + float64(v.column.RowHeight(bottom.Block)) - stripeInset,
		}
		if stretch.Start == firstStart(m) && stretch.Start >= from {
			s.label = d.labelOf(m, labelLines)
		}
		stripes = append(stripes, s)
	}
	return stripes
}

func firstStart(m Mark) int {
	first := m.Spans[0].Start
	for _, s := range m.Spans {
		first = min(first, s.Start)
	}
	return first
}

// marginStart is the block with which the margin's arrangement begins: one
// into which no stripe reaches from above, or a fixed one a few blocks up, so
// that it depends little on where exactly the view is.
func (v *View) marginStart(block int) int {
	least := max(0, (block/marginBlocks-1)*marginBlocks)
	for ; block > least; block-- {
		start := v.column.BlockSpan(block).Start
		crossing := v.marks.spans.Overlapping(text.Span{Start: start - 1, End: start}, nil)
		if !slices.ContainsFunc(crossing, func(s layout.Stretch) bool { return len(v.marks.list[s.Of].Margin) > 0 }) {
			break
		}
	}
	return block
}

// labelOf is what stands beside the stripe of a mark, in rows that fit, that many at most and two at least. Lines that do
// not all fit in full are cut at their ends, so that each keeps its beginning; those
// for which there is no row are counted.
func (d *drawing) labelOf(m Mark, most int) []string {
	if !d.view.measures.labels || m.Dim && !d.view.isStrong(m.ID) {
		return nil
	}
	ms := &d.view.measures
	widths, width := ms.fonts.label.widths, ms.labelWidth()
	rows := []string{layout.Elide(m.Margin[0], widths, width)}
	for _, line := range m.Margin[1:] {
		rows = append(rows, layout.Break(line, widths, width)...)
	}
	if len(rows) <= most {
		return rows
	}
	lines := m.Margin[1:]
	if len(lines) == 1 {
		rest := strings.Join(rows[most-1:], " ")
		return append(rows[:most-1], layout.Elide(rest, widths, width))
	}
	rows = rows[:1]
	for _, line := range lines[:most-1] {
		rows = append(rows, layout.Elide(line, widths, width))
	}
	if more := len(lines) - (most - 1); more > 0 {
		count := " +" + strconv.Itoa(more)
		rows[most-1] = layout.Elide(lines[most-2], widths, width-widths.Of(count)) + count
	}
	return rows
}

// setStripeLanes puts stripes side by side that stand beside the same row.
func setStripeLanes(stripes []stripe) {
	slices.SortStableFunc(stripes, func(a, b stripe) int { return int(math.Round(a.top - b.top)) })
	stretches := make([]layout.Stretch, len(stripes))
	for i, s := range stripes {
		stretches[i] = layout.Stretch{Span: text.Span{Start: int(s.top), End: int(s.bottom)}, Of: i}
	}
	layout.SetLanes(stretches, func(int) bool { return true })
	for i := range stripes {
		stripes[i].lane = stretches[i].Lane
	}
}

func (d *drawing) stripe(s stripe, lanes int) {
	if s.bottom < 0 || s.top > float64(d.view.measures.size.Height) {
		return
	}
	x := d.view.measures.stripeX(s.lane, lanes)
	width := float32(stripeWidth)
	if d.view.isStrong(s.mark.ID) {
		width++
	}
	d.over = append(d.over, d.pool.area(x, float32(s.top), width, float32(s.bottom-s.top), 0, d.markInk(s.mark)))
	d.labels = append(d.labels, marginBox{
		mark: s.mark.ID, x: x - 3, y: float32(s.top), width: stripeWidth + 6, end: float32(s.bottom),
	})
}

// marginLabels draws the labels, pushed down or folded where they would
// collide. Those for which there is no room are counted on the one above them.
func (d *drawing) marginLabels(stripes []stripe) {
	ms := &d.view.measures
	row := float64(ms.fonts.label.size * labelRow)
	var wanted []layout.Label
	var owners []stripe
	for _, s := range stripes {
		if len(s.label) > 0 {
			wanted = append(wanted, layout.Label{Top: s.top - 2, Bottom: s.bottom, Lines: len(s.label)})
			owners = append(owners, s)
		}
	}
	all := layout.PlaceLabels(wanted, row, labelGap, labelSlack)
	for i := 0; i < len(all); {
		lines := d.labelIn(owners[i], all[i].Lines)
		var crowd []MarkID
		next := i + 1
		for ; next < len(all); next++ {
			// The same lines again, of a label that is cut, would tell nothing: it is counted too.
			cut := all[next].Lines == 1 || all[next].Lines < len(owners[next].label)
			again := cut && slices.Equal(lines, d.labelIn(owners[next], all[next].Lines))
			if all[next].Lines > 0 && !again {
				break
			}
			crowd = append(crowd, owners[next].mark.ID)
		}
		d.label(owners[i], lines, float32(all[i].Y), float32(row), crowd)
		i = next
	}
}

// labelIn is a label in so many lines: all of them, or fewer.
func (d *drawing) labelIn(s stripe, lines int) []string {
	switch {
	case lines == 0 || lines >= len(s.label):
		return s.label
	case lines > 1:
		return d.labelOf(s.mark, lines)
	}
	brief := cmp.Or(s.mark.Brief, s.mark.Margin[0])
	ms := &d.view.measures
	return []string{layout.Elide(brief+" …", ms.fonts.label.widths, ms.labelWidth())}
}

// label draws the lines of a label, with a count of those who have none.
func (d *drawing) label(s stripe, lines []string, y, row float32, crowd []MarkID) {
	ms := &d.view.measures
	if y > ms.size.Height || y+float32(len(lines))*row < 0 {
		return
	}
	x := ms.labelX()
	last := len(lines) - 1
	count, countX := d.countOf(crowd)
	if count != "" {
		lines = append(lines[:last:last], layout.Elide(lines[last], ms.fonts.label.widths, countX-x-countGap))
	}
	for i, line := range lines {
		d.over = d.short(d.over, line, &ms.fonts.label, x, y+float32(i)*row, d.labelInk(s))
	}
	end := y + float32(len(lines))*row
	d.labels = append(d.labels, marginBox{mark: s.mark.ID, x: x, y: y, width: ms.labelWidth(), end: end})
	if count != "" {
		d.over = d.short(d.over, count, &ms.fonts.label, countX, end-row, d.ink.foreground)
		d.labels = append(d.labels, marginBox{
			crowd: crowd, x: countX - countGap, y: end - row, width: ms.labelX() + ms.labelWidth() - countX + 2*countGap, end: end,
		})
	}
}

// countOf is the count of the marks that have no label, and where it begins at
// the right end of a label.
func (d *drawing) countOf(crowd []MarkID) (count string, x float32) {
	if len(crowd) == 0 {
		return "", 0
	}
	ms := &d.view.measures
	count = "+" + strconv.Itoa(len(crowd))
	return count, ms.labelX() + ms.labelWidth() - ms.fonts.label.widths.Of(count)
}

// labelInk is the colour of a label: that of its stripe, toned to be read, since other stripes may stand between the two. The
// label of a mark that stands out has the colour of the text.
func (d *drawing) labelInk(s stripe) color.NRGBA {
	if d.view.isStrong(s.mark.ID) {
		return d.ink.foreground
	}
	return d.ink.readable(s.mark.Colour)
}

// marginAt is what can be clicked in the margin at a point of the view.
func (d *drawing) marginAt(at fyne.Position) (marginBox, bool) {
	for i := len(d.labels) - 1; i >= 0; i-- {
		b := d.labels[i]
		if at.X >= b.x && at.X < b.x+b.width && at.Y >= b.y && at.Y < b.end {
			return b, true
		}
	}
	return marginBox{}, false
}
