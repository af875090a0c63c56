package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"sort"
	"unicode/utf8"
)

// input passes a document on as it is read, remembers where its lines begin and ends it where it is not UTF-8 or too
// large.
type input struct {
	r     io.Reader
	limit int64 // bytes

	read    int64   // bytes passed on
	ends    []int64 // offsets after each LF
	tail    []byte  // the beginning of a code point whose end has not been read
	held    []byte  // read and not passed on yet
	skipped int64   // bytes of a byte order mark
	bad     string  // why it ended early, a sentence
	err     error   // of r
}

// skipByteOrderMark leaves out a byte order mark at the beginning.
func (in *input) skipByteOrderMark() {
	mark := []byte("\uFEFF")
	head := make([]byte, len(mark))
	n, err := io.ReadFull(in.r, head)
	head = head[:n]
	if bytes.Equal(head, mark) {
		head, in.skipped = nil, int64(len(mark))
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF
	}
	in.held, in.err = head, err
}

// Read implements io.Reader.
func (in *input) Read(p []byte) (int, error) {
	if in.bad != "" {
		return 0, io.ErrUnexpectedEOF
	}
	n := copy(p, in.held)
	in.held = in.held[n:]
	if n == 0 {
		if in.err != nil {
			return 0, in.finish()
		}
		n, in.err = in.r.Read(p)
	}
	if n = in.check(p[:n]); in.bad == "" {
		in.note(p[:n])
	} else if n == 0 {
		return 0, io.ErrUnexpectedEOF
	}
	return n, nil
}

// finish returns the error that ends the input, and finds a code point that was begun and not ended.
func (in *input) finish() error {
	if errors.Is(in.err, io.EOF) && len(in.tail) > 0 {
		in.refuse(in.read - int64(len(in.tail)))
		return io.ErrUnexpectedEOF
	}
	return in.err
}

// check returns how many of the bytes may be passed on, and sets bad when not all.
func (in *input) check(p []byte) int {
	if in.read+int64(len(p)) > in.limit {
		in.bad = fmt.Sprintf("The document is larger than %d MB.", in.limit>>20)
		return 0
	}
	joined := slices.Concat(in.tail, p)
	for i := 0; i < len(joined); {
		if joined[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(joined[i:])
		if r != utf8.RuneError || size > 1 {
			i += size
			continue
		}
		if !utf8.FullRune(joined[i:]) {
			in.tail = bytes.Clone(joined[i:])
			return len(p)
		}
		good := max(i-len(in.tail), 0)
		in.note(p[:good])
		in.refuse(in.read + int64(min(i-len(in.tail), 0)))
		return good
	}
	in.tail = nil
	return len(p)
}

func (in *input) refuse(offset int64) {
	in.bad = fmt.Sprintf("It is not UTF-8 text: byte %d (line %d) is wrong. Save it as UTF-8.", offset+in.skipped, in.lineAt(offset))
}

// note remembers where lines end in the bytes that are passed on.
func (in *input) note(p []byte) {
	for i, c := range p {
		if c == '\n' {
			in.ends = append(in.ends, in.read+int64(i)+1)
		}
	}
	in.read += int64(len(p))
}

// lineAt returns the number, from 1, of the line that the byte at offset stands in.
func (in *input) lineAt(offset int64) int {
	return 1 + sort.Search(len(in.ends), func(i int) bool { return in.ends[i] > offset })
}
