package text

import (
	"strings"
	"unicode/utf8"
)

// FindAll returns where the query stands in the body, both folded, in order
// and without overlaps.
func FindAll(b *Body, query string) []Span {
	query = Fold(query)
	if strings.TrimSpace(query) == "" {
		return nil
	}
	var found []Span
	s, pos := strings.ToLower(b.s), 0
	for {
		at := strings.Index(s, query)
		if at < 0 {
			return found
		}
		start := pos + utf8.RuneCountInString(s[:at])
		pos = start + utf8.RuneCountInString(query)
		found = append(found, b.Snap(Span{start, pos}))
		s = s[at+len(query):]
	}
}
