package suggest

import (
	"math"
	"slices"

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
				all = append(all, learn.Example{Features: c.features, Prior: s.shared(p, c), Right: p.right[i], Apart: p.apart[i]})
			}
		}
	}
	return all
}

// kind learns how sure proposals of a kind are, and whether that does better than the rules.
func (s *school) kind(kind store.Kind) (*learnedKind, error) {
	k := &learnedKind{Curve: learn.Curve{Slope: 1}, Middle: half}
	rules := s.trial(kind, func(_ *pupil, c *candidate) float64 { return c.sure }, nil)
	if said := rules.sum(); said.annotated < leastRight {
		return k, nil
	}
	shared := rules
	if k.Shares = s.share(kind); k.Shares != nil {
		shared = s.choose(kind, k, s.shared, nil)
		if was, is := rules.sum(), shared.sum(); is.found == 0 || is.f1() < was.f1() {
			shared, k.Shares, k.Middle = rules, nil, half
		}
	}
	return k, s.rank(kind, k, rules, shared)
}

// shared is how often a proposal of a rule is right by how its rule fares in articles of other folds, as the logarithm of the odds.
func (s *school) shared(p *pupil, c *candidate) float64 {
	return c.prior + s.without[p.fold].of(c.rule)
}

// rank learns how sure proposals of a kind are by all that is known of each, where that does better than the rules, and no worse than they
// do by how each fares.
func (s *school) rank(kind store.Kind, k *learnedKind, rules, shared trials) error {
	scored, err := s.score(kind)
	if err != nil {
		return err
	}
	ranked := learnedKind{Curve: learn.FitCurve(scored), Shares: k.Shares}
	if k.Shares == nil {
		s.without = slices.Repeat([]shares{nil}, s.folds)
	}
	var best trials
	for _, labels := range []bool{false, true} {
		one := ranked
		t := s.choose(kind, &one, func(_ *pupil, c *candidate) float64 { return c.score }, s.gone(labels))
		was, is := best.sum(), t.sum()
		if best == nil || is.f1() > was.f1()+leastGain && is.isSound() {
			best, ranked = t, one
			ranked.Labels = labels
		}
	}
	gain, chance := best.gainOver(rules)
	was, other, is := rules.sum(), shared.sum(), best.sum()
	least := leastGain + 2/float64(was.annotated)
	isBetter := gain > max(least, chance) && is.f1() >= other.f1()
	if isBetter || is.found > 0 && is.f1() >= max(was.f1(), other.f1()) && is.miss() < other.miss()-least {
		ranked.Used = true
		ranked.ranker, err = learn.LearnRanker(s.ctx, s.examples(kind, -1))
		*k = ranked
	}
	return err
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
				scored = append(scored, p.score(kind, ranker, s.without[fold])...)
			}
		}
	}
	return scored, nil
}

func (p *pupil) score(kind store.Kind, ranker *learn.Ranker, by shares) (scored []learn.Judged) {
	for i := range p.all {
		c := &p.all[i]
		if c.kind != kind {
			continue
		}
		c.score = ranker.Score(c.features, c.prior+by.of(c.rule))
		if p.judged[i] && !p.apart[i] {
			scored = append(scored, learn.Judged{Score: c.score, Right: p.right[i]})
		}
	}
	return scored
}

// choose sets the share right from which on something is proposed: that by which most is found without much that is wrong.
func (s *school) choose(kind store.Kind, k *learnedKind, score func(*pupil, *candidate) float64, isGone [][]bool) (best trials) {
	chosen, bestF1 := half, 0.0
	for _, k.Middle = range []float64{half, 0.46, 0.42, 0.38, 0.34, 0.3, 0.26, 0.22} {
		t := s.trial(kind, func(p *pupil, c *candidate) float64 { return rounded(k.confidence(score(p, c))) }, isGone)
		if sum := t.sum(); best == nil || sum.f1() > bestF1+leastGain && sum.isSound() {
			best, bestF1, chosen = t, sum.f1(), k.Middle
		}
	}
	k.Middle = chosen
	return best
}

// gone are the candidates of each article beside which a surer one stands.
func (s *school) gone(labels bool) [][]bool {
	all := make([][]bool, len(s.pupils))
	for i, p := range s.pupils {
		all[i] = losers(p.all, labels)
	}
	return all
}

// leastGain is by how much something does better at least, so that it is not chance; more where little is annotated.
const leastGain = 0.002

// trial is what came of proposing something in articles that were left out.
type trial struct {
	found, annotated, right, proposed int
	sure, of                          [bins]float64
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

// trials are the trials of articles, one by one.
type trials []trial

// sum is what came of all.
func (all trials) sum() (sum trial) {
	for i := range all {
		t := &all[i]
		sum.found, sum.annotated = sum.found+t.found, sum.annotated+t.annotated
		sum.right, sum.proposed = sum.right+t.right, sum.proposed+t.proposed
		for bin := range t.sure {
			sum.sure[bin] += t.sure[bin]
			sum.of[bin] += t.of[bin]
		}
	}
	return sum
}

// but is a trial without one of the articles.
func (t trial) but(one *trial) *trial {
	t.found, t.annotated, t.right, t.proposed = t.found-one.found, t.annotated-one.annotated, t.right-one.right, t.proposed-one.proposed
	return &t
}

// gainOver is by how much these do better than others, and how far chance may have moved that: the standard error by the jackknife, which
// leaves out one article after the other.
func (all trials) gainOver(others trials) (gain, chance float64) {
	mine, theirs := all.sum(), others.sum()
	gain = mine.f1() - theirs.f1()
	var sum, squares float64
	for i := range all {
		d := mine.but(&all[i]).f1() - theirs.but(&others[i]).f1() - gain
		sum += d
		squares += d * d
	}
	n := float64(len(all))
	return gain, math.Sqrt(max(squares-sum*sum/n, 0) * (n - 1) / n)
}

// trial proposes, in the articles of which all is annotated, what is sure by some measure. isGone are the candidates that are not proposed;
// nil: those of no rule.
func (s *school) trial(kind store.Kind, sure func(*pupil, *candidate) float64, isGone [][]bool) (all trials) {
	for i, p := range s.pupils {
		if !p.Whole {
			continue
		}
		var t trial
		var gone []bool
		if isGone != nil {
			gone = isGone[i]
		}
		p.try(&t, kind, sure, gone)
		all = append(all, t)
	}
	return all
}

func (p *pupil) try(t *trial, kind store.Kind, sure func(*pupil, *candidate) float64, isGone []bool) {
	for i := range p.Right {
		if p.Right[i].Kind == kind {
			t.annotated++
		}
	}
	found := map[int]bool{}
	for i := range p.all {
		c := &p.all[i]
		if c.kind != kind || isGone == nil && !c.byRules || isGone != nil && isGone[i] {
			continue
		}
		confidence := sure(p, c)
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
