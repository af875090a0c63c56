package suggest

import (
	"strings"

	"standpoint/app/suggest/tagger"
)

// furtherOn is where what is said goes on after who says it: “We will,” Mara Ellin said, “open on Monday.” Before that stood a quotation,
// or a clause, or only the beginning of one: “As mayor, she said, she would …”.
func (r *sayer) furtherOn(u unit, after int, quoted, isClause bool) []span2 {
	for i := after; i < r.limit(u.to, after); i++ {
		if r.isQuoted(i) {
			if i == after || !r.mark(i-1, ",:") {
				return nil
			}
			return []span2{{i, r.passageAt(i).to}}
		}
		if r.mark(i, stops+";") || r.saysMore(after, i) {
			return nil
		}
		if !r.mark(i, ",:") {
			continue
		}
		if r.opensParticiple(i+1, u.to) {
			return nil
		}
		if i+1 < u.to && r.opens(i+1) {
			return []span2{{i + 1, r.passageAt(i + 1).to}}
		}
		if r.goesOnAgainst(i+1, u.to, !quoted && isClause) {
			return []span2{r.bared(i+1, r.contentEnd(u, i+1))}
		}
		if !quoted && i+2 < u.to && !r.endsAtComma(i, u.to) && (r.resumes(i+1, i == after) || !isClause && r.g.he.has(r.words[i+1])) {
			return r.resumed(u, i+1)
		}
	}
	return nil
}

// goesOnAgainst reports whether what is said goes on after who says it with what stands against it: “It holds, she said, | but not for
// long”, “though not for long”.
func (r *sayer) goesOnAgainst(at, end int, may bool) bool {
	if !may || at+2 >= end || r.isQuoted(at) || r.isQuoted(at+1) {
		return false
	}
	modal := strings.TrimSuffix(r.words[at+2].fold, "n't")
	isTold := r.isOne(at+1) && (modal == "would" || modal == "could" || modal == "might")
	switch r.words[at].fold {
	case "though", "although":
		return r.words[at+1].fold == "not" || isTold // “She would pay, she said, though it would hurt”
	case "but":
		hasMarks := false
		for i := at + 1; i < min(end, at+mostOfTitle) && !r.mark(i, ",;:"+stops); i++ {
			hasMarks = hasMarks || r.isQuoted(i)
		}
		if !hasMarks && r.words[at+1].fold != "not" {
			return isTold && !r.hasVerbOfSaying(at+3) // “It is late, she said, but she would come”
		}
		if next := r.words[at+2]; r.words[at+1].fold == "not" && (r.g.determiners.has(next) || r.g.prepositions.has(next)) {
			return true
		}
		return !r.opensNextVerb(at+1, end) && !r.opensOther(at+1, end) && !r.hasVerbOfSaying(at+1) && !r.isVerbLike(at+1)
	}
	return false
}

// resumed is what is said from a word on, without “and”; nothing if that is only a word.
func (r *sayer) resumed(u unit, from int) []span2 {
	if r.words[from].fold == "and" {
		from++
	}
	if s := r.bared(from, r.contentEnd(u, from)); s[1]-s[0] > 1 {
		return []span2{s}
	}
	return nil
}

// saysMore reports whether a word is a verb by which more is said, by whom ever: “…,” she said, but Lenz replied.
func (r *sayer) saysMore(after, i int) bool {
	if r.words[i].mark || r.words[i].large || i == after {
		return false
	}
	v, _, says := r.g.verbAt(r.words, i)
	if !says || v.takes&isWeak != 0 || v.takes&takesQuote == 0 || v.form == formBase || asNouns[r.words[i].fold] {
		return false
	}
	next := i + 1
	if next < len(r.words) && r.mark(next, ",:") {
		next++
	}
	return v.form == formIng || !r.hasBreak(after, i) || next < len(r.words) && r.opens(next)
}

// resumes reports whether a word after who says something goes on with that: “The harbour, she said, will open”. What stands apart from the
// verb of saying may tell when that is: “It will open, she said, on Monday”.
func (r *sayer) resumes(i int, apart bool) bool {
	w := r.words[i]
	if w.fold == "to" && i+1 < len(r.words) && r.isBaseVerb(r.words[i+1]) { // “He wanted, he said, to see them”
		return true
	}
	if r.g.prepositions.has(w) && r.tellsMore(i, apart) {
		return true
	}
	return !r.g.he.has(w) && !r.isIng(w) && !r.g.prepositions.has(w) && w.fold != "who" && w.fold != "which" &&
		(w.fold != "and" || !r.hasVerbOfSaying(i+1))
}

// tellsMore reports whether a phrase that begins with a preposition says more of what is said, and not when, where or to whom that was:
// “The answer came, she said, | on the eve of the feast”.
func (r *sayer) tellsMore(from int, apart bool) bool {
	const leastOfMore = 4
	end := r.clauseEnd(from, r.limit(len(r.words), from))
	for i := from; i < end; i++ {
		w := r.words[i]
		if isWhen := r.g.isWhen(w) || isDigits(w); isWhen && !apart || r.g.channels.has(w) || r.isQuoted(i) || r.mark(i, ",—–") ||
			w.fold == "reporters" {
			return false
		}
	}
	return (end-from >= leastOfMore || apart && r.g.isWhen(r.words[from+1])) && r.words[from].fold != "to"
}

// hasVerbOfSaying reports whether somebody says something in the clause that begins at a word.
func (r *sayer) hasVerbOfSaying(from int) bool {
	for i := from; i < min(len(r.words), from+farthestThat) && !r.words[i].mark; i++ {
		before := r.words[max(i-1, 0)]
		isTold := r.g.modals.has(before) || r.g.toldOf.has(before) || r.g.be.has(before) // “and the workers would | testify”
		if v, _, says := r.g.verbAt(r.words, i); says && v.takes&isWeak == 0 && v.form != formIng && !asNouns[r.words[i].fold] && !isTold {
			return true
		}
	}
	return false
}

// breaksOff reports whether a verb and its subject stand in commas between what is said and its rest, which is quoted: “He will resign,
// Mara Ellin said, “and not return”.”
func (r *sayer) breaksOff(u unit, c *cue) bool {
	end := c.subject[0] - 1
	if c.shared || end <= u.from || c.end+1 >= u.to || !r.mark(end, ",") || !r.mark(c.end, ",") || !r.opens(c.end+1) {
		return false
	}
	from := r.clauseFrom(u, end)
	if from >= end || r.isQuoted(from) || !r.begins(from) {
		return false
	}
	for i := from; i < end; i++ {
		if r.g.isWhen(r.words[i]) && !r.hasFinite(from, end) || r.mark(i, ",") && !r.hasFinite(from, i) {
			return false
		}
	}
	return r.isMixed(from, end)
}

// begins reports whether a word can begin who does something, rather than when, where or how it is done.
func (r *sayer) begins(i int) bool {
	w := r.words[i]
	switch {
	case w.mark || r.g.isWhen(w) || r.g.prepositions.has(w) || r.g.breaks.has(w) || r.g.isBetween(w):
		return false
	case r.tags != nil && r.tags[i].IsVerb(), strings.HasSuffix(w.fold, "ing"), strings.HasSuffix(w.fold, "ly"):
		return false
	}
	return w.large || r.g.determiners.has(w) || r.g.he.has(w) || r.g.it.has(w)
}

// describes reports whether words are somebody or something, and after a comma more of them: “Mara Ellin, who is mayor”.
func (r *sayer) describes(from, to int) bool {
	comma := r.beforeComma(from, to)
	if comma+1 >= to || comma == from || r.hasFinite(from, comma) || !r.begins(from) {
		return false
	}
	first := r.words[comma+1]
	return r.g.relating.has(first) || first.fold == "a" || first.fold == "an" || first.fold == "the"
}

// isMixed reports whether words before a quotation belong to the same clause, and to no other verb of saying.
func (r *sayer) isMixed(from, to int) bool {
	for i := from; i < to; i++ {
		if r.mark(i, ",:") && i+1 == to {
			return r.mark(i, ",") && r.describes(from, i) && !r.words[min(to+1, len(r.words)-1)].large
		}
		isNoun := asNouns[r.words[i].fold] || r.tags != nil && r.tags[i] == tagger.Noun
		isDone := i > from && (r.g.be.has(r.words[i-1]) || r.g.relating.has(r.words[i-1]))
		if _, _, says := r.g.verbAt(r.words, i); says && !isNoun && !isDone {
			return false
		}
	}
	return true
}

// isDescription reports whether words after who says something tell what they are: “said Odo Lenz, | a former miner who leads the union”.
func (r *sayer) isDescription(at, end int) bool {
	switch r.words[at].fold {
	case "a", "an", "the", "one", "who", "whose":
	default:
		return false
	}
	if r.g.relating.has(r.words[at]) {
		return true
	}
	for i := at + 1; i < min(end, at+mostOfTitle) && !r.words[i].mark; i++ {
		if r.isPeopleWord(r.words[i]) || r.isWorker(r.words[i]) {
			return true
		}
		if r.tells(i) || r.g.relating.has(r.words[i]) {
			return r.g.relating.has(r.words[i])
		}
	}
	return false
}
