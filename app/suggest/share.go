package suggest

import (
	"slices"
	"strings"
)

// mostToldBefore is how many sentences back somebody is looked for of whom a paragraph tells.
const mostToldBefore = 3

// mostSpeakersBack is among how many verbs before one that is looked for by whose subject it may be done.
const mostSpeakersBack = 4

// shareCue takes the subject of the verb before.
func (c *clausal) shareCue(t *told) bool {
	t.shared = true
	switch {
	case c.last != nil && c.isDoneBySeveral(t) && c.isOnePerson(c.last.subject) && !c.verbLast():
		return false // “Он сказал, что ему приказали …”
	case c.last != nil:
		t.subject, t.relative = c.last.subject, c.last.relative
	case c.g.order["drops-subject"] && c.isToldBefore(t):
	case c.g.order["drops-subject"]:
		c.takeSpeakerBefore(t, nil)
	}
	return t.subject[0] < t.subject[1]
}

// takeSpeakerBefore takes the last who spoke, of whom a form of a verb may tell: “сказала” of no man. It is nobody whose verb is passed.
func (c *clausal) takeSpeakerBefore(t *told, passed *cue) {
	who := c.genderOfDoer(&t.cue)
	for i := len(c.cues) - 1; i >= max(0, len(c.cues)-mostSpeakersBack); i-- {
		before := c.cues[i]
		isOther := c.isDoneBySeveral(t) && c.isOnePerson(before.subject) || c.isDoneByOne(t, before.subject)
		if isOther || passed != nil && passed.subject == before.subject {
			continue
		}
		if is := c.genderOfPhraseIn(before.subject); who == genderUnknown || is == genderUnknown || is == who {
			t.subject, t.relative = before.subject, before.relative
			return
		}
	}
}

// isDoneBySeveral reports whether a form of a verb tells that several do it: “приказали”.
func (c *clausal) isDoneBySeveral(t *told) bool {
	return len(c.g.manyEnds) > 0 && t.verb.form != formParticiple && t.verb.form != formIng && isMade(c.words[t.end-1], c.g.manyEnds)
}

// isDoneByOne reports whether a form of a verb tells that one does it, though words are for several: “Los vecinos … | Dijo”.
func (c *clausal) isDoneByOne(t *told, s span2) bool {
	if !c.g.order["drops-subject"] || !c.g.order["determiners-open"] || s[0] >= s[1] {
		return false
	}
	return c.areSeveral(s) && !isMade(c.words[t.finite], c.g.manyEnds)
}

// areSeveral reports whether words that begin with an article or a pronoun are for several, or two are joined by one.
func (c *clausal) areSeveral(s span2) bool {
	if s[0] >= s[1] {
		return false
	}
	isMany := c.isDeterminer(s[0]) || c.g.they.has(c.words[s[0]])
	return isMany && strings.HasSuffix(c.words[s[0]].fold, "s") || s[1]-s[0] > 2 && c.hasAmong(c.g.coordinates, s[0]+1, s[1]-1) &&
		c.words[s[0]].large && c.words[s[1]-1].large
}

// isOnePerson reports whether a phrase names or means one person.
func (c *clausal) isOnePerson(s span2) bool {
	if s[0] >= s[1] {
		return false
	}
	if c.isSomebody(s[0]) && s[1]-s[0] == 1 {
		return true
	}
	if head := s[0] + 1; c.g.order["personal-a"] && s[1] > head && (c.g.heArticles.has(c.words[s[0]]) || c.g.sheArticles.has(c.words[s[0]])) &&
		(c.isPersonNoun(head) || c.g.women.has(c.words[head]) || c.g.men.has(c.words[head])) { // “la reina”
		return true
	}
	all := c.mentionsBetween(s[0], s[1])
	return len(all) == 1 && all[0].party.Kind == kindPerson && all[0].end == s[1]
}

// genderOfPhraseIn is how the text speaks of whom a phrase names or describes.
func (c *clausal) genderOfPhraseIn(s span2) gender {
	if s[0] >= s[1] {
		return genderUnknown
	}
	if m, ok := c.mentionIn(s); ok {
		if i, there := slices.BinarySearchFunc(c.seen, m.first, func(s seen, at int) int { return s.at - at }); there {
			return c.seen[i].who
		}
		return genderUnknown
	}
	switch w := c.words[s[0]]; {
	case c.g.he.has(w):
		return genderHe
	case c.g.she.has(w):
		return genderShe
	}
	if i, there := slices.BinarySearchFunc(c.seen, s[0], func(s seen, at int) int { return s.at - at }); there {
		return c.seen[i].who
	}
	return genderUnknown
}

// isToldBefore takes the person of whom the sentences before tell, if nobody says anything in these: “El alcalde, Odo Lenz, confía en
// ello. Dijo que …”.
func (c *clausal) isToldBefore(t *told) bool {
	who := c.genderOfDoer(&t.cue)
	for n := c.n - 1; n >= max(0, c.n-mostToldBefore) && c.units[n].line == c.u.line; n-- {
		prev := c.units[n]
		if last := len(c.cues) - 1; last >= 0 && c.cues[last].at >= prev.from || c.isQuoted(prev.from) {
			return false
		}
		if t.subject = c.personAtBegin(prev); t.subject[0] < t.subject[1] && !c.isDoneByOne(t, t.subject) {
			is := c.genderOfPhraseIn(t.subject)
			return who == genderUnknown || is == genderUnknown || is == who
		}
	}
	return false
}

// personAtBegin is the person of whom a sentence tells, with what stands before the name.
func (c *clausal) personAtBegin(u unit) span2 {
	from := c.afterAdverbials(u.from, u.to)
	if from > u.from && c.mark(from, ",") {
		from++
	}
	for from < u.to && from > u.from && !c.isQuoted(from) && (c.g.passives.has(c.words[from]) || c.g.auxiliaries.has(c.words[from])) {
		from++ // “Entre ellos está Odo Lenz”
	}
	to := c.nominal(from, u.to)
	for _, m := range c.mentionsBetween(from, min(u.to, to+mostOfRole)) {
		isSubject := m.end <= to && !c.isOf(m.first, from) || m.first == to+1 && c.mark(to, ",") || c.isTitledAt(m, from, to)
		if m.party.Kind == kindPerson && isSubject {
			return span2{from, m.end}
		}
	}
	head := from
	for head < to && c.isDeterminer(head) {
		head++
	}
	isOne := c.isPersonNoun(head) || c.g.order["determiners-open"] && c.g.roles.has(c.words[head]) && !c.g.hisWords.has(c.words[from])
	if head < to && isOne && (head > from || !c.g.order["determiners-open"]) { // “El camarero calla. Cuenta que …”
		return span2{from, to}
	}
	return span2{}
}

// isTitledAt reports whether words are for the person with whose name they end, and what that is stands before it: “la intendenta Marta
// Quiroga”.
func (c *clausal) isTitledAt(m mention, from, to int) bool {
	named, ok := c.mentionIn(span2{from, to})
	return c.g.order["determiners-open"] && ok && m.end == to && named.first == m.first
}

// toldBeforeColon takes the person of whom the sentence tells before a colon behind which a verb stands.
func (c *clausal) toldBeforeColon(k int, t *told) bool {
	if !strings.Contains(c.pieces[c.sentenceStart(k)].before, ":") {
		return false
	}
	t.subject = c.personAtBegin(c.u)
	return t.subject[0] < t.subject[1] && t.subject[1] <= c.pieces[c.sentenceStart(k)].span2[0]
}
