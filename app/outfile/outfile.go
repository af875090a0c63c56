// Package outfile writes the files that are taken out of a project: all of a file
// or nothing of it, readable by whom the system's settings say. What is in them is
// left to the packages notes and exchange.
package outfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"standpoint/store/say"
	"standpoint/store/workfolder"
)

// Replace has write fill a file beside path, and puts it in the place of path when
// all of it is on disk. If that fails, what was at path is there as before.
func Replace(path string, write func(io.Writer) error) (err error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	folder, err := workfolder.New(filepath.Dir(path))
	if err != nil {
		return unwritable(path, err)
	}
	defer func() { err = errors.Join(err, folder.Remove()) }()
	f, err := os.OpenFile(folder.Path("part"), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return unwritable(path, err)
	}
	if err := write(f); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Sync(); err != nil {
		return errors.Join(unwritable(path, err), f.Close())
	}
	if err := f.Close(); err != nil {
		return unwritable(path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return unwritable(path, err)
	}
	return nil
}

// unwritable says of the file that was to be written what the system says of the one beside it.
func unwritable(path string, err error) error {
	var of *fs.PathError
	var renamed *os.LinkError
	switch {
	case errors.As(err, &of):
		err = of.Err
	case errors.As(err, &renamed):
		err = renamed.Err
	}
	return say.Errorf("The file %s cannot be written: %w", path, err)
}
