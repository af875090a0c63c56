package journal

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
)

// Names of the fields that every row has beside its own.
const (
	FieldCreated = "created" // true on the change that makes the row
	FieldDeleted = "deleted" // true while the row is in the trash
	FieldPurge   = "purge"   // true on a change that ends the row for ever and absorbs its other changes
	FieldPurged  = "purged"  // on an absorbed change, in place of its fields: their SHA-256, in hexadecimal
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

// Purges reports whether the change ends its row for ever.
func (c Change) Purges() bool { return isTrue(c.Fields[FieldPurge]) }

// IsAbsorbed reports whether the change has lost its fields to a purge.
func (c Change) IsAbsorbed() bool {
	_, absorbed := c.Fields[FieldPurged]
	return absorbed
}

// Absorb returns what stands in place of encoded fields that are purged.
func Absorb(encoded []byte) []byte {
	digest := digestOf(encoded)
	return fmt.Appendf(nil, `{"%s":"%x"}`, FieldPurged, digest[:])
}

// digestOf returns the SHA-256 of encoded fields, or of those that an absorbed change had.
func digestOf(encoded []byte) [sha256.Size]byte {
	if bytes.HasPrefix(encoded, []byte(`{"`+FieldPurged+`":"`)) {
		if digest, kept := keptDigest(encoded); kept {
			return digest
		}
	}
	return sha256.Sum256(encoded)
}

// keptDigest reads the hash of what stood there before a purge.
func keptDigest(encoded []byte) (digest [sha256.Size]byte, kept bool) {
	var absorbed struct {
		Purged string `json:"purged"`
	}
	if json.Unmarshal(encoded, &absorbed) != nil || len(absorbed.Purged) != hex.EncodedLen(len(digest)) {
		return digest, false
	}
	_, err := hex.Decode(digest[:], []byte(absorbed.Purged))
	return digest, err == nil
}

// TitleDigest returns the SHA-256 of the title of an action as it is stored, or of the one that it was before names were taken out of it,
// which it keeps in its field FieldPurged.
func TitleDigest(encoded []byte) [sha256.Size]byte {
	if bytes.Contains(encoded, []byte(`"`+FieldPurged+`":"`)) {
		if digest, kept := keptDigest(encoded); kept {
			return digest
		}
	}
	return sha256.Sum256(encoded)
}

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
