package store

import (
	"context"
	"strings"
	"time"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/text"
)

// TrashRow is a deleted row that can be restored.
type TrashRow struct {
	Entity  Entity
	ID      ID
	Title   string // its name or title, or its first words
	Deleted time.Time
	By      Coder
}

// titled are the entities whose rows people know by a title, and delete as such.
var titled = titledTables()

func titledTables() []*table {
	var list []*table
	for _, t := range tables {
		if t.titleColumn() != "" {
			list = append(list, t)
		}
	}
	return list
}

// titleColumn returns the column by which people know a row; "" if the rows stand for something of another row.
func (t *table) titleColumn() string {
	for _, f := range t.fields {
		if t.typ.Field(f.index).Tag.Get("shown") == "title" {
			return f.columns[0].name
		}
	}
	return ""
}

// titleLength is how many code points of a text stand for it in lists.
const titleLength = 80

// Trash lists deleted rows, last deleted first, and the number there are in all.
func (p *Project) Trash(ctx context.Context, page Page) (rows []TrashRow, total int, err error) {
	var parts []string
	for _, t := range titled {
		parts = append(parts, `SELECT '`+string(t.entity)+`' AS entity, id, "`+t.titleColumn()+`" AS title, deleted FROM `+t.name()+
			` WHERE deleted > 0`)
	}
	all := strings.Join(parts, " UNION ALL ")
	var f sqlite.Filter
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		err := sqlite.Each(s, func(scan func(...any) error) error {
			var r TrashRow
			var clock int64
			err := scan((*stringColumn)(&r.Entity), (*idColumn)(&r.ID), (*stringColumn)(&r.Title), &clock)
			r.Deleted = journal.Clock(clock).Time()
			rows = append(rows, r)
			return err
		}, all+` ORDER BY deleted DESC, id LIMIT ? OFFSET ?`, f.Limit(page.Limit, page.Offset)...)
		if err != nil {
			return err
		}
		if total, err = sqlite.Number(s, `SELECT count(*) FROM (`+all+`)`); err != nil {
			return err
		}
		for i := range rows {
			if err := rows[i].describe(s); err != nil {
				return err
			}
		}
		return nil
	})
	return rows, total, err
}

// describe fills in who deleted the row, and what an annotation, a note or the like says.
func (r *TrashRow) describe(s sqlite.Source) error {
	switch r.Entity {
	case EntityAnnotation, EntityDecision:
		var a text.Anchor
		if err := (*anchorColumn)(&a).Scan(r.Title); err != nil {
			return err
		}
		r.Title = text.Title(a.Exact(), titleLength)
	case EntityNote:
		r.Title = text.Title(r.Title, titleLength)
	case EntityExplanation: // one without a note is called as its position
		title, err := newHistorian(s, nil, ID{}).name(rowKey{r.Entity, r.ID})
		if err != nil {
			return err
		}
		r.Title = title
	}
	_, err := sqlite.One(s, []any{(*idColumn)(&r.By.ID), &r.By.Name}, `SELECT k.id, k.name FROM change c JOIN action a ON a.key = c.action
		JOIN coder o ON o.id = a.coder JOIN coder k ON k.id = o.canonical
		WHERE c.entity = ? AND c.id = ? ORDER BY c.clock DESC LIMIT 1`, string(r.Entity), r.ID[:])
	return err
}
