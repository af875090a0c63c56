// Package spreadsheet writes tables as spreadsheets read them: CSV and workbooks. What is in a cell is never taken for a formula.
package spreadsheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"standpoint/store"
	"standpoint/store/say"
)

// Type says how the cells of a column read.
type Type uint8

// The types of cells.
const (
	Text   Type = iota // any text, of several lines too
	Number             // a number in decimal with a point, or ""
	Date               // a store.Date, or ""
)

// Column is a column of a table.
type Column struct {
	Name  string
	Type  Type
	Width int // in characters, as a spreadsheet shows it at first
}

// Workbook is a workbook that is written row by row: a sheet for each table, and a last one that says what they are, and where a cell could
// not hold what it should. Cells are text, numbers or days, never formulas. A date that is coarser or finer than a day, or before March
// 1900, is text. What is longer than a cell goes on in the same column of the next row, which has only the first cell beside it. The same
// rows give the same bytes.
type Workbook struct {
	file   *excelize.File
	sheets []*sheet
	styles struct{ head, cell, wrapped, day int }
	shown  func(string) string
	longer []string // what the last sheet says of cells that go on
}

// sheet is a sheet of a workbook.
type sheet struct {
	name    string
	columns []Column
	out     *excelize.StreamWriter
	last    int // row that was written
	records int // rows that were handed over
}

// NewWorkbook begins a workbook, which is to be closed. Every cell goes through shown, which leaves no character in it that a workbook
// cannot hold.
func NewWorkbook(shown func(string) string) (*Workbook, error) {
	b := &Workbook{file: excelize.NewFile(), shown: shown}
	top := &excelize.Alignment{Vertical: "top"}
	for _, s := range []struct {
		id *int
		is excelize.Style
	}{
		{&b.styles.head, excelize.Style{
			Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E6E6"}},
			Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "7F7F7F"}},
		}},
		{&b.styles.cell, excelize.Style{Alignment: top}},
		{&b.styles.wrapped, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&b.styles.day, excelize.Style{Alignment: top, CustomNumFmt: new(`yyyy\-mm\-dd`)}},
	} {
		var err error
		if *s.id, err = b.file.NewStyle(&s.is); err != nil {
			return nil, cmp.Or(err, b.file.Close())
		}
	}
	return b, nil
}

// Close gives back what the workbook has taken.
func (b *Workbook) Close() error { return b.file.Close() }

// Add adds a sheet, of which Row writes the rows.
func (b *Workbook) Add(name string, columns []Column) error {
	s := &sheet{name: name, columns: columns}
	if err := b.open(s); err != nil {
		return err
	}
	b.sheets = append(b.sheets, s)
	head := make([]any, len(s.columns))
	for i, c := range s.columns {
		head[i] = excelize.Cell{StyleID: b.styles.head, Value: b.shown(c.Name)}
	}
	return s.write(head, 1)
}

// open makes a sheet, with widths for its columns and a head that stays where it is. The first is there already.
func (b *Workbook) open(s *sheet) (err error) {
	if len(b.sheets) == 0 {
		err = b.file.SetSheetName(b.file.GetSheetName(0), s.name)
	} else {
		_, err = b.file.NewSheet(s.name)
	}
	if err != nil {
		return err
	}
	if s.out, err = b.file.NewStreamWriter(s.name); err != nil {
		return err
	}
	for i, c := range slices.Backward(s.columns) { // each is put before those that are there
		if err := s.out.SetColWidth(i+1, i+1, float64(c.Width)); err != nil {
			return err
		}
	}
	return s.out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// write writes one row that shows so many lines of text.
func (s *sheet) write(cells []any, lines int) error {
	s.last++
	if s.last > excelize.TotalRows {
		return say.Errorf("There are more rows than a sheet of a workbook holds (%d). Write them as CSV, or fewer of them.", excelize.TotalRows)
	}
	const most, line = 12, 15 // of longer ones the beginning is seen; points
	return s.out.SetRow("A"+strconv.Itoa(s.last), cells, excelize.RowOpts{Height: line * float64(min(lines, most))})
}

// Row writes a row of a sheet, by its place, and below it what its cells cannot hold.
func (b *Workbook) Row(of int, cells []string) error {
	s := b.sheets[of]
	s.records++
	rest := make([]string, len(cells))
	for i, c := range cells {
		rest[i] = b.shown(c)
	}
	for first, more := s.last+1, true; more; {
		row, lines := make([]any, len(rest)), 1
		more = false
		for i, c := range s.columns {
			var now string
			if now, rest[i] = fits(rest[i]); rest[i] != "" {
				more = true
				if s.last+1 == first {
					b.longer = append(b.longer, "In row "+strconv.Itoa(first)+" of “"+s.name+"”, “"+c.Name+
						"” is longer than a cell holds: it goes on in the next rows, which have the same "+s.columns[0].Name+".")
				}
			}
			row[i] = b.cell(c, now)
			lines = max(lines, linesIn(now, c.Width))
		}
		if err := s.write(row, lines); err != nil {
			return err
		}
		if more {
			rest[0] = cells[0]
		}
	}
	return nil
}

// fits returns as much of s as a cell holds, and the rest. No character is cut in two.
func fits(s string) (now, rest string) {
	if len(s) <= excelize.TotalCellChars {
		return s, ""
	}
	units := 0
	for i, r := range s {
		if units += utf16.RuneLen(r); units > excelize.TotalCellChars {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// wide is from which width on a column breaks its lines, in characters.
const wide = 30

// linesIn returns about how many lines a cell takes in a column of a width.
func linesIn(cell string, width int) int {
	if width < wide {
		return 1
	}
	lines := 0
	for line := range strings.SplitSeq(cell, "\n") {
		lines += 1 + utf8.RuneCountInString(line)/width
	}
	return lines
}

// cell returns a cell with its style; nil for none.
func (b *Workbook) cell(c Column, value string) any {
	style := b.styles.cell
	if c.Width >= wide {
		style = b.styles.wrapped
	}
	switch n, is := numberOf(value); {
	case value == "":
		return nil
	case c.Type == Number && is:
		return excelize.Cell{StyleID: style, Value: n}
	case c.Type == Date && store.Date(value).Precision() == store.PrecisionDay && value >= "1900-03-01":
		if day, err := time.Parse(time.DateOnly, value); err == nil {
			return excelize.Cell{StyleID: b.styles.day, Value: day}
		}
	}
	return excelize.Cell{StyleID: style, Value: value}
}

// numberOf is the number that a cell holds.
func numberOf(value string) (any, bool) {
	if n, err := strconv.Atoi(value); err == nil {
		return n, true
	}
	x, err := strconv.ParseFloat(value, 64)
	return x, err == nil && x-x == 0 // finite
}

// Records returns how many rows were handed over to a sheet, by its place.
func (b *Workbook) Records(of int) int { return b.sheets[of].records }

// Write ends the sheets with one that has the lines of about, and writes the workbook.
func (b *Workbook) Write(w io.Writer, about func(longer []string) []string) error {
	last := &sheet{name: "about", columns: []Column{{Name: "about", Width: 100}}}
	if err := b.open(last); err != nil {
		return err
	}
	for i, line := range append([]string{"about"}, about(b.longer)...) {
		style := b.styles.wrapped
		if i == 0 {
			style = b.styles.head
		}
		if err := last.write([]any{excelize.Cell{StyleID: style, Value: line}}, linesIn(line, last.columns[0].Width)); err != nil {
			return err
		}
	}
	for _, s := range b.sheets {
		if err := b.end(s); err != nil {
			return err
		}
	}
	b.anonymous()
	if err := last.out.Flush(); err != nil {
		return err
	}
	buf, err := b.file.WriteToBuffer()
	if err != nil {
		return err
	}
	return inOrder(w, buf.Bytes())
}

// end gives the head of a sheet its filters, and ends the sheet.
func (b *Workbook) end(s *sheet) error {
	corner, err := excelize.CoordinatesToCellName(len(s.columns), max(s.last, 2))
	if err != nil {
		return err
	}
	return cmp.Or(b.file.AutoFilter(s.name, "A1:"+corner, nil), s.out.Flush())
}

// onlySheets is what a workbook is made of: no properties, which would name programs and times.
const onlySheets = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
	`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`

// anonymous takes out what tells of the workbook what its sheets do not.
func (b *Workbook) anonymous() {
	const folder = "docProps/"
	for _, part := range []string{"app.xml", "core.xml"} {
		b.file.Pkg.Delete(folder + part)
	}
	b.file.Pkg.Store("_rels/.rels", []byte(onlySheets))
	types := b.file.ContentTypes
	kept := types.Overrides[:0]
	for _, t := range types.Overrides {
		if !strings.HasPrefix(t.PartName, "/"+folder) {
			kept = append(kept, t)
		}
	}
	types.Overrides = kept
}

// inOrder writes a workbook with its parts in the order of their names, so that the same rows give the same bytes.
func inOrder(w io.Writer, workbook []byte) error {
	in, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(x, y *zip.File) int { return strings.Compare(x.Name, y.Name) })
	out := zip.NewWriter(w)
	for _, part := range in.File {
		if err := out.Copy(part); err != nil {
			return err
		}
	}
	return out.Close()
}
