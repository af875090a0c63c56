package suggest

import (
	"slices"
	"strings"
)

// mentionNamed is the mention of those in a phrase that names whom it means, and not whose something is: the first of a person, else one
// with which the phrase begins.
func (c *clausal) mentionNamed(all []mention, start int) (m mention, ok bool) {
	isOf := func(m mention) bool { return m.first > start && c.g.joins.has(c.words[m.first-1]) }
	for _, m := range all {
		if m.party.Kind == kindPerson && !isOf(m) {
			return m, true
		}
	}
	if len(all) == 0 || isOf(all[0]) {
		return m, false
	}
	m = all[0]
	return m, m.first <= start || m.first == start+1 && m.party.Kind == kindOrganisation || m.first == start+2 && c.opens(start+1)
}

// describedSo is whom “le ministre” or “министра” means: the last person of whom that was said, or organisation that is called so.
func (c *clausal) describedSo(s span2) Party {
	at := s[0]
	for at < s[1] && c.isDeterminer(at) {
		at++
	}
	const most = 3
	if at >= s[1] || s[1]-at > most || at == s[0] && c.g.order["determiners-open"] || c.words[at].mark {
		return Party{}
	}
	head := c.words[at].fold
	isRole := c.g.roles.has(c.words[at]) || !c.g.order["determiners-open"] && s[1]-at == 1
	last, _ := slices.BinarySearchFunc(c.seen, s[0], func(s seen, at int) int { return s.at - at })
	for i := last - 1; i >= 0 && i > last-farthestSeen; i-- {
		of := c.seen[i].party
		isIt := func(w string) bool { return c.isSameWord(w, head) }
		if of.Kind == kindPerson && isRole && slices.ContainsFunc(c.ownRole(c.seen[i].role), isIt) {
			return of
		}
		if of.Kind == kindOrganisation && s[1]-at == 1 && slices.ContainsFunc(wordsIn(of.Name), func(w word) bool { return isIt(w.fold) }) {
			return of
		}
	}
	return c.suchAs(s[0], at)
}

// ownRole are the words that say what somebody is, and not of what: “la secretaria general | del sindicato”.
func (c *clausal) ownRole(role string) []string {
	all := strings.Fields(role)
	if !c.g.order["determiners-open"] {
		return all
	}
	for i, w := range all {
		if i > 0 && c.g.joins[w] {
			return all[:i]
		}
	}
	return all
}

// suchAs is whom “la sindicalista” means if the text has not told who that is: the last of whom it speaks so, who said something.
func (c *clausal) suchAs(first, head int) Party {
	w := c.words[first]
	isHe, isShe := c.g.heArticles.has(w), c.g.sheArticles.has(w)
	if !c.g.order["determiners-open"] || head == first || isHe == isShe || !c.g.persons.has(c.words[head]) {
		return Party{}
	}
	who := genderHe
	if isShe {
		who = genderShe
	}
	is := func(s seen) bool { return s.party.Kind == kindPerson && s.who == who }
	return c.nearest(first, []func(seen) bool{
		func(s seen) bool { return s.speaks && is(s) },
		is,
		func(s seen) bool { return s.speaks && s.party.Kind == kindPerson && s.who == genderUnknown },
	})
}

// leastOfStem is how many letters words in different cases begin with at least.
const leastOfStem = 5

// isSameWord reports whether two folded words are the same, in whatever case.
func (c *clausal) isSameWord(a, b string) bool {
	if a == b {
		return len(a) > 3
	}
	if c.g.order["determiners-open"] {
		return false
	}
	ra, rb := []rune(a), []rune(b)
	stem := max(leastOfStem, max(len(ra), len(rb))-2)
	return min(len(ra), len(rb)) >= stem && slices.Equal(ra[:stem], rb[:stem])
}
