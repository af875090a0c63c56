package exchange

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

// write returns a document as Export writes it.
func write(t *testing.T, doc document) []byte {
	t.Helper()
	var out bytes.Buffer
	w := newWriter(&out)
	w.begin()
	v := reflect.ValueOf(doc)
	for i := 1; i < v.NumField(); i++ {
		name, _ := fieldName(v.Type().Field(i))
		err := w.array(name, func(add func(any) error) error {
			for j := range v.Field(i).Len() {
				if err := add(v.Field(i).Index(j).Interface()); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.end(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// readAll returns a document with all its rows.
func readAll(data []byte, found *problems) (document, error) {
	src, err := newSource(bytes.NewReader(data))
	if err != nil {
		return document{}, err
	}
	doc := document{Standpoint: Version}
	v := reflect.ValueOf(&doc).Elem()
	err = read(newInput(src), found, func(array string, row any, _ place) error {
		rows := v.Field(fieldsOf(v.Type())[array])
		rows.Set(reflect.Append(rows, reflect.ValueOf(row).Elem()))
		return nil
	})
	return doc, err
}

// FuzzRead finds that no input breaks the reader, that its problems are bounded, and that what it reads is written and read
// again as the same.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"standpoint": 1, "articles": [{"id": "01970000-0000-7000-8000-000000000001", "title": "a", "body": "b"}]}`))
	f.Add([]byte(`{"standpoint": 1, "annotations": [{"spans": [{"start": 0, "end": 1, "exact": "b"}], "target": {}, "tags": []}]}`))
	f.Add([]byte(`{"standpoint": 1, "tags": [{"id": "01970000-0000-7000-8000-000000000001", "name": "\\ud800\\\"}]{<&>"}], "coders": []}`))
	f.Add([]byte(`{"standpoint": 1, "x": ` + strings.Repeat("[", 50)))
	f.Add([]byte("\xef\xbb\xbf{\"standpoint\": 1.5, \"notes\": [null, 1, [], {\"on\": {}}]}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		found := &problems{}
		doc, err := readAll(data, found)
		if err != nil {
			t.Fatalf("reading from memory failed: %v", err)
		}
		if len(found.list) > maxProblems {
			t.Fatalf("%d problems", len(found.list))
		}
		if len(found.list) > 0 {
			return
		}
		first := write(t, doc)
		again, err := readAll(first, found)
		if err != nil || len(found.list) > 0 {
			t.Fatalf("%v %v\n%s", found.list, err, first)
		}
		if second := write(t, again); !bytes.Equal(first, second) {
			t.Fatalf("%s\nis read as\n%s", first, second)
		}
	})
}
