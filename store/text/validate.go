package text

import (
	"strings"
	"unicode/utf8"

	"standpoint/store/say"
)

const byteOrderMark = "\uFEFF"

// InvalidError says why bytes cannot be a body, and where.
type InvalidError struct {
	Offset int // of the first byte that is wrong, counted from 0
	format string
}

// Invalid makes an error for the first byte that is wrong. Its sentence takes the offset.
func Invalid(offset int, format string) *InvalidError { return &InvalidError{offset, format} }

// Error says what is wrong.
func (e *InvalidError) Error() string { return e.Sentence().String() }

// Sentence returns the same for other languages.
func (e *InvalidError) Sentence() say.Sentence { return say.Of(e.format, e.Offset) }

// Validate reports whether b can be a body: valid UTF-8 with LF line ends,
// without a byte order mark at its start and without NUL. The error is an
// *InvalidError for the first byte that is wrong.
func Validate(b []byte) error { return validate(string(b)) }

func validate(s string) error {
	if strings.HasPrefix(s, byteOrderMark) {
		return Invalid(0, "the text has a byte order mark at byte %d")
	}
	first := &InvalidError{Offset: len(s)}
	for _, wrong := range []*InvalidError{
		Invalid(strings.IndexByte(s, 0), "the text has a NUL character at byte %d"),
		Invalid(strings.IndexByte(s, '\r'), "the text has a carriage return at byte %d"),
		Invalid(firstInvalid(s), "the text has a byte sequence that is not UTF-8 at byte %d"),
	} {
		if wrong.Offset >= 0 && wrong.Offset < first.Offset {
			first = wrong
		}
	}
	if first.Offset == len(s) {
		return nil
	}
	return first
}

// firstInvalid returns the offset of the first byte that is not UTF-8, or -1.
func firstInvalid(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
