package sqlite

import (
	"errors"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// Fault is what the disk, the file or another program did to a statement.
type Fault int

// What an error of SQLite means.
const (
	NoFault     Fault = iota // it is no error of SQLite's
	DiskFull                 // the disk takes no more
	DiskFails                // the disk cannot be read or written
	NotWritable              // the file, or its folder, cannot be written to
	Busy                     // another program holds the file
	Damaged                  // the file is not what SQLite wrote
	TooLong                  // a value has more bytes than LongestValue
	OtherFault               // a mistake in the statement, say
)

// FaultOf returns what an error means.
func FaultOf(err error) Fault {
	fault, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return NoFault
	}
	switch fault.Code() & 0xff { // the rest tells the same more exactly
	case lib.SQLITE_FULL:
		return DiskFull
	case lib.SQLITE_IOERR, lib.SQLITE_CANTOPEN:
		return DiskFails
	case lib.SQLITE_READONLY:
		return NotWritable
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return Busy
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return Damaged
	case lib.SQLITE_TOOBIG:
		return TooLong
	}
	return OtherFault
}

// IsUnwritten reports whether the system or SQLite found no room, or SQLite could not write for another reason.
func IsUnwritten(err error) bool {
	if IsFull(err) || FaultOf(err) == DiskFull {
		return true
	}
	fault, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return false
	}
	switch fault.Code() {
	case lib.SQLITE_IOERR_WRITE, lib.SQLITE_IOERR_FSYNC, lib.SQLITE_IOERR_TRUNCATE:
		return true
	}
	return false
}
