package suggest

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"standpoint/store"
	"standpoint/store/text"
)

// seen is somebody whom a text names at a word.
type seen struct {
	at     int // the word
	party  Party
	role   string // folded: “foreign minister”
	as     string // folded, what somebody is as another is whose colleague they are, with the role
	speaks bool   // the words are who says something
	who    gender

	place           bool   // nobody governs there
	shaped          bool   // nothing but the shape of the name tells that it is a person's
	firm            bool   // the words around the name tell that it is an organisation's
	oblique, quoted bool   // they follow a preposition, own something or stand in brackets; they stand in a quotation
	phrase          string // folded, the last word of who speaks and has no name: “official”
}

// gender is how somebody is spoken of, as far as that is known.
type gender byte

const (
	genderUnknown gender = iota
	genderShe
	genderHe
)

// fits reports whether somebody may be meant by a pronoun.
func (g gender) fits(pronoun word) bool {
	switch pronoun.fold {
	case "she", "her":
		return g != genderHe
	case "he", "him":
		return g != genderShe
	}
	return true
}

// agrees reports whether two may be spoken of in the same way.
func (g gender) agrees(other gender) bool {
	return g == other || g == genderUnknown || other == genderUnknown
}

// meant is whom a phrase means, with the words that tell it if they follow it at once: “a driver, who gave only his first name, Marek”.
type meant struct {
	party Party
	words span2
}

// memory are those whom a text has named so far.
type memory struct {
	seen  []seen
	names map[string]seen     // by the words that name them
	roles map[string][]string // by names: what they are besides what the first place says

	genders map[string]gender // by names: how a text spoke of them
	fresh   map[string]int    // where a text first tells of somebody without a name, by the word for them: “a | hairdresser”
	persons []seen            // all whom the text names outside of quotations, each once
	firstAt map[string]int    // the first words of their names, by these

	mainFirm Party // the organisation that the text names far more often than any other

	inOffice map[string][]seen // of these, by the last words of what they are: “minister”

	meant map[int]meant // whom phrases mean of which only other words tell it, by their first words

	members map[string]string // of which party persons are, by their names, folded: “democrat”

	serves map[string]string // for which state persons are what they are, by their names
	served []string          // these states, each once

	governments governmentsNamed

	parents map[string]Party // the father or mother of persons, by their names

	stateStems map[string]bool // of the names of states in one word; nil until that is asked for
}

func newMemory() memory {
	return memory{
		names: map[string]seen{}, roles: map[string][]string{}, genders: map[string]gender{}, fresh: map[string]int{},
		serves: map[string]string{}, members: map[string]string{}, meant: map[int]meant{},
		parents: map[string]Party{},
	}
}

// remember takes in those whom words name.
func (r *sayer) remember(from, to int) {
	from = r.afterDateline(from, to)
	for i := from; i < to; i++ {
		w := r.words[i]
		if !w.large || w.mark || pronounIn(w) != "" || r.g.he.has(w) || r.g.asking.has(w) || r.g.answering.has(w) || r.g.questions.has(w) {
			continue
		}
		end := i
		for end < to && isOfRun(r.words, end, i) {
			end++
		}
		if end == i {
			continue
		}
		if end-i > 2 && r.g.stakes.has(r.words[i]) && r.g.prepositions.has(r.words[i+1]) { // “Shares of Amperon”
			i += 2
		}
		if i < len(r.headline) && r.headline[i] && end-i > 1 { // “Amperon Tells Holders”: all words are written large
			r.rememberHeadline(i, end)
			i = end - 1
			continue
		}
		if r.isDoing(i, end) || end-i > 1 && isConjunction(r.words[i]) {
			i++
		}
		nameEnd := r.nameEnd(i, end)
		if s := r.named(i, nameEnd); s.party.Name != "" && !r.isSomeMember(i, end) {
			r.noteStateAfter(s.party.Name, nameEnd, end)
			r.moreOf(s, i, end)
			r.noteChild(s.party, i)
			r.noteMember(s.party.Name, s.party.Kind, i, end)
			s.at, s.oblique, s.quoted = i, s.place || r.isOblique(i, end), r.isQuoted(i)
			r.seen = append(r.seen, s)
		}
		i = end - 1
	}
}

// rememberHeadline takes in those whom the words of a headline name that are known as names.
func (r *sayer) rememberHeadline(from, end int) {
	for _, m := range r.mentionsBetween(from, end) {
		if m.first == m.end { // a part of a word, in a script without spaces
			continue
		}
		if s := r.named(m.first, m.end); s.party.Name != "" {
			s.at, s.oblique, s.quoted = m.first, s.place || r.isOblique(m.first, m.end), r.isQuoted(m.first)
			r.seen = append(r.seen, s)
		}
	}
}

// isDoing reports whether a run of words that are written large begins a sentence with what is done: “Evacuating Valsena would cost”.
func (r *sayer) isDoing(from, end int) bool {
	return end-from > 1 && r.tags != nil && r.tags[from].IsVerb() && strings.HasSuffix(r.words[from].fold, "ing") &&
		r.sentenceFrom(unit{to: len(r.words)}, from) == from
}

// nameEnd is where a name ends in a run of words that are written large: before where somebody is from and the letters of an honour: “Mara
// Ellin | of Sarn”, “Mara Ellin | KC”.
func (r *sayer) nameEnd(from, end int) int {
	for end-from > 2 && r.g.honours.has(r.words[end-1]) {
		end--
	}
	for i := from + 1; i < end-1; i++ {
		if r.words[i].fold == "of" && (r.isPerson(span2{from, i}) || i == from+1 && r.isApposed(from)) {
			return i
		}
	}
	return end
}

// isApposed reports whether a name stands after a comma that tells that it is an organisation's: “the supplier, | Nordkern of Sarn”.
func (r *sayer) isApposed(at int) bool {
	return at > 1 && r.words[at-1].isMark(",") && r.g.firms.has(r.words[at-2]) && !organisationWords[r.words[at].fold]
}

// isOblique reports whether a name is hardly whom a sentence is about: it follows a preposition, owns something or stands in brackets.
func (r *sayer) isOblique(from, to int) bool {
	if r.words[to-1].owns || from > 0 && r.words[from-1].fold == "born" { // “she was born Ida Moll”
		return true
	}
	if to < len(r.words) && r.g.texts.has(r.words[to]) && !r.words[to].large { // “SurveyNorth | data show”
		return true
	}
	before := from - 1
	for before >= 0 && r.g.determiners.has(r.words[before]) {
		before--
	}
	return before >= 0 && (r.g.prepositions.has(r.words[before]) || r.words[before].isMark("("))
}

// named is whom a run of words names. The first place tells most of what somebody is.
func (r *sayer) named(from, to int) seen {
	key := r.Body.Slice(r.spanOfWords(span2{from, to}))
	if s, ok := r.names[key]; ok {
		if !s.firm && r.isCalledFirm(from, to) {
			s.firm = true
			r.names[key] = s
		}
		return s
	}
	first, last := r.sentenceAround(from)
	words := r.words[first:max(last, to)] // what is no prose is cut anywhere
	in := r.introduced(words, from-first, to-first)
	s := seen{party: in.Party, role: text.Fold(in.Role)}
	if s.role == "" {
		s.role = titlesInFull[strings.TrimSuffix(r.words[from].fold, ".")]
	}
	r.takeKind(&s, from, to)
	r.takeFullName(&s, from, to)
	if s.party.Kind == kindPerson || s.party.Kind == "" && !isHead(r.words[to-1]) {
		s.who = r.genderOf(r.words[from:to], in)
	}
	r.takeKin(&s, from)
	r.takeOffice(&s, words, from-first)
	r.noteServed(s.party.Name, in.Of)
	r.takeCounterpart(&s)
	if full := r.byFirstName(in.Name); full.party.Name != "" {
		s.party, s.role, s.who = full.party, full.role, full.who
	}
	r.takeSharedSurname(&s, to)
	if s.role != "" {
		r.addRoles(s.party.Name, []string{s.role})
	}
	r.names[key] = s
	return s
}

// isInRole reports whether somebody was said to have a role.
func (r *sayer) isInRole(s seen, role string) bool {
	return isSameRole(s.role, role) || slices.ContainsFunc(r.roles[s.party.Name], func(is string) bool { return isSameRole(is, role) })
}

// takeKind takes what a name is of which its own words do not tell from where the text names it; a place does nothing.
func (r *sayer) takeKind(s *seen, from, to int) {
	s.shaped = s.party.Kind == kindPerson && s.role == "" && s.party.Actor == (store.ID{}) && r.genderBy(r.words[from]) == genderUnknown
	s.firm = r.isCalledFirm(from, to)
	if s.party.Kind == "" && to-from == 1 && isJoinedName(r.words[from].text) { // “SurveyNorth”
		s.party.Kind, s.firm = kindOrganisation, true
	}
	if s.shaped && to-from > 1 { // “the founder of Lenz Blue”: the rest of the text may tell what that is
		for _, m := range r.mentionsBetween(from, to) {
			if m.end == to && m.party.Kind == kindOrganisation {
				s.party.Kind, s.shaped = kindOrganisation, false
			}
		}
	}
	if s.party.Kind != "" {
		return
	}
	for _, m := range r.mentionsBetween(from, to) {
		if m.end == to && m.rule != ruleSpeaks && m.rule != ruleShape {
			s.party.Kind, s.place = m.party.Kind, m.rule == RulePlace
		}
	}
	if s.party.Kind == "" && s.firm {
		s.party.Kind, s.place = kindOrganisation, false
	}
}

// isJoinedName reports whether a name is two words that are written as one, as firms call themselves: “SurveyNorth”. Persons are called
// “McIntyre” and “DeLuca”.
func isJoinedName(name string) bool {
	const least = 4
	at := strings.LastIndexFunc(name, unicode.IsUpper)
	if at < least || name[at-1] < 'a' || name[at-1] > 'z' || len(name)-at < 2 {
		return false
	}
	switch strings.ToLower(name[:at]) {
	case "fitz", "vander", "della":
		return false
	}
	return !strings.ContainsAny(name, "-'’.")
}

// takeOffice takes what stands in commas before the title of somebody for another that they have: “the chair, retired judge | Ida Moll”.
func (r *sayer) takeOffice(s *seen, sentence []word, at int) {
	title := titleStart(sentence, at)
	if title == at || title < 2 || !sentence[title-1].isMark(",") || s.party.Kind != kindPerson {
		return
	}
	in := Introduction{Party: s.party}
	in.readBeforeComma(r.Text, sentence, title)
	if role := text.Fold(in.Role); role != "" && role != s.role {
		r.addRoles(s.party.Name, []string{role})
	}
}

// takeCounterpart takes for the role of a counterpart that of the person named last before who has one: “her Velian counterpart, | Odo
// Lenz”.
func (r *sayer) takeCounterpart(s *seen) {
	if !r.g.counterparts[s.role[strings.LastIndexByte(s.role, ' ')+1:]] || s.party.Kind != kindPerson {
		return
	}
	for i := len(r.seen) - 1; i >= max(0, len(r.seen)-farthestSeen); i-- {
		if other := r.seen[i]; !other.quoted && other.role != "" && other.role != s.role && other.party.Kind == kindPerson {
			r.addRoles(s.party.Name, []string{s.role})
			s.role = other.role
			return
		}
	}
}

// takeKin takes what a word for somebody's kin before a name tells of them: “his wife, | Glenys”, “her brother | Tom”.
func (r *sayer) takeKin(s *seen, from int) {
	at := from - 1
	if at > 0 && r.words[at].isMark(",") {
		at--
	}
	if at < 1 || r.words[at].large || r.words[at].mark || s.party.Kind != "" && s.party.Kind != kindPerson {
		return
	}
	isTheirs := r.words[at-1].owns || r.g.ownedBy[r.words[at-1].fold] != ""
	if g := r.genderBy(r.words[at]); g != genderUnknown && isTheirs && firstNameGender(r.words[from]).agrees(g) {
		s.party.Kind, s.who, s.shaped = kindPerson, g, false
		r.addRoles(s.party.Name, []string{r.words[at].fold})
	}
}

// takeSharedSurname takes the surname that somebody has with whoever is named behind them: “Ida | and Karl Lenz”.
func (r *sayer) takeSharedSurname(s *seen, to int) {
	const two = 2
	if to+two >= len(r.words) || r.words[to].fold != "and" || s.party.Name != r.words[to-1].text || !isFirstName(r.words[to-1]) {
		return
	}
	last := r.words[to+two]
	if !isFirstName(r.words[to+1]) || !last.large || last.mark || !r.isPerson(span2{to + 1, to + two + 1}) {
		return
	}
	s.party.Name, s.party.Kind = s.party.Name+" "+last.text, kindPerson
}

// takeFullName takes the name in full of a company that a word calls by the first of it: “Amperon”, of Amperon Motors Ltd.
func (r *sayer) takeFullName(s *seen, from, to int) {
	if s.party.Actor != (store.ID{}) || s.party.Kind != "" && s.party.Kind != kindOrganisation || to-from != 1 {
		return
	}
	for _, m := range r.mentionsBetween(from, to) {
		last := m.party.Name[strings.LastIndexByte(m.party.Name, ' ')+1:]
		isFull := m.first == from && m.end == to && m.rule == ruleAgain && m.party.Kind == kindOrganisation
		if isFull && slices.Contains(legalForms, last) {
			s.party.Actor, s.party.Name, s.party.Kind = m.party.Actor, m.party.Name, m.party.Kind
		}
	}
}

// isCalledFirm reports whether the words around a name tell that it is an organisation's: “carmaker Amperon”, “the company, Amperon,”,
// “Amperon, a Swiss bank,”.
func (r *sayer) isCalledFirm(from, to int) bool {
	const mostApart = 6
	if to-from > 1 && r.g.firms.has(r.words[from]) || from > 1 && r.g.stakes.has(r.words[from-2]) && r.g.prepositions.has(r.words[from-1]) {
		return true
	}
	at := from - 1
	if at > 0 && r.words[at].isMark(",") {
		at--
	}
	if at >= 0 && (r.g.firms.has(r.words[at]) || organisationWords[r.words[at].fold] && !r.words[at].large) && !r.words[at].owns {
		return true
	}
	if to+2 >= len(r.words) || !r.words[to].isMark(",") || !r.g.determiners.has(r.words[to+1]) {
		return false
	}
	for i := to + 2; i < min(len(r.words), to+2+mostApart) && !r.words[i].mark && !r.g.prepositions.has(r.words[i]); i++ {
		if !r.g.firms.has(r.words[i]) || i+1 >= len(r.words) {
			continue
		}
		if next := r.words[i+1]; next.mark || r.g.prepositions.has(next) || r.g.relating.has(next) {
			return true
		}
	}
	return false
}

// byFirstName is the person whose first name alone a text gives, of those whom it has named: “Sir Odo”, of Odo Lenz.
func (r *sayer) byFirstName(name string) seen {
	if name == "" || strings.Contains(name, " ") {
		return seen{}
	}
	for i := len(r.seen) - 1; i >= 0 && i > len(r.seen)-farthestSeen; i-- {
		s := r.seen[i]
		isPart := strings.HasPrefix(s.party.Name, name+" ") || strings.Contains(s.party.Name, " "+name+" ") // “Furious | Ida Moll”
		if isPart && s.party.Kind == kindPerson {
			return s
		}
	}
	return seen{}
}

// titlesInFull are what short titles before a name stand for.
var titlesInFull = pairsOf(english["titles in full"])

// sentenceAround are the words of the sentence in which one stands.
func (r *sayer) sentenceAround(i int) (from, to int) {
	all := unit{from: 0, to: len(r.words)}
	return r.sentenceFrom(all, i), r.sentenceTo(all, i)
}

// genderOf tells from titles and first names how somebody is spoken of.
func (r *sayer) genderOf(words []word, in Introduction) gender {
	for _, all := range [][]word{words, wordsIn(in.Role)} {
		for _, w := range all {
			if g := r.genderBy(w); g != genderUnknown && isHead(w) {
				return g
			}
		}
	}
	for _, w := range slices.Concat(wordsIn(in.Name), words) { // a last name that is a first name of others tells nothing
		if !isHead(w) {
			return cmp.Or(r.genderBy(w), genderGiven(w))
		}
	}
	return genderUnknown
}

// genderBy is how somebody is spoken of who has this title or first name.
func (r *sayer) genderBy(w word) gender {
	switch fold := strings.TrimSuffix(w.fold, "."); {
	case r.g.women[fold]:
		return genderShe
	case r.g.men[fold]:
		return genderHe
	}
	return genderUnknown
}

// noteSpeaker remembers who speaks where the text does not name them: “he said” is a place at which he is named.
func (r *sayer) noteSpeaker(at int, p Party) {
	if p.Name != "" {
		r.noteAs(at, seen{party: p, speaks: true})
	}
}

// noteAs remembers somebody at a word by whom it is meant.
func (r *sayer) noteAs(at int, s seen) {
	i, there := slices.BinarySearchFunc(r.seen, at, func(s seen, at int) int { return s.at - at })
	if there {
		if r.seen[i].party.Name != s.party.Name {
			r.seen[i].role, r.seen[i].who = s.role, s.who
		}
		r.seen[i].party, r.seen[i].speaks = s.party, r.seen[i].speaks || s.speaks
		return
	}
	s.at, s.quoted = at, r.isQuoted(at)
	if i < len(r.seen) && r.seen[i].party.Name == s.party.Name { // the name stands after the title that the phrase begins with
		s.role, s.who = r.seen[i].role, r.seen[i].who
	}
	for j := i - 1; j >= 0 && j > i-farthestSeen && s.role == "" && s.who == genderUnknown; j-- {
		if r.seen[j].party.Name == s.party.Name {
			s.role, s.who = r.seen[j].role, r.seen[j].who
			break
		}
	}
	if s.who == genderUnknown {
		switch r.words[at].fold {
		case "he":
			s.who = genderHe
		case "she":
			s.who = genderShe
		}
		r.genders[s.party.Name] = cmp.Or(r.genders[s.party.Name], s.who)
	}
	r.seen = slices.Insert(r.seen, i, s)
}

// noteUnnamed remembers that somebody spoke who has no name: “an official said”. “He” is that official then, and nobody else.
func (r *sayer) noteUnnamed(subject span2) { r.noteHead(subject, true) }

// noteHead remembers somebody who has no name by the head of what the text calls them: “the captain of the tanker”.
func (r *sayer) noteHead(s span2, speaks bool) {
	head := s[1] - 1
	if last := r.words[head]; r.g.he.has(last) || r.g.it.has(last) || last.mark {
		return
	}
	for i := s[0] + 1; i < s[1]; i++ {
		if r.endsHead(i) {
			head = i - 1
			break
		}
	}
	if r.words[head].large && !(head == s[0] && r.g.counted.has(r.words[head])) { // “Another said”
		return
	}
	i, there := slices.BinarySearchFunc(r.seen, head, func(s seen, at int) int { return s.at - at })
	if !there {
		r.seen = slices.Insert(r.seen, i, seen{at: head, speaks: speaks, phrase: r.words[head].fold, quoted: r.isQuoted(head)})
	}
}

// noteSubject remembers whom a sentence is about, if that is somebody without a name or whom the words describe: “his lawyer was asked”.
func (r *sayer) noteSubject(u unit) {
	s := r.mainSubject(u.from, r.sentenceTo(u, u.from))
	r.noteAccused(u, s)
	if s[0] >= s[1] || r.isQuoted(s[0]) || s[1]+1 < len(r.words) && r.words[s[1]].isMark(",") && r.words[s[1]+1].large {
		return
	}
	head := r.headOf(s)
	if s[1]-s[0] == 1 && (head.fold == "he" || head.fold == "she") {
		if p := r.resolve(s[0]); p.Name != "" {
			r.noteAs(s[0], seen{party: p})
		}
		return
	}
	if r.g.texts.has(head) && !head.large { // “The research followed … | It found”
		r.noteHead(s, false)
		return
	}
	if head.large || head.mark || !r.isPeopleWord(head) || r.nameIn(s) != (span2{}) {
		return
	}
	p := r.parentMeant(s)
	if p.Name == "" {
		p = r.described(s)
	}
	if p.Name != "" {
		r.noteAs(s[0], seen{party: p})
		return
	}
	if p := r.whoIs(u, s); p.Name != "" {
		r.noteAs(s[0], seen{party: p})
		return
	}
	r.noteHead(s, false)
}

// whoIs is the person whom a sentence says somebody to be: “Their chief | is Odo Lenz”.
func (r *sayer) whoIs(u unit, s span2) Party {
	if s[1]+1 >= u.to || !r.g.be.has(r.words[s[1]]) {
		return Party{}
	}
	name := r.nounPhraseFrom(u, s[1]+1)
	if name[0] >= name[1] || r.nameIn(name) == (span2{}) {
		return Party{}
	}
	if p := r.partyAt(name); p.Kind == kindPerson {
		return p
	}
	return Party{}
}
