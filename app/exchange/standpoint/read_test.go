package standpoint

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/exchange"
)

// readAll returns the rows of a document, and what is wrong with it. It looks at each row twice, as an import does.
func readAll(t *testing.T, data []byte) (rows []exchange.Row, wrong exchange.RowError) {
	t.Helper()
	doc, err := Open(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("reading from memory failed: %v", err)
	}
	n := -1
	for row, err := range doc.Rows() {
		n++
		found, _ := errors.AsType[exchange.RowError](err)
		switch {
		case err != nil && found == nil:
			t.Fatalf("reading from memory failed: %v", err)
		case len(found) > exchange.MostProblems+1:
			t.Fatalf("%d problems are told of at once", len(found))
		}
		wrong = append(wrong, found...)
		if row == nil {
			continue
		}
		again, err := doc.Row(n)
		if diff := cmp.Diff(row, again); err == nil && diff != "" || (err == nil) != (found == nil) {
			t.Fatalf("%s is another row, read again: %v\n%s", doc.Place(n, ""), err, diff)
		}
		rows = append(rows, row)
	}
	return rows, wrong
}

// write returns rows as a document.
func write(t *testing.T, rows []exchange.Row) []byte {
	t.Helper()
	var out bytes.Buffer
	err := Write(&out, func(yield func(exchange.Row, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// FuzzRead finds that no input breaks the reader, that its problems are bounded, that a row is the same when it is asked for
// again, and that what is read is written and read again as the same.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"standpoint": 1, "articles": [{"id": "01970000-0000-7000-8000-000000000001", "title": "a", "body": "b"}]}`))
	f.Add([]byte(`{"standpoint": 1, "annotations": [{"spans": [{"start": 0, "end": 1, "exact": "b"}], "target": {}, "tags": []}]}`))
	f.Add([]byte(`{"standpoint": 1, "tags": [{"id": "01970000-0000-7000-8000-000000000001", "name": "\\ud800\\\"}]{<&>"}], "coders": []}`))
	f.Add([]byte(`{"standpoint": 1, "x": ` + strings.Repeat("[", 50)))
	f.Add([]byte("\xef\xbb\xbf{\"standpoint\": 1.5, \"notes\": [null, 1, [], {\"on\": {}}]}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, wrong := readAll(t, data)
		if len(wrong) > 0 {
			return
		}
		first := write(t, rows)
		again, wrong := readAll(t, first)
		if len(wrong) > 0 {
			t.Fatalf("%v\n%s", wrong, first)
		}
		if second := write(t, again); !bytes.Equal(first, second) {
			t.Fatalf("%s\nis read as\n%s", first, second)
		}
	})
}
