package sqlitefile

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"os"
)

// Pages reads the pages of a SQLite file, and those of its write-ahead log in their place, without SQLite: a file may be so
// damaged that SQLite does not read on. The formats are those of https://www.sqlite.org/fileformat2.html.
type Pages struct {
	size       int // of a page, in bytes
	main       []byte
	wal        map[int][]byte // by number of page, from 1
	free       map[int]bool   // pages that hold nothing that counts
	overflowed map[int]int    // by how many cells each page was read, so that none are read without end
}

// The kinds of pages that hold records, by their first byte, and how such a page is laid out.
const (
	leafTable     = 0x0d
	leafIndex     = 0x0a
	interiorIndex = 0x02
	leafHead      = 8 // bytes before the list of cells; four more where the page has children,
	childSize     = 4 // whose numbers are the first four bytes of the cells
)

// mostOverflows is how many cells may go on in one page. In a sound file it is one, but older states of a cell lie about.
const mostOverflows = 4

// MostRead is how large a file may be, in bytes, to be read whole.
const MostRead = 4 << 30

// ErrTooLarge is the error of a file that is larger.
var ErrTooLarge = errors.New("too large to be read into memory")

var errNoRecord = errors.New("no record")

// NewPages returns the pages of a file that is in memory, each of so many bytes.
func NewPages(main []byte, size int) *Pages {
	f := newPages(main, size)
	f.readFreelist()
	return f
}

func newPages(main []byte, size int) *Pages {
	return &Pages{size: size, main: main, wal: map[int][]byte{}, free: map[int]bool{}}
}

// ReadPages reads a file and its write-ahead log into memory. Errors are ErrTooLarge and those of the file system.
func ReadPages(path string) (*Pages, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > MostRead {
		return nil, ErrTooLarge
	}
	main, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	size := usualPage
	if len(main) >= headSize {
		size = cmp.Or(pageSize(main), usualPage)
	}
	f := newPages(main, size)
	log, err := os.ReadFile(path + walSuffix)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	f.readLog(log)
	f.readFreelist()
	return f, nil
}

// readLog takes the pages of the transactions that the log holds whole.
func (f *Pages) readLog(log []byte) {
	if len(log) < walHeader {
		return
	}
	salt := string(log[16:24])
	pending := map[int][]byte{}
	for at := walHeader; at+walFrameHeader+f.size <= len(log); at += walFrameHeader + f.size {
		if string(log[at+8:at+16]) != salt {
			return
		}
		pending[int(binary.BigEndian.Uint32(log[at:]))] = log[at+walFrameHeader : at+walFrameHeader+f.size]
		if binary.BigEndian.Uint32(log[at+4:]) != 0 { // the transaction ends here
			for n, page := range pending {
				f.wal[n] = page
			}
			clear(pending)
		}
	}
}

// readFreelist notes the pages that the file has given up.
func (f *Pages) readFreelist() {
	first := f.page(1)
	if len(first) < headSize {
		return
	}
	for trunk := int(binary.BigEndian.Uint32(first[freelistOffset:])); trunk > 0 && !f.free[trunk]; {
		page := f.page(trunk)
		if page == nil {
			return
		}
		f.free[trunk] = true
		for i := range min(int(binary.BigEndian.Uint32(page[4:])), f.size/4-2) {
			f.free[int(binary.BigEndian.Uint32(page[8+4*i:]))] = true
		}
		trunk = int(binary.BigEndian.Uint32(page))
	}
}

// pages is how many pages there are.
func (f *Pages) pages() int {
	n := (len(f.main) + f.size - 1) / f.size
	for number := range f.wal {
		n = max(n, min(number, n+len(f.wal)))
	}
	return n
}

// page returns a page by its number, from 1; nil if it is not there whole.
func (f *Pages) page(n int) []byte {
	if page, ok := f.wal[n]; ok {
		return page
	}
	if n < 1 || n > len(f.main)/f.size {
		return nil
	}
	return f.main[(n-1)*f.size : n*f.size]
}

// Rows calls fn for each record that a leaf of a table holds and that can be read, with its rowid.
func (f *Pages) Rows(fn func(rowid int64, values []any)) {
	f.cells(func(page []byte, kind byte, at int) {
		if kind != leafTable {
			return
		}
		if rowid, values, err := f.row(page, at); err == nil {
			fn(rowid, values)
		}
	})
}

// Keys calls fn for each record that is a key: of an index, or of a table that is kept by its key.
func (f *Pages) Keys(fn func(values []any)) {
	f.cells(func(page []byte, kind byte, at int) {
		switch kind {
		case leafIndex:
		case interiorIndex:
			at += childSize
		default:
			return
		}
		if values, err := f.key(page, at); err == nil {
			fn(values)
		}
	})
}

// cells calls fn for each cell of each page of a tree, with the kind of the page and where the cell begins.
func (f *Pages) cells(fn func(page []byte, kind byte, at int)) {
	f.overflowed = map[int]int{}
	for n := 1; n <= f.pages(); n++ {
		page := f.page(n)
		if page == nil || f.free[n] {
			continue
		}
		head := 0
		if n == 1 {
			head = headSize
		}
		kind := page[head]
		pointers := head + leafHead
		if kind == interiorIndex {
			pointers += childSize
		}
		for i := range int(binary.BigEndian.Uint16(page[head+3:])) {
			at := pointers + 2*i
			if at+2 > len(page) {
				break
			}
			fn(page, kind, int(binary.BigEndian.Uint16(page[at:])))
		}
	}
}

// row reads a cell of a leaf of a table.
func (f *Pages) row(page []byte, at int) (rowid int64, values []any, err error) {
	length, at, err := f.length(page, at)
	if err != nil || at >= len(page) {
		return 0, nil, errNoRecord
	}
	rowid, n := varint(page[at:])
	if n == 0 {
		return 0, nil, errNoRecord
	}
	values, err = f.record(page, at+n, length, f.size-35)
	return rowid, values, err
}

// key reads what is after the child in a cell of an index.
func (f *Pages) key(page []byte, at int) (values []any, err error) {
	length, at, err := f.length(page, at)
	if err != nil {
		return nil, err
	}
	return f.record(page, at, length, (f.size-12)*64/255-23)
}

// length reads how long a record is, and where the cell goes on.
func (f *Pages) length(page []byte, at int) (length, next int, err error) {
	if at >= len(page) {
		return 0, 0, errNoRecord
	}
	v, n := varint(page[at:])
	if n == 0 || v <= 0 || v > int64(len(f.main)+len(f.wal)*f.size) {
		return 0, 0, errNoRecord
	}
	return int(v), at + n, nil
}

// record reads a record of which so many bytes at most stand in the page itself.
func (f *Pages) record(page []byte, at, length, most int) ([]any, error) {
	payload, err := f.payload(page, at, length, most)
	if err != nil {
		return nil, err
	}
	return decodeRecord(payload)
}

// payload gathers a cell's bytes from its page and the pages it overflows to.
func (f *Pages) payload(page []byte, at, length, most int) ([]byte, error) {
	usable := f.size // this program reserves no bytes at the end of a page
	local := length
	if length > most {
		least := (usable-12)*32/255 - 23
		if local = least + (length-least)%(usable-4); local > most {
			local = least
		}
	}
	if at+local > len(page) {
		return nil, errNoRecord
	}
	if local == length {
		return page[at : at+local], nil
	}
	if at+local+4 > len(page) {
		return nil, errNoRecord
	}
	whole := bytes.Clone(page[at : at+local]) // no more: the length may be a lie
	next := int(binary.BigEndian.Uint32(page[at+local:]))
	for len(whole) < length {
		more := f.page(next)
		if more == nil || f.overflowed[next] == mostOverflows {
			return nil, errNoRecord
		}
		f.overflowed[next]++
		whole = append(whole, more[4:min(usable, 4+length-len(whole))]...)
		next = int(binary.BigEndian.Uint32(more))
	}
	return whole, nil
}

// varint reads SQLite's variable-length integer; n is 0 if there is none.
func varint(b []byte) (v int64, n int) {
	for n < 9 && n < len(b) {
		c := b[n]
		n++
		if n == 9 {
			return v<<8 | int64(c), n
		}
		v = v<<7 | int64(c&0x7f)
		if c < 0x80 {
			return v, n
		}
	}
	return 0, 0
}

// decodeRecord reads a record: int64, float64, string, []byte or nil for each column.
func decodeRecord(b []byte) ([]any, error) {
	length, n := varint(b)
	if n == 0 || length < int64(n) || length > int64(len(b)) {
		return nil, errNoRecord
	}
	header, body := b[n:length], b[length:]
	var values []any
	for len(header) > 0 {
		kind, n := varint(header)
		if n == 0 {
			return nil, errNoRecord
		}
		header = header[n:]
		size := serialSize(kind)
		if size < 0 || size > len(body) {
			return nil, errNoRecord
		}
		values = append(values, serialValue(kind, body[:size]))
		body = body[size:]
	}
	return values, nil
}

// serialSize is how many bytes a value of a serial type takes; negative for none.
func serialSize(kind int64) int {
	switch {
	case kind >= 0 && kind <= 9:
		return []int{0, 1, 2, 3, 4, 6, 8, 8, 0, 0}[kind]
	case kind >= 12 && kind < math.MaxInt32:
		return int(kind-12) / 2
	}
	return -1
}

func serialValue(kind int64, b []byte) any {
	switch {
	case kind == 0:
		return nil
	case kind == 8 || kind == 9:
		return kind - 8
	case kind == 7:
		return math.Float64frombits(binary.BigEndian.Uint64(b))
	case kind < 7:
		v := int64(int8(b[0]))
		for _, c := range b[1:] {
			v = v<<8 | int64(c)
		}
		return v
	case kind%2 == 0:
		return b
	}
	return string(b)
}
