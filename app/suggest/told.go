package suggest

// toldEnd is where whom something is said to ends in words that go on with who does what is said: “told the Lantern | nurses were
// tired”; the first word if all of them are that: “warned | the strike would cost lives”.
func (r *sayer) toldEnd(c *cue, from, to int) int {
	for i := from; i < to-1; i++ {
		w, next := r.words[i], r.words[i+1]
		switch {
		case r.g.he.has(w) && !r.isOwner(i), r.isPeopleWord(w) && !w.owns && !r.g.firms.has(next), r.g.channels.has(w) && i > from:
		case w.large && !w.owns && i > from && !next.large && !organisationWords[next.fold] && !r.g.firms.has(next) && !isOfStateName(w):
		default:
			continue
		}
		if !r.joinsNoun(next) && !next.mark && !r.joinsNoun(w) {
			return i + 1
		}
	}
	switch c.verb.lemma {
	case "tell", "inform", "assure", "remind":
		return to
	}
	return from
}

// hadDone reports whether what is said tells what others had done before a verb that is theirs, too: “soldiers had come | and told us”.
func (r *sayer) hadDone(from, and int) bool {
	if r.words[and].fold != "and" || r.g.he.has(r.words[from]) || r.g.it.has(r.words[from]) || r.isQuoted(from) ||
		!r.isPlural(r.words[from]) && !r.words[from].large {
		return false
	}
	for i := from + 1; i+1 < and; i++ {
		if r.words[i].mark || r.isQuoted(i) {
			return false
		}
		if r.words[i].fold == "had" {
			return true
		}
	}
	return false
}
