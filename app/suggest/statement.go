package suggest

import (
	"cmp"
	"slices"

	"standpoint/app/suggest/tagger"
	"standpoint/store"
)

// sayer reads who says what in a document.
type sayer struct {
	*frame
	memory

	g       *grammar
	reading int   // the word up to which the text is known
	cues    []cue // those before, in order
	found   []finding
	claimed []int // for each quotation the finding whose it is, from 1
	stands  []standing
	others  []seen // those who are told of in what a pronoun says that stands after it, and so are not meant by it
	pending *cue   // a verb whose words stand in the next paragraph
	loose   bool   // any verb may be one of saying, and what may be said is, too: for what is learnt to choose from

	strangers map[string]int // the first places of nouns with an article of somebody who is new: “un camarero”; nil: not read yet

	dialogue int // the paragraph that was read as one of a dialogue, from 1

	voices          []voice // in order; they do not overlap
	asker, answerer Party   // of an interview

	isInner bool // what stands within quotations is read
}

// finding is a statement as it is found, in words of the document.
type finding struct {
	spans   []span2
	unit    int
	rule    string
	verb    verb
	said    Said
	shared  bool
	passive bool
	pronoun bool
	subject span2
	to      span2 // those to whom it is said
}

// statements are the passages that somebody says.
func (d *document) statements() []Proposal {
	g, in := grammarOf(d.language()), d
	if len(g.accented) > 0 {
		in = d.parted(g)
	} else {
		in.readApart(g)
	}
	r := &sayer{frame: newFrame(in), g: g, memory: newMemory()}
	d.said = r
	r.read()
	return r.proposals()
}

// read reads all units, one after another.
func (r *sayer) read() {
	r.claimed = make([]int, len(r.passages))
	if r.isWordless() && r.language() != "" {
		r.readAlone()
		return
	}
	turns := r.findTurns()
	var talk map[int]turn
	isEnglish := r.g.language == "en"
	if isEnglish {
		r.readGenders()
	} else {
		r.rememberMentions()
		talk = r.findTalk()
	}
	for n, u := range r.units {
		r.rest()
		r.reading = u.to
		if isEnglish {
			r.remember(u.from, u.to)
			r.noteOpening(n, u)
			r.noteSubject(u)
			r.noteGivenNames(u)
		}
		r.takeTurn(n, u, turns)
		if !isEnglish {
			r.takeTalk(n, talk)
			r.readClauses(n, u)
		} else {
			r.readUnit(n, u)
			r.readStances(u)
		}
		r.goOn(n, u)
		if isEnglish {
			r.readLone(n, u)
		}
	}
	if isEnglish {
		r.nameDescribed()
		r.readAlone()
		r.readWithin()
	} else {
		r.nameNext()
		r.readAlone()
		r.readWithinClauses()
	}
}

// readUnit finds the verbs of saying outside of quotations, and what they say.
func (r *sayer) readUnit(n int, u unit) {
	pending := r.pending
	r.pending = nil
	if pending != nil && r.opens(u.from) {
		r.add(n, pending, ruleQuoteAfter, span2{u.from, r.passageAt(u.from).to})
	} else if pending == nil {
		r.readLed(n, u)
	}
	for i := u.from; i < u.to; i++ {
		switch {
		case r.isQuoted(i):
			i = r.passageAt(i).to - 1
		case r.isAccording(i):
			r.readAccording(n, u, i)
		case r.isQuotedAs(i):
			i = r.readQuotedAs(n, u, i)
		case r.isAskedBy(i):
			i = r.readAskedBy(n, u, i)
		case r.words[i].fold == neitherNor[0]:
			i = r.readNeither(n, u, i)
		default:
			if c, ok := r.viewAt(u, i); ok {
				i = r.readView(n, u, &c)
			} else if c, said, ok := r.disputedAt(u, i); ok {
				r.add(n, &c, ruleNoun, said)
			} else if c, from, ok := r.claimAt(u, i); ok {
				r.readClaim(n, u, &c, from)
			} else if c, ok := r.findCue(u, i); ok {
				r.readCue(n, u, &c)
				i = c.end - 1
			}
		}
	}
}

// readCue finds who says what by a verb.
func (r *sayer) readCue(n int, u unit, c *cue) {
	if c.negated && !c.modal && !r.loose {
		r.readDeclined(n, u, c)
	}
	if (c.modal || c.negated) && !r.loose {
		if isAgreed := c.negated && !c.modal && !c.passive && c.verb.act == store.ActDenies; isAgreed { // “does not dispute that”
			c.verb.act = store.ActSays
		} else if !r.isDoubt(c) {
			return
		}
		c.at = c.group
	}
	if c.passive {
		r.readPassive(n, u, c)
		return
	}
	if r.readHeard(n, u, c) {
		return
	}
	if !r.findSubject(u, c) || !r.mayspeak(c) || r.isIf(u, c) || r.isAskedInset(u, c) {
		return
	}
	if !c.inverted && c.relative[0] == c.relative[1] {
		c.subject = r.withGivenName(c.subject, c.group)
	}
	r.cues = append(r.cues, *c)
	if at := c.subject[1]; c.inverted && at+1 < u.to && r.mark(at, ":") && r.opens(at+1) { // Not so, says Mara Ellin: “…”
		r.addAfter(n, u, c, at+1, ruleQuoteAfter)
		return
	}
	if !c.inverted && !r.closesQuotation(u, c) && !r.breaksOff(u, c) {
		if from, rule := r.contentAfter(u, c, c.end); from >= 0 && (rule != ruleBare || !r.isOfWhat(u, c)) {
			r.addAfter(n, u, c, from, rule)
			return
		}
	}
	if c.relative[0] == c.relative[1] { // “…,” said Mara Ellin, who advises the board
		r.readBefore(n, u, c)
	}
}

// isDoubt reports whether a verb tells what somebody does not think: “I don't believe that”, “he no longer wants to”.
func (r *sayer) isDoubt(c *cue) bool {
	return c.negated && !c.passive && c.verb.takes&isWeak != 0 && (!c.modal || c.group > 0 && r.isVoice(c.group-1))
}

// isOfWhat reports whether “what” stands before who says something, for what they say: “What she said next | surprised us”. Within a
// sentence it may begin what is said: “rejected what it said | amounted to surrender”.
func (r *sayer) isOfWhat(u unit, c *cue) bool {
	at := c.subject[0] - 1
	if at < u.from || r.words[at].fold != "what" {
		return false
	}
	return at == r.sentenceFrom(u, at) || c.end >= u.to || r.g.isWhen(r.words[c.end])
}

// readDeclined finds what somebody would not say: “would not say how much it cost”, “did not rule out a strike”.
func (r *sayer) readDeclined(n int, u unit, c *cue) {
	would := r.isWould(c)
	isOut := c.verb.particle == "out" && c.verb.act == store.ActDeclines
	if !isOut && (!would || !r.g.withheld[c.verb.lemma]) || !r.findSubject(u, c) || !r.mayspeak(c) {
		return
	}
	declined := *c
	declined.verb.takes |= takesWhether
	if declined.verb.act, declined.at = store.ActDeclines, c.group; isOut && !would {
		declined.verb.act, declined.at = store.ActSays, c.at
		declined.verb.takes |= takesThat
	}
	isThing := !isOut && c.verb.lemma != "say"
	if isThing { // “would not discuss the matter”
		declined.verb.takes |= takesNoun
	}
	from, rule := r.contentAfter(u, &declined, c.end)
	if from >= 0 && from < u.to && (rule == ruleWhether || isOut || isThing && rule == ruleNoun) {
		r.addAfter(n, u, &declined, from, rule)
	}
}

// closesQuotation reports whether a verb and its subject stand right after a quotation that is theirs: “We will,” she said, “open.” “We
// will,” she told a crowd when it asked for it.
func (r *sayer) closesQuotation(u unit, c *cue) bool {
	at := c.subject[0]
	if c.shared || at >= c.at {
		return false
	}
	end := at
	for end > u.from && r.mark(end-1, ",—–") {
		end--
	}
	if end == u.from || !r.isQuoted(end-1) {
		return false
	}
	if c.end < u.to && r.mark(c.end, ",") {
		return true
	}
	p := r.passageAt(end - 1)
	if c.verb.takes&takesQuote == 0 || end == at && !r.words[p.to-2].isMark(",?!") {
		return false
	}
	return p.from == r.afterDateline(r.sentenceFrom(u, p.from), p.from) || r.mark(p.from-1, ":;"+stops)
}

// addAfter adds what stands after a verb.
func (r *sayer) addAfter(n int, u unit, c *cue, from int, rule string) {
	if from >= u.to {
		r.pending = c
		return
	}
	to := r.saidTo(u, c, rule, from)
	switch rule {
	case ruleTo, ruleIng, ruleNoun, ruleOf, ruleWhether:
		to = r.thingEnd(u, c, rule, from, to)
	}
	if rule == ruleBare && c.verb.takes&takesNoun != 0 && !r.opensTelling(from, to) { // “recommended a toll, arguing that it was fair”
		rule = ruleNoun
	}
	to = r.markedEnd(c, rule, from, to)
	if r.opens(from) && rule == ruleQuoteAfter {
		p := r.passageAt(from)
		if r.isWordInMarks(c, p) {
			return
		}
		isEnd := r.endsWithin(p) || p.to < to && r.mark(p.to, ",") && p.to+1 < to && !r.isQuoted(p.to+1) || r.endsItself(p, to)
		if isEnd || c.verb.takes&(takesCalled|takesAs) != 0 {
			to = p.to
		}
	}
	if rule == ruleNoun && !r.loose && !r.canMind(c) && !r.isText(c) {
		return
	}
	if rule == ruleNoun || rule == ruleOf {
		to = r.withoutDay(from, to)
	}
	if s := r.bared(from, to); s[1]-s[0] > 1 || s[0] < s[1] && (rule == ruleOf || rule == ruleNoun || r.opens(s[0])) {
		r.add(n, c, rule, s)
	}
}

// markedEnd is where what is said ends with a quotation: what somebody calls something, or quotes while being quoted, with its own marks.
func (r *sayer) markedEnd(c *cue, rule string, from, to int) int {
	switch {
	case r.opens(from) && (r.isInner || rule == ruleOf && c.verb.takes&takesCalled != 0):
		return min(to, r.passageAt(from).to)
	case rule == ruleOf:
		return r.quotedEnd(from, to)
	}
	return to
}

// relativeEnd is where what “who” says in commas ends: at the comma after which the verb of the sentence stands.
func (r *sayer) relativeEnd(from, to int) int {
	for i := from + 1; i < to-1; i++ {
		if !r.mark(i, ",") || r.isQuoted(i) {
			continue
		}
		at := i + 1
		if r.tells(at) {
			return i
		}
		for at < to-1 && r.g.isBetween(r.words[at]) {
			at++
		}
		isDone := r.tags != nil && r.tags[at] == tagger.Participle // “, | made 12 arrests”, which may be tagged so
		if (r.isVerbLike(at) || isDone) && !r.isIng(r.words[at]) {
			return i
		}
	}
	return to
}

// bared is a stretch of words without commas and dashes at its ends.
func (r *sayer) bared(from, to int) span2 {
	for to > from && r.mark(to-1, ",;—–") {
		to--
	}
	for from < to && r.mark(from, ",—–") {
		from++
	}
	return span2{from, to}
}

// shortQuotation is how many words, marks among them, a quotation has that may be a name or a word used with reserve.
const shortQuotation = 4

// endsItself reports whether a quotation ends with its comma before what is not said any more: “No,” and left.
func (r *sayer) endsItself(p passage, to int) bool {
	if p.to-2 <= p.from || !r.words[p.to-2].isMark(",") || p.to+1 >= to || r.isQuoted(p.to) {
		return false
	}
	return r.words[p.to].fold == "and" && r.words[p.to+1].fold != "that" && !r.isQuoted(p.to+1)
}

// endsWithin reports whether a quotation ends with the stop of its sentence.
func (r *sayer) endsWithin(p passage) bool {
	at := p.to - 2
	for at > p.from && r.words[at].isMark(quoteMarks+"'’") { // “She said, ‘No.’”
		at--
	}
	return at > p.from && r.words[at].isMark(stops)
}

// readBefore finds what stands before a verb and its subject: “…,” Mara Ellin said.
func (r *sayer) readBefore(n int, u unit, c *cue) {
	start, after := c.subject[0], c.end
	if c.inverted {
		start, after = c.group, c.subject[1]
	} else if c.verb.takes&takesTold != 0 {
		after = r.addressee(c, after, u.to)
	}
	if start > c.at || c.shared || c.verb.lemma == "tell" && c.to[0] == c.to[1] && !c.inverted { // “…, court told”
		return
	}
	if after < u.to && r.words[after].fold == "to" && c.to[0] == c.to[1] {
		r.toPhrase(c, after, r.clauseEnd(after, u.to))
	}
	isTail := r.isTail(after, u.to) || c.inverted && after < u.to && r.g.relating.has(r.words[after])
	if !isTail && !r.endsOpen(u, start) {
		return
	}
	before, rule, ok := r.contentBefore(n, u, c, start)
	if !ok || !isTail && rule != ruleQuoteBefore {
		return
	}
	if rule == ruleClauseAfter {
		before[0] = r.afterColon(before)
	}
	isClause := rule != ruleClauseAfter || r.isClause(before) && !r.g.breaks.has(r.words[before[0]])
	if c.inverted && after+1 < u.to && r.mark(after, ",") && r.isDescription(after+1, u.to) {
		after = r.beforeComma(after+1, r.clauseEnd(after+1, u.to))
	}
	further := r.furtherOn(u, after, rule == ruleQuoteBefore, isClause)
	if !isClause && len(further) == 0 {
		return
	}
	r.add(n, c, rule, append([]span2{before}, further...)...)
}

// afterColon is where what is said begins if only the beginning of a clause stands between a colon and who says it: “It is unlikely: |
// Velia, diplomats say, would veto it”.
func (r *sayer) afterColon(s span2) int {
	for i := s[1] - 2; i > s[0]; i-- {
		switch {
		case r.isQuoted(i):
			return s[0]
		case r.mark(i, ":"):
			return i + 1
		}
	}
	return s[0]
}

// endsOpen reports whether a quotation stands right before a word that its own last mark leads on to: “We will,” | “Will you?”
func (r *sayer) endsOpen(u unit, start int) bool {
	if start <= u.from || !r.isQuoted(start-1) {
		return false
	}
	p := r.passageAt(start - 1)
	if p.to-2 <= p.from || !r.words[p.to-2].isMark(",?!") {
		return false
	}
	return p.to-p.from > shortQuotation || p.from == r.sentenceFrom(u, p.from)
}

// contentBefore is what ends right before a word, with the quotation marks if it is one.
func (r *sayer) contentBefore(n int, u unit, c *cue, start int) (before span2, rule string, ok bool) {
	end := start
	for end > u.from && r.mark(end-1, ",—–") {
		end--
	}
	if end == u.from {
		return r.quotationBefore(n, u, c)
	}
	from := r.clauseFrom(u, end)
	if r.isQuoted(end - 1) {
		p := r.passageAt(end - 1)
		if c.verb.takes&takesQuote == 0 {
			return before, "", false
		}
		if from < p.from && !r.mark(p.from-1, ":"+stops) && (p.to-p.from <= shortQuotation || r.isMixed(from, p.from)) {
			return span2{from, end}, ruleClauseAfter, true
		}
		return span2{p.from, end}, ruleQuoteBefore, true
	}
	if end == start || c.verb.takes&(takesQuote|takesBare) == 0 ||
		c.verb.takes&takesQuote == 0 && c.verb.takes&isWeak == 0 && !(c.verb.takes&takesText != 0 && r.isText(c)) {
		return before, "", false
	}
	isClause := from < end && !r.g.asked.has(r.words[from]) && !r.isAccording(from) // “Asked about that, she smiled”
	return span2{from, end}, ruleClauseAfter, isClause
}

// leastOfClause is how many words a clause has at least that may be one though no verb is known in it.
const leastOfClause = 6

// isClause reports whether words tell of something, and are no phrase that says when and where.
func (r *sayer) isClause(s span2) bool {
	if r.hasFinite(s[0], s[1]) {
		return s[1]-s[0] > 2
	}
	first := r.words[s[0]]
	if s[1]-s[0] > 2 && r.isOne(s[0]) && !r.isQuoted(s[0]) { // “It no longer fits”
		return true
	}
	return s[1]-s[0] >= leastOfClause && !r.g.prepositions.has(first) || s[1]-s[0] > 2 && r.g.negations.has(first) // “Not this time”
}

// quotationBefore is the quotation with which the sentence before ends, in the same paragraph: “Will it open?” Mara Ellin asked.
func (r *sayer) quotationBefore(n int, u unit, c *cue) (before span2, rule string, ok bool) {
	if n == 0 || c.verb.takes&takesQuote == 0 || r.units[n-1].line != u.line || !r.isQuoted(u.from-1) {
		return before, "", false
	}
	p := r.passageAt(u.from - 1)
	if p.to-2 > p.from && r.words[p.to-2].isMark(".") && !r.isAllOf(u, c) { // it ends its own sentence
		return before, "", false
	}
	if claimed := r.claimed[r.in[p.from]-1]; claimed > 0 {
		f := &r.found[claimed-1]
		if last := len(f.spans) - 1; last > 0 && f.spans[last][0] == p.from {
			f.spans = f.spans[:last]
		} else if f.rule == ruleQuoteOn {
			f.spans = nil
		} else {
			return before, "", false
		}
	}
	return span2{p.from, p.to}, ruleQuoteBefore, true
}

// isAllOf reports whether a sentence is nothing but a verb and who says it: “We go.” | Mara Ellin said.
func (r *sayer) isAllOf(u unit, c *cue) bool {
	isAll := c.subject[0] == u.from && c.subject[1] == c.group && c.group == c.at
	return c.verb.takes&takesThat != 0 && isAll && (c.end == u.to || r.mark(c.end, stops))
}

// add adds a statement.
func (r *sayer) add(n int, c *cue, rule string, spans ...span2) {
	f := finding{spans: spans, unit: n, rule: rule, verb: c.verb, shared: c.shared, passive: c.passive}
	f.said.Act, f.said.Cue = c.verb.act, r.spanOfWords(span2{c.at, c.end})
	if c.relative[0] < c.relative[1] {
		isApart := c.subject[0]-c.relative[1] > 1 // “a man who left and | who said”
		if f.said.Speakers = r.parties(c.relative); len(f.said.Speakers) > 0 && (f.said.Speakers[0].Name != "" || isApart) {
			p := Party{Span: r.spanOfWords(c.subject), Words: r.Body.Slice(r.spanOfWords(c.subject))}
			f.said.Speakers = []Party{r.calledSo(p, f.said.Speakers[0])}
		}
	} else {
		f.said.Speakers = r.speakersOf(c, spans)
		r.readCarrier(c, &f)
		r.readCiting(c, &f)
	}
	if len(f.said.Speakers) == 0 {
		return
	}
	f.subject, f.to = c.subject, c.to
	f.pronoun = c.subject[1]-c.subject[0] == 1 && !r.words[c.subject[0]].large
	f.said.Addressees, f.said.On = r.parties(c.to), r.saidOn(c, spans)
	if isAsked := c.passive && c.verb.act == store.ActAsks; len(f.said.Speakers) == 1 && !isAsked { // “he was asked by”: it is of him
		speaker := f.said.Speakers[0]
		if f.rule == ruleCited && len(f.said.Carriers) == 1 { // “Meridian, citing an official, reported …. It said”
			speaker = f.said.Carriers[0]
		}
		if r.noteSpeaker(c.subject[0], speaker); speaker.Name == "" {
			r.noteUnnamed(c.subject)
		}
	}
	if rule == ruleQuoteBefore {
		f.spans = append(r.openBefore(spans[0]), spans...)
	}
	if c.verb.act == store.ActSays && r.isPronoun(f.spans) {
		return
	}
	r.found = append(r.found, f)
	for _, s := range f.spans {
		r.claim(s, len(r.found))
	}
}

// isPronoun reports whether words are nothing but a pronoun: “Dray confirmed it” tells nothing of what was said, while who denies it says
// that it is not so.
func (r *sayer) isPronoun(spans []span2) bool {
	if len(spans) != 1 || spans[0][1]-spans[0][0] != 1 || r.isQuoted(spans[0][0]) {
		return false
	}
	w := r.words[spans[0][0]]
	return r.g.it.has(w) || r.g.he.has(w)
}

// openBefore are the paragraphs before a quotation that begin with a mark and do not close it, as one goes on there.
func (r *sayer) openBefore(s span2) (all []span2) {
	if !r.opens(s[0]) {
		return nil
	}
	for i := int(r.in[s[0]]) - 2; i >= 0; i-- {
		p := r.passages[i]
		if !p.open || r.claimed[i] != 0 || p.to != r.passages[i+1].from {
			break
		}
		all = append([]span2{{p.from, p.to}}, all...)
	}
	return all
}

// claim marks the quotations in a stretch of words as those of a finding.
func (r *sayer) claim(s span2, finding int) {
	for i := s[0]; i < s[1]; i++ {
		if r.isQuoted(i) {
			if of := &r.claimed[r.in[i]-1]; *of == 0 {
				*of = finding
			}
			i = r.passageAt(i).to - 1
		}
	}
}

// proposals are the statements that were found.
func (r *sayer) proposals() []Proposal {
	all := make([]Proposal, 0, len(r.found))
	for i := range r.found {
		f := &r.found[i]
		isEmpty := func(s span2) bool { return s[0] >= s[1] } // “Mara dijo que”, and no more
		if len(f.spans) == 0 || slices.ContainsFunc(f.spans, isEmpty) {
			continue
		}
		p := Proposal{Kind: store.KindStatement, Confidence: r.sure(f), Rule: f.rule, Said: f.said}
		for _, s := range f.spans {
			p.Spans = append(p.Spans, r.spanOfWords(s))
		}
		p.Said.Quotation = cmp.Or(p.Said.Quotation, r.quotingOf(f.spans))
		all = append(all, p)
	}
	return all
}

// quotingOf is how spans are quoted that are one statement.
func (r *sayer) quotingOf(spans []span2) (all store.Quotation) {
	for _, s := range spans {
		one := store.Quotation(r.Body.Quoting(r.spanOfWords(s)))
		if r.opens(s[0]) && r.passageAt(s[0]).to >= s[1] {
			one = store.QuotationDirect
		}
		if all != "" && one != all {
			return store.QuotationMixed
		}
		all = one
	}
	return all
}
