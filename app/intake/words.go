package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/transform"

	"standpoint/store"
	"standpoint/store/say"
)

// words reads the text of a file from its beginning each time, of a large one piece by piece; and what is to be said of its encoding.
func (f *file) words() (open func() io.Reader, notes []say.Sentence, err error) {
	if f.disk == nil {
		d, err := f.decode("")
		return func() io.Reader { return strings.NewReader(d.text) }, d.note(), err
	}
	sample := *f
	sample.disk = nil
	if sample.data, err = f.sample(); err != nil {
		return nil, nil, err
	}
	d, err := sample.decode("")
	if err != nil {
		return nil, nil, err
	}
	f.encoded = sample.encoded
	_, _, mark := byMark(f.data)
	enc, err := htmlindex.Get(d.encoding)
	if err != nil {
		return nil, nil, tooLarge(f.name, f.size()) // one of those that nobody writes
	}
	return func() io.Reader {
		content := f.content()
		_, _ = content.Seek(int64(mark), io.SeekStart) // within it
		var decoder transform.Transformer = encoding.UTF8Validator
		if !isUTF8(d.encoding) {
			decoder = enc.NewDecoder()
		}
		return &lineEndReader{from: withoutMark(bufio.NewReader(transform.NewReader(content, decoder)))}
	}, d.note(), nil
}

// sample is a part of a large file from which its encoding is told: its beginning, or, where that is UTF-8 and the rest is not, the place
// where it no longer is.
func (f *file) sample() ([]byte, error) {
	head := wholeLines(f.data)
	if enc, _, _ := byMark(head); enc != nil || !utf8.Valid(head) {
		return head, nil
	}
	at, err := firstInvalid(f.content())
	if err != nil {
		return nil, unreadable(f.name, err)
	}
	if at < 0 {
		return head, nil
	}
	part := make([]byte, headSize)
	n, err := f.disk.ReadAt(part, max(0, at-headSize/2))
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, unreadable(f.name, err)
	}
	part = part[:n]
	if part = wholeLines(part[1+bytes.IndexAny(part, "\r\n"):]); isDamagedUTF8(part) {
		return nil, refusal(store.CodeInvalid, nil, "“%s” is not UTF-8 text: byte %d cannot be read. Save it as UTF-8 and import it again.",
			f.name, at)
	}
	return part, nil
}

// wholeLines is a part of a file up to the end of its last line, so that no character is cut.
func wholeLines(data []byte) []byte { return data[:bytes.LastIndexAny(data, "\r\n")+1] }

// firstInvalid is the first byte that is not UTF-8; -1 if all is.
func firstInvalid(content io.Reader) (int64, error) {
	buffer := make([]byte, 64<<10)
	at, kept := int64(0), 0
	for {
		n, err := content.Read(buffer[kept:])
		part := buffer[:kept+n]
		isEnd := errors.Is(err, io.EOF)
		for len(part) > 0 {
			r, size := utf8.DecodeRune(part)
			if r == utf8.RuneError && size == 1 {
				if !isEnd && !utf8.FullRune(part) {
					break
				}
				return at, nil
			}
			part, at = part[size:], at+int64(size)
		}
		if isEnd || err != nil {
			if isEnd {
				err = nil
			}
			return -1, err
		}
		kept = copy(buffer, part)
	}
}

// lineEndReader reads a text with the line ends of any system as one with LF.
type lineEndReader struct {
	from     io.Reader
	returned bool // the last sign was a carriage return
}

func (r *lineEndReader) Read(p []byte) (int, error) {
	n, err := r.from.Read(p)
	kept := p[:0]
	for _, c := range p[:n] {
		switch {
		case c == '\r':
			kept = append(kept, '\n')
		case c != '\n' || !r.returned:
			kept = append(kept, c)
		}
		r.returned = c == '\r'
	}
	if len(kept) == 0 && n > 0 && err == nil {
		return r.Read(p)
	}
	return len(kept), err
}
