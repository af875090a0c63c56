package app

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/app/picker"
	"standpoint/store"
	"standpoint/store/storetest"
)

// otherCopy copies the open project's file, and works on the copy as Ben.
func (a *App) otherCopy(t *testing.T, work func(*store.Batch) error) string {
	t.Helper()
	path := a.Project.Path()
	a.projects.setProject(nil)
	other := filepath.Join(t.TempDir(), "other.standpoint")
	in, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(other)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	a.projects.open(path)
	p, err := store.Open(t.Context(), other, store.Options{Coder: "Ben"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Do(t.Context(), storetest.Titled("Work"), work); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return other
}

func TestAnotherCopyIsMergedChosenFromTakenBackAndJoined(t *testing.T) {
	a := newHarbour(t)
	article := a.articles.Article().ID
	add := func(name string) func(b *store.Batch) error {
		return func(b *store.Batch) error {
			if _, err := b.AddActor(store.Actor{Name: name}); err != nil {
				return err
			}
			return b.UpdateArticle(article, func(a *store.Article) { a.Section = "Trade" })
		}
	}
	other := a.otherCopy(t, add("Mara Ellin"))
	a.Do(storetest.Titled("Add"), func(b *store.Batch) error {
		if _, err := b.AddActor(store.Actor{Name: "mara ellin"}); err != nil {
			return err
		}
		return b.UpdateArticle(article, func(a *store.Article) { a.Section = "Ports" })
	}, func(err error) { a.Failed(err) })

	fake := a.Picker.(*picker.Fake)
	fake.Paths = []string{other}
	a.merges.mergeProject()
	for _, want := range []string{"1 actor by Ben", "here\u00a0· Ports", "Harbour talks · section"} {
		if !strings.Contains(a.said(), want) {
			t.Errorf("the plan does not say %q: %s", want, a.said())
		}
	}
	a.answer(t, true)
	if said := a.frame.told; !strings.Contains(said, "merged") {
		t.Errorf("told: %q", said)
	}
	if !strings.Contains(a.said(), "share a name") {
		t.Fatalf("joining is not offered: %s", a.said())
	}
	a.answer(t, true)
	if len(a.Names.Actors) != 1 {
		t.Errorf("%d actors after joining", len(a.Names.Actors))
	}
	a.edits.undo()
	a.merges.takeBackMerge()
	a.answer(t, true)
	if got := len(a.Names.Actors); got != 1 {
		t.Errorf("%d actors after taking the merge back", got)
	}
	a.merges.takeBackMerge()
	if a.IsCovered() {
		t.Error("a second merge is offered to be taken back")
	}
}
