package text

import (
	"strings"
	"unicode"
)

// Resumed is a part of a text without the signs at its beginning that belong to what was cut off before it: a comma, the end of a
// quotation, a dash. It is "" if there is nothing else.
func Resumed(s string) string {
	const closing = ",.;:!?)]}»”’›…،؛؟。，、；：！？）」』】〉》-‐–—"
	for s != "" {
		s = strings.TrimLeftFunc(s, unicode.IsSpace)
		first := s
		if end := strings.IndexFunc(s, unicode.IsSpace); end >= 0 {
			first = s[:end]
		}
		if strings.ContainsFunc(first, func(r rune) bool { return !unicode.IsPunct(r) }) {
			return s[len(first)-len(strings.TrimLeft(first, closing)):]
		}
		s = s[len(first):]
	}
	return ""
}
