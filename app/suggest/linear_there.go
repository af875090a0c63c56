package suggest

import (
	"cmp"
	"slices"
	"strings"
)

// Who says something where nouns have cases: “в своём канале | губернатор”, “там | добавили”, “в ведомстве | уточнили”.

// beforeWho is where a phrase ends that a preposition opens, before somebody in the case of who does something: “в своём канале |
// губернатор Одо Ленц”, “в эфире | Одо Ленц”, and not “в кабинете министра”.
func (c *clausal) beforeWho(from, end int) int {
	if !c.g.order["bare-nouns"] {
		return end
	}
	all := c.mentionsBetween(from, end)
	for i := from + 1; i < end; i++ {
		for len(all) > 0 && all[0].first < i {
			all = all[1:]
		}
		isName := len(all) > 0 && all[0].first == i && c.isWhoIs(all[0])
		if isName && !c.isPersonNoun(i-1) && !c.g.roles.has(c.words[i-1]) && !c.g.joins.has(c.words[i-1]) {
			return i
		}
		if c.isQuoted(i) || !c.isWhoDoes(i, end) || c.g.joins.has(c.words[i-1]) || c.isCoordinate(i-1) {
			continue
		}
		if isMade(c.words[i-1], c.g.wholeAdjectives) && i-1 > from && !c.words[i-1].large { // “в канале | украинский президент”
			i--
		}
		return i
	}
	return end
}

// isWhoDoes reports whether a noun for a person stands at a word in the case of who does something, and is no adjective of what follows.
func (c *clausal) isWhoDoes(i, end int) bool {
	w := c.words[i]
	if w.large || !c.g.persons.has(w) && !(c.g.strangers.has(w) && !isMade(w, c.g.whoseOfMany)) {
		return false
	}
	return !isMade(w, c.g.wholeAdjectives) || i+1 < end && c.words[i+1].large
}

// isWhoIs reports whether the name of a person is written in the case that it is known by, of whom the text has told in full.
func (c *clausal) isWhoIs(m mention) bool {
	if m.party.Kind != kindPerson || m.end == m.first {
		return false
	}
	name := strings.Fields(m.party.Name)
	if len(name) < 2 || m.end-m.first > 1 && !isFirstName(c.words[m.first]) {
		return false
	}
	return name[len(name)-1] == c.words[m.end-1].text && (m.end-m.first == 1 || name[0] == c.words[m.first].text)
}

// whoThere is of whom a verb tells that many do whose place alone is told: “Там | добавили”, “отметили | там же”.
func (c *clausal) whoThere(k int, t *told) span2 {
	if len(c.g.there) == 0 || !isMade(c.words[t.end-1], c.g.manyEnds) {
		return span2{}
	}
	p := c.pieces[k]
	for i := c.first(k); i < min(p.span2[1], t.end+2); i++ {
		if c.isQuoted(i) || i >= t.end && !c.isBeside(i) {
			break
		}
		if c.g.there.has(c.words[i]) {
			return span2{i, i + 1}
		}
	}
	return span2{}
}

// thereMeant is whom “там” means: those who spoke last and are no person.
func (c *clausal) thereMeant() Party {
	for i := len(c.cues) - 1; i >= max(0, len(c.cues)-mostSpeakersBack); i-- {
		s := c.cues[i].subject
		if s[0] >= s[1] || c.isOnePerson(s) || c.isPronoun(s[0]) || c.g.there.has(c.words[s[0]]) {
			continue
		}
		if head, _ := c.headAndOf(s[0], s[1]); c.isPersonNoun(head) {
			continue
		}
		return c.partyOf(s)
	}
	return Party{}
}

// isDoneToMany reports whether words are for several to whom something is done, as their case tells: “Рабочих инструкторов | предупредили”.
func (c *clausal) isDoneToMany(s span2) bool {
	if all := c.mentionsBetween(s[0], s[1]); len(c.g.manyOf) == 0 || len(all) > 0 && all[0].first == s[0] {
		return false
	}
	w := c.words[s[0]]
	return !w.mark && !w.upper && !c.isQuoted(s[0]) && isMade(w, c.g.manyOf) &&
		!c.isPronoun(s[0]) && !c.isDeterminer(s[0]) && !c.isBeside(s[0])
}

// tellsOutlet is who tells something to those who report it and stand before the verb: “Об этом РИА Новости рассказал | мэр Одо Ленц”.
func (c *clausal) tellsOutlet(p piece, t *told) span2 {
	if !c.g.order["bare-nouns"] || t.end >= p.span2[1] || !c.canReport(t.subject) || isMade(c.words[t.end-1], c.g.manyEnds) {
		return span2{}
	}
	at := t.end
	for at < p.span2[1] && c.isBeside(at) {
		at++
	}
	if at >= p.span2[1] || !c.isWhoDoes(at, p.span2[1]) {
		return span2{}
	}
	return span2{at, c.nominal(at, p.span2[1])}
}

// baseNoun is a folded noun for a person in the case that it is known by.
func (r *sayer) baseNoun(fold string) string { return cmp.Or(r.g.personForms[fold], fold) }

// isPersonForm reports whether a word is a noun for a person in any case.
func (c *clausal) isPersonForm(i int) bool {
	return c.isPersonNoun(i) || !c.words[i].mark && !c.isQuoted(i) && c.g.personForms[c.words[i].fold] != ""
}

// inOtherOffice is the last person of whom the text has told what a description says in other words, where nouns have cases: “министр
// здравоохранения Одо Ленц”, and then “глава Минздрава”.
func (c *clausal) inOtherOffice(first, at int, of span2) Party {
	head := c.baseNoun(c.words[at].fold)
	roles, isOffice := slices.Clone(c.g.alsoCalled[head]), false
	for i := of[0]; i < min(of[1], of[0]+2); i++ {
		for key, as := range c.g.alsoCalled {
			if is, begin, isOf := strings.Cut(key, "-"); isOf && is == head && strings.HasPrefix(c.words[i].fold, begin) {
				roles, isOffice = append(roles, as...), true
			}
		}
	}
	if len(roles) == 0 || !c.g.order["bare-nouns"] {
		return Party{}
	}
	return c.lastOrNext(first, func(s seen) bool {
		isWho := c.doer == genderUnknown || s.who == genderUnknown || c.doer == s.who
		return s.party.Kind == kindPerson && isWho && slices.Contains(roles, c.headOfRole(s.role)) && (isOffice || c.isOfSame(s.role, of))
	}, nil)
}

// headOfRole is the noun that says what somebody is, of the words around their name: the first that is for a person.
func (c *clausal) headOfRole(role string) string {
	for w := range strings.FieldsSeq(role) {
		if base := c.baseNoun(w); c.g.persons[base] || c.g.strangers[base] {
			return base
		}
	}
	return ""
}

// noteSurname remembers somebody of whom nothing but a surname or letters tell that nobody knows: “сказал Песков”, and then “он”.
func (c *clausal) noteSurname(s span2) {
	w := c.words[s[0]]
	if s[1]-s[0] != 1 || !w.large || c.begins(s[0]) && !w.upper || !isCyrillic(w.fold) || c.isPersonNoun(s[0]) || c.g.firms.has(w) ||
		c.g.roles.has(w) || s[0] > 0 && c.g.prepositions.has(c.words[s[0]-1]) || len(c.mentionsBetween(s[0], s[1])) > 0 {
		return
	}
	if w.upper { // “АМКУ”
		c.noteDescribed(seen{at: s[0], party: Party{Name: w.text, Kind: kindOrganisation}, speaks: true})
		return
	}
	c.noteDescribed(seen{at: s[0], party: Party{Name: w.text, Kind: kindPerson}, speaks: true, who: c.doer})
}

// isOblique reports whether the words before a verb are for somebody to whom something is done: “Министра | подозревают”, but “Депутатки |
// заявили”.
func (c *clausal) isOblique(t *told) bool {
	i := t.subject[0]
	if c.g.personForms[c.words[i].fold] == "" || c.isPersonNoun(i) {
		return false
	}
	return !isMade(c.words[t.end-1], c.g.manyEnds) || !strings.ContainsRune("иіы", lastRune(c.words[i].fold))
}

// isAdjective reports whether a word ends as adjectives do.
func (c *clausal) isAdjective(i int) bool {
	return isMade(c.words[i], c.g.heAdjectives) || isMade(c.words[i], c.g.sheAdjectives)
}

// isSentence reports whether a court sentences somebody by a verb, and says nothing: “Суд осудил Одо Ленца на пять лет”.
func (c *clausal) isSentence(t *told) bool {
	return c.g.sentencing.has(c.words[t.end-1]) && c.hasAmong(c.g.courts, t.subject[0], t.subject[1])
}

// isOfNext reports whether a gerund with which a sentence begins belongs to the clause after it: “Отвечая на вопрос, мэр заметила, что …”.
func (c *clausal) isOfNext(k int, t *told) bool {
	return t.verb.form == formIng && !t.led && c.g.order["bare-nouns"] && c.begins(t.at) && k+1 < len(c.pieces) &&
		!c.g.that.has(c.words[c.first(k+1)])
}

// whoBeforeVerb tells who does something of whom words before a verb tell, which may be to whom it is told or done. ok is false if these
// are nobody who does it.
func (c *clausal) whoBeforeVerb(k int, t *told) (ok bool) {
	switch who := c.tellsOutlet(c.pieces[k], t); {
	case who[0] < who[1]:
		t.to, t.subject, t.inverted = t.subject, c.withMore(who, c.pieces[k]), true
	case c.isDoneToMany(t.subject) || c.isOblique(t):
		t.verbFirst = true
		return c.whoAfter(k, t.group, t)
	}
	return true
}

// genderNamed is how the text has spoken up to a word of somebody by their name, as far as it has.
func (c *clausal) genderNamed(at int, name string) gender {
	last, _ := slices.BinarySearchFunc(c.seen, at+1, func(s seen, at int) int { return s.at - at })
	for _, s := range slices.Backward(c.seen[max(0, last-farthestSeen):last]) {
		if s.party.Name == name && s.who != genderUnknown {
			return s.who
		}
	}
	return genderUnknown
}

// whereManySay is as whereSaid, of a verb after its place: “В ОБСЕ призвали обе страны”.
func (c *clausal) whereManySay(p piece, t *told) span2 {
	if i := c.firstOf(p); len(c.g.houses) > 0 && i+1 < t.group && c.g.houses.has(c.words[i]) && c.takesThing(t) {
		return c.whereSaid(p, t)
	}
	return span2{}
}

// whereSaid is somebody by the place where things are said: “отметили в МИД”, “в МИД отметили”.
func (c *clausal) whereSaid(p piece, t *told) span2 {
	if len(c.g.houses) == 0 || !isMade(c.words[t.end-1], c.g.manyEnds) {
		return span2{}
	}
	for i := p.span2[0]; i < p.span2[1]; i++ {
		if i == t.at || c.isQuoted(i) || !c.g.houses.has(c.words[i]) || i+1 >= p.span2[1] || c.isTimeAt(i+1) {
			continue
		}
		end := p.span2[1]
		if i < t.at {
			end = t.group
		}
		to := c.nominal(i+1, end)
		if to == i+1 {
			to = c.sourceQuoted(i+1, end) // “в «Азотхиме»”
		}
		if all := c.mentionsBetween(i+1, to); i < t.at && len(all) > 0 && all[0].first == i+1 && all[0].end < to && c.takesThing(t) {
			return span2{i + 1, all[0].end} // “в Тегеране | решение | назвали”
		}
		if to > i+1 && (i > t.at || to == end || c.afterAdverbials(to, end) == end) {
			return span2{i + 1, to}
		}
	}
	return span2{}
}

// areManyThere reports whether a word leads to a place where many say what a verb tells that follows: “в МИД Норвии также | добавили”.
func (c *clausal) areManyThere(i, f int) bool {
	if !c.g.order["bare-nouns"] || !c.g.houses.has(c.words[i]) {
		return false
	}
	for f < c.u.to-1 && c.isBeside(f) {
		f++
	}
	return f < c.u.to && isMade(c.words[f], c.g.manyEnds)
}

// stillSpeaking is who spoke in the sentence before, of whom nothing else was told and who may be what a noun says that mostly is for
// somebody new: “сказала Анна Кессель. «…», — возмущается | пенсионерка”.
func (c *clausal) stillSpeaking(first, head int, who gender) Party {
	base := c.baseNoun(c.words[head].fold)
	if !c.g.order["bare-nouns"] || !c.g.strangers[base] || c.g.nameless[base] || who == genderUnknown || head > 0 && c.isDeterminer(head-1) {
		return Party{}
	}
	all := unit{to: len(c.words)}
	to := c.sentenceFrom(all, first)
	if to == 0 {
		return Party{}
	}
	for _, s := range slices.Backward(c.seenBetween(c.sentenceFrom(all, to-1), to)) {
		if s.speaks && s.party.Kind == kindPerson && s.party.Name != "" && s.who == who && c.headOfRole(s.role) == "" {
			return s.party
		}
	}
	return Party{}
}
