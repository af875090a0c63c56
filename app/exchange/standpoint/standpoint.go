// Package standpoint is our own JSON, which docs/json.md describes: a document of it for exchange, and its writer.
package standpoint

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"iter"
	"reflect"
	"slices"

	"standpoint/app/exchange"
	"standpoint/store"
)

// Version is the version of the document that Export writes and Import reads.
const Version = 1

// document is a project as the JSON holds it. docs/json-schema.json describes it, and a test holds the two together.
type document struct {
	Standpoint   int                    `json:"standpoint"`
	Coders       []exchange.Coder       `json:"coders,omitempty"`
	Articles     []exchange.Article     `json:"articles,omitempty"`
	Actors       []exchange.Actor       `json:"actors,omitempty"`
	Issues       []exchange.Issue       `json:"issues,omitempty"`
	Tags         []exchange.Tag         `json:"tags,omitempty"`
	Annotations  []exchange.Annotation  `json:"annotations,omitempty"`
	Notes        []exchange.Note        `json:"notes,omitempty"`
	Explanations []exchange.Explanation `json:"explanations,omitempty"`
	Collections  []exchange.Collection  `json:"collections,omitempty"`
	Searches     []exchange.SavedSearch `json:"searches,omitempty"`
	Presets      []exchange.Preset      `json:"presets,omitempty"`
	Reports      []exchange.Report      `json:"reports,omitempty"`
	Filters      []exchange.SavedFilter `json:"filters,omitempty"`
}

// Import brings the document in r into the project, as Check and Write of exchange say; name is what messages call it. Of the document
// only a row is in memory at a time: r is read several times if it is a file, and copied into a temporary one if not.
func Import(ctx context.Context, p *store.Project, r io.Reader, name string, o exchange.Options) (exchange.Result, error) {
	return with(ctx, p, r, name, func(c *exchange.Checked) (exchange.Result, error) { return c.Write(ctx, o) })
}

// Plan says what Import would do, and writes nothing.
func Plan(ctx context.Context, p *store.Project, r io.Reader, name string, o exchange.Options) (exchange.Result, error) {
	return with(ctx, p, r, name, func(c *exchange.Checked) (exchange.Result, error) { return c.Plan(ctx, o) })
}

// with opens and checks a document, and has something done with it.
func with(
	ctx context.Context, p *store.Project, r io.Reader, name string, do func(*exchange.Checked) (exchange.Result, error),
) (_ exchange.Result, err error) {
	doc, err := Open(r)
	if err != nil {
		return exchange.Result{}, err
	}
	defer func() { err = errors.Join(err, doc.Close()) }()
	checked, err := exchange.Check(ctx, p, doc, name)
	if err != nil {
		return exchange.Result{}, err
	}
	return do(checked)
}

// Export writes the whole project as one document. The same rows give the same bytes.
func Export(ctx context.Context, p *store.Project, w io.Writer) error {
	return ExportPart(ctx, p, exchange.Part{}, w)
}

// ExportPart writes a part of the project as one document.
func ExportPart(ctx context.Context, p *store.Project, part exchange.Part, w io.Writer) error {
	return Write(w, exchange.Rows(ctx, p, part))
}

// Document is a JSON document that is to be read. It implements exchange.Document.
type Document struct {
	src    *source
	places []place // of the rows, by their numbers
	arrays []array // in the order in which they stand
	buf    []byte
}

// array is an array of rows.
type array struct {
	name  string
	first int // the number of its first row
}

// Open returns the document in the rest of r. Close it after use.
func Open(r io.Reader) (*Document, error) {
	src, err := newSource(r)
	if err != nil {
		return nil, err
	}
	return &Document{src: src}, nil
}

// Close removes what was kept of a document that could be read only once.
func (d *Document) Close() error { return d.src.close() }

// Rows implements exchange.Document.
func (d *Document) Rows() iter.Seq2[exchange.Row, error] {
	return func(yield func(exchange.Row, error) bool) { d.read(newInput(d.src), yield) }
}

// read hands over the rows of the document that comes through in.
func (d *Document) read(in *input, yield func(exchange.Row, error) bool) {
	d.places, d.arrays = nil, nil
	rd, more := newReader(in), true
	hand := func(row exchange.Row, at place) error {
		var wrong error
		if len(rd.found) > 0 {
			wrong, rd.found = rd.found, nil
		}
		if row == nil && wrong == nil {
			return nil
		}
		d.places = append(d.places, at)
		if more = yield(row, wrong); !more {
			return errStop
		}
		return nil
	}
	rd.in, rd.whole = in, func() error { return hand(nil, place{}) }
	rd.row = func(name string, row exchange.Row, at place) error {
		if last := len(d.arrays) - 1; last < 0 || d.arrays[last].name != name {
			d.arrays = append(d.arrays, array{name, len(d.places)})
		}
		return hand(row, at)
	}
	err := rd.document()
	if !more || rd.whole() != nil {
		return
	}
	if err != nil && !errors.Is(err, errStop) {
		yield(nil, err)
	}
}

// Place implements exchange.Document: annotations[12].spans[0].exact.
func (d *Document) Place(n int, field exchange.Field) string {
	a := d.arrayOf(n)
	row := exchange.Field(a.name).At(n - a.first)
	if field == "" {
		return string(row)
	}
	return string(row.Of(string(field)))
}

// arrayOf returns the array in which row n stands.
func (d *Document) arrayOf(n int) array {
	i, begins := slices.BinarySearchFunc(d.arrays, n, func(a array, n int) int { return cmp.Compare(a.first, n) })
	if !begins {
		i--
	}
	return d.arrays[i]
}

// largeRow is how many bytes are kept at hand for the next row.
const largeRow = 1 << 20

// Row implements exchange.Document.
func (d *Document) Row(n int) (exchange.Row, error) {
	at := d.places[n]
	if size := int(at.to - at.from); cap(d.buf) < size {
		d.buf = make([]byte, size)
	}
	b := d.buf[:at.to-at.from]
	if _, err := d.src.ReadAt(b, int64(at.from)); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if cap(d.buf) > largeRow {
		d.buf = nil // few rows are, and the next needs less
	}
	doc, name := reflect.TypeFor[document](), d.arrayOf(n).name
	row := reflect.New(doc.Field(fieldsOf(doc)[name]).Type.Elem()).Elem()
	rd := newReader(bytes.NewReader(bytes.TrimLeft(b, " \t\r\n,")))
	if err := rd.value(row, exchange.Field(d.Place(n, ""))); err != nil && !errors.Is(err, errStop) {
		return nil, err
	}
	if len(rd.found) > 0 {
		return nil, rd.found
	}
	return row.Interface().(exchange.Row), nil //nolint:forcetypeassert // document has no other arrays
}
