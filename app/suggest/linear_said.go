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
	if c.isSentence(t) {
		return false // “Суд осудил Одо Ленца на пять лет”
	}
	c.readCited(k, t)
	if c.carries(k, t, first) || c.quotesThem(k, t) {
		return true
	}
	c.noteGender(t)
	last := t.cue
	if !c.isAsTold(k) && !t.inner {
		c.last = &last
	}
	rule, spans := c.saidBy(k, t)
	if len(spans) == 0 {
		return false
	}
	isNew := len(c.cues) == 0 || last.subject != c.cues[len(c.cues)-1].subject
	if (!t.shared || isNew) && !c.isAsTold(k) && !t.inner {
		c.cues = append(c.cues, last)
	}
	if t.to[0] == t.to[1] {
		c.findHearer(k, t, spans[0][0])
	}
	if t.finite < t.at && t.verb.takes&takesNot == 0 && !t.shared {
		t.cue.at = t.at
	}
	before := len(c.found)
	c.add(&t.cue, rule, spans...)
	c.asCited(t, before)
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
	if c.g.order["bare-nouns"] && !c.isSaidFromBegin(k, f) { // “Рейс отменён, потому что экипаж отказался лететь, пишет «Берег»”
		return false
	}
	if len(whom) != 1 || whom[0].Kind == kindPerson || c.isPronoun(t.subject[0]) || len(f.said.Carriers) > 0 {
		return false
	}
	f.said.Carriers = whom
	return true
}

// isSaidFromBegin reports whether a finding is all that a sentence tells before a piece.
func (c *clausal) isSaidFromBegin(k int, f *finding) bool {
	start := c.sentenceStart(k)
	at := c.words[c.afterAdverbials(c.first(start), c.pieces[start].span2[1]-1)].span.Start
	return c.words[f.spans[0][0]].span.Start <= at || len(f.said.Speakers) > 0 && f.said.Speakers[0].Span.Start <= at || f.said.Cue.Start <= at
}

// quotesThem reads who passes on what somebody says whose words they are: “«Рано», — цитує його пресслужба”.
func (c *clausal) quotesThem(k int, t *told) bool {
	at := t.subject[0]
	isTheirs := c.g.hisWords.has(c.words[at]) || c.g.herWords.has(c.words[at])
	if !t.inverted || !isTheirs || t.subject[1]-at < 2 || !c.g.quoting.has(c.words[t.end-1]) || !c.followsQuotation(k, t) {
		return false
	}
	carrier := c.partiesOf(span2{at + 1, t.subject[1]})
	t.subject[1] = at + 1
	before := len(c.found)
	c.add(&t.cue, ruleCited, append([]span2{c.pieces[k-1].span2}, c.quotedOn(k)...)...)
	if len(c.found) > before {
		c.found[before].said.Carriers = asOrganisations(carrier)
	}
	return true
}

// takesAfterColon is what a verb takes one of after which a colon may open what is said.
func (c *clausal) takesAfterColon() governs {
	if c.g.order["bare-nouns"] {
		return takesQuote | takesBare | takesThat
	}
	return takesQuote | takesBare
}

// quotesNamed reads who passes on what somebody says who is named: “«Рано», — цитирует «Берег» адвоката”, “приводит агентство слова судьи”.
func (c *clausal) quotesNamed(k int, t *told) bool {
	p := c.pieces[k]
	if !c.g.quoting.has(c.words[t.end-1]) || t.end-1 != c.first(k) || !c.followsQuotation(k, &told{cue: t.cue, verbFirst: true}) {
		return false
	}
	at := t.end
	carrier := span2{at, c.sourceQuoted(at, p.span2[1])}
	if carrier[1] == at {
		if all := c.mentionsBetween(at, p.span2[1]); len(all) > 0 && all[0].first <= at+1 && all[0].party.Kind != kindPerson {
			carrier[1] = all[0].end
		} else if at < p.span2[1] && c.g.firms.has(c.words[at]) {
			carrier[1] = max(at+1, c.sourceQuoted(at+1, p.span2[1]))
		}
	}
	who := carrier[1]
	isWords := who < p.span2[1] && c.g.wordsOf.has(c.words[who])
	if isWords {
		who++
	}
	to := c.nominal(who, p.span2[1])
	if carrier[1] == at || to == who || !isWords && !c.canSpeak(span2{who, to}) {
		return false
	}
	t.subject, t.inverted = span2{who, to}, true
	before := len(c.found)
	c.add(&t.cue, ruleCited, append([]span2{c.pieces[k-1].span2}, c.quotedOn(k)...)...)
	if len(c.found) > before {
		c.found[before].said.Carriers = asOrganisations(c.partiesOf(carrier))
	}
	return true
}

// saidBy is what somebody says by a verb, and by which rule; none if the words do not tell.
func (c *clausal) saidBy(k int, t *told) (rule string, spans []span2) {
	takes := t.verb.takes
	if c.isAsTold(k) {
		return c.aroundAside(k, max(t.end, t.subject[1], t.citedEnd))
	}
	if s := c.itself(k, t); s[0] < s[1] {
		return ruleNoun, []span2{s}
	}
	if takes&takesQuote != 0 && c.followsQuotation(k, t) && t.subject != c.pieces[k-1].span2 {
		if s := c.withClauseBefore(k - 1); s[0] < s[1] {
			return ruleClauseAfter, append([]span2{s}, c.quotedOn(k)...)
		}
		return ruleQuoteBefore, append([]span2{c.pieces[k-1].span2}, c.quotedOn(k)...)
	}
	after := max(t.end, t.subject[1])
	if t.subject[0] < t.at || t.shared || t.relative[0] < t.relative[1] {
		after = t.end
	}
	rule, s := c.opened(k, after, t)
	if rule != "" && s[0] < c.pieces[k].span2[1] { // “niega haber mentido: «No»”
		return rule, []span2{s}
	}
	if takes&c.takesAfterColon() != 0 {
		if from := c.afterColon(k, t); from >= 0 && !(rule == ruleThat && c.hasOwnVerb(s, from)) && c.canOpenAfterColon(from, t) {
			return c.contentAfterColon(from)
		}
	}
	if rule != "" {
		return rule, []span2{s}
	}
	if c.isBehind(k, after, t) {
		if rule, spans := c.aroundAside(k, max(after, t.citedEnd)); rule != "" {
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

// canOpenAfterColon reports whether a piece after a colon can be what is said: of “не согласна: …” only a quotation.
func (c *clausal) canOpenAfterColon(k int, t *told) bool {
	return t.verb.takes&takesNot == 0 || c.pieces[min(k, len(c.pieces)-1)].quote
}

// itself is the small word for what was told that is all that is said: “el ministro lo | niega”.
func (c *clausal) itself(k int, t *told) span2 {
	p := c.pieces[k]
	after := max(t.end, t.subject[1])
	if !c.g.order["personal-a"] || t.verb.takes&takesNoun == 0 || t.group >= t.finite || t.subject[0] >= t.group ||
		after < p.span2[1] && c.afterAdverbials(after, p.span2[1]) < p.span2[1] || k+1 < len(c.pieces) && c.pieces[k+1].quote {
		return span2{}
	}
	if !c.g.standsFor.has(c.words[t.finite-1]) {
		return span2{}
	}
	return span2{t.finite - 1, t.finite}
}

// withClauseBefore is a quotation that only ends what is said, with the clause before it: “Стена держится, «как старик», объяснил он”;
// nothing if it is all that is said.
func (c *clausal) withClauseBefore(k int) span2 {
	p, start := c.pieces[k], c.sentenceStart(k)
	if start == k || p.before != "," || p.span2[0]+1 >= p.span2[1] || c.words[p.span2[0]+1].large || c.opensWithoutWords(start) {
		return span2{}
	}
	for j := start; j < k; j++ {
		if c.pieces[j].quote || c.speaks(j) || j > start && strings.ContainsAny(c.pieces[j].before, "—–()") {
			return span2{}
		}
	}
	from, to := c.first(start), c.pieces[start].span2[1]
	ends := c.g.gerundEnds
	if c.g.order["determiners-open"] {
		ends = c.g.insets
	}
	isInset := isMade(c.words[from], ends) && !c.isDeterminer(from) // “Preguntada por la presa, «es tarde», dijo”
	if to-from < leastOfBare || isInset || c.afterAdverbials(from, to) >= to || c.hasVerb(from, to) {
		return span2{}
	}
	return c.bared(from, p.span2[1])
}

// hasOwnVerb reports whether words of what is said have a verb of saying themselves, whose words follow the colon with which a piece
// begins: “рассказала, что министр заверила её: …”.
func (c *clausal) hasOwnVerb(s span2, k int) bool {
	p := c.pieces[min(k, len(c.pieces)-1)]
	return !p.quote && c.hasVerb(s[0], min(s[1], p.span2[0]))
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

// aroundAside is what stands before and after who says it. after is where the words for them end.
func (c *clausal) aroundAside(k, after int) (rule string, spans []span2) {
	start := c.sentenceStart(k)
	for start < k && c.pieces[start].quote && start+1 < k {
		start++
	}
	next := k + 1
	for next < len(c.pieces) && c.pieces[next].span2[0] < after {
		next++
	}
	isBegun := start == k
	if start < k {
		if c.pieces[start].quote {
			return ruleQuoteBefore, append([]span2{c.pieces[start].span2}, c.quotedOn(k)...)
		}
		s := c.bared(c.first(start), c.pieces[k-1].span2[1])
		isClause := c.g.order["determiners-open"] && s[1]-s[0] > 1 && c.g.passives.has(c.words[s[0]]) // “Es falso, | replica”
		isPhrase := s[1]-s[0] < leastOfBare && !isClause || c.afterAdverbials(s[0], s[1]) == s[1]
		isBegun = isPhrase || c.nominal(s[0], s[1]) == s[1] || c.g.order["determiners-open"] && start == k-1 &&
			c.g.subordinates.has(c.words[s[0]]) // “Si es así, calculan los mandos, | todo acabará el martes”
		if !isPhrase || c.goesOnAt(next, true) {
			spans = append(spans, s)
		}
	}
	if start == k-1 && !c.pieces[start].quote && c.pieces[start].span2[1]-c.pieces[start].span2[0] == 1 && len(spans) == 0 &&
		c.g.answers.has(c.words[c.pieces[start].span2[0]]) { // “Faux, répond Odo Lenz”
		return ruleClauseAfter, []span2{c.pieces[start].span2}
	}
	if next < len(c.pieces) && strings.HasPrefix(c.pieces[next].before, ",") &&
		(start == k || c.isDashed(next) || c.pieces[next].quote || c.goesOnAt(next, isBegun)) {
		if s := c.saidAround(next); s[1]-s[0] >= 2 || s[1] > s[0] && isBegun && start < k {
			spans = append(spans, s)
		}
	}
	if len(spans) == 0 {
		return "", nil
	}
	return ruleClauseAfter, spans
}

// goesOnAt reports whether a piece after who says it goes on with what is said, of which only the beginning stood before: “Деньги, сказал
// он, выделены”, or a clause that another follows: “Se irá, anunció, porque es tarde”.
func (c *clausal) goesOnAt(next int, isBegun bool) bool {
	if next >= len(c.pieces) || c.pieces[next].before != "," {
		return false
	}
	w := c.words[c.pieces[next].span2[0]]
	if c.g.relatives.has(w) || c.speaks(next) {
		return false
	}
	return isBegun || c.g.subordinates.has(w)
}

// saidAround is what is said that goes on with a piece after who says it: to the end of the sentence.
func (c *clausal) saidAround(k int) span2 {
	end := c.pieces[k].span2[1]
	for next := k + 1; next < len(c.pieces); next++ {
		if p := c.pieces[next]; strings.ContainsAny(p.before, stops+";") {
			break
		}
		end = c.pieces[next].span2[1]
	}
	return c.bared(c.pieces[k].span2[0], min(end, c.pieces[k].span2[0]+farthestContent))
}

// toldOf is the sentence before, if what is said stands for it: “Об этом сообщил министр”.
func (c *clausal) toldOf(k int, t *told) span2 {
	if k > 0 || c.n == 0 || t.verb.takes&(takesThat|takesBare) == 0 {
		return span2{}
	}
	from := c.pieces[k].span2[0]
	if c.g.backs.endAt(c.words, from) == from && !c.tellsOfThis(k, t) {
		return span2{}
	}
	before := c.units[c.n-1]
	if isBare := c.g.order["bare-nouns"] && before.to > before.from && c.mark(before.to-1, stops); before.line != c.u.line && !isBare {
		return span2{}
	}
	start, to := c.afterDateline(before.from, before.to), before.to
	for to > start && c.mark(to-1, stops) {
		to--
	}
	return span2{start, to}
}

// tellsOfThis reports whether what stands for the sentence before is all that follows a verb: “заявил | об этом | в четверг”.
func (c *clausal) tellsOfThis(k int, t *told) bool {
	p := c.pieces[k]
	at := t.end
	if t.inverted && t.subject[0] >= t.end {
		at = t.subject[1]
	}
	end := c.g.backs.endAt(c.words, min(at, len(c.words)-1))
	if !c.g.order["bare-nouns"] || at >= p.span2[1] || end == at || end > p.span2[1] || !c.g.themes.has(c.words[at]) {
		return false
	}
	for end < p.span2[1] && (c.g.hearers.has(c.words[end]) || c.afterAdverbial(end, p.span2[1]) > end) {
		end = max(end+1, c.afterAdverbial(end, p.span2[1]))
	}
	return end >= p.span2[1] && !(k+1 < len(c.pieces) && (c.g.that.has(c.words[c.first(k+1)]) || c.pieces[k+1].before == ":"))
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
		case t.inverted && t.subject[0] < i && i < t.subject[1] && c.g.order["determiners-open"]: // “l'ambassadrice | à Brume, Lise Lenz”
		case c.g.hearers.has(w) && c.g.order["bare-nouns"]:
			t.to = span2{i, i + 1}
			return
		case c.g.to.has(w):
			if to := c.nominalOf(i+1, end); to > i+1 && (c.hasHearer(i+1, to) || c.isNamed(i+1, to) || t.verb.takes&takesTold != 0) {
				t.to = span2{i + 1, to}
				if t.inverted && i+1 < t.subject[0] {
					t.to[1] = min(to, t.subject[0]) // “confie à nos confrères | Anna Kessel”
				}
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
