package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"standpoint/store"
)

// What a stranger may have put into a file: none of it runs, panics or is believed.

func TestAStrangersFileIsRefusedOrToldOf(t *testing.T) {
	deep := strings.Repeat("[", 200_000) + strings.Repeat("]", 200_000)
	tests := []struct {
		name, script string
		refused      store.Code // by Open; "" if it opens
		problem      string     // that a check tells of; "" if it is sound
	}{
		{"a trigger", `CREATE TRIGGER spy AFTER INSERT ON draft BEGIN DELETE FROM change; END`, store.CodeNotProject, ""},
		{"a view", `CREATE VIEW spy AS SELECT * FROM change`, store.CodeNotProject, ""},
		{"another table", `CREATE TABLE spy (x); INSERT INTO spy VALUES (zeroblob(1000000))`, "", ""},
		{"a missing table", `DROP TABLE change`, store.CodeDamaged, ""},
		{"a later version", `PRAGMA user_version = 99`, store.CodeNewerSchema, ""},
		{"another program's file", `PRAGMA application_id = 7`, store.CodeNotProject, ""},
		{"a span out of range", `UPDATE change SET fields = replace(fields, '"end":', '"end":9')`, "", "does not fit its text"},
		{"text that is no UTF-8", `UPDATE body SET text = CAST(x'ff416200' AS TEXT)`, "", "is not what was stored"},
		{"names that are no UTF-8", `UPDATE actor SET name = CAST(x'ff41' AS TEXT)`, "", "is not what its changes make"},
		{"deep JSON", `UPDATE change SET fields = '{"name":` + deep + `}' WHERE entity = 'actor'`, "", "-"},
		{"JSON of another shape", `UPDATE change SET fields = '{"created":true,"anchor":[1,{"start":"x"}],"target":7}'
			WHERE entity = 'annotation'`, "", "does not fit"},
		{"an id of another length", `UPDATE annotation SET article = x'00'`, "", "-"},
		{"a clock beyond all sense", `UPDATE change SET clock = 9000000000000000000`, store.CodeDamaged, ""},
		{
			"very many other names", `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
			INSERT INTO alias (id, actor, name, created, deleted) SELECT randomblob(16), (SELECT id FROM actor LIMIT 1), 'Name ' || i, 1, 0 FROM n`,
			"", "is not what its changes make",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			path := closedScene(t)
			tamper(t, path, tt.script)
			ctx, cancel := context.WithTimeout(t.Context(), patience)
			defer cancel()
			p, err := store.Open(ctx, path, store.Options{Coder: "Ada"})
			if code := store.CodeOf(err); code != tt.refused || err != nil && !strings.HasSuffix(err.Error(), ".") {
				t.Fatalf("opening gives %v", err)
			}
			if err != nil {
				return
			}
			readAll(ctx, p)
			report, err := p.Check(ctx, nil)
			if err != nil && tt.problem != "-" {
				t.Fatal(err)
			}
			if err == nil && report.OK() != (tt.problem == "") {
				t.Errorf("problems: %+v", report.Problems)
			}
			told := ""
			for _, problem := range report.Problems {
				told += problem.Message.String() + "\n"
			}
			if tt.problem != "-" && !strings.Contains(told, tt.problem) {
				t.Errorf("no problem says %q: %.500s", tt.problem, told)
			}
			if err := p.Close(); err != nil {
				t.Error(err)
			}
			if ctx.Err() != nil {
				t.Error("it takes for ever")
			}
		})
	}
}

// readAll reads what a window does. What it gives may be anything but a panic.
func readAll(ctx context.Context, p *store.Project) {
	_, _, _ = p.Articles(ctx, store.ArticleQuery{})     //nolint:dogsled // see above
	_, _, _ = p.Actors(ctx, store.ActorQuery{})         //nolint:dogsled // see above
	_, _, _ = p.Positions(ctx, store.PositionQuery{})   //nolint:dogsled // see above
	_, _, _ = p.Statements(ctx, store.StatementQuery{}) //nolint:dogsled // see above
	_, _ = p.Search(ctx, store.SearchQuery{Text: "venn"})
	_, _, _ = p.History(ctx, store.HistoryQuery{}) //nolint:dogsled // see above
	_, _, _ = p.Trash(ctx, store.Page{})           //nolint:dogsled // see above
	_, _ = p.Lookalikes(ctx)
	_, _ = p.Names(ctx, store.EntityActor)
}

func TestTheLogOfAnotherFileIsNotTaken(t *testing.T) {
	path, other := closedScene(t), newScene(t)
	log, err := os.ReadFile(other.Path() + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+"-wal", log, 0o600); err != nil {
		t.Fatal(err)
	}
	mustPass(t, openProject(t, path, store.Options{Coder: "Ada"}))
}

func TestAProjectBehindALinkIsTheProject(t *testing.T) {
	path := closedScene(t)
	link := filepath.Join(t.TempDir(), "link.standpoint")
	if err := os.Symlink(path, link); err != nil {
		t.Skipf("there are no links here: %v", err)
	}
	p := openProject(t, link, store.Options{Coder: "Ada"})
	addActor(t, p, "Dorin Kasvel")
	mustPass(t, p)
	if m, err := p.BeginMerge(t.Context(), path); err != nil || m.Changes() != 0 {
		t.Errorf("a copy with itself: %v", err)
	}
}

func TestFilesAreReadableByTheirOwnerOnly(t *testing.T) {
	s := newScene(t)
	backup, err := s.BackUpNow(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	saved := filepath.Join(t.TempDir(), "saved.standpoint")
	if _, err := store.Recover(t.Context(), s.Path(), saved); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{s.Path(), s.Path() + "-wal", s.Path() + "-shm", s.Path() + "-lock", backup, saved} {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has the mode %v, %v", filepath.Base(path), info.Mode(), err)
		}
	}
}

func TestTemporaryFilesAreRemoved(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	s, other := twins(t)
	addActor(t, other, "Dorin Kasvel")
	merge(t, s.Project, other.Path(), nil)
	mustPass(t, s.Project)
	if _, err := store.Recover(t.Context(), s.Path(), filepath.Join(t.TempDir(), "saved.standpoint")); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range left {
		if strings.HasPrefix(e.Name(), "standpoint") {
			t.Errorf("%s is left behind", e.Name())
		}
	}
}

// A laptop sleeps, its clock is set back, ahead by years, or to another zone: what was done later is later, and each time is
// shown as it was.
func TestOrderHoldsWhateverTheClockSays(t *testing.T) {
	now := time.Date(2031, 5, 16, 12, 0, 0, 0, time.FixedZone("", 3*3600))
	path := filepath.Join(t.TempDir(), "clock.standpoint")
	p, err := store.Create(t.Context(), path, store.Options{Coder: "Ada", Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	times := []time.Time{
		now, now.Add(-5 * 365 * 24 * time.Hour), now.Add(40 * 365 * 24 * time.Hour), now.Add(time.Hour),
		now.In(time.FixedZone("", -8*3600)), now,
	}
	var actor store.Actor
	do(t, p, "Add", func(b *store.Batch) (err error) {
		actor, err = b.AddActor(store.Actor{Name: "Name"})
		return err
	})
	for n, at := range times {
		now = at
		do(t, p, fmt.Sprint("Step ", n), func(b *store.Batch) error {
			return b.UpdateActor(actor.ID, func(a *store.Actor) { a.Name = fmt.Sprint("Name ", n) })
		})
		if a, err := p.Actor(t.Context(), actor.ID); err != nil || a.Name != fmt.Sprint("Name ", n) {
			t.Errorf("after step %d the name is %q, %v", n, a.Name, err)
		}
	}
	entries, _, err := p.History(t.Context(), store.HistoryQuery{Entity: store.EntityActor, ID: actor.ID})
	if err != nil {
		t.Fatal(err)
	}
	for n, at := range times {
		e := entries[len(times)-1-n]
		_, zone := e.At.Zone()
		_, want := at.Zone()
		if e.Title.Name != fmt.Sprint("Step ", n) || !e.At.Equal(at) || zone != want {
			t.Errorf("%v was done at %v, shown is %v", e.Title, at, e.At)
		}
	}
	mustPass(t, p)
}

// A value that is longer than any that this program writes is not read into memory.
func TestAValueOfHundredsOfMegabytesIsRefused(t *testing.T) {
	for _, script := range []string{
		`UPDATE article SET title = CAST(zeroblob(300000000) AS TEXT)`,
		`UPDATE change SET fields = CAST(zeroblob(300000000) AS TEXT) WHERE seq = 1`,
	} {
		s := newScene(t)
		must(t, s.Close())
		tamper(t, s.Path(), script)
		p, err := store.Open(t.Context(), s.Path(), store.Options{Coder: "Ada", ReadOnly: true})
		must(t, err)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := p.Check(t.Context(), nil); store.CodeOf(err) != store.CodeDamaged {
			t.Errorf("%s: the check says %v", script, err)
		}
		runtime.ReadMemStats(&after)
		if read := after.TotalAlloc - before.TotalAlloc; read > 100_000_000 {
			t.Errorf("%s: %d bytes were taken for it", script, read)
		}
		must(t, p.Close())
	}
}

// Tables that are kept by their key are searched by it, so that one with a long key is not opened.
func TestAKeyOfHundredsOfMegabytesIsRefused(t *testing.T) {
	for _, script := range []string{
		`INSERT INTO local (key, value) VALUES (CAST(zeroblob(300000000) AS TEXT), x'')`,
		`INSERT INTO draft (article, key, data) VALUES (zeroblob(16), CAST(zeroblob(300000000) AS TEXT), x'')`,
	} {
		s := newScene(t)
		must(t, s.Close())
		tamper(t, s.Path(), script)
		for _, readOnly := range []bool{true, false} {
			_, err := store.Open(t.Context(), s.Path(), store.Options{Coder: "Ada", ReadOnly: readOnly})
			if store.CodeOf(err) != store.CodeDamaged {
				t.Errorf("%s: opened with %v", script, err)
			}
		}
	}
}
