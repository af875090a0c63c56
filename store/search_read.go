package store

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// Around a match a snippet shows so many code points.
const (
	snippetBefore = 40
	snippetAfter  = 110
)

// Of what was found in one article so much is read, and so much of that is told beside the first.
const (
	hitsRead   = 100
	hitsWithin = 4
)

// Search finds names first, kind by kind, and then articles, newest first, each with all that was found in it: in its body, title and
// notes, and in what is annotated in it. How many there are in all SearchCount says: that takes longer than a page of them.
func (p *Project) Search(ctx context.Context, q SearchQuery) (hits []Hit, err error) {
	f := newSearching(q.Text)
	if f == nil {
		return nil, nil
	}
	err = p.readFields(ctx, f, func(s sqlite.Snapshot) error {
		groups, err := f.page(s, q.Page)
		if err != nil {
			return err
		}
		hits, err = p.describeGroups(s, groups, f.query)
		return err
	})
	return hits, err
}

// SearchCount returns how many hits a search has in all.
func (p *Project) SearchCount(ctx context.Context, words string) (total int, err error) {
	f := newSearching(words)
	if f == nil {
		return 0, nil
	}
	err = p.readFields(ctx, f, func(s sqlite.Snapshot) error {
		total, err = f.count(s)
		return err
	})
	return total, err
}

// cut returns the part of a text around the first match, and the matches in it.
func cut(s string, query text.Finder) (string, []text.Span) {
	body, err := text.NewBody(s)
	if err != nil {
		return "", nil
	}
	found, _ := query.Find(body)
	if len(found) == 0 {
		return text.Title(s, snippetAfter), nil
	}
	return snippet(body, found[0], query.Places(body))
}

// matchesIn returns where the query stands in a line.
func matchesIn(s string, query text.Finder) []text.Span {
	body, err := text.NewBody(s)
	if err != nil {
		return nil
	}
	return query.Places(body)
}

// snippet returns the words around a span on one line, and which of the places in the body are in it.
func snippet(body *text.Body, at text.Span, places []text.Span) (string, []text.Span) {
	start, end := max(0, at.Start-snippetBefore), min(body.Len(), at.End+snippetAfter)
	if start > 0 {
		start = min(at.Start, body.WordAt(start).End)
		start = at.Start - utf8.RuneCountInString(text.Resumed(body.Slice(text.Span{Start: start, End: at.Start})))
	}
	if end < body.Len() {
		end = max(at.End, body.WordAt(end).Start)
	}
	var line []rune
	if start > 0 {
		line = []rune("… ")
	}
	columns := make([]int, 0, end-start) // where each code point of the body is in the line
	for _, r := range body.Slice(text.Span{Start: start, End: end}) {
		columns = append(columns, len(line))
		switch {
		case !unicode.IsSpace(r):
			line = append(line, r)
		case len(line) > 0 && line[len(line)-1] != ' ':
			line = append(line, ' ')
		}
	}
	s := strings.TrimRight(string(line), " ")
	length := utf8.RuneCountInString(s)
	var matches []text.Span
	for _, p := range places {
		if from, to := max(p.Start, start), min(p.End, end); from < to {
			m := text.Span{Start: columns[from-start], End: min(columns[to-1-start]+1, length)}
			if m.Start < m.End {
				matches = append(matches, m)
			}
		}
	}
	if end < body.Len() {
		s += "\u00a0…" // which never stands on a line alone
	}
	return s, matches
}
