package suggest

import (
	"slices"
	"sort"

	"standpoint/store"
	"standpoint/store/text"
)

// Around is what a text tells of a passage that somebody selected to record it.
type Around struct {
	Said  Said   // who says the passage, as far as anything tells
	Stand Stand  // where somebody stands by a verb in it; without a Verb none says so
	Rule  string // what found who says it, a word that lasts; "" if nothing did
}

// Around reads what a text tells of a passage: by what was found in it where that has enough of the passage's words, else by the
// sentences around the passage, taken for what is said. found may be of another text, or of none: then what is near is read, however
// long the text is, and no issue is known.
func (t Text) Around(f Facts, passage text.Span, found Findings) Around {
	passage = t.Body.Trim(passage)
	var known Around
	if found.Body != nil && found.Body.Hash() == t.Body.Hash() {
		var ok bool
		if known, ok = aroundIn(found.read, passage); ok {
			return known.quoting(t.Body, passage)
		}
	}
	near, start := t.Near(passage)
	d := newDocument(near, f)
	said := d.statements()
	local := passage.Moved(-start)
	a, ok := aroundIn(append(said, d.positions(said)...), local)
	if !ok {
		a = d.said.around(local, a.Stand)
	}
	if a = a.quoting(near.Body, local).moved(start); !known.Stand.Verb.Empty() {
		a.Stand = known.Stand
	}
	return a
}

// quoting tells by the marks around the passage how it is quoted; of what somebody else quotes that is known.
func (a Around) quoting(b *text.Body, passage text.Span) Around {
	if a.Rule != ruleNested {
		a.Said.Quotation = store.Quotation(b.Quoting(passage))
	}
	return a
}

// aroundIn is what proposals of a text tell of a passage of it: that of which most words are the same. ok is false if no statement has
// half of its own words or of the passage's in common with it. What begins with a verb of standing is said by whoever stands right before.
func aroundIn(found []Proposal, passage text.Span) (a Around, ok bool) {
	best := 0.0
	for i := range found {
		p := &found[i]
		switch share := Shared(p.Spans, []text.Span{passage}); {
		case p.Kind == store.KindPosition && a.Stand.Verb.Empty() && passage.Contains(p.Stand.Verb.Start):
			a.Stand = p.Stand
		case p.Kind == store.KindStatement && share > best:
			a.Said, a.Rule, best = p.Said, p.Rule, share
		}
	}
	if v := a.Stand.Verb; v.Start == passage.Start && !v.Empty() && a.Stand.Holders[0].Span.End <= v.Start { // Mara Ellin | rejected the toll
		a.Said, a.Rule = Said{Act: store.ActSays, Speakers: a.Stand.Holders, Cue: v, On: a.Stand.On}, ruleStance
		return a, true
	}
	return a, best > 0
}

// Shared is how much two passages have in common of all that they have, from 0 to 1; 0 if it is less than half of either.
func Shared(a, b []text.Span) float64 {
	common, ofA, ofB := 0, 0, 0
	for _, s := range b {
		ofB += s.Len()
	}
	for _, s := range a {
		ofA += s.Len()
		for _, other := range b {
			common += max(0, min(s.End, other.End)-max(s.Start, other.Start))
		}
	}
	if 2*common < min(ofA, ofB) {
		return 0
	}
	return float64(common) / float64(max(1, ofA+ofB-common))
}

// around reads who says a passage by the verb of saying that stands nearest to it.
func (r *sayer) around(passage text.Span, stand Stand) Around {
	a := Around{Said: Said{Act: store.ActSays}, Stand: stand}
	p := r.wordsIn(passage)
	if p[0] == p[1] {
		return a
	}
	if f, ok := r.sayingOf(p); ok {
		a.Said, a.Rule = f.said, f.rule
		return a
	}
	if f, ok := r.lastBefore(p); ok {
		a.Said, a.Rule = f.said, ruleQuoteOn
		a.Said.Act, a.Said.Cue = store.ActSays, text.Span{}
	}
	return a
}

// sayingOf is what a passage would be by the verb of saying that it hangs on: in a language that is read by clauses, by the one that says
// something else in the same sentence.
func (r *sayer) sayingOf(p span2) (f finding, ok bool) {
	if r.g.language != "en" {
		u := r.unitsOf(p)
		at := r.spanOfWords(span2{u.from, u.to})
		for _, f := range r.found {
			if cue := f.said.Cue; !cue.Empty() && at.Contains(cue.Start) {
				return f, true
			}
		}
		return f, false
	}
	before := len(r.found)
	if c, rule, ok := r.cueFor(p); ok {
		r.add(0, &c, rule, p)
	}
	if len(r.found) == before {
		return f, false
	}
	return r.found[before], true
}

// wordsIn are the words of a passage, with the marks right around it that belong to a quotation.
func (r *sayer) wordsIn(passage text.Span) span2 {
	from := sort.Search(len(r.words), func(i int) bool { return r.words[i].span.End > passage.Start })
	to := from + sort.Search(len(r.words)-from, func(i int) bool { return r.words[from+i].span.Start >= passage.End })
	if from > 0 && from < to && r.words[from-1].isMark(quoteMarks) && r.isQuoted(from-1) {
		from--
	}
	for to > from && to < len(r.words) && r.words[to].isMark(quoteMarks+",") {
		to++
	}
	return span2{from, to}
}

// farthestCue is how many words may stand between a passage and the verb of saying after it.
const farthestCue = 12

// cueFor is the verb of saying that a passage hangs on: its own first word, if somebody stands right before it; right after a quotation
// that begins its sentence; else the nearest before it, else after it, else the first within it.
func (r *sayer) cueFor(p span2) (c cue, rule string, ok bool) {
	u := r.betweenSemicolons(r.unitsOf(p), p)
	var before, after, within *cue
	for i := u.from; i < u.to; i++ {
		found, ok := r.cueAt(u, i)
		switch {
		case !ok:
		case found.group == p[0] && found.subject[1] == p[0]:
			return found, ruleClauseAfter, true
		case found.end <= p[0]:
			before = &found
		case found.at >= p[1] && after == nil && found.at-p[1] <= farthestCue:
			after = &found
		case found.at >= p[0] && found.at < p[1] && within == nil:
			within = &found
		}
	}
	opens := r.bared(u.from, p[0])
	switch {
	case after != nil && (before == nil || opens[0] == opens[1]):
		return *after, ruleClauseAfter, true
	case before != nil:
		return *before, ruleThat, true
	case within != nil:
		return *within, ruleThat, true
	}
	return c, "", false
}

// unitsOf are the sentences in which words stand.
func (r *sayer) unitsOf(p span2) unit {
	first := sort.Search(len(r.units), func(i int) bool { return r.units[i].to > p[0] })
	last := sort.Search(len(r.units), func(i int) bool { return r.units[i].to >= p[1] })
	u := r.units[first]
	u.to = r.units[max(first, min(last, len(r.units)-1))].to
	return u
}

// betweenSemicolons is the part of sentences in which words stand that are no quotation: that goes on after “she said;”.
func (r *sayer) betweenSemicolons(u unit, p span2) unit {
	for i := u.from; i < u.to; i++ {
		switch {
		case !r.mark(i, ";"):
		case i >= p[1]:
			u.to = i
		case i < p[0] && !r.opens(p[0]):
			u.from = i + 1
		}
	}
	return u
}

// cueAt reads a word outside of quotations as a verb of saying of which somebody is the subject.
func (r *sayer) cueAt(u unit, i int) (c cue, ok bool) {
	switch {
	case r.isQuoted(i):
		return c, false
	case r.isAccording(i):
		c = r.according(u, i)
		return c, c.subject[0] < c.subject[1]
	}
	if c, ok = r.findCue(u, i); !ok || c.passive || !r.findSubject(u, &c) || !r.mayspeak(&c) || r.isOfTalk(c.subject) {
		return c, false
	}
	if c.negated && c.modal { // “would not say”
		c.at, c.verb.act = c.group, store.ActDeclines
	}
	if c.verb.takes&takesTold != 0 && !c.inverted {
		r.addressee(&c, c.end, u.to)
	}
	return c, true
}

// isOfTalk reports whether a subject is whoever talks, or whom they talk to: “I”, “you”. What stands there is what they say.
func (r *sayer) isOfTalk(subject span2) bool {
	return subject[1]-subject[0] == 1 && r.isVoice(subject[0])
}

// lastBefore is the statement with which the sentence right before a quotation ends, in the same paragraph.
func (r *sayer) lastBefore(p span2) (*finding, bool) {
	if !r.isQuoted(p[0]) {
		return nil, false
	}
	at := r.unitsOf(p).from
	for n := len(r.found) - 1; n >= 0; n-- {
		f := &r.found[n]
		if len(f.spans) == 0 || f.spans[len(f.spans)-1][1] > at {
			continue
		}
		return f, r.Body.LineAt(r.words[f.spans[0][0]].span.Start) == r.Body.LineAt(r.words[at].span.Start)
	}
	return nil, false
}

// moved is what was read of a part of a text that begins at a code point, as it is in the whole.
func (a Around) moved(start int) Around {
	if start == 0 {
		return a
	}
	for _, list := range []*[]Party{&a.Said.Speakers, &a.Said.Addressees, &a.Said.Carriers, &a.Stand.Holders} {
		*list = slices.Clone(*list)
		for i := range *list {
			(*list)[i].Span = (*list)[i].Span.Moved(start)
		}
	}
	for _, s := range []*text.Span{&a.Said.Cue, &a.Said.On.Span, &a.Stand.Verb, &a.Stand.Target.Span, &a.Stand.On.Span} {
		if !s.Empty() {
			*s = s.Moved(start)
		}
	}
	return a
}
