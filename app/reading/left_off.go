package reading

import (
	"context"

	"standpoint/app/desk"
	"standpoint/store"
)

// Where one left off is kept in the project file, for this computer alone.
const (
	localArticle  = "window/article"
	localPosition = "window/position/" // and the article's id: the first visible code point
)

// lastArticle returns the article that was open last in the project, else one
// that is in progress, else the first of the list; the zero ID if there is none.
func lastArticle(ctx context.Context, p *store.Project) (store.ID, error) {
	kept, err := p.Local(ctx, localArticle)
	if err == nil && len(kept) == len(store.ID{}) {
		if _, err := p.Article(ctx, store.ID(kept)); err == nil {
			return store.ID(kept), nil
		}
	}
	begun := store.StatusInProgress
	for _, status := range []*store.Status{&begun, nil} {
		rows, _, err := p.Articles(ctx, store.ArticleQuery{
			ArticleFilter: store.ArticleFilter{Status: status}, Sort: store.ArticlesByPublished, Page: store.Page{Limit: 1},
		})
		if err != nil || len(rows) > 0 {
			return firstID(rows), err
		}
	}
	return store.ID{}, nil
}

func firstID(rows []store.ArticleRow) store.ID {
	if len(rows) == 0 {
		return store.ID{}
	}
	return rows[0].ID
}

// lastPosition returns where an article was left; nothing if it never was open.
func lastPosition(ctx context.Context, p *store.Project, article store.ID) ([]byte, error) {
	return p.Local(ctx, localPosition+article.String())
}

// keepLastArticle notes which article is open.
func keepLastArticle(d *desk.Desk, article store.ID) { keepLocal(d, localArticle, article[:]) }

// keepLastPosition notes where an article is left.
func keepLastPosition(d *desk.Desk, article store.ID, position string) {
	keepLocal(d, localPosition+article.String(), []byte(position))
}

func keepLocal(d *desk.Desk, key string, value []byte) {
	if d.CanWrite() {
		d.Keep(func(ctx context.Context, p *store.Project) error { return p.SetLocal(ctx, key, value) })
	}
}
