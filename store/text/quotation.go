package text

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
)

// Quotation is a passage between quotation marks.
type Quotation struct {
	Outer Span // with its marks
	Inner Span // without them
}

// Quotations returns the quotations of the body by where they start, an outer
// one before those within it. Marks match in any style ("…", “…”, „…“, «…»,
// »…«, ‘…’, 「…」); an apostrophe within a word is no mark. A quotation ends in
// the line where it starts: what is opened and not closed there is none.
func (b *Body) Quotations() []Quotation { return b.quotations() }

func (b *Body) findQuotations() []Quotation {
	var found []Quotation
	for _, line := range b.Lines() {
		if s := b.Slice(line); strings.ContainsAny(s, marks) {
			q := quoteScanner{line: []rune(s), start: line.Start}
			found = append(found, q.scan()...)
		}
	}
	return found
}

// QuotationAt returns the innermost quotation that pos stands in, marks included.
func (b *Body) QuotationAt(pos int) (Quotation, bool) {
	all := b.Quotations()
	lineStart := b.Lines()[b.LineAt(pos)].Start
	after := sort.Search(len(all), func(i int) bool { return all[i].Outer.Start > pos })
	for i := after - 1; i >= 0 && all[i].Outer.Start >= lineStart; i-- {
		if all[i].Outer.Contains(pos) {
			return all[i], true
		}
	}
	return Quotation{}, false
}

// marks are all that can open or close a quotation.
const marks = "\"“”„‟«»‹›'‘’‚‛「」『』﹁﹂﹃﹄〝〞〟＂"

// closers returns the marks that close what mark opens; none if it opens nothing.
func closers(mark rune) string {
	switch mark {
	case '“', '‟':
		return "”"
	case '”': // Swedish and Finnish
		return "”"
	case '„':
		return "“”"
	case '«':
		return "»"
	case '»':
		return "«"
	case '‹':
		return "›"
	case '›':
		return "‹"
	case '‘', '‛':
		return "’"
	case '‚':
		return "‘’"
	case '"', '\'', '＂':
		return string(mark)
	case '「':
		return "」"
	case '『':
		return "』"
	case '﹁':
		return "﹂"
	case '﹃':
		return "﹄"
	case '〝':
		return "〞〟"
	}
	return ""
}

// maxOpen is how many marks are kept in mind as open: more than anybody nests,
// and few enough that a text of nothing but marks takes no longer than another.
const maxOpen = 16

// quoteScanner reads one line with a stack of the marks that are open.
type quoteScanner struct {
	line  []rune
	start int   // position of the line in the body
	open  []int // indexes of opening marks
	found []Quotation
}

func (q *quoteScanner) scan() []Quotation {
	for i, r := range q.line {
		if !strings.ContainsRune(marks, r) || q.isApostrophe(i) {
			continue
		}
		if !q.close(i) && q.opens(i) {
			q.open = append(q.open, i)
			q.open = q.open[max(len(q.open)-maxOpen, 0):]
		}
	}
	slices.SortFunc(q.found, func(p, r Quotation) int { return cmp.Compare(p.Outer.Start, r.Outer.Start) })
	return q.found
}

// close ends the innermost quotation that the mark at i can end, and drops
// what was opened within it and never closed.
func (q *quoteScanner) close(i int) bool {
	for depth := len(q.open) - 1; depth >= 0; depth-- {
		from := q.open[depth]
		if !strings.ContainsRune(closers(q.line[from]), q.line[i]) {
			continue
		}
		q.found = append(q.found, Quotation{
			Outer: Span{q.start + from, q.start + i + 1},
			Inner: Span{q.start + from + 1, q.start + i},
		})
		q.open = q.open[:depth]
		return true
	}
	return false
}

// opens reports whether the mark at i can open a quotation. Marks that in most
// languages only close one must stand at the beginning of a word.
func (q *quoteScanner) opens(i int) bool {
	switch q.line[i] {
	case '”', '»', '›', '\'':
		return q.startsWord(i)
	case '‘':
		return !q.isShortYear(i)
	}
	return closers(q.line[i]) != ""
}

func (q *quoteScanner) startsWord(i int) bool {
	before, after := q.at(i-1), q.at(i+1)
	opening := unicode.IsSpace(before) || unicode.In(before, unicode.Ps, unicode.Pi, unicode.Pd) || before == '"' || isUnspaced(before)
	return opening && !unicode.IsSpace(after) && !q.isShortYear(i)
}

// isShortYear reports whether the mark at i stands for left out digits: ’90s.
func (q *quoteScanner) isShortYear(i int) bool {
	return unicode.IsDigit(q.at(i+1)) && unicode.IsDigit(q.at(i+2)) && !unicode.IsDigit(q.at(i+3))
}

// isApostrophe reports whether the mark at i belongs to a word: between two
// letters (Velia’s, and the Hebrew צה"ל), or at the end of a plural (the
// ministers’ demands) when the quotation it could end is closed later on.
func (q *quoteScanner) isApostrophe(i int) bool {
	before, after := q.at(i-1), q.at(i+1)
	switch q.line[i] {
	case '"':
		return unicode.Is(unicode.Hebrew, before) && unicode.Is(unicode.Hebrew, after)
	case '\'', '’', '‘':
		if isInWord(before, after) {
			return true
		}
		return before == 's' && after == ' ' && isWordRune(q.at(i+2)) && q.closesLater(i)
	}
	return false
}

// isInWord reports whether what stands between the two belongs to their word.
func isInWord(before, after rune) bool {
	return isWordRune(before) && isWordRune(after) && !isUnspaced(before) && !isUnspaced(after)
}

// closesLater reports whether a mark like that at i ends something farther on,
// before another quotation of that style opens.
func (q *quoteScanner) closesLater(i int) bool {
	for j := i + 1; j < len(q.line); j++ {
		before, after := q.at(j-1), q.at(j+1)
		switch {
		case q.line[j] == '‘' || q.line[j] == '\'' && unicode.IsSpace(before):
			return false
		case q.line[j] == q.line[i] && !isInWord(before, after):
			return true
		}
	}
	return false
}

// at returns the code point at i of the line; outside it, a space.
func (q *quoteScanner) at(i int) rune {
	if i < 0 || i >= len(q.line) {
		return ' '
	}
	return q.line[i]
}
