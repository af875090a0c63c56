package suggest

import (
	"math"
	"slices"

	"standpoint/app/suggest/learn"
	"standpoint/store"
)

// shares are by how much proposals of rules are more often right in a project than elsewhere, as a difference of logarithms of odds, by
// hashes of the rules.
type shares map[uint32]float64

// others is in place of the hash of rules that the project had not yet.
const others = 0

// of is that of a rule.
func (s shares) of(rule string) float64 {
	if by, there := s[learn.Hash(rule)]; there {
		return by
	}
	return s[others]
}

// tally is how many proposals there were, how sure they were of themselves together, and how many are right.
type tally struct{ of, sure, right float64 }

func (t *tally) add(other tally, part float64) {
	t.of += part * other.of
	t.sure += part * other.sure
	t.right += part * other.right
}

// How many proposals what is known from elsewhere counts for: of a kind, and of one rule of it.
const (
	weightOfKind   = 20
	weightOfShares = 10
)

// alikeInOne is how alike proposals of one article are: they are right or wrong together more often than those of several.
// So n of them tell as much as n / (1 + (n-1) × alikeInOne) of several.
const alikeInOne = 0.1

// part is as how much each proposal of a tally counts that is of one article.
func (t tally) part() float64 { return 1 / (1 + (t.of-1)*alikeInOne) }

// shift is how far the share that is right lies from what proposals said of themselves, with what is known before as the first few: the
// mean of a beta distribution after what was seen.
func (t tally) shift(before, weight float64) float64 {
	if t.of == 0 {
		return before
	}
	said := learn.Odds(t.sure / t.of)
	return learn.Odds((weight*learn.Share(said+before)+t.right)/(weight+t.of)) - said
}

// tallied counts the proposals of rules of a kind in articles, but for those of a fold; -1: in all.
func (s *school) tallied(kind store.Kind, but int) shares {
	var all tally
	byRule := map[string]*tally{}
	for _, p := range s.pupils {
		if p.fold == but {
			continue
		}
		mine, whole := p.tallied(kind)
		all.add(whole, whole.part())
		for rule, t := range mine {
			if byRule[rule] == nil {
				byRule[rule] = &tally{}
			}
			byRule[rule].add(*t, t.part())
		}
	}
	found := shares{others: all.shift(0, weightOfKind)}
	for rule, t := range byRule {
		found[learn.Hash(rule)] = t.shift(found[others], weightOfShares)
	}
	return found
}

// tallied counts what is known of the proposals of rules of a kind in an article, by rule and together.
func (p *pupil) tallied(kind store.Kind) (byRule map[string]*tally, all tally) {
	byRule = map[string]*tally{}
	for i := range p.all {
		c := &p.all[i]
		if c.kind != kind || !c.byRules || !p.judged[i] || p.apart[i] {
			continue
		}
		one := tally{of: 1, sure: c.sure}
		if p.right[i] {
			one.right = 1
		}
		if byRule[c.rule] == nil {
			byRule[c.rule] = &tally{}
		}
		byRule[c.rule].add(one, 1)
		all.add(one, 1)
	}
	return byRule, all
}

// share finds out how sure the rules of a kind are in this project, and whether that tells more of articles that were left out than what is
// known from elsewhere.
func (s *school) share(kind store.Kind) shares {
	s.without = make([]shares, s.folds)
	for fold := range s.folds {
		s.without[fold] = s.tallied(kind, fold)
	}
	before, after := 0.0, 0.0
	for _, p := range s.pupils {
		for i := range p.all {
			c := &p.all[i]
			if c.kind == kind && c.byRules && p.judged[i] && !p.apart[i] {
				before += surprise(c.sure, p.right[i])
				after += surprise(learn.Share(c.prior+s.without[p.fold].of(c.rule)), p.right[i])
			}
		}
	}
	if after >= before {
		s.without = slices.Repeat([]shares{nil}, s.folds)
		return nil
	}
	return s.tallied(kind, -1)
}

// surprise is by how much it surprises that something is right, or not, of which one was so sure.
func surprise(sure float64, right bool) float64 {
	if !right {
		sure = 1 - sure
	}
	return -math.Log(max(sure, learn.Share(learn.Odds(0))))
}
