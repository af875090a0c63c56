package text

// Around returns a span with what stands up to so many code points before and after it, cut between lines, or else between words, as a body
// of its own, and where that begins. A body that is not longer comes back as it is. What is read in a part costs no more in a long text.
func (b *Body) Around(s Span, reach int) (part *Body, start int) {
	s = b.clamp(s)
	from, to := max(s.Start-reach, 0), min(s.End+reach, b.length)
	if from == 0 && to == b.length {
		return b, 0
	}
	if from > 0 {
		if line := b.Lines()[b.LineAt(from)]; line.End < s.Start {
			from = line.End + 1
		} else {
			from = min(b.NextWord(from), s.Start)
		}
	}
	if to < b.length {
		if line := b.Lines()[b.LineAt(to)]; line.Start > s.End {
			to = line.Start - 1
		} else {
			to = max(b.PrevWord(to), s.End)
		}
	}
	part, err := NewBody(b.Slice(Span{from, to}))
	if err != nil { // no part of a body is
		return b, 0
	}
	return part, from
}

// Moved returns the span so many code points further on.
func (s Span) Moved(by int) Span { return Span{s.Start + by, s.End + by} }
