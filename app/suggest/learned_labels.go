package suggest

import (
	"cmp"
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

// farthestPart is how many parts of a unit lie between what is said and its verb at most.
const farthestPart = 24

// nearest is the part with a label that is nearest to the one at a place, by its place among all; of two the one before it. -1: there is
// none.
func nearest(all []part, label learn.Label, at int) int {
	best := -1
	for n := 1; n <= farthestPart; n++ {
		for _, i := range [...]int{at - n, at + n} {
			if i < 0 || i >= len(all) || all[i].label != label {
				continue
			}
			if best < 0 || apart(all[i].span2, all[at].span2) < apart(all[best].span2, all[at].span2) {
				best = i
			}
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
		for i, p := range parts {
			if p.label != learn.Begins {
				continue
			}
			cue := nearest(parts, learn.Cue, i)
			if at, there := ofCue[cue]; there && cue >= 0 && t.areApart(found[at].Spans, p.span2) {
				found[at].Spans = append(found[at].Spans, t.spanOfWords(p.span2))
				continue
			}
			ofCue[cue] = len(found)
			found = append(found, t.statementOf(u, parts, i, cue, last))
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
func (t *lessonText) statementOf(u unit, parts []part, at, cue int, before []Party) Proposal {
	p := parts[at]
	one := Proposal{Kind: store.KindStatement, Rule: ruleLearned, Spans: []text.Span{t.spanOfWords(p.span2)}}
	one.Said.Act = store.ActSays
	near := at
	if cue >= 0 {
		near = cue
		one.Said.Cue = t.spanOfWords(parts[cue].span2)
		if v, _, ok := t.g.verbAt(t.words, parts[cue].span2[0]); ok {
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
	*Proposal // nil once it is judged in an article that is learnt from: what is said below is all that is still needed

	kind     store.Kind
	spans    []text.Span
	sure     float64 // by the rules
	byRules  bool    // a rule found it
	rule     string  // which; of what labels tell otherwise, that of what it is told of
	labelled bool    // only labels tell of it
	prior    float64 // the logarithm of the odds before anything was learnt
	features []uint32
	score    float64
	loose    string // the rule that it would be of
	twin     int    // of a statement that is told otherwise by labels: its place among the candidates; -1: of none
}

func newCandidate(p *Proposal, prior float64) candidate {
	return candidate{
		Proposal: p, kind: p.Kind, spans: p.Spans, sure: p.Confidence, byRules: p.Rule != ruleLearned, rule: p.Rule, prior: prior, twin: -1,
	}
}

// candidates are what rules propose, and what labels tell of besides.
func (t *lessonText) candidates(found []Proposal, a *labelled, learned bool) (all []candidate) {
	for i := range found {
		all = append(all, newCandidate(&found[i], learn.Odds(found[i].Confidence)))
	}
	if !learned {
		return all
	}
	for i := range t.loose {
		loose := t.loose[i].Rule
		p := t.loose[i]
		p.Rule = ruleLearned
		c := newCandidate(&p, oddsOfLoose)
		c.loose = loose
		all = append(all, c)
	}
	twins := newTwins(all)
	for _, p := range t.statementsOf(a) {
		if p.Spans = whole(t.Body, p.Spans); len(p.Spans) == 0 {
			continue
		}
		twin, same := twins.of(p.Spans)
		if same {
			continue
		}
		c := newCandidate(&p, oddsOfLearned)
		c.labelled = true
		if c.twin = twin; twin >= 0 {
			of := &all[twin]
			quotation := p.Said.Quotation
			p.Said, c.prior, c.loose, c.rule = of.Said, of.prior-lessOfTwin, of.loose, of.rule
			p.Said.Quotation = quotation
		}
		all = append(all, c)
	}
	return all
}

// twins are statements in the order of the text.
type twins struct {
	all   []candidate
	order []int
	until []int // as order: where the last ends of all up to there
}

func newTwins(all []candidate) *twins {
	t := &twins{all: all}
	for i := range all {
		if all[i].kind == store.KindStatement {
			t.order = append(t.order, i)
		}
	}
	slices.SortStableFunc(t.order, func(a, b int) int { return cmp.Compare(all[a].spans[0].Start, all[b].spans[0].Start) })
	end := 0
	for _, i := range t.order {
		end = max(end, all[i].spans[len(all[i].spans)-1].End)
		t.until = append(t.until, end)
	}
	return t
}

// of is the surest statement that has at least half of all words in common with spans; -1 if there is none. same: one has these very
// spans.
func (t *twins) of(spans []text.Span) (twin int, same bool) {
	twin = -1
	start, end := spans[0].Start, spans[len(spans)-1].End
	n, _ := slices.BinarySearchFunc(t.order, end, func(i, end int) int { return cmp.Compare(t.all[i].spans[0].Start, end) })
	for n--; n >= 0 && t.until[n] > start; n-- {
		k := t.order[n]
		if !isSameSpans(t.all[k].spans, spans) {
			continue
		}
		same = same || slices.Equal(t.all[k].spans, spans)
		if twin < 0 || t.all[k].sure >= t.all[twin].sure {
			twin = k
		}
	}
	return twin, same
}

// What is known of statements that only labels tell of, before anything is: the logarithm of the odds.
const (
	oddsOfLearned = -1.0
	oddsOfLoose   = -2.5
	lessOfTwin    = 0.7
)
