package figure

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/go-text/typesetting/font"

	"standpoint/app/figure/pdf"
	"standpoint/store/text"
)

// words sets a text. The room around it is drawn, so that its words are there but once.
func (p *pdfPen) words(s *Shape, t Theme) {
	list, width := setter().letters(s.Text, s.Bold)
	before := s.before(width * s.Size)
	sin, cos := math.Sincos(s.Turn * math.Pi / 180)
	place := func(l letters) (x, y float64) {
		along := l.at*s.Size - before
		return s.Points[0].X + along*cos, s.Points[0].Y + along*sin
	}
	if s.Halo {
		p.set(&p.strokeNow, inPDF(t[Page])+" RG\n")
		k := s.Size / pdf.Em
		for _, l := range list {
			if around := p.font(l.face).around(l); around != nil {
				x, y := place(l)
				fmt.Fprintf(&p.out, "q %.5f %.5f %.5f %.5f %s %s cm %s w []0 d %s Do Q\n", k*cos, k*sin, k*sin, -k*cos, px(x), px(y), px(haloWidth/k),
					p.doc.FormName(around))
			}
		}
	}
	p.set(&p.fillNow, inPDF(t[s.Fill])+" rg\n")
	said := cmp.Or(text.Shown(s.Whole), s.Text)
	isToldApart := said != s.Text || math.Mod(s.Turn, 90) != 0
	if isToldApart {
		fmt.Fprintf(&p.out, "/Span<</ActualText%s>>BDC\n", pdf.Text(said))
	}
	p.out.WriteString("BT\n")
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].face == list[0].face {
			n++
		}
		f := p.font(list[0].face)
		x, y := place(list[0])
		fmt.Fprintf(&p.out, "%s %s Tf\n%.5g %.5g %.5g %.5g %s %s Tm\n", p.doc.FontName(f.font), px(s.Size), cos, sin, sin, -cos, px(x), px(y))
		f.write(&p.out, list[:n])
		list = list[n:]
	}
	p.out.WriteString("ET\n")
	if isToldApart {
		p.out.WriteString("EMC\n")
	}
}

// font is the font of a PDF that is made of a face.
func (p *pdfPen) font(face *font.Face) *pdfFont {
	if f, is := p.fonts[face]; is {
		return f
	}
	about := face.Describe()
	name := about.Family
	if about.Aspect.Weight >= font.WeightSemibold {
		name += "-Bold"
	}
	up := pdf.Em / float64(face.Upem())
	reach, _ := face.FontHExtents()
	f := &pdfFont{
		doc: p.doc, font: p.doc.NewFont(name, int(float64(reach.Ascender)*up), int(float64(reach.Descender)*up)), glyphs: map[string]*pdfGlyph{},
	}
	p.fonts[face] = f
	return f
}

// pdfFont is a font of a PDF, with the letters that it has.
type pdfFont struct {
	doc    *pdf.Document
	font   *pdf.Font
	glyphs map[string]*pdfGlyph
}

// pdfGlyph is what letters look like, and how they are written.
type pdfGlyph struct {
	drawn  pdf.Glyph
	set    string    // the numbers of a font
	width  float64   // in thousandths of an em
	around *pdf.Form // their outline; nil as long as it is not drawn
}

// glyph is the glyph of letters. What looks or reads in another way is another one.
func (f *pdfFont) glyph(l letters) *pdfGlyph {
	key := l.text
	for _, g := range l.glyphs {
		key += fmt.Sprintf("\x00%d %.3f %.3f", g.id, g.x, g.y)
	}
	if g, is := f.glyphs[key]; is {
		return g
	}
	drawn := pdf.Glyph{Width: int(math.Round(l.advance * pdf.Em))}
	for _, g := range l.glyphs {
		follow(l.appendGlyph(nil, g, 0), func(p Point) Point { return Point{p.X * pdf.Em, -p.Y * pdf.Em} }, glyphPen{&drawn})
	}
	g := &pdfGlyph{drawn: drawn, set: f.add(drawn, l), width: float64(drawn.Width)}
	f.glyphs[key] = g
	return g
}

// add adds what letters look like to the font, and returns how they are written. Readers turn what is read from right to left around,
// character by character: there each has its number, and the one on the left shows them all.
func (f *pdfFont) add(drawn pdf.Glyph, l letters) string {
	runes := []rune(l.text)
	if !l.fromRight || len(runes) < 2 {
		return fmt.Sprintf("%04X", f.font.Add(drawn, l.text))
	}
	set, rest := "", drawn.Width
	for i, r := range slices.Backward(runes) {
		one := pdf.Glyph{}
		if set == "" {
			one = drawn
		}
		one.Width = rest / (i + 1)
		rest -= one.Width
		set += fmt.Sprintf("%04X", f.font.Add(one, string(r)))
	}
	return set
}

// around is the outline of letters, to draw the room around them; nil if nothing is seen of them.
func (f *pdfFont) around(l letters) *pdf.Form {
	g := f.glyph(l)
	if g.around == nil && !g.drawn.IsEmpty() {
		g.around = f.doc.NewOutline(g.drawn)
	}
	return g.around
}

// glyphPen draws a glyph.
type glyphPen struct{ *pdf.Glyph }

func (g glyphPen) moveTo(at Point)        { g.MoveTo(at.X, at.Y) }
func (g glyphPen) lineTo(at Point)        { g.LineTo(at.X, at.Y) }
func (g glyphPen) curveTo(a, b, to Point) { g.CurveTo(a.X, a.Y, b.X, b.Y, to.X, to.Y) }

// write writes letters one after another, each where it stands.
func (f *pdfFont) write(out *bytes.Buffer, list []letters) {
	const nearly = .5 // of a thousandth of an em, which shows nowhere
	at := list[0].at * pdf.Em
	out.WriteString("[<")
	for _, l := range list {
		g := f.glyph(l)
		if apart := at - l.at*pdf.Em; math.Abs(apart) > nearly {
			fmt.Fprintf(out, ">%s<", px(apart))
			at = l.at * pdf.Em
		}
		out.WriteString(g.set)
		at += g.width
	}
	out.WriteString(">]TJ\n")
}
