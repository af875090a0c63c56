package suggest

import (
	"fmt"

	"standpoint/store"
	"standpoint/store/text"
)

// settled is what is annotated in a text and what was decided on it: that is not proposed again. Of thousands of annotations only those
// near a proposal are looked at.
type settled struct {
	near    map[int][]annotated // by the blocks of the text in which they have words
	decided map[store.ID]bool   // proposals
	merged  map[string]bool     // words that were decided on in an article that was merged into this one, by kind
}

// annotated are the words of an annotation.
type annotated struct {
	kind  store.Kind
	spans []text.Span
	len   int // of all
}

// settledBlock is how long a block is, in code points.
const settledBlock = 1000

func newSettled(article store.ID, body text.Hash, annotations []store.Annotation, decisions []store.Decision) *settled {
	s := &settled{near: map[int][]annotated{}, decided: map[store.ID]bool{}, merged: map[string]bool{}}
	for _, a := range annotations {
		if a.Anchor.Body != body {
			continue
		}
		one := annotated{kind: a.Kind, spans: a.Anchor.Spans()}
		one.len = lengthOf(one.spans)
		eachBlock(one.spans, func(block int) { s.near[block] = append(s.near[block], one) })
	}
	for _, d := range decisions {
		s.decided[d.ID] = true
		if d.Article != article && d.Anchor.Body == body {
			s.merged[wordsKey(d.Kind, d.Anchor.Spans())] = true
		}
	}
	return s
}

func lengthOf(spans []text.Span) (n int) {
	for _, s := range spans {
		n += s.Len()
	}
	return n
}

// eachBlock tells of every block in which spans have words, once.
func eachBlock(spans []text.Span, do func(block int)) {
	last := -1
	for _, s := range spans {
		for block := max(s.Start/settledBlock, last+1); block*settledBlock < s.End; block++ {
			do(block)
			last = block
		}
	}
}

// wordsKey tells words of one kind from others.
func wordsKey(kind store.Kind, spans []text.Span) string {
	key := []byte(kind)
	for _, s := range spans {
		key = fmt.Appendf(key, " %d-%d", s.Start, s.End)
	}
	return string(key)
}

// has reports whether a proposal is annotated, or was decided on: on this one, or on the same words of the same text in a merged article.
func (s *settled) has(p Proposal) bool {
	return s.decided[p.ID] || len(s.merged) > 0 && s.merged[wordsKey(p.Kind, p.Spans)] || s.isAnnotated(p)
}

// isAnnotated reports whether what is proposed is annotated already: a name by a mention of some of its words, what is said or held by an
// annotation of its kind that begins there, or has at least half of all words in common with it.
func (s *settled) isAnnotated(p Proposal) (is bool) {
	own := lengthOf(p.Spans)
	eachBlock(p.Spans, func(block int) {
		for _, a := range s.near[block] {
			if is || a.kind != p.Kind {
				continue
			}
			common := 0
			for _, mine := range p.Spans {
				for _, other := range a.spans {
					common += max(0, min(mine.End, other.End)-max(mine.Start, other.Start))
				}
			}
			is = common > 0 && (p.Kind == store.KindMention || 2*common >= own+a.len-common || a.spans[0].Start == p.Whole().Start)
		}
	})
	return is
}
