package suggest

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mentionNamed is the mention of those in a phrase that names whom it means, and not whose something is: the first of a person, else one
// with which the phrase begins.
func (c *clausal) mentionNamed(all []mention, start int) (m mention, ok bool) {
	isOf := func(m mention) bool {
		isJoined := c.g.order["determiners-open"] && m.first > start+1 && c.isCoordinate(m.first-1) && c.words[m.first-2].large
		isBy := c.g.order["determiners-open"] && m.first > start+1 && c.g.by.has(c.words[m.first-1]) // “la patronal, presidida por | Odo Lenz”
		return m.first > start && (c.g.joins.has(c.words[m.first-1]) || isJoined || isBy)            // “Natán y | Lea” are two
	}
	for i, m := range all {
		if m.party.Kind == kindPerson && !isOf(m) {
			if next := i + 1; next < len(all) && all[next].first == m.end && all[next].party.Kind == kindPerson && c.g.order["bare-nouns"] {
				continue // “заместительница Кравина | Инна Шульга”
			}
			if c.isWhose(m, start) || c.isAmongWhose(m, start) {
				return m, false
			}
			return m, true
		}
	}
	if len(all) == 0 || isOf(all[0]) {
		return m, false
	}
	m = all[0]
	if m.first > start && c.isPersonNoun(start) { // “глава Минэкономики”
		return m, false
	}
	isApposed := c.g.order["determiners-open"] && m.first == start+2 && c.mark(start+1, ",") && c.g.firms.has(c.words[start])
	return m, isApposed || m.first <= start || m.first == start+1 && m.party.Kind == kindOrganisation || m.first == start+2 && c.opens(start+1)
}

// seatOf is the state whose government sits in a place in which something is said: “В Пекине | заявили”.
func (c *clausal) seatOf(m mention) (p Party, ok bool) {
	if m.rule != RulePlace || m.first == 0 || !c.g.houses.has(c.words[m.first-1]) {
		return p, false
	}
	n, l := c.listedAt(m.first, m.end)
	if n != m.end-m.first || l.rule != RulePlace || l.state == "" {
		return p, false
	}
	return Party{Name: stateNamed(l.state, c.language()), Kind: kindState}, true
}

// isWhose reports whether the surname after a noun that is who does something is that of somebody else: “адвокат Зеленского | рассказал”,
// “пресс-секретарь Морозова | заявил”.
func (c *clausal) isWhose(m mention, start int) bool {
	before, w := max(m.first-1, 0), c.words[m.first]
	isTheirs := c.g.persons.has(c.words[before]) || c.g.strangers.has(c.words[before])
	if m.end-m.first != 1 || m.first <= start || !c.g.order["bare-nouns"] || !isTheirs {
		return false
	}
	_, last, isFull := strings.Cut(m.party.Name, " ")
	if c.g.serving.has(c.words[before]) && isMade(w, surnamesOf) && !strings.HasSuffix(w.fold, "а") {
		return true // “представитель Морозовой”, but “генерал Лозовой”
	}
	return isMade(w, c.g.whoseEnds) || c.doer == genderHe && isMade(w, c.g.whoseOfHimEnds) ||
		isFull && isMade(w, surnamesOf) && !strings.HasSuffix(last, w.text)
}

// isAmongWhose reports whether a name in another case stands in a phrase that tells where somebody is who is not named: “источник в
// окружении | министра Олега Дуба”.
func (c *clausal) isAmongWhose(m mention, start int) bool {
	_, last, isFull := strings.Cut(m.party.Name, " ")
	isTheirs := c.g.persons.has(c.words[start]) || c.g.strangers.has(c.words[start])
	if !c.g.order["bare-nouns"] || !isTheirs || !isFull {
		return false
	}
	if strings.HasSuffix(last, c.words[m.end-1].text) || !isMade(c.words[m.end-1], surnamesOf) {
		return false
	}
	return slices.ContainsFunc(c.words[start+1:m.first], c.g.prepositions.has)
}

// mostDescribed is how many words a description of somebody has at most, without its determiners.
const mostDescribed = 5

// describedSo is whom “le ministre” or “министра” means: the last person of whom that was said, or organisation that is called so; else the
// last of whom the text may speak so.
func (c *clausal) describedSo(s span2) Party {
	at := s[0]
	for at < s[1] && c.isDeterminer(at) {
		at++
	}
	if at == s[0] && at > 0 && c.g.order["determiners-open"] && c.isDeterminer(at-1) && !c.isQuoted(at-1) {
		s[0]-- // “a juicio del | ministro”
	}
	if at >= s[1] || s[1]-at > mostDescribed || at == s[0] && c.g.order["determiners-open"] || c.words[at].mark {
		return Party{}
	}
	if p, ok := c.governed(s); ok {
		return p
	}
	if c.g.order["bare-nouns"] && s[1]-s[0] == 1 && c.words[at].large && len(c.mentionsBetween(s[0], s[1])) > 0 {
		return Party{} // “Тельск”, and not his “тельская коллега”
	}
	if c.g.order["determiners-open"] && at+1 < s[1] && !c.isPersonNoun(at) && !c.g.roles.has(c.words[at]) && c.isPersonNoun(at+1) &&
		!(c.words[at].large && !c.begins(at)) { // but “l'Union paysanne”
		at++ // “l'ancien | préfet”
	}
	if p, isOne := c.counterpartOf(s, at); isOne {
		return p
	}
	if at > s[0]+1 && c.g.order["determiners-open"] && c.g.besides.has(c.words[at-1]) {
		return c.whoIsAlso(s[0], at)
	}
	at, of := c.headAndOf(at, s[1])
	if p := c.inSameRole(s[0], at, of); !p.IsZero() {
		return p
	}
	if p := c.fromThere(s[0], at); !p.IsZero() {
		return p
	}
	if p := c.inOtherWords(s[0], at, of); !p.IsZero() {
		return p
	}
	if p := c.inOtherOffice(s[0], at, of); !p.IsZero() {
		return p
	}
	if p := c.leadingOf(s[0], at, of); !p.IsZero() {
		return p
	}
	if p := c.suchAs(s[0], at, of); !p.IsZero() {
		return p
	}
	if p := c.asNational(s[0], at, s[1]); !p.IsZero() {
		return p
	}
	return c.suchFirm(s[0], at, of)
}

// governed is the state whose government a phrase names, or the organisation whose leaders: “уряд Норвії”, “la direction d'Aérolys”.
func (c *clausal) governed(s span2) (p Party, ok bool) {
	at := s[0]
	for at < s[1] && c.isDeterminer(at) {
		at++
	}
	if at+1 >= s[1] || !c.g.governments.has(c.words[at]) {
		return p, false
	}
	all := c.mentionsBetween(at, s[1])
	if len(all) != 1 || all[0].end != s[1] || all[0].party.Kind != kindState && all[0].party.Kind != kindOrganisation {
		return p, false
	}
	return all[0].party, all[0].first == at+1 || all[0].first == at+2 && c.g.joins.has(c.words[at+1])
}

// headAndOf are the noun of a description, and the words after it that say of whom or of what somebody is that: “la secretaria general |
// del sindicato”, “глава | ведомства”.
func (c *clausal) headAndOf(at, end int) (head int, of span2) {
	if !c.g.order["determiners-open"] {
		isFirst := true
		for head = at; head < end; head++ {
			if c.g.roles.has(c.words[head]) || c.isPersonNoun(head) || c.g.colleagues.has(c.words[head]) {
				return head, span2{head + 1, end}
			}
			if isFirst && c.isPersonForm(head) { // “по словам украинского | чиновника”
				return head, span2{head + 1, end}
			}
			isFirst = isFirst && (c.isDeterminer(head) || c.isAdjective(head))
		}
		return at, span2{at + 1, end}
	}
	for i := at + 1; i < end; i++ {
		if c.g.joins.has(c.words[i]) {
			return at, span2{i + 1, end}
		}
	}
	return at, span2{end, end}
}

// inSameRole is the last person of whom the text has said what a description says, or organisation that is called so.
func (c *clausal) inSameRole(first, at int, of span2) Party {
	if c.isNameAfter(at, of[0]) { // “el partido Vía Sur”
		return Party{}
	}
	head := c.baseNoun(c.words[at].fold)
	isIt := func(w string) bool { return c.isSameWord(c.baseNoun(w), head) }
	isRole := c.canBeRole(at, of)
	isPlain := !c.isTheirs(first, at) // “правящая партия” is another
	for i := first; i < at; i++ {
		isPlain = isPlain && c.isDeterminer(i)
	}
	who := c.genderOfOffice(first, at)
	isOther := func(s seen) bool { return who != genderUnknown && s.who != genderUnknown && s.who != who }
	is := func(s seen) bool {
		switch s.party.Kind {
		case kindPerson:
			return isRole && slices.ContainsFunc(c.ownRole(s.role), isIt) && c.isOfSame(s.role, of) && !isOther(s)
		case kindOrganisation:
			isNamed := func(w word) bool { return isIt(w.fold) }
			isSo := s.role != "" && isIt(s.role) || slices.ContainsFunc(wordsIn(s.party.Name), isNamed)
			return isPlain && c.isOfAny(of) && isSo
		}
		return false
	}
	more := c.moreOf(first, at, of)
	found := c.lastOrNext(first, is, more)
	if found.Kind == kindOrganisation && len(more) == 0 {
		return c.speakingSo(first, found, is)
	}
	if found.Kind != kindOrganisation && (found.IsZero() || len(more) > 0) {
		isAnyAs := found.IsZero() && (len(more) == 0 || c.g.order["determiners-open"])
		isAs := func(s seen) bool {
			return s.as != "" && isRole && slices.ContainsFunc(strings.Fields(s.as), isIt) && !isOther(s) &&
				(isAnyAs || hasAlike(s.as, more)) && c.isOfSame(s.as, of)
		}
		if p := c.lastOrNext(first, isAs, nil); !p.IsZero() && !c.isToldWith(found, more) {
			return p
		}
	}
	return found
}

// canBeRole reports whether a noun may say what somebody is, and not where they are it: “в ведомстве” is not its head.
func (c *clausal) canBeRole(at int, of span2) bool {
	if c.g.order["bare-nouns"] && c.g.firms.has(c.words[at]) {
		return false
	}
	return c.g.roles.has(c.words[at]) || c.isPersonForm(at) || !c.g.order["determiners-open"] && of[0] == of[1]
}

// farthestTold is among how many names it is looked for what a text has told of somebody.
const farthestTold = 600

// isToldWith reports whether the text has told of somebody with one of some words.
func (c *clausal) isToldWith(of Party, more []word) bool {
	last := c.seen[max(0, len(c.seen)-farthestTold):]
	return of.Name != "" && slices.ContainsFunc(last, func(s seen) bool { return s.party.Name == of.Name && hasAlike(s.role, more) })
}

// inOtherWords is the last person of whom the text has told what a description says in other words: “el presidente de Norvia”, and then
// “el jefe del Estado” or “el mandatario”.
func (c *clausal) inOtherWords(first, at int, of span2) Party {
	head := c.withoutEx(c.words[at].fold)
	roles, isOffice := c.g.alsoCalled[head], false
	for i := of[0]; i < of[1]; i++ {
		if more := c.g.alsoCalled[head+"-"+c.words[i].fold]; more != nil {
			roles, isOffice = more, true
		}
	}
	if len(roles) == 0 || !c.g.order["determiners-open"] || c.isNewHere(first, at) {
		return Party{}
	}
	who := c.genderDescribed(first, at)
	return c.lastOrNext(first, func(s seen) bool {
		isWho := who == genderUnknown || s.who == genderUnknown || who == s.who
		is := func(w string) bool { return slices.Contains(roles, c.withoutEx(w)) }
		isAs := slices.ContainsFunc(strings.Fields(s.as), is)
		isSo := slices.ContainsFunc(c.ownRole(s.role), is) && (isOffice || c.isOfSame(s.role, of))
		return s.party.Kind == kindPerson && isWho && (isSo || isAs && isOffice)
	}, append(c.moreOf(first, at, of), c.adjectivesOf(at, of)...))
}

// isInOtherOffice reports whether somebody has an office that is not the one of a description: “el hombre” is no “fiscal”.
func (c *clausal) isInOtherOffice(head int, s seen) bool {
	if !c.g.offices.has(c.words[head]) || head > 0 && !c.isDeterminer(head-1) { // “l'ancien préfet” is another by now
		return false
	}
	return slices.ContainsFunc(c.ownRole(s.role), func(w string) bool {
		isOffice := c.g.offices[w] || c.g.sides[c.words[head].fold] > 0 && c.g.persons[w] && !c.g.figures[w]
		return isOffice && w != c.words[head].fold && !slices.Contains(c.g.alsoCalled[c.words[head].fold], w)
	})
}

// moreOf are the words beside the noun of a description that tell of which of several it is: “le président | russe”, “российский |
// президент”.
func (c *clausal) moreOf(first, head int, of span2) (all []word) {
	end := of[1]
	if of[0] < of[1] {
		end = head + 1
	}
	for i := head + 1; i < of[1] && c.g.order["bare-nouns"]; i++ { // “министр обороны | Норвегии”
		if w := c.words[i]; w.large && !w.mark {
			all = append(all, w)
		}
	}
	for i := first; i < end; i++ {
		if w := c.words[i]; i != head && !w.mark && !c.isDeterminer(i) && !c.g.joins.has(w) {
			all = append(all, w)
		}
	}
	return all
}

// lastOrNext is the last before a word who fits, of several whoever was told of with one of some words more; in a headline, which does not
// tell the name, the next after it.
func (c *clausal) lastOrNext(at int, fits func(seen) bool, more []word) (found Party) {
	last, _ := slices.BinarySearchFunc(c.seen, at, func(s seen, at int) int { return s.at - at })
	for i := last - 1; i >= 0 && i > last-farthestSeen; i-- {
		if s := c.seen[i]; fits(s) {
			if len(more) == 0 || hasAlike(s.role, more) {
				return s.party
			}
			if found.IsZero() {
				found = s.party
			}
		}
	}
	if !found.IsZero() || c.u.line > 0 || c.u.to == 0 || c.mark(c.u.to-1, stops) {
		return found
	}
	for _, s := range c.seen[last:min(len(c.seen), last+farthestSeen)] {
		if s.at >= c.u.to && fits(s) {
			return s.party
		}
	}
	return Party{}
}

// hasAlike reports whether what somebody is said to be has one of some words, whatever their endings are.
func hasAlike(role string, more []word) bool {
	const mostOfEnding, leastAlike = 2, 3
	for was := range strings.FieldsSeq(role) {
		for _, w := range more {
			if isCyrillic(w.fold) && len(w.fold) > 2*leastOfStem {
				was, w.fold = hardened.Replace(was), hardened.Replace(w.fold)
			}
			alike := utf8.RuneCountInString(was[:commonStart(was, w.fold)])
			short := min(utf8.RuneCountInString(was), utf8.RuneCountInString(w.fold))
			if alike >= leastAlike && alike >= short-mostOfEnding {
				return true
			}
		}
	}
	return false
}

// mostFirmsBack is in how many sentences before “la empresa” the organisation is looked for that it means.
const mostFirmsBack = 3

// suchFirm is the organisation that “la empresa” or “компанія” means of which the text has not told that it is one: the last that spoke, or
// the only one.
func (c *clausal) suchFirm(first, head int, of span2) Party {
	isDefinite := !c.g.order["determiners-open"] && first == head
	if first < head {
		isDefinite = !c.isIndefinite(first) && !c.g.hisWords.has(c.words[first])
	}
	if !isDefinite || c.isNameAfter(head, of[0]) || !c.g.firms.has(c.words[head]) || c.words[head].large && !c.beginsBare(head) ||
		!c.isOfAny(of) {
		return Party{}
	}
	all := unit{to: len(c.words)}
	from, to := c.sentenceFrom(all, first), first
	var only Party
	for range c.firmsBack(c.words[head]) {
		for _, s := range slices.Backward(c.seenBetween(from, to)) {
			switch {
			case s.party.Kind != kindOrganisation || s.party.Name == "" || !c.canBeCalled(c.words[head], s) || c.isAskerAt(s.at):
			case s.speaks:
				return s.party
			case c.isPlacedAt(s.at): // “sur | Telegram”
			case only.Name != "" && only.Name != s.party.Name:
				return Party{}
			default:
				only = s.party
			}
		}
		if from == 0 {
			break
		}
		to, from = from, c.sentenceFrom(all, from-1)
	}
	return only
}

// isAskerAt reports whether the one named at a word is by whom somebody is asked with whom a sentence goes on: “Sollicitée par l'AFP, la
// compagnie”.
func (c *clausal) isAskerAt(at int) bool {
	i := at - 1
	for i > 0 && c.isDeterminer(i) {
		i--
	}
	return c.g.order["determiners-open"] && i > 0 && c.g.by.has(c.words[i]) && isMade(c.words[i-1], c.g.insets)
}

// beginsBare reports whether a word begins a sentence where nothing stands before nouns: it is written large for that.
func (c *clausal) beginsBare(i int) bool { return c.g.order["bare-nouns"] && c.begins(i) }

// mostKnownFirmsBack is the same for a noun of which the names tell that have it: “в министерстве”.
const mostKnownFirmsBack = 8

// firmsBack is in how many sentences before a noun the organisation is looked for that it means.
func (c *clausal) firmsBack(noun word) int {
	for begin := range c.g.firmsKnown {
		if strings.HasPrefix(noun.fold, begin) {
			return mostKnownFirmsBack
		}
	}
	return mostFirmsBack
}

// canBeCalled reports whether an organisation may be meant by a noun, as far as the name tells: “в министерстве” is none that is not called
// as ministries are.
func (c *clausal) canBeCalled(noun word, s seen) bool {
	if c.g.outlets[s.role] && !c.g.outlets.has(noun) {
		return false
	}
	for begin := range c.g.stateBodies {
		if strings.HasPrefix(noun.fold, begin) && s.at > 0 && c.words[s.at-1].isMark(quoteMarks) {
			return false // “ведомство” is no company
		}
	}
	for begin, names := range c.g.firmsKnown {
		if strings.HasPrefix(noun.fold, begin) {
			isSo := func(w word) bool {
				return slices.ContainsFunc(names, func(of string) bool { return strings.HasPrefix(w.fold, of) })
			}
			return slices.ContainsFunc(wordsIn(s.party.Name), isSo)
		}
	}
	return true
}

// isNameAfter reports whether a name that nobody knows stands right after a noun.
func (c *clausal) isNameAfter(head, end int) bool {
	return head+1 < end && c.words[head+1].large && !c.words[head+1].upper
}

// isOfSame reports whether somebody is what they are of those whom other words tell: of nobody, of what “ведомства” stands for, or of whom
// their role says so.
func (c *clausal) isOfSame(role string, of span2) bool {
	if c.isOfAny(of) {
		return true
	}
	all := strings.Fields(role)
	for i := of[0]; i < of[1]; i++ {
		w := c.words[i]
		isSame := func(r string) bool { return c.isSameWord(r, w.fold) }
		if !w.mark && !c.g.joins.has(w) && !c.isDeterminer(i) && slices.ContainsFunc(all, isSame) {
			return true
		}
	}
	return false
}

// isOfAny reports whether the words that say of what somebody is something tell nothing new: there are none, or they stand for what was
// told.
func (c *clausal) isOfAny(of span2) bool {
	for i := of[0]; i < of[1]; i++ {
		if w := c.words[i]; !c.isDeterminer(i) && !c.g.ofThem.has(w) && !isMade(w, c.g.peopleOfEnd) && !isDigits(w) && !c.g.years.has(w) {
			return false
		}
	}
	return true
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

// isPersonNoun reports whether a word is a noun for a person.
func (c *clausal) isPersonNoun(i int) bool {
	w := c.words[i]
	return !w.mark && !c.isQuoted(i) && (c.isOneOfPersons(w) || c.g.persons.has(w) || c.g.strangers.has(w) ||
		!w.large && isMade(w, c.g.personEnds) && !c.g.bodies.has(w))
}

// isOneOfPersons reports whether a word is for several persons, or for one who was something or is it in another's place: “empresarios”,
// “exministra”, “vice-président”.
func (c *clausal) isOneOfPersons(w word) bool {
	if !c.g.order["determiners-open"] {
		return false
	}
	one := w.fold
	for _, before := range []string{"ex", "vice", "sub", "sous"} {
		if rest, is := strings.CutPrefix(one, before); is && c.g.persons[strings.TrimPrefix(rest, "-")] {
			return true
		}
	}
	return c.g.persons[strings.TrimSuffix(one, "s")] && one != strings.TrimSuffix(one, "s")
}

// suchAs is whom “la sindicalista” or “чиновник” means if the text has not told who that is: the last of whom it speaks so, who said
// something.
func (c *clausal) suchAs(first, head int, of span2) Party {
	isTheirs := c.g.hisWords.has(c.words[first]) || c.g.herWords.has(c.words[first]) // “su mujer”
	who := c.genderDescribed(first, head)
	isThis := c.g.these.has(c.words[first]) && first < head // “cet ingénieur de 67 ans” was just told of
	if !isThis && c.isNewHere(first, head) || c.isNameAfter(head, of[0]) || c.isAtPlace(of[1]) {
		return Party{}
	}
	if p := c.stillSpeaking(first, head, who); of[0] == of[1] && !p.IsZero() {
		return p
	}
	isKnown := c.isPersonForm(head) && !c.g.strangers[c.baseNoun(c.words[head].fold)] && (first == head || !c.words[head].large)
	isElided := first < head && strings.HasSuffix(c.words[first].fold, "'") // “l'intéressé”
	if who == genderUnknown && !isElided || isTheirs && head > first || !isKnown || !isThis && !c.isOfAny(of) {
		return Party{}
	}
	v, _ := c.voiceAt(first)
	is := func(s seen) bool {
		isVoice := v.who.Name != "" && s.party.Name == v.who.Name
		return s.party.Kind == kindPerson && !isVoice && !c.isOnOtherSide(c.words[head].fold, s) && !c.isInOtherOffice(head, s) &&
			(s.who == who || who == genderUnknown)
	}
	if p := c.onSameSide(first, c.words[head].fold, who); !p.IsZero() {
		return p
	}
	if c.isTalkedOf(first, head) {
		return Party{}
	}
	isUnknown := func(s seen) bool {
		return s.party.Kind == kindPerson && s.who == genderUnknown && !c.isOnOtherSide(c.words[head].fold, s) &&
			!c.isInOtherOffice(head, s)
	}
	return c.nearest(first, []func(seen) bool{
		func(s seen) bool { return s.speaks && s.party.Name == "" && s.who == who },
		func(s seen) bool { return s.speaks && is(s) },
		is,
		func(s seen) bool { return s.speaks && isUnknown(s) },
		isUnknown,
	})
}

// isAtPlace reports whether words say where somebody is of whom the text has not told, where nouns have no articles that tell that:
// “рабочий | за соседним столом”, and not “чиновник | в интервью”.
func (c *clausal) isAtPlace(at int) bool {
	if !c.g.order["bare-nouns"] || at+1 >= c.u.to || c.isQuoted(at) {
		return false
	}
	isOccasion := c.g.occasions.has(c.words[at+1]) || c.isTimeAt(at+1)
	return c.g.places.has(c.words[at]) && !isOccasion && !c.words[at+1].mark
}

// isNewHere reports whether the text has told of somebody as of one of whom it had not told: “un camarero”, and then “el camarero”; or it
// goes on to say who that is: “El camarero, un joven”.
func (c *clausal) isNewHere(first, head int) bool {
	if !c.g.order["determiners-open"] {
		return false
	}
	if c.strangers == nil {
		c.strangers = map[string]int{}
		for i := len(c.words) - 1; i > 0; i-- {
			if c.g.indefinite.has(c.words[i-1]) && !c.words[i].mark {
				c.strangers[c.words[i].fold] = i
			}
		}
	}
	if at, there := c.strangers[c.words[head].fold]; there && at < first {
		return true
	}
	return head+2 < len(c.words) && c.words[head+1].isMark(",") && c.isIndefinite(head+2)
}

// genderDescribed tells from the article of a description how somebody is spoken of, or from its verb and its noun where there are no
// articles.
func (c *clausal) genderDescribed(first, head int) gender {
	w := c.words[first]
	noun := c.words[head]
	noun.fold = c.baseNoun(noun.fold)
	isContracted := c.g.order["determiners-open"] && c.g.determiners.has(w) && (c.g.joins.has(w) || c.g.to.has(w))
	isOfHim := isContracted && !strings.ContainsAny(w.fold[1:], "sx") // “a juicio | del ministro”
	switch isHe, isShe := c.g.heArticles.has(w) || isOfHim, c.g.sheArticles.has(w); {
	case c.g.order["determiners-open"] && (head == first || isHe == isShe):
		return genderUnknown
	case isShe, !isHe && c.doer == genderShe,
		!isHe && c.doer == genderUnknown && (c.g.womanEnds(noun) || c.g.women.has(noun)):
		return genderShe
	}
	return genderHe
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
