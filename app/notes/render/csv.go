package render

import (
	"bufio"
	"context"
	"io"
	"slices"
	"strings"
	"unicode"

	"standpoint/app/notes"
)

// CSV writes the rows of a kind as RFC 4180 has it, in UTF-8, with the names of the columns as the first record. Records end with CRLF;
// line ends within a cell are the text's own. bom puts a byte order mark before it, by which some spreadsheets know UTF-8. A cell that a
// spreadsheet would take for a formula has an apostrophe before it: taking it off gives the cell.
func CSV(ctx context.Context, w io.Writer, rows notes.Rows, kind notes.RowKind, bom bool) error {
	out := bufio.NewWriter(w)
	if bom {
		out.WriteString("\uFEFF") //nolint:errcheck // bufio keeps the error for Flush
	}
	var names []string
	for _, c := range kind.Columns() {
		names = append(names, c.Name)
	}
	record(out, names)
	err := rows(ctx, []notes.RowKind{kind}, func(_ notes.RowKind, cells []string) error {
		record(out, cells)
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	return out.Flush()
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

// record writes one record. What it writes to keeps the first error.
func record(out *bufio.Writer, cells []string) {
	for i, c := range cells {
		if i > 0 {
			out.WriteByte(',') //nolint:errcheck // bufio keeps the error for Flush
		}
		if isFormula(c) {
			c = "'" + c
		}
		if strings.ContainsAny(c, ",\"\r\n") || c != strings.TrimSpace(c) {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		out.WriteString(c) //nolint:errcheck // likewise
	}
	out.WriteString("\r\n") //nolint:errcheck // likewise
}

// isFormula reports whether a spreadsheet could take a cell for a formula: it looks behind white space and signs that cannot be seen. So
// it does where an apostrophe stands before that, so that one too many can be told from one that was there.
func isFormula(cell string) bool {
	s := strings.TrimLeft(cell, "'")
	t := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf) })
	return s != "" && strings.ContainsRune("\t\r", rune(s[0])) || t != "" && strings.ContainsAny(firstOf(t), "=+-@＝＋－＠")
}

// firstOf returns the first character of s.
func firstOf(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}
