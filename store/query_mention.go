package store

import (
	"context"

	"standpoint/store/internal/sqlite"
)

// MentionRow is a mention as a list shows it.
type MentionRow struct {
	Annotation
	ArticleTitle, ArticleSource string
	Date                        Date // the article's
	Paragraph                   int  // 1-based; 0 if unplaced
}

// Mentions lists the mentions of an actor across articles, oldest first, and the number there are in all.
func (p *Project) Mentions(ctx context.Context, actor ID, page Page) (rows []MentionRow, total int, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		w, n, err := mentionsOf(s, actor)
		if err != nil || n == 0 {
			return err
		}
		total = n
		list, err := ids(s, `SELECT l.annotation`+w.rest(), w.Limit(page.Limit, page.Offset)...)
		if err == nil {
			rows, err = mentionRows(s, list)
		}
		return err
	})
	return rows, total, err
}

// MentionRank returns how many of an actor's mentions come before one; -1 if it is none of them.
func (p *Project) MentionRank(ctx context.Context, actor, mention ID) (int, error) {
	return p.rank(ctx, func(s sqlite.Snapshot) (int, error) {
		w, n, err := mentionsOf(s, actor)
		if err != nil || n == 0 {
			return -1, err
		}
		return w.rank(s, w.from, `l.annotation = ?`, mention[:])
	})
}

// MentionExtent returns how many mentions of an actor there are, in how many articles, and from when to when.
func (p *Project) MentionExtent(ctx context.Context, actor ID) (x Extent, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		key, n, err := findHeading(s, headMention, actor)
		if err != nil || n == 0 {
			return err
		}
		x.Rows = n
		if x.Articles, err = sqlite.Number(s, `SELECT count(DISTINCT article) FROM listing WHERE heading = ?`, key); err != nil {
			return err
		}
		const dated = `SELECT a.published FROM listing l CROSS JOIN article a ON a.id = l.article
			WHERE l.heading = ? AND l.day < '~' ORDER BY l.day `
		if _, err := sqlite.One(s, []any{(*stringColumn)(&x.First)}, dated+`LIMIT 1`, key); err != nil {
			return err
		}
		_, err = sqlite.One(s, []any{(*stringColumn)(&x.Last)}, dated+`DESC LIMIT 1`, key)
		return err
	})
	return x, err
}

// mentionsOf selects the mentions of an actor, and says how many there are.
func mentionsOf(s sqlite.Source, actor ID) (selected, int, error) {
	key, n, err := findHeading(s, headMention, actor)
	l := selected{from: `listing l`, order: order{rising(`l.day, l.article, l.start, l.annotation`)}}
	l.And(`l.heading = ?`, key)
	l.And(`l.day IS NOT NULL`)
	return l, n, err
}

// mentionRows fills in what a list of mentions shows.
func mentionRows(s sqlite.Source, list []ID) ([]MentionRow, error) {
	l := newLoader(s)
	if err := l.load(list); err != nil {
		return nil, err
	}
	rows := make([]MentionRow, 0, len(list))
	for _, id := range list {
		a, err := l.get(id)
		if err != nil {
			return nil, err
		}
		article := l.articles[a.article]
		rows = append(rows, MentionRow{
			Annotation: a.Annotation, ArticleTitle: article.Title, ArticleSource: article.Source, Date: article.Published, Paragraph: a.paragraph,
		})
	}
	return rows, nil
}
