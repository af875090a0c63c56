package text

import "sort"

// Quoting says how much of a passage is given in the words of who is quoted.
type Quoting string

// How a passage is quoted.
const (
	Direct   Quoting = "direct"
	Mixed    Quoting = "mixed"
	Indirect Quoting = "indirect"
)

// Quoting proposes how the passage is quoted, by how much of it stands between
// marks: direct from four fifths of its letters on, indirect without any.
func (b *Body) Quoting(s Span) Quoting {
	s = b.clamp(s)
	all := b.letters(s)
	inside := 0
	for _, inner := range b.quotedIn(s) {
		inside += b.letters(inner)
	}
	switch {
	case inside == 0:
		return Indirect
	case inside*5 >= all*4:
		return Direct
	}
	return Mixed
}

// quotedIn returns the parts of the span that stand between marks, apart from
// each other.
func (b *Body) quotedIn(s Span) []Span {
	var parts []Span
	end := s.Start
	all := b.Quotations()
	line := b.Lines()[b.LineAt(s.Start)].Start // in which all of a quotation stands
	first := sort.Search(len(all), func(i int) bool { return all[i].Outer.Start >= line })
	for _, q := range all[first:] {
		if q.Outer.Start >= s.End {
			break
		}
		part := Span{max(q.Inner.Start, end), min(q.Inner.End, s.End)}
		if !part.Empty() {
			parts = append(parts, part)
			end = part.End
		}
	}
	return parts
}

// letters counts the letters and digits of the span.
func (b *Body) letters(s Span) int {
	n := 0
	for _, r := range b.Slice(s) {
		if isWordRune(r) {
			n++
		}
	}
	return n
}
