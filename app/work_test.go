package app

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/picker"
	"standpoint/assets"
	"standpoint/store"
	"standpoint/store/storetest"
)

// busyApp is a window whose work goes on beside it, as it does for people. What comes of it is done when the test turns to it.
type busyApp struct {
	*App
	results chan func()
}

func newBusyApp(t testing.TB) *busyApp {
	t.Helper()
	a, err := New(Options{
		UI:           test.NewTempApp(t),
		NewPicker:    func(fyne.Window) picker.Picker { return &picker.Fake{} },
		Translations: assets.Translations,
		Language:     "en",
		Sample:       assets.Sample,
		Dir:          t.TempDir(),
		Coder:        "Ada",
		CoderGiven:   true,
	})
	if err != nil {
		t.Fatal(err)
	}
	b := &busyApp{App: a, results: make(chan func(), 10_000)}
	a.Work.OnUI = func(f func()) { b.results <- f }
	a.Work.Later = func(time.Duration, func()) func() { return func() {} }
	t.Cleanup(a.projects.Close)
	a.Window.Resize(fyne.NewSize(1440, 900))
	return b
}

// until does what comes back to the window until something is so.
func (b *busyApp) until(t testing.TB, isSo func() bool, what string) {
	t.Helper()
	over := time.After(2 * time.Minute)
	for !isSo() {
		select {
		case f := <-b.results:
			f()
		case <-over:
			t.Fatal(what)
		}
	}
}

// importAll looks at files, and begins to import what is in them.
func (b *busyApp) importAll(t testing.TB, paths []string) {
	t.Helper()
	b.transfers.bringIn(paths)
	b.until(t, func() bool {
		r, _ := b.Work.Running()
		return b.transfers.arrivals.IsWaiting() && !b.transfers.arrivals.IsReading() || r.Title == "Importing…" // documents do not wait
	}, "the files were not read")
	b.transfers.arrivals.ImportTicked()
}

func TestAnImportThatIsAskedForTwiceIsDoneOnce(t *testing.T) {
	b := newBusyApp(t)
	b.projects.create(filepath.Join(t.TempDir(), "test.standpoint"))
	b.until(t, func() bool { return b.Project != nil }, "the project was not made")
	b.transfers.bringIn(texts(t, 3, 500))
	b.until(t, func() bool { return b.transfers.arrivals.IsWaiting() && !b.transfers.arrivals.IsReading() }, "the files were not read")
	b.transfers.arrivals.ImportTicked()
	b.transfers.arrivals.ImportTicked()
	ended := false // jobs are done one after the other
	b.Start(b.Project, "Waiting…", func(context.Context, func(done, total int)) func() { return func() { ended = true } })
	b.until(t, func() bool { return ended }, "the import does not end")
	counts, err := b.Project.Counts(t.Context())
	if err != nil || counts.Articles != 3 || b.said() != "" || !strings.Contains(b.Told(), "3 articles added") {
		t.Errorf("%d articles are there; said: %q, told: %q (%v)", counts.Articles, b.said(), b.Told(), err)
	}
}

// texts writes so many articles into a folder and returns their paths.
func texts(t testing.TB, n, size int) []string { return textsFrom(t, 0, n, size) }

// textsFrom are n texts of which none is among those that begin n or more numbers before.
func textsFrom(t testing.TB, first, n, size int) []string {
	t.Helper()
	folder := t.TempDir()
	paths := make([]string, n)
	for i := range paths {
		paths[i] = filepath.Join(folder, fmt.Sprintf("%04d.txt", i))
		story := first + i
		body := fmt.Sprintf("Story %d\n\n%s\n", story, storetest.Body(rand.New(rand.NewPCG(uint64(story), 1)), size))
		if err := os.WriteFile(paths[i], []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}

func TestASaveDuringAnImportWaitsForOneBatchAtMost(t *testing.T) {
	for what, files := range map[string]func(testing.TB) []string{
		"texts": func(t testing.TB) []string { return texts(t, 400, 5000) },
		"JSON":  func(t testing.TB) []string { return []string{document(t, 400, 5000)} },
	} {
		t.Run(what, func(t *testing.T) { newBusyApp(t).saveDuringImport(t, files(t)) })
	}
}

// document writes so many articles into a document of our JSON, and returns its path.
func document(t testing.TB, n, size int) string {
	t.Helper()
	var s strings.Builder
	s.WriteString(`{"standpoint": 1, "articles": [`)
	for i := range n {
		if i > 0 {
			s.WriteString(",\n")
		}
		body := storetest.Body(rand.New(rand.NewPCG(uint64(i), 2)), size)
		fmt.Fprintf(&s, `{"id": %q, "title": "Letter %d", "body": %q}`, store.NewID(), i, body)
	}
	s.WriteString(`]}`)
	path := filepath.Join(t.TempDir(), "letters.json")
	if err := os.WriteFile(path, []byte(s.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// mostAtOnce is how many articles a batch may have for which somebody waits.
const mostAtOnce = 50

// saveDuringImport counts the batches of an import of 400 articles for which a save waits, and what is in them.
func (b *busyApp) saveDuringImport(t *testing.T, files []string) {
	t.Helper()
	b.projects.create(filepath.Join(t.TempDir(), "test.standpoint"))
	b.until(t, func() bool { return b.Project != nil }, "the project was not made")
	var batches, most atomic.Int64
	cancel := b.Project.Subscribe(func(e store.Event) {
		if e.Touches(store.EntityArticle) {
			batches.Add(1)
			most.Store(max(most.Load(), int64(len(e.Touched[store.EntityArticle]))))
		}
	})
	defer cancel()
	b.importAll(t, files)
	b.until(t, func() bool { return batches.Load() >= 2 }, "the import did not begin")

	long := 0
	for n := range 5 {
		var written atomic.Int64
		asked, saved := batches.Load(), false
		b.Do(storetest.Titled("Add issue"), func(w *store.Batch) error {
			_, err := w.AddIssue(store.Issue{Name: fmt.Sprintf("Harbour %d", n)})
			written.Store(batches.Load())
			return err
		}, func(err error) { saved = !b.Failed(err) })
		b.until(t, func() bool { return saved }, "nothing was saved")
		if waited := written.Load() - asked; waited > 1 {
			t.Logf("a save waited for %d batches of the import", waited)
			long++
		}
	}
	if long > 1 { // once another may have begun before the save was asked for
		t.Errorf("%d of 5 saves waited for more than one batch of the import", long)
	}
	if _, running := b.Work.Running(); !running {
		t.Error("the import was over before all was saved, so that nothing was seen")
	}
	b.until(t, func() bool { _, running := b.Work.Running(); return !running }, "the import did not end")
	if counts, err := b.Project.Counts(t.Context()); err != nil || counts.Articles != 400 {
		t.Errorf("%d of 400 articles were imported: %v", counts.Articles, err)
	}
	if n := most.Load(); n > mostAtOnce {
		t.Errorf("a batch of %d articles was written while somebody waited", n)
	}
}

func TestAnImportIsCancelledAndWhatCameInStaysOrIsTakenBack(t *testing.T) {
	b := newBusyApp(t)
	b.projects.create(filepath.Join(t.TempDir(), "test.standpoint"))
	b.until(t, func() bool { return b.Project != nil }, "the project was not made")
	b.importAll(t, texts(t, 400, 5000))
	b.until(t, func() bool { r, _ := b.Work.Running(); return r.Done > 0 }, "the import did not begin")
	b.Work.Cancel()
	b.until(t, func() bool { return !b.isRunning() }, "the import goes on")
	counts, err := b.Project.Counts(t.Context())
	if err != nil || counts.Articles == 0 || counts.Articles == 400 {
		t.Errorf("%d of 400 articles are there: %v", counts.Articles, err)
	}
	b.until(t, func() bool { return strings.Contains(b.said(), "Take Back") }, "it is not asked what becomes of it")
	b.answer(t, false)
	b.until(t, func() bool { return !b.isRunning() }, "it is not taken back")
	if counts, err = b.Project.Counts(t.Context()); err != nil || counts.Articles != 0 {
		t.Errorf("when it is taken back %d articles are there: %v", counts.Articles, err)
	}
	b.until(t, func() bool { return strings.HasPrefix(b.Told(), "Taken back: Import") }, "it is not told that it is taken back")
}

// What would be written after that would be another action, and nothing would bring back all together.
func TestUndoStopsAnImportAndAsksWhatBecomesOfIt(t *testing.T) {
	b := newBusyApp(t)
	b.projects.create(filepath.Join(t.TempDir(), "test.standpoint"))
	b.until(t, func() bool { return b.Project != nil }, "the project was not made")
	b.importAll(t, texts(t, 400, 5000))
	b.until(t, func() bool { r, _ := b.Work.Running(); return r.Done > 0 }, "the import did not begin")
	b.edits.undo()
	b.until(t, func() bool { return !b.isRunning() }, "the import goes on")
	b.until(t, func() bool { return strings.Contains(b.said(), "Take Back") }, "it is not asked what becomes of it")
	b.answer(t, true)
	counts, err := b.Project.Counts(t.Context())
	if err != nil || counts.Articles == 0 || counts.Articles == 400 {
		t.Errorf("%d of 400 articles are there: %v", counts.Articles, err)
	}
	b.edits.undo()
	b.until(t, func() bool { n, _ := b.Project.Counts(t.Context()); return n.Articles == 0 }, "it is not taken back")
	b.edits.redo()
	b.until(t, func() bool { n, _ := b.Project.Counts(t.Context()); return n.Articles == counts.Articles }, "it is not brought back")
}

// BenchmarkSaveDuringImport waits for saves that are asked for while articles are imported: half of them are on disk, and told,
// within median-ms.
func BenchmarkSaveDuringImport(b *testing.B) {
	a := newBusyApp(b)
	a.projects.create(filepath.Join(b.TempDir(), "test.standpoint"))
	a.until(b, func() bool { return a.Project != nil }, "the project was not made")
	const articles = 400
	begun := 0
	var waits []time.Duration
	for b.Loop() {
		b.StopTimer()
		if !a.isRunning() {
			a.importAll(b, textsFrom(b, begun, articles, 5000)) // what is there already would not be imported again
			begun += articles
			a.until(b, func() bool { r, _ := a.Work.Running(); return r.Done > 0 }, "the import did not begin")
		}
		saved, name := false, fmt.Sprintf("Harbour %d", len(waits))
		b.StartTimer()
		asked := time.Now()
		a.Do(storetest.Titled("Add issue"), func(w *store.Batch) error {
			_, err := w.AddIssue(store.Issue{Name: name})
			return err
		}, func(err error) { saved = !a.Failed(err) })
		a.until(b, func() bool { return saved }, "nothing was saved")
		waits = append(waits, time.Since(asked))
	}
	slices.Sort(waits)
	b.ReportMetric(float64(waits[len(waits)/2].Microseconds())/1000, "median-ms")
}
