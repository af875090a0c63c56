package store

import (
	"context"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// Around a match a snippet shows so many code points.
const (
	snippetBefore = 40
	snippetAfter  = 110
)

// Search finds all the words in names, titles, quotes and notes, in this order of kinds, and then in bodies. Within one kind what
// was made last comes first. How many hits there are in all SearchCount says: that takes longer than a page of them.
func (p *Project) Search(ctx context.Context, q SearchQuery) (hits []Hit, err error) {
	query := text.ParseQuery(q.Text)
	m := matching(query)
	if m == "" {
		return nil, nil
	}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		take := func(part func(Page) ([]Hit, error)) func(Page) (int, error) {
			return func(page Page) (int, error) {
				found, err := part(page)
				hits = append(hits, found...)
				return len(found), err
			}
		}
		return eachPartOfHits(s, m, q.Page,
			take(func(page Page) ([]Hit, error) { return searchRows(s, m, query, page) }),
			take(func(page Page) ([]Hit, error) { return p.searchBodies(s, m, query, page) }))
	})
	return hits, err
}

// eachPartOfHits reads a page of hits: those in rows, and after them those in bodies, as far as either is on the page. Each part says how
// many it has read.
func eachPartOfHits(s sqlite.Snapshot, m string, page Page, rows, bodies func(Page) (int, error)) (err error) {
	skipped, read := 0, 0 // hits in rows, all of which come before the page
	if page.Offset > 0 {
		if skipped, err = sqlite.Number(s, countInRows, m); err != nil {
			return err
		}
	}
	if page.Offset == 0 || page.Offset < skipped {
		if read, err = rows(page); err != nil {
			return err
		}
	}
	rest := Page{Offset: max(0, page.Offset-skipped), Limit: page.Limit - read}
	if page.Limit > 0 && rest.Limit == 0 {
		return nil
	}
	_, err = bodies(rest)
	return err
}

// SearchCount returns how many hits a search has in all.
func (p *Project) SearchCount(ctx context.Context, words string) (total int, err error) {
	m := matching(text.ParseQuery(words))
	if m == "" {
		return 0, nil
	}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		rows, err := sqlite.Number(s, countInRows, m)
		if err != nil {
			return err
		}
		bodies, err := sqlite.Number(s, `SELECT count(*)`+inBodies, m)
		total = rows + bodies
		return err
	})
	return total, err
}

// What matches, in rows and in bodies. Each takes one argument. A body says by its index which articles have it, the one made last
// first, as every copy of the project does: the other indexes of live articles hold them all.
const (
	countInRows = `SELECT count(*) FROM found_text WHERE found_text MATCH ?`
	inBodies    = ` FROM found_body t CROSS JOIN body b ON b.key = t.rowid
		CROSS JOIN article a INDEXED BY article_by_body_id_desc ON a.body = b.hash WHERE found_body MATCH ? AND a.live = 1`
)

// A page of what matches, in rows and in bodies, each in its order.
const (
	hitRows = `(SELECT rowid AS key FROM found_text WHERE found_text MATCH ? ORDER BY rowid DESC LIMIT ? OFFSET ?) t
		CROSS JOIN found f ON f.key = t.key ORDER BY t.key DESC`
	hitBodies = inBodies + ` ORDER BY t.rowid DESC LIMIT ? OFFSET ?`
)

func searchRows(s sqlite.Snapshot, m string, query text.Query, page Page) ([]Hit, error) {
	var keys []rowKey
	f := sqlite.Filter{Args: []any{m}}
	err := sqlite.Each(s, func(scan func(...any) error) error {
		var key rowKey
		err := scan((*stringColumn)(&key.entity), (*idColumn)(&key.id))
		keys = append(keys, key)
		return err
	}, `SELECT f.entity, f.id FROM `+hitRows, f.Limit(page.Limit, page.Offset)...)
	if err != nil {
		return nil, err
	}
	return describeHits(s, keys, query)
}

func (p *Project) searchBodies(s sqlite.Snapshot, m string, query text.Query, page Page) ([]Hit, error) {
	var hits []Hit
	var hashes []text.Hash
	f := sqlite.Filter{Args: []any{m}}
	err := sqlite.Each(s, func(scan func(...any) error) error {
		hit := Hit{Entity: EntityArticle, Field: "body"}
		var h text.Hash
		err := scan((*idColumn)(&hit.ID), (*stringColumn)(&hit.Title), (*hashColumn)(&h))
		hit.Article = hit.ID
		hits, hashes = append(hits, hit), append(hashes, h)
		return err
	}, `SELECT a.id, a.title, b.hash`+hitBodies, f.Limit(page.Limit, page.Offset)...)
	if err != nil {
		return nil, err
	}
	for i, h := range hashes {
		body, err := p.bodies.load(s, h)
		if err != nil {
			return nil, err
		}
		if found, _ := query.Find(body); len(found) > 0 {
			hits[i].Span = found[0]
			hits[i].Snippet, hits[i].Matches = snippet(body, found[0], query)
		}
	}
	return hits, nil
}

// cut returns the part of a text around the first match, and the matches in it.
func cut(s string, query text.Query) (string, []text.Span) {
	body, err := text.NewBody(s)
	if err != nil {
		return "", nil
	}
	found, _ := query.Find(body)
	if len(found) == 0 {
		return text.Title(s, snippetAfter), nil
	}
	return snippet(body, found[0], query)
}

// snippet returns the words around a span on one line, and the matches in it.
func snippet(body *text.Body, at text.Span, query text.Query) (string, []text.Span) {
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
	matches, _ := query.Find(line)
	return s, matches
}
