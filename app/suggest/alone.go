package suggest

import (
	"slices"

	"standpoint/store"
	"standpoint/store/text"
)

// ruleQuoteAlone is the rule of quotations that nothing beside them gives to anybody. They are whose sentence they stand in, or whoever
// spoke last before them.
const ruleQuoteAlone = "quote.alone"

// leastAlone is how many words such a quotation has at least. Shorter ones are mostly words that are used with reserve.
const leastAlone = 4

// alone reads the quotations that are left when all else is read.
type alone struct {
	*sayer
	headline text.Span
	inOrder  []*finding // what was found, by where it ends
	next     int        // of these, the first that ends after the quotation that is read
	last     *finding   // the last before it that tells of one who speaks
}

// readAlone finds who says the quotations that are left.
func (r *sayer) readAlone() {
	a := &alone{sayer: r, headline: r.headlineAbove()}
	for i := range r.found {
		if f := r.found[i]; len(f.spans) > 0 {
			a.inOrder = append(a.inOrder, &f)
		}
	}
	slices.SortStableFunc(a.inOrder, func(f, g *finding) int { return endOf(f) - endOf(g) })
	for n, u := range r.units {
		for i := u.from; i < u.to; i++ {
			if !r.isQuoted(i) {
				continue
			}
			p := r.passageAt(i)
			switch {
			case p.from != i || r.claimed[r.in[i]-1] != 0 || !a.canBeSaid(u, p):
			case r.isWordless() || r.endsSaying(u, p):
				a.add(n, u, p)
			}
			i = p.to - 1
		}
	}
}

// canBeSaid reports whether a quotation can be what somebody says: by its length, and as it stands in no headline. What has a capital
// letter for nearly each word is a title.
func (a *alone) canBeSaid(u unit, p passage) bool {
	if p.open || p.to > u.to || p.to-p.from < leastAlone || a.words[p.from].span.Start < a.headline.End {
		return false
	}
	said, large := 0, 0
	for _, w := range a.words[p.from+1 : p.to-1] {
		if w.mark {
			continue
		}
		if said++; w.large {
			large++
		}
	}
	return said >= leastAlone && 2*large < said
}

// endsSaying reports whether a quotation stands where what is said does: as a sentence, after a colon or where a sentence ends.
func (r *sayer) endsSaying(u unit, p passage) bool {
	isEnd := p.to == u.to || r.mark(p.to, stops) || r.endsWithin(p)
	return isEnd || p.from > u.from && r.mark(p.from-1, ":")
}

// add adds a quotation as what somebody says, if anything tells who.
func (a *alone) add(n int, u unit, p passage) {
	a.reading = u.to
	f := finding{spans: []span2{{p.from, p.to}}, unit: n, rule: ruleQuoteAlone, verb: verb{act: store.ActSays, takes: takesQuote}}
	if a.isWordless() {
		f.said = a.saidBeside(u, p)
	} else {
		f.said, f.subject = a.saidNear(n, u, p)
	}
	if f.said.Act = store.ActSays; len(f.said.Speakers) == 0 {
		return
	}
	a.found = append(a.found, f)
	a.claim(f.spans[0], len(a.found))
	a.last = &f
}

// saidNear tells who says a quotation: whoever says something in its sentence before it, or does something beside it; else who spoke last,
// in its paragraph or in the one before.
func (a *alone) saidNear(n int, u unit, p passage) (said Said, subject span2) {
	last, from := a.spokeBefore(p), a.sentenceFrom(u, p.from)
	if last != nil && endOf(last) > from {
		return Said{Speakers: last.said.Speakers, Cue: last.said.Cue}, span2{}
	}
	if subject = a.doesBeside(n, unit{from, p.from, u.line}); subject[0] < subject[1] {
		return Said{Speakers: a.parties(subject)}, subject
	}
	if last != nil && u.line-a.lineOf(last) <= 1 && (a.g.language == "en" || a.quotedShare(last) > 0) {
		said.Speakers = last.said.Speakers
	}
	return said, span2{}
}

// doesBeside is somebody who does something in the sentence of a quotation before it, or, if it is a sentence by itself, a person who does
// in the sentence before that.
func (a *alone) doesBeside(n int, before unit) span2 {
	if s := a.whoDoes(n, before); s[0] < s[1] {
		return s
	}
	if n == 0 || a.units[n-1].line != before.line || before.to != a.units[n].from {
		return span2{}
	}
	if s := a.whoDoes(n-1, a.units[n-1]); s[0] < s[1] && a.isSpeaker(s) {
		return s
	}
	return span2{}
}

// whoDoes is somebody who can speak and does something in a stretch of words.
func (r *sayer) whoDoes(n int, u unit) span2 {
	if r.g.language == "en" {
		if s := r.mainSubject(u.from, u.to); r.isSomebody(s) {
			return s
		}
		return span2{}
	}
	c := &clausal{sayer: r, n: n, u: u}
	if s := c.subjectAt(c.afterPhrases(u.from, u.to), u.to); s[0] < s[1] && c.canSpeak(s) {
		return s
	}
	return span2{}
}

// spokeBefore is the last statement before a quotation that tells of one who speaks; nil if there is none.
func (a *alone) spokeBefore(p passage) *finding {
	for ; a.next < len(a.inOrder) && endOf(a.inOrder[a.next]) <= p.from; a.next++ {
		if f := a.inOrder[a.next]; len(f.said.Speakers) == 1 {
			a.last = f
		}
	}
	return a.last
}

func (r *sayer) lineOf(f *finding) int { return r.Body.LineAt(r.words[f.spans[0][0]].span.Start) }

func endOf(f *finding) int { return f.spans[len(f.spans)-1][1] }
