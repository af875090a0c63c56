package suggest

import "standpoint/store"

// farthestWorded is how many words may stand between whose words some are and the noun that says so: “Ida Moll's last | answer”.
const farthestWorded = 4

// readWorded finds whose a quotation is by a noun that says that it is somebody's words: “…” was Ida Moll's answer; her reply was “…”; “…”
// came the answer from Odo Lenz. ok is false if none does.
func (r *sayer) readWorded(n int, u unit, p passage) (ok bool) {
	s := r.wordedAfter(u, p)
	if s[0] == s[1] {
		s = r.wordedBefore(n, u, p)
	}
	if s[0] >= s[1] {
		return false
	}
	c := cue{verb: verb{act: store.ActSays}, at: p.from, end: p.from, subject: s}
	before := len(r.found)
	r.add(n, &c, ruleQuoteColon, span2{p.from, p.to})
	return len(r.found) > before
}

// wordedAfter is who is told after a quotation to have said it.
func (r *sayer) wordedAfter(u unit, p passage) span2 {
	at := p.to
	if at < u.to && r.mark(at, ",") {
		at++
	}
	if at+2 >= u.to || p.from != r.sentenceFrom(u, p.from) {
		return span2{}
	}
	switch next := r.words[at+1].fold; {
	case r.g.be.has(r.words[at]) && (next == "how" || next == "all"):
		return r.nounPhraseFrom(u, at+2)
	case r.g.be.has(r.words[at]):
		return r.ownerOfWords(at+1, r.sentenceTo(u, at))
	case r.words[at].fold == "came" && next == "the" && at+4 < u.to && r.g.worded.has(r.words[at+2]) && r.words[at+3].fold == "from":
		return r.nounPhraseFrom(u, at+4)
	}
	return span2{}
}

// wordedBefore is whose words the sentence before a quotation tells it to be.
func (r *sayer) wordedBefore(n int, u unit, p passage) span2 {
	from := r.sentenceFrom(u, p.from)
	if n > 0 && p.from == u.from && r.units[n-1].line == u.line && r.mark(p.from-1, "?") {
		return r.askedOf(r.units[n-1].from, p.from-1)
	}
	if p.from-2 < from {
		return span2{}
	}
	first, last := r.words[from], r.words[p.from-1]
	switch {
	case first.fold == "so" && r.words[from+1].fold == "said" && r.mark(p.from-1, ":"):
		return r.nounPhraseFrom(u, from+2)
	case first.fold == "as" && r.mark(p.from-1, ":") && p.from-from < mostOfLabel && r.words[p.from-2].fold == "it":
		return r.nounPhraseFrom(u, from+1)
	case r.g.be.has(last) && !last.mark:
		return r.ownerOfWords(from, p.from-1)
	}
	return span2{}
}

// askedOf is whose answer follows a question that asks for nothing but that: “Ida Moll's verdict?”.
func (r *sayer) askedOf(from, to int) span2 {
	if to-from > mostOfTitle || r.hasFinite(from, to) {
		return span2{}
	}
	return r.owner(span2{from, to})
}

// ownerOfWords is whose words a phrase tells of: “Ida Moll's | last words to the crew”, “her | reply”.
func (r *sayer) ownerOfWords(from, to int) span2 {
	s := r.owner(span2{from, to})
	if s[0] >= s[1] || s[1]-s[0] > mostOfTitle {
		return span2{}
	}
	for i := s[1]; i < min(to, s[1]+farthestWorded); i++ {
		if r.g.worded.has(r.words[i]) {
			return s
		}
	}
	return span2{}
}

// readWordedNext takes the quotation with which a paragraph begins for somebody's of whom the next sentence says that it is: “…” | So said
// Ida Moll. “…” | Those were the words of Odo Lenz.
func (r *sayer) readWordedNext(n int, u unit) {
	if n == 0 || r.units[n-1].line != u.line || u.to-u.from < 3 || r.isQuoted(u.from) {
		return
	}
	before := r.units[n-1]
	if !r.opens(before.from) || r.claimed[r.in[before.from]-1] != 0 || r.passageAt(before.from).to < before.to {
		return
	}
	p := r.passageAt(before.from)
	c := cue{verb: verb{act: store.ActSays}, at: p.from, end: p.from}
	switch first, second := r.words[u.from].fold, r.words[u.from+1]; {
	case first == "so" && second.fold == "said":
		c.subject = r.nounPhraseFrom(u, u.from+2)
	case (first == "that" || first == "those" || first == "this") && r.g.be.has(second):
		c.subject = r.wordsOfWhom(u)
	}
	if c.subject[0] < c.subject[1] {
		r.add(n-1, &c, ruleQuoteNear, span2{p.from, p.to})
	}
}

// wordsOfWhom is who is named in “that was how Ida Moll put it”, “those were the words of Odo Lenz”, “that was the message from her”.
func (r *sayer) wordsOfWhom(u unit) span2 {
	if r.words[u.from+2].fold == "how" && u.from+3 < u.to {
		return r.nounPhraseFrom(u, u.from+3)
	}
	for i := u.from + 2; i+2 < min(u.to, u.from+2+mostOfTitle); i++ {
		if by := r.words[i+1].fold; r.g.worded.has(r.words[i]) && (by == "of" || by == "from") {
			return r.nounPhraseFrom(u, i+2)
		}
	}
	return span2{}
}
