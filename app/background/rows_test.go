package background

import (
	"context"
	"slices"
	"testing"

	"github.com/google/uuid"

	"standpoint/store"
	"standpoint/store/storetest"
)

// longList is a list of things that have a number, all in one place; what is done with it is counted.
type longList struct {
	things     []thing
	read       int // rows
	ranks      int // questions for a rank
	asked      int // questions for ids alone
	narrowedTo string
	rows       *Rows[thing]
}

// thing stands for itself, and for its twin if it has one.
type thing struct{ id, twin store.ID }

func newThing() thing { return thing{id: uuid.New()} }

// newLongList makes a list of so many things, over which all is done at once.
func newLongList(t *testing.T, n int) *longList {
	t.Helper()
	l := &longList{things: make([]thing, n)}
	for i := range l.things {
		l.things[i] = newThing()
	}
	p := storetest.NewProject(t, "Ada")
	reader := Reader{Work: NewInline(), Project: func() *store.Project { return p }, Failed: func(err error) bool {
		if err != nil {
			t.Error(err)
		}
		return err != nil
	}}
	l.rows = NewRows(reader, l.source, func(th thing) []store.ID { return []store.ID{th.id, th.twin} }, func() {})
	return l
}

func (l *longList) source() Source[thing] {
	return Source[thing]{
		Page: func(_ context.Context, _ *store.Project, page store.Page) ([]thing, int, error) {
			from := min(page.Offset, len(l.things))
			rows := slices.Clone(l.things[from:min(from+page.Limit, len(l.things))])
			l.read += len(rows)
			return rows, len(l.things), nil
		},
		Rank: func(_ context.Context, _ *store.Project, id store.ID) (int, error) {
			l.ranks++
			own := slices.IndexFunc(l.things, func(th thing) bool { return th.id == id })
			if own >= 0 {
				return own, nil
			}
			return slices.IndexFunc(l.things, func(th thing) bool { return th.twin == id }), nil
		},
		IDs: func(_ context.Context, _ *store.Project, page store.Page) (ids []store.ID, err error) {
			l.asked++
			from, to := min(page.Offset, len(l.things)), len(l.things)
			if page.Limit > 0 {
				to = min(from+page.Limit, to)
			}
			for _, th := range l.things[from:to] {
				ids = append(ids, th.id)
			}
			return ids, nil
		},
	}
}

// at checks where the chosen row is.
func (l *longList) at(t *testing.T, want int) {
	t.Helper()
	if at, known := l.rows.Chosen(); at != want || !known {
		t.Errorf("the chosen row is %d (known: %v), want %d", at, known, want)
	}
}

func TestARowFarDownIsChosenByOneCount(t *testing.T) {
	l := newLongList(t, 20_000)
	l.rows.Reload()
	l.read = 0
	l.rows.Choose(l.things[15_000].id)
	l.at(t, 15_000)
	if l.read != 0 || l.ranks != 1 {
		t.Errorf("%d rows and %d ranks were read to find a row", l.read, l.ranks)
	}
	l.rows.Need(14_995, 15_005)
	if row, read := l.rows.Row(15_000); !read || row.id != l.things[15_000].id || l.read > 2*pageSize {
		t.Errorf("the row is read: %v; with it %d others", read, l.read-1)
	}
	l.rows.Choose(l.things[15_003].id)
	l.at(t, 15_003)
	if l.ranks != 1 {
		t.Error("the rank of a row was counted that had been read")
	}
}

func TestWhatIsNotListedIsKnownNotToBe(t *testing.T) {
	l := newLongList(t, 300)
	stranger := newThing().id
	l.rows.Choose(stranger)
	if _, known := l.rows.Chosen(); known {
		t.Error("it is known before anything was read")
	}
	l.rows.Reload()
	l.at(t, -1)
	l.rows.Choose(store.ID{})
	l.at(t, -1)
	if l.ranks != 1 {
		t.Errorf("%d ranks were counted", l.ranks)
	}
}

func TestAChosenRowIsFoundAgainWhenTheListHasBecomeAnother(t *testing.T) {
	l := newLongList(t, 300)
	l.rows.Reload()
	chosen := l.things[10]
	l.rows.Choose(chosen.id)
	l.things = slices.Insert(l.things, 0, newThing(), newThing())
	l.rows.Reload()
	l.at(t, 12) // among the rows in view
	for range 200 {
		l.things = slices.Insert(l.things, 0, newThing())
	}
	l.rows.Reload()
	l.at(t, 212)
	l.things = slices.Delete(l.things, 212, 213)
	l.rows.Reload()
	l.at(t, -1)
}

// A row's own id goes before that of another for which it stands.
func TestAThingIsFoundByItsOwnRowBeforeThatOfItsTwin(t *testing.T) {
	l := newLongList(t, 300)
	l.things[25].twin = l.things[22].id
	l.things[3].twin, l.things[250].twin = l.things[20].id, l.things[280].id
	lonely := newThing().id
	l.things[30].twin, l.things[31].twin = lonely, lonely
	l.rows.Reload()
	for _, want := range []int{20, 22, 280} {
		l.rows.Choose(l.things[want].id)
		l.at(t, want)
	}
	l.rows.Choose(lonely)
	l.at(t, 30)
}

func TestTheRowBesideTheChosenOneIsReadAlone(t *testing.T) {
	l := newLongList(t, 20_000)
	l.rows.Reload()
	beside := func(by int) (row thing) {
		l.rows.Beside(by, func(th thing) { row = th })
		return row
	}
	if got := beside(1); got != (thing{}) {
		t.Error("there is a row beside none")
	}
	l.rows.Choose(l.things[15_000].id)
	l.read = 0
	if beside(1) != l.things[15_001] || beside(-1) != l.things[14_999] || l.read != 2 {
		t.Errorf("the rows beside the chosen one are others, or %d rows were read for two", l.read)
	}
	for at, by := range map[int]int{0: -1, 19_999: 1} {
		l.rows.Choose(l.things[at].id)
		if got := beside(by); got != (thing{}) {
			t.Errorf("there is a row beyond row %d", at)
		}
	}
	l.rows.Choose(newThing().id)
	if got := beside(1); got != (thing{}) {
		t.Error("there is a row beside one that is not listed")
	}
}

func TestRowsReadBeforeAReloadTellNothing(t *testing.T) {
	l := newLongList(t, 200)
	l.rows.Reload()
	l.rows.Need(0, 199)
	l.rows.Need(35, 45) // two pages are in view
	chosen := l.things[60].id
	l.things = slices.Insert(l.things, 0, newThing())
	l.rows.Reload() // of which the first is read anew, the second stays on the screen
	l.rows.Choose(chosen)
	l.at(t, 61)
	if _, read := l.rows.Row(60); !read {
		t.Error("a row in view is not shown until it is read anew")
	}
}

func TestRowsAreCountedWhereAPageDoesNotSayHowManyThereAre(t *testing.T) {
	l := newLongList(t, 100)
	counts := 0
	l.rows.source = func() Source[thing] {
		s := l.source()
		page := s.Page
		s.Page = func(ctx context.Context, p *store.Project, at store.Page) ([]thing, int, error) {
			rows, _, err := page(ctx, p, at)
			return rows, 0, err
		}
		s.Count = func(context.Context, *store.Project) (int, error) {
			counts++
			if l.rows.Len() != pageSize || !l.rows.Counting() {
				t.Errorf("a full page is taken for all of %d rows", l.rows.Len())
			}
			return len(l.things), nil
		}
		return s
	}
	l.rows.Reload()
	if l.rows.Len() != 100 || l.rows.Counting() || counts != 1 {
		t.Errorf("%d rows, being counted: %v", l.rows.Len(), l.rows.Counting())
	}
	l.things = l.things[:7]
	l.rows.Reload()
	if l.rows.Len() != 7 || l.rows.Counting() || counts != 1 {
		t.Errorf("%d rows, being counted: %v; a page that is not full says how many there are", l.rows.Len(), l.rows.Counting())
	}
}
