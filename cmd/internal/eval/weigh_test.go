package main

import (
	"fmt"
	"math"
	"testing"

	"standpoint/app/suggest"
	"standpoint/app/suggest/learn"
	"standpoint/store"
)

// samples are so many statements of one origin with traits, some of them right, each in an article of its own. All say that they are
// 0.8 sure.
func samples(from origin, right, all int, traits ...string) (list []sample) {
	for i := range all {
		s := sample{article: fmt.Sprint(i), right: i < right, counts: 1}
		s.traits = append(s.traits, suggest.Trait{Name: suggest.TraitSure, Value: learn.Odds(0.8)})
		for _, name := range traits {
			s.traits = append(s.traits, suggest.Trait{Name: name, Value: 1})
		}
		s.traits = append(s.traits, from...)
		list = append(list, s)
	}
	return list
}

// sureOf is how sure a new statement with traits is.
func sureOf(list []sample, traits ...string) float64 {
	weights, _ := weigh(list)
	return suggest.ShareBy(weights, samples(nil, 0, 1, traits...)[0].traits)
}

// Statements with a trait are as sure as those of both origins proved to be, of few little is known, and articles by which rules are made
// tell what is surer, but not how sure it is.
func TestStatementsAreAsSureAsThoseWithTheirTraitsProvedToBe(t *testing.T) {
	join := func(lists ...[]sample) (all []sample) {
		for _, l := range lists {
			all = append(all, l...)
		}
		return all
	}
	both := join(samples(ofKept, 160, 200, "a"), samples(ofOthers, 140, 200, "a"))
	for name, row := range map[string]struct {
		list  []sample
		trait string
		want  float64
	}{
		"between both origins":    {both, "a", 0.75},
		"few tell little":         {join(both, samples(ofKept, 0, 1, "b")), "b", 0.68},
		"many tell more":          {join(both, samples(ofKept, 20, 100, "b")), "b", 0.2},
		"rules fit their own":     {join(both, samples(ofTuned, 990, 1000, "a")), "a", 0.75},
		"what is surer is surer":  {join(both, samples(ofTuned, 500, 1000, "a"), samples(ofTuned, 900, 1000, "b")), "b", 0.95},
		"what is unasked is none": {join(both, unasked(samples(ofKept, 0, 500, "a"))), "a", 0.75},
	} {
		if got := sureOf(row.list, row.trait); math.Abs(got-row.want) > 0.035 {
			t.Errorf("%s: %.3f sure, want %.2f", name, got, row.want)
		}
	}
}

// What is measured of an article is proved on others.
func TestWhatIsLeftOutIsProvedOnOthers(t *testing.T) {
	list := samples(ofKept, 50, 50, "a")
	for i := range list {
		if partOf(list[i].article) == 0 {
			list[i].right = false
		}
	}
	for article, all := range leftOut(list) {
		for _, j := range all {
			if isLeft := partOf(article) == 0; j.right == isLeft || isLeft && j.confidence < 0.9 || !isLeft && j.confidence > 0.9 {
				t.Errorf("%s: %+v", article, j)
			}
		}
	}
}

// Of few proposals chance alone makes an error, of many hardly any.
func TestChanceMakesAnErrorOfFew(t *testing.T) {
	few := []judged{{kind: store.KindStatement, confidence: 0.8}, {kind: store.KindStatement, confidence: 0.8}}
	var many []judged
	for range 10_000 {
		many = append(many, few[0])
	}
	if a, b := errorByChance(few), errorByChance(many); math.Abs(a-0.226) > 0.001 || b > 0.01 || errorByChance(nil) != 0 {
		t.Errorf("of few %v, of many %v", a, b)
	}
}
