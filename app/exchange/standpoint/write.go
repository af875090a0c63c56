package standpoint

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"reflect"
	"strconv"
	"strings"

	"standpoint/app/exchange"
	"standpoint/store/text"
)

// Write writes rows as one document. All rows of a kind must come together, in the order of the arrays.
func Write(out io.Writer, rows iter.Seq2[exchange.Row, error]) error {
	w := &writer{w: bufio.NewWriterSize(out, 1<<16)}
	w.print("{\n  \"standpoint\": " + strconv.Itoa(Version))
	for row, err := range rows {
		if err == nil {
			err = w.add(row)
		}
		if err != nil {
			return err
		}
	}
	return w.end()
}

// writer writes a document row by row. Nothing but the row at hand is held.
type writer struct {
	w     *bufio.Writer
	row   bytes.Buffer
	array string // at hand; "" before the first
	err   error
}

// arrayOf returns the name of the array for rows of a type.
func arrayOf(t reflect.Type) string {
	doc := reflect.TypeFor[document]()
	for i := range doc.NumField() {
		if f := doc.Field(i); f.Type.Kind() == reflect.Slice && f.Type.Elem() == t {
			name, _ := fieldName(f)
			return name
		}
	}
	panic("a document has no place for " + t.String())
}

// begin writes what stands before a row: a comma, or the beginning of its array.
func (w *writer) begin(row exchange.Row) {
	name := arrayOf(reflect.TypeOf(row))
	if name == w.array {
		w.print(",")
		return
	}
	w.endArray()
	w.array = name
	w.print(",\n  \"" + name + "\": [")
}

func (w *writer) endArray() {
	if w.array != "" {
		w.print("\n  ]")
	}
}

// end writes the end of the document and all that is held.
func (w *writer) end() error {
	w.endArray()
	w.print("\n}\n")
	if w.err == nil {
		w.err = w.w.Flush()
	}
	return w.err
}

func (w *writer) add(row exchange.Row) error {
	w.begin(row)
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
