package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Snap returns the span grown outward until it cuts no grapheme cluster (a
// flag, a family emoji, an accent on its letter), and clamped to the body. An
// empty span moves to the start of the cluster that it stands in.
func (b *Body) Snap(s Span) Span {
	s = b.clamp(s)
	start, end := b.cluster(s.Start)
	switch {
	case s.Empty():
		return Span{start, start}
	case s.End > end:
		_, end = b.cluster(s.End - 1)
	}
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

// cluster returns the grapheme cluster of the code point at pos. It starts to
// look at the last place before pos where a boundary is certain.
func (b *Body) cluster(pos int) (start, end int) {
	if pos < 0 {
		return 0, 0
	}
	if pos >= b.length {
		return b.length, b.length
	}
	offset, start := b.sureCluster(b.ByteOffset(pos), pos)
	if start == pos && isSureEdge(around(b.s, offset+b.sizeAt(offset))) {
		return pos, pos + 1
	}
	rest, state := b.s[offset:], -1
	for {
		var found string
		found, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		end = start + utf8.RuneCountInString(found)
		if pos < end {
			return start, end
		}
		start = end
	}
}

// sureCluster returns the last place at or before the code point at pos, which
// begins at offset, where a grapheme cluster surely begins.
func (b *Body) sureCluster(offset, pos int) (int, int) {
	for offset > 0 {
		before, r := around(b.s, offset)
		if isSureEdge(before, r) {
			break
		}
		offset -= utf8.RuneLen(before)
		pos--
	}
	return offset, pos
}

// around returns the code points on both sides of a byte offset; at the ends
// of s one of them is a line feed.
func around(s string, offset int) (before, after rune) {
	before, after = '\n', '\n'
	if offset > 0 {
		before, _ = utf8.DecodeLastRuneInString(s[:offset])
	}
	if offset < len(s) {
		after, _ = utf8.DecodeRuneInString(s[offset:])
	}
	return before, after
}

// isSureEdge reports whether a grapheme cluster surely begins between the two.
func isSureEdge(before, after rune) bool {
	if before == ' ' && 0x0900 <= after && after < 0x0E00 {
		return unicode.IsLetter(after) // Indic letters join only one another
	}
	return standsAlone(after) && !isPrepended(before)
}

func (b *Body) sizeAt(offset int) int {
	_, size := utf8.DecodeRuneInString(b.s[offset:])
	return size
}

// standsAlone reports whether a grapheme cluster surely begins at r, whatever
// stands before it but a prepended mark. It covers the many; false for others
// means only that their surroundings must be looked at.
func standsAlone(r rune) bool {
	switch {
	case r < 0x80:
		return true
	case r < 0x300:
		return r != '©' && r != '®'
	case r < 0x370:
		return false
	case r < 0x590:
		return !unicode.IsMark(r)
	}
	return 0x05D0 <= r && r <= 0x05EA || // Hebrew letters
		0x0620 <= r && r <= 0x064A || // Arabic letters
		0x0E01 <= r && r <= 0x0E30 || // Thai consonants
		0x2010 <= r && r <= 0x2027 || // dashes and quotation marks
		0x3001 <= r && r <= 0x3029 || // CJK punctuation
		0x3041 <= r && r <= 0x3096 || 0x30A1 <= r && r <= 0x30FA || // kana
		0x3400 <= r && r <= 0x4DBF || 0x4E00 <= r && r <= 0x9FFF // Han
}

// isPrepended reports whether r is a mark that stands before the letter it
// belongs to (Grapheme_Cluster_Break=Prepend of UAX #29).
func isPrepended(r rune) bool {
	if r < 0x600 {
		return false
	}
	return unicode.Is(unicode.Prepended_Concatenation_Mark, r) || unicode.Is(prepended, r)
}

// prepended are the letters of that property: repha forms and cluster-initial
// letters of Indic scripts.
var prepended = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x0D4E, Hi: 0x0D4E, Stride: 1}},
	R32: []unicode.Range32{
		{Lo: 0x111C2, Hi: 0x111C3, Stride: 1},
		{Lo: 0x1193F, Hi: 0x11941, Stride: 2},
		{Lo: 0x11A3A, Hi: 0x11A3A, Stride: 1},
		{Lo: 0x11A84, Hi: 0x11A89, Stride: 1},
		{Lo: 0x11D46, Hi: 0x11D46, Stride: 1},
		{Lo: 0x11F02, Hi: 0x11F02, Stride: 1},
	},
}
