package text

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shown returns s so that it does no harm wherever it is shown: on a terminal,
// in a document, beside other words. A control character stands there as
// <U+001B>, and so does a sign that would turn the direction of what comes
// after s; a byte that is no text stands there as <E9>. Line ends and tabs stay.
func Shown(s string) string { return ShownAs(s, Harm.String) }

// ShownAs returns s as Shown does, with what sign returns in the place of each.
func ShownAs(s string, sign func(Harm) string) string {
	list := harms(s)
	if len(list) == 0 {
		return s
	}
	var out strings.Builder
	from := 0
	for _, h := range list {
		out.WriteString(s[from:h.offset])
		out.WriteString(sign(h))
		from = h.offset + h.size
	}
	out.WriteString(s[from:])
	return out.String()
}

// Harmless returns s without the signs that Shown replaces.
func Harmless(s string) string { return ShownAs(s, func(Harm) string { return "" }) }

// EscapeJSON returns JSON that says the same with the signs that do harm where
// it is shown written as escapes: \u009b. What it holds is as it was.
func EscapeJSON(encoded string) string {
	if isHarmless(encoded) {
		return encoded
	}
	var out strings.Builder
	for _, r := range encoded { // outside of strings JSON has none of them
		if isHarmful(r) || turns(r) || r == popEmbedding || r == popIsolate {
			fmt.Fprintf(&out, `\u%04x`, r)
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// Harm is a sign in a text that does something to what stands around it.
type Harm struct {
	Position int  // code points before it
	Rune     rune // utf8.RuneError for a byte that is no text

	offset, size int
	raw          byte
}

// String returns the sign as Shown writes it.
func (h Harm) String() string {
	if h.Rune == utf8.RuneError {
		return fmt.Sprintf("<%02X>", h.raw)
	}
	return fmt.Sprintf("<U+%04X>", h.Rune)
}

// FirstHarm returns the first sign of a line that does harm where the line is
// shown. In a line, line ends and tabs are such, too.
func FirstHarm(line string) (first Harm, found bool) {
	if list := harms(line); len(list) > 0 {
		first, found = list[0], true
	}
	i := strings.IndexAny(line, "\n\t")
	if i < 0 || found && first.offset < i {
		return first, found
	}
	return Harm{Position: utf8.RuneCountInString(line[:i]), Rune: rune(line[i]), offset: i, size: 1}, true
}

// harms returns what does harm in s, in order.
func harms(s string) []Harm {
	if isHarmless(s) {
		return nil
	}
	var list []Harm
	var open []Harm // signs that turn the direction until another ends it
	position := 0
	for i := 0; i < len(s); position++ {
		r, size := utf8.DecodeRuneInString(s[i:])
		h := Harm{Position: position, Rune: r, offset: i, size: size, raw: s[i]}
		i += size
		switch {
		case r == '\n':
			list, open = append(list, open...), nil // none of them reaches beyond its line
		case turns(r):
			open = append(open, h)
		case r == popEmbedding || r == popIsolate:
			if n := len(open) - 1; n >= 0 && isIsolate(open[n].Rune) == (r == popIsolate) {
				open = open[:n]
			} else {
				list = append(list, h)
			}
		case r == utf8.RuneError && size == 1, isHarmful(r):
			list = append(list, h)
		}
	}
	list = append(list, open...)
	slices.SortFunc(list, func(a, b Harm) int { return a.offset - b.offset })
	return list
}

// isHarmless reports whether s is made of what never does harm. False means only that it must be looked at.
func isHarmless(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c < ' ' && c != '\n' && c != '\t' || c == 0x7F {
			return false
		}
	}
	return true
}

// Signs that end what another began.
const (
	popEmbedding = '\u202C'
	popIsolate   = '\u2069'
)

// turns reports whether r turns the direction of what follows until another sign ends it, as honest texts do.
func turns(r rune) bool {
	return r == '\u202A' || r == '\u202B' || isIsolate(r)
}

func isIsolate(r rune) bool { return '\u2066' <= r && r <= '\u2068' }

// isHarmful reports whether r does harm by itself: a control character, a line end of another kind, or a sign that has
// words read backwards, for which no honest text has a use.
func isHarmful(r rune) bool {
	switch r {
	case '\n', '\t':
		return false
	case '\u2028', '\u2029', '\u202D', '\u202E':
		return true
	}
	return unicode.IsControl(r)
}

// IsVisible reports whether s has a sign that can be seen and stands for itself: a letter, a number, a symbol. An accent
// without a letter is none.
func IsVisible(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r != utf8.RuneError && unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.IsMark(r) && !isInvisible(r)
	})
}

// isInvisible reports whether r leaves no trace on paper, though Unicode does not count it among spaces and controls.
func isInvisible(r rune) bool {
	switch r {
	case '\u034F', // joins two letters for sorting
		'\u115F', '\u1160', '\u3164', '\uFFA0', // stand for a missing letter in Hangul
		'\u17B4', '\u17B5', // vowels of Khmer that are not written
		'\u2800': // a Braille cell without a dot
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector) || '\U000E0000' <= r && r <= '\U000E0FFF'
}

// FoldName returns a name as the comparing of names sees it: folded, without the signs that cannot be seen, and with one
// space where there are several. Two names of one fold look alike.
func FoldName(name string) string {
	seen := strings.Map(func(r rune) rune {
		if isInvisible(r) || unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, name)
	return strings.Join(strings.Fields(Fold(seen)), " ")
}
