package command_test

import (
	"encoding/csv"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestExportTables(t *testing.T) {
	path := newLibrary(t)
	for _, flags := range [][]string{{"--rows", "actors"}, {"--rows", "statements", "--search", "the wire"}, {"--rows", "mentions", "--bom"}} {
		status, out, errs := run(nil, append([]string{"export", path, "--format", "csv", "-o", "-"}, flags...)...)
		records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out, "\ufeff"))).ReadAll()
		if marked := strings.HasPrefix(out, "\ufeff"); status != 0 || err != nil || len(records) != 1 || records[0][0] != "id" ||
			marked != slices.Contains(flags, "--bom") {
			t.Errorf("%v: status %d, %v, %q%s", flags, status, err, out, errs)
		}
	}
	book := filepath.Join(t.TempDir(), "tables.xlsx")
	if status, _, errs := run(nil, "export", path, "--format", "xlsx", "-o", book); status != 0 {
		t.Fatal(errs)
	}
	f, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("about")
	if err != nil || f.Close() != nil || rows[1][0] != "From the project “library”." {
		t.Errorf("the workbook is about %q, %v", rows, err)
	}
}

func TestFlagsOfTablesAreRefusedElsewhere(t *testing.T) {
	path := newLibrary(t)
	for _, flags := range [][]string{
		{"--format", "csv"},
		{"--format", "csv", "--rows", "issues"},
		{"--format", "xlsx", "--rows", "actors"},
		{"--format", "markdown", "--bom"},
		{"--format", "json", "--rows", "actors"},
	} {
		if status, _, errs := run(nil, append([]string{"export", path, "-o", "-"}, flags...)...); status != 2 {
			t.Errorf("%v: status %d, %s", flags, status, errs)
		}
	}
}
