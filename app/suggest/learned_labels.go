package suggest

import (
	"slices"

	"standpoint/app/suggest/learn"
	"standpoint/store"
	"standpoint/store/text"
)

// ruleLearned is the rule of statements that only what was learnt tells of.
const ruleLearned = "learned"

// labelled are the words of a document by what was learnt of them.
type labelled struct {
	of      []learn.Label
	margins []float32
}

// label labels all words of a document.
func (t *lessonText) label(l *learn.Labeller) labelled {
	all := labelled{make([]learn.Label, len(t.words)), make([]float32, len(t.words))}
	if l == nil {
		return all
	}
	var r learn.Reading
	for n, u := range t.units {
		l.Read(t.sequence(n), &r)
		copy(all.of[u.from:u.to], r.Labels)
		copy(all.margins[u.from:u.to], r.Margins)
	}
	return all
}

// part is a stretch of words of a unit with the same label.
type part struct {
	span2
	label learn.Label
}

// parts are the stretches of a unit that are labelled.
func (a *labelled) parts(u unit) (all []part) {
	for i := u.from; i < u.to; i++ {
		l := a.of[i]
		switch n := len(all); {
		case l == learn.Outside:
		case l == learn.Goes && n > 0 && all[n-1].label == learn.Begins && all[n-1].span2[1] == i:
			all[n-1].span2[1]++
		case l != learn.Begins && l != learn.Goes && n > 0 && all[n-1].label == l && all[n-1].span2[1] == i:
			all[n-1].span2[1]++
		case l == learn.Goes:
			all = append(all, part{span2{i, i + 1}, learn.Begins})
		default:
			all = append(all, part{span2{i, i + 1}, l})
		}
	}
	return all
}

// apart is how many words lie between two stretches.
func apart(a, b span2) int { return max(b[0]-a[1], a[0]-b[1], 0) }

// nearest is the stretch with a label that is nearest to another, by its place among all; of two the one before it. -1: there is none.
func nearest(all []part, label learn.Label, to span2) int {
	best := -1
	for i, p := range all {
		if p.label == label && (best < 0 || apart(p.span2, to) < apart(all[best].span2, to)) {
			best = i
		}
	}
	return best
}

// statementsOf are the statements that labels tell of.
func (t *lessonText) statementsOf(a *labelled) (found []Proposal) {
	lastUnit := -2
	for n, u := range t.units {
		parts := a.parts(u)
		ofCue := map[int]int{} // by the cue what was found with it
		first := len(found)
		var last []Party // who speaks right before
		if lastUnit >= n-1 && first > 0 {
			last = found[first-1].Said.Speakers
		}
		for _, p := range parts {
			if p.label != learn.Begins {
				continue
			}
			cue := nearest(parts, learn.Cue, p.span2)
			if at, there := ofCue[cue]; there && cue >= 0 && t.areApart(found[at].Spans, p.span2) {
				found[at].Spans = append(found[at].Spans, t.spanOfWords(p.span2))
				continue
			}
			ofCue[cue] = len(found)
			found = append(found, t.statementOf(u, parts, p, cue, last))
			lastUnit = n
		}
	}
	for i := range found {
		spans := make([]span2, len(found[i].Spans))
		for k, s := range found[i].Spans {
			spans[k] = t.wordsWithin(s)
		}
		found[i].Said.Quotation = t.quotingOf(spans)
	}
	return found
}

// statementOf is a statement of the words of one part, by the cue among the parts of its unit; -1: by none. A quotation that nobody else
// says is said by who speaks right before.
func (t *lessonText) statementOf(u unit, parts []part, p part, cue int, before []Party) Proposal {
	one := Proposal{Kind: store.KindStatement, Rule: ruleLearned, Spans: []text.Span{t.spanOfWords(p.span2)}}
	one.Said.Act = store.ActSays
	near := p.span2
	if cue >= 0 {
		near = parts[cue].span2
		one.Said.Cue = t.spanOfWords(near)
		if v, _, ok := t.g.verbAt(t.words, near[0]); ok {
			one.Said.Act = v.act
		}
	}
	if who := nearest(parts, learn.Source, near); who >= 0 {
		t.reading = u.to
		one.Said.Speakers = t.parties(parts[who].span2)
	} else if t.isQuoted(p.span2[0]) {
		one.Said.Speakers = before
	}
	return one
}

// areApart reports whether words do not touch spans.
func (t *lessonText) areApart(spans []text.Span, words span2) bool {
	return !slices.ContainsFunc(spans, func(s text.Span) bool { return apart(t.wordsWithin(s), words) == 0 })
}

// candidate is something that may be proposed, as it is judged.
type candidate struct {
	Proposal
	features []uint32
	prior    float64 // the logarithm of the odds by the rules
	score    float64
	loose    string // the rule that it would be of
	twin     int    // of a statement of the rules that what was learnt tells otherwise: its place among the candidates; -1: of none
}

// candidates are what rules propose, and what labels tell of besides.
func (t *lessonText) candidates(found []Proposal, a *labelled, learned bool) (all []candidate) {
	for _, p := range found {
		all = append(all, candidate{Proposal: p, prior: learn.Odds(p.Confidence), twin: -1})
	}
	if !learned {
		return all
	}
	for _, p := range t.loose {
		c := candidate{Proposal: p, prior: oddsOfLoose, twin: -1, loose: p.Rule}
		c.Rule = ruleLearned
		all = append(all, c)
	}
	rules := len(all)
	for _, p := range t.statementsOf(a) {
		if p.Spans = whole(t.Body, p.Spans); len(p.Spans) == 0 {
			continue
		}
		twin, same := -1, false
		for k := range all[:rules] {
			if all[k].Kind != store.KindStatement || !isSameSpans(all[k].Spans, p.Spans) {
				continue
			}
			if slices.Equal(all[k].Spans, p.Spans) {
				same = true
			}
			if twin < 0 || all[k].Confidence > all[twin].Confidence {
				twin = k
			}
		}
		if same {
			continue
		}
		c := candidate{Proposal: p, prior: oddsOfLearned, twin: twin}
		if twin >= 0 {
			of := &all[twin]
			c.Said, c.prior, c.loose = of.Said, of.prior-lessOfTwin, of.loose
			c.Said.Quotation = p.Said.Quotation
		}
		all = append(all, c)
	}
	return all
}

// What is known of statements that only labels tell of, before anything is: the logarithm of the odds.
const (
	oddsOfLearned = -1.0
	oddsOfLoose   = -2.5
	lessOfTwin    = 0.7
)
