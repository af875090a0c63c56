package suggest

import (
	"slices"
	"strings"
)

// sidesOf are the words for those who take different sides, as before a court, with which of these each is, from 1: “judge_magistrate”,
// “lawyer_defender”.
func sidesOf(section words) map[string]int {
	all := make(map[string]int, len(section))
	sides := make([]string, 0, len(section))
	for words := range section {
		sides = append(sides, words)
	}
	slices.Sort(sides)
	for i, words := range sides {
		for w := range strings.SplitSeq(words, "_") {
			all[w] = i + 1
		}
	}
	return all
}

// isOnOtherSide reports whether somebody is what nobody can be whom a word is for: “la fiscal” is no lawyer.
func (r *sayer) isOnOtherSide(head string, s seen) bool {
	side := r.g.sides[head]
	if side == 0 {
		return false
	}
	for w := range strings.FieldsSeq(s.role) {
		if other := r.g.sides[w]; other != 0 && other != side {
			return true
		}
	}
	return false
}

// onSameSide is the last person before a word who is called by another word for what a description says: “la letrada”, of a lawyer.
func (r *sayer) onSameSide(at int, head string, who gender) Party {
	side := r.g.sides[head]
	if side == 0 {
		return Party{}
	}
	last, _ := slices.BinarySearchFunc(r.seen, at, func(s seen, at int) int { return s.at - at })
	for _, s := range slices.Backward(r.seen[max(0, last-farthestSeen):last]) {
		fits := who == genderUnknown || s.who == genderUnknown || s.who == who
		if s.party.Kind != kindPerson || s.party.Name == "" || !fits {
			continue
		}
		for w := range strings.FieldsSeq(s.role) {
			if r.g.sides[w] == side {
				return s.party
			}
		}
	}
	return Party{}
}
