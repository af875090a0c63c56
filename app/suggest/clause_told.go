package suggest

import (
	"slices"
	"strings"

	"standpoint/store"
)

// readAddressee finds to whom something is said, in the clause of its verb.
func (c *clausal) readAddressee(k int, t *told) {
	p := c.pieces[k]
	from := max(t.at, t.finite) + 1
	if t.subject[0] >= from {
		from = t.subject[1]
	}
	if s := c.toldRightAfter(p, t, from); s[0] < s[1] {
		t.to = s
		return
	}
	for i := from; i < min(p.span2[1], from+farthestThat) && !c.isQuoted(i); i++ {
		at := i
		isWhom := c.isDative(i) && (i == from || c.isBeside(i-1) || i == t.at+1 || c.verbLast() && i == c.afterPhrases(from, p.span2[1]))
		if c.g.to.has(c.words[i]) {
			at++
		} else if !isWhom {
			continue
		}
		if to := c.phraseAt(at, p.span2[1]); to > at && c.isHearer(at, to) {
			t.to = span2{at, to}
			return
		}
	}
}

// toldRightAfter is whom a verb has right after it, and after who does it, that tells to whom it is: “warf der Opposition vor”.
func (c *clausal) toldRightAfter(p piece, t *told, from int) span2 {
	if !c.verbLast() || t.verb.takes&takesTold == 0 {
		return span2{}
	}
	if t.finite < t.at { // “hat die Länder aufgefordert”
		from = t.finite + 1
		if t.subject[0] >= from {
			from = t.subject[1]
		}
	}
	from = c.afterBesides(from, p.span2[1])
	if from >= p.span2[1] || c.isQuoted(from) || c.g.prepositions.has(c.words[from]) {
		return span2{}
	}
	to := c.phraseAt(from, p.span2[1])
	if to == from || c.isWhen(from, to) {
		return span2{}
	}
	isThing := t.verb.takes&takesNoun != 0 && !c.isDative(from) && !c.isNamed(from, to)
	if isThing || to == from+1 && c.g.it.has(c.words[from]) {
		return span2{}
	}
	return span2{from, to}
}

// isDative reports whether a word may stand before whom something is said to: “der Zeitung”.
func (c *clausal) isDative(i int) bool {
	w := c.words[i]
	return (c.g.oblique.has(w) || c.g.genitives.has(w)) && !c.g.prepositions.has(w)
}

// isHearer reports whether a phrase can be somebody to whom things are said.
func (c *clausal) isHearer(from, to int) bool {
	if c.isQuoted(to - 1) {
		return true // the name of a paper
	}
	if all := c.mentionsBetween(from, to); len(all) > 0 && all[0].party.Kind != kindState {
		return true
	}
	return slices.ContainsFunc(c.words[from:to], c.isHearerWord)
}

// isHearerWord reports whether a word is one for those to whom things are said: “Nachrichtenagentur”.
func (c *clausal) isHearerWord(w word) bool {
	if c.g.hearers.has(w) {
		return true
	}
	for end := range c.g.hearerEnds {
		if strings.HasSuffix(w.fold, end) {
			return true
		}
	}
	return false
}

// readStance reads who stands where by a verb.
func (c *clausal) readStance(k int, t *told) {
	if t.passive || c.isSubordinate(k) || !c.findSubjectOf(k, t) {
		return
	}
	object := c.objectOf(k, t)
	if object[0] == object[1] {
		if rule, s := c.contentAfterVerb(k, t); rule == ruleThat || rule == ruleTo {
			object = s
		}
	}
	s := standing{verb: span2{t.at, t.end}, words: span2{t.at, t.end}, stand: Stand{Stance: t.verb.stance}}
	s.stand.Verb = c.spanOfWords(s.verb)
	if s.stand.Holders = c.partiesOf(t.subject); len(s.stand.Holders) == 0 || object[0] == object[1] {
		return
	}
	if len(s.stand.Holders) == 1 {
		c.noteSubject(t.subject, s.stand.Holders[0])
	}
	if (c.verbLast() || c.g.order["drops-subject"]) && !t.shared {
		c.cues = append(c.cues, t.cue)
	}
	s.words = span2{min(t.at, t.subject[0], object[0]), max(t.end, t.subject[1], object[1])}
	if t.shared {
		s.words[0] = min(t.at, object[0])
	}
	if t.particle >= 0 {
		s.words[1] = max(s.words[1], t.particle+1)
	}
	s.stand.Target.Span = c.spanOfWords(object)
	c.stands = append(c.stands, s)
}

// add adds a statement.
func (c *clausal) add(of *cue, rule string, spans ...span2) {
	f := finding{spans: spans, unit: c.n, rule: rule, verb: of.verb, shared: of.shared, passive: of.passive}
	f.said.Act, f.said.Cue = of.verb.act, c.spanOfWords(span2{of.at, of.end})
	who := of.subject
	if of.relative[0] < of.relative[1] {
		who = of.relative
	}
	c.doer = c.genderOfDoer(of)
	if f.said.Speakers = c.partiesOf(who); len(f.said.Speakers) == 0 {
		return
	}
	if c.g.order["bare-nouns"] && len(f.said.Speakers) == 1 && f.said.Speakers[0].Name == "" {
		c.noteSurname(who)
	}
	f.pronoun = who[1]-who[0] == 1 && c.isPronoun(who[0])
	if f.pronoun && c.verbLast() && c.g.they.has(c.words[who[0]]) && c.isDoneByMany(of) {
		f.said.Speakers[0].Name, f.said.Speakers[0].Kind, f.said.Speakers[0].Actor = "", "", store.ID{}
	}
	c.doer = genderUnknown
	f.said.Addressees = c.partiesOf(of.to)
	f.said.On = c.dayOf(of, spans)
	if len(f.said.Speakers) == 1 {
		c.noteSubject(who, f.said.Speakers[0])
	}
	if c.g.order["determiners-open"] {
		f.subject = who
	}
	if rule == ruleQuoteBefore {
		f.spans = append(c.openBefore(spans[0]), spans...)
	}
	c.found = append(c.found, f)
	for _, s := range f.spans {
		c.claim(s, len(c.found))
	}
}

// isDoneByMany reports whether a verb has the form for several: “sie sagten”.
func (c *clausal) isDoneByMany(of *cue) bool {
	form := of.verb.form
	return (form == formThird || form == formPast || form == formBase) && of.at < len(c.words) && strings.HasSuffix(c.words[of.at].fold, "n")
}

// dayOf is the day on which something was said, by the words around its verb.
func (c *clausal) dayOf(of *cue, spans []span2) Moment {
	spans = slices.Clip(spans)
	from, to := of.at, of.at+1
	inSaid := func(i int) bool {
		return slices.ContainsFunc(append(spans, of.subject), func(s span2) bool { return s[0] <= i && i < s[1] })
	}
	for from > c.u.from && from > of.at-farthestThat && !inSaid(from-1) && !c.isQuoted(from-1) && !c.mark(from-1, pieceMarks) {
		from--
	}
	for to < c.u.to && to < of.at+farthestThat && !c.isQuoted(to) && !c.mark(to, pieceMarks) &&
		!slices.ContainsFunc(spans, func(s span2) bool { return s[0] <= to && to < s[1] }) {
		to++
	}
	m := c.momentIn(c.words[from:to])
	if m.IsZero() && of.subject[1] < of.at && of.subject[0] > c.u.from {
		from = of.subject[0]
		for from > c.u.from && from > of.at-farthestThat && !inSaid(from-1) && !c.isQuoted(from-1) && !c.mark(from-1, pieceMarks) {
			from--
		}
		m = c.momentIn(c.words[from:of.subject[0]])
	}
	if m.IsZero() || m.Date.Precision() < store.PrecisionDay || c.isAhead(m) {
		return Moment{}
	}
	return m
}
