package suggest

import (
	"slices"
	"strings"

	"standpoint/store"
)

// readSaying finds who says what by a verb. It reports whether somebody does.
func (c *clausal) readSaying(k int, t *told) bool {
	if !c.findSubjectOf(k, t) || c.g.hearsay.has(c.words[t.finite]) && c.isPronoun(t.subject[0]) && !c.isSomebody(t.subject[0]) {
		return false // “man habe gewarnt”
	}
	if !t.shared {
		c.cues = append(c.cues, t.cue)
	}
	rule, spans := c.contentOf(k, t)
	c.last = &t.cue
	if len(spans) == 0 {
		return false
	}
	c.readAddressee(k, t)
	c.add(&t.cue, rule, spans...)
	c.readSourceOf(k)
	return true
}

// readSourceOf reads whom a report has something from: “berichtet die Zeitung unter Berufung auf Regierungskreise”.
func (c *clausal) readSourceOf(k int) {
	p := c.pieces[k]
	for i := p.span2[0]; i < p.span2[1]; i++ {
		at := c.g.citing.endAt(c.words, i)
		if at == i || c.isQuoted(i) {
			continue
		}
		if to := c.phraseAt(at, p.span2[1]); to > at && len(c.found) > 0 {
			f := &c.found[len(c.found)-1]
			f.said.Carriers, f.said.Speakers, f.rule = asOrganisations(f.said.Speakers), c.partiesOf(span2{at, to}), ruleCited
		}
		return
	}
}

// contentOf is what somebody says by a verb, and by which rule; none if the words do not tell.
func (c *clausal) contentOf(k int, t *told) (rule string, spans []span2) {
	takes := t.verb.takes
	if c.isAsTold(k) {
		return c.contentAround(k)
	}
	if takes&takesQuote != 0 && c.isAfterQuotation(k, t) {
		if c.isPartQuoted(k - 1) {
			return c.contentAround(k)
		}
		return ruleQuoteBefore, append([]span2{c.pieces[k-1].span2}, c.quotedOn(k)...)
	}
	if takes&(takesQuote|takesBare) != 0 {
		if from := c.afterColon(k, t); from >= 0 {
			return c.contentAfterColon(from)
		}
	}
	if rule, s := c.contentAfterVerb(k, t); rule != "" {
		return rule, []span2{s}
	}
	isAside := k > 0 && (strings.HasPrefix(c.pieces[k].before, ",") || c.isDashed(k))
	if t.verbFirst && !t.shared && takes&(takesQuote|takesBare) != 0 && isAside {
		if rule, spans := c.contentAround(k); rule != "" {
			return rule, spans
		}
	}
	if s := c.frontedIn(k, t); s[0] < s[1] {
		return ruleThat, []span2{s}
	}
	if s := c.quotationIn(k, t); s[0] < s[1] {
		return ruleQuoteAfter, []span2{s}
	}
	if takes&takesQuote != 0 && t.verbFirst && k == 0 {
		if before, rule, ok := c.quotationBefore(c.n, c.u, &t.cue); ok {
			return rule, []span2{before}
		}
	}
	if s := c.saidBefore(k, t); s[0] < s[1] {
		return ruleClauseAfter, []span2{s}
	}
	if s := c.objectOf(k, t); s[0] < s[1] {
		return ruleNoun, []span2{s}
	}
	return "", nil
}

// isPartQuoted reports whether a quotation is only the end of what is said: “Er glaube, „dass es gelingt“, sagte sie”.
func (c *clausal) isPartQuoted(k int) bool {
	p, start := c.pieces[k], c.sentenceStart(k)
	return start < k && p.before == "," && p.span2[0]+1 < p.span2[1] && !c.words[p.span2[0]+1].large && c.isHearsay(start)
}

func (c *clausal) isDashed(k int) bool {
	return strings.ContainsAny(c.pieces[k].before, "–—-") && k > 0
}

// isAsTold reports whether a piece says “as she said”.
func (c *clausal) isAsTold(k int) bool { return c.g.asTold.has(c.words[c.first(k)]) }

// isAfterQuotation reports whether a verb and its subject stand right after a quotation.
func (c *clausal) isAfterQuotation(k int, t *told) bool {
	if k == 0 || !c.pieces[k-1].quote || strings.ContainsAny(c.pieces[k].before, ":;.") {
		return false
	}
	first := min(t.subject[0], t.finite, t.at)
	return t.verbFirst || c.afterPhrases(c.pieces[k].span2[0], first) >= first
}

// quotedOn is where a quotation goes on after who says it.
func (c *clausal) quotedOn(k int) []span2 {
	for next := k + 1; next < len(c.pieces); next++ {
		p := c.pieces[next]
		if p.quote && strings.ContainsAny(p.before, ",:") {
			return []span2{p.span2}
		}
		if strings.ContainsAny(p.before, stops+";") || p.quote {
			break
		}
	}
	return nil
}

// afterColon is the piece that a colon after a verb opens, len(c.pieces) if it is in the next paragraph; -1: none does.
func (c *clausal) afterColon(k int, t *told) int {
	for next := k + 1; next < len(c.pieces); next++ {
		p := c.pieces[next]
		if strings.Contains(p.before, ":") {
			return next
		}
		if p.before != "," || next > k+2 || c.isHearsay(next) {
			return -1
		}
	}
	if c.words[c.u.to-1].isMark(":") && k+2 >= len(c.pieces) {
		c.pending = &t.cue
	}
	return -1
}

func (c *clausal) contentAfterColon(k int) (rule string, spans []span2) {
	p := c.pieces[k]
	if p.quote {
		if c.verbLast() && k+1 < len(c.pieces) && c.pieces[k+1].before == "," && c.first(k+1) == c.pieces[k+1].span2[0] && c.speaksAgain(k+1) {
			return "", nil // “meldete sich: „Das reicht nicht“, sagte Anna Kessel”
		}
		return ruleQuoteAfter, []span2{p.span2}
	}
	if s := c.contentFrom(k, p.span2[0]); (s[1]-s[0] > 2 || s[1]-s[0] == 2 && c.g.order["bare-nouns"]) &&
		!c.isSaidByOther(k, s[1]) {
		return ruleColon, []span2{s}
	}
	return "", nil
}

// isSaidByOther reports whether who says it follows the end of what is said: “widersprach: Das Geld fehle, sagte sie”.
func (c *clausal) isSaidByOther(k, end int) bool {
	for next := k + 1; next < len(c.pieces); next++ {
		if p := c.pieces[next]; p.span2[0] >= end {
			return p.before == "," && c.first(next) == p.span2[0] && c.speaksAgain(next)
		}
	}
	return false
}

// contentAfterVerb is a clause after a verb that says what is said.
func (c *clausal) contentAfterVerb(k int, t *told) (rule string, s span2) {
	takes := t.verb.takes
	p := c.pieces[k]
	after := max(t.at, t.finite) + 1
	if at := c.thatAfter(after, p.span2[1]); takes&takesThat != 0 && !c.verbLast() && at >= 0 {
		return ruleThat, c.contentFrom(k, at+1)
	}
	if c.hasFiniteVerb(after, p.span2[1]) {
		return "", s
	}
	const farthest = 3
	for next := k + 1; next < min(len(c.pieces), k+1+farthest); next++ {
		if q := c.pieces[next]; q.quote || q.before != "," && q.before != "" {
			if q.quote && next == k+1 && takes&takesQuote != 0 && !t.verbFirst {
				return ruleQuoteAfter, q.span2
			}
			break
		}
		if rule, s = c.contentOpened(next, t); rule == ruleThat || rule != "" && c.isApposition(k+1, next) {
			if rule == ruleBare && t.verbFirst && (c.isHearsay(k-1) || c.g.hearsay.has(c.words[s[0]])) {
				continue
			}
			return rule, s
		}
	}
	return "", span2{}
}

// thatAfter is where among words a conjunction opens what is said; -1: nowhere.
func (c *clausal) thatAfter(from, to int) int {
	for i := from; i < to; i++ {
		if !c.isQuoted(i) && c.g.that.has(c.words[i]) {
			return i
		}
	}
	return -1
}

// contentOpened is what a verb says, if a piece after it opens that.
func (c *clausal) contentOpened(k int, t *told) (rule string, s span2) {
	takes, first := t.verb.takes, c.first(k)
	switch w := c.words[first]; {
	case c.g.that.has(w) && takes&takesThat != 0:
		return ruleThat, c.contentFrom(k, first+1)
	case c.g.questions.has(w) && takes&(takesWhether|takesBare) != 0 && !c.g.asTold.has(w):
		return ruleWhether, c.contentFrom(k, first)
	case c.isInfinitive(k) && (takes&takesTo != 0 || c.verbLast() && takes&takesThat != 0 && !c.g.subordinates.has(w)):
		return ruleTo, c.contentFrom(k, first)
	case takes&takesBare != 0 && c.isBare(k, t):
		return ruleBare, c.contentFrom(k, c.pieces[k].span2[0])
	}
	return "", s
}

// isApposition reports whether the pieces between two say who somebody is.
func (c *clausal) isApposition(from, to int) bool {
	for k := from; k < to; k++ {
		p := c.pieces[k]
		if !c.isRelative(k) && c.phraseAt(p.span2[0], p.span2[1]) != p.span2[1] {
			return false
		}
	}
	return true
}

// isInfinitive reports whether a piece has an infinitive with what opens it.
func (c *clausal) isInfinitive(k int) bool {
	p := c.pieces[k]
	for i := p.span2[0]; i+1 < p.span2[1]; i++ {
		if c.isQuoted(i) || !c.g.infinitives.has(c.words[i]) {
			continue
		}
		if next := c.words[i+1]; !next.large && !next.mark && !c.isDeterminer(i+1) && i+2 >= p.span2[1]-1 {
			return true
		}
	}
	// “zu” may be within the verb: “vorzulegen”.
	last := c.words[p.span2[1]-1]
	return c.verbLast() && !last.large && strings.Contains(last.fold, "zu") && strings.HasSuffix(last.fold, "n") && len(last.fold) > 7
}

// leastOfBare is how many words a clause has at least that may be what is said without anything that tells so.
const leastOfBare = 3

// isBare reports whether a piece may be what is said, though no conjunction opens it.
func (c *clausal) isBare(k int, t *told) bool {
	if !c.verbLast() {
		return false
	}
	p := c.pieces[k]
	if c.isHearsay(k) && (!c.g.subordinates.has(c.words[p.span2[0]]) || !c.isSubordinate(k)) {
		return true
	}
	if c.isSubordinate(k) || p.span2[1]-p.span2[0] < leastOfBare || c.isCoordinate(p.span2[0]) || c.endsOnVerbOfSaying(k) {
		return k+1 < len(c.pieces) && c.pieces[k+1].before == "," && c.isSubordinate(k) && !c.isRelative(k) && c.isHearsay(k+1)
	}
	return c.phraseAt(p.span2[0], p.span2[1]) < p.span2[1] && !t.verbFirst
}

func (c *clausal) endsOnVerbOfSaying(k int) bool {
	p := c.pieces[k]
	_, says := c.g.verbs[c.words[p.span2[0]].fold]
	return says
}

// quotationIn is a quotation within the clause of a verb: “sprach von einem „Erfolg“”.
func (c *clausal) quotationIn(k int, t *told) span2 {
	p := c.pieces[k]
	if t.verb.takes&(takesQuote|takesCalled|takesNoun|takesOf|takesFor|takesAgainst) == 0 {
		return span2{}
	}
	for i := max(t.finite, t.subject[0]) + 1; i < p.span2[1]; i++ {
		if c.opens(i) {
			q := c.passageAt(i)
			isName := c.words[q.from+1].large || q.to-q.from <= 2
			if q.to-q.from <= shortQuotation && t.verb.takes&(takesCalled|takesOf) == 0 && isName {
				return span2{}
			}
			return span2{c.calledSoFrom(q.from, t), min(q.to, p.span2[1])}
		}
	}
	if first := p.span2[0] + 1; t.verb.takes&takesCalled != 0 && first < t.finite && c.opens(first) { // “Als „überzogen“ bezeichnete sie”
		return span2{first, c.passageAt(first).to}
	}
	return span2{}
}

// calledSoFrom is where what somebody calls something in their own words begins: with the thing, if no article stands between: “nannte |
// die Meldung „verfrüht““, “nannte den Streit | ein „Kammerspiel““.
func (c *clausal) calledSoFrom(quoted int, t *told) int {
	from := max(t.finite, t.subject[1]-1) + 1
	if t.subject[0] < t.finite {
		from = t.finite + 1
	}
	first := c.words[min(quoted+1, len(c.words)-1)]
	isCalled := t.verb.takes&takesCalled != 0 && t.verb.takes&(takesOf|takesFor) == 0 && t.finite == t.at && t.verb.stance == ""
	isAdjective := isCalled && !first.large && !c.g.determiners.has(first) && !c.g.prepositions.has(first)
	if from = c.afterBesides(from, quoted); !isAdjective || from >= quoted || c.g.prepositions.has(c.words[from]) {
		return quoted
	}
	if to := c.phraseAt(from, quoted); to > from && c.afterPhrases(to, quoted) == quoted {
		return from
	}
	return quoted
}

// saidBefore is the sentence before, if “das” stands for it: “Das teilte das Ministerium mit.”
func (c *clausal) saidBefore(k int, t *told) span2 {
	first := c.pieces[k].span2[0]
	if k > 0 || c.n == 0 || t.finite != first+1 || !c.g.back.has(c.words[first]) || t.subject[0] == first {
		return span2{}
	}
	if t.verb.act == store.ActDenies && c.verbLast() { // “Das | dementierte sie.”
		return span2{first, first + 1}
	}
	before := c.units[c.n-1]
	if before.line != c.u.line || t.verb.takes&(takesThat|takesBare) == 0 {
		return span2{}
	}
	from, to := c.afterPlace(before), before.to
	for to > from && c.mark(to-1, stops) {
		to--
	}
	return span2{from, to}
}

// objectOf is a thing that somebody announces, denies or calls for.
func (c *clausal) objectOf(k int, t *told) span2 {
	takes := t.verb.takes
	from, to := c.objectBetween(c.pieces[k], t)
	start := from
	from = c.afterWhom(c.afterPhrases(from, to), to, t)
	for i := start; i < to; i++ {
		w := c.words[i]
		switch {
		case c.isQuoted(i):
			return span2{}
		case takes&takesOf != 0 && c.g.of.has(w), takes&takesFor != 0 && takes&takesCalled == 0 && c.g.favours.has(w),
			takes&takesAgainst != 0 && c.g.against.has(w),
			takes&takesWith != 0 && c.g.with.has(w):
			if c.verbLast() && takes&takesWith != 0 && t.verb.stance == "" { // “droht | mit einer Klage”
				return c.bared(i, to)
			}
			return c.bared(i+1, to)
		}
	}
	if s := c.calledAs(from, to, t); s[0] < s[1] {
		return s
	}
	if s := c.objectBeforeVerb(c.pieces[k], from, to, t); s[0] < s[1] {
		return s
	}
	if takes&takesNoun == 0 || to <= from || to-from < 2 && t.verb.stance == "" && !c.isBareNoun(from, t) || !c.canBeObject(from, to) &&
		!c.isBareNoun(from, t) && to-from > 1 {
		return span2{}
	}
	for c.g.order["nouns-large"] && to-1 > from && !c.words[to-1].large && !c.isQuoted(to-1) {
		to-- // “die Pläne | scharf”
	}
	return c.bared(from, to)
}

// objectBeforeVerb is the thing with which a clause begins whose verb nothing follows but who does it: “Einen Rücktritt schloss sie aus”.
func (c *clausal) objectBeforeVerb(p piece, from, to int, t *told) span2 {
	first := c.firstOf(p)
	isFronted := c.verbLast() && t.verb.takes&takesNoun != 0 && t.subject[0] > t.finite && !t.shared && c.afterPhrases(from, to) >= to
	if !isFronted || first >= t.finite || c.g.prepositions.has(c.words[first]) || c.g.back.has(c.words[first]) || c.isPronoun(first) {
		return span2{}
	}
	if c.phraseAt(first, t.finite) != t.finite || c.isWhen(first, t.finite) {
		return span2{}
	}
	return span2{first, t.finite}
}

// isBareNoun reports whether a noun without an article may be what somebody calls for, denies or announces: “forderte Neuwahlen”.
func (c *clausal) isBareNoun(i int, t *told) bool {
	isThing := t.verb.act != store.ActSays || t.particle >= 0 || t.verb.stance != ""
	w := c.words[i]
	return c.verbLast() && isThing && w.large && !w.mark && !c.isQuoted(i) && !c.isPronoun(i) && !c.isNamed(i, i+1)
}

// calledAs is what somebody calls something: “nannte | den Plan falsch”, “bezeichnete | den Plan als falsch”.
func (c *clausal) calledAs(from, to int, t *told) span2 {
	if !c.verbLast() || t.verb.takes&takesCalled == 0 || t.verb.stance != "" || from >= to {
		return span2{}
	}
	at := c.afterBesides(c.phraseAt(from, to), to)
	if at == from || at >= to || c.isQuoted(at) {
		return span2{}
	}
	isAs := c.g.calling.has(c.words[at]) && at+1 < to
	isAdjective := at+1 == to && !c.words[at].large && !c.words[at].mark && !c.endsPhrase(at) && t.verb.takes&takesFor == 0
	if !isAs && !isAdjective {
		return span2{}
	}
	return c.bared(from, to)
}

// objectBetween is between which words of a clause the object of its verb stands. Whom something is said to is passed.
func (c *clausal) objectBetween(p piece, t *told) (from, to int) {
	from, to = max(t.finite+1, t.subject[1]), p.span2[1]
	if t.subject[0] < t.finite || t.subject[0] >= p.span2[1] {
		from = t.finite + 1
	}
	if t.at > t.finite && c.verbLast() {
		to = t.at
	} else if t.particle >= 0 && t.particle+1 == to {
		to = t.particle
	}
	if !c.verbLast() {
		from = max(from, t.at+1)
	}
	if c.last != nil && c.last.at >= p.span2[0] && c.last.at < t.at && t.at > t.finite {
		from = max(from, c.last.at+1) // “hat … kritisiert und … gefordert”
	}
	for from < to && !c.isQuoted(from) && c.isCoordinate(from) { // “forderte aber mehr Geld”
		from++
	}
	return from, to
}

// afterWhom is where an object begins after whom something is said to: “sagte den Opfern | schnelle Hilfe zu”.
func (c *clausal) afterWhom(from, to int, t *told) int {
	if from >= to || !c.isDative(from) {
		return from
	}
	if whom := c.phraseAt(from, to); whom > from && (c.canBeObject(whom, to) || whom == to && t.verb.takes&takesTold != 0) {
		t.to = span2{from, whom}
		return whom
	}
	return from
}

// canBeObject reports whether words begin with a thing.
func (c *clausal) canBeObject(from, to int) bool {
	return from < to && (c.phraseAt(from, to) > from+1 && !c.isPronoun(from) || c.isDeterminer(from) && c.phraseAt(from, to) > from)
}

// contentFrom is what is said that begins at a word of a piece: to the end of the sentence, or where somebody speaks again.
func (c *clausal) contentFrom(k, from int) span2 {
	end := c.pieces[k].span2[1]
	for next := k + 1; next < len(c.pieces); next++ {
		p := c.pieces[next]
		if strings.ContainsAny(p.before, stops+";:") || c.speaksAgain(next) {
			break
		}
		end = p.span2[1]
	}
	return c.bared(from, min(end, from+farthestContent))
}

// speaksAgain reports whether with a piece another verb of saying begins whose words are not a part of what was said.
func (c *clausal) speaksAgain(k int) bool {
	p := c.pieces[k]
	if p.quote {
		return false
	}
	first := c.afterBesides(c.first(k), p.span2[1])
	if first >= p.span2[1] || c.isQuoted(first) {
		return false
	}
	w := c.words[first]
	if c.g.so.has(w) && c.subjectAt(first+1, p.span2[1])[1] > first+1 || c.isAsTold(k) && c.hasVerb(first+1, p.span2[1]) ||
		c.g.according.endAt(c.words, first) > first {
		return true
	}
	all, says := c.g.verbs[w.fold]
	return says && !w.large && !(c.verbLast() && c.g.hearsay.has(w)) && slices.ContainsFunc(all, func(v verb) bool {
		return v.stance == "" && (v.form == formThird || v.form == formPast) && c.hasParticle(v, first, p.span2[1])
	})
}

// hasParticle reports whether words after a verb have what is parted from it.
func (c *clausal) hasParticle(v verb, at, end int) bool {
	if v.particle == "" || !c.verbLast() {
		return true
	}
	last := v.particle[strings.LastIndex(v.particle, "_")+1:]
	for i := at + 1; i < end; i++ {
		if c.words[i].fold == last {
			return true
		}
	}
	return false
}

// hasFiniteVerb reports whether another verb of saying stands among words that has what follows.
func (c *clausal) hasFiniteVerb(from, to int) bool {
	for i := from; i < to; i++ {
		if !c.isQuoted(i) && !c.words[i].large && slices.ContainsFunc(c.g.verbs[c.words[i].fold], func(v verb) bool {
			return v.stance == "" && (v.form == formThird || v.form == formPast) && v.particle == ""
		}) && c.isCoordinate(i-1) {
			return true
		}
	}
	return false
}

func (c *clausal) hasVerb(from, to int) bool {
	for i := from; i < to; i++ {
		if _, says := c.g.verbs[c.words[i].fold]; says && !c.isQuoted(i) {
			return true
		}
	}
	return false
}
