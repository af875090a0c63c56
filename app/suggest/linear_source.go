package suggest

import (
	"strings"
)

// readSource reads “selon le ministre”, “по его словам” at a word, and where those end; the word itself if none begin there.
func (c *clausal) readSource(k, i int) int {
	p := c.pieces[k]
	t := accordingAt(i)
	if end := c.whoseEnd(i); end > i {
		t.end, t.subject = end, span2{i + 1, i + 2}
		if !c.isPronoun(i+1) && !c.isDeterminer(i+1) {
			t.subject = span2{end - 1, end}
		}
		c.addSource(k, i, end, &t)
		return end
	}
	if to := c.readSaidIn(k, i, &t); to > i {
		return to
	}
	end := c.g.according.endAt(c.words, i)
	if end == i && c.isView(k, i) {
		end = i + 1
	}
	if end == i || end >= p.span2[1] {
		return i
	}
	isWho := c.isDeterminer(end) && end+1 < p.span2[1] && c.isPersonNoun(end+1)  // “selon le | juge”
	if !isWho && (c.isVerbAt(end, p.span2[1]) || c.g.modals.has(c.words[end])) { // “según informó Radio Bruma”
		return i
	}
	to := c.nominal(end, p.span2[1])
	if to == end {
		to = c.sourceQuoted(end, p.span2[1])
	}
	if to == end {
		return i
	}
	to = c.beforeDeed(end, to)
	if next := k + 1; to < p.span2[1] && next < len(c.pieces) && c.pieces[next].before == "," && c.isLeading(k, i) &&
		c.afterAdverbials(to, p.span2[1]) == p.span2[1] { // “Según el alcalde | en funciones, …”
		to = p.span2[1]
	}
	t.end, t.subject = end, span2{end, to}
	if k+2 < len(c.pieces) || k > 0 { // “Selon le ministre, Odo Lenz, …”
		t.subject = c.withMore(t.subject, p)
	}
	before := len(c.found)
	if end = c.readCitedNext(k, &t); end > t.subject[1] {
		defer c.asCited(&t, before)
	}
	c.addSource(k, i, end, &t)
	return max(min(end, p.span2[1]), i+1)
}

// readSaidIn reads “…, говорится в докладе”, and “В докладе говорится, что …”, and where those end; the word itself if nothing is said so.
func (c *clausal) readSaidIn(k, i int, t *told) int {
	p := c.pieces[k]
	if end := c.g.itSays.endAt(c.words, i); end > i && i == p.span2[0] && k > 0 {
		if to := c.nominal(end, p.span2[1]); to > end {
			t.end, t.subject, t.verbFirst = end, span2{end, to}, true
			if rule, spans := c.aroundAside(k, to); len(spans) > 0 {
				c.add(&t.cue, rule, spans...)
			}
			return to
		}
	}
	if !c.g.saidThere.has(c.words[i]) || c.words[i].large {
		return i
	}
	where := c.first(k)
	if where == i && k >= 2 && c.pieces[k].before == "," && c.isInset(k-1) { // “У звіті, який має редакція, йдеться”
		where = c.first(k - 2)
	}
	if !c.g.prepositions.has(c.words[where]) || where >= i {
		return i
	}
	if end := c.g.backs.endAt(c.words, where); end > where {
		return c.readThisSaidIn(k, i, end, t)
	}
	to := c.nominal(where+1, i)
	if to == where+1 || c.isTimeAt(where+1) || where >= p.span2[0] && c.afterAdverbials(to, i) < i {
		return i
	}
	t.subject, t.verb.takes = span2{where + 1, to}, takesThat|takesOf
	if rule, s := c.opened(k, i+1, t); rule != "" {
		c.add(&t.cue, rule, s)
	} else if rule, spans := c.thing(k, i+1, t); rule != "" {
		c.add(&t.cue, rule, spans...)
	}
	return i + 1
}

// isView reports whether a sentence begins with in whose view something is: “Pour la sociologue Anne Lavoie, …”.
func (c *clausal) isView(k, i int) bool {
	p := c.pieces[k]
	isPronoun := i+2 == p.span2[1] && (c.isSomebody(i+1) || c.g.they.has(c.words[i+1])) // “Pour elle, …”
	if isPronoun && c.g.viewers.has(c.words[i]) && c.isLeading(k, i) && k+1 < len(c.pieces) && c.pieces[k+1].before == "," {
		return true
	}
	if !c.g.viewers.has(c.words[i]) || i != p.span2[0] || c.sentenceStart(k) != k || k+1 >= len(c.pieces) || c.pieces[k+1].before != "," {
		return false
	}
	to := c.nominal(i+1, p.span2[1])
	if to < p.span2[1] {
		return false
	}
	to = c.withMore(span2{i + 1, to}, p)[1]
	if c.isDeterminer(i+1) && !c.isIndefinite(i+1) && to > i+2 && c.isPersonNoun(i+2) && c.pieces[k+1].quote { // “Para la fiscal, «…»”
		return true
	}
	all := c.mentionsBetween(i+1, to)
	return len(all) > 0 && all[len(all)-1].party.Kind == kindPerson && all[len(all)-1].end == to
}

// isLeading reports whether a sentence begins with a word.
func (c *clausal) isLeading(k, i int) bool {
	return c.g.order["determiners-open"] && i == c.first(k) && c.sentenceStart(k) == k
}

func (c *clausal) sourceQuoted(at, end int) int {
	if c.opens(at) && c.passageAt(at).to <= end && c.passageAt(at).to-at <= mostOfMarked {
		return c.passageAt(at).to
	}
	return at
}

// addSource adds what somebody says of whom words from one to another tell.
func (c *clausal) addSource(k, from, to int, t *told) {
	for k+1 < len(c.pieces) && c.pieces[k+1].span2[0] < to {
		k++
	}
	p, start := c.pieces[k], c.sentenceStart(k)
	var spans []span2
	begin, isRelative := c.relativeOf(k, from)
	if !isRelative {
		begin = c.first(start)
	}
	if before := c.bared(begin, from); before[0] < from && (before[1]-before[0] >= 2 || isRelative || c.isAside(k, from, to)) &&
		c.afterAdverbials(before[0], before[1]) < before[1] {
		spans = append(spans, before)
	}
	switch next := k + 1; {
	case to < p.span2[1]:
		s := c.saidFrom(k, to)
		if isRelative {
			s = c.bared(to, p.span2[1])
		}
		if s[1]-s[0] > 2 && len(spans) == 0 || isRelative && s[0] < s[1] {
			spans = append(spans, s)
		}
	case next < len(c.pieces) && !strings.ContainsAny(c.pieces[next].before, stops+";") &&
		(len(spans) == 0 || len(spans) > 0 && c.pieces[next].before == "," && c.isAside(k, from, to)):
		s := c.saidFrom(next, c.pieces[next].span2[0])
		switch {
		case isRelative:
			s = c.bared(c.pieces[next].span2[0], c.pieces[next].span2[1])
		case len(spans) > 0:
			s = c.saidAround(next)
		}
		if s[1]-s[0] >= 2 {
			spans = append(spans, s)
		}
	}
	c.addSourced(t, spans)
}

// isAside reports whether words from one to another stand between commas.
func (c *clausal) isAside(k, from, to int) bool {
	p, start := c.pieces[k], c.sentenceStart(k)
	if from != p.span2[0] || to != p.span2[1] || p.before != "," || k+1 >= len(c.pieces) {
		return false
	}
	isBegun := start < k && c.nominal(c.first(start), from-1) == from-1 // “Румунія, за даними трьох дипломатів, пропонує”
	// “aurait, selon lui, | renoncé”
	isOpen := from-2 >= 0 && (c.g.auxiliaries.has(c.words[from-2]) || c.g.hearsay.has(c.words[from-2]))
	return isBegun || isOpen || !c.speaks(k+1)
}

// readThisSaidIn reads “Об этом говорится в докладе”, of the sentence before, and where that ends; the word itself if nothing is said so.
// at is where the words for that sentence end.
func (c *clausal) readThisSaidIn(k, i, at int, t *told) int {
	p := c.pieces[k]
	if c.afterAdverbials(at, i) < i || i+2 >= p.span2[1] || !c.g.prepositions.has(c.words[i+1]) {
		return i
	}
	to := c.nominal(i+2, p.span2[1])
	if to == i+2 || c.isTimeAt(i+2) {
		return i
	}
	t.at, t.end, t.subject, t.verb.takes = i, i+1, span2{i + 2, to}, takesThat
	if s := c.toldOf(k, t); s[0] < s[1] {
		c.add(&t.cue, ruleClauseAfter, s)
	}
	return to
}

// whoseEnd is where words end that begin at one and say according to whose words something is: “по его словам”, “за її власним прогнозом”;
// the word itself if none do.
func (c *clausal) whoseEnd(i int) int {
	const most = 4
	if end := c.g.whose.endAt(c.words, i); end > i || !c.g.order["bare-nouns"] || i+2 >= len(c.words) {
		return end
	}
	if next := c.words[i+1]; !c.g.hisWords.has(next) && !c.g.herWords.has(next) {
		return i
	}
	for at := i + 2; at < min(len(c.words), i+most); at++ {
		for _, parts := range c.g.according[c.words[i].fold] {
			if len(parts) == 2 && parts[1] == c.words[at].fold {
				return at + 1
			}
		}
		if !c.isAdjective(at) {
			break
		}
	}
	return i
}

// addSourced adds what somebody says according to whom it is. Of them a verb alone may tell then: “Según ella, es tarde. «No»,
// | añadió”.
func (c *clausal) addSourced(t *told, spans []span2) {
	if len(spans) == 0 {
		return
	}
	c.add(&t.cue, ruleAccordingTo, spans...)
	if c.g.order["drops-subject"] && c.g.order["determiners-open"] && c.canSpeak(t.subject) { // and no “según su versión”
		c.cues = append(c.cues, t.cue)
	}
}
