package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Query is what a person looks for, as words in the form of SearchTokens. What the search index matches and what is lit up in a text both
// follow from it, so that they agree. The zero value asks for nothing.
type Query struct {
	Root *QueryNode // nil if nothing is looked for
}

// QueryNode is a part of a query.
type QueryNode struct {
	Op    QueryOp
	Of    []*QueryNode // what And, Or and Near join, at least two; what Not turns round, one
	Part  QueryPart    // of OpPart
	Field string       // of OpField, in small letters
	Value string       // of OpField, as it was typed, without quotation marks; never empty
	Apart int          // of OpNear: at most so many tokens stand between what is near
}

// QueryOp is what a part of a query is.
type QueryOp int

// What parts of queries are.
const (
	OpPart  QueryOp = iota // words that stand one after another
	OpField                // the article has this in a field, which is no matter of its words
	OpAnd
	OpOr
	OpNot
	OpNear
)

// QueryPart is tokens that stand one after another, whatever marks, spaces or line ends are between them: those of one word
// that was typed, such as “re-leased”, or of several between quotation marks.
type QueryPart struct {
	Tokens []string
	Begun  bool   // the last token may be the beginning of one
	Typed  string // what the tokens were made of
}

// usualNearness is how many tokens NEAR lets stand between two words, where it is not said.
const usualNearness = 10

// IsPlain reports whether the query is words and phrases that must all be there.
func (q Query) IsPlain() bool {
	n := q.Root
	return n == nil || n.Op == OpPart || n.Op == OpAnd && !slices.ContainsFunc(n.Of, func(c *QueryNode) bool { return c.Op != OpPart })
}

// Conjuncts are the parts that must all hold.
func (n *QueryNode) Conjuncts() []*QueryNode {
	if n.Op == OpAnd {
		return n.Of
	}
	return []*QueryNode{n}
}

// Sought are the words and phrases that are looked for, in their order: those that must not be there are not among them.
func (q Query) Sought() []QueryPart {
	if q.Root == nil {
		return nil
	}
	return q.Root.sought(nil)
}

func (n *QueryNode) sought(list []QueryPart) []QueryPart {
	switch n.Op {
	case OpPart:
		return append(list, n.Part)
	case OpNot:
		return list
	}
	for _, c := range n.Of {
		list = c.sought(list)
	}
	return list
}

// WholeLetters returns the query with each lone letter of an alphabet as a word, not as the beginning of one: nearly every text
// has a word that begins with it.
func (q Query) WholeLetters() Query {
	if q.Root == nil {
		return q
	}
	return Query{q.Root.wholeLetters()}
}

func (n *QueryNode) wholeLetters() *QueryNode {
	changed := *n
	if n.Op == OpPart {
		letters := []rune(n.Part.Tokens[len(n.Part.Tokens)-1])
		changed.Part.Begun = n.Part.Begun && (len(letters) > 1 || isUnspaced(letters[0]))
	}
	changed.Of = nil
	for _, c := range n.Of {
		changed.Of = append(changed.Of, c.wholeLetters())
	}
	return &changed
}

// Find returns where the query stands in the body, in text order and without overlaps: where its parts stand one after another as
// they were typed, or, where that is nowhere, each of them that is looked for. found reports whether the body is as the query wants it;
// what it asks of fields counts as given.
func (q Query) Find(b *Body) (spans []Span, found bool) {
	if q.Root == nil {
		return nil, false
	}
	tokens := tokensOf(b.folded().s)
	if together := q.asTyped(tokens); len(together) > 0 {
		return spansOf(b, stretchesOf(together)), true
	}
	all, found := q.places(tokens)
	return spansOf(b, stretchesOf(all)), found
}

// Places returns all places of the body that show what was looked for, in text order and without overlaps: every word and phrase that is
// looked for, as one place where all stand one after another as they were typed. What is near something else is there where it is near,
// unless the body is not as the query wants it.
func (q Query) Places(b *Body) []Span {
	if q.Root == nil {
		return nil
	}
	tokens := tokensOf(b.folded().s)
	all, _ := q.places(tokens)
	all = append(all, q.asTyped(tokens)...)
	slices.SortFunc(all, func(a, b place) int { return a.start - b.start })
	return spansOf(b, stretchesOf(all))
}

// asTyped returns where several words and phrases that must all be there stand one after another as they were typed.
func (q Query) asTyped(tokens []token) []place {
	parts := q.Sought()
	if len(parts) < 2 || !q.IsPlain() {
		return nil
	}
	return together(parts).find(tokens)
}

// places returns where the parts stand that are looked for, in text order, and whether the tokens are as the query wants them.
func (q Query) places(tokens []token) (all []place, found bool) {
	found = q.Root.holds(tokens, &all)
	if !found && !q.IsPlain() {
		all = nil
		for _, p := range q.Sought() {
			all = append(all, p.find(tokens)...)
		}
	}
	slices.SortFunc(all, func(a, b place) int { return a.start - b.start })
	return all, found
}

// together returns the parts as one.
func together(parts []QueryPart) QueryPart {
	var all QueryPart
	for _, p := range parts {
		all.Tokens = append(all.Tokens, p.Tokens...)
		all.Begun = p.Begun
	}
	return all
}

// holds reports whether the tokens of a text are as the node wants them, and adds to the places those where what it looks for stands.
func (n *QueryNode) holds(tokens []token, at *[]place) bool {
	switch n.Op {
	case OpPart:
		places := n.Part.find(tokens)
		*at = append(*at, places...)
		return len(places) > 0
	case OpField:
		return true
	case OpNot:
		return !n.Of[0].holds(tokens, new([]place))
	case OpNear:
		places := n.near(tokens)
		*at = append(*at, places...)
		return len(places) > 0
	}
	some, all := false, true
	for _, c := range n.Of {
		holds := c.holds(tokens, at)
		some, all = some || holds, all && holds
	}
	return n.Op == OpOr && some || n.Op == OpAnd && all
}

// near returns the places of all parts that stand near each other: all begin before the last of them, and none ends further before it
// than the query lets them be apart.
func (n *QueryNode) near(tokens []token) []place {
	places := make([][]place, len(n.Of))
	for i, c := range n.Of {
		places[i] = c.Part.find(tokens)
	}
	var found []place
	for i := range places {
		for _, last := range places[i] {
			var group []place
			for j := range places {
				one := slices.IndexFunc(places[j], func(p place) bool {
					return p.first <= last.first && p.first+len(n.Of[j].Part.Tokens)+n.Apart >= last.first
				})
				if one < 0 {
					break
				}
				if j == i {
					group = append(group, last)
				} else {
					group = append(group, places[j][one])
				}
			}
			if len(group) == len(places) {
				found = append(found, group...)
			}
		}
	}
	return found
}

// stretch is a part of a folded text, in bytes.
type stretch struct{ start, end int }

// place is where a part stands: a stretch, and the number of its first token.
type place struct {
	stretch

	first int
}

func stretchesOf(places []place) []stretch {
	list := make([]stretch, len(places))
	for i, p := range places {
		list[i] = p.stretch
	}
	return list
}

// find returns where the part stands among the tokens of a text.
func (p QueryPart) find(tokens []token) []place {
	var found []place
	for i := range tokens {
		if end := p.matches(tokens[i:]); end > 0 {
			found = append(found, place{stretch{tokens[i].start, end}, i})
		}
	}
	return found
}

// matches returns where the part ends that begins at the first of the tokens; 0 if it does not stand there.
func (p QueryPart) matches(tokens []token) int {
	if len(tokens) < len(p.Tokens) {
		return 0
	}
	last := len(p.Tokens) - 1
	for i, want := range p.Tokens {
		switch have := tokens[i]; {
		case have.s == want:
		case i == last && p.Begun && strings.HasPrefix(have.s, want):
			return have.start + len(want)
		default:
			return 0
		}
	}
	return tokens[last].start + len(tokens[last].s)
}

// spansOf returns the code points that the stretches of a body's fold came from. Those that overlap become one.
func spansOf(b *Body, stretches []stretch) []Span {
	var spans []Span
	places := places{folded: b.folded()}
	for i := 0; i < len(stretches); {
		s := stretches[i]
		for i++; i < len(stretches) && stretches[i].start < s.end; i++ {
			s.end = max(s.end, stretches[i].end)
		}
		_, size := utf8.DecodeLastRuneInString(places.s[:s.end])
		start, _ := places.of(s.start)
		_, end := places.of(s.end - size)
		span := b.Snap(Span{start, end})
		if last := len(spans) - 1; last >= 0 && span.Start < spans[last].End {
			spans[last].End = max(spans[last].End, span.End)
			continue
		}
		spans = append(spans, span)
	}
	return spans
}
