package render

import (
	"strings"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// pdfFace is a face that is embedded in a PDF, and what is known of its characters.
type pdfFace struct {
	style  string // as the writer of PDF calls it
	font   *sfnt.Font
	buf    sfnt.Buffer
	glyphs map[rune]pdfGlyph
}

// pdfGlyph is a character of a face, in ems.
type pdfGlyph struct {
	there, plain             bool // plain is drawn as it is
	advance                  float64
	left, right, top, bottom float64 // of its ink, from where it begins; upwards
}

func newPDFFace(style string, file []byte) (*pdfFace, error) {
	f, err := sfnt.Parse(file)
	return &pdfFace{style: style, font: f, glyphs: map[rune]pdfGlyph{}}, err
}

// glyph returns a character of the face. The writer of PDF knows none beyond the first 65,536.
func (f *pdfFace) glyph(r rune) pdfGlyph {
	if g, known := f.glyphs[r]; known {
		return g
	}
	var g pdfGlyph
	if at, err := f.font.GlyphIndex(&f.buf, r); err == nil && at != 0 && r < 0x10000 {
		em := fixed.I(int(f.font.UnitsPerEm()))
		ems := func(x fixed.Int26_6) float64 { return float64(x) / float64(em) }
		bounds, advance, err := f.font.GlyphBounds(&f.buf, at, em, font.HintingNone)
		if err == nil {
			g = pdfGlyph{
				there: true, advance: ems(advance),
				left: ems(bounds.Min.X), right: ems(bounds.Max.X), top: ems(-bounds.Min.Y), bottom: ems(-bounds.Max.Y),
			}
		}
	}
	g.plain = g.there && (!unicode.Is(unicode.M, r) || g.advance == 0 && g.left == g.right) && !isUnseen(r) && !turnsLeft(r)
	f.glyphs[r] = g
	return g
}

// cluster is a stretch of text that is drawn in one way.
type cluster struct {
	text    string  // as it is read
	drawn   string  // as it is drawn; "" for nothing
	mark    rune    // set upon what is drawn, or below it; 0 for none
	picture bool    // drawn is the name of a control character, to be set small
	width   float64 // in ems
	bad     rune    // what the face cannot show of it; 0 for nothing
}

// pictureSize is that of the name of a control character, in ems.
const pictureSize = 0.5

// pictures are the names of the control characters, from U+0000, as their pictures from U+2400 show them.
var pictures = strings.Fields(`NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC
	FS GS RS US SP DEL`)

// clusters cuts text into stretches: as long as they are drawn as they are, and else a character with its marks.
func (f *pdfFace) clusters(s string) []cluster {
	var list []cluster
	var plain strings.Builder
	width := 0.0
	end := func() {
		if plain.Len() > 0 {
			list = append(list, cluster{text: plain.String(), drawn: plain.String(), width: width})
		}
		plain.Reset()
		width = 0
	}
	runes := []rune(s)
	for i := 0; i < len(runes); {
		n := i + 1
		for n < len(runes) && (unicode.Is(unicode.M, runes[n]) && !f.glyph(runes[n]).plain || isUnseen(runes[n])) {
			n++
		}
		if r := runes[i]; n == i+1 && f.glyph(r).plain {
			plain.WriteRune(r)
			width += f.glyph(r).advance
		} else {
			end()
			list = append(list, f.special(runes[i:n]))
		}
		i = n
	}
	end()
	return list
}

// isUnseen reports whether a character leaves no trace where it is drawn: a place where a word may be divided, or a mark of the byte
// order, which stand with the character before them.
func isUnseen(r rune) bool { return r == '\u00AD' || r == '\uFEFF' }

// turnsLeft reports whether a character has words read from right to left.
func turnsLeft(r rune) bool {
	switch r {
	case '\u061C', '\u200F', '\u202B', '\u2067':
		return true
	}
	return false
}

// special returns how a character with its marks is drawn.
func (f *pdfFace) special(runes []rune) cluster {
	c := cluster{text: string(runes)}
	var seen []rune
	for _, r := range runes {
		if !isUnseen(r) {
			seen = append(seen, r)
		}
	}
	if len(seen) == 0 {
		return c
	}
	if seen[0] == '\t' {
		seen[0] = ' '
	}
	seen = []rune(norm.NFC.String(string(seen)))
	first := seen[0]
	if name, is := pictureOf(first); is && len(seen) == 1 {
		c.drawn, c.picture, c.width = name, true, f.width(name)*pictureSize+2*pictureMargin
		return c
	}
	if !f.glyph(first).plain {
		c.bad = first
		return c
	}
	c.drawn, c.width = string(first), f.glyph(first).advance
	if len(seen) == 1 {
		return c
	}
	if c.mark = seen[1]; len(seen) > 2 || !isAccent(c.mark) || !f.glyph(c.mark).there || !unicode.IsLetter(first) {
		c.bad = seen[1]
	}
	return c
}

// pictureMargin is what stands beside the name of a control character on either side, in ems.
const pictureMargin = 0.12

// pictureOf returns the name that the picture of a control character shows.
func pictureOf(r rune) (string, bool) {
	if i := int(r - '\u2400'); i >= 0 && i < len(pictures) {
		return pictures[i], true
	}
	return "", false
}

// isAccent reports whether a mark stands above or below the middle of its letter.
func isAccent(r rune) bool {
	class := norm.NFC.PropertiesString(string(r)).CCC()
	const above, below = 230, 220
	return class == above || class == below
}

// placed returns where a mark begins that is set upon a letter, from where that begins, and how much higher than in the face, in ems.
func (f *pdfFace) placed(letter, mark rune) (right, up float64) {
	l, m := f.glyph(letter), f.glyph(mark)
	right = (l.left+l.right)/2 - (m.left+m.right)/2
	if m.bottom > 0 { // it stands above, as high as above an x
		up = max(0, l.top-f.glyph('x').top)
	}
	return right, up
}

// width returns the width of text in ems.
func (f *pdfFace) width(s string) float64 {
	w := 0.0
	for _, r := range s {
		g := f.glyph(r)
		if !g.plain {
			w = 0
			for _, c := range f.clusters(s) {
				w += c.width
			}
			return w
		}
		w += g.advance
	}
	return w
}

// bad returns the first character of s that the face cannot show; 0 for none.
func (f *pdfFace) bad(s string) rune {
	for _, c := range f.clusters(s) {
		if c.bad != 0 {
			return c.bad
		}
	}
	return 0
}
