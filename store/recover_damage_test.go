package store_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
	"standpoint/store/storetest"
)

// patience is how long anything may take with a damaged file: not a measure of speed, but of not going on for ever.
const patience = time.Minute

// damageCount is how many files are damaged, in the long form.
const damageCount = "STANDPOINT_DAMAGES"

// damages are what may happen to a file on a bad disk or a pulled stick.
var damages = []struct {
	name string
	do   func(r *rand.Rand, file []byte) []byte
}{
	{"bits", func(r *rand.Rand, file []byte) []byte {
		for range 1 + r.IntN(40) {
			file[r.IntN(len(file))] ^= 1 << r.IntN(8)
		}
		return file
	}},
	{"bytes of the head", func(r *rand.Rand, file []byte) []byte {
		for range 1 + r.IntN(4) {
			file[r.IntN(100)] = byte(r.Uint32())
		}
		return file
	}},
	{"a page of noise", func(r *rand.Rand, file []byte) []byte {
		at := r.IntN(len(file)/4096) * 4096
		for i := range 4096 {
			file[at+i] = byte(r.Uint32())
		}
		return file
	}},
	{"truncated", func(r *rand.Rand, file []byte) []byte { return file[:r.IntN(len(file))] }},
	{"swapped pages", func(r *rand.Rand, file []byte) []byte {
		pages := len(file) / 4096
		one, two := r.IntN(pages)*4096, r.IntN(pages)*4096
		for i := range 4096 {
			file[one+i], file[two+i] = file[two+i], file[one+i]
		}
		return file
	}},
}

// damageable is a project of some size, closed, as bytes.
func damageable(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "whole.standpoint")
	p, err := store.Create(t.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := storetest.Fill(t.Context(), p, storetest.Size{Articles: 3, Annotations: 30, Body: 6000}); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestADamagedFileIsRefusedOrReadAndWhatIsLeftIsSaved(t *testing.T) {
	cases := store.Cases(t, damageCount, 100)
	whole := damageable(t)
	var opened, sound, saved atomic.Int64
	t.Run("damages", func(t *testing.T) {
		for kind, d := range damages {
			t.Run(d.name, func(t *testing.T) {
				t.Parallel()
				folder := t.TempDir()
				for n := kind; n < cases; n += len(damages) {
					r := rand.New(rand.NewPCG(uint64(n), 3))
					o := damaged(t, filepath.Join(folder, fmt.Sprint(n)), d.do(r, append([]byte{}, whole...)))
					opened.Add(o.opened)
					sound.Add(o.sound)
					saved.Add(o.saved)
				}
			})
		}
	})
	t.Logf("of %d damaged files %d open, %d are sound, and of %d something was saved", cases, opened.Load(), sound.Load(), saved.Load())
	if saved.Load() < int64(cases)*9/10 {
		t.Errorf("only of %d of %d files something was saved", saved.Load(), cases)
	}
}

// outcome counts what came of a damaged file.
type outcome struct{ opened, sound, saved int64 }

// damaged opens a file and recovers what is in it.
func damaged(t *testing.T, name string, file []byte) (o outcome) {
	t.Helper()
	path, out := name+".standpoint", name+"-saved.standpoint"
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	wasOpened, wasSound := tryDamaged(ctx, path)
	if wasOpened {
		o.opened = 1
	}
	if wasSound {
		o.sound = 1
	}
	report, err := store.Recover(ctx, path, out)
	switch code := store.CodeOf(err); {
	case err == nil && report.Changes+report.FromTables == 0:
		t.Errorf("%s: an empty project was saved", name)
	case err == nil:
		o.saved = 1
	case code != store.CodeDamaged:
		t.Errorf("%s: recovering fails without a sentence: %v", name, err)
	}
	if ctx.Err() != nil {
		t.Fatalf("%s: it takes for ever", name)
	}
	for _, f := range []string{path, out} {
		_ = os.Remove(f) // out is not there if nothing was saved
	}
	return o
}

// tryDamaged opens a file, writes to it and checks it. It may be refused with a sentence, and must not panic.
func tryDamaged(ctx context.Context, path string) (opened, sound bool) {
	p, err := store.Open(ctx, path, store.Options{Coder: "Ada"})
	if err != nil {
		return false, false
	}
	for _, read := range []func() error{
		func() error { _, _, err := p.Articles(ctx, store.ArticleQuery{}); return err },
		func() error { _, _, err := p.Positions(ctx, store.PositionQuery{}); return err },
	} {
		_ = read() // may fail
	}
	_, _ = p.Do(ctx, storetest.Titled("Add"), func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Somebody"})
		return err
	})
	report, err := p.Check(ctx, nil)
	_ = p.Close()
	return true, err == nil && report.OK()
}

func TestRecoveringAWholeFileSavesAllOfIt(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityIssue, s.ceasefire.ID) })
	want := look(t, s.Project)
	out := filepath.Join(t.TempDir(), "saved.standpoint")
	report, err := store.Recover(t.Context(), s.Path(), out) // still open: its log counts
	if err != nil {
		t.Fatal(err)
	}
	if report.LostChanges+report.LostTexts+report.BrokenChains+report.FromTables+report.NewerRows != 0 || report.Texts != 1 {
		t.Errorf("of a whole file: %+v", report)
	}
	p := openProject(t, out, store.Options{})
	mustPass(t, p)
	if diff := alike(want, look(t, p)); diff != "" {
		t.Error(diff)
	}
	titles := func(p *store.Project) (list []string) {
		entries, _, err := p.History(t.Context(), store.HistoryQuery{})
		must(t, err)
		for _, e := range entries {
			list = append(list, e.Title.String())
		}
		return list
	}
	if diff := cmp.Diff(titles(s.Project), titles(p)); diff != "" {
		t.Errorf("history (-as it was +saved):\n%s", diff)
	}
	if _, err := store.Recover(t.Context(), s.Path(), out); store.CodeOf(err) != store.CodeExists {
		t.Errorf("recovering over a file: %v", err)
	}
}

func TestWhatTheJournalHasLostIsSavedFromTheTables(t *testing.T) {
	path := closedScene(t)
	tamper(t, path, `DELETE FROM change WHERE entity = 'actor'; VACUUM`)
	out := filepath.Join(t.TempDir(), "saved.standpoint")
	report, err := store.Recover(t.Context(), path, out)
	if err != nil {
		t.Fatal(err)
	}
	if report.FromTables != 3 || report.BrokenChains != 1 || report.LostChanges != 3 {
		t.Errorf("report: %+v", report)
	}
	p := openProject(t, out, store.Options{})
	if rows, _, err := p.Positions(t.Context(), store.PositionQuery{}); err != nil || len(rows) != 1 || rows[0].Group.Name != "Orla Venn" {
		t.Errorf("positions: %+v, %v", rows, err)
	}
}

// A change of a row is lost, and the table still has what it said; an open form is kept too.
func TestWhatTheJournalHasLostOfARowIsSavedFromTheTables(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Correct the title", func(b *store.Batch) error {
		return b.UpdateArticle(s.article.ID, func(a *store.Article) { a.Title, a.Author = "What was lost", "P. Orsk" })
	})
	form := store.Draft{Article: s.article.ID, Key: "annotation", Data: bytes.Repeat([]byte("{} "), 3000)}
	for _, d := range []store.Draft{form, {Key: "actor", Data: []byte("{}")}, {Article: store.NewID(), Key: "stray", Data: []byte("{}")}} {
		must(t, s.SaveDraft(t.Context(), d))
	}
	must(t, s.SetLocal(t.Context(), "window/place", []byte("88")))
	must(t, s.SetLocal(t.Context(), "merge/of the old file", []byte("{}")))
	must(t, s.Close())
	tamper(t, s.Path(), `DELETE FROM change WHERE fields LIKE '%What was lost%'; VACUUM`)
	out := filepath.Join(t.TempDir(), "saved.standpoint")
	report, err := store.Recover(t.Context(), s.Path(), out)
	if err != nil {
		t.Fatal(err)
	}
	if report.NewerRows != 1 || report.FromTables != 0 || report.BrokenChains != 1 || report.Drafts != 2 {
		t.Errorf("report: %+v", report)
	}
	p := openProject(t, out, store.Options{})
	mustPass(t, p)
	a, err := p.Article(t.Context(), s.article.ID)
	if err != nil || a.Title != "What was lost" || a.Author != "P. Orsk" {
		t.Errorf("article: %+v, %v", a, err)
	}
	drafts, err := p.Drafts(t.Context(), s.article.ID)
	if err != nil || len(drafts) != 1 || !bytes.Equal(drafts[0].Data, form.Data) {
		t.Errorf("%d drafts, %v", len(drafts), err)
	}
	for key, want := range map[string]string{"window/place": "88", "merge/of the old file": ""} {
		if got, err := p.Local(t.Context(), key); err != nil || string(got) != want {
			t.Errorf("under %s is kept %q, %v", key, got, err)
		}
	}
}
