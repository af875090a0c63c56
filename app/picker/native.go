//go:build windows || (cgo && !ci)

package picker

import (
	"errors"
	"runtime"

	sqweek "github.com/sqweek/dialog"
)

// native returns the system's own dialogs. No other file imports them: on Linux
// they start GTK in every program that does.
func native() dialog { return showNative }

func showNative(q question) (string, error) {
	b := sqweek.File().Title(q.title)
	if q.folder != "" {
		b.SetStartDir(startFolder(runtime.GOOS, q.folder))
	}
	for _, f := range nativeFilters(runtime.GOOS, q.filters) {
		b.Filter(f.Label, f.Extensions...)
	}
	path, err := run(b, q)
	switch {
	case errors.Is(err, sqweek.ErrCancelled):
		return "", ErrGivenUp
	case err == nil && path == "":
		return "", errElsewhere
	}
	return path, err
}

func run(b *sqweek.FileBuilder, q question) (string, error) {
	if q.save {
		return b.SetStartFile(q.name).Save()
	}
	return b.Load()
}
