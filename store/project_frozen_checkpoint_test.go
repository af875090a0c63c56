package store

import (
	"path/filepath"
	"strings"
	"testing"

	"standpoint/store/internal/sqlitefile"
)

// While somebody reads one moment for long, as an export does, SQLite moves only those pages from the log into the file that were not
// written since: its head then tells of pages that are not there yet. That is no other program's doing.
func TestWritingGoesOnWhileOneMomentIsReadForLong(t *testing.T) {
	p, err := Create(t.Context(), filepath.Join(t.TempDir(), "p.standpoint"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	write := func(letter string, query string) {
		t.Helper()
		err := p.on(t.Context(), func(w *writer) error {
			return w.transaction(func() error { return w.db.Exec(query, strings.Repeat(letter, 1<<20)) })
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	const again = `UPDATE action SET title = ? WHERE key = 7`
	// the file has more pages from here on
	write("a", `INSERT INTO action (key, id, coder, kind, title, at) VALUES (7, x'01', x'00', '', ?, '')`)
	err = p.Frozen(t.Context(), func(*Project) error {
		write("b", again) // the same pages are written again
		if err := p.on(t.Context(), func(w *writer) error { return w.db.Run(`PRAGMA wal_checkpoint(PASSIVE)`) }); err != nil {
			return err
		}
		s, err := sqlitefile.Look(p.file)
		if err == nil && s.Size >= s.Head.Pages*int64(s.Head.PageSize) {
			t.Error("the file has all its pages, so that nothing is shown")
		}
		write("c", again)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	write("d", again)
}
