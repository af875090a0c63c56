package suggest

import (
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

// whoIsAlso is whom “la también consejera” means, which tells what else somebody is: who spoke last, or was told of last.
func (c *clausal) whoIsAlso(first, head int) Party {
	who := c.genderDescribed(first, head)
	is := func(s seen) bool { return s.party.Kind == kindPerson && s.party.Name != "" && s.who == who }
	return c.nearest(first, []func(seen) bool{func(s seen) bool { return s.speaks && is(s) }, is})
}
