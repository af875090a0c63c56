package suggest

import "standpoint/app/suggest/tagger"

// mainSubject is who does what the first verb of a sentence says that stands in no clause of its own.
func (r *sayer) mainSubject(from, before int) span2 {
	from = max(from, before-farthestContent)
	inner := false // a clause that a conjunction began, up to its comma
	for i := from; i < before; i++ {
		w := r.words[i]
		switch {
		case r.isQuoted(i):
		case w.isMark(","):
			inner = false
		case i == from && r.isWhile(i, before): // “After ten minutes | Odo Lenz left”
		case r.g.breaks.has(w) && !(w.large && i > from) && !(i == from && r.tiesOn(i)):
			inner = true
		case inner || i == from:
		case r.isVerbLike(i) || r.isDidAfterRole(from, i):
			u := unit{from: from, to: before}
			group := i
			for group > from && r.g.isBetween(r.words[group-1]) {
				group--
			}
			if np := r.nounPhraseTo(u, r.beforeDay(from, max(group, from+1)-1)+1); np[0] < np[1] {
				np[0] = r.afterSpell(np)
				return r.whoOf(u, np)
			}
			if c := (cue{at: i, end: i + 1, group: group}); group > from && r.mark(group-1, ",") && r.takeAppositive(u, &c, group-1) {
				return c.subject
			}
		}
	}
	return r.whoDidFirst(from, before)
}

// whoDidFirst is somebody with whom a sentence begins and who did what the next word says, though that may be what was done to them: “The
// mayor | resigned on Monday”. No other verb stands up to a word.
func (r *sayer) whoDidFirst(from, before int) span2 {
	if r.tags == nil {
		return span2{}
	}
	for i := from + 1; i < before; i++ {
		switch {
		case r.words[i].mark || r.isQuoted(i) || r.g.breaks.has(r.words[i]):
			return span2{}
		case r.tags[i] == tagger.Participle && r.g.isFinite(r.words[i]):
			isBy := i+1 < len(r.words) && r.words[i+1].fold == "by"
			if s := (span2{from, i}); !isBy && (r.isWorker(r.headOf(s)) || r.isPeopleWord(r.headOf(s))) {
				return s
			}
			return span2{}
		}
	}
	return span2{}
}

// isDidAfterRole reports whether a form that tells of the past stands after what somebody is in commas: “Ida Moll, a nurse, | voted for”.
// Tags take it for what was done to the nurse.
func (r *sayer) isDidAfterRole(from, i int) bool {
	if i-1 <= from || !r.mark(i-1, ",") || r.tags == nil || r.tags[i] != tagger.Participle || !r.g.isFinite(r.words[i]) {
		return false
	}
	open := r.openComma(unit{from: from, to: i}, i-1)
	if open <= from || !r.words[open-1].large {
		return false
	}
	first := r.words[open+1].fold
	return first == "a" || first == "an" || first == "the"
}

// whoOf is who is meant by “who” that stands right after them: “a neighbour | who walks the dog”; other phrases are what they are.
func (r *sayer) whoOf(u unit, np span2) span2 {
	if np[1]-np[0] != 1 || r.words[np[0]].fold != "who" || np[0] == u.from {
		return np
	}
	end := np[0]
	if r.mark(end-1, ",") {
		end--
	}
	if who := r.nounPhraseTo(u, end); who[0] < who[1] {
		return who
	}
	return np
}

// isWhile reports whether a word begins how long something took: “after ten minutes”, “before the end of the day”.
func (r *sayer) isWhile(i, end int) bool {
	const most = 5
	if fold := r.words[i].fold; fold != "after" && fold != "before" && fold != "until" && fold != "since" {
		return false
	}
	for at := i + 1; at < min(end, i+most) && !r.words[at].mark && !r.tells(at); at++ {
		if r.g.spells[r.words[at].fold] || r.g.isWhen(r.words[at]) {
			return true
		}
	}
	return false
}

// afterSpell is where somebody is told of after how long something took: “ten minutes | Odo Lenz”.
func (r *sayer) afterSpell(np span2) int {
	for i := np[1] - 2; i > np[0]; i-- {
		if next := r.words[i+1]; r.g.spells[r.words[i].fold] && (next.large || r.g.determiners.has(next) || r.g.he.has(next)) {
			return i + 1
		}
	}
	return np[0]
}

// tiesOn reports whether a word with which a sentence begins only ties it to the one before: “Then she laughed”.
func (r *sayer) tiesOn(i int) bool {
	switch r.words[i].fold {
	case "then", "but", "so", "yet", "meanwhile", "however":
		return true
	}
	return false
}

// isOneBeforeBe reports whether a form of “be” follows a word that may stand alone for somebody: “Another | was blunter”.
func (r *sayer) isOneBeforeBe(i int) bool {
	return r.g.counted.has(r.words[i-1]) && r.g.be.has(r.words[i])
}
