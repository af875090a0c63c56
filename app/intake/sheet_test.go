package intake

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestTheFirstSheetWithRowsIsReadAndTheOthersAreNamed(t *testing.T) {
	book := excelize.NewFile()
	for _, sheet := range []string{"May", "Empty", "June"} {
		if _, err := book.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
	}
	for _, cell := range []struct{ sheet, at, value string }{
		{"May", "A1", "Title"},
		{"May", "B1", "Body"},
		{"May", "A2", "Ferry"},
		{"May", "B2", "It sails."},
		{"Empty", "A1", "Title"},
		{"June", "A1", "Title"},
		{"June", "A2", "Quay"},
	} {
		if err := book.SetCellStr(cell.sheet, cell.at, cell.value); err != nil {
			t.Fatal(err)
		}
	}
	var data bytes.Buffer
	if err := book.Write(&data); err != nil {
		t.Fatal(err)
	}
	d, err := parseOne(t, "a.xlsx", data.Bytes(), Options{})
	if err != nil || d.Body != "It sails." {
		t.Fatalf("%+v, %v", d, err)
	}
	if len(d.Notes) != 1 || !strings.Contains(d.Notes[0].String(), "“May”") || !strings.Contains(d.Notes[0].String(), "not: June.") {
		t.Errorf("notes: %v", d.Notes)
	}
}
