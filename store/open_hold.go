package store

import (
	"errors"
	"os"

	"standpoint/store/internal/sqlite"
	"standpoint/store/say"
)

// takeLock takes the right to write to a project, under its name. CodeInUse if another program holds it, CodeReadOnly or CodeNoRoom if
// nothing can be written there.
func takeLock(path string) (*sqlite.Lock, error) {
	l, err := sqlite.TakeLock(path)
	switch {
	case errors.Is(err, sqlite.ErrLocked):
		return nil, NewError(CodeInUse, err,
			"The project %s is open for writing in another window or program. Close it there, or open it here only to read.", path)
	case errors.Is(err, sqlite.ErrContested):
		return nil, NewError(CodeInUse, err, "The project %s is being opened and closed by another program. Try again.", path)
	case err != nil:
		return nil, explainOpening(path, err)
	}
	return l, nil
}

// holdFile opens a project's file, to look at it before and while SQLite has it open. For writing it takes the right to, whatever the
// file's name, and refuses a file with several names: each would have a log of its own. CodeInUse, CodeLinked, CodeReadOnly.
func holdFile(path string, writing bool) (*sqlite.Descriptor, error) {
	flag := os.O_RDONLY
	if writing {
		flag = os.O_RDWR
	}
	f, err := sqlite.OpenDescriptor(path, flag)
	if err != nil {
		return nil, notWritable(path, say.Errorf("open %s: %w", path, err))
	}
	if !writing {
		return f, nil
	}
	err = nil
	if n := f.Names(); n > 1 {
		err = NewError(CodeLinked, nil,
			"The file of the project %s has %d names (hard links), and programs that write to it under two of them would lose each other’s work. "+
				"So it can only be read. Remove the other names, or keep a copy with %s and work on that.",
			path, n, say.AdviceBackUp)
	} else if !f.TakeWriting() {
		err = NewError(CodeInUse, nil,
			"The file of the project %s is open for writing in another window or program, under a name that it had before. Close it there, or "+
				"open it here only to read.", path)
	}
	if err != nil {
		return nil, errors.Join(err, f.Release())
	}
	return f, nil
}
