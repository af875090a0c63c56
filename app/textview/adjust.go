package textview

import (
	"slices"

	"fyne.io/fyne/v2"

	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

// grabReach is how far from an end of a mark, in pixels, the mouse takes hold
// of it.
const grabReach = 5

// NudgeStart moves the start of the current mark's first span by one word,
// earlier (by -1) or later (by 1), and NudgeEnd the end of its last one. What
// the mark would span then goes to OnAdjust. Blanks never become part of a
// mark, and no nudge makes a span empty.
func (v *View) NudgeStart(by int) { v.nudge(by, false) }

// NudgeEnd is described at NudgeStart.
func (v *View) NudgeEnd(by int) { v.nudge(by, true) }

func (v *View) nudge(by int, end bool) {
	m, ok := v.currentMark()
	if !ok || v.OnAdjust == nil {
		return
	}
	spans := slices.Clone(m.Spans)
	s := &spans[0]
	to := &s.Start
	if end {
		s = &spans[len(spans)-1]
		to = &s.End
	}
	if by > 0 {
		*to = v.body.NextWord(*to)
	} else {
		*to = v.body.PrevWord(*to)
	}
	v.adjust(m, spans)
}

// adjust reports spans for a mark, if they are any and others than it has.
func (v *View) adjust(m Mark, spans []text.Span) {
	for i, s := range spans {
		spans[i] = v.body.Snap(v.body.Trim(s))
		if spans[i].Empty() {
			return
		}
	}
	if !slices.Equal(spans, m.Spans) && v.OnAdjust != nil {
		v.Reveal(spans[0])
		v.OnAdjust(m.ID, spans)
	}
}

func (v *View) currentMark() (Mark, bool) {
	i, ok := v.marks.at[v.marks.current]
	if !ok || len(v.marks.list[i].Spans) == 0 {
		return Mark{}, false
	}
	return v.marks.list[i], true
}

// gripAt is the end of the current mark that is at a point of the view.
func (v *View) gripAt(at fyne.Position) (adjusting, bool) {
	m, ok := v.currentMark()
	if !ok || v.OnAdjust == nil {
		return adjusting{}, false
	}
	row, x := v.rowAt(at.Y), at.X-v.measures.columnX
	for i, s := range m.Spans {
		for _, end := range []bool{false, true} {
			place := layout.Place{Pos: s.Start}
			if end {
				place = layout.Place{Pos: s.End, Upstream: true}
			}
			if on := v.column.RowAt(place); on.Block != row.Block || on.Index != row.Index {
				continue
			}
			if d := row.X(place.Pos) - x; max(d, -d) <= grabReach {
				return adjusting{mark: m, grip: spanEnd{span: i, end: end}, spans: slices.Clone(m.Spans)}, true
			}
		}
	}
	return adjusting{}, false
}

// dragEnd moves the end that the mouse has hold of to where the mouse is, by letters within the words at which it was and
// by whole words beyond them. It stops before the other end of its span.
func (v *View) dragEnd() {
	a := &v.pointer.adjusting
	pos := v.placeAt(v.pointer.at).Pos
	s, began := &a.spans[a.grip.span], a.mark.Spans[a.grip.span]
	was := *s
	if a.grip.end {
		s.End = max(v.snappedEnd(began.End, pos).End, v.body.NextGrapheme(s.Start))
	} else {
		s.Start = min(v.snappedEnd(began.Start, pos).Start, v.body.PrevGrapheme(s.End))
	}
	if *s == was {
		return
	}
	if v.OnAdjusting != nil {
		v.OnAdjusting(a.mark.ID, slices.Clone(a.spans))
	}
	v.redraw()
}

// snappedEnd is pos, where an end of a mark that began elsewhere is dragged to; or the word that it would cut there.
func (v *View) snappedEnd(began, pos int) text.Span {
	at := text.Span{Start: pos, End: pos}
	if v.picksLetters() || v.withinAWord(began, pos) {
		return at
	}
	return v.body.WholeWords(at)
}

// endAdjusting lets go of the end of a mark. A press that did not move is a
// click on the words below.
func (v *View) endAdjusting() {
	p := &v.pointer
	a := p.adjusting
	p.adjusting = adjusting{}
	if !p.moved {
		v.pressText(p.at, false)
		v.redraw()
		v.pickAt(p.at)
		return
	}
	v.redraw()
	v.adjust(a.mark, a.spans)
}

// cancelAdjusting puts the mark back to where it was, while it is dragged.
func (v *View) cancelAdjusting() bool {
	p := &v.pointer
	if p.gesture != draggingEnd {
		return false
	}
	m := p.adjusting.mark
	p.gesture, p.adjusting = noGesture, adjusting{}
	p.stopEdge()
	v.redraw()
	if v.OnAdjusting != nil {
		v.OnAdjusting(m.ID, slices.Clone(m.Spans))
	}
	return true
}

// adjusted are the spans of what is dragged at the moment.
func (v *View) adjusted() []text.Span {
	if v.pointer.gesture != draggingEnd {
		return nil
	}
	return v.pointer.adjusting.spans
}
