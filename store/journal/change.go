package journal

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
)

// Names of the fields that every row has beside its own.
const (
	FieldCreated = "created" // true on the change that makes the row
	FieldDeleted = "deleted" // true while the row is in the trash
)

// Fields are the fields that a change sets, by name, as JSON. null means empty.
type Fields map[string]json.RawMessage

// Change sets fields of one row anew.
type Change struct {
	Session uuid.UUID
	Seq     int64 // 1, 2, 3 … within the session
	Clock   Clock
	Action  uuid.UUID
	Entity  string
	ID      uuid.UUID
	Fields  Fields
}

// Compare orders changes by clock, session and seq: the order in which they are folded.
func (c Change) Compare(d Change) int {
	if n := cmp.Compare(c.Clock, d.Clock); n != 0 {
		return n
	}
	if n := bytes.Compare(c.Session[:], d.Session[:]); n != 0 {
		return n
	}
	return cmp.Compare(c.Seq, d.Seq)
}

// Creates reports whether the change makes its row.
func (c Change) Creates() bool { return isTrue(c.Fields[FieldCreated]) }

// Encode returns the fields as one JSON object with its names in order and no spaces. The bytes are what the chain
// is computed over, so they are stored as they are.
func (f Fields) Encode() ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(map[string]json.RawMessage(f)); err != nil {
		return nil, fmt.Errorf("encode fields: %w", err)
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}

// Decode reads what Encode wrote.
func Decode(b []byte) (Fields, error) {
	var f Fields
	if err := json.Unmarshal(b, &f); err != nil {
		return nil, fmt.Errorf("decode fields: %w", err)
	}
	return f, nil
}

func isTrue(v json.RawMessage) bool { return string(v) == "true" }

// isEmpty reports whether the value is absent or null.
func isEmpty(v json.RawMessage) bool { return len(v) == 0 || string(v) == "null" }
