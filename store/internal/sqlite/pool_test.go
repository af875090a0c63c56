package sqlite

import (
	"database/sql"
	"path/filepath"
	"testing"
)

// What connections keep of the file is not Go's to gather, and SQLite takes twice as much for it: the program must not take 500 MB.
func TestAllConnectionsTogetherKeepLittleOfTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "some.standpoint")
	w, err := Connect(t.Context(), path, Writing)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = w.Close() }()
	if err := w.Run(`CREATE TABLE some (n)`); err != nil {
		t.Fatal(err)
	}
	p, err := OpenPool(path, Reading)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	var conns []*sql.Conn
	for range readers {
		conn, err := p.db.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = conn.Close() }()
		conns = append(conns, conn)
	}
	keeps := func() (kB int) {
		for _, conn := range append(conns, w.conn) {
			var size int
			if err := conn.QueryRowContext(t.Context(), `PRAGMA cache_size`).Scan(&size); err != nil || size >= 0 {
				t.Fatalf("it keeps %d pages, %v", size, err)
			}
			kB -= size
		}
		return kB
	}
	const usually, ofLargeFiles = 43_000, 30_000
	if n := keeps(); n > usually {
		t.Errorf("they keep %d kB", n)
	}
	for _, then := range []func() error{w.KeepLittle, func() error { return w.WriteMuch(true) }, func() error { return w.WriteMuch(false) }} {
		if err := then(); err != nil {
			t.Fatal(err)
		}
	}
	if n := keeps(); n > ofLargeFiles {
		t.Errorf("of a large file they keep %d kB", n)
	}
}
