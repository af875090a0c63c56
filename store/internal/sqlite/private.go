package sqlite

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"

	"standpoint/store/internal/sqlitefile"
)

// copyAttempts is how often a file that changes while it is copied is copied anew.
const copyAttempts = 10

// ErrUnsettled is the error of a file that changed each time it was copied.
var ErrUnsettled = errors.New("it is being written to all the time")

// CopySettled copies a file and its logs as they are at one moment. Errors are ErrUnsettled and those of the file system.
func CopySettled(to, from string) error {
	for range copyAttempts {
		before := stamp(from)
		if err := CopyWhole(to, from); err != nil {
			return err
		}
		if stamp(from) == before {
			return nil
		}
	}
	return ErrUnsettled
}

// CopyWhole copies a file and its logs.
func CopyWhole(to, from string) error {
	for _, suffix := range append([]string{""}, sqlitefile.Logs()...) {
		if err := os.Remove(to + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		if err := copyFile(to+suffix, from+suffix); err != nil && (suffix == "" || !errors.Is(err, os.ErrNotExist)) {
			return err
		}
	}
	return nil
}

// stamp is what changes when the file or one of its logs is written to.
func stamp(path string) string {
	all := ""
	for _, suffix := range append([]string{""}, sqlitefile.Logs()...) {
		if info, err := os.Stat(path + suffix); err == nil {
			all += fmt.Sprint(info.Size(), info.ModTime().UnixNano(), ";")
		}
		all += "/"
	}
	return all
}

func copyFile(to, from string) (err error) {
	in, err := OpenDescriptor(from, os.O_RDONLY)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Release()) }()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, io.NewSectionReader(in, 0, math.MaxInt64)) // the descriptor may have been read before
	return errors.Join(err, out.Close())
}
