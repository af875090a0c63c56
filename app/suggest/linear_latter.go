package suggest

import (
	"slices"

	"standpoint/store"
)

// Whom “ce dernier” and “esta última” mean: the last of those of whom the text has told, and not whom it is about; and “la première”: the
// first of two.

// latterAt is where words end that mean the last of several who were told of; the word itself if there are none.
func (c *clausal) latterAt(i, end int) int {
	if i >= min(end, len(c.words)) || len(c.g.latter) == 0 || c.isQuoted(i) || c.words[i].mark {
		return i
	}
	to := c.g.latter.endAt(c.words, i)
	if to > end || to == len(c.words) || c.g.times.has(c.words[to]) { // “cette dernière | semaine”
		return i
	}
	return to
}

// latterMeant is whom such words mean: the last person whom they fit of the sentence, or of the one before it, else the last organisation.
// It is nobody's name if somebody without one is told of after them.
func (c *clausal) latterMeant(at int) Party {
	who := c.genderOfLatter(at)
	all := unit{to: len(c.words)}
	from, to := c.sentenceFrom(all, at), at
	const mostBack = 2
	for range mostBack {
		here := c.seenBetween(from, to)
		for _, kind := range []store.ActorKind{kindPerson, kindOrganisation} {
			for _, s := range slices.Backward(here) {
				if s.party.Kind != kind || s.quoted || s.who != who && s.who != genderUnknown {
					continue
				}
				if p, ok := c.describedBetween(s.at+1, to, who); ok && kind == kindPerson {
					return p
				}
				return s.party
			}
		}
		if from == 0 || to < at && len(here) > 0 {
			break
		}
		to, from = from, c.sentenceFrom(all, from-1)
	}
	return Party{}
}

// genderOfLatter is how such words speak of somebody.
func (c *clausal) genderOfLatter(at int) gender {
	if w := c.words[at]; c.g.she.has(w) || c.g.sheArticles.has(w) {
		return genderShe
	}
	return genderHe
}

// describedBetween is whom the last words mean that stand among others and are for a person of a gender without a name: “écrit au |
// Premier ministre”. ok is false if there are none.
func (c *clausal) describedBetween(from, to int, who gender) (p Party, ok bool) {
	for i := from; i < to; i++ {
		if c.isQuoted(i) || !c.isDeterminer(i) || i+1 >= to {
			continue
		}
		n := c.nominal(i, to)
		head := i + 1
		if head+1 < n && !c.isPersonNoun(head) && !c.g.roles.has(c.words[head]) {
			head++
		}
		if head >= n || !c.isPersonNoun(head) && !c.g.roles.has(c.words[head]) || c.isNamed(i, n) || n < to && c.mark(n, ",") {
			continue
		}
		if is := c.genderDescribed(i, head); is == who || is == genderUnknown && c.g.determiners.has(c.words[i]) {
			p, ok = c.partyOf(span2{i, n}), true
		}
	}
	return p, ok
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
