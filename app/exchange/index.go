package exchange

import (
	"errors"

	"standpoint/store"
	"standpoint/store/say"
)

// index knows which rows a document has, and what must be known of all of them to judge one. The rows themselves are asked
// for when they are needed, and forgotten.
type index struct {
	doc       Document
	rows      map[store.Entity][]int32               // the numbers of the rows of each entity
	byID      map[store.Entity]map[store.ID]int32    // the number of the first row with an id
	parents   map[store.Entity]map[store.ID]store.ID // of issues and tags
	positions []bool                                 // which annotations are positions, and so may rest on another
	found     *problems
}

// newIndex reads a document once. What the document finds wrong, and ids that are there twice, is added to found.
func newIndex(doc Document, found *problems, goOn func() error) (*index, error) {
	x := &index{
		doc: doc, found: found, rows: map[store.Entity][]int32{}, byID: map[store.Entity]map[store.ID]int32{},
		parents: map[store.Entity]map[store.ID]store.ID{store.EntityIssue: {}, store.EntityTag: {}},
	}
	n := int32(0)
	for row, err := range doc.Rows() {
		if err := firstError(x.enter(n, row, err), goOn()); err != nil {
			return x, unlessStopped(err)
		}
		n++
	}
	return x, nil
}

// enter notes row n as the document handed it over. Its error is errStop, or that of a document that cannot be read.
func (x *index) enter(n int32, row Row, wrong error) error {
	if list, ok := errors.AsType[RowError](wrong); ok {
		if err := x.found.take(int(n), list...); err != nil {
			return err
		}
	} else if wrong != nil || row == nil {
		return wrong
	}
	if row == nil {
		return nil
	}
	e := row.entity()
	x.rows[e] = append(x.rows[e], n)
	switch r := row.(type) {
	case Issue:
		x.parents[e][r.ID] = r.Parent
	case Tag:
		x.parents[e][r.ID] = r.Parent
	case Annotation:
		x.positions = append(x.positions, r.Kind == store.KindPosition)
	case Coder, Article, Actor, Note, Collection, SavedSearch, Preset, Report, Explanation, SavedFilter:
	default:
		return say.Errorf("a document handed over a %T; rows are handed over as values", row)
	}
	return x.name(n, e, row.id())
}

// name notes the id of a row.
func (x *index) name(n int32, e store.Entity, id store.ID) error {
	at := spot{row: int(n)}
	switch {
	case id == (store.ID{}) && (e == store.EntityNote || e == store.EntityExplanation || !x.isGood(at.row)):
		return nil // a note or an explanation has none; and of a row without one the document has said so
	case id == (store.ID{}):
		return x.found.tell(at.field("id"), "It is missing.")
	}
	if x.byID[e] == nil {
		x.byID[e] = map[store.ID]int32{}
	}
	if first, twice := x.byID[e][id]; twice {
		return x.found.tell(at.field("id"), "%s is the id of %s already.", id, x.doc.Place(int(first), ""))
	}
	x.byID[e][id] = n
	return nil
}

// total is how many rows the document has.
func (x *index) total() int {
	n := 0
	for _, list := range x.rows {
		n += len(list)
	}
	return n
}

// isGood reports whether nothing wrong has been found in a row.
func (x *index) isGood(row int) bool { return !x.found.bad[row] }

// find returns the number of the row with an id.
func (x *index) find(e store.Entity, id store.ID) (row int, given bool) {
	n, given := x.byID[e][id]
	return int(n), given
}

// rowAs asks for a row once more. It has been read before, so all that can be wrong with it now is that the document is
// another one by now.
func rowAs[T Row](x *index, n int) (T, error) {
	row, err := x.doc.Row(n)
	if list, _ := errors.AsType[RowError](err); len(list) > 0 {
		return *new(T), x.unchanged(n, list)
	}
	if err != nil {
		return *new(T), err
	}
	r, ok := row.(T)
	if !ok {
		return r, x.unchanged(n, []Problem{{Message: say.Of("It was something else (%s).", say.Word(r.entity().Noun()))}})
	}
	return own(r), nil
}

// unchanged returns an error if a row that had no problem has one.
func (x *index) unchanged(n int, wrong []Problem) error {
	if len(wrong) == 0 {
		return nil
	}
	return say.Errorf("the document was changed while it was imported: %s is another now (%s) Import it again",
		x.doc.Place(n, ""), wrong[0].Message)
}
