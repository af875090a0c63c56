package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"standpoint/app/desk"
	"standpoint/app/words"
)

// crashReports are the reports of panics in a folder.
type crashReports struct {
	folder         string
	version, build string // of the program
}

// report writes the report of a panic and returns what to tell the person.
func (r crashReports) report(cause any, stack []byte) error {
	path, err := r.write(cause, stack)
	if err != nil {
		return errors.Join(fmt.Errorf("%v", cause), err)
	}
	return errors.New(words.Sentence("Something went wrong inside Standpoint. Your project is intact. A report was written to %s.", path))
}

// tellLast says, once, that the program ended by a crash when it ran last.
func (r crashReports) tellLast(d *desk.Desk) {
	reports, err := filepath.Glob(filepath.Join(r.folder, "crash-*.txt"))
	if err != nil || len(reports) == 0 {
		return
	}
	last := reports[len(reports)-1] // their names sort by time
	if last == d.Prefs.String("crash") {
		return
	}
	d.Prefs.SetString("crash", last)
	d.Complain(errors.New(words.Sentence("Standpoint ended unexpectedly when it ran last. Nothing that was saved is lost, and a "+
		"half-filled form is kept as a draft. A report is in %s.", last)))
}

// write keeps what is known of a panic in a file of its own that
// only its owner can read, and returns its path. It holds the cause and where
// it happened, in which build, and nothing of any article.
func (r crashReports) write(cause any, stack []byte) (string, error) {
	if err := os.MkdirAll(r.folder, 0o700); err != nil {
		return "", err
	}
	path := filepath.Join(r.folder, "crash-"+time.Now().UTC().Format("20060102T150405.000")+".txt")
	report := fmt.Sprintf("Standpoint %s (%s)\n\n%T: %v\n\n%s", r.version, r.build, cause, cause, stack)
	return path, os.WriteFile(path, []byte(report), 0o600)
}
