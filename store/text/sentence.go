package text

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// SentenceAt returns the sentence at pos without white space around it: as
// UAX #29 has it, but not ended by an abbreviation ("Dr.", "U.S.", "No. 5", an
// initial), nor before a small letter. A sentence never crosses a line; white
// space after one belongs to it.
func (b *Body) SentenceAt(pos int) Span {
	pos = min(max(pos, 0), b.length)
	line, s := b.line(pos)
	base := b.ByteOffset(line.Start)
	from, to := sentence(s, b.ByteOffset(pos)-base)
	return b.Trim(Span{b.Position(base + from), b.Position(base + to)})
}

// Sentences returns the sentences of a line, each as SentenceAt has it. It reads the line once.
func (b *Body) Sentences(line Span) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		base := b.ByteOffset(line.Start)
		w := newSentenceWalk(b.Slice(line), 0)
		for w.next() {
			if s := b.Trim(Span{b.Position(base + w.from), b.Position(base + w.to)}); !s.Empty() && !yield(s) {
				return
			}
		}
	}
}

// NextSentence returns the start of the first sentence that begins after pos; without
// one, the end of the body.
func (b *Body) NextSentence(pos int) int {
	pos = min(max(pos, 0), b.length)
	s := b.SentenceAt(pos)
	if s.Start > pos { // white space before the first
		return s.Start
	}
	next := max(s.End, pos)
	for next < b.length && unicode.IsSpace(b.RuneAt(next)) {
		next++
	}
	return next
}

// PrevSentence returns the start of the last sentence that begins before pos; without
// one, the start of the body.
func (b *Body) PrevSentence(pos int) int {
	pos = min(max(pos, 0), b.length)
	if s := b.SentenceAt(pos); !s.Empty() && s.Start < pos {
		return s.Start
	}
	for pos > 0 && unicode.IsSpace(b.RuneAt(pos-1)) {
		pos--
	}
	if pos == 0 {
		return 0
	}
	return b.SentenceAt(pos - 1).Start
}

// ellipsis stands for what is left out at the end of a title.
const ellipsis = "…"

// Title returns a title for a body that has none: its first sentence, with the
// stop that ends it. One that is longer than limit code points, or goes on in
// the next line, is cut after a word and ends with “…”, which counts. Signs that do
// harm where they are shown are left out. A body of white space has none.
func Title(body string, limit int) string {
	line, rest, _ := strings.Cut(body, "\n")
	for strings.TrimSpace(line) == "" && rest != "" {
		line, rest, _ = strings.Cut(rest, "\n")
	}
	b, err := NewBody(strings.Join(strings.Fields(Harmless(line)), " "))
	if err != nil {
		return ""
	}
	first := b.SentenceAt(0)
	next, _ := utf8.DecodeRuneInString(rest)
	goesOn := first.End == b.Len() && unicode.IsLower(next) && isWordRune(b.RuneAt(first.End-1))
	switch {
	case first.Len() <= limit && !goesOn:
		return b.Slice(first)
	case first.Len() < limit:
		return b.Slice(first) + ellipsis
	}
	limit -= utf8.RuneCountInString(ellipsis)
	end := 0
	for next := b.NextWord(0); next <= limit; next = b.NextWord(next) {
		end = next
	}
	if end == 0 { // one word longer than a title
		end, _ = b.cluster(limit)
	}
	if end == 0 { // and that one letter under a heap of accents
		end = limit
	}
	return b.Slice(Span{0, end}) + ellipsis
}

// sentence returns the bytes of the sentence that the byte at offset of a line
// belongs to. It starts to look at the last sure boundary before.
func sentence(line string, offset int) (from, to int) {
	for from = offset; from > 0 && !surelyEnds(line, from); {
		_, size := utf8.DecodeLastRuneInString(line[:from])
		from -= size
	}
	return sentenceFrom(line, from, offset)
}

// sentenceFrom looks for the sentence at offset from a boundary on.
func sentenceFrom(line string, boundary, offset int) (from, to int) {
	w := newSentenceWalk(line, boundary)
	for w.next() {
		if offset < w.to {
			break
		}
	}
	return w.from, w.to
}

// sentenceWalk goes through the sentences of a line from a boundary on.
type sentenceWalk struct {
	from, to int // the bytes of the sentence where it is

	line, rest string // rest is what is to be taken apart yet
	read       int    // bytes that are taken apart
	state      int    // of uniseg
	word       int    // where the next word begins, or nothing before it does
}

func newSentenceWalk(line string, boundary int) *sentenceWalk {
	return &sentenceWalk{from: boundary, to: boundary, line: line, rest: line[boundary:], read: boundary, state: -1, word: boundary}
}

// next goes to the next sentence; false if the one where it is was the last.
func (w *sentenceWalk) next() bool {
	if w.rest == "" && w.to == w.read {
		return false
	}
	w.from = w.to
	for w.rest != "" {
		var piece string
		piece, w.rest, w.state = uniseg.FirstSentenceInString(w.rest, w.state)
		w.read += len(piece)
		if w.rest != "" && !w.startsSmall() && endsSentence(w.line[:w.read], w.rest) {
			w.to = w.read - openingAt(piece)
			return true
		}
	}
	w.to = w.read
	return true
}

// startsSmall reports whether the first word of the rest begins with a small letter. It looks at each letter once.
func (w *sentenceWalk) startsSmall() bool {
	for w.word = max(w.word, w.read); w.word < len(w.line); {
		r, size := utf8.DecodeRuneInString(w.line[w.word:])
		if isWordRune(r) {
			return unicode.IsLower(r)
		}
		w.word += size
	}
	return false
}

// openingAt is how many bytes at the end of a sentence belong to the next: quotation marks that open after a full-width stop,
// without a space, which UAX #29 takes for closing ones.
func openingAt(sentence string) int {
	opening := 0
	for {
		last, size := utf8.DecodeLastRuneInString(sentence)
		if !strings.ContainsRune("“‘「『《（", last) {
			break
		}
		opening += size
		sentence = sentence[:len(sentence)-size]
	}
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(sentence, "”’」』》）")); !isFullWidthStop(last) {
		return 0
	}
	return opening
}

// surelyEnds reports whether UAX #29 has a sentence boundary at offset whatever
// stands farther off, and it is no abbreviation's.
func surelyEnds(line string, offset int) bool {
	before := line[:offset]
	next, _ := utf8.DecodeRuneInString(line[offset:])
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case isFullWidthStop(last):
		return unicode.IsLetter(next) && !unicode.IsLower(next) && endsSentence(before, line[offset:])
	case last != ' ' || !unicode.IsUpper(next):
		return false
	}
	closed := strings.TrimRight(strings.TrimRight(before, " "), "”’\"')»")
	last, _ = utf8.DecodeLastRuneInString(closed)
	return (last == '.' || last == '!' || last == '?') && endsSentence(before, line[offset:])
}

func isFullWidthStop(r rune) bool { return r == '。' || r == '！' || r == '？' }

// endsSentence reports whether a boundary of UAX #29 between before and after,
// the two parts of a line, is one for a reader, if after does not begin with a small letter.
func endsSentence(before, after string) bool {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	word, stopped := strings.CutSuffix(before, ".")
	if !stopped {
		return true
	}
	at := strings.LastIndexFunc(word, isBeforeWord) + 1
	earlier := strings.TrimRightFunc(word[:at], unicode.IsSpace)
	word = word[at:]
	if len(word)+len(".") == len(before) && isDigits(word) {
		return false // the number of a list's item, or of a paragraph
	}
	earlier = earlier[strings.LastIndexFunc(earlier, isBeforeWord)+1:]
	return !abbreviates(word, after) && !IsOrdinal(earlier, word, after)
}

func isBeforeWord(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pd) || r == '"' || r == '„'
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
