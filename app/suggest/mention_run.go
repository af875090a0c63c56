package suggest

import (
	"slices"
	"strings"
	"unicode"

	"standpoint/app/suggest/tagger"
	"standpoint/store"
)

// run is where the run of words ends that may be one name.
func (d *document) run(at, sentenceEnd int) int {
	end := at + 1
	for end < sentenceEnd {
		next := d.goesOn(at, end, sentenceEnd)
		if next == end {
			break
		}
		end = next
	}
	return end
}

// goesOn is where the next part of a name ends that begins at a word and has all before end; end, if it does not go on.
func (d *document) goesOn(at, end, sentenceEnd int) int {
	last, w := &d.words[end-1], &d.words[end]
	switch {
	case d.isApart(end), last.owns && !(d.isRunOn(end, sentenceEnd) && isOrganisationWord(*w) && !d.isOwner(end-1)):
		return end
	case d.isRunOn(end, sentenceEnd):
		return end + 1
	case w.isMark("&") && d.isRunOn(end+1, sentenceEnd):
		return end + 2
	case w.fold == "and":
		return d.afterAnd(at, end, sentenceEnd)
	case isOfBy(*w):
		return d.afterOf(at, end, sentenceEnd)
	}
	const most = 3 // “van de la”
	next := end
	for next < sentenceEnd && next-end < most && particles[d.words[next].fold] {
		next++
	}
	if next > end && d.isRunOn(next, sentenceEnd) {
		return next + 1
	}
	return end
}

// isRunOn reports whether a word goes on with a name.
func (d *document) isRunOn(i, sentenceEnd int) bool {
	return i < sentenceEnd && (d.isName(i) || d.begins[i-1] && d.words[i].large && !d.words[i].mark) && !d.isApart(i)
}

// isOwner reports whether a word is a name of the tables by itself: that of “Poland’s Ministry”, not that of “People’s Party”.
func (d *document) isOwner(i int) bool { return d.listedWhole(trimOwner(d.words[i:i+1])) != nil }

// afterOf goes on with the name of an organisation behind “of”, “for” or “on”: “Bank of Norvia”, “Office for the Coordination of Harbour
// Affairs”, not “the Council on Monday”.
func (d *document) afterOf(at, end, sentenceEnd int) int {
	by := d.words[end].fold
	isHead := isOrganisationWord(d.words[end-1])
	if next := end + 1; by == "for" && end == at+1 && d.isManyFor(at) && d.isRunOn(next, sentenceEnd) && d.isCommon(d.words[next]) {
		return next + 1
	}
	if !isHead && (by == "on" || !d.hasOf(at, end)) {
		return end
	}
	next := end + 1
	if by != "on" && d.isThe(next) {
		next++
	}
	if !d.isRunOn(next, sentenceEnd) || daysAndMonths[d.words[next].fold] || (!isHead || by == "on") && !d.isCommon(d.words[next]) {
		return end
	}
	return next + 1
}

// isManyFor reports whether a word within a sentence is one for several people as which a society is called before “for”: “Nurses for
// Change”.
func (d *document) isManyFor(at int) bool {
	w := d.words[at]
	one, isMany := strings.CutSuffix(w.fold, "s")
	isWithin := len(d.tags) > 0 && w.large && !w.owns && !d.begins[at] && !d.headline[at]
	return isWithin && isMany && (groupWords[w.fold] || titles[one] || english["persons"][one])
}

// isOfBy reports whether a word says of what an organisation is.
func isOfBy(w word) bool { return w.fold == "of" || w.fold == "for" || w.fold == "on" }

// isAfterParticle reports whether a small word of a person's name stands before a name of one word: “de Lima” is not Lima.
func (d *document) isAfterParticle(at int) bool {
	if at == 0 || len(d.tags) == 0 || d.isApart(at) {
		return false
	}
	switch before := d.words[at-1]; before.fold {
	case "of", "do", "y", "e":
		return false
	default:
		return particles[before.fold] && !before.large
	}
}

// hasOf reports whether a name says of what the organisation is that it begins with: “Office for Coordination”.
func (d *document) hasOf(at, end int) bool {
	for i := at + 1; i+1 < end; i++ {
		if isOfBy(d.words[i]) && isOrganisationWord(d.words[i-1]) {
			return true
		}
	}
	return false
}

// afterAnd goes on with the name of an organisation behind “and”: “Ministry of Trade and Fisheries”, “Food and Drug Administration”.
func (d *document) afterAnd(at, end, sentenceEnd int) int {
	next := end + 1
	if !d.isRunOn(next, sentenceEnd) || daysAndMonths[d.words[next].fold] || isFirstName(d.words[next]) || isOrganisationWord(d.words[end-1]) {
		return end
	}
	head := d.organisationFrom(next, sentenceEnd)
	switch {
	case d.hasOf(at, end):
		if head == next && d.isCommon(d.words[next]) {
			return next + 1
		}
	case head > next && d.isKindOfThing(at, end) && (at > 0 && d.isThe(at-1) || d.isOwnerBefore(at)):
		return head
	}
	return end
}

// isOwnerBefore reports whether a name begins a sentence or stands behind the state whose something is: “Norvia’s Food and Drug
// Administration”.
func (d *document) isOwnerBefore(at int) bool {
	return d.begins[at] || d.listedWhole(d.words[at:at+1]) != nil || isOfStateName(d.words[at]) || at > 0 && d.words[at-1].owns
}

// isKindOfThing reports whether words may say of what an organisation is: none is a name by itself, but for the first, which may be that of
// its state.
func (d *document) isKindOfThing(at, end int) bool {
	const most = 3
	if end-at > most {
		return false
	}
	for i := at; i < end; i++ {
		w := d.words[i]
		isThing := d.isCommon(w) || titleWords[w.fold] || strings.HasSuffix(w.fold, "ic") || strings.HasSuffix(w.fold, "al")
		isStates := i == at && end-at > 1 && (isOfStateName(w) || hasAdjectiveEnd(w.fold) || d.isStateNamed(d.words[i:i+1]))
		if isOrganisationWord(w) || isFirstName(w) || isHead(w) || !isThing && !isStates || d.listedWhole(d.words[i:i+1]) != nil && !isStates {
			return false
		}
	}
	return true
}

// organisationFrom is the end of the words written large from one on that end with a word by which an organisation is known, with one word
// written small between them at most: “Healthcare products Regulatory Agency”. The index of the first if none does.
func (d *document) organisationFrom(at, sentenceEnd int) int {
	const most = 5
	small := false
	for i := at; i < min(sentenceEnd, at+most); i++ {
		w := d.words[i]
		switch {
		case w.mark || i > at && d.isApart(i) || isHead(w):
			return at
		case isOrganisationWord(w) && i > at:
			return i + 1
		case w.large:
		case small || i == at || len(d.tags) > 0 && d.tags[i] != tagger.Noun:
			return at
		default:
			small = true
		}
	}
	return at
}

// beforeTitle are those who are named before a title, of whom somebody is one: “White House Chief of Staff”, “US President”.
func (d *document) beforeTitle(first, start int) []mention {
	end := start
	for end > first && d.isOfTitleAt(end-1) {
		end--
	}
	if end == first {
		return nil
	}
	if l := d.listedWhole(trimOwner(d.words[first:end])); l != nil {
		return d.states(first, start)
	}
	switch kind, rule := d.kindOfRun(first, end, false); rule {
	case ruleOrg, RulePlace:
		return d.one(first, end, kind, rule)
	}
	return d.states(first, start)
}

func (d *document) isOfTitleAt(i int) bool {
	w := d.words[i]
	return w.mark || isHead(w) || titleWords[w.fold] || titlesMore[w.fold] || pasts[w.fold] || besideTitles[w.fold] || !w.large
}

// withoutHonours is where a person's name ends before what is written behind it: “Anna Kessel KC”.
func (d *document) withoutHonours(start, end int) int {
	for end-start > 2 && d.words[end-1].upper && honours[d.words[end-1].fold] {
		end--
	}
	return end
}

// isInitial reports whether a word is an initial of a name, or several: “J.”, “J.D.”.
func isInitial(w word) bool {
	letters := 0
	for i, r := range w.text {
		if i%2 == 0 && !unicode.IsUpper(r) || i%2 == 1 && r != '.' {
			return false
		}
		letters++
	}
	return letters > 1 && strings.HasSuffix(w.text, ".")
}

// endsWithPerson reports whether words end with a title and a person's name.
func endsWithPerson(words []word) bool {
	for i := 1; i+1 < len(words); i++ {
		if isHead(words[i-1]) && isFirstName(words[i]) {
			return true
		}
	}
	return false
}

// inRun are those who are named in a run that is nobody's name as a whole.
func (d *document) inRun(start, end int) []mention {
	for n := start + 1; n+1 < end; n++ { // “Harbour Board Anna Kessel”
		if name := d.words[n:end]; isFirstName(name[0]) && !isFirstName(d.words[n-1]) && isPersonalName(trimOwner(name)) && !d.headline[n] &&
			!thingsEnd[name[len(name)-1].fold] {
			return append(d.states(start, n), d.one(n, end, kindPerson, ruleFirst)...)
		}
	}
	if d.isNamedWithPlace(start, end) {
		return d.one(start, end, kindOrganisation, ruleShape)
	}
	return d.states(start, end)
}

// isNamedWithPlace reports whether a name within a sentence begins or ends with that of a state or of an organisation and has more words,
// which are no title and stand for nobody else: “Historic England”, “Reform UK”.
func (d *document) isNamedWithPlace(start, end int) bool {
	if end-start < 2 || d.headline[start] || thingsEnd[d.words[end-1].fold] {
		return false
	}
	words := trimOwner(d.words[start:end])
	first, l := d.listings.longest(words, d.stems)
	last := d.listedWhole(words[len(words)-1:])
	switch {
	case first == 0 && last == nil:
		return false
	case first == 0:
		words = words[:len(words)-1]
	case l.kind == kindOrganisation && l.rule == ruleListed && first < len(words) && last != nil && last.kind != kindOrganisation:
		return first+1 == len(words) // “Greenpeace UK”
	default:
		words = words[first:]
	}
	return !slices.ContainsFunc(words, func(w word) bool {
		return !w.large || isNobody(w) || strings.HasSuffix(w.fold, "ern") || besideTitles[w.fold] || isOrganisationWord(w) || w.owns ||
			isFirstName(w)
	}) && d.listedWhole(words) == nil
}

// kindOfThing is the kind of a name with a common word in it: if it stands as somebody does, it is an organisation's, as “Harbour Homes”
// is.
func (d *document) kindOfThing(words []word, start int) (store.ActorKind, string) {
	last := words[len(words)-1]
	if d.hasLargeArticle(start) && toldOf[d.words[max(start-2, 0)].fold] && !isNobody(last) && !thingsEnd[last.fold] {
		return kindOrganisation, ruleShape
	}
	if len(d.tags) == 0 || d.isCommon(words[0]) || isNobody(last) || isNobody(words[0]) || besideTitles[last.fold] || thingsEnd[last.fold] {
		return "", ""
	}
	next := start + len(words)
	if next < len(d.words) && (d.tags[next].IsFinite() || d.tags[next] == tagger.Auxiliary) || d.isSpokenFor(start) {
		return kindOrganisation, ruleShape
	}
	return "", ""
}

// isSpokenFor reports whether somebody speaks for a name: “a spokesman for Castlegate”.
func (d *document) isSpokenFor(at int) bool {
	return at > 1 && d.words[at-1].fold == "for" && strings.HasPrefix(d.words[at-2].fold, "spokes")
}

// isEmployer reports whether a name is of where somebody works: “an analyst at Kelgate”.
func (d *document) isEmployer(at int) bool {
	return at > 1 && d.words[at-1].fold == "at" && titles[strings.TrimSuffix(d.words[at-2].fold, "s")]
}

// standsAsPlace reports whether a word that nobody knows stands as the name of a place does: “in Mielnik”, “Mielnik, Poland”.
func (d *document) standsAsPlace(at int) bool {
	w := d.words[at]
	if w.upper || w.owns || d.isCommon(w) || isNobody(w) {
		return false
	}
	if at > 0 && placing[d.words[at-1].fold] && !d.isFollowedByNoun(at) && !d.isEmployer(at) && !d.isHeldBy(at) {
		return true
	}
	if at > 1 && d.words[at-1].fold == "of" && placeHeads[d.words[at-2].fold] {
		return true
	}
	return !(at > 0 && d.words[at-1].isMark(",")) && d.isBeforePlace(at+1)
}

// isBeforePlace reports whether a comma and the place stand at a mark, and nothing more, that what is named before it lies in: “Mielnik,
// Poland”, “Coldwater, Mich.”.
func (d *document) isBeforePlace(at int) bool {
	if at+1 >= len(d.words) || !d.words[at].isMark(",") {
		return false
	}
	if d.isStateCutShort(at + 1) {
		return true
	}
	n, l := d.listedAt(at+1, min(len(d.words), at+1+mostOfName))
	isPlace := n > 0 && (l.kind == kindState || l.rule == RulePlace)
	end := at + 1 + n
	return isPlace && (end == len(d.words) || d.words[end].mark) && !d.words[end-1].owns
}

// isStateCutShort reports whether a word is a state of America that is cut short, with its stop, after a comma: “Coldwater, Mich.”.
func (d *document) isStateCutShort(at int) bool {
	w := d.words[at]
	if len(d.tags) == 0 || !w.large || at == 0 || !d.words[at-1].isMark(",") || !placesCutShort[strings.TrimSuffix(w.fold, ".")] {
		return false
	}
	return strings.HasSuffix(w.text, ".") || w.end < d.Body.Len() && d.Body.RuneAt(w.end) == '.'
}

// isMonthCutShort reports whether a word is a month that is cut short before a number: “Jan. 30”.
func (d *document) isMonthCutShort(at int) bool {
	const longest = 4 // Sept
	w := d.words[at]
	next := at + 1
	if next < len(d.words) && d.words[next].isMark(".") {
		next++
	}
	isDigits := next < len(d.words) && isDigits(d.words[next]) && d.words[next].span.Start <= w.end+2
	return isDigits && len(d.tags) > 0 && len(w.fold) <= longest && timeTables["en"].words[w.fold].class&dateShortMonth != 0
}

// isHeldBy reports whether a name is of what has shares: “shares in Kelgate”, “a stake in Kelgate”.
func (d *document) isHeldBy(at int) bool {
	return at > 1 && (d.words[at-1].fold == "in" || d.words[at-1].fold == "of") && firmThings[d.words[at-2].fold]
}

// isThingHere reports whether what stands around a name of several words tells that it is no person's: “the newspaper Norrin Glas”,
// “Norrin Glas, which”, “to The Norrin Glas”.
func (d *document) isThingHere(first, end int) bool {
	if len(d.tags) == 0 {
		return false
	}
	if first > 0 {
		before := d.words[first-1]
		if d.hasLargeArticle(first) || !before.large && !before.mark && calledSo[before.fold] {
			return true
		}
	}
	isPlaced := first > 0 && placing[d.words[first-1].fold]
	return end+1 < len(d.words) && d.words[end].isMark(",") && d.words[end+1].fold == "which" && !isPlaced
}

// hasLargeArticle reports whether an article stands before a word that is a part of its name, as it is written large within a sentence:
// “he told The Morning Echo”.
func (d *document) hasLargeArticle(at int) bool {
	return len(d.tags) > 0 && at > 0 && d.isThe(at-1) && d.words[at-1].large && !d.words[at-1].upper && !d.begins[at-1] && !d.headline[at-1]
}

// isFollowedByNoun reports whether a noun stands after a word, so that it may be an organisation's: “in Castlegate shares”.
func (d *document) isFollowedByNoun(at int) bool {
	return at+1 < len(d.words) && d.tags[at+1] == tagger.Noun && !d.isApart(at+1)
}

// standsAsOrganisation reports whether a word that nobody knows stands as an organisation does: “carmaker Kelgate”, “Kelgate spokesman Odo
// Lenz”, “a spokesman for Kelgate”, “Kelgate shares”.
func (d *document) standsAsOrganisation(at int) bool {
	if d.isSpokenFor(at) || d.isEmployer(at) || d.isHeldBy(at) {
		return true
	}
	if at > 0 {
		before := d.words[at-1]
		if !before.large && !before.mark && !before.owns && (organisationWords[before.fold] || companyNouns[before.fold]) {
			return true
		}
	}
	w := d.words[at]
	isWord := hasAdjectiveEnd(w.fold) || d.begins[at] && tagger.IsCommon(w.fold) // “Norvian officials”, “Café owner”
	if at+1 >= len(d.words) || w.owns || isWord || d.isApart(at+1) || d.words[at+1].large || d.words[at+1].mark {
		return false
	}
	const most = 3 // “Kelgate chief financial officer”
	for i := at + 1; i < min(len(d.words), at+1+most) && !d.words[i].mark; i++ {
		switch w := d.words[i]; {
		case titles[w.fold]:
			return !offices[w.fold]
		case !titleWords[w.fold]:
			return i == at+1 && companyThings[w.fold]
		}
	}
	return false
}

// isAged reports whether somebody's age stands in commas from a mark on: “Kessel, 51, who”.
func (d *document) isAged(at int) bool {
	if at+2 >= len(d.words) || !d.words[at].isMark(",") || !d.words[at+2].isMark(",.") {
		return false
	}
	age := d.words[at+1].text
	return len(age) == 2 && age >= "10" && age <= "99" || len(age) == 3 && age >= "100" && age <= "119"
}

func isSaint(words []word) bool {
	return len(words) > 1 && strings.TrimSuffix(words[0].fold, ".") == "st" && !isFirstNameOfTwo(words)
}

// isFirstNameOfTwo reports whether words go on as a person's name: “St. John Oder” is none of a place.
func isFirstNameOfTwo(words []word) bool {
	return len(words) == 3 && isFirstName(words[1]) && !isOrganisationWord(words[2])
}

// kindOfSaint is the kind of a name after a saint's: of a place, or of what is called after that.
func (d *document) kindOfSaint(words []word) (store.ActorKind, string) {
	if isOrganisationWord(words[len(words)-1]) {
		return kindOrganisation, ruleOrg
	}
	return "", RulePlace
}

// ofOneWord are mentions of one word by a rule that mostly has more of them.
func ofOneWord(all []mention) []mention {
	const body, people = 0.7, 0.45
	for i := range all {
		all[i].confidence = body
		if all[i].rule == ruleGroup {
			all[i].confidence = people
		}
	}
	return all
}
