package suggest

import "standpoint/store"

// Of texts in languages of which no verb is known, quotations are read by their marks and by the names beside them.
const (
	mostOfSaying = 3 // so many words stand between a quotation and who is named beside it at most: “…”, ha detto | Mara Ellin
	mostOfVerb   = 2 // so many of them are the words of saying
)

// isWordless reports whether no verbs are known in the language of the text.
func (r *sayer) isWordless() bool { return grammars()[r.language()] == nil }

// saidBeside tells who says a quotation: who is named beside it, or else before it in its sentence; of what is a sentence by itself, who
// spoke last in the paragraph.
func (a *alone) saidBeside(u unit, p passage) (said Said) {
	from, to := a.sentenceFrom(u, p.from), a.sentenceTo(u, p.to-1)
	m, cue, ok := a.namedAfter(p, to)
	if !ok {
		m, cue, ok = a.namedBefore(from, p)
	}
	isAlone := p.from == from && (p.to >= to || a.endsWithin(p) && a.mark(p.to, stops))
	if ok {
		return Said{Speakers: []Party{a.partyOf(m)}, Cue: a.spanOfWords(cue)}
	}
	if last := a.spokeBefore(p); isAlone && last != nil && a.lineOf(last) == u.line {
		said.Speakers = last.said.Speakers
	}
	return said
}

// namedAfter is who is named right after a quotation, and the words between that say so, if they can be a verb: “…”, ha detto Mara Ellin.
func (a *alone) namedAfter(p passage, to int) (who mention, cue span2, ok bool) {
	at := p.to
	for at < to && a.mark(at, ",–—-") {
		at++
	}
	near := a.mentionsBetween(at, min(to, at+mostOfSaying+mostOfName))
	if len(near) == 0 || near[0].first-at > mostOfSaying || !canBeQuoted(near[0]) {
		return mention{}, span2{}, false
	}
	return near[0], a.sayingBetween(at, near[0].first), true
}

// namedBefore is who is named first in a sentence before its quotation; the words between that and a colon may say so: Mara Ellin ha detto:
// “…”.
func (a *alone) namedBefore(from int, p passage) (who mention, cue span2, ok bool) {
	for _, m := range a.mentionsBetween(from, p.from) {
		if !canBeQuoted(m) || a.isQuoted(m.first) {
			continue
		}
		if end := p.from - 1; end > m.end && a.mark(end, ":") {
			cue = a.sayingBetween(m.end, end)
		}
		return m, cue, true
	}
	return mention{}, span2{}, false
}

// sayingBetween is a stretch of words if it can be a verb of saying: few words in small letters, and no marks.
func (a *alone) sayingBetween(from, to int) span2 {
	if to-from > mostOfVerb {
		return span2{}
	}
	for _, w := range a.words[from:to] {
		if w.mark || w.large {
			return span2{}
		}
	}
	return span2{from, to}
}

// canBeQuoted reports whether a mention is of somebody who speaks, rather than of a place.
func canBeQuoted(m mention) bool {
	return m.first < m.end && m.rule != RulePlace && (m.party.Kind != "" || m.party.Actor != (store.ID{}))
}

func (a *alone) partyOf(m mention) Party {
	return a.calledSo(Party{Span: m.span, Words: a.Body.Slice(m.span)}, m.party)
}
