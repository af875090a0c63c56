package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// WordAt returns the word at pos by UAX #29, or what stands there between
// words: a run of spaces or a punctuation mark. At the end of a line it is the
// last of the line; in an empty line it is empty.
func (b *Body) WordAt(pos int) Span {
	pos = min(max(pos, 0), b.length)
	line, _ := b.line(pos)
	if line.Empty() {
		return Span{line.Start, line.Start}
	}
	if pos >= line.End {
		pos = line.End - 1
	}
	found := Span{line.Start, line.Start}
	b.eachWord(line, func(word Span, _ string) bool {
		found = word
		return pos >= word.End
	})
	return found
}

// NextWord returns the end of the first word that ends after pos, where
// Ctrl+Right goes; without one, the end of the body.
func (b *Body) NextWord(pos int) int {
	for i := b.LineAt(pos); i < len(b.Lines()); i++ {
		next := -1
		b.eachWord(b.Lines()[i], func(word Span, s string) bool {
			if word.End > pos && isWord(s) {
				next = word.End
			}
			return next < 0
		})
		if next >= 0 {
			return next
		}
	}
	return b.length
}

// PrevWord returns the start of the last word that starts before pos, where
// Ctrl+Left goes; without one, the start of the body.
func (b *Body) PrevWord(pos int) int {
	for i := b.LineAt(pos); i >= 0; i-- {
		prev := -1
		b.eachWord(b.Lines()[i], func(word Span, s string) bool {
			if word.Start >= pos {
				return false
			}
			if isWord(s) {
				prev = word.Start
			}
			return true
		})
		if prev >= 0 {
			return prev
		}
	}
	return 0
}

func (b *Body) eachWord(line Span, yield func(Span, string) bool) {
	s, start, state := b.Slice(line), line.Start, -1
	for s != "" {
		var found string
		found, s, state = uniseg.FirstWordInString(s, state)
		end := start + utf8.RuneCountInString(found)
		if !yield(Span{start, end}, found) {
			return
		}
		start = end
	}
}

// isWord reports whether a segment between word boundaries is a word.
func isWord(s string) bool { return strings.ContainsFunc(s, isWordRune) }

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}
