package background

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
)

// newSelected makes a selection among so many things, of which the first are read and one is chosen.
func newSelected(t *testing.T, n, chosen int) (*longList, *Selection[thing]) {
	t.Helper()
	l := newLongList(t, n)
	l.rows.Reload()
	s := NewSelection(l.rows, func() {})
	l.rows.Choose(l.things[chosen].id)
	s.Begin(l.things[chosen].id)
	return l, s
}

// are checks which of the things are selected together.
func (l *longList) are(t *testing.T, s *Selection[thing], when string, want ...int) {
	t.Helper()
	var got []int
	for _, id := range s.IDs() {
		got = append(got, slices.IndexFunc(l.things, func(th thing) bool { return th.id == id }))
	}
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s, selected are (-want +got):\n%s", when, diff)
	}
}

func TestARangeOverTwentyThousandRowsReadsIDsByOneQuery(t *testing.T) {
	l, s := newSelected(t, 20_000, 3)
	read, ranks := l.read, l.ranks
	s.ExtendTo(19_999)
	if s.Len() != 19_997 || l.asked != 1 || l.read != read || l.ranks != ranks {
		t.Errorf("%d are selected by %d queries for ids, %d rows and %d ranks were read", s.Len(), l.asked, l.read-read, l.ranks-ranks)
	}
	if s.All(); s.Len() != 20_000 || l.asked != 2 || l.read != read {
		t.Errorf("all are %d, by %d queries, %d rows were read", s.Len(), l.asked-1, l.read-read)
	}
}

func TestARangeAmongRowsThatWereReadAsksNothing(t *testing.T) {
	l, s := newSelected(t, 20_000, 5)
	s.ExtendTo(8)
	l.are(t, s, "to the eighth", 5, 6, 7, 8)
	s.ExtendTo(4)
	l.are(t, s, "back to the fourth", 4, 5)
	if l.asked != 0 {
		t.Errorf("%d queries for ids", l.asked)
	}
}

// Its rank is asked for, and it is in the range though it has not been read.
func TestARangeBeginsAtARowFarAway(t *testing.T) {
	l, s := newSelected(t, 1000, 900)
	l.rows.Reload()
	s.ExtendTo(898)
	l.are(t, s, "from the row far down", 898, 899, 900)
}

func TestRowsAreTakenInAndOutOneByOne(t *testing.T) {
	l, s := newSelected(t, 100, 2)
	s.Turn(7)
	l.are(t, s, "the first that is taken in joins the chosen one", 2, 7)
	s.Turn(9)
	s.Turn(2)
	l.are(t, s, "one taken in and one out", 7, 9)
	s.ExtendTo(4)
	l.are(t, s, "a range from the one that was turned last", 2, 3, 4)
	s.Drop()
	l.are(t, s, "dropped")
	s.Turn(4)
	l.are(t, s, "taken in anew", 2, 4)
}

func TestWhatIsSelectedTogetherStaysSoWhenTheListIsRenewed(t *testing.T) {
	l, s := newSelected(t, 100, 2)
	s.Turn(50)
	s.Turn(7)
	s.Turn(9)
	seven, gone := l.things[7], l.things[9]
	l.things = slices.Insert(slices.Delete(l.things, 9, 10), 0, newThing(), newThing())
	l.rows.Reload()
	s.Renew()
	if !s.Has(9) || s.Has(7) || s.Len() != 2 || slices.Contains(s.IDs(), gone.id) || !slices.Contains(s.IDs(), seven.id) {
		t.Errorf("%d are selected, that of row 7 at its new place: %v", s.Len(), s.Has(9))
	}
	l.things = nil
	l.rows.Reload()
	s.Renew()
	if s.Len() != 0 || len(s.IDs()) != 0 {
		t.Errorf("of an empty list %d are selected", s.Len())
	}
}

func TestASelectionOfAListWithoutAProjectIsEmpty(t *testing.T) {
	l, s := newSelected(t, 10, 2)
	s.Turn(3)
	l.rows.reader.Project = func() *store.Project { return nil }
	l.rows.Reload()
	if s.Renew(); s.Len() != 0 {
		t.Errorf("%d are selected", s.Len())
	}
}

// A position that several hold stands below each of them.
func TestARangeBeginsAtTheRowWhereSomebodyIsThoughAnotherStandsForTheSame(t *testing.T) {
	l := newLongList(t, 20)
	l.things[7] = l.things[2]
	l.rows.Reload()
	s := NewSelection(l.rows, func() {})
	l.rows.ChooseRow(7)
	s.Begin(l.things[7].id)
	l.at(t, 7)
	s.ExtendTo(9)
	l.are(t, s, "from the seventh", 2, 8, 9) // it is known by the first row that stands for it
	l.rows.Reload()
	l.at(t, 7)
	l.rows.ChooseRow(0)
	s.Begin(store.ID{})
	s.Turn(7)
	s.ExtendTo(6)
	l.are(t, s, "back from the seventh", 2, 6)
}
