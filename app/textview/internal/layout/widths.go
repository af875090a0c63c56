package layout

import (
	"strings"
	"unicode/utf8"
)

// Measure is how wide a string is drawn, in pixels, on one row: in the font of
// the page, or in the font that stands in where that one has no glyph.
type Measure func(s string, standIn bool) float32

const (
	widthsKept = 200_000
	tabSpaces  = 4
)

// Widths remembers how wide words are: a row is exactly as wide as its words
// and spaces, and an article has few different words.
type Widths struct {
	measure Measure
	covers  func(r rune) bool
	known   [2]map[string]float32 // in the page's font, and in the one that stands in
	space   float32
	letters int // measured so far, for the average
	pixels  float64
}

// NewWidths measures with the given function. The font of the page has a glyph
// for what covers says; nil means for everything.
func NewWidths(measure Measure, covers func(r rune) bool) *Widths {
	w := &Widths{measure: measure, covers: covers, space: measure(" ", false)}
	for i := range w.known {
		w.known[i] = make(map[string]float32)
	}
	const sample = "of the people who were asked, most said that they would rather wait"
	w.letters, w.pixels = len(sample), float64(measure(sample, false))
	return w
}

// Of is the width of a word.
func (w *Widths) Of(word string) float32 {
	return w.in(word, w.needsStandIn(word))
}

// needsStandIn says that the page's font lacks a glyph of the word.
func (w *Widths) needsStandIn(word string) bool {
	if w.covers == nil {
		return false
	}
	for _, r := range word {
		if r >= 0x7f && !w.covers(r) {
			return true
		}
	}
	return false
}

// in is the width of a word, or of the beginning of one, in one of the fonts.
func (w *Widths) in(word string, standIn bool) float32 {
	if word == "" {
		return 0
	}
	known := w.known[0]
	if standIn {
		known = w.known[1]
	}
	if width, ok := known[word]; ok {
		return width
	}
	if len(known) >= widthsKept {
		clear(known)
	}
	width := float32(0)
	if shown := Drawable(word); shown != "" {
		width = w.measure(shown, standIn)
	}
	width += float32(strings.Count(word, "\t")) * tabSpaces * w.space
	known[word] = width
	w.letters += utf8.RuneCountInString(word)
	w.pixels += float64(width)
	return width
}

// spaces is the width of white space.
func (w *Widths) spaces(s string) float32 {
	width := float32(0)
	for _, r := range s {
		switch r {
		case ' ':
			width += w.space
		case '\t':
			width += tabSpaces * w.space
		default:
			width += w.in(string(r), false)
		}
	}
	return width
}

func (w *Widths) average() float32 {
	return max(1, float32(w.pixels/float64(w.letters)))
}
