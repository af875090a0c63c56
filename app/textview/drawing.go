package textview

import (
	"image/color"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"standpoint/app/paint"
	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

const (
	lineWidth    = 2 // of an underline
	lanePitch    = 3 // of underlines one below the other
	deepestLane  = 3
	baselineGap  = 3 // between baseline and the first underline
	caretWidth   = 1.5
	dimAlpha     = 0.35
	tintOverhang = 1 // of a tint at both sides of its words
)

// drawing is the renderer of a View. Each picture is put together anew from
// the rows in view, out of the objects of the one before.
type drawing struct {
	view       *View
	pool       pool
	ink        inks
	background *canvas.Image

	under, words, over []fyne.CanvasObject // three layers of the present picture
	objects            []fyne.CanvasObject
	labels             []marginBox // what can be clicked in the margin
	stretches          []layout.Stretch
}

func newDrawing(v *View) *drawing {
	d := &drawing{view: v, background: paint.NewArea()}
	d.objects = []fyne.CanvasObject{d.background}
	return d
}

// header draws title and subtitle, as far as they are in view.
func (d *drawing) header() {
	v, ms := d.view, &d.view.measures
	if v.anchor.Block != 0 || v.anchor.Offset >= 0 {
		return
	}
	y := float32(-v.anchor.Offset) - ms.head + headSpace
	for _, runs := range ms.title {
		d.words = d.runs(d.words, runs, &ms.fonts.title, ms.columnX, y, d.ink.foreground)
		y += ms.titleRow()
	}
	if ms.subtitle != nil {
		y += titleSpace
	}
	for _, runs := range ms.subtitle {
		d.words = d.runs(d.words, runs, &ms.fonts.small, ms.columnX, y, d.ink.muted)
		y += ms.subtitleRow()
	}
}

// short appends a text on one row of its own.
func (d *drawing) short(to []fyne.CanvasObject, s string, f *font, x, y float32, ink color.NRGBA) []fyne.CanvasObject {
	return d.runs(to, layout.Runs(s, f.widths), f, x, y, ink)
}

func (d *drawing) runs(to []fyne.CanvasObject, runs []layout.Run, f *font, x, y float32, ink color.NRGBA) []fyne.CanvasObject {
	for _, run := range runs {
		to = append(to, d.pool.run(run, f, x, y, ink))
	}
	return to
}

// row draws the words of a row.
func (d *drawing) row(row layout.Seen) {
	v, ms := d.view, &d.view.measures
	selected := v.Selection()
	runs := row.Runs()
	if !selected.Empty() && selected.Overlaps(row.Span) {
		runs = row.RunsCut([]int{selected.Start, selected.End})
	}
	for _, run := range runs {
		ink := d.ink.foreground
		if selected.Overlaps(run.Span) {
			ink = d.ink.selectedText
		}
		d.words = append(d.words, d.pool.run(run, &ms.fonts.text, ms.columnX, d.textTop(row), ink))
	}
}

func (d *drawing) textTop(row layout.Seen) float32 {
	return float32(row.Y) + d.view.measures.textTop
}

// eachBox calls do for the stretches of the rows in view that a span covers.
func (d *drawing) eachBox(seen []layout.Seen, s text.Span, do func(row layout.Seen, x, width float32)) {
	for i := firstRow(seen, s.Start); i < len(seen) && seen[i].Span.Start < s.End; i++ {
		for _, box := range seen[i].Boxes(s) {
			do(seen[i], d.view.measures.columnX+box.X, box.Width)
		}
	}
}

// firstRow is the first row that ends after pos.
func firstRow(seen []layout.Seen, pos int) int {
	from, to := 0, len(seen)
	for from < to {
		middle := (from + to) / 2
		if seen[middle].Span.End > pos {
			to = middle
		} else {
			from = middle + 1
		}
	}
	return from
}

// fillSpan lays a colour behind the words of a span.
func (d *drawing) fillSpan(seen []layout.Seen, s text.Span, fill color.NRGBA, overhang float32) {
	if s.Empty() {
		return
	}
	height := d.textHeight()
	d.eachBox(seen, s, func(row layout.Seen, x, width float32) {
		d.under = append(d.under, d.pool.area(x-overhang, d.textTop(row), width+2*overhang, height, 2*overhang, fill))
	})
}

func (d *drawing) textHeight() float32 {
	return float32(math.Ceil(float64(d.view.measures.fonts.text.height))) + 1
}

// washes lays the colours of the marks behind their words.
func (d *drawing) washes(seen []layout.Seen) {
	for _, stretch := range d.stretches {
		m := d.view.marks.list[stretch.Of]
		strong := d.view.isStrong(m.ID)
		switch {
		case m.Dim && !strong:
		case m.Style == Tint && !strong:
			d.fillSpan(seen, stretch.Span, d.ink.tint(m.Colour), tintOverhang)
		case m.Style == Shade, m.Style == Tint:
			d.fillSpan(seen, stretch.Span, d.ink.shade(m.Colour), tintOverhang)
		case strong:
			d.fillSpan(seen, stretch.Span, d.ink.tint(m.Colour), tintOverhang)
		}
		if m.ID == d.view.marks.current && (m.Style == Tint || m.Style == Shade) {
			d.outline(seen, stretch.Span, m.Colour)
		}
	}
}

// markInk is the colour of a mark's lines: its own, or a pale grey if it is dim.
func (d *drawing) markInk(m Mark) color.NRGBA {
	if m.Dim && !d.view.isStrong(m.ID) {
		return withAlpha(d.ink.muted, dimAlpha)
	}
	return m.Colour
}

// isStrong says that a mark stands out: it is the current one, or the pointer
// is over it.
func (v *View) isStrong(id MarkID) bool {
	return id == v.marks.current || id == v.pointer.over
}

func (d *drawing) outline(seen []layout.Seen, s text.Span, ink color.NRGBA) {
	if s.Empty() {
		return
	}
	d.eachBox(seen, s, func(row layout.Seen, x, width float32) {
		d.ring(x-2, d.textTop(row)-1, width+4, d.textHeight()+2, ink)
	})
}

// ring draws a line round a rectangle, out of four: a rectangle with a border would
// cost as much as all that is within. The corners are left out, which looks round.
func (d *drawing) ring(x, y, width, height float32, ink color.NRGBA) {
	const line, corner = 1, 1
	for _, side := range []struct{ x, y, width, height float32 }{
		{x + corner, y, width - 2*corner, line},
		{x + corner, y + height - line, width - 2*corner, line},
		{x, y + corner, line, height - 2*corner},
		{x + width - line, y + corner, line, height - 2*corner},
	} {
		d.under = append(d.under, d.pool.area(side.x, side.y, side.width, side.height, 0, ink))
	}
}

func (d *drawing) found(seen []layout.Seen, visible text.Span) {
	d.view.finds.within(visible, func(hit text.Span, current bool) {
		if current {
			d.fillSpan(seen, hit, d.ink.currentHit, tintOverhang)
			d.outline(seen, hit, d.ink.foreground)
			return
		}
		d.fillSpan(seen, hit, d.ink.hit, tintOverhang)
		d.eachBox(seen, hit, func(row layout.Seen, x, width float32) {
			d.under = append(d.under, d.pool.area(x, d.textTop(row)+d.textHeight(), width, findEdge, 0, d.ink.foreground))
		})
	})
}

// findEdge is how thick the line is under what a search found; there is one all round the hit that is being looked at.
const findEdge = 1

// lines draws what the styles draw below the words.
func (d *drawing) lines(seen []layout.Seen) {
	for _, stretch := range d.stretches {
		m := d.view.marks.list[stretch.Of]
		if !m.Style.isLine() {
			continue
		}
		lane := float32(min(stretch.Lane, deepestLane))
		d.eachBox(seen, stretch.Span, func(row layout.Seen, x, width float32) {
			y := float32(math.Round(float64(d.textTop(row)+d.view.measures.fonts.text.ascent))) + baselineGap + lane*lanePitch
			d.over = append(d.over, d.line(m, x, y, width))
		})
	}
}

func (d *drawing) line(m Mark, x, y, width float32) fyne.CanvasObject {
	strong := m.ID == d.view.marks.current
	m.Colour = d.markInk(m)
	switch {
	case m.Style == Dotted:
		return d.pool.dashed(x, y, width, lineWidth, 2, 2, m.Colour)
	case m.Style == Band && !strong:
		return d.pool.dashed(x, y, width, lineWidth, 6, 3, m.Colour)
	}
	return d.pool.area(x, y, width, lineWidth, 0, m.Colour)
}

// numbers draws before the first row of each paragraph in view its number, as
// notes cite it.
func (d *drawing) numbers(seen []layout.Seen) {
	v, ms := d.view, &d.view.measures
	if ms.numbers == 0 {
		return
	}
	drop := ms.fonts.text.ascent - ms.fonts.label.ascent // on the baseline of the text
	for _, row := range seen {
		paragraph, number := v.body.ParagraphAt(row.Span.End - 1)
		if row.Empty || paragraph.Start < row.Span.Start || paragraph.Start >= row.Span.End {
			continue
		}
		s := strconv.Itoa(number)
		x := ms.columnX - numberSpace - ms.fonts.label.widths.Of(s)
		d.words = d.short(d.words, s, &ms.fonts.label, x, d.textTop(row)+drop, d.ink.muted)
	}
}

// caret draws the caret while the view has the focus.
func (d *drawing) caret(seen []layout.Seen) {
	v := d.view
	if !v.focused {
		return
	}
	at := v.column.RowAt(v.selection.caret)
	for _, row := range seen {
		if row.Block == at.Block && row.Index == at.Index {
			x := float32(math.Round(float64(v.measures.columnX + row.X(v.selection.caret.Pos) - 1)))
			d.over = append(d.over, d.pool.area(x, d.textTop(row), caretWidth, d.textHeight(), 0, d.ink.foreground))
		}
	}
}

// pendingOutline lies above the selection, so that both can be told where one
// covers the other.
func (d *drawing) pendingOutline(seen []layout.Seen) {
	for _, s := range d.view.pending {
		d.outline(seen, s, d.ink.accent)
	}
	for _, s := range d.view.adjusted() {
		d.outline(seen, s, d.ink.accent)
	}
}

// pendingWash lies below the selection, so that this looks as it does elsewhere.
func (d *drawing) pendingWash(seen []layout.Seen) {
	for _, s := range d.view.pending {
		d.fillSpan(seen, s, d.ink.pending(), pendingReach)
	}
}

// bar draws the scroll bar.
func (d *drawing) bar() {
	top, length, ok := d.view.thumb()
	if !ok {
		return
	}
	alpha := float32(0.45)
	if d.view.pointer.onBar {
		alpha = 0.9
	}
	x := d.view.measures.size.Width - thumbWidth - barInset
	d.over = append(d.over, d.pool.area(x, top+2, thumbWidth, length-4, thumbWidth/2, withAlpha(d.ink.scrollBar, alpha)))
}
