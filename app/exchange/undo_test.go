package exchange_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"standpoint/store"
)

// Whatever was done, undone and redone: undoing all of it and redoing as much gives the same document, byte for byte. That is all that
// can be redone, unless something was left undone at first: that can be redone after it as before.
func TestUndoingAllAndRedoingAsMuchGivesTheSameDocument(t *testing.T) {
	dir := t.TempDir()
	empty := mustExport(t, open(t))
	rapid.Check(t, func(rt *rapid.T) {
		p := create(rt, t, dir)
		m := &maker{rt: rt, t: t, p: p}
		walk := func(step func(*store.Project) (store.UndoResult, error)) int {
			for n := 0; ; n++ {
				r, err := step(p)
				if err != nil {
					rt.Fatal(err)
				}
				if r.Nothing {
					return n
				}
			}
		}
		undo := func(p *store.Project) (store.UndoResult, error) { return p.Undo(t.Context()) }
		redo := func(p *store.Project) (store.UndoResult, error) { return p.Redo(t.Context()) }
		for range rapid.IntRange(1, 12).Draw(rt, "actions") {
			var err error
			switch rapid.SampledFrom([]string{"do", "do", "do", "undo", "undo", "redo"}).Draw(rt, "action") {
			case "do":
				m.steps(rapid.IntRange(1, 4).Draw(rt, "steps"))
			case "undo":
				_, err = undo(p)
			case "redo":
				_, err = redo(p)
			}
			if err != nil {
				rt.Fatal(err)
			}
		}
		want, left := mustExport(t, p), p.RedoTitle()
		undone := walk(undo)
		if got := mustExport(t, p); got != empty {
			rt.Fatalf("after undoing all there is left (-want +got):\n%s", cmp.Diff(strings.Split(empty, "\n"), strings.Split(got, "\n")))
		}
		for range undone {
			if r, err := redo(p); err != nil || r.Nothing {
				rt.Fatalf("%d were undone, and fewer can be redone: %v", undone, err)
			}
		}
		if got := mustExport(t, p); got != want {
			rt.Fatalf("after undoing and redoing all it differs (-want +got):\n%s", cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")))
		}
		if got := p.RedoTitle(); got != left {
			rt.Fatalf("what can be redone is %q, and was %q", got, left)
		}
	})
}
