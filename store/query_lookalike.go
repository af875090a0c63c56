package store

import (
	"context"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// Lookalike is two or more live rows of one entity that look the same: actors, issues and tags by name, another name or
// normal form; articles by their text. To join them, Merge all others into the first.
type Lookalike struct {
	Entity Entity
	Rows   []Alike
}

// Alike is one of the rows that look the same.
type Alike struct {
	ID    ID
	Title string
}

// Lookalikes lists what looks the same, articles last. The row that was made first comes first.
func (p *Project) Lookalikes(ctx context.Context) (list []Lookalike, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		for _, e := range []Entity{EntityActor, EntityIssue, EntityTag} {
			found, err := sameNames(s, e)
			if err != nil {
				return err
			}
			list = append(list, found...)
		}
		found, err := sameTexts(s)
		list = append(list, found...)
		return err
	})
	return list, err
}

// sameNames groups the rows of an entity that share a name, folded and without what cannot be seen. A row is in one group at most.
func sameNames(s sqlite.Source, e Entity) ([]Lookalike, error) {
	groups := newAlikeGroups(e)
	query := `SELECT id, name, name FROM ` + tableFor(e).name() + ` WHERE live = 1 ORDER BY created, id`
	if e == EntityActor {
		query = `SELECT a.id, a.name, n.name FROM actor a JOIN (
				SELECT id AS actor, name, 0 AS rank FROM actor UNION ALL SELECT actor, name, 1 FROM alias WHERE deleted = 0
			) n ON n.actor = a.id WHERE a.live = 1 ORDER BY a.created, a.id, n.rank`
	}
	err := sqlite.Each(s, func(scan func(...any) error) error {
		var a Alike
		var name string
		err := scan((*idColumn)(&a.ID), (*stringColumn)(&a.Title), (*stringColumn)(&name))
		groups.add(text.FoldName(name), a)
		return err
	}, query)
	return groups.several(), err
}

// sameTexts groups the articles that have the same text, source and date.
func sameTexts(s sqlite.Source) ([]Lookalike, error) {
	groups := newAlikeGroups(EntityArticle)
	err := sqlite.Each(s, func(scan func(...any) error) error {
		var a Alike
		var key string
		err := scan((*idColumn)(&a.ID), (*stringColumn)(&a.Title), &key)
		groups.add(key, a)
		return err
	}, `SELECT id, title, hex(body) || char(0) || source || char(0) || published FROM article
		WHERE live = 1 AND body IN (SELECT body FROM article WHERE live = 1 GROUP BY body HAVING count(*) > 1) ORDER BY created, id`)
	return groups.several(), err
}

// alikeGroups puts rows together that share a key, directly or through others. A row may have several keys.
type alikeGroups struct {
	entity Entity
	rows   []Alike
	first  []int // for each row, one of its group that came before it; itself if none
	byKey  map[string]int
	byID   map[ID]int
}

func newAlikeGroups(e Entity) *alikeGroups {
	return &alikeGroups{entity: e, byKey: map[string]int{}, byID: map[ID]int{}}
}

func (g *alikeGroups) add(key string, a Alike) {
	at, known := g.byID[a.ID]
	if !known {
		at = len(g.rows)
		g.byID[a.ID] = at
		g.rows, g.first = append(g.rows, a), append(g.first, at)
	}
	other, shared := g.byKey[key]
	if !shared {
		g.byKey[key] = at
		return
	}
	one, two := g.root(at), g.root(other)
	g.first[max(one, two)] = min(one, two)
}

// root is the first row of a row's group.
func (g *alikeGroups) root(at int) int {
	for g.first[at] != at {
		at = g.first[at]
	}
	return at
}

// several are the groups of more than one row.
func (g *alikeGroups) several() []Lookalike {
	members := map[int][]Alike{}
	for i, a := range g.rows {
		root := g.root(i)
		members[root] = append(members[root], a)
	}
	var list []Lookalike
	for i := range g.rows {
		if len(members[i]) > 1 {
			list = append(list, Lookalike{g.entity, members[i]})
		}
	}
	return list
}

// Join merges all rows that look the same into the first.
func (b *Batch) Join(l Lookalike) error {
	for _, row := range l.Rows[1:] {
		if err := b.Merge(l.Entity, row.ID, l.Rows[0].ID); err != nil {
			return err
		}
	}
	return nil
}
