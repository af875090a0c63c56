package text

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

const byteOrderMark = "\uFEFF"

// InvalidError says why bytes cannot be a body, and where.
type InvalidError struct {
	Offset int    // of the first byte that is wrong, counted from 0
	Reason string // continues "the text has …"
}

func (e *InvalidError) Error() string {
	return fmt.Sprintf("the text has %s at byte %d", e.Reason, e.Offset)
}

// Validate reports whether b can be a body: valid UTF-8 with LF line ends,
// without a byte order mark at its start and without NUL. The error is an
// *InvalidError for the first byte that is wrong.
func Validate(b []byte) error { return validate(string(b)) }

func validate(s string) error {
	if strings.HasPrefix(s, byteOrderMark) {
		return &InvalidError{0, "a byte order mark"}
	}
	first := &InvalidError{Offset: len(s)}
	note := func(offset int, reason string) {
		if offset >= 0 && offset < first.Offset {
			first = &InvalidError{offset, reason}
		}
	}
	note(strings.IndexByte(s, 0), "a NUL character")
	note(strings.IndexByte(s, '\r'), "a carriage return")
	note(firstInvalid(s), "a byte sequence that is not UTF-8")
	if first.Reason == "" {
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
