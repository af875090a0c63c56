package textview

import (
	"runtime"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

// Select selects a span, grown to whole grapheme clusters, and puts the caret
// at its end. It does not scroll and does not call OnSelect.
func (v *View) Select(s text.Span) {
	if v.body == nil {
		return
	}
	s = v.body.Snap(s)
	v.selection = selection{fixed: s.Start, caret: layout.Place{Pos: s.End}}
	v.redraw()
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

// selectTo selects from where the drag began to a place: letters within the first word, whole words beyond it.
func (v *View) selectTo(place layout.Place) {
	from, to := v.snapped(v.pointer.from, place.Pos)
	if to != place.Pos {
		place = layout.Place{Pos: to, Upstream: to > from}
	}
	v.selection.fixed, v.selection.caret, v.selection.going = from, place, false
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

// pressText begins a selection: at a character, or with a word, a sentence, a
// paragraph.
func (v *View) pressText(at fyne.Position, extend bool) {
	place := v.placeAt(at)
	switch {
	case extend:
		v.selection.caret, v.selection.going = place, false
		v.pointer.clicks, v.pointer.from = 1, v.selection.fixed
	case v.pointer.clicks == 1:
		v.selection = selection{fixed: place.Pos, caret: place}
		v.pointer.from = place.Pos
	default:
		unit := v.units(v.pointer.clicks)
		pos := v.characterAt(at, place)
		v.pointer.unit = unit(pos)
		v.selectUnits(pos, unit)
	}
}

// withinAWord says that a drag has not left the word in which it began; at the edge of two, that towards which it goes.
func (v *View) withinAWord(from, to int) bool {
	if to < from {
		return to >= v.body.WordAt(v.body.PrevGrapheme(from)).Start
	}
	return to <= v.body.WordAt(from).End
}

// picksLetters says that the key is held down with which a drag takes single letters: Control, or Option on a Mac, where
// a click with Control asks for the context menu.
func (v *View) picksLetters() bool { return v.held()&letterModifier(runtime.GOOS) != 0 }

// held are the modifiers that are held down. The driver also knows of a key that went down before the view had the focus.
func (v *View) held() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return v.modifiers
}

// snapped is the stretch that a drag from one position to another takes. As in word processors it cuts no word, unless it
// lies within one, or the key for single letters is held down. Where it begins at a comma or a space before words that it takes, it
// does not take that.
func (v *View) snapped(from, to int) (int, int) {
	if v.picksLetters() || v.withinAWord(from, to) {
		return from, to
	}
	whole := v.body.WholeWords(text.Span{Start: min(from, to), End: max(from, to)})
	if to < from {
		for whole.End > to && isPause(v.body.RuneAt(whole.End-1)) {
			whole.End--
		}
		return whole.End, whole.Start
	}
	for whole.Start < to && isPause(v.body.RuneAt(whole.Start)) {
		whole.Start++
	}
	return whole.Start, whole.End
}

// isPause reports whether a character stands between words and belongs to none of them. A quotation mark, a bracket and what ends a
// sentence belong to their words.
func isPause(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(",;:،؛，、；：", r)
}

func letterModifier(system string) fyne.KeyModifier {
	if system == "darwin" {
		return fyne.KeyModifierAlt
	}
	return fyne.KeyModifierControl
}
