package suggest

import (
	"math/bits"
	"slices"
	"sort"

	"standpoint/app/suggest/learn"
	"standpoint/store"
	"standpoint/store/text"
)

// lessonText is a document as the learner reads it.
type lessonText struct {
	*sayer

	hash  []uint32   // of each word
	begin []uint32   // what the rules say of each word: what it belongs to
	verb  []bool     // words by which somebody can say something
	loose []Proposal // what may be said, by any verb
}

// The marks of what rules say of a word.
const (
	markContent uint32 = 1 << iota
	markFirst
	markCue
	markSource
	markNested
	markLoose // as it may be, by any verb
	markLooseFirst
	markLooseBeside // its verb, or who that is
)

const markOutside = markContent | markCue | markSource | markNested // no word of a unit

const markRule = 8 // how many bits the marks have before the rule

// newLessonText makes a document that has been read for statements ready for the learner.
func newLessonText(d *document, found []Proposal) *lessonText {
	t := &lessonText{sayer: d.said}
	d = t.document // of whose words some may be parted
	n := len(d.words)
	t.hash, t.begin, t.verb = make([]uint32, n), make([]uint32, n), make([]bool, n)
	for i := range d.words {
		t.hash[i] = learn.Hash(d.words[i].fold)
		_, _, says := t.g.verbAt(d.words, i)
		t.verb[i] = says && !d.words[i].mark || len(d.tags) > 0 && d.tags[i].IsVerb()
	}
	for k := range found {
		if found[k].Kind == store.KindStatement {
			t.markRules(&found[k])
		}
	}
	t.readLoose(found)
	return t
}

// readLoose finds what may be said besides, and marks its words.
func (t *lessonText) readLoose(found []Proposal) {
	begins := map[int][]int{} // where statements begin
	for i := range found {
		if found[i].Kind == store.KindStatement {
			begins[found[i].Spans[0].Start] = append(begins[found[i].Spans[0].Start], i)
		}
	}
	for _, p := range t.looseStatements() {
		if p.Spans = whole(t.Body, p.Spans); len(p.Spans) == 0 || slices.ContainsFunc(begins[p.Spans[0].Start], func(i int) bool {
			return isSameSpans(found[i].Spans, p.Spans)
		}) {
			continue
		}
		t.loose = append(t.loose, p)
		for k, s := range p.Spans {
			w := t.wordsWithin(s)
			for i := w[0]; i < w[1]; i++ {
				t.begin[i] |= markLoose
				if i == w[0] && k == 0 {
					t.begin[i] |= markLooseFirst
				}
			}
		}
		t.note(p.Said.Cue, markLooseBeside)
		for _, who := range p.Said.Speakers {
			t.note(who.Span, markLooseBeside)
		}
	}
}

// note marks the words of a span.
func (t *lessonText) note(s text.Span, as uint32) {
	w := t.wordsWithin(s)
	for i := w[0]; i < w[1]; i++ {
		t.begin[i] |= as
	}
}

// markRules marks the words of a statement that rules found.
func (t *lessonText) markRules(p *Proposal) {
	rule := learn.Hash(p.Rule) << markRule
	for k, s := range p.Spans {
		w := t.wordsWithin(s)
		for i := w[0]; i < w[1]; i++ {
			mark := markContent
			if t.begin[i]&markContent != 0 {
				mark |= markNested
			}
			if i == w[0] && k == 0 {
				mark |= markFirst
			}
			t.begin[i] = t.begin[i]&(1<<markRule-1) | mark | rule
		}
	}
	t.note(p.Said.Cue, markCue)
	for _, s := range p.Said.Speakers {
		t.note(s.Span, markSource)
	}
}

// wordsWithin are the words of which a span has some part.
func (d *document) wordsWithin(s text.Span) span2 {
	if s.Empty() {
		return span2{}
	}
	from := sort.Search(len(d.words), func(i int) bool { return d.words[i].span.End > s.Start })
	to := from
	for to < len(d.words) && d.words[to].span.Start < s.End {
		to++
	}
	return span2{from, to}
}

// distanceOf is a number of words as one of few steps.
func distanceOf(n int) uint32 { return uint32(min(bits.Len(uint(max(n, 0))), 7)) } //nolint:gosec // it is small

// wordFeatures is how many features a word has.
const wordFeatures = 30

// tagAt is the part of speech of a word of a unit; 99 outside of it, 98 if nobody knows.
func (t *lessonText) tagAt(u unit, i int) uint32 {
	switch {
	case i < u.from || i >= u.to:
		return 99
	case len(t.tags) == 0:
		return 98
	}
	return uint32(t.tags[i])
}

func (t *lessonText) hashAt(u unit, i int) uint32 {
	if i < u.from || i >= u.to {
		return 1
	}
	return t.hash[i]
}

func (t *lessonText) rulesAt(u unit, i int) uint32 {
	if i < u.from || i >= u.to {
		return markOutside
	}
	return t.begin[i]
}

// shapeOf is how a word is written.
func (t *lessonText) shapeOf(i int) (shape uint32) {
	w := &t.words[i]
	for k, is := range []bool{
		w.mark, w.large, w.upper, w.owns, isDigits(*w), titles[w.fold], organisationWords[w.fold], t.g.he.has(*w), t.g.it.has(*w),
	} {
		if is {
			shape |= 1 << k
		}
	}
	return shape
}

// quoteAt is how a word stands to quotations: outside, within, at the first or last mark, and whether that is open.
func (t *lessonText) quoteAt(i int) uint32 {
	if !t.isQuoted(i) {
		return 0
	}
	p := t.passageAt(i)
	q := uint32(1)
	if i == p.from {
		q |= 2
	}
	if i == p.to-1 {
		q |= 4
	}
	if p.open {
		q |= 8
	}
	if p.to-p.from <= shortQuotation+2 {
		q |= 16
	}
	return q
}

// sequence are the features of the words of a unit.
func (t *lessonText) sequence(n int) *learn.Sequence {
	g := t.glanceAt(n)
	s := &learn.Sequence{Per: wordFeatures, Features: make([]uint32, 0, (g.u.to-g.u.from)*wordFeatures)}
	for i := g.u.from; i < g.u.to; i++ {
		s.Features = g.features(s.Features, i)
		g.pass(i)
	}
	return s
}

// glance is what is known of a unit while its words are read from left to right.
type glance struct {
	*lessonText

	u       unit
	next    []int  // of each word the next verb outside of quotations, itself if it is one
	before  int    // the last such verb
	since   uint32 // what stood after that
	anyRule uint32 // what the rules say of some word of it
	begins  uint32 // 1: it is the first of its paragraph
}

// nowhere is how far away a verb is that is not there.
const nowhere = 200

func (t *lessonText) glanceAt(n int) *glance {
	u := t.units[n]
	g := &glance{lessonText: t, u: u, next: make([]int, u.to-u.from), before: u.from - nowhere}
	after := u.to + nowhere
	for i := u.to - 1; i >= u.from; i-- {
		if t.verb[i] && !t.isQuoted(i) {
			after = i
		}
		g.next[i-u.from] = after
		g.anyRule |= t.begin[i] & (1<<markRule - 1)
	}
	g.begins = flag(n == 0 || t.units[n-1].line != u.line)
	return g
}

// features adds those of a word.
func (g *glance) features(all []uint32, i int) []uint32 {
	f, u, next := learn.Feature, g.u, g.next[i-g.u.from]
	w, tag, shape, quote, rules := g.hash[i], g.tagAt(u, i), g.shapeOf(i), g.quoteAt(i), g.begin[i]
	marks := rules & (1<<markRule - 1)
	last, then := g.hashAt(u, g.before), g.hashAt(u, next)
	fromVerb, toVerb := distanceOf(i-g.before), distanceOf(next-i)
	left, right := g.rulesAt(u, i-1)&(1<<markRule-1), g.rulesAt(u, i+1)&(1<<markRule-1)
	first := flag(i == u.from)
	return append(all,
		f(0, 0, first),
		f(1, w, 0),
		f(2, g.hashAt(u, i-1), 0),
		f(3, g.hashAt(u, i+1), 0),
		f(4, g.hashAt(u, i-2), 0),
		f(5, g.hashAt(u, i+2), 0),
		f(6, tag, shape),
		f(7, g.tagAt(u, i-1), tag),
		f(8, tag, g.tagAt(u, i+1)),
		f(9, g.tagAt(u, i-2)<<8|g.tagAt(u, i-1), tag),
		f(10, quote, marks),
		f(11, rules, 0),
		f(12, marks<<16|left<<8|right, 0),
		f(13, marks, tag),
		f(14, marks, w),
		f(15, marks, last),
		f(16, last, fromVerb),
		f(17, then, toVerb),
		f(18, last, tag),
		f(19, then, tag),
		f(20, last, g.since<<8|quote),
		f(21, quote<<8|g.since, fromVerb<<4|toVerb),
		f(22, then, g.since<<8|quote),
		f(23, g.anyRule, marks),
		f(24, g.anyRule<<1|g.begins, quote),
		f(25, shape, marks),
		f(26, g.hashAt(u, i-1), w),
		f(27, w, g.hashAt(u, i+1)),
		f(28, g.begins<<8|first, tag),
		f(29, g.hashAt(u, i-1), tag),
	)
}

// pass takes note of a word for those after it.
func (g *glance) pass(i int) {
	switch w := &g.words[i]; {
	case g.verb[i] && !g.isQuoted(i):
		g.before, g.since = i, 0
	case w.fold == "that":
		g.since |= 1
	case g.mark(i, ","):
		g.since |= 2
	case g.mark(i, ":"):
		g.since |= 4
	case w.mark && g.isQuoted(i):
		g.since |= 8
	case w.fold == "and" || w.fold == "but":
		g.since |= 16
	}
}

// labels are what the words of a unit belong to, by what is annotated.
func (t *lessonText) labels(all []learn.Label, right []Proposal) {
	set := func(s text.Span, first, later learn.Label) {
		w := t.wordsWithin(s)
		for i := w[0]; i < w[1]; i++ {
			if all[i] != learn.Outside {
				continue
			}
			all[i] = later
			if i == w[0] {
				all[i] = first
			}
		}
	}
	for k := range right {
		for _, s := range right[k].Spans {
			set(s, learn.Begins, learn.Goes)
		}
	}
	for k := range right {
		set(right[k].Said.Cue, learn.Cue, learn.Cue)
		for _, p := range right[k].Said.Speakers {
			set(p.Span, learn.Source, learn.Source)
		}
	}
	for _, u := range t.units { // what is said goes on only where it begins
		for i := u.from; i < u.to; i++ {
			if all[i] == learn.Goes && (i == u.from || all[i-1] != learn.Begins && all[i-1] != learn.Goes) {
				all[i] = learn.Begins
			}
		}
	}
}
