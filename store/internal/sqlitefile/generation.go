package sqlitefile

import (
	"encoding/binary"
	"errors"
)

// A Generation names one state of a project's file. Each transaction gives the file a new one, at random, and writes beside it which
// one it followed. So the file and a log that lies beside it tell by themselves whether they belong together: names do not.
type Generation [16]byte

// Step is a generation and the one that it followed.
type Step struct {
	Before, Now Generation
	Open        bool // a program has the file open for writing, or had it when it died: a log belongs to it
}

// generationPage is the page, from 1, where the step stands, in the file as in a log.
const generationPage = 2

// GenerationSchema makes the table whose one row is the step. It is the first table that a project makes, so that SQLite gives it the
// first page after the head, and VACUUM does, too.
const GenerationSchema = `
CREATE TABLE generation (
	key INTEGER PRIMARY KEY, before BLOB NOT NULL, now BLOB NOT NULL, open INTEGER NOT NULL) STRICT;
INSERT INTO generation VALUES (1, zeroblob(16), randomblob(16), 0);
`

// ErrNoGeneration is the error of a file whose second page holds no step.
var ErrNoGeneration = errors.New("no generation")

// readStep reads the step from its page.
func readStep(page []byte) (Step, error) {
	var s Step
	if len(page) < leastPage || page[0] != leafTable || binary.BigEndian.Uint16(page[3:]) != 1 {
		return s, ErrNoGeneration
	}
	f := &Pages{size: len(page), main: page}
	key, values, err := f.row(page, int(binary.BigEndian.Uint16(page[leafHead:])))
	if err != nil || key != 1 || len(values) != 4 {
		return s, ErrNoGeneration
	}
	before, ok1 := values[1].([]byte)
	now, ok2 := values[2].([]byte)
	open, ok3 := values[3].(int64)
	if !ok1 || !ok2 || !ok3 || len(before) != len(s.Before) || len(now) != len(s.Now) {
		return s, ErrNoGeneration
	}
	return Step{Generation(before), Generation(now), open != 0}, nil
}
