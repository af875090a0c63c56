package intake

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"standpoint/store"
	"standpoint/store/say"
)

// csvRecords reads a table in which each row after the first is an article, and the first says what the columns hold.
func csvRecords(f *file) (recordList, error) {
	words, notes, err := f.words()
	if err != nil {
		return recordList{}, err
	}
	if _, err := openTable(words()).Read(); err != nil {
		return recordList{}, refusal(store.CodeInvalid, err,
			"“%s” is a table without rows. Choose one whose first row names its columns.", f.name)
	}
	return recordList{notes: notes, records: func(yield func(record, error) bool) {
		r := openTable(words())
		head, err := r.Read()
		for row := 2; err == nil; row++ {
			var cells []string
			if cells, err = r.Read(); err == nil && !yield(rowRecord(head, cells, row), nil) {
				return
			}
		}
		if !errors.Is(err, io.EOF) {
			yield(record{}, refusal(store.CodeInvalid, err,
				"“%s” cannot be read as a table: %v. Open it in a spreadsheet and save it again.", f.name, err))
		}
	}}, nil
}

// openTable begins to read the rows of a table.
func openTable(words io.Reader) *csv.Reader {
	const head = 100_000
	from := bufio.NewReaderSize(words, head)
	begins, _ := from.Peek(head) // what cannot be read is told of where it is
	rest, comma := withoutSeparator(string(begins))
	_, _ = from.Discard(len(begins) - len(rest)) // they are there
	r := csv.NewReader(from)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
	return r
}

// rowRecord is a row of a table as fields with the names of its columns.
func rowRecord(head, cells []string, row int) record {
	r := record{where: say.Of("Row %d", row)}
	for i, cell := range cells {
		if i < len(head) && !r.takeAttached(head[i], cell) {
			r.fields = append(r.fields, recordField{head[i], cell})
		}
	}
	return r
}

// separators part the cells of a row, the likeliest first.
var separators = []rune{',', ';', '\t', '|'}

// separatorOf is what parts the cells of the first row, and of a table without a title line each other row as often.
func separatorOf(s string) rune {
	line, _, _ := strings.Cut(s, "\n")
	return slices.MaxFunc(separators, func(a, b rune) int { return strings.Count(line, string(a)) - strings.Count(line, string(b)) })
}

// withoutSeparator is a table without the line that says what parts its cells, as Excel writes it, and that sign.
func withoutSeparator(s string) (string, rune) {
	line, rest, _ := strings.Cut(s, "\n")
	if sign := []rune(strings.TrimPrefix(strings.TrimSpace(line), "sep=")); len(sign) == 1 && strings.HasPrefix(line, "sep=") {
		return rest, sign[0]
	}
	return s, separatorOf(s)
}

// isCSV reports whether data begins as a table does: with names of columns of which one holds a text or a title.
func isCSV(data []byte) bool {
	const head = 100_000
	s, comma := withoutSeparator(string(start(data)[:min(head, len(start(data)))]))
	line, rest, more := strings.Cut(s, "\n")
	if !more || strings.TrimSpace(rest) == "" {
		return false
	}
	if !strings.ContainsRune(line, comma) {
		return false
	}
	r := csv.NewReader(strings.NewReader(line))
	r.Comma, r.LazyQuotes = comma, true
	names, err := r.Read()
	if err != nil || len(names) < 2 {
		return false
	}
	known, long := 0, false
	for _, name := range names {
		if fieldOf(name) != FieldNone {
			known++
		}
		long = long || len(name) > 60
	}
	return known >= 2 && !long
}

// isNamedTable reports whether a file says by its name that it is a table.
func isNamedTable(name string) bool {
	ending := strings.ToLower(path.Ext(name))
	return ending == ".csv" || ending == ".tsv" || ending == ".tab"
}

// isNamedEmptyList reports whether a file says by its name that it is a list of articles, and is one without any.
func isNamedEmptyList(name string, data []byte) bool {
	if hasField(".json .jsonl .ndjson", strings.ToLower(path.Ext(name))) {
		return json.Valid(start(data))
	}
	line := strings.TrimSpace(string(start(data)))
	return isNamedTable(name) && !strings.Contains(line, "\n") && strings.ContainsRune(line, separatorOf(line))
}

// isTable reports whether the first lines of a text have as many cells as one another, and several.
func isTable(data []byte) bool {
	const enough = 3
	lines := strings.SplitN(string(start(data)), "\n", enough+1)
	comma := string(separatorOf(lines[0]))
	cells := strings.Count(lines[0], comma)
	for _, line := range lines[1:min(enough, len(lines))] {
		if strings.TrimSpace(line) != "" && strings.Count(line, comma) < cells {
			return false
		}
	}
	return cells > 0 && len(lines) > 1
}

// jsonRecords reads articles as objects, in a list or one after another (JSON Lines). A list within one object is taken as its articles.
func jsonRecords(f *file) (recordList, error) {
	words, _, err := f.words()
	if err != nil {
		return recordList{}, err
	}
	lines := bufio.NewReaderSize(words(), mostHead)
	if head, _ := lines.Peek(mostHead); isJSONLines(head) {
		return recordList{records: func(yield func(record, error) bool) { jsonLines(f.name, words(), yield) }}, nil
	}
	return recordList{records: func(yield func(record, error) bool) {
		n := 0
		for object, err := range jsonObjects(words()) {
			if err != nil {
				yield(record{}, refusal(store.CodeInvalid, err,
					"“%s” is damaged or cut off: its JSON cannot be read after %d articles (%v). Get it anew.", f.name, n, err))
				return
			}
			if n++; !yield(objectRecord(object, n), nil) {
				return
			}
		}
	}}, nil
}

// mostHead is how many bytes of a file of JSON are looked at to see whether its objects stand on lines of their own.
const mostHead = 1 << 20

// jsonLines reads articles that stand on a line each. A line that cannot be read is left out, and told of.
func jsonLines(name string, words io.Reader, yield func(record, error) bool) {
	from := &measuredReader{Reader: words}
	lines := bufio.NewReader(from)
	for n, at, more := 0, 1, true; more; at++ {
		from.left = mostPiece
		line, err := lines.ReadBytes('\n')
		if more = err == nil; !more && !errors.Is(err, io.EOF) {
			yield(record{}, err)
			return
		}
		var value any
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if err := json.Unmarshal(line, &value); err != nil &&
				!yield(record{wrong: say.Errorf("Line %d of “%s” was left out: it is no JSON (%v).", at, name, err)}, nil) {
				return
			}
		}
		for _, object := range objectsOf(value) {
			if n++; !yield(objectRecord(object, n), nil) {
				return
			}
		}
	}
}

// jsonObjects are the objects of JSON that may be articles. Those of a list at the top are read one by one; of any other value no more than
// a file may have is in memory.
func jsonObjects(words io.Reader) iter.Seq2[map[string]any, error] {
	return func(yield func(map[string]any, error) bool) {
		from := &measuredReader{Reader: words}
		j := jsonReader{Decoder: json.NewDecoder(from)}
		for {
			from.left = mostPiece
			objects, err := j.next()
			for _, object := range objects {
				if !yield(object, nil) {
					return
				}
			}
			if err != nil {
				if !errors.Is(err, io.EOF) || j.inList {
					yield(nil, err)
				}
				return
			}
		}
	}
}

// jsonReader reads values of JSON one by one, also those of a list at the top.
type jsonReader struct {
	*json.Decoder
	inList bool
}

// next are the objects of the next value.
func (j *jsonReader) next() ([]map[string]any, error) {
	if sign := nextSign(j.Decoder); sign == '[' && !j.inList || sign == ']' && j.inList {
		_, err := j.Token()
		j.inList = sign == '['
		return nil, err
	}
	var value any
	if err := j.Decode(&value); err != nil {
		return nil, err
	}
	if object, ok := value.(map[string]any); ok && j.inList {
		return []map[string]any{object}, nil
	}
	if j.inList {
		return nil, nil // no article
	}
	return objectsOf(value), nil
}

// nextSign is the sign with which the next value begins, or its list ends; 0 if there is none.
func nextSign(d *json.Decoder) byte {
	_ = d.More() // reads up to it
	var sign [1]byte
	for rest := d.Buffered(); ; {
		if n, err := rest.Read(sign[:]); n == 0 || err != nil {
			return 0
		}
		if !strings.ContainsRune(" \t\r\n,", rune(sign[0])) {
			return sign[0]
		}
	}
}

// measuredReader reads no more than so many bytes until it is allowed more.
type measuredReader struct {
	io.Reader
	left int
}

func (m *measuredReader) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, say.Errorf("one article has more than %d MB", mostPiece/1_000_000)
	}
	n, err := m.Reader.Read(p[:min(len(p), m.left)])
	m.left -= n
	return n, err
}

// objectsOf are the objects that may be articles: those of a list, or of the first list of objects in an object.
func objectsOf(value any) []map[string]any {
	switch v := value.(type) {
	case []any:
		var all []map[string]any
		for _, item := range v {
			if object, ok := item.(map[string]any); ok {
				all = append(all, object)
			}
		}
		return all
	case map[string]any:
		if !namesText(v) {
			if all := listWithin(v, 0); len(all) > 0 {
				return all
			}
		}
		return []map[string]any{v}
	}
	return nil
}

// listWithin are the objects of the first list of articles in a value; none if there is none.
func listWithin(value any, depth int) []map[string]any {
	const deep = 3
	switch v := value.(type) {
	case []any:
		all := objectsOf(v)
		if slices.ContainsFunc(all, namesText) || slices.ContainsFunc(all, isDescribed) {
			return all
		}
	case map[string]any:
		if depth == deep {
			return nil
		}
		for _, key := range sortedKeys(v) {
			if all := listWithin(v[key], depth+1); len(all) > 0 {
				return all
			}
		}
	}
	return nil
}

// isDescribed reports whether an object has several fields of an article, as an author or a file has not.
func isDescribed(v map[string]any) bool {
	known := 0
	for key := range v {
		if fieldOf(key) != FieldNone {
			known++
		}
	}
	return known > 1
}

// namesText reports whether an object has a field for the text of an article.
func namesText(v map[string]any) bool {
	for key, value := range v {
		if len(textsOf(value)) > 0 && fieldOf(key) == FieldBody {
			return true
		}
	}
	return false
}

func sortedKeys(v map[string]any) []string {
	keys := make([]string, 0, len(v))
	for key := range v {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// objectRecord is an object as fields, in the order of their names.
func objectRecord(object map[string]any, number int) record {
	r := record{where: say.Of("Article %d", number)}
	for _, key := range sortedKeys(object) {
		if r.takeAttached(key, objectFiles(object[key])) {
			continue
		}
		if date := dateParts(object[key]); date != "" {
			r.fields = append(r.fields, recordField{key, date})
		} else if value := strings.Join(textsOf(object[key]), "; "); value != "" {
			r.fields = append(r.fields, recordField{key, value})
		} else if n, ok := object[key].(float64); ok {
			r.fields = append(r.fields, recordField{key, moment(n)})
		}
	}
	return r
}

// textsOf are the words of a value: those of an object that wraps a text, as services hand it out, are in it.
func textsOf(value any) []string {
	if object, ok := value.(map[string]any); ok {
		for _, key := range []string{"text", "plain", "rendered", "html", "value", "#text"} {
			if words, ok := object[key].(string); ok && strings.TrimSpace(words) != "" {
				return []string{words}
			}
		}
	}
	return valuesOf(value)
}

// dateParts is a date as lists of references in JSON have it, {"date-parts": [[2031, 5, 16]]}; "" if it is none.
func dateParts(value any) string {
	object, _ := value.(map[string]any)
	dates, _ := object["date-parts"].([]any)
	if len(dates) == 0 {
		return ""
	}
	parts, _ := dates[0].([]any)
	var date []string
	for i, part := range parts {
		n, err := strconv.Atoi(strings.Trim(fmt.Sprint(part), `"`))
		if err != nil || i > 2 {
			break
		}
		date = append(date, fmt.Sprintf("%0*d", []int{4, 2, 2}[i], n))
	}
	return strings.Join(date, "-")
}

// moment is a number as a date, where it counts the seconds or milliseconds since 1970.
func moment(n float64) string {
	const least, most = 1e8, 4e9 // from 1973 to 2096
	if n >= least*1000 && n <= most*1000 {
		n /= 1000
	}
	if n < least || n > most {
		return ""
	}
	return time.Unix(int64(n), 0).UTC().Format(time.RFC3339)
}
