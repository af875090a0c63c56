package suggest

import (
	"strings"

	"standpoint/store"
)

// How far the words are looked at that a verb governs: no sentence that tells something is longer.
const (
	farthestContent = 160
	farthestThat    = 24
)

// contentAfter is where that begins what a verb says that stands after it, and the rule that tells so. what is -1 if nothing stands there;
// the unit's end if it is in the next paragraph.
func (r *sayer) contentAfter(u unit, c *cue, at int) (from int, rule string) {
	takes := c.verb.takes
	end := r.limit(r.sentenceTo(u, max(at-1, c.at)), at)
	if takes&(takesObject|takesCalled) != 0 && !c.passive {
		if from, rule = r.contentOfObject(c, at, end); from >= 0 || takes&(takesThat|takesQuote|takesNoun|takesWhether) == 0 {
			return from, rule
		}
	}
	if takes&takesTold != 0 && !c.passive && !c.inverted {
		at = r.afterAddressee(c, at, end)
	}
	for at < end {
		if from, rule = r.opensContent(u, c, at, end); rule != "" {
			return from, rule
		}
		w := r.words[at]
		switch ago := r.afterAgo(at, end); {
		case w.mark:
			return -1, ""
		case takes&takesBare != 0 && r.opensAmount(at, end):
			return r.bare(c, at, end)
		case ago > at:
			at = ago
		case r.isOfWhich(c, at):
			return at, ruleBare
		case r.isAside(w), r.g.isWhen(w) && !r.startsClause(at, end):
			at++
		case (r.g.be.has(w) || r.g.away.has(w)) && !w.large && at == c.end:
			return -1, ""
		case r.g.prepositions.has(w) || r.g.breaks.has(w) && w.fold != "that":
			next, rule := r.afterPhrase(c, at, end)
			if next < 0 || rule != "" {
				return next, rule
			}
			at = next
		default:
			return r.bare(c, at, end)
		}
	}
	return -1, ""
}

// isAside reports whether a word between a verb and what it says belongs to the verb: “said again”, “told publicly”.
func (r *sayer) isAside(w word) bool {
	isHelper := w.fold == "have" || w.fold == "has" || w.fold == "had"
	return r.g.isBetween(w) && !w.large && !isHelper && !r.g.be.has(w) && !r.g.negations.has(w) && !r.g.helpers.has(w) && !r.g.several.has(w)
}

// afterAgo is where words end that say how long ago something was: “two years ago”; the word itself if they do not.
func (r *sayer) afterAgo(at, end int) int {
	const mostAgo = 4
	for i := at; i < min(end, at+mostAgo) && !r.words[i].mark && !r.isQuoted(i); i++ {
		if fold := r.words[i].fold; i > at && (fold == "ago" || fold == "earlier" || fold == "later") {
			return i + 1
		}
	}
	return at
}

// opensContent reads a word with which what is said begins by itself: a mark, “that”, “to”. rule is "" if it is none.
func (r *sayer) opensContent(u unit, c *cue, at, end int) (from int, rule string) {
	takes, w := c.verb.takes, r.words[at]
	if takes&takesNoun != 0 && takes&isWeak == 0 && r.isBack(at, end) {
		return at, ruleNoun
	}
	switch {
	case r.opens(at):
		if takes&(takesQuote|takesThat|takesBare|takesNoun|takesCalled) == 0 {
			return -1, ""
		}
		return at, ruleQuoteAfter
	case w.isMark(":"):
		if at+1 == u.to || r.opens(at+1) {
			return at + 1, ruleQuoteAfter
		}
		if takes&(takesBare|takesThat) == 0 {
			return -1, ""
		}
		return at + 1, ruleColon
	case w.isMark(","):
		if at+1 < end && r.opens(at+1) {
			return at + 1, ruleQuoteAfter
		}
		return r.afterInset(c, at, end)
	case w.fold == "that":
		return r.afterThat(c, at, end)
	case w.fold == "to" && takes&takesTo != 0 && takes&takesObject == 0 && at+1 < end && (r.isBaseVerb(r.words[at+1]) || r.opens(at+1)):
		return at, ruleTo
	case w.fold == "not" && takes&takesTo != 0 && r.isAddressed(c) && at+2 < end && r.words[at+1].fold == "to":
		return at, ruleTo
	case r.g.questions.has(w) && takes&takesWhether != 0, (w.fold == "what" || w.fold == "how" || w.fold == "why") && takes&takesBare != 0:
		return at, ruleWhether
	case takes&takesWhether != 0 && r.g.prepositions.has(w) && at+1 < end && r.asks(at+1): // “would not say | for how long”
		return at, ruleWhether
	case takes&takesIng != 0 && r.isIng(w):
		return at, r.ruleOfIng(at, end)
	case w.fold == "of" && takes&takesOf != 0:
		return at + 1, ruleOf
	case w.fold == "for" && takes&takesFor != 0, w.fold == "against" && takes&takesAgainst != 0:
		return at, ruleOf
	}
	return -1, ""
}

// asks reports whether a word begins a question that is told, also after a preposition: “how”, “whom”.
func (r *sayer) asks(i int) bool { return r.g.questions.has(r.words[i]) || r.words[i].fold == "whom" }

// ruleOfIng is by which rule that is said which begins with a form in -ing: it may be all, and a noun: “denied | wrongdoing”.
func (r *sayer) ruleOfIng(at, end int) string {
	if strings.HasSuffix(r.words[at].fold, "thing") || at+1 == end || r.mark(at+1, stops+",;") {
		return ruleNoun
	}
	return ruleIng
}

// isAddressed reports whether a verb needs nobody to whom it is said, or names them: “asked | not to be named”.
func (r *sayer) isAddressed(c *cue) bool {
	return c.to[0] < c.to[1] || c.verb.takes&takesTold == 0 || c.verb.act == store.ActAsks
}

// limit is the farthest word that is looked at from one.
func (r *sayer) limit(end, at int) int { return min(end, at+farthestContent) }

// startsClause reports whether a word that may say when begins what is said: “this week's talks were”.
func (r *sayer) startsClause(at, end int) bool {
	w := r.words[at]
	if w.fold != "this" && w.fold != "last" && w.fold != "next" {
		return false
	}
	return at+1 >= end || !r.g.times.has(r.words[at+1]) || r.words[at+1].owns
}

// clauseEnd is the next mark that ends a clause.
func (r *sayer) clauseEnd(at, end int) int {
	end = r.limit(end, at)
	for i := at; i < end; i++ {
		if r.mark(i, ";:"+stops) {
			return i
		}
	}
	return end
}

// hasFinite reports whether one of the words tells of something.
func (r *sayer) hasFinite(from, to int) bool {
	for i := from; i < min(to, from+farthestComma); i++ {
		if r.tells(i) {
			return true
		}
		if _, _, says := r.g.verbAt(r.words, i); says && !asNouns[r.words[i].fold] {
			return true
		}
	}
	return false
}

// isBaseVerb reports whether a word after “to” can be a verb, rather than somebody to whom something is said.
func (r *sayer) isBaseVerb(w word) bool {
	return !w.mark && !w.large && !r.g.determiners.has(w) && !r.g.he.has(w) && !r.g.it.has(w) && !groupWords[w.fold] &&
		!strings.HasSuffix(w.fold, "thing")
}

// afterInset is where that begins what is said after an inset in commas: “said, in a statement, that …”.
func (r *sayer) afterInset(c *cue, comma, end int) (from int, rule string) {
	if comma+1 < end && (r.words[comma+1].fold == "and" || r.words[comma+1].fold == "but") { // “It is so, she said, | and if not, that is bad”
		return -1, ""
	}
	for i := comma + 1; i < min(end, comma+farthestThat); i++ {
		if r.mark(i, ":") && c.verb.takes&takesQuote != 0 && (i+1 == end || r.opens(i+1)) { // “he said, without being asked:”
			return i + 1, ruleQuoteAfter
		}
		if !r.mark(i, ",") {
			if r.words[i].mark || r.isQuoted(i) {
				return -1, ""
			}
			continue
		}
		switch {
		case i+1 >= end || r.isIng(r.words[comma+1]) && !citings[r.words[comma+1].fold] && !r.isAccording(comma+1):
			return -1, ""
		case r.words[i+1].fold == "that" && c.verb.takes&takesThat != 0:
			return i + 2, ruleThat
		case r.opens(i+1) && c.verb.takes&takesQuote != 0 && r.g.prepositions.has(r.words[comma+1]):
			return i + 1, ruleQuoteAfter
		case r.g.prepositions.has(r.words[comma+1]) && r.words[i+1].large && !r.hasFinite(comma+1, i):
			continue // “, through a spokeswoman, Ida Moll, that”
		}
		return -1, ""
	}
	return -1, ""
}

// afterPhrase passes a phrase that says when, where or to whom, between a verb and what it says. rule is not empty if what is
// said follows, after “that” or “of”; next is -1 if it does not follow.
func (r *sayer) afterPhrase(c *cue, at, end int) (next int, rule string) {
	takes := c.verb.takes
	for i := at + 1; i < min(end, at+farthestThat); i++ {
		w := r.words[i]
		switch {
		case r.isQuoted(i) && r.opens(i):
			if takes&takesQuote != 0 && !r.g.determiners.has(r.words[i-1]) && !r.isAdjacent(i-1) {
				return i, ""
			}
		case r.isQuoted(i):
		case w.fold == "of" && takes&takesOf != 0 && r.endsChannel(i):
			return i + 1, ruleOf
		case w.fold == "that" && takes&takesThat != 0 && !r.g.prepositions.has(r.words[i-1]):
			r.toPhrase(c, at, i)
			return i + 1, ruleThat
		case w.isMark(":"):
			r.toPhrase(c, at, i)
			return i, ""
		case w.isMark(","):
			if i+1 < end && (r.opens(i+1) || r.words[i+1].fold == "that") {
				return i, ""
			}
			if next, rule := r.afterInset(c, i, end); rule != "" {
				return next, rule
			}
			end = i
		case r.mark(i, stops):
			end = i
		case w.mark && !w.isMark("-&’'"): // “on Thursday it would cost $4”
			end = i
		}
	}
	if takes&(takesBare|takesTo|takesWhether) == 0 {
		return -1, ""
	}
	if next = r.afterChannel(c, at, end); next < 0 && r.leadsClause(c, at, end) {
		return at, ruleBare
	}
	return next, ""
}

// endsChannel reports whether the words before one say where or when something is said: “warned on local radio | of”.
func (r *sayer) endsChannel(i int) bool {
	before := r.words[i-1]
	return r.g.channels.has(before) || r.g.isWhen(before) || r.g.platforms.has(before)
}

// isAdjacent reports whether a word before a quotation belongs to the same phrase: “in its “last” report”.
func (r *sayer) isAdjacent(i int) bool {
	return r.words[i].owns || r.g.prepositions.has(r.words[i]) || r.words[i].fold == "and"
}

// afterChannel passes “in a statement”, “on Thursday” and the like before a clause without “that”; -1 if the phrase is none of these.
func (r *sayer) afterChannel(c *cue, at, end int) int {
	if r.words[at].fold == "to" {
		to := r.nameFrom(unit{from: at, to: end}, at+1)
		if to == at+1 || r.isBaseVerb(r.words[at+1]) {
			return -1
		}
		c.to = span2{at + 1, to}
		return to
	}
	known := false
	for i := at + 1; i < end; i++ {
		w, before := r.words[i], r.words[i-1]
		switch {
		case known && r.opensAmount(i, end):
			return i
		case r.isQuoted(i) || w.mark && !w.isMark("-&’'"):
			return -1
		case r.g.channels.has(w) || r.g.isWhen(w) || isDigits(w):
			known = true
		case known && w.fold == "to" && c.verb.takes&takesTo != 0 && i+1 < end && r.isBaseVerb(r.words[i+1]):
			return i
		case known && (r.g.determiners.has(w) && !r.joinsNoun(before) || r.g.he.has(w) || r.g.it.has(w)):
			return i
		case known && w.large && !before.large && !r.joinsNoun(before) && !r.g.determiners.has(before):
			return i
		case known && r.g.isWhen(before) && !r.g.prepositions.has(w) && !r.g.determiners.has(w):
			return i
		}
	}
	return -1
}

func isDigits(w word) bool { return !w.mark && w.text[0] >= '0' && w.text[0] <= '9' }

// contentEnd is where that ends what a verb says that begins at a word outside of quotations.
func (r *sayer) contentEnd(u unit, from int) int {
	end := r.limit(r.sentenceTo(u, from), from)
	for i := from; i < end; i++ {
		switch {
		case r.isQuoted(i):
			p := r.passageAt(i)
			i = max(i, p.to-1)
			end = r.limit(r.sentenceTo(u, i), from)
			if p.to < end && r.endsAtQuotation(p, end) {
				return p.to
			}
		case r.endsContent(from, i, end):
			return i
		}
	}
	for end > from && r.mark(end-1, stops) {
		end--
	}
	return end
}

// endsAtQuotation reports whether what is said ends with a quotation in it: by its stop, or by its comma.
func (r *sayer) endsAtQuotation(p passage, end int) bool {
	if p.to-2 <= p.from {
		return false
	}
	return r.endsWithin(p) && p.to-p.from > shortQuotation && r.words[p.to].large ||
		r.words[p.to-2].isMark(",") && r.endsAtComma(p.to-1, end)
}

// endsContent reports whether what is said ends before a word.
func (r *sayer) endsContent(from, i, end int) bool {
	w := r.words[i]
	switch {
	case w.isMark(":"):
		return !r.explains(i+1, end)
	case w.isMark(";"):
		return true
	case i == from:
		return false
	case w.isMark(","):
		return r.endsAtComma(i, end)
	case w.isMark(")"):
		return !r.hasOpening(from, i)
	case w.fold == "and" || w.fold == "but" || w.fold == "or" || w.fold == "then":
		isPronoun := i+2 < end && (r.isOne(i+1) && r.isPlainSaying(i+2) || r.isVoice(i+1) && r.isSaying(i+2)) // “if it hurt and I said no”
		isOther := i+1 < end && r.words[i+1].large && r.opensOther(i+1, end)
		return isPronoun || isOther || r.opensNextVerb(i+1, end) && !r.hadDone(from, i) ||
			w.fold == "but" && r.words[i-1].isMark(",") && !r.goesOn(i+1, end)
	case w.isMark("—–-"):
		return i+1 < end && r.isComment(i+1, end)
	}
	return r.isAccording(i)
}

// hasOpening reports whether a bracket is opened between two words.
func (r *sayer) hasOpening(from, to int) bool {
	for i := from; i < to; i++ {
		if r.mark(i, "(") {
			return true
		}
	}
	return false
}

// endsAtComma reports whether a comma ends what is said: the words after it are the writer's again, or another verb's.
func (r *sayer) endsAtComma(comma, end int) bool {
	at := comma + 1
	if at >= end {
		return true
	}
	if r.isQuoted(at) {
		return false
	}
	next := word{}
	if at+1 < end {
		next = r.words[at+1]
	}
	switch w := r.words[at]; {
	case r.isAccording(at), r.g.contrasts.has(w), r.isLastWord(at, end):
		return true
	case r.g.he.has(w) && at+1 < end && r.isPlainSaying(at+1): // “asked why, he said that …”
		return true
	case w.fold == "but":
		return r.opensNextVerb(at+1, end) || !r.goesOn(at+1, end)
	case (w.fold == "after" || w.fold == "following") && next.fold == "which", w.fold == "except", w.fold == "despite":
		return true
	case w.fold == "and" || w.fold == "or":
		return r.opensNextVerb(at+1, end) || r.opensOther(at+1, end) ||
			at+2 < end && (r.isOne(at+1) && r.isPlainSaying(at+2) || r.isVoice(at+1) && r.isSaying(at+2))
	case r.isComment(at, end), r.opensSince(at, end), r.g.outcomes.has(w), w.fold == "among" && (next.fold == "them" || next.fold == "whom"):
		return true
	}
	return r.opensParticiple(at, end) || r.isParenthesis(at, end)
}

// isSaying reports whether a word is a verb by which somebody says or thinks something.
func (r *sayer) isSaying(i int) bool {
	v, _, ok := r.g.verbAt(r.words, i)
	return ok && v.form != formIng && v.takes&(takesThat|takesBare) != 0
}

// isOne reports whether a word is “he”, “she” or “it”.
func (r *sayer) isOne(i int) bool { return r.g.he.has(r.words[i]) || r.words[i].fold == "it" }

// isPlainSaying reports whether a word is a verb by which somebody said something, and no mere thought.
func (r *sayer) isPlainSaying(i int) bool {
	v, _, ok := r.g.verbAt(r.words, i)
	return ok && v.takes&isWeak == 0 && v.takes&takesQuote != 0 && v.form != formBase && v.form != formIng
}

// opensNextVerb reports whether another verb of the same speaker begins: “… and added that”.
func (r *sayer) opensNextVerb(at, end int) bool {
	helped, would := false, false // “did not rule out”, “would not say”
	for at < end && !r.isQuoted(at) && (r.g.isBetween(r.words[at]) && !r.g.be.has(r.words[at]) && !r.g.modals.has(r.words[at])) {
		helped = helped || r.g.helpers.has(r.words[at]) && r.words[at].fold != "will"
		would = would || strings.HasPrefix(r.words[at].fold, "would")
		at++
	}
	if at >= end || r.isQuoted(at) {
		return false
	}
	v, after, ok := r.g.verbAt(r.words[:end], at)
	isTold := would && !r.g.withheld[v.lemma] && v.act != store.ActDeclines // “it would attack and would respond”
	if !ok || r.words[at].large || v.form == formBase && !helped || isTold || v.lemma == hearing {
		return false
	}
	if after < end && (r.words[after].mark && !r.words[after].isMark(":,") && !r.isQuoted(after)) {
		return false
	}
	return true
}

// opensParticiple reports whether words after a comma go on with what the speaker did: “, adding that”.
func (r *sayer) opensParticiple(at, end int) bool {
	for at < end && r.g.isBetween(r.words[at]) && !r.g.determiners.has(r.words[at]) {
		at++
	}
	if at >= end || !r.isIng(r.words[at]) {
		return false
	}
	_, _, ok := r.g.verbAt(r.words[:end], at)
	return ok
}

// isTail reports whether what follows a verb until the next mark says only when, where and to whom.
func (r *sayer) isTail(at, end int) bool {
	end = r.limit(end, at)
	for i := at; i < end; i++ {
		w := r.words[i]
		switch {
		case r.isQuoted(i):
			return r.opens(i) && i > at && r.mark(i-1, ",")
		case w.isMark(",.;!?…—–)"):
			return true
		case w.mark && !w.isMark("-&’'"):
			return false
		case w.fold == "that" || r.g.questions.has(w) && (i > at || !r.g.breaks.has(w) || r.g.relating.has(w)):
			return false
		case i == at && !(r.g.prepositions.has(w) || r.g.isWhen(w) || r.g.besides.has(w) || isAdverb(w) || r.g.breaks.has(w)):
			return false
		case r.tells(i) && (r.tags != nil || !r.isAdjective(unit{from: at, to: end}, i)) && !r.hasBreak(at, i):
			return false
		}
	}
	return true
}

func (r *sayer) hasBreak(from, to int) bool {
	for i := from; i < to; i++ {
		if r.g.breaks.has(r.words[i]) {
			return true
		}
	}
	return false
}

// isAccording reports whether “according to” stands at a word.
func (r *sayer) isAccording(i int) bool {
	return r.words[i].fold == according && !r.isQuoted(i) && i+1 < len(r.words) && r.words[i+1].fold == "to" && i+2 < len(r.words) &&
		!r.words[i+2].mark && r.words[i+2].fold != "plan"
}

// farthestDateline is how many words and marks a dateline has at most.
const farthestDateline = 12

// afterDateline is where a sentence begins after the place, the day and the agency: “VARRO, 5 March (Meridian) — ”.
func (r *sayer) afterDateline(from, end int) int {
	if from >= end || !r.words[from].upper {
		return from
	}
	hasMore := false // “VARRO, March 5 (Meridian) - ”, “VARRO, Ohio -- ”
	for i := from + 1; i < min(end, from+farthestDateline) && !r.isQuoted(i); i++ {
		isApart := r.words[i].span.Start > r.words[i-1].span.End && i+1 < end && r.words[i+1].span.Start > r.words[i].span.End // “SARN - ”
		if r.mark(i, "—–") || r.mark(i, "-") && (hasMore || isApart) {
			for i++; i < end && r.mark(i, "-"); {
				i++
			}
			return i
		}
		hasMore = hasMore || r.mark(i, ",)")
	}
	return from
}

// clauseFrom is where a clause begins that ends before a word, without “and” and “but”.
func (r *sayer) clauseFrom(u unit, end int) int {
	from := r.afterDateline(r.sentenceFrom(u, max(end-1, u.from)), end)
	start := end
	for start > from && end-start < farthestContent && !r.mark(start-1, ";") {
		if r.isQuoted(start - 1) {
			start = max(r.passageAt(start-1).from, from)
			continue
		}
		start--
	}
	for start < end && (r.mark(start, ",—–-") || r.words[start].fold == "and" || r.words[start].fold == "but" && !r.isQuoted(start)) {
		start++
	}
	return start
}
