package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/store"
)

func TestProjectsWithUnusualNamesAreBackedUpAndMerged(t *testing.T) {
	for _, name := range []string{"file:norvia", strings.Repeat("n", 241-len(store.Extension))} {
		t.Run(name[:5], func(t *testing.T) {
			t.Chdir(t.TempDir())
			p, err := store.Create(t.Context(), name+store.Extension, store.Options{Coder: "Ada"})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = p.Close() })
			other := "file:copy" + store.Extension
			if err := p.Backup(t.Context(), other); err != nil {
				t.Fatal(err)
			}
			if _, err := p.BackUpNow(t.Context()); err != nil {
				t.Error(err)
			}
			m, err := p.BeginMerge(t.Context(), other)
			if err != nil {
				t.Fatal(err)
			}
			if err := m.Close(); err != nil {
				t.Error(err)
			}
			left, err := filepath.Glob(".*")
			if err != nil || len(left) > 0 {
				t.Errorf("beside the project stay %v, %v", left, err)
			}
			if _, err := os.Stat(other); err != nil {
				t.Error(err)
			}
		})
	}
}
