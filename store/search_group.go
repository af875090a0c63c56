package store

import (
	"cmp"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// found is a row that the index holds.
type found struct {
	rowKey

	body text.Hash // of foundBody
}

// describeGroups says of each group what was found of it, in a few queries for all.
func (p *Project) describeGroups(s sqlite.Snapshot, groups []group, query text.Finder) ([]Hit, error) {
	rows, err := readFound(s, groups)
	if err != nil {
		return nil, err
	}
	var others []rowKey
	for i := range groups {
		g := &groups[i]
		g.keys = g.keys[:min(len(g.keys), 2+hitsWithin)] // the body and the title are one hit
		for _, key := range g.keys {
			if r := rows[key]; r.entity != foundBody {
				others = append(others, r.rowKey)
			}
		}
		if g.article != (ID{}) {
			others = append(others, rowKey{EntityArticle, g.article})
		}
	}
	described, err := describeHits(s, others, query)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, len(groups))
	for i, g := range groups {
		list := make([]Hit, len(g.keys))
		for j, key := range g.keys {
			r := rows[key]
			if r.entity != foundBody {
				list[j] = described[r.rowKey]
				continue
			}
			body, err := p.bodies.load(s, r.body)
			if err != nil {
				return nil, err
			}
			list[j] = bodyHit(r.id, body, query)
		}
		hits[i] = inOne(list, g.all)
		if g.article != (ID{}) {
			hits[i].putIn(g.article, described[rowKey{EntityArticle, g.article}])
		}
	}
	return hits, nil
}

// putIn says of a hit in which article it is, which the one that a note was written on may have become, and what that is called.
func (h *Hit) putIn(article ID, of Hit) {
	h.Article = article
	for i := range h.Within {
		h.Within[i].Article = article
	}
	h.Title, h.TitleMatches, h.Source, h.Published = of.Title, of.TitleMatches, of.Source, of.Published
}

// readFound reads which rows stand under the keys of groups, and puts those of each group in their order.
func readFound(s sqlite.Snapshot, groups []group) (map[int64]found, error) {
	rows := map[int64]found{}
	var keys []any
	for _, g := range groups {
		for _, key := range g.keys {
			keys = append(keys, key)
		}
	}
	for some := range slices.Chunk(keys, sqlite.Portion) {
		err := sqlite.Each(s, func(scan func(...any) error) error {
			var key int64
			var r found
			var digest []byte
			err := scan(&key, (*stringColumn)(&r.entity), (*idColumn)(&r.id), &digest)
			if r.entity == foundBody {
				copy(r.body[:], digest)
			}
			rows[key] = r
			return err
		}, `SELECT key, entity, id, digest FROM found WHERE key IN (?`+strings.Repeat(", ?", len(some)-1)+`)`, some...)
		if err != nil {
			return nil, err
		}
	}
	for _, g := range groups {
		slices.SortFunc(g.keys, func(a, b int64) int {
			return cmp.Or(cmp.Compare(rows[a].rank(), rows[b].rank()), compareIDs(rows[a].id, rows[b].id))
		})
	}
	return rows, nil
}

// bodyHit says where in the body of an article the query stands.
func bodyHit(article ID, body *text.Body, query text.Finder) Hit {
	hit := Hit{Entity: EntityArticle, ID: article, Article: article, Field: foundBody}
	best, _ := query.Find(body)
	places := query.Places(body)
	hit.Places = len(places)
	if len(best) == 0 {
		hit.Snippet = text.Title(body.Slice(text.Span{Start: 0, End: min(body.Len(), 4*snippetAfter)}), snippetAfter)
		return hit
	}
	hit.Span = best[0]
	hit.Snippet, hit.Matches = snippet(body, best[0], places)
	return hit
}

// inOne makes one hit of what was found of an article, in its order.
func inOne(list []Hit, all int) Hit {
	hit := list[0]
	within := list[1:]
	if hit.Field == foundBody && len(within) > 0 && within[0].Field == "title" { // it is told as the title of the hit
		within, all = within[1:], all-1
	}
	hit.Within = within[:min(len(within), hitsWithin)]
	hit.More = all - 1 - len(hit.Within)
	return hit
}

// rank is the place of a row among those of its article.
func (f found) rank() int {
	return slices.Index([]Entity{foundBody, EntityArticle, EntityAnnotation, EntityNote, EntityExplanation}, f.entity)
}
