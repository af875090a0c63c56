package suggest

import "strings"

// readFronted reads a verb before which what it says stands, as it may in languages of whose nouns the case tells what they are: “отставку
// она исключила”, “в МИД это отрицают”, “уходить она не намерена”, “подлинность письма подтвердил Одо Ленц”. It reports whether one is.
func (c *clausal) readFronted(k int, t *told) bool {
	p := c.pieces[k]
	isThing, isDeed := t.verb.takes&takesNoun != 0, t.verb.takes&takesTo != 0
	if !c.g.order["bare-nouns"] || !isThing && !isDeed && t.verb.takes&takesOf == 0 || t.passive || t.verb.form == formIng ||
		c.isAsTold(k) || c.isRelative(k) {
		return false
	}
	if c.readAboutFirst(k, t) {
		return true
	}
	from := c.afterAdverbials(c.first(k), t.group)
	if c.housesAt(c.first(k), t.group) > 0 {
		from = c.first(k)
	}
	if from >= t.group || c.opensWithoutWords(k) || c.hasAmong(c.g.relatives, from, t.group) || c.hasAmong(c.g.that, from, t.group) {
		return false
	}
	if c.isAtEnd(k, t) {
		if who, said := c.whoAndWhat(from, t, isThing, isDeed); said[0] < said[1] {
			return c.addFronted(t, who, said)
		}
		return false
	}
	who := span2{t.end, c.nominal(t.end, p.span2[1])}
	said := span2{from, c.nominal(from, t.group)}
	isOther := who[0] < who[1] && c.begins(c.first(k)) && c.canSpeak(who) && !c.isPronoun(who[0]) && c.isOneWhoSpeaks(who)
	if !isThing || !isOther || said[1] != t.group || c.g.hearers.has(c.words[from]) {
		return false
	}
	if c.canSpeak(said) || c.isNamed(said[0], said[1]) || c.g.back.has(c.words[from]) {
		return false
	}
	t.inverted = true
	return c.addFronted(t, c.withMore(who, p), said)
}

// readAboutFirst reads what is told of before a verb: “О планах построить мост | губернатор Одо Ленц объявил в среду”, “Про загрозу
// попередили рятувальники”.
func (c *clausal) readAboutFirst(k int, t *told) bool {
	first := c.first(k)
	w := c.words[first]
	if t.verb.takes&takesOf == 0 || !c.g.of.has(w) || !c.g.themes.has(w) || c.g.backs.endAt(c.words, first) > first || !c.isAtEndButWho(k) {
		return false
	}
	for at := first + 2; at < t.group; at++ {
		if c.nominal(at, t.group) == t.group && c.startsOnPerson(at, t.group) && c.canSpeak(span2{at, t.group}) {
			return c.addAbout(t, span2{at, t.group}, span2{first, at})
		}
	}
	who := c.subjectFrom(c.pieces[k], t)
	if who[0] < who[1] && c.canSpeak(who) && t.group > first+1 {
		t.inverted = true
		return c.addAbout(t, c.withMore(who, c.pieces[k]), span2{first, t.group})
	}
	return false
}

func (c *clausal) addAbout(t *told, who, said span2) bool {
	for at := said[0] + 1; at < said[1]; at++ {
		if c.afterTime(at, said[1]) == said[1] { // “о желании купить завод | в июле”
			said[1] = at
		}
	}
	if said = c.bared(said[0], said[1]); said[1]-said[0] < 2 {
		return false
	}
	before := len(c.found)
	c.addFronted(t, who, said)
	for i := range c.found[before:] {
		c.found[before+i].rule = ruleOf
	}
	return true
}

// isAtEndButWho reports whether nothing follows a verb that goes on with what it says.
func (c *clausal) isAtEndButWho(k int) bool {
	if k+1 >= len(c.pieces) {
		return true
	}
	next := c.pieces[k+1]
	return !next.quote && !strings.ContainsAny(next.before, ":—–") && !c.g.that.has(c.words[c.first(k+1)])
}

// isOneWhoSpeaks reports whether words are for one person: a name after what they are, or that alone.
func (c *clausal) isOneWhoSpeaks(s span2) bool {
	for _, m := range c.mentionsBetween(s[0], s[1]) {
		if m.party.Kind == kindPerson && m.end == s[1] {
			return true
		}
	}
	return false
}

// isAtEnd reports whether nothing follows a verb in its piece but when and where, and nothing after that goes on with what it says.
func (c *clausal) isAtEnd(k int, t *told) bool {
	p := c.pieces[k]
	if t.end < p.span2[1] && !c.isCoordinate(t.end) && c.afterAdverbials(t.end, p.span2[1]) < p.span2[1] {
		return false
	}
	if k+1 >= len(c.pieces) {
		return true
	}
	next := c.pieces[k+1]
	if next.quote || strings.ContainsAny(next.before, ":—–") {
		return false
	}
	first := c.words[c.first(k+1)]
	return !c.g.that.has(first) && !c.g.questions.has(first) && !c.g.relatives.has(first)
}

// housesAt is where the place is told of in which many speak with which words begin: “в | МИД”; 0 if they do not.
func (c *clausal) housesAt(from, end int) int {
	if from+1 < end && len(c.g.houses) > 0 && c.g.houses.has(c.words[from]) && !c.isTimeAt(from+1) {
		return from + 1
	}
	return 0
}

// whoAndWhat parts the words before a verb into who says something and what.
func (c *clausal) whoAndWhat(from int, t *told, isThing, isDeed bool) (who, said span2) {
	end := t.group
	if at := end - 1; at > from && c.isPronoun(at) && (c.g.he.has(c.words[at]) || c.g.she.has(c.words[at]) || c.g.they.has(c.words[at])) {
		return span2{at, at + 1}, c.beforeVerbOf(from, at, isThing, isDeed)
	}
	if at := c.housesAt(from, end); at > 0 && isMade(c.words[t.end-1], c.g.manyEnds) {
		if to := c.placeBefore(at, end, t); to > at && to < end {
			return span2{at, to}, c.beforeVerbOf(to, end, isThing, isDeed)
		}
		return who, said
	}
	if isDeed && c.isDeedAt(from) {
		return c.afterDeed(from, t)
	}
	if at := end - 1; isThing && at > from && c.g.it.has(c.words[at]) && c.g.standsFor.has(c.words[at]) && c.nominal(from, at) == at &&
		c.canSpeak(span2{from, at}) { // “собеседник издания | это | подтверждает”
		return span2{from, at}, span2{at, end}
	}
	return c.namedAndWhat(from, t, isThing, isDeed)
}

// namedAndWhat parts the words before a verb into a name, with what stands before it, and what somebody says.
func (c *clausal) namedAndWhat(from int, t *told, isThing, isDeed bool) (who, said span2) {
	end := t.group
	for _, m := range c.mentionsBetween(from, end) {
		if m.end >= end || c.nominal(from, m.end) != m.end || c.isQuoted(m.end) || m.party.Kind != kindPerson && m.first != from {
			continue
		}
		at := m.end
		if t.verb.takes&takesOf == 0 || !c.g.of.has(c.words[at]) { // “Одо Ленц | от комментариев | воздержался”
			at = c.afterAdverbials(m.end, end)
		}
		if s := c.beforeVerbOf(at, end, isThing && m.party.Kind == kindPerson, isDeed); s[0] < s[1] {
			return span2{from, m.end}, s
		}
	}
	return who, said
}

// placeBefore is where the words for a place end in which many speak, before what they say and the verb: “Минобороны Норвии | от
// комментариев”.
func (c *clausal) placeBefore(at, end int, t *told) int {
	to := c.placeEnd(at, end)
	for i := to; i > at && i < end && t.verb.takes&takesOf != 0; i++ {
		if c.g.of.has(c.words[i]) && c.nominal(at, i) == i {
			to = i
		}
	}
	return to
}

// afterDeed parts words before a verb that begin with a deed: “закрывать столовую | хозяйка Анна Дьячкова”, “коментувати лист | у
// відомстві”.
func (c *clausal) afterDeed(from int, t *told) (who, said span2) {
	end := t.group
	for at := from + 1; at < end; at++ {
		if i := c.housesAt(at, end); i > 0 && isMade(c.words[t.end-1], c.g.manyEnds) && c.placeEnd(i, end) == end {
			return span2{i, end}, span2{from, at}
		}
		if c.nominal(at, end) == end && c.canSpeak(span2{at, end}) && c.startsOnPerson(at, end) {
			return span2{at, end}, span2{from, at}
		}
	}
	return who, said
}

// placeEnd is where the words for a place end in which many speak: “«Гидрострое»”, “ведомстве”.
func (c *clausal) placeEnd(at, end int) int {
	if c.opens(at) {
		return min(c.passageAt(at).to, end)
	}
	to := 0
	for _, m := range c.mentionsBetween(at, end) {
		if m.first == at {
			at = m.end // “Минобороны | Болгарии”
			to = m.end
		}
	}
	if to > 0 {
		return to
	}
	if to = c.nominal(at, end); to == at {
		return to
	}
	return min(at+1, to) // “в ведомстве | этот разговор”
}

// startsOnPerson reports whether words begin with somebody: what they are, or their name.
func (c *clausal) startsOnPerson(at, end int) bool {
	if at >= end {
		return false
	}
	all := c.mentionsBetween(at, end)
	return c.isPersonNoun(at) || c.g.roles.has(c.words[at]) || len(all) > 0 && all[0].first == at && all[0].party.Kind == kindPerson
}

// beforeVerbOf are the words before a verb that tell what is said by it: a thing, or a deed.
func (c *clausal) beforeVerbOf(from, end int, isThing, isDeed bool) span2 {
	s := c.bared(from, end)
	for s[0] < s[1] && (c.g.hearers.has(c.words[s[0]]) || c.isBeside(s[0]) && !c.g.negations.has(c.words[s[0]])) {
		s[0]++
	}
	switch {
	case s[0] >= s[1]:
	case isDeed && c.isDeedAt(s[0]):
		return s
	case isDeed && c.isDeedAt(s[1]-1) && c.nominal(s[0], s[1]-1) >= s[1]-2: // “имени | не называть”
		return s
	case c.g.of.has(c.words[s[0]]) && c.nominal(s[0]+1, s[1]) == s[1] && s[0]+1 < s[1]: // “у відомстві | від коментарів | відмовилися”
		return s
	case isThing && (c.nominal(s[0], s[1]) == s[1] || s[1]-s[0] == 1 && c.isPronoun(s[0]) && c.g.it.has(c.words[s[0]])):
		return s
	}
	return span2{}
}

// isDeedAt reports whether an infinitive stands at a word, also as the first of a sentence.
func (c *clausal) isDeedAt(i int) bool {
	w := c.words[i]
	return c.isInfinitiveAt(i) || w.large && c.begins(i) && isMade(w, c.g.infinitiveEnds) && !c.g.notInfinitives.has(w) && !c.isNamed(i, i+1)
}

// addFronted adds what stands before its verb.
func (c *clausal) addFronted(t *told, who, said span2) bool {
	t.subject = who
	c.noteGender(t)
	last := t.cue
	c.last = &last
	c.cues = append(c.cues, last)
	rule := ruleNoun
	if c.isDeedAt(said[0]) || c.isDeedAt(said[1]-1) {
		rule = ruleTo
	}
	c.add(&t.cue, rule, said)
	return true
}
