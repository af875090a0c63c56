package suggest

import "slices"

// addressee reads whom it is said to, right after the verb, with a name that follows in commas, and returns where that ends: “told her
// deputy, Odo Lenz, | that”.
func (r *sayer) addressee(c *cue, at, end int) int {
	to := r.addressed(c, at, end)
	if c.to[0] == c.to[1] || c.to[1] != to || to+2 >= end || !r.mark(to, ",") || r.words[to-1].large || !r.isPeopleWord(r.headOf(c.to)) {
		return to
	}
	name := r.apposedName(to, end)
	if name == to {
		return to
	}
	if next := r.words[name+1]; next.fold != "that" && next.fold != "to" && !r.g.questions.has(next) {
		return to
	}
	c.to[1] = name
	return name + 1
}

// apposedName is where the name of a person ends that stands in commas after who they are: “the chair | , Odo Lenz | , what”; the word
// itself if none does.
func (r *sayer) apposedName(at, end int) int {
	if at+2 >= end || !r.mark(at, ",") || r.words[at-1].large {
		return at
	}
	name := r.nameFrom(unit{from: at, to: end}, at+1)
	if name+1 >= end || !r.mark(name, ",") || !r.isPersonNamed(span2{at + 1, name}) {
		return at
	}
	return name
}

// addressed reads whom it is said to, right after the verb, and returns where that ends.
func (r *sayer) addressed(c *cue, at, end int) int {
	from := at
	if at < end && (r.words[at].fold == "on" || r.words[at].fold == "upon") {
		return at
	}
	at = r.nameFrom(unit{from: c.at, to: end}, from)
	if at > from && at < end && r.words[at].fold == "that" && !c.inverted && c.verb.takes&takesThat != 0 { // “told parliament | that”
		c.to = span2{from, at}
		return at
	}
	if at > from+1 && at < end && c.verb.takes&takesBare != 0 && !c.inverted && r.tells(at) { // “told the Lantern | nurses were”
		if at = r.toldEnd(c, from, at); at > from {
			c.to = span2{from, at}
		}
		return at
	}
	if at > from && !r.canBeTold(r.words[from]) && !(at-from == 2 && organisationWords[r.words[at-1].fold]) {
		return from
	}
	// The words before a clause without “that” are cut where it begins: “told the BBC | the toll stays”.
	for i := from + 1; i < at; i++ {
		before := r.words[i-1]
		isName := r.words[i].large && !before.large && !r.joinsNoun(before) && !r.g.determiners.has(before) && !titles[before.fold] &&
			!r.isNamedSo(i, at, end)
		if r.g.he.has(r.words[i]) || isName && before.fold != "agency" || r.words[i].fold == "for" && c.verb.takes&takesFor != 0 {
			at = i
		}
	}
	if at > from {
		c.to = span2{from, at}
	}
	return at
}

// isNamedSo reports whether words before a mark are nothing but the name of what the word before them tells: “told the daily | Sarn
// Gazette.”
func (r *sayer) isNamedSo(from, to, end int) bool {
	isEnd := to >= end || r.words[to].mark
	return isEnd && r.words[from-1].fold != "reporters" && !slices.ContainsFunc(r.words[from:to], func(w word) bool { return !w.large })
}

// afterAddressee is where the words end that say to whom it is said; they are none if they are what is promised: “promised an inquiry”.
func (r *sayer) afterAddressee(c *cue, at, end int) int {
	to := r.addressee(c, at, end)
	if c.verb.takes&takesNoun == 0 || to < end && !r.mark(to, stops+",;") || r.isSomebody(c.to) {
		return to
	}
	c.to = span2{}
	return at
}

// canBeTold reports whether a phrase that begins with a word can be somebody.
func (r *sayer) canBeTold(w word) bool {
	if r.g.questions.has(w) {
		return false
	}
	isMany := r.isPlural(w) || r.g.collectives.has(w)
	return w.large || r.g.determiners.has(w) || r.g.he.has(w) || r.g.it.has(w) || isMany || titles[w.fold] || organisationWords[w.fold]
}

// toPhrase takes those to whom something is said from a phrase that begins with “to”.
func (r *sayer) toPhrase(c *cue, at, end int) {
	if r.words[at].fold == "to" && c.to[0] == c.to[1] {
		if to := r.nameFrom(unit{from: at, to: end}, at+1); to > at+1 && !r.g.hearersDo.has(r.words[to-1]) {
			c.to = span2{at + 1, to}
		}
	}
}
