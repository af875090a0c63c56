package store_test

import (
	"path/filepath"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// mustPass fails the test if a check finds anything.
func mustPass(t testing.TB, p *store.Project) {
	t.Helper()
	report, err := p.Check(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range report.Problems {
		t.Errorf("check: %s", problem.Message)
	}
}

func TestASoundProjectPassesItsCheck(t *testing.T) {
	mustPass(t, newScene(t).Project)
}

func TestUndoAndRedoReachBackOverAnyNumberOfActions(t *testing.T) {
	s := newScene(t)
	if got := s.UndoTitle(); got != storetest.Titled("Record statement") {
		t.Errorf("would undo %q", got)
	}
	for range 2 {
		if _, err := s.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		mustPass(t, s.Project)
	}
	if c, err := s.Counts(t.Context()); err != nil || c != (store.Counts{}) {
		t.Errorf("after undoing everything: %+v, %v", c, err)
	}
	if r, err := s.Undo(t.Context()); err != nil || !r.Nothing {
		t.Errorf("there was nothing to undo: %+v, %v", r, err)
	}
	for range 2 {
		if _, err := s.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		mustPass(t, s.Project)
	}
	rows, total, err := s.Positions(t.Context(), store.PositionQuery{})
	if err != nil || total != 1 || rows[0].Quote != "We want a ceasefire" {
		t.Errorf("after redoing everything: %+v, %v", rows, err)
	}
	if got := s.RedoTitle(); !got.IsZero() {
		t.Errorf("would redo %q", got)
	}
}

func TestABackupIsAProjectOfItsOwn(t *testing.T) {
	s := newScene(t)
	dest := filepath.Join(t.TempDir(), "copy.standpoint")
	if err := s.Backup(t.Context(), dest); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(t.Context(), dest); store.CodeOf(err) != store.CodeExists {
		t.Errorf("a second backup to the same name: %v", err)
	}
	p := openProject(t, dest, store.Options{})
	if c, err := p.Counts(t.Context()); err != nil || c.Positions != 1 {
		t.Errorf("got %+v, %v", c, err)
	}
}

func TestSearchFindsNamesQuotesAndBodies(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Write note", func(b *store.Batch) error {
		return b.SetNote(store.EntityActor, s.venn.ID, "Ceasefire is her theme.")
	})
	hits, err := s.Search(t.Context(), store.SearchQuery{Text: "ceasef", Page: store.Page{Limit: 10}})
	if err != nil || len(hits) != 3 {
		t.Fatalf("got %d, %v", len(hits), err)
	}
	var where []string
	for _, h := range hits {
		where = append(where, h.Field+" in "+h.Title)
		for _, within := range h.Within {
			where = append(where, within.Field+" in "+within.Title)
		}
	}
	want := []string{"name in Ceasefire", "note in Orla Venn", "body in Arland speaks", "quote in Arland speaks"}
	if len(where) != len(want) {
		t.Fatalf("got %v, want %v", where, want)
	}
	for i := range want {
		if where[i] != want[i] {
			t.Errorf("hit %d is %s, want %s", i, where[i], want[i])
		}
	}
	body := hits[2]
	if len(body.Matches) != 1 || s.body.Slice(body.Span) != "ceasef" {
		t.Errorf("got %q at %v of %q", s.body.Slice(body.Span), body.Matches, body.Snippet)
	}
}
