package suggest

import (
	"standpoint/app/suggest/tagger"
	"standpoint/store"
)

// Where what somebody says ends, as the words after it are somebody else's, or the writer's.

// opensOther reports whether a clause begins in which somebody else says something: “…, and Odo Lenz warned that”. What was said before, or
// may be, is told as a part of what is said: “, and the board had warned them”.
func (r *sayer) opensOther(at, end int) bool {
	for i := at + 1; i < min(end, at+farthestThat); i++ {
		w := r.words[i]
		switch {
		case r.isQuoted(i) || w.mark && !w.isMark("-&’',"):
			return false
		case w.mark || w.large || !r.isVerbLike(i) && !r.g.be.has(w) && !r.g.modals.has(w) || r.isInset(at, i):
			continue
		case w.fold == "had" || r.g.modals.has(w) || r.g.be.has(w):
			return false
		case r.g.isBetween(w):
			continue
		}
		v, after, ok := r.g.verbAt(r.words[:end], i)
		if !ok {
			return false
		}
		isSaying := v.takes&(isWeak|takesText) == 0 && (v.form == formPast || v.form == formThird)
		return isSaying && after < end && !r.mark(after, ",;:") && r.subjectOf(unit{from: at, to: end}, i)[0] == at
	}
	return false
}

// explains reports whether words after a colon go on with what is said: “that the study is no trial: nurses chose for themselves”. Who
// says them is told of no others, and they stand in no marks.
func (r *sayer) explains(at, end int) bool {
	if at >= end || r.isQuoted(at) || r.words[at].mark {
		return false
	}
	for i := at; i < end; i++ {
		v, _, says := r.g.verbAt(r.words, i)
		isSaying := says && !r.isQuoted(i) && v.takes&takesQuote != 0 && v.form != formBase && !asNouns[r.words[i].fold]
		if r.mark(i, ":") || r.isAccording(i) || isSaying {
			return false
		}
	}
	return true
}

// farthestSince is how many words say at most how long after something else it was that somebody spoke.
const farthestSince = 4

// opensSince reports whether words after a comma tell before or after what somebody spoke: “…, | hours after she had denied it”.
func (r *sayer) opensSince(at, end int) bool {
	for i := at + 1; i < min(end, at+farthestSince); i++ {
		before := r.words[i-1].fold
		if r.words[i].mark || r.isQuoted(i) {
			return false
		}
		if fold := r.words[i].fold; fold == "after" || fold == "before" {
			return r.g.spells[before] && r.opensTelling(i+1, r.clauseEnd(i+1, end))
		}
	}
	return false
}

// isInset reports whether a word stands in commas that a phrase before it opened: “Odo Lenz, who | runs the port,”.
func (r *sayer) isInset(from, i int) bool {
	open := 0
	for ; from < i; from++ {
		if r.mark(from, ",") {
			open++
		}
	}
	return open%2 == 1
}

// isComment reports whether words after a comma or a dash are the writer's, about what was said: “a claim repeated by the board”, “a figure
// the council disputes”, “which she denies”.
func (r *sayer) isComment(at, end int) bool {
	switch w := r.words[at]; {
	case w.fold == "which" || w.fold == "something":
		return r.isDisputed(at+1, end)
	case w.fold != "a" && w.fold != "an":
		return false
	}
	for i := at + 1; i < min(end, at+mostOfComment) && !r.words[i].mark; i++ {
		_, isClaim := r.g.claims[r.words[i].fold]
		switch {
		case isClaim || r.g.comments.has(r.words[i]):
			return i == at+1 || i+1 < end
		case r.tells(i) || r.g.prepositions.has(r.words[i]):
			return r.isDisputed(at+1, end)
		}
	}
	return r.isDisputed(at+1, end)
}

// mostOfComment is how many words a phrase has at most that tells what something said is.
const mostOfComment = 8

// isDisputed reports whether words tell that somebody says something is not so, or what they call it: “the council disputes”, “critics
// described as “theft””.
func (r *sayer) isDisputed(from, end int) bool {
	for i := from; i < min(end, from+mostOfComment) && !r.words[i].mark && !r.isQuoted(i); i++ {
		if r.g.disputing.has(r.words[i]) || r.isCalledAt(i, end) {
			return i > from
		}
	}
	return false
}

// isCalledAt reports whether somebody calls something by a verb what a quotation right after it says: “called “theft””.
func (r *sayer) isCalledAt(i, end int) bool {
	v, next, ok := r.g.verbAt(r.words, i)
	if !ok || v.takes&(takesCalled|takesAs) == 0 || v.form != formPast && v.form != formThird && v.form != formBase || next >= end {
		return false
	}
	return r.opens(next) || r.words[next].fold == "as" && next+1 < end && r.opens(next+1)
}

// isParenthesis reports whether words after a comma say who says what stands before it: “…, Mara Ellin said.” “…, its chairman, Odo Lenz,
// announced.”
func (r *sayer) isParenthesis(at, end int) bool {
	for i := at + 1; i < min(end, at+mostOfParenthesis); i++ {
		if r.isQuoted(i) || r.words[i].mark && !r.words[i].isMark("-&’',") {
			return false
		}
		v, after, ok := r.g.verbAt(r.words[:end], i)
		isCourt := v.lemma == hearing && (r.g.hearing.has(r.words[i-1]) || r.g.isBetween(r.words[i-1]))
		if !ok || r.words[i].large || v.form == formBase || v.form == formIng || !isCourt && v.takes&(isWeak|takesQuote) != takesQuote {
			continue
		}
		isTail := r.isTail(after, end) || after < end && r.mark(after, ":")
		return isTail && r.subjectOf(unit{from: at, to: end}, i)[0] == at
	}
	return false
}

// mostOfParenthesis is how many words and marks say at most who says what stands before them, with what says more of them.
const mostOfParenthesis = 16

// subjectOf is the phrase before a verb that tells who does it, with what stands in commas after it; empty if none does.
func (r *sayer) subjectOf(u unit, verb int) span2 {
	c := cue{at: verb, end: verb + 1, group: verb}
	for c.group > u.from+1 && r.g.isBetween(r.words[c.group-1]) {
		c.group--
	}
	if !r.mark(c.group-1, ",") {
		return r.nounPhraseTo(u, c.group)
	}
	if !r.takeAppositive(u, &c, c.group-1) {
		return span2{verb, verb}
	}
	return c.subject
}

// isOfWhich reports whether a verb after who says it tells of “which” or “who” before them: “a ban, which officials say | is too harsh”.
func (r *sayer) isOfWhich(c *cue, at int) bool {
	if r.isOfThing(c, at) {
		return true
	}
	before := c.subject[0] - 2
	if c.verb.takes&takesBare == 0 || at != c.end || before < 0 || !r.mark(before, ",—–") || !r.g.relating.has(r.words[before+1]) {
		return false
	}
	return c.subject[1] <= c.at && (r.g.be.has(r.words[at]) || r.g.modals.has(r.words[at]) || r.tells(at)) && !r.words[at].mark
}

// isOfThing reports whether a verb after who says it tells of a noun right before them: “a deal | the agency said | would cost a million”.
func (r *sayer) isOfThing(c *cue, at int) bool {
	isSaid := c.verb.lemma == "say" || c.verb.takes&isWeak != 0 && c.verb.takes&takesThat != 0
	before := c.subject[0] - 1
	if !isSaid || c.verb.takes&takesBare == 0 || at != c.end || before < 1 || c.subject[1] > c.at || r.words[at].large {
		return false
	}
	if w := r.words[at]; !r.g.modals.has(w) && !r.g.be.has(w) && w.fold != "would" && w.fold != "will" && w.fold != "had" && w.fold != "has" {
		return false
	}
	if w := r.words[before]; w.fold == "that" || r.g.relating.has(w) {
		before--
	}
	head := r.words[before]
	isSpeech := r.g.texts.has(head) || head.fold == "what" || head.fold == "words" || head.fold == "things"
	return !head.mark && !isSpeech && !r.isQuoted(before) && (r.tags == nil || r.tags[before] == tagger.Noun || r.tags[before] == tagger.Name)
}

// beforeComma is where words end before their first comma.
func (r *sayer) beforeComma(from, to int) int {
	for i := from; i < to; i++ {
		if r.mark(i, ",") {
			return i
		}
	}
	return to
}

// disputedAt reads what somebody says is not so, by a verb of which the given word is one: “a charge | his allies | reject”.
func (r *sayer) disputedAt(u unit, i int) (c cue, said span2, ok bool) {
	if !r.g.disputing.has(r.words[i]) || r.isQuoted(i) || r.words[i].large {
		return c, said, false
	}
	c = cue{verb: verb{act: store.ActDenies, form: formThird}, at: i, end: i + 1, group: i}
	for c.group > u.from && r.g.isBetween(r.words[c.group-1]) {
		c.group--
	}
	isDone := r.tags != nil && r.tags[i] == tagger.Participle // “a charge the company denied”, which may be tagged so
	if c.group == i && !r.tells(i) && !isDone {
		return c, said, false
	}
	v, _, _ := r.g.verbAt(r.words, i)
	for k := c.group - 2; k > max(u.from, c.group-mostOfComment) && !r.words[k+1].mark; k-- {
		if r.words[k].fold == "which" && r.mark(k-1, ",") && v.act == store.ActDenies { // “accused of theft, | which | he denies”
			c.subject, said = span2{k + 1, c.group}, span2{k, k + 1}
			return c, said, r.mayspeak(&c)
		}
		if _, isClaim := r.g.claims[r.words[k].fold]; !isClaim && !r.g.comments.has(r.words[k]) {
			continue
		}
		c.subject = span2{k + 1, c.group}
		if first := r.words[k+1]; first.fold == "that" || r.g.relating.has(first) {
			c.subject[0]++
		}
		first := r.words[min(c.subject[0], i)]
		said = span2{k, k + 1}
		for said[0] > u.from && !r.words[said[0]-1].mark && !r.g.prepositions.has(r.words[said[0]-1]) && !r.g.determiners.has(r.words[said[0]]) {
			said[0]--
		}
		isWho := first.large || r.g.determiners.has(first) || r.g.he.has(first) || r.g.it.has(first) || r.isPlural(first)
		return c, said, isWho && c.subject[0] < c.subject[1] && r.g.determiners.has(r.words[said[0]]) && r.mayspeak(&c)
	}
	return c, said, false
}

// goesOn reports whether what is said goes on after “but”: “, but that he …”, “, but would not pay”.
func (r *sayer) goesOn(at, end int) bool {
	if at >= end || r.isQuoted(at) {
		return false
	}
	return r.words[at].fold == "that" || r.g.toldOf.has(r.words[at])
}

// isWordInMarks reports whether a quotation after a verb may be only a word with reserve, or a name.
func (r *sayer) isWordInMarks(c *cue, p passage) bool {
	isCall := r.words[p.to-2].isMark("!?") && r.words[p.from+1].large // “chanted “Shame!””
	isShort := p.to-p.from <= shortQuotation && !r.mark(p.from-1, ":") && c.verb.particle == "" && !isCall
	return isShort && c.verb.takes&(takesThat|takesBare|takesCalled|takesAs|takesNoun|takesText) == 0
}

// saidTo is where that ends which a verb says, within the clause that the verb stands in.
func (r *sayer) saidTo(u unit, c *cue, rule string, from int) int {
	to := r.contentEnd(u, from)
	switch {
	case rule == ruleBare && r.isOfWhich(c, from):
		return r.beforeComma(from, to)
	case c.relative[0] < c.relative[1] && c.relative[1] < c.subject[0]: // “Velia, which denied it, accused …”
		return r.relativeEnd(from, to)
	case c.relative[0] < c.relative[1] && (rule == ruleBare || rule == ruleThat || rule == ruleWhether) &&
		!r.hasFinite(r.sentenceFrom(u, c.at), c.relative[0]): // “a man who says he is ill | told the court”
		if c.verb.takes&takesTold != 0 && rule == ruleBare && c.to[0] == c.to[1] && r.hasOneVerb(from, to) {
			return from // “a consultant who advises | the firm agreed”
		}
		return r.beforeOwnVerb(from, to)
	case c.relative[0] < c.relative[1] && rule == ruleTo: // “Velia, which had agreed to pay, refused”
		return r.relativeEnd(from, to)
	case r.isInFronted(u, c):
		return r.frontedEnd(rule, from, to)
	}
	return to
}

// hasOneVerb reports whether one word of several is a verb that tells of something, and no more.
func (r *sayer) hasOneVerb(from, to int) bool {
	n := 0
	for i := from; i < to && n < 2; i++ {
		if r.tells(i) && !r.isQuoted(i) {
			n++
		}
	}
	return n == 1
}

// beforeOwnVerb is where what “who” says ends before the verb of those of whom that tells: “a man who says he is ill | told the court”.
func (r *sayer) beforeOwnVerb(from, to int) int {
	if r.tags == nil {
		return to
	}
	// “who say otherwise | are”
	isTold := r.tags[from] == tagger.Participle || r.tags[from] == tagger.Adverb || r.words[from].fold == "otherwise"
	for i := from; i < to; i++ {
		switch {
		case r.isQuoted(i) || r.mark(i, ";:—"):
			return to
		case !r.tells(i):
		case i > from && r.mark(i-1, ","):
			return i - 1
		case i > from && (r.tells(i-1) || r.g.isBetween(r.words[i-1]) || r.isJoined(from, i)): // “has been said”
		case i > from+1 && r.isContact(i):
		case isTold && !r.g.breaks.has(r.words[i-1]) && !r.g.relating.has(r.words[i-1]) && !r.hasBreak(from, i):
			return i
		default:
			isTold = true
		}
	}
	return to
}

// isContact reports whether a verb and its pronoun tell of the noun before them: “the letters | he wrote”.
func (r *sayer) isContact(verb int) bool {
	before, noun := r.words[verb-1], r.words[verb-2]
	isPronoun := r.g.he.has(before) || r.g.it.has(before) && before.fold != "it"
	return isPronoun && !noun.mark && r.tags[verb-2] == tagger.Noun
}

// quotedEnd is where what somebody is called ends with its quotation, before words that say when and where: “a liar” | on Wednesday.
func (r *sayer) quotedEnd(from, to int) int {
	for i := from; i < to; i++ {
		if !r.isQuoted(i) {
			continue
		}
		p := r.passageAt(i)
		if p.to >= to {
			break
		}
		w := r.words[p.to]
		if p.to-2 > p.from && r.words[p.to-2].isMark(",") {
			return p.to
		}
		if w.fold == "and" && p.to+1 < to && !r.isQuoted(p.to+1) && r.tells(p.to+1) { // “called it “a gift” | and had left”
			return p.to
		}
		if w.isMark(",—–") || r.g.isWhen(w) || w.fold == "on" || w.fold == "at" || w.fold == "in" || w.fold == "during" || w.fold == "after" {
			return p.to
		}
		i = p.to - 1
	}
	return to
}

// isLastWord reports whether nothing but who says so stands at the end of a sentence: “told staff to delete it | , documents show”.
func (r *sayer) isLastWord(at, end int) bool {
	const mostOfSpeaker = 5
	for i := at + 1; i < min(end, at+mostOfSpeaker) && !r.words[i-1].mark && !r.isQuoted(i); i++ {
		v, next, ok := r.g.verbAt(r.words, i)
		before := r.words[i-1]
		if !ok || v.takes&takesBare == 0 || v.form == formIng || r.g.modals.has(before) || r.g.helpers.has(before) || before.fold == "to" {
			continue
		}
		return (next >= end || r.mark(next, stops)) && !r.hasBreak(at, i)
	}
	return false
}
