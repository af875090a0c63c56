package suggest

import "slices"

// Who is told of by what they are in French and Spanish, and named by the sentence that follows: “La consejera lo niega. Elena Lenz …”.

// mostTillNamed is how many sentences after somebody without a name the one is looked for that begins with it.
const mostTillNamed = 2

// nameNext gives those who speak and have no name that with which one of the next sentences begins, as if the text had told of it.
func (r *sayer) nameNext() {
	if !r.g.order["determiners-open"] {
		return
	}
	c := &clausal{sayer: r, u: unit{to: len(r.words)}}
	first := map[string]int{} // where the text names somebody for the first time
	for _, s := range slices.Backward(r.seen) {
		first[s.party.Name] = s.at
	}
	for i := range r.found {
		f := &r.found[i]
		if f.unit < 0 || len(f.said.Speakers) != 1 || f.said.Speakers[0].Name != "" || f.subject[0] >= f.subject[1] {
			continue
		}
		if p := c.namedNext(f.unit, f.subject, first); p.Name != "" {
			f.said.Speakers[0] = r.calledSo(f.said.Speakers[0], p)
		}
	}
}

// namedNext is the person with whose name alone one of the sentences after a unit begins, if a phrase of it may be for them.
func (c *clausal) namedNext(n int, s span2, first map[string]int) Party {
	at := s[0]
	for at < s[1] && c.isDeterminer(at) {
		at++
	}
	isOne := at > s[0] && at < s[1] && !c.isIndefinite(s[0]) && !c.isTheirs(s[0], at) && c.isPersonNoun(at) && !c.isNamed(s[0], s[1])
	if !isOne {
		return Party{}
	}
	who := c.genderDescribed(s[0], at)
	if who == genderUnknown || c.g.sides[c.words[at].fold] != 0 {
		return Party{}
	}
	for m := n + 1; m < len(c.units) && m <= n+mostTillNamed; m++ {
		p := c.bareName(c.units[m], who)
		if at, isNamed := first[p.Name]; p.Name != "" && isNamed && at == c.units[m].from {
			return p
		}
	}
	return Party{}
}

// bareName is the person with whose name in full a unit begins, if it does not say what they are.
func (c *clausal) bareName(u unit, who gender) Party {
	all := c.mentionsBetween(u.from, u.to)
	if len(all) == 0 || all[0].first != u.from || all[0].party.Kind != kindPerson || all[0].end-all[0].first < 2 || all[0].end >= u.to {
		return Party{}
	}
	m := all[0]
	isBare := !c.words[m.end].mark || c.mark(m.end, ",") && m.end+1 < u.to && c.g.relatives.has(c.words[m.end+1])
	if is := c.genderAt(m, ""); !isBare || is != who && is != genderUnknown {
		return Party{}
	}
	return m.party
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
