package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// SearchTokens returns what of s goes into the search index, and what of a
// query is looked up there: its words folded, with one space between them.
// Scripts that put no spaces between words (Han, kana, Thai, Lao, Khmer,
// Burmese) become overlapping pairs of letters, so that any part of two
// letters or more is found as a phrase; a lone letter is found as the
// beginning of a pair.
//
// The words hold ASCII letters and digits and code points beyond ASCII, which
// is what FTS5's tokenizer "ascii" takes for words.
func SearchTokens(s string) string {
	t := tokenizer{s: Fold(s)}
	t.out.Grow(len(t.s))
	for t.next() {
	}
	return t.out.String()
}

type tokenizer struct {
	s   string // what is still to be read
	out strings.Builder
}

// next reads one run of letters and writes its tokens; false when nothing is left.
func (t *tokenizer) next() bool {
	r, size := utf8.DecodeRuneInString(t.s)
	switch {
	case size == 0:
		return false
	case isUnspaced(r):
		t.pairs()
	case isWordRune(r):
		t.write(t.take(isSpacedRune))
	default:
		t.s = t.s[size:]
	}
	return true
}

// pairs reads a run of a script without spaces.
func (t *tokenizer) pairs() {
	first := t.letter()
	if r, _ := utf8.DecodeRuneInString(t.s); !isUnspaced(r) {
		t.write(first)
		return
	}
	for {
		r, _ := utf8.DecodeRuneInString(t.s)
		if !isUnspaced(r) {
			return
		}
		second := t.letter()
		t.write(first + second)
		first = second
	}
}

// letter reads one letter with its marks.
func (t *tokenizer) letter() string {
	_, size := utf8.DecodeRuneInString(t.s)
	first := t.s[:size]
	t.s = t.s[size:]
	return first + t.take(unicode.IsMark)
}

// take reads as long as the code points are of the kind.
func (t *tokenizer) take(kind func(rune) bool) string {
	end := strings.IndexFunc(t.s, func(r rune) bool { return !kind(r) })
	if end < 0 {
		end = len(t.s)
	}
	taken := t.s[:end]
	t.s = t.s[end:]
	return taken
}

func (t *tokenizer) write(token string) {
	if t.out.Len() > 0 {
		t.out.WriteByte(' ')
	}
	t.out.WriteString(token)
}

func isSpacedRune(r rune) bool {
	return isWordRune(r) && !isUnspaced(r) || r >= utf8.RuneSelf && unicode.IsMark(r)
}

// isUnspaced reports whether r is a letter of a script that puts no spaces
// between words.
func isUnspaced(r rune) bool {
	if r < 0x0E00 || 0xAC00 <= r && r <= 0xD7A3 {
		return false
	}
	return r == 'ー' || unicode.IsLetter(r) &&
		unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
