// Package intake turns files into articles and adds them to a project. It
// decides what of a file is the article's text and what is said about it; what
// a project takes, and what it holds already, is left to store.
package intake

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"standpoint/store"
)

// MaxSize is how many bytes a file may have that is one article, or that is read as a whole for another reason. Tables, references,
// mailboxes and archives are read piece by piece, and may be larger: then it bounds each piece.
const MaxSize = 50_000_000

// ReadFile reads the articles of a file, at least one, in their order. A file
// that has no text that can be read, is empty or too large, cannot be read, or is
// no file gives a *store.Error that names it and says what to do. The size is
// looked at before anything is read.
func ReadFile(ctx context.Context, path string, o Options) ([]Draft, error) {
	return readPortions(ctx, path, o, nil)
}

// readPortions reads a file as ReadFile does, and of a large archive hands on all but the last portion.
func readPortions(ctx context.Context, path string, o Options, hand func([]Draft) error) ([]Draft, error) {
	whole, err := openFile(ctx, path, o)
	if err != nil {
		return nil, err
	}
	defer whole.close()
	whole.hand = hand
	if whole.beside = besideOnDisk(path, o.Folders); whole.beside != nil {
		defer whole.beside.close()
	}
	return formatTable{}.read(whole)
}

// openFile opens a file, if it is one that may be read; it is to be closed.
func openFile(ctx context.Context, path string, o Options) (*file, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := checkFile(path); err != nil {
		return nil, err
	}
	opened, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	f := newFile(ctx, path, fromFolder(path, o.Folders), nil, o)
	err = f.load(opened)
	if f.disk == nil {
		_ = opened.Close() // it was only read
	}
	if err != nil {
		return nil, unreadable(path, err)
	}
	return f, nil
}

// checkFile refuses what is not worth opening.
func checkFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return unreadable(path, err)
	case info.IsDir():
		return refusal(store.CodeInvalid, nil, "“%s” is a folder. Choose the text files in it.", path)
	case !info.Mode().IsRegular():
		return isDevice(path)
	}
	return nil
}

func isDevice(path string) error {
	return refusal(store.CodeInvalid, nil, "“%s” is a device or a pipe. Choose a text file.", path)
}

// Parse reads the articles of a file from its bytes. name stands for the file
// in messages. Errors are those of ReadFile.
func Parse(ctx context.Context, name string, data []byte, o Options) ([]Draft, error) {
	return formatTable{}.read(newFile(ctx, name, "", data, o))
}

func unreadable(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refusal(store.CodeNotFound, err, "“%s” is not there. Check its name and folder.", path)
	case errors.Is(err, fs.ErrPermission):
		return refusal(store.CodeInvalid, err, "“%s” may not be read by you. Change its permissions, or ask its owner for a copy.", path)
	}
	if cause, ok := errors.AsType[*fs.PathError](err); ok {
		err = cause.Err // the path is in the message already
	}
	return refusal(store.CodeInvalid, err, "“%s” cannot be read (%v). Copy it to this computer and try again.", path, err)
}

func tooLarge(path string, size int64) error {
	return refusal(store.CodeInvalid, nil, "“%s” has %d MB; a file of this kind may have %d MB. Split it into its articles.", path,
		megabytes(size), MaxSize/1_000_000)
}

// megabytes is a size in MB, rounded up.
func megabytes(size int64) int64 { return (size + 999_999) / 1_000_000 }
