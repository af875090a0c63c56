package suggest

import "standpoint/store/text"

// What a text tells that somebody is, at a place of their name.

// moreOf takes what else somebody is called at a place of their name: “Mara Ellin, a former general,”, “Mara Ellin, who has been mayor”,
// “Mara Ellin became mayor”.
func (r *sayer) moreOf(s seen, from, to int) {
	if to+2 >= len(r.words) || s.party.Kind != kindPerson && s.party.Kind != "" {
		return
	}
	first, last := r.sentenceAround(from)
	r.noteWork(s.party.Name, to, last)
	r.noteDoing(s.party.Name, to, last)
	said := max(r.madeWhat(to, last), r.officeHeld(to, last))
	if r.words[to].isMark(",") {
		r.noteCounsel(s.party.Name, to+1, last)
		said = r.toldWhat(to+1, last)
	}
	if said < 0 {
		return
	}
	var in Introduction
	in.readRoleFrom(r.Text, r.words[first:min(last, said+mostOfTitle)], said-first)
	r.noteServed(s.party.Name, in.Of)
	if role := text.Fold(in.Role); role != "" && role != s.role {
		r.addRoles(s.party.Name, []string{role})
	}
}

// noteWork notes as what somebody works, by a word that is no office: “Odo Lenz, 54, a | welder | from Sarn,”, “Odo Lenz is a | baker”.
func (r *sayer) noteWork(name string, at, last int) {
	if at < last && r.words[at].isMark(",") || at < last && r.g.be.has(r.words[at]) {
		at++
	}
	if at+1 < last && isDigits(r.words[at]) && r.words[at+1].isMark(",") {
		at += 2
	}
	if at >= last || r.words[at].fold != "a" && r.words[at].fold != "an" {
		return
	}
	end := at + 1
	ends := func(w word) bool { return w.mark || w.large || r.g.prepositions.has(w) || r.g.relating.has(w) }
	for end < min(last, at+mostOfLabel) && !ends(r.words[end]) {
		end++
	}
	if head := r.words[end-1]; end > at+1 && !titles[head.fold] && r.isWorker(head) && (end == last || !r.words[end].large) {
		r.addRoles(name, []string{head.fold})
	}
}

// noteDoing notes what a text may call somebody later on by what it tells that they do: “Odo Lenz | drives the number 9 bus”, “Odo Lenz,
// 54, who | has taught mathematics”.
func (r *sayer) noteDoing(name string, at, last int) {
	for at+1 < last && (r.words[at].isMark(",") || isDigits(r.words[at])) {
		at++
	}
	if at < last && r.g.determiners.has(r.words[at]) { // “, the Republican | who leads the panel”
		for i := at + 1; i < min(last, at+mostOfTitle) && !r.words[i].mark; i++ {
			if r.g.relating.has(r.words[i]) {
				at = i
				break
			}
		}
	}
	if at < last && r.g.relating.has(r.words[at]) {
		at++
	}
	for at < last && r.g.isBetween(r.words[at]) {
		at++
	}
	if at+1 >= last || r.words[at+1].mark || r.g.prepositions.has(r.words[at+1]) {
		return
	}
	r.addRoles(name, r.g.doers[r.words[at].fold])
}

// officeHeld is where an office stands that somebody is said to have: “Mara Ellin | has been prime minister”; -1 if none does.
func (r *sayer) officeHeld(at, last int) int {
	from := at
	for at < last && r.g.isBetween(r.words[at]) {
		at++
	}
	if at == from || !r.g.be.has(r.words[at-1]) {
		return -1
	}
	for i := at; i < min(last, at+mostOfTitle) && !r.words[i].large; i++ {
		switch w := r.words[i]; {
		case titles[w.fold]:
			return at
		case !titleWords[w.fold]:
			return -1
		}
	}
	return -1
}

// toldWhat is where it stands what somebody is, in words after a comma; -1 if they do not tell it.
func (r *sayer) toldWhat(at, last int) int {
	w := r.words[at]
	switch {
	case w.fold == "who":
		if made := r.madeWhat(at+1, last); made > 0 {
			return made
		}
		said := at + 1
		for said < last && r.g.isBetween(r.words[said]) {
			said++
		}
		if said > at+1 && r.g.be.has(r.words[said-1]) {
			return said
		}
	case (r.g.determiners.has(w) || titles[w.fold] && !w.large) && r.closesSoon(at, last):
		return at
	}
	return -1
}

// madeWhat is where it stands what somebody became, if words from one on tell it: “became | mayor”, “was elected | mayor”; -1 if not.
func (r *sayer) madeWhat(at, last int) int {
	for at < last && r.g.isBetween(r.words[at]) {
		at++
	}
	if at >= last || !r.g.becoming.has(r.words[at]) {
		return -1
	}
	at++
	for at < last && (r.words[at].fold == "in" || r.words[at].fold == "as") {
		at++
	}
	if at >= last {
		return -1
	}
	return at
}

// closesSoon reports whether what begins at a word ends with a mark before anything is told in it: “a former general,”.
func (r *sayer) closesSoon(from, to int) bool {
	for i := from; i < min(to, from+mostOfLabel); i++ {
		switch {
		case r.words[i].isMark(",;—–)" + stops):
			return true
		case r.tells(i):
			return r.g.relating.has(r.words[i-1])
		}
	}
	return false
}
