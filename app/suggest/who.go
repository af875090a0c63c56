package suggest

import (
	"cmp"
	"slices"
	"strings"

	"standpoint/app/suggest/tagger"
)

// parties are those whom a phrase names or describes; two whose names “and” joins.
func (r *sayer) parties(s span2) []Party {
	if s[0] >= s[1] {
		return nil
	}
	if r.g.language != "en" {
		return (&clausal{sayer: r, u: unit{to: len(r.words)}}).partiesOf(s)
	}
	if all := r.holders(s); len(all) > 0 {
		return all
	}
	if all := r.severalMeant(s); len(all) > 0 {
		return all
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
		if !joins || i == start || i+1 >= s[1] || r.isWithinName(i) {
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
	switch fold := r.words[s[1]-1].fold; {
	case s[1]-s[0] < 2:
	case fold == "himself" || fold == "herself" || fold == "itself" || fold == "themselves": // “Mara Ellin | herself”
		s[1]--
	}
	p := Party{Span: r.spanOfWords(s)}
	p.Words = r.Body.Slice(p.Span)
	if who, ok := r.meant[s[0]]; ok {
		return r.calledSo(p, who.party)
	}
	last := r.words[s[1]-1]
	if pronoun := pronounIn(last); s[1]-s[0] == 1 && pronoun != "" {
		p.Span.End = p.Span.Start + len(pronoun)
		p.Words = r.Body.Slice(p.Span)
		last.fold = pronoun
	}
	if s[1]-s[0] == 1 && (r.g.he.has(last) || r.g.it.has(last) || r.g.ownedBy[last.fold] != "") {
		if who := r.speaking(s[0]); who.Name != "" {
			return r.calledSo(p, who)
		}
		return r.calledSo(p, r.resolve(s[0]))
	}
	s = r.beforeWhat(s)
	if state, ok := r.people(s); ok {
		return r.calledSo(p, state)
	}
	if other := r.counterpartMeant(s); other.Name != "" {
		return r.calledSo(p, other)
	}
	if parent := r.parentMeant(s); parent.Name != "" {
		return r.calledSo(p, parent)
	}
	state := r.nationOf(s)
	if found := r.lastPersonOf(s[0], r.serves, state); found.Name != "" {
		return r.calledSo(p, found)
	}
	if r.isNational(s) || r.isMember(s) {
		return r.calledSo(p, r.memberMeant(s, state))
	}
	if name := r.nameIn(s); name[0] < name[1] {
		found := r.named(name[0], name[1]).party
		return r.calledSo(p, found)
	}
	return r.calledSo(p, r.described(s))
}

// beforeWhat is a phrase that describes somebody, without what it tells of them in commas: “the mayor | , a former miner”.
func (r *sayer) beforeWhat(s span2) span2 {
	comma := r.beforeComma(s[0], s[1])
	if r.words[s[0]].fold != "the" || comma+1 >= s[1] || !r.g.determiners.has(r.words[comma+1]) {
		return s
	}
	for i := comma + 1; i < s[1]; i++ {
		if r.words[i].large {
			return s
		}
	}
	return span2{s[0], comma}
}

// calledSo is somebody under the words by which the text calls them at a place.
func (r *sayer) calledSo(at, who Party) Party {
	at.Actor, at.Name, at.Kind = who.Actor, who.Name, who.Kind
	return at
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

// isNational reports whether a phrase tells of one person by where they are from: “the Croat”, “the Norwegian”.
func (r *sayer) isNational(s span2) bool {
	last := r.words[s[1]-1]
	isLetters := last.upper || strings.Contains(last.text, ".") // “the U.S.”
	if s[1]-s[0] != 2 || r.words[s[0]].fold != "the" || !last.large || isLetters {
		return false
	}
	fold := last.fold
	return statesByAdjective[fold] != "" && statesByAdjective[fold] != fold || r.g.peoples[fold+"s"] != "" || fold == "scot"
}

// nationOf is the state of which a phrase tells that somebody is from there: “the Croat”, “her Velian counterpart”; "" if it does not.
func (r *sayer) nationOf(s span2) string {
	const most = 3
	last := r.words[s[1]-1]
	switch {
	case r.isNational(s):
		return r.stateMeant(last.fold)
	case s[1]-s[0] == most && r.g.counterparts.has(last) && r.words[s[0]+1].large:
		return r.stateMeant(r.words[s[0]+1].fold)
	}
	return ""
}

// counterpartMeant is the other of two persons whom the sentence before or the one before that is about, if a phrase tells of the
// counterpart of one of them: “Ida Moll met Odo Lenz. … | Her Velian counterpart | said”.
func (r *sayer) counterpartMeant(s span2) Party {
	const most = 3
	n := s[1] - s[0]
	if last := r.words[s[1]-1]; n < 2 || n > most || r.g.ownedBy[r.words[s[0]].fold] == "" || !r.g.counterparts.has(last) {
		return Party{}
	}
	one := r.resolve(s[0])
	if one.Name == "" {
		return Party{}
	}
	all := unit{to: len(r.words)}
	from := r.sentenceFrom(all, s[0])
	for range mostTillSoon {
		if from > 0 {
			from = r.sentenceFrom(all, from-1)
		}
	}
	var other Party
	for _, seen := range r.seenBetween(from, s[0]) {
		switch p := seen.party; {
		case p.Kind != kindPerson || seen.quoted || p.Name == one.Name || p.Name == other.Name:
		case other.Name != "":
			return Party{}
		default:
			other = p
		}
	}
	return other
}

// lastPersonOf is the last person before a word of whom the text has told that they are of something: of a state, of a party.
func (r *sayer) lastPersonOf(at int, is map[string]string, of string) Party {
	if of == "" {
		return Party{}
	}
	last, _ := slices.BinarySearchFunc(r.seen, at, func(s seen, at int) int { return s.at - at })
	for i := last - 1; i >= max(0, last-farthestSeen); i-- {
		if s := r.seen[i]; s.party.Kind == kindPerson && !s.quoted && is[s.party.Name] == of {
			return s.party
		}
	}
	return Party{}
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
	pronoun.fold = cmp.Or(pronounIn(pronoun), r.g.ownedBy[pronoun.fold], pronoun.fold)
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
	isPerson := titles[head] || r.g.counted[head] || r.g.persons[head] || r.g.epithets[head] || r.g.women[head] || r.g.men[head]
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
		there := r.seenBetween(from, to)
		first := r.mainOf(there, from, fits, fitsUnnamed)
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

// mainOf is who speaks in a sentence, or else whom it is about, and fits, by their place in it; -1 if that is nobody.
func (r *sayer) mainOf(there []seen, from int, fits func(seen) bool, fitsUnnamed func(string) bool) int {
	first, owner := -1, -1
	for i, s := range there {
		isNamed := s.party.Name != ""
		if isNamed && s.quoted == r.isInner && s.at == from && r.isOwnerAt(s.at) && fits(s) {
			owner = i
		}
		if s.oblique && !s.speaks || s.quoted != r.isInner || r.isOther(s) {
			continue
		}
		if !isNamed && !fitsUnnamed(s.phrase) || isNamed && !fits(s) {
			continue
		}
		if s.speaks {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	if first < 0 {
		return owner
	}
	return first
}

// speakersOf are those who say something: whom the subject of its verb names or describes.
func (r *sayer) speakersOf(c *cue, spans []span2) []Party {
	r.others = r.notMeant(c, spans)
	all := r.parties(c.subject)
	r.others = nil
	if who, ok := r.whoAnswers(c); ok && len(all) > 0 {
		return []Party{r.calledSo(all[0], who)}
	}
	return all
}

// notMeant are those whom a pronoun that says something does not mean.
func (r *sayer) notMeant(c *cue, spans []span2) []seen {
	return slices.Concat(r.namedIn(c, spans), r.whoAsked(c), r.whoIsTold(c), r.whoAccused(c), r.namedInFront(c))
}

// namedIn are those of whom the words before a pronoun and its verb tell, which are what it says: “Lenz, he said, will resign”. Whose
// something is there may be meant by it.
func (r *sayer) namedIn(c *cue, spans []span2) (all []seen) {
	if c.subject[1]-c.subject[0] != 1 || r.words[c.subject[0]].large || len(spans) == 0 || spans[0][1] > c.subject[0] {
		return nil
	}
	isPerson := r.g.he.has(r.words[c.subject[0]])
	for _, s := range r.seenBetween(spans[0][0], spans[0][1]) {
		if s.party.Name != "" && !isPerson { // “Amperon will close a plant, it said”
			continue
		}
		if w := r.words[s.at]; r.g.he.has(w) || r.g.it.has(w) || pronounIn(w) != "" { // “He, she said, will resign”
			continue
		}
		if s.quoted == r.isInner && !s.oblique && !(s.party.Name != "" && r.isOwnerAt(s.at)) {
			all = append(all, s)
		}
	}
	return all
}

// whoIsTold are those to whom a pronoun says something by their names, and who are not meant by it: “He told | Odo Lenz”.
func (r *sayer) whoIsTold(c *cue) (all []seen) {
	if c.to[0] >= c.to[1] || c.subject[1]-c.subject[0] != 1 || !r.g.he.has(r.words[c.subject[0]]) || !r.words[c.to[1]-1].large {
		return nil
	}
	for _, p := range r.parties(c.to) {
		if p.Name != "" {
			all = append(all, seen{party: p, at: c.to[0]})
		}
	}
	return all
}

// namedInFront are those whom a phrase names with which a sentence begins, before a pronoun that does something and means somebody else:
// “In a letter to Ida Moll, | she | wrote”.
func (r *sayer) namedInFront(c *cue) (all []seen) {
	at := c.subject[0]
	from := r.sentenceFrom(unit{to: len(r.words)}, at)
	if at-from < 2 || c.subject[1]-at != 1 || !r.g.he.has(r.words[at]) || !r.words[at-1].isMark(",") || !r.isPhraseBetween(from, at) {
		return nil
	}
	isCited := r.words[from].fold == "according"
	for _, s := range r.seenBetween(from, at) {
		isSomebody := s.party.Name != "" && !s.speaks && !isCited || s.party.Name == "" && isCited // “according to the aide, she”
		if !s.quoted && !r.isOwnerAt(s.at) && isSomebody {
			all = append(all, s)
		}
	}
	return all
}

// isPhraseBetween reports whether words begin with a preposition, and nobody does anything in them.
func (r *sayer) isPhraseBetween(from, to int) bool {
	first := r.words[from]
	isOpen := r.g.prepositions.has(first) && first.fold != "for" && first.fold != "as" || first.fold == "according"
	if !isOpen || r.tags == nil {
		return false
	}
	for i := from + 1; i < to; i++ {
		w := r.words[i]
		isFinite := r.g.be.has(w) || r.g.modals.has(w) || r.tells(i) || r.tags[i] == tagger.Past || r.tags[i] == tagger.Present
		if isFinite || r.isQuoted(i) || r.g.relating.has(w) {
			return false
		}
	}
	return true
}

// isOther reports whether somebody is one of those who are not meant.
func (r *sayer) isOther(s seen) bool {
	return slices.ContainsFunc(r.others, func(o seen) bool {
		return o.party.Name != "" && o.party.Name == s.party.Name || o.party.Name == "" && o.at == s.at
	})
}

// isOwnerAt reports whether a name that begins at a word tells whose something is: “Mara Ellin's last words”.
func (r *sayer) isOwnerAt(i int) bool {
	for i+1 < len(r.words) && !r.words[i].owns && r.words[i+1].large {
		i++
	}
	return r.words[i].owns
}

// lastThat is the first fitting actor of the nearest sentence before a word that has one.
func (r *sayer) lastThat(at int, fits func(seen) bool) Party {
	all := unit{to: len(r.words)}
	from, to := r.sentenceFrom(all, at), at
	for range mostUnitsBack {
		for _, s := range r.seenBetween(from, to) {
			if s.party.Name != "" && fits(s) && !r.isOther(s) {
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
