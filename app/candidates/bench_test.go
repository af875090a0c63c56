package candidates_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"standpoint/app/candidates"
	"standpoint/app/intake"
	"standpoint/store/storetest"
)

// textFiles writes files of articles of 5 kB, each with a head.
func textFiles(t testing.TB, n int) []string {
	t.Helper()
	folder, r := t.TempDir(), rand.New(rand.NewPCG(1, 2))
	paths := make([]string, n)
	for i := range paths {
		paths[i] = filepath.Join(folder, fmt.Sprintf("%05d.txt", i))
		article := fmt.Sprintf("Title: %s\nSource: Harbour Gazette\nDate: 2025-05-%02d\n\n%s",
			storetest.Name(r), 1+i%28, storetest.Prose(r, 5000))
		if err := os.WriteFile(paths[i], []byte(article), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}

// All the way that the window takes: read, compared, shown, written. STANDPOINT_ARTICLES says of how many.
func BenchmarkImportThroughThePreview(b *testing.B) {
	articles := storetest.Articles(2_000)
	paths := textFiles(b, articles)
	storetest.RunSlow(b, fmt.Sprint(articles), func(b *testing.B) { throughThePreview(b, paths) })
}

func throughThePreview(b *testing.B, paths []string) {
	b.Helper()
	var shares [3]time.Duration
	peak := storetest.WatchMemory()
	start := storetest.ProcessorTime()
	for b.Loop() {
		p := storetest.NewProject(b, "Ada")
		batch := candidates.NewBatch(p, intake.Options{})
		for i, work := range []func() error{
			func() error { return batch.Read(b.Context(), paths, nil) },
			func() error { return batch.Compare(b.Context(), candidates.NewSketches(p), nil) },
			func() error { _, err := batch.Import(b.Context(), true, nil); return err },
		} {
			begun := time.Now()
			if err := work(); err != nil {
				b.Fatal(err)
			}
			shares[i] += time.Since(begun)
		}
	}
	report(b, len(paths), start)
	b.ReportMetric(float64(peak())/1e6, "peak-MB")
	for i, name := range []string{"read", "compared", "written"} {
		b.ReportMetric(float64(len(paths)*b.N)/shares[i].Seconds(), name+"/s")
	}
}

// The way of the command line, which reads while it writes.
func BenchmarkImportAtOnce(b *testing.B) {
	const articles = 2_000
	paths := textFiles(b, articles)
	storetest.RunSlow(b, fmt.Sprint(articles), func(b *testing.B) {
		start := storetest.ProcessorTime()
		for b.Loop() {
			r, err := intake.Import(b.Context(), storetest.NewProject(b, "Ada"), paths, intake.Options{}, nil)
			if err != nil || len(r.Added) != articles {
				b.Fatalf("%d added, %v", len(r.Added), err)
			}
		}
		report(b, articles, start)
	})
}

func report(b *testing.B, articles int, start time.Duration) {
	b.Helper()
	b.ReportMetric(float64(articles*b.N)/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric((storetest.ProcessorTime()-start).Seconds()*1000/float64(articles*b.N), "cpu-ms/article")
}
