package store

import (
	"crypto/rand"

	"standpoint/store/internal/sqlitefile"
)

// advance gives the file its next generation, as a part of the transaction.
func (c *connection) advance() (sqlitefile.Generation, error) {
	var next sqlitefile.Generation
	_, _ = rand.Read(next[:]) // it never fails
	return next, c.exec(`UPDATE generation SET before = now, now = ? WHERE key = 1`, next[:])
}

// markOpen notes that a program has the file open for writing, or has it no more. What the file says stays the same.
func (c *connection) markOpen(open bool) error {
	return c.exec(`UPDATE generation SET open = ? WHERE key = 1`, open)
}
