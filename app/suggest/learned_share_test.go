package suggest

import (
	"math"
	"testing"

	"standpoint/app/suggest/learn"
	"standpoint/store"
	"standpoint/store/text"
)

// schooled are articles with statements of rules, each so many right of so many in each article, of which every rule says that it is 0.8
// sure.
func schooled(articles int, rules map[string][2]int) *school {
	s := &school{folds: articles}
	for fold := range articles {
		p := &pupil{Lesson: &Lesson{Whole: true}, fold: fold}
		for _, rule := range []string{ruleThat, ruleNoun, ruleOf} {
			for i := range rules[rule][1] {
				p.all = append(p.all, candidate{kind: store.KindStatement, rule: rule, byRules: true, sure: 0.8, prior: learn.Odds(0.8)})
				p.right = append(p.right, i < rules[rule][0])
				p.judged, p.apart = append(p.judged, true), append(p.apart, false)
			}
		}
		s.pupils = append(s.pupils, p)
	}
	return s
}

// A rule whose proposals nobody wants in the project is soon less sure, the others about as before, and a rule that the project had not
// yet in between.
func TestRulesAreAsSureAsTheyFareInTheProject(t *testing.T) {
	s := schooled(10, map[string][2]int{ruleThat: {4, 5}, ruleNoun: {0, 1}})
	by := s.share(store.KindStatement)
	sure := func(rule string) float64 { return learn.Share(learn.Odds(0.8) + by.of(rule)) }
	if that, noun, other := sure(ruleThat), sure(ruleNoun), sure(ruleOf); that < 0.75 || noun > 0.42 || other > that || other < 0.7 {
		t.Errorf("sure are %.2f, %.2f, %.2f", that, noun, other)
	}
	if one := learn.Share(learn.Odds(0.8) + s.without[0].of(ruleNoun)); one <= sure(ruleNoun) {
		t.Errorf("without one article the rule is %.2f sure, with all %.2f", one, sure(ruleNoun))
	}
}

// What articles that were left out do not bear out is not taken over.
func TestSharesThatTellNoMoreAreNotTakenOver(t *testing.T) {
	s := schooled(10, map[string][2]int{ruleThat: {4, 5}})
	if by := s.share(store.KindStatement); by != nil {
		t.Errorf("taken over is %v", by)
	}
	for _, without := range s.without {
		if without.of(ruleThat) != 0 {
			t.Error("without an article, something is")
		}
	}
}

// As many proposals of one article tell less than of several.
func TestProposalsOfOneArticleTellLessThanThoseOfSeveral(t *testing.T) {
	one, several := schooled(1, map[string][2]int{ruleNoun: {0, 10}}), schooled(10, map[string][2]int{ruleNoun: {0, 1}})
	a, b := one.tallied(store.KindStatement, -1).of(ruleNoun), several.tallied(store.KindStatement, -1).of(ruleNoun)
	if a >= 0 || b >= a {
		t.Errorf("one article moves it by %.2f, ten by %.2f", a, b)
	}
}

func TestGainsAreComparedWithWhatChanceMayMove(t *testing.T) {
	rules := trials{{found: 5, annotated: 10, right: 5, proposed: 10}, {found: 5, annotated: 10, right: 5, proposed: 10}}
	same := trials{{found: 6, annotated: 10, right: 6, proposed: 10}, {found: 6, annotated: 10, right: 6, proposed: 10}}
	other := trials{{found: 9, annotated: 10, right: 9, proposed: 10}, {found: 3, annotated: 10, right: 3, proposed: 10}}
	for i, row := range []struct {
		all          trials
		gain, chance float64
	}{{rules, 0, 0}, {same, 0.1, 0}, {other, 0.1, 0.3}} {
		if gain, chance := row.all.gainOver(rules); math.Abs(gain-row.gain) > 1e-9 || math.Abs(chance-row.chance) > 1e-9 {
			t.Errorf("%d: %.3f, chance %.3f", i, gain, chance)
		}
	}
}

func TestWhatOnlyLabelsTellOfIsLeftOutWhereTheyAreNotUsed(t *testing.T) {
	spans := []text.Span{{Start: 0, End: 10}}
	all := []candidate{
		{kind: store.KindStatement, spans: spans, byRules: true, score: 1, twin: -1},
		{kind: store.KindStatement, spans: spans, labelled: true, score: 2, twin: 0},
	}
	if gone := losers(all, true); !gone[0] || gone[1] {
		t.Errorf("with labels, gone are %v", gone)
	}
	if gone := losers(all, false); gone[0] || !gone[1] {
		t.Errorf("without, gone are %v", gone)
	}
}
