package intake

import (
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"standpoint/store"
	"standpoint/store/say"
)

// readXLSX reads the first sheet of a workbook that has rows; the first row names the columns. Other sheets with rows are told of. Rows are
// read one by one, however many there are.
func readXLSX(f *file) ([]Draft, error) {
	book, err := f.openWorkbook()
	if err != nil {
		return nil, err
	}
	defer book.close()
	for i, sheet := range book.sheets {
		list := recordList{records: f.sheet(book, sheet)}
		first, _, err := list.beginning()
		if err != nil {
			return nil, err
		}
		if len(first) == 0 {
			continue
		}
		if others := book.sheetsWithRows(book.sheets[i+1:]); len(others) > 0 {
			list.notes = []say.Sentence{say.Of("The sheet “%s” was read. Other sheets with rows were not: %s. Save each as a file of "+
				"its own to import it.", sheet.name, strings.Join(others, ", "))}
		}
		return f.listDrafts(list)
	}
	return nil, refusal(store.CodeInvalid, nil, "“%s” is a workbook without rows. Choose one whose first row names its columns.", f.name)
}

// sheetsWithRows are the names of those of the sheets that have more than a title line. One that cannot be read keeps nothing back.
func (b *workbookFile) sheetsWithRows(sheets []sheetPart) (names []string) {
	for _, sheet := range sheets {
		rows := 0
		for _, err := range b.rows(sheet) {
			if rows++; err != nil || rows > 1 {
				break
			}
		}
		if rows > 1 {
			names = append(names, sheet.name)
		}
	}
	return names
}

// sheetHead is the row of a sheet that names its columns.
type sheetHead struct {
	names  []string
	row    int    // its number
	isDate []bool // of each column
}

// headOfSheet finds the row that names the columns: the first of which several names are known, as a title may stand above it, else the
// first.
func (f *file) headOfSheet(book *workbookFile, sheet sheetPart) (head sheetHead) {
	const most = 10 // rows above it
	for row, err := range book.rows(sheet) {
		if err != nil || row.number > most { // told of where the rows are read
			break
		}
		known := 0
		for _, cell := range row.cells {
			if f.columnField(cell) != FieldNone {
				known++
			}
		}
		if isFirst := head.row == 0 && !row.isEmpty(); isFirst || known > 1 {
			head.names, head.row = slices.Clone(row.cells), row.number
		}
		if known > 1 {
			break
		}
	}
	for _, name := range head.names {
		head.isDate = append(head.isDate, f.columnField(name) == FieldDate)
	}
	return head
}

// columnField is the field that a column of that name holds, as the analyst or its name says.
func (f *file) columnField(name string) Field {
	if field, chosen := f.options.Columns[name]; chosen {
		return field
	}
	return fieldOf(name)
}

// readDates has the days in cells as dates: a workbook counts them, from another day in some, and only shows them as such. An hour has no
// zone there.
func (h sheetHead) readDates(cells []string, epoch time.Time) {
	const first, last = 10_000, 2_958_465 // from 1927, as a smaller number is a year, to 9999
	const second = 1.0 / (24 * 60 * 60)   // by less than which midnight is missed
	for i, cell := range cells {
		if i >= len(h.isDate) || !h.isDate[i] {
			continue
		}
		if days, err := strconv.ParseFloat(cell, 64); err == nil && days >= first && days <= last {
			cells[i] = epoch.AddDate(0, 0, int(math.Floor(days+second/2))).Format(time.DateOnly)
		}
	}
}

// sheet reads the rows of a sheet below that which names its columns.
func (f *file) sheet(book *workbookFile, sheet sheetPart) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		head := f.headOfSheet(book, sheet)
		for row, err := range book.rows(sheet) {
			if err != nil {
				yield(record{}, err)
				return
			}
			if row.number <= head.row || row.isEmpty() {
				continue
			}
			head.readDates(row.cells, book.epoch)
			if !yield(rowRecord(head.names, row.cells, row.number), nil) {
				return
			}
		}
	}
}
