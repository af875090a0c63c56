package main

import (
	"bytes"
	"io"
	"log"
	"os"
	"path/filepath"
)

// Fyne tells of what it lacks, such as a desktop's bus, on standard error, with the lines of its own source. That is for who
// develops the program and not for who starts it: it is kept in a file instead, anew at each start.

const (
	logName = "window.log"
	logMost = 1 << 20 // bytes; what repeats itself for ever does not fill a disk
)

// keepLog has what is logged from here on kept, until the function that it returns says in which folder.
func keepLog() (in func(folder string)) {
	var early bytes.Buffer
	log.SetOutput(&limited{to: &early, left: logMost})
	return func(folder string) {
		file, err := createLog(folder)
		if err != nil {
			file = os.Stderr // better than nowhere
		}
		log.SetOutput(&limited{to: file, left: logMost}) // from here on nobody writes to the buffer
		_, _ = file.Write(early.Bytes())
	}
}

func createLog(folder string) (*os.File, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	return os.OpenFile(filepath.Join(folder, logName), os.O_CREATE|os.O_TRUNC|os.O_APPEND|os.O_WRONLY, 0o600)
}

// limited passes on so many bytes and drops what comes after them.
type limited struct {
	to   io.Writer
	left int
}

// Write implements io.Writer.
func (l *limited) Write(p []byte) (int, error) {
	n := min(len(p), l.left)
	l.left -= n
	if _, err := l.to.Write(p[:n]); err != nil {
		return 0, err
	}
	return len(p), nil
}
