package render_test

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/notes"
)

// TestOfficeProgramsReadTables lets LibreOffice turn a workbook into PDF, in which pdftotext finds each quote, and into CSV, in which each
// cell stands as it was.
func TestOfficeProgramsReadTables(t *testing.T) {
	if *offices == "" {
		t.Skip("make document-test runs this")
	}
	rows := notes.RowsOf(sampleProject(t), notes.Options{}, nil)
	book := filepath.Join(*offices, "tables.xlsx")
	if err := os.WriteFile(book, asXLSX(t, rows), 0o644); err != nil {
		t.Fatal(err)
	}
	settings := t.TempDir()
	// Of CSV: commas, quotation marks, UTF-8, the first sheet, each cell as it is shown.
	for _, to := range []string{"pdf", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"} {
		arguments := []string{"-env:UserInstallation=file://" + settings, "--headless", "--convert-to", to, "--outdir", *offices, book}
		if said, err := exec.Command("soffice", arguments...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
	}
	paper, err := exec.Command("pdftotext", filepath.Join(*offices, "tables.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	want := records(t, asCSV(t, rows, notes.RowStatements, false))
	for _, row := range want[1:] {
		if quote := unguarded(cell(row, "quote")); !strings.Contains(squeeze(string(paper)), squeeze(quote)) {
			t.Errorf("the printed table has not\n%s\n%s", quote, paper)
		}
	}
	read, err := filepath.Glob(filepath.Join(*offices, "tables*.csv"))
	if err != nil || len(read) != 1 {
		t.Fatal(read, err)
	}
	file, err := os.ReadFile(read[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range want {
		for i := range row {
			row[i] = unguarded(row[i])
		}
	}
	if diff := cmp.Diff(want, records(t, strings.TrimPrefix(string(file), "\ufeff"))); diff != "" {
		t.Errorf("cells, -written +read by LibreOffice\n%s", diff)
	}
}

// TestOfficeProgramsReadPDF lets pdftotext find each quote in a PDF.
func TestOfficeProgramsReadPDF(t *testing.T) {
	if *offices == "" {
		t.Skip("make document-test runs this")
	}
	documents := map[string]notes.Document{"latin": latin(t)}
	for _, kind := range notes.Kinds() {
		documents[string(kind)] = sample(t, kind)
	}
	for name, d := range documents {
		path := filepath.Join(*offices, "own-"+name+".pdf")
		if err := os.WriteFile(path, asPDF(t, d), 0o644); err != nil {
			t.Fatal(err)
		}
		read, err := exec.Command("pdftotext", path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range quotesOf(d.Blocks) {
			if !strings.Contains(squeeze(string(read)), squeeze(q)) {
				t.Errorf("%s has not\n%s\n%s", name, q, read)
			}
		}
	}
}

func records(t testing.TB, file string) [][]string {
	t.Helper()
	list, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return list
}
