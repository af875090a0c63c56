package layout

import (
	"slices"

	"standpoint/store/text"
)

// Stretch is a span that belongs to something with a number.
type Stretch struct {
	text.Span
	Of   int
	Lane int
}

// Spans finds the stretches that overlap a part of the body. It is an interval
// tree laid over a slice sorted by start, with the furthest end of each
// subtree beside it.
type Spans struct {
	sorted   []Stretch
	furthest []int
}

// NewSpans keeps the slice and sorts it: by start, the longer first.
func NewSpans(stretches []Stretch) *Spans {
	slices.SortStableFunc(stretches, inOrder)
	s := &Spans{sorted: stretches}
	s.reindex()
	return s
}

func inOrder(a, b Stretch) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return b.End - a.End
}

func (s *Spans) reindex() {
	s.furthest = slices.Grow(s.furthest[:0], len(s.sorted))[:len(s.sorted)]
	s.index(0, len(s.sorted))
}

func (s *Spans) index(from, to int) int {
	if from >= to {
		return -1
	}
	middle := (from + to) / 2
	s.furthest[middle] = max(s.sorted[middle].End, s.index(from, middle), s.index(middle+1, to))
	return s.furthest[middle]
}

// All are the stretches, by start.
func (s *Spans) All() []Stretch { return s.sorted }

// Overlapping appends the stretches that share a character with the span, by
// start.
func (s *Spans) Overlapping(span text.Span, to []Stretch) []Stretch {
	return s.collect(span, 0, len(s.sorted), to)
}

func (s *Spans) collect(span text.Span, from, to int, found []Stretch) []Stretch {
	if from >= to {
		return found
	}
	middle := (from + to) / 2
	if s.furthest[middle] <= span.Start {
		return found
	}
	found = s.collect(span, from, middle, found)
	if s.sorted[middle].Start >= span.End {
		return found
	}
	if s.sorted[middle].End > span.Start {
		found = append(found, s.sorted[middle])
	}
	return s.collect(span, middle+1, to, found)
}
