package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// WordAt returns the word at pos by UAX #29, or what stands there between
// words: a run of spaces or a punctuation mark. Scripts whose words only a
// dictionary can tell (Thai, Lao, Khmer, Burmese) give the whole run of
// letters. At the end of a line it is the last of the line; in an empty line
// it is empty.
func (b *Body) WordAt(pos int) Span {
	pos = min(max(pos, 0), b.length)
	if pos > 0 && b.endsLine(pos) {
		if pos--; b.endsLine(pos) {
			return Span{pos + 1, pos + 1}
		}
	}
	if b.endsLine(pos) {
		return Span{pos, pos}
	}
	found := Span{pos, pos}
	b.words(pos, func(word Span, _ string) bool {
		found = word
		return pos >= word.End
	})
	return found
}

// WholeWords returns s grown to the ends of the words that it cuts, by UAX #29. Scripts whose words only a dictionary can
// tell are left as they are: a run of their letters is often a whole sentence.
func (b *Body) WholeWords(s Span) Span {
	s = b.clamp(s)
	if word, cut := b.wordCutAt(s.Start); cut {
		s.Start = word.Start
	}
	if word, cut := b.wordCutAt(s.End); cut {
		s.End = word.End
	}
	return s
}

// wordCutAt returns the word that begins before pos and ends after it, if there is one and its bounds are known.
func (b *Body) wordCutAt(pos int) (Span, bool) {
	word := b.WordAt(pos)
	if pos <= word.Start || pos >= word.End {
		return Span{}, false
	}
	s := b.Slice(word)
	return word, isWord(s) && !isDictionaryWord(s)
}

// cutsWord reports whether pos stands within a word, between two letters or
// numbers of it.
func (b *Body) cutsWord(pos int) bool {
	if pos <= 0 || pos >= b.length || !isWordRune(b.RuneAt(pos-1)) || !isWordRune(b.RuneAt(pos)) {
		return false
	}
	word := b.WordAt(pos)
	return word.Start < pos && pos < word.End
}

// endsLine reports whether a line ends at pos.
func (b *Body) endsLine(pos int) bool { return pos == b.length || b.RuneAt(pos) == '\n' }

// NextWord returns the end of the first word that ends after pos, where
// Ctrl+Right goes; without one, the end of the body.
func (b *Body) NextWord(pos int) int {
	next := b.length
	b.words(min(max(pos, 0), b.length), func(word Span, s string) bool {
		if word.End > pos && isWord(s) {
			next = word.End
			return false
		}
		return true
	})
	return next
}

// PrevWord returns the start of the last word that starts before pos, where
// Ctrl+Left goes; without one, the start of the body.
func (b *Body) PrevWord(pos int) int {
	pos = min(pos, b.length)
	for pos > 0 {
		prev, first := -1, pos
		b.words(pos-1, func(word Span, s string) bool {
			first = min(first, word.Start)
			if word.Start < pos && isWord(s) {
				prev = word.Start
			}
			return word.End < pos
		})
		if prev >= 0 {
			return prev
		}
		pos = first
	}
	return 0
}

// words yields the segments between word boundaries in text order, from a
// place at or before pos, where a boundary is certain, until yield returns
// false or the body ends.
func (b *Body) words(pos int, yield func(word Span, s string) bool) {
	offset, start := b.sureWord(b.ByteOffset(pos), pos)
	rest, state := b.s[offset:], -1
	for rest != "" {
		var word string
		word, rest, state = uniseg.FirstWordInString(rest, state)
		for isDictionaryWord(word) {
			next, after, nextState := uniseg.FirstWordInString(rest, state)
			if !isDictionaryWord(next) {
				break
			}
			word, rest, state = word+next, after, nextState
		}
		end := start + utf8.RuneCountInString(word)
		if !yield(Span{start, end}, word) {
			return
		}
		start = end
	}
}

// sureWord returns the last place at or before the code point at pos, which
// begins at offset, where a word surely begins or ends: at a line feed, after
// a space before what neither is one nor joins it, and at an ideograph.
func (b *Body) sureWord(offset, pos int) (int, int) {
	for offset > 0 {
		before, r := around(b.s, offset)
		if before == '\n' || before == ' ' && (isWordRune(r) || r == '\n') || 0x4E00 <= r && r <= 0x9FFF {
			break
		}
		offset -= utf8.RuneLen(before)
		pos--
	}
	return offset, pos
}

// isWord reports whether a segment between word boundaries is a word.
func isWord(s string) bool { return strings.ContainsFunc(s, isWordRune) }

// isWordRune reports whether r is a letter or a number of any script.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// isDictionaryWord reports whether the segment is a piece of a word that ends
// where only a dictionary of its language knows.
func isDictionaryWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return 0x0E00 <= r && r <= 0x109F && unicode.IsLetter(r) &&
		unicode.In(r, unicode.Thai, unicode.Lao, unicode.Myanmar) ||
		0x1780 <= r && r <= 0x17FF && unicode.IsLetter(r)
}
