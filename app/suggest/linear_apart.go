package suggest

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
		if !before.large && !before.mark && !isTheirs && !c.joinsMore(m.first-1) && !c.isDeterminer(m.first-1) &&
			!c.g.prepositions.has(before) {
			return m.first
		}
	}
	return end
}

// afterOpening passes what opens a clause that belongs to another, where a determiner begins who does something in it: “tandis que | le
// préfet, Odo Lenz, assurait”.
func (c *clausal) afterOpening(at int, isNamed bool, end int) int {
	for isNamed && at < end-1 && c.opensClause(at) && c.g.order["determiners-open"] {
		at++
	}
	return at
}
