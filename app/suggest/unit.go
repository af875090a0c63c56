package suggest

import (
	"sort"
	"strings"
	"unicode"

	"standpoint/app/suggest/tagger"
	"standpoint/store/text"
)

// A unit is a sentence, or several that a quotation holds together: words of the document.
type unit struct {
	from, to int
	line     int // of the text: its paragraph
}

// passage is a quotation that stands in no other: words of the document, with the marks.
type passage struct {
	from, to int
	open     bool // it is not closed in its paragraph, and goes on in the next
}

// frame is a document in units and quotations, as statements are read from it.
type frame struct {
	*document

	passages []passage
	in       []int32 // for each word the passage it stands in, from 1; 0: none
	unquoted []int32 // as that, where no word stands in one; nil until that is asked for
	units    []unit
}

func newFrame(d *document) *frame {
	f := &frame{document: d, in: make([]int32, len(d.words))}
	f.findPassages()
	f.cut(0, len(d.words))
	return f
}

// findPassages finds the outermost quotations, and those of several paragraphs of which each begins with an opening mark.
func (f *frame) findPassages() {
	lines := f.Body.Paragraphs()
	at, q := 0, 0
	for i, line := range lines {
		end := line.Start
		if to := f.closesAgain(line); to > end && !f.opensNext(lines, i) {
			at, end = f.addPassage(at, text.Span{Start: end, End: to}, false), to
		}
		for q < len(f.quotes) && f.quotes[q].Outer.Start < line.Start {
			q++
		}
		if f.opensParagraph(line) && (q == len(f.quotes) || f.quotes[q].Outer.Start > line.Start) && f.opensNext(lines, i) {
			at = f.addPassage(at, line, true)
			continue
		}
		for ; q < len(f.quotes) && f.quotes[q].Outer.Start < line.End; q++ {
			if outer := f.quotes[q].Outer; outer.Start >= end {
				at, end = f.addPassage(at, outer, false), outer.End
			}
		}
		if start := f.unclosed(text.Span{Start: end, End: line.End}); start < line.End && f.opensNext(lines, i) {
			at = f.addPassage(at, text.Span{Start: start, End: line.End}, true)
		}
	}
}

// closesAgain is where a quotation ends in a paragraph that goes on with it by a closing mark: “«Es tarde.” | “»No hay dinero», dijo”; the
// start of the paragraph if none does.
func (f *frame) closesAgain(line text.Span) int {
	last := len(f.passages) - 1
	if line.Empty() || f.Body.RuneAt(line.Start) != '»' || last < 0 || !f.passages[last].open {
		return line.Start
	}
	inner := 0
	for i := line.Start + 1; i < line.End; i++ {
		switch f.Body.RuneAt(i) {
		case '«':
			inner++
		case '»':
			if inner == 0 {
				return i + 1
			}
			inner--
		}
	}
	return line.Start
}

// unclosed is where a quotation begins in the rest of a paragraph that is not closed there; the end if none does.
func (f *frame) unclosed(rest text.Span) int {
	for i := rest.Start; i < rest.End; i++ {
		mark := f.Body.RuneAt(i)
		if strings.ContainsRune("\"“„«‘'", mark) && i > rest.Start && unicode.IsSpace(f.Body.RuneAt(i-1)) && !f.isLeftOut(mark, i+1) {
			return i
		}
	}
	return rest.End
}

// isLeftOut reports whether a single mark may stand for letters that are left out, and opens nothing: “the '90s”, “'tis”.
func (f *frame) isLeftOut(mark rune, next int) bool {
	isSingle := mark == '‘' || mark == '\''
	return isSingle && (next >= f.Body.Len() || !unicode.IsUpper(f.Body.RuneAt(next)))
}

const openingMarks = "\"“„«»‘「'"

func (f *frame) opensParagraph(line text.Span) bool {
	return !line.Empty() && strings.ContainsRune(openingMarks, f.Body.RuneAt(line.Start))
}

func (f *frame) opensNext(lines []text.Span, i int) bool {
	return i+1 < len(lines) && f.opensParagraph(lines[i+1])
}

// addPassage adds the words of a quotation, looked for from a word on, and returns where it ends.
func (f *frame) addPassage(at int, s text.Span, open bool) int {
	from := at + sort.Search(len(f.words)-at, func(i int) bool { return f.words[at+i].span.Start >= s.Start })
	to := from
	for to < len(f.words) && f.words[to].span.Start < s.End {
		to++
	}
	if to == from {
		return to
	}
	f.passages = append(f.passages, passage{from, to, open})
	for i := from; i < to; i++ {
		f.in[i] = int32(len(f.passages)) //nolint:gosec // a text has fewer words
	}
	return to
}

// cut cuts words into units: sentences, and those joined that one quotation holds together.
func (f *frame) cut(from, to int) {
	first := sort.Search(len(f.sentences), func(n int) bool { return f.sentences[n][1] > from })
	for n := first; n < len(f.sentences) && f.sentences[n][0] < to; n++ {
		s := span2{max(f.sentences[n][0], from), min(f.sentences[n][1], to)}
		if last := len(f.units) - 1; last >= 0 && s[0] > from && f.in[s[0]] != 0 && f.in[s[0]] == f.in[s[0]-1] {
			f.units[last].to = s[1]
			continue
		}
		s[0] = f.afterClock(s[0], s[1])
		f.units = append(f.units, unit{s[0], s[1], f.Body.LineAt(f.words[s[0]].span.Start)})
	}
}

// afterClock is where a paragraph begins after the time of day that some reports put before each: “23:12 | The count goes on.”
func (f *frame) afterClock(from, to int) int {
	isFirst := from == 0 || f.Body.LineAt(f.words[from-1].span.Start) != f.Body.LineAt(f.words[from].span.Start)
	switch w := f.words[from]; {
	case !isFirst || !isDigits(w):
	case isClock(w.fold) && from+1 < to && !f.words[from+1].mark:
		return from + 1
	case from+3 < to && f.words[from+1].isMark(":.") && isDigits(f.words[from+2]) && len(w.fold) < 3:
		return from + 3
	}
	return from
}

// isClock reports whether a word that begins with a digit is a time of day: 9.05, 23.12, 10.51am.
func isClock(fold string) bool {
	bare := strings.TrimSuffix(strings.TrimSuffix(fold, "am"), "pm")
	const shortest, longest = 3, 5
	return bare != fold && len(bare) < shortest || len(bare) >= shortest && len(bare) <= longest && strings.Count(bare, ".") == 1
}

// isQuoted reports whether a word stands in a quotation.
func (f *frame) isQuoted(i int) bool { return f.in[i] != 0 }

// passageAt is the quotation in which a word stands.
func (f *frame) passageAt(i int) passage { return f.passages[f.in[i]-1] }

// opens reports whether a quotation begins with a word.
func (f *frame) opens(i int) bool { return f.isQuoted(i) && f.passageAt(i).from == i }

// mark reports whether a word is one of these marks, outside of quotations.
func (f *frame) mark(i int, marks string) bool { return f.words[i].isMark(marks) && !f.isQuoted(i) }

const stops = ".?!…"

// sentenceFrom is where the sentence begins in which a word stands, within its unit.
func (f *frame) sentenceFrom(u unit, i int) int {
	n := sort.Search(len(f.sentences), func(n int) bool { return f.sentences[n][1] > i })
	return max(u.from, f.sentences[min(n, len(f.sentences)-1)][0])
}

// sentenceTo is where it ends.
func (f *frame) sentenceTo(u unit, i int) int {
	n := sort.Search(len(f.sentences), func(n int) bool { return f.sentences[n][1] > i })
	return min(u.to, f.sentences[min(n, len(f.sentences)-1)][1])
}

// spanOfWords is the text of words.
func (f *frame) spanOfWords(s span2) text.Span {
	if s[0] >= s[1] {
		return text.Span{}
	}
	return text.Span{Start: f.words[s[0]].span.Start, End: f.words[s[1]-1].span.End}
}

// tells reports whether a word can be the verb by which a clause tells of something.
func (r *sayer) tells(i int) bool {
	if r.g.language != "en" {
		return r.isVerbOfSaying(i)
	}
	if r.tags == nil {
		return r.g.isFinite(r.words[i])
	}
	t := r.tags[i]
	return (t.IsFinite() || t == tagger.Auxiliary) && !(i > 0 && r.leadsNoun(i-1))
}
