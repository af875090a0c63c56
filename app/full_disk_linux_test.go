package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// A project on a full disk is opened to be read, and the window says why; when there is room again, its button opens it for writing. While
// it is open a full disk is told as one, and what was not saved can be done again.
func TestAFullDiskIsToldInTheWindowAndWrittenToAgainWhenThereIsRoom(t *testing.T) {
	storetest.OnSmallDisk(t, workOnSmallDisk)
}

func workOnSmallDisk(t *testing.T, folder string) {
	t.Helper()
	a := newSampleApp(t)
	path := filepath.Join(folder, "harbour.standpoint")
	a.projects.create(path)
	mustDo(t, a.addActor("Rhea Solm"))
	a.projects.setProject(nil)

	ballast := storetest.FillDisk(t, folder)
	a.projects.open(path)
	if said := a.said(); !strings.Contains(said, "The disk with harbour is full, or cannot be written to, so it is open only to be read.") {
		t.Fatalf("said: %s", said)
	}
	if len(a.Names.Actors) != 1 || !a.Project.ReadOnly() || !strings.Contains(a.Window.Title(), "only read") || !a.frame.notice.Visible() {
		t.Errorf("the window, %q, knows %v", a.Window.Title(), a.Names.Actors)
	}
	a.answer(t, true)
	mustDo(t, os.Remove(ballast))
	a.projects.reopen(a.Project)
	if a.Project.ReadOnly() || a.frame.notice.Visible() || a.IsCovered() {
		t.Fatalf("there is room, and the project is only read: %s", a.said())
	}

	storetest.FillDisk(t, folder)
	add := func() (err error) {
		a.Do(storetest.Titled("Add"), func(b *store.Batch) error {
			_, err := b.AddArticle(store.Article{Title: "Harbour talks", Source: "The Varro Courier"}, strings.Repeat(harbour, 200))
			return err
		}, func(e error) { err = e; a.Failed(e) })
		return err
	}
	if err := add(); store.CodeOf(err) != store.CodeNotSaved {
		t.Errorf("saved on a full disk with %v", err)
	}
	if said, status := a.said(), said(a.frame.status); !strings.Contains(said, "is full, so this was not saved") || !strings.Contains(status,
		"not saved") {
		t.Errorf("said %q, status %q", said, status)
	}
	a.answer(t, true)
	mustDo(t, os.Remove(ballast))
	mustDo(t, add())
	a.frame.tell("") // as it lets go of what was done
	if status := said(a.frame.status); strings.Contains(status, "not saved") || !strings.Contains(status, "saved") {
		t.Errorf("there is room again, and the status is %q", status)
	}
}
