package textview

import (
	"time"

	"fyne.io/fyne/v2"
)

// Later calls do on the UI goroutine after a delay, unless cancel is called
// first.
type Later func(after time.Duration, do func()) (cancel func())

func onTimer(after time.Duration, do func()) (cancel func()) {
	cancelled := false // read and written on the UI goroutine only
	timer := time.AfterFunc(after, func() {
		fyne.Do(func() {
			if !cancelled {
				do()
			}
		})
	})
	return func() {
		cancelled = true
		timer.Stop()
	}
}
