package sqlitefile

import (
	"encoding/binary"
	"testing"
)

// Cells that all go on in the same page, which goes on in itself, are not followed without end.
func TestPagesThatGoOnInThemselvesAreNotReadWithoutEnd(t *testing.T) {
	const pages, size, cells = 64, 4096, 1600
	b := make([]byte, pages*size)
	copy(b, "SQLite format 3\x00")
	binary.BigEndian.PutUint16(b[16:], size)
	for n := 1; n < pages; n++ {
		p := b[n*size : (n+1)*size]
		p[0] = 0x0d // a leaf of a table
		binary.BigEndian.PutUint16(p[3:], cells)
		at := 8 + 2*cells
		for i := range cells {
			binary.BigEndian.PutUint16(p[8+2*i:], uint16(at))
		}
		const length = pages*size - 100
		p[at], p[at+1], p[at+2], p[at+3] = length>>14|0x80, length>>7&0x7f|0x80, length&0x7f, 1
		least := (size-12)*32/255 - 23
		local := least + (length-least)%(size-4)
		if local > size-35 {
			local = least
		}
		binary.BigEndian.PutUint32(p[at+4+local:], uint32(n+1))
	}
	f := NewPages(b, size)
	f.Rows(func(int64, []any) { t.Error("a record was read") })
	read := 0
	for _, times := range f.overflowed {
		read += times
	}
	if read == 0 || read > 8*pages {
		t.Errorf("read %d pages of %d", read, pages)
	}
}
