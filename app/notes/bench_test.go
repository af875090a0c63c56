package notes_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/store"
	"standpoint/store/storetest"
)

// BenchmarkBuild makes each kind of document, its first five parts, and tables, of a project with 10,000 statements in 1,000 articles.
// STANDPOINT_ARTICLES says in how many.
func BenchmarkBuild(b *testing.B) {
	path := filepath.Join(b.TempDir(), "Talks.standpoint")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		b.Fatal(err)
	}
	articles := storetest.Articles(1000)
	size := storetest.Size{Articles: articles, Annotations: articles * 100 / 3, Body: 5000}
	if _, err := storetest.File(b.Context(), path, size); err != nil {
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
		for _, o := range []notes.Options{{Kind: kind}, {Kind: kind, First: 5}} {
			b.Run(fmt.Sprintf("%s first=%d", kind, o.First), func(b *testing.B) {
				for b.Loop() {
					if _, err := notes.Build(b.Context(), p, o, nil); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
