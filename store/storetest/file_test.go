package storetest_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
	"standpoint/store/storetest"
)

// A project is filled once where there is a folder to keep it in, and its copies are
// worked in without one another.
func TestAFilledFileIsKeptAndCopied(t *testing.T) {
	t.Setenv(storetest.FixturesVariable, t.TempDir())
	size := storetest.Size{Articles: 2, Annotations: 20}
	folder := t.TempDir()
	var made [2]storetest.Filled
	for i, name := range []string{"a", "b"} {
		path := filepath.Join(folder, name+".standpoint")
		filled, err := storetest.File(t.Context(), path, size)
		if err != nil {
			t.Fatal(err)
		}
		made[i] = filled
		p, err := store.Open(t.Context(), path, store.Options{Coder: "Ada"})
		if err != nil {
			t.Fatal(err)
		}
		if counts, err := p.Counts(t.Context()); err != nil || counts.Articles != 2 {
			t.Errorf("%s has %d articles, want two: %v", name, counts.Articles, err)
		}
		if _, err := p.Do(t.Context(), storetest.Titled("Delete"), func(b *store.Batch) error {
			return b.Delete(store.EntityArticle, filled.Articles[0])
		}); err != nil {
			t.Error(err)
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
	if diff := cmp.Diff(made[0], made[1]); diff != "" || len(made[0].Articles) != 2 {
		t.Errorf("two fixtures of one size differ:\n%s", diff)
	}
}
