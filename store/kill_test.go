package store_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"standpoint/store"
	"standpoint/store/storetest"
)

// These tests kill a child process, again and again, in the middle of its work on one project, and look at what it left.

// The child is this test program with these variables set. Others of its kind are among the children, too.
const (
	childProject = "STANDPOINT_KILL_PROJECT"
	childSeed    = "STANDPOINT_KILL_SEED"
	killCount    = "STANDPOINT_KILLS" // how often, in the long form
)

// children are what this program does instead of testing when a variable names a project.
var children = map[string]func(path string) error{
	childProject: work, fullProject: fillDisk, crashProject: crash,
	elsewhereProject: openAndClose, lookingProject: lookOften, makingProject: makeFiles, replacingProject: replaceFiles,
}

func TestMain(m *testing.M) {
	for variable, do := range children {
		if path := os.Getenv(variable); path != "" {
			if err := do(path); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			os.Exit(0)
		}
	}
	os.Exit(m.Run())
}

// done is what the child says, as a line of JSON, once something is on disk.
type done struct {
	Actors  []store.ID // of one batch
	Deleted store.ID
	Undone  bool   // the last batch was taken back, or brought back
	Copy    string // a backup that is complete
}

// work does one thing after another, and says each when it is done. It never ends by itself.
func work(path string) error {
	seed, err := strconv.ParseUint(os.Getenv(childSeed), 10, 64)
	if err != nil {
		return err
	}
	ctx := context.Background()
	p, err := store.Open(ctx, path, store.Options{Coder: "Ada"})
	if err != nil {
		return err
	}
	w := worker{project: p, random: rand.New(rand.NewPCG(seed, 7)), seed: seed}
	steps := []func(context.Context) (done, error){w.add, w.add, w.add, w.annotate, w.remove, w.undo, w.backup, w.merge, w.long, w.migrate}
	for {
		said, err := steps[w.random.IntN(len(steps))](ctx)
		if err != nil {
			return err
		}
		if err := json.NewEncoder(os.Stdout).Encode(said); err != nil {
			return err
		}
	}
}

type worker struct {
	project *store.Project
	random  *rand.Rand
	seed    uint64
	step    int
	last    []store.ID
}

// addActors adds a few actors in one batch: all of them are there or none.
func (w *worker) addActors(b *store.Batch) ([]store.ID, error) {
	var ids []store.ID
	for range 1 + w.random.IntN(6) {
		a, err := b.AddActor(store.Actor{Name: storetest.Name(w.random)})
		if err != nil {
			return nil, err
		}
		ids = append(ids, a.ID)
	}
	return ids, nil
}

func (w *worker) add(ctx context.Context) (d done, err error) {
	_, err = w.project.Do(ctx, storetest.Titled("Add actors"), func(b *store.Batch) error {
		d.Actors, err = w.addActors(b)
		return err
	})
	w.last = d.Actors
	return d, err
}

func (w *worker) annotate(ctx context.Context) (done, error) {
	_, err := storetest.Fill(ctx, w.project, storetest.Size{Articles: 1, Annotations: 10, Actors: 2, Issues: 2, Seed: w.random.Uint64()})
	return done{}, err
}

func (w *worker) remove(ctx context.Context) (done, error) {
	if len(w.last) == 0 {
		return done{}, nil
	}
	id := w.last[0]
	w.last = w.last[1:]
	_, err := w.project.Do(ctx, storetest.Titled("Delete"), func(b *store.Batch) error { return b.Delete(store.EntityActor, id) })
	return done{Deleted: id}, err
}

func (w *worker) undo(ctx context.Context) (done, error) {
	take := w.project.Undo
	if w.random.IntN(2) == 0 {
		take = w.project.Redo
	}
	_, err := take(ctx)
	return done{Undone: true}, err
}

func (w *worker) beside(what string) string {
	w.step++
	return filepath.Join(filepath.Dir(w.project.Path()), fmt.Sprintf("%s-%d-%d%s", what, w.seed, w.step, store.Extension))
}

func (w *worker) backup(ctx context.Context) (done, error) {
	path := w.beside("backup")
	return done{Copy: path}, w.project.Backup(ctx, path)
}

// merge works on a backup and brings that in.
func (w *worker) merge(ctx context.Context) (d done, err error) {
	path := w.beside("other")
	if err := w.project.Backup(ctx, path); err != nil {
		return d, err
	}
	other, err := store.Open(ctx, path, store.Options{Coder: "Ben"})
	if err != nil {
		return d, err
	}
	_, err = other.Do(ctx, storetest.Titled("Add actors"), func(b *store.Batch) error {
		d.Actors, err = w.addActors(b)
		return err
	})
	if err := errors.Join(err, other.Close()); err != nil {
		return d, err
	}
	_, err = tryMerge(ctx, w.project, path, nil)
	return d, errors.Join(err, os.Remove(path))
}

// migrate opens the project anew, as if it were of an earlier format.
func (w *worker) migrate(ctx context.Context) (done, error) {
	path := w.project.Path()
	if err := w.project.Close(); err != nil {
		return done{}, err
	}
	err := makeEarlier(path)
	if err != nil {
		return done{}, err
	}
	w.project, err = store.Open(ctx, path, store.Options{Coder: "Ada"})
	return done{}, err
}

// long is an action of several batches.
func (w *worker) long(ctx context.Context) (d done, err error) {
	action := w.project.Begin(storetest.Titled("Import"))
	for range 3 {
		err := action.Batch(ctx, func(b *store.Batch) error {
			ids, err := w.addActors(b)
			d.Actors = append(d.Actors, ids...)
			return err
		})
		if err != nil {
			return d, err
		}
	}
	return d, nil
}

func TestWhatWasDoneSurvivesBeingKilled(t *testing.T) {
	kills := store.Cases(t, killCount, 60)
	const perProject = 20 // so that projects stay small, and opening them quick
	r := rand.New(rand.NewPCG(1, uint64(kills)))
	for n := 0; n < kills; n += perProject {
		t.Run(fmt.Sprint("project ", n/perProject), func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "killed.standpoint")
			p, err := store.Create(t.Context(), path, store.Options{Coder: "Ada"})
			if err != nil {
				t.Fatal(err)
			}
			if err := p.Close(); err != nil {
				t.Fatal(err)
			}
			k := killed{path: path, known: map[store.ID]bool{}, removed: map[store.ID]bool{}}
			for i := range min(perProject, kills-n) {
				k.kill(t, uint64(n+i), time.Duration(r.IntN(120))*time.Millisecond)
			}
		})
	}
}

// killed is a project whose writer is killed, and what that said was done.
type killed struct {
	path           string
	known, removed map[store.ID]bool
	uncertain      bool // something was undone: what is shown cannot be told from what was said
}

// kill lets a child work for a while, kills it, and looks at what is in the file.
func (k *killed) kill(t *testing.T, seed uint64, after time.Duration) {
	t.Helper()
	killChild(t, after, func(line []byte) { k.note(t, line) }, childProject+"="+k.path, childSeed+"="+fmt.Sprint(seed))
	k.look(t)
}

// killChild lets a child with these variables work for a while after its first line, and kills it.
func killChild(t *testing.T, after time.Duration, note func(line []byte), variables ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), variables...)
	said, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(said)
	first, err := lines.ReadBytes('\n') // it is at work now
	if err == nil {
		note(first)
		time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	}
	for err == nil {
		var line []byte
		if line, err = lines.ReadBytes('\n'); err == nil {
			note(line)
		}
	}
	if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() >= 0 {
		t.Fatalf("the child ended by itself: %v", cmd.ProcessState)
	}
}

func (k *killed) note(t *testing.T, line []byte) {
	t.Helper()
	var d done
	if err := json.Unmarshal(line, &d); err != nil {
		t.Fatalf("the child says %q: %v", line, err)
	}
	for _, id := range d.Actors {
		k.known[id] = true
	}
	if d.Deleted != (store.ID{}) {
		k.removed[d.Deleted] = true
	}
	k.uncertain = k.uncertain || d.Undone
	if d.Copy != "" {
		backup := openProject(t, d.Copy, store.Options{ReadOnly: true})
		mustPass(t, backup)
	}
}

// look opens the project as the next session does, which a lock left behind would prevent. Reading it before changes nothing.
func (k *killed) look(t *testing.T) {
	t.Helper()
	left := inFolder(t, filepath.Dir(k.path))
	reader, err := store.Open(t.Context(), k.path, store.Options{ReadOnly: true})
	must(t, err)
	if len(reader.Warnings()) > 0 {
		t.Errorf("the log that was left is told of: %v", reader.Warnings())
	}
	must(t, reader.Close())
	if read := inFolder(t, filepath.Dir(k.path)); fmt.Sprint(read) != fmt.Sprint(left) {
		t.Errorf("reading left %v of %v", read, left)
	}
	p, err := store.Open(t.Context(), k.path, store.Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	mustPass(t, p)
	if len(p.Warnings()) > 0 {
		t.Errorf("the log that was left is told of: %v", p.Warnings())
	}
	created, err := p.EverCreated(t.Context(), store.EntityActor)
	if err != nil {
		t.Fatal(err)
	}
	for id := range k.known {
		if !created[id] {
			t.Errorf("the actor %s was said to be in the project and is not", id)
		}
	}
	if !k.uncertain {
		for id := range k.removed {
			if _, err := p.Actor(t.Context(), id); store.CodeOf(err) != store.CodeNotFound {
				t.Errorf("the actor %s was said to be deleted and is not: %v", id, err)
			}
		}
	}
	halves, err := p.HalfBatches(t.Context())
	if err != nil || halves != 0 {
		t.Errorf("%d batches are half there, %v", halves, err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
}
