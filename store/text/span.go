package text

// Span is the half-open range [Start, End) of a body, in code points.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of code points in the span.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether the code point at pos lies in the span.
func (s Span) Contains(pos int) bool { return s.Start <= pos && pos < s.End }

// Overlaps reports whether the two spans share a code point.
func (s Span) Overlaps(t Span) bool {
	return max(s.Start, t.Start) < min(s.End, t.End)
}

// Union returns the smallest span that covers both. An empty span adds nothing.
func (s Span) Union(t Span) Span {
	if s.Empty() {
		return t
	}
	if t.Empty() {
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// Without returns what is left of s when t is cut out of it: nothing, one span or two, in order.
func (s Span) Without(t Span) []Span {
	if !s.Overlaps(t) {
		return []Span{s}
	}
	var left []Span
	for _, part := range []Span{{s.Start, t.Start}, {t.End, s.End}} {
		if !part.Empty() {
			left = append(left, part)
		}
	}
	return left
}

// Common is how many code points two sets of spans have in common, and how many they have together. The spans of one set lie apart.
func Common(a, b []Span) (both, either int) {
	for _, s := range a {
		either += s.Len()
		for _, o := range b {
			both += max(0, min(s.End, o.End)-max(s.Start, o.Start))
		}
	}
	for _, o := range b {
		either += o.Len()
	}
	return both, either - both
}
