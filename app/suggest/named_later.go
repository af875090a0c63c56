package suggest

import (
	"slices"
	"strings"

	"standpoint/store"
)

// How far into a text its opening reaches, in which somebody may be told of who is named only then, and how many paragraphs later they are.
const (
	mostOfLede   = 3
	mostTillName = 2
	mostOfStart  = 8 // statements after a headline
)

// nameDescribed gives those of whom a report tells by what they are the name that it tells later: “A pilot has denied …” | “Ida Moll, 54,
// told the court …”.
func (r *sayer) nameDescribed() {
	for i := range r.found {
		f := &r.found[i]
		if f.unit < 0 || len(f.spans) == 0 || len(f.said.Speakers) != 1 || f.said.Speakers[0].Name != "" || f.subject[0] >= f.subject[1] {
			continue
		}
		if p := r.namedLater(f.unit, f.subject); p.Name != "" {
			f.said.Speakers[0] = r.calledSo(f.said.Speakers[0], p)
		}
	}
	r.nameHeadline()
}

// namedLater is the person whom a text names after a phrase of a unit that tells of them by what they are.
func (r *sayer) namedLater(n int, s span2) Party {
	s[1] = r.headBeforeWho(s) + 1
	isNew := r.isIndefinite(s)
	if !isNew && !r.isOnlyOne(s) || !r.isWorker(r.words[s[1]-1]) || r.isTextAt(s) || r.isUnnamed(s[0]) {
		return Party{}
	}
	if p := r.namedSoon(n, s); p.Name != "" {
		return p
	}
	if n < mostOfLede {
		if p := r.namedNext(n, s); p.Name != "" {
			return p
		}
	}
	if isNew && r.words[s[0]].fold != "the" {
		return r.namedAsThe(s)
	}
	return Party{}
}

// isUnnamed reports whether the sentence of a word tells that somebody does not want their name told: “spoke on condition of anonymity”,
// “asked not to be named”.
func (r *sayer) isUnnamed(at int) bool {
	const mostApart = 4
	from, to := r.sentenceAround(at)
	for i := from; i < to; i++ {
		if r.g.unnamed.has(r.words[i]) {
			return true
		}
		isNot := func(w word) bool { return w.fold == "not" }
		if r.g.notSo.has(r.words[i]) && slices.ContainsFunc(r.words[max(from, i-mostApart):i], isNot) {
			return true
		}
	}
	return false
}

// noteOpening notes who is whom the opening of a report tells of by what they are and names later: “The adviser” and “he” are them, too.
func (r *sayer) noteOpening(n int, u unit) {
	from := r.afterDateline(u.from, u.to)
	s := r.mainSubject(from, r.sentenceTo(u, from))
	if s[0] >= s[1] || r.isQuoted(s[0]) || r.nameIn(s) != (span2{}) {
		return
	}
	p := r.namedLater(n, s)
	if p.Name == "" || r.described(s).Name != "" {
		return
	}
	r.meant[s[0]] = meant{party: p, words: s}
	head := r.words[r.headBeforeWho(s)].fold
	r.addRoles(p.Name, []string{head})
	r.inOffice[head] = append(r.inOffice[head], seen{party: p})
	r.noteAs(s[0], seen{party: p})
}

// mostTillThe is how many words after “a spokesman” it may be told who “the spokesman” is.
const mostTillThe = 150

// namedAsThe is the person whom a text names later as one of whom it has told: “a spokesman said” | “the spokesman, Odo Lenz, said”; “a
// retired driver said” | “The woman, Ida Moll, 74, said”.
func (r *sayer) namedAsThe(s span2) Party {
	head := r.words[s[1]-1]
	first, _ := slices.BinarySearchFunc(r.persons, s[1], func(s seen, at int) int { return s.at - at })
	for _, p := range r.persons[first:] {
		if p.at > s[1]+mostTillThe {
			break
		}
		if p.at < s[1]+3 { // “the woman, | Ida Moll”
			continue
		}
		before := r.words[p.at-2]
		isAny := (r.g.women.has(before) || r.g.men.has(before)) && r.words[p.at-3].fold == "the"
		if !r.words[p.at-1].isMark(",") || before.fold != head.fold && !(isAny && r.genderBy(before).agrees(r.genderBy(head))) {
			continue
		}
		for i := p.at - 3; i > s[1] && i > p.at-mostOfTitle && !r.words[i].mark; i-- {
			if r.words[i].fold == "the" {
				return p.party
			}
		}
	}
	return Party{}
}

// mostTillSoon is how many sentences after one that tells of somebody by what they are another begins with their name.
const mostTillSoon = 2

// namedSoon is the person whom one of the next sentences of a paragraph is about, of whom nothing else says who that is.
func (r *sayer) namedSoon(n int, s span2) Party {
	for m := n + 1; m <= min(n+mostTillSoon, len(r.units)-1) && r.units[m].line == r.units[n].line; m++ {
		u := r.units[m]
		name := r.fullNameIn(u)
		if name[0] >= name[1] {
			continue
		}
		who := r.named(name[0], name[1])
		isBare := r.isRankOnly(who) && who.party.Actor == (store.ID{}) && !isCourtesy(r.words[name[0]]) && r.endsBare(name[1], u.to)
		head := r.words[s[1]-1]
		isThem := who.party.Kind == kindPerson && r.genderOfSeen(who).agrees(r.genderBy(head)) && (who.role == "" || !r.g.styles.has(head))
		if isBare && isThem && !r.isNamedBefore(who.party.Name, name[0]) {
			return who.party
		}
	}
	return Party{}
}

// isRankOnly reports whether nothing tells what somebody is but a rank that one has besides: “Senator”, of the chairman of a committee.
func (r *sayer) isRankOnly(who seen) bool {
	return !slices.ContainsFunc(r.roles[who.party.Name], func(role string) bool { return !r.g.ranks[role] })
}

// endsBare reports whether nothing tells who bears a name that ends at a word, or only their party: “Odo Lenz, a Democrat, said”.
func (r *sayer) endsBare(at, to int) bool {
	if at+2 >= to || !r.words[at].mark {
		return at < to && !r.words[at].mark
	}
	return r.words[at].isMark(",") && r.g.determiners.has(r.words[at+1]) && r.partyOfMember(r.words[at+2]) != ""
}

// nameHeadline gives those whom the headline calls by what they are the name of whom the report calls so: “Mayor says no” | “Its mayor, Odo
// Lenz, said”.
func (r *sayer) nameHeadline() {
	for i := range r.found {
		f := &r.found[i]
		if f.unit < 0 || r.units[f.unit].line != r.units[0].line || r.units[len(r.units)-1].line == r.units[0].line {
			return
		}
		if s := f.subject; s[0] < s[1] && len(f.said.Speakers) == 1 && r.isBareBody(s, f.said.Speakers[0]) {
			if p := r.headlined(i+1, r.words[r.headAt(s)]); p.Name != "" {
				f.said.Speakers[0] = r.calledSo(f.said.Speakers[0], p)
			}
		}
	}
}

// isBareBody reports whether a headline calls somebody by nothing but what they are: “Mayor says”, “Bank says”.
func (r *sayer) isBareBody(s span2, who Party) bool {
	first := r.words[s[0]]
	isBody := s[1]-s[0] == 1 && who.Name == first.text && (r.g.firms.has(first) || organisationWords[first.fold])
	return (who.Name == "" || isBody) && !r.g.determiners.has(first)
}

// headlined is whom the report means whose headline calls somebody by a word: the only person who is that, or else the first who is called
// so and says something, from one finding on.
func (r *sayer) headlined(from int, head word) Party {
	fold := head.fold
	if _, was, isFormer := strings.Cut(fold, "-"); isFormer { // “ex-minister”
		fold = was
	}
	if !r.isWorker(word{fold: fold}) && !r.g.firms[fold] && !organisationWords[fold] {
		return Party{}
	}
	if p := r.onlyInRole(post{role: fold}); p.Name != "" {
		return p
	}
	for i := from; i < min(len(r.found), from+mostOfStart); i++ {
		f := &r.found[i]
		if s := f.subject; s[0] < s[1] && len(f.said.Speakers) == 1 && f.said.Speakers[0].Name != "" && r.words[r.headAt(s)].fold == fold {
			return f.said.Speakers[0]
		}
	}
	return Party{}
}

// namedNext is the person with whose name one of the next paragraphs begins, or who is the first to be quoted there, if a phrase tells of
// one by what they are.
func (r *sayer) namedNext(n int, s span2) Party {
	line, paragraphs := r.units[n].line, 0
	for m := n + 1; m < len(r.units); m++ {
		u := r.units[m]
		if u.line == line || r.units[m-1].line == u.line {
			continue
		}
		if paragraphs++; paragraphs > mostTillName {
			break
		}
		name := r.fullNameIn(u)
		if name[0] >= name[1] || name[0] > u.from && !r.endsBare(name[1], u.to) {
			continue
		}
		who := r.named(name[0], name[1])
		isKnown := name[0] > u.from && r.isNamedBefore(who.party.Name, u.from) // who is quoted again
		if !isKnown && r.isWhomOpeningMeans(who, s, u.from) {
			return who.party
		}
	}
	return Party{}
}

// headBeforeWho is where the head of a phrase stands, before what a clause says of them: “a man | who is ill”.
func (r *sayer) headBeforeWho(s span2) int {
	at := r.headAt(s)
	for i := s[0] + 1; i < at; i++ {
		if r.g.relating.has(r.words[i]) {
			return i - 1
		}
	}
	return at
}

// isWhomOpeningMeans reports whether a phrase of an opening means somebody with whose name a later paragraph begins, at a word.
func (r *sayer) isWhomOpeningMeans(who seen, s span2, at int) bool {
	head := r.words[s[1]-1]
	switch {
	case who.party.Kind != kindPerson || !r.genderOfSeen(who).agrees(r.genderBy(head)):
		return false
	case r.isIndefinite(s):
		return who.role == "" || r.isInRole(who, head.fold) // “A judge” | “District Judge Ida Moll”
	}
	return r.isAnyRole(who, head) && !r.isNamedBefore(who.party.Name, at)
}

// isOnlyOne reports whether a phrase tells of somebody of whom there is one: “the justice secretary”, “its former chief engineer”, “the
// city's top prosecutor”.
func (r *sayer) isOnlyOne(s span2) bool {
	at := r.headAt(s)
	if at <= s[0] || r.words[at].large || r.g.he.has(r.words[at]) || r.g.counted.has(r.words[s[0]]) {
		return false
	}
	if r.words[s[0]].fold == "the" || r.g.ownedBy[r.words[s[0]].fold] != "" {
		return true
	}
	for i := s[0]; i < at; i++ {
		if r.words[i].owns {
			return true
		}
	}
	return false
}

// isAnyRole reports whether the text says of somebody nothing that they are, or what a word for it says: “the head” of a firm is its chief
// executive.
func (r *sayer) isAnyRole(who seen, head word) bool {
	if len(r.roles[who.party.Name]) == 0 {
		return true
	}
	all := append(slices.Clone(r.g.alsoCalled[head.fold]), head.fold)
	return slices.ContainsFunc(all, func(role string) bool { return r.isInRole(who, role) })
}

// isNamedBefore reports whether the text names somebody before a word.
func (r *sayer) isNamedBefore(name string, before int) bool {
	at, isNamed := r.firstAt[name]
	return isNamed && at < before
}

// isIndefinite reports whether a phrase tells of somebody who is new: “a pilot”, “the captain of a ferry”.
func (r *sayer) isIndefinite(s span2) bool {
	first := r.words[s[0]].fold
	if first != "the" {
		return first == "a" || first == "an"
	}
	for i := s[0] + 1; i < s[1]-1; i++ {
		if r.words[i].fold == "of" {
			return r.words[i+1].fold == "a" || r.words[i+1].fold == "an"
		}
	}
	return false
}

// isWorker reports whether a noun is for one person, by what they are or do.
func (r *sayer) isWorker(w word) bool {
	switch {
	case organisationWords[w.fold] || groupWords[w.fold] || r.g.firms.has(w) || r.g.texts.has(w):
		return false
	case titles[w.fold] || r.g.persons.has(w) || r.g.epithets.has(w):
		return true
	}
	for _, end := range []string{"er", "or", "ist", "ian", "man", "woman"} {
		if strings.HasSuffix(w.fold, end) && !strings.HasSuffix(w.fold, "paper") {
			return true
		}
	}
	return false
}

// fullNameIn is the name in full of whom a sentence is about or who says something in it: “Ida Moll left”, “In May, | Ida Moll | left”,
// “No,” | Ida Moll | told reporters, “No,” said | Ida Moll; nothing if it is about anybody else.
func (r *sayer) fullNameIn(u unit) span2 {
	if name := r.fullNameAt(u); name[0] < name[1] {
		return name
	}
	at := u.from
	if r.opens(at) {
		if at = r.passageAt(at).to; at >= u.to {
			return span2{}
		}
		if _, end, says := r.g.verbAt(r.words[:u.to], at); says {
			return r.fullNameAt(unit{from: end, to: u.to})
		}
	}
	name := r.mainSubject(at, u.to)
	if name[0] < name[1] && r.fullNameAt(unit{from: name[0], to: u.to}) == name {
		return name
	}
	return span2{}
}

// fullNameAt is the name in full with which a paragraph begins; nothing if it begins otherwise.
func (r *sayer) fullNameAt(u unit) span2 {
	end := u.from
	for end < u.to && isOfRun(r.words, end, u.from) && !r.isQuoted(end) {
		end++
	}
	if end-u.from < 2 || !r.isPerson(span2{u.from, end}) {
		return span2{}
	}
	return span2{u.from, end}
}
