package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

const (
	longestToken = 192  // how much of a word is measured at once, in bytes
	longestRow   = 1600 // bytes after which a row ends, though it has no width
)

// wrap breaks a line into rows at the places that UAX #14 allows. White space
// at the end of a row hangs over. A word wider than a row is broken between
// two grapheme clusters. There is at least one row, and the last ends where s
// does.
func wrap(s string, widths *Widths, width float32) []rowEnd {
	w := wrapper{s: s, widths: widths, width: width}
	for at, state := 0, -1; at < len(s); {
		var length int
		var must bool
		length, must, state = segment(s, at, state)
		word := strings.TrimRightFunc(s[at:at+length], isSpace)
		w.place(at, at+len(word))
		w.hang(at+len(word), at+length)
		at += length
		if must && at < len(s) {
			w.close(at)
		}
	}
	w.close(len(s))
	return w.ends
}

// segment is how long the beginning of s[at:] is that is not broken, with the
// white space after it. UAX #14 would break some grapheme clusters, such as a
// space with an accent on it, and part a sign from its word in French.
func segment(s string, at, state int) (length int, must bool, newState int) {
	from := s[at:]
	for {
		var found string
		found, _, must, state = uniseg.FirstLineSegmentInString(from[length:], state)
		length += len(found)
		last, size := utf8.DecodeLastRuneInString(from[:length])
		switch {
		case length == len(from):
			return length, must, state
		case must && !endsRow(last):
			// uniseg ends a row behind the colour of a skin, whatever follows.
		case continues(from[length-size:], size):
		case must || !keepsTogether(s, at+length):
			return length, must, state
		}
	}
}

// endsRow says that a row ends behind the character (UAX #14, LB4 and LB5).
func endsRow(r rune) bool {
	return '\n' <= r && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// continues says that the grapheme cluster at the beginning of s is longer than
// its first character, which has size bytes.
func continues(s string, size int) bool {
	next, _ := utf8.DecodeRuneInString(s[size:])
	if next < 0x300 && s[0] < utf8.RuneSelf {
		return false
	}
	_, rest, _, _ := uniseg.FirstGraphemeClusterInString(s, -1) //nolint:dogsled // that is how uniseg answers
	return len(s)-len(rest) > size
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
	if to-w.row > longestRow && from > w.row {
		w.close(from)
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
	w.breakAtSpaces(from, to)
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

// breakAtSpaces fills rows with a segment that is too wide for one: signs are
// parted from their words before words are cut.
func (w *wrapper) breakAtSpaces(from, to int) {
	end := w.skip(from, to, false)
	if end == to {
		w.breakWord(from, to)
		return
	}
	for from < to {
		w.place(from, end)
		from = w.skip(end, to, true)
		w.hang(end, from)
		end = w.skip(from, to, false)
	}
}

// skip is where white space begins in s[from:to], or where it ends.
func (w *wrapper) skip(from, to int, space bool) int {
	for from < to && spaceAt(w.s, from) == space {
		_, size := utf8.DecodeRuneInString(w.s[from:])
		from += size
	}
	return from
}

// breakWord fills rows with a word that is too wide for one, cluster by
// cluster.
func (w *wrapper) breakWord(from, to int) {
	state := -1
	for at, rest := from, w.s[from:to]; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		advance := w.widths.Of(cluster)
		if (w.x+advance > w.width || at-w.row > longestRow) && at > w.row {
			w.close(at)
		}
		w.x += advance
		at += len(cluster)
	}
	w.token = to
}

// hang puts white space behind the word.
func (w *wrapper) hang(from, to int) {
	if to-w.row > longestRow && from > w.row {
		w.close(from)
	}
	for to-w.row > longestRow {
		cut := w.row + longestRow
		for !utf8.RuneStart(w.s[cut]) {
			cut--
		}
		w.close(cut)
		from = cut
	}
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

type rowEnd struct {
	pos  int32 // code points from the block's start
	byte int32 // bytes from the block's start
}

// spaceAt says that white space begins at a byte of s. A space with an accent on
// it is a letter.
func spaceAt(s string, at int) bool {
	r, size := utf8.DecodeRuneInString(s[at:])
	return isSpace(r) && !continues(s[at:], size)
}
