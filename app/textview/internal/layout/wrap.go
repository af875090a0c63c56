package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// longestToken is how much of a word is measured at once, in bytes.
const longestToken = 192

// wrap breaks a line into rows at the places that UAX #14 allows. White space
// at the end of a row hangs over. A word wider than a row is broken between
// two grapheme clusters. There is at least one row, and the last ends where s
// does.
func wrap(s string, widths *Widths, width float32) []rowEnd {
	w := wrapper{s: s, widths: widths, width: width}
	state, at := -1, 0
	for rest := s; rest != ""; {
		var segment string
		var must bool
		segment, rest, must, state = uniseg.FirstLineSegmentInString(rest, state)
		word := strings.TrimRightFunc(segment, isSpace)
		w.place(at, at+len(word))
		w.hang(at+len(word), at+len(segment))
		at += len(segment)
		if must && rest != "" {
			w.close(at)
		}
	}
	w.close(len(s))
	return w.ends
}

type wrapper struct {
	s      string
	widths *Widths
	width  float32

	ends  []rowEnd
	row   int     // byte where the row begins
	pos   int     // code points before the row
	x     float32 // width of the row so far
	token int     // byte where the word begins of which segments were placed
}

// place puts s[from:to], a segment without its white space, on the row or the
// next one.
func (w *wrapper) place(from, to int) {
	if from == to {
		return
	}
	advance, ok := w.advance(from, to)
	if ok && w.x+advance <= w.width {
		w.x += advance
		return
	}
	if from > w.row {
		w.close(from)
		advance, ok = w.advance(from, to)
	}
	if ok && advance <= w.width {
		w.x += advance
		return
	}
	w.breakWord(from, to)
}

// advance is by how much s[from:to] makes the row longer. Within a word it is
// what the whole has more than the beginning, because of kerning. What is too
// long to be measured at once is not ok.
func (w *wrapper) advance(from, to int) (advance float32, ok bool) {
	if to-from > longestToken {
		return 0, false
	}
	if w.token == from || to-w.token > longestToken || standsAlone(w.s[:from]) {
		w.token = from
		return w.widths.Of(w.s[from:to]), true
	}
	return w.widths.Of(w.s[w.token:to]) - w.widths.Of(w.s[w.token:from]), true
}

// breakWord fills rows with a word that is too wide for one, cluster by
// cluster.
func (w *wrapper) breakWord(from, to int) {
	state := -1
	for at, rest := from, w.s[from:to]; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		advance := w.widths.Of(cluster)
		if w.x+advance > w.width && at > w.row {
			w.close(at)
		}
		w.x += advance
		at += len(cluster)
	}
	w.token = to
}

func (w *wrapper) hang(from, to int) {
	if from < to {
		w.x += w.widths.spaces(w.s[from:to])
		w.token = to
	}
}

func (w *wrapper) close(at int) {
	w.pos += utf8.RuneCountInString(w.s[w.row:at])
	w.ends = append(w.ends, rowEnd{pos: int32(w.pos), byte: int32(at)})
	w.row, w.x, w.token = at, 0, at
}

// standsAlone says that what follows s is not kerned with its last character.
func standsAlone(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r >= 0x0e00 && !unicode.Is(unicode.Latin, r) && !unicode.IsPunct(r)
}

// isSpace says that a character is white space that may hang over the end of
// a row.
func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || (r != '\u00a0' && r != '\u202f' && r != '\u2007' && unicode.IsSpace(r))
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
