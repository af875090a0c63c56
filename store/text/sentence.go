package text

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// SentenceAt returns the sentence at pos, without white space around it. A
// sentence never crosses a line.
func (b *Body) SentenceAt(pos int) Span {
	line, s := b.line(pos)
	start, state := line.Start, -1
	for s != "" {
		var found string
		found, s, state = uniseg.FirstSentenceInString(s, state)
		end := start + utf8.RuneCountInString(found)
		if pos < end || s == "" {
			return b.Trim(Span{start, end})
		}
		start = end
	}
	return line
}

// Title returns a title for a body that has none: its first sentence, cut at a
// word to at most limit code points.
func Title(body string, limit int) string {
	b, err := NewBody(body)
	if err != nil || len(b.Paragraphs()) == 0 {
		return ""
	}
	sentence := b.SentenceAt(b.Trim(b.Paragraphs()[0]).Start)
	if sentence.Len() <= limit {
		return b.Slice(sentence)
	}
	end := sentence.Start
	for next := b.NextWord(end); next-sentence.Start <= limit; next = b.NextWord(end) {
		end = next
	}
	return b.Slice(Span{sentence.Start, end})
}
