package notes_test

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/store"
	"standpoint/store/storetest"
)

// BenchmarkBuild makes each kind of document, and tables, of a project with 10,000 statements in 1,000 articles.
func BenchmarkBuild(b *testing.B) {
	path := filepath.Join(b.TempDir(), "Talks.standpoint")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		b.Fatal(err)
	}
	if _, err := storetest.File(b.Context(), path, storetest.Size{Articles: 1000, Annotations: 33_334, Body: 5000}); err != nil {
		b.Fatal(err)
	}
	p, err := store.Open(b.Context(), path, store.Options{ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := p.Close(); err != nil {
			b.Error(err)
		}
	})
	rows := notes.RowsOf(p, notes.Options{}, nil)
	b.Run("csv", func(b *testing.B) {
		for b.Loop() {
			if err := render.CSV(b.Context(), io.Discard, rows, notes.RowStatements, false); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("xlsx", func(b *testing.B) {
		for b.Loop() {
			if err := render.XLSX(b.Context(), io.Discard, rows, p.Name(), ""); err != nil {
				b.Fatal(err)
			}
		}
	})
	for _, kind := range notes.Kinds() {
		b.Run(string(kind), func(b *testing.B) {
			for b.Loop() {
				if _, err := notes.Build(b.Context(), p, notes.Options{Kind: kind}, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
