package store

import (
	"context"
	"errors"
	"os"

	"standpoint/store/internal/sqlite"
	"standpoint/store/internal/sqlitefile"
)

// keepOpen writes what is open into an empty file, though something has written over the project's own: SQLite has all of a file that
// is not large in memory, and the log has what was done last. Where that is not the whole project, what can be read is saved, and an
// error with CodeNotWhole says so.
func (p *Project) keepOpen(ctx context.Context, name string) error {
	whole := p.on(ctx, func(w *writer) error { return w.db.VacuumInto(ctx, name) })
	if whole == nil {
		whole = renew(ctx, name)
	}
	if whole == nil {
		whole = verify(ctx, name)
	}
	if whole == nil || ctx.Err() != nil {
		return whole
	}
	var pages *sqlitefile.Pages
	err := p.on(ctx, func(w *writer) (err error) {
		pages, err = w.openPages()
		return err
	})
	if err != nil {
		return errors.Join(whole, err)
	}
	s := newSalvage(pages)
	err = os.Remove(name)
	if err == nil {
		err = s.write(ctx, name)
	}
	if err != nil {
		return errors.Join(whole, err)
	}
	return NewError(CodeNotWhole, whole,
		"Not all of what was open could be read any more. What could is kept: %d changes and %d texts. Merge a backup into it, which may have "+
			"the rest.",
		s.report.Changes, s.report.Texts)
}

// openPages reads the pages as the writing connection sees them: from its memory, from the log, and only then from the file. It is nil
// where none can be read; what was read before a page that cannot be counts.
func (w *writer) openPages() (*sqlitefile.Pages, error) {
	var all []byte
	size := 0
	err := sqlite.Each(w.db, func(scan func(...any) error) error {
		var number int
		var page []byte
		if err := scan(&number, &page); err != nil {
			return err
		}
		size = len(page)
		all = append(all, page...)
		return nil
	}, `SELECT pgno, data FROM sqlite_dbpage`)
	if len(all) == 0 {
		return nil, err
	}
	return sqlitefile.NewPages(all, size), nil
}
