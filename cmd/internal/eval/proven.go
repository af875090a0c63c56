package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
	"standpoint/store"
)

// priorWeight is as how many proposals counts what a rule says of itself.
const priorWeight = 10

// apart is how far the shares that are right lie apart in texts of several origins: their standard deviation, as a guess.
const apart = 0.1

// portion is how many proposals are right of some.
type portion struct{ right, all int }

func (p *portion) add(other portion) { p.right, p.all = p.right+other.right, p.all+other.all }

// step are the proposals of one rule that were about as sure.
type step struct {
	kind        store.Kind
	rule        string
	bin         int
	own, others portion // in articles that were invented, in texts that nobody invented
	sure        float64 // what they said of themselves, all together
}

func (s step) all() int { return s.own.all + s.others.all }

// confidence is the share that is right in texts of an origin that nobody knows yet: the mean of what is known of two, each of which
// tells the more the more of it there is, but never more than one origin can tell. Of our own, what proposals say of themselves are
// the first few; of others, what our own tell.
func (s step) confidence() float64 {
	if s.all() == 0 {
		return 0
	}
	n := float64(s.own.all) + priorWeight
	own := (float64(s.own.right) + priorWeight*s.sure/float64(s.all())) / n
	if s.others.all == 0 {
		return own
	}
	of := float64(s.others.all) + priorWeight
	others := (float64(s.others.right) + priorWeight*own) / of
	spread := own * (1 - own)
	weight, other := 1/(apart*apart+spread/n), 1/(apart*apart+spread/of)
	return (weight*own + other*others) / (weight + other)
}

// proven is the table of how sure proposals proved to be. Names are proved on all articles and on texts that nobody invented, if these
// are there; of one rule, who is surer is not less right: steps that say otherwise become one. Statements are proved by their traits.
func proven(articles, texts []gold.Article) string {
	own, others := judgedIn(articles), judgedIn(texts)
	var out strings.Builder
	out.WriteString("# How sure proposals proved to be. By rule, by how sure it says it is: kind, rule, tenth, confidence, of how many.\n")
	out.WriteString("# Of statements, what each trait adds to the logarithm of the odds: “weight”, trait, weight, of how many.\n")
	fmt.Fprintf(&out, "# Written by make calibrate, from %d invented articles and %d texts, half of GUM's.\n", len(articles), len(texts))
	for _, s := range pooled(steps(statements(own, false), statements(others, false))) {
		fmt.Fprintf(&out, "%s %s %d %.2f %d\n", s.kind, s.rule, s.bin, s.confidence(), s.all())
	}
	weights, of := weigh(slices.Concat(samplesOf(articles), samplesOf(texts)))
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		if name != ofTuned[0].Name && name != ofKept[0].Name {
			fmt.Fprintf(&out, "weight %s %.2f %d\n", name, weights[name], of[name])
		}
	}
	return out.String()
}

// judgedIn are the proposals in articles, as sure as rules say.
func judgedIn(articles []gold.Article) (all []judged) {
	for _, a := range articles {
		m := &measured{}
		m.article(a, read(a, true))
		all = append(all, m.judged...)
	}
	return all
}

// isUnknownToGUM reports whether GUM does not tell if something is right: positions, and statements that no clause tells of.
func isUnknownToGUM(j judged) bool {
	return j.kind == store.KindPosition || slices.Contains([]string{"quote.on", "quote.near", "quote.alone", "quote.colon", "turn"}, j.rule)
}

// stepKey tells steps apart.
type stepKey struct {
	kind store.Kind
	rule string
	bin  int
}

func (j judged) key() stepKey { return stepKey{j.kind, j.rule, suggest.Tenth(j.confidence)} }

// steps gathers what was judged, of our own and of others, by kind and rule and from the least sure on.
func steps(own, others []judged) []step {
	found := map[stepKey]*step{}
	for i, j := range slices.Concat(own, others) {
		if j.kind == suggest.KindDate {
			continue // what is coarse is right and yet not what one looks for
		}
		k := j.key()
		if found[k] == nil {
			found[k] = &step{kind: k.kind, rule: k.rule, bin: k.bin}
		}
		s := found[k]
		s.sure += j.confidence
		one := portion{all: 1}
		if j.right {
			one.right = 1
		}
		if i < len(own) {
			s.own.add(one)
		} else {
			s.others.add(one)
		}
	}
	list := make([]step, 0, len(found))
	for _, s := range found {
		list = append(list, *s)
	}
	slices.SortFunc(list, func(a, b step) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.rule, b.rule), cmp.Compare(a.bin, b.bin))
	})
	return list
}

// pooled gives steps of one rule that fall the confidence that they have together.
func pooled(list []step) []step {
	var blocks [][]step
	for _, s := range list {
		blocks = append(blocks, []step{s})
		for n := len(blocks); n > 1 && falls(blocks[n-2], blocks[n-1]); n = len(blocks) {
			blocks = append(blocks[:n-2], append(blocks[n-2], blocks[n-1]...))
		}
	}
	all := list[:0]
	for _, block := range blocks {
		sum := together(block)
		for _, s := range block {
			// Each with its own place, and what all of them are.
			s.own, s.others, s.sure = sum.own, sum.others, sum.sure
			all = append(all, s)
		}
	}
	return all
}

// together are several steps as one.
func together(block []step) step {
	sum := block[0]
	for _, s := range block[1:] {
		sum.own.add(s.own)
		sum.others.add(s.others)
		sum.sure += s.sure
	}
	return sum
}

func falls(before, after []step) bool {
	a, b := together(before), together(after)
	return a.kind == b.kind && a.rule == b.rule && a.confidence() > b.confidence()
}
