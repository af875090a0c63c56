package background

import (
	"context"
	"slices"
	"testing"

	"standpoint/store"
)

// newOrderedList makes a long list whose rows are found by their ids; byPlace is the place furthest down from which a page was read.
func newOrderedList(t *testing.T, n int) (l *longList, byPlace *int) {
	t.Helper()
	l, byPlace = newLongList(t, n), new(int)
	l.rows.source = func() Source[thing] {
		s := l.source()
		page := s.Page
		s.Page = func(ctx context.Context, p *store.Project, at store.Page) ([]thing, int, error) {
			*byPlace = max(*byPlace, at.Offset)
			rows, _, err := page(ctx, p, at)
			return rows, 0, err
		}
		s.Of = func(_ context.Context, _ *store.Project, ids []store.ID) (rows []thing, err error) {
			for _, id := range ids {
				if i := slices.IndexFunc(l.things, func(th thing) bool { return th.id == id }); i >= 0 {
					rows = append(rows, l.things[i])
				}
			}
			l.read += len(rows)
			return rows, nil
		}
		s.Asked = l.narrowedTo
		return s
	}
	return l, byPlace
}

func TestAJumpInAListWhoseOrderIsKnownReadsTheRowsInViewAlone(t *testing.T) {
	l, byPlace := newOrderedList(t, 100_000)
	l.rows.Reload()
	if l.rows.Len() != 100_000 || l.rows.Counting() {
		t.Fatalf("%d rows, being counted: %v", l.rows.Len(), l.rows.Counting())
	}
	for _, at := range []int{50_000, 99_990, 20_000, 70_000} {
		l.read = 0
		l.rows.Need(at, at+9)
		if row, read := l.rows.Row(at); !read || row != l.things[at] || l.read > 2*pageSize || *byPlace > 0 {
			t.Errorf("row %d is read: %v; with it %d others, from place %d on", at, read, l.read-1, *byPlace)
		}
	}
	l.read = 0
	l.rows.Choose(l.things[40_000].id)
	l.at(t, 40_000)
	var beside thing
	l.rows.Beside(1, func(th thing) { beside = th })
	if beside != l.things[40_001] || l.read != 1 || l.ranks != 0 {
		t.Errorf("for the row beside another %d rows and %d ranks were read", l.read, l.ranks)
	}
}

func TestRowsInViewAreRightWhenOthersHaveComeBeforeThem(t *testing.T) {
	l, byPlace := newOrderedList(t, 20_000)
	l.rows.Reload()
	l.rows.Need(10_000, 10_009)
	l.things = slices.Insert(l.things, 5, newThing(), newThing())
	l.things = slices.Delete(l.things, 9_000, 9_001)
	l.read = 0
	l.rows.Reload()
	if row, read := l.rows.Row(10_005); !read || row != l.things[10_005] || *byPlace > 0 {
		t.Errorf("row 10,005 is read: %v, and is another: %v; a page was read from place %d on", read, row != l.things[10_005], *byPlace)
	}
	if l.read > 4*pageSize {
		t.Errorf("%d rows were read for those in view", l.read)
	}
	if l.rows.Len() != 20_001 {
		t.Errorf("there are %d rows", l.rows.Len())
	}
}

func TestAnOrderIsForgottenWhenSomethingElseIsAsked(t *testing.T) {
	l, _ := newOrderedList(t, 20_000)
	l.rows.Reload()
	l.rows.Need(10_000, 10_009)
	l.narrowedTo, l.things = "less", l.things[:50]
	l.rows.Reload()
	l.rows.Need(0, 9)
	if row, read := l.rows.Row(3); !read || row != l.things[3] || l.rows.Len() != 50 {
		t.Errorf("of %d rows the fourth is read: %v", l.rows.Len(), read)
	}
}
