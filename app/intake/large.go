package intake

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"standpoint/store"
)

// onDisk is the content of a file that is too large to be held in memory.
type onDisk struct {
	*os.File
	size int64
}

// mostHeld is how many bytes a file may have that is held. Tests set it lower.
var mostHeld int64 = MaxSize

// mostPiece is how many bytes a piece may have of a file that is read piece by piece. Tests set it lower.
var mostPiece = MaxSize

// mostListHeld is how many bytes a file may have that is held, where its name says that it is read piece by piece: what is made of it takes
// several times as much.
var mostListHeld int64 = 8_000_000

// headSize is how much of such a file is held, to tell its format by.
const headSize = 120_000

// load takes the content of a file into memory, or leaves it on the disk if it is too large, with its beginning alone in memory.
func (f *file) load(opened *os.File) error {
	info, err := opened.Stat()
	if err != nil {
		return err
	}
	size := info.Size()
	if size > mostHeld || size > mostListHeld && (isNamedReference(f.name) || isNamedContainer(f.name)) {
		f.disk = &onDisk{opened, size}
		size = headSize
	}
	f.data = make([]byte, size)
	n, err := io.ReadFull(opened, f.data)
	f.data = f.data[:n]
	f.budget = newBudget(f.size())
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) { // it became shorter meanwhile
		err = nil
	}
	if err == nil && f.disk != nil && f.disk.size <= mostHeld {
		if _, wrong := f.largeFormat(); wrong != nil { // it is another thing, whatever its name
			f.data, err = f.disk.read()
			f.disk = nil
		}
	}
	return err
}

// isNamedContainer reports whether a file is named as one that holds several others or sheets.
func isNamedContainer(name string) bool {
	return hasField(".xlsx .xlsm .zip .mbox", strings.ToLower(path.Ext(name)))
}

// read is all that a file has that is not too large for it.
func (d *onDisk) read() ([]byte, error) { return io.ReadAll(io.NewSectionReader(d, 0, d.size)) }

// close closes what was opened with the file.
func (f *file) close() {
	if f.disk != nil {
		_ = f.disk.Close() // it was only read
	}
}

// hash is that of the content; "" if it cannot be read.
func (d *onDisk) hash() store.FileHash {
	h := sha256.New()
	if _, err := io.Copy(h, io.NewSectionReader(d, 0, d.size)); err != nil {
		return ""
	}
	return store.FileHash(hex.EncodeToString(h.Sum(nil)))
}

// content reads all of the file, from wherever it is.
func (f *file) content() *io.SectionReader {
	if f.disk != nil {
		return io.NewSectionReader(f.disk, 0, f.disk.size)
	}
	return io.NewSectionReader(bytes.NewReader(f.data), 0, int64(len(f.data)))
}

// size is how many bytes the file has.
func (f *file) size() int64 {
	if f.disk != nil {
		return f.disk.size
	}
	return int64(len(f.data))
}

// largeFormat is the format of a file that is too large to be read as a whole, if it is one that is read piece by piece.
func (f *file) largeFormat() (fileFormat, error) {
	head := f.data
	enc, name, mark := byMark(head)
	if enc != nil {
		d, err := f.decodeAs(head[mark:], enc, name)
		if err != nil {
			return fileFormat{}, err
		}
		head = []byte(d.text)
	}
	format := formatOf(head)
	if enc != nil && format.list == nil { // others are told by bytes of theirs
		format = fileFormat{}
	}
	if format.plain && isNamedTable(f.name) && isTable(head) {
		format = fileFormat{list: csvRecords, place: PlaceColumn, large: true}
	}
	if isZip("")(f.data) {
		z, err := f.unzip()
		if err != nil {
			return fileFormat{}, err
		}
		format = zipFormat(f.data, z)
	}
	if !format.large && format.refuse == nil {
		return fileFormat{}, tooLarge(f.name, f.size())
	}
	return format, nil
}

// zipFormat is the format of a zip file of which only the beginning is in memory: documents are told by their entries.
func zipFormat(head []byte, z *zip.Reader) fileFormat {
	for _, document := range []string{"word/document.xml", "word/document2.xml", "xl/workbook.xml", "ppt/presentation.xml"} {
		if slices.ContainsFunc(z.File, func(e *zip.File) bool { return e.Name == document }) {
			return formatOf([]byte("PK\x03\x04" + document))
		}
	}
	if isZipOf("application/")(head) {
		return formatOf(head)
	}
	return fileFormat{is: isZip(""), read: readZip, large: true}
}
