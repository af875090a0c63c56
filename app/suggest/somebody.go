package suggest

// hearing is the verb by which only courts and the like tell what was said before them.
const hearing = "hear"

// mayspeak reports whether a subject can be somebody who speaks: no day, no number.
func (r *sayer) mayspeak(c *cue) bool {
	end := r.beforeComma(c.subject[0]+1, c.subject[1]) // “Odo Lenz | , who left it two years ago”
	last := r.words[end-1]
	if at := c.subject[0]; at > 0 && (r.words[at-1].fold == "neither" || r.words[at-1].fold == "nor") && !r.loose {
		return false
	}
	if c.relative[0] < c.relative[1] && r.g.nobody.has(r.words[c.relative[1]-1]) {
		return false
	}
	head := r.headOf(c.subject)
	_, isClaim := r.g.claims[head.fold]
	isNoClaim := !isClaim || r.g.channels.has(head) || r.g.firms.has(head)
	if r.g.isWhen(last) && !r.isText(c) ||
		isDigits(last) && !isYearsOld(last) && !r.words[max(end-2, 0)].large && !r.isText(c) ||
		last.fold == "there" && end-c.subject[0] < 3 || r.g.ofOld.has(last) || r.g.nobody.has(last) || !isNoClaim {
		return false
	}
	if c.verb.takes&takesText != 0 && c.verb.takes&takesThat == 0 && !r.isText(c) {
		return false
	}
	if c.verb.lemma == hearing && !r.g.hearing.has(last) { // “a court heard that”
		return false
	}
	if c.verb.takes&isWeak != 0 && !r.loose && !r.canMind(c) {
		return false
	}
	return !(c.verb.takes&isWeak != 0 || c.verb.form == formBase) || last.fold != "that" && last.fold != "this" && last.fold != "you"
}

// canMind reports whether a subject is somebody who can think and want something: no thing that is described.
func (r *sayer) canMind(c *cue) bool {
	s := c.subject
	if c.relative[0] < c.relative[1] {
		s = c.relative
	}
	head := r.headOf(s)
	if head.large || r.g.he.has(head) || r.g.it.has(head) || r.g.several.has(head) || r.g.counted.has(head) || r.isPeopleWord(head) {
		return true
	}
	all := r.parties(s)
	return len(all) > 0 && all[0].Name != ""
}

// isPeopleWord reports whether a noun is for people, or for an organisation of theirs.
func (r *sayer) isPeopleWord(w word) bool {
	isOf := titles[w.fold] || organisationWords[w.fold] || r.isMany(w) || r.isPeople(w.fold)
	isKin := !w.large && (r.g.women.has(w) || r.g.men.has(w)) // “the sister”
	return isOf || isKin || r.g.firms.has(w) || r.g.persons.has(w) || r.g.epithets.has(w) || r.g.collectives.has(w)
}

// headOf is the last word of a phrase before what says more of it: “generals | in the capital”.
func (r *sayer) headOf(s span2) word { return r.words[r.headAt(s)] }

// headAt is where the head of a phrase stands.
func (r *sayer) headAt(s span2) int {
	for i := s[0] + 1; i < s[1]; i++ {
		if r.endsHead(i) {
			return i - 1
		}
	}
	return s[1] - 1
}

// endsHead reports whether what says more of somebody begins at a word: “the captain | of the tanker”, “people | familiar with it”.
func (r *sayer) endsHead(i int) bool {
	w := r.words[i]
	return r.g.prepositions.has(w) || w.isMark(",") || r.g.close.has(w) && i+1 < len(r.words) && r.g.prepositions.has(r.words[i+1])
}

// isSomebody reports whether a phrase names or describes people, and no thing.
func (r *sayer) isSomebody(s span2) bool {
	if s[0] == s[1] {
		return true
	}
	last := r.words[s[1]-1]
	return last.large || r.g.he.has(last) || r.g.it.has(last) || titles[last.fold] || groupWords[last.fold] || organisationWords[last.fold] ||
		r.g.persons.has(last) || r.isPeople(last.fold)
}
