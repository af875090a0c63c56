package intake

import (
	"bytes"
	"errors"
	"strings"
	"unicode"

	"standpoint/store"
	"standpoint/store/text"
)

const byteOrderMark = "\uFEFF"

// lineEnds makes the line ends of all systems LF.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// decode returns the text of a file, without byte order mark and with LF line
// ends. It refuses what is not UTF-8 or has NUL characters, naming byte and
// line in the file as it is.
func decode(name string, data []byte) (string, error) {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		return "", refusal(store.CodeInvalid, text.Invalid(0, "the text has a byte order mark of UTF-16 at byte %d"),
			"“%s” is UTF-16, not UTF-8: its first two bytes (byte 0, line 1) say so. Save it as UTF-8 and import it again.", name)
	}
	s := strings.TrimLeft(string(data), byteOrderMark)
	// A carriage return is no fault here and must not hide one that follows; replaced so, all else keeps its offset.
	err := text.Validate([]byte(strings.ReplaceAll(s, "\r", "\n")))
	if invalid, ok := errors.AsType[*text.InvalidError](err); ok {
		return "", undecodable(name, data, len(data)-len(s)+invalid.Offset)
	}
	return lineEnds.Replace(s), err
}

func undecodable(name string, data []byte, offset int) error {
	line := lineOf(data, offset)
	if data[offset] == 0 {
		return refusal(store.CodeInvalid, text.Invalid(offset, "the text has a NUL character at byte %d"),
			"“%s” is no text file: it has a NUL character at byte %d (line %d). Choose a text file.", name, offset, line)
	}
	return refusal(store.CodeInvalid, text.Invalid(offset, "the text has a byte sequence that is not UTF-8 at byte %d"),
		"“%s” is not UTF-8 text: byte %d (line %d) cannot be read. Save it as UTF-8 and import it again.", name, offset, line)
}

// lineOf returns the line of the byte at offset, counted from 1.
func lineOf(data []byte, offset int) int {
	before := data[:offset]
	pairs := bytes.Count(before, []byte("\r\n"))
	return 1 + bytes.Count(before, []byte("\n")) + bytes.Count(before, []byte("\r")) - pairs
}

// isBlank reports whether r is white space, or a byte order mark left in a
// text that was put together from several.
func isBlank(r rune) bool { return unicode.IsSpace(r) || string(r) == byteOrderMark }
