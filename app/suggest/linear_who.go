package suggest

import "strings"

// whoSays finds who does what a verb says. ok is false if the words do not tell.
func (c *clausal) whoSays(k int, t *told) bool {
	p := c.pieces[k]
	a := c.clauseStart(k, t.group)
	t.inner = a > c.first(k)
	for a < t.group && (c.opensClause(a) || c.isAsTold(k) && a == c.first(k)) {
		a++
	}
	if t.passive {
		return c.agentOf(p, t)
	}
	if s := c.nameInMarks(k, t); s[0] < s[1] {
		t.subject = s
		return true
	}
	if f := t.group; f > p.span2[0] && c.g.relatives.has(c.words[f-1]) {
		return c.whoByRelative(k, a, t)
	}
	if c.isOfNext(k, t) {
		return false
	}
	if t.verb.form == formIng && !t.led || t.finite == t.at && t.verb.form == formParticiple {
		return c.shareCue(t)
	}
	if t.subject = c.subjectUpTo(a, t.group); t.subject[0] < t.subject[1] {
		return c.whoBeforeVerb(k, t)
	}
	if s := c.subjectJoined(a, t.group); s[0] < s[1] {
		t.subject = s
		return true
	}
	t.verbFirst = t.group <= a || c.afterAdverbials(a, t.group) >= t.group
	if t.group > p.span2[0] && c.isCoordinate(t.group-1) && a < t.group {
		return c.shareOrTake(k, a, t)
	}
	return c.whoAfter(k, a, t)
}

// whoByRelative finds who does what a verb says right after a word that tells more of somebody: “le maire, qui | refuse”. a is where the
// clause begins.
func (c *clausal) whoByRelative(k, a int, t *told) bool {
	p, f := c.pieces[k], t.group
	if t.verb.stance == "" && c.isObjectRelative(p, f-1) { // “el ministro, al que | acusó”, “al que criticó | el alcalde”
		if s := c.subjectFrom(p, t); s[0] < s[1] && c.canSpeak(s) {
			t.subject, t.inverted = s, true
			return true
		}
		return c.shareCue(t)
	}
	if a == f && t.inner { // “asegura que | no piensa irse”
		return false
	}
	return c.antecedentOf(k, f-1, t) && !c.isWhatOthersSay(p, t)
}

// isObjectRelative reports whether a word that tells more of somebody follows one that leads to whom something is done or told: “al | que”.
func (c *clausal) isObjectRelative(p piece, i int) bool {
	at := i - 1
	for at > p.span2[0] && c.isDeterminer(at) && !c.g.to.has(c.words[at]) {
		at--
	}
	return c.g.order["personal-a"] && at == p.span2[0] && c.g.to.has(c.words[at])
}

// subjectJoined is who does something in a clause that is joined to the one before it without a comma: “El Gobierno calla y | la oposición
// | pide dimisiones”.
func (c *clausal) subjectJoined(a, f int) span2 {
	for i := f - 1; i > a; i-- {
		if c.isQuoted(i) || c.words[i].mark {
			break
		}
		if c.isCoordinate(i) && c.nominal(i+1, f) == f && i+1 < f && (c.isDeterminer(i+1) || c.isNamed(i+1, f)) &&
			c.canSpeak(span2{i + 1, f}) && (c.hasVerb(a, i) || c.isDoneByOneOf(i, f)) {
			return span2{i + 1, f}
		}
	}
	return span2{}
}

// isDoneByOneOf reports whether a form of a verb tells that who is joined to others by a word does something without them: “Paris hésite
// et | l'OTAN condamne”.
func (c *clausal) isDoneByOneOf(at, f int) bool {
	const least = 2
	w := c.words[f]
	return c.g.order["determiners-open"] && c.isNamed(at+1, f) && at-c.u.from > least && !isMade(w, c.g.manyEnds) && !c.g.auxiliaries.has(w)
}

// clauseStart is where the clause begins in which a verb stands: within what a verb before it says, where that begins.
func (c *clausal) clauseStart(k, group int) int {
	if last := len(c.found) - 1; last >= 0 && c.found[last].unit == c.n {
		f := &c.found[last]
		from := f.spans[0][0]
		if (f.rule == ruleThat || f.rule == ruleWhether) && c.pieces[k].span2[0] < from && from <= group && group < f.spans[0][1] {
			return from
		}
	}
	return c.first(k)
}

// whoAfter finds who does what a verb says after it, or else who is told of before the clause that begins at a word.
func (c *clausal) whoAfter(k, a int, t *told) bool {
	p := c.pieces[k]
	t.subject = c.subjectFrom(p, t)
	isPart := t.end-1 > t.at && c.g.prepositions.has(c.words[t.end-1]) // “está de acuerdo con | las enfermeras”
	isInverted := t.subject[0] < t.subject[1] && !isPart
	isOther := !isInverted || c.takesThing(t) || !c.canSpeak(t.subject)
	if isInverted && isOther && t.group == a && a > p.span2[0] && c.isCoordinate(a-1) { // “…, и исключил повышение налогов”
		if next := *t; c.shareOrTake(k, a, &next) {
			*t = next
			return true
		}
	}
	if s := c.apposedBefore(k, t, isOther); s[0] < s[1] {
		t.subject, t.verbFirst = s, false
		return true
	}
	if s := c.crowdAfter(k, t); s[0] < s[1] {
		t.subject, t.inverted = s, true
		return true
	}
	if s := c.whereManySay(p, t); s[0] < s[1] {
		t.subject, t.inverted = s, true
		return true
	}
	if isInverted && c.canSay(t) && !c.isThingDone(k, a, t) {
		t.inverted = true
		t.subject = c.withMore(t.subject, p)
		return true
	}
	if s := c.whereSaid(p, t); s[0] < s[1] {
		t.subject, t.inverted = s, true
		return true
	}
	if t.subject = c.whoThere(k, t); t.subject[0] < t.subject[1] {
		return true
	}
	return t.verbFirst && c.g.order["drops-subject"] && c.whoLeftOut(k, a, t)
}

// apposedBefore is who is named before a verb with what is said of them in commas. isOther tells that the words after the verb are hardly
// who does it; if they are for several, somebody named before it is rather: “Le maire, Odo Lenz, | soutient les grévistes”.
func (c *clausal) apposedBefore(k int, t *told, isOther bool) span2 {
	isThing := !isOther && !c.isNamed(t.subject[0], t.subject[1]) && c.areSeveral(t.subject)
	if !t.verbFirst || k == 0 || c.pieces[k].before != "," || !isOther && !isThing {
		return span2{}
	}
	s := c.subjectApposed(k)
	if s[0] == s[1] || c.isNobody(s) || !isOther && (s[0] >= c.pieces[k-1].span2[0] || !c.isNamed(s[0], s[1])) {
		return span2{}
	}
	return s
}

// whoLeftOut takes who does something of whom a verb alone tells. Of many who do it, only several are taken: “Dijeron que …”.
func (c *clausal) whoLeftOut(k, a int, t *told) bool {
	isMany, isOpen := c.isImpersonal(k, t), c.g.order["determiners-open"]
	if isMany && !isOpen || !c.shareOrTake(k, a, t) {
		return false
	}
	return !isMany || c.areSeveral(t.subject)
}

// takesThing reports whether what stands after a verb may be what it is done to.
func (c *clausal) takesThing(t *told) bool {
	return t.verb.stance != "" || t.verb.takes&(takesNoun|takesCalled|takesObject|takesAs|takesTold) != 0
}

// isThingDone reports whether the words after a verb with which a sentence begins are no subject, as that is left out: “Rechaza el peaje”.
func (c *clausal) isThingDone(k, a int, t *told) bool {
	isFirst := t.group <= a || c.g.clitics.has(c.words[t.group]) && c.isIndefinite(t.subject[0]) // “A ella le pide | una cosa”
	return c.g.order["drops-subject"] && k == 0 && isFirst && !c.canSpeak(t.subject) && !c.opens(c.u.from) &&
		(c.n == 0 || !c.isQuoted(max(c.u.from-1, 0)))
}

// isImpersonal reports whether a verb that many do has nobody who does it: “порадили мовчати”.
func (c *clausal) isImpersonal(k int, t *told) bool {
	return k == 0 && len(c.g.houses) > 0 && isMade(c.words[t.end-1], c.g.manyEnds)
}

// opensClause reports whether a word opens a clause that belongs to another.
func (c *clausal) opensClause(i int) bool {
	w := c.words[i]
	return !c.isQuoted(i) && (c.g.that.has(w) || c.g.subordinates.has(w))
}

// canSay reports whether the words after a verb may be who does it, and not what is done.
func (c *clausal) canSay(t *told) bool {
	isWho := t.verbFirst && (!c.g.order["determiners-open"] || c.isDeterminer(t.subject[0])) // but “en la radio pidió | calma”
	return t.verb.takes&takesNoun == 0 || t.verb.takes&takesQuote != 0 && isWho || c.canSpeak(t.subject)
}

// canSpeak reports whether words name or describe who can speak.
func (c *clausal) canSpeak(s span2) bool {
	isAlone := s[1]-s[0] < 2 || !c.isDeterminer(s[0]) || c.g.joins.has(c.words[s[0]+1]) // “una | de ellas”, and not “una ayuda”
	if c.isNamed(s[0], s[1]) || c.isPronoun(s[0]) && (isAlone || !c.g.order["determiners-open"]) {
		return true
	}
	for i := s[0]; i < s[1]; i++ {
		if c.g.joins.has(c.words[i]) && c.g.order["determiners-open"] { // “las palabras | del ministro”
			return false
		}
		if c.g.roles.has(c.words[i]) || c.isPersonNoun(i) {
			return true
		}
	}
	return false
}

// afterWhen passes words before a clause that say when, to whom or that stand beside others.
func (c *clausal) afterWhen(a, f int) int {
	i := a
	for i < f {
		next := c.afterTime(i, f)
		w := c.words[i]
		if next == i && (c.isBeside(i) || i > a && c.g.asTold.has(w)) { // “в то время | как министр”
			next++
		}
		if next == i && c.g.order["bare-nouns"] && c.g.hearers.has(w) && !c.g.roles.has(w) { // “Об этом | журналистам | сказала”
			if next++; next < f && c.opens(next) && c.isNameInMarks(next) { // “в интервью | изданию «Берег» | он”
				next = min(c.passageAt(next).to, f)
			}
		}
		if next == i {
			break
		}
		i = next
	}
	return i
}

// subjectUpTo is who does something, of the words of a clause up to its verb.
func (c *clausal) subjectUpTo(a, f int) span2 {
	i := c.afterWhen(a, f)
	if i >= f || c.isQuoted(i) {
		return c.quotedName(i, f)
	}
	if c.g.prepositions.has(c.words[i]) {
		next := c.nominal(i+1, f)
		if next > i+1 {
			next = c.beforeWho(i+1, next)
		}
		if next > i+1 && next < f {
			return c.subjectUpTo(next, f)
		}
		if c.areManyThere(i, f) {
			return span2{f, f}
		}
		return c.nameUpTo(i+2, f)
	}
	to := c.nominal(i, f)
	if to > i && c.afterAdverbials(to, f) >= f {
		return span2{i, c.withAgent(to, f)}
	}
	if s := c.withRelative(i, to, f); s[0] < s[1] {
		return s
	}
	if to > i && to < f && !c.hasAmong(c.g.coordinates, to, f) {
		if s := c.nameUpTo(to, f); s[0] < s[1] {
			return s
		}
	}
	return span2{f, f}
}

// withAgent is where words for somebody end with those by whom it was done to them: “Los peritos nombrados | por la jueza”.
func (c *clausal) withAgent(to, end int) int {
	if to+1 >= end || !c.g.order["determiners-open"] || !c.g.by.has(c.words[to]) || !isMade(c.words[to-1], c.g.insets) {
		return to
	}
	return max(to, c.nominal(to+1, end))
}

// withRelative is who does something of whom a clause without commas tells before the verb: “Un informe al que ha tenido acceso este
// diario”; or who does it in that clause: “la carta que | el ministro”.
func (c *clausal) withRelative(from, to, f int) span2 {
	at := to
	if at < f && c.g.prepositions.has(c.words[at]) {
		at++
	}
	if to == from || at+1 >= f || !c.g.order["determiners-open"] || c.isQuoted(at) || !c.g.relatives.has(c.words[at]) {
		return span2{f, f}
	}
	if inner := c.nominal(at+1, f); inner > at+1 && c.afterAdverbials(inner, f) >= f {
		if !c.isDeterminer(at+1) && !c.words[at+1].large && c.isDeterminer(from) { // “El departamento | que dirige Ana Lenz | precisó”
			return span2{from, to}
		}
		return span2{at + 1, inner}
	}
	if !c.isPersonAt(from, to) && !c.isDeterminer(from) {
		return span2{f, f}
	}
	return span2{from, f}
}

// nameInMarks is a name in quotation marks with which a sentence begins, before its verb: “«Газпром» сообщил”.
func (c *clausal) nameInMarks(k int, t *told) span2 {
	p := c.pieces[k]
	if k == 0 || p.before != "" || !c.pieces[k-1].quote || c.sentenceStart(k) != k-1 || t.group > p.span2[0] {
		return span2{}
	}
	s := c.pieces[k-1].span2
	if s[1]-s[0] > shortQuotation || s[1]-s[0] < 3 || !c.words[s[0]+1].large || c.words[s[1]-2].mark {
		return span2{}
	}
	return s
}

// quotedName is a name in quotation marks, “«Берег» заявил”.
func (c *clausal) quotedName(i, f int) span2 {
	if i < f && c.opens(i) && c.passageAt(i).to == f && f-i <= mostOfMarked {
		return span2{i, f}
	}
	return span2{f, f}
}

// nameUpTo is the name with which words end that begin with something else, and what stands before it.
func (c *clausal) nameUpTo(from, f int) span2 {
	all := c.mentionsBetween(from, f)
	if len(all) == 0 || all[len(all)-1].end != f {
		return span2{f, f}
	}
	start := all[len(all)-1].first
	for start > from && !c.words[start-1].mark && !c.isQuoted(start-1) && !c.endsNominal(start-1, start-1) {
		start--
	}
	return span2{start, f}
}

// subjectFrom is who does something, of the words after its verb.
func (c *clausal) subjectFrom(p piece, t *told) span2 {
	from, end := max(t.end, t.finite+1), p.span2[1]
	if t.finite+1 < t.at && c.isPronoun(t.finite+1) {
		return span2{t.finite + 1, t.finite + 2}
	}
	if s := c.outletAfter(from, end, t); s[0] < s[1] {
		return s
	}
	if from < end && c.opens(from) && c.isNameInMarks(from) && c.g.order["bare-nouns"] && t.verb.takes&takesThat != 0 {
		// “рассказал «Берегу» источник”
		from = c.passageAt(from).to
	}
	if at := from + 1; c.g.order["bare-nouns"] && at < end && c.g.outlets.has(c.words[from]) && c.words[from].large && c.isWhoDoes(at, end) {
		t.to, from = span2{from, at}, at // “сказал | РБК | совладелец фирмы”
	}
	for i := from; i < end && !c.isQuoted(i); {
		w := c.words[i]
		switch {
		case c.g.that.has(w) || c.g.questions.has(w) || c.isCoordinate(i) || isMade(w, c.g.infinitiveEnds) && !w.large &&
			!c.g.notInfinitives.has(w):
			return span2{from, from}
		case c.g.hearers.has(w) && c.g.order["bare-nouns"] && i+1 < end && !c.isQuoted(i+1) && !c.words[i+1].mark:
			i++
			continue
		}
		if next := c.afterAdverbial(i, end); next > i {
			i = c.beforeSpeaker(i, next)
			continue
		}
		if to := c.afterDative(i, end); to > i {
			t.to, i = span2{i, to}, to
			continue
		}
		if to := c.nominal(i, end); to > i {
			return span2{i, to}
		}
		break
	}
	return span2{from, from}
}

// withMore adds what the next piece says of somebody who stands at the end of one: “a déclaré la ministre, Hélène Castor”.
func (c *clausal) withMore(s span2, p piece) span2 {
	if to := c.nameAfterPhrase(s, p); to > s[1] {
		return span2{s[0], to}
	}
	if s[1] != p.span2[1] || c.isPronoun(s[0]) {
		return s
	}
	for k := range c.pieces {
		next := c.pieces[k]
		if next.span2[0] <= s[1] {
			continue
		}
		if next.before != "," || next.quote || next.span2[0] != s[1]+1 {
			break
		}
		first := c.words[next.span2[0]]
		isMore := !c.endsOnPerson(s[1]) && first.large || c.g.roles.has(first) || c.isApposedAt(next, s[1]) ||
			c.g.joins.has(first) && c.endsOnPerson(s[1])
		at := next.span2[0]
		if c.g.joins.has(first) {
			at++
		}
		to := c.nominal(at, next.span2[1])
		if isMore && to > at && (to == next.span2[1] || c.afterAdverbials(to, next.span2[1]) == next.span2[1]) {
			s[1] = next.span2[1]
		}
		break
	}
	return s
}

// isApposedAt reports whether a piece may say who somebody is of whom words before it tell: “Odo Lenz, | le maire”, and not “dit Odo Lenz,
// la banque fermera”.
func (c *clausal) isApposedAt(p piece, end int) bool {
	at := p.span2[0]
	if !c.isDeterminer(at) {
		return false
	}
	for at < p.span2[1] && c.isDeterminer(at) {
		at++
	}
	isKnown := at < p.span2[1] && (c.isPersonNoun(at) || c.g.roles.has(c.words[at]) || at+1 < p.span2[1] && c.isPersonNoun(at+1))
	return isKnown || !c.endsOnPerson(end) || c.isNamed(p.span2[0], p.span2[1])
}

// antecedentOf takes whom a clause is about: “le maire, qui refuse”.
func (c *clausal) antecedentOf(k, at int, t *told) bool {
	t.subject = span2{at, at + 1}
	p := c.pieces[k]
	if from := c.first(k); at > from {
		t.relative = c.lastNominal(from, at)
		return t.relative[0] < t.relative[1]
	}
	if k == 0 || p.before != "," || c.pieces[k-1].quote {
		return false
	}
	before := c.pieces[k-1]
	if c.first(k) > p.span2[0] { // “Una clienta que estaba en el bar, y que no da su nombre”
		for i := before.span2[0] + 1; i < before.span2[1]; i++ {
			if !c.isQuoted(i) && c.g.relatives.has(c.words[i]) {
				t.relative = c.lastNominal(before.span2[0], i)
				return t.relative[0] < t.relative[1]
			}
		}
	}
	if c.last != nil && c.last.subject[1] == before.span2[1] {
		t.relative = c.last.subject
		if c.last.relative[0] < c.last.relative[1] {
			t.relative = c.last.relative
		}
		return true
	}
	t.relative = c.lastNominal(before.span2[0], before.span2[1])
	if t.relative[0] == before.span2[0] && k > 1 && before.before == "," && !c.pieces[k-2].quote {
		outer := c.pieces[k-2]
		if s := c.lastNominal(outer.span2[0], outer.span2[1]); s[0] < s[1] && (c.isNamed(s[0], s[1]) || c.isDeterminer(s[0])) {
			t.relative[0] = s[0]
		}
	}
	t.relative = c.whoseThing(t.relative)
	return t.relative[0] < t.relative[1]
}

// whoseThing is who can speak of whom words tell whose a thing is that cannot: “la petición de | la fiscalía | , que había pedido”.
func (c *clausal) whoseThing(s span2) span2 {
	if !c.g.order["determiners-open"] || s[0] >= s[1] || c.canSpeak(s) {
		return s
	}
	for i := s[0] + 1; i+1 < s[1]; i++ {
		if c.g.joins.has(c.words[i]) {
			if who := (span2{i + 1, s[1]}); c.canSpeak(who) {
				return who
			}
			break
		}
	}
	return s
}

// lastNominal are the words for somebody with which a stretch of words ends, the longest.
func (c *clausal) lastNominal(from, to int) span2 {
	for i := max(from, to-mostOfPhrase); i < to; i++ {
		if !c.isQuoted(i) && c.nominal(i, to) == to && !c.isBeside(i) && !c.g.joins.has(c.words[i]) {
			return span2{i, to}
		}
	}
	return span2{}
}

// agentOf takes by whom something is said.
func (c *clausal) agentOf(p piece, t *told) bool {
	for i := t.end; i < p.span2[1] && !c.isQuoted(i); i++ {
		if !c.g.by.has(c.words[i]) {
			continue
		}
		if to := c.nominal(i+1, p.span2[1]); to > i+1 {
			t.subject = span2{i + 1, c.beforeDeedOf(i+1, to)}
			return true
		}
	}
	return false
}

// beforeDeedOf is where words for somebody end, before what they say that somebody did: “accusé par l'opposition | d'avoir menti”.
func (c *clausal) beforeDeedOf(from, end int) int {
	for i := from + 1; c.g.order["determiners-open"] && i+1 < end; i++ {
		if c.g.infinitives.has(c.words[i]) && c.isInfinitiveAt(i+1) {
			return i
		}
	}
	return end
}

// shareOrTake takes the subject of the verb before, or that with which the sentence or the clause begins.
func (c *clausal) shareOrTake(k, a int, t *told) bool {
	isAlone := c.g.order["drops-subject"] && c.isAloneIn(k, t)
	switch {
	case isAlone && c.last != nil && c.last.verb.stance != "": // “Se opondrá, anunció”
		t.shared = true
		c.takeSpeakerBefore(t, c.last)
		return t.subject[0] < t.subject[1]
	case isAlone && c.sentenceStart(k) > 0 && c.toldBeforeColon(k, t): // “El fiscal lo ve claro: el viernes, recordó, no hubo nada”
		t.shared = true
		return true
	case isAlone, c.last != nil:
		return c.shareCue(t)
	}
	t.shared = true
	if p := c.pieces[k]; k > 1 && p.before == "," {
		if t.subject = c.subjectApposed(k); t.subject[0] < t.subject[1] {
			return true
		}
	}
	for _, j := range []int{k, c.sentenceStart(k)} {
		from, to := a, t.group
		if j < k {
			from, to = c.first(j), c.pieces[j].span2[1]
		}
		if c.pieces[j].quote {
			continue
		}
		from = c.afterAdverbials(from, to)
		end := c.nominal(from, to)
		if end > from && c.isPronoun(from) {
			t.subject = span2{from, end}
			return true
		}
		if all := c.mentionsBetween(from, end); len(all) > 0 {
			t.subject = span2{from, all[len(all)-1].end}
			return !c.isDoneBySeveral(t) || !c.isOnePerson(t.subject)
		}
		if end > from && c.isPersonAt(from, end) {
			t.subject = span2{from, end}
			return true
		}
	}
	return c.g.order["drops-subject"] && c.shareCue(t)
}

// isAloneIn reports whether a verb stands in a piece by itself, after what it says.
func (c *clausal) isAloneIn(k int, t *told) bool {
	p := c.pieces[k]
	if k+1 < len(c.pieces) && c.g.order["bare-nouns"] && strings.Contains(c.pieces[k+1].before, ":") {
		return false // “Одо Ленц молчит, потом бросает: «Нет»”
	}
	return k > 0 && p.before == "," && t.group <= c.first(k) && c.afterAdverbials(t.end, p.span2[1]) >= p.span2[1] && !c.opensWithoutWords(k)
}

// isPersonAt reports whether words without a name begin with somebody who can speak.
func (c *clausal) isPersonAt(from, end int) bool {
	return (c.isDeterminer(from) || !c.g.order["determiners-open"]) && c.canSpeak(span2{from, end})
}
