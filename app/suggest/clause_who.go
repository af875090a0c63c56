package suggest

import (
	"slices"
	"strings"
)

// mentionsBetween are the mentions that stand among words.
func (d *document) mentionsBetween(from, to int) []mention {
	first, _ := slices.BinarySearchFunc(d.whom, from, func(m mention, at int) int { return m.first - at })
	last := first
	for last < len(d.whom) && d.whom[last].first < to && d.whom[last].end <= to {
		last++
	}
	return d.whom[first:last]
}

// rememberMentions takes in those whom the text names, with what they are called besides.
func (r *sayer) rememberMentions() {
	byName := map[string]seen{}
	for _, m := range r.whom {
		if m.party.Name == "" || m.end == m.first {
			continue
		}
		s := seen{at: m.first, party: m.party}
		switch {
		case m.party.Kind == kindPerson:
			s.role = r.roleAt(m)
			s.who = r.genderAt(m, s.role)
			r.asColleague(&s)
			r.withOwner(&s, m)
		case r.g.order["nouns-large"]:
			s.role = r.roleAt(m)
			if before := max(m.first-1, 0); m.party.Kind == kindOrganisation && before < m.first && !r.words[m.end-1].mark {
				s.who = r.genderOfNoun(r.words[before], r.words[m.end-1])
			}
		case m.party.Kind == kindOrganisation:
			s.role, s.who = r.nounBefore(m)
		}
		before, known := byName[m.party.Name]
		if known && s.role == "" {
			s.role = before.role
		}
		if known && s.as == "" {
			s.as = before.as
		}
		if known && before.who != genderUnknown {
			s.who = before.who
		}
		byName[m.party.Name] = s
		r.seen = append(r.seen, s)
	}
}

// genderOfNoun tells from the article of a noun how a text speaks of it: “die Bundesanwaltschaft”, and not “die Grünen”.
func (r *sayer) genderOfNoun(article, noun word) gender {
	switch {
	case strings.HasSuffix(noun.fold, "en"):
	case r.g.sheArticles.has(article) && !r.g.oblique.has(article):
		return genderShe
	case r.g.heArticles.has(article) && !r.g.sheArticles.has(article):
		return genderHe
	}
	return genderUnknown
}

// nounBefore is the noun before the name of an organisation that says what it is, or the one with which it begins, and how the text speaks
// of it then: “компанія «Берег»”, “la Fédération du métal”.
func (r *sayer) nounBefore(m mention) (noun string, who gender) {
	at := m.first
	for at > 0 && at > m.first-mostOfRole && (r.words[at-1].isMark(quoteMarks) || r.g.joins.has(r.words[at-1])) {
		at--
	}
	i := m.first
	if at > 0 && !r.words[at-1].mark && !r.words[at-1].large && r.g.firms.has(r.words[at-1]) {
		i = at - 1
		noun = r.words[i].fold
	}
	switch before := max(i-1, 0); {
	case r.g.order["determiners-open"] && i > 0 && r.g.sheArticles.has(r.words[before]):
		who = genderShe
	case r.g.order["determiners-open"] && i > 0 && r.g.heArticles.has(r.words[before]):
		who = genderHe
	case r.g.order["determiners-open"]:
	case isMade(r.words[i], r.g.womenNamed):
		who = genderShe
	case noun != "":
		who = genderHe
	}
	return noun, who
}

// mostOfRole is how many words before and after a name tell what somebody is.
const mostOfRole = 5

// roleAt are the words around the name of a person that say what they are, folded.
func (r *sayer) roleAt(m mention) string {
	var all []string
	at := m.first
	if !r.g.order["nouns-large"] {
		all = r.roleBefore(m)
	}
	for at > 0 && at > m.first-mostOfRole && !r.isOnNewLine(at) && !r.words[at-1].mark && !r.g.prepositions.has(r.words[at-1]) &&
		!r.isVerbBefore(at-1) {
		if w := r.words[at-1]; r.g.order["nouns-large"] && !w.large && !r.g.determiners.has(w) && !isGermanAdjective(w) && !isDigits(w) {
			break // “traf Kanzler | Jens Ahlers”
		}
		at--
		if r.g.determiners.has(r.words[at]) {
			break
		}
	}
	for _, w := range r.words[at:m.first] {
		all = append(all, w.fold)
	}
	if r.g.order["nouns-large"] {
		all = append(all, r.roleBefore(m)...)
		all = append(all, r.roleAfter(m.end)...)
	}
	return strings.Join(append(all, r.roleAfterComma(m)...), " ")
}

// roleAfterComma are the words after a comma that say what the person is who is named before it: “Odo Lenz, le maire de Brume,”.
func (r *sayer) roleAfterComma(m mention) (all []string) {
	if m.end+1 >= len(r.words) || !r.words[m.end].isMark(",") {
		return nil
	}
	at := m.end + 1
	if w := r.words[at]; r.g.order["determiners-open"] && (r.g.auxiliaries.has(w) || r.g.passives.has(w) || r.g.modals.has(w) ||
		r.g.reflexive.has(w) || r.g.negations.has(w) || r.g.isVerbEnd(w) || r.g.coordinates.has(w)) {
		return nil // “El presidente, Odo Lenz, | recibió al ministro velio, …”, “Odo Lenz, | et son épouse, …”
	}
	for ; at < min(len(r.words), m.end+1+mostOfRole) && !r.words[at].mark && !r.isVerbOfSaying(at); at++ {
		if r.words[at].large && !r.g.determiners.has(r.words[at]) || !r.g.order["nouns-large"] {
			all = append(all, r.words[at].fold)
		}
	}
	isOpen := at < len(r.words) && !r.words[at].mark
	if isOpen && r.g.order["bare-nouns"] && r.isVerbOfSaying(at) {
		return nil // “по словам Одо Ленца, министр обещал …”
	}
	if isOpen && r.g.order["determiners-open"] && r.g.determiners.has(r.words[m.end+1]) &&
		!slices.ContainsFunc(all, func(w string) bool { return r.g.joins[w] }) {
		return nil // “…, la oferta contempla una subida …” says nothing of them
	}
	return all
}

// isOnNewLine reports whether a word begins a line: what stands before it belongs to a headline, or to another paragraph.
func (r *sayer) isOnNewLine(at int) bool {
	for i := r.words[at-1].end; i < r.words[at].span.Start; i++ {
		if r.Body.RuneAt(i) == '\n' {
			return true
		}
	}
	return false
}

// roleBefore are the words before the comma with which the name of a person goes on: “le maire de Brume, Karim Slaoui”.
func (r *sayer) roleBefore(m mention) (all []string) {
	if m.first < 2 || !r.words[m.first-1].isMark(",") || m.end < len(r.words) && !r.words[m.end].mark {
		return nil
	}
	at := m.first - 1
	for at > 0 && at > m.first-2*mostOfRole && !r.words[at-1].mark && !r.isVerbBefore(at-1) {
		at--
	}
	for _, w := range r.words[at : m.first-1] {
		all = append(all, w.fold)
	}
	return all
}

// roleAfter is what stands in brackets after a name, and what a sentence tells of somebody: “Jens Ahlers (CDU)”, “Karin Voss ist
// Richterin”.
func (r *sayer) roleAfter(at int) (all []string) {
	end := min(len(r.words), at+mostOfRole)
	if at < end && r.words[at].isMark("(") {
		for at++; at < end && !r.words[at].mark; at++ {
			all = append(all, r.words[at].fold)
		}
		at++
	}
	if at >= end || !r.g.passives.has(r.words[at]) {
		return all
	}
	for at++; at < end && !r.words[at].mark && !r.g.prepositions.has(r.words[at]); at++ {
		if r.words[at].large {
			return append(all, r.words[at].fold)
		}
	}
	return all
}

// isVerbBefore reports whether a word before a name is a form of a verb of saying, and no noun of what somebody is something: “secretario
// de | Estado”.
func (r *sayer) isVerbBefore(i int) bool {
	isOf := r.g.order["determiners-open"] && i > 0 && r.g.joins.has(r.words[i-1])
	return r.isVerbOfSaying(i) && !isOf
}

func (r *sayer) isVerbOfSaying(i int) bool {
	_, says := r.g.verbs[r.words[i].fold]
	return says
}

// genderAt tells from a first name, and from what stands around it, how somebody is spoken of.
func (r *sayer) genderAt(m mention, role string) gender {
	if words := r.words[m.first:m.end]; len(words) > 1 {
		en := grammarOf("en")
		switch first := words[0].fold; {
		case r.g.womenCalled[first]:
			return genderShe
		case r.g.menCalled[first]:
			return genderHe
		case en.women[first] || r.g.women[first]:
			return genderShe
		case en.men[first] || r.g.men[first]:
			return genderHe
		}
	}
	who := r.genderByName(m)
	if who != genderUnknown && r.isFirstKnown(m) {
		return who // “мэр Ольга Ленц”
	}
	if is := r.genderOfRole(role); is != genderUnknown {
		return is
	}
	for i, w := range strings.Fields(role) {
		switch {
		case i > 0 && r.g.joins[w] && r.g.order["determiners-open"]: // “gérant | de la coopérative”
			return who
		case r.g.women[w] || r.g.womanEnds(word{fold: w}):
			return genderShe
		case r.g.heArticles[w] && r.g.sheArticles[w]:
		case r.g.men[w] || r.g.heArticles[w]:
			who = genderHe
		case r.g.sheArticles[w] && who == genderUnknown:
			who = genderShe
		}
	}
	return who
}

// genderOfRole tells from the article of what somebody is how they are spoken of, where nouns have articles: “la | porte-parole du
// ministre”.
func (r *sayer) genderOfRole(role string) (who gender) {
	if !r.g.order["determiners-open"] {
		return genderUnknown
	}
	all := strings.Fields(role)
	for i, w := range all {
		isHe, isShe := r.g.heArticles[w], r.g.sheArticles[w]
		if isHe == isShe || i+1 >= len(all) || i > 0 && r.g.joins[all[i-1]] {
			continue
		}
		if next := all[min(i+2, len(all)-1)]; !r.g.persons[all[i+1]] && !r.g.roles[all[i+1]] && !r.g.persons[next] {
			continue
		}
		who = genderShe
		if isHe {
			who = genderHe
		}
	}
	return who
}

// isFirstKnown reports whether a name begins with a first name that is known, where nouns have cases.
func (r *sayer) isFirstKnown(m mention) bool {
	return r.g.order["bare-nouns"] && len(strings.Fields(m.party.Name)) > 1 && firstInCyrillic()[wordsIn(m.party.Name)[0].fold]
}

// genderByName tells from how a first name ends how somebody is spoken of, where a language names women and men so.
func (r *sayer) genderByName(m mention) gender {
	first := r.words[m.first]
	if all := wordsIn(m.party.Name); r.g.order["bare-nouns"] && len(all) > 1 {
		first = all[0] // “с Ольгой Ленц”
	}
	switch {
	case m.end-m.first < 2 || len(r.g.womenNamed) == 0:
	case isMade(first, r.g.womenNamed):
		return genderShe
	case len(r.g.menNamed) == 0 || isMade(first, r.g.menNamed):
		return genderHe
	}
	return genderUnknown
}

// partiesOf are those whom a phrase names or describes.
func (c *clausal) partiesOf(s span2) []Party {
	if s[0] >= s[1] {
		return nil
	}
	start := s[0]
	var all []Party
	for i := s[0] + 1; i+1 < s[1]; i++ {
		if c.isQuoted(i) || !c.g.coordinates.has(c.words[i]) || !c.isNamed(start, i) || !c.isNamed(i+1, s[1]) || c.hasOf(start, i) {
			continue
		}
		all = append(all, c.partyOf(span2{start, i}))
		start = i + 1
	}
	return append(all, c.partyOf(span2{start, s[1]}))
}

func (c *clausal) hasOf(from, to int) bool {
	return c.hasAmong(c.g.joins, from, to) || c.hasAmong(c.g.genitives, from+1, to)
}

// partyOf is whom one phrase names or describes.
func (c *clausal) partyOf(s span2) Party {
	p := Party{Span: c.spanOfWords(s)}
	p.Words = c.Body.Slice(p.Span)
	if s[1] == c.latterAt(s[0], s[1]) && s[0] < s[1] {
		return c.calledSo(p, c.latterMeant(s[0]))
	}
	if to, which := c.ofTwoAt(s[0], s[1]); to == s[1] && to > s[0] {
		return c.calledSo(p, c.ofTwo(s[0], which))
	}
	if !c.verbLast() && c.isPronoun(s[0]) && !c.isDeterminer(s[0]) {
		return c.calledSo(p, c.meant(s[0]))
	}
	if s[1]-s[0] == 1 && c.g.there.has(c.words[s[0]]) {
		return c.calledSo(p, c.thereMeant())
	}
	if m, ok := c.mentionIn(s); ok {
		if state, isSeat := c.seatOf(m); isSeat && m.first == s[0] && m.end == s[1] {
			return c.calledSo(p, state)
		}
		return c.calledSo(p, m.party)
	}
	if c.isIndefinite(s[0]) && !c.isSingleName(s) {
		return p // “ein Sprecher der Regierung”
	}
	if s[1]-s[0] == 1 && (c.isPronoun(s[0]) || c.isDeterminer(s[0])) {
		return c.calledSo(p, c.meant(s[0]))
	}
	if !c.verbLast() {
		if field := c.inField(s); !field.IsZero() {
			return c.calledSo(p, field)
		}
		return c.calledSo(p, c.describedSo(s))
	}
	if name := c.personAfterTitle(s); name[0] < name[1] {
		p.Name, p.Kind = c.Body.Slice(c.spanOfWords(name)), kindPerson
		return p
	}
	return c.calledSo(p, c.describedBy(s))
}

// isIndefinite reports whether a word stands before somebody who was not told of before.
func (c *clausal) isIndefinite(i int) bool { return c.g.indefinite.has(c.words[i]) }

func (c *clausal) isSingleName(s span2) bool {
	name := c.personAfterTitle(s)
	return name[0] < name[1]
}

// personAfterTitle is the name of a person after what they are, though nobody knows it: “der Ökonom Piet van Loon von der Universität”,
// “der Sprecher, Amadou Keita”; not “der Präsident Russlands”.
func (c *clausal) personAfterTitle(s span2) span2 {
	for i := s[0] + 1; i < s[1] && c.g.order["nouns-large"]; i++ {
		isAfterTitle := c.words[i].large && c.isPerson(i-1) && !c.isDeterminer(i-1)
		if !isAfterTitle && !c.words[i-1].isMark(",") {
			continue
		}
		end := i
		for end < s[1] && (c.words[end].large || end > i && end+1 < s[1] && particles[c.words[end].fold] && c.words[end+1].large) {
			end++
		}
		if isPersonalName(c.words[i:end]) && !c.isStateNamed(c.words[i:end]) {
			return span2{i, end}
		}
	}
	return span2{}
}

// noteSubject remembers who speaks or stands somewhere, also if nobody has the name: “ein Sprecher … sagte er”.
func (c *clausal) noteSubject(s span2, p Party) {
	who, first := genderUnknown, c.words[s[0]]
	switch {
	case s[1]-s[0] < 2:
	case c.g.heArticles.has(first):
		who = genderHe
	case c.g.sheArticles.has(first):
		who = genderShe
	case c.verbLast() && p.Name == "" && slices.ContainsFunc(c.words[s[0]:s[1]], c.isPersonWord): // “eines Sprechers”
		who = c.genderOfPhrase(s[0], c.words[s[0]+1].fold)
	}
	if p.Name == "" && who == genderUnknown && !c.verbLast() && !c.g.order["determiners-open"] {
		if head, _ := c.headAndOf(s[0], s[1]); c.isPersonNoun(head) {
			who = c.genderDescribed(s[0], head)
		}
	}
	if p.Name == "" && who == genderUnknown {
		return
	}
	if at := s[0]; p.Name != "" {
		if m, ok := c.mentionIn(s); ok && !c.verbLast() {
			at = m.first
		}
		c.noteSpeaker(at, p)
		if who == genderUnknown && !c.verbLast() {
			who = c.genderNamed(at, p.Name)
		}
	}
	c.noteDescribed(seen{at: s[0], party: p, speaks: true, who: who})
}

// roleOf is what the text has said before a word, or says right after it, of what somebody is.
func (c *clausal) roleOf(at int, name string) string {
	const after = 2
	last, _ := slices.BinarySearchFunc(c.seen, at, func(s seen, at int) int { return s.at - at })
	for _, s := range slices.Backward(c.seen[max(0, last-farthestSeen):min(len(c.seen), last+after)]) {
		if s.party.Name == name && s.role != "" {
			return s.role
		}
	}
	return ""
}

// noteDescribed remembers somebody of whom the text tells, if nobody is there.
func (c *clausal) noteDescribed(s seen) {
	if s.party.Name != "" && s.role == "" {
		s.role = c.roleOf(s.at, s.party.Name)
	}
	switch i, there := slices.BinarySearchFunc(c.seen, s.at, func(s seen, at int) int { return s.at - at }); {
	case !there:
		c.seen = slices.Insert(c.seen, i, s)
	case c.seen[i].who == genderUnknown:
		c.seen[i].who = s.who
	}
}

// isSomebody reports whether a word is a pronoun for a person.
func (c *clausal) isSomebody(i int) bool { return c.g.he.has(c.words[i]) || c.g.she.has(c.words[i]) }

// meant is whom a pronoun means: whoever fits of the nearest sentence before it that has somebody.
func (c *clausal) meant(at int) Party {
	w := c.words[at]
	v, _ := c.voiceAt(at)
	if c.g.voices.has(w) {
		return v.who
	}
	isHe, isShe := c.whomTells(at)
	if !isHe && !isShe {
		return Party{}
	}
	is := func(s seen) bool { return isHe && s.who == genderHe || isShe && s.who == genderShe }
	here := at
	if c.g.order["bare-nouns"] {
		here = c.sentenceFrom(unit{to: len(c.words)}, at)
	}
	fits := func(s seen) bool {
		if v.who.Name != "" && s.party.Name == v.who.Name { // who speaks says “I”
			return false
		}
		if s.party.Kind == kindOrganisation { // “Die Gewerkschaft … Sie fordert”, but not “Як пише газета, вона обіцяла”
			return s.speaks && is(s) && s.at < here
		}
		return s.party.Kind == kindPerson && (is(s) || s.who == genderUnknown || isHe && isShe)
	}
	if p := c.theOther(at, true, fits); p.Name != "" {
		return p
	}
	if p := c.begunBefore(at, is); p.Name != "" {
		return p
	}
	return c.nearest(at, []func(seen) bool{
		func(s seen) bool { return s.speaks && is(s) && (s.party.Name == "" && v.who.Name == "" || fits(s)) },
		func(s seen) bool { return fits(s) && is(s) },
		func(s seen) bool { return s.speaks && fits(s) },
		fits,
	})
}

// nearest is who fits of the nearest sentence before a word that has somebody, by the first of the conditions that anybody meets.
func (c *clausal) nearest(at int, conditions []func(seen) bool) Party {
	all := unit{to: len(c.words)}
	from, to := c.sentenceFrom(all, at), at
	for range mostUnitsBack {
		here := c.seenBetween(from, to)
		for _, want := range conditions {
			if i := slices.IndexFunc(here, want); i >= 0 {
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

// calledBy is whom one word means, the last of a name or what somebody is, of which a headline does not tell the name.
func (c *clausal) calledBy(at int) Party {
	if p := c.surnamed(c.words[at]); !p.IsZero() || !c.isPerson(at) {
		return p
	}
	if i := slices.IndexFunc(c.seen, func(s seen) bool {
		return s.party.Kind == kindPerson && slices.Contains(strings.Fields(s.role), c.words[at].fold)
	}); i >= 0 {
		return c.seen[i].party
	}
	return Party{}
}

// surnamed is the person whose name the text has in full and whose last word is this.
func (c *clausal) surnamed(w word) Party {
	last, _ := slices.BinarySearchFunc(c.seen, c.reading, func(s seen, at int) int { return s.at - at })
	for i := last - 1; i >= 0 && i > last-farthestSeen; i-- {
		if of := c.seen[i].party; of.Kind == kindPerson && strings.HasSuffix(of.Name, " "+w.text) {
			return of
		}
	}
	return Party{}
}

// whomTells reports whether a pronoun may be for a man, and for a woman.
func (c *clausal) whomTells(at int) (isHe, isShe bool) {
	w := c.words[at]
	if at > 0 && strings.HasSuffix(w.fold, "'") && c.g.whose.endAt(c.words, at-1) > at { // “à | l'en croire”
		return true, true
	}
	return c.g.he.has(w) || c.g.hisWords.has(w), c.g.she.has(w) || c.g.herWords.has(w)
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
