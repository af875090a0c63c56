package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
	"standpoint/store"
)

// priorWeight is as how many proposals counts what a rule says of itself.
const priorWeight = 10

// step are the proposals of one rule that were about as sure.
type step struct {
	kind       store.Kind
	rule       string
	bin        int
	right, all int
	sure       float64 // what they said of themselves, all together
}

// confidence is the share that is right, with what they say of themselves as the first few.
func (s step) confidence() float64 {
	if s.all == 0 {
		return 0
	}
	return (float64(s.right) + priorWeight*s.sure/float64(s.all)) / (float64(s.all) + priorWeight)
}

// proven is the table of how sure each rule proved to be on all articles: on those alone by which rules are made, these are righter than
// anywhere else. Names are proved on texts that nobody invented, too, if they are there. Of one rule, who is surer is not less right: steps
// that say otherwise become one.
func proven(articles, texts []gold.Article) string {
	m := &measured{}
	for _, a := range articles {
		m.article(a, read(a, true))
	}
	for _, a := range texts {
		a.NamesOnly = true
		m.article(a, read(a, true))
	}
	var out strings.Builder
	out.WriteString("# How sure each rule proved to be, by how sure it says it is: kind, rule, tenth, confidence, of how many. ")
	fmt.Fprintf(&out, "Written by make calibrate, from %d invented articles and, for names, %d texts of GUM.\n", len(articles), len(texts))
	for _, s := range pooled(steps(m.judged)) {
		fmt.Fprintf(&out, "%s %s %d %.2f %d\n", s.kind, s.rule, s.bin, s.confidence(), s.all)
	}
	return out.String()
}

// steps gathers what was judged, by kind and rule and from the least sure on.
func steps(all []judged) []step {
	type key struct {
		kind store.Kind
		rule string
		bin  int
	}
	found := map[key]*step{}
	for _, j := range all {
		if j.kind == suggest.KindDate || j.rule == suggest.RulePlace {
			continue // what is coarse is right and yet not what one looks for, and a place is seldom annotated
		}
		k := key{j.kind, j.rule, suggest.Tenth(j.confidence)}
		if found[k] == nil {
			found[k] = &step{kind: k.kind, rule: k.rule, bin: k.bin}
		}
		s := found[k]
		s.all++
		s.sure += j.confidence
		if j.right {
			s.right++
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
			s.right, s.all, s.sure = sum.right, sum.all, sum.sure
			all = append(all, s)
		}
	}
	return all
}

// together are several steps as one.
func together(block []step) step {
	sum := block[0]
	for _, s := range block[1:] {
		sum.right += s.right
		sum.all += s.all
		sum.sure += s.sure
	}
	return sum
}

func falls(before, after []step) bool {
	a, b := together(before), together(after)
	return a.kind == b.kind && a.rule == b.rule && a.confidence() > b.confidence()
}
