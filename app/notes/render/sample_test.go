package render_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/klippa-app/go-pdfium/requests"

	"standpoint/app/notes"
	"standpoint/app/notes/notestest"
)

// TestSampleInEachFormatThatIsNoText has each document on the sample project as another program reads it: of the files of word processors
// a line a paragraph, with its style, and the comments; of a PDF its fonts, its outline and the text of its pages.
func TestSampleInEachFormatThatIsNoText(t *testing.T) {
	for _, kind := range notes.Kinds() {
		d := sample(t, kind)
		for format := range officeFormats {
			notestest.Golden(t, fmt.Sprintf("sample_%s.%s.txt", kind, format), officeLines(t, format, d))
		}
		notestest.Golden(t, fmt.Sprintf("sample_%s.pdf.txt", kind), pdfLines(t, asPDF(t, d)))
	}
}

// officeLines are what the reader of a format finds in a document.
func officeLines(t *testing.T, format string, d notes.Document) string {
	t.Helper()
	var s strings.Builder
	read := officeFormats[format](t, made(t, format, d))
	for _, p := range read.paragraphs {
		fmt.Fprintf(&s, "%s | %s\n", strings.TrimSpace(p.style+" "+p.language), p.text)
	}
	made := regexp.MustCompile(`\d{4}-\d\d-\d\dT[^ ]*`)
	for _, c := range read.comments {
		at := made.ReplaceAllString(c.at, "at some time") // at which the sample was imported
		fmt.Fprintf(&s, "\nComment by %s (%s), %s, on: %s\n%s\n", c.by, c.initials, at, c.covered, c.text)
	}
	return s.String()
}

var baseFont = regexp.MustCompile(`/BaseFont /(\S+)`)

// pdfLines are what a reader of PDF finds in a file.
func pdfLines(t *testing.T, file []byte) string {
	t.Helper()
	var s strings.Builder
	var fonts []string
	for _, m := range baseFont.FindAllSubmatch(file, -1) {
		fonts = append(fonts, string(m[1]))
	}
	slices.Sort(fonts)
	for _, font := range slices.Compact(fonts) {
		fmt.Fprintf(&s, "Font %s\n", font)
	}
	reader, document, done := openPDF(t, file)
	outline, err := reader.GetBookmarks(&requests.GetBookmarks{Document: document})
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range outline.Bookmarks {
		fmt.Fprintf(&s, "- %s\n", part.Title)
		for _, below := range part.Children {
			fmt.Fprintf(&s, "  - %s\n", below.Title)
		}
	}
	done()
	for n, page := range pagesOf(t, file) {
		fmt.Fprintf(&s, "\n=== page %d\n%s\n", n+1, strings.ReplaceAll(page, "\r\n", "\n"))
	}
	return s.String()
}
