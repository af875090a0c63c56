package store

import (
	"context"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// Article returns an article; CodeNotFound if it is not there or deleted.
func (p *Project) Article(ctx context.Context, id ID) (a Article, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		a, err = find[Article](s, EntityArticle, id)
		return err
	})
	return a, err
}

// stage returns the place of the status in the order of work.
func (s Status) stage() int {
	switch s {
	case StatusInProgress:
		return 1
	case StatusCoded:
		return 2
	case StatusReviewed:
		return 3
	default:
		return 0
	}
}

// toReview counts the annotations of an article that name another text themselves: what rests on one of them is placed with it.
const toReview = `CASE WHEN a.unplaced > 0 THEN (SELECT count(*) FROM annotation n WHERE n.shown_in = a.id AND n.unplaced > 0
	AND n.anchor IS NOT NULL) ELSE 0 END`

// FindDuplicate looks for a live article with the body, before others one with the same source and date: same then is true.
func (p *Project) FindDuplicate(
	ctx context.Context, body text.Hash, source string, published Date,
) (first Article, same, found bool, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		first, same, found, err = findDuplicate(s, body, source, published)
		return err
	})
	return first, same, found, err
}

// Counts returns how much the project holds.
func (p *Project) Counts(ctx context.Context) (c Counts, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		_, err := sqlite.One(s, []any{&c.Articles, &c.Highlights, &c.Mentions, &c.Statements, &c.Positions},
			`SELECT count(*), coalesce(sum(highlights), 0), coalesce(sum(mentions), 0), coalesce(sum(statements), 0),
				coalesce(sum(positions), 0) FROM article WHERE live = 1`)
		if err != nil {
			return err
		}
		_, err = sqlite.One(s, []any{&c.Actors, &c.Issues, &c.Tags, &c.Notes}, `SELECT (SELECT count(*) FROM actor WHERE live = 1),
			(SELECT count(*) FROM issue WHERE live = 1), (SELECT count(*) FROM tag WHERE live = 1),
			(SELECT count(*) FROM note WHERE deleted = 0)`)
		return err
	})
	return c, err
}
