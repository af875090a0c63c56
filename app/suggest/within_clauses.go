package suggest

import (
	"slices"

	"standpoint/store"
)

// nestedRules are those by which statements are found within what somebody says, in languages that are read by clauses.
var nestedRules = map[string]bool{ruleThat: true, ruleWhether: true, ruleTo: true, ruleColon: true, ruleQuoteAfter: true, ruleBare: true}

// readWithinClauses is as readWithin, of languages that are read by clauses: « Mon père disait que le mur tiendrait », raconte-t-elle.
func (r *sayer) readWithinClauses() {
	frame := r.within()
	inner := &sayer{frame: frame, memory: r.memory, g: r.g, reading: len(r.words), isInner: true}
	inner.seen = slices.Clone(r.seen)
	inner.genders = r.genders
	inner.claimed = make([]int, len(frame.passages))
	for i := range r.found {
		f := &r.found[i]
		for _, s := range f.spans {
			if len(f.said.Speakers) == 1 && r.isWithin(f, s) {
				inner.voices = append(inner.voices, voice{from: s[0], to: s[1], who: f.said.Speakers[0]})
				if !r.isQuoted(s[0]) { // the lines of a dialogue have no marks
					frame.cut(s[0], s[1])
				}
			}
		}
	}
	slices.SortFunc(inner.voices, func(a, b voice) int { return a.from - b.from })
	slices.SortFunc(frame.units, func(a, b unit) int { return a.from - b.from })
	cues := map[int]bool{}
	for i := range r.found {
		if !r.found[i].said.Cue.Empty() {
			cues[r.found[i].said.Cue.Start] = true
		}
	}
	for n, u := range frame.units {
		inner.readNested(n, u)
	}
	for _, f := range inner.found {
		isWish := f.rule == ruleTo && f.verb.takes&isWeak != 0 // “we are ready to pay”
		if cues[f.said.Cue.Start] || !nestedRules[f.rule] || isWish || f.shared || len(f.said.Speakers) == 0 {
			continue
		}
		f.rule, f.said.Quotation = ruleNested, inner.quotingWithin(f.spans)
		r.found = append(r.found, f)
	}
}

// isWithin reports whether a part of what somebody says is all in their own words.
func (r *sayer) isWithin(f *finding, s span2) bool {
	return s[1]-s[0] >= leastWithin && (r.isQuoted(s[0]) || f.said.Quotation == store.QuotationDirect)
}

// readNested finds who says what in a unit within what somebody says.
func (r *sayer) readNested(n int, u unit) {
	c := &clausal{sayer: r, n: n, u: u}
	c.cut()
	first := len(c.found)
	for k := range c.pieces {
		switch {
		case c.pieces[k].quote:
		case c.verbLast():
			c.readPiece(k)
		default:
			c.readWords(k, first)
		}
	}
}
