package suggest

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// organisations takes what begins with a word by which an organisation is known, with the small words after it that are of the name:
// “Ministère de la Culture”, “Федерация независимых профсоюзов”, “Deutsche Gesellschaft für Völkerrecht”.
func (e *elsewhere) organisations(s span2) {
	for i := s[0]; i < s[1]; i++ {
		if e.taken[i] || e.document.words[i].mark || e.headline[i] && e.document.words[i].upper {
			continue
		}
		if end := e.organisationAt(i, s[1]); end > i {
			m := e.take(i, end, kindOrganisation, ruleOrg)
			m.party.Name = e.baseOrganisation(e.document.words[i:end])
			i = end - 1
		}
	}
}

// organisationAt is where the name of an organisation ends that begins at a word; 0: none does.
func (e *elsewhere) organisationAt(i, end int) int {
	switch e.code {
	case "fr", "es":
		return e.romance(i, end)
	case "uk", "ru":
		return e.slavic(i, end)
	case "de":
		return e.german(i, end)
	}
	return 0
}

// isOrganisationHead reports whether a word is one by which an organisation is known.
func isOrganisationHead(w word) bool {
	for _, stem := range organisationStems {
		if strings.HasPrefix(w.fold, stem) {
			return true
		}
	}
	return false
}

// romance reads an organisation in French or Spanish: “Parti communities”, “Conseil de sécurité”, “Universidad de Sevilla”.
func (e *elsewhere) romance(i, end int) int {
	words := e.document.words
	w := words[i]
	isSmall := !w.large && e.is("organisations written small", w.fold)
	if !isSmall && !(w.large && (isOrganisationHead(w) || e.is("organisation heads", w.fold))) {
		return 0
	}
	at := i + 1
	for n := 0; n < 2 && at < end && (e.isLargeAt(at, end) && !e.taken[at] || !isSmall && e.isRomanceAdjective(at)); n++ {
		if at > i+1 && e.isPersonAt(at, end) { // “dijo a Radio Norte | Odo Lenz”
			break
		}
		at++
	}
	for n := 0; n < 2 && at < end && e.is("joins", words[at].fold); n++ {
		isField := at == i+1 && e.is("ministries", w.fold) // “ministère de la transition écologique”
		next := e.complement(at, end, !isSmall && at == i+1 || isField)
		if next == at {
			break
		}
		for at = next; isField && at < end && e.isRomanceAdjective(at); {
			at++
		}
	}
	if at == i+1 {
		return 0
	}
	return at
}

// isPersonAt reports whether a first name stands at a word, and another after it.
func (e *elsewhere) isPersonAt(i, end int) bool {
	g, w := grammarOf(e.code), e.document.words[i]
	return (isFirstName(w) || g.men.has(w) || g.women.has(w)) && e.isLargeAt(i+1, end)
}

// isLargeAt reports whether a word may go on with a name.
func (e *elsewhere) isLargeAt(i, end int) bool {
	return i < end && e.document.words[i].large && !e.document.words[i].mark && !e.isApart(i)
}

func (e *elsewhere) isRomanceAdjective(i int) bool {
	w := e.document.words[i]
	return !w.large && !w.mark && utf8.RuneCountInString(w.fold) > leastOfName && e.ends("adjectives end", w.fold)
}

// complement is where the words end that say of what an organisation is: “de la Culture”, “du métal”; at, if none do. small: they may be
// written so.
func (e *elsewhere) complement(at, end int, small bool) int {
	words := e.document.words
	next := at + 1
	for next < end && articlesElsewhere[words[next].fold] {
		next++
	}
	isNoun := small && next < end && !words[next].mark && !words[next].large && !isSmallWord(words[next])
	isPerson := e.isLargeAt(next, end) && (e.isLargeAt(next+1, end) && isFirstName(words[next]) || e.is("courtesies", words[next].fold))
	if !e.isLargeAt(next, end) && !isNoun || isPerson {
		return at
	}
	for next++; e.isLargeAt(next, end); {
		next++
	}
	return next
}

// slavic reads an organisation in Ukrainian or Russian: “Следственный комитет”, “Служба безпеки України”.
func (e *elsewhere) slavic(i, end int) int {
	words := e.document.words
	w := words[i]
	if !w.large {
		return 0
	}
	if last := e.inService(i, end); last > i {
		return last
	}
	at := i + 1
	if !isOrganisationHead(w) {
		const mostBetween = 2
		for at < min(end, i+1+mostBetween) && !words[at].mark && !words[at].large && !e.isHeadOf(at) && e.ends("adjectives end", words[at].fold) {
			at++ // “Центральной | избирательной | комиссии”
		}
		isHead := at < end && e.isHeadOf(at) && !e.isApart(at)
		if !isHead || e.begins[i] && !e.beginsAs("organisations begin large", w.fold) || !e.ends("adjectives end", w.fold) {
			return 0
		}
		at++
	}
	last := e.genitives(at, end)
	if last == i+1 || last+1 < end && words[last].isMark("«„“\"") && e.taken[last+1] { // “Международный фонд | «Чистые реки»”
		return 0
	}
	return last
}

// isHeadOf reports whether a word is the noun of an organisation's name after an adjective that begins it.
func (e *elsewhere) isHeadOf(i int) bool {
	w := e.document.words[i]
	return isOrganisationHead(w) || !w.large && e.headNoun(w) != ""
}

// mostOfGenitives is how many words say of what an organisation is at most.
const mostOfGenitives = 4

// genitives is where the words end that say of what an organisation is: “независимых профсоюзов”, “безпеки України”.
func (e *elsewhere) genitives(at, end int) (last int) {
	words := e.document.words
	last = at
	for n := 0; n < mostOfGenitives && at < end && !words[at].mark; n++ {
		w := words[at]
		isNoun := !w.large && !isSmallWord(w) && !e.isVerb(w)
		if next := e.afterField(at, end); n == 0 && next > at {
			at, last = next, next
			continue
		}
		switch {
		case e.isGenitive(w) && !w.large:
			last = at + 1
		case isNoun && n > 0 && last == at && e.ends("adjectives in the genitive end", words[at-1].fold), // “транскордонного | розвитку”
			isNoun && n == 0 && at+1 < end && words[at+1].large && isFirstName(words[at+1]): // “Інституту мереж Роман …”
			last = at + 1
		case e.is("joins", w.fold) && last == at && n > 0:
		case w.large && !isFirstName(w) && (e.taken[at] && (n > 0 || isOfLand(w)) || e.isGenitive(w)) && !e.isApart(at):
			return at + 1
		default:
			return last
		}
		at++
	}
	return last
}

// afterField is where words end that say for what field an organisation is whose noun stands before them: “Министерстве | транспорта”,
// “Комитет | по бюджету”; at, if none do.
func (e *elsewhere) afterField(at, end int) int {
	words := e.document.words
	if at == 0 || at >= end || !e.beginsAs("organisations of fields", words[at-1].fold) {
		return at
	}
	next := at
	if e.is("joins", words[at].fold) && words[at].fold != words[at-1].fold && !grammarOf(e.code).coordinates.has(words[at]) {
		next++
	}
	if next >= end || words[next].mark || words[next].large || isSmallWord(words[next]) || e.isVerb(words[next]) || e.isSaying(words[next]) {
		return at
	}
	w := words[next]
	if grammarOf(e.code).besides.has(w) || grammarOf(e.code).times.has(w) || grammarOf(e.code).prepositions.has(w) ||
		!e.ends("fields end", w.fold) {
		return at
	}
	return next + 1
}

// inService is where the name of an organisation ends that stands between what somebody of it is and who that is: “речник | Державної
// прикордонної служби | Тарас Ленц”, “председатель | Центральной комиссии, | Анна Кессель”; 0 if none begins at a word.
func (e *elsewhere) inService(i, end int) int {
	words := e.document.words
	if i == 0 || words[i-1].mark || !e.isTitle(words[i-1]) || !e.ends("adjectives in the genitive end", words[i].fold) {
		return 0
	}
	at := i + 1
	for at < end && at-i <= mostOfGenitives && !words[at].mark && !words[at].large && !isSmallWord(words[at]) && !e.isTitle(words[at]) {
		if e.isVerb(words[at]) && !e.isGenitive(words[at]) || e.isPlaceNoun(at) || e.isSaying(words[at]) {
			return 0
		}
		at++
	}
	if e.isOfRegion(at, end) { // “Головного управління поліції | Одеської області”
		at += 2
	}
	if at < end && e.taken[at] && words[at].large && at == i+1 { // “Верховної | Ради”
		at++
	}
	last := at
	if at < end && words[at].isMark(",") {
		at++
	}
	for at < end && !words[at].large && e.isTitle(words[at]) { // “Южного военного округа | полковник”
		at++
	}
	if last == i+1 || at+1 >= end || !words[at].large || !words[at+1].large || words[at].mark || words[at+1].mark {
		return 0
	}
	return last
}

// isOfRegion reports whether words tell by an adjective in the genitive of which place something is: “Одеської області”.
func (e *elsewhere) isOfRegion(at, end int) bool {
	words := e.document.words
	return at+1 < end && words[at].large && !words[at].mark && !words[at+1].large && e.isPlaceNoun(at+1) &&
		e.ends("adjectives in the genitive end", words[at].fold)
}

// isSaying reports whether a word is a form of a verb by which somebody says something.
func (e *elsewhere) isSaying(w word) bool {
	_, is := grammarOf(e.code).verbs[w.fold]
	return is
}

// beginsAs reports whether a word begins with one of a section.
func (e *elsewhere) beginsAs(section, fold string) bool {
	return slices.ContainsFunc(endsOf(e.code, section), func(stem string) bool { return strings.HasPrefix(fold, stem) })
}

// isGenitive reports whether a word may say of whom or of what something is.
func (e *elsewhere) isGenitive(w word) bool {
	isVerb := e.isVerb(w)
	return utf8.RuneCountInString(w.fold) > leastOfName && !isVerb && e.ends("genitives end", w.fold)
}

// isOfLand reports whether a word ends as the names of lands do in the genitive: “Института | Азии”.
func isOfLand(w word) bool {
	return strings.HasSuffix(w.fold, "ии") || strings.HasSuffix(w.fold, "ії")
}
