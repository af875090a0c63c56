package store_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"modernc.org/sqlite"

	"standpoint/store"
	"standpoint/store/storetest"
)

func TestOnlyProjectsAreOpened(t *testing.T) {
	folder := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	other := filepath.Join(folder, "other.db")
	tamper(t, other, `CREATE TABLE accounts (id INTEGER)`)
	altered := func(script string) string {
		path := closedScene(t)
		tamper(t, path, script)
		return path
	}
	tests := []struct {
		name, path string
		want       store.Code
	}{
		{"a file that is not there", filepath.Join(folder, "none.standpoint"), store.CodeNotFound},
		{"a folder", folder, store.CodeNotProject},
		{"an empty file", write("empty.standpoint", ""), store.CodeNotProject},
		{"a text", write("text.standpoint", strings.Repeat("Not a database. ", 100)), store.CodeNotProject},
		{"another program's database", other, store.CodeNotProject},
		{"a later format", altered(`PRAGMA user_version = 1000`), store.CodeNewerSchema},
		{"a trigger", altered(`CREATE TRIGGER hook AFTER INSERT ON change BEGIN DELETE FROM change; END`), store.CodeNotProject},
		{"a view", altered(`CREATE VIEW mine AS SELECT * FROM change`), store.CodeNotProject},
		{"a missing table", altered(`DROP TABLE action`), store.CodeDamaged},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := store.Open(t.Context(), tt.path, store.Options{})
			if err == nil {
				t.Cleanup(func() { _ = p.Close() })
			}
			if got := store.CodeOf(err); got != tt.want {
				t.Fatalf("got %q (%v), want %q", got, err, tt.want)
			}
			if !strings.Contains(err.Error(), tt.path) {
				t.Errorf("the sentence does not name the file: %v", err)
			}
		})
	}
}

func TestCreateLeavesAnExistingFileAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.standpoint")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Create(t.Context(), path, store.Options{}); store.CodeOf(err) != store.CodeExists {
		t.Errorf("got %v", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "mine" {
		t.Errorf("the file now holds %q, %v", b, err)
	}
}

func TestAProjectIsReadableByItsOwnerOnly(t *testing.T) {
	info, err := os.Stat(newProject(t).Path())
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm()&0o077 != 0 {
		t.Errorf("mode is %v", info.Mode())
	}
}

func TestOneWritesWhileOthersRead(t *testing.T) {
	s := newScene(t)
	if _, err := store.Open(t.Context(), s.Path(), store.Options{}); store.CodeOf(err) != store.CodeInUse {
		t.Fatalf("a second writer got %v", err)
	}
	reader := openProject(t, s.Path(), store.Options{ReadOnly: true})
	_, err := reader.Do(t.Context(), storetest.Titled("Write"), func(*store.Batch) error { return nil })
	if store.CodeOf(err) != store.CodeReadOnly {
		t.Errorf("a reader that writes got %v", err)
	}
	do(t, s.Project, "Add actor", func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Borduria", Kind: store.ActorState})
		return err
	})
	names, err := reader.Names(t.Context(), store.EntityActor)
	if err != nil || len(names) != 4 {
		t.Errorf("the reader sees %v, %v", names, err)
	}
}

func TestClosingFreesTheProject(t *testing.T) {
	path := closedScene(t)
	if _, err := os.Stat(path + "-lock"); !os.IsNotExist(err) {
		t.Errorf("a lock is left behind: %v", err)
	}
	p, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Error(err)
	}
	if err := p.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
}

func TestALockLeftByACrashHoldsNobodyUp(t *testing.T) {
	path := closedScene(t)
	if err := os.WriteFile(path+"-lock", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	openProject(t, path, store.Options{})
}

func TestAReadOnlyFolderIsReadFromACopy(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	path := closedScene(t)
	folder := filepath.Dir(path)
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o700) })
	p, err := store.Open(t.Context(), path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if c, err := p.Counts(t.Context()); err != nil || c.Positions != 1 {
		t.Errorf("got %+v, %v", c, err)
	}
	if err := p.Close(); err != nil {
		t.Error(err)
	}
}

func TestAFileThatWasMovedAwayIsNotedBeforeAnythingIsLost(t *testing.T) {
	s := newScene(t)
	aside := s.Path() + ".aside"
	if err := os.Rename(s.Path(), aside); err != nil {
		t.Skipf("an open file cannot be moved here: %v", err)
	}
	add := func() error {
		add := func(b *store.Batch) error { _, err := b.AddTag(store.Tag{Name: "check"}); return err }
		_, err := s.Do(t.Context(), storetest.Titled("Add tag"), add)
		return err
	}
	if err := add(); err == nil || !strings.Contains(err.Error(), s.Path()) {
		t.Errorf("got %v", err)
	}
	if err := os.Rename(aside, s.Path()); err != nil {
		t.Fatal(err)
	}
	if err := add(); err != nil {
		t.Errorf("after putting it back: %v", err)
	}
}

func TestLocksOutliveAnotherReaderOfTheFile(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("locks that belong to the open file are Linux's")
	}
	s := newScene(t)
	f, err := os.Open(s.Path()) // as a file dialog does
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if !sqlite.OFDLockingEnabled() {
		t.Error("SQLite's locks belong to the process, and are gone now")
	}
}
