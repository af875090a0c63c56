package suggest

import (
	"slices"
	"strings"
)

// sayBy finds who says what by a verb. It reports whether somebody does.
func (c *clausal) sayBy(k int, t *told, first int) bool {
	if !c.whoSays(k, t) {
		return false
	}
	if c.carries(k, t, first) {
		return true
	}
	c.noteGender(t)
	last := t.cue
	c.last = &last
	rule, spans := c.saidBy(k, t)
	if len(spans) == 0 {
		return false
	}
	isNew := len(c.cues) > 0 && last.subject != c.cues[len(c.cues)-1].subject
	if (!t.shared || isNew) && !c.isAsTold(k) {
		c.cues = append(c.cues, last)
	}
	if t.to[0] == t.to[1] {
		c.findHearer(k, t, spans[0][0])
	}
	if t.finite < t.at && t.verb.takes&takesNot == 0 && !t.shared {
		t.cue.at = t.at
	}
	c.add(&t.cue, rule, spans...)
	return true
}

// noteGender remembers that a form of a verb tells a woman or a man.
func (c *clausal) noteGender(t *told) {
	who := c.genderOfDoer(&t.cue)
	if who == genderUnknown {
		return
	}
	if m, ok := c.mentionIn(t.subject); ok && m.party.Kind == kindPerson {
		at, there := slices.BinarySearchFunc(c.seen, m.first, func(s seen, at int) int { return s.at - at })
		if there {
			c.seen[at].who = who
		}
	}
}

// genderOfDoer tells from the form of a verb how it speaks of who does it.
func (c *clausal) genderOfDoer(of *cue) gender {
	if of.verb.form != formPast || len(c.g.sheDoes) == 0 || of.end == 0 {
		return genderUnknown
	}
	w := c.words[of.end-1]
	isShe, isHe := isMade(w, c.g.sheDoes), isMade(w, c.g.heDoes)
	switch {
	case isShe && !isHe:
		return genderShe
	case isHe && !isShe:
		return genderHe
	}
	return genderUnknown
}

// carries reports whether a verb tells only who passes on what somebody else says: “передает Интерфакс”. They are the carriers of that.
func (c *clausal) carries(k int, t *told, first int) bool {
	if !t.inverted || len(c.found) == first || !c.g.passing.has(c.words[t.end-1]) || k == 0 {
		return false
	}
	f := &c.found[len(c.found)-1]
	whom := c.partiesOf(t.subject)
	if len(whom) != 1 || whom[0].Kind == kindPerson || c.isPronoun(t.subject[0]) || len(f.said.Carriers) > 0 {
		return false
	}
	f.said.Carriers = whom
	return true
}

// saidBy is what somebody says by a verb, and by which rule; none if the words do not tell.
func (c *clausal) saidBy(k int, t *told) (rule string, spans []span2) {
	takes := t.verb.takes
	if c.isAsTold(k) {
		return c.aroundAside(k)
	}
	if takes&takesQuote != 0 && c.followsQuotation(k, t) && t.subject != c.pieces[k-1].span2 {
		return ruleQuoteBefore, append([]span2{c.pieces[k-1].span2}, c.quotedOn(k)...)
	}
	if takes&(takesQuote|takesBare) != 0 {
		if from := c.afterColon(k, t); from >= 0 {
			return c.contentAfterColon(from)
		}
	}
	after := max(t.end, t.subject[1])
	if t.subject[0] < t.at || t.shared || t.relative[0] < t.relative[1] {
		after = t.end
	}
	if rule, s := c.opened(k, after, t); rule != "" {
		return rule, []span2{s}
	}
	if c.isBehind(k, after, t) {
		if rule, spans := c.aroundAside(k); rule != "" {
			return rule, spans
		}
	}
	if takes&takesQuote != 0 && t.verbFirst && k == 0 {
		if before, rule, ok := c.quotationBefore(c.n, c.u, &t.cue); ok {
			return rule, []span2{before}
		}
	}
	if s := c.quotationAfter(k, after, t); s[0] < s[1] {
		return ruleQuoteAfter, []span2{s}
	}
	if s := c.toldOf(k, t); s[0] < s[1] {
		return ruleClauseAfter, []span2{s}
	}
	return c.thing(k, after, t)
}

// isBehind reports whether a verb and who does it stand behind what is said: “…, a déclaré le ministre”.
func (c *clausal) isBehind(k, after int, t *told) bool {
	p := c.pieces[k]
	switch {
	case k == 0 || !t.verbFirst:
		return false
	case t.shared:
		return p.before == "," && after >= p.span2[1] && t.verb.takes&takesQuote != 0
	}
	return t.verb.takes&(takesQuote|takesBare) != 0 && (p.before == "," || c.isDashed(k))
}

// followsQuotation reports whether a verb and who does it stand right after a quotation.
func (c *clausal) followsQuotation(k int, t *told) bool {
	p := c.pieces[k]
	if k == 0 || !c.pieces[k-1].quote || strings.ContainsAny(p.before, ":;.") || !c.opensPiece(k, t) {
		return false
	}
	return p.before != "" || !c.words[p.span2[0]].large
}

// opensPiece reports whether a verb and who does it stand at the beginning of a piece.
func (c *clausal) opensPiece(k int, t *told) bool {
	a := c.first(k)
	return t.verbFirst || c.afterAdverbials(a, t.group) >= t.group || t.subject[0] == a && t.subject[1] <= t.group
}

// aroundAside is what stands before and after who says it.
func (c *clausal) aroundAside(k int) (rule string, spans []span2) {
	start := c.sentenceStart(k)
	for start < k && c.pieces[start].quote && start+1 < k {
		start++
	}
	if start < k {
		if c.pieces[start].quote {
			return ruleQuoteBefore, append([]span2{c.pieces[start].span2}, c.quotedOn(k)...)
		}
		s := c.bared(c.first(start), c.pieces[k-1].span2[1])
		if s[1]-s[0] < leastOfBare || c.afterAdverbials(s[0], s[1]) == s[1] {
			return "", nil
		}
		spans = append(spans, s)
	}
	if k+1 < len(c.pieces) && strings.HasPrefix(c.pieces[k+1].before, ",") && (start == k || c.isDashed(k+1) || c.pieces[k+1].quote) {
		if s := c.saidFrom(k+1, c.pieces[k+1].span2[0]); s[1]-s[0] >= 2 {
			spans = append(spans, s)
		}
	}
	if len(spans) == 0 {
		return "", nil
	}
	return ruleClauseAfter, spans
}

// opened is what is said that a word opens: “que”, “de” with an infinitive, a word of a question.
func (c *clausal) opened(k, after int, t *told) (rule string, s span2) {
	p := c.pieces[k]
	for i := after; i < p.span2[1]; i++ {
		if c.opens(i) && t.verb.takes&(takesQuote|takesCalled|takesAs) != 0 {
			return "", s
		}
		if c.isQuoted(i) {
			i = c.passageAt(i).to - 1
			continue
		}
		if rule, s = c.openedAt(k, i, after, t); rule != "" {
			return rule, s
		}
		if i > after+farthestThat || c.isCoordinate(i) && c.isVerbAt(i+1, p.span2[1]) {
			return "", s
		}
	}
	const farthest = 3
	for next := k + 1; next < min(len(c.pieces), k+1+farthest); next++ {
		q := c.pieces[next]
		if q.quote || q.before != "," {
			break
		}
		first := c.first(next)
		if rule, s = c.openedAt(next, first, first, t); rule == ruleThat || rule == ruleWhether && next == k+1 {
			return rule, s
		}
		if c.speaks(next) {
			break
		}
	}
	return "", span2{}
}

// openedAt reads a word as one that opens what is said.
func (c *clausal) openedAt(k, i, after int, t *told) (rule string, s span2) {
	takes, w, end := t.verb.takes, c.words[i], c.pieces[k].span2[1]
	switch {
	case c.g.that.has(w) && takes&takesThat != 0:
		return ruleThat, c.saidFrom(k, i+1)
	case takes&takesWhether != 0 && (c.g.questions.has(w) || c.g.prepositions.has(w) && i+1 < end && c.g.questions.has(c.words[i+1])):
		return ruleWhether, c.saidFrom(k, i)
	case takes&takesTo == 0:
	case c.g.infinitives.has(w) && i+1 < end && c.isInfinitiveAt(i+1):
		c.noteAsked(after, i, t)
		return ruleTo, c.saidFrom(k, i)
	case (i == after || c.g.order["bare-infinitives"] && (takes&takesTold != 0 || c.afterAdverbials(after, end) >= i)) && c.isInfinitiveAt(i):
		c.noteAsked(after, i, t)
		return ruleTo, c.saidFrom(k, i)
	}
	return "", s
}

// isInfinitiveAt reports whether a word is an infinitive, after such small words as stand before one.
func (c *clausal) isInfinitiveAt(i int) bool {
	for i < c.u.to && !c.isQuoted(i) && (c.g.clitics.has(c.words[i]) || c.g.negations.has(c.words[i]) || c.g.reflexive.has(c.words[i])) {
		i++
	}
	if i >= c.u.to || c.isQuoted(i) {
		return false
	}
	w := c.words[i]
	return !w.mark && !w.large && isMade(w, c.g.infinitiveEnds) && len(w.fold) > 3 && !c.g.prepositions.has(w) && !c.g.times.has(w) &&
		!c.g.roles.has(w) && !c.g.notInfinitives.has(w)
}

// noteAsked takes whom somebody asks or promises something, between a verb and an infinitive.
func (c *clausal) noteAsked(from, to int, t *told) {
	if from < to && c.g.to.has(c.words[from]) {
		from++
	}
	if from < to && t.verb.takes&takesTold != 0 && c.nominal(from, to) == to {
		t.to = span2{from, to}
	}
}

// isVerbAt reports whether a verb of saying stands at a word, with what goes before it.
func (c *clausal) isVerbAt(i, end int) bool {
	for i < end && !c.isQuoted(i) && (c.isBeside(i) || c.g.clitics.has(c.words[i]) || c.g.auxiliaries.has(c.words[i]) ||
		c.g.reflexive.has(c.words[i])) {
		i++
	}
	if i >= end || c.isQuoted(i) || c.words[i].large {
		return false
	}
	return slices.ContainsFunc(c.verbsAt(i), func(v verb) bool { return v.form != formBase && v.stance == "" && v.takes&takesNot == 0 })
}

// quotationAfter is a quotation within the clause of a verb: “a salué « un premier pas »”.
func (c *clausal) quotationAfter(k, after int, t *told) span2 {
	p := c.pieces[k]
	takes := t.verb.takes
	if takes&(takesQuote|takesCalled|takesNoun|takesOf|takesAs) == 0 {
		return span2{}
	}
	for i := after; i < p.span2[1]; i++ {
		if c.isCoordinate(i) && c.isVerbAt(i+1, p.span2[1]) {
			return span2{}
		}
		if !c.opens(i) {
			continue
		}
		q := c.passageAt(i)
		if q.to-q.from <= shortQuotation && takes&(takesCalled|takesOf|takesAs) == 0 || c.words[q.from+1].large && q.to-q.from <= shortQuotation {
			return span2{}
		}
		return span2{q.from, min(q.to, p.span2[1])}
	}
	if next := k + 1; next < len(c.pieces) && c.pieces[next].quote && c.pieces[next].before == "" && takes&takesQuote != 0 && !t.verbFirst {
		return c.pieces[next].span2
	}
	return span2{}
}

// toldOf is the sentence before, if what is said stands for it: “Об этом сообщил министр”.
func (c *clausal) toldOf(k int, t *told) span2 {
	if k > 0 || c.n == 0 || t.verb.takes&(takesThat|takesBare) == 0 {
		return span2{}
	}
	from := c.pieces[k].span2[0]
	if c.g.backs.endAt(c.words, from) == from {
		return span2{}
	}
	before := c.units[c.n-1]
	if before.line != c.u.line {
		return span2{}
	}
	start, to := c.afterDateline(before.from, before.to), before.to
	for to > start && c.mark(to-1, stops) {
		to--
	}
	return span2{start, to}
}

// thing is what somebody announces, denies, calls for or speaks of.
func (c *clausal) thing(k, after int, t *told) (rule string, spans []span2) {
	takes, end := t.verb.takes, c.thingEnd(k, after)
	if s := c.deed(after, end, t); s[0] < s[1] {
		return ruleOf, []span2{s}
	}
	from := after
	for from < end && !c.isQuoted(from) {
		w := c.words[from]
		switch {
		case takes&takesOf != 0 && c.g.of.has(w), takes&takesFor != 0 && c.g.favours.has(w), takes&takesAgainst != 0 && c.g.against.has(w):
			if end-from > 1 {
				return ruleOf, []span2{c.bared(from, end)}
			}
			return "", nil
		}
		if next := c.afterSmall(from, end); next > from {
			from = next
			continue
		}
		if takes&takesNoun != 0 || takes&(takesOf|takesFor|takesAgainst) == 0 {
			break
		}
		next := max(c.nominal(from, end), c.afterAdverbial(from, end))
		if next == from {
			break
		}
		if takes&takesTold != 0 && t.to[0] == t.to[1] {
			t.to = span2{from, next}
		}
		from = next
	}
	if takes&takesNoun == 0 || t.verbFirst && t.inverted || !c.canBeThing(from, end) {
		return "", nil
	}
	return ruleNoun, []span2{c.bared(from, end)}
}

// afterSmall passes a word that stands between a verb and a thing, or words that say when.
func (c *clausal) afterSmall(i, end int) int {
	w := c.words[i]
	if c.isBeside(i) || c.g.hearers.has(w) || c.g.clitics.has(w) && !c.isDeterminer(i) {
		return i + 1
	}
	return c.afterTime(i, end)
}

// deed is what somebody is said to have done: “accuse le groupe d'avoir menti”.
func (c *clausal) deed(from, end int, t *told) span2 {
	for i := from; t.verb.takes&takesOf != 0 && i+1 < end && !c.isQuoted(i); i++ {
		if c.g.of.has(c.words[i]) && c.isInfinitiveAt(i+1) && !c.words[i+1].large {
			return c.bared(i, end)
		}
	}
	return span2{}
}

// canBeThing reports whether words begin with a thing.
func (c *clausal) canBeThing(from, end int) bool {
	if from >= end || c.isQuoted(from) || end-from < 2 && !c.g.order["bare-nouns"] {
		return false
	}
	w := c.words[from]
	if c.g.prepositions.has(w) || c.g.infinitives.has(w) || !c.isDeterminer(from) && (c.g.joins.has(w) || c.isPronoun(from)) {
		return false
	}
	return c.nominal(from, end) > from
}

// thingEnd is where a thing ends that begins at a word of a piece: where somebody speaks again, or another conjunction opens something.
func (c *clausal) thingEnd(k, from int) int {
	end := c.pieces[k].span2[1]
	for i := from; i < end; i++ {
		if c.isQuoted(i) {
			continue
		}
		if c.isCoordinate(i) && (c.isVerbAt(i+1, end) || c.isStanceAt(i+1, end)) || c.g.breaks.has(c.words[i]) {
			return i
		}
	}
	return end
}

// isStanceAt reports whether a verb that says where somebody stands is at a word.
func (c *clausal) isStanceAt(i, end int) bool {
	for i < end && !c.isQuoted(i) && (c.isBeside(i) || c.g.clitics.has(c.words[i]) || c.g.reflexive.has(c.words[i])) {
		i++
	}
	return i < end && !c.isQuoted(i) && slices.ContainsFunc(c.verbsAt(i), func(v verb) bool { return v.stance != "" && v.form != formBase })
}

// saidFrom is what is said that begins at a word of a piece: to the end of the sentence, or where somebody speaks again.
func (c *clausal) saidFrom(k, from int) span2 {
	end := c.pieces[k].span2[1]
	for next := k + 1; next < len(c.pieces); next++ {
		p := c.pieces[next]
		if strings.ContainsAny(p.before, stops+";:") || c.speaks(next) {
			break
		}
		end = p.span2[1]
	}
	end = min(end, from+farthestContent)
	for i := from + 1; i < end; i++ {
		if !c.isQuoted(i) && c.isCoordinate(i) && c.isVerbAt(i+1, end) && !c.words[i-1].isMark(",") {
			end = i
		}
	}
	return c.bared(from, end)
}

// speaks reports whether with a piece somebody says something again, and no part of what was said.
func (c *clausal) speaks(k int) bool {
	p := c.pieces[k]
	if p.quote {
		return false
	}
	first := c.first(k)
	return c.isVerbAt(first, p.span2[1]) && !c.g.that.has(c.words[first]) || first > p.span2[0] && c.isStanceAt(first, p.span2[1]) ||
		c.g.according.endAt(c.words, first) > first || c.isAsTold(k) && c.hasVerb(first+1, p.span2[1]) || c.isTold(k, first)
}

// isTold reports whether a piece is “a-t-il dit”: an auxiliary, a pronoun, a participle.
func (c *clausal) isTold(k, first int) bool {
	end := c.pieces[k].span2[1]
	return first+2 < end && c.g.auxiliaries.has(c.words[first]) && c.isPronoun(first+1) && c.isVerbAt(first+2, end)
}

// findHearer finds to whom something is said, in the clause of its verb and outside of what is said, which begins at a word.
func (c *clausal) findHearer(k int, t *told, said int) {
	from, end := t.end, c.pieces[k].span2[1]
	if said >= from {
		end = min(end, said)
	}
	for i := from; i < min(end, from+farthestThat) && !c.isQuoted(i); i++ {
		w := c.words[i]
		switch {
		case c.g.that.has(w):
			return
		case c.g.hearers.has(w) && c.g.order["bare-nouns"]:
			t.to = span2{i, i + 1}
			return
		case c.g.to.has(w):
			if to := c.nominalOf(i+1, end); to > i+1 && (c.hasHearer(i+1, to) || c.isNamed(i+1, to) || t.verb.takes&takesTold != 0) {
				t.to = span2{i + 1, to}
				return
			}
		}
	}
}

// nominalOf is as nominal, of words that may be those of a hearer.
func (c *clausal) nominalOf(i, end int) int {
	at := i
	for at < end && c.isDeterminer(at) && !c.isQuoted(at) {
		at++
	}
	if at < end && !c.isQuoted(at) && c.g.hearers.has(c.words[at]) {
		at++
		for at < end && c.words[at].large && !c.isQuoted(at) {
			at++
		}
		return at
	}
	return c.nominal(i, end)
}

// isAskedIn reports whether a piece is a question that is told: “чи підтримує Вашингтон угоду”.
func (c *clausal) isAskedIn(k int) bool {
	return k > 0 && (c.g.questions.has(c.words[c.pieces[k].span2[0]]) || c.g.questions.has(c.words[c.first(k)]))
}

// standBy reads who stands where by a verb. It reports whether somebody does.
func (c *clausal) standBy(k int, t *told) bool {
	if t.passive || c.isAskedIn(k) || !c.whoSays(k, t) {
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
	if to := c.nominal(object[0], object[1]); t.verb.takes&takesNoun != 0 && to > object[0] {
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
