package suggest

// takeShown takes who is seen or heard saying something, or of whom somebody remembers it: “a clip of | Ida Moll | telling a crowd”,
// “shows | Ida Moll | saying”, “with | voters | telling her”; and what is written on a thing: “held | a sign | saying”.
func (r *sayer) takeShown(u unit, c *cue) bool {
	at := c.group - 1
	if c.group != c.at || at <= u.from || r.words[at].mark || r.isQuoted(at) {
		return false
	}
	if fold := r.words[at].fold; isWhom[fold] || fold == "her" { // “heard | him | saying”
		if !r.g.showing.has(r.words[at-1]) {
			return false
		}
		c.subject = span2{at, at + 1}
		return true
	}
	s := r.afterShown(r.nounPhraseTo(u, c.group))
	if r.wasShown(c) {
		s[0] = r.afterAnd(s)
	}
	if s[0] >= s[1] || s[0] <= u.from {
		return false
	}
	head, before := r.headOf(s), r.words[s[0]-1]
	if r.g.inscribed.has(head) && !head.large {
		c.subject = s
		return c.verb.lemma == "say"
	}
	isSome := (r.g.counted.has(head) || r.g.several.has(head)) && s[1]-s[0] > 1 // “one of them”
	isPerson := isSome || head.large && !r.g.isWhen(head) || r.isPeopleWord(head) && !r.g.texts.has(head) && !r.g.channels.has(head)
	isShown := r.g.showing.has(before) || before.fold == "of" && s[0]-2 >= u.from && r.isRecord(r.words[s[0]-2])
	isNext := before.fold == "and" && r.wasShown(c)
	if isPerson && (isShown || isNext || before.fold == "with" && r.isMany(head)) {
		c.subject = s
		return true
	}
	return false
}

// wasShown reports whether somebody is shown in the same sentence before: “recalled one of them asking, and | the manager | saying”.
func (r *sayer) wasShown(c *cue) bool {
	if len(r.cues) == 0 {
		return false
	}
	last := &r.cues[len(r.cues)-1]
	return last.verb.form == formIng && !last.shared && last.at >= r.sentenceFrom(unit{to: len(r.words)}, c.at)
}

// afterAnd is where the last of several in a phrase begins.
func (r *sayer) afterAnd(s span2) int {
	for i := s[1] - 2; i > s[0]; i-- {
		if r.words[i].fold == "and" {
			return i + 1
		}
	}
	return s[0]
}

// isRecord reports whether a noun is for what shows or tells what was said: “footage of | Ida Moll | saying”.
func (r *sayer) isRecord(w word) bool { return r.g.texts.has(w) || r.g.records.has(w) }

// afterShown is a phrase without what shows whom it names: “a clip of | Ida Moll”, “a man holding | a sign”.
func (r *sayer) afterShown(s span2) span2 {
	for i := s[1] - 2; i > s[0]; i-- {
		if r.isIng(r.words[i]) && r.g.determiners.has(r.words[i+1]) {
			return span2{i + 1, s[1]}
		}
		if r.words[i].fold == "of" {
			if r.isRecord(r.words[i-1]) {
				return span2{i + 1, s[1]}
			}
			return s
		}
	}
	return s
}
