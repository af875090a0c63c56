package textview

import (
	"slices"

	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

// WidenSelection selects the next larger unit around the selection or the
// caret: word, quotation without and with its marks, sentence, paragraph, and
// at last all. Which of two comes first depends on which is shorter there.
func (v *View) WidenSelection() {
	if v.body == nil {
		return
	}
	now := v.Selection()
	wider, ok := v.widerThan(now)
	if !ok {
		return
	}
	if n := len(v.widened); n == 0 || v.widened[n-1] != now {
		v.widened = []text.Span{now}
	}
	v.widened = append(v.widened, wider)
	v.selectShowing(wider)
}

// NarrowSelection takes the last WidenSelection back, as long as the selection
// is what that made of it.
func (v *View) NarrowSelection() {
	n := len(v.widened)
	if n < 2 || v.widened[n-1] != v.Selection() {
		return
	}
	v.widened = v.widened[:n-1]
	v.selectShowing(v.widened[n-2])
}

// selectShowing selects a span as if the reader did, with its end, where the
// caret is, in view.
func (v *View) selectShowing(s text.Span) {
	v.selection = selection{fixed: s.Start, caret: layout.Place{Pos: s.End, Upstream: true}}
	v.redraw()
	v.Reveal(s)
	v.selected()
}

// widerThan is the shortest unit of the text that holds the span and more.
func (v *View) widerThan(s text.Span) (text.Span, bool) {
	var best text.Span
	for _, unit := range v.unitsAround(s) {
		unit = v.body.Trim(unit)
		holds := unit.Start <= s.Start && s.End <= unit.End && unit.Len() > s.Len()
		if holds && (best.Empty() || unit.Len() < best.Len()) {
			best = unit
		}
	}
	return best, !best.Empty()
}

func (v *View) unitsAround(s text.Span) []text.Span {
	b, last := v.body, max(s.Start, s.End-1)
	lines := b.Lines()
	paragraph := lines[b.LineAt(s.Start)].Union(lines[b.LineAt(last)])
	units := []text.Span{
		b.WordAt(s.Start).Union(b.WordAt(last)),
		b.SentenceAt(s.Start).Union(b.SentenceAt(last)),
		paragraph,
		{End: b.Len()},
	}
	quotations := b.Quotations()
	from, _ := slices.BinarySearchFunc(quotations, paragraph.Start, func(q text.Quotation, at int) int { return q.Outer.Start - at })
	for _, q := range quotations[from:] {
		if q.Outer.Start > s.Start {
			break
		}
		units = append(units, q.Inner, q.Outer)
	}
	return units
}
