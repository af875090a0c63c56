package suggest

import (
	"slices"

	"standpoint/store"
)

// position reads the passage for a verb that says where its subject stands. A holder who speaks himself is not named again.
func (t Text) position(s sentence, speakers []Party) Position {
	for i := s.from; i < s.to; i++ {
		w := s.words[i]
		if !isStance(w) || i > 0 && (determiners[s.words[i-1].fold] || s.words[i-1].owns) {
			continue
		}
		p := Position{Stance: store.StanceSupport, Verb: w.span}
		if opposings[w.fold] {
			p.Stance = store.StanceOppose
		}
		if s.isNegated(i) {
			p.Stance = ""
		}
		within := s
		within.from, within.to = len(s.words), len(s.words)
		subject, _ := within.subject(i)
		p.Holders = t.parties(s.words[subject[0]:subject[1]])
		if len(p.Holders) == 0 && subject[0] < subject[1] {
			p.Holders = t.resolved(within, subject)
		}
		if len(speakers) > 0 && sameParties(p.Holders, speakers) {
			p.Holders = nil
		}
		return p
	}
	return Position{}
}

// isNegated reports whether a verb is said not to hold.
func (s sentence) isNegated(verb int) bool {
	for i := verb - 1; i >= 0 && isBeside(s.words[i]) || i >= 0 && negations[s.words[i].fold]; i-- {
		if negations[s.words[i].fold] {
			return true
		}
	}
	return false
}

func sameParties(a, b []Party) bool { return slices.EqualFunc(a, b, Party.IsSame) }
