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
func (p *Project) describeGroups(s sqlite.Snapshot, groups []group, query text.Query) ([]Hit, error) {
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
			if list[j], err = p.bodyHit(s, r, query); err != nil {
				return nil, err
			}
		}
		hits[i] = inOne(list, g.all)
		if g.article != (ID{}) {
			of := described[rowKey{EntityArticle, g.article}]
			hits[i].Article = g.article // which the one that a note was written on may have become
			for j := range hits[i].Within {
				hits[i].Within[j].Article = g.article
			}
			hits[i].Title, hits[i].TitleMatches = of.Title, of.TitleMatches
			hits[i].Source, hits[i].Published = of.Source, of.Published
		}
	}
	return hits, nil
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
func (p *Project) bodyHit(s sqlite.Snapshot, r found, query text.Query) (Hit, error) {
	hit := Hit{Entity: EntityArticle, ID: r.id, Article: r.id, Field: foundBody}
	body, err := p.bodies.load(s, r.body)
	if err != nil {
		return hit, err
	}
	spans, _ := query.Find(body)
	hit.Places = len(spans)
	if len(spans) == 0 {
		hit.Snippet = text.Title(body.Slice(text.Span{Start: 0, End: min(body.Len(), 4*snippetAfter)}), snippetAfter)
		return hit, nil
	}
	hit.Span = spans[0]
	hit.Snippet, hit.Matches = snippet(body, spans[0], query)
	return hit, nil
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
	return slices.Index([]Entity{foundBody, EntityArticle, EntityAnnotation, EntityNote}, f.entity)
}
