// Package sqlitefile reads the bytes of a project's file and of the logs beside it, without SQLite: before SQLite opens the file and
// takes for its log whatever has that name, while it has the file open, and when the file is so damaged that it does not open it.
// It knows how SQLite lays out a file (https://www.sqlite.org/fileformat2.html) and the one row that a project keeps on the second
// page, its generation; it writes nothing, and knows no table of the project.
package sqlitefile

import (
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"time"

	"standpoint/store/say"
)

// Head is what the first two pages of a project's file say of it. Two of them are equal if the files say the same.
type Head struct {
	PageSize    int    // in bytes
	Pages       int64  // as many at least
	Application uint32 // which program's file it is
	Version     int    // of the tables, as the program counts them
	Logged      bool   // a write-ahead log belongs to it, or did
	Step        Step

	raw [headSize]byte
}

// The head of a SQLite file: its first bytes, and where in it what stands.
const (
	sqliteMagic        = "SQLite format 3\x00"
	headSize           = 100
	pageSizeOffset     = 16
	writeVersionOffset = 18
	changesOffset      = 24 // how often the file was changed
	pagesOffset        = 28
	freelistOffset     = 32
	versionOffset      = 60
	applicationOffset  = 68
	writerOffset       = 92 // at which change, and by which SQLite, it was written last
	versionWithLog     = 2
)

// Sizes of a page in bytes: SQLite's bounds, and what it takes unless it is told otherwise.
const (
	leastPage = 512
	usualPage = 4096
	mostPage  = 65536
)

// ErrNoHead is the error of what is no SQLite file.
var ErrNoHead = errors.New("no head of a SQLite file")

// ReadHead reads the first two pages. An error is one of reading, ErrNoHead or ErrNoGeneration; what was read until then is there.
func ReadHead(r io.ReaderAt) (Head, error) {
	var h Head
	if _, err := r.ReadAt(h.raw[:], 0); errors.Is(err, io.EOF) {
		return h, ErrNoHead
	} else if err != nil {
		return h, say.Errorf("read its head: %w", err)
	}
	h.PageSize = pageSize(h.raw[:])
	h.Pages = int64(binary.BigEndian.Uint32(h.raw[pagesOffset:]))
	h.Logged = h.raw[writeVersionOffset] == versionWithLog
	h.Version = int(binary.BigEndian.Uint32(h.raw[versionOffset:]))
	h.Application = binary.BigEndian.Uint32(h.raw[applicationOffset:])
	if string(h.raw[:len(sqliteMagic)]) != sqliteMagic || h.PageSize == 0 {
		return h, ErrNoHead
	}
	page := make([]byte, h.PageSize)
	if _, err := r.ReadAt(page, int64(generationPage-1)*int64(h.PageSize)); errors.Is(err, io.EOF) {
		return h, ErrNoGeneration
	} else if err != nil {
		return h, say.Errorf("read its generation: %w", err)
	}
	var err error
	h.Step, err = readStep(page)
	return h, err
}

// pageSize returns the size of a page in bytes that the head of a file tells, 0 if it tells none.
func pageSize(head []byte) int {
	size := int(binary.BigEndian.Uint16(head[pageSizeOffset:]))
	if size == 1 {
		size = mostPage
	}
	if size < leastPage || size&(size-1) != 0 {
		return 0
	}
	return size
}

// File is an open file that is looked at.
type File interface {
	io.ReaderAt
	Stat() (fs.FileInfo, error)
}

// Sight is what is seen of a file. As long as it is the same, nothing has been written to the file.
type Sight struct {
	Size int64 // in bytes
	Time time.Time
	Head Head
}

// Look looks at a file. Errors are those of ReadHead.
func Look(f File) (s Sight, err error) {
	info, err := f.Stat()
	if err != nil {
		return s, err
	}
	s.Size, s.Time = info.Size(), info.ModTime()
	s.Head, err = ReadHead(f)
	return s, err
}
