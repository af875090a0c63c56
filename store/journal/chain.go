package journal

import (
	"crypto/sha256"
	"encoding/binary"

	"github.com/google/uuid"
)

// Action is what a chain keeps of the action that a change belongs to.
type Action struct {
	ID, Coder, Undoes uuid.UUID // Undoes is zero where nothing is undone
	Title             string    // as it is stored; enters by its own hash, so that purging can take names out of it
	Kind, At          string    // At as it is stored
}

// digest is the SHA-256 of the ids, the hash of the title, and then of kind and time, with a zero byte between them.
func (a Action) digest() [sha256.Size]byte {
	b := make([]byte, 0, 160)
	b = append(b, a.ID[:]...)
	b = append(b, a.Coder[:]...)
	b = append(b, a.Undoes[:]...)
	title := TitleDigest([]byte(a.Title))
	b = append(b, title[:]...)
	b = append(b, a.Kind...)
	b = append(b, 0)
	return sha256.Sum256(append(b, a.At...))
}

// Chain is the chained SHA-256 of a session's changes and the actions that they belong to. Copies of one session whose chains differ at
// the same seq have forked. The zero value is that of a session without changes.
type Chain [sha256.Size]byte

// Next returns the chain after one more change of an action, whose encoded fields are given. Fields enter by their own hash, so that a
// chain can still be followed where fields were purged and only their hash was kept.
func (c Chain) Next(change Change, action Action, fields []byte) Chain {
	h := sha256.New()
	h.Write(c[:])
	var n [8]byte
	for _, v := range []int64{change.Seq, int64(change.Clock)} {
		binary.BigEndian.PutUint64(n[:], uint64(v))
		h.Write(n[:])
	}
	h.Write(change.Session[:])
	done := action.digest()
	h.Write(done[:])
	h.Write([]byte(change.Entity))
	h.Write([]byte{0})
	h.Write(change.ID[:])
	digest := digestOf(fields)
	h.Write(digest[:])
	return Chain(h.Sum(nil))
}
