package suggest

import "standpoint/store"

// readHeard reads what somebody heard from another: “The board heard from a consultant that it leaks”. It reports whether they did.
func (r *sayer) readHeard(n int, u unit, c *cue) bool {
	if c.verb.lemma != hearing && c.verb.lemma != "learn" || c.negated || c.modal || c.end+2 >= u.to || r.words[c.end].fold != "from" {
		return false
	}
	heard := *c
	whom := r.nounPhraseTo(u, c.group)
	heard.subject = r.nounPhraseFrom(u, c.end+1)
	that := heard.subject[1]
	if heard.subject[0] == that || that+1 >= u.to || r.words[that].fold != "that" {
		return false
	}
	heard.to, heard.verb.act = whom, store.ActSays
	r.addAfter(n, u, &heard, that+1, ruleThat)
	return true
}

// readPassive finds what is said by somebody whom “by” names.
func (r *sayer) readPassive(n int, u unit, c *cue) {
	end := r.clauseEnd(c.end, u.to)
	for i := c.end; i < min(end, c.end+farthestThat); i++ {
		if r.words[i].fold != "by" || r.isQuoted(i) || i+1 >= end {
			continue
		}
		to := r.nameFrom(unit{from: i, to: end}, i+1)
		if to == i+1 || !r.canTell(c, span2{i + 1, to}) {
			return
		}
		c.subject = span2{i + 1, to}
		whom := r.nounPhraseTo(u, c.group)
		told := *c
		told.passive = true
		if s := r.calledBy(c, i, to, end); s[0] < s[1] {
			r.add(n, c, ruleQuoteAfter, s)
			return
		}
		if r.isPromisedBy(c, i) { // “promised | peace | by”
			c.to = whom
			r.add(n, c, ruleNoun, span2{c.end, i})
			return
		}
		isNext := i == c.end || r.mark(i-1, ",") && i-1 == c.end || r.isAllWhen(c.end, i)
		if isNext && i > c.end && to < end && r.mark(i-1, ",") && r.mark(to, ",") { // “was told, by a recording, | that”
			to++
		}
		if from, rule := r.contentAfter(u, &told, to); isNext && from >= 0 && from < u.to {
			if c.verb.takes&takesTold != 0 {
				c.to = whom
			}
			r.addAfter(n, u, c, from, rule)
		}
		return
	}
}

// canTell reports whether whom “by” names may have said something: somebody named, or those who are told of, with whom it was said to.
func (r *sayer) canTell(c *cue, s span2) bool {
	last := r.words[s[1]-1]
	if last.large || titles[last.fold] || organisationWords[last.fold] {
		return true
	}
	return c.verb.takes&takesTold != 0 && (r.isPeopleWord(r.headOf(s)) || r.isTextAt(s))
}

// isPromisedBy reports whether what somebody was promised stands before “by”, and they are told of as those to whom it was promised.
func (r *sayer) isPromisedBy(c *cue, by int) bool {
	const takes = takesNoun | takesTold
	return c.verb.takes&takes == takes && by > c.end && r.isPhraseOf(c.end, by) && r.words[max(c.group-1, 0)].fold != "having"
}

// isPhraseOf reports whether words are a thing, and nothing that says when or where.
func (r *sayer) isPhraseOf(from, to int) bool {
	for i := from; i < to; i++ {
		if w := r.words[i]; w.mark || r.isQuoted(i) || r.g.isWhen(w) || r.g.prepositions.has(w) && i == from || r.g.breaks.has(w) ||
			w.fold == "to" || isAdverb(w) {
			return false
		}
	}
	return from < to
}

// isAllWhen reports whether words say nothing but when.
func (r *sayer) isAllWhen(from, to int) bool {
	for i := from; i < to; i++ {
		if !r.g.isWhen(r.words[i]) && !(r.words[i].fold == "on" && i == from) {
			return false
		}
	}
	return true
}

// calledBy is the quotation by which somebody calls something whom “by” names: “described by Ida Moll as “a gift””, “called “a gift” by
// Ida Moll”.
func (r *sayer) calledBy(c *cue, by, to, end int) span2 {
	switch takes := c.verb.takes; {
	case takes&takesAs != 0 && by == c.end && to+1 < end && r.words[to].fold == "as" && r.opens(to+1):
		return span2{to + 1, r.passageAt(to + 1).to}
	case takes&takesCalled != 0 && r.opens(c.end) && r.passageAt(c.end).to == by:
		return span2{c.end, by}
	}
	return span2{}
}
