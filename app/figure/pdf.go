package figure

import (
	"io"
	"strconv"

	"codeberg.org/go-pdf/fpdf"
)

// PDF writes a picture as a PDF of one page, light, as large as the picture. Letters are outlines, so that each script is as it is here.
func (p *Picture) PDF(w io.Writer) error {
	const points = .75 // of a pixel
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: p.Width * points, Ht: p.Height * points}})
	doc.SetTitle(p.Title, true)
	doc.SetSubject(p.Description, true)
	doc.SetCreator("Standpoint", true)
	doc.SetAutoPageBreak(false, 0)
	doc.AddPage()
	to := &pdfPen{doc: doc, scale: points}
	for _, s := range p.printed() {
		s.draw(to, Light)
	}
	return doc.Output(w)
}

// pdfPen draws into a PDF.
type pdfPen struct {
	doc   *fpdf.Fpdf
	scale float64
}

func (p *pdfPen) moveTo(at Point) { p.doc.MoveTo(at.X*p.scale, at.Y*p.scale) }

func (p *pdfPen) lineTo(at Point) { p.doc.LineTo(at.X*p.scale, at.Y*p.scale) }

func (p *pdfPen) curveTo(a, b, to Point) {
	s := p.scale
	p.doc.CurveBezierCubicTo(a.X*s, a.Y*s, b.X*s, b.Y*s, to.X*s, to.Y*s)
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
