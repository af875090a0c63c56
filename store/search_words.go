package store

import (
	"slices"
	"strconv"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// anyWords reads what is typed into a field of words in which no fields of articles can be asked for.
func anyWords(typed string) text.Query { return text.ParseQuery(typed, nil) }

// ftsSyntax turns a part of a query into FTS5 syntax; false if that has no words for it: it knows no fields, and NOT only beside something
// else that must be there. Tokens hold letters and digits alone, so that nothing in them is syntax.
func ftsSyntax(n *text.QueryNode) (string, bool) {
	switch n.Op {
	case text.OpPart:
		return ftsPhrase(n.Part), true
	case text.OpNear:
		phrases := make([]string, len(n.Of))
		for i, c := range n.Of {
			phrases[i] = ftsPhrase(c.Part)
		}
		return `NEAR(` + strings.Join(phrases, " ") + `, ` + strconv.Itoa(n.Apart) + `)`, true
	case text.OpOr:
		return ftsJoined(n.Of, " OR ")
	case text.OpAnd:
		wanted, unwanted := splitNot(n.Of)
		if len(wanted) == 0 {
			return "", false
		}
		s, ok := ftsJoined(wanted, " AND ")
		for _, not := range unwanted {
			without, can := ftsSyntax(not)
			s, ok = `(`+s+` NOT `+without+`)`, ok && can
		}
		return s, ok
	}
	return "", false
}

func ftsPhrase(p text.QueryPart) string {
	s := `"` + strings.Join(p.Tokens, " ") + `"`
	if p.Begun {
		s += "*"
	}
	return s
}

func ftsJoined(nodes []*text.QueryNode, with string) (string, bool) {
	parts := make([]string, len(nodes))
	for i, n := range nodes {
		s, ok := ftsSyntax(n)
		if !ok {
			return "", false
		}
		parts[i] = s
	}
	return `(` + strings.Join(parts, with) + `)`, true
}

// splitNot parts what is wanted from what NOT stands before, without the NOT.
func splitNot(nodes []*text.QueryNode) (wanted, unwanted []*text.QueryNode) {
	for _, n := range nodes {
		if n.Op == text.OpNot {
			unwanted = append(unwanted, n.Of[0])
		} else {
			wanted = append(wanted, n)
		}
	}
	return wanted, unwanted
}

// condition is one in SQL, with its arguments.
type condition struct {
	sql  string
	args []any
}

// conditionOf turns a part of a query into a condition, given those for words in FTS5 syntax and for fields.
func conditionOf(n *text.QueryNode, matches func(fts string) condition, field func(*text.QueryNode) condition) condition {
	if n.Op == text.OpField {
		return field(n)
	}
	if fts, ok := ftsSyntax(n); ok {
		return matches(fts)
	}
	parts := make([]string, len(n.Of))
	var c condition
	for i, of := range n.Of {
		one := conditionOf(of, matches, field)
		parts[i] = one.sql
		c.args = append(c.args, one.args...)
	}
	switch n.Op {
	case text.OpNot:
		c.sql = `NOT ` + parts[0]
	case text.OpOr:
		c.sql = `(` + strings.Join(parts, " OR ") + `)`
	default:
		c.sql = `(` + strings.Join(parts, " AND ") + `)`
	}
	return c
}

// rowsHolding is a subquery for the ids of the rows of one kind that hold what is typed; none if nothing is looked for.
func rowsHolding(typed string, e Entity) (c condition, asked bool) {
	q := anyWords(typed)
	if q.Root == nil {
		return c, false
	}
	if fts, ok := ftsSyntax(q.Root); ok {
		return condition{`SELECT f.id FROM found_text t CROSS JOIN found f ON f.key = t.rowid WHERE found_text MATCH ? AND f.entity = '` +
			string(e) + `'`, []any{fts}}, true
	}
	c = conditionOf(q.Root, func(fts string) condition {
		return condition{`f.key IN (SELECT rowid FROM found_text WHERE found_text MATCH ?)`, []any{fts}}
	}, nil)
	c.sql = `SELECT f.id FROM found f WHERE f.entity = '` + string(e) + `' AND ` + c.sql
	return c, true
}

// articlesHolding is the condition that an article holds what is typed, in its title or in its body, and has what that asks of it in
// fields, as Search reads it.
func articlesHolding(s sqlite.Source, typed string) (c articleCondition, asked bool, err error) {
	f := newSearching(typed)
	if f == nil {
		return c, false, nil
	}
	if err := f.resolveFields(s, nil); err != nil {
		return c, false, err
	}
	const holding = `SELECT f.article AS id FROM found_text t CROSS JOIN found f ON f.key = t.rowid
		WHERE found_text MATCH ? AND f.entity = 'article' UNION ALL
		SELECT f.article FROM found_body t CROSS JOIN found f ON f.key = t.rowid WHERE found_body MATCH ?`
	holds := func(fts string) condition { return condition{`a.id IN (` + holding + `)`, []any{fts, fts}} }
	var all []string
	if f.fts != "" {
		is := holds(f.fts)
		all, c.args = append(all, is.sql), is.args
		c.from, c.id, c.fromArgs = `(`+holding+`) w`, `w.id`, is.args
	}
	for _, n := range f.rest {
		is := f.conditionOf(n, holds)
		all, c.args = append(all, is.sql), append(slices.Clip(c.args), is.args...)
	}
	c.is = `(` + strings.Join(all, " AND ") + `)`
	return c, true, nil
}
