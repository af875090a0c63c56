package store

import (
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// matching turns what a person looks for into FTS5 syntax: each part must be there. It is "" if there is none. Tokens hold
// letters and digits alone, so that nothing in them is syntax.
func matching(q text.Query) string {
	terms := make([]string, len(q.Parts))
	for i, p := range q.Parts {
		terms[i] = `"` + strings.Join(p.Tokens, " ") + `"`
		if p.Begun {
			terms[i] += "*"
		}
	}
	return strings.Join(terms, " ")
}

// Subqueries for what matches. Each takes one argument.
const (
	rowsMatching = `SELECT f.id FROM found_text t CROSS JOIN found f ON f.key = t.rowid WHERE found_text MATCH %s AND f.entity = '%s'`
	bodyMatching = `SELECT b.hash FROM found_body t CROSS JOIN body b ON b.key = t.rowid WHERE found_body MATCH %s`
)

// indexBody makes a body searchable.
func indexBody(db *sqlite.Connection, key int64, words string) error {
	return db.Exec(`INSERT INTO found_body (rowid, tokens) VALUES (?, ?)`, key, text.SearchTokens(words))
}
