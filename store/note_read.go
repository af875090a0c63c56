package store

import (
	"context"

	"standpoint/store/internal/sqlite"
)

// Notes returns the notes on a row, in the order in which they were made. A coder that was merged is given as what it was
// merged into.
func (p *Project) Notes(ctx context.Context, e Entity, subject ID) ([]Note, error) {
	return p.notes(ctx, `n."on" = ? AND n.subject = ?`, string(e), subject[:])
}

// NotesAbout returns the notes on actors or issues, by few queries; those on each in the order in which they were made.
func (p *Project) NotesAbout(ctx context.Context, e Entity, subjects []ID) (list []Note, err error) {
	err = sqlite.EachPortion(subjects, func(in string, args []any) error {
		some, err := p.notes(ctx, `n."on" = ? AND n.subject IN (`+in+`)`, append([]any{string(e)}, args...)...)
		list = append(list, some...)
		return err
	})
	return list, err
}

// ArticleNotes returns the notes on an article and on its live annotations.
func (p *Project) ArticleNotes(ctx context.Context, article ID) ([]Note, error) {
	return p.notes(ctx, `n.subject IN (SELECT id FROM annotation WHERE shown_in = ?1 UNION ALL SELECT id FROM article WHERE canonical = ?1)`,
		article[:])
}

// NotesOn returns the notes on live annotations.
func (p *Project) NotesOn(ctx context.Context, annotations []ID) (list []Note, err error) {
	err = sqlite.EachPortion(annotations, func(in string, args []any) error {
		some, err := p.notes(ctx, `n.subject IN (SELECT id FROM annotation WHERE id IN (`+in+`) AND shown_in IS NOT NULL)`, args...)
		list = append(list, some...)
		return err
	})
	return list, err
}

func (p *Project) notes(ctx context.Context, where string, args ...any) (list []Note, err error) {
	t := tableFor(EntityNote)
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var n Note
			err := scan(append(t.destinations(&n), (*idColumn)(&n.Coder))...)
			list = append(list, n)
			return err
		}, `SELECT `+t.selection("n")+`, coalesce(c.canonical, n.coder) FROM note n LEFT JOIN coder c ON c.id = n.coder WHERE `+where+
			` AND n.deleted = 0 ORDER BY n.created, n.id`, args...)
	})
	return list, err
}

// Coders returns all coders, by name.
func (p *Project) Coders(ctx context.Context) (list []Coder, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		list, err = coders(s)
		return err
	})
	return list, err
}

func coders(src sqlite.Source) (list []Coder, err error) {
	t := tableFor(EntityCoder)
	err = sqlite.Each(src, func(scan func(...any) error) error {
		var c Coder
		err := scan(t.destinations(&c)...)
		list = append(list, c)
		return err
	}, `SELECT `+t.selection("c")+` FROM coder c WHERE c.live = 1 ORDER BY c.name, c.id`)
	return list, err
}

// findCoder returns the coder with the name, a new one if there is none. It is written with the first change.
func findCoder(src sqlite.Source, name string) (Coder, error) {
	list, err := coders(src)
	for _, c := range list {
		if c.Name == name {
			return c, err
		}
	}
	if err != nil {
		return Coder{}, err
	}
	c := Coder{ID: NewID(), Name: name}
	if err := named(&c.Name, invalidf("A coder needs a name.")); err != nil {
		return Coder{}, err
	}
	return c, tableFor(EntityCoder).checkWords(&Coder{}, &c)
}
