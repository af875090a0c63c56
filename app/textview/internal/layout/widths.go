package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Measure is how wide a string is drawn, in pixels, on one row: in the font of
// the text, or in the font that stands in where that one has no glyph.
type Measure func(s string, standIn bool) float32

const (
	widthsKept = 200_000
	tabSpaces  = 4

	absentSign = '□' // drawn for a letter that no font has
)

// Glyphs are the letters that can be drawn.
type Glyphs struct {
	Covers func(r rune) bool // the font of the text has one for r; nil is for every one
	Absent func(r rune) bool // no font has one for r; nil is for none
}

// Widths remembers how wide words are: a row is exactly as wide as its words
// and spaces, and an article has few different words.
type Widths struct {
	measure Measure
	glyphs  Glyphs
	known   [2]map[string]float32 // in the text's font, and in the one that stands in
	space   float32
	letters int // measured so far, for the average
	pixels  float64
}

// NewWidths measures with the given function.
func NewWidths(measure Measure, glyphs Glyphs) *Widths {
	w := &Widths{measure: measure, glyphs: glyphs, space: measure(" ", false)}
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

// needsStandIn says that the text's font lacks a glyph of the word.
func (w *Widths) needsStandIn(word string) bool {
	if w.glyphs.Covers == nil {
		return false
	}
	for _, r := range word {
		if w.absent(r) {
			r = absentSign
		}
		if r >= 0x7f && !w.glyphs.Covers(r) {
			return true
		}
	}
	return false
}

func (w *Widths) absent(r rune) bool { return w.glyphs.Absent != nil && w.glyphs.Absent(r) }

// drawn is what is drawn for a word, or for a part of one: each letter that no
// font has is a sign, and the marks on such a letter are left out.
func (w *Widths) drawn(word string) string {
	word = Drawable(word)
	if w.glyphs.Absent == nil || strings.IndexFunc(word, w.glyphs.Absent) < 0 {
		return word
	}
	onAbsent := false
	return strings.Map(func(r rune) rune {
		absent := w.glyphs.Absent(r)
		if onAbsent && unicode.In(r, unicode.M, unicode.Cf) {
			return -1
		}
		if onAbsent = absent; absent {
			return absentSign
		}
		return r
	}, word)
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
	if shown := w.drawn(word); shown != "" {
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

// Drawable is s without the characters that a font has no picture for:
// controls and separators, and marks of direction, which the rows have obeyed
// already.
func Drawable(s string) string {
	if strings.IndexFunc(s, isInvisible) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, s)
}

func isInvisible(r rune) bool {
	switch {
	case r >= ' ' && r < 0x7f:
		return false
	case r < ' ', r >= 0x7f && r < 0xa0, r == '\u00ad', r == '\u200b', r == '\ufeff':
		return true
	}
	return r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Bidi_Control, r)
}
