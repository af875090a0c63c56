package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
	"unicode/utf16"
)

// Font is a font of a document: those glyphs of a face that the document shows, each with the text that it stands for, so that the words
// that it sets are found and copied.
type Font struct {
	name    string // of the face
	ascent  int    // in thousandths of an em, as descent
	descent int
	glyphs  []Glyph
	texts   []string
	objects int // the number of its first object
}

// most is how many glyphs a font can have, with the one that stands for what is missing.
const most = 1<<16 - 1

// NewFont adds a font to a document: what its face is called, how high its letters reach, and how far below the base line, which is
// negative; both in thousandths of an em.
func (d *Document) NewFont(face string, ascent, descent int) *Font {
	f := &Font{
		name: strings.Map(plain, face), ascent: ascent, descent: descent, glyphs: []Glyph{{}}, texts: []string{""}, objects: d.reserve(5),
	}
	d.fonts = append(d.fonts, f)
	return f
}

// plain leaves out what cannot stand in a name.
func plain(r rune) rune {
	if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '-' {
		return r
	}
	return -1
}

// Add adds a glyph that stands for a text, and returns its number: from 1 on, and 0 for none if there are too many.
func (f *Font) Add(g Glyph, text string) uint16 {
	if len(f.glyphs) >= most {
		return 0
	}
	f.glyphs, f.texts = append(f.glyphs, g), append(f.texts, text)
	return uint16(len(f.glyphs) - 1)
}

// write writes the objects of a font: itself, what it is made of, what is told of it, its outlines, and what its glyphs stand for.
func (f *Font) write(d *Document) {
	low, high := f.bounds()
	file := compact(f.name, f.glyphs, low, high)
	name := tag(file) + "+" + f.name
	n := f.objects
	d.object(n, fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
		name, n+1, n+4))
	var widths strings.Builder
	for _, g := range f.glyphs[1:] {
		fmt.Fprint(&widths, " ", g.Width)
	}
	d.object(n+1, fmt.Sprintf("<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/CIDSystemInfo"+
		"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 0/W[1[%s]]/FontDescriptor %d 0 R>>",
		name, strings.TrimSpace(widths.String()), n+2))
	d.object(n+2, fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d"+
		"/CapHeight %d/StemV 80/FontFile3 %d 0 R>>", name, low.x, low.y, high.x, high.y, f.ascent, f.descent, f.ascent, n+3))
	d.stream(n+3, "/Subtype/CIDFontType0C", file)
	d.stream(n+4, "", f.meanings())
}

// bounds are the corners of what all glyphs cover.
func (f *Font) bounds() (low, high point) {
	for _, g := range f.glyphs {
		low = point{min(low.x, g.low.x), min(low.y, g.low.y)}
		high = point{max(high.x, g.high.x), max(high.y, g.high.y)}
	}
	return low, high
}

// tag is the mark of a font that has not all glyphs of its face: six letters, others for other glyphs.
func tag(file []byte) string {
	sum := sha256.Sum256(file)
	letters := make([]byte, 6)
	for i := range letters {
		letters[i] = 'A' + sum[i]%26
	}
	return string(letters)
}

// meanings says which text each glyph stands for.
func (f *Font) meanings() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	const atOnce = 100 // as many as the format allows
	for from := 1; from < len(f.texts); from += atOnce {
		part := f.texts[from:min(from+atOnce, len(f.texts))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, text := range part {
			fmt.Fprintf(&b, "<%04X><", from+i)
			for _, unit := range utf16.Encode([]rune(text)) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\n" + "end\n")
	return b.Bytes()
}
