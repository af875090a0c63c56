package suggest

// takeRelative takes whom a clause is about: “an official who said”.
func (r *sayer) takeRelative(u unit, c *cue, pronoun int) bool {
	at := pronoun
	if first := r.firstRelative(u, pronoun); first >= 0 { // “Odo Lenz, whose house burned and | who said”
		at = first
	}
	if at > u.from && r.mark(at-1, ",") {
		at--
	}
	if at-2 > u.from && isDigits(r.words[at-1]) && r.mark(at-2, ",") { // “Mara Ellin, 41, who said”
		at -= 2
	}
	c.relative = r.behindPreposition(u, r.nounPhraseTo(u, at), at)
	if c.relative[0] == c.relative[1] && at > u.from && r.mark(at-1, ",") {
		c.relative = r.nounPhraseTo(u, at-1)
	}
	if r.words[pronoun].fold == "who" {
		c.relative = r.whoOfThing(c.relative)
	}
	c.relative = r.withNameBefore(u, c.relative)
	c.subject = span2{pronoun, pronoun + 1}
	return c.relative[0] < c.relative[1]
}

// whoOfThing is whom “who” is about after a thing that comes from them: “criticism from | farmers, | who”, “the letter to | the minister, |
// who”.
func (r *sayer) whoOfThing(s span2) span2 {
	if s[0] >= s[1] {
		return s
	}
	head := r.headOf(s)
	isSome := r.g.counted.has(head) || r.g.several.has(head) // “one of her own MPs”
	if head.large || head.mark || isSome || (r.isPeopleWord(head) || r.endsPeople(head)) && !r.g.texts.has(head) {
		return s
	}
	for i := s[1] - 2; i > s[0]; i-- {
		if !r.g.prepositions.has(r.words[i]) {
			continue
		}
		if last := r.words[s[1]-1]; last.large || r.isPeopleWord(last) || r.endsPeople(last) {
			return span2{i + 1, s[1]}
		}
		return s
	}
	return s
}

// withNameBefore is a phrase with the name before it, of which it tells what they are: “Odo Lenz, 58, | a pipefitter | who”, “Ida Moll, |
// one of her friends, | who”.
func (r *sayer) withNameBefore(u unit, s span2) span2 {
	if s[0] >= s[1] {
		return s
	}
	at := s[0]
	if at-1 > u.from && r.words[at].fold == "of" && r.words[at-1].fold == "one" {
		at--
	}
	if fold := r.words[at].fold; fold != "a" && fold != "an" && fold != "one" || at-1 <= u.from || !r.mark(at-1, ",") {
		return s
	}
	end, isAged := at-1, false
	if end-2 > u.from && isDigits(r.words[end-1]) && r.mark(end-2, ",") {
		end, isAged = end-2, true
	}
	start := end
	for start > u.from && r.words[start-1].large && !r.words[start-1].mark {
		start--
	}
	if isAged && end-start == 1 { // “Walt, 74, | a welder | who”
		return span2{start, end}
	}
	if name := r.words[start:end]; isPersonalName(name) && kindOf(name) == kindPerson {
		return span2{start, end}
	}
	return s
}

// behindPreposition is whom a clause is about who stands after a preposition: “It came from | Ida Moll, | who”, “given by | a man | who”. s
// is what is a phrase by itself there.
func (r *sayer) behindPreposition(u unit, s span2, end int) span2 {
	for i := end - 1; i > max(u.from, end-mostOfTitle) && !r.words[i].mark && !r.isQuoted(i); i-- {
		if !r.g.prepositions.has(r.words[i]) || r.words[i].fold == "of" || r.words[i].fold == "for" {
			continue
		}
		first, before := r.words[min(i+1, end-1)], i-1
		if r.g.close.has(r.words[before]) { // “two officials close to the talks, | who”
			return span2{r.nounPhraseTo(u, before)[0], end}
		}
		isDone := s[0] <= before && r.tags != nil && r.tags[before].IsVerb()
		if i+1 < end && (s[0] == s[1] || isDone) && (first.large || r.g.determiners.has(first)) {
			return span2{i + 1, end}
		}
		return s
	}
	return s
}

// firstRelative is where the first of two clauses about somebody begins that “and” joins, by where the other does; -1 if none does.
func (r *sayer) firstRelative(u unit, pronoun int) int {
	if pronoun <= u.from || r.words[pronoun-1].fold != "and" && r.words[pronoun-1].fold != "but" {
		return -1
	}
	for i := pronoun - 2; i > max(u.from, pronoun-farthestThat) && !r.isQuoted(i) && !r.mark(i, ";:"+stops); i-- {
		if r.g.relating.has(r.words[i]) {
			return i
		}
	}
	return -1
}

// takeDoing takes who does something while something else is told: “…, with | Ida Moll | saying that”, “…, with one saying it and | Odo
// Lenz | warning that”.
func (r *sayer) takeDoing(u unit, c *cue) bool {
	const farthestWith = 30
	next, isSecond := -1, false // where the second of two begins; whether the first does something, too
	for i := c.group - 1; i > max(u.from, c.group-farthestWith); i-- {
		w := r.words[i]
		switch {
		case r.isQuoted(i) || r.mark(i, ";:"+stops) || r.tells(i):
			return false
		case w.fold == "and" && next < 0:
			next = i + 1
		case r.isIng(w) && next < 0:
			return false
		case r.isIng(w):
			isSecond = true
		case w.fold == "with" && r.mark(i-1, ",—–"):
			if c.subject = (span2{i + 1, c.group}); isSecond {
				c.subject[0] = next
			}
			head := r.headOf(c.subject)
			return c.subject[0] < c.subject[1] && (head.large || r.isPeopleWord(head) || r.g.it.has(head) || r.g.he.has(head))
		}
	}
	return false
}

// takeWhoAlso takes whom a clause is about in which somebody does something else before: “said Ida Moll, 44, | who had walked for a day and
// asked”.
func (r *sayer) takeWhoAlso(u unit, from int, c *cue) bool {
	last := c.group - 1
	if last <= from || r.words[last].fold != "and" {
		return false
	}
	if n := len(r.cues); n > 0 {
		from = max(from, r.cues[n-1].at)
	}
	for i := last - 1; i > max(from, last-farthestThat) && !r.words[i].mark && !r.isQuoted(i); i-- {
		if r.words[i].fold == "who" {
			return r.mark(i-1, ",") && i+1 < last && r.takeRelative(u, c, i)
		}
	}
	return false
}
