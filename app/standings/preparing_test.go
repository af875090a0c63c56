package standings

import (
	"testing"

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
