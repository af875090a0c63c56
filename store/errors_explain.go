package store

import (
	"errors"
	"io/fs"
	"syscall"

	"standpoint/store/internal/sqlite"
	"standpoint/store/say"
)

// explain says in a sentence what the disk or the file did to a write, for which SQLite has only a number.
func explain(path string, err error) error {
	switch sqlite.FaultOf(err) {
	case sqlite.DiskFull:
		return NewError(CodeNotSaved, err,
			"The disk with %s is full, so this was not saved. Free some space and try again, or keep a copy elsewhere with %s.",
			path, say.AdviceBackUp)
	case sqlite.DiskFails:
		return NewError(CodeNotSaved, err,
			"The disk with %s cannot be read or written, so this was not saved. If it is a stick, put it back and try again, or keep a copy "+
				"elsewhere with %s.", path, say.AdviceBackUp)
	case sqlite.NotWritable:
		return NewError(CodeNotSaved, err,
			"The file %s, or its folder, cannot be written to, so this was not saved. Allow it to be written, or keep a copy elsewhere with %s.",
			path, say.AdviceBackUp)
	case sqlite.Busy:
		return NewError(CodeInUse, err, "Another program is writing to %s, so this was not saved. Try again.", path)
	case sqlite.Damaged:
		return NewError(CodeDamaged, err,
			"The project %s is damaged, so this was not saved. Restore a backup (%s), or save what is left with “standpoint check --recover”.",
			path, say.AdviceRestore)
	}
	return tooLong(path, err)
}

// isFault reports whether an error comes from the disk, the file or another program, and not from what was to be written.
func isFault(err error) bool {
	switch CodeOf(err) {
	case CodeNotSaved, CodeInUse, CodeDamaged, CodeOverwritten:
		return true
	}
	return false
}

// notWritable says in a sentence that a project can only be read, if that is what an error of opening it comes from.
func notWritable(path string, err error) error {
	if !errors.Is(err, fs.ErrPermission) && !errors.Is(err, syscall.EROFS) && sqlite.FaultOf(err) != sqlite.NotWritable {
		return err
	}
	return NewError(CodeReadOnly, err,
		"The project %s can only be read: its file or its folder cannot be written to. Allow that, or copy the project to a folder of your own.",
		path)
}

// explainOpening says in a sentence why a project cannot be opened for writing, where SQLite has only a number.
func explainOpening(path string, err error) error {
	if sqlite.FaultOf(err) == sqlite.Busy {
		return NewError(CodeInUse, err,
			"Another program holds the file of the project %s, so it cannot be opened for writing now. Close it there, or wait until that "+
				"program is done, and try again.", path)
	}
	if hasNoRoom(err) {
		return NewError(CodeNoRoom, err,
			"The project %s can only be read for now: its disk is full, or cannot be written to. Free some space there, and open it again.", path)
	}
	return notWritable(path, err)
}

// hasNoRoom reports whether the disk took no more, by the word of the system or of SQLite.
func hasNoRoom(err error) bool {
	switch sqlite.FaultOf(err) {
	case sqlite.DiskFull, sqlite.DiskFails:
		return true
	}
	return sqlite.IsFull(err)
}

// explainReading says in a sentence that another program keeps everybody from reading the file.
func explainReading(path string, err error) error {
	if sqlite.FaultOf(err) == sqlite.Busy {
		return NewError(CodeInUse, err,
			"Another program holds the file of the project %s, so it cannot be read now. Close it there, or wait until that program is done, and "+
				"try again.", path)
	}
	return tooLong(path, err)
}

// tooLong says in a sentence that a value is longer than this program writes any.
func tooLong(path string, err error) error {
	if sqlite.FaultOf(err) != sqlite.TooLong {
		return err
	}
	return holdsLongValue(path, err)
}

func holdsLongValue(path string, err error) error {
	return NewError(CodeDamaged, err,
		"The project %s holds a value of more than %d MB, which no program of this name writes. Restore a backup (%s), or save what is "+
			"left with “standpoint check --recover”.", path, sqlite.LongestValue>>20, say.AdviceRestore)
}
