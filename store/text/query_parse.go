package text

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsField reports whether a field of that name, in small letters, can have the value: what is typed before and after a colon.
type IsField func(name, value string) bool

// ParseQuery reads what a person types: words and “phrases”, which must all be there; beginnings of words, wor*; AND, OR, NOT and
// NEAR (or NEAR/5) in capitals, and brackets; field:value for the fields that there are. Without isField there are none. The last word may
// be the beginning of one, unless something follows it.
//
// Whatever is typed means something: a quotation or bracket that is not closed ends with the query, an operator that has nothing to
// work on is left out unless it is all there is, and what is no field is words.
func ParseQuery(typed string, isField IsField) Query {
	p := queryParser{symbols: scanQuery(typed, isField)}
	root := p.either()
	for p.at < len(p.symbols) { // behind a bracket that closes nothing
		p.at++
		root = join(OpAnd, root, p.either())
	}
	if root == nil {
		root = words(strings.Fields(typed), begins(typed))
	}
	return Query{root}
}

// begins reports whether the last word of what is typed may be going on.
func begins(typed string) bool {
	last, size := utf8.DecodeLastRuneInString(typed)
	return size > 0 && !unicode.IsSpace(last) && plainMark(last) != '"' && last != ')'
}

// words are a part for each of some words; nil if there is none.
func words(list []string, begun bool) *QueryNode {
	var all *QueryNode
	for i, word := range list {
		all = join(OpAnd, all, part(word, begun && i == len(list)-1))
	}
	return all
}

// part is what was typed as one; nil if nothing in it can be looked for.
func part(typed string, begun bool) *QueryNode {
	tokens := strings.Fields(SearchTokens(typed))
	if len(tokens) == 0 {
		return nil
	}
	return &QueryNode{Part: QueryPart{Tokens: tokens, Begun: begun || strings.HasSuffix(typed, "*"), Typed: strings.TrimSpace(typed)}}
}

// join joins two nodes, of which either may be nil, and takes apart what is joined in the same way already: a, which nobody else has, may
// grow by b.
func join(op QueryOp, a, b *QueryNode) *QueryNode {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	if a.Op != op {
		a = &QueryNode{Op: op, Of: []*QueryNode{a}}
	}
	if b.Op == op {
		a.Of = append(a.Of, b.Of...)
	} else {
		a.Of = append(a.Of, b)
	}
	return a
}

// queryParser reads symbols one after another. What it cannot use it leaves out.
type queryParser struct {
	symbols []querySymbol
	at      int
	depth   int
}

// deepest is how many brackets may stand in each other; those within are left out.
const deepest = 50

// next returns the symbol that comes now; one of no kind at the end.
func (p *queryParser) next() querySymbol {
	if p.at < len(p.symbols) {
		return p.symbols[p.at]
	}
	return querySymbol{kind: symbolEnd}
}

// either reads what OR joins.
func (p *queryParser) either() *QueryNode {
	all := p.every()
	for p.next().kind == symbolOr {
		p.at++
		all = join(OpOr, all, p.every())
	}
	return all
}

// every reads what must all be there.
func (p *queryParser) every() *QueryNode {
	var all *QueryNode
	for {
		switch p.next().kind {
		case symbolEnd, symbolOr, symbolClose:
			return all
		case symbolAnd, symbolNear: // NEAR with nothing before it
			p.at++
		default:
			all = join(OpAnd, all, p.one())
		}
	}
}

// one reads what NOT may stand before.
func (p *queryParser) one() *QueryNode {
	if p.next().kind != symbolNot {
		return p.close()
	}
	p.at++
	for p.next().kind == symbolNot || p.next().kind == symbolAnd {
		p.at++
	}
	switch p.next().kind {
	case symbolEnd, symbolOr, symbolClose, symbolNear:
		return nil
	}
	if n := p.close(); n != nil {
		return &QueryNode{Op: OpNot, Of: []*QueryNode{n}}
	}
	return nil
}

// close reads what is to stand near each other. Only words and phrases can be: of anything else all must be there.
func (p *queryParser) close() *QueryNode {
	all := p.single()
	for p.next().kind == symbolNear {
		apart := p.next().apart
		p.at++
		switch p.next().kind {
		case symbolWord, symbolField, symbolOpen:
		default:
			continue
		}
		b := p.single()
		switch {
		case all == nil || b == nil || !all.canBeNear() || b.Op != OpPart:
			all = join(OpAnd, all, b)
		case all.Op == OpNear && all.Apart == apart:
			all.Of = append(all.Of, b)
		case all.Op == OpNear:
			all = join(OpAnd, all, &QueryNode{Op: OpNear, Apart: apart, Of: []*QueryNode{all.Of[len(all.Of)-1], b}})
		default:
			all = &QueryNode{Op: OpNear, Apart: apart, Of: []*QueryNode{all, b}}
		}
	}
	return all
}

func (n *QueryNode) canBeNear() bool { return n.Op == OpPart || n.Op == OpNear }

// single reads a word, a phrase, a field or what stands in brackets.
func (p *queryParser) single() *QueryNode {
	s := p.next()
	p.at++
	switch s.kind {
	case symbolWord:
		return part(s.text, s.begun)
	case symbolField:
		return &QueryNode{Op: OpField, Field: s.field, Value: s.text}
	case symbolOpen:
		if p.depth >= deepest {
			return nil
		}
		p.depth++
		inner := p.either()
		p.depth--
		if p.next().kind == symbolClose {
			p.at++
		}
		return inner
	}
	return nil
}

// querySymbol is a word or sign of a query.
type querySymbol struct {
	kind  symbolKind
	text  string // of a word or phrase, or the value of a field
	field string
	begun bool
	apart int // of NEAR
}

type symbolKind int

const (
	symbolEnd symbolKind = iota
	symbolWord
	symbolField
	symbolAnd
	symbolOr
	symbolNot
	symbolNear
	symbolOpen
	symbolClose
)

// scanQuery takes what is typed apart.
func scanQuery(typed string, isField IsField) []querySymbol {
	var symbols []querySymbol
	rest := strings.Map(plainMark, typed)
	for {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		if rest == "" {
			return symbols
		}
		var s querySymbol
		switch rest[0] {
		case '(':
			s, rest = querySymbol{kind: symbolOpen}, rest[1:]
		case ')':
			s, rest = querySymbol{kind: symbolClose}, rest[1:]
		case '"':
			var phrase string
			phrase, rest = untilMark(rest)
			s = querySymbol{kind: symbolWord, text: phrase, begun: rest == "" && begins(typed)}
		default:
			s, rest = scanWord(rest, isField)
			s.begun = rest == "" && begins(typed)
		}
		symbols = append(symbols, s)
	}
}

// untilMark returns what stands between the quotation mark at the beginning and the next, or the end, and what comes after that.
func untilMark(s string) (words, rest string) {
	words, rest, _ = strings.Cut(s[1:], `"`)
	return words, rest
}

// scanWord takes the first word off, or the field with its value.
func scanWord(s string, isField IsField) (querySymbol, string) {
	end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == ')' || r == '"' })
	if end < 0 {
		end = len(s)
	}
	word, rest := s[:end], s[end:]
	name, value, isPair := strings.Cut(word, ":")
	if isPair && isField != nil {
		name = strings.ToLower(name)
		after := rest
		if value == "" && strings.HasPrefix(rest, `"`) {
			value, after = untilMark(rest)
		}
		if value = strings.TrimSpace(value); value != "" && isField(name, value) {
			return querySymbol{kind: symbolField, field: name, text: value}, after
		}
	}
	return operator(word), rest
}

// operator is a word, if it is not one of those that join others.
func operator(word string) querySymbol {
	switch word {
	case "AND":
		return querySymbol{kind: symbolAnd}
	case "OR":
		return querySymbol{kind: symbolOr}
	case "NOT":
		return querySymbol{kind: symbolNot}
	case "NEAR":
		return querySymbol{kind: symbolNear, apart: usualNearness}
	}
	if number, ok := strings.CutPrefix(word, "NEAR/"); ok {
		if n, err := strconv.ParseUint(number, 10, 15); err == nil {
			return querySymbol{kind: symbolNear, apart: int(n)}
		}
	}
	return querySymbol{kind: symbolWord, text: word}
}

// plainMark turns every quotation mark into a straight one.
func plainMark(r rune) rune {
	if strings.ContainsRune(`"“”„«»`, r) {
		return '"'
	}
	return r
}
