package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Query is what a person looks for, as words in the form of SearchTokens. What the search index matches and what is lit up in a text both
// follow from it, so that they agree.
type Query struct {
	Parts []QueryPart
}

// QueryPart is tokens that stand one after another, whatever marks, spaces or line ends are between them: those of one word
// that was typed, such as “re-leased”, or of several between quotation marks.
type QueryPart struct {
	Tokens []string
	Begun  bool // the last token may be the beginning of one
}

// ParseQuery reads what a person types. The last word may be the beginning of one, unless white space or a quotation mark
// follows it; a quotation that is not closed yet ends with the query. Nothing that is typed is syntax but quotation marks.
func ParseQuery(typed string) Query {
	var q Query
	add := func(words string) {
		if tokens := strings.Fields(SearchTokens(words)); len(tokens) > 0 {
			q.Parts = append(q.Parts, QueryPart{Tokens: tokens})
		}
	}
	for i, piece := range strings.Split(strings.Map(plainMark, typed), `"`) {
		if i%2 == 1 {
			add(piece)
			continue
		}
		for _, word := range strings.Fields(piece) {
			add(word)
		}
	}
	if last, _ := utf8.DecodeLastRuneInString(typed); len(q.Parts) > 0 && !unicode.IsSpace(last) && plainMark(last) != '"' {
		q.Parts[len(q.Parts)-1].Begun = true
	}
	return q
}

// plainMark turns every quotation mark into a straight one.
func plainMark(r rune) rune {
	if strings.ContainsRune(`"“”„«»`, r) {
		return '"'
	}
	return r
}

// Find returns where the query stands in the body, in text order and without overlaps: where its parts stand one after another as
// they were typed, or, where that is nowhere, each of them. found reports whether all of them stand there.
func (q Query) Find(b *Body) (spans []Span, found bool) {
	if len(q.Parts) == 0 {
		return nil, false
	}
	tokens := tokensOf(b.folded().s)
	if len(q.Parts) > 1 {
		if together := q.together().find(tokens); len(together) > 0 {
			return spansOf(b, together), true
		}
	}
	var all []stretch
	found = true
	for _, p := range q.Parts {
		places := p.find(tokens)
		found = found && len(places) > 0
		all = append(all, places...)
	}
	slices.SortFunc(all, func(a, b stretch) int { return a.start - b.start })
	return spansOf(b, all), found
}

// together returns the query as one part.
func (q Query) together() QueryPart {
	var all QueryPart
	for _, p := range q.Parts {
		all.Tokens = append(all.Tokens, p.Tokens...)
		all.Begun = p.Begun
	}
	return all
}

// stretch is a part of a folded text, in bytes.
type stretch struct{ start, end int }

// find returns where the part stands among the tokens of a text.
func (p QueryPart) find(tokens []token) []stretch {
	var found []stretch
	for i := range tokens {
		if end := p.matches(tokens[i:]); end > 0 {
			found = append(found, stretch{tokens[i].start, end})
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
