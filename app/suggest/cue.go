package suggest

import (
	"strings"

	"standpoint/app/suggest/tagger"
)

// cue is a verb of saying in a text, or what stands for one.
type cue struct {
	verb     verb
	at, end  int   // its words
	group    int   // where the words begin that go with it: “has also said”
	subject  span2 // who does it, as far as that is known by grammar
	relative span2 // who that is, of “who” or “which”
	inverted bool  // the subject follows it
	shared   bool  // the subject is another verb's: “… and added”
	passive  bool
	negated  bool
	modal    bool
	to       span2 // whom it is said to
}

// findCue reads a word as a verb of saying. ok is false if it is none: a noun, a name, or nobody says anything by it.
func (r *sayer) findCue(u unit, i int) (c cue, ok bool) {
	w := r.words[i]
	if w.mark || w.owns || w.large && i > r.sentenceFrom(u, i) {
		return c, false
	}
	v, end, ok := r.g.verbAt(r.words[:u.to], i)
	if !ok && r.loose {
		v, end, ok = r.anyVerbAt(i)
	}
	if !ok {
		return c, false
	}
	c = cue{verb: v, at: i, end: end, group: i}
	r.readGroup(u, &c)
	return c, r.isVerb(u, &c)
}

// readGroup reads what belongs to a verb before it: “has also”, “will not”, “was”.
func (r *sayer) readGroup(u unit, c *cue) {
	have := false
	for c.group > u.from && !r.isQuoted(c.group-1) && (r.g.isBetween(r.words[c.group-1]) || r.isBeforeVerb(u, c.group-1)) {
		if r.isSeveralAlone(u, c.group-1) { // “aides to both | said”, “though both | said”
			break
		}
		c.group--
		switch before := r.words[c.group]; {
		case r.g.negations.has(before):
			c.negated = true
		case r.g.modals.has(before):
			c.modal = true
		case r.g.be.has(before):
			c.passive = c.passive || c.verb.form == formPast && !have
		case before.fold == "have" || before.fold == "has" || before.fold == "had":
			have = true
		}
	}
	if c.verb.form == formPast && !have && c.end+1 < u.to && r.words[c.end].fold == "by" && !r.isByMeans(u, c) {
		c.passive = true // “a view echoed by others”
	}
}

// isSeveralAlone reports whether a word that mostly stands beside a verb is who does it: “aides to both”, “though both”, “All”.
func (r *sayer) isSeveralAlone(u unit, i int) bool {
	if !r.g.several.has(r.words[i]) {
		return false
	}
	if i == u.from {
		return true
	}
	before := r.words[i-1]
	return r.g.prepositions.has(before) || before.mark || r.g.breaks.has(before) && !r.g.relating.has(before) || before.fold == "and"
}

// isByMeans reports whether “by” after a verb tells how somebody says it, and not who does: “she said | by phone”.
func (r *sayer) isByMeans(u unit, c *cue) bool {
	if by := r.words[c.end+1]; r.g.platforms.has(by) || r.g.channels.has(by) && !by.large {
		return true
	} else if at := c.end + 2; at < u.to && !by.large && !r.g.determiners.has(by) && r.g.channels.has(r.words[at]) { // “by satellite phone”
		return true
	}
	if c.group == u.from || r.isQuoted(c.group-1) {
		return false
	}
	switch r.words[c.group-1].fold {
	case "he", "she", "i", "we", "they":
		return true
	}
	return false
}

// isBeforeVerb reports whether a word that may begin a phrase goes with the verb after it: “the Lantern first reported”, “has since said”,
// “has always denied”.
func (r *sayer) isBeforeVerb(u unit, i int) bool {
	if i-1 > u.from && r.tags != nil && r.tags[i] == tagger.Adverb && r.g.having.has(r.words[i-1]) && !r.isQuoted(i-1) {
		return true
	}
	return i > u.from && r.g.beforeVerbs.has(r.words[i]) && !r.words[i-1].mark && !r.words[i].large
}

// isVerb reports whether a form of a verb stands as one, and not as a noun or as what belongs to one: “the report”, “its demand”.
func (r *sayer) isVerb(u unit, c *cue) bool {
	if c.group == u.from || r.isQuoted(c.group-1) {
		if c.verb.form == formBase && c.group == c.at && c.at > u.from && r.isInvertedPlural(u, c) {
			return true
		}
		return c.group < c.at || c.verb.form != formBase && c.at > u.from || c.verb.form == formIng
	}
	before := r.words[c.group-1]
	switch {
	case (c.verb.form == formBase || c.verb.form == formThird) && c.at > u.from && r.g.having.has(r.words[c.at-1]): // “has plans”
		return false
	case c.verb.form == formBase && before.isMark(",—–") && c.group == c.at && r.isPluralApart(u, c):
		return true
	case before.owns && c.group == c.at:
		return false
	case r.g.determiners.has(before) && !r.g.several.has(before) && !r.g.it.has(before) && !r.standsAlone(u, c):
		return false
	case c.verb.form == formIng:
		return before.fold != "of" && before.fold != "for" && before.fold != "from"
	case r.g.prepositions.has(before) && before.fold != "to":
		return false
	case c.group < c.at, r.isDoer(c, before):
		return true
	case c.verb.form == formBase && before.fold == "to":
		return true
	case c.verb.form == formBase && r.headIsPlural(u, c.group) && r.isFollowedAsVerb(u, c):
		return true
	case r.tags != nil && (c.verb.form == formBase || asNouns[r.words[c.at].fold]):
		return r.tags[c.at].IsFinite() || (c.verb.form == formPast || r.isPlural(before)) && r.tags[c.at].IsVerb()
	case c.verb.form == formBase:
		return r.isPlural(before)
	case c.verb.form == formThird && c.verb.takes&isWeak != 0 && r.tags != nil && r.tags[c.at] == tagger.Noun && c.group == c.at &&
		c.end < u.to && r.words[c.end].fold != "to" && r.words[c.end].fold != "that":
		return false
	case c.verb.form == formThird && asNouns[r.words[c.at].fold]:
		return r.isSingular(u, c.group-1) && r.isFollowed(u, c.end)
	}
	return true
}

// isDoer reports whether a word before a verb is always who does it: “she | reports”.
func (r *sayer) isDoer(c *cue, before word) bool {
	return c.verb.form == formThird && (before.fold == "she" || before.fold == "he")
}

// standsAlone reports whether a word that may stand before a noun is who says something: “Another said”.
func (r *sayer) standsAlone(u unit, c *cue) bool {
	at := c.group - 1
	if !r.g.counted.has(r.words[at]) || c.verb.form != formPast && c.verb.form != formThird || asNouns[r.words[c.at].fold] {
		return false
	}
	if at > u.from && r.g.counted.has(r.words[at-1]) { // “the other two”
		at--
	}
	if at > u.from && r.words[at-1].fold == "the" { // “The other said”
		at--
	}
	if at-1 > u.from && r.words[at-1].fold == "in" && r.g.counted.has(r.words[at-2]) { // “one in three said”
		return true
	}
	return at == u.from || r.words[at].large || r.words[at-1].mark || r.words[at-1].fold == "and" || r.words[at-1].fold == "but"
}

// isFollowedAsVerb reports whether what follows a form that may be a noun makes it a verb: “that”, a quotation, its particle; or that it
// ends a sentence whose beginning is said: “…, officials say.”
func (r *sayer) isFollowedAsVerb(u unit, c *cue) bool {
	if c.verb.particle != "" {
		return true
	}
	if c.end >= u.to || r.mark(c.end, stops) {
		for i := c.group - 1; i > u.from && i > c.group-mostOfTitle; i-- {
			if r.mark(i, ",") || r.isQuoted(i) {
				return true
			}
		}
		return false
	}
	if r.mark(c.end, ",") { // “caution, however, that”
		_, rule := r.afterInset(c, c.end, r.sentenceTo(u, c.end))
		return rule != "" || r.isInCommas(u, c)
	}
	next := r.words[c.end]
	if next.fold == "that" || r.opens(c.end) {
		return true
	}
	if asNouns[r.words[c.at].fold] {
		return false
	}
	if next.fold == "of" && c.verb.takes&takesOf != 0 { // “analysts | warn of”
		return true
	}
	if c.verb.takes&takesBare == 0 {
		return false
	}
	return r.g.he.has(next) || r.g.it.has(next) || r.g.determiners.has(next) && r.opensTelling(c.end, r.clauseEnd(c.end, u.to))
}

// isInCommas reports whether several and what they do stand in commas of their own, between what they say: “Velia, diplomats | say, would”.
func (r *sayer) isInCommas(u unit, c *cue) bool {
	s := r.nounPhraseTo(u, c.group)
	return c.verb.takes&takesQuote != 0 && s[0] > u.from && s[0] < s[1] && r.mark(s[0]-1, ",")
}

// isPluralApart reports whether several say something by a verb after a comma: “…, say critics”, “pilots, for their part, | insist that”.
func (r *sayer) isPluralApart(u unit, c *cue) bool {
	if r.isInvertedPlural(u, c) {
		return true
	}
	open := r.openComma(u, c.group-1)
	return r.mark(c.group-1, ",") && open > u.from && r.headIsPlural(u, open) && r.isFollowedAsVerb(u, c)
}

// isInvertedPlural reports whether several stand after a verb who say what stands before it: “…,” say critics of the toll.
func (r *sayer) isInvertedPlural(u unit, c *cue) bool {
	if c.verb.takes&takesQuote == 0 || c.end >= u.to || r.isQuoted(c.end) {
		return false
	}
	end := r.nameFrom(u, c.end)
	if end == c.end || !r.headIsPlural(u, end) {
		return false
	}
	return end == u.to || r.words[end].mark || r.g.isWhen(r.words[end]) || r.g.prepositions.has(r.words[end])
}

// headIsPlural reports whether a phrase that ends before a word is of several: “officials”, “critics of the decree”.
func (r *sayer) headIsPlural(u unit, end int) bool {
	if r.isPlural(r.words[end-1]) {
		return true
	}
	for i := end - 1; i > u.from && i > end-mostOfTitle && !r.words[i].mark && !r.isQuoted(i); i-- {
		switch w := r.words[i]; {
		case (w.fold == "of" || w.fold == "in" || w.fold == "at" || w.fold == "from") && r.isPlural(r.words[i-1]):
			return true
		case (r.g.close.has(w) || w.fold == "who") && r.isPlural(r.words[i-1]): // “people familiar with the matter”
			return true
		}
	}
	return false
}

// isPlural reports whether a word before a verb can be the end of several who do it.
func (r *sayer) isPlural(w word) bool {
	if r.g.he.has(w) {
		return false
	}
	switch w.fold {
	case "it":
		return false
	case "people", "police", "media", "data":
		return true
	}
	return r.g.it.has(w) || r.g.several.has(w) || strings.HasSuffix(w.fold, "s") && !strings.HasSuffix(w.fold, "ss") || groupWords[w.fold]
}

// isSingular reports whether a word before a verb can be one who does it: a name, a pronoun, or a noun with its article.
func (r *sayer) isSingular(u unit, i int) bool {
	w := r.words[i]
	if w.large || r.g.he.has(w) || w.isMark(",") || w.fold == "it" || w.fold == "who" || w.fold == "which" {
		return true
	}
	for j := i - 1; j >= max(u.from, i-4); j-- {
		if r.g.determiners.has(r.words[j]) {
			return titles[w.fold] || organisationWords[w.fold] || w.fold == "report" || w.fold == "study"
		}
	}
	return false
}

// isFollowed reports whether a clause or a quotation can begin after a verb.
func (r *sayer) isFollowed(u unit, i int) bool {
	if i >= u.to {
		return false
	}
	w := r.words[i]
	return r.isQuoted(i) || w.fold == "that" || w.fold == "to" || w.large || w.isMark(":") ||
		r.g.determiners.has(w) || r.g.it.has(w) || r.g.he.has(w)
}
