package suggest

import (
	"slices"
	"strings"

	"standpoint/store"
)

// thing is what somebody announces, denies, calls for or speaks of.
func (c *clausal) thing(k, after int, t *told) (rule string, spans []span2) {
	takes, end := t.verb.takes, c.thingEnd(k, after)
	if rule, s := c.afterObjectNamed(k, after, t); rule != "" {
		return rule, []span2{s}
	}
	if s := c.readyFor(after, end, t); s[0] < s[1] {
		return ruleNoun, []span2{s}
	}
	if s := c.deed(after, end, t); s[0] < s[1] {
		return ruleOf, []span2{s}
	}
	from, isOf := c.thingFrom(after, end, t)
	if isOf {
		if end-from > 1 && !c.isWhom(t, from, end) {
			return ruleOf, []span2{c.withClauses(k, from, end)}
		}
		return "", nil
	}
	if t.verb.stance != "" && c.g.order["personal-a"] && from+1 < end && c.g.to.has(c.words[from]) { // “apoyará a Castellan”
		from++
	}
	if s := c.calledSomething(after, end, t); s[0] < s[1] {
		return ruleNoun, []span2{s}
	}
	if c.isDoneToPerson(from, end, t) {
		return "", nil
	}
	if takes&takesNoun == 0 || t.verbFirst && t.inverted && t.subject[0] > t.at || !c.canBeThing(from, end) && !c.isBareDemand(from, end, t) {
		return "", nil
	}
	if at := from + 1; c.g.order["bare-nouns"] && at < end && c.g.standsFor.has(c.words[from]) &&
		(c.nominal(from, end) == at || c.g.hearers.has(c.words[at])) {
		return ruleNoun, []span2{{from, at}} // “подтвердила | это | изданию”
	}
	if !c.canBeThing(from, end) {
		return ruleNoun, []span2{{from, from + 1}}
	}
	return ruleNoun, []span2{c.withClauses(k, from, end)}
}

// calledSomething is what somebody thinks of something, with the noun or adjective in the case for that: “считает | приговор политическим”.
func (c *clausal) calledSomething(after, end int, t *told) span2 {
	if t.verb.takes&takesCalled == 0 || t.verb.takes&takesQuote != 0 || t.verb.takes&isWeak == 0 || len(c.g.calledEnds) == 0 {
		return span2{}
	}
	for after < end && c.isBeside(after) {
		after++
	}
	if !c.canBeThing(after, end) || t.verbFirst && t.inverted {
		return span2{}
	}
	for i := after; i < end && !c.isQuoted(i); i++ {
		w := c.words[i]
		if !w.large && !w.mark && isMade(w, c.g.calledEnds) && (i == after || !c.g.prepositions.has(c.words[i-1])) && end-after > 1 {
			return c.bared(after, end)
		}
	}
	return span2{}
}

// thingFrom is where a thing begins after a verb, and whether a word stands there by which the verb tells what it is about: “habló | de”.
func (c *clausal) thingFrom(after, end int, t *told) (from int, isOf bool) {
	takes := t.verb.takes
	for from = after; from < end && !c.isQuoted(from); {
		if w := c.words[from]; takes&takesOf != 0 && c.g.of.has(w) && !(from+1 < end && c.isTimeAt(from+1)) ||
			takes&takesFor != 0 && c.g.favours.has(w) || takes&takesAgainst != 0 && c.g.against.has(w) {
			return from, true
		}
		next := max(c.afterWhomTold(t, from, end), c.afterSmall(from, end), c.afterAsked(t, from, end))
		if next == from && takes&takesNoun == 0 && takes&(takesOf|takesFor|takesAgainst) != 0 {
			next = c.beforeOf(from, max(c.nominal(from, end), c.afterAdverbial(from, end)))
			if next > from && takes&takesTold != 0 && t.to[0] == t.to[1] {
				t.to = span2{from, next}
			}
		}
		if next == from {
			break
		}
		from = next
	}
	return from, false
}

// isWhom reports whether words that tell for what somebody calls may tell of whom: “llamó | a su madre”.
func (c *clausal) isWhom(t *told, from, end int) bool {
	return t.verb.takes&takesFor != 0 && t.verb.takes&takesTold != 0 && c.canSpeak(span2{from + 1, max(from+1, c.nominal(from+1, end))})
}

// afterWhomTold passes to whom something is told that follows: “pidió | a ambos países moderación”; the word itself if nobody is.
func (c *clausal) afterWhomTold(t *told, from, end int) int {
	if t.verb.takes&takesTold == 0 || t.verb.takes&takesNoun == 0 || !c.g.to.has(c.words[from]) || t.to[0] < t.to[1] {
		return from
	}
	to := c.nominal(from+1, end)
	if to == from+1 || to >= end {
		return from
	}
	t.to = span2{from + 1, to}
	return to
}

// afterAsked passes of whom something is demanded, or for whom: “потребовал | для подсудимого | семь лет”, “вимагає | від уряду |
// відставки”.
func (c *clausal) afterAsked(t *told, from, end int) int {
	if t.verb.act != store.ActDemands || t.verb.takes&takesNoun == 0 || !c.g.askedOf.has(c.words[from]) {
		return from
	}
	next := from + 1
	for next < end-1 && !c.isPersonForm(next) && (c.isDeterminer(next) || c.isAdjective(next)) {
		next++
	}
	if all := c.mentionsBetween(next, end); len(all) > 0 && all[0].first == next {
		next = all[0].end
	} else {
		next++
	}
	if next >= end || c.g.prepositions.has(c.words[next]) {
		return from
	}
	if s := (span2{from + 1, next}); c.g.by.has(c.words[from]) && c.canSpeak(s) && t.to[0] == t.to[1] {
		t.to = s
	}
	return next
}

// withClauses adds to a thing what clauses after it tell of it or under which conditions it is: “кредит, якщо повернуться”.
func (c *clausal) withClauses(k, from, end int) span2 {
	if end < c.pieces[k].span2[1] {
		return c.bared(from, end)
	}
	for next := k + 1; next < len(c.pieces); next++ {
		p := c.pieces[next]
		if p.quote || p.before != "," || c.speaks(next) || next == k+1 && !c.opensClauseOf(p.span2[0]) ||
			c.g.order["determiners-open"] && c.g.prepositions.has(c.words[p.span2[0]]) || c.g.counters.has(c.words[p.span2[0]]) {
			break
		}
		end = p.span2[1]
	}
	return c.bared(from, end)
}

// opensClauseOf reports whether a word opens a clause of what stands before it.
func (c *clausal) opensClauseOf(i int) bool {
	w := c.words[i]
	return !c.isQuoted(i) && (c.g.subordinates.has(w) || c.g.relatives.has(w) || c.g.that.has(w))
}

// afterSmall passes a word that stands between a verb and a thing, or words that say when.
func (c *clausal) afterSmall(i, end int) int {
	w := c.words[i]
	if c.isBeside(i) || c.g.hearers.has(w) || c.g.clitics.has(w) && !c.isDeterminer(i) {
		return i + 1
	}
	if c.isTermAt(i, end) {
		return i
	}
	return c.afterTime(i, end)
}

// afterObjectNamed is of what somebody accuses whom words after a verb tell of, whose name stands in commas: “accuse son rival, Odo Lenz, |
// de « mentir »”.
func (c *clausal) afterObjectNamed(k, from int, t *told) (rule string, s span2) {
	if t.verb.takes&takesOf == 0 || t.verb.takes&takesObject == 0 || !c.g.order["determiners-open"] || k+2 >= len(c.pieces) {
		return "", s
	}
	p, name, next := c.pieces[k], c.pieces[k+1], c.pieces[k+2]
	if from < p.span2[1] && c.g.to.has(c.words[from]) && !c.isDeterminer(from) {
		from++
	}
	isName := name.before == "," && !name.quote && c.nominal(name.span2[0], name.span2[1]) == name.span2[1]
	at := next.span2[0]
	if c.nominal(from, p.span2[1]) != p.span2[1] || from >= p.span2[1] || !isName || next.before != "," || next.quote ||
		!c.g.of.has(c.words[at]) || at+1 >= c.u.to {
		return "", s
	}
	switch {
	case c.opens(at + 1):
		return ruleQuoteAfter, span2{at + 1, c.passageAt(at + 1).to}
	case c.isInfinitiveAt(at + 1):
		return ruleOf, c.saidFrom(k+2, at)
	}
	return "", s
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
	if from < end && c.opens(from) { // “выразили «озабоченность» эскалацией”, “a dénoncé « l'inaction » du maire”
		to := c.passageAt(from).to
		return to < end && (c.g.order["bare-nouns"] || c.g.joins.has(c.words[to]) || c.g.prepositions.has(c.words[to])) ||
			to == end && to-from <= shortQuotation && !c.words[from+1].large && c.g.order["determiners-open"]
	}
	if c.isThingInMarks(from, end) {
		return true
	}
	if from >= end || c.isQuoted(from) || end-from < 2 && !c.g.order["bare-nouns"] && !c.isManyThings(from) {
		return false
	}
	w := c.words[from]
	if c.g.prepositions.has(w) || c.g.infinitives.has(w) || !c.isDeterminer(from) && (c.g.joins.has(w) || c.isPronoun(from)) {
		return false
	}
	return c.isTermAt(from, end) || c.nominal(from, end) > from
}

// isTermAt reports whether how long something takes stands at a word as a thing: “trois ans de prison”.
func (c *clausal) isTermAt(i, end int) bool {
	return c.g.order["determiners-open"] && i+2 < end && (c.isDeterminer(i) || isDigits(c.words[i])) && c.g.times.has(c.words[i+1]) &&
		c.g.joins.has(c.words[i+2]) && !c.isTimeAt(i+3)
}

// isManyThings reports whether a word may be for several things that somebody calls for: “exigió | elecciones”.
func (c *clausal) isManyThings(i int) bool {
	w := c.words[i]
	const least = 6
	return !w.mark && !w.large && len(w.fold) >= least && strings.HasSuffix(w.fold, "s") && !c.isBeside(i) && !c.isPronoun(i) &&
		!c.g.times.has(w) && !c.g.prepositions.has(w) && !c.isPersonNoun(i) && !c.isVerbAt(i, i+1)
}

// isBareDemand reports whether a word without an article is all that somebody demands: “pidió | calma”, “réclame | justice”.
func (c *clausal) isBareDemand(i, end int, t *told) bool {
	const least = 5
	if t.verb.act != store.ActDemands || !c.g.order["determiners-open"] || i+1 > end || i >= end || c.isQuoted(i) ||
		i+1 < end && c.nominal(i, end) > i+1 {
		return false
	}
	w := c.words[i]
	return !w.mark && !w.large && len(w.fold) >= least && !c.isBeside(i) && !c.isPronoun(i) && !c.isDeterminer(i) && !c.g.times.has(w) &&
		!c.g.prepositions.has(w) && !c.isPersonNoun(i) && !c.isVerbAt(i, i+1) && !c.isInfinitiveAt(i) && !c.opensClause(i) &&
		!c.isCoordinate(i) && !c.g.relatives.has(w) && !c.g.questions.has(w) && !c.g.breaks.has(w) && !c.g.isVerbEnd(w) &&
		!c.g.passives.has(w) && !c.g.auxiliaries.has(w) && !c.g.modals.has(w)
}

// isThingInMarks reports whether a determiner stands before a word in quotation marks: “des « dysfonctionnements »”.
func (c *clausal) isThingInMarks(from, end int) bool {
	return c.g.order["determiners-open"] && from+1 < end && !c.isQuoted(from) && c.isDeterminer(from) && c.opens(from+1) &&
		c.passageAt(from+1).to <= end && !c.words[from+2].large
}

// thingEnd is where a thing ends that begins at a word of a piece: where somebody speaks again, or another conjunction opens something.
func (c *clausal) thingEnd(k, from int) int {
	end := c.pieces[k].span2[1]
	for i := from; i < end; i++ {
		if c.isQuoted(i) {
			continue
		}
		if c.isCoordinate(i) && (c.isVerbAt(i+1, end) || c.isStanceAt(i+1, end) || c.isOtherAt(i+1, end)) || c.g.breaks.has(c.words[i]) {
			return i
		}
	}
	return end
}

// isOtherAt reports whether somebody else and a verb of theirs stand at a word: “y | la oposición pide dimisiones”.
func (c *clausal) isOtherAt(i, end int) bool {
	if i >= end || c.isQuoted(i) || !c.isDeterminer(i) || !c.g.order["determiners-open"] {
		return false
	}
	to := c.nominal(i, end)
	return to > i && c.isVerbAt(to, end) && c.canSpeak(span2{i, to})
}

// isStanceAt reports whether a verb that says where somebody stands is at a word.
func (c *clausal) isStanceAt(i, end int) bool {
	for i < end && !c.isQuoted(i) && (c.isBeside(i) || c.g.clitics.has(c.words[i]) || c.g.reflexive.has(c.words[i])) {
		i++
	}
	return i < end && !c.isQuoted(i) && slices.ContainsFunc(c.verbsAt(i), func(v verb) bool { return v.stance != "" && v.form != formBase })
}

// beforeOf is where words for somebody end before one by which a verb tells what it is about: “обвинил соседей | в нарушении перемирия”.
func (c *clausal) beforeOf(from, end int) int {
	for at := from + 1; at < end && c.g.order["bare-nouns"]; at++ {
		if c.g.of.has(c.words[at]) {
			return at
		}
	}
	return end
}

// isDoneToPerson reports whether words after a verb are for a person to whom something is done, and nothing that is said: “раскритиковала |
// канцлера”, “заперечила | міністерці”.
func (c *clausal) isDoneToPerson(from, end int, t *told) bool {
	if !c.g.order["bare-nouns"] || from >= end || c.isQuoted(from) || t.verb.takes&takesNoun == 0 || t.verb.stance != "" ||
		t.verb.act != store.ActSays && t.verb.act != store.ActDenies {
		return false
	}
	if slices.ContainsFunc(c.verbsAt(t.at), func(v verb) bool { return v.takes&takesCalled != 0 }) {
		return false
	}
	at := from
	for at < end-1 && (c.isDeterminer(at) || c.isAdjective(at) && !c.isPersonForm(at)) {
		at++
	}
	return c.g.personForms[c.words[at].fold] != "" || c.startsOnPerson(at, end)
}
