package exchange

import (
	"iter"
	"strconv"

	"standpoint/store"
)

// Document is rows that came from elsewhere. This is all that a format has to bring: what is checked, what is there already and
// how it is written is the same for all of them. table_test.go has one in a few lines.
//
// A document may be larger than memory. So rows are handed over one by one, and those that are needed again are asked for
// again by their number: a format keeps where a row stands, or the row itself if its rows are few.
type Document interface {
	// Rows hands over every row, in any order: one may name another that comes later. With a row comes what is wrong with it,
	// as a RowError, so that all that is wrong can be told at once. Where there is no row, be it that its line is not
	// understood or that the document as a whole is wrong, only that comes. Any other error says that the document could not
	// be read, and is the last.
	Rows() iter.Seq2[Row, error]

	// Row returns once more what Rows hands over after n others.
	Row(n int) (Row, error)

	// Place says where row n, or a field of it, is found in the document: annotations[12].spans[0].exact, or
	// “line 13, words”.
	Place(n int, field Field) string
}

// Field names a field within a row by the names of docs/json.md, such as participants[0].actor; "" is the row itself.
type Field string

// Of returns the field called name of what f names.
func (f Field) Of(name string) Field {
	if f != "" {
		name = "." + name
	}
	return f + Field(name)
}

// At returns element i, from 0, of the list that f names.
func (f Field) At(i int) Field { return f + Field("["+strconv.Itoa(i)+"]") }

// spot is where something stands in a document: a field of the row with a number.
type spot struct {
	row  int
	name Field
}

func (s spot) field(name string) spot { return spot{s.row, s.name.Of(name)} }

func (s spot) index(i int) spot { return spot{s.row, s.name.At(i)} }

// Row is a row of a document: a Coder, an Article, an Actor, an Issue, a Tag, an Annotation, a Note, a Collection, a SavedSearch,
// a Preset, a Report, an Explanation or a SavedFilter. Ids are UUIDs. A format
// without them makes them of what names a row there, with uuid.NewSHA1: then importing a document twice adds nothing.
type Row interface {
	entity() store.Entity
	id() store.ID // zero for a note or an explanation, which what it is of and its coder name
}
