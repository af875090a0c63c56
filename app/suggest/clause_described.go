package suggest

import (
	"slices"
	"strings"
)

// description is a phrase that tells of somebody without their name: “der Chef der Liberalen Union”, “die 47-Jährige”.
type description struct {
	at   int    // its first word
	head string // folded: “chef”
	of   string // folded, the last word of whose that is: “union”; "" for nobody's
	who  gender
	more []word // the adjectives: “der russische Präsident”
}

// describedBy is whom “der Minister” or “das Ministerium” means: the last of whom that was said.
func (c *clausal) describedBy(s span2) Party {
	at := s[0]
	for at < s[1] && c.isDeterminer(at) {
		at++
	}
	if at == s[0] && s[1]-s[0] == 1 {
		return c.calledBy(at)
	}
	if at == s[0] || at >= s[1] {
		return Party{}
	}
	for i := at + 1; i < s[1]; i++ {
		if c.words[i].isMark(",") { // “die 47-Jährige, die hier wohnt”
			s[1] = i
		}
	}
	d := description{at: s[0], head: c.words[s[1]-1].fold}
	for i := at + 1; i < s[1]; i++ {
		if (c.words[i-1].large || isAge(c.words[i-1])) && !c.words[i].large {
			d.head, d.of = c.words[i-1].fold, c.words[s[1]-1].fold
			break
		}
	}
	if last := s[1] - 1; d.of == "" && last > at && c.words[last-1].large && c.isStateNamed(c.words[last:s[1]]) { // “der Präsident Russlands”
		d.head, d.of = c.words[last-1].fold, c.words[last].fold
	}
	for i := at; i < s[1] && !c.words[i].large && !c.words[i].mark; i++ {
		d.more = append(d.more, c.words[i])
	}
	const mostDescribed = 3
	if d.of == "" && s[1]-at > mostDescribed {
		return Party{}
	}
	d.who = c.genderOfPhrase(s[0], d.head)
	if p := c.inRoleOf(d); !p.IsZero() || d.of != "" || c.isOwner(s[0]) {
		return p
	}
	if p := c.onSameSide(d.at, d.head, d.who); !p.IsZero() {
		return p
	}
	return c.lastSuch(d)
}

// genderOfPhrase tells from a noun and its article how somebody is spoken of.
func (c *clausal) genderOfPhrase(first int, head string) gender {
	w := c.words[first]
	isOblique := c.g.oblique.has(w)
	switch {
	case c.g.womanEnds(word{fold: head}):
		return genderShe
	case c.g.sheArticles.has(w) && !strings.HasSuffix(head, "en"):
		return genderShe
	case c.g.heArticles.has(w) && !(c.g.genitives.has(w) && strings.HasSuffix(head, "en")), isOblique && !c.g.sheArticles.has(w):
		return genderHe
	}
	return genderUnknown
}

// isWho reports whether somebody may be spoken of so.
func (d description) isWho(s seen) bool {
	return d.who == genderUnknown || s.who == genderUnknown || d.who == s.who
}

// inRoleOf is the last of whom the text has said what a description says.
func (c *clausal) inRoleOf(d description) Party { return c.lastOrNext(d.at, d.means, d.more) }

// means reports whether the text has said of somebody what a description says.
func (d description) means(of seen) bool {
	const leastOfEnd = 4
	if of.party.Name == "" || of.party.Kind == kindPerson && !d.isWho(of) || d.of != "" && !strings.Contains(of.role, d.of) {
		return false
	}
	bare := strings.TrimSuffix(d.head, "s") // “des Ministers”
	party, _, isOfParty := strings.Cut(d.head, "-")
	for w := range strings.FieldsSeq(of.role) {
		isEnded := w == d.head || w == bare || w == d.head+"en" || w == d.head+"n" // “den Präsidenten”
		if isEnded || len(d.head) > leastOfEnd && strings.HasSuffix(w, d.head) || isOfParty && w == party {
			return true
		}
	}
	return of.party.Kind == kindOrganisation && len(d.head) >= leastOfEnd &&
		slices.ContainsFunc(wordsIn(of.party.Name), func(w word) bool { return strings.HasSuffix(w.fold, d.head) })
}

// mostSuchBack is in how many sentences before a description of somebody the one is looked for whom it means by nothing but that.
const mostSuchBack = 3

// lastSuch is whom a description means that says nothing of which the text has told: “die 47-Jährige”, “der Konzern”. It is the last of
// whom the text speaks so.
func (c *clausal) lastSuch(d description) Party {
	isPerson := !c.g.bodies[d.head] && c.isPersonWord(word{fold: d.head, large: true}) || strings.Contains(d.head, "jahrige")
	isFirm := c.g.firms[d.head]
	if !isPerson && !isFirm || isPerson && d.who == genderUnknown {
		return Party{}
	}
	fits := func(s seen) bool {
		if isFirm {
			return s.party.Kind == kindOrganisation
		}
		return s.party.Kind == kindPerson && !c.isOnOtherSide(d.head, s)
	}
	back := mostSuchBack
	if strings.Contains(d.head, "jahrige") {
		back = mostUnitsBack
	}
	all := unit{to: len(c.words)}
	from, to := c.sentenceFrom(all, d.at), d.at
	for range back {
		here := c.seenBetween(from, to)
		for _, want := range []struct {
			who    gender
			speaks bool
		}{{d.who, true}, {d.who, false}, {genderUnknown, true}, {genderUnknown, false}} {
			if i := slices.IndexFunc(here, func(s seen) bool {
				return fits(s) && (isFirm || s.who == want.who) && (s.speaks || !want.speaks)
			}); i >= 0 {
				return here[i].party
			}
		}
		if from == 0 {
			break
		}
		to, from = from, c.sentenceFrom(all, from-1)
	}
	return Party{}
}
