package suggest

// bare is a clause without “that”, or a thing that is announced.
func (r *sayer) bare(c *cue, at, end int) (from int, rule string) {
	clause := r.clauseEnd(at, end)
	finite := r.opensTelling(at, r.beforeDoing(at, clause))
	isSaid := c.verb.lemma == "say" && !r.g.littleSaid.has(r.words[at])
	switch {
	case r.g.littleSaid.has(r.words[at]) && at+1 < len(r.words) && r.g.breaks.has(r.words[at+1]): // “said nothing as he was led away”
		return -1, ""
	case r.words[at].fold == "and" || r.words[at].fold == "or": // “advised the minister | and now works for a bank”
		return -1, ""
	case at+1 < len(r.words) && r.isBack(at, clause) && r.mark(at+1, ",") && c.verb.takes&takesNoun == 0: // “said it, on camera”
		return -1, ""
	case r.g.helpers.has(r.words[at]): // “the ban that she announced this week | will close the bay”
		return -1, ""
	case c.verb.takes&takesText != 0 && !r.isText(c):
		return -1, ""
	case c.verb.lemma == "write" && r.isWritten(at, clause):
		return -1, ""
	case c.verb.takes&isWeak != 0 && c.verb.takes&takesTo != 0 && r.opensWish(at, clause):
		return at, ruleTo
	case c.verb.takes&takesBare != 0 && (clause-at > 1 && finite || clause-at > 2 && isSaid ||
		clause-at > leastOfClause && r.isText(c)):
		return at, ruleBare
	case c.verb.takes&takesNoun != 0 && (clause-at > 1 || clause > at && r.isThing(at)):
		return at, ruleNoun
	}
	return -1, ""
}

// isWritten reports whether words begin with a thing that one writes, and not with a clause: “wrote | 214 checks to a firm she owned”.
func (r *sayer) isWritten(from, end int) bool {
	for i := from; i < min(end, from+mostOfTitle) && !r.words[i].mark && !r.isQuoted(i); i++ {
		switch w := r.words[i]; {
		case r.g.texts.has(w) || r.g.writings.has(w):
			return i+1 == end || !r.tells(i+1)
		case r.tells(i) || r.g.prepositions.has(w) || w.large:
			return false
		}
	}
	return false
}

// beforeDoing is where a clause ends before what somebody does besides: “recalled 4,000 cars, | saying the brakes were worn”.
func (r *sayer) beforeDoing(from, end int) int {
	for i := end - 2; i > from && !r.isQuoted(i); i-- {
		if r.mark(i, ",") {
			if r.isIng(r.words[i+1]) {
				return i
			}
			return end
		}
	}
	return end
}

// leadsClause reports whether words that begin with a preposition are a clause of which that says when or under what: “said | under the
// plan taxes would rise”, “said | if it rained they would leave”.
func (r *sayer) leadsClause(c *cue, at, end int) bool {
	if c.inverted || c.passive || c.verb.lemma != "say" && c.verb.lemma != "tell" && c.verb.lemma != "add" || r.words[at].large {
		return false
	}
	isIf, times := r.words[at].fold == "if", 0
	if !isIf && !r.g.clauseLeads.has(r.words[at]) {
		return false
	}
	clause := at + 1
	for ; clause < r.clauseEnd(at, end); clause++ {
		w := r.words[clause]
		if w.isMark(",—–") || r.isQuoted(clause) || !isIf && (r.g.breaks.has(w) || r.g.questions.has(w)) {
			break
		}
		if r.tells(clause) {
			times++
		}
	}
	return r.opensTelling(at, clause) && (!isIf || times > 1)
}

// opensWish reports whether words begin with somebody or something, and go on with what they are to do: “the toll to rise”.
func (r *sayer) opensWish(from, to int) bool {
	for i := from + 1; i+1 < min(to, from+farthestWish) && !r.words[i].mark && !r.isQuoted(i); i++ {
		if r.words[i].fold == "to" && r.tags != nil && r.tags[i+1].IsVerb() && !r.g.prepositions.has(r.words[i-1]) {
			return true
		}
		if r.tells(i) || r.g.breaks.has(r.words[i]) {
			break
		}
	}
	return false
}

// farthestWish is how many words somebody has at most of whom it is told what they are to do.
const farthestWish = 12

// opensTelling reports whether words begin with a clause: who does something, and then what. “Changes that nobody wanted” is none, as the
// verb in it belongs to another clause.
func (r *sayer) opensTelling(from, to int) bool {
	inner := 0 // clauses within, of which the verb is still to come
	for i := from; i < min(to, from+farthestComma); i++ {
		w := r.words[i]
		tells := r.tells(i) || r.isVerbOfSayingAt(i) || w.owns && r.g.isFinite(w)
		switch {
		case r.isQuoted(i) && r.opens(i) && i > from && r.hasTelling(r.passageAt(i)):
			return true
		case i > from && !r.isQuoted(i) && (r.g.relating.has(w) || w.fold == "that" && !r.words[i-1].mark):
			inner++
		case !tells:
		case inner == 0 && i > from && r.isJoined(from, i): // “recalled its envoy and accused Velia”
			return false
		case i > from && (r.tells(i-1) || r.g.isBetween(r.words[i-1]) && i-1 > from && r.tells(i-2)): // “has been said”
		case inner == 0:
			return true
		default:
			inner--
		}
	}
	return false
}

// isJoined reports whether “and” stands before a verb, with nothing between that can be who does it.
func (r *sayer) isJoined(from, i int) bool {
	for i--; i > from && r.g.isBetween(r.words[i]) && !r.tells(i); {
		i--
	}
	return i > from && (r.words[i].fold == "and" || r.words[i].fold == "but" || r.words[i].fold == "or") && !r.isQuoted(i)
}

// hasTelling reports whether a quotation has a verb that tells of something.
func (r *sayer) hasTelling(p passage) bool {
	for i := p.from; i < min(p.to, p.from+farthestComma); i++ {
		if r.tells(i) {
			return true
		}
	}
	return false
}

// isVerbOfSayingAt reports whether a word is a verb of saying that tells of something, whatever the tags are.
func (r *sayer) isVerbOfSayingAt(i int) bool {
	v, _, says := r.g.verbAt(r.words, i)
	return says && v.form != formIng && !asNouns[r.words[i].fold] && (i == 0 || r.words[i-1].fold != "to")
}

// isThing reports whether one word by itself can be what somebody denies or demands: “denies arson”.
func (r *sayer) isThing(i int) bool {
	w := r.words[i]
	return !r.g.he.has(w) && !r.g.it.has(w) && !r.g.determiners.has(w) && !r.g.isWhen(w) && !isAdverb(w) && !r.g.besides.has(w)
}
