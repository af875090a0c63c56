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

// makingProject names, for a child that is killed, the project beside which it makes new files.
const makingProject = "STANDPOINT_MAKING_PROJECT"

// makeFiles makes a new project, one of what is left of another, and a backup, again and again. Its first line says that it begins.
func makeFiles(path string) error {
	ctx := context.Background()
	source, err := store.Open(ctx, path, store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	fmt.Fprintln(os.Stdout, "begun")
	for n := 0; ; n++ {
		name := func(what string) string {
			return fmt.Sprintf("%s-%s-%d-%d%s", path, what, os.Getpid(), n, store.Extension)
		}
		p, err := store.Create(ctx, name("new"), store.Options{Coder: "Ada"})
		if err != nil {
			return err
		}
		_, recovering := store.Recover(ctx, path, name("recovered"))
		if err := errors.Join(p.Close(), recovering, source.Backup(ctx, name("backup"))); err != nil {
			return err
		}
	}
}

// What is made has its name when it is whole, whenever its program dies. What that leaves is swept by the next.
func TestWhatIsMadeIsWholeOrHasNoNameWhenItsMakerIsKilled(t *testing.T) {
	kills := store.Cases(t, killCount, 40)
	r := rand.New(rand.NewPCG(2, uint64(kills)))
	path := closedScene(t)
	folder, temporary := filepath.Dir(path), t.TempDir()
	began := inFolder(t, folder)
	left, whole := 0, 0
	for range kills {
		killChild(t, time.Duration(r.IntN(150))*time.Millisecond, func([]byte) {}, makingProject+"="+path, "TMPDIR="+temporary, "TMP="+temporary)
		entries, err := os.ReadDir(folder)
		must(t, err)
		for _, e := range entries {
			name := filepath.Join(folder, e.Name())
			switch {
			case e.Name() == filepath.Base(path):
			case strings.HasPrefix(e.Name(), "."):
				left++
			case strings.HasSuffix(e.Name(), store.Extension):
				whole++
				p := openProject(t, name, store.Options{Coder: "Ada"})
				mustPass(t, p)
				must(t, p.Close())
				must(t, os.Remove(name))
			}
		}
		later := time.Now().Add(2 * time.Hour)
		workfolder.Sweep(folder, later)
		workfolder.Sweep(temporary, later)
		for name := range inFolder(t, folder) { // an unlocked lock, and the log that is looked for, harm nobody
			if began[name] == "" && !strings.HasSuffix(name, "-lock") {
				t.Errorf("after sweeping, %s is there", name)
			}
		}
		for _, in := range []string{folder, temporary} {
			hidden, err := filepath.Glob(filepath.Join(in, ".*"))
			must(t, err)
			if len(hidden) > 0 {
				t.Fatalf("after sweeping, %v are there", hidden)
			}
		}
	}
	t.Logf("of %d kills, %d left something hidden; %d files were whole", kills, left, whole)
	if left == 0 || whole == 0 {
		t.Error("the kills do not come amid the making")
	}
}
