package suggest

import (
	"strings"
	"sync"
)

// words are a set of folded words.
type words map[string]bool

// has reports whether a word belongs to the set.
func (s words) has(w word) bool { return s[w.fold] }

// grammar is what the rules know of how a language tells who says what.
type grammar struct {
	verbs map[string][]verb

	be, modals, finite, negations, besides, breaks, prepositions, determiners, he, it words
	channels, times, questions, several, women, men, days, leads, contrasts           words
	speaking, then, notThen, meeting, asking, answering                               words
}

// englishGrammar is read when the first text is.
var englishGrammar = sync.OnceValue(func() *grammar { return newGrammar("en") })

func newGrammar(language string) *grammar {
	t := tables[language]
	return &grammar{
		verbs: verbsOf(language),
		be:    t["be"], modals: t["modals"], finite: t["finite"], negations: t["negations"], besides: t["besides"], breaks: t["breaks"],
		prepositions: t["prepositions"], determiners: t["determiners"], he: t["he"], it: t["it"], channels: t["channels"],
		times: t["times"], questions: t["questions"], several: t["several"], women: t["women"], men: t["men"], days: t["days and months"],
		leads: t["leads on"], contrasts: t["contrasts"], speaking: t["speaking"], then: t["then"], notThen: t["not then"],
		meeting: t["meeting"], asking: t["asking"], answering: t["answering"],
	}
}

// verbAt is the verb of saying that a word can be, with its particle; end is where it ends.
func (g *grammar) verbAt(all []word, i int) (v verb, end int, ok bool) {
	for _, v := range g.verbs[all[i].fold] {
		switch {
		case v.particle == "":
			return v, i + 1, true
		case i+1 < len(all) && all[i+1].fold == v.particle:
			return v, i + 2, true
		}
	}
	return verb{}, i, false
}

// leastOfPast is how long a word in -ed is that may be a verb.
const leastOfPast = 5

// isFinite reports whether a word may be a verb that tells of something.
func (g *grammar) isFinite(w word) bool {
	switch {
	case w.mark || w.large:
		return false
	case g.finite.has(w):
		return true
	case w.owns:
		return g.he.has(w) || g.it.has(w) // it’s
	}
	return len(w.fold) >= leastOfPast && strings.HasSuffix(w.fold, "ed")
}

// isBetween reports whether a word may stand between a subject and its verb.
func (g *grammar) isBetween(w word) bool {
	return !w.mark && (g.besides.has(w) || g.be.has(w) || g.modals.has(w) || g.negations.has(w) || isAdverb(w))
}

// isAdverb reports whether a word is made as adverbs are.
func isAdverb(w word) bool {
	return len(w.fold) > 4 && strings.HasSuffix(w.fold, "ly") && !w.large && w.fold != "family"
}

// isWhen reports whether a word says when.
func (g *grammar) isWhen(w word) bool {
	return g.times.has(w) || g.days.has(w) && w.large && w.fold != "i"
}
