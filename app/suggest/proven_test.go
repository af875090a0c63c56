package suggest

import (
	"testing"

	"standpoint/store"
)

// A proposal is as sure as its rule proved to be where that is known, and else as sure as it says.
func TestAProposalIsAsSureAsItsRuleProvedToBe(t *testing.T) {
	before := proven
	t.Cleanup(func() { proven = before })
	proven = readProven("# for people\nstatement quote.before 9 0.71 40\n")
	p := Proposal{Kind: store.KindStatement, Rule: "quote.before", Confidence: 0.93}
	for _, row := range []struct {
		kind       store.Kind
		rule       string
		confidence float64
		unproven   bool
		want       float64
	}{
		{store.KindStatement, "quote.before", 0.93, false, 0.71},
		{store.KindStatement, "quote.before", 0.93, true, 0.93},
		{store.KindStatement, "quote.before", 0.896, false, 0.71}, // as it was proved: rounded
		{store.KindStatement, "quote.before", 0.85, false, 0.85},
		{store.KindMention, "quote.before", 0.93, false, 0.93},
		{store.KindStatement, "quote.after", 0.93, false, 0.93},
	} {
		p.Kind, p.Rule, p.Confidence = row.kind, row.rule, row.confidence
		r := Reader{Unproven: row.unproven}
		if got := r.confidence(p); got != row.want {
			t.Errorf("%+v is %v sure", row, got)
		}
	}
}

func TestTenthsOfConfidencesAreThoseThatOneReads(t *testing.T) {
	for confidence, want := range map[float64]int{0: 0, 0.09: 0, 0.1: 1, 0.3: 3, 0.7: 7, 0.79: 7, 0.8: 8, 0.99: 9, 1: 9} {
		if got := Tenth(confidence); got != want {
			t.Errorf("%v is in tenth %d, want %d", confidence, got, want)
		}
	}
}

// The table within the program is sound.
func TestProvenConfidencesAreShares(t *testing.T) {
	for k, confidence := range proven {
		if confidence < 0 || confidence > 1 || k.tenth < 0 || k.tenth > 9 || k.rule == "" {
			t.Errorf("%+v is %v sure", k, confidence)
		}
	}
}
