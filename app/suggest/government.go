package suggest

import "slices"

// governmentsNamed are the states of whose governments a text has told.
type governmentsNamed struct {
	states  []Party // each once
	readEnd int     // the word up to which the text was read for them
}

// governmentMeant is the state whose government a phrase means; ok if it means one, of which state that ever is.
func (r *sayer) governmentMeant(s span2) (p Party, ok bool) {
	words := r.words[s[0]:s[1]]
	if p, ok := r.governmentOf(withoutDeterminer(words)); ok {
		return p, true
	}
	first, last := words[0], len(words)-1
	if last == 1 && first.owns && first.large && governments[words[last].fold] {
		return r.ownGovernment(s[0]), true
	}
	if first.fold != "the" {
		return Party{}, false
	}
	switch i := slices.IndexFunc(words, func(w word) bool { return w.fold == "government" }); {
	case i < 0 || i != 1 && i != last:
		return Party{}, false
	case last == 1:
		return r.onlyGovernment(s[0]), true
	default:
		return r.governmentAt(s[0] + i), true
	}
}

// onlyGovernment is the state whose government “the government” means at a word: the only one of whose government the text has told, as
// “Velia's government”, “the Velian government” or “the government of Velia”.
func (r *sayer) onlyGovernment(at int) Party {
	known := &r.governments
	for i := known.readEnd; i < at; i++ {
		if r.words[i].fold != "government" || r.isQuoted(i) {
			continue
		}
		if p := r.governmentAt(i); p.Name != "" && !hasParty(known.states, p.Name) {
			known.states = append(known.states, p)
		}
	}
	known.readEnd = max(known.readEnd, at)
	if len(known.states) != 1 {
		return Party{}
	}
	return known.states[0]
}

// governmentAt is the state of whose government the words around one tell.
func (r *sayer) governmentAt(i int) Party {
	if i+2 < len(r.words) && r.words[i+1].fold == "of" && r.words[i+2].large {
		end := i + 2
		for end < len(r.words) && isOfRun(r.words, end, i+2) {
			end++
		}
		return r.asState(r.named(i+2, end).party)
	}
	if i == 0 || !r.words[i-1].large || r.words[i-1].mark {
		return Party{}
	}
	if r.words[i-1].owns {
		return r.ownGovernment(i - 1)
	}
	if of, rest := r.Text.owner(r.words[i-1 : i+1]); len(rest) == 1 && of.Kind == kindState {
		return of
	}
	return Party{Name: r.stateMeant(r.words[i-1].fold), Kind: kindState}
}

// asState is somebody who is a state, or may be one; nobody else.
func (r *sayer) asState(p Party) Party {
	if p.Name == "" || p.Kind != "" && p.Kind != kindState {
		return Party{}
	}
	p.Kind = kindState
	return p
}

// hasParty reports whether a name is that of one of several.
func hasParty(all []Party, name string) bool {
	return slices.ContainsFunc(all, func(p Party) bool { return p.Name == name })
}
