package intake

import (
	"math"

	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// pdfBox is a rectangle on a page, in points.
type pdfBox struct{ left, right, bottom, top float64 }

func boxOf(r structs.FPDF_FS_RECTF) pdfBox {
	return pdfBox{
		left: float64(min(r.Left, r.Right)), right: float64(max(r.Left, r.Right)),
		bottom: float64(min(r.Bottom, r.Top)), top: float64(max(r.Bottom, r.Top)),
	}
}

// pdfGlyph is a character as it stands on a page.
type pdfGlyph struct {
	pdfBox
	base float64 // the line on which it stands
	size float64 // of its letters
	turn pdfTurn
}

func (r *pdfReader) box(i int) (pdfBox, error) {
	got, err := r.pdf.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: r.text, Index: i})
	if err != nil {
		return pdfBox{}, err
	}
	return boxOf(got.Rect), nil
}

// drawn is where the ink of a character is.
func (r *pdfReader) drawn(i int) (pdfBox, error) {
	got, err := r.pdf.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: r.text, Index: i})
	if err != nil {
		return pdfBox{}, err
	}
	return pdfBox{got.Left, got.Right, got.Bottom, got.Top}, nil
}

// glyph measures a character. The size of its letters is what the document names, as large as it is drawn.
func (r *pdfReader) glyph(i int) (pdfGlyph, error) {
	box, err := r.box(i)
	if err != nil {
		return pdfGlyph{}, err
	}
	size, err := r.pdf.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: r.text, Index: i})
	if err != nil {
		return pdfGlyph{}, err
	}
	drawn, err := r.pdf.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: r.text, Index: i})
	if err != nil {
		return pdfGlyph{pdfBox: box, base: box.bottom, size: size.FontSize}, nil //nolint:nilerr // of a character that the document does not have
	}
	m := drawn.Matrix
	scale := math.Hypot(float64(m.C), float64(m.D))
	return pdfGlyph{box, float64(m.F), size.FontSize * scale, turnOf(float64(m.A), float64(m.B))}, nil
}

// pdfTurn is how a text is turned, in quarters of a circle against the clock.
type pdfTurn int

const upright pdfTurn = 0

// turnOf is how a text is turned that runs in a direction.
func turnOf(x, y float64) pdfTurn {
	return pdfTurn(math.Round(math.Atan2(y, x)/(math.Pi/2))+4) % 4
}

// back is what turns a text upright.
func (t pdfTurn) back() structs.FPDF_FS_MATRIX {
	switch t {
	case 1:
		return structs.FPDF_FS_MATRIX{B: -1, C: 1}
	case 2:
		return structs.FPDF_FS_MATRIX{A: -1, D: -1}
	case 3:
		return structs.FPDF_FS_MATRIX{B: 1, C: -1}
	}
	return structs.FPDF_FS_MATRIX{A: 1, D: 1}
}

// backBox is where a rectangle is after its page was turned back.
func (t pdfTurn) backBox(b pdfBox) pdfBox {
	switch t {
	case 1:
		return pdfBox{left: b.bottom, right: b.top, bottom: -b.right, top: -b.left}
	case 2:
		return pdfBox{left: -b.right, right: -b.left, bottom: -b.top, top: -b.bottom}
	case 3:
		return pdfBox{left: -b.top, right: -b.bottom, bottom: b.left, top: b.right}
	}
	return b
}

// usualTurn is how most of the text of a page is turned.
func usualTurn(lines []pdfLine) pdfTurn {
	var letters [4]int
	usual := upright
	for _, line := range lines {
		letters[line.turn] += len(line.words)
	}
	for turn := range letters {
		if letters[turn] > letters[usual] {
			usual = pdfTurn(turn)
		}
	}
	return usual
}
