package tagger

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
)

// Tagged is a sentence whose parts of speech are known.
type Tagged struct {
	Words []Word
	Tags  []Tag // as many
}

// A word is certain that was seen so often, and so many times in a thousand with the same tag.
const (
	leastCertain  = 6
	shareOfWord   = 995
	leastSeen     = 1
	largestWeight = 127
	leastWeight   = 2 // of the largest: what is less changes nothing
)

// weight is one feature while it is learnt: its weights, and their sums over all steps until the last at which they changed.
type weight struct {
	now   [tagCount]float32
	sum   [tagCount]float64
	since [tagCount]int32
	seen  int32
}

// Learn learns from tagged sentences, which it goes through so many times: an averaged perceptron that tags from left to right by what
// it has just tagged itself. The same sentences in the same order give the same model.
func Learn(sentences []Tagged, rounds int) *Model {
	l := learner{weights: map[uint32]*weight{}, certain: certainWords(sentences)}
	chance := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // it puts sentences into an order
	order := make([]int, len(sentences))
	for i := range order {
		order[i] = i
	}
	for range rounds {
		chance.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.learn(sentences[i])
		}
	}
	return newModel(l.certain, l.quantised())
}

func certainWords(sentences []Tagged) map[uint32]Tag {
	seen := map[uint32]*[tagCount]int{}
	for _, s := range sentences {
		for i, w := range s.Words {
			if shape := shapeOf(w.Text); shape != shapeSmall && shape != shapeMark {
				continue
			}
			key := hashOf(w.Fold)
			if seen[key] == nil {
				seen[key] = new([tagCount]int)
			}
			seen[key][s.Tags[i]]++
		}
	}
	certain := map[uint32]Tag{}
	for key, counts := range seen {
		all := 0
		best := Mark
		for t, n := range counts {
			if all += n; n > counts[best] {
				best = Tag(t)
			}
		}
		if all >= leastCertain && counts[best]*1000 >= shareOfWord*all {
			certain[key] = best
		}
	}
	return certain
}

type learner struct {
	weights map[uint32]*weight
	certain map[uint32]Tag
	step    int32
	reader  reader
}

func (l *learner) learn(s Tagged) {
	l.reader.read(s.Words)
	before, before2 := tagCount, tagCount
	var f features
	for i, right := range s.Tags {
		tag, sure := l.reader.sure(l.certain, i)
		if !sure {
			l.reader.at(&f, i, before, before2)
			l.step++
			if tag = l.best(&f); tag != right {
				l.correct(&f, right, tag)
			}
		}
		before, before2 = tag, before
	}
}

func (l *learner) best(f *features) Tag {
	var sums [tagCount]float32
	for _, key := range f {
		if w := l.weights[key]; w != nil {
			for t, now := range &w.now {
				sums[t] += now
			}
		}
	}
	best := Mark
	for t := range sums {
		if sums[t] > sums[best] {
			best = Tag(t)
		}
	}
	return best
}

func (l *learner) correct(f *features, right, wrong Tag) {
	for _, key := range f {
		w := l.weights[key]
		if w == nil {
			w = &weight{}
			l.weights[key] = w
		}
		w.seen++
		w.add(right, 1, l.step)
		w.add(wrong, -1, l.step)
	}
}

func (w *weight) add(t Tag, change float32, step int32) {
	w.sum[t] += float64(w.now[t]) * float64(step-w.since[t])
	w.since[t] = step
	w.now[t] += change
}

// quantised are the averages in whole numbers.
func (l *learner) quantised() map[uint32]row {
	largest := 0.0
	for _, w := range l.weights {
		for t := range tagCount {
			w.add(t, 0, l.step)
			largest = max(largest, math.Abs(w.sum[t]))
		}
	}
	all := map[uint32]row{}
	for _, key := range slices.Sorted(maps.Keys(l.weights)) {
		w := l.weights[key]
		if w.seen < leastSeen {
			continue
		}
		var r row
		for t := range tagCount {
			if q := math.Round(w.sum[t] / largest * largestWeight); math.Abs(q) >= leastWeight {
				r[t] = int8(q)
			}
		}
		if r != (row{}) {
			all[key] = r
		}
	}
	return all
}
