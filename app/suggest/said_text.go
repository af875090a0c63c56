package suggest

// isText reports whether a text says something by itself: a sign, a poll.
func (r *sayer) isText(c *cue) bool {
	if c.relative[0] < c.relative[1] {
		return r.isTextAt(c.relative)
	}
	return r.isTextAt(c.subject)
}

func (r *sayer) isTextAt(s span2) bool {
	for i := s[0]; i < s[1]; i++ {
		if i > s[0] && r.g.prepositions.has(r.words[i]) {
			return false
		}
		if r.g.texts.has(r.words[i]) && (i+1 == s[1] || !r.words[i+1].large) {
			return true
		}
	}
	return false
}

// issuedBefore is a text that says something by itself, with what was done to it: “A poll | released on Monday | found”.
func (r *sayer) issuedBefore(u unit, end int) span2 {
	for i := end - 1; i > max(u.from, end-farthestThat) && !r.words[i].mark && !r.isQuoted(i); i-- {
		w := r.words[i]
		switch {
		case r.g.issued.has(w):
			if s := r.nounPhraseTo(u, i); s[0] < s[1] && r.isTextAt(s) {
				return span2{s[0], end}
			}
		case r.tells(i) || r.g.breaks.has(w) && !r.g.prepositions.has(w):
			return span2{}
		}
	}
	return span2{}
}

// canBeCited reports whether words after “citing” are somebody who says something, or a text: “citing strong demand” gives a reason.
func (r *sayer) canBeCited(from, end int) bool {
	for i := from; i < min(end, from+mostOfTitle) && !r.isQuoted(i) && !r.words[i].isMark(",.;:"); i++ {
		w := r.words[i]
		if i > from && r.g.prepositions.has(w) {
			return false
		}
		if w.large || r.g.texts.has(w) || r.isPeopleWord(w) {
			return true
		}
	}
	return false
}
