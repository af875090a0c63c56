package figure

import (
	"io"
	"math"
	"strconv"

	"codeberg.org/go-pdf/fpdf"
)

// PDF writes a picture as a PDF, light, as large as the picture: of one page, or of several that are at most as tall as paper is where it
// may be broken. Letters are outlines, so that each script is as it is here.
func (p *Picture) PDF(w io.Writer) error {
	const points = .75 // of a pixel
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: p.Width * points, Ht: p.Height * points}})
	doc.SetTitle(p.Title, true)
	doc.SetSubject(p.Description, true)
	doc.SetCreator("Standpoint", true)
	doc.SetAutoPageBreak(false, 0)
	from := 0.0
	for i, page := range p.between(p.pages()) {
		above := 0.0
		if i > 0 {
			above = margin
		}
		doc.AddPageFormat("P", fpdf.SizeType{Wd: p.Width * points, Ht: (page.to - from + above) * points})
		to := &pdfPen{doc: doc, scale: points, from: from - above}
		for _, s := range page.shapes {
			s.draw(to, Light)
		}
		from = page.to
	}
	return doc.Output(w)
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

// pdfPen draws into a PDF.
type pdfPen struct {
	doc   *fpdf.Fpdf
	scale float64
	from  float64 // the height in the picture at which the page begins
}

func (p *pdfPen) moveTo(at Point) { p.doc.MoveTo(at.X*p.scale, (at.Y-p.from)*p.scale) }

func (p *pdfPen) lineTo(at Point) { p.doc.LineTo(at.X*p.scale, (at.Y-p.from)*p.scale) }

func (p *pdfPen) curveTo(a, b, to Point) {
	s, y := p.scale, p.from
	p.doc.CurveBezierCubicTo(a.X*s, (a.Y-y)*s, b.X*s, (b.Y-y)*s, to.X*s, (to.Y-y)*s)
}

func (p *pdfPen) fill(colour string) {
	c := rgb(colour)
	p.doc.SetFillColor(int(c.R), int(c.G), int(c.B))
	p.doc.DrawPath("F")
}

func (p *pdfPen) stroke(colour string, width float64, dashed, closed bool) {
	c := rgb(colour)
	p.doc.SetDrawColor(int(c.R), int(c.G), int(c.B))
	p.doc.SetLineWidth(width * p.scale)
	p.doc.SetLineJoinStyle("round")
	if dashed {
		p.doc.SetDashPattern([]float64{5 * p.scale, 4 * p.scale}, 0)
	} else {
		p.doc.SetDashPattern(nil, 0)
	}
	if closed {
		p.doc.ClosePath()
	}
	p.doc.DrawPath("D")
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
