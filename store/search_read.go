package store

import (
	"context"
	"strings"

	"standpoint/store/text"
)

// Around a match a snippet shows so many code points.
const (
	snippetBefore = 40
	snippetAfter  = 110
)

// rank is the order in which kinds of hits are listed: names first, bodies last.
const rank = `CASE f.entity WHEN 'actor' THEN 0 WHEN 'issue' THEN 1 WHEN 'tag' THEN 2 WHEN 'article' THEN 3 WHEN 'annotation' THEN 4 ELSE 5 END`

// Search finds all the words in titles, names, quotes and notes, and then in bodies. Within one kind the one made last comes first: ids are
// in the order of time.
func (p *Project) Search(ctx context.Context, q SearchQuery) (hits []Hit, total int, err error) {
	m := matching(q.Text)
	if m == "" {
		return nil, 0, nil
	}
	err = p.read(ctx, func(s snapshot) error {
		rows, err := number(s, `SELECT count(*) FROM found_text WHERE found_text MATCH ?`, m)
		if err != nil {
			return err
		}
		if hits, err = searchRows(s, m, q); err != nil {
			return err
		}
		rest := Page{Offset: max(0, q.Offset-rows), Limit: q.Limit - len(hits)}
		if q.Limit <= 0 || rest.Limit > 0 {
			found, err := p.searchBodies(s, m, q.Text, rest)
			if err != nil {
				return err
			}
			hits = append(hits, found...)
		}
		bodies, err := s.number(`SELECT count(*) FROM found_body t CROSS JOIN body b ON b.key = t.rowid
			CROSS JOIN article a INDEXED BY article_by_body ON a.body = b.hash WHERE found_body MATCH ? AND a.live = 1`, m)
		total = rows + bodies
		return err
	})
	return hits, total, err
}

func searchRows(s snapshot, m string, q SearchQuery) ([]Hit, error) {
	var keys []rowKey
	f := filter{args: []any{m}}
	err := s.each(func(scan func(...any) error) error {
		var key rowKey
		err := scan((*stringColumn)(&key.entity), (*idColumn)(&key.id))
		keys = append(keys, key)
		return err
	}, `SELECT f.entity, f.id FROM found_text t CROSS JOIN found f ON f.key = t.rowid WHERE found_text MATCH ?
		ORDER BY `+rank+`, f.id DESC LIMIT ? OFFSET ?`, f.limit(q.Page)...)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, 0, len(keys))
	for _, key := range keys {
		hit, err := describeHit(s, key, q.Text)
		if err != nil {
			return nil, err
		}
		hits = append(hits, hit)
	}
	return hits, nil
}

// describeHit fills in which text of the row it is, and where.
func describeHit(s source, key rowKey, query string) (Hit, error) {
	hit := Hit{Entity: key.entity, ID: key.id}
	texts, err := excerpts(s, key)
	if err != nil {
		return hit, err
	}
	best := -1
	for _, e := range texts {
		snippet, matches := cut(e.text, query)
		if len(matches) > best {
			best, hit.Field, hit.Snippet, hit.Matches = len(matches), e.field, snippet, matches
		}
	}
	return hit, locate(s, &hit)
}

// locate fills in the title and where a click leads.
func locate(s source, hit *Hit) error {
	switch hit.Entity {
	case EntityArticle:
		hit.Article = hit.ID
		_, err := one(s, []any{(*stringColumn)(&hit.Title)}, `SELECT title FROM article WHERE id = ?`, hit.ID[:])
		return err
	case EntityAnnotation:
		return locateAnnotation(s, hit, hit.ID)
	case EntityNote:
		return locateNote(s, hit)
	default:
		_, err := one(s, []any{(*stringColumn)(&hit.Title)}, `SELECT name FROM `+tableFor(hit.Entity).name()+` WHERE id = ?`, hit.ID[:])
		return err
	}
}

func locateAnnotation(s source, hit *Hit, id ID) error {
	var anchor text.Anchor
	_, err := one(s, []any{(*idColumn)(&hit.Article), (*stringColumn)(&hit.Title), (*anchorColumn)(&anchor)},
		`SELECT r.id, r.title, coalesce(a.anchor, s.anchor) FROM annotation a JOIN article r ON r.id = a.shown_in
		LEFT JOIN annotation s ON s.id = a.statement WHERE a.id = ?`, id[:])
	if len(anchor.Quotes) > 0 {
		hit.Span = anchor.Quotes[0].Span
	}
	return err
}

// locateNote leads to what the note is on.
func locateNote(s source, hit *Hit) error {
	n, err := find[Note](s, EntityNote, hit.ID)
	if err != nil {
		return err
	}
	if n.On == EntityAnnotation {
		return locateAnnotation(s, hit, n.Subject)
	}
	on := Hit{Entity: n.On, ID: n.Subject}
	err = locate(s, &on)
	hit.Title, hit.Article = on.Title, on.Article
	return err
}

// searchBodies names the index of articles: nearly all of them are live, and without statistics SQLite may take an index
// on that, and read every article for every body.
func (p *Project) searchBodies(s snapshot, m, query string, page Page) ([]Hit, error) {
	var hits []Hit
	var hashes []text.Hash
	f := filter{args: []any{m}}
	err := s.each(func(scan func(...any) error) error {
		hit := Hit{Entity: EntityArticle, Field: "body"}
		var h text.Hash
		err := scan((*idColumn)(&hit.ID), (*stringColumn)(&hit.Title), (*hashColumn)(&h))
		hit.Article = hit.ID
		hits, hashes = append(hits, hit), append(hashes, h)
		return err
	}, `SELECT a.id, a.title, b.hash FROM found_body t CROSS JOIN body b ON b.key = t.rowid
		CROSS JOIN article a INDEXED BY article_by_body ON a.body = b.hash
		WHERE found_body MATCH ? AND a.live = 1 ORDER BY t.rowid DESC LIMIT ? OFFSET ?`, f.limit(page)...)
	if err != nil {
		return nil, err
	}
	for i, h := range hashes {
		body, err := p.bodies.load(s, h)
		if err != nil {
			return nil, err
		}
		if found := findWords(body, query); len(found) > 0 {
			hits[i].Span = found[0]
			hits[i].Snippet, hits[i].Matches = snippet(body, found[0], query)
		}
	}
	return hits, nil
}

// cut returns the part of a text around the first match, and the matches in it.
func cut(s, query string) (string, []text.Span) {
	body, err := text.NewBody(s)
	if err != nil {
		return "", nil
	}
	found := findWords(body, query)
	if len(found) == 0 {
		return text.Title(s, snippetAfter), nil
	}
	return snippet(body, found[0], query)
}

// findWords returns where the query stands as it is typed, or else where its words begin; if none does, where they stand
// within words. Matches of one word are in text order.
func findWords(body *text.Body, query string) []text.Span {
	parts := searchParts(query)
	words := make([]string, len(parts))
	for i, p := range parts {
		words[i] = p.words
	}
	if found := beginnings(body, text.FindAll(body, strings.Join(words, " "))); len(found) > 0 {
		return found
	}
	var begun, within []text.Span
	for _, word := range words {
		found := text.FindAll(body, word)
		begun, within = append(begun, beginnings(body, found)...), append(within, found...)
	}
	if len(begun) > 0 {
		return begun
	}
	return within
}

// beginnings returns the spans that begin where a word does.
func beginnings(body *text.Body, spans []text.Span) []text.Span {
	var list []text.Span
	for _, s := range spans {
		if body.WordAt(s.Start).Start == s.Start {
			list = append(list, s)
		}
	}
	return list
}

// snippet returns the words around a span on one line, and the matches in it.
func snippet(body *text.Body, at text.Span, query string) (string, []text.Span) {
	start, end := max(0, at.Start-snippetBefore), min(body.Len(), at.End+snippetAfter)
	if start > 0 {
		start = min(at.Start, body.WordAt(start).End)
	}
	if end < body.Len() {
		end = max(at.End, body.WordAt(end).Start)
	}
	s := strings.Join(strings.Fields(body.Slice(text.Span{Start: start, End: end})), " ")
	if start > 0 {
		s = "… " + s
	}
	if end < body.Len() {
		s += " …"
	}
	line, err := text.NewBody(s)
	if err != nil {
		return "", nil
	}
	return s, findWords(line, query)
}
