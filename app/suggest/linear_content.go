package suggest

import (
	"slices"
	"strings"
)

// opened is what is said that a word opens: “que”, “de” with an infinitive, a word of a question.
func (c *clausal) opened(k, after int, t *told) (rule string, s span2) {
	p, isOther := c.pieces[k], false
	for i := after; i < p.span2[1]; i++ {
		if c.opens(i) && t.verb.takes&(takesQuote|takesCalled|takesAs) != 0 && !c.isNameInMarks(i) {
			return "", s
		}
		if c.isQuoted(i) {
			i = c.passageAt(i).to - 1
			continue
		}
		isOther = isOther || i > after && c.g.order["determiners-open"] && c.g.relatives.has(c.words[i]) && !c.g.that.has(c.words[i])
		if rule, s = c.openedAt(k, i, after, t); rule != "" && !(rule == ruleTo && isOther) { // “les faits | qui lui valent de comparaître”
			return rule, s
		}
		if i > after+farthestThat || c.isCoordinate(i) && c.isVerbAt(i+1, p.span2[1]) {
			return "", s
		}
	}
	return c.openedLater(k, after, t)
}

// openedLater is what is said that a word opens in one of the next pieces.
func (c *clausal) openedLater(k, after int, t *told) (rule string, s span2) {
	p := c.pieces[k]
	const farthest = 3
	for next := k + 1; next < min(len(c.pieces), k+1+farthest); next++ {
		q := c.pieces[next]
		isOfThing := next == k+1 && c.isOfThing(next, after, p.span2[1]) // “s'est félicité de cet accord, | qu'il a qualifié”
		if isOfThing || q.quote || q.before != "," || c.othersSpeak(next) || t.inverted && c.isRelativeAfter(next, t.subject) {
			break
		}
		first := c.firstOrQuestion(next)
		if rule, s = c.openedAt(next, first, first, t); rule == ruleThat || rule == ruleWhether && next == k+1 {
			return rule, s
		}
		if c.speaks(next) {
			break
		}
	}
	return "", span2{}
}

// isOfThing reports whether a piece tells more of a thing right before it, rather than what is said: nothing stands between that could part
// a verb from what it says.
func (c *clausal) isOfThing(k, from, to int) bool {
	opens := c.g.relatives.has(c.words[c.pieces[k].span2[0]]) || c.g.that.has(c.words[c.first(k)])
	if !c.g.order["determiners-open"] || from >= to || !opens {
		return false
	}
	at := c.afterAdverbials(from, to)
	if at == from && at < to && c.g.of.has(c.words[at]) {
		at++
	}
	end := c.nominal(at, to)
	return at < to && end == to && c.isDeterminer(at) && !c.canSpeak(span2{at, end}) && !c.hasHearer(at, end)
}

// isNameInMarks reports whether a quotation is a name: “пояснив агентству «Схід», що”.
func (c *clausal) isNameInMarks(i int) bool {
	p := c.passageAt(i)
	return p.to-p.from <= shortQuotation && p.to-p.from > 2 && c.words[p.from+1].large && !c.words[p.to-2].mark
}

// isRelativeAfter reports whether a piece tells more of somebody who stands right before it: “cuenta uno de ellos, que prefiere callar”.
func (c *clausal) isRelativeAfter(k int, who span2) bool {
	return c.g.order["determiners-open"] && who[1] == c.pieces[k].span2[0]-1 && c.g.relatives.has(c.words[c.pieces[k].span2[0]]) &&
		!c.isPronoun(who[0])
}

// openedAt reads a word as one that opens what is said.
func (c *clausal) openedAt(k, i, after int, t *told) (rule string, s span2) {
	takes, w, end := t.verb.takes, c.words[i], c.pieces[k].span2[1]
	switch {
	case c.g.that.has(w) && takes&takesThat != 0:
		return ruleThat, c.saidFrom(k, i+1)
	case takes&takesWhether != 0 && (c.g.questions.has(w) || c.g.ifThey.endAt(c.words, i) > i || c.isWhetherAt(k, i) ||
		c.g.prepositions.has(w) && i+1 < end && c.g.questions.has(c.words[i+1])):
		return ruleWhether, c.saidFrom(k, i)
	case takes&takesTo == 0:
	case c.g.infinitives.has(w) && i+1 < end && c.isInfinitiveAt(i+1) && c.canOpenDeed(after, i, t):
		c.noteAsked(after, i, t)
		return ruleTo, c.deedWithin(k, i, t)
	case (c.afterAdverbials(after, end) >= i || c.g.order["bare-infinitives"] && takes&takesTold != 0) && c.isInfinitiveAt(i) &&
		!c.isAfterPlace(i):
		if c.g.order["bare-nouns"] && i == after+1 && c.isDeterminer(after) {
			return ruleTo, c.deedWithin(k, after, t) // “пообещал | всё починить”
		}
		c.noteAsked(after, i, t)
		return ruleTo, c.deedWithin(k, i, t)
	}
	return "", s
}

// firstOrQuestion is the first word of a piece, or a word of a question that may join others, too: “запитав, | чи”.
func (c *clausal) firstOrQuestion(k int) int {
	if at := c.pieces[k].span2[0]; c.g.questions.has(c.words[at]) {
		return at
	}
	return c.first(k)
}

// isWhetherAt reports whether a piece begins with a word of which the next makes a question: “спросила, | признаёт ли он вину”.
func (c *clausal) isWhetherAt(k, i int) bool {
	const farthest = 3
	p := c.pieces[k]
	if i != p.span2[0] || c.isQuoted(i) {
		return false
	}
	for at := i + 1; at < min(p.span2[1], i+1+farthest) && !c.isQuoted(at); at++ {
		if c.g.whether.has(c.words[at]) {
			return true
		}
	}
	return false
}

// deedWithin is what somebody wants to do of whom a clause without commas tells: “un obrero que prefiere | callar su nombre | la cree”.
func (c *clausal) deedWithin(k, from int, t *told) span2 {
	s := c.deedFrom(k, from)
	if t.relative[0] == t.relative[1] || t.subject[0] <= c.first(k) || !c.g.order["determiners-open"] {
		return s
	}
	at := from
	for at < s[1] && (c.g.infinitives.has(c.words[at]) || c.g.negations.has(c.words[at]) || c.g.clitics.has(c.words[at])) {
		at++
	}
	if to := c.nominal(at+1, s[1]); at+1 < s[1] && to > at+1 {
		s[1] = to
	}
	return s
}

// deedFrom is what somebody wants or promises to do, which ends before what is told of another clause: “cerrar el puerto | y que …”,
// “проголосувати | і вийшла”.
func (c *clausal) deedFrom(k, from int) span2 {
	s := c.saidFrom(k, from)
	for i := from + 1; i+1 < s[1]; i++ {
		if c.mark(i, ",") && c.isAgoAt(i+1) {
			return c.bared(from, i)
		}
		if c.isQuoted(i) || c.mark(i, ",") && !c.isDeedEnd(i+1) || !c.mark(i, ",") && !c.isCoordinate(i) {
			continue
		}
		if c.mark(i, ",") || c.g.that.has(c.words[i+1]) || c.isPastAt(i+1) || c.isOtherAt(i+1, s[1]) {
			return c.bared(from, i)
		}
	}
	return s
}

// isAgoAt reports whether words tell how long before or after something somebody says what they say: “quelques heures | après”.
func (c *clausal) isAgoAt(i int) bool {
	const most = 4
	isTime := false
	for at := i; at < min(i+most, c.u.to) && !c.words[at].mark; at++ {
		if isTime && c.g.breaks.has(c.words[at]) {
			return c.g.order["determiners-open"]
		}
		isTime = isTime || c.g.times.has(c.words[at])
	}
	return false
}

// isDeedEnd reports whether a word after a comma opens what is no part of a deed: another clause that somebody else does, or a gerund.
func (c *clausal) isDeedEnd(i int) bool {
	w := c.words[i]
	if c.isQuoted(i) || w.large {
		return false
	}
	if !c.g.counters.has(w) {
		return isMade(w, c.g.gerundEnds)
	}
	for at := i + 1; at < c.u.to && !c.mark(at, ",;:") && !c.isQuoted(at); at++ {
		if c.isInfinitiveAt(at) { // “полагодити блоки, а потім | підписувати”
			return false
		}
	}
	return true
}

// isPastAt reports whether a word is made as forms of verbs are by which a language tells what a woman, a man or many did.
func (c *clausal) isPastAt(i int) bool {
	w := c.words[i]
	if w.mark || w.large || c.isQuoted(i) || len(c.g.sheDoes) == 0 || len(w.fold) < 6 {
		return false
	}
	return isMade(w, c.g.sheDoes) || c.doer == genderHe && isMade(w, c.g.heDoes)
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
	const least = 3
	return !w.mark && !w.large && isMade(w, c.g.infinitiveEnds) && len(w.fold) >= least && !c.g.prepositions.has(w) && !c.g.times.has(w) &&
		!c.g.roles.has(w) && !c.g.notInfinitives.has(w) && (!isMade(w, c.g.nounEnds) || isMade(w, c.g.deedEnds))
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
		c.g.reflexive.has(c.words[i]) || i > 0 && c.g.reflexive.has(c.words[i-1]) && c.g.passives.has(c.words[i])) {
		i++
	}
	if i >= end || c.isQuoted(i) || c.words[i].large {
		return false
	}
	isSaying := func(v verb) bool { return v.form != formBase && v.stance == "" && v.takes&takesNot == 0 }
	return slices.ContainsFunc(c.verbsAt(i), isSaying) || c.leadsTo(i, end) > i
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
		q, from := c.passageAt(i), c.calledAt(after, i, t)
		isCalled := takes&(takesOf|takesAs) != 0 || takes&takesCalled != 0 && (from < i || takes&takesSelf != 0 || !c.g.order["determiners-open"])
		if isShort := q.to-q.from <= shortQuotation; isShort && (!isCalled || c.words[q.from+1].large) {
			return span2{}
		}
		return span2{from, min(q.to, p.span2[1])}
	}
	if next := k + 1; next < len(c.pieces) && c.pieces[next].quote && c.pieces[next].before == "" && takes&takesQuote != 0 && !t.verbFirst {
		return c.pieces[next].span2
	}
	return span2{}
}

// saidFrom is what is said that begins at a word of a piece: to the end of the sentence, or where somebody speaks again.
func (c *clausal) saidFrom(k, from int) span2 {
	end := c.pieces[k].span2[1]
	isBegun := c.isNamed(from, end) && c.nominal(from, end) == end && !c.g.order["bare-nouns"] // “que la société Hydrel, à Brume, | a dit”
	for next := k + 1; next < len(c.pieces); next++ {
		p := c.pieces[next]
		if strings.ContainsAny(p.before, stops+";") || strings.Contains(p.before, ":") && !c.goesOnAfterColon(next) ||
			c.speaks(next) && !(isBegun && next == k+2) ||
			c.othersSpeak(next) || c.contrastsAt(p.span2[0]) && c.hasVerb(p.span2[0], p.span2[1]) {
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
	if p := c.quotedWhole(from); p > from && p < end && c.contrastsAt(p) { // “asegura que «no hay plan B» | mientras sus socios negocian”
		end = p
	}
	return c.bared(from, end)
}

// goesOnAfterColon reports whether what is said goes on after a colon: “что плохо: печи не меняли”.
func (c *clausal) goesOnAfterColon(k int) bool {
	p := c.pieces[k]
	return !p.quote && !c.hasVerb(p.span2[0], p.span2[1]) && p.span2[1]-p.span2[0] >= leastOfBare && (k+1 == len(c.pieces) || !c.speaks(k+1))
}

// quotedWhole is where the quotation ends that a word opens; the word itself if it opens none.
func (c *clausal) quotedWhole(i int) int {
	if i < c.u.to && c.opens(i) {
		return c.passageAt(i).to
	}
	return i
}

// contrastsAt reports whether a word opens a clause of what others do meanwhile: “mientras”, “tandis que”.
func (c *clausal) contrastsAt(i int) bool {
	return i < c.u.to && !c.isQuoted(i) && c.g.contrasts.has(c.words[i])
}

// speaks reports whether with a piece somebody says something again, and no part of what was said.
func (c *clausal) speaks(k int) bool {
	p := c.pieces[k]
	if p.quote {
		return false
	}
	first := c.first(k)
	return c.isVerbAt(first, p.span2[1]) && !c.g.that.has(c.words[first]) || first > p.span2[0] && c.isStanceAt(first, p.span2[1]) ||
		c.g.according.endAt(c.words, first) > first || c.g.itSays.endAt(c.words, first) > first ||
		c.isAsTold(k) && c.hasVerb(first+1, p.span2[1]) || c.isTold(k, first)
}

// othersSpeak reports whether with a piece somebody else says something: “…, а Одо Ленц ответил, что”.
func (c *clausal) othersSpeak(k int) bool {
	p := c.pieces[k]
	first := c.first(k)
	isWho := c.isDeterminer(first) || c.isNamed(first, min(p.span2[1], first+mostOfMarked))
	isJoined := first > p.span2[0] || c.g.order["determiners-open"] && isWho
	if p.quote || !isJoined || k+1 >= len(c.pieces) && !c.g.order["determiners-open"] {
		return false
	}
	to := c.nominal(first, p.span2[1])
	if to == first || !c.isVerbAt(to, p.span2[1]) {
		return false
	}
	if c.g.order["determiners-open"] {
		isNamed := c.isDeterminer(first) && c.isNamed(first, to) && c.canSpeak(span2{first, to})
		return c.thatAfter(to, p.span2[1]) >= 0 || isNamed && c.hasQuotation(to, p.span2[1]) // “…, el PSOE denuncia un «fraude»”
	}
	return c.g.that.has(c.words[c.pieces[k+1].span2[0]])
}

// hasQuotation reports whether a quotation opens among words.
func (c *clausal) hasQuotation(from, to int) bool {
	for i := from; i < to; i++ {
		if c.opens(i) {
			return true
		}
	}
	return false
}

// isTold reports whether a piece is “a-t-il dit”: an auxiliary, a pronoun, a participle.
func (c *clausal) isTold(k, first int) bool {
	end := c.pieces[k].span2[1]
	return first+2 < end && c.g.auxiliaries.has(c.words[first]) && c.isPronoun(first+1) && c.isVerbAt(first+2, end)
}
