package layout

import (
	"sort"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"standpoint/store/text"
)

func anyStretches() *rapid.Generator[[]Stretch] {
	return rapid.Custom(func(t *rapid.T) []Stretch {
		stretches := make([]Stretch, rapid.IntRange(0, 60).Draw(t, "count"))
		for i := range stretches {
			start := rapid.IntRange(0, 300).Draw(t, "start")
			length := rapid.IntRange(1, 80).Draw(t, "length")
			stretches[i] = Stretch{Span: text.Span{Start: start, End: start + length}, Of: i}
		}
		return stretches
	})
}

func TestLanesNeverCollide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sorted := NewSpans(anyStretches().Draw(t, "stretches")).All()
		SetLanes(sorted, func(int) bool { return true })
		for i, a := range sorted {
			for _, b := range sorted[i+1:] {
				if a.Lane == b.Lane && a.Overlaps(b.Span) {
					t.Fatalf("%v and %v share lane %d", a, b, a.Lane)
				}
			}
		}
	})
}

func TestOverlappingFindsWhatOverlaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		spans := NewSpans(anyStretches().Draw(t, "stretches"))
		start := rapid.IntRange(0, 400).Draw(t, "start")
		asked := text.Span{Start: start, End: start + rapid.IntRange(1, 100).Draw(t, "length")}
		var want []Stretch
		for _, s := range spans.All() {
			if s.Overlaps(asked) {
				want = append(want, s)
			}
		}
		if diff := cmp.Diff(want, spans.Overlapping(asked, nil)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestLabelsNeverCollideAndStayBesideTheirStripe(t *testing.T) {
	const row, gap, slack = 13.0, 3.0, 4.0
	rapid.Check(t, func(t *rapid.T) {
		labels := make([]Label, rapid.IntRange(0, 40).Draw(t, "count"))
		for i := range labels {
			top := float64(rapid.IntRange(0, 500).Draw(t, "top"))
			labels[i] = Label{
				Top: top, Bottom: top + float64(rapid.IntRange(1, 8).Draw(t, "rows"))*26 - 6,
				Lines: rapid.IntRange(1, 3).Draw(t, "lines"),
			}
		}
		sort.SliceStable(labels, func(i, j int) bool { return labels[i].Top < labels[j].Top })
		end := -1000.0
		for i, p := range PlaceLabels(labels, row, gap, slack) {
			if p.Lines == 0 {
				continue
			}
			if p.Y < end+gap-0.01 {
				t.Fatalf("label %d at %v, the one above ends at %v", i, p.Y, end)
			}
			if p.Y < labels[i].Top || p.Y > labels[i].Top && p.Y+row > labels[i].Bottom+slack {
				t.Fatalf("label %d of %v at %v", i, labels[i], p.Y)
			}
			end = p.Y + float64(p.Lines)*row
		}
	})
}

func TestFenwickSumsLikeASlice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOf(rapid.IntRange(0, 9)).Draw(t, "counts")
		f := newFenwick(append([]int(nil), counts...))
		for n := range len(counts) {
			if rapid.Bool().Draw(t, "change") {
				counts[n] = rapid.IntRange(0, 9).Draw(t, "count")
				f.set(n, counts[n])
			}
		}
		sum := 0
		for n, c := range counts {
			if f.sum(n) != sum || f.at(n) != c {
				t.Fatalf("sum of %d is %d, should be %d", n, f.sum(n), sum)
			}
			sum += c
		}
	})
}
