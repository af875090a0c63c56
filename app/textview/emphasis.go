package textview

import (
	"slices"

	"standpoint/store/text"
)

// ShowFinds shows what a search found. The hits are sorted by start; current
// is an index into them, which is brought into view, or -1.
func (v *View) ShowFinds(hits []text.Span, current int) {
	if current >= len(hits) {
		current = -1
	}
	v.finds = finds{hits: hits, current: current}
	if current >= 0 {
		v.Reveal(hits[current])
	}
	v.redraw()
}

// ClearFinds takes away what ShowFinds showed.
func (v *View) ClearFinds() {
	v.finds = finds{current: -1}
	v.redraw()
}

// Flash brings the span into view and lights it up for a moment.
func (v *View) Flash(s text.Span) {
	v.glow.end()
	v.Reveal(s)
	v.glow = glow{span: s, left: 1}
	v.redraw()
	v.glow.stop = v.fade(func(done float32) {
		v.glow.left = 1 - done
		v.redraw()
	})
}

// SetStill has words that are lit up go out at once after their time, without fading.
func (v *View) SetStill(still bool) {
	v.fade = animate
	if still {
		v.fade = func(tick func(done float32)) func() { return v.later(flashTime, func() { tick(1) }) }
	}
}

// SetPending shows spans that a form is about to keep: an outline in the accent
// colour with a faint wash within, apart from selection, hits and marks. It
// replaces those shown before; nil or an empty slice shows none. The spans are
// in code points of the body and may be in any order; another body has none.
func (v *View) SetPending(spans []text.Span) {
	if slices.Equal(spans, v.pending) {
		return
	}
	v.pending = slices.Clone(spans)
	v.redraw()
}

// Pending are the spans that SetPending set last. The slice must not be changed.
func (v *View) Pending() []text.Span { return v.pending }
