package background

import (
	"context"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// newTestWork returns work with real lanes whose results are handed back on a goroutine of its own, as a window's are.
func newTestWork(t *testing.T) *Work {
	t.Helper()
	results, ended := make(chan func(), 1000), make(chan struct{})
	go func() {
		for {
			select {
			case f := <-results:
				f()
			case <-ended:
				return
			}
		}
	}()
	never := func(time.Duration, func()) func() { return func() {} }
	w := newWork(seams{Spawn: func(f func()) { go f() }, OnUI: func(f func()) { results <- f }, Later: never},
		func(cause any, stack []byte) { t.Errorf("%v\n%s", cause, stack) })
	t.Cleanup(func() { onUI(w, w.Stop); close(ended) })
	return w
}

// within fails the test if something does not happen; the time is far beyond what any machine needs.
func within(t *testing.T, happens <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-happens:
	case <-time.After(time.Minute):
		t.Fatal(what)
	}
}

func TestSavesWaitForNoJob(t *testing.T) {
	w := newTestWork(t)
	begun, goOn, saved := make(chan struct{}), make(chan struct{}), make(chan struct{})
	w.Start("Importing…", func(context.Context, func(int, int)) func() {
		close(begun)
		<-goOn
		return nil
	})
	within(t, begun, "the job did not begin")
	w.Save(func(context.Context) func() { close(saved); return nil })
	within(t, saved, "a save waits for a job that is running")
	close(goOn)
}

func TestSavesAndJobsKeepTheirOrder(t *testing.T) {
	w := newTestWork(t)
	var mu sync.Mutex
	var order []string
	note := func(s string) { mu.Lock(); order = append(order, s); mu.Unlock() }
	for range 3 {
		w.Save(func(context.Context) func() { note("save"); return nil })
	}
	w.Start("", func(context.Context, func(int, int)) func() { note("first job"); return nil })
	w.Start("", func(context.Context, func(int, int)) func() { note("second job"); return nil })
	w.finished()
	want := []string{"save", "save", "save", "first job", "second job"}
	for i := range want {
		if order[i] != want[i] {
			t.Fatalf("order is %q, want %q", order, want)
		}
	}
}

func TestAskingForManySavesDoesNotWaitForThem(t *testing.T) {
	w := newTestWork(t)
	goOn, asked := make(chan struct{}), make(chan struct{})
	go func() {
		for range 10_000 {
			w.Save(func(context.Context) func() { <-goOn; return nil })
		}
		close(asked)
	}()
	within(t, asked, "asking for a save waits until others are done")
	close(goOn)
	w.saved()
}

func TestCancellingEndsTheRunningJobAlone(t *testing.T) {
	w := newTestWork(t)
	begun, cancelled, second := make(chan struct{}), make(chan struct{}), make(chan error, 1)
	w.Start("first", func(ctx context.Context, _ func(int, int)) func() {
		close(begun)
		<-ctx.Done()
		close(cancelled)
		return nil
	})
	w.Start("second", func(ctx context.Context, _ func(int, int)) func() { second <- ctx.Err(); return nil })
	within(t, begun, "the job did not begin")
	if r, ok := w.Running(); !ok || r.Title != "first" || r.Waiting != 1 {
		t.Errorf("running is %+v, want the first of two", r)
	}
	w.Cancel()
	within(t, cancelled, "the job was not cancelled")
	w.finished()
	if err := <-second; err != nil {
		t.Errorf("the job after it was cancelled, too: %v", err)
	}
}

func TestStoppingSavesWhatWasAskedForAndCancelsJobs(t *testing.T) {
	w := newTestWork(t)
	begun, saved := make(chan struct{}), false
	w.Start("", func(ctx context.Context, _ func(int, int)) func() { close(begun); <-ctx.Done(); return nil })
	within(t, begun, "the job did not begin")
	w.Save(func(ctx context.Context) func() { saved = ctx.Err() == nil; return nil })
	w.Stop()
	if !saved {
		t.Error("what was to be saved was not saved before stopping")
	}
}

func TestAQuestionAskedAnewCancelsTheOneBefore(t *testing.T) {
	w := newTestWork(t)
	var l Latest
	var ended sync.WaitGroup
	finished, shown := make(chan int, 10), make(chan int, 10)
	goOn := make(chan struct{})
	ended.Add(10)
	asked := make(chan struct{})
	w.OnUI(func() {
		for n := range 10 { // as when ten letters are typed
			w.answer(w.ask(&l), func(ctx context.Context) func() {
				defer ended.Done()
				if ctx.Err() == nil {
					select {
					case <-ctx.Done():
					case <-goOn:
						finished <- n
					}
				}
				return func() { shown <- n }
			})
		}
		close(asked)
	})
	within(t, asked, "asking waits for answers")
	close(goOn)
	ended.Wait()
	if n := <-shown; n != 9 {
		t.Errorf("the answer to question %d is shown, want the last", n)
	}
	if n := len(finished); n != 1 {
		t.Errorf("%d of ten questions were read to their end, want the last alone", n)
	}
}

func TestProgressIsToldAsTheWindowHasTimeForIt(t *testing.T) {
	held := []func(){}
	var mu sync.Mutex
	w := newWork(seams{OnUI: func(f func()) { mu.Lock(); held = append(held, f); mu.Unlock() }}, nil)
	told := 0
	w.OnRunning(func() { told++ })
	w.Start("Importing…", func(_ context.Context, progress func(int, int)) func() {
		for n := range 1000 {
			progress(n+1, 1000)
		}
		return nil
	})
	w.finished()
	for len(held) > 0 {
		mu.Lock()
		f := held[0]
		held = held[1:]
		mu.Unlock()
		f()
	}
	if told > 4 {
		t.Errorf("a window that was busy meanwhile is told %d times how far a job is", told)
	}
}

func TestASaveThatTakesLongIsToldUntilItIsDone(t *testing.T) {
	w := newTestWork(t)
	told := make(chan bool, 10)
	w.OnRunning(func() { told <- w.IsSlowToSave() })
	later := make(chan func(), 1)
	w.Later = func(_ time.Duration, f func()) func() { later <- f; return func() {} }
	goOn, saved := make(chan struct{}), make(chan struct{})
	w.Save(func(context.Context) func() { <-goOn; return func() { close(saved) } })
	after := <-later
	if w.IsSlowToSave() {
		t.Error("a save is told to take long that has just begun")
	}
	w.OnUI(after)
	if !<-told {
		t.Error("a save that takes long is not told")
	}
	close(goOn)
	within(t, saved, "the save did not end")
	if <-told || w.IsSlowToSave() {
		t.Error("the save is done, and told to take long still")
	}
}

// onUI does something on the window's goroutine and waits for it.
func onUI(w *Work, do func()) {
	done := make(chan struct{})
	w.OnUI(func() { do(); close(done) })
	<-done
}

func TestWhatIsAskedForAtTheDoorsIsDoneOneAfterAnother(t *testing.T) {
	w := newTestWork(t)
	var order []string // changes on the window's goroutine alone
	note := func(s string) { order = append(order, s) }
	goOn, done := make(chan struct{}), make(chan struct{})
	onUI(w, func() {
		w.Open("first", func() Act {
			return func(context.Context, func(int, int)) func() {
				<-goOn
				return func() {
					note("first")
					w.Close("the one before", func() func() { return func() { note("the one before") } })
				}
			}
		})
		w.Open("second", func() Act {
			note("second begins")
			return func(context.Context, func(int, int)) func() { return func() { note("second"); close(done) } }
		})
		if r, ok := w.Running(); !ok || r.Title != "first" || r.Lasting {
			t.Errorf("running is %+v", r)
		}
	})
	close(goOn)
	within(t, done, "the second was not let in")
	want := []string{"first", "the one before", "second begins", "second"}
	onUI(w, func() {
		if !slices.Equal(order, want) {
			t.Errorf("order is %q, want %q", order, want)
		}
	})
}

func TestClosingWaitsForWhatIsSavedDoneAndRead(t *testing.T) {
	for name, begin := range map[string]func(w *Work, goOn <-chan struct{}){
		"a save": func(w *Work, goOn <-chan struct{}) {
			w.Save(func(context.Context) func() { <-goOn; return nil })
		},
		"the steps of a save": func(w *Work, goOn <-chan struct{}) {
			w.SaveSteps(inSteps(&diary{}, "act", 3, func() { <-goOn }))
		},
		"a job": func(w *Work, goOn <-chan struct{}) {
			w.Start("", func(ctx context.Context, _ func(int, int)) func() { <-ctx.Done(); <-goOn; return nil })
		},
		"a read": func(w *Work, goOn <-chan struct{}) {
			w.Read(func(ctx context.Context) func() { <-ctx.Done(); <-goOn; return nil })
		},
		"the answer to a question": func(w *Work, goOn <-chan struct{}) {
			w.answer(w.ask(&Latest{}), func(ctx context.Context) func() { <-ctx.Done(); <-goOn; return nil })
		},
		"what follows from a write": func(w *Work, goOn <-chan struct{}) {
			w.Follow(func(context.Context) func() { <-goOn; return nil })
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newTestWork(t)
				goOn, closed := make(chan struct{}), false
				onUI(w, func() {
					begin(w, goOn)
					w.Close("", func() func() { closed = true; return nil })
					w.Cancel() // does nothing to it
				})
				synctest.Wait()
				if closed {
					t.Error("the project is closed before")
				}
				close(goOn)
				synctest.Wait()
				if !closed {
					t.Error("the project is not closed after")
				}
			})
		})
	}
}

func TestClosingAProjectCancelsNothingOfTheNext(t *testing.T) {
	w := newTestWork(t)
	errs := make(chan error, 3)
	onUI(w, func() {
		w.Close("", func() func() { return nil })
		w.Save(func(ctx context.Context) func() { errs <- ctx.Err(); return nil })
		w.Start("", func(ctx context.Context, _ func(int, int)) func() { errs <- ctx.Err(); return nil })
		w.Read(func(ctx context.Context) func() { errs <- ctx.Err(); return nil })
	})
	for range 3 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

func TestAfterACrashAtTheDoorsTheNextIsLetIn(t *testing.T) {
	crashed, next := make(chan struct{}), make(chan struct{})
	w := newTestWork(t)
	w.crash = func(any, []byte) { close(crashed) }
	onUI(w, func() {
		w.Open("", func() Act { return func(context.Context, func(int, int)) func() { panic("broken") } })
		w.Open("", func() Act { close(next); return nil })
	})
	within(t, crashed, "the crash is not told")
	within(t, next, "nobody is let in after it")
}

func TestStoppingShowsWhatWasOpenedSoThatItIsClosed(t *testing.T) {
	var held []func()
	w := newWork(seams{Spawn: func(f func()) { go f() }, OnUI: func(func()) {}}, nil)
	w.Later = func(time.Duration, func()) func() { return func() {} }
	w.Open("", func() Act {
		return func(context.Context, func(int, int)) func() {
			return func() { w.Close("", func() func() { held = append(held, nil); return nil }) }
		}
	})
	w.Stop()
	if len(held) != 1 {
		t.Error("what was opened while all was being stopped is left open")
	}
}

func TestWhatFollowsFromAWriteIsShownBeforeWhatComesOfIt(t *testing.T) {
	w := newTestWork(t)
	shown := make(chan string, 2)
	goOn := make(chan struct{})
	w.Save(func(context.Context) func() {
		w.Follow(func(context.Context) func() { <-goOn; return func() { shown <- "what follows" } })
		return func() { shown <- "the save" }
	})
	w.saved() // though what follows is still being read
	close(goOn)
	if first, second := <-shown, <-shown; first != "what follows" || second != "the save" {
		t.Errorf("shown are %s and then %s", first, second)
	}
}
