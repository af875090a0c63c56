package suggest

import (
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// Statement is what a text tells of a passage of it: who says that, to whom and through whom.
type Statement struct {
	Speakers, Addressees, Carriers []Party
	Cue                            text.Span // the verb of saying, or what stands for one; empty if there is none
	Act                            store.Act
	Quotation                      store.Quotation
	Position                       Position // that is taken in the passage; zero if no verb in it says so
	Rule                           string   // what found the speakers, a word that lasts; "" if nothing did
}

// Position is where a text says that somebody stands.
type Position struct {
	Holders []Party
	Stance  store.Stance
	Verb    text.Span // that says so
}

// The rules by which speakers are found.
const (
	ruleBefore    = "verb.before"  // Mara Ellin said that …
	ruleAfter     = "verb.after"   // “…,” Mara Ellin said
	ruleWithin    = "verb.within"  // the passage has the verb itself
	ruleCiting    = "citing"       // Meridian, citing a source, reported that …
	ruleAccording = "according"    // according to Mara Ellin
	ruleGoesOn    = "quotation.on" // “…,” Mara Ellin said. “…”
)

// Statement guesses who says a passage, and all that the sentences around tell of that. What the text does not tell is left
// empty.
func (t Text) Statement(passage text.Span) Statement {
	passage = t.Body.Trim(passage)
	said := Statement{Act: store.ActSays, Quotation: store.Quotation(t.Body.Quoting(passage))}
	s := newSentence(t.Body, passage)
	if cue, rule, ok := s.cue(); ok {
		t.readCue(&said, s, cue, rule)
	} else {
		t.goOn(&said, passage)
	}
	said.Position = t.position(s, said.Speakers)
	return said
}

// Position guesses who stands where according to a passage: the subject of a verb that says so.
func (t Text) Position(passage text.Span) Position {
	s := newSentence(t.Body, t.Body.Trim(passage))
	return t.position(s, nil)
}

// sentence are the words of the sentences that a passage stands in.
type sentence struct {
	body     *text.Body
	words    []word
	from, to int // the passage's words, with the quotation marks around them
}

func newSentence(b *text.Body, passage text.Span) sentence {
	s := sentence{body: b, words: wordsOf(b, sentencesAround(b, passage))}
	s.from, s.to = len(s.words), len(s.words)
	for i, w := range s.words {
		if w.span.Overlaps(passage) {
			s.from = min(s.from, i)
			s.to = i + 1
		}
	}
	if s.from == len(s.words) {
		s.to = s.from
		return s
	}
	for s.from > 0 && s.words[s.from-1].isMark(quoteMarks) {
		s.from--
	}
	for s.to < len(s.words) && s.words[s.to].isMark(quoteMarks+",") {
		s.to++
	}
	return s
}

// isOutside reports whether a word is none of the passage's.
func (s sentence) isOutside(i int) bool { return i < s.from || i >= s.to }

// farthestCue is how many words may stand between a passage and the verb of saying after it.
const farthestCue = 12

// cue is the verb of saying that the passage hangs on: right after a quotation that begins its sentence; else the nearest before
// it, else after it, else the first within it.
func (s sentence) cue() (at int, rule string, ok bool) {
	if s.beginsWithVerb() {
		return s.from, ruleWithin, true
	}
	before, after := -1, -1
	first, end := s.untilSemicolons()
	for i := first; i < end; i++ {
		if !s.isOutside(i) || !s.isCue(i) || s.isQuoted(i) {
			continue
		}
		switch {
		case i < s.from:
			before = i
		case after < 0 && i-s.to <= farthestCue:
			after = i
		}
	}
	opens := s.from == 0 || after >= 0 && s.onlyMarksBefore()
	switch {
	case after >= 0 && (opens || before < 0):
		return after, s.ruleOf(after, ruleAfter), true
	case before >= 0:
		return before, s.ruleOf(before, ruleBefore), true
	}
	for i := s.from; i < s.to; i++ {
		if s.isCue(i) && !s.isQuoted(i) {
			return i, s.ruleOf(i, ruleWithin), true
		}
	}
	return 0, "", false
}

// beginsWithVerb reports whether the passage begins with what somebody does who stands right before it: “Mara Ellin | rejected the toll”.
func (s sentence) beginsWithVerb() bool {
	if s.from == s.to || s.from == 0 || strings.HasSuffix(s.words[s.from].fold, "ing") || !s.isCue(s.from) && !isStance(s.words[s.from]) {
		return false
	}
	subject := s.phraseTo(s.from)
	return subject[0] < subject[1] && s.names(subject)
}

// untilSemicolons is the part of the sentence that a passage stands in, between semicolons. A quotation goes on after one: “…,” she said;
// “…”.
func (s sentence) untilSemicolons() (first, end int) {
	end = len(s.words)
	if s.from == len(s.words) {
		return 0, end
	}
	for i, w := range s.words {
		switch {
		case !w.isMark(";") || !s.isOutside(i) || s.isQuoted(i):
		case i >= s.to:
			return first, i
		case !s.words[s.from].isMark(quoteMarks):
			first = i + 1
		}
	}
	return first, end
}

func (s sentence) ruleOf(at int, rule string) string {
	if s.words[at].fold == according {
		return ruleAccording
	}
	return rule
}

// onlyMarksBefore reports whether no word stands before the passage.
func (s sentence) onlyMarksBefore() bool {
	return !slices.ContainsFunc(s.words[:s.from], func(w word) bool { return !w.mark })
}

const according = "according"

// isCue reports whether a word is a verb of saying, or “according” before “to”. What is written large within the sentence is a name.
func (s sentence) isCue(i int) bool {
	w := s.words[i]
	if w.fold == according {
		return i+1 < len(s.words) && s.words[i+1].fold == "to"
	}
	_, says := sayings[w.fold]
	if !says || w.large || w.owns {
		return false
	}
	if i == 0 {
		return !asNouns[w.fold]
	}
	before := s.words[i-1]
	if asNouns[w.fold] && !before.large && !pronounsHe[before.fold] && !pronounsOther[before.fold] {
		return false
	}
	return !determiners[before.fold] && !before.owns // “the report”, “its demand”
}

// isQuoted reports whether a word stands between quotation marks.
func (s sentence) isQuoted(i int) bool {
	_, quoted := s.body.QuotationAt(s.words[i].span.Start)
	return quoted
}

// readCue reads who says the passage from the words around the verb.
func (t Text) readCue(said *Statement, s sentence, cue int, rule string) {
	w := s.words[cue]
	said.Cue, said.Rule = w.span, rule
	if w.fold == according {
		said.Cue.End = s.words[cue+1].span.End
		said.Speakers = t.parties(s.phraseFrom(cue + 2))
		return
	}
	if act, ok := sayings[w.fold]; ok {
		said.Act = act
	}
	subject, clause := s.subject(cue)
	if name := s.words[clause[0]:clause[1]]; isPersonalName(name) { // “the foreign minister, Anna Kessel,”
		subject[1] = clause[1]
	}
	if from, to, citing := s.citing(clause); citing {
		said.Rule = ruleCiting
		said.Carriers, said.Speakers = t.parties(s.words[subject[0]:subject[1]]), t.parties(s.words[from:to])
		for i := range said.Carriers {
			if said.Carriers[i].Kind == "" && said.Carriers[i].Name != "" {
				said.Carriers[i].Kind = kindOrganisation
			}
		}
	} else {
		said.Speakers = t.parties(s.words[subject[0]:subject[1]])
	}
	if len(said.Speakers) == 0 && subject[0] < subject[1] {
		said.Speakers = t.resolved(s, subject)
	}
	if tellings[w.fold] && s.isOutside(cue+1) {
		said.Addressees = t.parties(s.phraseFrom(cue + 1))
	}
}

// span2 is a stretch of the words of a sentence, from the first to before the second.
type span2 [2]int

// subject is who does what a verb says, and the clause in commas between the two, if there is one.
func (s sentence) subject(verb int) (subject, clause span2) {
	if s.words[verb].fold != "" && strings.HasSuffix(s.words[verb].fold, "ing") {
		return s.mainSubject(verb), clause
	}
	at := verb
	for at > 0 && isBeside(s.words[at-1]) {
		at--
	}
	if at > 0 && s.words[at-1].isMark(",") && s.isOutside(at-1) {
		if open := s.openComma(at - 1); open > 0 {
			return s.phraseTo(open), span2{open + 1, at - 1}
		}
	}
	if found := s.phraseTo(at); found[0] < found[1] {
		return found, clause
	}
	if found := s.inverted(verb); found[0] < found[1] {
		return found, clause
	}
	return s.mainSubject(verb), clause
}

// isBeside reports whether a word may stand between a subject and its verb.
func isBeside(w word) bool {
	return besides[w.fold] || len(w.fold) > 4 && strings.HasSuffix(w.fold, "ly") && !w.large
}

// openComma is the comma that opens the clause which the one at an index closes; 0 if none does.
func (s sentence) openComma(closing int) int {
	for i := closing - 1; i > 0; i-- {
		switch {
		case s.words[i].isMark(","):
			return i
		case s.words[i].isMark(";:—") || s.words[i].isMark(quoteMarks):
			return 0
		}
	}
	return 0
}

// inverted is the subject that stands after its verb: “…,” said Mara Ellin.
func (s sentence) inverted(verb int) span2 {
	phrase := s.phraseFrom(verb + 1)
	if len(phrase) == 0 || !s.isOutside(verb) {
		return span2{}
	}
	return span2{verb + 1, verb + 1 + len(phrase)}
}

// mainSubject is the first that the sentence names before a verb, for a verb that has no subject of its own: “… and added that”,
// “…, arguing that”.
func (s sentence) mainSubject(verb int) span2 {
	for i := 0; i < verb; i++ {
		if _, says := sayings[s.words[i].fold]; !says && !besides[s.words[i].fold] && !s.endsPhrase(i) {
			continue
		}
		if found := s.phraseTo(i); found[0] < found[1] && s.names(found) {
			return found
		}
	}
	first := s.firstName(verb)
	return first
}

// names reports whether a phrase can be who says something.
func (s sentence) names(p span2) bool {
	last := s.words[p[1]-1]
	return isOfLargeRun(last) || pronounsHe[last.fold]
}

// firstName is the first run of words written large before an index, or “he” or “she”.
func (s sentence) firstName(before int) span2 {
	for i := 0; i < before; i++ {
		w := s.words[i]
		if pronounsHe[w.fold] {
			return span2{i, i + 1}
		}
		if !isOfLargeRun(w) {
			continue
		}
		end := i + 1
		for end < before && (s.words[end].large && !s.words[end].mark || particles[s.words[end].fold] && end+1 < before && s.words[end+1].large) {
			end++
		}
		if i > 0 && prepositions[s.words[i-1].fold] {
			i = end
			continue
		}
		return span2{i, end}
	}
	return span2{}
}

// endsPhrase reports whether a word belongs to no phrase that names somebody: a mark, a conjunction, a verb of saying.
func (s sentence) endsPhrase(i int) bool {
	w := s.words[i]
	if _, says := sayings[w.fold]; says && !w.large && s.isCue(i) {
		return true
	}
	return w.mark && !w.isMark("-&") || breaks[w.fold] && !w.large || citings[w.fold] || isStance(w)
}

func isStance(w word) bool { return (opposings[w.fold] || supportings[w.fold]) && !w.large }

// phraseTo is the phrase that ends before an index and can name or describe somebody.
func (s sentence) phraseTo(end int) span2 {
	start := end
	for start > 0 && s.isOutside(start-1) == s.isOutside(end-1) && !s.endsPhrase(start-1) {
		start--
	}
	for start < end && (s.words[start].fold == "and" || s.words[start].fold == "or") {
		start++
	}
	return s.narrowed(start, end)
}

// narrowed leaves out what stands before the phrase in the same breath: “Later in the day | the ministry”.
func (s sentence) narrowed(start, end int) span2 {
	if start >= end {
		return span2{end, end}
	}
	last := s.words[end-1]
	if pronounsHe[last.fold] || pronounsOther[last.fold] {
		return span2{end - 1, end}
	}
	if last.large {
		name := end - 1
		for name > start && isOfName(s.words, name-1, start) {
			name--
		}
		return span2{titleStart(s.words[:end], name), end}
	}
	for i := start; i < end; i++ {
		w := s.words[i]
		if (determiners[w.fold] || w.owns) && (i == start || !prepositions[s.words[i-1].fold]) {
			return span2{i, end}
		}
	}
	for i := start; i < end; i++ {
		if prepositions[s.words[i].fold] || daysAndMonths[s.words[i].fold] {
			return span2{end, end}
		}
	}
	return span2{start, end}
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

// phraseFrom is the phrase that begins at an index.
func (s sentence) phraseFrom(start int) []word {
	end := start
	for end < len(s.words) && s.isOutside(end) && !s.endsPhrase(end) && !isBeside(s.words[end]) && (end == start || !s.leads(end)) {
		end++
	}
	return s.words[min(start, len(s.words)):end]
}

// leads reports whether a word after a name begins what is said of when and where.
func (s sentence) leads(i int) bool {
	w := s.words[i]
	return prepositions[w.fold] && w.fold != "of" && (w.fold != "for" || !s.words[i-1].large) || daysAndMonths[w.fold]
}

// citing is where, in a clause, whom it cites is named.
func (s sentence) citing(clause span2) (from, to int, ok bool) {
	for i := clause[0]; i < clause[1]; i++ {
		if citings[s.words[i].fold] {
			return i + 1, clause[1], i+1 < clause[1]
		}
	}
	return 0, 0, false
}

// parties are those whom a phrase names or describes: “Norvia and Estmark” are two.
func (t Text) parties(phrase []word) []Party {
	var all []Party
	for _, part := range splitAtAnd(phrase) {
		if p := t.partyOf(part); !p.IsZero() {
			all = append(all, p)
		}
	}
	return all
}

// splitAtAnd cuts a phrase where two names are joined. “Ministry of Trade and Industry” stays one.
func splitAtAnd(phrase []word) [][]word {
	for i, w := range phrase {
		if w.fold != "and" || i == 0 || i+1 == len(phrase) {
			continue
		}
		before, after := phrase[:i], phrase[i+1:]
		ofOne := slices.ContainsFunc(before, func(w word) bool { return w.fold == "of" || w.fold == "for" || titles[w.fold] })
		if before[i-1].large && after[0].large && !ofOne {
			return append([][]word{before}, splitAtAnd(after)...)
		}
	}
	return [][]word{phrase}
}

// partyOf is whom one phrase names or describes.
func (t Text) partyOf(phrase []word) Party {
	bare := withoutDeterminer(phrase)
	if len(bare) == 0 || len(bare) == 1 && (pronounsHe[bare[0].fold] || pronounsOther[bare[0].fold]) {
		return Party{}
	}
	last := bare[len(bare)-1]
	p := Party{}
	if last.large || t.isKnown(bare) {
		p = t.introduced(phrase, nameAfterComma(phrase), len(phrase)).Party
	}
	p.Span = spanOf(phrase)
	p.Words = t.Body.Slice(p.Span)
	return p
}

// nameAfterComma is where the name begins in “the foreign minister, Anna Kessel”; 0 if no comma stands in a phrase.
func nameAfterComma(phrase []word) int {
	for i, w := range phrase {
		if w.isMark(",") {
			return i + 1
		}
	}
	return 0
}

// isKnown reports whether words without a capital letter at their end name an actor of the project all the same.
func (t Text) isKnown(words []word) bool {
	_, ok := t.called(t.Body.Slice(spanOf(words)))
	return ok
}

// mostSentencesBack is how far back “he” is looked for.
const mostSentencesBack = 3

// resolved is whom a pronoun stands for. “He” and “she” are the person whom the text names last, the nearest sentence first and in it
// who comes first; “it” is whom its own sentence names first, unless that is a person.
func (t Text) resolved(s sentence, subject span2) []Party {
	pronoun := s.words[subject[1]-1]
	before := s.words[:subject[1]-1]
	switch {
	case subject[1]-subject[0] != 1:
	case pronoun.fold == "it":
		if first := s.firstName(subject[0]); first[0] < first[1] {
			if p := t.introduced(s.words, first[0], first[1]); p.Kind != kindPerson {
				return t.meant(p.Party, pronoun)
			}
		}
	case pronounsHe[pronoun.fold]:
		if p, ok := t.lastPerson(before, pronoun.span.Start); ok {
			return t.meant(p, pronoun)
		}
	}
	return nil
}

// lastPerson is the first person whom words name, else the one whom the nearest sentence before a place does.
func (t Text) lastPerson(words []word, pos int) (Party, bool) {
	if p, ok := t.personIn(words); ok {
		return p, true
	}
	at := t.Body.SentenceAt(pos).Start
	for range mostSentencesBack {
		before := t.Body.PrevSentence(at)
		if before >= at {
			break
		}
		if p, ok := t.personIn(wordsOf(t.Body, t.Body.SentenceAt(before))); ok {
			return p, true
		}
		at = before
	}
	return Party{}, false
}

// meant is somebody whom the text calls “he” there.
func (t Text) meant(p Party, pronoun word) []Party {
	p.Words, p.Span = t.Body.Slice(pronoun.span), pronoun.span
	return []Party{p}
}

// personIn is the first person whom words name.
func (t Text) personIn(words []word) (Party, bool) {
	for i := 0; i < len(words); {
		end := i
		for end < len(words) && isOfRun(words, end, i) {
			end++
		}
		if end == i {
			i++
			continue
		}
		if p := t.introduced(words, i, end); p.Kind == kindPerson {
			return p.Party, true
		}
		i = end
	}
	return Party{}, false
}

// isOfRun reports whether a word goes on with the name that begins at an index.
func isOfRun(words []word, i, start int) bool {
	w := words[i]
	if i > start && words[i-1].owns {
		return false
	}
	return isOfLargeRun(w) ||
		i > start && particles[w.fold] && i+1 < len(words) && words[i+1].large
}

// goOn takes a quotation without a verb of saying for one that goes on with what was said in the sentence before.
func (t Text) goOn(said *Statement, passage text.Span) {
	if said.Quotation != store.QuotationDirect {
		return
	}
	before := t.Body.PrevSentence(passage.Start)
	if before >= passage.Start || t.Body.LineAt(before) != t.Body.LineAt(passage.Start) {
		return
	}
	span := t.Body.SentenceAt(before)
	s := sentence{body: t.Body, words: wordsOf(t.Body, span)}
	s.from, s.to = len(s.words), len(s.words)
	if cue, _, ok := s.cue(); ok {
		t.readCue(said, s, cue, ruleGoesOn)
		said.Cue = text.Span{}
	}
}
