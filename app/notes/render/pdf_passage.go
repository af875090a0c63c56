package render

import (
	"slices"
	"strconv"
	"strings"

	"standpoint/app/notes"
)

// The columns of a text with comments beside it, in points.
const (
	passageWidth = 292.0
	commentLeft  = passageWidth + 18
)

// passage sets a text with its marks, and beside each paragraph what the marks say that end in it.
func (s *pdfSetter) passage(p notes.Passage) {
	told := make([]bool, len(p.Marks))
	coders := slices.ContainsFunc(p.Marks, func(m notes.Mark) bool { return m.By != p.Marks[0].By })
	for _, paragraph := range p.Paragraphs() {
		var spans []pdfSpan
		var ending []int
		words := s.signs.pieces(paragraph)
		for i, piece := range paragraph {
			span := s.span(words[i], s.regular, textSize)
			cover(&span, p.Marks, piece.Marks)
			spans = append(spans, span)
			for n, m := range piece.End {
				told[m] = true
				if p.Marks[m].Number == 0 {
					continue
				}
				number := s.raised(strconv.Itoa(p.Marks[m].Number), textSize)
				number.to = p.Marks[m].Anchor
				cover(&number, p.Marks, slices.DeleteFunc(slices.Clone(piece.Marks), func(m int) bool { return slices.Contains(piece.End, m) }))
				if n > 0 {
					number.text = "," + number.text
				}
				spans = append(spans, number)
			}
			ending = append(ending, piece.End...)
		}
		slices.Sort(ending) // as the marks begin
		var comments []pdfLine
		for _, m := range ending {
			comments = append(comments, s.comment(p.Marks[m], coders, commentLeft)...)
		}
		spans[0].text = strings.TrimLeft(spans[0].text, " \t")
		s.add(beside(s.lines(spans, leading{textLead.line, 8}, 0, passageWidth), comments)...)
	}
	for i, m := range p.Marks {
		if !told[i] {
			s.add(s.comment(m, coders, 0)...)
		}
	}
}

// cover gives a span the ground and the lines of marks that cover it.
func cover(span *pdfSpan, marks []notes.Mark, covering []int) {
	for _, m := range covering {
		colour, known := toneOf(marks[m].Colour)
		if !known {
			colour = markerYellow
		}
		span.lines = append(span.lines, colour.lineOn(paper, ink))
		for n, part := range colour.tintOn(paper) {
			span.fill[n] += part / float64(len(covering))
		}
	}
}

// comment sets what a mark says, and who made it if there are several coders, in a column from an indentation to the right edge.
func (s *pdfSetter) comment(m notes.Mark, coders bool, indent float64) []pdfLine {
	var lines []pdfLine
	for i, line := range m.Lines {
		spans := s.inline(line, tinySize)
		if i == 0 && m.Number > 0 {
			number := pdfSpan{text: strconv.Itoa(m.Number) + " ", face: s.bold, size: tinySize}
			spans = append([]pdfSpan{number}, spans...)
		}
		if i == len(m.Lines)-1 && coders && m.By != "" {
			by := s.span(" ("+m.By+")", s.regular, tinySize)
			by.grey = true
			spans = append(spans, by)
		}
		l := tinyLead
		if i > 0 {
			l.before = 1 // it belongs to the line above
		}
		lines = append(lines, s.lines(spans, l, indent, columnWidth)...)
	}
	if len(lines) > 0 {
		lines[0].names = named(m.Anchor)
	}
	return lines
}

// beside puts comments beside the lines of a paragraph, and below it those for which there is no room.
func beside(text, comments []pdfLine) []pdfLine {
	if len(text) == 0 {
		return comments
	}
	line, below := 0, 0.0 // where the next comment goes, and how far below the top of that line
	for i, c := range comments {
		if i > 0 {
			below += c.before
		}
		for below >= text[line].height {
			below -= text[line].height
			if line++; line == len(text) {
				text[line-1].keep = false
				text = append(text, pdfLine{height: tinyLead.line})
			}
		}
		for _, cell := range c.cells {
			cell.base += below
			text[line].cells = append(text[line].cells, cell)
		}
		text[line].names = append(text[line].names, c.names...)
		below += c.height
	}
	if line == len(text)-1 {
		text[line].height = max(text[line].height, below)
	}
	return text
}
