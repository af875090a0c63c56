package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"standpoint/store/text"
)

// Break breaks a short text into the rows of a column, for a label.
func Break(s string, widths *Widths, width float32) []string {
	var rows []string
	from := 0
	for _, end := range wrap(s, widths, width) {
		rows = append(rows, strings.TrimSpace(s[from:end.byte]))
		from = int(end.byte)
	}
	return rows
}

// Elide cuts a text so that it is no wider than width, with … at the end.
func Elide(s string, widths *Widths, width float32) string {
	if widths.Of(s) <= width {
		return s
	}
	fits := ""
	state, end := -1, 0
	for rest := s; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		end += len(cluster)
		if shorter := strings.TrimRightFunc(s[:end], isSpace) + "…"; widths.Of(shorter) <= width {
			fits = shorter
			continue
		}
		break
	}
	return fits
}

// Runs are what to draw of a short text on one row.
func Runs(s string, widths *Widths) []Run {
	row := &Row{Span: text.Span{End: utf8.RuneCountInString(s)}, Text: s, Last: true, widths: widths}
	row.cut()
	row.measure()
	row.arrange(levelsOf(s))
	return row.Runs()
}
