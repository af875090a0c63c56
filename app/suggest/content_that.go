package suggest

import (
	"strings"

	"standpoint/app/suggest/tagger"
)

// isBack reports whether a word stands for what was said before, and is all that a verb governs: “denied | that.”
func (r *sayer) isBack(at, end int) bool {
	switch r.words[at].fold {
	case "that", "this", "it", "both":
	default:
		return false
	}
	if at+1 >= end {
		return true
	}
	next := r.words[at+1]
	return next.isMark(stops+",;—–") || next.fold == "and" || next.fold == "but" || r.g.isWhen(next) && r.words[at].fold != "this"
}

// isHelperAt reports whether a word is “is”, “has”, “will” or the like.
func (r *sayer) isHelperAt(i int) bool {
	w := r.words[i]
	isBe := r.g.be.has(w) || r.g.modals.has(w) || w.fold == "has" || w.fold == "had" || w.fold == "would" || w.fold == "will"
	return isBe && !w.large && (r.tags == nil || r.tags[i].IsFinite() || r.tags[i] == tagger.Auxiliary)
}

// afterThat is where that begins what is said with “that”: after it, or with it, where it is a pronoun: said | that was too much.
func (r *sayer) afterThat(c *cue, at, end int) (from int, rule string) {
	switch {
	case c.verb.takes&takesBare != 0 && at+2 < end && r.isHelperAt(at+1):
		return at, ruleBare
	case c.verb.takes&takesThat != 0 && r.opensThat(at, end):
		return at + 1, ruleThat
	}
	return -1, ""
}

// opensThat reports whether “that” begins a clause, and is not what was said: “told us that every year”.
func (r *sayer) opensThat(at, end int) bool {
	isLed := at+2 < end && (r.g.determiners.has(r.words[at+1]) || r.g.he.has(r.words[at+1]))
	if isLed && !r.g.isWhen(r.words[at+2]) && !r.g.spells[r.words[at+2].fold] { // “that | the fund pay”
		return true
	}
	clause := r.clauseEnd(at, end)
	return clause-at > leastOfThat && !r.isThatOne(at, clause) || r.hasFinite(at+1, clause) || r.isThatMany(at, clause)
}

// isThatMany reports whether several stand after “that”, which cannot be the one that it points to: “that numbers matter less”.
func (r *sayer) isThatMany(at, end int) bool {
	return at+2 < end && r.tags != nil && r.tags[at+1] == tagger.Noun && strings.HasSuffix(r.words[at+1].fold, "s") && !r.words[at+2].mark
}

// isThatOne reports whether “that” stands before a thing: “repeated that promise on the radio”.
func (r *sayer) isThatOne(at, end int) bool {
	if r.tags == nil || at+2 >= end {
		return false
	}
	next := r.words[at+1]
	return r.tags[at] == tagger.Determiner || r.tags[at+1] == tagger.Noun && !r.isPlural(next) && r.g.prepositions.has(r.words[at+2])
}

// leastOfThat is how many words a clause with “that” has at least in which no verb is known.
const leastOfThat = 4
