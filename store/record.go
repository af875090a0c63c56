package store

import "context"

// Record lists all statements and positions of one actor (that it made or holds), or all on one issue, oldest first,
// across articles.
func (p *Project) Record(ctx context.Context, e Entity, id ID, page Page) (rows []RecordRow, total int, err error) {
	roles := [2]string{headSpeaker, headHolder}
	switch e {
	case EntityActor:
	case EntityIssue:
		roles = [2]string{headAbout, headTarget}
	default:
		return nil, 0, invalidf("Only actors and issues have a record.")
	}
	err = p.read(ctx, func(s snapshot) error {
		var list []ID
		if list, total, err = walkRecord(s, roles, id, page); err != nil {
			return err
		}
		rows, err = recordRows(s, list)
		return err
	})
	return rows, total, err
}

// walkRecord merges two lists that are in order.
func walkRecord(s snapshot, roles [2]string, id ID, page Page) (list []ID, total int, err error) {
	first, n, err := findHeading(s, roles[0], id)
	if err != nil {
		return nil, 0, err
	}
	second, m, err := findHeading(s, roles[1], id)
	if err != nil {
		return nil, 0, err
	}
	const part = `SELECT day, article, start, annotation FROM listing WHERE heading = ? AND day IS NOT NULL`
	f := filter{args: []any{first, second}}
	err = s.each(func(scan func(...any) error) error {
		var annotation, article ID
		var day string
		var start int
		err := scan(&day, (*idColumn)(&article), &start, (*idColumn)(&annotation))
		list = append(list, annotation)
		return err
	}, part+` UNION ALL `+part+` ORDER BY day, article, start, annotation LIMIT ? OFFSET ?`, f.limit(page)...)
	return list, n + m, err
}

// recordRows fills in statements and positions, in the order of the list.
func recordRows(s source, list []ID) ([]RecordRow, error) {
	resting, all, err := restingOn(s, list)
	if err != nil {
		return nil, err
	}
	d := newDeck(s)
	if err := d.load(append(all, list...)); err != nil {
		return nil, err
	}
	var rows []RecordRow
	var positions []PositionRow
	for _, id := range list {
		c := d.cards[id]
		if c.Kind == KindStatement {
			row := d.statementRow(c, resting[id])
			rows = append(rows, RecordRow{Statement: &row})
			continue
		}
		positions = append(positions, d.positionRow(c))
		rows = append(rows, RecordRow{})
	}
	if err := d.attribute(positions); err != nil {
		return nil, err
	}
	next := 0
	for i := range rows {
		if rows[i].Statement == nil {
			rows[i].Position = &positions[next]
			next++
		}
	}
	return rows, nil
}
