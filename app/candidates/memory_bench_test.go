package candidates_test

import (
	"archive/zip"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"standpoint/app/candidates"
	"standpoint/app/intake"
	"standpoint/store/storetest"
)

// What waits for an import is looked at and compared before anything of it is written: the most memory that this takes, of files that hold
// far more than it.
func BenchmarkMemoryOfWhatWaits(b *testing.B) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(programMemory))
	for name, write := range map[string]func(testing.TB) string{
		"zip of texts": func(t testing.TB) string { return zipOfTexts(t, storetest.Articles(4_000)) },
		"CSV":          func(t testing.TB) string { return tableOfRows(t, storetest.Articles(15_000)) },
	} {
		path := write(b)
		storetest.RunSlow(b, name, func(b *testing.B) {
			for b.Loop() {
				look(b, path)
			}
		})
	}
}

// programMemory is what the programs set as theirs, in bytes.
const programMemory = 350 << 20

func look(b *testing.B, path string) {
	b.Helper()
	p := storetest.NewProject(b, "Ada")
	batch := candidates.NewBatch(p, intake.Options{})
	runtime.GC()
	debug.FreeOSMemory()
	peak := storetest.WatchMemory()
	err := batch.Read(b.Context(), []string{path}, nil)
	if err == nil {
		err = batch.Compare(b.Context(), candidates.NewSketches(p), nil)
	}
	b.ReportMetric(float64(peak())/1e6, "peak-MB")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(batch.Totals().Articles), "articles")
	runtime.KeepAlive(batch)
}

// zipOfTexts writes an archive of texts of 5 kB, some of which are the same but for a line.
func zipOfTexts(t testing.TB, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "texts.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z, r := zip.NewWriter(f), rand.New(rand.NewPCG(3, 3))
	sentence := storetest.Prose(r, 600)
	for i := range n {
		w, err := z.Create(fmt.Sprintf("%06d.txt", i))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(w, "Title: Day %d\n\n%s %s", i, storetest.Prose(r, 600), strings.Repeat(sentence+" ", 8))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func tableOfRows(t testing.TB, rows int) string {
	t.Helper()
	var b strings.Builder
	r := rand.New(rand.NewPCG(5, 5))
	b.WriteString("title,source,date,body\n")
	for i := range rows {
		body := strings.ReplaceAll(storetest.Prose(r, 60), "\n", " ")
		fmt.Fprintf(&b, "%s,Harbour Gazette,2025-05-%02d,%q\n", storetest.Name(r), 1+i%28, body)
	}
	path := filepath.Join(t.TempDir(), "rows.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
