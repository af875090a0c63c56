package render

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// pdfSpan is text of one look in a line or a paragraph.
type pdfSpan struct {
	text   string
	face   *pdfFace
	size   float64 // points
	rise   float64 // above the line, points
	slant  bool
	grey   bool   // less than the text around it
	link   string // an address of the web
	to     string // an anchor
	anchor string // it is one
	fill   tone   // the colour of its ground, if there are lines
	lines  []tone // colours of lines below it
}

func (s pdfSpan) width() float64 { return s.face.width(s.text) * s.size }

// breakLines sets spans in lines of a width, as Unicode has lines broken (UAX #14). Of the space at the end of a line nothing is shown; a
// word that is wider than a line is broken between characters.
func breakLines(spans []pdfSpan, width float64) [][]pdfSpan {
	var whole strings.Builder
	for _, s := range spans {
		whole.WriteString(s.text)
	}
	b := &lineBreaker{spans: spans, width: width}
	for rest, state := whole.String(), -1; rest != ""; {
		var word string
		word, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		for rest != "" && staysTogether(word, rest) {
			var more string
			more, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
			word += more
		}
		b.add(b.take(len(word)))
	}
	b.end()
	return b.lines
}

// staysTogether reports whether no line ends between two words: signs stand with what they are of, and no line begins with a dot.
func staysTogether(word, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(word, " "))
	first, _ := utf8.DecodeRuneInString(next)
	return strings.ContainsRune("¶▲▼●◇\u00AD", last) || strings.ContainsRune("·—", first)
}

// lineBreaker fills lines with words.
type lineBreaker struct {
	spans []pdfSpan // what is left
	width float64
	lines [][]pdfSpan
	line  []pdfSpan
	used  float64 // of the line, with the space at its end
}

// take returns the next bytes of the spans.
func (b *lineBreaker) take(n int) []pdfSpan {
	var taken []pdfSpan
	for n > 0 || len(b.spans) > 0 && b.spans[0].text == "" {
		s := b.spans[0]
		if len(s.text) > n {
			b.spans[0].text = s.text[n:]
			b.spans[0].anchor = ""
			s.text = s.text[:n]
		} else {
			b.spans = b.spans[1:]
		}
		n -= len(s.text)
		taken = append(taken, s)
	}
	return taken
}

// add puts a word into the line, or the next one.
func (b *lineBreaker) add(word []pdfSpan) {
	shown, all := widthsOf(word)
	if b.used+shown > b.width && len(b.line) > 0 {
		b.end()
	}
	if shown > b.width {
		b.addBroken(word)
		return
	}
	b.put(word...)
	b.used += all
}

// put puts spans into the line, and makes one of those that have one look.
func (b *lineBreaker) put(spans ...pdfSpan) {
	for _, s := range spans {
		if last := len(b.line) - 1; last >= 0 && sameLook(b.line[last], s) {
			b.line[last].text += s.text
			continue
		}
		b.line = append(b.line, s)
	}
}

func sameLook(a, b pdfSpan) bool {
	return a.face == b.face && a.size == b.size && a.rise == b.rise && a.slant == b.slant && a.grey == b.grey && a.link == b.link &&
		a.to == b.to && b.anchor == "" && a.fill == b.fill && slices.Equal(a.lines, b.lines)
}

// addBroken puts a word into as many lines as it needs.
func (b *lineBreaker) addBroken(word []pdfSpan) {
	for _, s := range word {
		rest, state := s.text, -1
		for rest != "" {
			part := s
			part.text, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
			s.anchor = ""
			w := part.width()
			if b.used+w > b.width && len(b.line) > 0 {
				b.end()
			}
			b.put(part)
			b.used += w
		}
	}
}

// end ends the line, without the space at its end.
func (b *lineBreaker) end() {
	if last := len(b.line) - 1; last >= 0 {
		b.line[last].text = strings.TrimRight(b.line[last].text, " ")
		b.lines = append(b.lines, b.line)
	}
	b.line, b.used = nil, 0
}

// widthsOf returns the width of a word without the space at its end, and with it.
func widthsOf(word []pdfSpan) (shown, all float64) {
	for i := len(word) - 1; i >= 0; i-- {
		w := word[i].width()
		if shown == 0 {
			trimmed := word[i]
			trimmed.text = strings.TrimRight(trimmed.text, " ")
			shown = trimmed.width()
		} else {
			shown += w
		}
		all += w
	}
	return shown, all
}
