package store_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"standpoint/store"
	"standpoint/store/workfolder"
)

// replacingProject names, for a child that is killed, the project in whose place it puts others.
const replacingProject = "STANDPOINT_REPLACING_PROJECT"

// theBackup is the file beside the project from which it is restored, in the folder of its backups.
func theBackup(path string) string {
	return filepath.Join(filepath.Dir(path), "backups", "backup"+store.Extension)
}

// replaceFiles puts an empty project in the place of one, and then a backup, again and again. Its first line says that it begins.
func replaceFiles(path string) error {
	ctx := context.Background()
	fmt.Fprintln(os.Stdout, "begun")
	for {
		p, err := store.CreateInPlace(ctx, path, store.Options{Coder: "Ada"})
		if err != nil {
			return err
		}
		if err := p.Close(); err != nil {
			return err
		}
		if _, err := store.RestoreInPlace(ctx, theBackup(path), path); err != nil {
			return err
		}
	}
}

// Whenever a program dies that puts a new or a restored project in the place of one, there is a whole project of that name: the one or
// the other. What was kept of the former is whole as well, and what else it leaves is swept by the next.
func TestWhatIsPutInThePlaceOfAProjectIsWholeWhenItsMakerIsKilled(t *testing.T) {
	kills := store.Cases(t, killCount, 30)
	r := rand.New(rand.NewPCG(3, uint64(kills)))
	path := closedScene(t)
	must(t, os.Mkdir(filepath.Dir(theBackup(path)), 0o700))
	copyProject(t, path, theBackup(path))
	full := countsOf(t, path)
	left, empty, restored := 0, 0, 0
	for range kills {
		killChild(t, time.Duration(r.IntN(400))*time.Millisecond, func([]byte) {}, replacingProject+"="+path)
		left += len(hidden(t, filepath.Dir(path))) + len(hidden(t, filepath.Dir(theBackup(path))))
		switch countsOf(t, path) {
		case store.Counts{}:
			empty++
		case full:
			restored++
		default:
			t.Errorf("there is a third: %+v", countsOf(t, path))
		}
		for _, folder := range []string{filepath.Dir(path), filepath.Dir(theBackup(path))} {
			workfolder.Sweep(folder, time.Now().Add(2*time.Hour))
			mustHoldProjectsOnly(t, folder, path)
		}
	}
	t.Logf("of %d kills, %d left something hidden; %d left the new project, %d the restored one", kills, left, empty, restored)
	if left == 0 {
		t.Error("the kills do not come amid the replacing")
	}
}

// countsOf checks a project, and says what is in it.
func countsOf(t *testing.T, path string) store.Counts {
	t.Helper()
	p := openProject(t, path, store.Options{Coder: "Ada"})
	defer func() { must(t, p.Close()) }()
	mustPass(t, p)
	for _, w := range p.Warnings() {
		if w.Code == store.CodeLogMissing {
			t.Error(w)
		}
	}
	c, err := p.Counts(t.Context())
	must(t, err)
	return c
}

func hidden(t *testing.T, folder string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, ".*"))
	must(t, err)
	return names
}

// mustHoldProjectsOnly finds nothing in a folder but whole projects and folders. A lock that nobody holds, and a log that was set aside
// and told of, harm nobody.
func mustHoldProjectsOnly(t *testing.T, folder, path string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	for _, e := range entries {
		name := filepath.Join(folder, e.Name())
		switch {
		case e.IsDir() && !strings.HasPrefix(e.Name(), "."), name == path, strings.HasSuffix(name, "-lock"), strings.Contains(e.Name(), "-aside"):
		case strings.HasSuffix(name, store.Extension):
			countsOf(t, name)
			if name != theBackup(path) {
				must(t, os.Remove(name))
			}
		default:
			t.Errorf("%s is there", name)
		}
	}
}

// What may not go stays: a folder of that name, a project that is open, and one whose log holds work.
func TestAProjectIsReplacedByANewOneUnlessSomethingWouldBeLostUnasked(t *testing.T) {
	path := closedScene(t)
	p, err := store.CreateInPlace(t.Context(), path, store.Options{Coder: "Ada"})
	must(t, err)
	if c, err := p.Counts(t.Context()); err != nil || c != (store.Counts{}) {
		t.Errorf("the new project holds %+v, %v", c, err)
	}
	addActor(t, p, "Orla Venn")
	if _, err := store.CreateInPlace(t.Context(), path, store.Options{}); store.CodeOf(err) != store.CodeExists ||
		!strings.Contains(err.Error(), "close it first") {
		t.Errorf("an open project is replaced: %v", err)
	}
	must(t, p.Close())
	must(t, os.WriteFile(path+"-wal", []byte("work"), 0o600))
	if _, err := store.CreateInPlace(t.Context(), path, store.Options{}); store.CodeOf(err) != store.CodeExists {
		t.Errorf("a project with a log is replaced: %v", err)
	}
	must(t, os.Remove(path+"-wal"))
	if c := countsOf(t, path); c.Actors != 1 {
		t.Errorf("it holds %+v", c)
	}
	folder := filepath.Join(t.TempDir(), "full"+store.Extension)
	must(t, errors.Join(os.Mkdir(folder, 0o700), os.WriteFile(filepath.Join(folder, "kept"), []byte("words"), 0o600)))
	if _, err := store.CreateInPlace(t.Context(), folder, store.Options{}); err == nil {
		t.Error("a folder is replaced")
	}
	if kept, err := os.ReadFile(filepath.Join(folder, "kept")); err != nil || string(kept) != "words" {
		t.Errorf("in the folder is %q, %v", kept, err)
	}
}
