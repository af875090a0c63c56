package background

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

// asking asks questions of a rank, one after another, whose answers come when goOn is called.
func asking(w *Work, d *diary, name string, rank Rank) (goOn func()) {
	hold := make(chan struct{})
	w.answer(w.ask(&Latest{Rank: rank}), func(context.Context) func() {
		d.note(name + " begins")
		<-hold
		return func() { d.note(name + " is shown") }
	})
	return func() {
		close(hold)
		synctest.Wait()
	}
}

func TestWhatNobodyWaitsForBeginsWhenNothingIsAwaited(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, d := newTestWork(t), &diary{}
		first := asking(w, d, "first", Awaited)
		synctest.Wait()
		patient := asking(w, d, "patient", Patient)
		synctest.Wait()
		ordinary := asking(w, d, "ordinary", Ordinary)
		synctest.Wait()
		second := asking(w, d, "second", Awaited)
		synctest.Wait()
		d.want(t, "first begins", "ordinary begins", "second begins")
		first()
		d.want(t, "first begins", "ordinary begins", "second begins", "first is shown")
		d.lines = nil
		second()
		if len(d.lines) != 2 {
			t.Errorf("when nothing is awaited any more, done was %q", d.lines)
		}
		d.lines = nil
		late := asking(w, d, "late", Patient)
		synctest.Wait()
		d.want(t, "late begins")
		late()
		patient()
		ordinary()
	})
}

func TestWhatNobodyWaitsForBeginsAfterAWhileNevertheless(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, d := newTestWork(t), &diary{}
		awaited := asking(w, d, "awaited", Awaited)
		synctest.Wait()
		patient := asking(w, d, "patient", Patient)
		<-time.After(longestPatience + time.Second)
		synctest.Wait()
		d.want(t, "awaited begins", "patient begins")
		patient()
		awaited()
	})
}

func TestWhoIsPatientIsOvertakenWithoutWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newTestWork(t)
		goOn := asking(w, &diary{}, "awaited", Awaited)
		latest := &Latest{Rank: Patient}
		ended := false
		w.answer(w.ask(latest), func(ctx context.Context) func() { ended = ctx.Err() != nil; return nil })
		synctest.Wait()
		latest.Overtake()
		synctest.Wait()
		if !ended {
			t.Error("it waits on though nobody asks any more")
		}
		goOn()
	})
}

// What is done at once is done within what asked for it: nothing that is patient waits for what cannot end before it.
func TestWhatIsDoneAtOnceIsNeverPatient(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, d := NewInline(), &diary{}
		begun := time.Now()
		w.answer(w.ask(&Latest{Rank: Awaited}), func(context.Context) func() {
			w.answer(w.ask(&Latest{Rank: Patient}), func(context.Context) func() { d.note("patient"); return nil })
			return nil
		})
		d.want(t, "patient")
		if waited := time.Since(begun); waited > 0 {
			t.Errorf("it waited for %v", waited)
		}
	})
}
