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
	folded := Fold(s)
	var out strings.Builder
	out.Grow(len(folded))
	for _, t := range tokensOf(folded) {
		if out.Len() > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(t.s)
	}
	return out.String()
}

// token is one word of a folded text, or a pair of letters of a script without spaces, and the byte at which it starts.
type token struct {
	s     string
	start int
}

// tokensOf returns the tokens of a folded text in their order.
func tokensOf(folded string) []token {
	t := tokenizer{s: folded, tokens: make([]token, 0, len(folded)/6+1)}
	for t.next() {
	}
	return t.tokens
}

type tokenizer struct {
	s      string
	at     int // what comes before it was read
	tokens []token
}

// next reads one run of letters and notes its tokens; false when nothing is left.
func (t *tokenizer) next() bool {
	r, size := utf8.DecodeRuneInString(t.s[t.at:])
	switch {
	case size == 0:
		return false
	case isUnspaced(r):
		t.pairs()
	case isWordRune(r):
		start := t.at
		t.skip(isSpacedRune)
		t.note(start)
	default:
		t.at += size
	}
	return true
}

// pairs reads a run of a script without spaces.
func (t *tokenizer) pairs() {
	first := t.at
	t.letter()
	if !t.isUnspaced() {
		t.note(first)
		return
	}
	for t.isUnspaced() {
		second := t.at
		t.letter()
		t.note(first)
		first = second
	}
}

func (t *tokenizer) isUnspaced() bool {
	r, _ := utf8.DecodeRuneInString(t.s[t.at:])
	return isUnspaced(r)
}

// letter reads one letter with its marks.
func (t *tokenizer) letter() {
	_, size := utf8.DecodeRuneInString(t.s[t.at:])
	t.at += size
	t.skip(unicode.IsMark)
}

// skip reads as long as the code points are of the kind.
func (t *tokenizer) skip(kind func(rune) bool) {
	end := strings.IndexFunc(t.s[t.at:], func(r rune) bool { return !kind(r) })
	if end < 0 {
		end = len(t.s) - t.at
	}
	t.at += end
}

// note adds the token that begins at start and ends here.
func (t *tokenizer) note(start int) { t.tokens = append(t.tokens, token{t.s[start:t.at], start}) }

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
