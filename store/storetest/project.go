package storetest

import (
	"path/filepath"
	"testing"

	"standpoint/store"
)

// NewProject makes an empty project in a folder of its own, with a coder of that name; it is closed when the test ends.
func NewProject(t testing.TB, coder string) *store.Project {
	t.Helper()
	p, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "Talks.standpoint"), store.Options{Coder: coder})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}
