package textview

import (
	"image/color"
	"slices"

	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

const (
	pendingAlpha = 0.10 // of the wash within a pending outline
	pendingReach = 2    // of the outline beyond its words
)

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

// pendingWash lies below the selection, so that this looks as it does elsewhere.
func (d *drawing) pendingWash(seen []layout.Seen) {
	for _, s := range d.view.pending {
		d.fillSpan(seen, s, d.ink.pending(), pendingReach)
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

// pending is the wash of what a form is about to keep.
func (i inks) pending() color.NRGBA { return withAlpha(i.accent, pendingAlpha) }
