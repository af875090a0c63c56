package suggest

import (
	"strings"

	"standpoint/app/suggest/tagger"
)

// votes are how often a text speaks of somebody by “she” and by “he”, where nobody else can be meant.
type votes struct{ she, he, it int }

// most is what the text takes somebody for; nothing if it says both.
func (v votes) most() gender {
	switch {
	case v.she > 2*v.he:
		return genderShe
	case v.he > 2*v.she:
		return genderHe
	}
	return genderUnknown
}

// readGenders learns from the whole text how it speaks of the persons whose first names tell nothing.
func (r *sayer) readGenders() {
	all := map[string]votes{}
	var before []seen // of the sentence before, in the same paragraph or at the end of the one before it
	for _, u := range r.units {
		r.noteFresh(u)
		first := len(r.seen)
		r.remember(u.from, u.to)
		here := r.personsOf(r.seen[first:])
		r.voteCourtesies(here, all)
		r.vote(u, here, before, all)
		r.voteIts(u, r.seen[first:], all)
		if len(here) > 0 {
			before = here
		}
	}
	for name, v := range all {
		if g := v.most(); g != genderUnknown {
			r.genders[name] = g
		}
	}
	r.settleKinds(all)
	r.settleForms()
	r.persons = r.personsOf(r.seen)
	r.firstAt = make(map[string]int, len(r.persons))
	for _, s := range r.persons {
		r.firstAt[s.party.Name] = s.at
	}
	r.noteOffices()
	r.countFirms()
	r.seen = nil
}

// voteCourtesies counts how those are spoken of who are called “Mrs” or “Mr” somewhere: that is sure.
func (r *sayer) voteCourtesies(here []seen, all map[string]votes) {
	const sure = 100
	for _, s := range here {
		if !isCourtesy(r.words[s.at]) {
			continue
		}
		v := all[s.party.Name]
		switch firstNameGender(r.words[s.at]) {
		case genderShe:
			v.she += sure
		case genderHe:
			v.he += sure
		}
		all[s.party.Name] = v
	}
}

// noteFresh notes whom a sentence tells of who has no name: “a hairdresser”. In commas and after “is” that is somebody who has one.
func (r *sayer) noteFresh(u unit) {
	const mostBefore = 3
	for i := u.from; i < u.to; i++ {
		if fold := r.words[i].fold; fold != "a" && fold != "an" && fold != "another" {
			continue
		}
		if i > u.from && (r.words[i-1].mark || r.g.be.has(r.words[i-1]) || r.words[i-1].fold == "as") {
			continue
		}
		for j := i + 1; j < min(u.to, i+2+mostBefore) && !r.words[j].mark && !r.g.prepositions.has(r.words[j]); j++ {
			if w := r.words[j]; r.g.epithets.has(w) {
				if _, ok := r.fresh[w.fold]; !ok && (j+1 >= u.to || !r.words[j+1].large) {
					r.fresh[w.fold] = j
				}
				break
			}
		}
	}
}

// settleKinds takes for organisations what is written as the names of persons are, where the text speaks of them so.
func (r *sayer) settleKinds(all map[string]votes) {
	firms := map[string]bool{}
	for key, s := range r.names {
		last := key[strings.LastIndexByte(key, ' ')+1:]
		v := all[s.party.Name]
		if _, isPerson := r.names[last]; !s.shaped && s.party.Kind != "" || isPerson && s.shaped || v.she+v.he > 0 || !s.firm && v.it == 0 {
			continue
		}
		s.party.Kind = kindOrganisation
		r.names[key], firms[s.party.Name] = s, true
	}
	for i := range r.seen {
		if s := &r.seen[i]; firms[s.party.Name] {
			s.party.Kind = kindOrganisation
		}
	}
}

// personsOf are those who may be persons and are not named in a quotation, each once.
func (r *sayer) personsOf(all []seen) (persons []seen) {
	there := map[string]bool{}
	for _, s := range all {
		isPerson := s.party.Kind == kindPerson || s.party.Kind == "" && s.who != genderUnknown
		if isPerson && !s.quoted && !there[s.party.Name] {
			there[s.party.Name] = true
			persons = append(persons, s)
		}
	}
	return persons
}

// vote counts the pronouns of a sentence for the only one whom they can mean: of those named in it before, else of the sentence before.
func (r *sayer) vote(u unit, here, before []seen, all map[string]votes) {
	said := map[string]gender{}
	for i := u.from; i < u.to; i++ {
		g := genderUnknown
		if !r.isQuoted(i) {
			g = pronounGender(r.words[i].fold)
		}
		if g == genderUnknown {
			continue
		}
		if r.isObject(i) { // “Odo Lenz asked her how sure she was”: that is somebody else
			break
		}
		weight, found := 2, onlyOne(here, i, g) // the same sentence tells more than the one before
		if found == nobodyThere {
			weight, found = 1, onlyOne(before, i, g)
		}
		if found == nobodyThere || found == "" || !said[found].agrees(g) { // “she” first, and then “his” is somebody else's
			continue
		}
		said[found] = g
		v := all[found]
		if g == genderShe {
			v.she += weight
		} else {
			v.he += weight
		}
		all[found] = v
	}
}

// nobodyThere is no name: nobody is named whom a pronoun can mean.
const nobodyThere = "-"

// onlyOne is the only one before a word who may be spoken of so; "" if there are several.
func onlyOne(among []seen, before int, g gender) string {
	found := nobodyThere
	for _, s := range among {
		switch {
		case s.at >= before || !s.who.agrees(g):
		case found != nobodyThere:
			return ""
		default:
			found = s.party.Name
		}
	}
	return found
}

// voteIts counts “its” for the only one whom a sentence names before it; a word that is written large as a sentence begins is no name.
func (r *sayer) voteIts(u unit, here []seen, all map[string]votes) {
	for i := u.from; i < u.to; i++ {
		if r.words[i].fold != "its" || r.isQuoted(i) {
			continue
		}
		found := ""
		for _, s := range here {
			switch name := s.party.Name; {
			case s.at > i || s.quoted || s.place || s.at == u.from && !r.words[s.at+1].large && !r.document.within[r.words[s.at].fold]:
			case found != "" && found != name:
				return
			default:
				found = name
			}
		}
		if found != "" {
			v := all[found]
			v.it++
			all[found] = v
		}
		return
	}
}

// pronounGender is who is spoken of by a pronoun.
func pronounGender(fold string) gender {
	switch fold {
	case "she", "her", "herself", "hers":
		return genderShe
	case "he", "his", "him", "himself":
		return genderHe
	}
	return genderUnknown
}

// isObject reports whether a pronoun is for somebody to whom something is done, and not for whose something is: “told her”.
func (r *sayer) isObject(i int) bool {
	switch r.words[i].fold {
	case "him":
		return true
	case "her":
		if i+1 >= len(r.words) || r.words[i+1].mark || r.tags == nil {
			return true
		}
		switch r.tags[i+1] {
		case tagger.Noun, tagger.Name, tagger.Adjective, tagger.Number:
			return false
		}
		return true
	}
	return false
}
