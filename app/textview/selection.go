package textview

import (
	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

// selection is the caret, and the end of the selection that stays when the
// caret moves on.
type selection struct {
	fixed int
	caret layout.Place
	goalX float32 // where in the column the caret wants to be in other rows
	going bool    // goalX holds
}

func (s selection) span() text.Span {
	return text.Span{Start: min(s.fixed, s.caret.Pos), End: max(s.fixed, s.caret.Pos)}
}

// moveCaret is setCaret, and keeps the caret in view.
func (v *View) moveCaret(to layout.Place, extend bool) {
	v.setCaret(to, extend)
	v.onceLaidOut(v.followCaret)
}

// setCaret puts the caret elsewhere, and selects what it passes if extend is
// true.
func (v *View) setCaret(to layout.Place, extend bool) {
	had := !v.Selection().Empty()
	v.selection.caret = to
	v.selection.going = false
	if !extend {
		v.selection.fixed = to.Pos
	}
	v.redraw()
	if had || extend {
		v.selected()
	}
}

// selected tells that the reader selected something else. Words beside the current mark
// unpick it: what is done next is not about the mark.
func (v *View) selected() {
	if s := v.Selection(); !s.Empty() && !v.marks.currentTouches(s) {
		v.unpick()
	}
	if v.OnSelect != nil {
		v.OnSelect(v.Selection())
	}
}

// selectUnits selects from the unit of the text in which the drag began to the
// one at pos.
func (v *View) selectUnits(pos int, unit func(int) text.Span) {
	from, to := v.pointer.unit, unit(pos)
	if to.Start < from.Start {
		v.selection.fixed, v.selection.caret = from.End, layout.Place{Pos: to.Start}
	} else {
		v.selection.fixed, v.selection.caret = from.Start, layout.Place{Pos: max(to.End, from.End), Upstream: true}
	}
	v.selection.going = false
}

// units are what one, two, three and four clicks select.
func (v *View) units(clicks int) func(pos int) text.Span {
	switch clicks {
	case 2:
		return v.body.WordAt
	case 3:
		return v.body.SentenceAt
	default:
		return func(pos int) text.Span { return v.body.Lines()[v.body.LineAt(pos)] }
	}
}
