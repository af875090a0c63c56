package figure

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/go-text/typesetting/font"

	"standpoint/app/figure/pdf"
)

// PDF writes a picture as a PDF, light, as large as the picture: of one page, or of several that are at most as tall as paper is where it
// may be broken. Its words are text that can be found and copied, in the faces in which they are seen here.
func (p *Picture) PDF(w io.Writer) error {
	const points = .75 // of a pixel
	doc := pdf.New()
	doc.Title, doc.Subject, doc.Language = p.Title, strings.Join(p.Caption, " "), p.Language
	if len(p.Breaks) == 0 {
		doc.Described = p.Description
	}
	to := &pdfPen{doc: doc, fonts: map[*font.Face]*pdfFont{}}
	from := 0.0
	for i, page := range p.between(p.pages()) {
		above := 0.0
		if i > 0 {
			above = margin
		}
		height := (page.to - from + above) * points
		to.begin(points, height, from-above)
		for _, s := range page.shapes {
			to.draw(s, Light)
		}
		doc.AddPage(p.Width*points, height, bytes.Clone(to.out.Bytes()))
		from = page.to
	}
	return doc.Write(w)
}

// pages are the heights at which pages end: as few as may be of a picture that may be broken.
func (p *Picture) pages() []float64 {
	var ends []float64
	from := 0.0
	for i, at := range p.Breaks {
		next := p.Height
		if i+1 < len(p.Breaks) {
			next = p.Breaks[i+1]
		}
		if next-from > p.Width*math.Sqrt2 {
			ends = append(ends, at)
			from = at
		}
	}
	return ends
}

// pdfPen draws into a PDF, in pixels of the picture.
type pdfPen struct {
	doc   *pdf.Document
	fonts map[*font.Face]*pdfFont
	out   bytes.Buffer // of the page at hand

	fillNow, strokeNow, lineNow string // as they were set last on it
}

// begin begins a page that shows the picture from a height on.
func (p *pdfPen) begin(points, height, from float64) {
	p.out.Reset()
	p.fillNow, p.strokeNow, p.lineNow = "", "", ""
	fmt.Fprintf(&p.out, "%s 0 0 -%[1]s 0 %s cm\n1 j\n", px(points), px(height+from*points))
}

func (p *pdfPen) moveTo(at Point) { p.put("m", at) }

func (p *pdfPen) lineTo(at Point) { p.put("l", at) }

func (p *pdfPen) curveTo(a, b, to Point) { p.put("c", a, b, to) }

func (p *pdfPen) put(operator string, points ...Point) {
	for _, at := range points {
		p.out.WriteString(px(at.X) + " " + px(at.Y) + " ")
	}
	p.out.WriteString(operator + "\n")
}

// draw draws a shape.
func (p *pdfPen) draw(s *Shape, t Theme) {
	if s.Kind == Words {
		p.words(s, t)
		return
	}
	operator, isFilled, isStroked := "f\n", s.Fill != "" && s.Kind != Line, s.Stroke != ""
	if isFilled {
		p.set(&p.fillNow, inPDF(t[s.Fill])+" rg\n")
	}
	if isStroked {
		p.set(&p.strokeNow, inPDF(t[s.Stroke])+" RG\n")
		line := px(s.Width) + " w []0 d\n"
		if s.Dashed {
			line = px(s.Width) + " w [5 4]0 d\n"
		}
		p.set(&p.lineNow, line)
		operator = "s\n"
		if s.Kind == Line {
			operator = "S\n"
		}
		if isFilled {
			operator = "b\n"
		}
	}
	if !isFilled && !isStroked {
		return
	}
	if s.Kind == Disc {
		s.round(p)
	} else {
		p.moveTo(s.Points[0])
		for _, at := range s.Points[1:] {
			p.lineTo(at)
		}
	}
	p.out.WriteString(operator)
}

// set writes how something is drawn if it is not drawn so already.
func (p *pdfPen) set(now *string, to string) {
	if *now != to {
		*now = to
		p.out.WriteString(to)
	}
}

// inPDF writes a colour as a PDF has it.
func inPDF(colour string) string {
	c := rgb(colour)
	part := func(n uint8) string { return strconv.FormatFloat(math.Round(float64(n)/255*1000)/1000, 'f', -1, 64) }
	return part(c.R) + " " + part(c.G) + " " + part(c.B)
}

// rgb reads a colour, "#rrggbb".
func rgb(colour string) colourRGB {
	n, err := strconv.ParseUint(colour[1:], 16, 24)
	if err != nil {
		return colourRGB{}
	}
	return colourRGB{uint8(n >> 16), uint8(n >> 8), uint8(n)}
}

// colourRGB is red, green and blue.
type colourRGB struct{ R, G, B uint8 }
