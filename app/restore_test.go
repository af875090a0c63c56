package app

import (
	"path/filepath"
	"strings"
	"testing"

	"standpoint/app/picker"
	"standpoint/store"
)

func TestABackupIsRestoredInPlaceAndWhatWasThereIsKept(t *testing.T) {
	a := newHarbour(t)
	a.restoreBackup()
	if !strings.Contains(a.said(), "no automatic backup") {
		t.Errorf("without backups: %s", a.said())
	}
	a.Answer(true)
	if _, err := a.project.BackUpNow(t.Context()); err != nil {
		t.Fatal(err)
	}
	path := a.project.Path()
	a.do("Add", func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Mara Ellin"})
		return err
	}, func(err error) { a.failed(err) })
	a.restoreBackup()
	if !strings.Contains(a.said(), "1 article") {
		t.Errorf("the backups are listed as: %s", a.said())
	}
	a.Answer(true)
	if a.project == nil || a.project.Path() != path || len(a.names.Actors) != 0 || !strings.Contains(a.frame.told, "before restoring") {
		t.Errorf("open is %v with %d actors; told: %s", a.project, len(a.names.Actors), a.frame.told)
	}
}

func TestABackupIsRestoredIntoANewFile(t *testing.T) {
	a := newHarbour(t)
	fake := a.picker.(*picker.Fake)
	folder := t.TempDir()
	fake.Paths = []string{folder, filepath.Join(folder, "apart.standpoint")}
	a.chooseBackupFolder()
	backup, err := a.project.BackUpNow(t.Context())
	if err != nil || filepath.Dir(filepath.Dir(backup)) != folder {
		t.Fatal(backup, err)
	}
	a.restoreFrom(backup, true)
	if a.project.Name() != "apart" {
		t.Errorf("open is %s", a.project.Path())
	}
}
