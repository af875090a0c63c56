package store

import (
	"context"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// ActorIDs returns the ids of the actors of a page of the list.
func (p *Project) ActorIDs(ctx context.Context, q ActorQuery) ([]ID, error) {
	return p.idsOf(ctx, func(s sqlite.Snapshot) ([]ID, error) {
		l, err := q.selected(s)
		if err != nil {
			return nil, err
		}
		return l.ids(s, `a.id`, q.Page)
	})
}

// IssueIDs returns the ids of the issues of a page of the list.
func (p *Project) IssueIDs(ctx context.Context, q IssueQuery) ([]ID, error) {
	return p.idsOf(ctx, func(s sqlite.Snapshot) ([]ID, error) {
		l, err := q.selected(s)
		if err != nil {
			return nil, err
		}
		return l.ids(s, `a.id`, q.Page)
	})
}

// StatementIDs returns the ids of the statements of a page of the list.
func (p *Project) StatementIDs(ctx context.Context, q StatementQuery) ([]ID, error) {
	return p.idsOf(ctx, func(s sqlite.Snapshot) ([]ID, error) { return walkIDs(s, q.walk, q.Page) })
}

// PositionIDs returns the ids of the positions of a page of the list. One that stands under several headings is there for each.
func (p *Project) PositionIDs(ctx context.Context, q PositionQuery) ([]ID, error) {
	return p.idsOf(ctx, func(s sqlite.Snapshot) ([]ID, error) { return walkIDs(s, q.walk, q.Page) })
}

// RecordIDs returns the ids of the statements and positions of a page of a record.
func (p *Project) RecordIDs(ctx context.Context, e Entity, id ID, page Page) ([]ID, error) {
	return p.idsOf(ctx, func(s sqlite.Snapshot) ([]ID, error) {
		f, err := recordOf(s, e, id)
		if err != nil {
			return nil, err
		}
		return walkRecord(s, f, page)
	})
}

// MentionIDs returns the ids of a page of the mentions of an actor.
func (p *Project) MentionIDs(ctx context.Context, actor ID, page Page) ([]ID, error) {
	return p.idsOf(ctx, func(s sqlite.Snapshot) ([]ID, error) {
		w, n, err := mentionsOf(s, actor)
		if err != nil || n == 0 {
			return nil, err
		}
		return w.ids(s, `l.annotation`, page)
	})
}

// SearchIDs returns what a page of the hits of a search is: a name, or what was found first of an article.
func (p *Project) SearchIDs(ctx context.Context, q SearchQuery) (list []ID, err error) {
	f := newSearching(q.Text)
	if f == nil {
		return nil, nil
	}
	err = p.readFields(ctx, f, func(s sqlite.Snapshot) error {
		groups, err := f.page(s, q.Page)
		if err != nil {
			return err
		}
		rows, err := readFound(s, groups)
		if err != nil {
			return err
		}
		list = make([]ID, len(groups))
		for i, g := range groups {
			list[i] = rows[g.keys[0]].id
		}
		return nil
	})
	return list, err
}

// EntitiesOf returns of which entity the live rows are that have these ids, among those that a search finds.
func (p *Project) EntitiesOf(ctx context.Context, list []ID) (of map[Entity][]ID, err error) {
	of = map[Entity][]ID{}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		for _, e := range []Entity{EntityArticle, EntityActor, EntityIssue, EntityTag, EntityAnnotation, EntityNote} {
			if err := sqlite.EachPortion(list, func(in string, args []any) error {
				live, err := ids(s, `SELECT id FROM `+tableFor(e).name()+` WHERE id IN (`+in+`) AND deleted = 0 ORDER BY id`, args...)
				if len(live) > 0 {
					of[e] = append(of[e], live...)
				}
				return err
			}); err != nil {
				return err
			}
		}
		return nil
	})
	return of, err
}

// walkIDs returns the annotations of a page of a walk; it may lead nowhere.
func walkIDs(s sqlite.Snapshot, way func(sqlite.Source) (*walk, error), page Page) ([]ID, error) {
	w, err := way(s)
	if err != nil || w == nil {
		return nil, err
	}
	return w.ids(s, `l.annotation`, page)
}

// ids returns one column of a page of the rows: an id.
func (l *selected) ids(s sqlite.Source, column string, page Page) (ids []ID, err error) {
	err = sqlite.Each(s, func(scan func(...any) error) error {
		var id ID
		err := scan((*idColumn)(&id))
		ids = append(ids, id)
		return err
	}, `SELECT `+column+l.rest(), l.page(page)...)
	return ids, err
}

// idsAfter returns the ids of the rows that come after the one with the id, at most so many, none for 0; place is the table that has
// that one, be it selected or not.
func (l *selected) idsAfter(s sqlite.Snapshot, place string, id ID, limit int) (ids []ID, err error) {
	columns := l.order.columns()
	row, found, err := values(s, len(columns), `SELECT `+strings.Join(columns, ", ")+` FROM `+place+` WHERE a.id = ?`, id[:])
	if err != nil || !found {
		return nil, err
	}
	for _, set := range l.order.after(row) {
		rest := *l
		rest.Filter = l.Clone()
		rest.And(set.Where(), set.Args...)
		next, err := rest.ids(s, `a.id`, Page{Limit: limit - len(ids)})
		if err != nil {
			return nil, err
		}
		if ids = append(ids, next...); limit > 0 && len(ids) == limit {
			break
		}
	}
	return ids, nil
}

// idsOf reads the ids of rows of a list.
func (p *Project) idsOf(ctx context.Context, of func(sqlite.Snapshot) ([]ID, error)) (ids []ID, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		ids, err = of(s)
		return err
	})
	return ids, err
}

// ArticleBody is the text of an article, by its hash.
type ArticleBody struct {
	Article ID
	Body    text.Hash
}

// ArticleBodies returns the texts of all articles, each text once with the first of its articles, in the order of their hashes, by one
// query.
func (p *Project) ArticleBodies(ctx context.Context) (list []ArticleBody, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var b ArticleBody
			err := scan((*idColumn)(&b.Article), (*hashColumn)(&b.Body))
			list = append(list, b)
			return err
		}, `SELECT min(id), body FROM article INDEXED BY article_by_body_id_desc WHERE live = 1 GROUP BY body`)
	})
	return list, err
}
