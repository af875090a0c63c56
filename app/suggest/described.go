package suggest

import (
	"slices"
	"strings"

	"standpoint/app/suggest/tagger"
)

// described is whom “the minister” or “the ministry” means: the last with that role or name.
func (r *sayer) described(s span2) Party {
	words := r.words[s[0]:s[1]]
	if p, ok := r.governmentMeant(s); ok {
		return p
	}
	const mostDescribed = 6
	first, head := words[0], words[len(words)-1]
	if found, ok := r.holderIn(words); ok && len(words) <= mostDescribed {
		return found
	}
	if len(words) == 1 && first.fold == "counsel" {
		return r.inRole(first.fold, first)
	}
	if first.fold != "the" || len(words) < 2 {
		return Party{}
	}
	// “the Sarn-based maker | of paints”
	if i := slices.IndexFunc(words, r.g.prepositions.has); i > 1 && slices.ContainsFunc(words[:i], isSeated) {
		s[1] = s[0] + i
		words, head = words[:i], words[i-1]
	}
	if len(words) > mostDescribed {
		return Party{}
	}
	if found := r.inRole(foldOf(words[1:]), head); found.Name != "" {
		return found
	}
	if found := r.onlyInRole(post{role: foldOf(words[1:])}); found.Name != "" && (titles[head.fold] || !r.isNew(s[0], head)) {
		return found
	}
	if of := slices.IndexFunc(words, func(w word) bool { return w.fold == "of" }); of > 1 && titles[words[of-1].fold] {
		if found := r.onlyCalledJust(foldOf(words[1:of])); found.Name != "" {
			return found
		}
	}
	if len(words) == 2 {
		if found := r.alsoCalled(s[0], head); found.Name != "" {
			return found
		}
	}
	if found := r.leaderOf(words); found.Name != "" {
		return found
	}
	return r.epithetMeant(s)
}

// epithetMeant is whom “the 54-year-old” or “the Swiss company” means: who spoke last or whom the nearest sentence is about.
func (r *sayer) epithetMeant(s span2) Party {
	words := r.words[s[0]:s[1]]
	head := words[len(words)-1]
	isPerson := func(s seen) bool { return s.party.Kind == kindPerson && r.genderOfSeen(s).agrees(r.genderBy(head)) }
	nobody := func(string) bool { return false }
	switch {
	case slices.ContainsFunc(words, r.g.prepositions.has):
	case r.isEpithet(words) && !r.isNew(s[0], head):
		found, _ := r.salient(s[0], isPerson, nobody)
		return found
	case r.g.firms.has(head) && r.isModified(s) && !r.isNew(s[0], head):
		return r.firmAt(s[0])
	}
	return Party{}
}

// mostTillBody is how many words before or after the name of whoever leads a body it is told at most what that is.
const mostTillBody = 10

// leaderOf is whoever leads a body, by a word for that which stands beside their name: “the party's chair, Odo Lenz,” and then “the party
// leader”; nobody if there are several.
func (r *sayer) leaderOf(words []word) (found Party) {
	const two = 3 // with “the”
	if len(words) != two || !r.g.leaders.has(words[2]) {
		return Party{}
	}
	for role := range r.g.leaders {
		for _, s := range r.inOffice[role] {
			switch {
			case s.party.Name == found.Name || !r.isBeside(s.at, words[1].fold):
			case found.Name != "":
				return Party{}
			default:
				found = s.party
			}
		}
	}
	return found
}

// isBeside reports whether a word stands in the sentence of another, near it.
func (r *sayer) isBeside(at int, fold string) bool {
	from, to := r.sentenceAround(at)
	return slices.ContainsFunc(r.words[max(from, at-mostTillBody):min(to, at+mostTillBody)], func(w word) bool { return w.fold == fold })
}

// firmAt is whom “the company” means at a word.
func (r *sayer) firmAt(at int) Party {
	found, _ := r.salient(at, r.isFirm, func(string) bool { return false })
	if found.Name == "" {
		found = r.lastThat(at, func(s seen) bool { return s.firm && r.isFirm(s) })
	}
	if found.Name == "" {
		first, _ := r.sentenceAround(at)
		found = r.onlyThat(first, func(s seen) bool { return s.party.Kind == kindOrganisation })
	}
	if found.Name == "" {
		found = r.mainFirm
	}
	return found
}

// onlyThat is the only one before a word who fits; nobody if there are several.
func (r *sayer) onlyThat(at int, fits func(seen) bool) (found Party) {
	for _, s := range r.seen {
		switch {
		case s.at >= at:
			return found
		case s.quoted || s.party.Name == "" || s.party.Name == found.Name || !fits(s) || strings.Contains(r.Source, s.party.Name):
		case found.Name != "":
			return Party{}
		default:
			found = s.party
		}
	}
	return found
}

// isEpithet reports whether words tell something of a person who was named before, rather than an office that one of several may have:
// “the 54-year-old”, “the former goalkeeper”, “the father-of-three”.
func (r *sayer) isEpithet(words []word) bool {
	head := words[len(words)-1]
	if r.g.epithets.has(head) || strings.Contains(head.fold, "-of-") {
		return true
	}
	isFormer := len(words) > 2 && r.g.formers.has(words[1])
	return isFormer && (titles[head.fold] || r.g.persons.has(head)) || slices.ContainsFunc(words, isYearsOld)
}

// isModified reports whether nothing but adjectives stand before the last word of “the company”: “the Swiss company”, “the Sarn-based
// company”. Another noun tells of another one, “the ferry company”, unless it only tells what an organisation is for: “the rights group”.
func (r *sayer) isModified(s span2) bool {
	for i := s[0] + 1; i < s[1]-1; i++ {
		w := r.words[i]
		isPlace := isSeated(w) || w.large && !w.owns
		if !isPlace && !r.g.causes.has(w) && statesByAdjective[w.fold] == "" && !(r.tags != nil && r.tags[i] == tagger.Adjective) {
			return false
		}
	}
	return true
}

// isYearsOld reports whether a word is for somebody by their age: “the 54-year-old”.
func isYearsOld(w word) bool { return strings.HasSuffix(w.fold, "-year-old") }

// isSeated reports whether a word tells where an organisation is: “Sarn-based”.
func isSeated(w word) bool { return strings.HasSuffix(w.fold, "-based") }

// isNew reports whether somebody without a name was called so before a word: “a billionaire”, and then “the billionaire”.
func (r *sayer) isNew(at int, head word) bool {
	if first, ok := r.fresh[head.fold]; ok && first < at {
		return true
	}
	for i := len(r.seen) - 1; i >= 0 && i > len(r.seen)-farthestSeen; i-- {
		if s := r.seen[i]; s.at < at && s.party.Name == "" && s.phrase == head.fold {
			return true
		}
	}
	return false
}

// isFirm reports whether somebody can be “the company”.
func (r *sayer) isFirm(s seen) bool {
	return s.party.Kind == kindOrganisation || s.party.Kind == "" && s.speaks
}

// ownGovernment is the state whose government “Norvia's government” is, if the name before it can be a state's.
func (r *sayer) ownGovernment(at int) Party {
	return r.asState(r.named(at, at+1).party)
}

// inRole is the last person with a role, or the last organisation with a word in its name.
func (r *sayer) inRole(role string, head word) Party {
	isTitle, isOrganisation := titles[head.fold] || isPartInCourt(head.fold), organisationWords[head.fold]
	for i := len(r.seen) - 1; i >= 0 && i > len(r.seen)-farthestSeen; i-- {
		s := r.seen[i]
		switch {
		case s.at >= r.reading, s.oblique && r.g.platforms.has(r.words[s.at]):
		case isTitle && s.party.Kind == kindPerson && r.isInRole(s, role):
			return s.party
		case isOrganisation && s.party.Kind == kindOrganisation && hasWord(s.party.Name, head.fold):
			return s.party
		}
	}
	return Party{}
}

// mostInRole is how many persons with the same word in their roles are looked at: of more, one is never the only one.
const mostInRole = 40

// onlyInRole is the only person whom the text says to have a role, wherever it says so, and for a state if that is told.
func (r *sayer) onlyInRole(p post) (found Party) {
	all := r.inOffice[p.role[strings.LastIndexByte(p.role, ' ')+1:]]
	if len(all) > mostInRole {
		return Party{}
	}
	for _, s := range all {
		switch {
		case s.party.Name == found.Name, !r.isInRole(s, p.role), p.of != "" && r.serves[s.party.Name] != p.of:
		case found.Name != "":
			return Party{}
		default:
			found = s.party
		}
	}
	return found
}

// onlyCalledJust is the only person of whom the text tells a role, if it does not tell of what: “Odo Lenz, mayor since 2030”.
func (r *sayer) onlyCalledJust(role string) Party {
	found := r.onlyInRole(post{role: role})
	if !slices.Contains(r.roles[found.Name], role) {
		return Party{}
	}
	return found
}

// noteOffices notes the persons by the last words of what the text says that they are.
func (r *sayer) noteOffices() {
	r.inOffice = map[string][]seen{}
	for _, s := range r.persons {
		if r.g.platforms.has(r.words[s.at]) {
			continue
		}
		for _, role := range r.roles[s.party.Name] {
			head := role[strings.LastIndexByte(role, ' ')+1:]
			r.inOffice[head] = append(r.inOffice[head], s)
		}
	}
}

// isSameRole reports whether what somebody was said to be is what a text calls them later, perhaps with more: “senator”, then “the young
// senator”, but not “minister” and then “the foreign minister”.
func isSameRole(was, role string) bool {
	if was == "" {
		return false
	}
	more, _, _ := strings.Cut(role, " ")
	return was == role || strings.HasSuffix(was, " "+role) || strings.HasSuffix(role, " "+was) && !titleWords[more]
}
