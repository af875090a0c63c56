package suggest

import (
	"slices"
	"strings"

	"standpoint/store"
)

// isHearsay reports whether a piece has a form by which one tells what others say.
func (c *clausal) isHearsay(k int) bool {
	return k >= 0 && !c.pieces[k].quote && (c.hasHearsay(c.pieces[k].span2) || c.isSubjunctive(k))
}

// hasHearsay reports whether words have such a form, and not a noun that is written so: “am Ende”.
func (c *clausal) hasHearsay(s span2) bool {
	for i := s[0]; i < s[1]; i++ {
		if w := c.words[i]; c.g.hearsay.has(w) && !c.isQuoted(i) && !(w.large && c.verbLast()) {
			return true
		}
	}
	return false
}

// isSubjunctive reports whether the verb of a main clause ends as only those do by which German tells what others say: “er verstoße”.
func (c *clausal) isSubjunctive(k int) bool {
	if !c.verbLast() || c.isSubordinate(k) {
		return false
	}
	end := c.pieces[k].span2[1]
	first := c.afterBesides(c.first(k), end)
	at := c.subjectAt(first, end)[1]
	isAfterSubject := at > first
	if !isAfterSubject {
		at = c.afterPhrases(first, end)
	}
	isVerbFirst := at == first && k > 0 && at+1 < end && c.pieces[k].before == "," &&
		(c.isDeterminer(at+1) || c.isPronoun(at+1) || c.isBeside(at+1))
	if at == first && !isVerbFirst || at >= end || c.isQuoted(at) || c.words[first].fold == "ich" {
		return false
	}
	w := c.words[at]
	if w.large || w.mark || !strings.HasSuffix(w.fold, "e") || strings.HasSuffix(w.fold, "te") || c.endsPhrase(at) || c.isDeterminer(at) {
		return false
	}
	return at+1 >= end || isVerbFirst || c.isDeterminer(at+1) || isAfterSubject && !c.words[at+1].large
}

// readHearsay takes a sentence that tells what others say for what was said right before it: “Das Geld reiche nicht.”
// before is how many statements were found before this sentence; those that it has itself are told by the same speaker.
func (c *clausal) readHearsay(before int) {
	if c.n == 0 || c.units[c.n-1].line != c.u.line {
		return
	}
	if before == 0 || len(c.found[before-1].spans) == 0 || c.found[before-1].unit != c.n-1 {
		if len(c.found) == before {
			c.readAlone()
		}
		return
	}
	f := &c.found[before-1]
	for k, p := range c.pieces {
		if p.quote || c.verbLast() && strings.Contains(p.before, ":") && k > 0 {
			return
		}
		if c.isSubordinate(k) {
			continue
		}
		if c.isIndicative(k) {
			return
		}
		if c.isHearsay(k) {
			if slices.ContainsFunc(c.found[before:], func(f finding) bool { return f.covers(p.span2[0]) || f.rule == ruleAccordingTo }) {
				return
			}
			f.spans = append(f.spans, c.wholeUnit())
			f.unit = c.n
			for i := range c.found[before:] {
				c.found[before+i].unit = -1 // what follows is not theirs
			}
			return
		}
	}
}

// wholeUnit are the words of the unit without the stop at its end.
func (c *clausal) wholeUnit() span2 {
	to := c.u.to
	for to > c.u.from && c.mark(to-1, stops) {
		to--
	}
	return c.bared(c.u.from, min(to, c.u.from+farthestContent))
}

// isIndicative reports whether a clause has a form of a verb by which German tells what is so: “der Rat hat gestimmt”.
func (c *clausal) isIndicative(k int) bool {
	p := c.pieces[k]
	return c.verbLast() && !c.isHearsay(k) && (c.hasAmong(c.g.auxiliaries, p.span2[0], p.span2[1]) ||
		c.hasAmong(c.g.passives, p.span2[0], p.span2[1]) || c.saysIn(p.span2))
}

// saysIn reports whether words have a form of a verb of saying that tells that somebody does so.
func (c *clausal) saysIn(s span2) bool {
	for i := s[0]; i < s[1]; i++ {
		if !c.isQuoted(i) && (c.g.itSays.endAt(c.words, i) > i || c.g.according.endAt(c.words, i) > i) {
			return true
		}
		if !c.isQuoted(i) && !c.words[i].large && slices.ContainsFunc(c.g.verbs[c.words[i].fold], func(v verb) bool {
			return v.form == formPast && c.hasParticle(v, i, s[1])
		}) {
			return true
		}
	}
	return false
}

// readAlone takes a sentence that tells what others say for what somebody says of whom the sentence before tells: “Die Ministerin zeigte
// sich besorgt. Man müsse handeln.”
func (c *clausal) readAlone() {
	if len(c.pieces) == 0 || c.pieces[0].quote || c.isSubordinate(0) || !c.isSubjunctive(0) &&
		!c.hasAmong(c.g.alone, c.pieces[0].span2[0], c.pieces[0].span2[1]) {
		return
	}
	s := c.whoBefore()
	if s[0] == s[1] {
		return
	}
	c.add(&cue{verb: verb{act: store.ActSays}, subject: s, at: c.u.from, end: c.u.from}, ruleToldOn, c.contentFrom(0, c.u.from))
}

// whoBefore is of whom the sentence before tells; empty if it is of nobody who could speak.
func (c *clausal) whoBefore() span2 {
	before := c.units[c.n-1]
	from := c.afterPlace(before)
	s := c.subjectAt(c.afterPhrases(from, before.to), before.to)
	if last := len(c.cues) - 1; last >= 0 && c.cues[last].at >= from && c.cues[last].subject[0] >= from {
		s = c.cues[last].subject
	}
	if s[0] == s[1] || !c.isNamed(s[0], s[1]) && !c.isSomebody(s[0]) && !slices.ContainsFunc(c.words[s[0]:s[1]], c.isPersonWord) {
		return span2{}
	}
	return s
}

// covers reports whether a word belongs to what is said.
func (f *finding) covers(at int) bool {
	return slices.ContainsFunc(f.spans, func(s span2) bool { return s[0] <= at && at < s[1] })
}
