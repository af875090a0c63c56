package suggest

import "slices"

// Verbs that lead to one of saying, which follows as an infinitive or a gerund: “s'est borné à indiquer”, “sigue sosteniendo”.

// farthestLed is how many words from a verb that leads the other stands at most.
const farthestLed = 5

// leadingAt is the word that says who does it of the verb that leads to the one at a word: its auxiliary, or itself; -1 if none leads
// there.
func (c *clausal) leadingAt(p piece, i int) int {
	for at := i - 1; at >= max(p.span2[0], i-farthestLed) && c.isOfChain(at); at-- {
		switch w := c.words[at]; {
		case !c.g.leading.has(w) && !c.g.leadingNot.has(w):
		case c.auxiliaryBefore(p, at) >= 0:
			return c.auxiliaryBefore(p, at)
		default:
			return at
		}
	}
	return -1
}

// isOfChain reports whether a word may belong to verbs of which one leads to another.
func (c *clausal) isOfChain(i int) bool {
	w := c.words[i]
	if w.mark || w.large || c.isQuoted(i) {
		return false
	}
	isOpener := c.g.infinitives.has(w) || c.g.by.has(w) || c.g.that.has(w)
	return isOpener || c.isBeside(i) || c.g.clitics.has(w) || c.g.reflexive.has(w) || c.g.leading.has(w) || c.g.leadingNot.has(w)
}

// leadsTo is the verb of saying to which a verb at a word leads; the word itself if it leads to none.
func (c *clausal) leadsTo(i, end int) int {
	if !c.g.leading.has(c.words[i]) && !c.g.leadingNot.has(c.words[i]) {
		return i
	}
	isLed := func(v verb) bool {
		return (v.form == formBase || v.form == formIng) && v.stance == "" && v.takes&takesQuote != 0
	}
	for at := i + 1; at < min(end, i+1+farthestLed); at++ {
		if !c.isQuoted(at) && slices.ContainsFunc(c.verbsAt(at), isLed) {
			return at
		}
		if !c.isOfChain(at) {
			break
		}
	}
	return i
}

// leadsOn reports whether a verb leads to one of saying, and says nothing itself: “ha preferido | decir”, but not “prefirió no | decir”.
func (c *clausal) leadsOn(p piece, i int) bool {
	to := c.leadsTo(i, p.span2[1])
	return to > i && !c.hasAmong(c.g.negations, c.beforeVerb(p, i), to)
}
