package suggest

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

// isDisputed reports whether words tell that somebody says something is not so: “the council disputes”.
func (r *sayer) isDisputed(from, end int) bool {
	for i := from; i < min(end, from+mostOfComment) && !r.words[i].mark && !r.isQuoted(i); i++ {
		if r.g.disputing.has(r.words[i]) {
			return i > from
		}
	}
	return false
}

// isParenthesis reports whether words after a comma say who says what stands before it: “…, Mara Ellin said.” “…, its chairman, Odo Lenz,
// announced.”
func (r *sayer) isParenthesis(at, end int) bool {
	for i := at + 1; i < min(end, at+mostOfParenthesis); i++ {
		if r.isQuoted(i) || r.words[i].mark && !r.words[i].isMark("-&’',") {
			return false
		}
		v, after, ok := r.g.verbAt(r.words[:end], i)
		if !ok || r.words[i].large || v.form == formBase || v.form == formIng || v.takes&isWeak != 0 || v.takes&takesQuote == 0 {
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

// goesOn reports whether what is said goes on after “but”: “, but that he …”, “, but would not pay”.
func (r *sayer) goesOn(at, end int) bool {
	if at >= end || r.isQuoted(at) {
		return false
	}
	return r.words[at].fold == "that" || r.g.toldOf.has(r.words[at])
}

// isWordInMarks reports whether a quotation after a verb may be only a word with reserve, or a name.
func (r *sayer) isWordInMarks(c *cue, p passage) bool {
	isShort := p.to-p.from <= shortQuotation && !r.mark(p.from-1, ":") && c.verb.particle == ""
	return isShort && c.verb.takes&(takesThat|takesBare|takesCalled|takesAs|takesNoun|takesText) == 0
}
