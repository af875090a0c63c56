package store_test

import (
	"database/sql"
	"errors"
	"net/url"
	"strings"
	"testing"

	"standpoint/store"
)

// tamper runs SQL on a closed project's file, as another program might.
func tamper(t *testing.T, path, script string) {
	t.Helper()
	u := url.URL{Scheme: "file", Path: path}
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.ExecContext(t.Context(), script)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

// closedScene returns the path of a closed project.
func closedScene(t *testing.T) string {
	t.Helper()
	s := newScene(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s.Path()
}

func TestACheckTellsWhatWasAltered(t *testing.T) {
	tests := []struct{ name, script, want string }{
		{"a row", `UPDATE actor SET name = 'Somebody' WHERE name = 'Orla Venn'`, "is not what its changes make of it"},
		{"a count", `UPDATE article SET positions = 7`, "is not what its changes make of it"},
		{"a missing row", `DELETE FROM participant`, "is not what its changes make of it"},
		{"a listing", `DELETE FROM listing WHERE heading = (SELECT min(heading) FROM listing)`, "listing is not what the journal makes"},
		{"a heading", `UPDATE heading SET n = n + 1`, "headings are not what the journal makes"},
		{"the search index", `DELETE FROM found`, "search entries are not what the journal makes"},
		{"a change", `UPDATE change SET fields = replace(fields, 'Orla', 'Olga')`, "some are missing, out of order or altered"},
		{"the last change", `DELETE FROM change WHERE seq = (SELECT max(seq) FROM change)`, "some are missing, out of order or altered"},
		{
			"who did something", `UPDATE action SET coder = zeroblob(16) WHERE key = (SELECT min(key) FROM action)`,
			"some are missing, out of order or altered",
		},
		{
			"when something was done", `UPDATE action SET at = '1999-01-01T00:00:00Z' WHERE key = (SELECT min(key) FROM action)`,
			"some are missing, out of order or altered",
		},
		{
			"what kind of action it was", `UPDATE action SET kind = 'merge' WHERE key = (SELECT min(key) FROM action)`,
			"some are missing, out of order or altered",
		},
		{"a text", `UPDATE body SET text = replace(text, 'ceasefire', 'surrender')`, "is not what was stored"},
		{"an anchor", `UPDATE change SET fields = replace(fields, '"start":', '"start":1')`, "does not fit its text"},
		{"a value", `UPDATE change SET fields = replace(fields, '"act":"says"', '"act":12')`, "holds a value that does not fit"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := closedScene(t)
			tamper(t, path, tt.script)
			p := openProject(t, path, store.Options{})
			report, err := p.Check(t.Context(), nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, problem := range report.Problems {
				if strings.Contains(problem.Message.String(), tt.want) {
					return
				}
			}
			t.Errorf("no problem says %q: %+v", tt.want, report.Problems)
		})
	}
}

// fork adds a change to the last session of a closed file, as a program does that goes on with it behind another's back.
func fork(t *testing.T, path, name string) {
	t.Helper()
	if err := store.AddToLastSession(t.Context(), path, name); err != nil {
		t.Fatal(err)
	}
}
