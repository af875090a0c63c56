package spreadsheet

import (
	"bufio"
	"io"
	"strings"
	"unicode"
)

// CSV writes records of comma-separated values as RFC 4180 has it. They end with CRLF; line ends within a cell are the text's own. A cell
// that a spreadsheet would take for a formula has an apostrophe before it, but for a number in a column of numbers: taking it off gives the
// cell.
type CSV struct {
	out     *bufio.Writer
	columns []Column
}

// NewCSV begins with the names of the columns as the first record. bom puts a byte order mark before it, by which some spreadsheets know
// UTF-8.
func NewCSV(w io.Writer, columns []Column, bom bool) *CSV {
	c := &CSV{bufio.NewWriter(w), columns}
	if bom {
		c.out.WriteString("\uFEFF") //nolint:errcheck // bufio keeps the error for Flush
	}
	names := make([]string, len(columns))
	for i, column := range columns {
		names[i] = column.Name
	}
	c.Row(names)
	return c
}

// Row writes one record. Flush returns the first error.
func (c *CSV) Row(cells []string) {
	for i, cell := range cells {
		if i > 0 {
			c.out.WriteByte(',') //nolint:errcheck // bufio keeps the error for Flush
		}
		if _, is := numberOf(cell); isFormula(cell) && !(is && c.columns[i].Type == Number) {
			cell = "'" + cell
		}
		if strings.ContainsAny(cell, ",\"\r\n") || cell != strings.TrimSpace(cell) {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		c.out.WriteString(cell) //nolint:errcheck // likewise
	}
	c.out.WriteString("\r\n") //nolint:errcheck // likewise
}

// Flush writes what is left.
func (c *CSV) Flush() error { return c.out.Flush() }

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
