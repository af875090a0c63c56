package command

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"
	"text/tabwriter"

	"standpoint/store"
	"standpoint/store/text"
)

// rows writes the rows of a list, either as one JSON array or as columns for people.
type rows struct {
	out   *bufio.Writer
	table *tabwriter.Writer // nil for JSON
	n     int
}

// newRows begins a list. The heads name the columns for people.
func newRows(w io.Writer, asJSON bool, heads ...string) *rows {
	r := &rows{out: bufio.NewWriter(w)}
	if !asJSON {
		r.table = tabwriter.NewWriter(r.out, 0, 8, 2, ' ', 0)
		r.cells(heads)
	}
	return r
}

// add writes one row: the value in JSON, or the cells for people.
func (r *rows) add(value any, cells ...string) error {
	r.n++
	if r.table != nil {
		r.cells(cells)
		return nil
	}
	separator := ",\n"
	if r.n == 1 {
		separator = "[\n"
	}
	if _, err := r.out.WriteString(separator); err != nil {
		return err
	}
	var row strings.Builder
	enc := json.NewEncoder(&row)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil {
		return err
	}
	_, err := r.out.WriteString(text.EscapeJSON(strings.TrimSpace(row.String())))
	return err
}

// cells writes one line of the table; the table keeps an error for end.
func (r *rows) cells(cells []string) {
	clean := make([]string, len(cells))
	for i, c := range cells {
		clean[i] = line(c)
	}
	_, _ = io.WriteString(r.table, strings.Join(clean, "\t")+"\n")
}

// line returns s on one line, as a terminal can show it without harm.
func line(s string) string { return text.Shown(strings.Join(strings.Fields(s), " ")) }

// under writes lines for people below the third column of the row before; JSON has none.
func (r *rows) under(lines []string) {
	if r.table == nil {
		return
	}
	for _, l := range lines {
		_, _ = io.WriteString(r.table, "\t\t"+line(l)+"\n")
	}
}

// end writes what is left.
func (r *rows) end() error {
	if r.table != nil {
		if err := r.table.Flush(); err != nil {
			return err
		}
		return r.out.Flush()
	}
	end := "\n]\n"
	if r.n == 0 {
		end = "[]\n"
	}
	if _, err := r.out.WriteString(end); err != nil {
		return err
	}
	return r.out.Flush()
}

// pageSize is how many rows of a list are read at once.
const pageSize = 500

// eachPage calls read for one page after the other until it has fewer rows than a page. A limit of 0 means all.
func eachPage(limit int, read func(store.Page) (n int, err error)) error {
	for offset := 0; limit == 0 || offset < limit; offset += pageSize {
		size := pageSize
		if limit > 0 {
			size = min(size, limit-offset)
		}
		n, err := read(store.Page{Offset: offset, Limit: size})
		if err != nil || n < size {
			return err
		}
	}
	return nil
}

// cut returns s on one line, cut to at most so many code points.
func cut(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
