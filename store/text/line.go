package text

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lines returns the lines of the body in order, without the LF that ends each;
// empty ones are included, and an empty body has one.
func (b *Body) Lines() []Span { return b.lines() }

func (b *Body) findLines() []Span {
	lines := make([]Span, 0, strings.Count(b.s, "\n")+1)
	start, rest := 0, b.s
	for {
		end := strings.IndexByte(rest, '\n')
		if end < 0 {
			return append(lines, Span{start, b.length})
		}
		length := end
		if b.starts != nil {
			length = utf8.RuneCountInString(rest[:end])
		}
		lines = append(lines, Span{start, start + length})
		start += length + 1
		rest = rest[end+1:]
	}
}

// LineAt returns the index in Lines of the line that pos stands in. The LF
// that ends a line belongs to it.
func (b *Body) LineAt(pos int) int {
	lines := b.Lines()
	after := sort.Search(len(lines), func(i int) bool { return lines[i].Start > pos })
	return max(after-1, 0)
}

// Paragraphs returns the lines that are not blank.
func (b *Body) Paragraphs() []Span { return b.paragraphs() }

func (b *Body) findParagraphs() []Span {
	var found []Span
	for _, line := range b.Lines() {
		if strings.ContainsFunc(b.Slice(line), isInk) {
			found = append(found, line)
		}
	}
	return found
}

func isInk(r rune) bool { return !unicode.IsSpace(r) }

// ParagraphAt returns the paragraph that pos stands in and its number, counted
// from 1 as notes cite it. A position on a blank line belongs to the paragraph
// before it, or to the first. A body without paragraphs has number 0.
func (b *Body) ParagraphAt(pos int) (Span, int) {
	paragraphs := b.Paragraphs()
	if len(paragraphs) == 0 {
		return Span{}, 0
	}
	after := sort.Search(len(paragraphs), func(i int) bool { return paragraphs[i].Start > pos })
	number := max(after, 1)
	return paragraphs[number-1], number
}

// line returns the line that pos stands in, and its text.
func (b *Body) line(pos int) (Span, string) {
	line := b.Lines()[b.LineAt(pos)]
	return line, b.Slice(line)
}
