package suggest

// noteChild notes whose child somebody is whose name begins at a word: “his daughter, | Ida”, “Odo Lenz's son | Ivo”.
func (r *sayer) noteChild(who Party, at int) {
	child := at - 1
	if child > 0 && r.words[child].isMark(",") {
		child--
	}
	if child < 1 || !r.g.children.has(r.words[child]) || who.Kind != kindPerson && who.Kind != "" {
		return
	}
	if parent := r.ownerAt(child - 1); parent.Name != "" && parent.Name != who.Name {
		r.parents[who.Name] = parent
	}
}

// ownerAt is whose something is, by the word before it: “his”, “Odo Lenz's”; nobody if that does not tell.
func (r *sayer) ownerAt(at int) Party {
	w := r.words[at]
	switch {
	case r.g.ownedBy[w.fold] != "":
		return r.resolve(at)
	case w.owns && w.large:
		from := at
		for from > 0 && r.words[from-1].large && !r.words[from-1].mark && !r.words[from-1].owns {
			from--
		}
		return r.named(from, at+1).party
	}
	return Party{}
}

// parentMeant is whom “her father” means if the text has told before whose daughter she is.
func (r *sayer) parentMeant(s span2) Party {
	last := r.words[s[1]-1]
	if s[1]-s[0] < 2 || len(r.parents) == 0 || !r.g.parents.has(last) {
		return Party{}
	}
	parent := r.parents[r.ownerAt(s[1]-2).Name]
	all := wordsIn(parent.Name)
	if len(all) == 0 {
		return Party{}
	}
	who := seen{party: parent, who: firstNameGender(all[0])}
	if !r.genderOfSeen(who).agrees(r.genderBy(last)) {
		return Party{}
	}
	return parent
}
