package standpoint

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"

	"standpoint/store/say"
)

// source is where a document lies while it is imported. It is read several times, so that neither the document nor its rows
// are ever held in memory: what comes from a pipe is put into a private temporary file first.
type source struct {
	io.ReaderAt
	size int64
	temp *os.File // nil if the document lies in a file of its own
}

// seekable is a file, or what can be read like one.
type seekable interface {
	io.ReaderAt
	io.Seeker
}

// newSource returns the rest of r as a document, without a byte order mark.
func newSource(r io.Reader) (*source, error) {
	s := &source{}
	from, end, ok := extent(r)
	if ok {
		s.ReaderAt = r.(seekable) //nolint:forcetypeassert // extent has seen to it
	} else {
		if err := s.spool(r); err != nil {
			return nil, errors.Join(err, s.close())
		}
		from, end = 0, s.size
	}
	mark := []byte("\uFEFF")
	head := make([]byte, len(mark))
	if n, _ := s.ReadAt(head, from); bytes.Equal(head[:n], mark) {
		from += int64(n)
	}
	s.ReaderAt, s.size = io.NewSectionReader(s.ReaderAt, from, end-from), end-from
	return s, nil
}

// extent returns where r stands and ends, if it can be read at any place.
func extent(r io.Reader) (from, end int64, ok bool) {
	file, ok := r.(seekable)
	if !ok {
		return 0, 0, false
	}
	from, err := file.Seek(0, io.SeekCurrent)
	if err != nil {
		return 0, 0, false // a pipe
	}
	end, err = file.Seek(0, io.SeekEnd)
	if err != nil {
		return 0, 0, false
	}
	_, err = file.Seek(from, io.SeekStart)
	return from, end, err == nil
}

// spool copies r into a temporary file that its owner alone can read, and that goes with the program where the system
// lets it: an open file without a name leaves nothing behind after a crash.
func (s *source) spool(r io.Reader) error {
	f, err := os.CreateTemp("", "standpoint-*.json")
	if err != nil {
		return noRoom(err)
	}
	s.temp, s.ReaderAt = f, f
	_ = os.Remove(f.Name()) // where it may not be removed while it is open, close does it
	// One byte more than a document may have, so that one which is too large is known as such.
	out := &keeping{w: f}
	s.size, err = io.Copy(out, io.LimitReader(r, maxBytes+1))
	if out.err != nil {
		return noRoom(out.err)
	}
	return err
}

func noRoom(err error) error {
	return say.Errorf("the document cannot be put into the folder %s while it is imported (%w). Make room there, "+
		"or save the document as a file and import that", os.TempDir(), err)
}

// keeping remembers the error of the writer, which io.Copy does not tell from the reader's.
type keeping struct {
	w   io.Writer
	err error
}

func (k *keeping) Write(p []byte) (int, error) {
	n, err := k.w.Write(p)
	k.err = err
	return n, err
}

// close removes the temporary file.
func (s *source) close() error {
	if s.temp == nil {
		return nil
	}
	err := s.temp.Close()
	if gone := os.Remove(s.temp.Name()); gone != nil && !errors.Is(gone, os.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	return err
}

// afterSpace returns the offset of the first byte from offset on that is no white space.
func (s *source) afterSpace(offset int64) int64 {
	r := bufio.NewReader(io.NewSectionReader(s, offset, s.size-offset))
	for {
		c, err := r.ReadByte()
		if err != nil || !bytes.ContainsRune([]byte(" \t\r\n"), rune(c)) {
			return offset
		}
		offset++
	}
}

// place returns the line, and the character in it, both from 1, of the byte at offset.
func (s *source) place(offset int64) say.Sentence {
	line, column := 1, 1
	r := io.NewSectionReader(s, 0, offset)
	buf := make([]byte, 1<<16)
	for {
		n, err := r.Read(buf)
		for _, c := range buf[:n] {
			switch {
			case c == '\n':
				line, column = line+1, 1
			case c&0xC0 != 0x80: // not within a character
				column++
			}
		}
		if err != nil {
			return say.Of("line %d, character %d", line, column)
		}
	}
}
