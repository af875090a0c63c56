package suggest

import "strings"

// How many words a verb may stand from the time that it goes with; and where “until” stands between them, which makes it one to come but
// for “lasted until Friday”.
const (
	farthestVerb = 14
	nearestVerb  = 4

	farthestClause = 40
)

// isFuture tells by the words around whether what is done then is still to come: 1, was done: -1, or nothing tells: 0. Those before count
// first, from the nearest on, to the end of the clause; then those after.
func (r *dateReader) isFuture(i, end int) int {
	i = r.beforeAfter(r.beforeEdge(i))
	if r.isSetFor(i) {
		return 1
	}
	farthest, otherwise := farthestVerb, 0
	if r.is(i-1, dateUntil) {
		otherwise = 1
		if !r.is(i-1, dateBy) {
			farthest = nearestVerb
		}
	}
	isDue := r.is(i-1, dateUntil) && r.is(end, dateTo) // “until Monday to answer”
	if r.is(i-1, dateLeads) && r.is(i-2, dateContract) || isDue || r.isMeant(i) {
		return 1
	}
	for at := r.beforeInset(i - 1); at >= 0 && at >= i-farthest && !r.endsClause(at); at = r.beforeInset(at - 1) {
		if way := r.tense(at); way != 0 {
			return way
		}
	}
	if farthest == nearestVerb {
		return otherwise
	}
	at := end
	if r.isMark(at, ",") && otherwise == 0 {
		at++
	}
	for ; at < len(r.words) && at < end+farthestVerb && !r.endsClause(at); at++ {
		if way := r.tense(at); way != 0 {
			return way
		}
	}
	if otherwise != 0 {
		return otherwise
	}
	// “She goes to Rome next month, to Oslo in March.”
	for at := i - 1; at >= 0 && at >= i-farthestClause && !r.isMark(at, ";:()"+quoteMarks); at-- {
		if way := r.tense(at); way != 0 {
			return way
		}
	}
	return 0
}

// isSetFor reports whether a time is one to come by the words right before it: “ahead of June”, “it is in June”, “is listed for June”, “are
// cancelled until Friday”.
func (r *dateReader) isSetFor(i int) bool {
	if r.is(i-2, dateAhead|dateAre) && r.is(i-1, dateLeads) || r.is(i-1, dateAre) {
		return true
	}
	const isBefore = 3
	if i < isBefore || !r.is(i-1, dateUntil) && r.words[i-1].fold != "for" {
		return false
	}
	return r.isEnglish() && r.is(i-isBefore, dateAre) && hasEnd(strings.ToLower(r.words[i-2].text), r.pastEnds)
}

// isMeant reports whether it is told before a time what was meant to be done then: “promised to pay by Friday”, “asked them to leave in
// May”. On a day without “by” it may be that of the promise.
func (r *dateReader) isMeant(i int) bool {
	if r.is(i, dateWeekday) && !r.is(i-1, dateUntil) {
		return false
	}
	leads := false
	for at := i - 1; at >= 0 && at >= i-farthestVerb && !r.endsClause(at); at-- {
		switch {
		case leads && r.is(at, dateIntent):
			return true
		case r.is(at, dateTo) && !r.is(at+1, dateAny|dateTold), r.words[at].fold == "that":
			leads = true
		case r.tense(at) != 0:
			return false
		}
	}
	return false
}

// mostOfInset is how many words and marks are passed that stand in brackets or marks between a verb and its time.
const mostOfInset = 12

// beforeInset passes what stands in brackets or in quotation marks before a time: “to meet Odo Lenz (R-Ohio) | on Thursday”.
func (r *dateReader) beforeInset(at int) int {
	if !r.isMark(at, ")"+quoteMarks) {
		return at
	}
	opening := "("
	if !r.isMark(at, ")") {
		opening = quoteMarks
	}
	for from := at - 1; from >= 0 && from >= at-mostOfInset; from-- {
		if r.isMark(from, opening) {
			return from - 1
		}
	}
	return at
}

// beforeAfter passes “after the” that stands behind “until” before a time: “until after the 4 May vote”.
func (r *dateReader) beforeAfter(i int) int {
	at := i
	if r.is(at-1, dateTold) {
		at--
	}
	if at > 1 && r.words[at-1].fold == "after" && r.is(at-2, dateUntil) {
		return at - 1
	}
	return i
}

// beforeEdge passes over “the end of” before a time.
func (r *dateReader) beforeEdge(i int) int {
	const most = 3
	at, isEdge := i, false
	for at > i-most && r.is(at-1, dateEdge|dateBetween) {
		at--
		isEdge = isEdge || r.is(at, dateEdge)
	}
	if isEdge {
		return at
	}
	return i
}

// endsClause reports whether a mark ends a clause; that within “1,140” does not.
func (r *dateReader) endsClause(at int) bool {
	return r.isMark(at, clauseMarks+quoteMarks) && (r.number(at-1) < 0 || r.number(at+1) < 0)
}

// tense is what a word alone tells.
func (r *dateReader) tense(at int) int {
	w := r.words[at]
	switch {
	case w.mark || w.large && at > 0 && r.large:
		return 0
	case r.is(at, dateFuture) || r.is(at, dateTo) && r.is(at-1, dateAre):
		return 1
	case r.is(at, datePast) && !r.is(at-1, dateBe):
		return -1
	}
	if r.at(at).class&^dateIntent != 0 {
		return 0
	}
	word := strings.ToLower(w.text)
	isComing := len(r.goingEnds) > 0 && hasEnd(word, r.goingEnds) && r.is(at-1, dateAre) // “is facing her in November”
	if isComing || hasEnd(word, r.nextEnds) {
		return 1
	}
	if hasEnd(word, r.pastEnds) && !r.is(at-1, dateBe) {
		return -1
	}
	return 0
}

// leastOfVerb is how many bytes a word has at least before an end that tells its tense.
const leastOfVerb = 2

func hasEnd(word string, ends []string) bool {
	for _, end := range ends {
		if strings.HasSuffix(word, end) && len(word) > len(end)+leastOfVerb {
			return true
		}
	}
	return false
}
