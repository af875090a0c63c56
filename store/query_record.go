package store

import (
	"context"

	"standpoint/store/internal/sqlite"
)

// Record lists all statements and positions of one actor (that it made or holds), or all on one issue, oldest first,
// across articles. A position that rests on a statement of the same record stands in that statement's row alone.
func (p *Project) Record(ctx context.Context, e Entity, id ID, page Page) (rows []RecordRow, total int, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		f, err := recordOf(s, e, id)
		if err != nil {
			return err
		}
		var list []ID
		if list, err = walkRecord(s, f, page); err != nil {
			return err
		}
		if total, err = sqlite.Number(s, `SELECT count(*) FROM (`+recordListings+`)`, f.Args...); err != nil {
			return err
		}
		rows, err = recordRows(s, list)
		return err
	})
	return rows, total, err
}

// Extent is how far the record of an actor or issue reaches.
type Extent struct {
	Rows, Articles int
	First, Last    Date // of the rows that have one
}

// Extent returns how many rows the record of an actor or issue has, in how many articles, and from when to when.
func (p *Project) Extent(ctx context.Context, e Entity, id ID) (x Extent, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		f, err := recordOf(s, e, id)
		if err != nil {
			return err
		}
		const dated = `SELECT date FROM annotation WHERE date <> '' AND id IN (SELECT annotation FROM (` + recordListings + `)) ORDER BY day `
		if x.Rows, err = sqlite.Number(s, `SELECT count(*) FROM (`+recordListings+`)`, f.Args...); err != nil {
			return err
		}
		if x.Articles, err = sqlite.Number(s, `SELECT count(DISTINCT article) FROM (`+recordListings+`)`, f.Args...); err != nil {
			return err
		}
		if _, err := sqlite.One(s, []any{(*stringColumn)(&x.First)}, dated+`LIMIT 1`, f.Args...); err != nil {
			return err
		}
		_, err = sqlite.One(s, []any{(*stringColumn)(&x.Last)}, dated+`DESC LIMIT 1`, f.Args...)
		return err
	})
	return x, err
}

// recordOf finds the two headings of a record: statements, and positions.
func recordOf(s sqlite.Source, e Entity, id ID) (sqlite.Filter, error) {
	roles := [2]string{headSpeaker, headHolder}
	switch e {
	case EntityActor:
	case EntityIssue:
		roles = [2]string{headAbout, headTarget}
	default:
		return sqlite.Filter{}, invalidf("Only actors and issues have a record.")
	}
	statements, _, err := findHeading(s, roles[0], id)
	if err != nil {
		return sqlite.Filter{}, err
	}
	positions, _, err := findHeading(s, roles[1], id)
	return sqlite.Filter{Args: []any{statements, positions}}, err
}

// recordListings are the listings of a record's statements (?1), and of its positions (?2) without those that rest on one of
// the statements.
const recordListings = `SELECT day, article, start, annotation FROM listing WHERE heading = ?1 AND day IS NOT NULL
	UNION ALL SELECT l.day, l.article, l.start, l.annotation FROM listing l JOIN annotation p ON p.id = l.annotation
		WHERE l.heading = ?2 AND l.day IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM listing s WHERE s.heading = ?1 AND s.annotation = p.statement)`

// walkRecord returns one page of a record, in order.
func walkRecord(s sqlite.Snapshot, f sqlite.Filter, page Page) (list []ID, err error) {
	err = sqlite.Each(s, func(scan func(...any) error) error {
		var annotation, article ID
		var day string
		var start int
		err := scan(&day, (*idColumn)(&article), &start, (*idColumn)(&annotation))
		list = append(list, annotation)
		return err
	}, recordListings+` ORDER BY day, article, start, annotation LIMIT ?3 OFFSET ?4`, f.Limit(page.Limit, page.Offset)...)
	return list, err
}

// RecordRank returns how many rows of a record come before the one that stands for an annotation; -1 if there is none.
func (p *Project) RecordRank(ctx context.Context, e Entity, id, annotation ID) (int, error) {
	return p.rank(ctx, func(s sqlite.Snapshot) (int, error) {
		f, err := recordOf(s, e, id)
		if err != nil {
			return -1, err
		}
		l := selected{Filter: f, from: `(` + recordListings + `)`, order: order{rising(`day, article, start, annotation`)}}
		return l.rank(s, l.from, `annotation IN (`+kin+`)`, annotation[:], annotation[:], annotation[:])
	})
}

// recordRows fills in statements and positions, in the order of the list.
func recordRows(s sqlite.Source, list []ID) ([]RecordRow, error) {
	resting, all, err := restingOn(s, list)
	if err != nil {
		return nil, err
	}
	l := newLoader(s)
	if err := l.load(append(all, list...)); err != nil {
		return nil, err
	}
	var rows []RecordRow
	var positions []*PositionRow
	for _, id := range list {
		a, err := l.get(id)
		if err != nil {
			return nil, err
		}
		if a.Kind == KindStatement {
			row := l.statementRow(a, resting[id])
			rows = append(rows, RecordRow{Statement: &row})
			continue
		}
		row := l.positionRow(a)
		positions = append(positions, &row)
		rows = append(rows, RecordRow{Position: &row})
	}
	return rows, l.affiliate(nil, positions)
}
