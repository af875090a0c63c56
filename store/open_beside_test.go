package store_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// These tests let a program die with work that is only in the log, and then do to the file what people and synchronising services do.

const (
	crashProject = "STANDPOINT_CRASH_PROJECT"
	crashNames   = "STANDPOINT_CRASH_NAMES" // of the actors to add, one action each, between line ends
)

// crash adds actors, one action each, and dies before the log is moved into the file.
func crash(path string) error {
	ctx := context.Background()
	p, err := store.Open(ctx, path, store.Options{Coder: "Ada"})
	if err != nil {
		return err
	}
	for name := range strings.SplitSeq(os.Getenv(crashNames), "\n") {
		add := func(b *store.Batch) error { _, err := b.AddActor(store.Actor{Name: name}); return err }
		if _, err := p.Do(ctx, storetest.Titled("Add"), add); err != nil {
			return err
		}
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		return err
	}
	return errors.Join(self.Kill(), errors.New("it did not die"))
}

// crashed has a program add the actors and die.
func crashed(t *testing.T, path string, names ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), crashProject+"="+path, crashNames+"="+strings.Join(names, "\n"))
	if said, err := cmd.CombinedOutput(); err == nil || cmd.ProcessState.ExitCode() == 1 {
		t.Fatalf("the child ended by itself: %v, %s", err, said)
	}
	if info, err := os.Stat(path + "-wal"); err != nil || info.Size() == 0 {
		t.Fatalf("the log is not there: %v", err)
	}
}

// addActors adds actors to a closed project.
func addActors(t *testing.T, path string, names ...string) {
	t.Helper()
	p, err := store.Open(t.Context(), path, store.Options{Coder: "Ben"})
	must(t, err)
	for _, name := range names {
		do(t, p, "Add", func(b *store.Batch) error { _, err := b.AddActor(store.Actor{Name: name}); return err })
	}
	must(t, p.Close())
}

func actorNames(t *testing.T, p *store.Project) (names []string) {
	t.Helper()
	list, err := p.Names(t.Context(), store.EntityActor)
	must(t, err)
	for _, n := range list {
		names = append(names, n.Name)
	}
	slices.Sort(names)
	return names
}

// hasActors reports the names among those that are not in the project.
func hasActors(t *testing.T, p *store.Project, names ...string) {
	t.Helper()
	have := actorNames(t, p)
	for _, name := range names {
		if !slices.Contains(have, name) {
			t.Errorf("%s is not among %v", name, have)
		}
	}
}

func hasNotActors(t *testing.T, p *store.Project, names ...string) {
	t.Helper()
	have := actorNames(t, p)
	for _, name := range names {
		if slices.Contains(have, name) {
			t.Errorf("%s is among %v", name, have)
		}
	}
}

// inFolder describes all files of a folder but SQLite's index of a log, which is made anew from it.
func inFolder(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	entries, err := os.ReadDir(folder)
	must(t, err)
	for _, e := range entries {
		if b, err := os.ReadFile(filepath.Join(folder, e.Name())); err == nil && !strings.HasSuffix(e.Name(), "-shm") {
			files[e.Name()] = fmt.Sprintf("%d bytes, %x", len(b), sha256.Sum256(b))
		}
	}
	return files
}

// warned returns the codes of what is told at opening.
func warned(p *store.Project) (codes []store.Code) {
	for _, w := range p.Warnings() {
		codes = append(codes, w.Code)
	}
	return codes
}

// readEverything does to a project all that only reads it.
func readEverything(t *testing.T, path string, want []store.Code, see func(*store.Project)) {
	t.Helper()
	p, err := store.Open(t.Context(), path, store.Options{Coder: "Ada", ReadOnly: true})
	must(t, err)
	if got := warned(p); !slices.Equal(got, want) {
		t.Errorf("told of %v, want %v", got, want)
	}
	see(p)
	report, err := p.Check(t.Context(), nil)
	must(t, err)
	if !report.OK() {
		t.Errorf("read, it is not sound: %v", report.Problems)
	}
	if len(report.Notices) < len(want) {
		t.Errorf("the check tells nothing of it: %v", report.Notices)
	}
	must(t, p.Backup(t.Context(), filepath.Join(t.TempDir(), "backup.standpoint")))
	must(t, p.Close())
	merge(t, newScene(t).Project, path, nil)
}

func TestALogOfAnotherStateIsNeverTakenForTheFiles(t *testing.T) {
	for name, replace := range map[string]func(t *testing.T, path, older string) string{
		"an older copy": func(_ *testing.T, _, older string) string { return older },
		"a copy that went on elsewhere": func(t *testing.T, _, older string) string {
			addActors(t, older, "Else", "Where")
			return older
		},
		"a backup of the very state": func(t *testing.T, path, _ string) string {
			backup := filepath.Join(t.TempDir(), "backup.standpoint")
			must(t, store.Restore(t.Context(), path, backup))
			return backup
		},
		"another project": func(t *testing.T, _, _ string) string { return closedScene(t) },
	} {
		for how, put := range map[string]func(t *testing.T, from, to string){
			"under its name": func(t *testing.T, from, to string) { must(t, os.Rename(from, to)) },
			"over it": func(t *testing.T, from, to string) {
				b, err := os.ReadFile(from)
				must(t, errors.Join(err, os.WriteFile(to, b, 0o600)))
			},
		} {
			t.Run(name+" "+how, func(t *testing.T) {
				path := closedScene(t)
				older := filepath.Join(t.TempDir(), "older.standpoint")
				copyProject(t, path, older)
				addActors(t, path, "Rhea Solm")
				state := filepath.Join(t.TempDir(), "state.standpoint")
				copyProject(t, path, state)
				crashed(t, path, "Unsaved One", "Unsaved Two")
				put(t, replace(t, state, older), path)
				foreignLog(t, path)
			})
		}
	}
}

// foreignLog sees to it that the log beside the file is not taken for the file's, in whatever way that is opened.
func foreignLog(t *testing.T, path string) {
	t.Helper()
	log, err := os.ReadFile(path + "-wal")
	must(t, err)
	before := inFolder(t, filepath.Dir(path))
	foreign := []store.Code{store.CodeForeignLog}
	var names []string
	readEverything(t, path, foreign, func(p *store.Project) { names = actorNames(t, p); hasNotActors(t, p, "Unsaved One") })
	saved := filepath.Join(t.TempDir(), "saved.standpoint")
	r, err := store.Recover(t.Context(), path, saved)
	must(t, err)
	if len(r.ForeignLogs) != 1 || r.LostChanges != 0 || r.BrokenChains != 0 {
		t.Errorf("recovered: %+v", r)
	}
	if after := inFolder(t, filepath.Dir(path)); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Fatalf("reading left %v of %v", after, before)
	}
	p := openProject(t, path, store.Options{Coder: "Ada"})
	if got := warned(p); !slices.Equal(got, foreign) || !strings.Contains(p.Warnings()[0].Error(), path+"-wal-aside") {
		t.Errorf("told of %v", p.Warnings())
	}
	mustPass(t, p)
	if got := actorNames(t, p); !slices.Equal(got, names) {
		t.Errorf("for writing it has %v, to be read %v", got, names)
	}
	do(t, p, "Add", func(b *store.Batch) error { _, err := b.AddActor(store.Actor{Name: "Later"}); return err })
	must(t, p.Close())
	if aside, err := os.ReadFile(path + "-wal-aside"); err != nil || string(aside) != string(log) {
		t.Errorf("the log that was set aside is not what it was: %v", err)
	}
	again := openProject(t, path, store.Options{Coder: "Ada"})
	if len(again.Warnings()) != 0 {
		t.Errorf("told again: %v", again.Warnings())
	}
	hasActors(t, again, "Later")
	mustPass(t, again)
}

func TestALogThatBelongsToTheFileIsReadButOnlyWrittenBackByAWriter(t *testing.T) {
	for name, alter := range map[string]func(t *testing.T, path, before string){
		"as it was left":                  func(*testing.T, string, string) {},
		"the file as it was before":       func(t *testing.T, path, before string) { must(t, os.Rename(before, path)) },
		"moved with its log":              func(*testing.T, string, string) {},
		"without SQLite's index":          func(t *testing.T, path, _ string) { must(t, os.Remove(path+"-shm")) },
		"with a lock of nobody beside it": func(t *testing.T, path, _ string) { must(t, os.WriteFile(path+"-lock", nil, 0o600)) },
	} {
		t.Run(name, func(t *testing.T) {
			path := closedScene(t)
			before := filepath.Join(t.TempDir(), "before.standpoint")
			copyProject(t, path, before)
			crashed(t, path, "Unsaved One", "Unsaved Two")
			alter(t, path, before)
			if name == "moved with its log" {
				to := filepath.Join(t.TempDir(), "moved.standpoint")
				must(t, errors.Join(os.Rename(path, to), os.Rename(path+"-wal", to+"-wal")))
				path = to
			}
			files := inFolder(t, filepath.Dir(path))
			see := func(p *store.Project) { hasActors(t, p, "Unsaved One", "Unsaved Two") }
			readEverything(t, path, nil, see)
			if after := inFolder(t, filepath.Dir(path)); fmt.Sprint(after) != fmt.Sprint(files) {
				t.Fatalf("reading left %v of %v", after, files)
			}
			p := openProject(t, path, store.Options{Coder: "Ada"})
			if len(p.Warnings()) != 0 {
				t.Errorf("told of %v", p.Warnings())
			}
			see(p)
			mustPass(t, p)
		})
	}
}

// What a program has committed since, and what it has moved into the file, is known to it as well after it dies in between.
func TestALogIsKnownAfterACheckpointOfAPartOfIt(t *testing.T) {
	path := closedScene(t)
	p := openProject(t, path, store.Options{Coder: "Ada"})
	add := func(name string) {
		do(t, p, "Add", func(b *store.Batch) error { _, err := b.AddActor(store.Actor{Name: name}); return err })
	}
	add("First")
	release := store.ReadBeside(t, path)
	add("Second")
	must(t, p.Checkpoint()) // moves what the reader does not need any more
	add("Third")
	left := filepath.Join(t.TempDir(), "left.standpoint")
	copyProject(t, path, left)
	copyProject(t, path+"-wal", left+"-wal")
	must(t, release())
	must(t, p.Checkpoint())
	add("Fourth") // in a log that begins anew
	later := filepath.Join(t.TempDir(), "later.standpoint")
	copyProject(t, path, later)
	copyProject(t, path+"-wal", later+"-wal")
	mixed := filepath.Join(t.TempDir(), "mixed.standpoint")
	copyProject(t, left, mixed)
	copyProject(t, path+"-wal", mixed+"-wal")
	for _, path := range []string{left, later} {
		readEverything(t, path, nil, func(p *store.Project) { hasActors(t, p, "First", "Second", "Third") })
	}
	p = openProject(t, mixed, store.Options{ReadOnly: true}) // a file that is half moved is not sound without its log
	if got := warned(p); !slices.Equal(got, []store.Code{store.CodeForeignLog}) {
		t.Errorf("told of %v", got)
	}
}

func TestAProjectWithoutTheLogThatItHadIsToldOf(t *testing.T) {
	path := closedScene(t)
	crashed(t, path, "Unsaved One", "Unsaved Two")
	missing := []store.Code{store.CodeLogMissing}
	renamed := filepath.Join(filepath.Dir(path), "renamed.standpoint")
	must(t, os.Rename(path, renamed))
	copied := filepath.Join(t.TempDir(), "copied.standpoint")
	copyProject(t, renamed, copied)
	files := inFolder(t, filepath.Dir(path))
	readEverything(t, renamed, missing, func(p *store.Project) { hasNotActors(t, p, "Unsaved One") })
	if after := inFolder(t, filepath.Dir(path)); fmt.Sprint(after) != fmt.Sprint(files) {
		t.Fatalf("reading left %v of %v", after, files)
	}
	p := openProject(t, copied, store.Options{Coder: "Ada"})
	if got := warned(p); !slices.Equal(got, missing) || !strings.Contains(p.Warnings()[0].Error(), copied+"-wal") {
		t.Errorf("told of %v", p.Warnings())
	}
	must(t, p.Close())
	if p = openProject(t, copied, store.Options{Coder: "Ada"}); len(p.Warnings()) != 0 {
		t.Errorf("told again: %v", p.Warnings())
	}
	must(t, p.Close())
	copyProject(t, path+"-wal", copied+"-wal") // as the sentence says: nothing was changed until now
	p = openProject(t, copied, store.Options{Coder: "Ada"})
	hasActors(t, p, "Unsaved One", "Unsaved Two")
	must(t, os.Rename(path+"-wal", renamed+"-wal"))
	p = openProject(t, renamed, store.Options{Coder: "Ada"})
	if len(p.Warnings()) != 0 {
		t.Errorf("with its log it is told of %v", p.Warnings())
	}
	hasActors(t, p, "Unsaved One", "Unsaved Two")
	mustPass(t, p)
}

func TestNothingIsMadeBesideALogThatHoldsWork(t *testing.T) {
	path := closedScene(t)
	other := closedScene(t)
	crashed(t, path, "Unsaved One")
	away := filepath.Join(t.TempDir(), "away.standpoint")
	must(t, os.Rename(path, away))
	files := inFolder(t, filepath.Dir(path))
	for name, attempt := range map[string]func() error{
		"new": func() error {
			p, err := store.Create(t.Context(), path, store.Options{})
			if p != nil {
				_ = p.Close()
			}
			return err
		},
		"a backup":   func() error { return newScene(t).Backup(t.Context(), path) },
		"a restore":  func() error { return store.Restore(t.Context(), other, path) },
		"a recovery": func() error { _, err := store.Recover(t.Context(), other, path); return err },
	} {
		if err := attempt(); store.CodeOf(err) != store.CodeExists || !strings.Contains(err.Error(), path+"-wal") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if after := inFolder(t, filepath.Dir(path)); fmt.Sprint(after) != fmt.Sprint(files) {
		t.Fatalf("left %v of %v", after, files)
	}
	must(t, os.Rename(away, path))
	hasActors(t, openProject(t, path, store.Options{Coder: "Ada"}), "Unsaved One")
}

const elsewhereProject = "STANDPOINT_ELSEWHERE_PROJECT"

// openAndClose opens a project for writing.
func openAndClose(path string) error {
	p, err := store.Open(context.Background(), path, store.Options{Coder: "Ben"})
	if err != nil {
		return err
	}
	return p.Close()
}

// openElsewhere opens a project for writing in another process, and returns what that says.
func openElsewhere(t *testing.T, path string) error {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), elsewhereProject+"="+path)
	said, err := cmd.CombinedOutput()
	if err != nil {
		return errors.New(string(said))
	}
	return nil
}
