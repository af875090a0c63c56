package suggest

import (
	"slices"
	"strings"
)

// Whom French and Spanish articles call by what they are to another, or of several: “son homologue vélien”, “el velio”, “la première”.

// counterpartOf is whom “son homologue vélien” or “su homólogo” means: the last of whom the text has told that they are of that state, or
// the other of the two of whom it tells. isOne tells that a phrase is such.
func (c *clausal) counterpartOf(s span2, head int) (p Party, isOne bool) {
	if !c.g.order["determiners-open"] || !c.g.colleagues.has(c.words[head]) || !c.g.hisWords.has(c.words[s[0]]) {
		return p, false
	}
	if of := c.moreOf(s[0], head, span2{s[1], s[1]}); len(of) > 0 {
		is := func(seen seen) bool {
			return seen.party.Kind == kindPerson && seen.party.Name != "" && hasAlike(seen.role, of)
		}
		return c.lastOrNext(s[0], is, nil), true
	}
	one := c.meant(s[0])
	for _, other := range c.lastTwo(s[0]) {
		if one.Name != "" && other.party.Name != one.Name {
			p = other.party
		}
	}
	return p, true
}

// mostBackToTwo is in how many sentences before a word the one is looked for that tells of two persons.
const mostBackToTwo = 3

// lastTwo are the two persons of whom the nearest sentence before a word tells that tells of more than one; none if there are more.
func (c *clausal) lastTwo(at int) []seen {
	all := unit{to: len(c.words)}
	to := c.sentenceFrom(all, at)
	for range mostBackToTwo {
		if to == 0 {
			break
		}
		from := c.sentenceFrom(all, to-1)
		var two []seen
		for _, s := range c.seenBetween(from, to) {
			isSame := func(other seen) bool { return other.party.Name == s.party.Name }
			if s.party.Kind == kindPerson && s.party.Name != "" && !c.isQuoted(s.at) && !slices.ContainsFunc(two, isSame) {
				two = append(two, s)
			}
		}
		if len(two) > 2 {
			break
		}
		if len(two) == 2 {
			return two
		}
		to = from
	}
	return nil
}

// ofTwoAt is where words end that mean the first or the second of two who were told of, “le premier” and not “le premier ministre”, and
// which of them; the word itself if there are none.
func (c *clausal) ofTwoAt(i, end int) (to, which int) {
	if i+1 >= min(end, len(c.words)) || c.isQuoted(i) || c.words[i].mark || c.words[i+1].large {
		return i, 0
	}
	if to = c.g.former.endAt(c.words, i); to == i {
		to, which = c.g.second.endAt(c.words, i), 1
	}
	if to == i || to > end || to >= len(c.words) {
		return i, 0
	}
	w := c.words[to]
	isOpen := w.mark || c.g.auxiliaries.has(w) || c.g.modals.has(w) || c.g.negations.has(w) || c.g.clitics.has(w) && !c.isDeterminer(to) ||
		c.g.besides.has(w) || c.isVerbOfSaying(to) || c.g.isVerbEnd(w)
	if !isOpen {
		return i, 0
	}
	return to, which
}

// ofTwo is whom such words mean: nobody if the text has not told of two, or they are no words for the one.
func (c *clausal) ofTwo(at, which int) Party {
	two := c.lastTwo(at)
	if len(two) == 0 {
		return Party{}
	}
	if s := two[which]; s.who == genderUnknown || s.who == c.genderOfLatter(at) {
		return s.party
	}
	return Party{}
}

// asNational is whom “le Vélien” or “el popular” means: the last of whom the text has told with that adjective, as of “el diputado
// popular”.
func (c *clausal) asNational(first, head, end int) Party {
	w := c.words[head]
	isOne := head+1 == end && first+1 == head && !c.isIndefinite(first) && !c.g.hisWords.has(c.words[first])
	if !c.g.order["determiners-open"] || !isOne || w.mark || c.isPersonNoun(head) || c.g.roles.has(w) || c.g.firms.has(w) {
		return Party{}
	}
	who := c.genderDescribed(first, head)
	return c.lastOrNext(first, func(s seen) bool {
		isWho := who == genderUnknown || s.who == genderUnknown || s.who == who
		return s.party.Kind == kindPerson && s.party.Name != "" && isWho && c.isCalledAlso(s.role, w)
	}, nil)
}

// isCalledAlso reports whether the words that say what somebody is have an adjective: “président | vélien”.
func (c *clausal) isCalledAlso(role string, adjective word) bool {
	isPerson, isOf := false, false
	for w := range strings.FieldsSeq(role) {
		if isPerson && !isOf && !c.g.persons[w] && !c.g.roles[w] && hasAlike(w, []word{adjective}) {
			return true
		}
		isOf = c.g.joins[w] || isOf && c.g.determiners[w]
		isPerson = isPerson || c.g.persons[w] || c.g.roles[w]
	}
	return false
}

// leadingOf is whom “la dirigeante d'Horizon” means, by a noun that any of its leading persons may have: the last person of whom the text
// has told that they are something of that.
func (c *clausal) leadingOf(first, head int, of span2) Party {
	if !c.g.figures.has(c.words[head]) || of[0] == of[1] || c.isOfAny(of) || c.isNewHere(first, head) {
		return Party{}
	}
	who := c.genderDescribed(first, head)
	return c.lastOrNext(first, func(s seen) bool {
		isWho := who == genderUnknown || s.who == genderUnknown || s.who == who
		return s.party.Kind == kindPerson && s.party.Name != "" && isWho && strings.Contains(s.role, " ") && c.isOfSame(s.role, of)
	}, nil)
}

// begunBefore is with whose name a sentence begins that goes on behind a semicolon or a colon, if a pronoun after that fits: “Le ministère
// est d'accord ; | il | a promis”.
func (c *clausal) begunBefore(at int, fits func(seen) bool) Party {
	if !c.g.order["determiners-open"] || c.isQuoted(at) {
		return Party{}
	}
	from := c.sentenceFrom(unit{to: len(c.words)}, at)
	isThem := c.g.themes.has(c.words[from]) && c.mark(at-1, ",") // “Quant à la compagnie Brise, | elle | a indiqué”
	isParted := slices.ContainsFunc(c.words[from:at], func(w word) bool { return w.isMark(";:") })
	for _, s := range c.seenBetween(from, at) {
		if !isThem && (s.at > from+1 || !isParted) {
			break
		}
		if s.party.Name != "" && fits(s) {
			return s.party
		}
	}
	return Party{}
}

// adjectivesOf are the words after a noun and what it is of that tell of which of several that is: “le chef de la diplomatie | vélienne”.
func (c *clausal) adjectivesOf(head int, of span2) (all []word) {
	for i := of[0]; i < of[1]; i++ {
		w := c.words[i]
		if w.mark || c.isDeterminer(i) || c.g.joins.has(w) || c.g.alsoCalled[c.words[head].fold+"-"+w.fold] != nil {
			continue
		}
		all = append(all, w)
	}
	return all
}

// isPlacedAt reports whether a name follows a word that leads to where something is, and to nobody's thing.
func (c *clausal) isPlacedAt(at int) bool {
	if at == 0 || !c.g.order["determiners-open"] {
		return false
	}
	w := c.words[at-1]
	return c.g.prepositions.has(w) && !c.g.joins.has(w) && !c.g.to.has(w) && !c.g.by.has(w) && !c.isDeterminer(at-1)
}

// withoutEx is a noun for a person without what tells that they were that once: “ex|alcalde”, “ex-|édile”.
func (c *clausal) withoutEx(noun string) string {
	if rest, is := strings.CutPrefix(noun, "ex"); is && c.g.persons[strings.TrimPrefix(rest, "-")] {
		return strings.TrimPrefix(rest, "-")
	}
	return noun
}

// inField is the ministry that a word alone stands for: “Interior | añade”, of the Ministerio del Interior.
func (c *clausal) inField(s span2) Party {
	if w := c.words[s[0]]; s[1]-s[0] != 1 || !w.large || w.upper || !c.g.order["drops-subject"] || !c.g.order["determiners-open"] {
		return Party{}
	}
	return c.lastOrNext(s[0], func(seen seen) bool {
		all := wordsIn(seen.party.Name)
		return seen.party.Kind == kindOrganisation && len(all) > 1 && c.g.ofThem.has(all[0]) && all[len(all)-1].fold == c.words[s[0]].fold
	}, nil)
}

// nameAfterPhrase is where the name ends that stands in commas after a phrase of what somebody is: “son ambassadrice | à Brume, Lise Lenz”;
// where the words for them end if there is none.
func (c *clausal) nameAfterPhrase(s span2, p piece) int {
	end := p.span2[1]
	isPhrase := c.g.order["determiners-open"] && s[0] < s[1] && s[1] < end && c.isDeterminer(s[0]) && !c.isNamed(s[0], s[1]) &&
		c.g.prepositions.has(c.words[s[1]]) && !c.isTimeAt(s[1]+1) && c.canSpeak(s)
	if !isPhrase || c.afterAdverbials(s[1], end) != end || end+1 >= len(c.words) || !c.mark(end, ",") || !c.words[end+1].large {
		return s[1]
	}
	for _, m := range c.mentionsBetween(end+1, min(len(c.words), end+1+mostOfRole)) {
		isWhole := m.first == end+1 && (m.end == len(c.words) || c.words[m.end].mark)
		if isWhole && m.party.Kind == kindPerson {
			return m.end
		}
	}
	return s[1]
}

// isTheirs reports whether a noun stands after a determiner that tells whose it is: “su partido”.
func (c *clausal) isTheirs(first, head int) bool {
	return c.g.order["determiners-open"] && first < head && c.g.hisWords.has(c.words[first])
}

// genderOfOffice is how somebody is spoken of who is told of by an office: “la ministre” is no man.
func (c *clausal) genderOfOffice(first, head int) gender {
	if c.g.order["determiners-open"] {
		return c.genderDescribed(first, head)
	}
	return c.doer
}

// speakingSo is the organisation that spoke last of those that a noun may mean, “le ministère”; the last of which the text told if none
// did.
func (c *clausal) speakingSo(at int, found Party, is func(seen) bool) Party {
	speaks := func(s seen) bool { return s.speaks && s.party.Kind == kindOrganisation && is(s) }
	if c.g.order["determiners-open"] {
		if p := c.nearest(at, []func(seen) bool{speaks}); !p.IsZero() {
			return p
		}
	}
	return found
}

// whomTells reports whether a pronoun may be for a man, and for a woman.
func (c *clausal) whomTells(at int) (isHe, isShe bool) {
	w := c.words[at]
	if at > 0 && strings.HasSuffix(w.fold, "'") && c.g.whose.endAt(c.words, at-1) > at { // “à | l'en croire”
		return true, true
	}
	return c.g.he.has(w) || c.g.hisWords.has(w), c.g.she.has(w) || c.g.herWords.has(w)
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

// farthestTalkedOf is how many words before an office the text tells of it at most, without a name.
const farthestTalkedOf = 60

// isTalkedOf reports whether the text has told just before of the same office, and of nobody by name who has it: “compareció ante | el juez
// | . El juez advirtió”.
func (c *clausal) isTalkedOf(first, head int) bool {
	if !c.g.order["determiners-open"] || c.g.sides[c.words[head].fold] == 0 || c.g.figures.has(c.words[head]) {
		return false
	}
	for i := first - 1; i > max(0, first-farthestTalkedOf); i-- {
		if c.words[i].fold == c.words[head].fold && c.isDeterminer(i-1) && !c.isQuoted(i) && !c.isIndefinite(i-1) {
			return true
		}
	}
	return false
}

// whoIsAlso is whom “la también consejera” means, which tells what else somebody is: who spoke last, or was told of last.
func (c *clausal) whoIsAlso(first, head int) Party {
	who := c.genderDescribed(first, head)
	is := func(s seen) bool { return s.party.Kind == kindPerson && s.party.Name != "" && s.who == who }
	return c.nearest(first, []func(seen) bool{func(s seen) bool { return s.speaks && is(s) }, is})
}
