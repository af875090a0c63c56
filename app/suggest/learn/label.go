package learn

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// Label is what a word belongs to.
type Label byte

// The labels.
const (
	Outside Label = iota
	Begins        // the first word of what is said
	Goes          // a later word of it
	Source        // a word of who says it
	Cue           // a word that says so
	labels
)

// width is how many weights a feature has: one for each label, and some that are not used so that they lie well in memory.
const width = 8

// Sequence are words that are labelled together.
type Sequence struct {
	Features []uint32 // of all words, one after another; each has as many
	Per      int      // features of a word
	Labels   []Label  // of each word, as far as they are known: what is learnt
}

// Len is how many words a sequence has.
func (s *Sequence) Len() int { return len(s.Features) / s.Per }

// Labeller labels words by the weights of their features. It may be used from several goroutines.
type Labeller struct {
	bits    int     // how many features are told apart: 2 to that power
	weights []int8  // of each feature, for each label
	steps   steps   // from one label to the next
	unit    float32 // what a weight of 1 says
}

// steps are the weights of a label after another; the last row is that of the first word.
type steps [labels + 1][labels]float32

// isStep reports whether a label can follow another: what is said goes on only where it has begun.
func isStep(before, now Label) bool { return now != Goes || before == Begins || before == Goes }

const never = -1e9

// The sizes of tables of features.
const (
	leastBits = 14
	mostBits  = 20
)

// bitsFor is how many features are told apart for so many words.
func bitsFor(words int) int {
	bits := leastBits
	for bits < mostBits && 1<<bits < 12*words {
		bits++
	}
	return bits
}

// row is where the weights of a feature stand.
func row(feature uint32, bits int) int { return int(feature>>(32-bits)) * width }

// path is the room in which the best labels of a sequence are found.
type path struct {
	scores []float32 // of each word and label
	best   []float32
	from   []Label
}

func (p *path) room(n int) {
	if cap(p.scores) < n*width {
		p.scores, p.best, p.from = make([]float32, n*width), make([]float32, n*width), make([]Label, n*width)
	}
	p.scores, p.best, p.from = p.scores[:n*width], p.best[:n*width], p.from[:n*width]
}

// find sets the best labels by the scores of the words and the steps between them.
func (p *path) find(out []Label, s *steps) {
	n := len(out)
	for i := range n {
		here := p.scores[i*width : i*width+width]
		for now := Outside; now < labels; now++ {
			best, from := float32(never), Outside
			if i == 0 {
				if now != Goes {
					best = s[labels][now]
				}
			} else {
				for before := Outside; before < labels; before++ {
					if score := p.best[(i-1)*width+int(before)] + s[before][now]; score > best && isStep(before, now) {
						best, from = score, before
					}
				}
			}
			p.best[i*width+int(now)], p.from[i*width+int(now)] = best+here[now], from
		}
	}
	at := Outside
	for now := Outside; now < labels; now++ {
		if p.best[(n-1)*width+int(now)] > p.best[(n-1)*width+int(at)] {
			at = now
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = at
		at = p.from[i*width+int(at)]
	}
}

// table are weights while they are learnt.
type table struct {
	bits     int
	now, sum []float32 // the weights, and what they lack to their mean over all steps
	steps    steps
	stepSums steps
	at       float32 // the step
	path     path
}

func (t *table) score(s *Sequence) {
	n := s.Len()
	t.path.room(n)
	for i := range n {
		var sums [width]float32
		for _, f := range s.Features[i*s.Per : (i+1)*s.Per] {
			w := t.now[row(f, t.bits):]
			w = w[:width]
			for l := range labels {
				sums[l] += w[l]
			}
		}
		copy(t.path.scores[i*width:], sums[:])
	}
}

func (t *table) move(s *Sequence, i int, l Label, by float32) {
	for _, f := range s.Features[i*s.Per : (i+1)*s.Per] {
		at := row(f, t.bits) + int(l)
		t.now[at] += by
		t.sum[at] += by * t.at
	}
}

func (t *table) step(before, now Label, by float32) {
	t.steps[before][now] += by
	t.stepSums[before][now] += by * t.at
}

// LearnLabels learns from sequences whose labels are known, which it goes through so many times: an averaged perceptron over whole
// sequences. The time it takes grows with the number of words. It is nil if there are no sequences.
func LearnLabels(ctx context.Context, all []*Sequence, rounds int) (*Labeller, error) {
	words := 0
	for _, s := range all {
		words += s.Len()
	}
	if words == 0 {
		return nil, ctx.Err()
	}
	t := &table{bits: bitsFor(words)}
	t.now, t.sum = make([]float32, width<<t.bits), make([]float32, width<<t.bits)
	var found []Label
	for round := range rounds {
		for n, i := range inOrder(len(all), round) {
			if n%64 == 0 && ctx.Err() != nil {
				return nil, ctx.Err()
			}
			found = t.learn(all[i], found)
		}
	}
	return t.labeller(), ctx.Err()
}

// inOrder are the numbers below n in an order that looks as if it were chance.
func inOrder(n, round int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(mixed(round, a), mixed(round, b)), cmp.Compare(a, b)) })
	return order
}

// learn takes one step: towards the right labels of a sequence, if others were found.
func (t *table) learn(s *Sequence, found []Label) []Label {
	n := s.Len()
	if n == 0 {
		return found
	}
	t.at++
	t.score(s)
	found = slices.Grow(found[:0], n)[:n]
	t.path.find(found, &t.steps)
	before, wrong := labels, labels
	for i, right := range s.Labels {
		if found[i] != right {
			t.move(s, i, right, 1)
			t.move(s, i, found[i], -1)
		}
		if found[i] != right || before != wrong {
			t.step(before, right, 1)
			t.step(wrong, found[i], -1)
		}
		before, wrong = right, found[i]
	}
	return found
}

// labeller is what was learnt: the means of the weights, as whole numbers.
func (t *table) labeller() *Labeller {
	most := float32(0)
	for i := range t.now {
		if t.sum[i] == 0 && t.now[i] == 0 {
			continue
		}
		t.now[i] -= t.sum[i] / (t.at + 1)
		most = max(most, t.now[i], -t.now[i])
	}
	l := &Labeller{bits: t.bits, weights: make([]int8, len(t.now)), unit: max(most, tiny) / math.MaxInt8}
	for i, w := range t.now {
		if w == 0 {
			continue
		}
		l.weights[i] = int8(math.RoundToEven(float64(w / l.unit)))
	}
	for a := range t.steps {
		for b := range t.steps[a] {
			l.steps[a][b] = (t.steps[a][b] - t.stepSums[a][b]/(t.at+1)) / l.unit
		}
	}
	return l
}

const tiny = 1e-6

// Reading is the room in which a labeller reads one sequence after another.
type Reading struct {
	path    path
	Labels  []Label   // of the last sequence
	Margins []float32 // of each word, how far its label lies before the next best by its own features; below 0: others lie before it
}

// Read labels a sequence. What it found stands in r until the next.
func (l *Labeller) Read(s *Sequence, r *Reading) {
	n := s.Len()
	r.Labels = slices.Grow(r.Labels[:0], n)[:n]
	r.Margins = slices.Grow(r.Margins[:0], n)[:n]
	if n == 0 {
		return
	}
	r.path.room(n)
	for i := range n {
		var sums [labels]int32
		for _, f := range s.Features[i*s.Per : (i+1)*s.Per] {
			w := l.weights[row(f, l.bits):]
			w = w[:width]
			for k := range sums {
				sums[k] += int32(w[k])
			}
		}
		for k, sum := range sums {
			r.path.scores[i*width+k] = float32(sum)
		}
	}
	r.path.find(r.Labels, &l.steps)
	for i, label := range r.Labels {
		next := float32(never)
		for k := Outside; k < labels; k++ {
			if k != label && !(label == Begins && k == Goes) && !(label == Goes && k == Begins) {
				next = max(next, r.path.scores[i*width+int(k)])
			}
		}
		r.Margins[i] = (r.path.scores[i*width+int(label)] - next) * l.unit
	}
}
