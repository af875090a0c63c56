// Package direction orders the words of a line as they are seen, by the Unicode bidirectional algorithm (UAX #9): Fyne draws
// each string from left to right, in the order in which it is given.
package direction

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// RightToLeft says which way a line runs: that of its first strong
// character (rules P2 and P3 of UAX #9).
func RightToLeft(s string) bool {
	if !HasRightToLeft(s) {
		return false
	}
	for _, r := range s {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// HasRightToLeft says that some character of s makes it worth to look at the
// directions at all. It allocates nothing.
func HasRightToLeft(s string) bool {
	for _, r := range s {
		if r < 0x0590 {
			continue
		}
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.R, bidi.AL, bidi.AN, bidi.RLE, bidi.RLO, bidi.RLI:
			return true
		}
	}
	return false
}

// IsOfTheLine reports whether a character at an end of words belongs to the line in which they stand, and runs as that does: white space,
// and quotation marks, of which some languages have other ones before the words than behind them.
func IsOfTheLine(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Pi, unicode.Pf) || strings.ContainsRune("„‚\"'", r)
}

// Levels are the embedding levels of the bytes of a line, by UAX #9.
// Explicit embeddings and isolates are neutral: news does not use them.
// golang.org/x/text knows the classes of characters, but keeps the levels to
// itself, and directions alone do not order a number beside two scripts.
func Levels(s string, rightToLeft bool) []uint8 {
	l := newBidiLine(s, Base(rightToLeft))
	l.resolveWeak()
	l.resolveBrackets()
	l.resolveNeutral()
	return l.byteLevels(len(s))
}

type bidiLine struct {
	base    uint8
	classes []bidi.Class // resolved as the rules go on
	runes   []rune
	starts  []int // byte of each rune
	bracket []bool
	opening []bool
}

func newBidiLine(s string, base uint8) *bidiLine {
	l := &bidiLine{base: base}
	for i, r := range s {
		p, _ := bidi.LookupRune(r)
		l.classes = append(l.classes, p.Class())
		l.runes = append(l.runes, r)
		l.starts = append(l.starts, i)
		l.bracket = append(l.bracket, p.IsBracket())
		l.opening = append(l.opening, p.IsBracket() && p.IsOpeningBracket())
	}
	return l
}

func (l *bidiLine) embedding() bidi.Class {
	if l.base == 1 {
		return bidi.R
	}
	return bidi.L
}

// resolveWeak applies rules W1 to W7.
func (l *bidiLine) resolveWeak() {
	c := l.classes
	before, strong := l.embedding(), l.embedding()
	for i := range c {
		switch c[i] {
		case bidi.NSM:
			c[i] = before // W1
		case bidi.EN:
			if strong == bidi.AL {
				c[i] = bidi.AN // W2
			}
		case bidi.L, bidi.R, bidi.AL:
			strong = c[i]
		}
		before = c[i]
	}
	for i := range c {
		if c[i] == bidi.AL {
			c[i] = bidi.R // W3
		}
	}
	l.resolveSeparators()
	strong = l.embedding()
	for i := range c {
		switch c[i] {
		case bidi.L, bidi.R:
			strong = c[i]
		case bidi.ES, bidi.CS, bidi.ET:
			c[i] = bidi.ON // W6
		case bidi.EN:
			if strong == bidi.L {
				c[i] = bidi.L // W7
			}
		}
	}
}

// resolveSeparators applies rules W4 and W5: what stands between numbers, and
// signs of currency beside them, belongs to them.
func (l *bidiLine) resolveSeparators() {
	c := l.classes
	for i := 1; i+1 < len(c); i++ {
		if c[i-1] != c[i+1] {
			continue
		}
		between := c[i] == bidi.CS && (c[i-1] == bidi.EN || c[i-1] == bidi.AN)
		if between || (c[i] == bidi.ES && c[i-1] == bidi.EN) {
			c[i] = c[i-1]
		}
	}
	for i := 0; i < len(c); {
		if c[i] != bidi.ET {
			i++
			continue
		}
		end := i
		for end < len(c) && c[end] == bidi.ET {
			end++
		}
		if (i > 0 && c[i-1] == bidi.EN) || (end < len(c) && c[end] == bidi.EN) {
			for ; i < end; i++ {
				c[i] = bidi.EN
			}
		}
		i = end
	}
}

// resolveBrackets applies rule N0: a pair of brackets takes one direction.
func (l *bidiLine) resolveBrackets() {
	type open struct{ at int }
	var stack []open
	for i := range l.runes {
		if !l.bracket[i] || l.classes[i] != bidi.ON {
			continue
		}
		if l.opening[i] {
			stack = append(stack, open{i})
			continue
		}
		for n := len(stack) - 1; n >= 0; n-- {
			if mirrors(l.runes[stack[n].at], l.runes[i]) {
				l.resolvePair(stack[n].at, i)
				stack = stack[:n]
				break
			}
		}
	}
}

func (l *bidiLine) resolvePair(from, to int) {
	opposite := false
	for i := from + 1; i < to; i++ {
		d, strong := direction(l.classes[i])
		if strong && d == l.embedding() {
			l.classes[from], l.classes[to] = d, d
			return
		}
		opposite = opposite || strong
	}
	if !opposite {
		return
	}
	context := l.embedding()
	for i := from - 1; i >= 0; i-- {
		if d, strong := direction(l.classes[i]); strong {
			context = d
			break
		}
	}
	l.classes[from], l.classes[to] = context, context
}

// mirrors tells whether one bracket closes the other.
func mirrors(opening, closing rune) bool {
	return []rune(bidi.ReverseString(string(opening)))[0] == closing
}

// direction is that of a strong character, or of a number, which counts as
// from right to left beside neutrals.
func direction(c bidi.Class) (bidi.Class, bool) {
	switch c {
	case bidi.L:
		return bidi.L, true
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R, true
	}
	return c, false
}

// resolveNeutral applies rules N1 and N2.
func (l *bidiLine) resolveNeutral() {
	c := l.classes
	before := l.embedding()
	for i := 0; i < len(c); {
		if d, strong := direction(c[i]); strong {
			before = d
			i++
			continue
		}
		end := i
		after := l.embedding()
		for ; end < len(c); end++ {
			if d, strong := direction(c[end]); strong {
				after = d
				break
			}
		}
		resolved := l.embedding()
		if before == after {
			resolved = before
		}
		for ; i < end; i++ {
			c[i] = resolved
		}
	}
}

// byteLevels applies rules I1 and I2.
func (l *bidiLine) byteLevels(bytes int) []uint8 {
	levels := make([]uint8, bytes)
	for i, c := range l.classes {
		level := l.base
		switch {
		case c == bidi.EN || c == bidi.AN:
			level = 2
		case c == bidi.R && l.base == 0, c == bidi.L && l.base == 1:
			level++
		}
		end := bytes
		if i+1 < len(l.starts) {
			end = l.starts[i+1]
		}
		for b := l.starts[i]; b < end; b++ {
			levels[b] = level
		}
	}
	return levels
}

// Order is the order from left to right of n pieces that have those levels (rule L2).
func Order(n int, level func(i int) uint8) []int {
	order := make([]int, n)
	highest := uint8(0)
	for i := range order {
		order[i] = i
		highest = max(highest, level(i))
	}
	for l := highest; l > 0; l-- {
		for i := 0; i < n; {
			if level(order[i]) < l {
				i++
				continue
			}
			end := i
			for end < n && level(order[end]) >= l {
				end++
			}
			slices.Reverse(order[i:end])
			i = end
		}
	}
	return order
}

// Base is the level of a line that runs in a direction.
func Base(rightToLeft bool) uint8 {
	if rightToLeft {
		return 1
	}
	return 0
}

// Isolated are the levels of the bytes of a text that its surroundings, of a level,
// take for one sign, as within FSI and PDI of UAX #9.
func Isolated(s string, base uint8) []uint8 {
	rightToLeft := RightToLeft(s)
	above := 2 * ((base + 1) / 2)
	if !rightToLeft {
		above = 2 * (base/2 + 1)
	}
	levels := Levels(s, rightToLeft)
	for i := range levels {
		levels[i] += above
	}
	return levels
}
