package suggest

import (
	"slices"
	"strings"

	"standpoint/app/suggest/tagger"
)

// nounPhraseFrom is the phrase that begins at a word and names or describes somebody, with what stands in commas after it.
func (r *sayer) nounPhraseFrom(u unit, from int) span2 {
	end := r.nameFrom(u, from)
	if end == from {
		return span2{from, from}
	}
	if end < u.to && r.mark(end, ",") && end+1 < u.to && !r.isQuoted(end+1) {
		first := r.words[end+1]
		rest := r.nameFrom(u, end+1)
		isOne := r.g.determiners.has(first) && !r.g.several.has(first) && !r.g.negations.has(first) && !r.g.counted.has(first)
		isRole := isOne || titles[first.fold] || titleWords[first.fold] || isOfStateName(first) ||
			isPersonalName(r.words[end+1:max(rest, end+1)]) || r.isPersonNamed(span2{end + 1, rest})
		if isRole && rest > end+1 && (rest == u.to || r.words[rest].mark || r.isQuoted(rest)) {
			return span2{from, rest}
		}
	}
	return span2{from, end}
}

// isPersonNamed reports whether words are the name of a person, and nothing else.
func (r *sayer) isPersonNamed(s span2) bool {
	return slices.ContainsFunc(r.mentionsBetween(s[0], s[1]), func(m mention) bool {
		return m.first == s[0] && m.end == s[1] && m.party.Kind == kindPerson
	})
}

// nameFrom is where the phrase ends that begins at a word.
func (r *sayer) nameFrom(u unit, from int) int {
	end := from
	for end < r.limit(u.to, from) && !r.isQuoted(end) {
		w := r.words[end]
		if r.g.he.has(w) && !r.isOwner(end) || r.g.it.has(w) && !r.g.determiners.has(w) {
			if end == from {
				return end + 1
			}
			return end
		}
		if r.endsName(u, from, end) {
			return end
		}
		end++
	}
	return end
}

// isOwner reports whether “her” stands before what is hers.
func (r *sayer) isOwner(i int) bool { return r.words[i].fold == "her" && !r.isObject(i) }

// endsName reports whether a phrase that begins at a word ends before another.
func (r *sayer) endsName(u unit, from, at int) bool {
	w := r.words[at]
	switch {
	case w.mark:
		return !w.isMark("-&")
	case w.fold == "of" || w.fold == "for":
		return at == from
	case r.g.prepositions.has(w):
		return at == from || !r.joinsName(u, at)
	case r.g.breaks.has(w) || r.g.isBetween(w) && !w.large && !r.joinsAside(from, at) || r.g.questions.has(w) && !w.large:
		return true
	case r.isWhenAt(u, at) && !r.isOfOwned(from, at):
		return true
	case at == from:
		return w.fold == "and"
	case w.fold == "and":
		return !r.words[at-1].large && !r.isPlural(r.words[at-1])
	}
	if w.large && r.words[at-1].large && r.g.determiners.has(w) { // “Channel | One”
		return false
	}
	return r.g.determiners.has(w) && !r.joinsNoun(r.words[at-1]) && !r.g.determiners.has(r.words[at-1]) || r.isVerbLike(at)
}

// isOfOwned reports whether a word that says when is written large after whose it is, and so a name: “the BBC's | Today programme”.
func (r *sayer) isOfOwned(from, at int) bool {
	return at > from && r.words[at].large && r.words[at-1].owns && !r.g.days.has(r.words[at])
}

// isWhenAt reports whether a word of a phrase says when, and does not stand before what is near: “this newspaper”.
func (r *sayer) isWhenAt(u unit, at int) bool {
	return r.g.isWhen(r.words[at]) && (r.words[at].fold != "this" || at+1 >= u.to || r.g.times.has(r.words[at+1]))
}

// joinsAside reports whether a word that mostly stands beside a verb belongs to a phrase: “both sides”, “a visibly shaken man”.
func (r *sayer) joinsAside(from, at int) bool {
	w := r.words[at]
	return at == from && r.g.several.has(w) || at > from && isAdverb(w) && r.g.determiners.has(r.words[at-1])
}

// joinsName reports whether a preposition belongs to a name: “Kai Brun at the Institute”.
func (r *sayer) joinsName(u unit, at int) bool {
	w := r.words[at]
	if r.g.close.has(r.words[at-1]) && (w.fold == "with" || w.fold == "to" || w.fold == "on") { // “people familiar with the talks”
		return true
	}
	if w.fold != "at" && w.fold != "with" && w.fold != "from" && w.fold != "aboard" || at+1 >= u.to {
		return false
	}
	next := r.words[at+1]
	return next.large && !r.g.days.has(next) || next.fold == "the" && at+2 < u.to && r.words[at+2].large
}

// joinsNoun reports whether a noun may go on after a word: “of the”, “and the”.
func (r *sayer) joinsNoun(w word) bool {
	return r.g.prepositions.has(w) || w.fold == "and" || w.fold == "all" || w.fold == "both"
}

// nounPhraseTo is the phrase that ends before a word and names or describes somebody.
func (r *sayer) nounPhraseTo(u unit, end int) span2 {
	if end > u.from && end < u.to && r.isDone(end) && pronounIn(r.words[end-1]) != "" && !r.isQuoted(end-1) { // “he'd | told them”
		return span2{end - 1, end}
	}
	start := end
	for start > max(u.from, end-farthestContent) && r.isOfPhrase(u, start-1) {
		start--
	}
	start = r.ownStart(r.afterLead(start, end), end)
	if start >= end {
		return span2{end, end}
	}
	last := r.words[end-1]
	if end-start > 1 && last.fold == "there" && !r.words[end-2].mark && !r.g.prepositions.has(r.words[end-2]) { // “her successor there”
		return span2{start, end}
	}
	isPronoun := r.g.he.has(last) || r.g.it.has(last)
	if isPronoun && end-start > 2 && r.words[end-2].fold == "of" { // “one of them”
		return span2{start, end}
	}
	if isPronoun || r.g.prepositions.has(last) {
		if r.g.prepositions.has(last) || r.g.determiners.has(last) && last.fold != "this" && last.fold != "that" && !r.g.it.has(last) {
			return span2{end, end}
		}
		return span2{end - 1, end}
	}
	return span2{r.withList(u, start, end), end}
}

// isDone reports whether a word is a verb as it stands after “has” and “had”.
func (r *sayer) isDone(i int) bool {
	v, _, says := r.g.verbAt(r.words, i)
	return says && v.form == formPast
}

// pronounIn is the pronoun of a word that joins it with “has” or “had”: “he'd”; "" of other words.
func pronounIn(w word) string {
	pronoun, rest, _ := strings.Cut(w.fold, "'")
	if w.mark || rest != "d" && rest != "ve" && rest != "s" {
		return ""
	}
	switch pronoun {
	case "he", "she", "it", "they", "we", "i", "you":
		return pronoun
	}
	return ""
}

// ownStart is where a phrase begins after words that belong to another before it: “something | the company”, “to name | a pilot”.
func (r *sayer) ownStart(start, end int) int {
	from := start
	isOne := end-start > 2 && (r.words[start].fold == "a" || r.words[start].fold == "an")
	if isOne && r.isMany(r.words[end-1]) { // “a move | critics”
		return end - 1
	}
	for k := from + 1; k < end-1; k++ {
		w, before := r.words[k], r.words[k-1]
		switch {
		case before.fold == "to" && r.tags != nil && r.tags[k].IsVerb():
			start = k + 1
		case w.fold == "the" && !before.large && !before.mark && !before.owns && r.tags != nil && r.tags[k-1] == tagger.Pronoun:
			start = k
		case isOne && k > from+1 && r.leadsNoun(k) && !before.large && r.tags != nil && r.tags[k-1] == tagger.Noun && !r.tells(end-1):
			// “a charge | the company”
			start = k
		}
	}
	return start
}

// isOfPhrase reports whether a word can belong to a phrase that goes on after it.
func (r *sayer) isOfPhrase(u unit, i int) bool {
	w := r.words[i]
	switch {
	case r.isQuoted(i):
		return false
	case w.mark:
		return w.isMark("-&’'")
	case w.large && i > u.from:
		return true
	case r.g.breaks.has(w):
		return false
	case w.large, asNouns[w.fold] && i > u.from && r.words[i-1].mark, r.isMany(w), r.g.persons.has(w): // “the refugee agency”
		return true
	case w.fold == "close" && i > u.from && r.endsHead(i) && r.isPeopleWord(r.words[i-1]): // “people close to him”
		return true
	case r.tells(i) && r.tags != nil, r.g.isFinite(w) && !r.isAdjective(u, i) && (r.tags == nil || r.tags[i].IsVerb()):
		return false
	}
	_, _, says := r.g.verbAt(r.words[:u.to], i)
	if says && r.tags != nil && r.tags[i] == tagger.Noun {
		return true
	}
	if says && i > u.from && r.leadsNoun(i-1) { // “familiar with its thinking”, “critics of the plan”
		return true
	}
	return !says || asNouns[w.fold] && (i == u.from || !r.words[i-1].large && !r.g.he.has(r.words[i-1]))
}

// isMany reports whether a word is for several people, whatever the tags are: “diplomats”.
func (r *sayer) isMany(w word) bool {
	if groupWords[w.fold] {
		return true
	}
	for _, end := range []string{"s", "es"} { // “nurses”, “witnesses”
		if one, isMany := strings.CutSuffix(w.fold, end); isMany && (titles[one] || r.g.persons[one]) {
			return true
		}
	}
	return false
}

// isAdjective reports whether a word in -ed belongs to the noun after it: “an unnamed source”.
func (r *sayer) isAdjective(u unit, i int) bool {
	w := r.words[i]
	if r.g.finite.has(w) || i == u.from {
		return !r.g.finite.has(w)
	}
	before := r.words[i-1]
	return r.g.determiners.has(before) || before.owns || r.g.prepositions.has(before) || before.mark || isAdverb(before) ||
		titleWords[before.fold] || before.fold == "united"
}

// afterLead is where a phrase begins after what stands before it in the same breath: “On Thursday | the minister”.
func (r *sayer) afterLead(start, end int) int {
	for start < end {
		w := r.words[start]
		switch {
		case (w.fold == "both" || w.fold == "all") && (end-start == 1 || end-start == 2 && !r.words[end-1].mark): // “both”, “both men”
			return start
		case w.fold == "and" || w.fold == "or" || w.fold == "so" || w.fold == "both" || w.mark, r.g.questions.has(w) && start+1 < end:
			start++
		case r.g.isBetween(w) && !r.g.determiners.has(w) || r.g.isWhen(w):
			start = r.anew(start+1, end, start)
		case r.g.prepositions.has(w) && !r.g.finite.has(w):
			start = r.anew(start+1, end, end)
		default:
			return start
		}
	}
	return end
}

// anew is where, after words that say when and where, a phrase begins anew; none if nothing does.
func (r *sayer) anew(from, end, none int) int {
	for i := from; i < end; i++ {
		w, before := r.words[i], r.words[i-1]
		leads := r.g.prepositions.has(before) || r.g.determiners.has(before) || before.fold == "of"
		switch {
		case leads || r.g.isWhen(w):
		case r.g.determiners.has(w) || r.g.he.has(w) || r.g.it.has(w) || w.fold == "somebody" || w.fold == "someone":
			return i
		case w.large && (!before.large || r.g.isWhen(before)):
			return i
		}
	}
	if none < from {
		return from
	}
	return none
}

// withList is where a list of names begins of which the last are known: “France, Norvia | and Velia”.
func (r *sayer) withList(u unit, start, end int) int {
	hasAnd := false
	for i := start; i < end && i < start+4 && !hasAnd; i++ {
		hasAnd = r.words[i].fold == "and" && !r.isWithinName(i)
	}
	for hasAnd && start-1 > u.from && r.mark(start-1, ",") {
		at := start - 1
		for at > u.from && r.isOfPhrase(u, at-1) {
			at--
		}
		if r.g.prepositions.has(r.words[at]) {
			break
		}
		if at == start-1 || at > u.from && !r.mark(at-1, ",") || r.g.isWhen(r.words[at]) {
			break
		}
		start = at
	}
	return start
}

// isWithinName reports whether a word joins two others to one name: “the Securities | and Exchange Commission”.
func (r *sayer) isWithinName(i int) bool {
	return slices.ContainsFunc(r.mentionsBetween(i-mostOfName, i+mostOfName), func(m mention) bool { return m.first < i && i+1 < m.end })
}

// leadsNoun reports whether a word stands before nouns only, and is nobody by itself: “the”, “its”.
func (r *sayer) leadsNoun(i int) bool {
	switch w := r.words[i]; w.fold {
	case "the", "a", "an":
		return !w.mark
	default:
		return r.g.ownedBy[w.fold] != "" && !r.g.he.has(w)
	}
}
