package text

import (
	"cmp"
	"slices"
	"strings"

	"standpoint/store/say"
)

// Quote is a span together with what the body has there and around it.
type Quote struct {
	Span
	Exact  string `json:"exact"`
	Before string `json:"before"` // up to 32 code points before the span
	After  string `json:"after"`  // up to 32 code points after it
}

// surroundings is how many code points of a body a quote keeps on each side.
const surroundings = 32

// Anchor ties an annotation to text: it names a body and quotes its spans.
type Anchor struct {
	Body   Hash    `json:"body"`
	Quotes []Quote `json:"quotes"`
}

// ErrOtherBody is what Verify returns when the anchor names another body.
var ErrOtherBody = say.Errorf("the annotation was made on another version of this text")

// ErrNoWords is what NewAnchor returns when there is nothing to quote.
var ErrNoWords = say.Errorf("select some words first")

// NewAnchor returns an anchor to the spans of the body, snapped to grapheme
// clusters, in text order; spans that overlap or touch become one.
// ErrNoWords if there is no span or an empty one.
func NewAnchor(b *Body, spans ...Span) (Anchor, error) {
	joined, err := b.join(spans)
	if err != nil {
		return Anchor{}, err
	}
	a := Anchor{Body: b.Hash()}
	for _, s := range joined {
		a.Quotes = append(a.Quotes, b.quote(s))
	}
	return a, nil
}

// join returns the spans snapped, in order and apart from each other.
func (b *Body) join(spans []Span) ([]Span, error) {
	if len(spans) == 0 {
		return nil, ErrNoWords
	}
	var joined []Span
	sorted := slices.SortedFunc(slices.Values(spans), func(s, t Span) int { return cmp.Compare(s.Start, t.Start) })
	for _, s := range sorted {
		if s.Start < 0 || s.End > b.length {
			return nil, say.Errorf("the span %d to %d lies outside the text, which has %d characters", s.Start, s.End, b.length)
		}
		if s.Empty() {
			return nil, ErrNoWords
		}
		s = b.Snap(s)
		if last := len(joined) - 1; last >= 0 && s.Start <= joined[last].End {
			joined[last] = joined[last].Union(s)
			continue
		}
		joined = append(joined, s)
	}
	return joined, nil
}

func (b *Body) quote(s Span) Quote {
	before := Span{max(s.Start-surroundings, 0), s.Start}
	after := Span{s.End, min(s.End+surroundings, b.length)}
	if from, to := b.cluster(before.Start); from < before.Start {
		before.Start = to // a cluster that is cut off is left out
	}
	if from, _ := b.cluster(after.End); from > after.Start {
		after.End = from
	}
	return Quote{s, b.Slice(s), b.Slice(before), b.Slice(after)}
}

// Verify reports whether the anchor holds for the body: ErrOtherBody if it
// names another one, else an error that says which span differs and how.
func (a Anchor) Verify(b *Body) error {
	if a.Body != b.Hash() {
		return ErrOtherBody
	}
	if len(a.Quotes) == 0 {
		return say.Errorf("the anchor has no span")
	}
	end := 0
	for _, q := range a.Quotes {
		if q.Start < end || q.Empty() || q.End > b.length {
			return say.Errorf("the span %d to %d is empty, out of order or outside the text, which has %d characters", q.Start, q.End, b.length)
		}
		if err := q.verify(b); err != nil {
			return err
		}
		end = q.End
	}
	return nil
}

func (q Quote) verify(b *Body) error {
	if at := b.Slice(q.Span); at != q.Exact {
		return say.Errorf("the text has %q at %d to %d, not %q", at, q.Start, q.End, q.Exact)
	}
	from, to := b.ByteOffset(q.Start), b.ByteOffset(q.End)
	if !strings.HasSuffix(b.s[:from], q.Before) {
		return say.Errorf("the text before %d does not end in %q", q.Start, q.Before)
	}
	if !strings.HasPrefix(b.s[to:], q.After) {
		return say.Errorf("the text from %d on does not begin with %q", q.End, q.After)
	}
	return nil
}

// Spans returns the spans of the anchor in text order.
func (a Anchor) Spans() []Span {
	spans := make([]Span, len(a.Quotes))
	for i, q := range a.Quotes {
		spans[i] = q.Span
	}
	return spans
}

// Exact returns the exact words of the anchor, an ellipsis between two spans.
func (a Anchor) Exact() string {
	words := make([]string, len(a.Quotes))
	for i, q := range a.Quotes {
		words[i] = q.Exact
	}
	return strings.Join(words, " … ")
}

// IsZero reports whether the anchor ties to nothing.
func (a Anchor) IsZero() bool { return a.Body.IsZero() && len(a.Quotes) == 0 }
