package text

import "unicode/utf8"

// Quotation is a passage between quotation marks.
type Quotation struct {
	Outer Span // with its marks
	Inner Span // without them
}

// Quoting says how much of a passage is given in the words of who is quoted.
type Quoting string

// How a passage is quoted.
const (
	Direct   Quoting = "direct"
	Mixed    Quoting = "mixed"
	Indirect Quoting = "indirect"
)

// Quotations returns the quotations of the body by where they start, an outer
// one before those within it.
func (b *Body) Quotations() []Quotation { return b.quotations() }

func (b *Body) findQuotations() []Quotation {
	closing := map[rune]rune{'“': '”', '„': '“', '«': '»', '‹': '›', '‘': '’', '"': '"', '「': '」', '『': '』'}
	var found []Quotation
	for _, line := range b.Lines() {
		pos, open, want := line.Start, -1, rune(0)
		for _, r := range b.Slice(line) {
			if open >= 0 && r == want {
				found = append(found, Quotation{Span{open, pos + 1}, Span{open + 1, pos}})
				open = -1
			} else if end, ok := closing[r]; ok && open < 0 {
				open, want = pos, end
			}
			pos++
		}
	}
	return found
}

// QuotationAt returns the innermost quotation that pos stands in, marks included.
func (b *Body) QuotationAt(pos int) (Quotation, bool) {
	var found Quotation
	for _, q := range b.Quotations() {
		if q.Outer.Contains(pos) {
			found = q
		}
	}
	return found, !found.Outer.Empty()
}

// Quoting proposes how the passage is quoted, by how much of it stands between marks.
func (b *Body) Quoting(s Span) Quoting {
	inside := 0
	s = b.clamp(s)
	for _, q := range b.Quotations() {
		if q.Inner.Overlaps(s) {
			inside += min(q.Inner.End, s.End) - max(q.Inner.Start, s.Start)
		}
	}
	switch {
	case inside == 0:
		return Indirect
	case inside*5 >= utf8.RuneCountInString(b.Slice(s))*4:
		return Direct
	}
	return Mixed
}
