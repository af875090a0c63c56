package suggest

import (
	"slices"
	"strings"

	"standpoint/store"
)

// isMember reports whether a phrase tells of one person by their party, and where they are from: “the Democrat”, “the Velian Republican”.
func (r *sayer) isMember(s span2) bool {
	const most = 4
	last := r.words[s[1]-1]
	if s[1]-s[0] < 2 || s[1]-s[0] > most || r.words[s[0]].fold != "the" || !last.large || last.owns || !r.g.members.has(last) {
		return false
	}
	return !slices.ContainsFunc(r.words[s[0]+1:s[1]-1], func(w word) bool { return w.mark || w.owns || !w.large && !isSeated(w) })
}

// memberMeant is whom a phrase means by where they are from or by their party: who the text says is of it, else the last person who may be.
func (r *sayer) memberMeant(s span2, state string) Party {
	last := r.words[s[1]-1]
	party := r.partyOfMember(last)
	if party != "" && r.isNewMember(s[0], last) {
		return Party{}
	}
	if found := r.lastPersonOf(s[0], r.members, party); found.Name != "" {
		return found
	}
	found, _ := r.salient(s[0], func(s seen) bool {
		of, in := r.serves[s.party.Name], r.members[s.party.Name]
		return s.party.Kind == kindPerson && (of == "" || state == "" || of == state) && (in == "" || party == "" || in == party)
	}, func(string) bool { return false })
	return found
}

// partyOfMember is the word for the members of a party that a word is or belongs to: “democrat” of “Democratic”; "" if it is of none.
func (r *sayer) partyOfMember(w word) string {
	if !w.large || w.owns {
		return ""
	}
	if r.g.members.has(w) {
		return w.fold
	}
	if whole, isAdjective := strings.CutSuffix(w.fold, "ic"); isAdjective && r.g.members[whole] {
		return whole
	}
	return ""
}

// noteMember notes of which party a person is, from the words of their name with its title and from what stands after it: “Democratic
// Sen. Mara Ellin”, “Mara Ellin, a Democrat,”, “Mara Ellin (D-Ohio)”.
func (r *sayer) noteMember(name string, kind store.ActorKind, from, to int) {
	if kind != kindPerson || r.members[name] != "" {
		return
	}
	for i := from; i < to-1; i++ {
		if party := r.partyOfMember(r.words[i]); party != "" {
			r.members[name] = party
			return
		}
	}
	if to+2 >= len(r.words) {
		return
	}
	mark, next := r.words[to], r.words[to+1]
	switch {
	case mark.isMark("("), mark.isMark(",") && next.large && strings.Contains(next.text, "-"):
		if first, _, _ := strings.Cut(next.text, "-"); len(first) == 1 {
			r.members[name] = r.g.partyLetters[strings.ToLower(first)]
		}
	case mark.isMark(",") && r.g.determiners.has(next) && r.closesSoon(to+1, len(r.words)):
		for i := to + 2; i < min(len(r.words), to+mostOfLabel) && !r.words[i].mark && !r.g.prepositions.has(r.words[i]); i++ {
			if party := r.partyOfMember(r.words[i]); party != "" {
				r.members[name] = party
				return
			}
		}
	}
}

// farthestMember is how many words before “the Democrat” the member is looked for who has no name.
const farthestMember = 100

// isNewMember reports whether the text told last of a member of a party without a name: “one Ohio Democrat said”, and then “the Democrat”.
func (r *sayer) isNewMember(at int, member word) bool {
	for i := at - 1; i >= max(1, at-farthestMember); i-- {
		if r.words[i].fold != member.fold || !r.words[i].large {
			continue
		}
		from := i
		for from > 1 && r.words[from-1].large && !r.words[from-1].mark {
			from--
		}
		if i+1 < len(r.words) && r.words[i+1].large {
			continue
		}
		if isOneOfSeveral(r.words[from-1]) {
			return from < 2 || !r.words[from-2].isMark(",")
		}
	}
	return false
}

// isSomeMember reports whether words tell of somebody without a name by their party: “one | Florida Republican”.
func (r *sayer) isSomeMember(from, end int) bool {
	if from == 0 || end-from > 2 || !r.g.members.has(r.words[end-1]) {
		return false
	}
	return isOneOfSeveral(r.words[from-1])
}

// isOneOfSeveral reports whether a word stands before somebody who is told of for the first time: “a Republican”, “one Republican”.
func isOneOfSeveral(w word) bool {
	return w.fold == "one" || w.fold == "another" || w.fold == "a" || w.fold == "an"
}
