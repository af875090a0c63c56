package journal

import (
	"crypto/sha256"
	"encoding/binary"
)

// Chain is the chained SHA-256 of a session's changes. Copies of one session whose chains differ at the same seq have
// forked. The zero value is that of a session without changes.
type Chain [sha256.Size]byte

// Next returns the chain after one more change, whose encoded fields are given. Fields enter by their own hash, so that a
// chain can still be followed where fields were purged and only their hash was kept.
func (c Chain) Next(change Change, fields []byte) Chain {
	h := sha256.New()
	h.Write(c[:])
	var n [8]byte
	for _, v := range []int64{change.Seq, int64(change.Clock)} {
		binary.BigEndian.PutUint64(n[:], uint64(v))
		h.Write(n[:])
	}
	h.Write(change.Session[:])
	h.Write(change.Action[:])
	h.Write([]byte(change.Entity))
	h.Write([]byte{0})
	h.Write(change.ID[:])
	digest := digestOf(fields)
	h.Write(digest[:])
	return Chain(h.Sum(nil))
}
