package standings

import (
	"context"
	"strings"
	"testing"

	"standpoint/app/desk/desktest"
	"standpoint/store"
)

// seat is a view at a desk.
type seat struct {
	*desktest.Desk
	*View

	reads int // of all positions
}

// sample shows who stands where in the sample project.
func sample(t *testing.T) *seat {
	t.Helper()
	s := &seat{Desk: desktest.NewSample(t)}
	s.View = New(s.Desk.Desk)
	s.begin(t)
	return s
}

// begin shows the view, and counts what it reads from then on.
func (s *seat) begin(t *testing.T) {
	t.Helper()
	read := s.View.read
	s.View.read = func(ctx context.Context, p *store.Project) (*store.Holdings, error) {
		s.reads++
		return read(ctx, p)
	}
	s.Front = s.View
	s.Put(s.View.Object())
	s.View.Opened()
	s.View.Shown()
}

func TestOneReadServesAllTabsAndFiltersUntilSomethingIsWritten(t *testing.T) {
	s := sample(t)
	for _, tab := range tabsOf() {
		s.turnTo(tab.Key)
	}
	s.filter.conditional.OnChanged("none")
	s.filter.level.OnChanged("affiliation")
	s.turnTo(tabTable)
	if s.reads != 1 {
		t.Errorf("the positions were read %d times", s.reads)
	}
	s.AddArticle(t, store.Article{Title: "Talks"}, "The talks went on.")
	if s.reads != 2 {
		t.Errorf("after a write they were read %d times", s.reads)
	}
}

func TestWritesWhileThePositionsAreReadHaveThemReadOnceMore(t *testing.T) {
	s := sample(t)
	letGo := s.HoldBack()
	for range 5 {
		s.View.Changed(store.Event{All: true})
	}
	letGo()
	if s.reads != 3 {
		t.Errorf("they were read %d times, want once before the writes, once for the first, and once for the others", s.reads)
	}
}

func TestDatesTheWrongWayRoundAreASentenceAndAButtonLetsAllPass(t *testing.T) {
	s := sample(t)
	all := s.made.passing
	s.filter.from.SetText("2031")
	s.filter.to.SetText("2030")
	said := desktest.Said(s.body)
	if !strings.Contains(said, "The first day, 2031, is after the last one, 2030") || s.empty.Lead() == nil {
		t.Fatalf("it says %q", said)
	}
	s.empty.Lead().Tapped(nil)
	if s.made.passing != all || s.filter.from.Text()+s.filter.to.Text() != "" {
		t.Errorf("%d positions pass, %q to %q; want %d", s.made.passing, s.filter.from.Text(), s.filter.to.Text(), all)
	}
}

func TestAProjectWithoutPositionsSaysWhatToRecordFirst(t *testing.T) {
	s := &seat{Desk: desktest.New(t)}
	s.View = New(s.Desk.Desk)
	s.begin(t)
	if said := desktest.Said(s.body); !strings.Contains(said, "Nobody takes a position on an issue yet.") {
		t.Errorf("it says %q", said)
	}
}

func TestPositionsThatCouldNotBeReadAreReadAgainWithTheNextWrite(t *testing.T) {
	s := sample(t)
	read := s.View.read
	s.View.read = func(context.Context, *store.Project) (*store.Holdings, error) { return nil, context.Canceled }
	s.AddArticle(t, store.Article{Title: "Talks"}, "The talks went on.")
	s.View.read = read
	s.AddArticle(t, store.Article{Title: "More talks"}, "The talks went on again.")
	if s.reads != 2 || s.made.passing == 0 {
		t.Errorf("they were read %d times, and %d pass", s.reads, s.made.passing)
	}
}
