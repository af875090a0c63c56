package suggest

import "standpoint/store"

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

// farthestRemark is how many paragraphs before one the other of two people is looked for who talk in turn.
const farthestRemark = 6

// otherOfTwo is who says a paragraph that is nothing but a quotation, if the one before it is what one of two people says to the other:
// the one who did not say that. Somebody goes on in a new paragraph without saying that they do only at length, or after a mark that is
// open.
func (r *sayer) otherOfTwo(n int, p passage) (who Party, ok bool) {
	if p.open || p.to != r.endOfLine(n) {
		return who, false
	}
	if r.words[p.to-2].isMark("?") && p.to-p.from <= mostOfRemark {
		if who, ok := r.askerBefore(n); ok {
			return who, true
		}
	}
	last, ok := r.remarkIn(n - 1)
	if !ok {
		return who, false
	}
	speaker := r.found[last.finding].said.Speakers[0]
	asks, isShort := r.words[last.passage.to-2].isMark("?"), last.passage.to-last.passage.from <= mostOfRemark
	if p.to-p.from > mostOfRemark && !asks {
		return who, false
	}
	at := n - 1
	for paragraphs := 1; paragraphs < farthestRemark; paragraphs++ {
		at = r.unitOfLine(at) - 1
		if at < 0 {
			break
		}
		before, ok := r.remarkIn(at)
		if !ok && r.tellsOfSpeech(at) {
			break
		}
		if !ok {
			continue
		}
		other := r.found[before.finding].said.Speakers[0]
		wasShort := before.passage.to-before.passage.from <= mostOfRemark
		if isSameVoice(other, speaker) || !(isShort && wasShort) && !asks && !last.alone {
			continue
		}
		isNext := r.words[p.to-2].isMark("?") && r.words[before.passage.to-2].isMark("?")
		return other, paragraphs == 1 || isNext
	}
	if asks {
		return r.askedBefore(last, speaker)
	}
	return who, false
}

// tellsOfSpeech reports whether somebody says something in the paragraph of a unit.
func (r *sayer) tellsOfSpeech(n int) bool {
	for i := len(r.found) - 1; i >= 0 && r.found[i].unit >= r.unitOfLine(n); i-- {
		if f := &r.found[i]; len(f.spans) > 0 && r.units[f.unit].line == r.units[n].line {
			return true
		}
	}
	return false
}

// mostBeforeQuestion is how many statements before a question are looked at for who asked before.
const mostBeforeQuestion = 4

// askerBefore is who asks again in a paragraph, after somebody else answered in the one before.
func (r *sayer) askerBefore(n int) (who Party, ok bool) {
	last := r.lastOf(n - 1)
	if last < 0 || len(r.found[last].said.Speakers) != 1 || r.found[last].said.Act == store.ActAsks {
		return who, false
	}
	answerer := r.found[last].said.Speakers[0]
	for i := last - 1; i >= max(0, last-mostBeforeQuestion); i-- {
		f := &r.found[i]
		if len(f.spans) == 0 || len(f.said.Speakers) != 1 || isSameVoice(f.said.Speakers[0], answerer) {
			continue
		}
		isTo := len(f.said.Addressees) == 1 && isSameVoice(f.said.Addressees[0], answerer)
		end := f.spans[len(f.spans)-1][1]
		isQuestion := f.said.Act == store.ActAsks || end > 1 && r.isQuoted(end-1) && r.words[end-2].isMark("?")
		return f.said.Speakers[0], isTo || isQuestion
	}
	return who, false
}

// askedBefore is who was the last to say anything in the paragraph before a question, and did not ask that.
func (r *sayer) askedBefore(question remark, asker Party) (who Party, ok bool) {
	line := r.Body.LineAt(r.words[question.passage.from].span.Start)
	for i := question.finding - 1; i >= 0; i-- {
		f := &r.found[i]
		switch {
		case len(f.spans) == 0 || f.unit < 0:
		case r.units[f.unit].line < line-2*farthestRemark:
			return who, false
		case len(f.said.Speakers) == 1 && !isSameVoice(f.said.Speakers[0], asker):
			return f.said.Speakers[0], f.said.Speakers[0].Name != ""
		}
	}
	return who, false
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
