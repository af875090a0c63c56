package suggest

import (
	"strings"

	"standpoint/store"
)

// addsQuotation takes “Und: „…““ for what goes on with the words quoted right before it.
func (c *clausal) addsQuotation() bool {
	const leadAndQuotation = 2
	if len(c.pieces) != leadAndQuotation || c.n == 0 || c.units[c.n-1].line != c.u.line {
		return false
	}
	lead, q := c.pieces[0], c.pieces[1]
	isLead := lead.span2[1]-lead.span2[0] <= leadAndQuotation && !lead.quote
	for i := lead.span2[0]; i < lead.span2[1] && isLead; i++ {
		isLead = c.isCoordinate(i) || c.isBeside(i)
	}
	if !isLead || !q.quote || !strings.Contains(q.before, ":") {
		return false
	}
	last := c.lastOf(c.n - 1)
	if last < 0 || c.quotedShare(&c.found[last]) == 0 {
		return false
	}
	f := &c.found[last]
	f.spans, f.unit = append(f.spans, q.span2), c.n
	c.claim(q.span2, last+1)
	return true
}

// readNear takes a quotation that is a sentence by itself for what somebody says of whom the sentence before tells: “Anna Kessel schüttelt
// den Kopf. „Das reicht nicht.“” before is how many statements were found before this sentence.
func (c *clausal) readNear(before int) {
	if len(c.found) > before || len(c.pieces) == 0 || !c.pieces[0].quote || c.n == 0 || c.units[c.n-1].line != c.u.line {
		return
	}
	from := c.pieces[0].span2[0]
	p := c.passageAt(from)
	prev := c.units[c.n-1]
	isAlone := len(c.pieces) == 1 && p.to-p.from >= leastLone && c.endsWithin(p) && c.claimed[c.in[from]-1] == 0
	if !isAlone || c.isQuoted(prev.from) || c.isQuoted(prev.to-1) || c.lastOf(c.n-1) >= 0 {
		return
	}
	if s := c.whoBefore(); s[0] < s[1] {
		c.add(&cue{verb: verb{act: store.ActSays}, subject: s, at: p.from, end: p.from}, ruleQuoteNear, span2{p.from, p.to})
	}
}

// readAsItSays reads “Wie es aus dem Ministerium heißt, …”, “wie es in dem Bericht hieß”.
func (c *clausal) readAsItSays(k int) bool {
	p := c.pieces[k]
	at, last := c.first(k), p.span2[1]-1
	const least = 4
	if !c.isAsTold(k) || !c.verbLast() || last-at < least || !c.g.it.has(c.words[at+1]) {
		return false
	}
	isSaid := false
	for first, all := range c.g.itSays { // “heißt es”
		isSaid = isSaid || first == c.words[last].fold && len(all[0]) > 1 && all[0][1] == c.words[at+1].fold
	}
	from := c.afterBesides(at+2, last)
	if !isSaid || !c.g.prepositions.has(c.words[from]) || c.phraseAt(from+1, last) == from+1 {
		return false
	}
	t := accordingAt(last)
	t.subject = span2{from + 1, c.phraseAt(from+1, last)}
	rule, spans := c.contentAround(k)
	if len(spans) > 0 {
		c.add(&t.cue, rule, spans...)
	}
	return len(spans) > 0
}

// readViewOf reads “Für Anna Kessel ist der Plan gescheitert”: in whose view something is.
func (c *clausal) readViewOf(k int) bool {
	p := c.pieces[k]
	at := p.span2[0]
	if !c.verbLast() || at != c.u.from && k != c.sentenceStart(k) || !c.g.viewers.has(c.words[at]) {
		return false
	}
	to := c.phraseAt(at+1, p.span2[1])
	if to+2 >= p.span2[1] || !c.g.passives.has(c.words[to]) || !c.isNamed(at+1, to) {
		return false
	}
	all := c.partiesOf(span2{at + 1, to})
	if len(all) != 1 || all[0].Kind != kindPerson {
		return false
	}
	t := accordingAt(at)
	t.subject = span2{at + 1, to}
	c.add(&t.cue, ruleView, c.contentFrom(k, to))
	return true
}

// readClaimOf reads what somebody is said to claim by a noun: “die Forderung der Opposition, die Klinik zu verstaatlichen”, “sein Vorwurf,
// …”, “Kritik kam von Anna Kessel: …”.
func (c *clausal) readClaimOf(k, i int) bool {
	act, known := c.g.claims[c.words[i].fold]
	if !known || !c.verbLast() || !c.words[i].large || k+1 >= len(c.pieces) {
		return false
	}
	end := c.pieces[k].span2[1]
	t := told{cue: cue{verb: verb{act: act, takes: takesThat}, at: i, end: i + 1, group: i}, finite: i, particle: -1}
	next := c.pieces[k+1]
	if from := c.comesFrom(i+1, end); from > i+1 && strings.Contains(next.before, ":") {
		if t.subject = (span2{from, c.phraseAt(from, end)}); t.subject[1] == end && from < end {
			if rule, spans := c.contentAfterColon(k + 1); len(spans) > 0 {
				c.add(&t.cue, rule, spans...)
				return true
			}
		}
		return false
	}
	if t.subject = c.claimantAt(i, end); t.subject[0] == t.subject[1] || max(t.subject[1], i+1) != end || next.before != "," {
		return false
	}
	first := c.first(k + 1)
	switch w := c.words[first]; {
	case c.g.that.has(w):
		first++
	case c.isInfinitive(k+1) && !c.g.subordinates.has(w), c.g.questions.has(w) && !c.g.asTold.has(w),
		c.isHearsay(k+1) && (!c.isSubordinate(k+1) || c.isMain(next)):
	default:
		return false
	}
	before := len(c.found)
	c.add(&t.cue, ruleClaim, c.bared(first, next.span2[1]))
	for i := range c.found[before:] {
		c.found[before+i].unit = -1 // what follows is hardly theirs
	}
	return true
}

// isMain reports whether in a piece “die” stands before a noun, and the verb right after that: “die Stadt habe geschlafen”.
func (c *clausal) isMain(p piece) bool {
	to := c.phraseAt(p.span2[0], p.span2[1])
	return to > p.span2[0]+1 && to+1 < p.span2[1] && !c.isQuoted(to) && c.g.hearsay.has(c.words[to])
}

// comesFrom is after the words that tell from whom words come that a noun before them calls by what they are: “kam von”.
func (c *clausal) comesFrom(at, end int) int {
	if at >= end || !c.g.coming.has(c.words[at]) {
		return at
	}
	for i := at + 1; i < end; i = max(i+1, c.afterBesides(i, end)) {
		if c.isQuoted(i) || !c.isBeside(i) && !c.g.by.has(c.words[i]) {
			break
		}
		if c.g.by.has(c.words[i]) {
			return i + 1
		}
	}
	return at
}

// claimantAt is whose claim a noun is: “der Opposition”, “von Anna Kessel”, “seine”.
func (c *clausal) claimantAt(i, end int) span2 {
	from := i + 1
	if from < end && !c.isQuoted(from) && (c.g.genitives.has(c.words[from]) || c.g.by.has(c.words[from])) {
		if c.g.by.has(c.words[from]) {
			from++
		}
		if to := c.phraseAt(from, end); !c.isWhen(from, to) {
			return span2{from, to}
		}
		return span2{}
	}
	if from < end {
		return span2{}
	}
	const mostBetween = 3
	for j := i - 1; j >= max(c.u.from, i-mostBetween) && !c.words[j].mark; j-- {
		if w := c.words[j]; c.g.hisWords.has(w) || c.g.herWords.has(w) {
			return span2{j, j + 1}
		}
		if c.endsPerson(j+1) && c.words[j].owns || c.endsPerson(j+1) && strings.HasSuffix(c.words[j].fold, "s") {
			all := c.mentionsBetween(max(j+1-mostOfName, 0), j+1)
			return span2{all[len(all)-1].first, j + 1}
		}
	}
	return span2{}
}

// readWish reads what somebody wants to do: “Die Regierung will die Steuer senken”, “der nicht genannt werden will”.
func (c *clausal) readWish(k int) {
	p := c.pieces[k]
	if !c.verbLast() || c.isSubordinate(k) {
		c.readWishOf(k)
		return
	}
	at := -1
	for i := p.span2[0]; i < p.span2[1] && at < 0; i++ {
		if !c.isQuoted(i) && c.g.wishes.has(c.words[i]) && !c.words[i].large {
			at = i
		}
	}
	last := p.span2[1] - 1
	if at < 0 || last <= at || !c.isEndedAsInfinitive(last) || c.isIdle(at, last) || c.readRefusal(k, at, last) {
		return
	}
	t := told{cue: cue{verb: verb{act: store.ActSays, takes: takesTo | isWeak}, at: at, end: at + 1, group: at}, finite: at, particle: -1}
	if !c.findSubjectOf(k, &t) || t.shared && at != c.first(k) || !c.canWish(t.subject) {
		return
	}
	from := at + 1
	if t.subject[0] >= from && t.subject[0] < p.span2[1] {
		from = t.subject[1]
	}
	end := p.span2[1]
	for next := k + 1; next < len(c.pieces) && c.pieces[next].before == "," && (c.isSubordinate(next) || c.isInfinitive(next)); next++ {
		end = c.pieces[next].span2[1]
	}
	c.add(&t.cue, ruleTo, c.bared(from, min(end, from+farthestContent)))
}

// isIdle reports whether what somebody wants tells nothing: “will es wissen”, “wollte sich nicht äußern”.
func (c *clausal) isIdle(at, last int) bool {
	w := c.words[last]
	return c.g.idle.has(w) && (!c.g.speaking.has(w) || c.hasAmong(c.g.negations, at, last))
}

// readWishOf reads what somebody wants of whom a clause tells more: “ein Landwirt, der nicht genannt werden will”.
func (c *clausal) readWishOf(k int) {
	p := c.pieces[k]
	last := p.span2[1] - 1
	if !c.verbLast() || !c.isRelative(k) || last-p.span2[0] < 2 || c.isQuoted(last) || !c.g.wishes.has(c.words[last]) ||
		!c.isEndedAsInfinitive(last-1) {
		return
	}
	wish := cue{verb: verb{act: store.ActSays, takes: takesTo | isWeak}, at: last, end: last + 1, group: last}
	t := told{cue: wish, finite: last, particle: -1}
	if c.takeAntecedent(k, &t) {
		c.add(&t.cue, ruleTo, span2{p.span2[0] + 1, last})
	}
}

// readRefusal reads what somebody will not say: “Ein Sprecher wollte das Papier nicht kommentieren”, “Gegen wen, wollte sie nicht sagen”.
// It reports whether somebody refuses to.
func (c *clausal) readRefusal(k, at, last int) bool {
	if !c.g.withheld.has(c.words[last]) || c.isQuoted(last-1) || !strings.HasPrefix(c.words[last-1].fold, "nicht") {
		return false
	}
	if c.words[last-1].fold == "nichts" {
		return true
	}
	t := told{cue: cue{verb: verb{act: store.ActDeclines, takes: takesNoun}, at: at, end: at + 1, group: at}, finite: at, particle: -1}
	if !c.findSubjectOf(k, &t) || t.shared {
		return true
	}
	from, to := at+1, last-1
	if t.subject[0] >= from && t.subject[0] < last {
		from = t.subject[1]
	}
	said := c.bared(c.afterPhrases(from, to), to)
	if first := c.first(k); said[0] >= said[1] && first < at && t.subject[0] > at { // “Das wollte sie nicht kommentieren”
		said = span2{first, at}
	}
	if said[0] >= said[1] && k > 0 && k-1 == c.sentenceStart(k) && c.g.questions.has(c.words[c.afterPreposition(c.first(k-1))]) {
		said = c.pieces[k-1].span2
	}
	if said[0] < said[1] && !(said[1]-said[0] == 1 && c.isPronoun(said[0])) {
		c.add(&t.cue, ruleNoun, said)
	}
	return true
}

// afterPreposition is the word after one that leads to a phrase; the word itself if it does not.
func (c *clausal) afterPreposition(i int) int {
	if c.g.prepositions.has(c.words[i]) && i+1 < c.u.to {
		return i + 1
	}
	return i
}

// isEndedAsInfinitive reports whether a word with which a clause ends is made as infinitives are.
func (c *clausal) isEndedAsInfinitive(i int) bool {
	w := c.words[i]
	return !w.mark && !w.large && !c.isQuoted(i) && strings.HasSuffix(w.fold, "n") && len(w.fold) > 2
}

// canWish reports whether words name or describe somebody who can want something.
func (c *clausal) canWish(s span2) bool {
	if c.isNamed(s[0], s[1]) || c.isSomebody(s[0]) || c.partyOf(s).Name != "" {
		return true
	}
	for i := s[0]; i < s[1]; i++ {
		if w := c.words[i]; w.large && (hasOrganisationWord(c.words[i:i+1]) || c.g.firms.has(w) || isOrganisationHead(w)) {
			return true
		}
	}
	return false
}
