package standings

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"standpoint/app/desk/desktest"
	"standpoint/store"
)

func TestPositionsAreReadBesideTheWindowBeforeTheyAreShown(t *testing.T) {
	s := &seat{Desk: desktest.NewSample(t)}
	s.View = New(s.Desk.Desk)
	s.count()
	write := func() { s.View.Changed(store.Event{All: true}) }
	s.Put(s.View.Object())
	elsewhere := s.Front
	s.View.Opened()
	if s.reads != 1 {
		t.Errorf("after opening they were read %d times", s.reads)
	}
	write()
	if s.reads != 1 {
		t.Errorf("they were read %d times, though nobody looks", s.reads)
	}
	show := func(reads int) {
		t.Helper()
		s.Front = s.View
		s.View.Shown()
		if s.reads != reads || s.made.passing == 0 {
			t.Errorf("when they are shown they were read %d times, want %d; %d pass", s.reads, reads, s.made.passing)
		}
		s.Front = elsewhere
		s.View.Leave()
	}
	show(2)
	write()
	if s.reads != 3 {
		t.Errorf("after they were shown, and something was written, they were read %d times", s.reads)
	}
	show(3)
	show(3)
}

func TestWhatWasGivenUpIsMadeWhenTheViewIsShownAgain(t *testing.T) {
	s := &seat{Desk: desktest.NewSample(t)}
	s.View = New(s.Desk.Desk)
	s.count()
	s.Put(s.View.Object())
	s.Front = s.View
	letGo := s.HoldBack()
	s.View.Opened()
	s.View.Leave()
	letGo()
	s.View.Shown()
	if s.made.passing == 0 {
		t.Error("nothing is shown")
	}
}

// Who shows the view while its positions are being read awaits them: they are not read once more.
func TestPositionsThatAreBeingReadAreAwaited(t *testing.T) {
	s := &seat{Desk: desktest.NewSample(t)}
	s.View = New(s.Desk.Desk)
	s.Put(s.View.Object())
	until := s.ReadBeside(t)
	var later func()
	s.Work.Later = func(_ time.Duration, f func()) func() { later = f; return func() {} }
	read, begun, goOn, reads := s.View.read, make(chan struct{}, 10), make(chan struct{}), 0
	s.View.read = func(ctx context.Context, p *store.Project, before *store.Holdings, since []store.Event) (*store.Holdings, error) {
		reads++
		begun <- struct{}{}
		<-goOn
		return read(ctx, p, before, since)
	}
	s.View.Opened()
	later()
	<-begun
	s.Front = s.View
	s.View.Shown()
	close(goOn)
	until(func() bool { return s.made.counted != nil && s.made.passing > 0 }, "the positions are shown")
	if reads != 1 {
		t.Errorf("they were read %d times", reads)
	}
}

// What was to be read ahead and failed is read again when it is asked for.
func TestPositionsThatCouldNotBeReadAheadAreReadWhenTheyAreShown(t *testing.T) {
	s := &seat{Desk: desktest.NewSample(t)}
	s.View = New(s.Desk.Desk)
	s.Put(s.View.Object())
	read, fails := s.View.read, true
	s.View.read = func(ctx context.Context, p *store.Project, before *store.Holdings, since []store.Event) (*store.Holdings, error) {
		if fails {
			return nil, errors.New("the disk is gone")
		}
		return read(ctx, p, before, since)
	}
	s.View.Opened()
	fails = false
	s.Front = s.View
	s.View.Shown()
	if s.made.passing == 0 {
		t.Error("nothing is shown")
	}
}

// Who shows the view before the reading ahead has begun has the positions read at once, and once: nobody reads them ahead any more.
func TestPositionsThatAreShownBeforeTheyAreReadAheadAreReadOnce(t *testing.T) {
	s := &seat{Desk: desktest.NewSample(t)}
	s.View = New(s.Desk.Desk)
	s.Put(s.View.Object())
	until := s.ReadBeside(t)
	var later func()
	s.Work.Later = func(_ time.Duration, f func()) func() { later = f; return func() {} }
	var begin []func() // what is asked beside the window, which begins when the test says so
	s.Work.Spawn = func(f func()) { begin = append(begin, f) }
	s.count()
	s.View.Opened()
	begin = nil
	later()
	s.Front = s.View
	s.View.Shown()
	for _, f := range slices.Backward(begin) { // what is patient comes after what is awaited
		f()
	}
	until(func() bool { return s.made.counted != nil && s.made.passing > 0 }, "the positions are shown")
	if s.reads != 1 {
		t.Errorf("they were read %d times", s.reads)
	}
}
