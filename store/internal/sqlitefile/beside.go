package sqlitefile

import (
	"errors"
	"os"
)

// Logs are the ends of the names of what SQLite may leave beside a file, and what belongs to it then: its write-ahead log and its
// rollback journal.
func Logs() []string { return []string{walSuffix, journalSuffix} }

const (
	walSuffix     = "-wal"
	journalSuffix = "-journal"
)

// Beside is what lies beside a project's file and may hold a part of it.
type Beside struct {
	Known []Generation // the states in which the file may be found: as it is, and those of its log
	Lost  bool         // a log belongs to the file, and there is none

	head    Head
	wal     verdict
	journal verdict
}

// LookBeside reads the head of the file at path, which is open, and judges the logs beside it. Errors are those of ReadHead.
func LookBeside(path string, f File) (Beside, error) {
	var b Beside
	var err error
	if b.head, err = ReadHead(f); err != nil {
		return b, err
	}
	b.Known = []Generation{b.head.Step.Now}
	var steps []Step
	if b.wal, steps, err = judgeWAL(path+walSuffix, b.head); err != nil {
		return b, err
	}
	if b.wal == logBelongs {
		for _, s := range steps {
			b.Known = append(b.Known, s.Now)
		}
	}
	info, err := f.Stat()
	if err != nil {
		return b, err
	}
	first := make([]byte, b.head.PageSize)
	if _, err := f.ReadAt(first, 0); err != nil {
		return b, err
	}
	if b.journal, err = judgeJournal(path+journalSuffix, b.head, first, info.Size()); err != nil {
		return b, err
	}
	_, err = os.Stat(path + walSuffix)
	b.Lost = b.head.Step.Open && errors.Is(err, os.ErrNotExist)
	return b, nil
}

// IsPlain reports whether all of the project is in its one file.
func (b Beside) IsPlain() bool {
	return !b.head.Logged && b.wal == logSaysNothing && b.journal == logSaysNothing
}

// Foreign lists the ends of the names of the logs that are not the file's.
func (b Beside) Foreign() (suffixes []string) {
	if b.wal == logIsForeign {
		suffixes = append(suffixes, walSuffix)
	}
	if b.journal == logIsForeign {
		suffixes = append(suffixes, journalSuffix)
	}
	return suffixes
}
