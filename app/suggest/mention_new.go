package suggest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/app/suggest/tagger"
	"standpoint/store"
)

// named reads a run of words that may be a name, with what stands before it: who is named there. open are single words of which the rest
// of the text must tell.
func (d *document) named(first, end int) (all, open []mention) {
	for first < end && d.isArticle(d.words[first]) {
		first++
	}
	if first == end {
		return nil, nil
	}
	words := d.words[first:end]
	isField := len(words) > 1 && fields[words[len(words)-1].fold] && first > 0
	if isField && (d.words[first-1].fold == "in" || d.words[first-1].fold == "of") || d.isMonthCutShort(first) {
		return nil, nil // “a professor of Public Health”, “Jan. 30”
	}
	if len(words) == 1 && d.isAfterParticle(first) {
		return nil, d.one(first, end, "", ruleShape)
	}
	if l := d.listedIn(first, end); l != nil {
		return d.listedAs(first, end, l), nil
	}
	if d.isWholeOrganisation(words) {
		return d.one(first, end, kindOrganisation, ruleOrg), nil
	}
	start, titled, isTitle := d.afterTitle(first, end)
	if isTitle {
		return d.beforeTitle(first, end), nil // nothing but a title: “Foreign Minister”
	}
	all = d.beforeTitle(first, start)
	end = d.withoutHonours(start, end)
	kind, rule := d.kindOfRun(start, end, titled)
	if rule == RulePlace || rule == ruleState || rule == ruleListed {
		if l := d.listedWhole(trimOwner(d.words[start:end])); l != nil {
			return append(all, d.listedAs(start, end, l)...), nil
		}
	}
	if rule == "" {
		return append(all, d.inRun(start, end)...), nil
	}
	if end-start == 1 && (rule == ruleOrg || rule == ruleGroup) {
		return append(all, ofOneWord(d.one(start, end, kind, rule))...), nil
	}
	if end-start == 1 && (rule == ruleShape && !personsKnown[d.words[start].fold] || rule == ruleLetters || rule == ruleSpeaks) {
		return all, d.one(start, end, kind, rule)
	}
	return append(all, d.one(start, end, kind, rule)...), nil
}

// listedIn is what the tables tell of words that are a name; nil if they do not, or a single word is none there or a person's.
func (d *document) listedIn(first, end int) *listing {
	if end == first+1 && (d.isAnyWord(first) || d.isPersonTitled(first)) {
		return nil
	}
	return d.listedWhole(trimOwner(d.words[first:end]))
}

// isArticle reports whether a word or a mark with which a run begins is nothing but an article.
func (d *document) isArticle(w word) bool {
	return w.mark || determiners[w.fold] || len(d.tags) == 0 && articlesElsewhere[w.fold]
}

// afterTitle is where a name begins after a title, and what else stands before it: “US President”, “former”. isTitle: there is nothing but
// a title.
func (d *document) afterTitle(first, end int) (start int, titled, isTitle bool) {
	words := d.words[first:end]
	start, titled = first, d.hasTitleBefore(first)
	if len(d.tags) > 0 && isSaint(words) {
		return first, false, false
	}
	if len(d.tags) > 0 {
		cut := titleEnd(words)
		for cut < len(words) && (cut > 0 || titled) && titlesMore[words[cut].fold] {
			cut++
		}
		if cut == len(words) {
			return first, false, true
		}
		start, titled = first+cut, titled || cut > 0
	}
	for start < end-1 && d.isBesideName(d.words[start], titled) && !d.isStateNamed(d.words[start:end]) {
		start++
	}
	for n := start + 1; n < end-1; n++ { // “the envoy to Norvia and Russia Keith Lenz”
		if firstNames[d.words[n].fold] && !firstNames[d.words[start].fold] && d.isStateNamed(d.words[start:n]) {
			start, titled = n, true
		}
	}
	return start, titled, false
}

// isBesideName reports whether a word with which a run begins belongs to no name.
func (d *document) isBesideName(w word, titled bool) bool {
	return isOfStateName(w) || pasts[w.fold] || notActors[w.fold] || !titled && titleWords[w.fold] && w.fold != "new"
}

// one is a mention of whom words name.
func (d *document) one(first, end int, kind store.ActorKind, rule string) []mention {
	words := d.words[first:end]
	span := spanOf(words)
	return []mention{{
		first: first, end: end, span: span, rule: rule, confidence: confidences[rule],
		party: Party{Name: d.Body.Slice(span), Kind: kind},
	}}
}

// states are the states and others of the tables that are named among words that are otherwise no name: “US President”.
func (d *document) states(first, end int) (all []mention) {
	for i := first; i < end; i++ {
		n, l := d.listedAt(i, end)
		if n == 0 || n == 1 && d.isAnyWord(i) {
			continue
		}
		all = append(all, d.listedAs(i, i+n, l)...)
		i += n - 1
	}
	return all
}

// isAnyWord reports whether a word that the tables have as a name is most likely a common one.
func (d *document) isAnyWord(i int) bool {
	w := d.words[i]
	if w.upper && !d.headline[i] {
		return false
	}
	if statesByName()[w.fold] != "" {
		return d.small[w.fold] && !d.within[w.fold]
	}
	isWord := d.small[w.fold] || len(d.tags) > 0 && tagger.IsCommon(w.fold)
	return isWord && (d.begins[i] || d.headline[i] || !d.isNameTag(i)) && !d.within[w.fold]
}

// besideNames are names at a word that is most likely none by its place: those that a text writes small, and single words of which the rest
// of the text may tell: those of headlines, and the first of a sentence. next is the word after them.
func (d *document) besideNames(i, end int) (found, open []mention, next int) {
	w := d.words[i]
	if w.mark || !w.large {
		found, next = d.writtenSmall(i, end)
		return found, nil, next
	}
	switch isOpen := d.begins[i] && len(d.tags) > 0 && !d.isCommon(w) && !d.isMonthCutShort(i); {
	case isOpen && !isNobody(w) && d.ofState[w.fold] == sureState:
		return d.one(i, i+1, kindState, ruleAdjective), nil, i + 1
	case isOpen || d.headline[i] && !d.small[w.fold]:
		open = d.one(i, i+1, "", ruleShape)
	}
	return nil, open, i + 1
}

// writtenSmall are the names that a text that cares little for capitals has in small letters: those of the tables, and first names with
// another word after them that is no common one.
func (d *document) writtenSmall(i, end int) (found []mention, next int) {
	w := d.words[i]
	if !d.noisy || w.mark || len(d.tags) == 0 || tagger.IsCommon(w.fold) || tables["names/all"]["not small"][w.fold] {
		return nil, i + 1
	}
	if n, l := d.listings.longest(d.words[i:end], d.stems); n > 0 && utf8.RuneCountInString(w.fold) > leastOfName {
		return d.one(i, i+n, l.kind, l.rule), i + n
	}
	if i+1 == end || !firstNames[w.fold] || d.isApart(i+1) {
		return nil, i + 1
	}
	after := d.words[i+1]
	isOther := after.mark || besides[after.fold] || prepositions[after.fold] || breaks[after.fold] || tagger.IsCommon(after.fold)
	if isOther || utf8.RuneCountInString(after.fold) <= mostOfShort {
		return nil, i + 1
	}
	return d.one(i, i+2, kindPerson, ruleShape), i + 2
}

// listedAs is the mention of what the tables have.
func (d *document) listedAs(first, end int, l *listing) []mention {
	if l.kind == kindState && d.isOfFederalOffice(first, end) {
		return nil
	}
	if l.kind == kindState && d.isTown(d.words[first:end]) {
		return d.one(first, end, "", RulePlace)
	}
	m := d.one(first, end, l.kind, l.rule)
	if l.rule == RulePlace && l.state != "" && d.isActing(first) && !d.headline[first] && !(first > 0 && placing[d.words[first-1].fold]) {
		m[0].rule, m[0].confidence, m[0].party = ruleSeat, confidences[ruleSeat], Party{Name: stateNamed(l.state, d.language()), Kind: kindState}
	}
	return m
}

// isWholeOrganisation reports whether a run is the name of an organisation though it begins like a title: “General Assembly”, “Foreign
// Ministry”.
func (d *document) isWholeOrganisation(words []word) bool {
	last := words[len(words)-1]
	if len(words) < 2 || isCourtesy(words[0]) {
		return false
	}
	if organisationNames()[foldOf(words)] {
		return true
	}
	if len(d.tags) == 0 {
		return false
	}
	if isOrganisationWord(words[0]) && isOfBy(words[1]) && !isHead(last) && !endsWithPerson(words) {
		return true // “Office of the High Commissioner for Human Rights”
	}
	cut := titleEnd(words)
	return isOrganisationWord(last) && (cut == 0 || cut == 1 && len(words) == 2)
}

// hasTitleBefore reports whether a title stands before a name, written small: “the minister Anna Kessel”.
func (d *document) hasTitleBefore(first int) bool {
	if first == 0 {
		return false
	}
	before := d.words[first-1]
	if before.mark && first > 1 && before.text == "." {
		return isCourtesy(d.words[first-2])
	}
	if before.isMark(",") && first > 1 && first+1 < len(d.words) && d.words[first+1].large {
		return titles[d.words[first-2].fold] // “the foreign minister, Anna Kessel”
	}
	return (isHead(before) || titlesMore[before.fold]) && !before.mark
}

// kindOfState is of what kind somebody is who is called as a state is.
func (d *document) kindOfState(start, end int) (store.ActorKind, string) {
	if end == start+1 && d.isPersonTitled(start) {
		return kindPerson, ruleTitle
	}
	return kindState, ruleState
}

// isPersonTitled reports whether a word for a state is the name of a person whose title stands right before it: “Mr Jordan”, “Judge
// Holland”.
func (d *document) isPersonTitled(at int) bool {
	if len(d.tags) == 0 || at == 0 || d.isApart(at) || !d.isStateNamed(trimOwner(d.words[at:at+1])) {
		return false
	}
	before := d.words[at-1]
	return isCourtesyAt(d.words, at-1) || before.large && !before.owns && titles[before.fold] && !(at > 1 && d.words[at-2].fold == "the")
}

// kindOfRun is of what kind somebody is whom words name, and by which rule; "" if they name nobody.
func (d *document) kindOfRun(start, end int, titled bool) (store.ActorKind, string) {
	words := d.words[start:end]
	first, last := words[0], words[len(words)-1]
	fold := foldOf(words)
	switch {
	case d.isStateNamed(words), hasStateForm(words):
		return d.kindOfState(start, end)
	case organisationNames()[fold] && (len(words) > 1 || len(fold) > 4 || last.upper):
		return kindOrganisation, ruleListed
	case len(words) == 1 && isPeople(last) && len(d.tags) > 0 && !d.headline[start]:
		return kindGroup, ruleGroup
	case !slices.ContainsFunc(words, func(w word) bool { return !isNobody(w) }):
		return "", ""
	case len(d.tags) > 0 && isSaint(words):
		return d.kindOfSaint(words)
	case len(words) > 2 && words[1].fold == "for" && d.isManyFor(start),
		len(words) > 1 && (organisationWords[last.fold] || moreOrganisations[last.fold]) && len(d.tags) > 0:
		return kindOrganisation, ruleOrg
	case slices.ContainsFunc(words, func(w word) bool { return w.isMark("&") }):
		return kindOrganisation, ruleOrg
	case titled && len(words) == 1 && d.isCommon(first) && !isFirstName(first) && !(start > 0 && isCourtesyAt(d.words, start-1)):
		return "", ""
	case d.isOfHeadline(words, start, titled):
		return "", ""
	case titled && (len(words) == 1 || isPersonalName(trimOwner(words))) && !placeNames()[fold]:
		return kindPerson, ruleTitle
	case isFirstName(first) && len(words) > 1 && isPersonalName(trimOwner(words)) && !d.isThing(words, start):
		return kindPerson, ruleFirst
	case d.isPlaceNamed(words):
		return "", RulePlace
	case len(words) > 1 && streetsEnd[last.fold]:
		return "", RulePlace
	case thingsEnd[last.fold] && len(words) > 1:
		return "", ""
	case isUnion(words):
		return kindOrganisation, ruleOrg
	case len(words) > 1 && groupWords[last.fold]:
		return kindGroup, ruleGroup
	case len(words) > 1 && (slices.ContainsFunc(words, isOrganisationWord) || hasOrganisationWord(words)):
		return kindOrganisation, ruleOrg
	case len(words) == 1 && last.upper:
		return d.kindOfLetters(last, start)
	case len(words) == 1 && isOrganisationWord(last) && d.isTheOne(start):
		return kindOrganisation, ruleOrg
	case len(words) == 1 && isOfStateName(first):
		return "", ""
	}
	return d.kindOfShape(words, start)
}

// isOfHeadline reports whether common words that a headline writes large are no person's name: “Senator Tells Host of Radio Show”, “Voters
// ‘Will Get Used’ to It”.
func (d *document) isOfHeadline(words []word, start int, titled bool) bool {
	if len(d.tags) == 0 || !d.headline[start] || !d.isCommon(words[0]) {
		return false
	}
	return titled && !isFirstName(words[0]) || len(words) > 1 && d.isCommon(words[1])
}

// kindOfLetters is the kind of what is called by its first letters: it acts, or somebody speaks for it.
func (d *document) kindOfLetters(w word, at int) (store.ActorKind, string) {
	isLed := len(d.tags) > 0 && !d.headline[at] && d.standsAsOrganisation(at)
	if isAcronym(w) && (d.isActing(at) || isLed) {
		return kindOrganisation, ruleLetters
	}
	return "", ruleShape
}

// isThing reports whether a name that begins as a person's ends as that of a thing or of a place: “the Victoria Bridge”.
func (d *document) isThing(words []word, start int) bool {
	before := word{}
	if start > 0 {
		before = d.words[start-1]
	}
	return thingsEnd[words[len(words)-1].fold] && (len(words) > 2 || placing[before.fold] || determiners[before.fold])
}

// kindOfShape is the kind of a name that has no word that tells: two or three words are a person's most often.
func (d *document) kindOfShape(words []word, start int) (store.ActorKind, string) {
	if len(words) == 1 {
		return d.kindOfSingle(words[0], start)
	}
	if !isPersonalName(trimOwner(words)) {
		return "", ""
	}
	if len(d.tags) > 0 && d.isAged(start+len(words)) {
		return kindPerson, ruleFirst
	}
	if len(d.tags) > 0 && d.isBeforePlace(start+len(words)) {
		return "", RulePlace
	}
	for i, w := range words {
		if !d.isNameWord(start+i) && !particles[w.fold] || d.headline[start+i] || w.upper && !isInitial(w) {
			return "", ""
		}
		if !particles[w.fold] && d.isCommon(w) && !(i > 0 && i+1 == len(words) && familyNames[w.fold] && !d.small[w.fold]) {
			return d.kindOfThing(words, start)
		}
	}
	if personsKnown[words[len(words)-1].fold] {
		return kindPerson, ruleShape
	}
	if d.isOfPlace(words) || d.isThingHere(start, start+len(words)) {
		return kindOrganisation, ruleShape
	}
	if start > 0 && placing[d.words[start-1].fold] {
		return "", RulePlace
	}
	return kindPerson, ruleShape
}

// isOfPlace reports whether a name that is no place's begins or ends with one, or begins with an organisation's: “Leeds United”, “Sporting
// Lisbon”, “Air France”.
func (d *document) isOfPlace(words []word) bool {
	if isFirstName(words[0]) {
		return false
	}
	first, _ := d.listings.longest(words, d.stems)
	return first > 0 || d.listedWhole(trimOwner(words[len(words)-1:])) != nil
}

// isCourtesyAt reports whether a courtesy stands at a word, or before a stop there.
func isCourtesyAt(words []word, at int) bool {
	return isCourtesy(words[at]) || at > 0 && words[at].isMark(".") && isCourtesy(words[at-1])
}

// kindOfSingle is the kind of a name of one word, by what stands around it. Without a kind, the rest of the text must tell.
func (d *document) kindOfSingle(w word, at int) (store.ActorKind, string) {
	switch {
	case !d.isNameWord(at) || d.headline[at]:
		return "", ruleShape
	case isFirstName(w), personsKnown[w.fold] && len(d.tags) > 0:
		return kindPerson, ruleShape
	case d.isStateHere(at):
		return kindState, ruleAdjective
	case d.hasLargeArticle(at) && toldOf[d.words[max(at-2, 0)].fold] && !isNobody(w):
		return kindOrganisation, ruleShape
	case len(d.tags) > 0 && d.standsAsPlace(at):
		return "", RulePlace
	case len(d.tags) == 0 || d.isCommon(w):
	case d.isAged(at + 1):
		return kindPerson, ruleShape
	case d.standsAsOrganisation(at):
		return kindOrganisation, ruleOrg
	case !d.isNameTag(at):
		return "", ruleShape
	case isMixed(w):
		return kindOrganisation, ruleShape
	case at+1 < len(d.words) && sayings[d.words[at+1].fold] != "" && d.tags[at+1].IsFinite(),
		isOfAgency(d.words[:min(len(d.words), at+4)], at):
		return kindOrganisation, ruleSpeaks
	}
	return "", ruleShape
}

// isMixed reports whether a word has a capital letter within, as companies write their names: “HarbourNet”; not “McKay” or “O’Dell”.
func isMixed(w word) bool {
	if strings.HasPrefix(w.fold, "mc") || strings.HasPrefix(w.fold, "mac") {
		return false
	}
	before := rune(0)
	for _, r := range w.text {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			return true
		}
		before = r
	}
	return false
}

// isCommon reports whether a word is written small elsewhere, or is a common one of English.
func (d *document) isCommon(w word) bool {
	return d.small[w.fold] || len(d.tags) > 0 && tagger.IsCommon(w.fold) && !hasAccent(w)
}

// hasAccent reports whether a word has letters that English words do not have.
func hasAccent(w word) bool {
	return strings.ContainsFunc(w.text, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) })
}

// placing are the words after which a name is most likely a place's.
var placing = map[string]bool{"in": true, "at": true, "near": true, "en": true, "à": true, "в": true, "у": true, "на": true}

// trimOwner is a name without the possessive ending of its last word.
func trimOwner(words []word) []word {
	if n := len(words); n > 0 && words[n-1].owns {
		words = slices.Clone(words)
		words[n-1].owns = false
	}
	return words
}

// isNobody reports whether a word by itself names no actor.
func isNobody(w word) bool {
	return notActors[w.fold] || daysAndMonths[w.fold] || isOfStateName(w) || titles[w.fold] || titleWords[w.fold] || determiners[w.fold] ||
		prepositions[w.fold] || isPeople(w)
}

// isActing reports whether a word stands as somebody does: “the HPA”, “HPA’s”, “HPA said”.
func (d *document) isActing(at int) bool {
	if len(d.tags) == 0 {
		return true
	}
	if d.headline[at] || !d.isNameTag(at) {
		return false
	}
	follows := at+1 < len(d.words) && (d.tags[at+1].IsFinite() || d.tags[at+1] == tagger.Auxiliary)
	return follows || d.words[at].owns || at > 0 && d.words[at-1].fold == "the" && at+1 < len(d.words) && d.tags[at+1] != tagger.Noun
}

// isTheOne reports whether a word stands for an organisation that the text has named: “the Ministry”.
func (d *document) isTheOne(at int) bool {
	return at > 0 && d.words[at-1].fold == "the" && !d.begins[at] && !d.headline[at] && d.isNameTag(at) && len(d.tags) > 0
}

// isPlaceNamed reports whether words are the name of a place.
func (d *document) isPlaceNamed(words []word) bool {
	l := d.listedWhole(words)
	return l != nil && l.rule == RulePlace || isPlace(words)
}

// mostOfAcronym is how many letters an organisation's name has at most that is written by its first letters.
const mostOfAcronym = 6

func isAcronym(w word) bool {
	return len(w.fold) <= mostOfAcronym && !strings.ContainsFunc(w.fold, unicode.IsDigit) && !notActors[w.fold] && statesByName()[w.fold] == ""
}
