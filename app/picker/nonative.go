//go:build !windows && (!cgo || ci)

package picker

// native returns nil: this build has no dialogs of the system's.
func native() dialog { return nil }

// Serve reports false: this build starts no process for a dialog.
func Serve() bool { return false }
