package background

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
)

// diary is what was done, in its order.
type diary struct {
	mu    sync.Mutex
	lines []string
}

func (d *diary) note(s string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.lines = append(d.lines, s)
}

func (d *diary) want(t *testing.T, lines ...string) {
	t.Helper()
	d.mu.Lock()
	defer d.mu.Unlock()
	if !slices.Equal(d.lines, lines) {
		t.Errorf("done was %q, want %q", d.lines, lines)
	}
}

// inSteps notes each of n steps in a diary. Before each, hold is called.
func inSteps(d *diary, name string, n int, hold func()) Steps {
	done, reserved := 0, false
	return Steps{
		Title: func() string { return name }, Done: func() (int, int) { return done, n }, Show: func() func() { return nil },
		Step: func(ctx context.Context, turn bool) bool {
			hold()
			switch {
			case ctx.Err() != nil:
				d.note(name + " is cancelled")
				return false
			case turn:
				done++
				d.note(fmt.Sprint(name, " ", done))
				return done < n
			case !reserved:
				reserved = true
				d.note(name + " begins")
			}
			return true
		},
	}
}

func TestOthersAreSavedBetweenTheStepsOfASave(t *testing.T) {
	w, d := newTestWork(t), &diary{}
	goOn := make(chan struct{})
	w.SaveSteps(inSteps(d, "act", 4, func() { <-goOn }))
	goOn <- struct{}{}
	for n := range 2 { // they are asked for while the second step is done, or before
		w.Save(func(context.Context) func() { d.note(fmt.Sprint("save ", n)); return nil })
	}
	close(goOn)
	w.saved()
	at := slices.Index(d.lines, "save 1")
	if at < 0 || at > 4 || slices.Index(d.lines, "save 0") > at || !slices.Contains(d.lines, "act 4") || len(d.lines) != 6 {
		t.Errorf("done was %q", d.lines)
	}
}

func TestWhatIsSavedInStepsBeginsInItsOrderAndWaitsForWhatCameBefore(t *testing.T) {
	w, d := newTestWork(t), &diary{}
	goOn := make(chan struct{})
	none := func() {}
	w.Save(func(context.Context) func() { <-goOn; return nil })
	w.SaveSteps(inSteps(d, "first", 3, none))
	w.SaveSteps(inSteps(d, "second", 2, none))
	w.Save(func(context.Context) func() { d.note("save"); return nil })
	w.SaveSteps(inSteps(d, "third", 1, none))
	close(goOn)
	w.saved()
	d.want(t, "first 1", "second begins", "save", "third begins", "first 2", "first 3", "second 1", "second 2", "third 1")
}

func TestUndoDoesNotWaitForAnActionInStepsButForAnotherUndo(t *testing.T) {
	w, d := newTestWork(t), &diary{}
	goOn := make(chan struct{})
	walk := func(name string, n int) Steps {
		s := inSteps(d, name, n, func() {})
		s.Walk = true
		return s
	}
	w.Save(func(context.Context) func() { <-goOn; return nil })
	w.SaveSteps(inSteps(d, "act", 3, func() {}))
	w.SaveSteps(walk("undo", 2))
	w.SaveSteps(walk("undo again", 1))
	close(goOn)
	w.saved()
	d.want(t, "act 1", "undo 1", "undo again begins", "act 2", "undo 2", "act 3", "undo again 1")
}

func TestWhatIsSavedInStepsIsToldAndCancelledAsAJobIs(t *testing.T) {
	w, d := newTestWork(t), &diary{}
	step, asked := make(chan struct{}), make(chan struct{}, 10)
	w.SaveSteps(inSteps(d, "act", 100, func() { asked <- struct{}{}; <-step }))
	<-asked
	if _, ok := w.Running(); ok {
		t.Error("it is told of before the first step, which may be all")
	}
	step <- struct{}{}
	<-asked // it is about to do the second
	if r, ok := w.Running(); !ok || r.Title != "act" || r.Done != 1 || r.Total != 100 || r.Lasting {
		t.Errorf("running is %+v", r)
	}
	w.Cancel()
	step <- struct{}{}
	w.saved()
	d.want(t, "act 1", "act is cancelled")
	if r, ok := w.Running(); ok {
		t.Errorf("when it is cancelled %+v is running", r)
	}

	d.lines = nil
	s := inSteps(d, "undo", 2, func() { asked <- struct{}{}; <-step })
	s.Walk = true
	w.SaveSteps(s)
	<-asked
	step <- struct{}{}
	<-asked
	if r, _ := w.Running(); r.Title != "undo" || !r.Lasting {
		t.Errorf("running is %+v", r)
	}
	w.Cancel()
	w.CancelAll()
	step <- struct{}{}
	w.saved()
	d.want(t, "undo 1", "undo 2")
}

func TestAJobWaitsForAllStepsOfWhatWasToBeSaved(t *testing.T) {
	w, d := newTestWork(t), &diary{}
	goOn := make(chan struct{})
	w.SaveSteps(inSteps(d, "act", 3, func() { <-goOn }))
	w.Start("Exporting…", func(context.Context, func(int, int)) func() { d.note("export"); return nil })
	w.Save(func(context.Context) func() { d.note("save"); return nil })
	close(goOn)
	w.finished()
	w.saved()
	d.want(t, "act 1", "save", "act 2", "act 3", "export")
}

func TestStoppingDoesAllSteps(t *testing.T) {
	w, d := newTestWork(t), &diary{}
	begun, goOn := make(chan struct{}, 10), make(chan struct{})
	w.SaveSteps(inSteps(d, "act", 3, func() { begun <- struct{}{}; <-goOn }))
	w.SaveSteps(inSteps(d, "next", 2, func() {}))
	<-begun
	close(goOn)
	w.Stop()
	d.want(t, "act 1", "next begins", "act 2", "act 3", "next 1", "next 2")
}

func TestACrashInAStepLeavesTheRestOfTheLane(t *testing.T) {
	w, d := newTestWork(t), &diary{}
	crashed := make(chan struct{})
	w.crash = func(any, []byte) { close(crashed) }
	w.SaveSteps(inSteps(d, "act", 3, func() { panic("broken") }))
	w.SaveSteps(inSteps(d, "next", 1, func() {}))
	within(t, crashed, "the crash is not told")
	w.saved()
	d.want(t, "next 1")
}
