package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/store/text"
)

// matching turns what a person types into FTS5 syntax: every word must be there, the last may be the beginning of one
// unless white space follows it. It is "" if there is no word. Nothing that is typed is syntax.
func matching(typed string) string {
	words := strings.Fields(text.SearchTokens(typed))
	if len(words) == 0 {
		return ""
	}
	for i, w := range words {
		words[i] = `"` + strings.ReplaceAll(w, `"`, `""`) + `"`
	}
	if last, _ := utf8.DecodeLastRuneInString(typed); !unicode.IsSpace(last) {
		words[len(words)-1] += "*"
	}
	return strings.Join(words, " ")
}

// Subqueries for what matches. Each takes one argument.
const (
	rowsMatching = `SELECT f.id FROM found_text t CROSS JOIN found f ON f.key = t.rowid WHERE found_text MATCH %s AND f.entity = '%s'`
	bodyMatching = `SELECT b.hash FROM found_body t CROSS JOIN body b ON b.key = t.rowid WHERE found_body MATCH %s`
)
