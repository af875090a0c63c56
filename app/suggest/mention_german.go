package suggest

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// german reads an organisation in German: “Bundesamt für Verfassungsschutz”, “Ifo-Institut”, “Universität Sarn”, “Nationale Liste”.
func (e *elsewhere) german(i, end int) int {
	words := e.document.words
	w := words[i]
	if !w.large {
		return 0
	}
	at, told := i+1, e.isOwnGermanHead(w)
	switch {
	case e.isGermanHead(w):
	case at < end && e.isGermanHead(words[at]) && i != e.first && isGermanAdjective(w) && !e.small[w.fold]:
		at, told = at+1, true
	default:
		return 0
	}
	if at+1 < end && words[at].fold == "fur" && words[at+1].large {
		return at + 2
	}
	for at < end && e.goesOn(at) {
		at, told = at+1, true
	}
	if !told {
		return 0
	}
	if at == i+2 && at+1 < end && words[at].fold == "und" && e.goesOn(at+1) && !e.isMany(words[at+1]) && (at+2 == end || !words[at+2].large) {
		at += 2 // “Gewerkschaft Pflege und Gesundheit”
	}
	return at
}

// isMany reports whether a noun is made as those for several are: “Arbeitgeber”.
func (e *elsewhere) isMany(w word) bool {
	for _, end := range []string{"er", "e", "n", "s"} {
		if strings.HasSuffix(w.fold, end) {
			return true
		}
	}
	return false
}

// goesOn reports whether a word goes on with the name of an organisation: it is large, and neither a person's nor a common noun.
func (e *elsewhere) goesOn(at int) bool {
	w := e.document.words[at]
	if e.taken[at] && w.large && !e.isApart(at) { // “Universität Jena”
		return slices.ContainsFunc(e.all[e.from:], func(m mention) bool { return m.first == at && m.end == at+1 && m.rule == RulePlace })
	}
	return w.large && !w.mark && !e.taken[at] && !e.isApart(at) && !isFirstName(w) && !e.isTitle(w) && !e.isCommonGerman(at)
}

// mostOfHead is how many bytes a word has at most that begins as one of an organisation.
const mostOfHead = 12

// isGermanHead reports whether a word is one by which an organisation is known, or ends as one.
func (e *elsewhere) isGermanHead(w word) bool {
	if !w.large || w.mark || e.isLegal(w) || e.isOffice(w) {
		return false
	}
	return hasOrganisationWord([]word{w}) || isOrganisationHead(w) && len(w.fold) < mostOfHead || e.endsAsHead(w.fold)
}

// isOffice reports whether a word is that of a person by their organisation: “Gewerkschaftschefin”, “Regierungssprecher”.
func (e *elsewhere) isOffice(w word) bool {
	return e.isTitle(w) && !e.endsAsHead(w.fold)
}

// endsAsHead reports whether a word is one by which an organisation is known, or ends as one, in any case.
func (e *elsewhere) endsAsHead(fold string) bool {
	for _, h := range endsOf("de", "organisation heads end") {
		for _, end := range []string{"", "s", "es", "en"} {
			if strings.HasSuffix(fold, h+end) && (fold == h+end || len(fold) > len(h+end)+2) {
				return true
			}
		}
	}
	return false
}

// isOwnGermanHead reports whether a word names an organisation by itself: one of the federation or of a state, or called after somebody.
func (e *elsewhere) isOwnGermanHead(w word) bool {
	for _, begin := range endsOf("de", "organisations by themselves") {
		if strings.HasPrefix(w.fold, begin) && len(w.fold) > len(begin)+leastOfName {
			return true
		}
	}
	first, _, joined := strings.Cut(w.fold, "-")
	if joined {
		return !e.small[first] && !e.isCommonNoun(first)
	}
	const ministry = "ministerium"
	stem := strings.TrimSuffix(w.fold, "s")
	return stem != ministry && strings.HasSuffix(stem, ministry)
}

func isGermanAdjective(w word) bool {
	for _, end := range []string{"e", "en", "er", "es"} {
		if strings.HasSuffix(w.fold, end) && utf8.RuneCountInString(w.fold) > leastOfName {
			return true
		}
	}
	return false
}

// isCommonGerman reports whether a noun is most likely no name: the text has it with an article, or it ends as such nouns do.
func (e *elsewhere) isCommonGerman(i int) bool { return e.isCommonNoun(e.document.words[i].fold) }

// isKnownNoun reports whether a word is a noun of the tables, or one that the text has as such.
func (e *elsewhere) isKnownNoun(fold string) bool {
	return e.small[fold] || e.nouns[fold] || notActors[fold] || e.is("no places", fold) || e.is("titles", fold) || e.is("place nouns", fold) ||
		e.is("organisation nouns", fold)
}

func (e *elsewhere) isCommonNoun(fold string) bool {
	if e.isKnownNoun(fold) {
		return true
	}
	return e.ends("nouns end", fold)
}

// readGermanNouns notes what the text has with an article or another such word right before it: a common noun. A name that people say with
// an article is none, if it mostly stands after a first name or without one: “den Galler”, of Ferdinand Galler.
func (d *document) readGermanNouns() {
	d.nouns = map[string]bool{}
	with, all, named := map[string]int{}, map[string]int{}, map[string]bool{}
	for i := 1; i < len(d.words); i++ {
		w, before := &d.words[i], &d.words[i-1]
		if !w.large || w.mark {
			continue
		}
		all[w.fold]++
		switch {
		case before.mark:
		case articlesElsewhere[before.fold] || tableElsewhere("de")["determiners"][before.fold]:
			with[w.fold]++
			d.nouns[w.fold] = true
		case isFirstName(*before) && before.large:
			named[w.fold] = true
		}
	}
	const mostly, half = 3, 2
	for fold, n := range with {
		if n*mostly <= all[fold] && named[fold] || n*half <= all[fold] && isFirstName(word{text: fold, fold: fold, large: true}) {
			delete(d.nouns, fold)
		}
	}
}

// germanRun takes persons and others from a run of large words, which may be nouns.
func (e *elsewhere) germanRun(first, end int) {
	words := e.document.words
	if last := words[end-1]; e.isLegal(last) && end-first > 1 {
		for first < end-2 && !words[first+1].mark && (e.isTitle(words[first]) || e.isCommonGerman(first)) {
			first++
		}
		e.take(first, end, kindOrganisation, ruleOrg)
		return
	}
	titled := e.hasTitle(first) || e.isTitleApart(first, end)
	for i := first + 1; i < end; i++ {
		if e.isOfSomething(first, i, end) {
			end = i
		}
	}
	// What the last common noun says of what follows it.
	start := first
	afterOrganisation, afterPlace := e.isOrganisationNoun(first-1), e.isPlaceNoun(first-1)
	for i := first; i < end; i++ {
		w := words[i]
		switch {
		case particles[w.fold] && !w.large:
		case i < end-1 && isFirstName(w):
			e.germanName(i, end, true)
			return
		case e.isTitle(w):
			start, titled, afterOrganisation, afterPlace = i+1, true, false, false
		case e.hasNoun("organisation nouns", w) && i < end-1:
			start, titled, afterOrganisation, afterPlace = i+1, false, true, false
		case e.hasNoun("place nouns", w) && i < end-1:
			start, titled, afterOrganisation, afterPlace = i+1, false, false, true
		case titled && i == start && !e.isKnownNoun(w.fold):
		case e.isCommonGerman(i):
			start, titled, afterOrganisation, afterPlace = i+1, false, false, false
		}
	}
	name := words[min(start, end):end]
	switch {
	case len(name) == 0:
	case titled:
		e.germanName(start, end, true)
	case e.isLegal(name[len(name)-1]) && len(name) > 1, afterOrganisation:
		e.take(start, end, kindOrganisation, ruleOrg)
	case afterPlace:
		e.take(start, end, "", RulePlace)
	case len(name) == 1 && e.isPlacing(start) && !isNobody(name[0]):
		e.placed(start)
	case len(name) == 1:
		e.single(start, false)
	case len(name) == 2 && isPersonalName(name) && e.isCalledAgain(name[1]) && !e.isKnownNoun(name[0].fold): // “so Hedda Marquardt”
		e.take(start, end, kindPerson, ruleShape)
	}
}

// placed takes a word that stands as a place does, and not with a number: “in Halle 9”.
func (e *elsewhere) placed(at int) {
	if words := e.document.words; at+1 < len(words) && isDigits(words[at+1]) {
		return
	}
	m := e.one(at, at+1, "", RulePlace)
	m[0].place = true
	e.open = append(e.open, m...)
}

// isCalledAgain reports whether the text has a word again, and never as a noun: by their last name persons are called again.
func (e *elsewhere) isCalledAgain(w word) bool {
	if e.document.nouns[w.fold] {
		return false
	}
	if e.large == nil {
		e.large = map[string]int{}
		for i := range e.document.words {
			if other := &e.document.words[i]; other.large && !other.mark {
				e.large[strings.TrimSuffix(other.fold, "s")]++
			}
		}
	}
	return e.large[strings.TrimSuffix(w.fold, "s")] > 1
}

// isOfSomething reports whether “von” after a name leads to what somebody belongs to: “Piet Maas von der Universität Jena”.
func (e *elsewhere) isOfSomething(start, at, end int) bool {
	words := e.document.words
	if at < start+2 || !particles[words[at].fold] {
		return false
	}
	next := at + 1
	for next < end && particles[words[next].fold] {
		next++
	}
	return next >= end || e.isGermanHead(words[next]) || e.isCommonGerman(next)
}

// isTitleApart reports whether a run between commas is the name of somebody of whom the words before the first comma tell what they are:
// “der Sprecher der Fraktion, Odo Lenz, …”.
func (e *elsewhere) isTitleApart(first, end int) bool {
	words := e.document.words
	const least, most, farthest = 2, 3, 8
	if end-first < least || end-first > most || first < 2 || !words[first-1].isMark(",") || end >= len(words) || !words[end].isMark(",") {
		return false
	}
	for i := first - 2; i >= max(0, first-farthest) && !words[i].mark; i-- {
		if articlesElsewhere[words[i].fold] && i+1 < first && !e.is("determiners", words[i+1].fold) {
			for at := i + 1; at < first-1 && !e.taken[at]; at++ { // the noun of that article
				if words[at].large && e.isTitle(words[at]) {
					return true
				} else if words[at].large {
					break
				}
			}
		}
	}
	return false
}

// germanName takes a person from a first word on: up to four words, and none that is a common noun.
func (e *elsewhere) germanName(start, end int, titled bool) {
	words := e.document.words
	stop := start
	for stop < end && stop-start < mostOfName {
		isFirst := stop == start && !(titled && e.isKnownNoun(words[stop].fold))
		isJoined := particles[words[stop].fold] || stop > start && particles[words[stop-1].fold]
		// “Ines Albrecht” ends as nouns do, and is none.
		isLast := stop == start+1 && isFirstName(words[start]) && !e.isKnownNoun(words[stop].fold)
		if !isFirst && !isJoined && !isLast && e.isCommonGerman(stop) {
			break
		}
		stop++
	}
	name := words[start:stop]
	rule := ruleFirst
	if e.hasTitle(start) {
		rule = ruleTitle
	}
	switch {
	case len(name) == 0 || isNobody(name[0]):
	case len(name) == 1 && titled && !name[0].upper:
		e.take(start, stop, kindPerson, ruleTitle)
	case isPersonalName(trimOwner(name)):
		e.take(start, stop, kindPerson, rule)
	}
}

// parties takes what stands in brackets right after a person of the sentence, whose party that is: “Konstantin Rehm (Bürgerpartei)”.
func (e *elsewhere) parties() {
	const most = 3
	words := e.document.words
	for _, m := range slices.Clone(e.all[e.from:]) {
		at := m.end + 1
		if m.party.Kind != kindPerson || at >= len(words) || !words[m.end].isMark("(") {
			continue
		}
		end := at
		for end < len(words) && end-at < most && words[end].large && !words[end].mark {
			end++
		}
		if end > at && end < len(words) && words[end].isMark(")") && !isDigits(words[at]) {
			e.take(at, end, kindOrganisation, ruleOrg)
		}
	}
}

// compounds takes the organisations and states of the tables with whose letters a longer word begins: “CSU-Abgeordneter”.
func (e *elsewhere) compounds(s span2) {
	for i := s[0]; i < s[1]; i++ {
		w := &e.document.words[i]
		first, _, joined := strings.Cut(w.text, "-")
		if !joined || e.taken[i] || first != strings.ToUpper(first) || utf8.RuneCountInString(first) < 2 {
			continue
		}
		part := w.part(0, len(first))
		part.upper = true
		l := e.listedWhole([]word{part})
		if l == nil || l.kind != kindOrganisation && l.kind != kindState {
			continue
		}
		m := mention{first: i, end: i, span: part.span, rule: l.rule, confidence: confidences[l.rule]}
		m.party = Party{Name: first, Kind: l.kind}
		e.all = append(e.all, m)
	}
}
