package intake

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store/text"
)

// Documents that LibreOffice and pandoc made of our own sources, and what is to come of each, stand in testdata. `make document-test` makes
// them anew with the versions that are installed, and says here where they are.
var (
	documents = flag.String("documents", filepath.Join("testdata", "documents"), "the folder of the documents to read")
	update    = flag.Bool("update", false, "write the golden texts anew")
)

// producedDocuments are the files that are made of the sources, by their names.
var producedDocuments = []string{
	"report.docx", "report.odt", "report.rtf", "report.pdf", "report.epub",
	"columns.docx", "columns.odt", "columns.rtf", "columns.pdf", "columns.epub",
	"letter.docx", "letter.odt", "letter.rtf", "letter.epub", "letter.html",
	"nexis.docx", "nexis.odt", "nexis.rtf", "nexis.pdf", "factiva.docx", "factiva.odt", "factiva.rtf",
	"factiva-plain.docx", "factiva-plain.odt", "factiva-plain.rtf",
}

func TestDocumentsOfOfficeProgramsGiveTheirGoldenText(t *testing.T) {
	checkGolden(t, *documents, producedDocuments...)
}

// Pages of our own that Chromium printed.
func TestPagesThatABrowserPrintedGiveTheirGoldenText(t *testing.T) {
	checkGolden(t, filepath.Join("testdata", "documents"), "printed-vote.pdf", "printed-closed-ar.pdf", "printed-closed-he.pdf")
}

// checkGolden reads documents in a folder, and compares what comes of them with the golden texts.
func checkGolden(t *testing.T, folder string, names ...string) {
	t.Helper()
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			drafts, err := ReadFile(t.Context(), filepath.Join(folder, name), Options{})
			if err != nil {
				t.Fatal(err)
			}
			var articles []string
			for _, d := range drafts {
				checkStorable(t, d)
				articles = append(articles, printed(t, d))
			}
			got := strings.Join(articles, "\n———\n\n")
			golden := filepath.Join("testdata", "documents", name+".txt")
			if *update {
				write(t, golden, got)
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// printed is a draft as a text: its fields, its body, and what is highlighted in it.
func printed(t testing.TB, d Draft) string {
	t.Helper()
	var b strings.Builder
	for _, field := range []struct{ name, value string }{
		{"Title", d.Article.Title},
		{"Source", d.Article.Source},
		{"Author", d.Article.Author},
		{"Date", string(d.Article.Published)},
		{"Language", d.Article.Language},
		{"URL", d.Article.URL},
	} {
		if field.value != "" {
			fmt.Fprintf(&b, "%s: %s\n", field.name, field.value)
		}
	}
	b.WriteString("\n" + d.Body + "\n")
	body, err := text.NewBody(d.Body)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range d.Highlights {
		fmt.Fprintf(&b, "\nHighlight: %s\n", body.Slice(h.Span))
		if h.note() != "" {
			fmt.Fprintf(&b, "Note: %s\n", h.note())
		}
	}
	for _, note := range d.Notes {
		fmt.Fprintf(&b, "\nRemark: %v\n", note)
	}
	return b.String()
}
