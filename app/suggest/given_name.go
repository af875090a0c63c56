package suggest

// How far before and after “name” it is looked for who gives it, and what it is: “who would give only his first | name |, Marek”.
const (
	mostTillGiving    = 12
	mostTillGivenName = 8
)

// noteGivenNames notes by what names those go who tell only a part of theirs or another one: “a taxi driver, who gave only his first name,
// Marek,”, “He asked to be called Ilir”.
func (r *sayer) noteGivenNames(u unit) {
	for i := u.from + 1; i < u.to; i++ {
		if !r.g.givenNames.has(r.words[i]) || r.isQuoted(i) {
			continue
		}
		name := r.givenName(u, i)
		who := r.givesName(u, i)
		if name[0] >= name[1] || who[0] >= who[1] || !r.g.he.has(r.headOf(who)) && !r.isSomeWorker(who) {
			continue
		}
		s := r.named(name[0], name[1])
		if s.party.Kind != "" && s.party.Kind != kindPerson {
			continue
		}
		s.party.Kind = kindPerson
		if s.who == genderUnknown {
			s.who = r.genderBy(r.headOf(who))
		}
		r.meant[who[0]] = meant{s.party, span2{who[0], name[1]}}
		r.names[s.party.Name] = s
		r.noteAs(who[0], seen{party: s.party, who: s.who})
	}
}

// givenName is the name to which “name” leads: “gave her name only as | Bev”.
func (r *sayer) givenName(u unit, at int) span2 {
	for i := at + 1; i < min(u.to, at+mostTillGivenName); i++ {
		w := r.words[i]
		switch {
		case w.large && !w.mark:
			end := i
			for end < u.to && isOfRun(r.words, end, i) {
				end++
			}
			if r.g.isWhen(w) {
				return span2{}
			}
			return span2{i, end}
		case !r.g.nameLeads.has(w) && !r.g.reflexives.has(w) && !r.mark(i, ","):
			return span2{}
		}
	}
	return span2{}
}

// givesName is who gives the name to which “name” leads: who does what the verb before it says; nobody if there is no such verb.
func (r *sayer) givesName(u unit, at int) span2 {
	for i := at; i > max(u.from, at-mostTillGiving) && !r.mark(i, ",;:—–"+stops); i-- {
		isOwn := i+1 < u.to && r.g.reflexives.has(r.words[i+1]) // “identified | himself”
		if !r.g.givesNames.has(r.words[i]) && !(r.g.givenNames.has(r.words[i]) && isOwn) {
			continue
		}
		for i > u.from && r.g.isBetween(r.words[i-1]) {
			i--
		}
		end := i
		if i > u.from && r.g.relating.has(r.words[i-1]) {
			if end = i - 1; end > u.from && r.mark(end-1, ",") {
				end--
			}
		}
		return r.nounPhraseTo(u, end)
	}
	return span2{}
}

// isSomeWorker reports whether a phrase tells of one person by what they are, and does not name them.
func (r *sayer) isSomeWorker(s span2) bool {
	head := r.headOf(s)
	isKin := r.g.women.has(head) || r.g.men.has(head)
	return !head.large && (r.isWorker(head) || isKin) && r.nameIn(span2{s[0], r.headAt(s) + 1}) == (span2{})
}

// withGivenName is who does something with the words in which they give their name, if the verb stands right after these.
func (r *sayer) withGivenName(s span2, verb int) span2 {
	if len(r.meant) == 0 {
		return s
	}
	for at := s[0]; at > max(-1, s[0]-mostTillGiving-mostTillGivenName); at-- {
		if given, ok := r.meant[at]; ok {
			if end := given.words[1]; s[1] <= end && (end == verb || end+1 == verb && r.mark(end, ",")) {
				return given.words
			}
			return s
		}
	}
	return s
}
