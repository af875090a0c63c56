package store_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"standpoint/store"
)

func TestThereIsARankBetweenAnyTwo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var ranks []string
		coders := []store.ID{store.NewID(), store.NewID(), store.NewID()}
		for range rapid.IntRange(1, 60).Draw(t, "parts") {
			at := rapid.SampledFrom([]int{0, len(ranks), rapid.IntRange(0, len(ranks)).Draw(t, "place")}).Draw(t, "at")
			after, before := "", ""
			if at > 0 {
				after = ranks[at-1]
			}
			if at < len(ranks) {
				before = ranks[at]
			}
			rank, ok := store.RankBetween(after, before, rapid.SampledFrom(coders).Draw(t, "coder"))
			if !ok || rank <= after || before != "" && rank >= before {
				t.Fatalf("between %q and %q: %q, %v", after, before, rank, ok)
			}
			ranks = slices.Insert(ranks, at, rank)
		}
	})
}

// Other programs may have written anything.
func TestARankIsBetweenOrThereIsNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		anything := rapid.StringOfN(rapid.SampledFrom([]rune("0Vz~ ä")), 0, 12, -1)
		after, before := anything.Draw(t, "after"), anything.Draw(t, "before")
		if rank, ok := store.RankBetween(after, before, store.ID{}); ok && (rank <= after || before != "" && rank >= before) {
			t.Fatalf("between %q and %q: %q", after, before, rank)
		}
	})
}

func TestRanksOfALongReportStayShort(t *testing.T) {
	coder, other := store.NewID(), store.NewID()
	last := ""
	for range 5000 {
		last, _ = store.RankBetween(last, "", coder)
	}
	first, _ := store.RankBetween("", last, other)
	for range 5000 {
		first, _ = store.RankBetween("", first, coder)
	}
	if len(last) > 6 || len(first) > 12 {
		t.Errorf("ranks are as long as %q and %q", first, last)
	}
}
