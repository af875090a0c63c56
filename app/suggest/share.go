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
		if passed != nil && passed.subject == before.subject || c.isDoneBySeveral(t) && c.isOnePerson(before.subject) {
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

// isOnePerson reports whether a phrase names or means one person.
func (c *clausal) isOnePerson(s span2) bool {
	if s[0] >= s[1] {
		return false
	}
	if c.isSomebody(s[0]) && s[1]-s[0] == 1 {
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
		if t.subject = c.personAtBegin(prev); t.subject[0] < t.subject[1] {
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
		isSubject := m.end <= to && !c.isOf(m.first, from) || m.first == to+1 && c.mark(to, ",")
		if m.party.Kind == kindPerson && isSubject {
			return span2{from, m.end}
		}
	}
	head := from
	for head < to && c.isDeterminer(head) {
		head++
	}
	if head < to && c.isPersonNoun(head) && (head > from || !c.g.order["determiners-open"]) { // “El camarero calla. Cuenta que …”
		return span2{from, to}
	}
	return span2{}
}

// toldBeforeColon takes the person of whom the sentence tells before a colon behind which a verb stands.
func (c *clausal) toldBeforeColon(k int, t *told) bool {
	if !strings.Contains(c.pieces[c.sentenceStart(k)].before, ":") {
		return false
	}
	t.subject = c.personAtBegin(c.u)
	return t.subject[0] < t.subject[1] && t.subject[1] <= c.pieces[c.sentenceStart(k)].span2[0]
}
