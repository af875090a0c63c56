package notes_test

import (
	"context"
	"io"
	"path/filepath"
	"runtime/debug"
	"testing"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/store"
	"standpoint/store/storetest"
)

// talks opens a project with 10,000 statements in 1,000 articles; STANDPOINT_ARTICLES says in how many, ten in each.
func talks(b *testing.B) *store.Project {
	b.Helper()
	path := filepath.Join(b.TempDir(), "Talks.standpoint")
	if _, err := storetest.File(b.Context(), path, storetest.Talks()); err != nil {
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
	return p
}

// BenchmarkExport reads a whole project and writes it: each kind of document, and each format.
func BenchmarkExport(b *testing.B) {
	p := talks(b)
	run := func(name string, write func(context.Context, io.Writer) error) {
		storetest.RunSlow(b, name, func(b *testing.B) {
			debug.FreeOSMemory()
			peak, start := storetest.WatchMemory(), storetest.ProcessorTime()
			for b.Loop() {
				if err := write(b.Context(), io.Discard); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64((storetest.ProcessorTime()-start).Milliseconds())/float64(b.N), "cpu-ms/op")
			b.ReportMetric(float64(peak())/1e6, "peak-MB")
		})
	}
	for _, kind := range notes.Kinds() {
		for _, f := range render.Formats() {
			if kind != notes.KindArticles && f.Name != "html" {
				continue // the others take as much
			}
			run(string(kind)+" "+f.Name, func(ctx context.Context, w io.Writer) error {
				d, err := notes.Build(ctx, p, notes.Options{Kind: kind}, nil)
				if err != nil {
					return err
				}
				return f.Write(ctx, w, d)
			})
		}
	}
	rows := notes.RowsOf(p, notes.Options{}, nil)
	run("csv", func(ctx context.Context, w io.Writer) error {
		return render.CSV(ctx, w, rows, notes.RowStatements, false)
	})
	run("xlsx", func(ctx context.Context, w io.Writer) error { return render.XLSX(ctx, w, rows, p.Name(), "") })
	run("json", func(ctx context.Context, w io.Writer) error { return standpoint.ExportPart(ctx, p, exchange.Part{}, w) })
}
