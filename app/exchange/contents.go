package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"

	"standpoint/store"
)

// contents knows where each row of a document stands, and what must be known of all rows to judge one of them. The rows
// themselves are read when they are needed, and forgotten.
type contents struct {
	src       *source
	places    map[string][]place                     // of the rows, by array
	index     map[store.Entity]map[store.ID]int32    // where the row with an id stands first in its array
	parents   map[store.Entity]map[store.ID]store.ID // of issues and tags
	positions []bool                                 // which annotations are positions, and so may rest on another
	found     *problems
	buf       []byte
}

// place is where the JSON of a row begins and ends, in bytes of the source.
type place struct{ from, to int32 }

// entityOf names the entity of the rows of each array of a document.
var entityOf = map[string]store.Entity{
	"coders": store.EntityCoder, "articles": store.EntityArticle, "actors": store.EntityActor, "issues": store.EntityIssue,
	"tags": store.EntityTag, "annotations": store.EntityAnnotation, "notes": store.EntityNote,
}

// newContents reads a document once. What is wrong with its form, and ids that are there twice, is added to found.
func newContents(src *source, found *problems) (*contents, error) {
	c := &contents{
		src: src, found: found, places: map[string][]place{}, index: map[store.Entity]map[store.ID]int32{},
		parents: map[store.Entity]map[store.ID]store.ID{store.EntityIssue: {}, store.EntityTag: {}},
	}
	for _, e := range entityOf {
		c.index[e] = map[store.ID]int32{}
	}
	err := read(newInput(src), found, func(array string, row any, at place) error {
		c.places[array] = append(c.places[array], at)
		return c.enter(array, row, found)
	})
	return c, err
}

// enter notes the row that was read last.
func (c *contents) enter(array string, row any, found *problems) error {
	var id store.ID
	switch r := row.(type) {
	case *coderRow:
		id = r.ID
	case *articleRow:
		id = r.ID
	case *actorRow:
		id = r.ID
	case *issueRow:
		id = r.ID
		c.parents[store.EntityIssue][id] = r.Parent
	case *tagRow:
		id = r.ID
		c.parents[store.EntityTag][id] = r.Parent
	case *annotationRow:
		id = r.ID
		c.positions = append(c.positions, r.Kind == store.KindPosition)
	}
	if id == (store.ID{}) {
		return nil // a note, or the reader has said so
	}
	at, byID := len(c.places[array])-1, c.index[entityOf[array]]
	if first, twice := byID[id]; twice {
		return found.add(rowPath(array, at).field("id"), "%s is the id of %s[%d] already.", id, array, first)
	}
	byID[id] = int32(at) //nolint:gosec // a document has at most maxBytes
	return nil
}

// total is how many rows the document has.
func (c *contents) total() int {
	n := 0
	for _, list := range c.places {
		n += len(list)
	}
	return n
}

// isGood reports whether nothing wrong has been found in a row.
func (c *contents) isGood(row path) bool { return !c.found.bad[row.row()] }

// find returns where the row with an id stands in its array.
func (c *contents) find(e store.Entity, id store.ID) (i int, given bool) {
	at, given := c.index[e][id]
	return int(at), given
}

// row reads one row into what r points to. It has been read before, so all that can be wrong with it now is that the
// document is another one by now.
func (c *contents) row(array string, i int, r any) error {
	at := c.places[array][i]
	if n := int(at.to - at.from); cap(c.buf) < n {
		c.buf = make([]byte, n)
	}
	b := c.buf[:at.to-at.from]
	if _, err := c.src.ReadAt(b, int64(at.from)); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if cap(c.buf) > largeRow {
		c.buf = nil // few rows are, and the next needs less
	}
	found := &problems{}
	rd := &reader{dec: json.NewDecoder(bytes.NewReader(bytes.TrimLeft(b, " \t\r\n,"))), found: found}
	rd.dec.UseNumber()
	if err := rd.value(reflect.ValueOf(r).Elem(), rowPath(array, i)); err != nil && !errors.Is(err, errStop) {
		return err
	}
	return c.unchanged(array, i, found)
}

// unchanged returns an error if a row that had no problem has one.
func (c *contents) unchanged(array string, i int, found *problems) error {
	if len(found.list) == 0 {
		return nil
	}
	return fmt.Errorf("the document was changed while it was imported: %s is another now (%s) Import it again",
		rowPath(array, i), found.list[0].Message)
}

// largeRow is how many bytes are kept at hand for the next row.
const largeRow = 1 << 20

// rowPath returns the path of a row.
func rowPath(array string, i int) path { return path{array}.index(i) }
