package command

import (
	"fmt"
	"io"
	"os"
)

// progress shows on standard error how far long work has come, if that is a terminal. The function it returns is called
// with what is done and what there is in all; end clears the line.
func (e *environment) progress(what string) (show func(done, total int), end func()) {
	if !isTerminal(e.stderr) {
		return func(int, int) {}, func() {}
	}
	last := -1
	show = func(done, total int) {
		if total == 0 || done*100/total == last {
			return
		}
		last = done * 100 / total
		fmt.Fprintf(e.stderr, "\r%s: %d of %d (%d %%) ", what, done, total, last)
	}
	return show, func() {
		if last >= 0 {
			fmt.Fprint(e.stderr, "\r\x1b[K")
		}
	}
}

// isTerminal reports whether a writer is a terminal, as far as that can be known without asking it anything.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}
