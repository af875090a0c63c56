package text

import (
	"strings"
	"unicode/utf8"
)

// FindAll returns where the query stands in the body, both folded, in text
// order and without overlaps. A query of nothing but white space and marks
// stands nowhere.
func FindAll(b *Body, query string) []Span {
	query = Fold(query)
	if strings.TrimSpace(query) == "" {
		return nil
	}
	_, last := utf8.DecodeLastRuneInString(query)
	var found []Span
	places := places{folded: b.folded()}
	for from := 0; ; {
		at := strings.Index(places.s[from:], query)
		if at < 0 {
			return found
		}
		from += at
		sure := isSureEdge(around(places.s, from)) && isSureEdge(around(places.s, from+len(query)))
		start, _ := places.of(from)
		from += len(query)
		_, end := places.of(from - last)
		hit := Span{start, end}
		if !sure {
			hit = b.Snap(hit)
		}
		if len(found) == 0 || found[len(found)-1].End <= hit.Start {
			found = append(found, hit)
		}
	}
}

// places finds the code points of the text that bytes of its fold came from,
// for offsets that never go back.
type places struct {
	folded
	offset, pos int // a place that lies at or before all that is still asked for
}

// of returns the start and end, in code points of the text, of what became the
// code point at that offset of the fold.
func (p *places) of(offset int) (start, end int) {
	for len(p.knots) > 0 && p.knots[0].offset <= offset {
		k := p.knots[0]
		if offset < k.offset+k.size {
			return k.pos, k.pos + k.length
		}
		p.offset, p.pos = k.offset+k.size, k.pos+k.length
		p.knots = p.knots[1:]
	}
	p.pos += utf8.RuneCountInString(p.s[p.offset:offset])
	p.offset = offset
	return p.pos, p.pos + 1
}
