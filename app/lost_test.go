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

func mustDo(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (a *App) addActor(name string) (err error) {
	a.Do(storetest.Titled("Add"), func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: name})
		return err
	}, func(e error) { err = e; a.Failed(e) })
	return err
}

func TestAFileThatWasWrittenOverIsToldAndWhatIsOpenIsKeptByAButton(t *testing.T) {
	a := newHarbour(t)
	path := a.Project.Path()
	a.projects.setProject(nil)
	older, err := os.ReadFile(path)
	mustDo(t, err)
	a.projects.open(path)
	mustDo(t, a.addActor("Rhea Solm"))
	a.projects.setProject(nil)
	a.projects.open(path)
	mustDo(t, os.WriteFile(path, older, 0o600))
	for range 2 {
		a.projects.watch.look()
	}
	if !strings.Contains(a.said(), "written over") {
		t.Fatalf("said: %s", a.said())
	}
	if a.answer(t, true); a.IsCovered() {
		t.Errorf("said as well: %s", a.said())
	}
	if !a.frame.notice.Visible() || !strings.Contains(said(a.frame.status), "not saved") {
		t.Errorf("notice %v, status %q", a.frame.notice.Visible(), said(a.frame.status))
	}
	if err := a.addActor("Mara Ellin"); store.CodeOf(err) != store.CodeOverwritten {
		t.Errorf("written with %v", err)
	}
	a.answer(t, true)
	kept := filepath.Join(t.TempDir(), "kept.standpoint")
	a.Picker.(*picker.Fake).Paths = []string{kept}
	a.backups.backUp()
	a.projects.setProject(nil)
	if now, err := os.ReadFile(path); err != nil || string(now) != string(older) {
		t.Errorf("something was written to the file: %v", err)
	}
	a.projects.open(kept)
	if len(a.Names.Actors) != 1 || a.frame.notice.Visible() {
		t.Errorf("kept: %v", a.Names.Actors)
	}
}

func TestWhileAnotherProgramHoldsTheFileNothingIsSaidToBeSavedAndItCanBeTriedAgain(t *testing.T) {
	a := newHarbour(t)
	mustDo(t, a.addActor("Rhea Solm"))
	letGo := storetest.Hold(t, a.Project.Path(), "BEGIN IMMEDIATE")
	mustDo(t, a.addActor("Mara Ellin")) // it is not refused yet
	if !strings.Contains(a.said(), "Another program is writing to") || strings.Contains(a.said(), "(5)") {
		t.Fatalf("said: %s", a.said())
	}
	if left := said(a.frame.status); !strings.Contains(left, "not saved") {
		t.Errorf("status %q", left)
	}
	letGo()
	a.answer(t, true)
	a.frame.tell("") // as it lets go of what was done
	if left := said(a.frame.status); len(a.Names.Actors) != 2 || !strings.Contains(left, "saved") || strings.Contains(left, "not saved") {
		t.Errorf("tried again: %v, status %q", a.Names.Actors, left)
	}
}

func TestAProjectThatAnotherProgramHoldsIsOpenedWhenItIsTriedAgain(t *testing.T) {
	a := newHarbour(t)
	path := a.Project.Path()
	a.projects.setProject(nil)
	letGo := storetest.Hold(t, path, "BEGIN EXCLUSIVE")
	a.projects.open(path)
	if !strings.Contains(a.said(), "Another program holds") || strings.Contains(a.said(), "(5)") || a.Project != nil {
		t.Fatalf("said: %s", a.said())
	}
	letGo()
	a.answer(t, true)
	if a.Project == nil || a.Project.ReadOnly() {
		t.Error("it is not open")
	}
}

func TestAFileWithTwoNamesIsOpenedToBeRead(t *testing.T) {
	a := newHarbour(t)
	path := a.Project.Path()
	a.projects.setProject(nil)
	if err := os.Link(path, path+"-second"); err != nil {
		t.Skip("no second names here:", err)
	}
	a.projects.open(path)
	if a.Project == nil || !a.Project.ReadOnly() || !strings.Contains(a.said(), "2 names") {
		t.Errorf("said: %s", a.said())
	}
}

func TestWhatIsWrongWithTheLogIsToldAtOpening(t *testing.T) {
	a := newHarbour(t)
	path := a.Project.Path()
	mustDo(t, a.addActor("Rhea Solm"))
	copied := filepath.Join(t.TempDir(), "copied.standpoint")
	b, err := os.ReadFile(path)
	mustDo(t, err)
	mustDo(t, os.WriteFile(copied, b, 0o600))
	a.projects.open(copied)
	if !strings.Contains(a.said(), "what was recorded last may be missing") {
		t.Errorf("said: %s", a.said())
	}
}

// The analyst agreed that the file goes. It goes only once there is a new one.
func TestAProjectIsNotReplacedByANewOneThatCannotBeMade(t *testing.T) {
	a := newHarbour(t)
	path := filepath.Join(t.TempDir(), "held.standpoint")
	mustDo(t, os.WriteFile(path, []byte("mine"), 0o600))
	mustDo(t, os.WriteFile(path+"-wal", []byte("work"), 0o600))
	a.projects.create(path)
	if b, err := os.ReadFile(path); err != nil || string(b) != "mine" || !strings.Contains(a.said(), "-wal") {
		t.Errorf("%q, %v; said: %s", b, err, a.said())
	}
	mustDo(t, os.Remove(path+"-wal"))
	a.answer(t, true)
	a.projects.create(path)
	if a.Project.Path() != path {
		t.Errorf("said: %s", a.said())
	}
}
