package store

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// A slice of a search by a pattern ends behind the text with which it has read so much.
const (
	sliceGroups = 100     // names and articles
	sliceBytes  = 500_000 // of bodies
)

// PatternPlace is how far a search by a pattern has come. The zero value is the beginning.
type PatternPlace struct {
	Read int // texts that were looked through: bodies, titles, quotes, notes and names
	Of   int // how many there are, as counted at the beginning

	before int64 // the keys that are still to be read are less
	ended  bool
}

// Ended reports whether nothing is left to be looked through.
func (at PatternPlace) Ended() bool { return at.ended }

// SearchPattern looks a pattern up in some of the texts that a search looks through, in the order of Search, where those of one day stand
// in any, and says where to go on. No index helps: the texts themselves are read, so much at a time that whoever asks can show what was
// found and how far it has come, and leave off.
func (p *Project) SearchPattern(ctx context.Context, pattern text.Pattern, from PatternPlace) (hits []Hit, at PatternPlace, err error) {
	if from.ended {
		return nil, from, nil
	}
	err = p.read(ctx, func(s sqlite.Snapshot) (err error) {
		at = from
		if at.before == 0 {
			at.before = math.MaxInt64
			if at.Of, err = sqlite.Number(s, `SELECT count(*) FROM found`); err != nil {
				return err
			}
		}
		m := patternMatcher{project: p, src: s, pattern: pattern}
		hits, err = m.slice(ctx, &at)
		return err
	})
	if err != nil {
		return nil, from, err
	}
	return hits, at, nil
}

// patternMatcher looks through a slice.
type patternMatcher struct {
	project *Project
	src     sqlite.Snapshot
	pattern text.Pattern
	bytes   int // of bodies, read so far
}

// textGroup is the texts of an article, or one name.
type textGroup struct {
	article ID
	rows    []found
	first   int64 // the least key
}

func (m *patternMatcher) slice(ctx context.Context, at *PatternPlace) (hits []Hit, err error) {
	groups, err := m.groups(at.before)
	if err != nil {
		return nil, err
	}
	r, err := m.read(groups)
	if err != nil {
		return nil, err
	}
	for i, g := range groups {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		found, err := m.hits(r, g)
		if err != nil {
			return nil, err
		}
		if len(found) > 0 {
			hit := inOne(found, len(found))
			if g.article != (ID{}) {
				of := r.hit(rowKey{EntityArticle, g.article})
				of.TitleMatches = matchesIn(of.Title, m.pattern)
				hit.putIn(g.article, of)
			}
			hits = append(hits, hit)
		}
		at.before, at.Read = g.first, at.Read+len(g.rows)
		if i == len(groups)-1 && len(groups) < sliceGroups {
			at.ended = true
		} else if m.bytes >= sliceBytes {
			break
		}
	}
	at.ended = at.ended || len(groups) == 0
	return hits, nil
}

// groups reads which texts come next.
func (m *patternMatcher) groups(before int64) (groups []textGroup, err error) {
	last := int64(-1)
	err = sqlite.Each(m.src, func(scan func(...any) error) error {
		var key int64
		var f found
		var article ID
		var digest []byte
		if err := scan(&key, (*stringColumn)(&f.entity), (*idColumn)(&f.id), (*idColumn)(&article), &digest); err != nil {
			return err
		}
		if of := groupOf(key); of != last {
			last = of
			if len(groups) == sliceGroups {
				return errEnough
			}
			groups = append(groups, textGroup{article: article})
		}
		if f.entity == foundBody {
			copy(f.body[:], digest)
		}
		g := &groups[len(groups)-1]
		g.rows, g.first = append(g.rows, f), key
		return nil
	}, `SELECT key, entity, id, article, digest FROM found WHERE key < ? ORDER BY key DESC`, before)
	if errors.Is(err, errEnough) {
		err = nil
	}
	return groups, err
}

// read reads the texts of some groups but for the bodies.
func (m *patternMatcher) read(groups []textGroup) (*hitReader, error) {
	var keys []rowKey
	for _, g := range groups {
		if g.article != (ID{}) {
			keys = append(keys, rowKey{EntityArticle, g.article})
		}
		for _, f := range g.rows {
			if f.entity != foundBody && f.rowKey != (rowKey{EntityArticle, g.article}) {
				keys = append(keys, f.rowKey)
			}
		}
	}
	r := newHitReader(m.src)
	return r, r.read(keys)
}

// hits are the texts of a group in which the pattern is, in their order.
func (m *patternMatcher) hits(r *hitReader, g textGroup) (hits []Hit, err error) {
	slices.SortFunc(g.rows, func(a, b found) int { return cmp.Or(cmp.Compare(a.rank(), b.rank()), compareIDs(a.id, b.id)) })
	titled := false
	for _, f := range g.rows {
		titled = titled || f.entity == EntityArticle
		if f.entity == foundBody {
			hit, found, err := m.body(f)
			if err != nil {
				return nil, err
			}
			if found {
				hits = append(hits, hit)
			}
		} else if hit, found := m.row(r, f.rowKey); found {
			hits = append(hits, hit)
		}
	}
	if !titled && g.article != (ID{}) { // a title of marks alone has no words to be indexed by
		if hit, found := m.row(r, rowKey{EntityArticle, g.article}); found {
			hits = slices.Insert(hits, min(1, len(hits)), hit)
		}
	}
	return hits, nil
}

func (m *patternMatcher) row(r *hitReader, key rowKey) (hit Hit, found bool) {
	field, snippet, matches := r.best(key, m.pattern)
	if len(matches) == 0 {
		return hit, false
	}
	hit = r.hit(key)
	hit.Field, hit.Snippet, hit.Matches = field, snippet, matches
	hit.TitleMatches = matchesIn(hit.Title, m.pattern)
	return hit, true
}

// body looks through a body, which is not kept in memory for others: they are all read, one after another.
func (m *patternMatcher) body(f found) (hit Hit, found bool, err error) {
	body := m.project.bodies.get(f.body)
	if body == nil {
		var s string
		if _, err = sqlite.One(m.src, []any{(*stringColumn)(&s)}, `SELECT text FROM body WHERE hash = ?`, f.body[:]); err != nil {
			return hit, false, err
		}
		if body, err = text.NewBody(s); err != nil {
			return hit, false, NewError(CodeDamaged, err, "A text in the project is damaged. Check the project with “standpoint check PROJECT”.")
		}
	}
	m.bytes += len(body.String())
	hit = bodyHit(f.id, body, m.pattern)
	return hit, hit.Places > 0, nil
}
