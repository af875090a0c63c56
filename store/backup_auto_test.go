package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"standpoint/store"
)

// dated is a project whose clock the test sets.
func dated(t *testing.T) (*store.Project, *time.Time) {
	t.Helper()
	now := time.Date(2031, 5, 16, 12, 0, 0, 0, time.UTC)
	p, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "talks.standpoint"), store.Options{
		Coder: "Ada", Now: func() time.Time { return now },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p, &now
}

func addActor(t *testing.T, p *store.Project, name string) {
	t.Helper()
	do(t, p, "Add "+name, func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: name})
		return err
	})
}

func TestABackupIsMadeOnceADayIfSomethingChanged(t *testing.T) {
	p, now := dated(t)
	due := func(want bool) {
		t.Helper()
		path, err := p.BackUpIfDue(t.Context())
		if err != nil || (path != "") != want {
			t.Errorf("on %v: backup %q, %v", now, path, err)
		}
	}
	due(false) // there is nothing yet
	addActor(t, p, "Orla Venn")
	due(false) // it is from today
	*now = now.Add(25 * time.Hour)
	due(true)
	addActor(t, p, "Dorin Kasvel")
	*now = now.Add(23 * time.Hour)
	due(false)
	*now = now.Add(2 * time.Hour)
	due(true)
	*now = now.Add(48 * time.Hour)
	due(false) // nothing has changed
	list, err := p.Backups(t.Context())
	if err != nil || len(list) != 2 || list[0].Counts.Actors != 2 || list[1].Counts.Actors != 1 || list[0].Size == 0 {
		t.Errorf("backups: %+v, %v", list, err)
	}
	info, err := os.Stat(filepath.Dir(list[0].Path))
	if err != nil || info.Mode().Perm() != 0o700 || !strings.HasSuffix(filepath.Dir(list[0].Path), "talks backups") {
		t.Errorf("the folder is %v, %v", info, err)
	}
}

func TestTheLastTenBackupsAndOneAMonthAreKept(t *testing.T) {
	p, now := dated(t)
	folder := t.TempDir()
	if err := p.SetBackupFolder(t.Context(), folder); err != nil {
		t.Fatal(err)
	}
	folder, err := p.BackupFolder(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(folder, "my own.standpoint")
	if err := os.WriteFile(other, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for day := range 75 { // from the middle of May to the end of July
		addActor(t, p, fmt.Sprint("Actor ", day))
		if day%5 == 0 || day > 60 {
			if _, err := p.BackUpNow(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		*now = now.Add(24 * time.Hour)
	}
	list, err := p.Backups(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for _, b := range list {
		kept = append(kept, b.At.Format("01-02"))
	}
	want := "07-29 07-28 07-27 07-26 07-25 07-24 07-23 07-22 07-21 07-20 06-30 05-31"
	if got := strings.Join(kept, " "); got != want {
		t.Errorf("kept are %s, should be %s", got, want)
	}
	if _, err := os.Stat(other); err != nil {
		t.Error("a file that is no backup is gone")
	}
}

func TestProjectsOfOneNameKeepTheirBackupsApart(t *testing.T) {
	folder := t.TempDir()
	one, _ := dated(t)
	two, now := dated(t)
	for _, p := range []*store.Project{one, two} {
		if err := p.SetBackupFolder(t.Context(), folder); err != nil {
			t.Fatal(err)
		}
		addActor(t, p, "Orla Venn")
	}
	first, err := one.BackUpNow(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for range 12 {
		*now = now.Add(24 * time.Hour)
		addActor(t, two, now.String())
		if _, err := two.BackUpNow(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	list, err := one.Backups(t.Context())
	if err != nil || len(list) != 1 || list[0].Path != first {
		t.Errorf("of the first project are listed %+v, %v", list, err)
	}
	if !strings.HasPrefix(first, folder+string(filepath.Separator)) {
		t.Errorf("the backup lies in %s", first)
	}
}

func TestABackupIsRestoredIntoAFileOrInPlace(t *testing.T) {
	s := newScene(t)
	want := look(t, s.Project)
	backup, err := s.BackUpNow(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	addActor(t, s.Project, "Dorin Kasvel")
	dest := filepath.Join(t.TempDir(), "restored.standpoint")
	if err := store.Restore(t.Context(), backup, dest); err != nil {
		t.Fatal(err)
	}
	restored := openProject(t, dest, store.Options{Coder: "Ada"})
	if diff := alike(want, look(t, restored)); diff != "" {
		t.Error(diff)
	}
	if _, err := store.RestoreInPlace(t.Context(), backup, s.Path()); store.CodeOf(err) != store.CodeInUse {
		t.Errorf("restoring in place of an open project: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	kept, err := store.RestoreInPlace(t.Context(), backup, s.Path())
	if err != nil {
		t.Fatal(err)
	}
	p := openProject(t, s.Path(), store.Options{Coder: "Ada"})
	if diff := alike(want, look(t, p)); diff != "" {
		t.Error(diff)
	}
	before := openProject(t, kept, store.Options{ReadOnly: true})
	if c, err := before.Counts(t.Context()); err != nil || c.Actors != want.Counts.Actors+1 {
		t.Errorf("kept is %+v, %v", c, err)
	}
	list, err := p.Backups(t.Context())
	if err != nil || !slices.ContainsFunc(list, func(b store.BackupFile) bool {
		return b.Before && b.Path == kept && b.Counts.Actors == want.Counts.Actors+1
	}) {
		t.Errorf("what was there before is not listed: %+v, %v", list, err)
	}
	// A copy that was restored is no fork: what both do from here on can be merged.
	addActor(t, p, "Ilse Varonne")
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	addActor(t, restored, "Anselm Orde")
	merge(t, restored, p.Path(), nil)
	merge(t, restored, kept, nil)
	mustPass(t, restored)
	if c, err := restored.Counts(t.Context()); err != nil || c.Actors != want.Counts.Actors+3 {
		t.Errorf("merged there are %d actors, %v", c.Actors, err)
	}
}

func TestADamagedProjectIsReplacedByItsBackup(t *testing.T) {
	s := newScene(t)
	backup, err := s.BackUpNow(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.Path(), []byte("not a database any more"), 0o600); err != nil {
		t.Fatal(err)
	}
	kept, err := store.RestoreInPlace(t.Context(), backup, s.Path())
	if err != nil {
		t.Fatal(err)
	}
	mustPass(t, openProject(t, s.Path(), store.Options{}))
	if was, err := os.ReadFile(kept); err != nil || string(was) != "not a database any more" {
		t.Errorf("kept is %q, %v", was, err)
	}
}
