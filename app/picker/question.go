package picker

import (
	"context"

	"fyne.io/fyne/v2"

	"standpoint/store/say"
)

// System is the Picker of the real window. Its native dialogs run on a thread
// of their own, as Windows ties a dialog to the thread it began on, and the
// window goes on painting behind them.
type System struct {
	window  fyne.Window
	folders Folders
	deliver func(func())
	native  dialog // nil where there are none
	jobs    chan job
	stop    context.CancelFunc
	asking  bool // only read and written on the UI goroutine
}

// question is a Request made ready for a dialog, which may be in another process.
type question struct {
	Save    bool
	Browse  bool // for a folder
	Several bool // more than one file may be chosen, if the dialog can
	Title   string
	Folder  []byte // where to begin, which need not be UTF-8; empty leaves it to the system
	Name    string
	Filters []Filter
	Parent  string // the window over which the dialog lies, as the portal knows it; "" is none
}

// dialog shows one dialog and waits for the answer. It returns ErrGivenUp,
// errElsewhere, or another error if there was no dialog to be had.
type dialog func(context.Context, question) (paths []string, err error)

type job struct {
	question question
	answer   func(placed question, paths []string, err error) // called on the dialogs' thread
}

// errElsewhere is the answer for a file that has no path, such as one on a
// server that the system's dialog lists but does not mount.
var errElsewhere = say.Errorf(
	"this file is not on this computer: copy it to a folder here and choose it there")

// errNoDialog is the answer where the system has no file dialog to show.
var errNoDialog = say.Errorf("the system's file dialog is not available")
