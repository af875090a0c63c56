package suggest

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/google/uuid"

	"standpoint/store"
	"standpoint/store/text"
)

// KindDate is the kind of a proposal that is no annotation: words that say when something is.
const KindDate store.Kind = "date"

// Proposal is an annotation that the program proposes; it is nobody's until it is accepted. Which fields apply depends on its Kind.
type Proposal struct {
	ID         store.ID // a UUIDv5: the same as long as the article has this text
	Article    store.ID
	Kind       store.Kind  // mention, statement or position; or KindDate
	Spans      []text.Span // code points of the article's text, in order; they do not overlap, touch or cut a grapheme
	Confidence float64     // 0 to 1, in hundredths: of those at 0.8 about eight in ten are right
	Rule       string      // what found it, a word that lasts
	Like       int         // how many annotations that were recorded are like it: statements told in the same way, mentions of the same words

	Party  Party  // mention: whom it names, and of what kind that is
	Office Office // mention: what a new person is, as far as the text says
	Said   Said   // statement
	Stand  Stand  // position
	When   Moment // date
}

// Said is what a proposed statement holds.
type Said struct {
	Speakers, Addressees, Carriers []Party
	Cue                            text.Span // the verb of saying, or what stands for one; empty if there is none
	Act                            store.Act
	Quotation                      store.Quotation
	On                             Moment // when it was said; zero: when the article was published
}

// Stand is what a proposed position holds.
type Stand struct {
	Statement store.ID // the proposal, or the annotation, on which it rests; zero: none
	Holders   []Party
	Target    Target
	Stance    store.Stance
	Condition string    // the words of a condition, or ""
	Verb      text.Span // the words that say where they stand
	On        Moment    // when; zero: when the statement was made, or the article published
}

// Target is what a position is on, as far as that is known: one of the two, or neither.
type Target struct {
	Issue store.ID // of the project
	Actor Party
	Name  string // of the issue
	Span  text.Span
}

// Label is what people call what a position is on: the issue, the actor; "" if that is not known.
func (t Target) Label() string { return cmp.Or(t.Name, t.Actor.Label()) }

// Moment is when something is, by words of the article and its own date.
type Moment struct {
	Date store.Date // 2025, 2025-05, 2025-05-16 or RFC 3339; "" for a zero Moment
	Span text.Span  // the words from which it follows
}

// IsZero reports whether no words tell when.
func (m Moment) IsZero() bool { return m.Date == "" }

// keySpace is the UUIDv5 name space of proposals. It is part of the file format: rejections are kept by these ids.
var keySpace = uuid.MustParse("0f3b7e0e-8f8e-5c55-9f63-5b1f3f6a2c74")

// identify gives the proposal its id. Two positions may be taken in the same words: they differ by the words that say so.
func (p *Proposal) identify(body text.Hash) {
	var key strings.Builder
	fmt.Fprintf(&key, "%s\x00%s\x00%s", p.Article, body, p.Kind)
	for _, s := range p.Spans {
		fmt.Fprintf(&key, "\x00%d-%d", s.Start, s.End)
	}
	if p.Kind == store.KindPosition {
		fmt.Fprintf(&key, "\x00%d-%d", p.Stand.Verb.Start, p.Stand.Verb.End)
	}
	p.ID = uuid.NewSHA1(keySpace, []byte(key.String()))
}

// Whole is from the start of the first span to the end of the last.
func (p *Proposal) Whole() text.Span {
	if len(p.Spans) == 0 {
		return text.Span{}
	}
	return text.Span{Start: p.Spans[0].Start, End: p.Spans[len(p.Spans)-1].End}
}

// Parties are those of whom a proposal is: whom a mention names, the speakers of a statement, the holders of a position.
func (p *Proposal) Parties() []Party {
	switch p.Kind {
	case store.KindMention:
		return []Party{p.Party}
	case store.KindStatement:
		return p.Said.Speakers
	case store.KindPosition:
		return p.Stand.Holders
	}
	return nil
}

// Hundredths is how sure a proposal is, from 0 to 100.
func (p *Proposal) Hundredths() int {
	const hundred = 100
	return int(math.Round(p.Confidence * hundred))
}

// kindOrder is in what order the kinds stand at one place where they are equally long.
var kindOrder = []store.Kind{store.KindStatement, store.KindPosition, store.KindMention, KindDate}

// inOrder compares proposals of one article: as they stand in the text, at one place the longest first.
func inOrder(a, b Proposal) int {
	at, bt := a.Whole(), b.Whole()
	return cmp.Or(
		cmp.Compare(at.Start, bt.Start),
		cmp.Compare(bt.End, at.End),
		cmp.Compare(slices.Index(kindOrder, a.Kind), slices.Index(kindOrder, b.Kind)),
		slices.Compare(a.ID[:], b.ID[:]),
	)
}
