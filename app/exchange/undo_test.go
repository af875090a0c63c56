package exchange_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"standpoint/store"
)

// mostActions is how long a history is at most.
const mostActions = 12

// walker takes back and brings back, and knows by itself what can be brought back: what it took back, until something new is done.
type walker struct {
	*maker
	undone []store.ID // the last is brought back first
}

func (w *walker) do() {
	if w.steps(rapid.IntRange(1, 4).Draw(w.rt, "steps")) != (store.ID{}) {
		w.undone = nil
	}
}

func (w *walker) undo() bool {
	r := w.take(w.p.Undo)
	if !r.Nothing {
		w.undone = append(w.undone, r.Action)
	}
	return !r.Nothing
}

func (w *walker) redo() bool {
	r := w.take(w.p.Redo)
	if r.Nothing != (len(w.undone) == 0) {
		w.rt.Fatalf("%d can be redone: %+v", len(w.undone), r)
	}
	if r.Nothing {
		return false
	}
	last := len(w.undone) - 1
	if r.Action != w.undone[last] {
		w.rt.Fatalf("redone is %v, and %v was undone last", r.Action, w.undone[last])
	}
	w.undone = w.undone[:last]
	return true
}

func (w *walker) take(step func(context.Context) (store.UndoResult, error)) store.UndoResult {
	r, err := step(w.t.Context())
	if err != nil {
		w.rt.Fatal(err)
	}
	return r
}

// times takes so many steps, each of which must be there to be taken.
func (w *walker) times(n int, step func() bool) {
	for i := range n {
		if !step() {
			w.rt.Fatalf("only %d of %d can be taken", i, n)
		}
	}
}

// all takes steps until there is none, and says how many there were.
func (w *walker) all(step func() bool) (n int) {
	for step() {
		if n++; n > mostActions {
			w.rt.Fatalf("it goes on after %d steps", n)
		}
	}
	return n
}

// mustBe compares the project's document with one from before, byte for byte.
func (w *walker) mustBe(when, want string) {
	if got := mustExport(w.t, w.p); got != want {
		w.rt.Fatalf("%s it differs (-want +got):\n%s", when, cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")))
	}
}

// Whatever was done, undone and redone: undoing all of it and redoing as much gives the same document, byte for byte. Whoever redoes
// more than that brings back what had been undone before all was, in turn; undoing so many gives the same document again.
func TestUndoingAllAndRedoingAsMuchGivesTheSameDocument(t *testing.T) {
	dir := t.TempDir()
	empty := mustExport(t, open(t))
	further := 0
	rapid.Check(t, func(rt *rapid.T) {
		p := create(rt, t, dir)
		w := &walker{maker: &maker{rt: rt, t: t, p: p}}
		for range rapid.IntRange(1, mostActions).Draw(rt, "actions") {
			switch rapid.SampledFrom([]string{"do", "do", "do", "undo", "undo", "redo"}).Draw(rt, "action") {
			case "do":
				w.do()
			case "undo":
				w.undo()
			case "redo":
				w.redo()
			}
		}
		want, left := mustExport(t, p), slices.Clone(w.undone)
		undone := w.all(w.undo)
		w.mustBe("undone to the start", empty)
		w.times(undone, w.redo)
		w.mustBe("after undoing all and redoing as much", want)
		if !slices.Equal(w.undone, left) {
			rt.Fatalf("what can be redone is %v, and was %v", w.undone, left)
		}
		if n := w.all(w.redo); n > 0 {
			further++
			w.times(n, w.undo)
			w.mustBe("after redoing what had been undone before, and undoing that", want)
		}
	})
	if further == 0 {
		t.Error("nothing was left undone in any of the histories")
	}
}
