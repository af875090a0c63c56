package candidates

import (
	"context"
	"iter"
	"testing"

	"standpoint/app/intake"
	"standpoint/store/storetest"
)

// A file that takes long holds up no other, and stands where it would have stood.
func TestArticlesStandInTheOrderOfTheirFilesWhenTheyComeInAnother(t *testing.T) {
	b := NewBatch(storetest.NewProject(t, "Ilse Brandt"), intake.Options{})
	var seen []int
	b.readFiles = func(_ context.Context, paths []string, _ intake.Options) iter.Seq[[]intake.Reading] {
		return func(yield func([]intake.Reading) bool) {
			for _, r := range []intake.Reading{
				{Path: paths[1], At: 0}, {Path: paths[2], Last: true}, {Path: paths[1], At: 1, Last: true}, {Path: paths[0], Last: true},
			} {
				yield([]intake.Reading{r})
				seen = append(seen, b.Len())
			}
		}
	}
	if err := b.Read(t.Context(), []string{"slow.pdf", "two.csv", "three.txt"}, nil); err != nil {
		t.Fatal(err)
	}
	if err := b.Read(t.Context(), []string{"a.txt", "b.csv", "c.txt"}, nil); err != nil {
		t.Fatal(err)
	}
	if len(seen) != 8 || seen[0] != 1 || seen[2] != 3 {
		t.Errorf("rows after each reading: %v", seen)
	}
	for i, want := range []string{"slow.pdf", "two.csv", "two.csv", "three.txt", "a.txt", "b.csv", "b.csv", "c.txt"} {
		c := b.Row(i)
		if at := b.Rank(c.ID); c.Path != want || at != i || i > 0 && c.Path == b.Row(i-1).Path && c.At != 1 {
			t.Errorf("row %d is article %d of %s, by its ID row %d; want %s", i, c.At, c.Path, at, want)
		}
	}
}
