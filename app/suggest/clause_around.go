package suggest

import "strings"

// contentAround is what stands before and after who says it: “Die Lage, sagte sie, sei ernst”.
func (c *clausal) contentAround(k int) (rule string, spans []span2) {
	start := c.sentenceStart(k)
	isSplit := c.isSplit(start, k)
	if rule, spans := c.withinClause(start, k); rule != "" {
		return rule, spans
	}
	if start < k && (!c.isTaken(k-1) || c.isHearsay(start)) {
		if start == k-1 && c.pieces[start].quote {
			return ruleQuoteBefore, append([]span2{c.pieces[start].span2}, c.quotedOn(k)...)
		}
		s, ok := c.saidUpTo(start, k, isSplit)
		if !ok {
			return "", nil
		}
		spans = append(spans, s)
	}
	if k+1 < len(c.pieces) && strings.HasPrefix(c.pieces[k+1].before, ",") && (start == k || isSplit || c.pieces[k+1].quote) {
		from := c.pieces[k+1].span2[0]
		if c.verbLast() && start < k {
			from = c.first(k + 1)
		}
		if s := c.contentFrom(k+1, from); s[1]-s[0] >= 2 {
			spans = append(spans, s)
		}
	}
	if len(spans) == 0 {
		return "", nil
	}
	return ruleClauseAfter, append(spans, c.afterSemicolon(k)...)
}

// saidUpTo is what is said that stands before a piece. ok is false if that is no clause.
func (c *clausal) saidUpTo(start, k int, isSplit bool) (s span2, ok bool) {
	s = c.bared(c.first(start), c.pieces[k-1].span2[1])
	if c.pieces[start].quote && c.pieces[k-1].quote && start < k-1 {
		s = c.pieces[k-1].span2
	}
	isShort := s[1]-s[0] < leastOfBare && !(c.verbLast() && c.endsSentenceAt(k) && !c.isNothingSaid(start, k))
	return s, isSplit || !isShort && !c.isNothingSaid(start, k)
}

// withinClause is what is said in a clause in which another tells who says it: “weil sie, wie er zugibt, „erst suchen“ muss”.
func (c *clausal) withinClause(start, k int) (rule string, spans []span2) {
	if !c.verbLast() || !c.isAsTold(k) || start >= k-1 || k+1 >= len(c.pieces) || c.pieces[k+1].before != "," || !c.isSubordinate(k-1) {
		return "", nil
	}
	p := c.pieces[k-1]
	if p.span2[1]-c.first(k-1) > leastOfBare || c.isSubordinate(k+1) {
		return "", nil
	}
	return ruleClauseAfter, []span2{{c.first(k-1) + 1, p.span2[1]}, c.contentFrom(k+1, c.pieces[k+1].span2[0])}
}

// isTaken reports whether a piece is what somebody says by a verb before it: “Während Anna Kessel sagte, das Geld reiche, erklärte …”.
func (c *clausal) isTaken(k int) bool {
	const most = 50 // a sentence of more is none
	for i := len(c.found) - 1; i >= max(0, len(c.found)-most) && c.found[i].unit == c.n && c.verbLast(); i-- {
		if c.found[i].covers(c.pieces[k].span2[0]) {
			return true
		}
	}
	return false
}

// endsSentenceAt reports whether a sentence ends with a piece.
func (c *clausal) endsSentenceAt(k int) bool {
	return k+1 >= len(c.pieces) || strings.ContainsAny(c.pieces[k+1].before, stops)
}

// isSplit reports whether what is said goes on after a piece that says who says it: “Die Lage, sagte sie, sei ernst”.
func (c *clausal) isSplit(start, k int) bool {
	if k+1 >= len(c.pieces) {
		return false
	}
	next := c.pieces[k+1]
	if c.isHearsay(k + 1) {
		return true
	}
	if !c.verbLast() || start >= k || next.before != "," {
		return false
	}
	first := c.words[c.pieces[k].span2[0]]
	if isInserted := c.g.so.has(first) || c.isAsTold(k); isInserted && !c.isSubordinate(k+1) && c.first(k+1) == next.span2[0] {
		return true // “Er plane, so der Minister, ein Register”
	}
	if next.quote {
		return !c.pieces[k-1].quote
	}
	before := c.words[c.pieces[k-1].span2[1]-1]
	isOpen := !c.isQuoted(c.pieces[k-1].span2[1]-1) && (c.g.auxiliaries.has(before) || c.g.passives.has(before) || c.g.modals.has(before) ||
		c.g.hearsay.has(before) && !before.large)
	opens := c.words[c.first(start)]
	isCondition := start == k-1 && (c.g.subordinates.has(opens) || c.g.questions.has(opens)) && !c.isSubordinate(k+1)
	return (isOpen && start == k-1 && !c.isSubordinate(start) || isCondition) && !c.isSubordinate(k+1)
}

// afterSemicolon is where what is said goes on after a semicolon: “Das dauere, sagte sie; vorher sei nichts zu sagen”.
func (c *clausal) afterSemicolon(k int) []span2 {
	if !c.verbLast() || k+1 >= len(c.pieces) || c.pieces[k+1].before != ";" || !c.isHearsay(k+1) || c.speaksAgain(k+1) {
		return nil
	}
	return []span2{c.contentFrom(k+1, c.pieces[k+1].span2[0])}
}

// isNothingSaid reports whether pieces before a verb are no clause: a phrase, a conjunction's clause alone.
func (c *clausal) isNothingSaid(from, to int) bool {
	for k := from; k < to; k++ {
		p := c.pieces[k]
		if !c.pieces[k].quote && c.afterPhrases(p.span2[0], p.span2[1]) == p.span2[1] || k == from && to == from+1 && c.isSubordinate(k) &&
			c.g.subordinates.has(c.words[c.first(k)]) {
			continue
		}
		return false
	}
	return true
}

// frontedIn is a clause of what is said that stands before its verb: “Dass die Brücke hält, bezweifelt Anna Kessel”.
func (c *clausal) frontedIn(k int, t *told) span2 {
	if !c.verbLast() || !t.verbFirst || k == 0 || c.sentenceStart(k) != k-1 || t.verb.takes&(takesThat|takesWhether) == 0 {
		return span2{}
	}
	p, first := c.pieces[k-1], c.first(k-1)
	switch w := c.words[first]; {
	case p.quote:
	case c.g.that.has(w):
		return span2{first + 1, p.span2[1]}
	case c.g.questions.has(w) && !c.g.asTold.has(w):
		return span2{first, p.span2[1]}
	}
	return span2{}
}
