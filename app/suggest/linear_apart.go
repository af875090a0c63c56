package suggest

import (
	"slices"

	"standpoint/store"
)

// What parts a verb from who does what it says: “Los vecinos, hartos del ruido, piden”, “prévient par téléphone Anna Kessel”.

// isDescribing reports whether a piece begins with a word that describes who stands before it, and with nobody: “Los vecinos, | hartos del
// ruido, | piden”.
func (c *clausal) isDescribing(k int) bool {
	p := c.pieces[k]
	at := c.first(k)
	for at < p.span2[1]-1 && c.isBeside(at) {
		at++
	}
	w := c.words[at]
	if !c.g.order["determiners-open"] || k == 0 || p.before != "," || c.pieces[k-1].quote || w.large || w.mark || c.isQuoted(at) ||
		c.isDeterminer(at) || c.isPronoun(at) || c.opensClause(at) || c.g.times.has(w) || c.isInfinitiveAt(at) || c.hasVerb(at, at+1) {
		return false
	}
	before := c.pieces[k-1].span2
	from := c.afterAdverbials(c.first(k-1), before[1])
	return from < before[1] && c.isDeterminer(from) && c.nominal(from, before[1]) == before[1] && c.canSpeak(span2{from, before[1]})
}

// isInset reports whether a piece tells more of what stands before it: by a relative, a participle, an age.
func (c *clausal) isInset(k int) bool {
	first := c.words[c.first(k)]
	return c.g.relatives.has(first) || c.isIndefinite(c.first(k)) || isDigits(first) || c.g.prepositions.has(first) ||
		isMade(first, c.g.insets) || c.isDescribing(k)
}

// isOpener reports whether a sentence begins with a participle that describes whom the next piece tells of: “Interrogée par Radio Norme,”.
func (c *clausal) isOpener(k int) bool {
	p := c.pieces[k]
	at := c.first(k)
	w := c.words[at]
	if !c.g.order["determiners-open"] || c.sentenceStart(k) != k || c.isQuoted(at) || !isMade(w, c.g.insets) || c.isDeterminer(at) ||
		c.isPersonNoun(at) || at+1 >= p.span2[1] {
		return false
	}
	all := c.mentionsBetween(at, p.span2[1])
	return (len(all) == 0 || all[0].first > at) && (c.g.prepositions.has(c.words[at+1]) || c.isTimeAt(at+1))
}

// isNobody reports whether words before a verb tell how or when, and of nobody: “Más tarde, en un mensaje, | pidió calma”.
func (c *clausal) isNobody(s span2) bool {
	if !c.g.order["drops-subject"] || !c.g.order["determiners-open"] {
		return false
	}
	return !c.isDeterminer(s[0]) && !c.isNamed(s[0], s[1]) && !c.isPronoun(s[0]) && !c.canSpeak(s) && !isDigits(c.words[s[0]])
}

// isWhatOthersSay reports whether a clause tells of a thing what somebody after its verb says of it: “el plan que pidió | el alcalde”.
func (c *clausal) isWhatOthersSay(p piece, t *told) bool {
	if !c.g.order["determiners-open"] || c.canSpeak(t.relative) {
		return false
	}
	s := c.subjectFrom(p, t)
	return s[0] < s[1] && (c.isDeterminer(s[0]) || c.isNamed(s[0], s[1])) && c.canSpeak(s)
}

// beforeSpeaker is where a phrase after a verb ends, before the person who follows it without a comma: “prévient par téléphone | Anna
// Kessel”, “relató a esta agencia | Odo Lenz”, but not “a dit au maire Odo Lenz”.
func (c *clausal) beforeSpeaker(from, end int) int {
	if !c.g.order["determiners-open"] || !c.g.prepositions.has(c.words[from]) && !c.g.to.has(c.words[from]) {
		return end
	}
	for _, m := range c.mentionsBetween(from+1, end) {
		if m.party.Kind != kindPerson || m.first < from+2 || m.end != end {
			continue
		}
		before := c.words[m.first-1]
		isTheirs := (c.isPersonNoun(m.first-1) || c.g.roles.has(before)) && !c.g.hearers.has(before)
		if c.isOutletBefore(from, m.first) { // “a déclaré à l'AFP | Anna Kessel”
			return m.first
		}
		if !before.large && !before.mark && !isTheirs && !c.joinsMore(m.first-1) && !c.isDeterminer(m.first-1) &&
			!c.g.prepositions.has(before) {
			return m.first
		}
	}
	return end
}

// isOutletBefore reports whether the name of an organisation to which things are said ends before a word, and nothing else stands after the
// word that leads to it.
func (c *clausal) isOutletBefore(from, at int) bool {
	start := from + 1
	for start < at && c.isDeterminer(start) {
		start++
	}
	return slices.ContainsFunc(c.mentionsBetween(start, at), func(m mention) bool {
		return m.end == at && m.party.Kind == kindOrganisation && (m.first == start || m.first == start+1 && c.g.hearers.has(c.words[start]))
	})
}

// afterOpening passes what opens a clause that belongs to another, where a determiner begins who does something in it: “tandis que | le
// préfet, Odo Lenz, assurait”.
func (c *clausal) afterOpening(at int, isNamed bool, end int) int {
	if isNamed && at < end-1 && c.g.relativesOf.has(c.words[at]) { // “, | cuyo | secretario general, Omar Lenz, …”
		at++
	}
	for isNamed && at < end-1 && c.opensClause(at) && c.g.order["determiners-open"] {
		at++
	}
	return at
}

// relativeOf is where a clause begins that tells more of something, in which words stand that say according to whom: “la hausse, | qui
// coûterait selon lui …”, “el estudio, | que, según un portavoz, …”.
func (c *clausal) relativeOf(k, from int) (begin int, ok bool) {
	p := c.pieces[k]
	if k > 0 && p.span2[0] == from && p.before == "," && c.pieces[k-1].span2[1]-c.pieces[k-1].span2[0] == 1 {
		p = c.pieces[k-1]
	}
	first := p.span2[0]
	if !c.g.order["determiners-open"] || first >= from || p.before != "," || c.isQuoted(first) || !c.g.relatives.has(c.words[first]) {
		return 0, false
	}
	return first, true
}

// calledAt is where what somebody calls something begins, with what they call so, where no word stands between: “juge | la méthode
// « inacceptable »”. quote is where the quotation opens.
func (c *clausal) calledAt(after, quote int, t *told) int {
	takes := t.verb.takes
	if takes&takesCalled == 0 || takes&(takesOf|takesAs|takesSelf|takesTold) != 0 || !c.g.order["determiners-open"] || after >= quote {
		return quote
	}
	if at := c.afterAdverbials(after, quote); at < quote && c.isDeterminer(at) && c.nominal(at, quote) == quote {
		return at
	}
	return quote
}

// canOpenDeed reports whether a word may open what somebody says to have done or to do, and no phrase of its own: “regrette | d'avoir”, but
// not “a dit le maire avant | de partir”.
func (c *clausal) canOpenDeed(after, i int, t *told) bool {
	if !c.g.order["determiners-open"] || t.verb.act != store.ActSays && t.verb.act != store.ActDenies {
		return true
	}
	for after < i && c.isBeside(after) {
		after++
	}
	return after == i
}

// isAfterPlace reports whether a word follows one that leads to a phrase of its own: “dijo | al | salir”.
func (c *clausal) isAfterPlace(i int) bool {
	return c.g.order["determiners-open"] && i > 0 && c.g.prepositions.has(c.words[i-1]) && c.isDeterminer(i-1)
}

// beforeDeed is where words for somebody end, before an infinitive that follows: “qui devait selon le préfet | durer”.
func (c *clausal) beforeDeed(from, end int) int {
	for i := from + 1; c.g.order["determiners-open"] && i < end; i++ {
		if c.isInfinitiveAt(i) && (c.isPersonNoun(i-1) || c.g.roles.has(c.words[i-1])) {
			return i
		}
	}
	return end
}

// readyFor is as what somebody shows themselves: “se dit | prêt à négocier”, “se mostró | dispuesta a todo”.
func (c *clausal) readyFor(after, end int, t *told) span2 {
	if t.verb.takes&takesCalled == 0 || t.verb.takes&takesSelf == 0 || !c.g.order["determiners-open"] || !c.canSpeak(t.subject) {
		return span2{}
	}
	at := after
	for at < end && c.isBeside(at) {
		at++
	}
	if at >= end || c.isQuoted(at) || t.verbFirst && t.inverted {
		return span2{}
	}
	if w := c.words[at]; w.mark || w.large || c.isDeterminer(at) || c.isPronoun(at) || c.opensClause(at) || c.isInfinitiveAt(at) ||
		c.g.prepositions.has(w) || c.g.joins.has(w) || c.g.infinitives.has(w) || c.g.relatives.has(w) ||
		slices.ContainsFunc(c.verbsAt(at), func(v verb) bool { return v.takes&takesBe == 0 }) {
		return span2{}
	}
	return c.bared(at, end)
}
