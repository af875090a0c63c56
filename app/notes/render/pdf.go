package render

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/app/notes"
	"standpoint/store/say"
	"standpoint/store/text"
)

// PDF writes the document as pages of A4, with the reading face embedded, bookmarks of the headings, links, a running title and numbers of
// pages. It sets what is written from left to right in letters that the face has: Latin, Greek, Cyrillic, Armenian, Georgian. Where
// anything else stands in the document, nothing is written, and the error says what it is and where.
func PDF(ctx context.Context, w io.Writer, d notes.Document) error {
	s := &pdfSetter{part: d.Title}
	title := s.signs.shown(oneLine(d.Title))
	p, err := newPages(title, d.Language, d.Made)
	if err != nil {
		return err
	}
	s.pages = p
	everyAnchor(d.Blocks, func(name string) { p.expect(name) })
	s.title(d.Title)
	for i := range d.Blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		s.block(d.Blocks, i, 0)
		if s.err != nil {
			return s.err
		}
	}
	words := WordsIn(d.Language)
	s.footnotes(words.Notes)
	if said := s.signs.said(d.Language); said != "" {
		s.paragraph([]pdfSpan{{text: said, face: p.regular, size: smallSize}}, smallLead, 0)
	}
	p.flush()
	p.furnish(title, words.Page)
	if s.err != nil {
		return s.err
	}
	return p.write(w)
}

// everyAnchor calls found with the anchors of all blocks.
func everyAnchor(blocks []notes.Block, found func(string)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case notes.Heading:
			found(b.Anchor)
		case notes.Quote:
			found(b.Anchor)
		case notes.List:
			for _, item := range b.Items {
				everyAnchor(item.Blocks, found)
			}
		case notes.Passage:
			for _, m := range b.Marks {
				found(m.Anchor)
			}
		}
	}
}

// Sizes of text, and the heights of its lines, in points.
const (
	textSize  = 9.5
	smallSize = 8.0
	tinySize  = 7.0
)

// leading is how a paragraph is set: the height of its lines, and the space above it, in points.
type leading struct{ line, before float64 }

var (
	textLead  = leading{13.6, 6}
	aboveLead = leading{11.8, 12}
	smallLead = leading{11.4, 5}
	tinyLead  = leading{9.4, 5}
	itemLead  = leading{13.6, 3}
)

// pdfSetter sets blocks in lines.
type pdfSetter struct {
	*pages
	signs signs
	notes []notes.Text // footnotes so far
	part  string       // the heading under which the text at hand stands
	err   error        // what cannot be set
}

// span returns text as it is set, and remembers what the face cannot show.
func (s *pdfSetter) span(words string, f *pdfFace, size float64) pdfSpan {
	words = s.signs.shown(words)
	if r := f.bad(words); r != 0 && s.err == nil {
		s.err = unsettable(r, s.part)
	}
	return pdfSpan{text: words, face: f, size: size}
}

// unsettable says that a character cannot be set, and where it stands.
func unsettable(r rune, part string) error {
	const longest = 60
	if runes := []rune(part); len(runes) > longest {
		part = string(runes[:longest]) + "…"
	}
	return say.Errorf(
		"A PDF is set in Latin, Greek and Cyrillic letters, and in “%s” stands another character: %s (%s). Write DOCX or HTML instead.",
		part, visibly(r), fmt.Sprintf("U+%04X", r))
}

// visibly returns a character so that it can be seen by itself.
func visibly(r rune) string {
	if unicode.Is(unicode.M, r) {
		return "\u25CC" + string(r)
	}
	return text.Shown(string(r))
}

// inline sets a text in one size.
func (s *pdfSetter) inline(t notes.Text, size float64) []pdfSpan {
	var spans []pdfSpan
	for _, r := range t {
		f := s.regular
		if r.Style == notes.Strong {
			f = s.bold
		}
		span := s.span(oneLine(r.Text), f, size)
		span.slant, span.to, span.link = r.Style == notes.Emphasis, r.To, inASCII(linkTarget(address(r.Link)))
		spans = append(spans, span)
		if r.Note != nil {
			s.notes = append(s.notes, r.Note)
			n := strconv.Itoa(len(s.notes))
			sign := s.raised(n, size)
			sign.to, sign.anchor = "footnote-"+n, "footnote-sign-"+n
			s.expect(sign.to, sign.anchor)
			spans = append(spans, sign)
		}
	}
	return spans
}

// raised is a number above the line.
func (s *pdfSetter) raised(number string, size float64) pdfSpan {
	return pdfSpan{text: number, face: s.bold, size: size * 0.66, rise: size * 0.34}
}

// inASCII returns an address as a PDF has it.
func inASCII(address string) string {
	var out strings.Builder
	for _, b := range []byte(address) {
		if b < utf8.RuneSelf {
			out.WriteByte(b)
		} else {
			fmt.Fprintf(&out, "%%%02X", b)
		}
	}
	return out.String()
}

// block sets one of several blocks.
func (s *pdfSetter) block(of []notes.Block, i int, indent float64) {
	switch b := of[i].(type) {
	case notes.Heading:
		s.heading(b)
	case notes.Paragraph:
		s.paragraph(s.inline(b.Text, textSize), textLead, indent)
	case notes.Quote:
		_, facts := of[min(i+1, len(of)-1)].(notes.List)
		s.quote(b, indent, facts)
	case notes.List:
		s.list(b, indent)
	case notes.Table:
		s.table(b, indent)
	case notes.Passage:
		s.passage(b)
	}
}

// title sets the title of the document.
func (s *pdfSetter) title(title string) {
	const size, line = 20, 25
	for _, spans := range breakLines([]pdfSpan{s.span(oneLine(title), s.bold, size)}, columnWidth) {
		s.add(pdfLine{height: line, keep: true, cells: []pdfCell{{base: size, spans: spans}}})
	}
}

// heading sets a heading, which stays with what it is above.
func (s *pdfSetter) heading(h notes.Heading) {
	s.part = h.Text.String()
	size := map[int]float64{2: 14, 3: 11, 4: textSize}[h.Level]
	before := map[int]float64{2: 26, 3: 18, 4: 14}[h.Level]
	spans := s.inline(h.Text, size)
	for i := range spans {
		if spans[i].rise == 0 {
			spans[i].face = s.bold
		}
	}
	lines := breakLines(spans, columnWidth)
	for i, spans := range lines {
		line := pdfLine{height: size * 1.3, keep: true, cells: []pdfCell{{base: size, spans: spans}}}
		if i == 0 {
			line.before = before
			line.names = named(h.Anchor)
			line.mark = &pdfBookmark{s.signs.shown(oneLine(h.Text.String())), h.Level - 2}
		}
		if i == len(lines)-1 {
			line.height += 2
		}
		s.add(line)
	}
}

func named(anchor string) []string {
	if anchor == "" {
		return nil
	}
	return []string{anchor}
}

// paragraph sets text in lines. Its first line never stands alone, and neither does its last.
func (s *pdfSetter) paragraph(spans []pdfSpan, l leading, indent float64) {
	s.add(s.lines(spans, l, indent, columnWidth)...)
}

// lines breaks text into lines from an indentation to a right edge.
func (s *pdfSetter) lines(spans []pdfSpan, l leading, indent, right float64) []pdfLine {
	broken := breakLines(spans, right-indent)
	lines := make([]pdfLine, len(broken))
	for i, spans := range broken {
		lines[i] = pdfLine{height: l.line, indent: indent, cells: []pdfCell{{x: indent, base: l.line * 0.76, spans: spans}}}
		lines[i].keep = len(broken) > 1 && (i == 0 && len(broken) > 1 || i == len(broken)-2)
	}
	if len(lines) > 0 {
		lines[0].before = l.before
	}
	return lines
}

// quote sets who says it, with the number in the margin, and below it the words beside a rule. Facts that follow begin on the page on which
// it ends.
func (s *pdfSetter) quote(q notes.Quote, indent float64, facts bool) {
	lead := s.lines(s.inline(q.Lead, smallSize), aboveLead, indent, columnWidth)
	words := s.quoted(q, indent)
	for i := range lead {
		lead[i].keep = true
	}
	all := slices.Concat(lead, words)
	if len(all) == 0 {
		return
	}
	all[0].names = named(q.Anchor)
	all[len(all)-1].keep = facts
	if len(lead) == 0 {
		all[0].before = aboveLead.before
	}
	if q.Number > 0 {
		const apart = 10
		number := pdfSpan{text: strconv.Itoa(q.Number), face: s.bold, size: smallSize}
		base := all[0].cells[0].base
		all[0].cells = append(all[0].cells, pdfCell{x: -apart - number.width(), base: base, spans: []pdfSpan{number}})
	}
	s.add(all...)
}

// quoted sets the words of a quote and their translation.
func (s *pdfSetter) quoted(q notes.Quote, indent float64) []pdfLine {
	const step, between = 14, 3
	var all []pdfLine
	for i, words := range slices.Concat(paragraphsOf(q.Words), translated(q)) {
		lines := s.lines([]pdfSpan{s.span(words, s.regular, textSize)}, leading{textLead.line, between}, indent+step, columnWidth)
		for j := range lines {
			lines[j].rule, lines[j].indent = true, indent
		}
		if i == 0 && len(lines) > 0 {
			lines[0].before, lines[0].below = 2, true
		}
		all = append(all, lines...)
	}
	return all
}

func (s *pdfSetter) list(l notes.List, indent float64) {
	const step, deepest = 13, 150
	indent = min(indent, deepest) // beyond that lists in lists stand where their item does
	for _, item := range l.Items {
		lines := s.lines(s.inline(item.Text, textSize), itemLead, indent+step, columnWidth)
		if len(lines) > 0 {
			bullet := []pdfSpan{{text: "•", face: s.regular, size: textSize, grey: true}}
			lines[0].cells = slices.Insert(lines[0].cells, 0, pdfCell{x: indent + 2, base: lines[0].cells[0].base, spans: bullet})
			if len(item.Blocks) > 0 {
				lines[len(lines)-1].keep = true
			}
		}
		s.add(lines...)
		for i := range item.Blocks {
			s.block(item.Blocks, i, indent+step)
		}
	}
}

// footnotes sets the footnotes at the end; each leads back to its sign.
func (s *pdfSetter) footnotes(title string) {
	if len(s.notes) == 0 {
		return
	}
	s.heading(notes.Heading{Level: 2, Text: notes.Text{{Text: title}}})
	for i := 0; i < len(s.notes); i++ {
		const step = 16
		n := strconv.Itoa(i + 1)
		number := pdfSpan{text: n, face: s.bold, size: smallSize, to: "footnote-sign-" + n}
		lines := s.lines(s.inline(s.notes[i], smallSize), smallLead, step, columnWidth)
		if len(lines) == 0 {
			continue
		}
		lines[0].names = []string{"footnote-" + n}
		lines[0].cells = append(lines[0].cells, pdfCell{base: lines[0].cells[0].base, spans: []pdfSpan{number}})
		s.add(lines...)
	}
}
