package main

import (
	"crypto/sha256"
	"maps"
	"math"
	"slices"

	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
	"standpoint/app/suggest/learn"
	"standpoint/store"
)

// origin is of what origin a text is: a trait of each statement that is proved in it, which those that are proposed have not.
type origin []suggest.Trait

// The origins. By articles by which rules are made it is told what makes a statement surer than others, but not how sure any is: there
// they are righter than anywhere else. A text of which nothing is known is right between our own and those that nobody invented.
var (
	ofTuned  = origin{{Name: "tuned", Value: 1}}
	ofKept   = origin{{Name: "invented", Value: 0.5}}
	ofOthers = origin{{Name: "invented", Value: -0.5}}
)

// countsOfTuned is as how many statements one counts of an article by which rules are made: what is surer there is so elsewhere, too,
// but less.
const countsOfTuned = 0.5

// sample is a statement of which is known whether it is right.
type sample struct {
	article string
	traits  []suggest.Trait
	right   bool
	counts  float64 // as how much of one
}

// samplesOf are the statements in articles as rules propose them, and whether they are right.
func samplesOf(articles []gold.Article) (all []sample) {
	for _, a := range articles {
		from, counts := ofTuned, countsOfTuned
		switch {
		case a.Style == styleGUM:
			from, counts = ofOthers, 1
		case a.Kept:
			from, counts = ofKept, 1
		}
		m := &measured{}
		m.article(a, read(a, true))
		for _, j := range m.judged {
			if j.kind == store.KindStatement {
				all = append(all, sample{article: a.ID, traits: slices.Concat(j.traits, from), right: j.right, counts: counts})
			}
		}
	}
	return all
}

// How much speaks for a weight that changes nothing, as by how much the wrongness of all statements that have the trait has to
// outweigh it: of a trait, of how sure statements say they are, and of what tells only of origins.
const (
	pullOfTrait  = 4
	pullOfSure   = 5
	pullOfOrigin = 0.02
)

// weighing finds weights.
type weighing struct {
	names  []string
	before []float64 // as names: what each weighs as long as nothing is known
	pull   []float64
	at     [][]place // as names: which samples have the trait
	weight []float64
	odds   []float64 // as samples
	right  []float64
	counts []float64
}

// place is a sample that has a trait, and its value.
type place struct {
	sample int
	value  float64
}

// weigh finds what each trait adds to the logarithm of the odds that a statement is right: the likeliest weights of a logistic
// regression that are pulled to what is known before, in hundredths, by the traits' names; and how many samples have each. The same
// samples give the same.
func weigh(samples []sample) (weights map[string]float64, of map[string]int) {
	w := newWeighing(samples)
	const rounds, tiny = 60, 1e-5
	for range rounds {
		far := 0.0
		for i := range w.names {
			far = max(far, w.step(i))
		}
		if far < tiny {
			break
		}
	}
	weights, of = map[string]float64{}, map[string]int{}
	for i, name := range w.names {
		weights[name], of[name] = math.Round(w.weight[i]*100)/100, len(w.at[i])
	}
	return weights, of
}

func newWeighing(samples []sample) *weighing {
	all := map[string][]place{}
	w := &weighing{odds: make([]float64, len(samples)), right: make([]float64, len(samples)), counts: make([]float64, len(samples))}
	for i, s := range samples {
		all[suggest.TraitAny] = append(all[suggest.TraitAny], place{i, 1})
		for _, t := range s.traits {
			all[t.Name] = append(all[t.Name], place{i, t.Value})
			if t.Name == suggest.TraitSure {
				w.odds[i] = t.Value
			}
		}
		if w.counts[i] = s.counts; s.right {
			w.right[i] = 1
		}
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		before, pull := 0.0, float64(pullOfTrait)
		switch name {
		case suggest.TraitSure:
			before, pull = 1, pullOfSure
		case suggest.TraitAny, ofTuned[0].Name, ofKept[0].Name:
			pull = pullOfOrigin
		}
		w.names, w.at = append(w.names, name), append(w.at, all[name])
		w.before, w.pull, w.weight = append(w.before, before), append(w.pull, pull), append(w.weight, before)
	}
	return w
}

// step makes one weight likelier, by Newton's method, and returns how far it went.
func (w *weighing) step(i int) float64 {
	slope, bend := w.pull[i]*(w.weight[i]-w.before[i]), w.pull[i]
	for _, p := range w.at[i] {
		share := learn.Share(w.odds[p.sample])
		slope += w.counts[p.sample] * p.value * (share - w.right[p.sample])
		bend += w.counts[p.sample] * p.value * p.value * share * (1 - share)
	}
	by := min(max(-slope/bend, -1), 1)
	w.weight[i] += by
	for _, p := range w.at[i] {
		w.odds[p.sample] += by * p.value
	}
	return math.Abs(by)
}

// partsLeft is in how many parts articles are left out, one after the other.
const partsLeft = 5

// leftOut are the statements in articles that are proposed where these are new, by the article: as sure as others proved to be.
func leftOut(samples []sample) map[string][]judged {
	found := map[string][]judged{}
	for part := range partsLeft {
		var others []sample
		for _, s := range samples {
			if partOf(s.article) != part {
				others = append(others, s)
			}
		}
		weights, _ := weigh(others)
		for _, o := range slices.Concat(ofTuned, ofKept) {
			delete(weights, o.Name) // nobody knows of what origin a new text is
		}
		for _, s := range samples {
			sure := math.Round(suggest.ShareBy(weights, s.traits)*100) / 100
			if partOf(s.article) == part && sure >= leastConfidence {
				found[s.article] = append(found[s.article], judged{kind: store.KindStatement, confidence: sure, right: s.right})
			}
		}
	}
	return found
}

func partOf(article string) int {
	sum := sha256.Sum256([]byte(article))
	return int(sum[0]) % partsLeft
}

// unasked are samples by which nothing is proved: they are only measured.
func unasked(samples []sample) []sample {
	for i := range samples {
		samples[i].counts = 0
	}
	return samples
}
