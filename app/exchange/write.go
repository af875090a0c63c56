package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"standpoint/store/text"
)

// writer writes a document row by row. Nothing but the row at hand is held.
type writer struct {
	w    *bufio.Writer
	row  bytes.Buffer
	rows int // in the array at hand
	err  error
}

func newWriter(w io.Writer) *writer {
	return &writer{w: bufio.NewWriterSize(w, 1<<16)}
}

// begin writes the head of the document.
func (w *writer) begin() { w.print("{\n  \"standpoint\": " + strconv.Itoa(Version)) }

// array begins an array of rows. An array without rows is not written.
func (w *writer) array(name string, write func(add func(row any) error) error) error {
	w.rows = 0
	err := write(func(row any) error {
		if w.rows++; w.rows == 1 {
			w.print(",\n  \"" + name + "\": [")
		} else {
			w.print(",")
		}
		return w.add(row)
	})
	if w.rows > 0 {
		w.print("\n  ]")
	}
	if err == nil {
		err = w.err
	}
	return err
}

// end writes the end of the document and all that is held.
func (w *writer) end() error {
	w.print("\n}\n")
	if w.err == nil {
		w.err = w.w.Flush()
	}
	return w.err
}

func (w *writer) add(row any) error {
	w.row.Reset()
	enc := json.NewEncoder(&w.row)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(row); err != nil {
		return err
	}
	w.print("\n    ")
	w.print(text.EscapeJSON(string(layOut(bytes.TrimSpace(w.row.Bytes()), 2))))
	return w.err
}

func (w *writer) print(s string) {
	if w.err == nil {
		_, w.err = w.w.WriteString(s)
	}
}

// layOut sets a row's compact JSON out in lines, at an indentation of so many steps: one for each field, and one for each
// element of an array in a field. A span or a participant stays on one line, so that a difference between two exports
// is a line.
func layOut(compact []byte, steps int) []byte {
	var out bytes.Buffer
	var broken []bool // for each object and array that is open: has it lines of its own
	quoted := false
	newLine := func() {
		out.WriteByte('\n')
		out.WriteString(strings.Repeat("  ", steps+len(broken)))
	}
	for i, c := range compact {
		if quoted || c == '"' {
			out.WriteByte(c)
			if c == '"' && !escaped(compact, i) {
				quoted = !quoted
			}
			continue
		}
		switch c {
		case '{', '[':
			out.WriteByte(c)
			broken = append(broken, len(broken) == 0 || len(broken) == 1 && c == '[')
			if broken[len(broken)-1] {
				newLine()
			}
		case '}', ']':
			was := broken[len(broken)-1]
			broken = broken[:len(broken)-1]
			if was {
				newLine()
			}
			out.WriteByte(c)
		case ',':
			out.WriteByte(c)
			if broken[len(broken)-1] {
				newLine()
			} else {
				out.WriteByte(' ')
			}
		case ':':
			out.WriteString(": ")
		default:
			out.WriteByte(c)
		}
	}
	return out.Bytes()
}

// escaped reports whether an odd number of backslashes stands before the byte at i.
func escaped(s []byte, i int) bool {
	n := 0
	for i > n && s[i-n-1] == '\\' {
		n++
	}
	return n%2 == 1
}
