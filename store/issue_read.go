package store

import "context"

// Issue returns an issue; CodeNotFound if it is not there or deleted.
func (p *Project) Issue(ctx context.Context, id ID) (i Issue, err error) {
	err = p.read(ctx, func(s snapshot) error {
		i, err = find[Issue](s, EntityIssue, id)
		return err
	})
	return i, err
}

// Issues lists issues with their counts, and the number there are in all.
func (p *Project) Issues(ctx context.Context, q IssueQuery) (rows []IssueRow, total int, err error) {
	order := `a.name_key, a.id`
	if q.Sort == IssuesByPositions {
		order = `a.positions DESC, a.name_key, a.id`
	}
	f := namedFilter(EntityIssue, q.ID, q.Text)
	t := tableFor(EntityIssue)
	err = p.read(ctx, func(s snapshot) error {
		err := each(s, func(scan func(...any) error) error {
			var r IssueRow
			err := scan(append(t.destinations(&r.Issue), (*idColumn)(&r.Parent), &r.Positions, &r.Statements)...)
			rows = append(rows, r)
			return err
		}, `SELECT `+t.selection("a")+`, a.above, a.positions, a.statements
			FROM issue a WHERE `+f.where()+` ORDER BY `+order+` LIMIT ? OFFSET ?`, f.limit(q.Page)...)
		if err != nil {
			return err
		}
		total, err = number(s, `SELECT count(*) FROM issue a WHERE `+f.where(), f.args...)
		return err
	})
	return rows, total, err
}

// Tag returns a tag; CodeNotFound if it is not there or deleted.
func (p *Project) Tag(ctx context.Context, id ID) (t Tag, err error) {
	err = p.read(ctx, func(s snapshot) error {
		t, err = find[Tag](s, EntityTag, id)
		return err
	})
	return t, err
}

// Tags lists tags with their counts, by name, and the number there are in all.
func (p *Project) Tags(ctx context.Context, q TagQuery) (rows []TagRow, total int, err error) {
	f := namedFilter(EntityTag, ID{}, q.Text)
	t := tableFor(EntityTag)
	err = p.read(ctx, func(s snapshot) error {
		err := each(s, func(scan func(...any) error) error {
			var r TagRow
			err := scan(append(t.destinations(&r.Tag), (*idColumn)(&r.Parent), &r.Annotations)...)
			rows = append(rows, r)
			return err
		}, `SELECT `+t.selection("a")+`, a.above, a.annotations
			FROM tag a WHERE `+f.where()+` ORDER BY a.name_key, a.id LIMIT ? OFFSET ?`, f.limit(q.Page)...)
		if err != nil {
			return err
		}
		total, err = number(s, `SELECT count(*) FROM tag a WHERE `+f.where(), f.args...)
		return err
	})
	return rows, total, err
}
