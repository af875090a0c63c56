package spreadsheet_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"standpoint/app/spreadsheet"
)

// columns are one of each type.
var columns = []spreadsheet.Column{
	{Name: "name", Width: 12}, {Name: "weight", Type: spreadsheet.Number, Width: 8}, {Name: "day", Type: spreadsheet.Date, Width: 12},
}

// rows have what a spreadsheet could take for something else.
var rows = [][]string{
	{"=1+1", "-2.5", "2031-04-17"},
	{"-2", "=2", "2031-04"},
	{"+cmd|' /C calc'!A0", "7", ""},
	{"plain, \"quoted\"", "", "1899-12-31"},
	{"@name", "Inf", "2031-04-17T09:30:00+03:00"},
}

func TestOnlyNumbersInColumnsOfNumbersBeginWithASign(t *testing.T) {
	var b bytes.Buffer
	out := spreadsheet.NewCSV(&b, columns, true)
	for _, row := range rows {
		out.Row(row)
	}
	if err := out.Flush(); err != nil {
		t.Fatal(err)
	}
	written, is := strings.CutPrefix(b.String(), "\uFEFF")
	got, err := csv.NewReader(strings.NewReader(written)).ReadAll()
	if err != nil || !is {
		t.Fatal(is, err)
	}
	want := []string{"'=1+1|-2.5", "'-2|'=2", "'+cmd|' /C calc'!A0|7", "plain, \"quoted\"|", "'@name|Inf"}
	for i, w := range want {
		if cells := strings.Join(got[i+1][:2], "|"); cells != w {
			t.Errorf("row %d is %s, want %s", i, cells, w)
		}
	}
}

func TestCellsOfAWorkbookAreTextsNumbersOrDaysAndNoFormulas(t *testing.T) {
	write := func() []byte {
		book, err := spreadsheet.NewWorkbook(func(s string) string { return s })
		if err != nil {
			t.Fatal(err)
		}
		for i, name := range []string{"first", "second"} {
			if err := book.Add(name, columns); err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				if err := book.Row(i, row); err != nil {
					t.Fatal(err)
				}
			}
		}
		if book.Records(1) != len(rows) {
			t.Errorf("%d rows are counted", book.Records(1))
		}
		var b bytes.Buffer
		if err := book.Write(&b, func([]string) []string { return []string{"what they are"} }); err != nil {
			t.Fatal(err)
		}
		if err := book.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	written := write()
	if !bytes.Equal(written, write()) {
		t.Error("the same rows give other bytes")
	}
	f, err := excelize.OpenReader(bytes.NewReader(written))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // it was only read
	if list := f.GetSheetList(); !slices.Equal(list, []string{"first", "second", "about"}) {
		t.Errorf("the sheets are %q", list)
	}
	for axis, want := range map[string]struct {
		kind  excelize.CellType
		value string
	}{
		"A2": {excelize.CellTypeInlineString, "=1+1"}, "B2": {excelize.CellTypeUnset, "-2.5"}, "C2": {excelize.CellTypeUnset, "47955"},
		"A3": {excelize.CellTypeInlineString, "-2"}, "B3": {excelize.CellTypeInlineString, "=2"},
		"C3": {excelize.CellTypeInlineString, "2031-04"},
		"B4": {excelize.CellTypeUnset, "7"}, "C5": {excelize.CellTypeInlineString, "1899-12-31"}, "B6": {excelize.CellTypeInlineString, "Inf"},
	} {
		kind, err := f.GetCellType("second", axis)
		if err != nil {
			t.Fatal(err)
		}
		value, err := f.GetCellValue("second", axis, excelize.Options{RawCellValue: true})
		if formula, _ := f.GetCellFormula("second", axis); err != nil || kind != want.kind || value != want.value || formula != "" {
			t.Errorf("%s is %v %q, formula %q, %v", axis, kind, value, formula, err)
		}
	}
}
