package intake

import (
	"math"
	"regexp"
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"standpoint/store/say"
	"standpoint/store/text"
)

// pdfMark is a place that somebody marked in a document.
type pdfMark struct {
	page         int
	words        string
	note, author string
}

// readMarks reads what somebody marked on a page, with the words below it.
func (d *pdfDocument) readMarks(i int, p pdfText, turned pdfTurn) error {
	count, err := d.pdf.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: p.opened()})
	if err != nil {
		return err
	}
	for n := range count.Count {
		got, err := d.pdf.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: p.opened(), Index: n})
		if err != nil {
			continue // one that cannot be read keeps no text back
		}
		if mark, ok := d.mark(got.Annotation, p, turned); ok {
			mark.page = i
			d.marks = append(d.marks, mark)
		}
		_, _ = d.pdf.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: got.Annotation})
	}
	return nil
}

// mark is what an annotation marks: the words below it, or of a note that was put on the page the line beside it. There is none of links,
// fields and the like, and of what is only drawn.
func (d *pdfDocument) mark(a references.FPDF_ANNOTATION, p pdfText, turned pdfTurn) (pdfMark, bool) {
	kind, err := d.pdf.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: a})
	if err != nil {
		return pdfMark{}, false
	}
	mark := pdfMark{note: d.stringOf(a, "Contents"), author: oneLine(d.stringOf(a, "T"))}
	switch kind.Subtype {
	case enums.FPDF_ANNOT_SUBTYPE_HIGHLIGHT, enums.FPDF_ANNOT_SUBTYPE_UNDERLINE, enums.FPDF_ANNOT_SUBTYPE_SQUIGGLY:
		mark.words = d.wordsBelow(a, p.words, turned)
	case enums.FPDF_ANNOT_SUBTYPE_STRIKEOUT:
		mark.words = d.wordsBelow(a, p.words, turned)
		return mark, mark.note != ""
	case enums.FPDF_ANNOT_SUBTYPE_TEXT, enums.FPDF_ANNOT_SUBTYPE_FREETEXT, enums.FPDF_ANNOT_SUBTYPE_CARET,
		enums.FPDF_ANNOT_SUBTYPE_SQUARE, enums.FPDF_ANNOT_SUBTYPE_CIRCLE, enums.FPDF_ANNOT_SUBTYPE_INK, enums.FPDF_ANNOT_SUBTYPE_LINE:
		if rect, err := d.pdf.FPDFAnnot_GetRect(&requests.FPDFAnnot_GetRect{Annotation: a}); err == nil {
			mark.words = nearestWords(d.pages[len(d.pages)-1].lines, turned.backBox(boxOf(rect.Rect)))
		}
		return mark, mark.note != ""
	default:
		return pdfMark{}, false
	}
	return mark, true
}

// nearestWords are those of the line that stands nearest to a rectangle.
func nearestWords(lines []pdfLine, box pdfBox) string {
	words, nearest := "", math.Inf(1)
	for _, line := range lines {
		middle := (box.bottom + box.top) / 2
		x, y := max(line.left-box.right, box.left-line.right, 0), max(line.bottom-middle, middle-line.top, 0)
		if distance := math.Hypot(x, y); distance < nearest && strings.TrimSpace(line.words) != "" {
			words, nearest = line.words, distance
		}
	}
	return words
}

// wordsBelow are the words that the rectangles of a mark lie on.
func (d *pdfDocument) wordsBelow(a references.FPDF_ANNOTATION, page references.FPDF_TEXTPAGE, turned pdfTurn) string {
	quads, err := d.pdf.FPDFAnnot_CountAttachmentPoints(&requests.FPDFAnnot_CountAttachmentPoints{Annotation: a})
	if err != nil {
		return ""
	}
	var words []string
	for i := range quads.Count {
		got, err := d.pdf.FPDFAnnot_GetAttachmentPoints(&requests.FPDFAnnot_GetAttachmentPoints{Annotation: a, Index: i})
		if err != nil {
			continue
		}
		q := got.QuadPoints
		box := turned.backBox(pdfBox{
			left: float64(min(q.X1, q.X2, q.X3, q.X4)), right: float64(max(q.X1, q.X2, q.X3, q.X4)),
			bottom: float64(min(q.Y1, q.Y2, q.Y3, q.Y4)), top: float64(max(q.Y1, q.Y2, q.Y3, q.Y4)),
		})
		below, err := d.pdf.FPDFText_GetBoundedText(&requests.FPDFText_GetBoundedText{
			TextPage: page, Left: box.left, Right: box.right, Top: box.top, Bottom: box.bottom,
		})
		if err == nil {
			words = append(words, below.Text)
		}
	}
	return strings.Join(words, " ")
}

func (d *pdfDocument) stringOf(a references.FPDF_ANNOTATION, key string) string {
	got, err := d.pdf.FPDFAnnot_GetStringValue(&requests.FPDFAnnot_GetStringValue{Annotation: a, Key: key})
	if err != nil {
		return ""
	}
	return strings.TrimSpace(got.Value)
}

var dividedWord = regexp.MustCompile(`(\pL)(?:[-\x{2010}\x{FFFE}]\s|\x02\s?)`)

// placeMarks finds the words of marks in the body, from the one before on.
func (d *Draft) placeMarks(marks []pdfMark) {
	body, err := text.NewBody(d.Body)
	if err != nil {
		return // told of where the draft is stored
	}
	last := 0
	for _, m := range marks {
		query := normalizedLigatures(strings.Join(strings.Fields(m.words), " "))
		if query == "" {
			if m.note != "" {
				d.Notes = append(d.Notes, say.Of("A note on page %d stands beside no text: “%s”.", m.page+1, m.note))
			}
			continue
		}
		found := text.FindAll(body, query)
		if len(found) == 0 { // it may go beyond a word that is divided at the end of a line
			found = text.FindAll(body, dividedWord.ReplaceAllString(query, "$1"))
		}
		if len(found) == 0 {
			d.Notes = append(d.Notes, say.Of("Words that are marked on page %d were not found in the text: “%s”.", m.page+1, excerpt(query)))
			continue
		}
		at := found[0]
		for _, span := range found {
			if span.Start >= last {
				at = span
				break
			}
		}
		last = at.Start
		d.Highlights = append(d.Highlights, Highlight{Span: at, Note: m.note, Author: m.author})
	}
}
