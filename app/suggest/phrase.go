package suggest

import (
	"slices"
	"strings"
	"unicode"
)

// mostOfPhrase is how many words a phrase has at most that names somebody.
const mostOfPhrase = 30

// phraseAt is where the phrase ends that begins at a word and names or describes somebody or something; the word itself if none does.
func (c *clausal) phraseAt(i, end int) int {
	end = min(end, i+mostOfPhrase)
	if i >= end || c.isQuoted(i) || c.words[i].mark {
		return i
	}
	at := i
	for at < end && c.isDeterminer(at) {
		at++
	}
	if at > i {
		at = c.afterAttribute(at, end)
	}
	if to := c.nounsTo(at, end); to > at && (at > i || !c.isPronoun(i)) {
		return to
	}
	if at > i && at < end && c.g.others.has(c.words[at]) && !c.isQuoted(at) { // “ein anderer | sagte”
		return at + 1
	}
	if c.isPronoun(i) {
		return i + 1
	}
	return i
}

// afterAttribute passes what stands between an article and the participle of its noun: “der | aus Sarn | stammende Abgeordnete”.
func (c *clausal) afterAttribute(i, end int) int {
	if c.g.order["nouns-large"] && i+2 < end && isDigits(c.words[i]) && c.g.years.has(c.words[i+1]) && isGermanAdjective(c.words[i+2]) {
		return i + 2 // “dem | 34 Jahre | alten Mann”
	}
	if !c.g.order["nouns-large"] || i+2 >= end || !c.g.prepositions.has(c.words[i]) || c.isQuoted(i) || c.isQuoted(i+1) {
		return i
	}
	at := i + 1
	for at < end && (c.isDeterminer(at) || c.words[at].large || isDigits(c.words[at])) && !c.isQuoted(at) {
		at++
	}
	if at > i+1 && at < end && !c.words[at].mark && isGermanAdjective(c.words[at]) && !c.endsPhrase(at) && c.leadsToNoun(at, end) {
		return at
	}
	return i
}

func (c *clausal) isPronoun(i int) bool {
	w := c.words[i]
	return !w.mark && (c.g.he.has(w) || c.g.she.has(w) || c.g.they.has(w) || c.g.it.has(w))
}

func (c *clausal) isDeterminer(i int) bool {
	w := c.words[i]
	return !w.mark && (c.g.determiners.has(w) || c.g.oblique.has(w))
}

// nounsTo is where the nouns end that begin at a word, with what belongs to them.
func (c *clausal) nounsTo(i, end int) int {
	nouns := 0
	for at := i; at < end; at++ {
		w := c.words[at]
		switch {
		case c.isQuotedName(at, i):
			nouns++
			at = c.passageAt(at).to - 1
		case nouns > 0 && c.afterBrackets(at, end) > at:
			at = c.afterBrackets(at, end) - 1
		case c.isQuoted(at), w.mark && !w.isMark("&"):
			return at
		case w.mark:
		case w.large && at > i && c.g.times.has(c.words[at-1]):
			return at
		case w.large || c.g.order["nouns-large"] && isAge(w):
			nouns++
		case nouns > 0 && !c.g.times.has(c.words[at-1]) && c.goesOn(at):
			return c.afterJoint(at, end)
		case nouns > 0 && particles[w.fold] && !c.isDeterminer(at) && at+1 < end && c.words[at+1].large && c.words[at-1].large:
		case c.endsPhrase(at):
			return at
		case c.g.order["nouns-large"]:
			if nouns > 0 || !c.leadsToNoun(at, end) {
				return at
			}
		case nouns > 1 && c.words[at-1].large:
			return at
		default:
			nouns++
		}
	}
	return end
}

// isQuotedName reports whether a quotation that begins at a word is a name: “die „Märkische Post“”.
func (c *clausal) isQuotedName(at, from int) bool {
	if !c.opens(at) || at == c.u.from || !c.isDeterminer(at-1) && at == from {
		return false
	}
	p := c.passageAt(at)
	const most = shortQuotation + 2
	return p.to-p.from <= most && p.to-p.from > 2 && c.words[at+1].large && c.words[p.to-2].large
}

// goesOn reports whether a word joins more to a noun: “und”, “von”, “des”.
func (c *clausal) goesOn(i int) bool {
	w := c.words[i]
	if c.g.genitives.has(w) && c.g.order["nouns-large"] {
		return i+1 < c.u.to && (!c.opens(i+1) || c.isQuotedName(i+1, i)) && !c.isHearerWord(c.words[i+1]) && !c.endsPerson(i)
	}
	return c.isCoordinate(i) || c.g.joins.has(w) && !c.tellsWhere(i)
}

// tellsWhere reports whether a word after the name of a person leads to where or when they act, and says no more of them: “sagte Anna
// Kessel | in einem Interview”.
func (c *clausal) tellsWhere(i int) bool {
	if !c.verbLast() || c.g.by.has(c.words[i]) || c.words[i].fold == "aus" {
		return false
	}
	isNew := i+1 < c.u.to && (c.g.indefinite.has(c.words[i+1]) || c.isOwner(i+1)) // “sagte die Ministerin | in einem Interview”
	return isNew || c.endsPerson(i)
}

// isAge reports whether a word is a noun that begins with digits: “47-Jährige”.
func isAge(w word) bool {
	before, after, joined := strings.Cut(w.text, "-")
	return joined && before != "" && before[0] >= '0' && before[0] <= '9' && after != "" && unicode.IsUpper(firstRune(after))
}

// afterJoint is where the nouns end that such a word joins to those before it; the word itself if none does.
func (c *clausal) afterJoint(at, end int) int {
	w := c.words[at]
	if c.isCoordinate(at) {
		next := c.phraseAt(at+1, end)
		if next == at+1 || !c.words[next-1].large && c.g.order["nouns-large"] || c.isPronoun(at+1) && next == at+2 {
			return at
		}
		return next
	}
	next := c.phraseAt(at+1, end)
	if c.g.genitives.has(w) {
		next = c.nounsTo(at+1, end)
	}
	if next == at+1 || c.g.joins.has(w) && c.isWhen(at+1, next) {
		return at
	}
	return next
}

// endsPerson reports whether the name of a person ends before a word.
func (c *clausal) endsPerson(i int) bool {
	all := c.mentionsBetween(max(i-mostOfName, 0), i)
	return len(all) > 0 && all[len(all)-1].end == i && all[len(all)-1].party.Kind == kindPerson
}

func (c *clausal) isCoordinate(i int) bool { return c.g.coordinates.has(c.words[i]) }

// mostAdjectives is how many words written small stand before a noun at most.
const mostAdjectives = 4

// leadsToNoun reports whether a word written small stands before a noun with nothing but such words between.
func (c *clausal) leadsToNoun(i, end int) bool {
	for at := i; at < min(end, i+mostAdjectives); at++ {
		w := c.words[at]
		if w.large || isAge(w) {
			return true
		}
		if w.mark || c.endsPhrase(at) || c.isDeterminer(at) {
			return false
		}
	}
	return false
}

// endsPhrase reports whether a word written small can belong to no noun.
func (c *clausal) endsPhrase(i int) bool {
	w := c.words[i]
	if w.large {
		return false
	}
	if c.g.prepositions.has(w) || c.isBeside(i) || c.isCoordinate(i) || c.g.auxiliaries.has(w) || c.g.passives.has(w) || c.g.modals.has(w) ||
		c.g.that.has(w) || c.g.subordinates.has(w) || c.g.hearsay.has(w) || c.g.he.has(w) || c.g.she.has(w) || c.g.questions.has(w) {
		return true
	}
	_, says := c.g.verbs[w.fold]
	return says && !(i > 0 && c.isDeterminer(i-1))
}

// isWhen reports whether words say when.
func (c *clausal) isWhen(from, to int) bool {
	for i := from; i < to; i++ {
		if c.g.times.has(c.words[i]) || isDigits(c.words[i]) && to-from == 1 {
			return true
		}
	}
	return false
}

// afterPhrases passes phrases that say where, when and how, and is where something else begins.
func (c *clausal) afterPhrases(i, end int) int {
	for i < end && !c.isQuoted(i) {
		switch w := c.words[i]; {
		case w.mark:
			return i
		case c.g.prepositions.has(w):
			next := c.phraseAt(i+1, end)
			if next == i+1 {
				return i
			}
			i = next
		case c.isBeside(i) && !w.large:
			i++
		default:
			next := c.phraseAt(i, end)
			if next == i || !c.isWhen(i, next) {
				return i
			}
			i = next
		}
	}
	return i
}

// subjectAt is the phrase of somebody who does something that begins at a word; empty if none does.
func (c *clausal) subjectAt(i, end int) span2 {
	if i < end && c.verbLast() && particles[c.words[i].fold] && c.g.prepositions.has(c.words[i]) { // “von Lühe sagte”
		if all := c.mentionsBetween(i, end); len(all) > 0 && all[0].party.Kind == kindPerson && (all[0].first == i ||
			all[0].first == i+1 && strings.HasSuffix(all[0].party.Name, " "+c.words[i].text+" "+c.words[i+1].text)) {
			return span2{i, all[0].end}
		}
	}
	if i >= end || c.isQuoted(i) || c.g.oblique.has(c.words[i]) || c.g.prepositions.has(c.words[i]) {
		return span2{i, i}
	}
	to := c.phraseAt(i, end)
	if to > i && c.isWhen(i, to) && !c.isNamed(i, to) {
		return span2{i, i}
	}
	return span2{i, to}
}

func (c *clausal) isNamed(from, to int) bool {
	_, ok := c.mentionIn(span2{from, to})
	return ok
}

// findSubjectOf finds who does what a verb says. ok is false if the words do not tell.
func (c *clausal) findSubjectOf(k int, t *told) bool {
	p := c.pieces[k]
	a := c.first(k)
	f := min(t.finite, t.at)
	if c.verbLast() {
		f = t.finite
		if a+1 == f && c.g.so.has(c.words[a]) { // “– so fasst Anna Kessel das zusammen”
			a = f
		}
	}
	t.verbFirst = c.afterBesides(a, f) == f
	switch {
	case t.passive && c.verbLast() && t.verb.lemma == "zitieren": // “wird Anna Kessel zitiert”
		t.passive = false
	case t.passive:
		return c.takeAgent(p, t)
	case c.isRelative(k) && c.isSubordinateVerb(p, t):
		return c.takeAntecedent(k, t)
	case c.isSubordinate(k) && c.g.order["verb-last"]:
		t.subject = c.subjectAt(c.afterBesides(a+1, f), f)
		return t.subject[0] < t.subject[1]
	}
	if t.subject = c.subjectBefore(a, f); t.subject[0] < t.subject[1] && !c.isDoneByPronoun(p, t) {
		return true
	}
	if f > p.span2[0] && c.isCoordinate(f-1) || t.verb.form == formIng {
		return c.shareCue(t) || c.shareSubject(k, f, t)
	}
	if next := max(t.at, t.finite) + 1; t.verbFirst && c.last != nil && k > 0 && c.last.at >= c.pieces[k-1].span2[0] && next < p.span2[1] &&
		c.isCoordinate(next) { // “…, forderte aber mehr Geld”
		return c.shareCue(t)
	}
	inverted := c.subjectAfter(p, t)
	isPronoun := inverted[0] < inverted[1] && c.isSomebody(inverted[0]) && c.verbLast() // “Forderungen, …, wies er zurück”
	if t.verbFirst && a == p.span2[0] && !isPronoun && c.isApposed(k) {
		t.subject = span2{c.pieces[k-2].span2[0], c.pieces[k-1].span2[1]}
		t.subject[0] = c.afterPhrases(t.subject[0], t.subject[1])
		t.verbFirst = false
		return t.subject[0] < t.subject[1]
	}
	if t.subject = inverted; t.subject[0] < t.subject[1] {
		t.inverted = true
		return true
	}
	return a > p.span2[0] && c.shareCue(t) || c.g.order["drops-subject"] && t.verbFirst && c.shareCue(t)
}

// isDoneByPronoun reports whether a pronoun for somebody stands right after a verb before which things stand: “Forderungen wies | sie
// zurück”.
func (c *clausal) isDoneByPronoun(p piece, t *told) bool {
	at := t.finite + 1
	return c.verbLast() && t.finite == t.at && at < p.span2[1] && !c.isQuoted(at) && c.isSomebody(at) && !c.g.determiners.has(c.words[at]) &&
		!c.isNamed(t.subject[0], t.subject[1]) && !c.isPronoun(t.subject[0])
}

// isSubordinateVerb reports whether a verb stands where that of a subordinate clause does.
func (c *clausal) isSubordinateVerb(p piece, t *told) bool {
	return !c.verbLast() || max(t.finite, t.at) >= p.span2[1]-1 || c.opens(max(t.finite, t.at)+1)
}

func (c *clausal) afterBesides(i, end int) int {
	for i < end && c.isBeside(i) && !c.isQuoted(i) {
		i++
	}
	return i
}

// subjectBefore is who does something, of the words of a clause before its verb.
func (c *clausal) subjectBefore(a, f int) span2 {
	isFirst := true
	for i := c.afterBesides(a, f); i < f; {
		if c.isQuoted(i) {
			return span2{f, f}
		}
		if c.g.back.has(c.words[i]) && i+1 == f {
			return span2{f, f}
		}
		if s := c.subjectAt(i, f); s[0] < s[1] && (isFirst || !c.verbLast()) {
			if c.afterPhrases(s[1], f) == f {
				return s
			}
			i = s[1]
			isFirst = false
			continue
		}
		next := c.afterPhrases(i, f)
		if next == i {
			next = max(c.phraseAt(i, f), i+1)
		}
		i, isFirst = next, false
	}
	return span2{f, f}
}

// subjectAfter is who does something, of the words after its verb.
func (c *clausal) subjectAfter(p piece, t *told) span2 {
	from, end := max(t.finite, t.at)+1, p.span2[1]
	if c.verbLast() && t.finite < t.at {
		from, end = t.finite+1, t.at
	}
	if t.particle >= from && t.particle < end {
		end = t.particle
	}
	for i := from; i < end && !c.isQuoted(i); {
		if s := c.subjectAt(i, end); s[0] < s[1] {
			return c.withApposition(s, p)
		}
		next := c.afterPhrases(i, end)
		if next == i {
			if next = c.phraseAt(i, end); next == i {
				break
			}
		}
		i = next
	}
	return span2{from, from}
}

// withApposition adds to somebody what the next piece says of them: “sagte Anna Kessel, die Ministerin”.
func (c *clausal) withApposition(s span2, p piece) span2 {
	if s[1] != p.span2[1] || c.g.order["nouns-large"] && !c.isNamed(s[0], s[1]) && !c.isDeterminer(s[0]) {
		return s
	}
	for k := range c.pieces {
		next := c.pieces[k]
		if next.span2[0] <= s[1] || next.quote || next.before != "," {
			continue
		}
		if next.span2[0] != s[1]+1 {
			break
		}
		last := k+1 == len(c.pieces) || !c.pieces[k+1].quote || strings.Contains(c.pieces[k+1].before, ":")
		if to := c.phraseAt(next.span2[0], next.span2[1]); to == next.span2[1] && last && !c.isPronoun(next.span2[0]) {
			s[1] = to
		}
		break
	}
	return s
}

// isApposed reports whether a piece goes on with somebody of whom the one before it tells: “Anna Kessel, die Ministerin, sagte”.
func (c *clausal) isApposed(k int) bool {
	if k < 2 || c.pieces[k-1].quote || c.pieces[k-2].quote {
		return false
	}
	isDashed := c.verbLast() && c.isDashed(k) && c.isDashed(k-1) // “Anna Kessel – seit 2020 Ministerin – sagte”
	if !isDashed && (c.pieces[k].before != "," || c.pieces[k-1].before != ",") {
		return false
	}
	inner, outer := c.pieces[k-1], c.pieces[k-2]
	from := c.afterPhrases(outer.span2[0], outer.span2[1])
	if s := c.subjectAt(from, outer.span2[1]); s[0] == s[1] || s[1] != outer.span2[1] {
		return false
	}
	isAge := isDigits(c.words[inner.span2[0]]) && inner.span2[1]-inner.span2[0] == 1
	return isDashed || isAge || c.isRelative(k-1) || c.phraseAt(inner.span2[0], inner.span2[1]) == inner.span2[1]
}

// takeAntecedent takes whom a clause is about: “ein Beamter, der sagte”.
func (c *clausal) takeAntecedent(k int, t *told) bool {
	a := c.pieces[k].span2[0]
	if k == 0 || !c.g.relatives.has(c.words[a]) || c.g.oblique.has(c.words[a]) {
		return false
	}
	before := c.pieces[k-1]
	for i := before.span2[0]; i < before.span2[1]; i++ {
		if to := c.phraseAt(i, before.span2[1]); to == before.span2[1] {
			t.subject, t.relative = span2{a, a + 1}, span2{i, to}
			if s := c.subjectAt(a+1, min(t.finite, t.at)); s[0] < s[1] {
				return false
			}
			return true
		}
	}
	return false
}

// takeAgent takes by whom something is said.
func (c *clausal) takeAgent(p piece, t *told) bool {
	for i := p.span2[0]; i < p.span2[1]; i++ {
		if c.isQuoted(i) || !c.g.by.has(c.words[i]) {
			continue
		}
		if to := c.phraseAt(i+1, p.span2[1]); to > i+1 && !c.isWhen(i+1, to) {
			t.subject = span2{i + 1, to}
			return true
		}
	}
	return false
}

// shareSubject takes the subject of a verb that says nothing: “Anna Kessel dankte den Helfern und bat um Geduld”.
func (c *clausal) shareSubject(k, f int, t *told) bool {
	if !c.verbLast() || k != c.sentenceStart(k) {
		return false
	}
	s := c.subjectAt(c.afterPhrases(c.first(k), f), f)
	if s[0] == s[1] || s[1] >= f || !c.isNamed(s[0], s[1]) && !slices.ContainsFunc(c.words[s[0]:s[1]], c.isPersonWord) {
		return false
	}
	t.subject = s
	return true
}

// mentionIn is the mention in a phrase that names whom it means: the first of a person, else one with which it begins.
func (c *clausal) mentionIn(s span2) (m mention, ok bool) {
	start := s[0]
	for start < s[1] && c.isDeterminer(start) {
		start++
	}
	all := c.mentionsBetween(s[0], s[1])
	if !c.verbLast() {
		return c.mentionNamed(all, start)
	}
	isServed := func(m mention) bool { // “der Präsident | Russlands”
		return m.party.Kind == kindState && m.first > start && c.isPersonWord(c.words[m.first-1])
	}
	all = slices.DeleteFunc(slices.Clone(all), func(m mention) bool { return m.end == m.first || c.isOwnerOf(m, s[1]) || isServed(m) })
	for _, m := range all {
		if m.party.Kind == kindPerson && m.rule != ruleKnown || m.party.Kind == kindPerson && !c.isOf(m.first, start) {
			return m, true
		}
	}
	if len(all) > 0 && (all[0].first <= start || !c.isOf(all[0].first, start)) {
		return all[0], true
	}
	return mention{}, false
}

// isOwnerOf reports whether a name is that of whose something is that stands right after it: “Kessels Sprecher”.
func (c *clausal) isOwnerOf(m mention, end int) bool {
	if m.end >= end || !c.words[m.end].large || c.words[m.end].mark {
		return false
	}
	name, owns := strings.CutSuffix(c.words[m.end-1].text, "s")
	return owns && strings.HasSuffix(m.party.Name, name)
}

// isOf reports whether a name stands in a phrase as that whose something is: “der Sprecher der Polizei”.
func (c *clausal) isOf(at, start int) bool {
	for i := at; i > start; i-- {
		w := c.words[i]
		if c.g.genitives.has(w) || c.g.prepositions.has(w) {
			return true
		}
	}
	return !c.g.order["nouns-large"] && at > start+1
}

// womanEnds reports whether a word is what a woman is called.
func (g *grammar) womanEnds(w word) bool {
	for end := range g.sheEnds {
		if strings.HasSuffix(w.fold, end) && len(w.fold) > len(end)+3 {
			return true
		}
	}
	return false
}
