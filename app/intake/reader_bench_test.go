package intake

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/store/storetest"
)

// readFiles reads copies of a file as an import does, as many at once as there are processors, and reports how many of a unit that were a
// second, and the processor's time for each.
func readFiles(b *testing.B, name, data string, copies int, unit string, each int) {
	b.Helper()
	folder := b.TempDir()
	paths := make([]string, copies)
	for i := range paths {
		paths[i] = filepath.Join(folder, fmt.Sprint(i, name))
		if err := os.WriteFile(paths[i], []byte(data), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	cpu := storetest.ProcessorTime()
	for b.Loop() {
		for readings := range ReadFiles(b.Context(), paths, Options{}) {
			if readings[0].Err != nil {
				b.Fatal(readings[0].Err)
			}
		}
	}
	n := copies * each * b.N
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), unit+"s/s")
	b.ReportMetric((storetest.ProcessorTime()-cpu).Seconds()*1000/float64(n), "cpu-ms/"+unit)
}

// Pages of 100 kB, of which a third is the article.
func BenchmarkReadHTMLOf100kB(b *testing.B) {
	s := stories[0]
	for len(strings.Join(s.paragraphs, "")) < 30_000 {
		s.paragraphs = append(s.paragraphs, stories[0].paragraphs...)
	}
	page := cookiePage(s)
	around := "<div class=\"more\"><ul>" + teasers(s) + "</ul></div>"
	page = strings.Replace(page, "</body>", strings.Repeat(around, max(0, 100_000-len(page))/len(around))+"</body>", 1)
	readFiles(b, "page.html", page, 100, "page", 1)
}

// Ten pages of 3,000 signs.
func BenchmarkReadDOCXOfTenPages(b *testing.B) {
	words := strings.Repeat(asParagraphs(`<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t>`,
		`</w:t></w:r></w:p>`), 30_000/len(twoParagraphs))
	readFiles(b, "report.docx", docxFile(b, words), 100, "document", 1)
}

const pagesOfColumns = 2

func BenchmarkReadPDF(b *testing.B) {
	data := documentFile(b, "columns.pdf")
	if _, err := Parse(b.Context(), "columns.pdf", []byte(data), Options{}); err != nil { // the reader starts
		b.Fatal(err)
	}
	readFiles(b, "columns.pdf", data, 20, "page", pagesOfColumns)
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

// A start of the reader of PDF documents, but for the first on a computer.
func BenchmarkStartPDFAgain(b *testing.B) {
	folder := b.TempDir()
	if err := mustStartPDF(b, folder).Close(); err != nil {
		b.Fatal(err)
	}
	b.Run("compiled", func(b *testing.B) {
		for b.Loop() {
			engine := mustStartPDF(b, folder)
			b.StopTimer()
			if err := engine.Close(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})
}
