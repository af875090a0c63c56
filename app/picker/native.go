//go:build windows || (cgo && !ci)

package picker

import (
	"context"
	"errors"
	"runtime"
	"slices"

	sqweek "github.com/sqweek/dialog"
)

// native returns the system's own dialogs; on Linux the desktop's portal before them, where there is one. No other file
// imports them: on Linux they start GTK in every program that does.
func native() dialog {
	if gtk() {
		return portalOr(showInChild)
	}
	return showNative
}

// gtk reports whether the system's dialogs are GTK's.
func gtk() bool { return runtime.GOOS != "windows" && runtime.GOOS != "darwin" }

// Serve shows the dialog that this process was started for, if it was started
// by the picker of another one, and reports whether. A program with a picker
// calls it before all else.
func Serve() bool { return gtk() && serveParent(showNative) }

// showNative shows a dialog. On macOS and Windows it is for one file, also where several are asked for: there it knows no other.
func showNative(_ context.Context, q question) ([]string, error) {
	path, err := answerTo(q)
	paths := chosen()
	switch {
	case errors.Is(err, sqweek.ErrCancelled):
		return nil, ErrGivenUp
	case err != nil:
		return nil, err
	case len(paths) == 0:
		paths = []string{path}
	}
	if slices.Contains(paths, "") {
		return nil, errElsewhere
	}
	return paths, nil
}

func answerTo(q question) (string, error) {
	dressNext(q)
	if q.Browse {
		b := sqweek.Directory().Title(q.Title)
		b.StartDir = string(q.Folder)
		return b.Browse()
	}
	b := sqweek.File().Title(q.Title)
	if len(q.Folder) > 0 {
		b.SetStartDir(startFolder(runtime.GOOS, string(q.Folder)))
	}
	for _, f := range nativeFilters(runtime.GOOS, q.Filters) {
		b.Filter(f.Label, f.Extensions...)
	}
	if q.Save {
		return b.SetStartFile(q.Name).Save()
	}
	return b.Load()
}
