package render

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"standpoint/app/notes"
	"standpoint/store"
	"standpoint/store/say"
)

// XLSX writes the rows of all kinds as a workbook with a sheet for each, and a last one that says of what they are, how many there are,
// and where a cell could not hold what it should. Cells are text, whole numbers or days, never formulas. A date that is coarser or finer
// than a day, or before March 1900, is text. What is longer than a cell goes on in the same column of the next row, which has only the id
// beside it. project and made are what the last sheet says; made may be "".
func XLSX(ctx context.Context, w io.Writer, rows notes.Rows, project string, made store.Day) (err error) {
	b := &workbook{file: excelize.NewFile(), sheets: map[notes.RowKind]*sheet{}}
	defer func() { err = cmp.Or(err, b.file.Close()) }()
	if err := b.begin(); err != nil {
		return err
	}
	err = rows(ctx, notes.RowKinds(), func(kind notes.RowKind, cells []string) error {
		return cmp.Or(ctx.Err(), b.add(b.sheets[kind], cells))
	})
	if err != nil {
		return err
	}
	if err := b.end(project, made); err != nil {
		return err
	}
	buf, err := b.file.WriteToBuffer()
	if err != nil {
		return err
	}
	return inOrder(w, buf.Bytes())
}

// workbook is a workbook that is written row by row.
type workbook struct {
	file   *excelize.File
	sheets map[notes.RowKind]*sheet
	styles struct{ head, cell, wrapped, day int }
	signs  signs
	longer []string // what the last sheet says of cells that go on
}

// sheet is a sheet of a workbook.
type sheet struct {
	name    string
	columns []notes.Column
	out     *excelize.StreamWriter
	last    int // row that was written
	records int // rows that were handed over
}

// begin makes the styles, and the sheets with their heads.
func (b *workbook) begin() error {
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
			return err
		}
	}
	for i, kind := range notes.RowKinds() {
		s := &sheet{name: string(kind), columns: kind.Columns()}
		b.sheets[kind] = s
		if err := b.open(s, i == 0); err != nil {
			return err
		}
		head := make([]any, len(s.columns))
		for i, c := range s.columns {
			head[i] = excelize.Cell{StyleID: b.styles.head, Value: c.Name}
		}
		if err := s.write(head, 1); err != nil {
			return err
		}
	}
	return nil
}

// open makes a sheet, with widths for its columns and a head that stays where it is. The first is there already.
func (b *workbook) open(s *sheet, first bool) (err error) {
	if first {
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

// add writes a row that was handed over, and below it what its cells cannot hold.
func (b *workbook) add(s *sheet, cells []string) error {
	s.records++
	rest := make([]string, len(cells))
	for i, c := range cells {
		rest[i] = b.signs.shown(c)
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
						"” is longer than a cell holds: it goes on in the next rows, which have the same id.")
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
func (b *workbook) cell(c notes.Column, value string) any {
	style := b.styles.cell
	if c.Width >= wide {
		style = b.styles.wrapped
	}
	switch n, err := strconv.Atoi(value); {
	case value == "":
		return nil
	case c.Type == notes.CellNumber && err == nil:
		return excelize.Cell{StyleID: style, Value: n}
	case c.Type == notes.CellDate && store.Date(value).Precision() == store.PrecisionDay && value >= "1900-03-01":
		if day, err := time.Parse(time.DateOnly, value); err == nil {
			return excelize.Cell{StyleID: b.styles.day, Value: day}
		}
	}
	return excelize.Cell{StyleID: style, Value: value}
}

// end ends the sheets, and writes the last.
func (b *workbook) end(project string, made store.Day) error {
	about := &sheet{name: "about", columns: []notes.Column{{Name: "about", Width: 100}}}
	if err := b.open(about, false); err != nil {
		return err
	}
	lines := []string{"about", "From the project “" + b.signs.shown(project) + "”."}
	if made != "" {
		lines = append(lines, "Made on "+string(made)+".")
	}
	for _, kind := range notes.RowKinds() {
		lines = append(lines, string(kind)+": "+strconv.Itoa(b.sheets[kind].records))
	}
	lines = append(lines, b.longer...)
	if said := b.signs.said("en"); said != "" {
		lines = append(lines, said)
	}
	for i, line := range lines {
		style := b.styles.wrapped
		if i == 0 {
			style = b.styles.head
		}
		if err := about.write([]any{excelize.Cell{StyleID: style, Value: line}}, linesIn(line, about.columns[0].Width)); err != nil {
			return err
		}
	}
	for _, kind := range notes.RowKinds() {
		if err := b.close(b.sheets[kind]); err != nil {
			return err
		}
	}
	b.anonymous()
	return about.out.Flush()
}

// close gives the head of a sheet its filters, and ends the sheet.
func (b *workbook) close(s *sheet) error {
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
func (b *workbook) anonymous() {
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
