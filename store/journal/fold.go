package journal

import (
	"encoding/json"
	"slices"

	"github.com/google/uuid"
)

// Row is what the changes of one row fold to.
type Row struct {
	Entity  string
	ID      uuid.UUID
	Fields  Fields // the last value of each field; FieldCreated is not among them
	Created bool   // its creating change is here
	Purged  bool   // it is gone for ever
	First   Origin // of the creating change, the earliest if there are several
	Removed Origin // of the last change that set FieldDeleted
	Last    Origin // of the last change
}

// Origin says which change made something.
type Origin struct {
	Clock  Clock
	Action uuid.UUID
}

// Deleted reports whether the row is in the trash.
func (r *Row) Deleted() bool { return isTrue(r.Fields[FieldDeleted]) }

// Exists reports whether there is a row to show, be it in the trash.
func (r *Row) Exists() bool { return r.Created && !r.Purged }

// Apply folds the next change of the row in.
func (r *Row) Apply(c Change) {
	if r.Fields == nil {
		r.Entity, r.ID, r.Fields = c.Entity, c.ID, make(Fields, len(c.Fields)+1)
	}
	r.Last = Origin{c.Clock, c.Action}
	if c.Creates() {
		delete(r.Fields, FieldDeleted)
		if !r.Created {
			r.Created, r.First = true, r.Last
		}
	}
	for name, v := range c.Fields {
		switch name {
		case FieldCreated:
			continue
		case FieldPurged: // it was purged with what it hung on
			r.Purged = true
			continue
		case FieldPurge:
			r.Purged = r.Purged || isTrue(v)
			continue
		case FieldDeleted:
			r.Removed = r.Last
		}
		r.Fields[name] = v
	}
}

// Fold returns the row that the changes make, in whatever order they come. It sorts them.
func Fold(changes []Change) Row {
	slices.SortFunc(changes, Change.Compare)
	var r Row
	for _, c := range changes {
		r.Apply(c)
	}
	return r
}

// Folder folds the changes of many rows in one pass. The changes of a row must come together and in order; each row is
// handed on when the next begins, and the last by Flush.
type Folder struct {
	Emit func(Row) error
	row  Row
}

// Add folds the next change in.
func (f *Folder) Add(c Change) error {
	if f.row.Fields != nil && (f.row.ID != c.ID || f.row.Entity != c.Entity) {
		if err := f.Flush(); err != nil {
			return err
		}
	}
	f.row.Apply(c)
	return nil
}

// Flush hands on the last row.
func (f *Folder) Flush() error {
	if f.row.Fields == nil {
		return nil
	}
	row := f.row
	f.row = Row{}
	return f.Emit(row)
}

// Same reports whether two values of a field mean the same: absent and null are equal.
func Same(a, b json.RawMessage) bool {
	if isEmpty(a) || isEmpty(b) {
		return isEmpty(a) && isEmpty(b)
	}
	return string(a) == string(b)
}
