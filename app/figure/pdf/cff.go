package pdf

import (
	"encoding/binary"
	"slices"
)

// Operators of Adobe's Compact Font Format (technical note 5176) and of its outlines (5177). Those above 255 have two bytes, of which the
// first is 12.
const (
	opFontBBox = 5
	opCharset  = 15
	opOutlines = 17
	opPrivate  = 18
	opWidth    = 20
	opROS      = 12<<8 | 30
	opCIDCount = 12<<8 | 34
	opFDArray  = 12<<8 | 36
	opFDSelect = 12<<8 | 37

	opLine  = 5
	opCurve = 8
	opEnd   = 14
	opMove  = 21
)

// standardStrings is how many strings each font of the format knows. Those of its own follow.
const standardStrings = 391

// compact writes glyphs as a font in the Compact Font Format, keyed by numbers: the first is the one that stands for what is missing.
func compact(name string, glyphs []Glyph, low, high point) []byte {
	outlines := make([][]byte, len(glyphs))
	for i, g := range glyphs {
		outlines[i] = g.compact()
	}
	head := append([]byte{1, 0, 4, 4}, index([]byte(name))...)
	rest := append(index([]byte("Adobe"), []byte("Identity")), index()...) // its strings, and no common parts of outlines
	// Where the parts begin stands in the first of them, whose length does not depend on it.
	top := func(charset, choice, letters, fonts int) []byte {
		var d dict
		d.set(opROS, standardStrings, standardStrings+1, 0)
		d.set(opFontBBox, low.x, low.y, high.x, high.y)
		d.set(opCIDCount, len(glyphs))
		d.place(opCharset, charset)
		d.place(opFDSelect, choice)
		d.place(opOutlines, letters)
		d.place(opFDArray, fonts)
		return index(d)
	}
	last := len(glyphs) - 1
	charset := binary.BigEndian.AppendUint16([]byte{2, 0, 1}, uint16(last-1)) // the second glyph has the number 1, and so on
	choice := binary.BigEndian.AppendUint16([]byte{3, 0, 1, 0, 0, 0}, uint16(len(glyphs)))
	letters := index(outlines...)
	var private, one dict
	private.set(opWidth, 0)
	begin := len(head) + len(top(0, 0, 0, 0)) + len(rest)
	at := []int{begin, begin + len(charset), begin + len(charset) + len(choice), begin + len(charset) + len(choice) + len(letters)}
	one.set(opPrivate, len(private), at[3])
	return slices.Concat(head, top(at[0], at[1], at[2], at[3]+len(private)), rest, charset, choice, letters, private, index(one))
}

// dict is a list of values with what each is for.
type dict []byte

func (d *dict) set(operator int, values ...int) {
	for _, n := range values {
		*d = appendNumber(*d, n)
	}
	d.operator(operator)
}

// place sets a value that takes five bytes, however large it is.
func (d *dict) place(operator, at int) {
	*d = binary.BigEndian.AppendUint32(append(*d, 29), uint32(at))
	d.operator(operator)
}

func (d *dict) operator(operator int) {
	if operator > 255 {
		*d = append(*d, byte(operator>>8))
	}
	*d = append(*d, byte(operator))
}

// appendNumber appends a number between −32,768 and 32,767 as dictionaries and outlines have it.
func appendNumber(to []byte, n int) []byte {
	switch {
	case -107 <= n && n <= 107:
		return append(to, byte(n+139))
	case 108 <= n && n <= 1131:
		n -= 108
		return append(to, byte(n>>8+247), byte(n))
	case -1131 <= n && n <= -108:
		n = -n - 108
		return append(to, byte(n>>8+251), byte(n))
	}
	return append(to, 28, byte(n>>8), byte(n))
}

// index writes data one after another, with where each begins.
func index(data ...[]byte) []byte {
	out := binary.BigEndian.AppendUint16(nil, uint16(len(data)))
	if len(data) == 0 {
		return out
	}
	out = append(out, 4)
	at := uint32(1)
	out = binary.BigEndian.AppendUint32(out, at)
	for _, d := range data {
		at += uint32(len(d))
		out = binary.BigEndian.AppendUint32(out, at)
	}
	for _, d := range data {
		out = append(out, d...)
	}
	return out
}

// compact writes the outline of a glyph: each step from where the last one ended.
func (g Glyph) compact() []byte {
	out := appendNumber(nil, g.Width)
	var at point
	for _, s := range g.steps {
		for _, p := range s.points {
			out = appendNumber(appendNumber(out, p.x-at.x), p.y-at.y)
			at = p
		}
		switch {
		case s.begins:
			out = append(out, opMove)
		case len(s.points) == 1:
			out = append(out, opLine)
		default:
			out = append(out, opCurve)
		}
	}
	return append(out, opEnd)
}
