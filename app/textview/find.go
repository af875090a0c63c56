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

// within calls each for the hits that overlap a part of the body.
func (f finds) within(part text.Span, each func(hit text.Span, current bool)) {
	i := sort.Search(len(f.hits), func(i int) bool { return f.hits[i].End > part.Start })
	for ; i < len(f.hits) && f.hits[i].Start < part.End; i++ {
		each(f.hits[i], i == f.current)
	}
}
