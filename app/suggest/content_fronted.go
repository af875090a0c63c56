package suggest

// isInFronted reports whether a verb is that of a clause with which a sentence begins and after which the main one follows: “While the
// company says it is safe, nobody drinks it”.
func (r *sayer) isInFronted(u unit, c *cue) bool {
	if c.inverted || c.relative[0] < c.relative[1] {
		return false
	}
	at := r.sentenceFrom(u, c.at)
	for at < c.at && (isConjunction(r.words[at]) || r.words[at].fold == "even" || r.words[at].fold == "yet" || r.opens(at)) {
		at++
	}
	if at >= c.at || !r.g.fronting.has(r.words[at]) {
		return false
	}
	subject := min(c.subject[0], c.at)
	if at > subject { // “After saying”
		return at == c.at-1
	}
	return !r.hasFinite(at+1, subject)
}

// frontedEnd is where what is said in such a clause ends: at the comma after which the main clause begins.
func (r *sayer) frontedEnd(rule string, from, to int) int {
	isClause := rule == ruleThat || rule == ruleBare || rule == ruleWhether
	for i := from + 1; i+1 < to; i++ {
		if !r.mark(i, ",") || r.isQuoted(i) || isClause && !r.opensTelling(from, i) && !r.tells(from) {
			continue
		}
		next := r.words[i+1]
		if isConjunction(next) || r.g.breaks.has(next) || r.g.relating.has(next) || r.isQuoted(i+1) {
			continue
		}
		if r.opensTelling(i+1, to) {
			return i
		}
	}
	return to
}
