package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/app/picker"
	"standpoint/store"
	"standpoint/store/storetest"
)

func TestASecondWindowReadsAndFollows(t *testing.T) {
	first := newHarbour(t)
	second := newTestApp(t)
	second.projects.open(first.Project.Path())
	if !second.Project.ReadOnly() || !strings.Contains(second.said(), "only to be read") || !strings.Contains(second.Window.Title(),
		"only read") {
		t.Fatalf("the second window says %q, its title is %q", second.said(), second.Window.Title())
	}
	second.projects.watch.look()
	first.Do(storetest.Titled("Add"), func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Mara Ellin"})
		return err
	}, func(err error) { first.Failed(err) })
	second.projects.watch.look()
	if len(second.Names.Actors) != 1 || !strings.Contains(second.frame.told, "Another window") {
		t.Errorf("the second window knows %v and tells %q", second.Names.Actors, second.frame.told)
	}
	second.answer(t, true)
	second.projects.reopen(second.Project)
	if second.Project == nil || !second.Project.ReadOnly() || !second.frame.notice.Visible() {
		t.Fatal("the second window writes beside the first, or does not say that it only reads")
	}
	second.answer(t, true)
	first.projects.setProject(nil)
	second.projects.reopen(second.Project)
	if second.Project.ReadOnly() || second.frame.notice.Visible() {
		t.Error("the second window does not write, though the first is closed")
	}
}

func TestAFileThatIsGoneIsToldOnceAndWhatIsOpenCanBeKept(t *testing.T) {
	a := newHarbour(t)
	path := a.Project.Path()
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		a.projects.watch.look()
	}
	if !strings.Contains(a.said(), "moved, deleted or replaced") {
		t.Fatalf("said: %s", a.said())
	}
	if a.answer(t, true); a.IsCovered() {
		t.Errorf("said as well: %s", a.said())
	}
	a.link(t, "Norvia", "Norvia", store.ActorState)
	if !a.articles.Editing() {
		t.Error("the form that could not be saved is gone")
	}
	kept := filepath.Join(t.TempDir(), "kept.standpoint")
	a.Picker.(*picker.Fake).Paths = []string{kept}
	a.backups.backUp()
	p, err := store.Open(t.Context(), kept, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if c, err := p.Counts(t.Context()); err != nil || c.Articles != 1 {
		t.Errorf("kept: %+v, %v", c, err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was made in place of the one that is gone")
	}
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	a.projects.watch.look()
	if !strings.Contains(a.frame.told, "back") {
		t.Errorf("told: %q", a.frame.told)
	}
}
