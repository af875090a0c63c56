package suggest

import (
	"sort"

	"standpoint/store"
)

// saidOn is the day on which something was said, by the words of the clause that tells of it; zero: it tells no day. A day after that of
// the article is none.
func (r *sayer) saidOn(c *cue, spans []span2) Moment {
	first, last := r.sentenceAround(c.at)
	if c.subject[0] > c.at {
		first = c.at
	}
	stretches := []span2{{c.end, r.clauseTo(c.end, last, spans)}}
	switch {
	case c.inverted:
		stretches[0] = span2{c.subject[1], r.clauseTo(c.subject[1], last, spans)}
	case c.subject[1] <= c.at && !c.shared:
		stretches = append(stretches, r.between(c), r.ahead(first, c.subject[0]))
	}
	tail := spans[len(spans)-1][1]
	if c.end < tail && tail > first && tail < last {
		stretches = append(stretches, r.rightAfter(tail, last))
	}
	for _, s := range stretches {
		if m := r.dayIn(s, c); !m.IsZero() {
			return m
		}
	}
	return r.sharedDay(c, first)
}

// clauseTo is where the words end that belong to a verb after it: at a mark, at what is said.
func (r *sayer) clauseTo(from, last int, spans []span2) int {
	last = r.limit(last, from)
	for _, s := range spans {
		if s[0] >= from {
			last = min(last, s[0])
		}
	}
	for i := from; i < last; i++ {
		if r.isQuoted(i) || r.words[i].isMark(clauseMarks+stops) {
			return i
		}
	}
	return last
}

// between are the words between a subject and its verb, without those that tell of somebody: “Mara Ellin, who came on Monday, said”.
func (r *sayer) between(c *cue) span2 {
	s := r.bared(c.subject[1], c.at)
	if s[0] < s[1] && (s[0] == c.subject[1] || r.g.prepositions.has(r.words[s[0]]) || r.g.speaking.has(r.words[s[0]])) {
		return s
	}
	return span2{}
}

// ahead are the words with which a sentence begins before its subject, if they tell when, or where, it was said: “On Friday,”, “In a letter
// on Friday”, “Speaking to reporters on Friday,”.
func (r *sayer) ahead(first, subject int) span2 {
	first = max(first, subject-farthestThat)
	for i := subject - 1; i >= first; i-- {
		if w := r.words[i]; r.isQuoted(i) || w.isMark(";:—–"+stops) || r.g.breaks.has(w) && !r.g.prepositions.has(w) {
			first = i + 1
			break
		}
	}
	s := r.bared(first, subject)
	if s[0] == s[1] || r.g.speaking.has(r.words[s[0]]) {
		return s
	}
	for i := s[0]; i < s[1]; i++ {
		w := r.words[i]
		switch {
		case r.g.isWhen(w) || isDigits(w):
			return s
		case r.g.channels.has(w) && r.g.prepositions.has(r.words[s[0]]):
			return s
		case i > s[0] && !r.g.prepositions.has(r.words[s[0]]):
			return span2{}
		case i > s[0]+1 && r.words[s[0]].fold == "on":
			return span2{}
		}
	}
	return span2{}
}

// rightAfter are the words right after what is said, if they tell a day and nothing else: “called it “a farce” on Monday”.
func (r *sayer) rightAfter(from, last int) span2 {
	to := r.clauseTo(from, last, nil)
	if to > from && (r.words[from].fold == "on" || r.g.isWhen(r.words[from])) {
		return span2{from, to}
	}
	return span2{}
}

// dayIn is the first day among words on which something can have been said.
func (r *sayer) dayIn(s span2, c *cue) Moment {
	for s[0] < s[1] {
		m := r.momentIn(r.words[s[0]:s[1]])
		if m.IsZero() {
			return m
		}
		at := s[0] + sort.Search(s[1]-s[0], func(i int) bool { return r.words[s[0]+i].span.Start >= m.Span.Start })
		end := at + sort.Search(s[1]-at, func(i int) bool { return r.words[at+i].span.Start >= m.Span.End })
		if m.Date.Precision() >= store.PrecisionDay && r.isDayOfSaying(s[0], at, end, c) && !r.isAhead(m) {
			return m
		}
		s[0] = max(end, at+1)
	}
	return Moment{}
}

// isAhead reports whether a day is after that of the article.
func (d *document) isAhead(m Moment) bool {
	return d.Published != "" && m.Date.First() > d.Published.Last()
}

// isDayOfSaying reports whether a day among words, of which the first is given, is that of what is said, and not of something that is
// named there: “said of the vote on Monday”, “after Monday's vote”.
func (r *sayer) isDayOfSaying(first, at, end int, c *cue) bool {
	if c.to[0] <= at && at < c.to[1] || c.subject[0] <= at && at < c.subject[1] {
		return false
	}
	for i := first; i < at; i++ {
		w := r.words[i]
		switch {
		case r.g.notThen.has(w):
			return false
		case r.tells(i) && !r.g.speaking.has(w):
			return false
		case i == c.end && (w.fold == "of" || w.fold == "for"):
			return false
		}
	}
	before := r.words[max(at-1, 0)]
	if last := r.words[end-1]; last.owns {
		return at > first && (before.fold == "in" || before.fold == "at") || at == c.end
	}
	return at == first || !r.g.prepositions.has(before) || r.g.then.has(before)
}

// sharedDay is the day on which the subject of a verb that has none of its own said what the verb before tells of, whatever is told
// within that: “told reporters on Monday that he did not hope for much and suggested”.
func (r *sayer) sharedDay(c *cue, first int) Moment {
	if !c.shared {
		return Moment{}
	}
	subject := r.words[c.subject[0]].span
	for i := len(r.found) - 1; i >= 0; i-- {
		before := &r.found[i].said
		if before.Cue.Empty() || before.Cue.Start < r.words[first].span.Start {
			break
		}
		for _, s := range before.Speakers {
			if s.Span.Start <= subject.Start && subject.End <= s.Span.End {
				return before.On
			}
		}
	}
	return Moment{}
}
