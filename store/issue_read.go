package store

import (
	"context"

	"standpoint/store/internal/sqlite"
)

// Issue returns an issue; CodeNotFound if it is not there or deleted.
func (p *Project) Issue(ctx context.Context, id ID) (i Issue, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		i, err = find[Issue](s, EntityIssue, id)
		return err
	})
	return i, err
}

// IssuesOf returns those of some issues that are there, by few queries, in no order.
func (p *Project) IssuesOf(ctx context.Context, issues []ID) ([]Issue, error) {
	return rowsOfIDs[Issue](ctx, p, EntityIssue, issues)
}

// selected are the issues that the query selects.
func (q IssueQuery) selected(s sqlite.Source) (selected, error) {
	l := selectNamed(EntityIssue, q.ID, q.Text, q.Sort == IssuesByPositions)
	return l, l.namedIn(s, q.In, issueRoles)
}

// IssueRank returns how many rows of the list of issues come before that of one; -1 if the query does not select it.
func (p *Project) IssueRank(ctx context.Context, q IssueQuery, id ID) (int, error) {
	return p.rank(ctx, func(s sqlite.Snapshot) (int, error) {
		l, err := q.selected(s)
		if err != nil {
			return -1, err
		}
		return l.rankOf(s, id)
	})
}

// Issues lists issues with their counts, and the number there are in all.
func (p *Project) Issues(ctx context.Context, q IssueQuery) (rows []IssueRow, total int, err error) {
	t := tableFor(EntityIssue)
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		l, err := q.selected(s)
		if err != nil {
			return err
		}
		err = sqlite.Each(s, func(scan func(...any) error) error {
			var r IssueRow
			err := scan(append(t.destinations(&r.Issue), (*idColumn)(&r.Parent), &r.Positions, &r.Statements)...)
			rows = append(rows, r)
			return err
		}, `SELECT `+t.selection("a")+`, a.above, a.positions, a.statements`+l.rest(), l.Limit(q.Page.Limit, q.Page.Offset)...)
		if err != nil {
			return err
		}
		total, err = l.count(s)
		return err
	})
	return rows, total, err
}

// Tag returns a tag; CodeNotFound if it is not there or deleted.
func (p *Project) Tag(ctx context.Context, id ID) (t Tag, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		t, err = find[Tag](s, EntityTag, id)
		return err
	})
	return t, err
}

// Tags lists tags with their counts, by name, and the number there are in all.
func (p *Project) Tags(ctx context.Context, q TagQuery) (rows []TagRow, total int, err error) {
	l := selectNamed(EntityTag, ID{}, q.Text, false)
	t := tableFor(EntityTag)
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		err := sqlite.Each(s, func(scan func(...any) error) error {
			var r TagRow
			err := scan(append(t.destinations(&r.Tag), (*idColumn)(&r.Parent), &r.Annotations, &r.Articles)...)
			rows = append(rows, r)
			return err
		}, `SELECT `+t.selection("a")+`, a.above, a.annotations, a.articles`+l.rest(), l.Limit(q.Page.Limit, q.Page.Offset)...)
		if err != nil {
			return err
		}
		total, err = l.count(s)
		return err
	})
	return rows, total, err
}
