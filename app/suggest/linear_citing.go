package suggest

// readCited reads whom a report has something from that names it after who reports: “«Берег» со ссылкой на мэрию сообщает”, “пишет
// «Берег», ссылаясь на источник в мэрии”. Who does what the verb says ends before that. A person or a
// ministry that refers to something speaks for itself.
func (c *clausal) readCited(k int, t *told) {
	if len(c.g.citing) == 0 || !c.g.order["bare-nouns"] || t.subject[0] >= t.subject[1] || t.relative[0] < t.relative[1] {
		return
	}
	p := c.pieces[k]
	at, from := c.citingIn(t.subject[0], t.subject[1])
	end := t.subject[1]
	switch {
	case from > 0:
		for t.subject[1] = at; c.words[t.subject[1]-1].isMark(","); {
			t.subject[1]--
		}
	case t.subject[1] <= t.group:
		at, from = c.citingIn(t.subject[1], t.group)
		end = t.group
	default:
		end = p.span2[1]
		at, from = c.citingIn(t.subject[1], end)
		if next := k + 1; from == 0 && next < len(c.pieces) && c.pieces[next].before == "," && !c.pieces[next].quote &&
			t.subject[1] <= p.span2[1] {
			end = c.pieces[next].span2[1]
			at, from = c.citingIn(c.pieces[next].span2[0], min(end, c.pieces[next].span2[0]+1))
		}
	}
	if from == 0 || t.subject[1] <= t.subject[0] || !c.canReport(t.subject) {
		return
	}
	if from < end && c.g.wordsOf.has(c.words[from]) { // “со ссылкой на | слова мэра”
		from++
	}
	if to := c.nominal(from, end); to > from {
		t.cited, t.citedEnd = span2{from, to}, to
		if t.subject[1] > t.group && at >= t.subject[1] && to < p.span2[1] {
			t.citedEnd = c.afterAdverbials(to, p.span2[1])
		}
	}
}

// readCitedNext reads whom those have something from according to whom it is, in the next piece, and where that ends: “Selon Le Courrier, |
// citant des sources proches, | le juge …”.
func (c *clausal) readCitedNext(k int, t *told) (end int) {
	next := k + 1
	for next < len(c.pieces) && c.pieces[next].span2[0] < t.subject[1] {
		next++
	}
	if !c.g.order["determiners-open"] || next >= len(c.pieces) || c.pieces[next].before != "," || c.pieces[next].quote {
		return t.subject[1]
	}
	q := c.pieces[next].span2
	from := c.g.citing.endAt(c.words, q[0])
	if to := c.nominal(from, q[1]); from > q[0] && to > from && c.afterAdverbials(to, q[1]) == q[1] {
		t.cited, t.citedEnd = span2{from, q[1]}, q[1]
		return q[1]
	}
	return t.subject[1]
}

// citingIn is where the words stand among others after which whom a report has something from is told, and where they end; 0 if none do.
func (c *clausal) citingIn(from, to int) (at, end int) {
	for i := from; i < min(to, from+mostOfPhrase); i++ {
		if end = c.g.citing.endAt(c.words, i); end > i && end < len(c.words) && !c.isQuoted(i) {
			return i, end
		}
	}
	return 0, 0
}

// canReport reports whether words are for those who report what others say: a newspaper, an agency, a name in quotation marks.
func (c *clausal) canReport(s span2) bool {
	w := c.words[s[0]]
	isForeign := c.g.order["bare-nouns"] && w.large && !isCyrillic(w.fold) && !isDigits(w) // “пише | Politico”
	return c.opens(s[0]) || isForeign || c.hasAmong(c.g.outlets, s[0], s[1])
}

// asCited makes who reports something those through whom somebody else says it.
func (c *clausal) asCited(t *told, first int) {
	if t.cited[0] == t.cited[1] || len(c.found) <= first {
		return
	}
	if f := &c.found[first]; len(f.said.Carriers) == 0 {
		f.said.Carriers, f.said.Speakers, f.rule = asOrganisations(f.said.Speakers), c.partiesOf(t.cited), ruleCited
	}
}

// outletAfter is who passes something on that stands in quotation marks after the verb: “сообщает | «Берег»”, and not “сообщил «Берегу»
// | источник”.
func (c *clausal) outletAfter(from, end int, t *told) span2 {
	if from >= end || !c.opens(from) || !c.isNameInMarks(from) || !c.g.order["bare-nouns"] || !c.g.passing.has(c.words[t.end-1]) {
		return span2{}
	}
	to := c.passageAt(from).to
	if to > end || to < end && c.nominal(to, end) > to && c.g.citing.endAt(c.words, to) == to && c.afterAdverbial(to, end) == to {
		return span2{}
	}
	return span2{from, to}
}
