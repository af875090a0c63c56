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
	var terms []string
	for _, part := range searchParts(typed) {
		words := strings.Fields(text.SearchTokens(part.words))
		if part.phrase {
			words = []string{strings.Join(words, " ")}
		}
		for _, w := range words {
			if w != "" {
				terms = append(terms, `"`+strings.ReplaceAll(w, `"`, `""`)+`"`)
			}
		}
	}
	if len(terms) == 0 {
		return ""
	}
	if last, _ := utf8.DecodeLastRuneInString(typed); !unicode.IsSpace(last) && !isQuotationMark(last) {
		terms[len(terms)-1] += "*"
	}
	return strings.Join(terms, " ")
}

// searchPart is a word of a query, or the words between quotation marks, which are looked for as they stand.
type searchPart struct {
	words  string
	phrase bool
}

// searchParts takes a query apart. A quotation that is not closed yet ends with the query.
func searchParts(typed string) []searchPart {
	var parts []searchPart
	for i, piece := range strings.Split(strings.Map(plainMark, typed), `"`) {
		if phrase := strings.TrimSpace(piece); i%2 == 1 && phrase != "" {
			parts = append(parts, searchPart{phrase, true})
			continue
		}
		for _, word := range strings.Fields(piece) {
			parts = append(parts, searchPart{word, false})
		}
	}
	return parts
}

// plainMark turns every quotation mark into a straight one.
func plainMark(r rune) rune {
	if isQuotationMark(r) {
		return '"'
	}
	return r
}

func isQuotationMark(r rune) bool { return strings.ContainsRune(`"“”„«»`, r) }

// Subqueries for what matches. Each takes one argument.
const (
	rowsMatching = `SELECT f.id FROM found_text t CROSS JOIN found f ON f.key = t.rowid WHERE found_text MATCH %s AND f.entity = '%s'`
	bodyMatching = `SELECT b.hash FROM found_body t CROSS JOIN body b ON b.key = t.rowid WHERE found_body MATCH %s`
)

// indexBody makes a body searchable.
func indexBody(db *connection, key int64, words string) error {
	return db.exec(`INSERT INTO found_body (rowid, tokens) VALUES (?, ?)`, key, text.SearchTokens(words))
}
