package suggest

import "standpoint/store"

// The rules by which quotations find who says them where no verb of saying does.
const (
	ruleQuoteColon = "quote.colon" // Mara Ellin's answer was short: “…”
	ruleQuoteNear  = "quote.near"  // Mara Ellin shook her head. “…”
)

// leastLone is how many words and marks a quotation has at least that somebody must have said.
const leastLone = 5

// readLone finds who says the quotations of a unit that no verb of saying took.
func (r *sayer) readLone(n int, u unit) {
	r.readWordedNext(n, u)
	r.readBeside(n, u)
	for i := u.from; i < u.to; i++ {
		if !r.isQuoted(i) {
			continue
		}
		p := r.passageAt(i)
		if r.claimed[r.in[i]-1] == 0 && r.opens(i) && p.to-p.from >= leastLone && !r.readTail(n, u, p) && !r.readWorded(n, u, p) {
			r.readLoneAt(n, u, p)
		}
		i = p.to - 1
	}
}

func (r *sayer) readLoneAt(n int, u unit, p passage) {
	c := cue{verb: verb{act: store.ActSays}, at: p.from, end: p.from}
	switch {
	case p.from > u.from && r.mark(p.from-1, ":"):
		from := r.sentenceFrom(u, p.from-1)
		if c.subject = r.whose(r.mainSubject(from, p.from-1)); c.subject[0] == c.subject[1] && p.from-from < mostOfLabel {
			if c.subject = r.owner(span2{from, p.from - 1}); c.subject[0] == c.subject[1] { // Mara Ellin's answer: “…”
				c.subject = r.begun(u, from, p.from-1)
			}
		}
		if c.subject[0] < c.subject[1] {
			r.add(n, &c, ruleQuoteColon, span2{p.from, p.to})
		}
	case p.from == u.from && p.to+1 < u.to && r.mark(p.to, "—–-") && r.isSigned(u, p.to+1):
		c.subject = span2{p.to + 1, r.nameFrom(u, p.to+1)}
		r.add(n, &c, ruleQuoteNear, span2{p.from, p.to})
	case p.from == u.from && p.to >= u.to-1 && r.endsWithin(p) && n > 0 && (r.units[n-1].line == u.line || p.to == r.endOfLine(n)):
		before := r.units[n-1]
		if r.isQuoted(before.from) || r.isQuoted(before.to-1) {
			return
		}
		c.subject = r.mainSubject(before.from, before.to)
		switch {
		case before.line != u.line && r.tellsOfSpeech(n-1):
			r.goOnFrom(n, p)
		case c.subject[0] < c.subject[1] && (r.isSpeaker(c.subject) || r.isSomeone(c.subject)):
			r.add(n, &c, ruleQuoteNear, span2{p.from, p.to})
		}
	}
}

// readBeside takes the quotation with which a paragraph begins for what somebody says of whom the next sentence tells what they do: “There
// isn't any.” | He eats it.
func (r *sayer) readBeside(n int, u unit) {
	if n == 0 || r.units[n-1].line != u.line || r.isQuoted(u.from) || !r.g.he.has(r.words[u.from]) || n > 1 && r.units[n-2].line == u.line {
		return
	}
	before := r.units[n-1]
	if !r.opens(before.from) || r.claimed[r.in[before.from]-1] != 0 {
		return
	}
	p := r.passageAt(before.from)
	c := cue{verb: verb{act: store.ActSays}, at: p.from, end: p.from, subject: span2{u.from, u.from + 1}}
	if p.to >= before.to && r.endsWithin(p) {
		r.add(n-1, &c, ruleQuoteNear, span2{p.from, p.to})
	}
}

// goOnFrom takes a paragraph that is nothing but a quotation for what whoever speaks last in the one before goes on to say.
func (r *sayer) goOnFrom(n int, p passage) {
	for i := len(r.found) - 1; i >= 0 && r.found[i].unit >= 0 && r.units[r.found[i].unit].line == r.units[n-1].line; i-- {
		if f := &r.found[i]; len(f.spans) > 0 && len(f.said.Speakers) == 1 && f.verb.takes&isWeak == 0 {
			r.addOn(n, p, f.said.Speakers[0])
			return
		}
	}
}

// isSomeone reports whether a phrase is one who was told of before, or of several: “another”, “the other”, “a man in the crowd”.
func (r *sayer) isSomeone(s span2) bool {
	head := r.headOf(s)
	return r.g.persons.has(head) || r.g.epithets.has(head) || r.g.counted.has(head) && s[1]-s[0] <= 2
}

// readLed takes a paragraph that is nothing but a quotation for what the one before it leads to: “Mara Ellin went on:”.
func (r *sayer) readLed(n int, u unit) {
	if n == 0 || !r.opens(u.from) || !r.mark(u.from-1, ":") {
		return
	}
	p, before := r.passageAt(u.from), r.units[n-1]
	c := cue{verb: verb{act: store.ActSays}, at: p.from, end: p.from, subject: r.mainSubject(before.from, u.from-1)}
	if c.subject[0] < c.subject[1] && r.isSomebody(c.subject) && r.claimed[r.in[u.from]-1] == 0 {
		r.add(n, &c, ruleQuoteColon, span2{p.from, p.to})
	}
}

// isSigned reports whether words to the end of a unit are a name, with what somebody is: “— Mara Ellin, mayor”.
func (r *sayer) isSigned(u unit, from int) bool {
	if u.to-from > mostOfLabel || !r.words[from].large {
		return false
	}
	for i := from; i < u.to; i++ {
		if r.isQuoted(i) || r.tells(i) && !r.words[i].large {
			return false
		}
	}
	return true
}

// whose is somebody whom a phrase names or describes, or whose thing it does: “Mara Ellin's answer”. It is empty for other things.
func (r *sayer) whose(s span2) span2 {
	if s[0] >= s[1] {
		return s
	}
	if last := r.words[s[1]-1]; last.large || r.g.he.has(last) || titles[last.fold] || organisationWords[last.fold] || groupWords[last.fold] {
		return s
	}
	return r.owner(s)
}

// begun is the person with whose name words begin that tell how they speak: “Mara Ellin, smiling: “…””. Nothing, if they begin otherwise.
func (r *sayer) begun(u unit, from, to int) span2 {
	end := r.nameFrom(unit{from: from, to: to, line: u.line}, from)
	s := span2{from, end}
	if end == from || end < to && !r.mark(end, ",") || !r.isPerson(s) && !r.isTitled(from, end) {
		return span2{}
	}
	return s
}

// owner is whose thing a phrase names; nothing if it is nobody's.
func (r *sayer) owner(s span2) span2 {
	for i := s[0]; i < s[1]; i++ {
		if w := r.words[i]; w.owns || r.g.ownedBy[w.fold] != "" {
			return span2{s[0], i + 1}
		}
	}
	return span2{}
}

// isSpeaker reports whether a phrase names or means a person of whom the text has told.
func (r *sayer) isSpeaker(s span2) bool {
	if s[1]-s[0] == 1 && r.g.he.has(r.words[s[0]]) {
		return true
	}
	all := r.parties(s)
	return len(all) == 1 && all[0].Name != "" && (all[0].Kind == kindPerson || all[0].Kind == "")
}

// goOn takes a quotation by itself for one that goes on with what was said right before it.
func (r *sayer) goOn(n int, u unit) {
	if !r.opens(u.from) || len(r.found) == 0 || n == 0 {
		return
	}
	p := r.passageAt(u.from)
	of := r.claimed[r.in[u.from]-1]
	prev := r.units[n-1]
	if of == 0 && prev.line != u.line && r.g.language == "en" {
		if other, ok := r.otherOfTwo(n, p); ok {
			r.addOn(n, p, other)
			return
		}
	}
	isAlike := prev.line == u.line && p.to == u.to && r.endsWithin(p) // a sentence by itself, however short
	if p.to < u.to && !r.mark(p.to, stops) && !r.endsSentence(p) || of != 0 || p.to-p.from <= shortQuotation+1 && !isAlike {
		return
	}
	last := r.lastOf(n - 1)
	if last < 0 {
		return
	}
	f := &r.found[last]
	tail := f.spans[len(f.spans)-1]
	if !r.isQuoted(tail[1]-1) && r.quotedShare(f) == 0 && prev.line != u.line && !r.leadsTo(f, u, p) {
		return
	}
	continues := r.isQuoted(prev.to-1) && r.passageAt(prev.to-1).open
	if continues || prev.line == u.line && (r.quotedShare(f) > 0 || r.g.order["verb-last"]) {
		f.spans = append(f.spans, span2{p.from, p.to})
		f.unit = n
		r.claimed[r.in[u.from]-1] = last + 1
		return
	}
	if f.said.Act == store.ActAsks && prev.line != u.line && len(f.said.Addressees) == 1 && r.g.language == "en" {
		r.addOn(n, p, f.said.Addressees...) // “Odo Lenz asked Mara Ellin whether it will hold.” | “It will.”
		return
	}
	on := r.addOn(n, p, f.said.Speakers...)
	on.said.Addressees, on.said.Carriers, on.said.On = f.said.Addressees, f.said.Carriers, f.said.On
}

// addOn adds a quotation by itself that somebody says who spoke before.
func (r *sayer) addOn(n int, p passage, speakers ...Party) *finding {
	on := finding{spans: []span2{{p.from, p.to}}, unit: n, rule: ruleQuoteOn, verb: verb{act: store.ActSays}}
	on.said = Said{Act: store.ActSays, Speakers: speakers}
	r.found = append(r.found, on)
	r.claimed[r.in[p.from]-1] = len(r.found)
	return &r.found[len(r.found)-1]
}

// lastOf is the last statement of a unit, and of these the last that quotes; -1 if it has none.
func (r *sayer) lastOf(n int) int {
	last := -1
	for i := len(r.found) - 1; i >= 0 && r.found[i].unit >= n; i-- {
		f := &r.found[i]
		switch {
		case len(f.spans) == 0 || f.unit != n:
		case r.g.language == "en" && r.quotedShare(f) > 0:
			return i
		case last < 0:
			last = i
		}
	}
	return last
}

// leadsTo reports whether what somebody is said to have said is given in their own words in the next paragraph, which is nothing but a
// quotation.
func (r *sayer) leadsTo(f *finding, u unit, p passage) bool {
	return r.g.language == "en" && p.to == u.to && p.to-p.from > leastOfClause && f.verb.takes&takesQuote != 0 && f.verb.takes&isWeak == 0 &&
		f.rule != ruleAccordingTo && len(f.said.Speakers) == 1
}

// endsSentence reports whether a quotation is a sentence by itself, before another in its unit: « Non. » Elle part.
func (r *sayer) endsSentence(p passage) bool {
	return r.g.language != "en" && r.endsWithin(p) && r.words[p.to].large && !r.isQuoted(p.to)
}

// quotedShare is how many of the spans of a statement end in a quotation.
func (r *sayer) quotedShare(f *finding) (n int) {
	for _, s := range f.spans {
		if s[1] > s[0] && r.isQuoted(s[1]-1) {
			n++
		}
	}
	return n
}

// readTail finds who says a quotation that ends with a comma, by any verb that somebody does right after it: “Nice day,” he called over
// the wall. ok is false if nobody does anything there.
func (r *sayer) readTail(n int, u unit, p passage) (ok bool) {
	at := p.to
	if at < u.to && r.mark(at, ",") {
		at++
	} else if p.to-2 <= p.from || !r.words[p.to-2].isMark(",?!") {
		return false
	}
	if r.tags == nil || p.from != r.afterDateline(r.sentenceFrom(u, p.from), p.from) {
		return false
	}
	for i := at; i < min(u.to, at+mostOfTitle) && !r.isQuoted(i) && !r.mark(i, stops+";:"); i++ {
		v, end, isVerb := r.anyVerbAt(i)
		if !isVerb || v.form != formPast && v.form != formThird || r.words[i].large || !r.tags[i].IsFinite() {
			continue
		}
		v.takes, v.act = takesQuote, store.ActSays
		c := cue{verb: v, at: i, end: end, group: i}
		r.readGroup(u, &c)
		if c.passive || c.modal || c.negated {
			return false
		}
		if c.group == at {
			c.subject, c.inverted = r.nounPhraseFrom(u, end), true
		} else {
			c.subject = r.nounPhraseTo(u, c.group)
		}
		if c.subject[0] >= c.subject[1] || !c.inverted && c.subject[0] != at || !r.mayspeak(&c) || !r.canMind(&c) {
			return false
		}
		before := len(r.found)
		r.readBefore(n, u, &c)
		return len(r.found) > before
	}
	return false
}
