package storetest

import (
	"context"
	"database/sql"
	"net/url"
	"testing"
)

// Hold has another program than Standpoint hold a project's file, by the statement that begins its transaction, until it is let go.
func Hold(t testing.TB, path, begin string) (letGo func()) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	run := func(query string) {
		if _, err := db.ExecContext(context.Background(), query); err != nil {
			t.Fatal(err)
		}
	}
	run(begin)
	return func() {
		run("ROLLBACK")
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
