package suggest

import (
	"slices"

	"standpoint/store"
	"standpoint/store/text"
)

// Lesson is an article to learn from.
type Lesson struct {
	Body    *text.Body
	Facts   Facts
	Right   []Proposal // what is annotated in it
	Whole   bool       // what is not annotated is no annotation
	Decided []Verdict  // what somebody decided on proposals
}

// Verdict is what somebody decided on a proposal.
type Verdict struct {
	Kind  store.Kind
	Spans []text.Span
	Rule  string
	Right bool
}

// isSameSpans reports whether two sets of spans have at least half of all their words in common.
func isSameSpans(a, b []text.Span) bool {
	both, either := text.Common(a, b)
	return both > 0 && 2*both >= either
}

// matches reports whether what is proposed is what is annotated: a mention of the same actor that has words in common, a statement of the
// same words and speaker, a position of the same holder that takes the same stand there.
func (p *Proposal) matches(right *Proposal) bool {
	if p.Kind != right.Kind || !p.Whole().Overlaps(right.Whole()) {
		return false
	}
	switch p.Kind {
	case store.KindMention:
		both, _ := text.Common(p.Spans, right.Spans)
		return both > 0 && isSameParty(p.Party, right.Party)
	case store.KindStatement:
		return isSameSpans(p.Spans, right.Spans) && isOneOf(p.Said.Speakers, right.Said.Speakers)
	case store.KindPosition:
		both, _ := text.Common(p.Spans, right.Spans)
		return both > 0 && (right.Stand.Stance == "" || p.Stand.Stance == right.Stand.Stance) && isOneOf(p.Stand.Holders, right.Stand.Holders)
	}
	return false
}

// isOneOf reports whether one of those who are proposed is one of those who are annotated; nobody needs to be where nobody is.
func isOneOf(proposed, annotated []Party) bool {
	if len(annotated) == 0 {
		return true
	}
	return slices.ContainsFunc(proposed, func(p Party) bool {
		return slices.ContainsFunc(annotated, func(q Party) bool { return isSameParty(p, q) })
	})
}

// isSameParty reports whether somebody who is proposed is who is annotated: the same actor, or one of whose names the words are a part.
func isSameParty(p, q Party) bool {
	if p.Actor != (store.ID{}) && p.Actor == q.Actor {
		return true
	}
	if !p.Span.Empty() && p.Span.Overlaps(q.Span) {
		return p.Name == "" || q.Name == "" || isSameName(p.Name, q.Name)
	}
	for _, mine := range []string{p.Name, p.Words} {
		for _, theirs := range []string{q.Name, q.Words} {
			if isSameName(mine, theirs) {
				return true
			}
		}
	}
	return false
}

// isSameName reports whether two names end with the same word, and one has all words of the other.
func isSameName(a, b string) bool {
	mine, theirs := nameWords(a), nameWords(b)
	if len(mine) == 0 || len(theirs) == 0 || mine[len(mine)-1] != theirs[len(theirs)-1] {
		return false
	}
	return containsAll(mine, theirs) || containsAll(theirs, mine)
}

// nameWords are the folded words of a name.
func nameWords(name string) (all []string) {
	for _, w := range withoutDeterminer(wordsIn(name)) {
		if !w.mark {
			all = append(all, w.fold)
		}
	}
	return all
}

func containsAll(all, part []string) bool {
	return !slices.ContainsFunc(part, func(w string) bool { return !slices.Contains(all, w) })
}
