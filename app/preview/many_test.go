package preview

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"standpoint/app/candidates"
	"standpoint/app/desk/desktest"
	"standpoint/app/intake"
	"standpoint/store/storetest"
)

// newFullRoom is a room in which so many articles of a table wait, at the first of which the keyboard is.
func newFullRoom(t testing.TB, articles int) *Room {
	t.Helper()
	d := desktest.New(t)
	r := New(d.Desk, func(bool) {}, func(intake.Result) {})
	d.Put(r.Middle())
	var table strings.Builder
	table.WriteString("Title,Source,Text\n")
	for i := range articles {
		fmt.Fprintf(&table, "Report %d,Harbour Wire,The ferry left at noon on day %d.\n", i, i)
	}
	file := filepath.Join(t.TempDir(), "reports.csv")
	if err := os.WriteFile(file, []byte(table.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	batch := candidates.NewBatch(d.Project, intake.Options{})
	if err := batch.Read(t.Context(), []string{file}, nil); err != nil {
		t.Fatal(err)
	}
	r.project = d.Project
	r.begin(t.Context(), batch)
	r.Appear()
	return r
}

// extend presses a key with Shift held down.
func (r *Room) extend(key fyne.KeyName) {
	r.list.list.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShift})
}

func TestOneMoreOfManyThatAreSelectedIsLookedAtAlone(t *testing.T) {
	const many = 10_000
	r := newFullRoom(t, many)
	r.extend(fyne.KeyEnd)
	before := r.list.together.set.Looks()
	for range 10 {
		r.extend(fyne.KeyUp)
	}
	r.extend(fyne.KeyDown)
	if n := r.list.together.set.Looks() - before; n != 11 || r.list.many() != many-9 {
		t.Errorf("%d were looked at for 11 keys; %d are selected", n, r.list.many())
	}
}

func TestOnlyRowsInSightAreMadeOfWhatWaits(t *testing.T) {
	objects := func(articles int) int {
		r := newFullRoom(t, articles)
		r.extend(fyne.KeyEnd)
		return len(test.LaidOutObjects(r.Middle()))
	}
	few, many := objects(100), objects(10_000)
	if many > few+few/10 {
		t.Errorf("%d objects of 10,000 articles, %d of 100", many, few)
	}
}

// A range goes both ways from where it began, as it does in other lists.
func TestARangeGrowsAndShrinksOnBothSidesOfItsBeginning(t *testing.T) {
	r := newFullRoom(t, 20)
	for range 10 {
		r.list.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	for _, step := range []struct {
		key         fyne.KeyName
		first, last int
	}{
		{fyne.KeyDown, 10, 11},
		{fyne.KeyDown, 10, 12},
		{fyne.KeyUp, 10, 11},
		{fyne.KeyUp, 10, 10},
		{fyne.KeyUp, 9, 10},
		{fyne.KeyHome, 0, 10},
		{fyne.KeyDown, 1, 10},
		{fyne.KeyEnd, 10, 19},
		{fyne.KeyHome, 0, 10},
	} {
		r.extend(step.key)
		all := r.list.all()
		if len(all) != step.last-step.first+1 || all[0] != r.list.ids[step.first] || all[len(all)-1] != r.list.ids[step.last] {
			t.Fatalf("after Shift and %s %v are selected", step.key, all)
		}
	}
}

// What a key costs while half of what waits is selected. STANDPOINT_ARTICLES says of how many.
func BenchmarkSelectingOneMoreOfMany(b *testing.B) {
	articles := storetest.Articles(5_000)
	r := newFullRoom(b, articles)
	r.list.together.ExtendTo(articles / 2)
	down := false
	for b.Loop() {
		down = !down
		if down {
			r.extend(fyne.KeyDown)
		} else {
			r.extend(fyne.KeyUp)
		}
	}
	b.ReportMetric(float64(articles), "articles")
}
