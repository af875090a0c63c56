package intake

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/requests"
	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// directionOf is the direction of a character: L and R of letters, EN of figures, ET of signs beside them, or ON of what takes that of its
// neighbours.
func directionOf(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	switch c := p.Class(); c {
	case bidi.R, bidi.AL:
		return bidi.R
	case bidi.L, bidi.ET:
		return c
	case bidi.EN, bidi.AN:
		return bidi.EN
	}
	return bidi.ON
}

// pdfSign is what stands at one place of a line: a letter, one with marks on it, or several that are drawn as one.
type pdfSign struct {
	pdfGlyph
	letters    []rune // in the order in which they are read
	class      bidi.Class
	hasMarks   bool
	isMirrored bool // a bracket is given as its other side
}

// logical are the lines that characters stand in of which some are read to the left, in the order in which they are read. The document has
// them as they are drawn, or the other way round, or parts of them so: only their places are sure.
func (r *pdfReader) logical(first, last int) ([]pdfLine, error) {
	const apart = 2.3 // sizes of letters between cells or columns
	signs, err := r.signs(first, last)
	if err != nil || len(signs) == 0 {
		return nil, err
	}
	var lines []pdfLine
	from := 0
	for i := range signs {
		if i+1 < len(signs) && signs[i+1].left-signs[i].right < apart*min(signs[i].size, signs[i+1].size) {
			continue
		}
		line := newPDFLine("", signs[from].pdfGlyph, signs[i].pdfBox)
		line.words, line.isLeftwards = readSigns(spaced(signs[from : i+1]))
		lines = append(lines, line)
		from = i + 1
	}
	return lines, nil
}

// readSigns are the words that signs make, and whether they are read to the left on the whole.
func readSigns(signs []pdfSign) (words string, isLeftwards bool) {
	letters, isArabic := 0, false
	for _, s := range signs {
		switch s.class {
		case bidi.L:
			letters--
		case bidi.R:
			letters++
			isArabic = isArabic || unicode.Is(unicode.Arabic, s.letters[0])
		}
	}
	for i := range signs { // what stands with a figure is one with it; not so in Arabic
		if !isArabic && signs[i].class == bidi.ET && (i > 0 && signs[i-1].class == bidi.EN || i+1 < len(signs) && signs[i+1].class == bidi.EN) {
			signs[i].class = bidi.EN
		}
	}
	var b strings.Builder
	if letters > 0 {
		writeLeftwards(&b, signs)
	} else {
		writeRightwards(&b, signs)
	}
	return strings.TrimSpace(b.String()), letters > 0
}

// signs are the characters of a line that are drawn, from left to right, each with its marks. Those in one place are one sign, whose
// letters stand the other way round if the line runs to the left in the document.
func (r *pdfReader) signs(first, last int) ([]pdfSign, error) {
	var signs, marks []pdfSign
	for i := first; i <= last; i++ {
		char, err := r.pdf.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: r.text, Index: i})
		if err != nil {
			return nil, err
		}
		c := rune(char.Unicode) //nolint:gosec // a character
		if unicode.IsControl(c) || unicode.IsSpace(c) || c == '\uFFFE' {
			continue // gaps are measured
		}
		g, err := r.glyph(i)
		if err != nil {
			return nil, err
		}
		sign := pdfSign{pdfGlyph: g, letters: []rune{c}, class: directionOf(c)}
		switch n := len(signs); {
		case unicode.Is(unicode.M, c):
			if sign.pdfBox, err = r.drawn(i); err != nil {
				return nil, err
			}
			marks = append(marks, sign)
		case n > 0 && signs[n-1].pdfBox == g.pdfBox && sign.class == bidi.R:
			signs[n-1].letters = append(signs[n-1].letters, c)
		default:
			signs = append(signs, sign)
		}
	}
	for i := range signs {
		runsLeft := i > 0 && signs[i-1].left > signs[i].left || i == 0 && len(signs) > 1 && signs[1].left < signs[0].left
		signs[i].isMirrored = runsLeft
		if s := &signs[i]; runsLeft && s.class == bidi.R {
			slices.Reverse(s.letters)
		}
	}
	for _, mark := range marks {
		setMark(signs, mark)
	}
	slices.SortStableFunc(signs, func(a, b pdfSign) int { return cmp.Compare(a.left+a.right, b.left+b.right) })
	return signs, nil
}

// setMark puts a mark on the letter that it is drawn at.
func setMark(signs []pdfSign, mark pdfSign) {
	at, nearest := -1, math.Inf(1)
	middle := (mark.left + mark.right) / 2
	for i, s := range signs {
		if distance := max(s.left-middle, middle-s.right); s.class == bidi.R && distance < nearest {
			at, nearest = i, distance
		}
	}
	if at >= 0 {
		signs[at].letters, signs[at].hasMarks = append(signs[at].letters, mark.letters...), true
	}
}

// spaced has a space wherever there is a gap between two signs.
func spaced(signs []pdfSign) []pdfSign {
	const space, besideMark = 0.2, 0.3 // sizes of letters
	var all []pdfSign
	for i, s := range signs {
		gap := space
		if i > 0 && (s.hasMarks || signs[i-1].hasMarks) {
			gap = besideMark
		}
		if i > 0 && s.left-signs[i-1].right > gap*min(s.size, signs[i-1].size) {
			all = append(all, pdfSign{letters: []rune{' '}, class: bidi.ON})
		}
		all = append(all, s)
	}
	return all
}

// writeLeftwards writes signs from the last to the first, but those of a part that is read to the right, such as a figure or a foreign
// name.
func writeLeftwards(b *strings.Builder, signs []pdfSign) {
	for end := len(signs); end > 0; {
		from := end - 1
		if c := signs[from].class; c != bidi.L && c != bidi.EN {
			writeSign(b, signs[from], true)
			end = from
			continue
		}
		for i := from - 1; i >= 0 && signs[i].class != bidi.R; i-- {
			if signs[i].letters[0] == ' ' && i > 0 && signs[i-1].class == bidi.EN && signs[i+1].class == bidi.EN {
				break // figures beside each other are read to the left
			}
			if c := signs[i].class; c == bidi.L || c == bidi.EN {
				from = i
			}
		}
		for _, s := range signs[from:end] {
			writeSign(b, s, false)
		}
		end = from
	}
}

// writeRightwards writes signs from the first to the last, but those of a part that is read to the left.
func writeRightwards(b *strings.Builder, signs []pdfSign) {
	for from := 0; from < len(signs); {
		to := from + 1
		if signs[from].class != bidi.R {
			writeSign(b, signs[from], false)
			from = to
			continue
		}
		for i := to; i < len(signs) && signs[i].class != bidi.L; i++ {
			if signs[i].class == bidi.R {
				to = i + 1
			}
		}
		writeLeftwards(b, signs[from:to])
		from = to
	}
}

// otherSide are brackets and their other sides.
var otherSide = map[rune]rune{'(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '«': '»', '»': '«', '<': '>', '>': '<'}

func writeSign(b *strings.Builder, s pdfSign, isLeftwards bool) {
	for _, r := range s.letters {
		other, isBracket := otherSide[r]
		switch {
		case isBracket && isLeftwards && s.isMirrored:
			b.WriteRune(other)
		case isPresentationForm(r):
			b.WriteString(norm.NFKC.String(string(r)))
		default:
			b.WriteRune(r)
		}
	}
}

// isPresentationForm reports whether a character is a letter of Arabic or Hebrew in the form that it has beside certain others.
func isPresentationForm(r rune) bool { return r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC }
