package text

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Snap returns the span grown outward until it cuts no grapheme cluster (a
// flag, a family emoji, an accent on its letter), and clamped to the body. An
// empty span moves to the start of the cluster that it stands in.
func (b *Body) Snap(s Span) Span {
	s = b.clamp(s)
	start, _ := b.cluster(s.Start)
	if s.Empty() {
		return Span{start, start}
	}
	_, end := b.cluster(s.End - 1)
	return Span{start, end}
}

// NextGrapheme returns the end of the grapheme cluster at pos.
func (b *Body) NextGrapheme(pos int) int {
	_, end := b.cluster(max(pos, 0))
	return end
}

// PrevGrapheme returns the start of the grapheme cluster before pos.
func (b *Body) PrevGrapheme(pos int) int {
	start, _ := b.cluster(min(pos, b.length) - 1)
	return start
}

// cluster returns the grapheme cluster of the code point at pos.
func (b *Body) cluster(pos int) (start, end int) {
	if pos < 0 {
		return 0, 0
	}
	if pos >= b.length {
		return b.length, b.length
	}
	line, s := b.line(pos)
	if pos == line.End {
		return pos, pos + 1
	}
	start, state := line.Start, -1
	for {
		var found string
		found, s, _, state = uniseg.FirstGraphemeClusterInString(s, state)
		end = start + utf8.RuneCountInString(found)
		if pos < end {
			return start, end
		}
		start = end
	}
}
