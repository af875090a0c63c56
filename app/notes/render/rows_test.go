package render_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"standpoint/app/notes"
	"standpoint/app/notes/render"
)

// rowsOf returns rows of one kind.
func rowsOf(kind notes.RowKind, rows ...[]string) notes.Rows {
	return func(_ context.Context, kinds []notes.RowKind, row func(notes.RowKind, []string) error) error {
		for _, cells := range rows {
			if slices.Contains(kinds, kind) {
				if err := row(kind, cells); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

// rowWith returns a row of a kind with values in some columns.
func rowWith(kind notes.RowKind, values map[string]string) []string {
	var cells []string
	for _, c := range kind.Columns() {
		cells = append(cells, values[c.Name])
	}
	return cells
}

// cell returns what the row of a statement that was read back has in a column.
func cell(row []string, name string) string {
	i := slices.IndexFunc(notes.RowStatements.Columns(), func(c notes.Column) bool { return c.Name == name })
	if i >= len(row) {
		return ""
	}
	return row[i]
}

func asCSV(t testing.TB, rows notes.Rows, kind notes.RowKind, bom bool) string {
	t.Helper()
	var out bytes.Buffer
	if err := render.CSV(t.Context(), &out, rows, kind, bom); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func asXLSX(t testing.TB, rows notes.Rows) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := render.XLSX(t.Context(), &out, rows, "Canal talks", "2026-03-03"); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// opened opens a workbook for reading.
func opened(t testing.TB, workbook []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(workbook))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func sheetRows(t testing.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// unguarded takes the one apostrophe off that stands before what looks like a formula.
func unguarded(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && looksLikeFormula(rest) {
		return rest
	}
	return cell
}

// looksLikeFormula is the rule of docs/tables.md.
func looksLikeFormula(cell string) bool {
	s := strings.TrimLeft(cell, "'")
	if strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\r") {
		return true
	}
	s = strings.TrimLeft(s, " \n\r\t\u00a0\u200b\ufeff\x00\x1b")
	return slices.ContainsFunc(strings.Split("= + - @ ＝ ＋ － ＠", " "), func(sign string) bool { return strings.HasPrefix(s, sign) })
}

var beforeLF = regexp.MustCompile(`\r+\n`)

func TestCellsOfCSVAreVerbatim(t *testing.T) {
	alphabet := []rune("ab  \n\t,;\"'=+-@＝\u00a0\u200b\ufeff\x00\x1b\r1é漢🇺🇦ش")
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.StringOfN(rapid.RuneFrom(alphabet), 0, 20, -1).Draw(rt, "words")
		words = beforeLF.ReplaceAllString(words, "\n") // encoding/csv reads both as one
		row := rowWith(notes.RowStatements, map[string]string{"id": "1", "quote": words})
		out := asCSV(t, rowsOf(notes.RowStatements, row), notes.RowStatements, rapid.Bool().Draw(rt, "BOM"))
		records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out, "\ufeff"))).ReadAll()
		if err != nil || len(records) != 2 {
			rt.Fatalf("%v: %q", err, out)
		}
		got := cell(records[1], "quote")
		if unguarded(got) != words {
			rt.Fatalf("%q is read back as %q:\n%s", words, got, out)
		}
		if first := strings.TrimLeft(got, " \n\t\r\u00a0"); strings.HasPrefix(first, "=") || strings.HasPrefix(got, "\t") {
			rt.Fatalf("%q could be taken for a formula", got)
		}
	})
}

func TestCSVHasTheFormOfRFC4180(t *testing.T) {
	row := rowWith(notes.RowActors, map[string]string{"id": "1", "name": "a \"b\", c", "description": "two\nlines"})
	got := asCSV(t, rowsOf(notes.RowActors, row), notes.RowActors, true)
	if !strings.HasPrefix(got, "\ufeffid,name,kind,") || strings.Count(got, "\r\n") != 2 || !strings.HasSuffix(got, "\r\n") {
		t.Errorf("got %q", got)
	}
	if !strings.Contains(got, "\r\n1,\"a \"\"b\"\", c\",,,\"two\nlines\",") {
		t.Errorf("got %q", got)
	}
	if got := asCSV(t, rowsOf(notes.RowActors), notes.RowActors, false); !strings.HasPrefix(got, "id,") {
		t.Errorf("without the mark: %q", got)
	}
}

func TestCellsOfXLSXAreVerbatim(t *testing.T) {
	alphabet := []rune("ab  \n\n\t,;\"'=+-@<>&_x0041_x000D_1é漢🇺🇦ش")
	rapid.Check(t, func(rt *rapid.T) {
		var rows [][]string
		words := rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom(alphabet), 0, 20, -1), 1, 8).Draw(rt, "words")
		for _, w := range words {
			rows = append(rows, rowWith(notes.RowStatements, map[string]string{"id": "1", "quote": w, "published": w, "paragraph": w}))
		}
		got := sheetRows(t, opened(t, asXLSX(t, rowsOf(notes.RowStatements, rows...))), "statements")
		for i, w := range words {
			for _, column := range []string{"quote", "published"} {
				if read := cell(got[i+1], column); read != w {
					rt.Fatalf("%q is read back as %q", w, read)
				}
			}
		}
	})
}

func TestAWorkbookHasTypedCellsAndNoFormulas(t *testing.T) {
	row := rowWith(notes.RowStatements, map[string]string{
		"id": "1", "quote": "=1+1", "published": "2025-05-16", "date": "2025-05", "paragraph": "3",
	})
	early := rowWith(notes.RowStatements, map[string]string{"id": "2", "published": "1899-05-16", "date": "2025-05-16T09:30:00+03:00"})
	book := asXLSX(t, rowsOf(notes.RowStatements, row, early))
	f := opened(t, book)
	for axis, want := range map[string]struct {
		kind  excelize.CellType
		value string
	}{
		"E2": {excelize.CellTypeUnset, "45793"}, "G2": {excelize.CellTypeUnset, "3"}, "O2": {excelize.CellTypeInlineString, "2025-05"},
		"E3": {excelize.CellTypeInlineString, "1899-05-16"}, "O3": {excelize.CellTypeInlineString, "2025-05-16T09:30:00+03:00"},
		"Q2": {excelize.CellTypeInlineString, "=1+1"},
	} {
		kind, err := f.GetCellType("statements", axis)
		if err != nil {
			t.Fatal(err)
		}
		value, err := f.GetCellValue("statements", axis, excelize.Options{RawCellValue: true})
		if formula, _ := f.GetCellFormula("statements", axis); err != nil || kind != want.kind || value != want.value || formula != "" {
			t.Errorf("%s is %v %q (%q), want %+v, %v", axis, kind, value, formula, want, err)
		}
	}
	if shown, err := f.GetCellValue("statements", "E2"); err != nil || shown != "2025-05-16" {
		t.Errorf("the day is shown as %q, %v", shown, err)
	}
	if got, want := f.GetSheetList(), []string{"statements", "positions", "mentions", "actors", "about"}; !slices.Equal(got, want) {
		t.Errorf("the sheets are %q", got)
	}
	panes, err := f.GetPanes("statements")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the head is not frozen: %+v %v", panes, err)
	}
	if sheet := entry(t, book, "xl/worksheets/sheet1.xml"); !strings.Contains(sheet, `<autoFilter ref="$A$1:$W$3">`) ||
		strings.Contains(sheet, "<f>") {
		t.Errorf("the sheet has no filters, or a formula:\n%s", sheet)
	}
}

// entry returns a part of a workbook.
func entry(t testing.TB, workbook []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestWhatIsLongerThanACellGoesOnInTheNextRowAndTheWorkbookSaysSo(t *testing.T) {
	for _, long := range []string{strings.Repeat("é", 2*32767+5), "a" + strings.Repeat("🇺", 20000), strings.Repeat("漢", 32767)} {
		row := rowWith(notes.RowStatements, map[string]string{"id": "one", "quote": long, "article": "Talks"})
		next := rowWith(notes.RowStatements, map[string]string{"id": "two", "quote": "short"})
		f := opened(t, asXLSX(t, rowsOf(notes.RowStatements, row, next)))
		var got strings.Builder
		rows := 0
		for _, r := range sheetRows(t, f, "statements")[1:] {
			if r[0] != "one" {
				continue
			}
			part := cell(r, "quote")
			if n := len(utf16.Encode([]rune(part))); n > 32767 {
				t.Errorf("a cell has %d units", n)
			}
			if title := cell(r, "article"); (title == "Talks") != (rows == 0) {
				t.Errorf("row %d has %q beside it", rows, title)
			}
			got.WriteString(part)
			rows++
		}
		if got.String() != long {
			t.Errorf("of %d bytes %d are read back", len(long), got.Len())
		}
		about := sheetRows(t, f, "about")
		said := slices.ContainsFunc(about, func(r []string) bool {
			return strings.HasPrefix(r[0], "In row 2 of “statements”, “quote” is longer")
		})
		if said != (rows > 1) {
			t.Errorf("of %d rows it says %q", rows, about)
		}
		if about[3][0] != "statements: 2" {
			t.Errorf("it counts %q", about)
		}
	}
}

func TestAWorkbookShowsWhatItCannotHoldAndSaysSo(t *testing.T) {
	row := rowWith(notes.RowStatements, map[string]string{"id": "1", "quote": "a\x00b\x1bc\ufffed"})
	f := opened(t, asXLSX(t, rowsOf(notes.RowStatements, row)))
	if got := cell(sheetRows(t, f, "statements")[1], "quote"); got != "a␀b␛c<U+FFFE>d" {
		t.Errorf("got %q", got)
	}
	about := sheetRows(t, f, "about")
	if last := about[len(about)-1][0]; !strings.HasPrefix(last, "Characters that cannot be shown") {
		t.Errorf("it says %q", about)
	}
}

func TestTheSameRowsGiveTheSameWorkbook(t *testing.T) {
	row := rowWith(notes.RowStatements, map[string]string{"id": "1", "quote": "a"})
	first := asXLSX(t, rowsOf(notes.RowStatements, row))
	for range 5 {
		if !bytes.Equal(asXLSX(t, rowsOf(notes.RowStatements, row)), first) {
			t.Fatal("the bytes differ")
		}
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, part := range z.File {
		names = append(names, part.Name)
		if part.Modified.Year() > 1980 {
			t.Errorf("%s has a time: %v", part.Name, part.Modified)
		}
	}
	want := []string{
		"[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/theme/theme1.xml", "xl/workbook.xml",
		"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml",
		"xl/worksheets/sheet5.xml",
	}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("the parts (-want +got):\n%s", diff)
	}
}

// TestRowsEndEarly: an error of the rows, or a context that is cancelled, ends the file.
func TestRowsEndEarly(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	row := rowWith(notes.RowStatements, map[string]string{"id": "1"})
	if err := render.CSV(ctx, io.Discard, rowsOf(notes.RowStatements, row), notes.RowStatements, false); err == nil {
		t.Error("CSV goes on")
	}
	if err := render.XLSX(ctx, io.Discard, rowsOf(notes.RowStatements, row), "", ""); err == nil {
		t.Error("XLSX goes on")
	}
}
