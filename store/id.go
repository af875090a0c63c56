package store

import (
	"bytes"
	"strings"

	"github.com/google/uuid"
)

// ID names a row for ever, in every copy of a project. Its zero value means "none".
type ID = uuid.UUID

// NewID returns a new UUIDv7: ids made later sort later.
func NewID() ID { return uuid.Must(uuid.NewV7()) }

// keySpace is the UUIDv5 name space of rows that are named by their key. It is part of the file format.
var keySpace = uuid.MustParse("7d0c1a52-5b7e-5c1b-9a43-6f1f0b6d2c11")

// keyID returns the id of a row that its key names, such as a tag on an annotation, so that the same
// membership made in two copies is one row.
func keyID(e Entity, parts ...string) ID {
	return uuid.NewSHA1(keySpace, []byte(string(e)+"\x00"+strings.Join(parts, "\x00")))
}

// blob returns the id as it is stored: 16 bytes, or NULL for none.
func blob(id ID) any {
	if id == (ID{}) {
		return nil
	}
	return id[:]
}

// compareIDs orders ids by their bytes, as SQLite does.
func compareIDs(a, b ID) int { return bytes.Compare(a[:], b[:]) }
