package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// writeOver are the ways in which programs put another version into a file that stays where it is.
var writeOver = map[string]func(t *testing.T, path string, other []byte){
	"emptied and filled": func(t *testing.T, path string, other []byte) {
		must(t, os.WriteFile(path, other, 0o600))
	},
	"block by block": func(t *testing.T, path string, other []byte) {
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		must(t, err)
		have := make([]byte, 4096)
		for at := 0; at < len(other); at += len(have) {
			n, _ := f.ReadAt(have, int64(at))
			if block := other[at:min(at+len(have), len(other))]; !bytes.Equal(have[:n], block) {
				_, err := f.WriteAt(block, int64(at))
				must(t, err)
			}
		}
		must(t, errors.Join(f.Truncate(int64(len(other))), f.Close()))
	},
	"keeping its time": func(t *testing.T, path string, other []byte) {
		info, err := os.Stat(path)
		must(t, errors.Join(err, os.WriteFile(path, other, 0o600)))
		must(t, os.Chtimes(path, info.ModTime(), info.ModTime()))
	},
	"cut off": func(t *testing.T, path string, other []byte) {
		must(t, os.Truncate(path, int64(len(other)/2)))
	},
	"emptied": func(t *testing.T, path string, _ []byte) { must(t, os.Truncate(path, 0)) },
}

func TestNothingIsWrittenToAFileThatSomethingHasWrittenOver(t *testing.T) {
	for name, over := range writeOver {
		for _, moved := range []bool{false, true} {
			t.Run(fmt.Sprint(name, ", moved from the log before: ", moved), func(t *testing.T) {
				path := closedScene(t)
				older, err := os.ReadFile(path)
				must(t, err)
				addActors(t, path, "Rhea Solm")
				p, err := store.Open(t.Context(), path, store.Options{Coder: "Ada"})
				must(t, err)
				defer func() { _ = p.Close() }()
				acknowledged := []string{"Rhea Solm"}
				add := func(name string) error {
					_, err := p.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) error {
						_, err := b.AddActor(store.Actor{Name: name})
						return err
					})
					if err == nil {
						acknowledged = append(acknowledged, name)
					}
					return err
				}
				for n := range 10 {
					must(t, add(fmt.Sprint("Before ", n)))
				}
				if moved {
					must(t, p.Checkpoint())
				}
				for range 2 {
					if _, err := p.Look(t.Context()); err != nil {
						t.Fatal("its own work is taken for another's:", err)
					}
				}
				over(t, path, older)
				left := readFile(t, path)
				if _, err := p.Look(t.Context()); store.CodeOf(err) != store.CodeOverwritten {
					t.Errorf("looking tells %v", err)
				}
				for n := range 3 {
					if err := add(fmt.Sprint("After ", n)); store.CodeOf(err) != store.CodeOverwritten {
						t.Errorf("writing tells %v", err)
					}
				}
				kept := filepath.Join(t.TempDir(), "kept.standpoint")
				must(t, p.Backup(t.Context(), kept))
				must(t, p.Close())
				if !bytes.Equal(left, readFile(t, path)) {
					t.Error("closing wrote to the file")
				}
				k := openProject(t, kept, store.Options{Coder: "Ada"})
				mustPass(t, k)
				hasActors(t, k, acknowledged...)
				if name == "cut off" || name == "emptied" {
					return
				}
				again := openProject(t, path, store.Options{Coder: "Ada"})
				if got := warned(again); !slices.Equal(got, []store.Code{store.CodeForeignLog}) && !moved {
					t.Errorf("told of %v", got)
				}
				mustPass(t, again)
				hasNotActors(t, again, acknowledged...)
			})
		}
	}
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	return b
}

// Where SQLite does not have the whole file in memory, what it has, and what the log has, is saved.
func TestOfALargeFileThatWasWrittenOverTheWorkOfTheSessionIsKept(t *testing.T) {
	path := closedScene(t)
	older := readFile(t, path)
	for n := range 40 {
		addActors(t, path, fmt.Sprint("Earlier ", n))
	}
	p, err := store.Open(t.Context(), path, store.Options{Coder: "Ada"})
	must(t, err)
	defer func() { _ = p.Close() }()
	must(t, p.ForgetPages())
	var names []string
	for n := range 50 {
		names = append(names, fmt.Sprint("Session ", n))
		do(t, p, "Add", func(b *store.Batch) error { _, err := b.AddActor(store.Actor{Name: names[n]}); return err })
		if n == 20 {
			must(t, p.Checkpoint())
		}
	}
	must(t, os.WriteFile(path, older, 0o600))
	kept := filepath.Join(t.TempDir(), "kept.standpoint")
	if err := p.Backup(t.Context(), kept); err != nil && store.CodeOf(err) != store.CodeNotWhole {
		t.Fatal(err)
	} else if err == nil {
		t.Log("it was whole")
	}
	k := openProject(t, kept, store.Options{Coder: "Ada"})
	mustPass(t, k)
	hasActors(t, k, names...)
}

// A file whose time alone was set is the one that it was.
func TestATouchedFileIsWrittenToFurther(t *testing.T) {
	s := newScene(t)
	info, err := os.Stat(s.Path())
	must(t, err)
	must(t, os.Chtimes(s.Path(), info.ModTime().AddDate(1, 0, 0), info.ModTime().AddDate(1, 0, 0)))
	if _, err := s.Look(t.Context()); err != nil {
		t.Error(err)
	}
	do(t, s.Project, "Add", func(b *store.Batch) error { _, err := b.AddTag(store.Tag{Name: "check"}); return err })
}

func TestAMovedProjectIsFinishedWhereItIs(t *testing.T) {
	path := closedScene(t)
	p, err := store.Open(t.Context(), path, store.Options{Coder: "Ada"})
	must(t, err)
	do(t, p, "Add", func(b *store.Batch) error { _, err := b.AddActor(store.Actor{Name: "Rhea Solm"}); return err })
	moved := filepath.Join(filepath.Dir(path), "moved.standpoint")
	if err := os.Rename(path, moved); err != nil {
		_ = p.Close()
		t.Skip("an open file cannot be moved here:", err)
	}
	if _, err := store.Open(t.Context(), moved, store.Options{Coder: "Ben"}); store.CodeOf(err) != store.CodeInUse {
		t.Errorf("it is open, and opened under its new name with %v", err)
	}
	must(t, p.Close())
	q := openProject(t, moved, store.Options{Coder: "Ben"})
	if len(q.Warnings()) > 0 {
		t.Errorf("told of %v", q.Warnings())
	}
	hasActors(t, q, "Rhea Solm")
	mustPass(t, q)
}

// The log of the project that has taken the name of one that is open is not removed with that.
func TestTheLogOfAProjectThatTookTheNameStays(t *testing.T) {
	path, other := closedScene(t), closedScene(t)
	crashed(t, other, "Unsaved One")
	p, err := store.Open(t.Context(), path, store.Options{Coder: "Ada"})
	must(t, err)
	do(t, p, "Add", func(b *store.Batch) error { _, err := b.AddActor(store.Actor{Name: "Rhea Solm"}); return err })
	if err := errors.Join(os.Rename(other, path), os.Rename(other+"-wal", path+"-wal")); err != nil {
		_ = p.Close()
		t.Skip("an open file cannot be replaced here:", err)
	}
	if _, err := p.Look(t.Context()); store.CodeOf(err) != store.CodeNotFound {
		t.Errorf("looking tells %v", err)
	}
	must(t, p.Close())
	q := openProject(t, path, store.Options{Coder: "Ada"})
	hasActors(t, q, "Unsaved One")
	mustPass(t, q)
}

func TestAFileWithTwoNamesIsOnlyRead(t *testing.T) {
	path := closedScene(t)
	second := filepath.Join(t.TempDir(), "second.standpoint")
	if err := os.Link(path, second); err != nil {
		t.Skip("no second names here:", err)
	}
	for _, name := range []string{path, second} {
		if _, err := store.Open(t.Context(), name, store.Options{Coder: "Ada"}); store.CodeOf(err) != store.CodeLinked {
			t.Errorf("opened for writing with %v", err)
		}
		p := openProject(t, name, store.Options{ReadOnly: true})
		hasActors(t, p, "Orla Venn")
		must(t, p.Close())
	}
	must(t, os.Remove(second))
	addActors(t, path, "Rhea Solm")
}

func TestAFileIsOpenForWritingUnderOneOfItsNames(t *testing.T) {
	s := newScene(t)
	second := filepath.Join(t.TempDir(), "second.standpoint")
	if err := os.Link(s.Path(), second); err != nil {
		t.Skip("no second names here:", err)
	}
	first := s.Path()
	if err := os.Remove(first); err != nil {
		t.Skip("an open file cannot be removed here:", err)
	}
	for name, open := range map[string]func() error{
		"in this process": func() error {
			_, err := store.Open(t.Context(), second, store.Options{Coder: "Ben"})
			return err
		},
		"in another": func() error { return openElsewhere(t, second) },
	} {
		if err := open(); err == nil || !bytes.Contains([]byte(err.Error()), []byte("open for writing")) {
			t.Errorf("%s it is opened under its second name with %v", name, err)
		}
	}
	must(t, os.Rename(second, first))
}
