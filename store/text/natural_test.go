package text

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumbersInNamesAreOrderedByWhatTheyCount(t *testing.T) {
	want := []string{
		"", "2", "10", "Élan 1", "elan 2", "Week", "Week 1", "week 01", "Week 2", "Week 2, day 9", "Week 2, day 10", "Week 10",
		"Week 99999999999999999999", "Week 100000000000000000000", "Week A",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, CompareNames)
	if !slices.Equal(got, want) {
		t.Errorf("they are ordered as\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// What is ordered is ordered one way, whatever it is compared with.
func TestTheOrderOfNamesIsOne(t *testing.T) {
	name := rapid.StringMatching(`[aÄ 0-2]{0,6}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := name.Draw(t, "a"), name.Draw(t, "b"), name.Draw(t, "c")
		if CompareNames(a, b) != -CompareNames(b, a) || (CompareNames(a, b) == 0) != (a == b) {
			t.Fatalf("%q and %q: %d, %d", a, b, CompareNames(a, b), CompareNames(b, a))
		}
		if CompareNames(a, b) < 0 && CompareNames(b, c) < 0 && CompareNames(a, c) >= 0 {
			t.Fatalf("%q < %q < %q, and %d", a, b, c, CompareNames(a, c))
		}
	})
}
