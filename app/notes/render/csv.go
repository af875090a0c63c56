package render

import (
	"context"
	"io"
	"slices"
	"strings"

	"standpoint/app/notes"
	"standpoint/app/spreadsheet"
)

// CSV writes the rows of a kind as RFC 4180 has it, in UTF-8, with the names of the columns as the first record. Records end with CRLF;
// line ends within a cell are the text's own. bom puts a byte order mark before it, by which some spreadsheets know UTF-8. A cell that a
// spreadsheet would take for a formula has an apostrophe before it: taking it off gives the cell.
func CSV(ctx context.Context, w io.Writer, rows notes.Rows, kind notes.RowKind, bom bool) error {
	out := spreadsheet.NewCSV(w, columnsOf(kind), bom)
	err := rows(ctx, []notes.RowKind{kind}, func(_ notes.RowKind, cells []string) error {
		out.Row(cells)
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// columnsOf are the columns of a kind of rows.
func columnsOf(kind notes.RowKind) []spreadsheet.Column {
	types := map[notes.CellType]spreadsheet.Type{
		notes.CellText: spreadsheet.Text, notes.CellNumber: spreadsheet.Number, notes.CellDate: spreadsheet.Date,
	}
	var list []spreadsheet.Column
	for _, c := range kind.Columns() {
		list = append(list, spreadsheet.Column{Name: c.Name, Type: types[c.Type], Width: c.Width})
	}
	return list
}

// What the name of a table begins and may end with.
const csvName, csvMark = "csv-", "-bom"

// CSVName is how presets name the table of a kind among the formats: "csv-statements", with a byte order mark "csv-statements-bom".
func CSVName(kind notes.RowKind, bom bool) string {
	name := csvName + string(kind)
	if bom {
		name += csvMark
	}
	return name
}

// FindCSV returns which table a name of CSVName means.
func FindCSV(name string) (kind notes.RowKind, bom, is bool) {
	rest, is := strings.CutPrefix(name, csvName)
	rest, bom = strings.CutSuffix(rest, csvMark)
	return notes.RowKind(rest), bom, is && slices.Contains(notes.RowKinds(), notes.RowKind(rest))
}
