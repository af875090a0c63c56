package suggest

import (
	"slices"
	"strings"

	"standpoint/app/suggest/tagger"
)

// What somebody calls somebody or something, accuses them of, or describes them as.

// afterObject are the words that begin what is said of somebody, after them: “put it | at”.
var afterObject = map[string]governs{
	"as": takesAs, "for": takesFor, "at": takesAt, "on": takesOn, "to": takesTo, "with": takesWith,
}

// contentOfObject is what somebody says of somebody or something: “accused Norvia of …”, “described the talks as …”.
func (r *sayer) contentOfObject(c *cue, at, end int) (from int, rule string) {
	takes := c.verb.takes
	if takes&takesCalled != 0 && at < end && r.opens(at) { // “what she called “a gift””
		return at, ruleQuoteAfter
	}
	if at < end && takes&takesAs != 0 && r.words[at].fold == "as" { // “what she described as “a gift””
		if at+1 < end && r.opens(at+1) {
			return at + 1, ruleQuoteAfter
		}
		return at, ruleOf
	}
	for i := at; i < min(end, at+farthestThat); i++ {
		w := r.words[i]
		switch {
		case r.isQuoted(i):
			if i > at && takes&takesCalled != 0 {
				return at, ruleOf
			}
		case w.mark && !w.isMark("-&’'"):
			return r.calledSuch(c, at, i)
		case w.fold == "that" && i > at:
			return -1, ""
		case i == at:
		case i > at+1 && w.fold == "and" && r.isAdjectiveAt(i-1): // “called it unfair | and said”
			return r.calledSuch(c, at, i)
		case w.fold == "of" && takes&takesOf != 0: // “accused Norvia | of …”
			return i, ruleOf
		case takes&afterObject[w.fold] != 0:
			return at, ruleOf
		case takes&takesCalled != 0 && i+1 < end && (w.fold == "a" || w.fold == "an" || r.isMost(i)) && !r.g.isWhen(r.words[i+1]) &&
			r.isWhole(at, i):
			return at, ruleOf
		}
	}
	return r.calledSuch(c, at, end)
}

// calledSuch is what somebody calls something by an adjective before a word: “called | the demands unrealistic”.
func (r *sayer) calledSuch(c *cue, at, end int) (from int, rule string) {
	last := end - 1
	if c.verb.takes&takesCalled == 0 || last <= at || !r.isAdjectiveAt(last) {
		return -1, ""
	}
	for last-1 > at && r.tags[last-1] == tagger.Adverb {
		last--
	}
	isThing := last-at == 1 || r.tags[last-1] == tagger.Noun || r.tags[last-1] == tagger.Name
	if !isThing || !r.isWhole(at, last) {
		return -1, ""
	}
	return at, ruleOf
}

// endsOfAdjectives are ends of English words that mostly are adjectives.
var endsOfAdjectives = []string{"able", "ible", "ous", "ful", "less"}

// isAdjectiveAt reports whether a word of an English text says how something is: by its part of speech, or by its end.
func (r *sayer) isAdjectiveAt(i int) bool {
	w := r.words[i]
	if r.tags == nil || w.large || w.mark {
		return false
	}
	isShaped := slices.ContainsFunc(endsOfAdjectives, func(end string) bool { return strings.HasSuffix(w.fold, end) })
	return r.tags[i] == tagger.Adjective || isShaped && r.tags[i] != tagger.Adverb
}

// isMost reports whether words tell that something is more so than all: “the strongest”, “the most dangerous”, “the only”.
func (r *sayer) isMost(i int) bool {
	if r.words[i].fold != "the" || i+1 >= len(r.words) {
		return false
	}
	next := r.words[i+1].fold
	return next == "most" || next == "best" || next == "worst" || next == "only" || len(next) > 5 && strings.HasSuffix(next, "est")
}

// isWhole reports whether words are somebody or something: “it”, “the deal”, “Mara Ellin”.
func (r *sayer) isWhole(from, to int) bool {
	first, last := r.words[from], r.words[to-1]
	if to == from+1 {
		return r.g.it.has(first) || r.g.he.has(first) || first.large
	}
	return (first.large || r.g.determiners.has(first)) && !r.g.prepositions.has(last) && !r.g.determiners.has(last) && !r.g.isWhen(last)
}
