package store

import (
	"context"
	"slices"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// Collection is a set of articles that were put together by hand, or drawn by lot.
type Collection struct {
	ID     ID
	Name   string `field:"name" words:"name" shown:"title"`
	Sample int    `field:"sample"` // how many articles were to be drawn; 0 if none were
	Seed   int    `field:"seed"`   // with which they were drawn
}

// collected is an article in a collection.
type collected struct {
	ID         ID
	Collection ID `field:"collection" of:"collection,owner"`
	Article    ID `field:"article" of:"article,ends"`
}

// CollectionRow is a collection as lists show it.
type CollectionRow struct {
	Collection
	Articles int // that are in it and are there
	Done     int // of these, how many are coded or reviewed
}

// Collections lists the collections by name.
func (p *Project) Collections(ctx context.Context) (rows []CollectionRow, err error) {
	t := tableFor(EntityCollection)
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var r CollectionRow
			err := scan(append(t.destinations(&r.Collection), &r.Articles, &r.Done)...)
			rows = append(rows, r)
			return err
		}, `SELECT `+t.selection("c")+`, count(DISTINCT a.id), count(DISTINCT CASE WHEN a.stage >= ? THEN a.id END)
			FROM collection c LEFT JOIN collected m ON m.collection = c.id AND m.deleted = 0 LEFT JOIN article r ON r.id = m.article
			LEFT JOIN article a ON a.id = r.canonical AND a.live = 1 WHERE c.deleted = 0 GROUP BY c.id`, StatusCoded.stage())
	})
	slices.SortStableFunc(rows, func(a, b CollectionRow) int { return text.CompareNames(a.Name, b.Name) })
	return rows, err
}

// AddCollection adds a collection without articles.
func (b *Batch) AddCollection(c Collection) (Collection, error) {
	return c, b.add(EntityCollection, &c)
}

// UpdateCollection changes the fields that fn sets.
func (b *Batch) UpdateCollection(id ID, fn func(*Collection)) error {
	return update(b, EntityCollection, id, fn, func(_, _ *Collection) error { return nil })
}

// Collect puts articles into a collection. Those that are in it stay.
func (b *Batch) Collect(collection ID, articles ...ID) error {
	if err := b.exists(EntityCollection, collection, "The collection is not in the project (%s). Add it first."); err != nil {
		return err
	}
	for _, article := range articles {
		if err := b.exists(EntityArticle, article, "An article for the collection is not in the project (%s). Add it first."); err != nil {
			return err
		}
		id := keyID(EntityCollected, collection.String(), article.String())
		if err := b.member(EntityCollected, id, &collected{Collection: collection, Article: article}); err != nil {
			return err
		}
	}
	return nil
}

// TakeOut takes articles, and those that were merged into them, out of a collection.
func (b *Batch) TakeOut(collection ID, articles ...ID) error {
	for _, article := range articles {
		in, err := ids(b.w.db, `SELECT m.id FROM article r CROSS JOIN collected m ON m.article = r.id
			WHERE r.canonical = ? AND m.collection = ? AND m.deleted = 0`, article[:], collection[:])
		if err != nil {
			return err
		}
		if err := b.keepOnly(EntityCollected, in, nil); err != nil {
			return err
		}
	}
	return nil
}
