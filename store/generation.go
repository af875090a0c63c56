package store

import (
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// A generation names one state of a project's file. Each transaction gives the file a new one, at random, and writes beside it which
// one it followed. So the file and a log that lies beside it tell by themselves whether they belong together: names do not.
type generation [16]byte

// step is a generation and the one that it followed.
type step struct {
	before, now generation
	open        bool // a program has the file open for writing, or had it when it died: a log belongs to it
}

// generationPage is the page, from 1, where the step stands, in the file as in a log. Its table is the first that is made, so that
// SQLite gives it the first page after the head, and VACUUM does, too.
const generationPage = 2

const generationSchema = `
CREATE TABLE generation (
	key INTEGER PRIMARY KEY, before BLOB NOT NULL, now BLOB NOT NULL, open INTEGER NOT NULL) STRICT;
INSERT INTO generation VALUES (1, zeroblob(16), randomblob(16), 0);
`

// advance gives the file its next generation, as a part of the transaction.
func (c *connection) advance() (generation, error) {
	var next generation
	_, _ = rand.Read(next[:]) // it never fails
	return next, c.exec(`UPDATE generation SET before = now, now = ? WHERE key = 1`, next[:])
}

// markOpen notes that a program has the file open for writing, or has it no more. What the file says stays the same.
func (c *connection) markOpen(open bool) error {
	return c.exec(`UPDATE generation SET open = ? WHERE key = 1`, open)
}

var errNoGeneration = errors.New("no generation")

// readStep reads the step from its page.
func readStep(page []byte) (step, error) {
	var s step
	if len(page) < leastPage || page[0] != leafTable || binary.BigEndian.Uint16(page[3:]) != 1 {
		return s, errNoGeneration
	}
	f := &pageFile{size: len(page), main: page}
	key, values, err := f.row(page, int(binary.BigEndian.Uint16(page[leafHead:])))
	if err != nil || key != 1 || len(values) != 4 {
		return s, errNoGeneration
	}
	before, ok1 := values[1].([]byte)
	now, ok2 := values[2].([]byte)
	open, ok3 := values[3].(int64)
	if !ok1 || !ok2 || !ok3 || len(before) != len(s.before) || len(now) != len(s.now) {
		return s, errNoGeneration
	}
	return step{generation(before), generation(now), open != 0}, nil
}

// head is what the first two pages of a project's file say of it.
type head struct {
	raw      [headSize]byte
	pageSize int
	pages    int64 // as many at least
	logged   bool  // a write-ahead log belongs to it, or did
	step     step
}

// Where the head of a SQLite file says how it is written, and how many pages it has.
const (
	writeVersionOffset = 18
	pagesOffset        = 28
	versionWithLog     = 2
	versionWithoutLog  = 1
)

// readHead reads the first two pages. An error is one of reading, errNoHead or errNoGeneration; what was read until then is there.
func readHead(r io.ReaderAt) (head, error) {
	var h head
	if _, err := r.ReadAt(h.raw[:], 0); errors.Is(err, io.EOF) {
		return h, errNoHead
	} else if err != nil {
		return h, fmt.Errorf("read its head: %w", err)
	}
	h.pageSize = pageSize(h.raw[:])
	h.pages = int64(binary.BigEndian.Uint32(h.raw[pagesOffset:]))
	h.logged = h.raw[writeVersionOffset] == versionWithLog
	if string(h.raw[:len(sqliteMagic)]) != sqliteMagic || h.pageSize == 0 {
		return h, errNoHead
	}
	page := make([]byte, h.pageSize)
	if _, err := r.ReadAt(page, int64(generationPage-1)*int64(h.pageSize)); errors.Is(err, io.EOF) {
		return h, errNoGeneration
	} else if err != nil {
		return h, fmt.Errorf("read its generation: %w", err)
	}
	var err error
	h.step, err = readStep(page)
	return h, err
}

var errNoHead = errors.New("no head of a SQLite file")

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
