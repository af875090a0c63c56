package desk

import (
	"net/url"
	"path/filepath"
	"strings"

	"standpoint/app/words"
	"standpoint/store"
)

// OpenFile has the system's program for such files show a file of ours, by its whole path, and says so, as that may take a while.
func (d *Desk) OpenFile(path string) error {
	if err := d.Outside(fileURL(path)); err != nil {
		return store.NewError(store.CodeNotFound, err,
			"No program of your system opens “%s” (%v). Until this window is closed a copy lies at %s; open it with a program of your choice.",
			filepath.Base(path), err, path)
	}
	d.Tell(words.Sentence("“%s” is handed to the program that your system has for such files.", filepath.Base(path)))
	return nil
}

// fileURL is the address of a file, by its whole path.
func fileURL(file string) *url.URL {
	file = filepath.ToSlash(file)
	if !strings.HasPrefix(file, "/") { // a drive of Windows
		file = "/" + file
	}
	return &url.URL{Scheme: "file", Path: file}
}
