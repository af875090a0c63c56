package intake

import (
	"strings"
	"unicode"

	"standpoint/store/text"
)

// isBlank reports whether r is white space, or a byte order mark left in a
// text that was put together from several.
func isBlank(r rune) bool { return unicode.IsSpace(r) || string(r) == byteOrderMark }

const byteOrderMark = "\uFEFF"

// lineEnds makes the line ends of all systems LF.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// oneLine is a value as a field of one line has it.
func oneLine(s string) string { return strings.Join(strings.Fields(text.Harmless(s)), " ") }

// excerpt is the beginning of a value, for a sentence about it.
func excerpt(value string) string {
	const most = 60
	return text.Title(value, most)
}
