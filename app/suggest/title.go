package suggest

import (
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// Introduction is what a text says of somebody where it names them.
type Introduction struct {
	Party        // whom the words name: without their title
	Role  string // “foreign minister”; "" if nothing is said
	Of    Party  // the state or organisation that they have the role in; zero if none is named
	Title text.Span
}

// Introduced reads what the words of a span, those right before it, and those in commas after it say of whom they name:
// “Turkish Foreign Minister Hakan Fidan” is Hakan Fidan, a person, foreign minister of Turkey. It is the zero Introduction if
// the span has no word.
func (t Text) Introduced(s text.Span) Introduction {
	sentence := wordsOf(t.Body, sentencesAround(t.Body, s))
	first, last := -1, -1
	for i, w := range sentence {
		if w.span.Overlaps(s) && !w.mark {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return Introduction{}
	}
	return t.introduced(sentence, first, last+1)
}

// farthestRead is how many code points before and after some words are read at most: no sentence that says something is longer.
const farthestRead = 2000

// Meant is the actor of the project whom words mean that are no name of one: whose role they are (“the trade minister”), as the text
// says where an annotation names them, or who those of a state are (“the Norvians”). ok is false if nothing tells, or if several can be
// meant.
func (t Text) Meant(s text.Span) (found Party, ok bool) {
	words := withoutDeterminer(wordsOf(t.Body, s))
	if len(words) == 0 {
		return Party{}, false
	}
	if state, called := t.stateCalled(t.Body.Slice(spanOf(words))); called {
		return state, state.Actor != store.ID{}
	}
	if len(words) == 1 && words[0].large {
		state, called := t.stateOf(words[0].text)
		return state, called && state.Actor != store.ID{}
	}
	if state, is := t.governmentOf(words); is {
		return state, true
	}
	_, title := t.owner(words)
	role := text.Fold(roleOf(title))
	for _, m := range t.Mentions {
		in := t.Introduced(m.Span)
		if in.Actor != m.Actor || role == "" || text.Fold(in.Role) != role {
			continue
		}
		if ok && found.Actor != m.Actor {
			return Party{}, false
		}
		found, ok = t.known(m.Actor), true
	}
	return found, ok
}

// IsNamed reports whether words name somebody, rather than describe: the last of them is written large.
func (t Text) IsNamed(s text.Span) bool {
	words := wordsOf(t.Body, s)
	return len(words) > 0 && words[len(words)-1].large
}

// IsOwner reports whether words stand as those of whom something is: “Norvia’s”.
func (t Text) IsOwner(s text.Span) bool {
	words := wordsOf(t.Body, text.Span{Start: s.Start, End: t.Body.SentenceAt(s.Start).End})
	for _, w := range words {
		if w.span.End >= s.End {
			return w.owns
		}
	}
	return false
}

// sentencesAround is from the start of the sentence in which a span begins to the end of the one in which it ends.
func sentencesAround(b *text.Body, s text.Span) text.Span {
	around := b.SentenceAt(s.Start)
	if s.End > s.Start {
		around = around.Union(b.SentenceAt(s.End - 1))
	}
	around = around.Union(s)
	return text.Span{Start: max(around.Start, s.Start-farthestRead), End: min(around.End, s.End+farthestRead)}
}

// introduced reads the words from first to end of a sentence as a name, with or without its title.
func (t Text) introduced(sentence []word, first, end int) Introduction {
	name := withoutDeterminer(sentence[first:end])
	cut := titleEnd(name)
	if cut == len(name) {
		cut = 0 // nothing but a title: “the trade minister”
	}
	if cut == 0 {
		cut = max(ownerEnd(name), describedEnd(name))
	}
	start := t.nameStart(sentence, end-len(name)+cut, end)
	in := Introduction{Party: t.party(sentence[start:end])}
	title := titleStart(sentence, start)
	in.readTitle(t, sentence[title:start])
	if in.Role == "" {
		in.readApposition(t, sentence, end)
	}
	if in.Role == "" {
		in.readBeforeComma(t, sentence, start)
	}
	if in.Actor == (store.ID{}) && end-start == 1 {
		in.Party = t.inFull(in.Party, sentence[title:start]...)
	}
	if in.Role != "" && in.Kind == "" {
		in.Kind = kindPerson
	}
	return in
}

// describedEnd is where a name begins after words that say what that is: “broadcaster NRT”. 0 if it does not begin so.
func describedEnd(name []word) int {
	for i, w := range name {
		switch {
		case w.large:
			return i
		case w.mark || particles[w.fold] || prepositions[w.fold] || w.fold == "and":
			return 0
		}
	}
	return 0
}

// nameStart is where a person's name begins of which the last word is given: a name is not cut. In a language of which nobody told the
// rules the titles, the word before it is a part of it at most, and none with which a sentence begins.
func (t Text) nameStart(sentence []word, start, end int) int {
	if end-start != 1 {
		return start
	}
	first := start
	for first > 0 && isOfLargeRun(sentence[first-1]) && !isOfTitle(sentence[first-1]) && isPersonalName(sentence[first-1:end]) {
		first--
	}
	if first == start || t.isEnglish() {
		return first
	}
	begins := slices.IndexFunc(sentence, func(w word) bool { return !w.mark })
	return min(max(start-1, begins+1), start)
}

// isOfTitle reports whether a word before a name is none of its own.
func isOfTitle(w word) bool {
	return isHead(w) || titleWords[w.fold] || w.owns || isOfStateName(w) || daysAndMonths[w.fold] || isConjunction(w) ||
		pronounsHe[w.fold]
}

// isConjunction reports whether a word is “and”, “but” or “or”, however it is written.
func isConjunction(w word) bool { return w.fold == "and" || w.fold == "but" || w.fold == "or" }

// inFull is the person of whom only the last word of the name is given, by the name that the text has in full. Of several with that last
// name it is the first who can have the title before it: “Mr Lenz” is not Ida Lenz.
func (t Text) inFull(p Party, title ...word) Party {
	if p.Kind != "" || p.Name == "" || strings.Contains(p.Name, " ") {
		return p
	}
	if t.full != nil {
		name := t.full.named(text.Fold(p.Name), title)
		if name == nil {
			return p
		}
		full := t.party(name)
		full.Words, full.Span, full.Kind = p.Words, p.Span, kindPerson
		return full
	}
	for _, place := range t.places(p.Name) {
		if place == p.Span {
			continue
		}
		words := wordsOf(t.Body, text.Span{Start: sentencesAround(t.Body, place).Start, End: place.End})
		if start := t.nameStart(words, len(words)-1, len(words)); start < len(words)-1 {
			full := t.party(words[start:])
			full.Words, full.Span, full.Kind = p.Words, p.Span, kindPerson
			return full
		}
	}
	return p
}

// mostPlaces is at how many places a name is looked at to learn more of it.
const mostPlaces = 50

// places is where a name stands in the text; of many the first.
func (t Text) places(name string) []text.Span {
	all := text.FindNames(t.Body, []string{name}, text.NameOptions{MatchCase: true})
	return all[:min(len(all), mostPlaces)]
}

// ownerEnd is where a person's name begins after the state whose they are: “Norvia’s Mara Ellin”. 0 if it does not begin so.
func ownerEnd(name []word) int {
	if len(name) > 2 && name[0].owns && isPersonalName(name[1:]) {
		return 1
	}
	return 0
}

// titleEnd is how many of the first words are a title: up to the last that is the head of one, with what belongs to it. 0: none.
func titleEnd(words []word) int {
	end := 0
	for i, w := range words {
		switch {
		case isHead(w), i > 0 && end == i && titlesMore[w.fold]:
			end = i + 1
		case w.mark:
			return end
		}
	}
	if end > 0 && end < len(words) && (words[end].fold == "for" || words[end].fold == "of") { // envoy for …
		return complementEnd(words, end)
	}
	return end
}

// complementEnd is where the name begins after “envoy for Ukraine and Russia”: of what is written large before the end, a name has two
// words.
func complementEnd(words []word, at int) int {
	const wordsOfName = 2
	if start := len(words) - wordsOfName; start > at+1 && isPersonalName(words[start:]) {
		return start
	}
	return len(words)
}

// mostOfTitle is how many words before a name may say what somebody is.
const mostOfTitle = 12

// titleStart is where the title begins that stands before a name; at, if none does.
func titleStart(words []word, at int) int {
	if at > 0 && (words[at-1].fold == "of" || words[at-1].fold == "for") { // “the founder of | Amperon”
		return at
	}
	r := titleReader{words: words, at: at, start: at}
	for r.start > 0 && at-r.start < mostOfTitle && r.takes(r.start-1) {
		r.start--
	}
	for r.start < at && (words[r.start].fold == "and" || prepositions[words[r.start].fold]) {
		r.start++
	}
	own := at-r.start == 1 && (words[r.start].owns || isOfStateName(words[r.start]))
	if r.joined || !r.hasHead && !own {
		return at
	}
	return r.start
}

// titleReader goes back from a name through the title before it.
type titleReader struct {
	words     []word
	at, start int
	hasHead   bool // a word was passed that is the head of a title
	joined    bool // two names were passed that “and” joins, and not yet what both are for
}

// takes reports whether the word before those that were passed belongs to the title, too.
func (t *titleReader) takes(i int) bool {
	w := t.words[i]
	before := word{}
	if i > 0 {
		before = t.words[i-1]
	}
	switch {
	case isHead(w):
		t.hasHead = true
		return true
	case titleWords[w.fold]:
		return true
	case isOfLargeRun(w):
		return i > 0 || w.owns || t.hasHead || isOfStateName(w)
	case w.fold == "and" && t.hasHead:
		return titles[before.fold] || before.large
	case w.fold == "and":
		t.joined = t.start < t.at && before.large
		return t.joined
	case w.fold == "the":
		return before.fold == "for" || before.fold == "of"
	case w.fold == "for" || w.fold == "of":
		t.joined = t.joined && !titles[before.fold]
		return titles[before.fold]
	}
	return false
}

// isOfLargeRun reports whether a word is written large as a part of a name, not because a sentence begins or because days are.
func isOfLargeRun(w word) bool {
	return w.large && !w.mark && !daysAndMonths[w.fold] && !isBeside(w) && !breaks[w.fold] && !prepositions[w.fold] && !determiners[w.fold]
}

// isHead reports whether a word can be the head of a title, or stands before a name in place of one.
func isHead(w word) bool { return titles[w.fold] || isCourtesy(w) }

func isCourtesy(w word) bool { return courtesies[strings.TrimSuffix(w.fold, ".")] }

// isOfStateName reports whether a word is what is called after a state.
func isOfStateName(w word) bool { return w.large && statesByAdjective[w.fold] != "" }

// readTitle reads what stands before a name: whose, and then what.
func (in *Introduction) readTitle(t Text, title []word) {
	if len(title) == 0 {
		return
	}
	in.Title = spanOf(title)
	of, rest := t.owner(title)
	in.Of, in.Role = of, roleOf(firstRole(of, rest))
	if in.Of.Kind == kindPerson || t.inFull(in.Of).Kind == kindPerson || isAnyOrganisation(in.Of) {
		in.Of = Party{} // “Quist’s spokeswoman”, “union leader”
	}
}

// firstRole is what somebody is there of whom the words before a title say; they say nothing of what he was before, and of what he is for
// a state only if they name one: “Harbour Board director | and Toll Minister”.
func firstRole(of Party, title []word) []word {
	for i, w := range title {
		if w.fold != "and" || i == 0 || i+1 == len(title) || !slices.ContainsFunc(title[:i], isHead) {
			continue
		}
		isOffice := slices.ContainsFunc(title[i+1:], func(w word) bool { return offices[w.fold] })
		if pasts[title[i+1].fold] || isOffice && of.Kind != kindState {
			return title[:i]
		}
	}
	return title
}

// isAnyOrganisation reports whether somebody is called what many are: “Union”.
func isAnyOrganisation(p Party) bool {
	words := wordsIn(p.Name)
	return p.Actor == store.ID{} && len(words) == 1 && organisationWords[words[0].fold] && !words[0].upper
}

// owner reads the first words of a title: the state or organisation in whose service somebody is, and the words after it.
func (t Text) owner(title []word) (Party, []word) {
	if len(title) > 1 && pasts[title[0].fold] { // “former Velian minister”
		if of, rest := t.owner(title[1:]); !of.IsZero() {
			return of, append(title[:1:1], rest...)
		}
		return Party{}, title
	}
	n := 0
	for i, w := range title {
		if isHead(w) || titleWords[w.fold] || !w.large && !particles[w.fold] {
			break
		}
		if n = i + 1; w.owns {
			break
		}
	}
	if n == 0 {
		return Party{}, title
	}
	own := title[:t.ownEnd(title, n)]
	if n = len(own); n == 0 {
		return Party{}, title
	}
	if n == 1 {
		if state, ok := t.stateOf(own[0].text); ok {
			state.Words, state.Span = own[0].text, own[0].span
			return state, title[n:]
		}
	}
	return t.party(own), title[n:]
}

// ownEnd is where the words end that say in whose service somebody is: the last before “Minister” is what that is of, as in “Harbour
// Minister”, unless the words name somebody who is known, or an organisation, or a state.
func (t Text) ownEnd(title []word, n int) int {
	last := title[n-1]
	if n == len(title) || last.owns || !titles[title[n].fold] || !title[n].large || organisationWords[last.fold] || isOfStateName(last) {
		return n
	}
	if _, known := t.stateOf(last.text); known && n == 1 {
		return n
	}
	if t.party(title[:n]).Actor != (store.ID{}) || last.upper {
		return n
	}
	return n - 1
}

// roleOf writes a title as a role: small, but for names.
func roleOf(words []word) string {
	var all []string
	for i, w := range words {
		switch {
		case isCourtesy(w) && i == 0:
			continue
		case w.large && !w.upper && (titles[w.fold] || titleWords[w.fold] || followsTitle(words, i)):
			all = append(all, strings.ToLower(w.text))
		default:
			all = append(all, w.text)
		}
		if w.owns {
			all[len(all)-1] += "’s"
		}
	}
	return strings.Join(all, " ")
}

// followsTitle reports whether a word written large is a part of a title because one stands right after it: “Culture Minister”.
func followsTitle(words []word, i int) bool {
	return i+1 < len(words) && titles[words[i+1].fold]
}

// readApposition reads what stands in commas after a name: “Mara Ellin, the trade minister of Norvia,”.
func (in *Introduction) readApposition(t Text, sentence []word, end int) {
	if end < len(sentence) && sentence[end].isMark(",") {
		in.readRoleFrom(t, sentence, end+1)
	}
}

// readRoleFrom reads what somebody is from the words to the next mark.
func (in *Introduction) readRoleFrom(t Text, sentence []word, from int) {
	said := sentence[from:]
	for i, w := range said {
		if w.mark {
			said = said[:i]
			break
		}
	}
	inner := withoutDeterminer(said)
	if len(inner) == 0 || len(inner) > mostOfTitle {
		return
	}
	in.readRole(t, inner, len(inner) < len(said))
}

// readRole reads words that say what somebody is: “Norvian foreign minister”, “trade minister of Norvia”. Others say nothing, but for a
// word right before the title if a determiner stood before them: “its | water minister”.
func (in *Introduction) readRole(t Text, words []word, determined bool) {
	for i, w := range words {
		if !titles[w.fold] || i+1 < len(words) && (titles[words[i+1].fold] || titleWords[words[i+1].fold]) { // “deputy | governor”
			if titles[w.fold] {
				continue
			}
			isOfTitle := determined && i+1 < len(words) && titles[words[i+1].fold] && !prepositions[w.fold] && !breaks[w.fold]
			if !w.large && !titleWords[w.fold] && !w.owns && !isOfTitle {
				return
			}
			continue
		}
		if g := grammarOf("en"); i+1 < len(words) && g.isFinite(words[i+1]) && !g.becoming.has(words[i+1]) { // “Sarn, the governor | called”
			return
		}
		of, rest := t.owner(words[:i+1])
		in.Title, in.Of, in.Role = spanOf(words), of, roleOf(rest)
		if rest := words[i+1:]; in.Of.IsZero() && len(rest) > 1 && prepositions[rest[0].fold] {
			in.readOf(t, rest[0], withoutDeterminer(rest[1:]))
		}
		return
	}
}

// readOf reads of what somebody has a role: of Norvia, or of the office of a state: “Norvia’s presidential office”.
func (in *Introduction) readOf(t Text, preposition word, words []word) {
	own := largeRun(words)
	in.Of = t.party(own)
	if n := len(own); n > 0 && n < len(words) && own[n-1].owns {
		in.Role += " " + preposition.text + " " + roleOf(words[n:])
	}
}

// readBeforeComma reads what stands before a name with a comma between: “the Norvian foreign minister, Anna Kessel,”.
func (in *Introduction) readBeforeComma(t Text, sentence []word, start int) {
	for start > 3 && isCourtesy(sentence[start-1]) { // “its chair, Baroness Helen Tarn,”
		start--
	}
	if start < 3 || !sentence[start-1].isMark(",") || in.Kind != kindPerson && in.Kind != "" {
		return
	}
	for end := start - 1; end > 0 && in.Role == ""; {
		at := in.readDescribed(t, sentence, end, start)
		if at < 2 || !prepositions[sentence[at-1].fold] {
			return
		}
		end = at - 1 // “the chair | of the board, Odo Lenz,”
	}
}

// readDescribed reads what the words of a phrase before a word say of somebody whose name begins later, and is where it begins.
func (in *Introduction) readDescribed(t Text, sentence []word, end, start int) int {
	isOpen := func(w word) bool { return determiners[w.fold] || owning[w.fold] != "" }
	at := end
	for at > 0 && start-at <= mostOfTitle && !sentence[at-1].mark && !(at < end && isOpen(sentence[at])) {
		at--
	}
	if at == end {
		return 0
	}
	from := at
	if !isOpen(sentence[at]) { // “Amperon's | chairman, Odo Lenz,”
		for at+1 < start-1 && !sentence[at].owns {
			at++
		}
	}
	if at+1 < start-1 && (isOpen(sentence[at]) || sentence[at].owns) {
		in.readRole(t, sentence[at+1:start-1], true)
		if in.Role != "" && in.Of.IsZero() && sentence[at].owns { // “Norvia's | foreign minister, Anna Kessel,”
			in.Of, _ = t.owner(sentence[at : at+1])
		}
	}
	return from
}

// owning are pronouns for whose something is: “its deputy governor, Mara Ellin”.
var owning = pairsOf(english["owners"])

// largeRun are the first words that are written large.
func largeRun(words []word) []word {
	for i, w := range words {
		if !w.large || w.mark {
			return words[:i]
		}
		if w.owns {
			return words[:i+1]
		}
	}
	return words
}

// party is whom words name: an actor of the project, or somebody new. Words without a capital letter name nobody.
func (t Text) party(words []word) Party {
	words = withoutDeterminer(words)
	if len(words) == 0 {
		return Party{}
	}
	p := Party{Span: spanOf(words)}
	p.Words = t.Body.Slice(p.Span)
	if m, ok := t.mentionedAt(p.Span); ok && m.Span == p.Span {
		p.Actor, p.Name, p.Kind = m.Actor, m.Name, m.Kind
		return p
	}
	known, ok := t.called(p.Words)
	if !ok {
		known, ok = t.recordedAs(words)
	}
	if !ok {
		known, ok = t.stateCalled(p.Words)
	}
	if !ok {
		known, ok = t.likely(p.Words)
	}
	if ok {
		p.Actor, p.Name, p.Kind = known.Actor, known.Name, known.Kind
		return p
	}
	p.Name, p.Kind = p.Words, kindOf(words)
	return p
}

// isBeside reports whether a word may stand between a subject and its verb.
func isBeside(w word) bool {
	return besides[w.fold] || len(w.fold) > 4 && strings.HasSuffix(w.fold, "ly") && !w.large
}

// isOfName reports whether a word belongs to the name that goes on after it.
func isOfName(words []word, i, start int) bool {
	w := words[i]
	if w.large {
		return isOfLargeRun(w)
	}
	joins := w.fold == "and" || w.fold == "of" || w.fold == "the" || particles[w.fold] || w.fold == "for"
	if !joins || i == start {
		return false
	}
	before := words[i-1]
	return isOfLargeRun(before) || before.fold == "of" && i-1 > start && words[i-2].large
}

// isOfRun reports whether a word goes on with the name that begins at an index.
func isOfRun(words []word, i, start int) bool {
	w := words[i]
	if i > start && words[i-1].owns {
		return false
	}
	if i > start && w.isMark("&") && i+1 < len(words) && words[i+1].large && words[i-1].large {
		return true
	}
	return isOfLargeRun(w) ||
		i > start && particles[w.fold] && i+1 < len(words) && words[i+1].large
}
