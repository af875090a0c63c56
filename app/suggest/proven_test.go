package suggest

import (
	"math"
	"testing"

	"standpoint/store"
)

// A proposal is as sure as its rule proved to be where that is known, and else as sure as it says.
func TestAProposalIsAsSureAsItsRuleProvedToBe(t *testing.T) {
	before := proven
	t.Cleanup(func() { proven = before })
	proven = readProven("# for people\nmention name.title 9 0.71 40\n")
	p := Proposal{Kind: store.KindMention, Rule: "name.title", Confidence: 0.93}
	for _, row := range []struct {
		kind       store.Kind
		rule       string
		confidence float64
		unproven   bool
		want       float64
	}{
		{store.KindMention, "name.title", 0.93, false, 0.71},
		{store.KindMention, "name.title", 0.93, true, 0.93},
		{store.KindMention, "name.title", 0.896, false, 0.71}, // as it was proved: rounded
		{store.KindMention, "name.title", 0.85, false, 0.85},
		{store.KindPosition, "name.title", 0.93, false, 0.93},
		{store.KindMention, "name.first", 0.93, false, 0.93},
	} {
		p.Kind, p.Rule, p.Confidence = row.kind, row.rule, row.confidence
		r := Reader{Unproven: row.unproven}
		if got := r.confidence(&document{}, &p); got != row.want {
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
	for k, confidence := range proven.tenths {
		if confidence < 0 || confidence > 1 || k.tenth < 0 || k.tenth > 9 || k.rule == "" {
			t.Errorf("%+v is %v sure", k, confidence)
		}
	}
}

// What is surer of itself is not less right, whoever says it: so that of two statements that differ in nothing else it is the surer one.
func TestSurerStatementsProvedNoLessSure(t *testing.T) {
	if w := proven.weights; w[TraitSure] <= 0 || w[TraitSure]+w[traitSurePerson] <= 0 {
		t.Errorf("how sure a statement says it is weighs %v, and %v more of a person", w[TraitSure], w[traitSurePerson])
	}
}

// How sure a statement is, that is told by all of its traits: each adds to the odds.
func TestAStatementIsAsSureAsItsTraitsProvedToBe(t *testing.T) {
	before := proven
	t.Cleanup(func() { proven = before })
	proven = readProven("weight sure 1.00 40\nweight by.person 0.50 20\nweight any -0.10 40\n" +
		"weight rule.noun -1.00 9\nweight language.en 0.20 9\n")
	for _, row := range []struct {
		who      Party
		rule     string
		language string
		want     float64
	}{
		{Party{Words: "an official"}, ruleThat, "", 0.475},
		{Party{Words: "Anna Kessel", Kind: kindPerson}, ruleThat, "", 0.599},
		{Party{Words: "Anna Kessel", Kind: kindPerson}, ruleNoun, "", 0.354},
		{Party{Words: "Anna Kessel", Kind: kindPerson}, ruleThat, "en-GB", 0.646},
	} {
		p := Proposal{Kind: store.KindStatement, Rule: row.rule, Confidence: 0.5}
		p.Said = Said{Speakers: []Party{row.who}, Quotation: store.QuotationIndirect}
		got := (&Reader{}).confidence(&document{Facts: Facts{Language: row.language}, guessed: true}, &p)
		if math.Abs(got-row.want) > 0.001 {
			t.Errorf("%+v is %.3f sure", row, got)
		}
	}
}

// Words of a person whose name stands right beside the verb are surer than those of somebody unnamed, and sure enough to be recorded
// without being asked about.
func TestWordsOfNamedPersonsAreSurest(t *testing.T) {
	sure := func(said string) float64 {
		body, _ := found(t, said, "harbour")
		k := Know(nil)
		for _, p := range (&Reader{Known: k}).Read(Text{Known: k, Body: body}, Facts{Language: "en"}) {
			if p.Kind == store.KindStatement {
				return p.Confidence
			}
		}
		return 0
	}
	named := sure("“The harbour will open on Monday,” Trade Minister Anna Kessel said.")
	official := sure("“The harbour will open on Monday,” an official said.")
	they := sure("“The harbour will open on Monday,” they said.")
	if named < 0.9 || official > 0.89 || they >= official || they == 0 {
		t.Errorf("%.2f sure of a name, %.2f of an official, %.2f of a pronoun", named, official, they)
	}
}

// Words in quotation marks are proposed, though it is in doubt who says them; told words are not.
func TestAQuotationIsProposedThoughItIsInDoubtWhoSpeaks(t *testing.T) {
	for _, row := range []struct {
		share     float64
		quotation store.Quotation
		want      float64
	}{
		{0.42, store.QuotationDirect, 0.5},
		{0.35, store.QuotationMixed, 0.5},
		{0.34, store.QuotationDirect, 0.34},
		{0.42, store.QuotationIndirect, 0.42},
		{0.83, store.QuotationDirect, 0.83},
	} {
		if got := atLeastQuoted(row.share, row.quotation); got != row.want {
			t.Errorf("%+v is %v sure", row, got)
		}
	}
}
