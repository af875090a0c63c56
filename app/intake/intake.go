// Package intake turns files into articles and adds them to a project. It
// decides what of a file is the article's text and what is said about it; what
// a project takes, and what it holds already, is left to store.
package intake

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"standpoint/store"
	"standpoint/store/say"
)

// MaxSize is how many bytes a file may have.
const MaxSize = 50_000_000

// maxTitle is how many code points a title taken from the text may have.
const maxTitle = 80

// Draft is an article as it was read, not yet in a project.
type Draft struct {
	Article    store.Article // without ID and Body
	Body       string
	Joined     int            // how many line ends of the file were taken for spaces
	Notes      []say.Sentence // sentences on what was not understood, or in a way that may surprise; with the line of the file
	Highlights []Highlight    // what was marked in the file
	Columns    []Column       // of the table that the file is, in its first article
	From       Provenances    // where the fields were recognised
	Doubt      *Doubt         // the date, if it can be two days and nothing says which
	Settled    *Settled       // how the date was read, if it can be two days and something says which
	Shows      DateOrder      // what stands first in dates, by this one

	original []byte // the file, or the one in an archive, which all articles of it share; nil if it is not to be kept
}

// ReadFile reads the articles of a file, at least one, in their order. A file
// that has no text that can be read, is empty or larger than MaxSize, cannot be
// read, or is no file gives a *store.Error that names it and says what to do.
// The size is looked at before anything is read.
func ReadFile(ctx context.Context, path string, o Options) ([]Draft, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := checkFile(path); err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxSize+1))
	switch {
	case err != nil:
		return nil, unreadable(path, err)
	case len(data) > MaxSize: // it grew meanwhile
		return nil, tooLarge(path, int64(len(data)))
	}
	return readFormat(&file{ctx: ctx, name: path, from: fromFolder(path, o.Folders), data: data, options: o, budget: newBudget()})
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
		return refusal(store.CodeInvalid, nil, "“%s” is a device or a pipe. Choose a text file.", path)
	case info.Size() > MaxSize:
		return tooLarge(path, info.Size())
	}
	return nil
}

// Parse reads the articles of a file from its bytes. name stands for the file
// in messages. Errors are those of ReadFile.
func Parse(ctx context.Context, name string, data []byte, o Options) ([]Draft, error) {
	return readFormat(&file{ctx: ctx, name: name, data: data, options: o, budget: newBudget()})
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
	return refusal(store.CodeInvalid, nil, "“%s” has %d MB; a text file may have %d MB. Split it into its articles.", path,
		(size+999_999)/1_000_000, MaxSize/1_000_000)
}

func refusal(code store.Code, cause error, format string, args ...any) error {
	return store.NewError(code, cause, format, args...)
}
