package journal

import "github.com/google/uuid"

// Vector says which changes a copy has: for each session all up to a seq.
type Vector map[uuid.UUID]int64

// Has reports whether the copy has the change.
func (v Vector) Has(session uuid.UUID, seq int64) bool { return seq <= v[session] }

// Lacking returns the first seq of each session that the copy lacks and other has.
func (v Vector) Lacking(other Vector) Vector {
	lacking := Vector{}
	for session, seq := range other {
		if seq > v[session] {
			lacking[session] = v[session] + 1
		}
	}
	return lacking
}
