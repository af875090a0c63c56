package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// keepsTogether says that a line is not broken at a byte of s, which follows
// white space, though UAX #14 allows it: after an opening quotation mark that is
// set off by a space, as in French, or before a closing one or a colon,
// semicolon, exclamation or question mark.
func keepsTogether(s string, at int) bool {
	last, size := utf8.DecodeLastRuneInString(s[:at])
	if !isSpace(last) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[at:])
	if isSpacedSign(next) {
		return endsPhrase(s[at:])
	}
	before := strings.TrimRightFunc(s[:at-size], isSpace)
	return endsWithOpeningQuote(before)
}

// isSpacedSign says that French sets a space before a sign.
func isSpacedSign(r rune) bool {
	switch r {
	case ':', ';', '!', '?', '»', '›', '”':
		return true
	}
	return false
}

// endsPhrase tells the signs at the beginning of s from those that begin a
// word, as » does in German.
func endsPhrase(s string) bool {
	rest := strings.TrimLeftFunc(s, isSpacedSign)
	next, _ := utf8.DecodeRuneInString(rest)
	return !unicode.In(next, unicode.L, unicode.N, unicode.Sc, unicode.Ps)
}

// endsWithOpeningQuote tells the mark by what stands before it, because what
// opens a quotation in one language closes it in another.
func endsWithOpeningQuote(s string) bool {
	mark, size := utf8.DecodeLastRuneInString(s)
	switch mark {
	case '«', '‹', '“', '„':
	default:
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-size])
	return len(s) == size || unicode.IsSpace(before) || unicode.In(before, unicode.Ps, unicode.Pi, unicode.Pd)
}

// isSpace says that a character is white space that may hang over the end of
// a row.
func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || (r != '\u00a0' && r != '\u202f' && r != '\u2007' && unicode.IsSpace(r))
}
