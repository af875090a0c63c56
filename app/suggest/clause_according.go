package suggest

import (
	"slices"
	"strings"

	"standpoint/store"
)

// accordingAt is that somebody is told of without a verb, by a word at a place: “laut”, “selon”, “за словами”.
func accordingAt(i int) told {
	v := verb{act: store.ActSays, takes: takesQuote, lemma: according}
	return told{cue: cue{verb: v, at: i, end: i + 1, group: i}, finite: i, particle: -1}
}

// readAccordingTo reads “laut dem Minister”, “dem Minister zufolge” and “so der Minister” at a word.
func (c *clausal) readAccordingTo(k, i int) bool {
	p := c.pieces[k]
	t := accordingAt(i)
	if end := c.g.whose.endAt(c.words, i); end > i {
		t.end, t.subject = end, span2{i + 1, i + 2}
		if w := c.words[i+1]; !c.g.hisWords.has(w) && !c.g.herWords.has(w) { // “nach eigenen Angaben”
			first := c.first(c.sentenceStart(k))
			if t.subject = c.subjectAt(c.afterPhrases(first, i), i); t.subject[0] == t.subject[1] {
				return true
			}
		}
		return c.addAccording(k, i, end, &t)
	}
	if end := c.g.according.endAt(c.words, i); end > i && end < p.span2[1] {
		if c.saidToHave(p, p.span2[1]-1) >= 0 { // “soll er nach Angaben von Zeugen gerufen haben”
			return true
		}
		t.end = end
		if to := c.phraseAt(end, p.span2[1]); to > end {
			t.subject = span2{end, to}
			return c.addAccording(k, i, to, &t)
		}
	}
	if end := c.g.after.endAt(c.words, i); end > i {
		t.end = end
		for from := max(p.span2[0], i-mostOfPhrase); from < i; from++ {
			if c.phraseAt(from, i) == i {
				t.subject = span2{c.afterWords(from, i), i}
				return c.addAccording(k, from, end, &t)
			}
		}
	}
	if end := c.g.itSays.endAt(c.words, i); end > i {
		return c.readItSays(k, end, &t)
	}
	if c.g.so.has(c.words[i]) && i == p.span2[0] && k > 0 && (p.before == "," || c.pieces[k-1].quote) {
		return c.readSo(k, &t)
	}
	return false
}

// afterWords is where those stand whose words are told of: “Angaben | der Feuerwehr zufolge”.
func (c *clausal) afterWords(from, to int) int {
	if from+1 < to && c.g.sayings.has(c.words[from]) {
		if at := from + 1; c.g.genitives.has(c.words[at]) {
			return at
		} else if c.g.by.has(c.words[at]) && at+1 < to {
			return at + 1
		}
	}
	return from
}

// readCaption takes a quotation that stands by itself after who says it and a colon: “Bürgermeister: „Mir blutet das Herz“”.
func (c *clausal) readCaption() {
	for k, p := range c.pieces {
		if k == 0 || !p.quote && !c.isCaptioned(k) && !c.isToldAfterColon(k) || p.before != ":" ||
			k+1 < len(c.pieces) && !strings.ContainsAny(c.pieces[k+1].before, stops+"–—") {
			continue
		}
		before := c.pieces[k-1].span2
		if p.quote && c.claimed[c.in[p.span2[0]]-1] != 0 {
			continue
		}
		s := c.whoseWords(c.subjectAt(c.afterPhrases(before[0], before[1]), before[1]))
		if s[0] == s[1] && c.verbLast() && c.isApposed(k-1) { // “Ihr Nachbar, der Landwirt Piet Maas, sieht das anders: …”
			s = span2{c.pieces[k-3].span2[0], c.pieces[k-2].span2[1]}
		}
		if s[0] < s[1] && (c.isOwner(s[0]) || c.isNamed(s[0], s[1]) || s[1] == before[1] && c.isPerson(s[1]-1) ||
			s[1] < before[1] && c.reacts(s)) {
			said, rule := p.span2, ruleQuoteAfter
			if !p.quote && c.isHearsay(k) {
				said, rule = c.contentFrom(k, p.span2[0]), ruleToldOn
			}
			c.add(&cue{verb: verb{act: store.ActSays}, subject: s, at: p.span2[0], end: p.span2[0]}, rule, said)
		}
	}
}

// whoseWords is whose words a phrase tells of: “ihr | Fazit”, “die Antwort von | Anna Kessel”; the phrase if of nobody's.
func (c *clausal) whoseWords(s span2) span2 {
	if !c.verbLast() || s[1]-s[0] < 2 || slices.ContainsFunc(c.words[s[0]:s[0]+2], c.isPersonWord) {
		return s
	}
	if c.isOwner(s[0]) && s[1]-s[0] == 2 {
		return span2{s[0], s[0] + 1}
	}
	for i := s[0] + 1; i+1 < s[1]; i++ {
		if c.g.by.has(c.words[i]) && c.isNamed(i+1, s[1]) && !c.isNamed(s[0], i) {
			return span2{i + 1, s[1]}
		}
	}
	return s
}

// isOwner reports whether a word tells whose something is: “ihr”.
func (c *clausal) isOwner(i int) bool {
	return c.verbLast() && (c.g.hisWords.has(c.words[i]) || c.g.herWords.has(c.words[i]))
}

// isToldAfterColon reports whether a clause after a colon tells what others say, and no verb before it that somebody does: “Anna Kessel
// sieht das anders: Das Geld reiche nicht.”
func (c *clausal) isToldAfterColon(k int) bool {
	return c.verbLast() && c.isHearsay(k) && !c.isSubordinate(k) && !c.isTaken(k)
}

// isCaptioned reports whether a headline quotes who stands before its colon in part: “Bürgermeister: Schließung „ein Schlag““.
func (c *clausal) isCaptioned(k int) bool {
	p := c.pieces[k]
	if !c.verbLast() || k != 1 || c.first(0) != c.u.from || p.span2[1] < c.u.to || c.words[c.u.to-1].isMark(".") {
		return false
	}
	for i := p.span2[0]; i < p.span2[1]; i++ {
		if c.isQuoted(i) {
			return c.claimed[c.in[i]-1] == 0
		}
	}
	return false
}

// reacts reports whether a word after somebody is a verb that may tell that they say something: “zeigte sich enttäuscht: „…“”.
func (c *clausal) reacts(s span2) bool {
	i := s[1]
	if i < c.u.to && c.words[i].isMark(",") {
		i++
	}
	w := c.words[min(i, c.u.to-1)]
	return c.verbLast() && (c.canWish(s) || slices.ContainsFunc(c.words[s[0]:s[1]], c.isPersonWord)) &&
		!w.large && !w.mark && !c.isQuoted(i) && !c.g.passives.has(w) && !c.g.modals.has(w) && !c.g.labels.has(w) && !c.g.prepositions.has(w)
}

// isPerson reports whether a word ends as those for persons do: “Bürgermeister”.
func (c *clausal) isPerson(i int) bool { return c.isPersonWord(c.words[i]) }

func (c *clausal) isPersonWord(w word) bool {
	for end := range c.g.personEnds {
		isSo := strings.HasSuffix(w.fold, end) || strings.HasSuffix(w.fold, end+"s") // “des Sprechers”
		if isSo && w.large && !c.g.determiners.has(w) && !c.g.bodies.has(w) {
			return true
		}
	}
	return false
}

// readUnknown takes a word that begins a piece right after a quotation and its comma for a verb of saying, if somebody follows it, though
// it is none that is known: “„Es war laut“, erinnert sich Piet Maas”.
func (c *clausal) readUnknown(k int) bool {
	p := c.pieces[k]
	i := p.span2[0]
	isSo := i+2 < p.span2[1] && c.g.so.has(c.words[i]) // “„Es war laut“ – so fasst Piet Maas das zusammen”
	if isSo {
		i++
	}
	w := c.words[i]
	if !c.verbLast() || k == 0 || !c.pieces[k-1].quote || p.before != "," && !(isSo && c.isDashed(k)) ||
		w.large || c.isVerbOfSaying(i) || c.endsPhrase(i) || c.isCoordinate(i) || c.isDeterminer(i) || c.isRelative(k) || c.g.so.has(w) ||
		c.isQuoted(i) || c.isPronoun(i) ||
		!strings.HasSuffix(w.fold, "t") && !strings.HasSuffix(w.fold, "te") {
		return false
	}
	v := verb{act: store.ActSays, takes: takesQuote}
	t := told{cue: cue{verb: v, at: i, end: i + 1, group: i}, finite: i, particle: -1, verbFirst: true}
	if t.subject = c.subjectAfter(p, &t); t.subject[0] == t.subject[1] {
		return false
	}
	t.inverted = true
	c.add(&t.cue, ruleQuoteBefore, append([]span2{c.pieces[k-1].span2}, c.quotedOn(k)...)...)
	return true
}

// readSo reads “…, so der Minister”.
func (c *clausal) readSo(k int, t *told) bool {
	p := c.pieces[k]
	if t.subject = c.subjectAt(t.end, p.span2[1]); t.subject[0] == t.subject[1] {
		return false
	}
	if start := c.sentenceStart(k); start < k-1 || c.pieces[start].span2[1]-c.first(start) >= leastOfBare {
		t.subject = c.withApposition(t.subject, p) // not of “Er plane, so der Minister, ein Register”
	}
	t.subject, t.inverted, t.verbFirst = c.whoseWords(t.subject), true, true
	c.readAddressee(k, t)
	rule, spans := c.contentAround(k)
	if c.pieces[k-1].quote {
		rule, spans = ruleQuoteBefore, append([]span2{c.pieces[k-1].span2}, c.quotedOn(k)...)
	}
	if len(spans) > 0 {
		c.add(&t.cue, rule, spans...)
	}
	return true
}

// addAccording adds what somebody says of whom words from one to another tell.
func (c *clausal) addAccording(k, from, to int, t *told) bool {
	start := c.sentenceStart(k)
	var spans []span2
	if before := c.bared(c.first(start), from); before[1]-before[0] >= 2 && before[0] < from {
		spans = append(spans, before)
	}
	if s := c.afterAccording(k, from, to, start); s[1]-s[0] >= 2 {
		spans = append(spans, s)
	}
	if len(spans) == 0 {
		return false
	}
	c.add(&t.cue, ruleAccordingTo, spans...)
	return true
}

// afterAccording is what is said that stands after who says it: “Laut dem Minister | liegen noch 14 Schiffe vor der Küste”.
func (c *clausal) afterAccording(k, from, to, start int) span2 {
	p := c.pieces[k]
	if to < p.span2[1] {
		return c.contentFrom(k, to)
	}
	next := k + 1
	isAside := (start < k || from > p.span2[0]) && c.g.whose.endAt(c.words, from) == from // “…, laut dem Minister, …” says no more
	if next >= len(c.pieces) || isAside && !c.isHearsay(next) || strings.ContainsAny(c.pieces[next].before, stops+";") {
		return span2{}
	}
	for c.isRelative(next) && next+1 < len(c.pieces) && from == p.span2[0] {
		next++
	}
	return c.contentFrom(next, c.pieces[next].span2[0])
}

// readItSays reads what is said somewhere: “heißt es in dem Bericht”, “In dem Bericht, der vorliegt, heißt es”.
func (c *clausal) readItSays(k, end int, t *told) bool {
	t.end, t.verb.takes = end, takesQuote|takesBare|takesThat
	if t.subject = c.placeOfSaying(k, end, t.finite); t.subject[0] == t.subject[1] {
		return false
	}
	t.verbFirst = t.subject[0] > t.finite
	t.at = end - 1
	rule, spans := c.contentOf(k, t)
	t.at = t.finite
	if len(spans) == 0 {
		return false
	}
	c.add(&t.cue, rule, spans...)
	return true
}

// placeOfSaying is where something is said: after “heißt es”, else before it in the same clause, or before a clause about it.
func (c *clausal) placeOfSaying(k, end, finite int) span2 {
	p := c.pieces[k]
	at := c.afterBesides(end, p.span2[1])
	for at < p.span2[1] && c.g.prepositions.has(c.words[at]) {
		to := c.phraseAt(at+1, p.span2[1])
		if !c.isWhen(at+1, to) {
			return span2{at + 1, to}
		}
		at = c.afterBesides(to, p.span2[1])
	}
	first, before := c.first(k), finite
	if first == finite && k >= 2 && c.isRelative(k-1) {
		first, before = c.first(k-2), c.pieces[k-2].span2[1]
	}
	if first+1 < before && c.isAsTold(k) && c.verbLast() { // “Wie | aus Regierungskreisen verlautete”
		first++
	}
	if first+1 < before && c.g.prepositions.has(c.words[first]) {
		to := c.phraseAt(first+1, before)
		if c.verbLast() && to == before && c.g.leaking.has(c.words[first]) && !c.isWhen(first+1, to) { // “aus Ermittlerkreisen verlautete”
			return span2{first + 1, to}
		}
		if c.verbLast() && to-first > 2 && c.afterPhrases(to, before) == before && !c.isWhen(first+1, to) || to == before && to-first > 2 &&
			!c.isWhen(first+1, to) {
			return span2{first + 1, to}
		}
	}
	return span2{}
}
