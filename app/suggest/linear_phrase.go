package suggest

// nominal is where the words for somebody or something end that begin at a word; the word itself if none do.
func (c *clausal) nominal(i, end int) int {
	end = min(end, i+mostOfPhrase)
	if to := c.latterAt(i, end); to > i+1 {
		return to
	}
	at := i
	for at < end && c.isDeterminer(at) && !c.isQuoted(at) {
		at++
	}
	if at > i && at+1 < end && !c.isQuoted(at) && c.g.besides.has(c.words[at]) && c.g.order["determiners-open"] &&
		(c.isPersonNoun(at+1) || c.g.roles.has(c.words[at+1])) { // “el | también | presidente”
		at++
	}
	isAlone := at == i || c.g.order["determiners-open"]
	if isAlone && at < end && c.isPronoun(at) && !c.isDeterminer(at) { // “ella”, “une autre”
		at++
	} else if to := c.nounsFrom(i, at, end); to > at || at == i {
		return to
	}
	if c.isIndefinite(i) {
		return c.afterSome(at, end)
	}
	return at
}

// nounsFrom is where the nouns end that begin at a word, with what belongs to them. before is where their determiners begin.
func (c *clausal) nounsFrom(before, start, end int) int {
	person := false
	for at := start; at < end; at++ {
		w := c.words[at]
		switch {
		case c.opens(at):
			p := c.passageAt(at)
			if p.to > end || p.to-p.from > mostOfMarked || at == before {
				return at
			}
			at = p.to - 1
			next := at + 1
			if next < end && c.g.occasions.has(c.words[start]) && (c.g.persons.has(c.words[next]) || c.g.strangers.has(c.words[next])) {
				return next // “в интервью «Берегу» | депутат”
			}
		case c.isQuoted(at), w.mark:
			return at
		case c.isAgeAt(at, end):
			at += 2
		case at > start && c.joinsMore(at):
			next := c.afterJoined(at, end)
			if next == at {
				return at
			}
			at = next - 1
		case c.endsNominal(at, start), person && !w.large, at > start && c.g.isVerbEnd(w):
			return at
		case at > start && c.isDeterminer(at) && !w.large && c.g.order["determiners-open"]: // but “le quotidien La Voix”
			return at
		case at > start && (isDigits(w) || c.g.numerals.has(w) || c.g.order["bare-nouns"] && (c.g.hisWords.has(w) || c.g.herWords.has(w))):
			return at
		}
		person = person || c.endsOnPerson(at+1)
	}
	return end
}

// afterSome is where the words end that say of whom those are some that are told of: “una | de ellas”, “один | из собеседников”; the word
// itself if none do.
func (c *clausal) afterSome(at, end int) int {
	if at+1 >= end || c.isQuoted(at) || !c.g.joins.has(c.words[at]) || c.isTimeAt(at+1) {
		return at
	}
	if next := c.nominal(at+1, end); next > at+1 {
		return next
	}
	return at
}

// isAgeAt reports whether words tell of an age: “de 54 años”.
func (c *clausal) isAgeAt(i, end int) bool {
	return i+2 < end && c.g.joins.has(c.words[i]) && isDigits(c.words[i+1]) && c.g.years.has(c.words[i+2])
}

// mostOfMarked is how many words and marks a name in quotation marks has at most.
const mostOfMarked = 8

// joinsMore reports whether a word joins more to a noun: “de”, “et”.
func (c *clausal) joinsMore(i int) bool { return c.isCoordinate(i) || c.g.joins.has(c.words[i]) }

// afterJoined is where the words end that such a word joins to those before it; the word itself if it joins none.
func (c *clausal) afterJoined(at, end int) int {
	if at+1 >= end || c.isQuoted(at+1) || c.isTimeAt(at+1) || c.g.occasions.has(c.words[at+1]) {
		return at
	}
	if c.isCoordinate(at) {
		next := at + 1
		for next < end && c.isDeterminer(next) {
			next++
		}
		if next >= end || !c.words[next].large && next == at+1 {
			return at
		}
	}
	next := c.nominal(at+1, end)
	if next == at+1 || c.hasHearer(at+1, next) {
		return at
	}
	return next
}

// endsNominal reports whether a word can belong to no noun that began at another.
func (c *clausal) endsNominal(i, start int) bool {
	w := c.words[i]
	if w.large && (i > start || c.g.clitics.has(w) && !c.begins(i) && c.g.order["elides"]) { // “, | Me Sonia Lenz”
		return false
	}
	if c.g.prepositions.has(w) || c.isBeside(i) || c.g.auxiliaries.has(w) || c.g.passives.has(w) || c.g.modals.has(w) || c.g.that.has(w) ||
		c.g.subordinates.has(w) || c.g.relatives.has(w) || c.g.questions.has(w) || c.g.times.has(w) && !(w.large && !c.begins(i)) ||
		c.g.reflexive.has(w) ||
		c.isCoordinate(i) || (c.isPronoun(i) || c.g.clitics.has(w)) && !c.isDeterminer(i) || i > start && c.g.hearers.has(w) {
		return true
	}
	for _, v := range c.verbsAt(i) {
		if v.form != formBase && v.form != formParticiple && !(i > 0 && c.isDeterminer(i-1)) {
			return true
		}
	}
	return false
}

// endsOnPerson reports whether the name of a person ends before a word.
func (c *clausal) endsOnPerson(at int) bool {
	for _, m := range c.mentionsBetween(max(0, at-mostOfRole), at) {
		if m.end == at && m.party.Kind == kindPerson {
			return true
		}
	}
	return false
}

// isTimeAt reports whether words that say when begin at a word: “lundi”, “31 октября”.
func (c *clausal) isTimeAt(i int) bool {
	if c.latterAt(i, len(c.words)) > i+1 {
		return false
	}
	for n := 0; n < 2 && i < len(c.words) && (c.isDeterminer(i) || isDigits(c.words[i])); n++ {
		i++
	}
	isName := i < len(c.words) && c.words[i].large && !c.begins(i) && !c.g.order["nouns-large"] // “nos confrères du | Matin”
	return i < len(c.words) && c.g.times.has(c.words[i]) && !isName
}

// afterTime passes words that say when; the word itself if none do.
func (c *clausal) afterTime(i, end int) int {
	at := i
	if at < end && c.g.prepositions.has(c.words[at]) {
		at++
	}
	if at >= end || !c.isTimeAt(at) {
		return i
	}
	for at < end && !c.isQuoted(at) && !c.words[at].mark && (c.g.times.has(c.words[at]) || isDigits(c.words[at]) ||
		c.isDeterminer(at) && c.isTimeAt(at)) {
		at++
	}
	return at
}

// afterAdverbial passes one phrase that says where, when or how; the word itself if none begins there.
func (c *clausal) afterAdverbial(i, end int) int {
	switch {
	case i >= end || c.isQuoted(i) || c.words[i].mark:
		return i
	case c.afterTime(i, end) > i:
		return c.afterTime(i, end)
	case c.isBeside(i):
		return i + 1
	case c.g.prepositions.has(c.words[i]):
		at := i + 1
		if at < end && c.g.order["determiners-open"] && c.g.joins.has(c.words[at]) && !c.isDeterminer(at) {
			at++ // “auprès de | l'agence”
		}
		if next := c.nominal(at, end); next > at {
			return c.beforeWho(at, next)
		}
		if i+1 < end && c.isPronoun(i+1) {
			return i + 2
		}
	}
	return i
}

// afterAdverbials passes all such phrases.
func (c *clausal) afterAdverbials(i, end int) int {
	for {
		next := c.afterAdverbial(i, end)
		if next == i {
			return i
		}
		i = next
	}
}
