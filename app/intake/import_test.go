package intake

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
	"standpoint/store/storetest"
)

func mustProject(t testing.TB) *store.Project {
	t.Helper()
	return storetest.NewProject(t, "Ilse Brandt")
}

// files writes texts to a new folder, each under its number, and returns their paths.
func files(t testing.TB, texts ...string) []string {
	t.Helper()
	dir := t.TempDir()
	paths := make([]string, len(texts))
	for i, s := range texts {
		paths[i] = filepath.Join(dir, fmt.Sprintf("%04d.txt", i))
		write(t, paths[i], s)
	}
	return paths
}

func mustImport(t testing.TB, p *store.Project, o Options, paths ...string) Result {
	t.Helper()
	r, err := Import(t.Context(), p, paths, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func titles(t testing.TB, p *store.Project) []string {
	t.Helper()
	rows, _, err := p.Articles(t.Context(), store.ArticleQuery{Sort: store.ArticlesByTitle})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, row := range rows {
		found = append(found, row.Title)
	}
	return found
}

func TestImportKeepsTheGoodAndListsTheBad(t *testing.T) {
	p := mustProject(t)
	paths := files(t, "Title: One\nThe talks began.", "caf\xe9", "Title: Two\nThe talks ended.", "")
	paths = append(paths, filepath.Join(t.TempDir(), "none.txt"))
	r := mustImport(t, p, Options{}, paths...)
	if diff := cmp.Diff([]string{"One", "Two"}, titles(t, p)); diff != "" {
		t.Errorf("articles (-want +got):\n%s", diff)
	}
	if len(r.Added) != 2 || r.Added[1].Title != "Two" || len(r.Copies) != 0 {
		t.Errorf("added %+v, copies %+v", r.Added, r.Copies)
	}
	var bad []string
	for _, f := range r.Failed {
		bad = append(bad, f.Path)
	}
	if diff := cmp.Diff([]string{paths[1], paths[3], paths[4]}, bad); diff != "" {
		t.Errorf("failed (-want +got):\n%s", diff)
	}
	body, err := p.Body(t.Context(), r.Added[0].Body)
	if err != nil || body.String() != "The talks began." {
		t.Errorf("body of the first: %v, %v", body, err)
	}
}

func TestImportIsOneAction(t *testing.T) {
	p := mustProject(t)
	texts := make([]string, 3*usualBatch.files/2)
	for i := range texts {
		texts[i] = fmt.Sprintf("Report %d.", i)
	}
	mustImport(t, p, Options{}, files(t, texts...)...)
	if want := (store.Title{Code: store.TitleImportArticles, Count: len(texts)}); p.UndoTitle() != want {
		t.Errorf("the action is named %q, want %q", p.UndoTitle(), want)
	}
	if _, err := p.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if left := titles(t, p); len(left) != 0 || !p.UndoTitle().IsZero() {
		t.Errorf("after undo %d articles are left, and %q", len(left), p.UndoTitle())
	}
}

func TestImportIsNamedByWhatItAdds(t *testing.T) {
	p := mustProject(t)
	mustImport(t, p, Options{}, files(t, "The talks began.", "\xff")...)
	if p.UndoTitle() != (store.Title{Code: store.TitleImportArticles, Count: 1}) {
		t.Errorf("the action is named %q", p.UndoTitle())
	}
}

func TestNothingAddedIsNoAction(t *testing.T) {
	p := mustProject(t)
	mustImport(t, p, Options{}, files(t, "", "\xff")...)
	mustImport(t, p, Options{})
	if !p.UndoTitle().IsZero() {
		t.Errorf("there is an action %q", p.UndoTitle())
	}
}

func TestTheSameArticleIsNotAddedAgain(t *testing.T) {
	const report = "Title: Talks begin\nSource: Harbour Gazette\nDate: 2025-05-16\n\nThe talks began."
	p := mustProject(t)
	mustImport(t, p, Options{}, files(t, report)...)
	for _, o := range []Options{{}, {Copies: true}} {
		paths := files(t, strings.Replace(report, "Talks begin", "Another title", 1), report)
		r := mustImport(t, p, o, paths...)
		if len(r.Added) != 0 || len(r.Copies) != 0 || len(r.Failed) != 2 {
			t.Fatalf("%+v: %+v", o, r)
		}
		duplicate, ok := errors.AsType[*DuplicateError](r.Failed[0].Err)
		if !ok || duplicate.First.Title != "Talks begin" {
			t.Errorf("%+v: %v", o, r.Failed[0].Err)
		}
		for _, words := range []string{paths[0], "“Talks begin”", "Harbour Gazette", "2025-05-16"} {
			if !strings.Contains(r.Failed[0].Err.Error(), words) {
				t.Errorf("%q does not say %q", r.Failed[0].Err, words)
			}
		}
	}
}

func TestAWireCopyIsAddedOnlyWhenAsked(t *testing.T) {
	gazette := "Source: Harbour Gazette\nDate: 2025-05-16\nThe talks began."
	wire := "Source: Northern Wire\nDate: 2025-05-16\nThe talks began."
	for _, test := range []struct {
		name  string
		apart bool // imported one after the other
	}{{"in one import", false}, {"in two imports", true}} {
		t.Run(test.name, func(t *testing.T) {
			p := mustProject(t)
			paths := files(t, gazette, "Something else.", wire)
			if test.apart {
				mustImport(t, p, Options{}, paths[0], paths[1])
				paths = paths[2:]
			}
			r := mustImport(t, p, Options{}, paths...)
			if len(r.Copies) != 1 || len(r.Failed) != 0 || len(titles(t, p)) != 2 {
				t.Fatalf("without asking: %+v", r)
			}
			if c := r.Copies[0]; c.Path != paths[len(paths)-1] || c.First.Source != "Harbour Gazette" {
				t.Errorf("the copy is told of as %+v", c)
			}
			r = mustImport(t, p, Options{Copies: true}, r.Copies[0].Path)
			if len(r.Added) != 1 || r.Added[0].Source != "Northern Wire" || len(titles(t, p)) != 3 {
				t.Errorf("when asked: %+v", r)
			}
		})
	}
}

func TestTheSameFileTwiceInOneImport(t *testing.T) {
	p := mustProject(t)
	path := files(t, "The talks began.")[0]
	r := mustImport(t, p, Options{}, path, path)
	if len(r.Added) != 1 || len(r.Failed) != 1 || len(r.Copies) != 0 {
		t.Errorf("%+v", r)
	}
}

func TestProgressCountsEveryFile(t *testing.T) {
	p := mustProject(t)
	texts := make([]string, usualBatch.files+5)
	for i := range texts {
		texts[i] = fmt.Sprintf("Report %d.", i)
	}
	texts[3] = ""
	last := 0
	_, err := Import(t.Context(), p, files(t, texts...), Options{}, func(done, total int) {
		if done <= last || done > total || total != len(texts) {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
	})
	if err != nil || last != len(texts) {
		t.Errorf("ended with %d of %d, %v", last, len(texts), err)
	}
}

func TestACancelledImportKeepsWhatWasWritten(t *testing.T) {
	p := mustProject(t)
	texts := make([]string, 2*usualBatch.files)
	for i := range texts {
		texts[i] = fmt.Sprintf("Report %d.", i)
	}
	ctx, cancel := context.WithCancel(t.Context())
	r, err := Import(ctx, p, files(t, texts...), Options{}, func(int, int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("Import: %v", err)
	}
	if got := len(titles(t, p)); got == 0 || got == len(texts) || got != len(r.Added) {
		t.Errorf("%d articles are there, %d are told of", got, len(r.Added))
	}
	if _, err := p.Undo(t.Context()); err != nil || len(titles(t, p)) != 0 {
		t.Errorf("undo leaves %d articles, %v", len(titles(t, p)), err)
	}
}

func TestImportIntoAReadOnlyProject(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Talks.standpoint")
	p, err := store.Create(t.Context(), path, store.Options{Coder: "Ilse Brandt"})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	p, err = store.Open(t.Context(), path, store.Options{Coder: "Ilse Brandt", ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	_, err = Import(t.Context(), p, files(t, "The talks began."), Options{}, nil)
	if store.CodeOf(err) != store.CodeReadOnly {
		t.Errorf("Import: %v", err)
	}
}

func TestWhatWasImportedChecks(t *testing.T) {
	p := mustProject(t)
	mustImport(t, p, Options{}, files(t,
		"Title: Talks 👨‍👩‍👧\r\n\r\nThe “talks” began 🇺🇦.\r\n\r\nThey ended.", "\uFEFFdate 2025-05-16 Переговори й досі тривають.", "政府表示同意。",
		"قال مُحَمَّد نعم.",
	)...)
	report, err := p.Check(t.Context(), nil)
	if err != nil || len(report.Problems) != 0 {
		t.Errorf("check: %+v, %v", report.Problems, err)
	}
}

// manyFiles writes invented articles of about six kilobytes.
func manyFiles(t testing.TB, n int) []string {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("Title: %s\nSource: Harbour Gazette\nDate: 2025-05-%02d\n\n%s", storetest.Name(random), 1+i%28,
			storetest.Body(random, 6000))
	}
	return files(t, texts...)
}

func TestMemoryStaysFlat(t *testing.T) {
	const n = 400
	p := mustProject(t)
	paths := manyFiles(t, n)
	held := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	var first, most uint64
	_, err := Import(t.Context(), p, paths, Options{}, func(int, int) {
		now := held()
		if first == 0 {
			first = now
		}
		most = max(most, now)
	})
	if err != nil {
		t.Fatal(err)
	}
	if grown := int64(most) - int64(first); grown > 4_000_000 {
		t.Errorf("%d bytes more are held after %d articles than after the first batch", grown, n)
	}
}
