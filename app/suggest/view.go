package suggest

import "standpoint/store"

// The rules by which statements are found that a noun or a phrase ascribes to somebody.
const (
	ruleView  = "view"  // in Mara Ellin's view, as Mara Ellin put it
	ruleClaim = "claim" // Mara Ellin's claim that …
)

// farthestView is how many words a phrase has at most that names whose view it is.
const farthestView = 10

// viewAt reads “in Mara Ellin's view” or “as she put it” at a word: its subject, and where it ends. ok is false if neither stands there.
func (r *sayer) viewAt(u unit, i int) (c cue, ok bool) {
	c = cue{verb: verb{act: store.ActSays, takes: takesQuote}, at: i, group: i}
	switch r.words[i].fold {
	case "in":
		if c, ok := r.inWords(u, c); ok {
			return c, true
		}
		return r.inView(u, c)
	case "by":
		return r.byEstimate(u, c)
	case "as":
		return r.asPut(u, c)
	}
	return c, false
}

// inWords reads “in the words of Mara Ellin”.
func (r *sayer) inWords(u unit, c cue) (cue, bool) {
	const wordsBefore = 4
	if c.at+wordsBefore >= u.to || r.words[c.at+1].fold != "the" || !r.g.views.has(r.words[c.at+2]) || r.words[c.at+3].fold != "of" {
		return c, false
	}
	from := c.at + wordsBefore
	c.subject = r.nounPhraseFrom(u, from)
	c.end = from
	return c, from < c.subject[1] && !r.isQuoted(from)
}

// inView reads “in Mara Ellin's view”, “in his words”.
func (r *sayer) inView(u unit, c cue) (cue, bool) { return r.inTheir(u, c, r.g.views) }

// byEstimate reads “by Mara Ellin's own count”, “by his estimate”.
func (r *sayer) byEstimate(u unit, c cue) (cue, bool) {
	first := c.at == r.afterDateline(r.sentenceFrom(u, c.at), c.at)
	if !first && !r.mark(c.at-1, ",—–") {
		return c, false
	}
	return r.inTheir(u, c, r.g.estimates)
}

// inTheir reads whose one of some nouns is, behind a preposition.
func (r *sayer) inTheir(u unit, c cue, nouns words) (cue, bool) {
	for j := c.at + 1; j+1 < min(u.to, c.at+farthestView) && !r.isQuoted(j); j++ {
		w := r.words[j]
		isTheirs := j == c.at+1 && r.g.ownedBy[w.fold] != ""
		switch {
		case w.mark && !w.isMark("-&") || !isTheirs && r.g.prepositions.has(w) && w.fold != "of":
			return c, false
		case !w.owns && !isTheirs:
			continue
		}
		end := j + 1
		for end < u.to-1 && (r.words[end].fold == "own" || isAdverb(r.words[end])) {
			end++
		}
		if r.isQuoted(end) || !nouns.has(r.words[end]) {
			if isTheirs {
				return c, false
			}
			continue
		}
		c.subject, c.end = span2{c.at + 1, j + 1}, end+1
		return c, true
	}
	return c, false
}

// asPut reads “as Mara Ellin put it”, “as one of them put it to me”.
func (r *sayer) asPut(u unit, c cue) (cue, bool) {
	for j := c.at + 2; j+1 < min(u.to, c.at+farthestView) && !r.isQuoted(j); j++ {
		w := r.words[j]
		if w.mark && !w.isMark("-&") {
			return c, false
		}
		if r.g.asSaid.has(w) && (r.mark(j+1, ",") || r.mark(j+1, stops) || w.fold == "told") {
			return r.asSaidAt(u, c, j)
		}
		if !r.g.putting.has(w) || r.words[j+1].fold != "it" {
			continue
		}
		c.subject = r.nounPhraseTo(unit{from: c.at + 1, to: u.to, line: u.line}, j)
		c.at, c.end = j, j+2
		if c.end < u.to && r.words[c.end].fold == "to" {
			r.toPhrase(&c, c.end, u.to)
		}
		return c, c.subject[0] < c.subject[1]
	}
	return c, false
}

// asSaidAt reads “as Mara Ellin said” in commas.
func (r *sayer) asSaidAt(u unit, c cue, verb int) (cue, bool) {
	isApart := c.at == r.sentenceFrom(u, c.at) || r.mark(c.at-1, ",—–")
	group := verb
	for group > c.at+1 && r.g.isBetween(r.words[group-1]) {
		group--
	}
	c.subject = r.nounPhraseTo(unit{from: c.at + 1, to: u.to, line: u.line}, group)
	c.at, c.end = verb, verb+1
	if c.end < u.to && !r.words[c.end].mark { // “as she told the Lantern,”
		to := r.nameFrom(unit{from: verb, to: u.to, line: u.line}, c.end)
		if c.to = (span2{c.end, to}); to == c.end || to >= u.to || !r.mark(to, ","+stops) {
			return c, false
		}
	}
	return c, isApart && c.subject[0] < c.subject[1]
}

// readView reads what is said in a sentence that tells in whose view it is, or as who put it, and returns the last word of the phrase.
func (r *sayer) readView(n int, u unit, c *cue) int {
	first, last := r.sentenceFrom(u, c.group), r.sentenceTo(u, c.end-1)
	end := max(c.end, c.to[1])
	if c.subject[0] == c.end { // “in the words of | Mara Ellin”
		end = c.subject[1]
	}
	for end < last && r.g.isWhen(r.words[end]) {
		end++
	}
	isQuotedNext := end+1 < last && r.mark(end, ",:") && r.opens(end+1)
	switch from := r.afterDateline(first, c.group); {
	case c.group == from || c.group == from+1 && !r.words[from].mark: // “But in his view …”
		r.addAfter(n, u, c, r.bared(end, last)[0], ruleView)
	case !r.mark(c.group-1, ",—–"):
		if c.at == c.group && end < last && !r.words[end].mark {
			r.addAfter(n, u, c, end, ruleView) // “which in his view would …”
			break
		}
		if s := r.bared(r.clauseFrom(u, c.group), c.group); s[1]-s[0] > 2 {
			r.add(n, c, ruleView, s)
		}
	case isQuotedNext && (r.isTold(n, c.group) || r.isSentence(r.passageAt(end+1)) || r.leadsOnAt(c.group-2)):
		// “had received, in her words, “a brochure””, “with, as she put it, “no time””
		r.add(n, c, ruleView, span2{end + 1, r.passageAt(end + 1).to})
	default:
		spans := []span2{r.bared(r.clauseFrom(u, c.group), c.group)}
		if end+1 < last && r.mark(end, ",—–") && !r.endsAtComma(end, last) {
			spans = append(spans, r.bared(end+1, r.contentEnd(u, end+1)))
		}
		if spans[0][1]-spans[0][0] > 1 {
			r.add(n, c, ruleView, spans...)
		}
	}
	return end - 1
}

// leadsOnAt reports whether something must follow a word: “with”, “the”.
func (r *sayer) leadsOnAt(i int) bool {
	w := r.words[i]
	return r.g.prepositions.has(w) || r.g.determiners.has(w)
}

// isSentence reports whether a quotation has who does something, and what.
func (r *sayer) isSentence(p passage) bool {
	if p.to-p.from <= shortQuotation {
		return false
	}
	first := r.words[p.from+1]
	isWho := r.g.determiners.has(first) || r.g.he.has(first) || r.g.it.has(first) || r.isVoice(p.from+1)
	return isWho && r.opensTelling(p.from+1, p.to)
}

// isTold reports whether a word of a unit belongs to what somebody is found to say.
func (r *sayer) isTold(n, at int) bool {
	last := len(r.found) - 1
	for i := last; i >= max(0, last-farthestThat) && r.found[i].unit == n; i-- {
		if r.found[i].covers(at) {
			return true
		}
	}
	return false
}

// isToldAt reports whether a word belongs to what somebody is found to say in its sentence.
func (r *sayer) isToldAt(at int) bool {
	last := len(r.found) - 1
	return last >= 0 && r.isTold(r.found[last].unit, at)
}

// claimAt reads “Mara Ellin's claim that”, “his promise to”, “a warning from Odo Lenz that”, of which the noun is the given word.
func (r *sayer) claimAt(u unit, i int) (c cue, from int, ok bool) {
	act, known := r.g.claims[r.words[i].fold]
	v, _, says := r.g.verbAt(r.words, i)
	isDone := says && v.form == formThird && i > u.from && !r.words[i-1].owns && r.isPeopleWord(r.words[i-1]) // “Lenz's party | fears that”
	if !known || isDone || i+2 >= u.to || i == u.from || r.words[i].large || r.words[i].owns {
		return c, 0, false
	}
	c = cue{verb: verb{act: act}, at: i, end: i + 1, group: i}
	next := i + 1
	if w := r.words[next]; w.fold == "by" || w.fold == "from" {
		next = r.nameFrom(unit{from: next, to: u.to, line: u.line}, next+1)
		c.subject = span2{i + 2, next}
	} else {
		c.subject = r.ownerBefore(u, i)
	}
	if next+1 >= u.to || r.isQuoted(next) || c.subject[0] >= c.subject[1] {
		return c, 0, false
	}
	switch w := r.words[next]; {
	case w.fold == "that":
		return c, next + 1, true
	case r.g.be.has(w) && r.words[next+1].fold == "that" && next+2 < u.to && !r.isQuoted(next+1): // “His argument is that …”
		return c, next + 2, true
	case w.fold == "to" && act != store.ActSays && act != store.ActDenies:
		return c, next, r.isBaseVerb(r.words[next+1])
	}
	return c, 0, false
}

// ownerBefore is whose a thing is that a noun names: “Mara Ellin's repeated claim”, “his claim”.
func (r *sayer) ownerBefore(u unit, noun int) span2 {
	const mostBetween = 3
	for j := noun - 1; j >= max(u.from, noun-mostBetween) && !r.isQuoted(j); j-- {
		w := r.words[j]
		switch {
		case w.mark && !w.isMark("-"):
			return span2{}
		case r.g.ownedBy[w.fold] != "":
			return span2{j, j + 1}
		case w.owns:
			s := r.nounPhraseTo(u, j+1)
			for k := s[0]; k+2 < s[1]; k++ {
				if r.words[k].fold == "to" { // “no reason to doubt | Mara Ellin's claim”
					s[0] = k + 2
				}
			}
			return s
		}
	}
	return span2{}
}

// readClaim reads what somebody is said to claim by a noun.
func (r *sayer) readClaim(n int, u unit, c *cue, from int) {
	to := r.contentEnd(u, from)
	for i := from + 1; i < to && i < from+farthestThat; i++ {
		if r.mark(i, ",") && !r.isQuoted(i) {
			to = i
		}
	}
	predicate := r.predicateFrom(c, from, to)
	if from > u.from+1 && r.g.be.has(r.words[from-2]) {
		to = r.contentEnd(u, from)
		predicate = to
	}
	if r.words[from].fold == "to" && predicate == to && r.isSubjectClaim(c) { // “Lenz's promise to pay | was kept”
		for predicate = from + 2; predicate < to && (r.isQuoted(predicate) || !r.tells(predicate) || r.g.relating.has(r.words[predicate-1])); {
			predicate++
		}
	}
	if s := r.bared(from, predicate); s[1]-s[0] > 2 {
		r.add(n, c, ruleClaim, s)
	}
}

// isSubjectClaim reports whether a claim is what its clause tells of: no verb stands before it.
func (r *sayer) isSubjectClaim(c *cue) bool {
	for i := min(c.subject[0], c.at) - 1; i >= max(0, c.subject[0]-farthestThat) && !r.words[i].mark; i-- {
		if r.tells(i) {
			return false
		}
	}
	return true
}

// predicateFrom is where that begins what is told of a claim with which its sentence begins: “Kolb's claim that no court can touch it | is
// half true”. It is the last verb that tells of something, as the first is the claim's own.
func (r *sayer) predicateFrom(c *cue, from, to int) int {
	if !r.isSubjectClaim(c) {
		return to
	}
	verbs, last := 0, to
	for i := from; i < to; i++ {
		if r.isQuoted(i) || !r.tells(i) {
			continue
		}
		if before := r.words[i-1]; verbs == 0 || !r.g.be.has(before) && !r.g.isBetween(before) {
			verbs++
			last = i
		}
	}
	if verbs > 1 {
		return last
	}
	return to
}
