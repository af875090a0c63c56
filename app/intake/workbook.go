package intake

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"standpoint/store"
)

// workbookFile is a file of Excel or of a program like it, of which no more than a row is in memory.
type workbookFile struct {
	file    *file
	entries map[string]*zip.File // by their names in small letters
	sheets  []sheetPart
	words   *sharedWords
	epoch   time.Time           // the day that is counted as 0
	counted map[*zip.File]int64 // bytes of each entry that the budget knows of
}

// sheetPart is a sheet of a workbook.
type sheetPart struct{ name, entry string }

// openWorkbook reads what sheets a workbook has and the words that they share; it is to be closed.
func (f *file) openWorkbook() (*workbookFile, error) {
	z, err := f.unzip()
	if err != nil {
		return nil, err
	}
	if f.budget.entries -= len(z.File); f.budget.entries < 0 {
		return nil, f.bomb(entryName(z.File[len(z.File)-1]))
	}
	b := &workbookFile{file: f, entries: map[string]*zip.File{}, counted: map[*zip.File]int64{}}
	for _, entry := range z.File {
		b.entries[strings.ToLower(strings.ReplaceAll(entry.Name, `\`, "/"))] = entry
	}
	if err := b.readSheets(); err != nil {
		return nil, err
	}
	b.words, err = b.readWords()
	return b, err
}

func (b *workbookFile) close() { b.words.close() }

// readSheets reads which sheets there are, in which entries, and from which day on days are counted.
func (b *workbookFile) readSheets() error {
	const folder = "xl/"
	targets := map[string]string{}
	err := b.elements(folder+"_rels/workbook.xml.rels", func(e xml.StartElement) {
		if e.Name.Local == "Relationship" {
			target := xmlAttribute(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = folder + target
			}
			targets[xmlAttribute(e, "Id")] = path.Clean(strings.TrimPrefix(target, "/"))
		}
	})
	if err != nil {
		return err
	}
	b.epoch = time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC) // there is a 29 February 1900 in it
	return b.elements(folder+"workbook.xml", func(e xml.StartElement) {
		switch e.Name.Local {
		case "workbookPr":
			if from1904, _ := strconv.ParseBool(xmlAttribute(e, "date1904")); from1904 {
				b.epoch = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
			}
		case "sheet":
			for _, a := range e.Attr {
				if a.Name.Local == "id" && a.Name.Space != "" { // of a relation
					b.sheets = append(b.sheets, sheetPart{xmlAttribute(e, "name"), targets[a.Value]})
				}
			}
		}
	})
}

// elements reads the elements of an entry that is small; none if it is not there.
func (b *workbookFile) elements(name string, each func(xml.StartElement)) error {
	entry := b.entries[strings.ToLower(name)]
	if entry == nil {
		return nil
	}
	data, err := b.file.unfold(entry)
	if err != nil {
		return err
	}
	return b.file.tokens(name, data, func(t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok {
			each(e)
		}
		return nil
	})
}

// sheetRow is a row of a sheet.
type sheetRow struct {
	number int      // from 1
	cells  []string // from the first column on, as the workbook keeps their values; valid until the next row
}

func (r sheetRow) isEmpty() bool {
	return !slices.ContainsFunc(r.cells, func(cell string) bool { return cell != "" })
}

// mostColumns is how many columns a sheet has at most.
const mostColumns = 16_384

// rows reads the rows of a sheet, from the first each time. The error is why it cannot be read on, and the last.
func (b *workbookFile) rows(sheet sheetPart) iter.Seq2[sheetRow, error] {
	return func(yield func(sheetRow, error) bool) {
		r, err := b.open(sheet.entry)
		if r == nil {
			if err != nil {
				yield(sheetRow{}, err)
			}
			return
		}
		defer r.close()
		var row sheetRow
		for r.next() {
			switch {
			case r.begins("row"):
				row = row.after(r.attribute("r"))
				r.allow()
			case r.begins("c"):
				r.take(&row)
			case r.ends("row"):
				if !yield(row, nil) {
					return
				}
			}
		}
		if r.err != nil {
			yield(sheetRow{}, r.err)
		}
	}
}

// after is the row below one, or further below, where it says its number.
func (r sheetRow) after(said string) sheetRow {
	number := r.number + 1
	if n, err := strconv.Atoi(said); err == nil && n > number {
		number = n
	}
	return sheetRow{number: number, cells: r.cells[:0]}
}

// take takes the cell that begins here to its row: as the next, or further on, where it says its column.
func (r *sheetReader) take(row *sheetRow) {
	column := columnAt(r.attribute("r"), len(row.cells))
	if column >= mostColumns {
		r.err = r.book.file.bomb(r.name)
		return
	}
	value := r.cell(r.book.words)
	for len(row.cells) <= column {
		row.cells = append(row.cells, "")
	}
	row.cells[column] = value
}

// columnAt is the column of a cell by its reference, as B of B12, counted from 0; else the next one.
func columnAt(reference string, next int) int {
	n := 0
	for _, letter := range reference {
		if letter < 'A' || letter > 'Z' || n > mostColumns {
			break
		}
		n = 26*n + int(letter-'A') + 1
	}
	if n == 0 {
		return next
	}
	return n - 1
}

// cell is the value of a cell that begins here, as the workbook keeps it: a number or a day is one that may be shown otherwise.
func (r *sheetReader) cell(words *sharedWords) string {
	kind := r.attribute("t")
	value := ""
	for r.next() && !r.ends("c") {
		switch {
		case r.begins("v"):
			value = r.text("v")
		case r.begins("is"):
			value = r.runs("is")
		}
	}
	switch kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err == nil {
			value, err = words.at(n)
		}
		if err != nil && r.err == nil {
			r.err = r.book.file.damaged(r.name, err)
		}
		return value
	case "str", "inlineStr":
		return withSigns(value)
	}
	return strings.TrimSpace(value)
}

// open begins to read an entry; nil without an error if it is not there.
func (b *workbookFile) open(name string) (*sheetReader, error) {
	entry := b.entries[strings.ToLower(name)]
	if entry == nil {
		return nil, nil //nolint:nilnil // there is none
	}
	opened, err := entry.Open()
	if err != nil {
		return nil, b.file.damaged(name, err)
	}
	r := &sheetReader{book: b, name: name, entry: entry, opened: opened}
	r.left = measuredReader{Reader: countedEntry{r}}
	r.xml = xml.NewDecoder(&r.left)
	r.xml.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // these formats are UTF-8
	r.allow()
	return r, nil
}

// sheetReader reads an entry of a workbook element by element.
type sheetReader struct {
	book   *workbookFile
	name   string
	entry  *zip.File
	opened io.ReadCloser
	read   int64 // bytes
	left   measuredReader
	xml    *xml.Decoder
	token  xml.Token
	depth  int
	err    error // why it cannot be read on
}

func (r *sheetReader) close() { _ = r.opened.Close() } // it was only read

// allow lets another row be read, which may have as many bytes as a file that is read as a whole.
func (r *sheetReader) allow() { r.left.left = mostPiece }

// countedEntry is an entry of which the budget counts what is read, though it be read several times. The size that the archive states is
// not believed.
type countedEntry struct{ *sheetReader }

func (c countedEntry) Read(p []byte) (int, error) {
	if err := c.book.file.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.opened.Read(p)
	c.read += int64(n)
	if more := c.read - c.book.counted[c.entry]; more > 0 {
		c.book.counted[c.entry] = c.read
		c.book.file.budget.bytes -= more
	}
	tight := c.read > smallEntry && c.read/mostRatio > int64(c.entry.CompressedSize64) //nolint:gosec // a size, below 2⁶³ in any file
	if tight || c.book.file.budget.bytes < 0 {
		return 0, c.book.file.bomb(c.name)
	}
	return n, err
}

// next reads the next token; false at the end, or if it cannot be read.
func (r *sheetReader) next() bool {
	if r.err != nil {
		return false
	}
	t, err := r.xml.RawToken()
	switch {
	case errors.Is(err, io.EOF) && r.depth == 0:
		return false
	case err != nil:
		r.err = r.refused(err)
		return false
	}
	r.token = t
	switch t.(type) {
	case xml.StartElement:
		if r.depth++; r.depth > mostDepth {
			r.err = r.book.file.bomb(r.name)
		}
	case xml.EndElement:
		r.depth--
	}
	return r.err == nil
}

// refused is why an entry cannot be read on.
func (r *sheetReader) refused(err error) error {
	if err := r.book.file.ctx.Err(); err != nil {
		return err
	}
	if store.CodeOf(err) != "" {
		return err
	}
	return r.book.file.damaged(r.name, err)
}

// begins reports whether the token is the beginning of an element of this name.
func (r *sheetReader) begins(name string) bool {
	e, ok := r.token.(xml.StartElement)
	return ok && e.Name.Local == name
}

// ends reports whether the token is the end of an element of this name.
func (r *sheetReader) ends(name string) bool {
	e, ok := r.token.(xml.EndElement)
	return ok && e.Name.Local == name
}

// attribute is one of the element that begins here; "" if it has none.
func (r *sheetReader) attribute(name string) string {
	e, _ := r.token.(xml.StartElement)
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// text is what stands in the element that begins here.
func (r *sheetReader) text(name string) string {
	var b strings.Builder
	for r.next() && !r.ends(name) {
		if words, ok := r.token.(xml.CharData); ok {
			b.Write(words)
		}
	}
	return b.String()
}

// runs are the words of the element that begins here, without their reading in another script.
func (r *sheetReader) runs(name string) string {
	var b strings.Builder
	for r.next() && !r.ends(name) {
		switch {
		case r.begins("t"):
			b.WriteString(r.text("t"))
		case r.begins("rPh"):
			for r.next() && !r.ends("rPh") {
				continue
			}
		}
	}
	return b.String()
}

var escapedSign = regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`)

// withSigns is a value with the signs that XML cannot have, which a workbook writes as _x000D_.
func withSigns(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escapedSign.ReplaceAllStringFunc(s, func(found string) string {
		n, _ := strconv.ParseUint(found[2:6], 16, 32) // it has four digits
		return string(rune(n))
	})
}
