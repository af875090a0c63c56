package textview

import (
	"slices"

	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

// markSet is the marks of a body, found by place and by ID.
type markSet struct {
	list    []Mark
	at      map[MarkID]int // index into list
	spans   *layout.Spans  // of all marks; Of is an index into list
	current MarkID
}

func newMarkSet(marks []Mark) markSet {
	s := markSet{list: slices.Clone(marks), at: make(map[MarkID]int, len(marks))}
	stretches := make([]layout.Stretch, 0, len(marks))
	for i, m := range s.list {
		s.at[m.ID] = i
		stretches = append(stretches, stretchesOf(m, i)...)
	}
	s.spans = layout.NewSpans(stretches)
	s.setLanes()
	return s
}

func stretchesOf(m Mark, of int) []layout.Stretch {
	stretches := make([]layout.Stretch, len(m.Spans))
	for i, span := range m.Spans {
		stretches[i] = layout.Stretch{Span: span, Of: of}
	}
	return stretches
}

func (s *markSet) setLanes() {
	layout.SetLanes(s.spans.All(), func(of int) bool { return s.list[of].Style.isLine() })
}

func (s *markSet) setCurrent(id MarkID) {
	if _, ok := s.at[id]; !ok {
		id = MarkID{}
	}
	s.current = id
}

// currentTouches reports whether some of a span belongs to the current mark.
func (s *markSet) currentTouches(span text.Span) bool {
	at, ok := s.at[s.current]
	return ok && slices.ContainsFunc(s.list[at].Spans, span.Overlaps)
}

// over are the marks on the character at pos, the shortest first.
func (s *markSet) over(pos int) []MarkID {
	if s.spans == nil {
		return nil
	}
	found := s.spans.Overlapping(text.Span{Start: pos, End: pos + 1}, nil)
	slices.SortStableFunc(found, func(a, b layout.Stretch) int { return a.Len() - b.Len() })
	ids := make([]MarkID, len(found))
	for i, stretch := range found {
		ids[i] = s.list[stretch.Of].ID
	}
	return slices.Compact(ids)
}

// extent is what a mark spans, with the gaps between its spans.
func (s *markSet) extent(id MarkID) text.Span {
	i, ok := s.at[id]
	if !ok || len(s.list[i].Spans) == 0 {
		return text.Span{}
	}
	all := s.list[i].Spans[0]
	for _, span := range s.list[i].Spans[1:] {
		all = all.Union(span)
	}
	return all
}

// step is the mark before (by -1) or after (by 1) the current one, in the order
// in which marks start, the longer first. If the caret is not on the current
// mark, it is the first one before or from there.
func (s *markSet) step(caret, by int) (MarkID, bool) {
	order := s.byStart()
	at := -1
	if on := s.extent(s.current); on.Start <= caret && caret <= on.End {
		at = slices.Index(order, s.current)
	}
	switch {
	case at >= 0:
		at += by
	default:
		at = slices.IndexFunc(order, func(id MarkID) bool { return s.extent(id).Start >= caret })
		if at < 0 {
			at = len(order)
		}
		if by < 0 {
			at--
		}
	}
	if at < 0 || at >= len(order) {
		return MarkID{}, false
	}
	return order[at], true
}

func (s *markSet) byStart() []MarkID {
	seen := make([]bool, len(s.list))
	order := make([]MarkID, 0, len(s.list))
	for _, stretch := range s.spans.All() {
		if !seen[stretch.Of] {
			seen[stretch.Of] = true
			order = append(order, s.list[stretch.Of].ID)
		}
	}
	return order
}
