package suggest

import (
	"standpoint/app/suggest/tagger"
)

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
		return r.takeDoing(u, c) || r.takeShown(u, c) || r.shareSubject(u, c)
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
	case r.isSomeOfWhom(from, last):
		c.subject = span2{last - 2, last + 1}
		return true
	case w.fold == "who" || w.fold == "which" || w.fold == "that" && last > from && !r.words[last-1].mark:
		return r.takeRelative(u, c, last)
	}
	if c.subject = r.issuedBefore(u, c.group); c.subject[0] < c.subject[1] {
		return true
	}
	if c.subject = r.beforeDone(u, from, c.group); c.subject[0] < c.subject[1] {
		return true
	}
	last = r.beforeDay(from, last)
	c.subject = r.nounPhraseTo(u, last+1)
	if c.subject[0] == c.subject[1] || r.isInRelative(u, c.subject[0]) {
		c.subject = r.beforeRelative(u, last+1)
	}
	if at := c.subject; at[0] == at[1] || r.g.isWhen(r.words[at[1]-1]) || isDigits(r.words[at[1]-1]) || r.isReached(at) {
		if who := r.doneAtStart(from, c.group); who[0] < who[1] {
			c.subject = who
		}
	}
	return c.subject[0] < c.subject[1] || r.takeInverted(u, c)
}

// isSomeOfWhom reports whether a word ends a phrase such as “one of whom”, “some of whom”.
func (r *sayer) isSomeOfWhom(from, last int) bool {
	if last-2 < from || r.words[last].fold != "whom" || r.words[last-1].fold != "of" {
		return false
	}
	w := r.words[last-2]
	return w.fold == "one" || w.fold == "each" || w.fold == "none" || w.fold == "half" || r.g.several.has(w) || r.g.counted.has(w)
}

// isReached reports whether words before a verb tell by what somebody was reached: “Residents reached | by telephone | said”.
func (r *sayer) isReached(s span2) bool {
	return s[1]-s[0] == 1 && s[0] > 0 && r.g.channels.has(r.words[s[0]]) && r.words[s[0]-1].fold == "by"
}

// doneAtStart is somebody with whom a sentence begins, and of whom the words up to a verb tell what was done to them: “A man | accused of
// what he had done for years | said”.
func (r *sayer) doneAtStart(from, end int) span2 {
	if r.tags == nil {
		return span2{}
	}
	for i := from + 1; i < min(end-1, from+mostOfTitle); i++ {
		switch {
		case r.words[i].mark || r.isQuoted(i):
			return span2{}
		case (r.tags[i] == tagger.Participle || r.tags[i] == tagger.Past) && r.g.prepositions.has(r.words[i+1]) &&
			(r.isWorker(r.words[i-1]) || r.isPeopleWord(r.headOf(span2{from, i}))):
			return span2{from, i}
		case r.tells(i):
			return span2{}
		}
	}
	return span2{}
}

// beforeDone is somebody of whom words before a verb tell what was done to them: “A diplomat | quoted by the agency | said”.
func (r *sayer) beforeDone(u unit, from, end int) span2 {
	if r.tags == nil {
		return span2{}
	}
	for i := end - 2; i > max(from, end-farthestThat) && !r.words[i+1].mark && !r.isQuoted(i+1); i-- {
		switch {
		case r.tags[i] == tagger.Participle && !r.words[i].large && r.words[i+1].fold == "by":
			if s := r.nounPhraseTo(u, i); s[0] < s[1] && (r.words[s[1]-1].large || r.isPeopleWord(r.headOf(s))) {
				return s
			}
			return span2{}
		case r.tells(i), r.g.breaks.has(r.words[i]) && !r.g.prepositions.has(r.words[i]), r.words[i].fold == "and":
			return span2{}
		}
	}
	return span2{}
}

// takeQuotedInset takes the subject before a clause about it that ends with a quotation and the comma in that: “Mara Ellin, who calls it “a
// gift,” | said”.
func (r *sayer) takeQuotedInset(u unit, c *cue, p passage) bool {
	if p.to-2 <= p.from || !r.words[p.to-2].isMark(",") {
		return false
	}
	open := r.openComma(u, p.from)
	if open <= u.from {
		return false
	}
	first := r.words[open+1]
	return (r.g.relating.has(first) || r.g.prepositions.has(first)) && r.takeBeforeComma(u, c, open)
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
	switch r.words[at-1].fold {
	case "who", "that":
		return true
	case "and", "or", "but": // “who worked there | and left it”
		for i := at - 2; i > max(u.from, at-farthestThat) && !r.words[i].mark && !r.isQuoted(i); i-- {
			if r.words[i].fold == "who" {
				return true
			}
		}
	}
	return false
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
		if w.fold == "who" && r.words[i-1].fold == "and" { // “who worked there and who left it”
			continue
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
	if r.takeWhoAlso(u, from, c) {
		return true
	}
	if s := r.doneBefore(from, c); s[0] < s[1] {
		c.subject = s
		return true
	}
	for i := len(r.cues) - 1; i >= max(0, len(r.cues)-farthestThat); i-- {
		before := &r.cues[i]
		if before.at < from {
			break
		}
		isTold := r.isToldAt(before.at) && !r.isToldAt(c.at) || r.isInInset(u, before, c.group) // “said that it planned to close, but added”
		if before.subject[0] < before.subject[1] && before.subject[0] < c.at && !before.passive && !isTold {
			c.subject, c.relative = before.subject, before.relative
			return true
		}
	}
	c.subject = r.mainSubject(r.afterDateline(from, c.group), c.group)
	return c.subject[0] < c.subject[1]
}

// doneBefore is of whom somebody tells that they had done something and said something: “Lenz said | soldiers | had come at dawn and told
// them to leave”.
func (r *sayer) doneBefore(from int, c *cue) span2 {
	and := c.group - 1
	if and < from || r.words[and].fold != "and" || c.group != c.at || c.verb.form != formPast || c.verb.lemma == "add" {
		return span2{}
	}
	if n := len(r.cues); n == 0 || r.cues[n-1].at < from {
		return span2{}
	}
	before := &r.cues[len(r.cues)-1]
	for i := and - 1; i > before.end; i-- {
		switch w := r.words[i]; {
		case w.mark || r.isQuoted(i) || r.g.relating.has(w) || w.fold == "and":
			return span2{}
		case w.fold == "had":
			s := r.nounPhraseTo(unit{from: before.end, to: and}, i)
			if s[0] < s[1] && (r.words[s[1]-1].large || r.isPeopleWord(r.headOf(s))) {
				return s
			}
			return span2{}
		}
	}
	return span2{}
}

// isInInset reports whether a verb stands in an inset that ends before a word: “Ida Moll, when I asked her, laughed and said”.
func (r *sayer) isInInset(u unit, c *cue, before int) bool {
	closing := c.end
	for closing < before && !r.mark(closing, ",") {
		closing++
	}
	open := r.openComma(u, closing)
	return closing < before && open > u.from && open < c.group && r.g.breaks.has(r.words[open+1]) && r.words[open+1].fold != "who"
}

// isVerbLike reports whether a word can be the verb of a clause.
func (r *sayer) isVerbLike(i int) bool {
	w := r.words[i]
	if w.mark || w.large {
		return false
	}
	if i > 0 && (r.g.determiners.has(r.words[i-1]) && !r.isOneBeforeBe(i) || r.words[i-1].owns) {
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
	if at-1 > u.from && r.g.rumours.has(r.words[at]) && r.g.be.has(r.words[at-1]) { // “is understood to have told”
		if c.group = at - 1; r.mark(at-2, ",") {
			return r.takeAppositive(u, c, at-2)
		}
		c.subject = r.nounPhraseTo(u, c.group)
		return c.subject[0] < c.subject[1]
	}
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
	if r.mark(at-1, ",") { // “Mara Ellin, who was mayor, liked to say”
		return r.takeAppositive(u, c, at-1)
	}
	c.subject = r.nounPhraseTo(u, at)
	return c.subject[0] < c.subject[1]
}

// takeAppositive takes the subject of a verb after a comma: “Anna Kessel, the mayor, said”, “Owen Garrity, 54, of Sarn, said”.
func (r *sayer) takeAppositive(u unit, c *cue, closing int) bool {
	open := r.openComma(u, closing)
	if open < 0 || open+1 >= closing {
		return false
	}
	inner := span2{open + 1, closing}
	if at := r.relativeAround(u, inner); at > 0 { // “Ida Moll, whose son, Tom, was there, said”
		return r.takeBeforeComma(u, c, at)
	}
	switch first := r.words[inner[0]]; {
	case r.opensMore(inner) && r.isAfterComma(u, open) && !r.isPerson(inner):
		return r.takeAppositive(u, c, open)
	case r.isCitingClause(inner), r.opensClause(first):
		return r.takeBeforeComma(u, c, open)
	case r.g.asked.has(first), r.g.addressed.has(first), r.isDoneTo(inner): // “Mara Ellin, asked whether it will hold, said”
		return r.takeBeforeComma(u, c, open)
	case r.hasFinite(inner[0], inner[1]) && !r.isDescribedBy(inner) && !r.endsNamed(inner) && !r.isRole(inner) && !r.g.issued.has(first):
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

// isDoneTo reports whether words in commas tell what was done to somebody: “Ida Moll, | shown a photograph, | said”.
func (r *sayer) isDoneTo(inner span2) bool {
	first := r.words[inner[0]]
	if r.tags == nil || first.large || r.g.issued.has(first) || inner[1]-inner[0] < 2 {
		return false
	}
	tag := r.tags[inner[0]]
	return tag == tagger.Participle || tag == tagger.Past && r.g.prepositions.has(r.words[inner[0]+1])
}

// isRole reports whether words in commas say what somebody is, though one of them could be a verb: “a former appeals judge from Velia”.
func (r *sayer) isRole(inner span2) bool {
	first := r.words[inner[0]].fold
	if first != "a" && first != "an" && first != "the" || r.tags == nil {
		return false
	}
	for i := inner[0]; i < inner[1]; i++ {
		if _, _, says := r.g.verbAt(r.words, i); r.tells(i) || says && r.tags[i] != tagger.Noun {
			return false
		}
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

// relativeAround is the comma before a clause about somebody within which a name stands in commas, and that goes on with a verb: “, whose
// son, Tom, | was there”; 0 if the words do not.
func (r *sayer) relativeAround(u unit, inner span2) int {
	if !r.tells(inner[0]) {
		return 0
	}
	name := r.openComma(u, inner[0]-1)
	if name <= u.from || r.hasFinite(name+1, inner[0]-1) {
		return 0
	}
	if open := r.openComma(u, name); open > u.from && r.g.relating.has(r.words[open+1]) && !r.hasFinite(open+1, name) {
		return open
	}
	return 0
}

// endsNamed reports whether words in commas say what somebody is and end with their name: “a retired general | named Odo Lenz”.
func (r *sayer) endsNamed(inner span2) bool {
	at := inner[1] - 1
	for at > inner[0] && r.words[at].large {
		at--
	}
	isNamed := at > inner[0] && at < inner[1]-1 && (r.words[at].fold == "named" || r.words[at].fold == "called")
	return isNamed && r.g.determiners.has(r.words[inner[0]]) && !r.hasFinite(inner[0], at)
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
	} else if at-1 > u.from && r.mark(at-1, ",") && r.isPerson(c.subject) {
		role := r.nounPhraseTo(u, at-1)
		isWhole := role[0] == u.from || role[0] > u.from && (r.isQuoted(role[0]-1) || r.mark(role[0]-1, ","))
		// “the mayor of Sarn, Odo Lenz, a former …,”
		if role[0] < role[1] && isWhole && r.words[role[0]].fold == "the" && titles[r.headOf(role).fold] {
			c.subject[0] = role[0]
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
	return r.g.questions.has(first) || r.g.breaks.has(first) || r.g.prepositions.has(first) || r.g.isBetween(first) || r.isIng(first) ||
		first.fold == "perhaps" || first.fold == "clearly"
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
	if open <= u.from {
		return false
	}
	isDone := r.isDoneTo(span2{open + 1, comma}) // “his sister, | reached in Mobile, | Ala., said”
	return isDone || isDigits(r.words[open+1]) || r.opensClause(r.words[open+1])
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

// isWhom are the pronouns for whom something is said to.
var isWhom = map[string]bool{"me": true, "us": true, "him": true, "them": true}

// takeInverted takes the subject after its verb: “…,” said Anna Kessel.
func (r *sayer) takeInverted(u unit, c *cue) bool {
	isBase := c.verb.form == formBase && !r.isInvertedPlural(u, c)
	if c.verb.takes&takesQuote == 0 || c.verb.form == formIng || isBase || c.group == u.from {
		return false
	}
	at := c.group - 1
	if !r.isQuoted(at) && !r.mark(at, ",—–") || c.verb.lemma == "tell" && c.verb.form == formPast {
		return false
	}
	if c.end < u.to && isWhom[r.words[c.end].fold] { // “both | tell me”
		return false
	}
	c.subject = r.nounPhraseFrom(u, c.end)
	c.inverted = c.subject[0] < c.subject[1]
	return c.inverted
}
