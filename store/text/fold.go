package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s as search and the comparing of names see it.
func Fold(s string) string {
	var out strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		if r != '\u0306' && unicode.Is(unicode.Inherited, r) && unicode.Is(unicode.Mn, r) {
			continue
		}
		out.WriteRune(unicode.ToLower(r))
	}
	return norm.NFC.String(out.String())
}

type folded struct{ s string }

func foldBody(s string) folded { return folded{Fold(s)} }

// SearchTokens returns what of s goes into the search index: its words,
// folded, with spaces between them.
func SearchTokens(s string) string {
	return strings.Join(strings.FieldsFunc(Fold(s), func(r rune) bool { return !isWordRune(r) && !unicode.IsMark(r) }), " ")
}
