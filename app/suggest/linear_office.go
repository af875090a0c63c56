package suggest

import "strings"

// What an office or a body is told of by in French and Spanish: “Interior”, “su partido”, “el exalcalde”.

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

// genderOfOffice is how somebody is spoken of who is told of by an office: “la ministre” is no man.
func (c *clausal) genderOfOffice(first, head int) gender {
	if c.g.order["determiners-open"] {
		return c.genderDescribed(first, head)
	}
	return c.doer
}

// isTheirs reports whether a noun stands after a determiner that tells whose it is: “su partido”.
func (c *clausal) isTheirs(first, head int) bool {
	return c.g.order["determiners-open"] && first < head && c.g.hisWords.has(c.words[first])
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

// withoutEx is a noun for a person without what tells that they were that once: “ex|alcalde”, “ex-|édile”.
func (c *clausal) withoutEx(noun string) string {
	if rest, is := strings.CutPrefix(noun, "ex"); is && c.g.persons[strings.TrimPrefix(rest, "-")] {
		return strings.TrimPrefix(rest, "-")
	}
	return noun
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
