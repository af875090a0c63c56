package suggest

import (
	"math"

	"standpoint/app/suggest/learn"
	"standpoint/store"
)

// examples are the candidates of a kind of which is known whether they are right, but those of a fold; -1: of all.
func (s *school) examples(kind store.Kind, but int) (all []learn.Example) {
	for _, p := range s.pupils {
		if p.fold == but {
			continue
		}
		for i := range p.all {
			if c := &p.all[i]; c.kind == kind && p.judged[i] {
				all = append(all, learn.Example{Features: c.features, Prior: c.prior, Right: p.right[i], Apart: p.apart[i]})
			}
		}
	}
	return all
}

// kind learns how sure proposals of a kind are, and whether that does better than the rules.
func (s *school) kind(kind store.Kind) (*learnedKind, error) {
	k := &learnedKind{Curve: learn.Curve{Slope: 1}, Middle: half}
	rules := s.trial(kind, func(c *candidate) float64 { return c.sure }, false)
	if rules.annotated < leastRight {
		return k, nil
	}
	scored, err := s.score(kind)
	if err != nil {
		return nil, err
	}
	k.Curve = learn.FitCurve(scored)
	best := s.choose(kind, k)
	gain := leastGain + 2/float64(rules.annotated)
	k.Used = best.f1() > rules.f1()+gain || best.found > 0 && best.f1() >= rules.f1() && best.miss() < rules.miss()-gain
	if k.Used {
		k.ranker, err = learn.LearnRanker(s.ctx, s.examples(kind, -1))
	}
	return k, err
}

// score scores all candidates of a kind by what was learnt without their articles, and returns those that tell how many are right.
func (s *school) score(kind store.Kind) (scored []learn.Judged, err error) {
	for fold := range s.folds {
		ranker, err := learn.LearnRanker(s.ctx, s.examples(kind, fold))
		if err != nil {
			return nil, err
		}
		for _, p := range s.pupils {
			if p.fold == fold {
				scored = append(scored, p.score(kind, ranker)...)
			}
		}
	}
	return scored, nil
}

func (p *pupil) score(kind store.Kind, ranker *learn.Ranker) (scored []learn.Judged) {
	for i := range p.all {
		c := &p.all[i]
		if c.kind != kind {
			continue
		}
		c.score = ranker.Score(c.features, c.prior)
		if p.judged[i] && !p.apart[i] {
			scored = append(scored, learn.Judged{Score: c.score, Right: p.right[i]})
		}
	}
	return scored
}

// choose sets the share right from which on something is proposed: that by which most is found without much that is wrong.
func (s *school) choose(kind store.Kind, k *learnedKind) (best trial) {
	for _, middle := range []float64{half, 0.46, 0.42, 0.38, 0.34, 0.3, 0.26, 0.22} {
		k.Middle = middle
		t := s.trial(kind, func(c *candidate) float64 { return rounded(k.confidence(c.score)) }, true)
		if t.f1() > best.f1()+leastGain && t.isSound() || middle == half {
			best, best.middle = t, middle
		}
	}
	k.Middle = best.middle
	return best
}

// leastGain is by how much something does better at least, so that it is not chance; more where little is annotated.
const leastGain = 0.002

// trial is what came of proposing something in articles that were left out.
type trial struct {
	found, annotated, right, proposed int
	sure, of                          [bins]float64
	middle                            float64
}

const bins = 10

// f1 is the mean of precision and recall.
func (t *trial) f1() float64 {
	if t.found == 0 || t.proposed == 0 {
		return 0
	}
	p, r := float64(t.right)/float64(t.proposed), float64(t.found)/float64(t.annotated)
	return 2 * p * r / (p + r)
}

// miss is how far confidences lie from what is right, weighed by how many there are.
func (t *trial) miss() float64 {
	sum := 0.0
	for i := range t.sure {
		sum += math.Abs(t.sure[i] - t.of[i])
	}
	return sum / float64(max(t.proposed, 1))
}

// isSound reports whether what is proposed is mostly right, and as sure as it says.
func (t *trial) isSound() bool {
	const mostMiss = 0.09
	return t.miss() <= mostMiss && t.right*100 >= t.proposed*55
}

// trial proposes, in the articles of which all is annotated, what is sure by some measure.
func (s *school) trial(kind store.Kind, sure func(*candidate) float64, learned bool) (t trial) {
	for _, p := range s.pupils {
		if p.Whole {
			p.try(&t, kind, sure, learned)
		}
	}
	return t
}

func (p *pupil) try(t *trial, kind store.Kind, sure func(*candidate) float64, learned bool) {
	for i := range p.Right {
		if p.Right[i].Kind == kind {
			t.annotated++
		}
	}
	var isGone []bool
	if learned {
		isGone = losers(p.all)
	}
	found := map[int]bool{}
	for i := range p.all {
		c := &p.all[i]
		if c.kind != kind || !learned && !c.byRules || learned && isGone[i] {
			continue
		}
		confidence := sure(c)
		if confidence < half {
			continue
		}
		t.proposed++
		bin := min(int(confidence*bins), bins-1)
		t.sure[bin] += confidence
		if of := p.of[i]; of >= 0 && p.right[i] && !found[of] {
			found[of] = true
			t.right++
			t.of[bin]++
		}
	}
	t.found += len(found)
}
