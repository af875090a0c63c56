//go:build windows || (cgo && !ci)

package picker

import (
	"context"
	"errors"
	"runtime"

	sqweek "github.com/sqweek/dialog"
)

// native returns the system's own dialogs. No other file imports them: on Linux
// they start GTK in every program that does.
func native() dialog {
	if gtk() {
		return showInChild
	}
	return showNative
}

// gtk reports whether the system's dialogs are GTK's.
func gtk() bool { return runtime.GOOS != "windows" && runtime.GOOS != "darwin" }

// Serve shows the dialog that this process was started for, if it was started
// by the picker of another one, and reports whether. A program with a picker
// calls it before all else.
func Serve() bool { return gtk() && serveParent(showNative) }

func showNative(_ context.Context, q question) (string, error) {
	path, err := answerTo(q)
	switch {
	case errors.Is(err, sqweek.ErrCancelled):
		return "", ErrGivenUp
	case err == nil && path == "":
		return "", errElsewhere
	}
	return path, err
}

func answerTo(q question) (string, error) {
	if q.Browse {
		b := sqweek.Directory().Title(q.Title)
		b.StartDir = q.Folder
		return b.Browse()
	}
	b := sqweek.File().Title(q.Title)
	if q.Folder != "" {
		b.SetStartDir(startFolder(runtime.GOOS, q.Folder))
	}
	for _, f := range nativeFilters(runtime.GOOS, q.Filters) {
		b.Filter(f.Label, f.Extensions...)
	}
	if q.Save {
		return b.SetStartFile(q.Name).Save()
	}
	return b.Load()
}
