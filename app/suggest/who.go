package suggest

import (
	"cmp"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// seen is somebody whom a text names at a word.
type seen struct {
	at     int // the word
	party  Party
	role   string // folded: “foreign minister”
	speaks bool   // the words are who says something
	who    gender

	oblique, quoted bool   // they follow a preposition, own something or stand in brackets; they stand in a quotation
	phrase          string // folded, the last word of who speaks and has no name: “official”
}

// gender is how somebody is spoken of, as far as that is known.
type gender byte

const (
	genderUnknown gender = iota
	genderShe
	genderHe
)

// fits reports whether somebody may be meant by a pronoun.
func (g gender) fits(pronoun word) bool {
	switch pronoun.fold {
	case "she", "her":
		return g != genderHe
	case "he", "him":
		return g != genderShe
	}
	return true
}

// memory are those whom a text has named so far.
type memory struct {
	seen  []seen
	names map[string]seen // by the words that name them

	genders map[string]gender // by names: how a text spoke of them
}

// remember takes in those whom words name.
func (r *sayer) remember(from, to int) {
	for i := from; i < to; i++ {
		w := r.words[i]
		if !w.large || w.mark || r.g.he.has(w) || r.g.asking.has(w) || r.g.answering.has(w) || r.g.questions.has(w) {
			continue
		}
		end := i
		for end < to && isOfRun(r.words, end, i) {
			end++
		}
		if end == i {
			continue
		}
		if s := r.named(i, end); s.party.Name != "" {
			s.at, s.oblique, s.quoted = i, r.isOblique(i, end), r.isQuoted(i)
			r.seen = append(r.seen, s)
		}
		i = end - 1
	}
}

// isOblique reports whether a name is hardly whom a sentence is about: it follows a preposition, owns something or stands in brackets.
func (r *sayer) isOblique(from, to int) bool {
	if r.words[to-1].owns {
		return true
	}
	before := from - 1
	for before >= 0 && r.g.determiners.has(r.words[before]) {
		before--
	}
	return before >= 0 && (r.g.prepositions.has(r.words[before]) || r.words[before].isMark("("))
}

// named is whom a run of words names. The first place tells most of what somebody is.
func (r *sayer) named(from, to int) seen {
	key := r.Body.Slice(r.spanOfWords(span2{from, to}))
	if s, ok := r.names[key]; ok {
		return s
	}
	first, last := r.sentenceAround(from)
	words := r.words[first:last]
	in := r.introduced(words, from-first, to-first)
	s := seen{party: in.Party, role: text.Fold(in.Role)}
	if s.role == "" {
		s.role = titlesInFull[strings.TrimSuffix(r.words[from].fold, ".")]
	}
	if in.Kind == kindPerson || in.Kind == "" && !isHead(r.words[to-1]) {
		s.who = r.genderOf(r.words[from:to], in)
	}
	if full := r.byFirstName(in.Name); full.party.Name != "" {
		s.party, s.role, s.who = full.party, full.role, full.who
	}
	r.names[key] = s
	return s
}

// byFirstName is the person whose first name alone a text gives, of those whom it has named: “Sir Odo”, of Odo Lenz.
func (r *sayer) byFirstName(name string) seen {
	if name == "" || strings.Contains(name, " ") {
		return seen{}
	}
	for i := len(r.seen) - 1; i >= 0 && i > len(r.seen)-farthestSeen; i-- {
		if s := r.seen[i]; s.party.Kind == kindPerson && strings.HasPrefix(s.party.Name, name+" ") {
			return s
		}
	}
	return seen{}
}

// titlesInFull are what short titles before a name stand for.
var titlesInFull = pairsOf(english["titles in full"])

// sentenceAround are the words of the sentence in which one stands.
func (r *sayer) sentenceAround(i int) (from, to int) {
	all := unit{from: 0, to: len(r.words)}
	return r.sentenceFrom(all, i), r.sentenceTo(all, i)
}

// genderOf tells from titles and first names how somebody is spoken of.
func (r *sayer) genderOf(words []word, in Introduction) gender {
	for _, all := range [][]word{words, wordsIn(in.Role)} {
		for _, w := range all {
			if g := r.genderBy(w); g != genderUnknown && isHead(w) {
				return g
			}
		}
	}
	for _, w := range slices.Concat(wordsIn(in.Name), words) { // a last name that is a first name of others tells nothing
		if !isHead(w) {
			return r.genderBy(w)
		}
	}
	return genderUnknown
}

// genderBy is how somebody is spoken of who has this title or first name.
func (r *sayer) genderBy(w word) gender {
	switch fold := strings.TrimSuffix(w.fold, "."); {
	case r.g.women[fold]:
		return genderShe
	case r.g.men[fold]:
		return genderHe
	}
	return genderUnknown
}

// parties are those whom a phrase names or describes; two whose names “and” joins.
func (r *sayer) parties(s span2) []Party {
	if s[0] >= s[1] {
		return nil
	}
	if r.g.language != "en" {
		return (&clausal{sayer: r, u: unit{to: len(r.words)}}).partiesOf(s)
	}
	var all []Party
	for _, part := range r.parts(s) {
		if p := r.partyAt(part); !p.IsZero() {
			all = append(all, p)
		}
	}
	return all
}

// parts cuts a phrase where names are joined: “France, Norvia and Velia”.
func (r *sayer) parts(s span2) []span2 {
	var all []span2
	start := s[0]
	for i := s[0]; i < s[1]; i++ {
		w := r.words[i]
		joins := w.fold == "and" || w.isMark(",")
		if !joins || i == start || i+1 >= s[1] {
			continue
		}
		next := i + 1
		if w.isMark(",") && r.words[next].fold == "and" {
			next++
		}
		bare := next
		for bare < s[1] && r.g.determiners.has(r.words[bare]) {
			bare++
		}
		if bare >= s[1] || !r.words[bare].large || !r.words[i-1].large || !r.isListed(s, i) {
			continue
		}
		all = append(all, span2{start, i})
		start = next
		i = next
	}
	return append(all, span2{start, s[1]})
}

// isListed reports whether a comma or “and” stands between two of several, rather than within a name or before an apposition.
func (r *sayer) isListed(s span2, at int) bool {
	hasAnd := false
	for i := s[0]; i < s[1]; i++ {
		w := r.words[i]
		if r.g.prepositions.has(w) || !w.large && titles[w.fold] {
			return false
		}
		hasAnd = hasAnd || w.fold == "and"
	}
	before := r.words[s[0]:at]
	return hasAnd && !hasOrganisationWord(r.words[at-1:at]) || hasAnd && len(before) > 1 && r.words[at+1].fold == "the"
}

// partyAt is whom one phrase names or describes, by the name in full if the text has told it before.
func (r *sayer) partyAt(s span2) Party {
	p := Party{Span: r.spanOfWords(s)}
	p.Words = r.Body.Slice(p.Span)
	last := r.words[s[1]-1]
	if s[1]-s[0] == 1 && (r.g.he.has(last) || r.g.it.has(last) || r.g.ownedBy[last.fold] != "") {
		if who := r.speaking(s[0]); who.Name != "" {
			return r.calledSo(p, who)
		}
		return r.calledSo(p, r.resolve(s[0]))
	}
	if state, ok := r.people(s); ok {
		return r.calledSo(p, state)
	}
	if name := r.nameIn(s); name[0] < name[1] {
		found := r.named(name[0], name[1]).party
		return r.calledSo(p, found)
	}
	return r.calledSo(p, r.described(s))
}

// calledSo is somebody under the words by which the text calls them at a place.
func (r *sayer) calledSo(at, who Party) Party {
	at.Actor, at.Name, at.Kind = who.Actor, who.Name, who.Kind
	return at
}

// described is whom “the minister” or “the ministry” means: the last with that role or name.
func (r *sayer) described(s span2) Party {
	words := r.words[s[0]:s[1]]
	if p, ok := r.governmentOf(withoutDeterminer(words)); ok {
		return p
	}
	const mostDescribed = 4
	first, head := words[0], words[len(words)-1]
	if len(words) == 2 && first.owns && first.large && governments[head.fold] {
		return r.ownGovernment(s[0])
	}
	if first.fold != "the" || len(words) < 2 || len(words) > mostDescribed {
		return Party{}
	}
	switch {
	case strings.HasSuffix(head.fold, "-year-old") || r.g.epithets.has(head) && !r.isNew(s[0], head):
		found, _ := r.salient(s[0], func(s seen) bool { return s.party.Kind == kindPerson }, func(string) bool { return false })
		return found
	case len(words) == 2 && r.g.firms.has(head):
		found, _ := r.salient(s[0], r.isFirm, func(string) bool { return false })
		return found
	}
	return r.inRole(foldOf(words[1:]), head)
}

// isNew reports whether somebody without a name was called so before a word: “a billionaire”, and then “the billionaire”.
func (r *sayer) isNew(at int, head word) bool {
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
	p := r.named(at, at+1).party
	if p.Kind != "" && p.Kind != kindState {
		return Party{}
	}
	p.Kind = kindState
	return p
}

// inRole is the last person with a role, or the last organisation with a word in its name.
func (r *sayer) inRole(role string, head word) Party {
	isTitle, isOrganisation := titles[head.fold], organisationWords[head.fold]
	for i := len(r.seen) - 1; i >= 0 && i > len(r.seen)-farthestSeen; i-- {
		s := r.seen[i]
		switch {
		case s.at >= r.reading, s.oblique && r.g.platforms.has(r.words[s.at]):
		case isTitle && s.party.Kind == kindPerson && isSameRole(s.role, role):
			return s.party
		case isOrganisation && s.party.Kind == kindOrganisation && hasWord(s.party.Name, head.fold):
			return s.party
		}
	}
	return Party{}
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

// people is the state whose people a phrase names: “the Turks”, “the Russians”.
func (r *sayer) people(s span2) (Party, bool) {
	if s[1]-s[0] != 2 || r.words[s[0]].fold != "the" || !r.words[s[1]-1].large {
		return Party{}, false
	}
	fold := r.words[s[1]-1].fold
	state := statesByAdjective[cmp.Or(r.g.peoples[fold], strings.TrimSuffix(fold, "s"))]
	if state == "" || state == fold || !strings.HasSuffix(fold, "s") {
		return Party{}, false
	}
	if p, ok := r.called(state); ok && !p.IsZero() {
		return p, true
	}
	return Party{Name: state, Kind: kindState}, true
}

// farthestSeen is among how many names before a word the one that it means is looked for.
const farthestSeen = 60

func hasWord(name, fold string) bool {
	return slices.ContainsFunc(wordsIn(name), func(w word) bool { return w.fold == fold })
}

// mostUnitsBack is how many sentences back “he” is looked for.
const mostUnitsBack = 5

// resolve is whom a pronoun means: who spoke last or whom the nearest sentence is about, if that fits; else the first fitting actor of the
// nearest sentence before it that has one.
func (r *sayer) resolve(at int) Party {
	pronoun := r.words[at]
	pronoun.fold = cmp.Or(r.g.ownedBy[pronoun.fold], pronoun.fold)
	isPerson := r.g.he.has(pronoun)
	if !isPerson && pronoun.fold != "it" && pronoun.fold != "they" {
		return Party{}
	}
	v, _ := r.voiceAt(at)
	fits := func(s seen) bool {
		switch kind := s.party.Kind; {
		case v.who.Name != "" && s.party.Name == v.who.Name: // who speaks says “I”
			return false
		case isPerson:
			return (kind == kindPerson || kind == "" && s.who != genderUnknown) && r.genderOfSeen(s).fits(pronoun)
		case pronoun.fold == "they":
			return kind == kindGroup
		default:
			return kind == kindOrganisation || kind == kindState
		}
	}
	unsure := func(s seen) bool { return s.party.Kind == "" && s.speaks && s.party.Name != v.who.Name }
	if found, ok := r.salient(at, func(s seen) bool { return fits(s) || pronoun.fold == "it" && unsure(s) }, func(head string) bool {
		return r.fitsUnnamed(head, pronoun)
	}); ok {
		return found
	}
	found := r.lastThat(at, fits)
	if found.Name == "" && isPerson {
		found = r.lastThat(at, unsure)
	}
	return found
}

// genderOfSeen is how somebody is spoken of, by their names or by how the text has spoken of them.
func (r *sayer) genderOfSeen(s seen) gender {
	if s.who == genderUnknown {
		return r.genders[s.party.Name]
	}
	return s.who
}

// fitsUnnamed reports whether somebody who has no name may be meant by a pronoun, by the last word of what the text calls them.
func (r *sayer) fitsUnnamed(head string, pronoun word) bool {
	isMany := groupWords[head] || strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss")
	isPerson := titles[head] || r.g.persons[head] || r.g.women[head] || r.g.men[head]
	switch {
	case pronoun.fold == "they":
		return isMany
	case r.g.he.has(pronoun):
		return !isMany && isPerson && !(r.g.women[head] && pronoun.fold == "he") && !(r.g.men[head] && pronoun.fold == "she")
	}
	return !isMany && !isPerson
}

// mostSalient is among how many sentences before a pronoun the one is looked for whom they are about.
const mostSalient = 5

// salient is who speaks in the nearest sentence, or else whom it is about, and fits; ok is true and nobody is named if that has no name
// in the text.
func (r *sayer) salient(at int, fits func(seen) bool, fitsUnnamed func(string) bool) (found Party, ok bool) {
	all := unit{to: len(r.words)}
	from, to := r.sentenceFrom(all, at), at
	for range mostSalient {
		first := -1
		there := r.seenBetween(from, to)
		for i, s := range there {
			if s.oblique && !s.speaks || s.quoted != r.isInner {
				continue
			}
			if s.party.Name == "" && !fitsUnnamed(s.phrase) || s.party.Name != "" && !fits(s) {
				continue
			}
			if s.speaks {
				return s.party, true
			}
			if first < 0 {
				first = i
			}
		}
		if first >= 0 {
			return there[first].party, true
		}
		if from == 0 {
			break
		}
		to, from = from, r.sentenceFrom(all, from-1)
	}
	return Party{}, false
}

// lastThat is the first fitting actor of the nearest sentence before a word that has one.
func (r *sayer) lastThat(at int, fits func(seen) bool) Party {
	all := unit{to: len(r.words)}
	from, to := r.sentenceFrom(all, at), at
	for range mostUnitsBack {
		for _, s := range r.seenBetween(from, to) {
			if s.party.Name != "" && fits(s) {
				return s.party
			}
		}
		if from == 0 {
			break
		}
		to, from = from, r.sentenceFrom(all, from-1)
	}
	return Party{}
}

// seenBetween are those whom words name.
func (r *sayer) seenBetween(from, to int) []seen {
	first, _ := slices.BinarySearchFunc(r.seen, from, func(s seen, at int) int { return s.at - at })
	last, _ := slices.BinarySearchFunc(r.seen, to, func(s seen, at int) int { return s.at - at })
	return r.seen[first:max(first, last)]
}

// noteSpeaker remembers who speaks where the text does not name them: “he said” is a place at which he is named.
func (r *sayer) noteSpeaker(at int, p Party) {
	if p.Name == "" {
		return
	}
	i, there := slices.BinarySearchFunc(r.seen, at, func(s seen, at int) int { return s.at - at })
	if there {
		r.seen[i].party, r.seen[i].speaks = p, true
		return
	}
	s := seen{at: at, party: p, speaks: true, quoted: r.isQuoted(at)}
	for j := i - 1; j >= 0 && j > i-farthestSeen; j-- {
		if r.seen[j].party.Name == p.Name {
			s.role, s.who = r.seen[j].role, r.seen[j].who
			break
		}
	}
	if s.who == genderUnknown {
		switch r.words[at].fold {
		case "he":
			s.who = genderHe
		case "she":
			s.who = genderShe
		}
		r.genders[p.Name] = cmp.Or(r.genders[p.Name], s.who)
	}
	r.seen = slices.Insert(r.seen, i, s)
}

// noteUnnamed remembers that somebody spoke who has no name: “an official said”. “He” is that official then, and nobody else.
func (r *sayer) noteUnnamed(subject span2) {
	last := r.words[subject[1]-1]
	if r.g.he.has(last) || r.g.it.has(last) || last.large || last.mark {
		return
	}
	for i := subject[0] + 1; i < subject[1]; i++ { // the head of “the captain of the tanker”
		if r.g.prepositions.has(r.words[i]) || r.words[i].isMark(",") {
			last = r.words[i-1]
			break
		}
	}
	i, there := slices.BinarySearchFunc(r.seen, subject[0], func(s seen, at int) int { return s.at - at })
	if !there {
		r.seen = slices.Insert(r.seen, i, seen{at: subject[0], speaks: true, phrase: last.fold, quoted: r.isQuoted(subject[0])})
	}
}

// fullNames are the names of persons that a text has in full, by their last words.
type fullNames map[string][]word

// newFullNames reads them from the words of a text; of several the first.
func newFullNames(words []word) fullNames {
	all := fullNames{}
	for i := 0; i < len(words); i++ {
		if !words[i].large || words[i].mark {
			continue
		}
		end := i
		for end < len(words) && isOfRun(words, end, i) {
			end++
		}
		if end == i {
			continue
		}
		run := words[i:end]
		i = end - 1
		run = run[titleEnd(run):]
		for len(run) > 2 && (run[0].owns || isOfStateName(run[0])) {
			run = run[1:]
		}
		if of := slices.IndexFunc(run, func(w word) bool { return w.fold == "of" }); of > 1 { // Mara Ellin | of Sarn
			run = run[:of]
		}
		if !isPersonalName(run) || kindOf(run) != store.ActorPerson {
			continue
		}
		if last := run[len(run)-1].fold; all[last] == nil {
			all[last] = run
		}
	}
	return all
}
