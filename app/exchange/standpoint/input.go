package standpoint

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"standpoint/store/say"
)

// input passes a document on as it is read, and ends it where it is too large, is not UTF-8, or has an escape that stands
// for half a character. A decoder of JSON would put another character in the place of the last two without a word.
type input struct {
	src   *source
	r     io.Reader
	limit int64 // bytes

	read    int64  // bytes passed on
	tail    []byte // the beginning of a code point whose end has not been read
	escapes escapes
	bad     say.Sentence // why it ended early
	err     error        // of the source
}

func newInput(src *source) *input {
	return &input{src: src, r: io.NewSectionReader(src, 0, src.size), limit: maxBytes}
}

// Read implements io.Reader.
func (in *input) Read(p []byte) (int, error) {
	if !in.bad.IsZero() {
		return 0, io.ErrUnexpectedEOF
	}
	if in.err != nil {
		return 0, in.finish()
	}
	n, err := in.r.Read(p)
	in.err = err
	n = in.check(p[:n])
	in.read += int64(n)
	if n == 0 && !in.bad.IsZero() {
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
		in.bad = say.Of("The document is larger than %d MB.", in.limit>>20)
		return 0
	}
	good := in.checkCharacters(p)
	if offset, half := in.escapes.next(p[:good], in.read); offset >= 0 {
		in.bad = say.Of(`%s at %s is one half of a character, and its other half is missing. Write both, or the character itself.`,
			half, in.src.place(offset))
		return int(max(offset-in.read, 0))
	}
	return good
}

// checkCharacters finds what is not UTF-8.
func (in *input) checkCharacters(p []byte) int {
	before := len(in.tail)
	joined := p
	if before > 0 {
		joined = slices.Concat(in.tail, p)
	}
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
		in.refuse(in.read + int64(i-before))
		return max(i-before, 0)
	}
	in.tail = nil
	return len(p)
}

func (in *input) refuse(offset int64) {
	in.bad = say.Of("It is not UTF-8 text: byte %d (%s) is wrong. Save it as UTF-8.", offset, in.src.place(offset))
}

// escapes follows the strings of a document, and finds \uD800 to \uDFFF that are not two and two.
type escapes struct {
	quoted    bool  // within a string
	escaped   bool  // behind a backslash
	digits    int   // of a \u that are still to come
	value     rune  // of the digits so far
	begin     int64 // of the escape at hand
	high      rune  // of the escape before, if it is a first half; else 0
	highBegin int64 // of that
}

// next reads bytes that stand at an offset. It returns where the first half of a character without the other stands, and how
// it is written; -1 if there is none.
func (e *escapes) next(p []byte, at int64) (offset int64, half string) {
	for i, c := range p {
		if e.step(c, at+int64(i)) {
			if e.high != 0 {
				return e.highBegin, fmt.Sprintf(`\u%04x`, e.high)
			}
			return e.begin, fmt.Sprintf(`\u%04x`, e.value)
		}
	}
	return -1, ""
}

// step reads one byte, and reports whether half a character is alone by it: the one before if there is one, else this.
func (e *escapes) step(c byte, at int64) (alone bool) {
	switch {
	case !e.quoted:
		e.quoted = c == '"'
	case e.digits > 0:
		return e.digit(c)
	case e.escaped:
		e.escaped = false
		if c == 'u' {
			e.digits, e.value = 4, 0
			return false
		}
		return e.high != 0
	case c == '\\':
		e.escaped, e.begin = true, at
	default:
		e.quoted = c != '"'
		return e.high != 0
	}
	return false
}

func (e *escapes) digit(c byte) (alone bool) {
	n := bytes.IndexByte([]byte("0123456789abcdef"), c|0x20)
	if n < 0 {
		e.digits = 0 // it is not JSON, as the decoder will say
		return false
	}
	e.value = e.value<<4 | rune(n)
	if e.digits--; e.digits > 0 {
		return false
	}
	second := utf16.DecodeRune(0xD800, e.value) != utf8.RuneError
	switch {
	case second && e.high != 0:
		e.high = 0
	case second, e.high != 0:
		return true
	case utf16.IsSurrogate(e.value):
		e.high, e.highBegin = e.value, e.begin
	}
	return false
}
