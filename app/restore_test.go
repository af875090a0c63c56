package app

import (
	"path/filepath"
	"strings"
	"testing"

	"standpoint/app/picker"
	"standpoint/store"
	"standpoint/store/storetest"
)

func TestABackupIsRestoredInPlaceAndWhatWasThereIsKept(t *testing.T) {
	a := newHarbour(t)
	a.backups.restoreBackup()
	if !strings.Contains(a.said(), "no automatic backup") {
		t.Errorf("without backups: %s", a.said())
	}
	a.answer(t, true)
	if _, err := a.Project.BackUpNow(t.Context()); err != nil {
		t.Fatal(err)
	}
	path := a.Project.Path()
	a.Do(storetest.Titled("Add"), func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Mara Ellin"})
		return err
	}, func(err error) { a.Failed(err) })
	a.backups.restoreBackup()
	if !strings.Contains(a.said(), "1 article") {
		t.Errorf("the backups are listed as: %s", a.said())
	}
	a.answer(t, true)
	if a.Project == nil || a.Project.Path() != path || len(a.Names.Actors) != 0 || !strings.Contains(a.frame.told, "before restoring") {
		t.Errorf("open is %v with %d actors; told: %s", a.Project, len(a.Names.Actors), a.frame.told)
	}
}

func TestABackupIsRestoredIntoANewFile(t *testing.T) {
	a := newHarbour(t)
	fake := a.Picker.(*picker.Fake)
	folder := t.TempDir()
	fake.Paths = []string{folder, filepath.Join(folder, "apart.standpoint")}
	a.backups.chooseBackupFolder()
	backup, err := a.Project.BackUpNow(t.Context())
	if err != nil || filepath.Dir(filepath.Dir(backup)) != folder {
		t.Fatal(backup, err)
	}
	a.backups.restoreFrom(backup, true)
	if a.Project.Name() != "apart" {
		t.Errorf("open is %s", a.Project.Path())
	}
}
