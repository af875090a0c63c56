package suggest

import (
	"slices"
	"strings"
)

// Whom a text calls by where they are from, or as a colleague of somebody: “норвежка”, “его дорванский коллега”.

// leastOfNational is how many letters words have in common at least of which one is for somebody from the state that the other names.
const leastOfNational = 3

// hardened are letters that change from one word to another of the same root: Норвегия, норвежский, норвежец.
var hardened = strings.NewReplacer("ж", "г", "з", "г", "ч", "к", "ц", "к", "ш", "х")

// shareRoot reports whether a word that somebody is called has the root of another: all of it, or of a long one all but a letter.
func shareRoot(root, other string) bool {
	root, other = hardened.Replace(root), hardened.Replace(other)
	alike, all := len([]rune(root[:commonStart(root, other)])), len([]rune(root))
	return alike >= leastOfNational && (alike == all || alike > leastOfNational && alike == all-1)
}

// fromThere is whom “норвежка” or “дорванський колега” means: the last before it of whom the text has told that they are from that state.
func (c *clausal) fromThere(first, head int) Party {
	if !c.g.order["bare-nouns"] || c.words[head].mark {
		return Party{}
	}
	var roots []string
	who := genderUnknown
	switch w := c.words[head]; {
	case c.g.colleagues.has(w):
		if who = c.genderDescribed(head, head); who == genderHe && c.doer != genderHe {
			who = genderUnknown
		}
		for i := first; i < head; i++ {
			if !c.isDeterminer(i) && !c.words[i].mark {
				root, _ := adjectiveRoot(c.words[i].fold)
				roots = append(roots, root)
			}
		}
	case w.large && !c.begins(head) || c.g.strangers.has(w) || c.g.firms.has(w) || c.isNamed(head, head+1):
	default:
		if root, ok := cutLongest(w.fold, c.g.nationalEnds); ok && len([]rune(root)) >= leastOfNational {
			roots, who = append(roots, root), genderHe
			if isMade(w, c.g.sheEnds) {
				who = genderShe
			}
		}
	}
	if len(roots) == 0 {
		return Party{}
	}
	is := func(s seen) bool {
		isOther := who != genderUnknown && s.who != genderUnknown && s.who != who
		return s.party.Kind == kindPerson && s.party.Name != "" && !isOther && isFromAny(s.role, roots)
	}
	return c.lastOrNext(first, is, nil)
}

// adjectiveRoot is an adjective without what is added to the name of a state: дорван|ский. ok is false of a word that is none.
func adjectiveRoot(fold string) (root string, ok bool) {
	for _, end := range []string{"ськ", "цьк", "зьк", "ск", "цк"} {
		if at := strings.LastIndex(fold, end); at > 0 && len(fold)-at <= len("ького")+len(end) {
			return fold[:at], true
		}
	}
	return fold, false
}

// cutLongest takes from a word the longest of the endings that it has.
func cutLongest(fold string, ends words) (root string, ok bool) {
	root = fold
	for end := range ends {
		if rest, is := strings.CutSuffix(fold, end); is && len(rest) < len(root) {
			root = rest
		}
	}
	return root, root != fold
}

// isFromAny reports whether what is told of somebody has a word with one of the roots.
func isFromAny(role string, roots []string) bool {
	for was := range strings.FieldsSeq(role) {
		if slices.ContainsFunc(roots, func(root string) bool { return shareRoot(root, was) }) {
			return true
		}
	}
	return false
}

// farthestColleague is how many words before a colleague somebody is named at most who is what the colleague is.
const farthestColleague = 25

// asColleague adds to what is told of somebody who is named as a colleague what another is, who is named before: “міністр оборони Одо Ленц
// після зустрічі з колегою Анною Кессель”. Where nouns tell a woman from a man, it is the noun for either.
func (r *sayer) asColleague(s *seen) {
	if len(r.g.colleagues) == 0 || !hasAnyWord(s.role, r.g.colleagues) {
		return
	}
	for _, before := range slices.Backward(r.seen) {
		if s.at-before.at > farthestColleague {
			return
		}
		if before.party.Kind != kindPerson || before.party.Name == s.party.Name || before.role == "" {
			continue
		}
		var all []string
		for was := range strings.FieldsSeq(before.role) {
			switch {
			case r.g.persons[was] && !r.g.colleagues[was]:
				all = append(all, was)
				all = append(all, r.otherForms(was)...)
			case len(all) > 0 && !r.isStateStem(was):
				all = append(all, was) // “міністр | оборони”
			}
		}
		s.as = strings.Join(append(strings.Fields(s.role), all...), " ")
		s.who = r.genderOfColleague(s)
		return
	}
}

// genderOfColleague tells from the adjective before it how a text speaks of a colleague: “норвезькою колегою”.
func (r *sayer) genderOfColleague(s *seen) gender {
	before := ""
	for w := range strings.FieldsSeq(s.role) {
		if r.g.colleagues[w] && before != "" {
			switch adjective := (word{fold: before}); {
			case isMade(adjective, r.g.sheAdjectives):
				return genderShe
			case isMade(adjective, r.g.heAdjectives):
				return genderHe
			}
		}
		before = w
	}
	return s.who
}

// otherForms are the nouns for a woman who is what a man is, and the other way round.
func (r *sayer) otherForms(noun string) (all []string) {
	for _, end := range []string{"ка", "иця", "иня", "ица", "in"} {
		if stem, is := strings.CutSuffix(noun, end); is && r.g.persons[stem] {
			all = append(all, stem)
		}
		if r.g.persons[noun+end] {
			all = append(all, noun+end)
		}
	}
	if stem, is := strings.CutSuffix(noun, "р"); is && r.g.persons[stem+"ерка"] { // міністр, міністерка
		all = append(all, stem+"ерка")
	}
	return all
}

// isStateStem reports whether a word is of a state that the text names.
func (r *sayer) isStateStem(fold string) bool {
	if r.stateStems == nil {
		r.stateStems = map[string]bool{}
		for _, m := range r.whom {
			if m.party.Kind == kindState && m.end == m.first+1 {
				for _, stem := range nameStems(r.words[m.first].fold) {
					r.stateStems[stem] = true
				}
			}
		}
	}
	return slices.ContainsFunc(nameStems(fold), func(stem string) bool { return r.stateStems[stem] })
}

func hasAnyWord(text string, of words) bool {
	for w := range strings.FieldsSeq(text) {
		if of[w] {
			return true
		}
	}
	return false
}

// farthestOwner is how many words before “её премьер” the state is named at most whose that is.
const farthestOwner = 30

// withOwner adds to what is told of somebody the name of the state whose they are: “Тарсения отказалась. Её премьер Одо Ленц …”.
func (r *sayer) withOwner(s *seen, m mention) {
	at := m.first
	for at > 0 && at > m.first-mostOfRole && !r.words[at-1].mark && !r.g.hisWords.has(r.words[at]) && !r.g.herWords.has(r.words[at]) {
		at--
	}
	if !r.g.order["bare-nouns"] || !r.g.hisWords.has(r.words[at]) && !r.g.herWords.has(r.words[at]) {
		return
	}
	for _, of := range slices.Backward(r.mentionsBetween(max(0, at-farthestOwner), at)) {
		if of.party.Kind == kindState {
			s.role += " " + foldOf(r.words[of.first:of.end])
			return
		}
	}
}

// theOther is whom “тот” means after somebody spoke to somebody, or whom “он” after a question: who was asked.
func (c *clausal) theOther(at int, isOnlyAsked bool, fits func(seen) bool) Party {
	if w := c.words[at]; len(c.found) == 0 || !c.g.order["bare-nouns"] || isOnlyAsked && !c.g.he.has(w) && !c.g.she.has(w) {
		return Party{}
	}
	f := &c.found[len(c.found)-1]
	if c.n-f.unit > 1 || len(f.said.Addressees) != 1 || f.spans[0][0] > at || isOnlyAsked && f.said.Act != "asks" {
		return Party{}
	}
	whom := f.said.Addressees[0]
	if whom.Name == "" || !slices.ContainsFunc(c.seen, func(s seen) bool { return s.party.Name == whom.Name && fits(s) }) {
		return Party{}
	}
	whom.Words, whom.Span = "", Party{}.Span
	return whom
}
