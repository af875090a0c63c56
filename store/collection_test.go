package store_test

import (
	"path/filepath"
	"slices"
	"testing"

	"standpoint/store"
)

func TestACollectionHoldsWhatWasPutIntoIt(t *testing.T) {
	s := newShelf(t)
	inIt := func() []string { return s.listed(t, store.ArticleFilter{Collection: s.reading}) }
	do(t, s.Project, "Collect", func(b *store.Batch) error { return b.Collect(s.reading, s.talks, s.strike) })
	if got := inIt(); !slices.Equal(got, []string{"Bare", "Strike", "Talks"}) {
		t.Errorf("got %v", got)
	}
	rows, err := s.Collections(t.Context())
	if err != nil || len(rows) != 1 || rows[0].Articles != 3 || rows[0].Done != 1 {
		t.Errorf("got %+v, %v", rows, err)
	}
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := inIt(); !slices.Equal(got, []string{"Bare", "Talks"}) {
		t.Errorf("after undo: %v", got)
	}
	do(t, s.Project, "Merge", func(b *store.Batch) error { return b.Merge(store.EntityArticle, s.bare, s.vote) })
	if got := inIt(); !slices.Equal(got, []string{"Talks", "Vote"}) {
		t.Errorf("what an article became is in it: %v", got)
	}
	do(t, s.Project, "Take out", func(b *store.Batch) error { return b.TakeOut(s.reading, s.vote) })
	if got := inIt(); !slices.Equal(got, []string{"Talks"}) {
		t.Errorf("what was merged into it goes with it: %v", got)
	}
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityCollection, s.reading) })
	if got := inIt(); len(got) != 0 {
		t.Errorf("a deleted collection has %v", got)
	}
	trash, n, err := s.Trash(t.Context(), store.Page{})
	if err != nil || n != 1 || trash[0].Title != "Reading" {
		t.Errorf("the trash has %+v, %v", trash, err)
	}
	mustPass(t, s.Project)
}

func TestCollectionsAndSavedSearchesComeWithAMerge(t *testing.T) {
	s := newShelf(t)
	path := filepath.Join(t.TempDir(), "copy.standpoint")
	if err := s.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	other := openProject(t, path, store.Options{Coder: "Ben"})
	gazette := "Harbour Gazette"
	do(t, other, "Work", func(b *store.Batch) error {
		if _, err := b.SaveSearch(store.ID{}, "The Gazette", store.ArticleFilter{Source: &gazette, Actor: s.kell}); err != nil {
			return err
		}
		if err := b.UpdateCollection(s.reading, func(c *store.Collection) { c.Name = "To read" }); err != nil {
			return err
		}
		return b.Collect(s.reading, s.vote)
	})
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := tryMerge(t.Context(), s.Project, path, restoreAll); err != nil {
		t.Fatal(err)
	}
	if got := s.listed(t, store.ArticleFilter{Collection: s.reading}); !slices.Equal(got, []string{"Bare", "Talks", "Vote"}) {
		t.Errorf("got %v", got)
	}
	rows, err := s.Collections(t.Context())
	if err != nil || len(rows) != 1 || rows[0].Name != "To read" {
		t.Errorf("got %+v, %v", rows, err)
	}
	searches, err := s.SavedSearches(t.Context())
	if err != nil || len(searches) != 1 {
		t.Fatalf("got %+v, %v", searches, err)
	}
	f, err := searches[0].Articles()
	if err != nil {
		t.Fatal(err)
	}
	if got := s.listed(t, f); !slices.Equal(got, []string{"Strike", "Talks"}) {
		t.Errorf("the saved search lists %v", got)
	}
	h, _, err := s.History(t.Context(), store.HistoryQuery{Entity: store.EntitySavedSearch, ID: searches[0].ID})
	if err != nil || len(h) != 1 || !slices.Contains(h[0].Lines, store.HistoryLine{
		Field: "filter", After: "actor: “Ivo Kell”, source: “Harbour Gazette”",
	}) {
		t.Errorf("its history is %+v, %v", h, err)
	}
	mustPass(t, s.Project)
}

func TestASavedSearchListsWhatFitsItByNow(t *testing.T) {
	s := newShelf(t)
	coded := store.StatusCoded
	var search store.SavedSearch
	do(t, s.Project, "Save search", func(b *store.Batch) (err error) {
		search, err = b.SaveSearch(store.ID{}, "Coded", store.ArticleFilter{Status: &coded})
		return err
	})
	do(t, s.Project, "Set status", func(b *store.Batch) error {
		return b.UpdateArticle(s.vote, func(a *store.Article) { a.Status = store.StatusCoded })
	})
	f, err := search.Articles()
	if err != nil {
		t.Fatal(err)
	}
	if got := s.listed(t, f); !slices.Equal(got, []string{"Strike", "Vote"}) {
		t.Errorf("got %v", got)
	}
	if _, err := (store.SavedSearch{Name: "Odd", Filter: "]"}).Articles(); store.CodeOf(err) != store.CodeInvalid {
		t.Errorf("an unreadable search: %v", err)
	}
}

func TestPurgingACollectionLeavesNothingOfIt(t *testing.T) {
	s := newShelf(t)
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityCollection, s.reading) })
	if _, err := s.EmptyTrash(t.Context()); err != nil {
		t.Fatal(err)
	}
	trash, n, err := s.Trash(t.Context(), store.Page{})
	if err != nil || n != 0 {
		t.Errorf("the trash has %+v, %v", trash, err)
	}
	mustPass(t, s.Project)
}

// What people number is listed as they count.
func TestWhatIsKeptUnderNamesIsListedByTheNumbersInThem(t *testing.T) {
	s := newShelf(t)
	names := []string{"Week 10", "week 2", "Week 1"}
	do(t, s.Project, "Add", func(b *store.Batch) error {
		for _, name := range names {
			if _, err := b.AddCollection(store.Collection{Name: name}); err != nil {
				return err
			}
			if _, err := b.AddReport(store.Report{Title: name}); err != nil {
				return err
			}
		}
		return nil
	})
	want := []string{"Week 1", "week 2", "Week 10"}
	collections, err := s.Collections(t.Context())
	must(t, err)
	var got []string
	for _, c := range collections {
		got = append(got, c.Name)
	}
	if !slices.Equal(got[1:], want) { // after “Reading”
		t.Errorf("collections are listed as %q", got)
	}
	reports, err := s.Reports(t.Context())
	must(t, err)
	got = nil
	for _, r := range reports {
		got = append(got, r.Title)
	}
	if !slices.Equal(got, want) {
		t.Errorf("reports are listed as %q", got)
	}
}
