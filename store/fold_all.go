package store

import (
	"context"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
)

// refoldAll folds the whole journal into empty tables in one ordered pass, and derives everything. It is what a migration
// does and what Check compares with. Values that do not fit their field are told to misfit. unworded has the words left out of the
// search index, which nobody compares.
func refoldAll(
	db *sqlite.Connection, bodies *bodies, unworded bool, step func() error, misfit func(Entity, ID, error),
) error {
	s := newStale()
	s.unworded = unworded
	by := authors{}
	f := journal.Folder{Emit: func(row journal.Row) error { return s.foldIn(db, row, by, misfit) }}
	err := sqlite.Each(db, func(scan func(...any) error) error {
		c, author, err := scanChange(scan)
		if err != nil {
			return err
		}
		by[c.Action] = author
		if err := step(); err != nil {
			return err
		}
		return f.Add(c)
	}, selectChanges+`ORDER BY c.entity, c.id, c.clock, s.uuid, c.seq`)
	if err != nil {
		return err
	}
	if err := f.Flush(); err != nil {
		return err
	}
	if err := s.settleRows(db); err != nil {
		return err
	}
	return s.settleAnnotations(db, bodies)
}

// foldIn writes one row of a journal that is folded as a whole and notes all of it as stale.
func (s *stale) foldIn(db *sqlite.Connection, row journal.Row, by authors, misfit func(Entity, ID, error)) error {
	e := Entity(row.Entity)
	t := tableFor(e)
	if t == nil {
		return nil
	}
	after := t.fold(row, by)
	if after == nil {
		return nil
	}
	if err := t.decode(row.Fields, newRow(t)); err != nil {
		misfit(e, row.ID, err)
	}
	if err := t.put(db, row.ID, after); err != nil {
		return err
	}
	switch {
	case e == EntityArticle && ownColumns(after) != nil: // put has written what is derived
	case isMergeable(e):
		s.rows[rowKey{e, row.ID}] = true
		s.merged[e] = s.merged[e] || edgeChanged(e, nil, after)
	case e == EntityAnnotation:
		s.annotations[row.ID] = true
	case e == EntityArticleTag:
		s.tagged[after.row.(*articleTag).Article] = true
	}
	if isIndexed(e) {
		s.texts[rowKey{e, row.ID}] = true
	}
	return nil
}

// scratch opens a database for folding a project anew: it has empty tables of its own, and everything else is that of the
// project, which is attached and only read.
func scratch(ctx context.Context, path, project string) (*sqlite.Connection, error) {
	db, err := sqlite.Connect(ctx, path, sqlite.Writing)
	if err != nil {
		return nil, err
	}
	script := "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;\n" + foldedSchema()
	if err := db.Run(script); err != nil {
		return db, err
	}
	return db, db.Attach(project, "project")
}
