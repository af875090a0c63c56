package suggest

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"standpoint/store"
	"standpoint/store/text"
)

// elsewhere finds names in texts in other languages than English, of whose words nothing is known but how they are written and what the
// tables of the language have.
type elsewhere struct {
	*document
	words table  // of the language
	code  string // the language
	taken []bool // words of names that are found
	all   []mention
	from  int       // of all, those of the sentence
	first int       // the first word of the sentence
	open  []mention // single words, of which the rest of the text tells

	told map[string]bool // states that the text tells to be some, folded

	fromStates map[string]bool // roots of adjectives that may be made of states' names; nil: not read

	large map[string]int // how often the text has a word that is written large, folded, without the ending of a genitive; nil: not counted
}

// tableElsewhere is what is known of names in a language, nothing of others.
func tableElsewhere(code string) table {
	if t := tables["names/"+code]; t != nil {
		return t
	}
	return table{}
}

// namesElsewhere are the places where somebody is named whom the project does not have, and single words of which the text must tell.
func (d *document) namesElsewhere(taken []bool) (all, open []mention) {
	e := elsewhere{document: d, words: tableElsewhere(d.language()), code: d.language(), taken: slices.Clone(taken)}
	e.told = d.readRomanceStates()
	d.withoutOf(e.told)
	for _, s := range d.sentences {
		e.from, e.first = len(e.all), s[0]
		for e.first < s[1]-1 && d.words[e.first].mark {
			e.first++
		}
		found, next := d.dateline(s)
		e.all = append(e.all, found...)
		for i := s[0]; i < next; i++ {
			e.taken[i] = true
		}
		e.quoted(s)
		e.listed(s)
		e.organisations(s)
		e.states(s)
		e.runs(s)
		if e.isGerman() {
			e.parties()
			e.compounds(s)
		}
	}
	return e.all, e.open
}

func (e *elsewhere) is(section, fold string) bool { return e.words[section][fold] }

// ends reports whether a word ends with one of a section.
func (e *elsewhere) ends(section, fold string) bool {
	return slices.ContainsFunc(endsOf(e.code, section), func(end string) bool { return strings.HasSuffix(fold, end) })
}

// endsOf are the words of a section of a language, in order.
func endsOf(code, section string) []string { return sectionsOfNames()[code][section] }

// sectionsOfNames are the sections of the tables of names, by language, with their words in order.
var sectionsOfNames = sync.OnceValue(func() map[string]map[string][]string {
	all := map[string]map[string][]string{}
	for name, t := range tables {
		code, isOfNames := strings.CutPrefix(name, "names/")
		if !isOfNames {
			continue
		}
		all[code] = map[string][]string{}
		for section, words := range t {
			all[code][section] = slices.Sorted(maps.Keys(words))
		}
	}
	return all
})

// take notes a name, in place of those within it.
func (e *elsewhere) take(first, end int, kind store.ActorKind, rule string) *mention {
	within := func(m mention) bool { return first <= m.first && m.end <= end }
	e.all = append(e.all[:e.from], slices.DeleteFunc(e.all[e.from:], within)...)
	e.all = append(e.all, e.one(first, end, kind, rule)...)
	for i := first; i < end; i++ {
		e.taken[i] = true
	}
	return &e.all[len(e.all)-1]
}

// listed takes the names that the tables have.
func (e *elsewhere) listed(s span2) {
	for i := s[0]; i < s[1]; i++ {
		if e.taken[i] {
			continue
		}
		n, l := e.listedAt(i, e.untaken(i, s[1]))
		if n == 0 || n == 1 && !e.isListedHere(i, l) || e.isOfPerson(i, i+n, l) || l.rule == RulePlace && e.isNoPlace(i, i+n) {
			continue
		}
		m := e.take(i, i+n, l.kind, l.rule)
		e.isSeat(m, l, i+n)
		if l.kind == kindState && isCyrillic(e.document.words[i].fold) {
			m.party.Name = stateNamed(l.state, e.code)
		}
		if name := baseListed(e.document.words[i:i+n], l); name != "" && (e.code == "uk" || e.code == "ru") {
			m.party.Name = name
		}
		if bare, isOwner := strings.CutSuffix(m.party.Name, "s"); isOwner && l.kind == kindState && e.isGerman() && isState(text.Fold(bare)) {
			m.party.Name = bare // “die Armee Russlands”
		}
		i += n - 1
	}
}

// untaken is up to which word nothing is taken.
func (e *elsewhere) untaken(at, end int) int {
	for i := at; i < end; i++ {
		if e.taken[i] {
			return i
		}
	}
	return end
}

// isSeat makes a place where a government sits the state of that, if it acts: “Moscow rejected …”. Without parts of speech nothing tells
// but that it begins a clause.
func (e *elsewhere) isSeat(m *mention, l *listing, next int) {
	if l.rule != RulePlace || l.state == "" || next >= len(e.document.words) {
		return
	}
	before := m.first == 0 || e.document.words[m.first-1].mark || e.begins[m.first]
	after := e.document.words[next]
	if before && !after.mark && !after.large && (!isSmallWord(after) || after.fold == "не" || after.fold == "no") {
		e.asSeat(m, l)
	}
}

// asSeat makes a place the state whose government sits there.
func (e *elsewhere) asSeat(m *mention, l *listing) {
	m.rule, m.confidence, m.party.Kind = ruleSeat, confidences[ruleSeat], kindState
	m.party.Name = stateNamed(l.state, e.code)
}

// isSmallWord reports whether a word is as short as prepositions and articles are.
func isSmallWord(w word) bool { return utf8.RuneCountInString(w.fold) <= mostOfShort }

// isListedHere reports whether a word by itself is the name that the tables have, and not the first word of a sentence that may be any.
func (e *elsewhere) isListedHere(i int, l *listing) bool {
	w := e.document.words[i]
	if e.begins[i] && l.rule == ruleListed && !w.upper {
		return !e.small[w.fold] && (e.within[w.fold] || utf8.RuneCountInString(w.fold) > mostOfName)
	}
	return !e.is("no names", w.fold) || !e.begins[i]
}

// isNoPlace reports whether a place of the tables is none where it stands: after a person's title, or with a number: “Dr. Hagen Morgner”,
// “Halle 9”.
func (e *elsewhere) isNoPlace(first, end int) bool {
	words := e.document.words
	if end < len(words) && isDigits(words[end]) && !e.isApart(end) && utf8.RuneCountInString(words[end].text) <= mostOfShort {
		return true
	}
	isTitled := first > 0 && !words[first-1].mark && !e.isApart(first) && e.isTitle(words[first-1])
	return isTitled && end < len(words) && words[end].large && !words[end].mark && !e.isApart(end)
}

// isOfPerson reports whether what the tables have is a part of a person's name: “Paris Delmas”, “Jordan Keller”.
func (e *elsewhere) isOfPerson(first, end int, l *listing) bool {
	words := e.document.words
	isOther := isCyrillic(words[first].fold)
	if end-first > 1 || l.kind == kindOrganisation || isOther && l.kind == kindState {
		return false
	}
	if !isOther && first > 0 && isFirstName(words[first-1]) && !e.begins[first] && !e.isApart(first) && !e.taken[first-1] {
		return true
	}
	return isFirstName(words[first]) && end < len(words) && words[end].large && !words[end].mark && !e.isApart(end)
}

// isNameElsewhere reports whether a word that is written large may belong to a name.
func (e *elsewhere) isNameElsewhere(i int) bool {
	w := &e.document.words[i]
	if w.mark || !w.large || e.taken[i] || e.headline[i] && w.upper && !e.within[w.fold] && !isFirstName(*w) {
		return false
	}
	if !e.begins[i] {
		return true
	}
	if e.small[w.fold] || e.is("no names", w.fold) || articlesElsewhere[w.fold] {
		return false
	}
	return isFirstName(*w) || e.within[w.fold] || w.upper
}

// runElsewhere is where the run of large words ends that begins at one.
func (e *elsewhere) runElsewhere(at, end int) int {
	words := e.document.words
	large := func(i int) bool { return i < end && words[i].large && !words[i].mark && !e.taken[i] && !e.isApart(i) }
	i := at + 1
	for i < end {
		switch {
		case words[i-1].owns:
			return i
		case large(i):
			i++
		case particles[words[i].fold] && !e.isApart(i) && large(i+1) && e.joins(at, i):
			i += 2
		case particles[words[i].fold] && i+1 < end && particles[words[i+1].fold] && large(i+2) && e.joins(at, i):
			i += 3
		case words[i].isMark("&") && large(i+1):
			i += 2
		default:
			return i
		}
	}
	return i
}

// joins reports whether a particle may stand within the name that a run is: in French and Spanish, “de” stands before whose something is,
// too.
func (e *elsewhere) joins(at, particle int) bool {
	fold := e.document.words[particle].fold
	switch fold {
	case "y", "e", "den", "le":
		return false
	case "de", "del", "du", "di", "da", "do", "dos", "la":
		return !e.isGerman() && (isFirstName(e.document.words[at]) || e.hasTitle(at))
	}
	return true
}

// runs takes persons, and what else is written large.
func (e *elsewhere) runs(s span2) {
	for i := s[0]; i < s[1]; {
		if !e.isNameElsewhere(i) && !e.isNameAtBegin(i, s[1]) {
			if w := e.document.words[i]; e.begins[i] && w.large && !w.mark && !e.taken[i] && e.isStateByShape(i, false) {
				e.single(i, false)
			} else if e.begins[i] && w.large && !w.mark && !e.taken[i] && !e.headline[i] {
				e.open = append(e.open, e.one(i, i+1, "", ruleShape)...) // “Castellans Berater …”
			}
			i++
			continue
		}
		end := e.runElsewhere(i, s[1])
		if e.isGerman() {
			e.germanRun(i, end)
		} else {
			e.run(i, end)
		}
		i = end
	}
}

// isNameAtBegin reports whether a sentence begins with a name of two words or more that is not known.
func (e *elsewhere) isNameAtBegin(i, end int) bool {
	w := &e.document.words[i]
	if w.mark || !w.large || e.taken[i] || !e.begins[i] || e.headline[i] || e.isGerman() || i+1 >= end {
		return false
	}
	next := &e.document.words[i+1]
	return next.large && !next.mark && !e.taken[i+1] && !e.isApart(i+1) && !e.small[w.fold] && !e.is("no names", w.fold) &&
		!articlesElsewhere[w.fold] && !isSmallWord(*w) && !e.is("titles", w.fold)
}

// run takes what a run of large words names, but for titles with which it begins.
func (e *elsewhere) run(first, end int) {
	words := e.document.words
	titled := e.hasTitle(first)
	for first < end && isBeforeName(words[first]) {
		first++
	}
	for first < end && e.isTitle(words[first]) {
		first, titled = first+1, true
	}
	for first < end && end-first > 1 && isNobody(words[first]) {
		first++
	}
	if first = e.afterWhose(first, end, titled); first == end {
		return
	}
	if e.takesFirm(first, end) {
		return
	}
	isOf := first > 1 && !titled && e.is("joins", words[first-1].fold) && e.isTitle(words[first-2])
	name := words[first:end]
	switch {
	case len(name) == 1 && e.isStateByShape(first, titled):
		e.single(first, titled)
	case e.isLegal(name[len(name)-1]) && len(name) > 1, e.isOrganisationNoun(first-1) && !titled, isOf && len(name) > 1,
		len(name) > 1 && isOrganisationWord(name[len(name)-1]), e.isForeign(name[0]):
		e.take(first, end, kindOrganisation, ruleOrg)
	case len(name) == 1:
		e.single(first, titled)
	case hasOrganisationWord(name[:1]) || hasOrganisationWord(name[len(name)-1:]) && !titled:
		e.take(first, end, kindOrganisation, ruleOrg)
	case e.isPlaceNoun(first-1) && !(titled && (isFirstName(name[0]) || e.isServed(first, name))), isPlace(name):
		// but “глава региона Антон Седых”
		e.take(first, end, "", RulePlace)
	case isPersonalName(name) && (titled || isFirstName(name[0]) || hasInitial(name)):
		rule := ruleFirst
		if titled {
			rule = ruleTitle
		}
		e.person(first, end, rule)
	case isPersonalName(name) && !e.isPlacing(first) && !slices.ContainsFunc(name, e.isWord):
		e.person(first, end, ruleShape)
	}
}

// isBeforeName reports whether a word stands before a name and is none of it: an article, a particle; but “Ван Ди” is a name.
func isBeforeName(w word) bool {
	return w.mark || articlesElsewhere[w.fold] || particles[w.fold] && !(w.large && isCyrillic(w.fold))
}

// isServed reports whether the name of a person follows what somebody is of a place: “губернатор области Ростислав Буйнов”, and not
// “губернатор области, мэр города Великий Брод”.
func (e *elsewhere) isServed(first int, name []word) bool {
	before := e.document.words[first-1].fold
	isOf := e.code != "uk" && e.code != "ru" || e.ends("places in the genitive end", before)
	return isCyrillic(name[0].fold) && isOf && isPersonalName(name) && !e.ends("adjectives end", name[0].fold)
}

// afterWhose takes the state, the place or the person with which a run begins whose something somebody is, and is where the next name
// begins.
func (e *elsewhere) afterWhose(first, end int, titled bool) int {
	words := e.document.words
	if first < end-2 && titled && e.isOfState(words[first:end]) {
		e.take(first, first+1, kindState, ruleShape).party.Name = baseState(words[first])
		first++
	}
	if first < end-2 && titled && isCyrillic(words[first].fold) && !isFirstName(words[first]) && isFirstName(words[first+1]) {
		e.take(first, first+1, "", RulePlace) // “мер Вишневого Тарас Кучер”
		first++
	}
	if first == end-4 && titled && isCyrillic(words[first].fold) && isFirstName(words[first]) && isFirstName(words[first+2]) {
		// “адвокат Олега Дуба Анна Лисина”
		e.take(first, first+2, kindPerson, ruleTitle).party.Name = baseName(words[first:first+2], e.code)
		first += 2
	}
	if first < end-3 && titled && isCyrillic(words[first].fold) && e.isGenitive(words[first+1]) &&
		e.ends("adjectives in the genitive end", words[first].fold) {
		m := e.take(first, first+2, "", RulePlace) // “мэр Нижнего Бродова Юрий Шалаев”
		if e.isOfState(words[first+1 : first+2]) {
			m.rule, m.confidence, m.party.Kind = ruleShape, confidences[ruleShape], kindState
		}
		first += 2
	}
	if titled && first+1 < end && isCyrillic(words[first].fold) && isAcronym(words[first+1]) &&
		e.ends("adjectives in the genitive end", words[first].fold) {
		noun := "а" // “начальник Київської ОВА”: of an administration, or a station
		if strings.HasSuffix(words[first].fold, "го") {
			noun = ""
		}
		m := e.take(first, first+2, kindOrganisation, ruleOrg)
		m.party.Name = e.baseAdjective(words[first], noun) + " " + words[first+1].text
		first += 2
	}
	if e.isOfOther(first, end) {
		e.open = append(e.open, e.one(first, first+1, "", ruleShape)...)
		first++
	}
	return first
}

// isWord reports whether a word is written in capitals, or small elsewhere, as names are not.
func (e *elsewhere) isWord(w word) bool { return w.upper || e.small[w.fold] }

// isOfState reports whether a run begins with a state's name that is not known, in the genitive: “міністр закордонних справ Норвії Одо
// Ленц”.
func (e *elsewhere) isOfState(name []word) bool {
	first := name[0].fold
	return (strings.HasSuffix(first, "ії") || strings.HasSuffix(first, "ии")) && !isFirstName(name[0])
}

// endsOfStates are how the names of states end that are made as most are, in all cases, and how they do in the case that they are known by.
var endsOfStates = []caseEnding{
	{"ии", "ия"}, {"ию", "ия"}, {"ией", "ия"}, {"ия", "ия"}, {"ії", "ія"}, {"ію", "ія"}, {"ією", "ія"}, {"ія", "ія"},
}

// baseState is the name of a state that is not known in the case that it is known by.
func baseState(w word) string { return rebased(w.text, endsOfStates) }

// isStateByShape reports whether a word is the name of a state that is not known: it is made as those are, and somebody is something of it,
// as “премьер Дорвании”, or the text has an adjective of it.
func (e *elsewhere) isStateByShape(at int, titled bool) bool {
	w := e.document.words[at]
	if !isCyrillic(w.fold) || w.upper || !w.large || isFirstName(w) || e.is("no names", w.fold) || rebasedFold(w.fold) == "" {
		return false
	}
	if e.isOfState(e.document.words[at:at+1]) && (titled || at > 0 && e.is("governments", e.document.words[at-1].fold)) {
		return true
	}
	return e.hasAdjectiveOf(strings.TrimRight(rebasedFold(w.fold), "иія"))
}

// rebasedFold is a folded word in the case that the name of a state is known by; "" if it is not made as such.
func rebasedFold(fold string) string {
	for _, end := range endsOfStates {
		if stem, is := strings.CutSuffix(fold, end.is); is && utf8.RuneCountInString(stem) >= leastStem {
			return stem + end.base
		}
	}
	return ""
}

// hasAdjectiveOf reports whether the text has an adjective that is made of the root of a state's name: “дорванский” of Дорвания.
func (e *elsewhere) hasAdjectiveOf(root string) bool {
	if e.fromStates == nil {
		e.fromStates = map[string]bool{}
		for _, w := range e.document.words {
			if w.mark || w.large && !strings.HasSuffix(w.fold, "й") {
				continue
			}
			if stem, ok := adjectiveRoot(w.fold); ok {
				e.fromStates[hardened.Replace(stem)] = true
			}
		}
	}
	return e.fromStates[hardened.Replace(root)]
}

// isOfOther reports whether a run begins with the surname of somebody else whose something a person is: “заместительница Кравина | Инна
// Шульга”, but not “Шульга Инна Петровна”.
func (e *elsewhere) isOfOther(first, end int) bool {
	words := e.document.words
	if end-first != 3 || first == 0 || !isCyrillic(words[first].fold) || isFirstName(words[first]) || !isFirstName(words[first+1]) {
		return false
	}
	before, last := words[first-1], words[end-1].fold
	isPatronymic := strings.HasSuffix(last, "вич") || strings.HasSuffix(last, "вна") || strings.HasSuffix(last, "ична")
	return !before.mark && !before.large && !e.isOrganisationNoun(first-1) && !e.isPlaceNoun(first-1) && !isPatronymic &&
		isMade(words[first], surnamesOf)
}

// surnamesOf are with what surnames end in the genitive.
var surnamesOf = words{"а": true, "я": true, "ого": true, "ой": true, "ої": true, "и": true, "ы": true}

// isForeign reports whether a word in a text in Cyrillic letters is in others, as companies are written.
func (e *elsewhere) isForeign(w word) bool {
	_, after, _ := strings.Cut(w.fold, "-")
	return (e.code == "uk" || e.code == "ru") && !isCyrillic(w.fold) && !isFirstName(w) && !isCyrillic(after) // “Telegram-канал”
}

// hasInitial reports whether a name begins with initials: “А. П. Мельников”.
func hasInitial(name []word) bool {
	return utf8.RuneCountInString(name[0].fold) == 2 && strings.HasSuffix(name[0].fold, ".")
}

// person takes a person, by the name in the case that it is known by.
func (e *elsewhere) person(first, end int, rule string) {
	m := e.take(first, end, kindPerson, rule)
	if m.party.Actor == (store.ID{}) && !e.isNominative(first) {
		m.party.Name = baseName(e.document.words[first:end], e.code)
	}
}

// isNominative reports whether the title right before a name is a man's and in the case that names are known by: so is the name then.
func (e *elsewhere) isNominative(first int) bool {
	if e.code != "uk" && e.code != "ru" || first == 0 || e.document.words[first-1].mark {
		return false
	}
	for i := first - 1; i >= max(first-farthestTitle, 0) && !e.document.words[i].mark; i-- {
		w := e.document.words[i]
		if e.isTitle(w) {
			last, _ := utf8.DecodeLastRuneInString(w.fold)
			isOblique := strings.ContainsRune("аяуюіиыоеь", last) || slices.ContainsFunc([]string{"ом", "ем", "ой", "ей"}, func(end string) bool {
				return strings.HasSuffix(w.fold, end)
			})
			return !isOblique || e.is("titles nominative", w.fold)
		}
		if isSmallWord(w) && !e.is("small in titles", w.fold) || w.large || e.isVerb(w) && !e.isGenitive(w) || e.isSaying(w) {
			break
		}
	}
	return false
}

// single takes a word by itself, if what stands around it tells of it.
func (e *elsewhere) single(at int, titled bool) {
	w := e.document.words[at]
	switch {
	case isNobody(w) || e.is("no names", w.fold) || e.is("titles", w.fold):
	case e.isPlaceNoun(at - 1):
		e.take(at, at+1, "", RulePlace)
	case e.isStateByShape(at, titled):
		m := e.take(at, at+1, kindState, ruleShape)
		m.party.Name = baseState(w)
	case titled && (e.code == "uk" || e.code == "ru") && e.isOfRegion(at, len(e.document.words)):
		e.take(at, at+2, "", RulePlace)
	case titled && !w.upper && !(isCyrillic(w.fold) && isOrganisationHead(w)):
		e.take(at, at+1, kindPerson, ruleTitle)
	case w.upper && isAcronym(w) && !e.isLegal(w):
		if !e.headline[at] {
			e.open = append(e.open, e.one(at, at+1, kindOrganisation, ruleLetters)...)
		}
	case isMixed(w) && !strings.Contains(w.text, "-"):
		e.take(at, at+1, kindOrganisation, ruleShape)
	case isFirstName(w) && !e.isPlacing(at):
		e.open = append(e.open, e.one(at, at+1, kindPerson, ruleShape)...)
	case e.isPlacing(at) && !e.begins[at]:
		m := e.one(at, at+1, "", RulePlace)
		m[0].place = true
		e.open = append(e.open, m...)
	default:
		e.open = append(e.open, e.one(at, at+1, "", ruleShape)...)
	}
}

// isPlacing reports whether a word stands before a name after which that is most likely a place's.
func (e *elsewhere) isPlacing(first int) bool {
	if first == 0 {
		return false
	}
	return e.is("placing", e.document.words[first-1].fold)
}

// quoted takes what Ukrainian and Russian write in quotation marks and large: companies, parties, newspapers.
func (e *elsewhere) quoted(s span2) {
	if e.code != "uk" && e.code != "ru" {
		return
	}
	const mostOfQuoted = 4
	words := e.document.words
	for i := s[0]; i+2 < s[1]; i++ {
		if !words[i].isMark("«„“\"") || !words[i+1].large {
			continue
		}
		end := i + 1
		for end < s[1] && end-i <= mostOfQuoted && !words[end].mark && !e.taken[end] {
			end++
		}
		if end >= s[1] || end == i+1 || !words[end].isMark("»”“\"") {
			continue
		}
		if i > 0 && e.is("things in quotation marks", words[i-1].fold) {
			continue
		}
		before, isKnown := e.calledBefore(i+1, end)
		if !isKnown && !e.isOrganisationNoun(i-1) && (e.isSaid(i, end, s[1]) || slices.ContainsFunc(words[i+1:end], e.isVerb)) {
			continue
		}
		m := e.take(i+1, end, kindOrganisation, ruleOrg)
		if !e.isOrganisationNoun(i - 1) {
			m.confidence = confidences[ruleLetters]
			m.rule = ruleQuoted
		}
		if isKnown {
			m.party.Name = before
		}
		i = end
	}
}

// isSaid reports whether words in quotation marks are what somebody says, by what follows them: “«Рано», — сказал он”, “«Час настав» — це”.
func (e *elsewhere) isSaid(opens, closes, end int) bool {
	words, after := e.document.words, closes+1
	if after >= end || !words[after].isMark(",—–-") {
		return false
	}
	return closes-opens > 2 || after+1 < end && words[after].isMark(",") && words[after+1].isMark("—–-")
}

// calledBefore is the name of an organisation that the text has named before, of words that name it in another case: “«Степного края»”.
func (e *elsewhere) calledBefore(first, end int) (name string, ok bool) {
	here := e.document.words[first:end]
	for _, m := range e.all[:e.from] {
		if m.party.Kind != kindOrganisation || m.end-m.first != len(here) || m.place {
			continue
		}
		isSame := true
		for i, w := range e.document.words[m.first:m.end] {
			isSame = isSame && shareStem(append(nameStems(w.fold), w.fold), append(nameStems(here[i].fold), here[i].fold))
		}
		if isSame {
			return m.party.Name, true
		}
	}
	return "", false
}
