package main

import (
	"math"
	"slices"
	"testing"

	"standpoint/app/suggest/gold"
	"standpoint/store"
)

// proposals gives so many proposals of a rule, some of them right.
func proposals(rule string, confidence float64, right, all int) (list []judged) {
	for i := range all {
		list = append(list, judged{kind: store.KindMention, rule: rule, confidence: confidence, right: i < right})
	}
	return list
}

// A rule that says 0.9 and is right in half of many cases proved to be little more than that; of few cases little is known.
func TestARuleIsAsSureAsItProvedToBe(t *testing.T) {
	list := pooled(steps(slices.Concat(proposals("many", 0.9, 100, 200), proposals("few", 0.9, 0, 1), proposals("right", 0.5, 30, 30)), nil))
	for i, want := range []struct {
		rule       string
		bin        int
		confidence float64
	}{{"few", 9, 9.0 / 11}, {"many", 9, 109.0 / 210}, {"right", 5, 35.0 / 40}} {
		const tiny = 1e-9
		if got := list[i]; got.rule != want.rule || got.bin != want.bin || math.Abs(got.confidence()-want.confidence) > tiny {
			t.Errorf("%+v is %v sure, want %v", got, got.confidence(), want)
		}
	}
}

// Who is surer is not less right.
func TestSurerProposalsOfOneRuleAreNotLessSureThanOthers(t *testing.T) {
	list := pooled(steps(slices.Concat(
		proposals("one", 0.5, 40, 50), proposals("one", 0.6, 20, 50), proposals("one", 0.7, 10, 50), proposals("one", 0.9, 50, 50),
		proposals("two", 0.3, 50, 50),
	), nil))
	for i := 1; i < len(list); i++ {
		if list[i].rule == list[i-1].rule && list[i].confidence() < list[i-1].confidence() {
			t.Errorf("%+v is less sure than %+v", list[i], list[i-1])
		}
	}
	if len(list) != 5 || list[0].confidence() != list[2].confidence() || list[3].confidence() <= list[2].confidence() {
		t.Errorf("steps are %+v", list)
	}
}

func TestTheTableIsTheSameEachTime(t *testing.T) {
	all, err := gold.All()
	if err != nil {
		t.Fatal(err)
	}
	if first, second := proven(all, nil), proven(all, nil); first != second || len(first) < 200 {
		t.Errorf("it is\n%s\nand then\n%s", first, second)
	}
}

// What others' texts tell counts beside our own, and however much they tell, both origins do.
func TestSharesOfTwoOriginsAreBetweenBoth(t *testing.T) {
	sure := func(others ...judged) float64 {
		list := steps(proposals("rule", 0.9, 180, 200), others)
		if len(list) != 1 {
			t.Fatalf("%+v", list)
		}
		return list[0].confidence()
	}
	alone, few, many := sure(), sure(proposals("rule", 0.9, 4, 8)...), sure(proposals("rule", 0.9, 500, 1000)...)
	if math.Abs(alone-0.9) > 1e-9 || few > 0.89 || few < 0.8 || many > 0.75 || many < 0.68 {
		t.Errorf("%.3f sure alone, %.3f with few others, %.3f with many", alone, few, many)
	}
	if told := sure(proposals("rule", 0.9, 8, 8)...); told > 0.95 || told < 0.9 {
		t.Errorf("%.3f sure where others are all right", told)
	}
}

// Of what GUM has no units for, nothing is proved on its texts.
func TestWhatGUMDoesNotTellIsNotProvedOnIt(t *testing.T) {
	for _, row := range []struct {
		kind store.Kind
		rule string
		is   bool
	}{
		{store.KindStatement, "turn", true},
		{store.KindStatement, "quote.before", false},
		{store.KindPosition, "stance", true},
		{store.KindMention, "name.title", false},
	} {
		if got := isUnknownToGUM(judged{kind: row.kind, rule: row.rule}); got != row.is {
			t.Errorf("%s %s: %v", row.kind, row.rule, got)
		}
	}
}
