package suggest

import "standpoint/app/suggest/tagger"

// findSubject finds who does what a verb says. ok is false if nobody does, or only somebody might.
func (r *sayer) findSubject(u unit, c *cue) bool {
	from := r.sentenceFrom(u, c.at)
	last := c.group - 1
	if last >= from && c.verb.form == formIng && r.g.goingOn.has(r.words[last]) { // “kept saying”
		for c.group = last; c.group > from && r.g.isBetween(r.words[c.group-1]); {
			c.group--
		}
		c.subject = r.nounPhraseTo(u, c.group)
		return c.subject[0] < c.subject[1]
	}
	if c.verb.form == formIng && !r.isProgressive(c) {
		return r.shareSubject(u, c)
	}
	if last < from {
		return r.takeInverted(u, c)
	}
	w := r.words[last]
	switch {
	case r.isQuoted(last):
		return r.takeInverted(u, c) || r.takeQuotedInset(u, c, r.passageAt(last))
	case r.mark(last, ","):
		return r.takeAppositive(u, c, last) || r.takeInverted(u, c) || r.takeListed(u, c)
	case r.mark(last, "—–-"):
		return r.takeDashed(u, c, last) || r.takeInverted(u, c)
	case r.mark(last, ")"):
		return r.takeBracketed(u, c, last)
	case w.fold == "and" || w.fold == "but" || w.fold == "or":
		return r.shareSubject(u, c)
	case w.fold == "to":
		return r.takeInfinitive(u, c, last)
	case w.fold == "who" || w.fold == "which" || w.fold == "that" && last > from && !r.words[last-1].mark:
		return r.takeRelative(u, c, last)
	}
	if c.subject = r.issuedBefore(u, c.group); c.subject[0] < c.subject[1] {
		return true
	}
	last = r.beforeDay(from, last)
	c.subject = r.nounPhraseTo(u, last+1)
	if c.subject[0] == c.subject[1] || r.isInRelative(u, c.subject[0]) {
		c.subject = r.beforeRelative(u, last+1)
	}
	return c.subject[0] < c.subject[1] || r.takeInverted(u, c)
}

// takeQuotedInset takes the subject before a clause about it that ends with a quotation and the comma in that: “Mara Ellin, who calls it “a
// gift,” | said”.
func (r *sayer) takeQuotedInset(u unit, c *cue, p passage) bool {
	if p.to-2 <= p.from || !r.words[p.to-2].isMark(",") {
		return false
	}
	open := r.openComma(u, p.from)
	return open > u.from && r.g.relating.has(r.words[open+1]) && r.takeBeforeComma(u, c, open)
}

// beforeDay is the last word before those that say when, between a subject and its verb: “Mara Ellin | on Wednesday said”, “Velia | last
// week warned”.
func (r *sayer) beforeDay(from, last int) int {
	at := last
	for at > from && !r.isQuoted(at) && (r.g.days.has(r.words[at]) && r.words[at].large || r.g.times.has(r.words[at]) && !r.words[at].large) {
		at--
	}
	if at > from && at < last && r.words[at].fold == "on" && !r.words[at].large && !r.isQuoted(at) {
		at--
	}
	switch {
	case at == last || at < from || r.words[at].mark || r.g.prepositions.has(r.words[at]) || r.g.determiners.has(r.words[at]):
		return last
	case r.words[at+1].large && r.words[at+1].fold != "on": // “the Sunday | said”: a name
		return last
	}
	return at
}

// takeListed takes the subject of the verbs of which this is one: “Velia thanked the hosts, | noted “some movement” and left”.
func (r *sayer) takeListed(u unit, c *cue) bool {
	if c.verb.form != formPast || c.group != c.at || c.end >= u.to || !r.opens(c.end) && r.words[c.end].fold != "that" {
		return false
	}
	return r.shareSubject(u, c)
}

// takeDashed takes the subject before an inset between dashes: “Mara Ellin — the mayor — said”.
func (r *sayer) takeDashed(u unit, c *cue, closing int) bool {
	for i := closing - 1; i > max(u.from, closing-farthestComma) && !r.isQuoted(i) && !r.mark(i, ";:"+stops); i-- {
		if r.mark(i, "—–-") && i+1 < closing {
			c.subject = r.nounPhraseTo(u, i)
			return c.subject[0] < c.subject[1]
		}
	}
	return false
}

// isInRelative reports whether words before one are the verb of a clause that “who” or “that” begins.
func (r *sayer) isInRelative(u unit, at int) bool {
	at--
	if at <= u.from || r.isQuoted(at) || !r.tells(at) {
		return false
	}
	for at > u.from && r.g.isBetween(r.words[at-1]) {
		at--
	}
	if at == u.from {
		return false
	}
	before := r.words[at-1]
	return before.fold == "who" || before.fold == "that"
}

// takeBracketed takes the subject before brackets: “Odo Lenz (Harbour List) said”.
func (r *sayer) takeBracketed(u unit, c *cue, closing int) bool {
	for i := closing - 1; i > max(u.from, closing-mostOfTitle); i-- {
		if r.mark(i, "(") {
			c.subject = r.nounPhraseTo(u, i)
			return c.subject[0] < c.subject[1]
		}
	}
	return false
}

// beforeRelative is who a clause is about that ends before a verb: “An official | who asked not to be named | said”.
func (r *sayer) beforeRelative(u unit, end int) span2 {
	for i := end - 1; i > max(u.from, end-farthestThat); i-- {
		w := r.words[i]
		if w.mark || r.isQuoted(i) {
			break
		}
		if w.fold == "who" || w.fold == "that" && !r.isVerbLike(i-1) {
			return r.nounPhraseTo(u, i)
		}
	}
	return span2{end, end}
}

// isProgressive reports whether a form in -ing has a subject of its own: “is saying”.
func (r *sayer) isProgressive(c *cue) bool {
	for i := c.group; i < c.at; i++ {
		if r.g.be.has(r.words[i]) {
			return true
		}
	}
	return false
}

// shareSubject takes the subject of the verb before, of a verb that has none of its own: “… and added”, “…, saying”.
func (r *sayer) shareSubject(u unit, c *cue) bool {
	c.shared = true
	from := r.sentenceFrom(u, c.at)
	for i := len(r.cues) - 1; i >= max(0, len(r.cues)-farthestThat); i-- {
		before := &r.cues[i]
		if before.at < from {
			break
		}
		isTold := r.isToldAt(before.at) && !r.isToldAt(c.at) // “said that it planned to close, but added”
		if before.subject[0] < before.subject[1] && before.subject[0] < c.at && !before.passive && !isTold {
			c.subject, c.relative = before.subject, before.relative
			return true
		}
	}
	c.subject = r.mainSubject(from, c.group)
	return c.subject[0] < c.subject[1]
}

// mainSubject is who does what the first verb of a sentence says that stands in no clause of its own.
func (r *sayer) mainSubject(from, before int) span2 {
	from = max(from, before-farthestContent)
	inner := false // a clause that a conjunction began, up to its comma
	for i := from; i < before; i++ {
		w := r.words[i]
		switch {
		case r.isQuoted(i):
		case w.isMark(","):
			inner = false
		case r.g.breaks.has(w) && !(w.large && i > from):
			inner = true
		case inner || i == from:
		case r.isVerbLike(i):
			u := unit{from: from, to: before}
			group := i
			for group > from && r.g.isBetween(r.words[group-1]) {
				group--
			}
			if np := r.nounPhraseTo(u, r.beforeDay(from, max(group, from+1)-1)+1); np[0] < np[1] {
				return np
			}
			if c := (cue{at: i, end: i + 1, group: i}); i > from && r.mark(i-1, ",") && r.takeAppositive(u, &c, i-1) {
				return c.subject
			}
		}
	}
	return span2{}
}

// isVerbLike reports whether a word can be the verb of a clause.
func (r *sayer) isVerbLike(i int) bool {
	w := r.words[i]
	if w.mark || w.large {
		return false
	}
	if i > 0 && (r.g.determiners.has(r.words[i-1]) || r.words[i-1].owns) {
		return false
	}
	if r.tells(i) {
		return true
	}
	_, _, says := r.g.verbAt(r.words, i)
	return says && !asNouns[w.fold]
}

// takeInfinitive takes the subject of “went on to say”. What somebody only wants to say, or is to, is not said.
func (r *sayer) takeInfinitive(u unit, c *cue, to int) bool {
	at := to - 1
	if at <= u.from || !r.g.leads.has(r.words[at]) {
		return false
	}
	for at > u.from+1 && !r.isQuoted(at-1) && (r.g.leads.has(r.words[at-1]) || r.tells(at-1) || r.g.isBetween(r.words[at-1])) {
		at--
	}
	c.group = at
	if r.words[at-1].fold == "and" || r.words[at-1].fold == "but" {
		return r.shareSubject(u, c)
	}
	c.subject = r.nounPhraseTo(u, at)
	return c.subject[0] < c.subject[1]
}

// takeRelative takes whom a clause is about: “an official who said”.
func (r *sayer) takeRelative(u unit, c *cue, pronoun int) bool {
	at := pronoun
	if at > u.from && r.mark(at-1, ",") {
		at--
	}
	c.relative = r.nounPhraseTo(u, at)
	if c.relative[0] == c.relative[1] && at > u.from && r.mark(at-1, ",") {
		c.relative = r.nounPhraseTo(u, at-1)
	}
	c.subject = span2{pronoun, pronoun + 1}
	return c.relative[0] < c.relative[1]
}

// takeAppositive takes the subject of a verb after a comma: “Anna Kessel, the mayor, said”, “Owen Garrity, 54, of Sarn, said”.
func (r *sayer) takeAppositive(u unit, c *cue, closing int) bool {
	open := r.openComma(u, closing)
	if open < 0 || open+1 >= closing {
		return false
	}
	inner := span2{open + 1, closing}
	switch first := r.words[inner[0]]; {
	case r.opensMore(inner) && r.isAfterComma(u, open) && !r.isPerson(inner):
		return r.takeAppositive(u, c, open)
	case r.isCitingClause(inner), r.opensClause(first):
		return r.takeBeforeComma(u, c, open)
	case r.g.asked.has(r.words[inner[0]]): // “Mara Ellin, asked whether it will hold, said”
		return r.takeBeforeComma(u, c, open)
	case r.hasFinite(inner[0], inner[1]) && !r.isDescribedBy(inner) && !r.g.issued.has(r.words[inner[0]]):
		return false
	}
	if _, _, says := r.g.verbAt(r.words, inner[0]); says {
		return r.takeBeforeComma(u, c, open)
	}
	if !r.takeBeforeComma(u, c, open) {
		return false
	}
	isAside := inner[1]-inner[0] == 1 && !r.words[inner[0]].large // “Mara Ellin, too, said”
	if !isDigits(r.words[inner[0]]) && !r.mark(open-1, ")") && !isAside {
		c.subject[1] = inner[1]
	}
	return true
}

// isDescribedBy reports whether what words in commas tell of somebody stands in a clause of its own: “a farmer who lost two fields”.
func (r *sayer) isDescribedBy(inner span2) bool {
	if first := r.words[inner[0]]; !r.g.determiners.has(first) && !titles[first.fold] && !titleWords[first.fold] {
		return false
	}
	for i := inner[0]; i < inner[1] && !r.tells(i); i++ {
		if r.g.relating.has(r.words[i]) {
			return i > inner[0]+1
		}
	}
	return false
}

// takeBeforeComma takes the subject that ends at a comma.
func (r *sayer) takeBeforeComma(u unit, c *cue, comma int) bool {
	if comma-2 > u.from && isDigits(r.words[comma-1]) && r.mark(comma-2, ",") { // “Odo Lenz, 54, whose house …”
		comma -= 2
	}
	if r.mark(comma-1, ")") {
		return r.takeBracketed(u, c, comma-1)
	}
	c.subject = r.nounPhraseTo(u, comma)
	if at := c.subject[0]; at-1 > u.from && r.mark(at-1, ",") && (r.g.determiners.has(r.words[at]) || titles[r.words[at].fold]) {
		if name := r.nounPhraseTo(u, at-1); r.isNameBefore(u, name) { // “Odo Lenz, the mayor, who …”
			c.subject[0] = name[0]
		}
	}
	return c.subject[0] < c.subject[1]
}

// isNameBefore reports whether a phrase before a comma is a name that what follows says more of, and no day or place with which what is
// said ends: “will meet on Friday, | its chairman, Odo Lenz, said”.
func (r *sayer) isNameBefore(u unit, name span2) bool {
	if name[0] >= name[1] {
		return false
	}
	last := r.words[name[1]-1]
	return last.large && !r.g.isWhen(last) && (name[0] == u.from || !r.g.prepositions.has(r.words[name[0]-1]))
}

// opensClause reports whether words in commas that begin with one tell of something, and do not name anybody.
func (r *sayer) opensClause(first word) bool {
	return r.g.questions.has(first) || r.g.breaks.has(first) || r.g.prepositions.has(first) || r.g.isBetween(first) || r.isIng(first)
}

// opensMore reports whether words in commas are the second of such about somebody, who stands before the first: “54, | of Sarn, |”,
// “who represents 6,000, | a third of the staff, |”.
func (r *sayer) opensMore(inner span2) bool {
	w := r.words[inner[0]]
	return w.fold == "of" || w.fold == "from" || w.large && inner[1]-inner[0] <= 2 && !r.g.isWhen(w)
}

// isAfterComma reports whether words in commas end at a comma, and begin no sentence.
func (r *sayer) isAfterComma(u unit, comma int) bool {
	open := r.openComma(u, comma)
	return open >= 0 && open > u.from && (isDigits(r.words[open+1]) || r.opensClause(r.words[open+1]))
}

func (r *sayer) isIng(w word) bool {
	return !w.mark && !w.large && len(w.fold) > 5 && w.fold[len(w.fold)-3:] == "ing"
}

// farthestComma is how many words a clause in commas has at most.
const farthestComma = 30

// openComma is the comma that opens the clause which another closes; -1 if none does.
func (r *sayer) openComma(u unit, closing int) int {
	for i := closing - 1; i > max(u.from, closing-farthestComma); i-- {
		switch {
		case r.isQuoted(i) && r.words[i].mark:
			return -1
		case r.mark(i, ","):
			return i
		case r.mark(i, ";:—"+stops):
			return -1
		}
	}
	return -1
}

// takeInverted takes the subject after its verb: “…,” said Anna Kessel.
func (r *sayer) takeInverted(u unit, c *cue) bool {
	isBase := c.verb.form == formBase && !r.isInvertedPlural(u, c)
	if c.verb.takes&takesQuote == 0 || c.verb.form == formIng || isBase || c.group == u.from {
		return false
	}
	at := c.group - 1
	if !r.isQuoted(at) && !r.mark(at, ",—–") {
		return false
	}
	c.subject = r.nounPhraseFrom(u, c.end)
	c.inverted = true
	return c.subject[0] < c.subject[1]
}

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
			isPersonalName(r.words[end+1:max(rest, end+1)])
		if isRole && rest > end+1 && (rest == u.to || r.words[rest].mark || r.isQuoted(rest)) {
			return span2{from, rest}
		}
	}
	return span2{from, end}
}

// nameFrom is where the phrase ends that begins at a word.
func (r *sayer) nameFrom(u unit, from int) int {
	end := from
	for end < r.limit(u.to, from) && !r.isQuoted(end) {
		w := r.words[end]
		if r.g.he.has(w) || r.g.it.has(w) && !r.g.determiners.has(w) {
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
	if w.fold != "at" && w.fold != "with" && w.fold != "from" || at+1 >= u.to {
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
	start := end
	for start > max(u.from, end-farthestContent) && r.isOfPhrase(u, start-1) {
		start--
	}
	start = r.ownStart(r.afterLead(start, end), end)
	if start >= end {
		return span2{end, end}
	}
	last := r.words[end-1]
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
	return span2{r.withList(u, start), end}
}

// ownStart is where a phrase begins after words that belong to another before it: “something | the company”, “to name | a pilot”.
func (r *sayer) ownStart(start, end int) int {
	from := start
	for k := from + 1; k < end-1; k++ {
		w, before := r.words[k], r.words[k-1]
		switch {
		case before.fold == "to" && r.tags != nil && r.tags[k].IsVerb():
			start = k + 1
		case w.fold == "the" && !before.large && !before.mark && !before.owns && r.tags != nil && r.tags[k-1] == tagger.Pronoun:
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
	case w.large, asNouns[w.fold] && i > u.from && r.words[i-1].mark: // “…, state media reported”
		return true
	case r.tells(i) && r.tags != nil, r.g.isFinite(w) && !r.isAdjective(u, i) && (r.tags == nil || r.tags[i].IsVerb()):
		return false
	}
	_, _, says := r.g.verbAt(r.words[:u.to], i)
	if says && r.tags != nil && r.tags[i] == tagger.Noun {
		return true
	}
	if says && i > u.from && r.g.ownedBy[r.words[i-1].fold] != "" { // “familiar with its thinking”
		return true
	}
	return !says || asNouns[w.fold] && (i == u.from || !r.words[i-1].large && !r.g.he.has(r.words[i-1]))
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
		case r.g.determiners.has(w) || r.g.he.has(w) || r.g.it.has(w):
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
func (r *sayer) withList(u unit, start int) int {
	hasAnd := false
	for i := start; i < u.to && i < start+4 && !hasAnd; i++ {
		hasAnd = r.words[i].fold == "and"
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
