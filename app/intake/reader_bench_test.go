package intake

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// readAgain reads a file again and again, and reports how many of a unit that were a second.
func readAgain(b *testing.B, name, data, unit string, units int) {
	b.Helper()
	for b.Loop() {
		if _, err := Parse(b.Context(), name, []byte(data), Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(units*b.N)/b.Elapsed().Seconds(), unit)
}

// A page of 100 kB, of which a third is the article.
func BenchmarkReadHTMLOf100kB(b *testing.B) {
	s := stories[0]
	for len(strings.Join(s.paragraphs, "")) < 30_000 {
		s.paragraphs = append(s.paragraphs, stories[0].paragraphs...)
	}
	page := cookiePage(s)
	around := "<div class=\"more\"><ul>" + teasers(s) + "</ul></div>"
	page = strings.Replace(page, "</body>", strings.Repeat(around, max(0, 100_000-len(page))/len(around))+"</body>", 1)
	readAgain(b, "page.html", page, "pages/s", 1)
}

// Ten pages of 3,000 signs.
func BenchmarkReadDOCXOfTenPages(b *testing.B) {
	words := strings.Repeat(asParagraphs(`<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t>`,
		`</w:t></w:r></w:p>`), 30_000/len(twoParagraphs))
	readAgain(b, "report.docx", docxFile(b, words), "documents/s", 1)
}

const pagesOfColumns = 2

func BenchmarkReadPDF(b *testing.B) {
	data := documentFile(b, "columns.pdf")
	if _, err := Parse(b.Context(), "columns.pdf", []byte(data), Options{}); err != nil { // the reader starts
		b.Fatal(err)
	}
	readAgain(b, "columns.pdf", data, "pages/s", pagesOfColumns)
}

// Another program on the same file, to compare with.
func BenchmarkPdftotext(b *testing.B) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		b.Skip("pdftotext is not installed")
	}
	path := filepath.Join("testdata", "documents", "columns.pdf")
	for b.Loop() {
		if err := exec.CommandContext(b.Context(), program, path, os.DevNull).Run(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(pagesOfColumns*b.N)/b.Elapsed().Seconds(), "pages/s")
}
