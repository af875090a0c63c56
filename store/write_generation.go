package store

import (
	"crypto/rand"

	"standpoint/store/internal/sqlite"
	"standpoint/store/internal/sqlitefile"
)

// advance gives the file its next generation, as a part of the transaction.
func advance(db *sqlite.Connection) (sqlitefile.Generation, error) {
	var next sqlitefile.Generation
	_, _ = rand.Read(next[:]) // it never fails
	return next, db.Exec(`UPDATE generation SET before = now, now = ? WHERE key = 1`, next[:])
}

// markOpen notes that a program has the file open for writing, or has it no more. What the file says stays the same.
func markOpen(db *sqlite.Connection, open bool) error {
	return db.Exec(`UPDATE generation SET open = ? WHERE key = 1`, open)
}
