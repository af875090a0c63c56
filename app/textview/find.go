package textview

import (
	"sort"

	"standpoint/store/text"
)

// finds are the places that a search found.
type finds struct {
	hits    []text.Span // sorted, without overlaps
	current int         // index into hits, -1 for none
}

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

// within calls each for the hits that overlap a part of the body.
func (f finds) within(part text.Span, each func(hit text.Span, current bool)) {
	i := sort.Search(len(f.hits), func(i int) bool { return f.hits[i].End > part.Start })
	for ; i < len(f.hits) && f.hits[i].Start < part.End; i++ {
		each(f.hits[i], i == f.current)
	}
}
