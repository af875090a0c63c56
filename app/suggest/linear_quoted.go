package suggest

import (
	"slices"
	"strings"

	"standpoint/store"
)

// readInserted reads who says what within the marks of a quotation: «Мы открыты, — сказал он. — Приходите».
func (c *clausal) readInserted() {
	for i := c.u.from; i < c.u.to; i++ {
		if !c.isQuoted(i) {
			continue
		}
		p := c.passageAt(i)
		if p.from == i && p.to <= c.u.to && p.to-p.from > leastWithin {
			inner := span2{p.from + 1, p.to - 1}
			if p.open {
				inner[1] = p.to
			}
			c.readAsides(inner, span2{p.from, p.to})
		}
		i = p.to - 1
	}
}

// readDialogue reads a paragraph that begins with a dash: “— Так, — сказала она. — Завтра.” It reports whether the unit belongs to one.
func (c *clausal) readDialogue() bool {
	line := c.units[c.n].line
	isFirst := c.n == 0 || c.units[c.n-1].line != line
	if !isFirst {
		return c.dialogue == line+1
	}
	end := c.endOfLine(c.n)
	if !c.mark(c.u.from, "—–-") || c.u.from+1 >= end {
		return false
	}
	all := span2{c.u.from + 1, end}
	first := len(c.found)
	if !c.readAsides(all, all) {
		return false
	}
	for i := first; i < len(c.found); i++ {
		c.found[i].said.Quotation = store.QuotationDirect
	}
	c.dialogue = line + 1
	return true
}

// readAsides reads who says what stands around them in words that are all said. whole are these words with their marks.
func (c *clausal) readAsides(said, whole span2) bool {
	inner := *c.sayer
	frame := *c.frame
	frame.in = frame.unquoted
	if frame.in == nil {
		frame.in = make([]int32, len(c.words))
		c.frame.unquoted = frame.in
	}
	inner.frame = &frame
	in := &clausal{sayer: &inner, n: c.n, u: unit{from: said[0], to: said[1], line: c.u.line}}
	in.cut()
	var all []aside
	from := whole[0]
	for k := 1; k < len(in.pieces); k++ {
		t, ok := in.asideAt(k)
		if !ok {
			continue
		}
		end := in.pieces[k-1].span2[1]
		for end < in.pieces[k].span2[0] && in.words[end].isMark(stops) {
			end++
		}
		one := aside{who: t}
		if end > from {
			one.spans = append(one.spans, span2{from, end})
		}
		all = append(all, one)
		from = max(in.pieces[k].span2[1], t.subject[1])
		for k+1 < len(in.pieces) && in.pieces[k+1].span2[0] < from {
			k++
		}
		after := from
		for from < whole[1] && in.words[from].isMark(".,;:—–-") {
			from++
		}
		if said == whole && after < from && in.words[after].isMark(stops) && !slices.ContainsFunc(in.words[after:from], isDash) {
			from = whole[1] // “— Так, — сказала она. Двери закрыли.”
		}
	}
	if len(all) == 0 {
		return false
	}
	if last := &all[len(all)-1]; from < whole[1] && !(whole[1]-from == 1 && in.words[from].mark) {
		last.spans = append(last.spans, span2{from, whole[1]})
	}
	for i := range all {
		if one := &all[i]; len(one.spans) > 0 {
			c.noteGender(&one.who)
			c.cues = append(c.cues, one.who.cue)
			c.add(&one.who.cue, ruleQuoteBefore, one.spans...)
			c.claim(whole, len(c.found))
			in.nameAside(c, one.who.subject)
		}
	}
	return true
}

// nameAside finds whom a description means that stands within a quotation, for the finding that was added last: “, dit l'intéressé,”.
func (c *clausal) nameAside(outer *clausal, subject span2) {
	f := &outer.found[len(outer.found)-1]
	if len(f.said.Speakers) != 1 || f.said.Speakers[0].Name != "" {
		return
	}
	c.memory = outer.memory
	if all := c.partiesOf(subject); len(all) == 1 && all[0].Name != "" {
		f.said.Speakers = all
		outer.noteSubject(subject, all[0])
	}
}

func isDash(w word) bool { return w.isMark("—–-") }

// aside is who says what within words that are all said.
type aside struct {
	who   told
	spans []span2
}

// asideAt reads a piece that says who speaks, and nothing more: “— сказал он”, “, dit-elle”.
func (c *clausal) asideAt(k int) (t told, ok bool) {
	p := c.pieces[k]
	isDashed := strings.ContainsAny(p.before, "—–-")
	if !isDashed && p.before != "," || isDashed && len(p.before) == len("-") && c.g.order["dash-after-comma"] {
		return t, false
	}
	if t, ok = c.unknownAt(k); ok && isDashed {
		return t, true
	}
	if t, ok = c.toldAt(k); ok {
		return t, true
	}
	for i := p.span2[0]; i < min(p.span2[1], p.span2[0]+mostOfAside); i++ {
		for _, v := range c.verbsAt(i) {
			if v.stance != "" || v.takes&takesQuote == 0 || v.takes&isWeak != 0 {
				continue
			}
			if t, isSo, ok := c.asideBy(k, i, v, isDashed); isSo {
				return t, ok
			}
		}
	}
	return t, false
}

// asideBy reads a verb of a piece that says who speaks. isSo is false if it is none of such a piece.
func (c *clausal) asideBy(k, i int, v verb, isDashed bool) (t told, isSo, ok bool) {
	p := c.pieces[k]
	t, ok = c.verbAs(k, i, v)
	if !ok || c.afterAdverbials(c.first(k), t.group) < t.group {
		return t, false, false
	}
	t.subject = c.subjectFrom(p, &t)
	if t.subject[0] == t.subject[1] {
		return t, false, false
	}
	t.inverted, t.verbFirst = true, true
	isPronoun := c.isPronoun(t.subject[0])
	if !isDashed && !isPronoun && !c.canSpeak(t.subject) && !c.isSomebodyThere(p, &t) {
		return t, false, false
	}
	t.subject = c.withMore(t.subject, p)
	isEnd := t.subject[1] >= p.span2[1] || isPronoun && c.afterAdverbials(t.subject[1], p.span2[1]) >= p.span2[1]
	return t, true, isDashed || isEnd
}

// isSomebodyThere reports whether a noun after a participle with which a piece ends is somebody, whatever that is: “, a dit | le marchand”.
func (c *clausal) isSomebodyThere(p piece, t *told) bool {
	s := t.subject
	return c.g.order["determiners-open"] && t.finite < t.at && s[1] == p.span2[1] && s[1]-s[0] == 2 && c.isDeterminer(s[0]) &&
		!c.isIndefinite(s[0]) && !c.words[s[0]+1].large && t.verb.takes&takesNoun == 0
}

// readUnknownAfter takes a word right after a quotation for a verb of saying, if somebody follows it, though it is none that is known:
// “«Рано», — зітхає Одо Ленц”.
func (c *clausal) readUnknownAfter(k int) bool {
	p := c.pieces[k]
	if k == 0 || !c.pieces[k-1].quote || p.before != "," && !c.isDashed(k) {
		return false
	}
	if i := p.span2[0]; c.g.quoting.has(c.words[i]) {
		t := told{cue: cue{verb: verb{act: store.ActSays, takes: takesQuote}, at: i, end: i + 1, group: i}, finite: i, particle: -1}
		if c.quotesNamed(k, &t) {
			return true
		}
	}
	t, ok := c.unknownAt(k)
	if !ok && !c.isVerbAt(min(p.span2[0]+2, p.span2[1]), p.span2[1]) {
		t, ok = c.toldAt(k)
	}
	if ok && !c.quotesThem(k, &t) {
		last := t.cue
		c.last = &last
		c.cues = append(c.cues, last)
		c.add(&t.cue, ruleQuoteBefore, append([]span2{c.pieces[k-1].span2}, c.quotedOn(k)...)...)
	}
	return ok
}

// unknownAt reads a piece that begins with a word that may be a verb, and goes on with somebody who can speak.
func (c *clausal) unknownAt(k int) (t told, ok bool) {
	p := c.pieces[k]
	i := p.span2[0]
	for i+1 < p.span2[1] && (c.isBeside(i) || c.g.reflexive.has(c.words[i])) {
		i++
	}
	if c.isDoneAt(i+1) && c.g.auxiliaries.has(c.words[i]) { // “, | a | fulminé le maire”
		i++
	}
	if i+1 >= p.span2[1] || !c.mayBeVerb(i) {
		return t, false
	}
	t = told{cue: cue{verb: verb{act: store.ActSays, takes: takesQuote}, at: i, end: i + 1, group: i}, finite: i, particle: -1}
	t.subject = span2{i + 1, c.nominal(i+1, p.span2[1])}
	if at := c.afterObject(i+1, p.span2[1]); at > i+1 && !c.g.quoting.has(c.words[i]) {
		t.subject = span2{at, c.nominal(at, p.span2[1])}
	}
	if crowd := c.crowdAfter(k, &t); crowd[0] < crowd[1] {
		t.subject, t.inverted, t.verbFirst = crowd, true, true
		return t, true
	}
	if t.subject[0] == t.subject[1] || !c.canSpeak(t.subject) || c.g.it.has(c.words[i+1]) && !c.isIndefinite(i+1) {
		return t, false
	}
	t.inverted, t.verbFirst = true, true
	t.subject = c.withMore(t.subject, p)
	return t, true
}

// isDoneAt reports whether a word is written as participles are: “fulminé”, “protestado”.
func (c *clausal) isDoneAt(i int) bool {
	if !c.g.order["determiners-open"] || i >= c.u.to || c.words[i].mark || c.words[i].large || c.isQuoted(i) {
		return false
	}
	const least = 3
	written := strings.ToLower(c.words[i].text)
	return slices.ContainsFunc([]string{"é", "i", "u", "ado", "ido"}, func(end string) bool {
		return strings.HasSuffix(written, end) && len(written) > len(end)+least
	})
}

// afterObject is where somebody begins who does what a verb says to something that stands between: “разводит | руками | пенсионерка”,
// “вторит | ей | сосед”; the word itself if nothing does.
func (c *clausal) afterObject(i, end int) int {
	const mostOfObject = 2
	if !c.g.order["bare-nouns"] || c.startsOnPerson(i, end) {
		return i
	}
	for at := i + 1; at < min(end, i+1+mostOfObject); at++ {
		if w := c.words[at-1]; w.mark || w.large || c.isQuoted(at-1) || c.g.prepositions.has(w) || c.isCoordinate(at-1) {
			return i
		}
		if c.startsOnPerson(at, end) {
			return at
		}
	}
	return i
}

// toldAt reads a piece that is nothing but an auxiliary, a pronoun and what somebody did by speaking so, whatever that is: “, a-t-il
// fulminé,”.
func (c *clausal) toldAt(k int) (t told, ok bool) {
	p := c.pieces[k]
	i := p.span2[0]
	if i+2 >= p.span2[1] || !c.g.auxiliaries.has(c.words[i]) || !c.isPronoun(i+1) || !c.isSomebody(i+1) && !c.g.they.has(c.words[i+1]) {
		return t, false
	}
	if w := c.words[i+2]; w.mark || w.large || c.afterAdverbials(i+3, p.span2[1]) < p.span2[1] {
		return t, false
	}
	t = told{cue: cue{verb: verb{act: store.ActSays, takes: takesQuote}, at: i + 2, end: i + 3, group: i}, finite: i, particle: -1}
	t.subject, t.inverted, t.verbFirst = span2{i + 1, i + 2}, true, true
	return t, true
}

// mayBeVerb reports whether a word that is no verb of saying that is known may be a verb: none of the small words, and made as one where
// that can be told.
func (c *clausal) mayBeVerb(i int) bool {
	w := c.words[i]
	if w.mark || w.large || c.isQuoted(i) || c.saysAt(i) || !c.isVerbOfSaying(i) && c.endsNominal(i, i) || c.isDeterminer(i) ||
		c.isPersonNoun(i) ||
		c.g.roles.has(w) || c.g.asTold.has(w) || c.g.according.endAt(c.words, i) > i || c.g.joins.has(w) {
		return false
	}
	if c.g.order["determiners-open"] {
		return true
	}
	return isMade(w, c.g.verbEnds) || isMade(w, c.g.sheDoes) || isMade(w, c.g.heDoes) || isMade(w, c.g.manyEnds)
}

// saysAt reports whether a word is a verb of saying, and not only one that says where somebody stands: “proteste”.
func (c *clausal) saysAt(i int) bool {
	isOpen := c.g.order["determiners-open"]
	return c.isVerbOfSaying(i) && (!isOpen || slices.ContainsFunc(c.verbsAt(i), func(v verb) bool { return v.stance == "" }))
}

// mostOfAside is how many words such a piece has before its verb at most.
const mostOfAside = 4

// readAfterColon reads a quotation after a colon that nobody has said yet: “Son voisin est furieux : « … »” first is the first finding
// of the unit.
func (c *clausal) readAfterColon(first int) {
	for k := 1; k < len(c.pieces); k++ {
		p := c.pieces[k]
		if !p.quote || p.before != ":" || c.claimed[c.in[p.span2[0]]-1] != 0 || p.span2[1]-p.span2[0] <= shortQuotation {
			continue
		}
		t := told{cue: cue{verb: verb{act: store.ActSays, takes: takesQuote}}, particle: -1}
		for i := len(c.found) - 1; i >= first; i-- {
			f := &c.found[i]
			if tail := f.spans[len(f.spans)-1]; tail[1] <= p.span2[0] && len(f.said.Speakers) > 0 {
				on := finding{spans: []span2{p.span2}, unit: c.n, rule: ruleQuoteOn, verb: t.verb}
				on.said = Said{Act: store.ActSays, Speakers: f.said.Speakers, On: f.said.On}
				c.found = append(c.found, on)
				c.claim(p.span2, len(c.found))
				return
			}
		}
		start := c.sentenceStart(k - 1)
		for start+1 < k && (c.isInset(start) || c.afterAdverbials(c.first(start), c.pieces[start].span2[1]) == c.pieces[start].span2[1]) {
			start++ // “Preguntado por ello, Odo Lenz fue tajante: …”
		}
		a := c.afterAdverbials(c.first(start), c.pieces[start].span2[1])
		to := c.nominal(a, c.pieces[start].span2[1])
		if to == c.pieces[start].span2[1] && start+1 < k && c.g.order["determiners-open"] { // “El director, Luis Perrín, está preocupado: …”
			if named := c.withMore(span2{a, to}, c.pieces[start]); c.isNamed(to, named[1]) {
				to = named[1]
			}
		}
		if t.subject = c.personIn(a, to); t.subject[0] == t.subject[1] || c.opensWithoutWords(start) {
			continue
		}
		c.addWithoutVerb(ruleQuoteAfter, p.span2, t.subject)
		return
	}
}

// opensWithoutWords reports whether a piece is opened by what belongs to another clause.
func (c *clausal) opensWithoutWords(k int) bool {
	w := c.words[c.first(k)]
	return c.g.subordinates.has(w) || c.g.that.has(w)
}

// personIn is somebody with whose words a stretch begins; nothing if it begins with something else.
func (c *clausal) personIn(from, to int) span2 {
	if from >= to {
		return span2{}
	}
	if c.isPronoun(from) && !c.isDeterminer(from) && (c.g.he.has(c.words[from]) || c.g.she.has(c.words[from])) {
		return span2{from, from + 1}
	}
	for _, m := range c.mentionsBetween(from, to) {
		if m.party.Kind == kindPerson {
			return span2{from, m.end}
		}
	}
	at := from
	for at < to && c.isDeterminer(at) {
		at++
	}
	if head, _ := c.headAndOf(at, max(to, at+1)); at < to && c.isPersonNoun(head) && (at > from || !c.g.order["determiners-open"]) {
		if head+1 < to && !c.g.joins.has(c.words[head+1]) && !c.words[head+1].large {
			to = head + 1 // “Su mujer | asiente”
		}
		return span2{from, to}
	}
	return span2{}
}

// addWithoutVerb adds what somebody says without a verb that tells so.
func (c *clausal) addWithoutVerb(rule string, said, who span2) {
	f := finding{spans: []span2{said}, unit: c.n, rule: rule, verb: verb{act: store.ActSays, takes: takesQuote}}
	f.said = Said{Act: store.ActSays, Speakers: c.partiesOf(who)}
	if who[1]-who[0] == 1 && f.said.Speakers[0].Name == "" {
		f.said.Speakers[0] = c.calledSo(f.said.Speakers[0], c.surname(c.words[who[0]]))
	}
	c.found = append(c.found, f)
	c.claim(said, len(c.found))
	if len(f.said.Speakers) == 1 {
		c.noteSpeaker(who[0], f.said.Speakers[0])
	}
}

// mostOfHeadline is how many words the line has at most that a headline is.
const mostOfHeadline = 24

// readHeadline reads a line such as “Ministre : la taxe disparaît”: who says it, a colon, and what.
func (c *clausal) readHeadline(first int) {
	last := c.u.to - 1
	if len(c.found) > first || len(c.pieces) < 2 || c.u.to-c.u.from > mostOfHeadline || c.mark(last, ".!…") ||
		c.n > 0 && c.units[c.n-1].line == c.u.line || c.n+1 < len(c.units) && c.units[c.n+1].line == c.u.line {
		return
	}
	head := c.pieces[0]
	var said span2
	who := head.span2
	switch tail := c.pieces[len(c.pieces)-1]; {
	case c.pieces[1].before == ":" && head.quote && head.span2[1]-head.span2[0] > shortQuotation:
		to := c.nominal(c.pieces[1].span2[0], c.pieces[1].span2[1])
		if said, who = head.span2, (span2{c.pieces[1].span2[0], to}); to == who[0] || !c.canSpeak(who) || c.isPronoun(who[0]) {
			return
		}
		c.addWithoutVerb(ruleColon, said, who)
		return
	case c.pieces[1].before == ":" && !head.quote:
		said = c.bared(c.pieces[1].span2[0], c.u.to)
	case strings.ContainsAny(tail.before, "—–") && !tail.quote && c.isSourceOfHeadline(tail.span2):
		said, who = c.bared(head.span2[0], c.pieces[len(c.pieces)-2].span2[1]), tail.span2
	default:
		return
	}
	if c.isSourceOfHeadline(who) && said[1]-said[0] >= leastOfBare {
		c.addWithoutVerb(ruleColon, said, who)
	}
}

// isSourceOfHeadline reports whether words are nothing but somebody who can speak.
func (c *clausal) isSourceOfHeadline(s span2) bool {
	if s[1]-s[0] > mostOfRole || c.nominal(s[0], s[1]) != s[1] || c.isPronoun(s[0]) {
		return false
	}
	all := c.mentionsBetween(s[0], s[1])
	if len(all) > 0 && all[len(all)-1].end == s[1] && all[len(all)-1].party.Kind == kindPerson {
		return true
	}
	for at := s[0]; at < s[1]; at++ {
		if c.g.roles.has(c.words[at]) {
			return true
		}
		if !c.isDeterminer(at) {
			break
		}
	}
	return s[1]-s[0] == 1 && (c.words[s[0]].upper || c.words[s[0]].large && !c.surname(c.words[s[0]]).IsZero())
}

// surname is the first person of a text who has a word as the last of their name.
func (c *clausal) surname(w word) Party {
	for _, m := range c.whom {
		if m.party.Kind == kindPerson && m.end-m.first > 1 && c.isSameWord(c.words[m.end-1].fold, w.fold) {
			return m.party
		}
	}
	return Party{}
}
