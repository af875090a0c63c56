package suggest

// mostOfRemark is how many words and marks a quotation has at most that may be one of two people talking in turn.
const mostOfRemark = 24

// remark is a paragraph that is nothing but a quotation, with who says it or without.
type remark struct {
	passage passage
	finding int // the statement whose it is
	alone   bool
}

// remarkIn is the remark that the paragraph of a unit is; ok is false if it tells of anything else.
func (r *sayer) remarkIn(n int) (m remark, ok bool) {
	line := r.units[n].line
	first := n
	for first > 0 && r.units[first-1].line == line {
		first--
	}
	from, to := r.units[first].from, r.endOfLine(n)
	if !r.opens(from) {
		return m, false
	}
	m.passage = r.passageAt(from)
	of := r.claimed[r.in[from]-1]
	if m.passage.open || of == 0 {
		return m, false
	}
	m.finding, m.alone = of-1, m.passage.to == to
	f := &r.found[m.finding]
	if len(f.said.Speakers) != 1 || to-m.passage.to > mostOfRemark && !r.isQuoted(to-1) {
		return m, false
	}
	for _, s := range f.spans {
		if r.isQuoted(s[0]) && s[1] == to {
			return m, true
		}
	}
	return m, m.passage.to <= to && !r.hasOtherQuote(m.passage.to, to)
}

// hasOtherQuote reports whether a quotation stands among words.
func (r *sayer) hasOtherQuote(from, to int) bool {
	for i := from; i < to; i++ {
		if r.isQuoted(i) {
			return true
		}
	}
	return false
}

// otherOfTwo is who says a paragraph that is nothing but a quotation, if the two before it are what two people say to each other: the one
// who did not say the last. Somebody goes on in a new paragraph without saying that they do only at length, or after a mark that is open.
func (r *sayer) otherOfTwo(n int, p passage) (f *finding, ok bool) {
	if p.open || p.to != r.endOfLine(n) {
		return nil, false
	}
	last, ok := r.remarkIn(n - 1)
	if !ok {
		return nil, false
	}
	speaker := r.found[last.finding].said.Speakers[0]
	asks := r.words[last.passage.to-2].isMark("?")
	if p.to-p.from > mostOfRemark && !asks {
		return nil, false
	}
	first := r.unitOfLine(n-1) - 1
	if first < 0 {
		return nil, false
	}
	before, ok := r.remarkIn(first)
	if !ok {
		return nil, false
	}
	other := &r.found[before.finding]
	isShort := last.passage.to-last.passage.from <= mostOfRemark && before.passage.to-before.passage.from <= mostOfRemark
	if !isShort && !asks && !last.alone || isSameVoice(other.said.Speakers[0], speaker) {
		return nil, false
	}
	return other, true
}

// unitOfLine is the first unit of the paragraph of one.
func (r *sayer) unitOfLine(n int) int {
	for n > 0 && r.units[n-1].line == r.units[n].line {
		n--
	}
	return n
}

// isSameVoice reports whether two are the same by their name, or by what the text calls them.
func isSameVoice(a, b Party) bool {
	if a.Name != "" || b.Name != "" {
		return a.Name == b.Name
	}
	return a.Words == b.Words
}
