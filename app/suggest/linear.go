package suggest

import (
	"slices"
	"strings"

	"standpoint/store/text"
)

// Languages whose verbs stand where they are in English, though nothing tells the parts of speech: French, Spanish, Ukrainian, Russian.
// The pieces of a sentence are as those of other clauses; who says what is told by the order of the words in them.

// readLinear finds who says what in a unit of such a language.
func (c *clausal) readLinear() {
	first := len(c.found)
	if pending := c.pending; pending != nil {
		c.pending = nil
		if c.opens(c.u.from) {
			c.add(pending, ruleQuoteAfter, span2{c.u.from, c.passageAt(c.u.from).to})
		}
	}
	if c.readDialogue() {
		return
	}
	c.noteBegin()
	c.readInserted()
	for k := range c.pieces {
		if !c.pieces[k].quote && !c.readUnknownAfter(k) {
			c.readWords(k, first)
		}
	}
	c.readAfterColon(first)
	c.readHeadline(first)
}

// noteBegin remembers the person without a name of whom a sentence tells: “Официант стоит на своём. Он …” It is nobody else then.
func (c *clausal) noteBegin() {
	if len(c.pieces) == 0 || c.pieces[0].quote {
		return
	}
	k := c.beginOf()
	p := c.pieces[k]
	from := c.afterAdverbials(c.first(k), p.span2[1])
	to := c.nominal(from, p.span2[1])
	if from >= to || c.isNamed(from, to) || c.isPronoun(from) && !c.isDeterminer(from) {
		return
	}
	if more := c.withMore(span2{from, to}, p); more[1] > to && c.isNamed(to, more[1]) {
		return // “El ministro, Odo Lenz, …”
	}
	if next := k + 1; next < len(c.pieces) && c.g.order["determiners-open"] && c.isOneWhoSpeaks(c.pieces[next].span2) {
		return // “El titular del juzgado número 3, Odo Lenz, …”
	}
	at := from
	for at < to && c.isDeterminer(at) {
		at++
	}
	if at == to || at == from && c.g.order["determiners-open"] {
		return
	}
	head, _ := c.headAndOf(at, to)
	if who := c.genderDescribed(from, head); who != genderUnknown && c.isPersonNoun(head) {
		c.noteDescribed(seen{at: from, party: c.partyOf(span2{from, to}), speaks: true, who: who})
	}
}

// beginOf is the piece with which a sentence begins, or the next if that says where or when alone: “À Brume, | un conseiller nuance”.
func (c *clausal) beginOf() int {
	p := c.pieces[0]
	isWhere := c.g.order["determiners-open"] && len(c.pieces) > 1 && !c.pieces[1].quote && c.pieces[1].before == ","
	if isWhere && c.afterAdverbials(c.first(0), p.span2[1]) == p.span2[1] {
		return 1
	}
	return 0
}

// readWords finds who says what by the words of a piece. first is the first finding of the unit.
func (c *clausal) readWords(k, first int) {
	p := c.pieces[k]
	for i := p.span2[0]; i < p.span2[1]; i++ {
		if c.isQuoted(i) {
			i = c.passageAt(i).to - 1
			continue
		}
		if c.words[i].mark {
			continue
		}
		if to := c.readSource(k, i); to > i {
			i = to - 1
			continue
		}
		said, stands := false, false
		for _, v := range c.verbsAt(i) {
			if v.stance != "" && stands || v.stance == "" && said {
				continue
			}
			t, ok := c.verbAs(k, i, v)
			switch {
			case !ok:
			case v.stance != "":
				stands = c.standBy(k, &t)
			default:
				fronted := t
				said = c.readFronted(k, &fronted) || c.sayBy(k, &t, first)
			}
		}
	}
}

// verbsAt are the verbs of saying that a word can be: where accents tell one form from another, only those that are written so.
func (c *clausal) verbsAt(i int) []verb {
	fold := c.words[i].fold
	if c.g.accented[fold] {
		fold = text.Fold(fold)
	}
	all := c.g.verbs[fold]
	if len(all) == 0 || !c.g.order["accents-tell"] {
		return all
	}
	written := strings.ToLower(c.words[i].text)
	isOther := func(v verb) bool { return v.written != written }
	if !slices.ContainsFunc(all, isOther) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), isOther)
}

// verbAs reads a word as a form of a verb of saying.
func (c *clausal) verbAs(k, i int, v verb) (t told, ok bool) {
	p := c.pieces[k]
	if c.words[i].large && i > c.sentenceFrom(c.u, i) && !c.begins(i) && i != p.span2[0] {
		return t, false
	}
	t = told{cue: cue{verb: v, at: i, end: i + 1, group: i}, finite: i, particle: -1}
	if v.particle != "" {
		parts := strings.Split(v.particle, "_")
		if i+1+len(parts) > p.span2[1] || !startsWith(c.words[i+1:], parts) {
			return t, false
		}
		t.end += len(parts)
	}
	if !c.findFinite(p, &t) || c.leadsOn(p, i) {
		return t, false
	}
	if t.finite == i && i > p.span2[0] && c.g.reflexive.has(c.words[i-1]) {
		t.cue.at--
	}
	isSelf := c.isReflexive(p, t.finite)
	if t.led { // “s'est borné à | dire”, “ha tenido que | quejarse”
		isSelf = c.isReflexive(p, i)
	}
	if isSelf != (v.takes&takesSelf != 0) { // “se dice que” says nobody
		return t, false
	}
	t.passive = v.form == formParticiple && t.finite < i && !c.isReflexive(p, t.finite) &&
		(c.g.passives.has(c.words[t.finite]) || c.g.order["determiners-open"] && c.hasAmong(c.g.passives, t.finite, i))
	if t.group = c.beforeVerb(p, t.finite); v.form == formBase && !t.led { // “et le maire | de conclure”
		t.group = i - 1
	}
	if v.takes&takesBe != 0 && t.group > p.span2[0] && c.g.passives.has(c.words[t.group-1]) && !c.isQuoted(t.group-1) {
		t.group = c.beforeVerb(p, t.group-1)
	}
	t.negated = c.hasAmong(c.g.negations, t.group, i)
	if t.led && c.hasAmong(c.g.leadingNot, t.finite, i) {
		return t, t.negated
	}
	if v.takes&takesNot != 0 {
		for t.cue.at > t.group && c.g.negations.has(c.words[t.cue.at-1]) {
			t.cue.at--
		}
		t.finite = min(t.finite, t.cue.at)
		return t, t.negated
	}
	return t, !t.negated
}

// findFinite finds the word that says who does what a form of a verb tells.
func (c *clausal) findFinite(p piece, t *told) bool {
	i := t.at
	switch t.verb.form {
	case formBase, formIng:
		at := c.leadingAt(p, i)
		if at < 0 {
			return t.verb.form == formIng || c.isToldOn(p, i)
		}
		t.led, t.finite, t.group = true, at, at
	case formParticiple:
		if t.finite = c.auxiliaryBefore(p, i); t.finite < 0 {
			return false
		}
		t.group = t.finite
	case formThird:
		return !c.isNoun(p, i)
	case formPast:
	}
	return true
}

// isToldOn reports whether an infinitive tells what somebody says next, before a colon and a quotation: “Et le maire | de conclure :
// « … »”.
func (c *clausal) isToldOn(p piece, i int) bool {
	if !c.g.order["elides"] || i-1 <= p.span2[0] || i+2 >= c.u.to || c.isQuoted(i) || !c.g.coordinates.has(c.words[p.span2[0]]) {
		return false
	}
	return c.g.infinitives.has(c.words[i-1]) && c.words[i+1].isMark(":") && c.opens(i+2)
}

// auxiliaryBefore is the auxiliary of a participle: the word itself if it shares that of the verb before it, -1 if it has none.
func (c *clausal) auxiliaryBefore(p piece, i int) int {
	at := i - 1
	for at >= p.span2[0] && !c.isQuoted(at) && (c.isBeside(at) || c.isPronoun(at) && at > p.span2[0] || c.g.passives.has(c.words[at]) &&
		at > p.span2[0] && (c.g.auxiliaries.has(c.words[at-1]) || c.isBeside(at-1))) {
		at--
	}
	switch {
	case at < p.span2[0] || c.isQuoted(at):
		return -1
	case c.g.auxiliaries.has(c.words[at]) || c.g.passives.has(c.words[at]):
		return at
	case c.isCoordinate(at) && at == i-1 && c.last != nil && c.last.verb.form == formParticiple:
		return i
	}
	return -1
}

// isReflexive reports whether a verb that stands with a participle has “se” before it: what it tells was done by its subject.
func (c *clausal) isReflexive(p piece, i int) bool {
	return i > p.span2[0] && c.g.reflexive.has(c.words[i-1])
}

// isNoun reports whether a form that may be a noun too stands as one: after a determiner or a preposition.
func (c *clausal) isNoun(p piece, i int) bool {
	if i == p.span2[0] {
		return false
	}
	before := c.words[i-1]
	isLatter := c.latterAt(i-1, i) == i && i+1 < len(c.words) && (c.g.that.has(c.words[i+1]) || c.opens(i+1)) // “Esta | responde que”
	switch {
	case isLatter, c.isQuoted(i-1) || before.mark:
		return false
	case c.g.clitics.has(before) && i-1 > p.span2[0] && c.isPronoun(i-2), c.g.clitics.has(before) && !c.isDeterminer(i-1):
		return false
	case c.g.clitics.has(before) && i-1 == p.span2[0] && strings.HasPrefix(p.before, ","):
		return false
	}
	return c.isDeterminer(i-1) && !c.isPronoun(i-1) || c.g.prepositions.has(before)
}

// beforeVerb is where the small words begin that go with a verb: “ne l'”, “se”, “также”.
func (c *clausal) beforeVerb(p piece, at int) int {
	for at > p.span2[0] && !c.isQuoted(at-1) && (c.isBeside(at-1) || c.g.clitics.has(c.words[at-1]) || c.g.reflexive.has(c.words[at-1])) {
		at--
	}
	return at
}

// isMade reports whether a word ends as words of a kind do.
func isMade(w word, ends words) bool {
	for end := range ends {
		if strings.HasSuffix(w.fold, end) {
			return true
		}
	}
	return false
}
