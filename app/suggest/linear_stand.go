package suggest

// isAskedIn reports whether a verb stands in a question that is told: “чи підтримує Вашингтон угоду”, “si Norvia respalda el plan”.
func (c *clausal) isAskedIn(k int, t *told) bool {
	p := c.pieces[k]
	if k > 0 && c.g.questions.has(c.words[p.span2[0]]) {
		return true
	}
	for i := t.group - 1; i >= max(p.span2[0], t.group-farthestThat) && !c.isQuoted(i); i-- {
		if c.g.questions.has(c.words[i]) && (i > p.span2[0] || k > 0) {
			return true
		}
		if c.isCoordinate(i) || c.g.that.has(c.words[i]) {
			break
		}
	}
	return false
}

// standBy reads who stands where by a verb. It reports whether somebody does.
func (c *clausal) standBy(k int, t *told) bool {
	if t.passive || c.isAskedIn(k, t) || !c.whoSays(k, t) || c.isSentence(t) {
		return false
	}
	if !t.shared {
		last := t.cue
		c.last = &last
	}
	after := t.end
	if t.inverted {
		after = max(after, t.subject[1])
	}
	var object span2
	if rule, s := c.opened(k, after, t); rule != "" {
		object = s
	} else if t.inverted && t.verb.takes&takesNoun != 0 {
		if c.isTimeAt(after) || after >= c.pieces[k].span2[1] {
			return false
		}
	}
	if object[0] == object[1] {
		inverted := t.inverted
		t.inverted = false
		if _, spans := c.thing(k, after, t); len(spans) > 0 {
			object = spans[0]
		}
		t.inverted = inverted
	}
	if object[0] == object[1] {
		object = c.quotationAfter(k, after, t)
	}
	who := t.subject
	if t.relative[0] < t.relative[1] {
		who = t.relative
	}
	s := standing{verb: span2{t.at, t.end}, stand: Stand{Stance: t.verb.stance}}
	s.stand.Verb = c.spanOfWords(s.verb)
	c.doer = c.genderOfDoer(&t.cue)
	if s.stand.Holders = c.partiesOf(who); len(s.stand.Holders) == 0 || object[0] == object[1] {
		return false
	}
	if c.isTermAt(object[0], object[1]) {
		object[1] = max(object[0]+2, c.nominal(object[0]+3, object[1])) // “trois ans de prison”
	} else if to := c.nominal(object[0], object[1]); t.verb.takes&takesNoun != 0 && to > object[0] {
		object[1] = to
	} else if c.g.prepositions.has(c.words[object[0]]) && object[1]-object[0] > 1 {
		object[0]++
	}
	s.words = span2{min(t.at, t.subject[0], object[0]), max(t.end, t.subject[1], object[1])}
	if t.shared || t.relative[0] < t.relative[1] {
		s.words = span2{min(t.at, object[0]), max(t.end, object[1])}
	}
	s.stand.Target.Span = c.spanOfWords(object)
	c.stands = append(c.stands, s)
	return true
}
