package suggest

import (
	"slices"

	"standpoint/store"
)

// ruleNested is the rule by which statements are found that somebody quotes: “They say that I sleep,” she said.
const ruleNested = "quote.within"

// leastWithin is how many words and marks a quotation has at least in which somebody else's words may stand.
const leastWithin = 6

// readWithin reads what stands in quotations and turns: there is who says it, whom “I” means.
func (r *sayer) readWithin() {
	inner := &sayer{frame: r.within(), memory: r.memory, g: r.g, reading: len(r.words), isInner: true}
	inner.seen = slices.Clone(r.seen)
	inner.claimed = make([]int, len(inner.passages))
	for i, p := range r.passages {
		if of := r.claimed[i]; of > 0 && len(r.found[of-1].said.Speakers) == 1 {
			inner.voices = append(inner.voices, voice{from: p.from, to: p.to, who: r.found[of-1].said.Speakers[0]})
		}
	}
	for n, u := range inner.units {
		inner.readUnit(n, u)
		inner.readStances(u)
	}
	for _, f := range inner.found {
		f.rule, f.said.Quotation = ruleNested, inner.quotingWithin(f.spans)
		if inner.opens(f.spans[0][0]) {
			f.pronoun = false // “they said ‘no’”: that was said, whoever they are
		}
		r.found = append(r.found, f)
	}
	r.stands = append(r.stands, inner.stands...)
}

// quotingWithin is how spans are quoted by whom somebody quotes: by marks of their own, within those around all.
func (r *sayer) quotingWithin(spans []span2) store.Quotation {
	quoted, all := 0, 0
	for _, s := range spans {
		for i := s[0]; i < s[1]; i++ {
			if r.words[i].mark {
				continue
			}
			if all++; r.isQuoted(i) {
				quoted++
			}
		}
	}
	return store.QuotationOf(quoted, all)
}

// isVoice reports whether a word is “I”, “we” or “you”.
func (r *sayer) isVoice(i int) bool {
	fold := r.words[i].fold
	return fold == "i" || fold == "we" || fold == "you"
}

// within is the document as it is within its quotations, by the quotations in them.
func (f *frame) within() *frame {
	in := &frame{document: f.document, in: make([]int32, len(f.words))}
	at, q := 0, 0
	for _, p := range f.passages {
		if p.to-p.from < leastWithin {
			continue
		}
		from, to := p.from+1, p.to
		if !p.open {
			to--
		}
		start, end := f.words[from].span.Start, f.words[to-1].span.End
		for ; q < len(f.quotes) && f.quotes[q].Outer.Start < end; q++ {
			if outer := f.quotes[q].Outer; outer.Start >= start && outer.End <= end {
				at = in.addPassage(max(at, from), outer, false)
				start = outer.End
			}
		}
		in.cut(from, to)
	}
	return in
}
