package notesview

import "time"

// restPause is how long nothing is written until the notes follow what was written.
const restPause = 400 * time.Millisecond

// rest tells when one write does not follow another any more.
type rest struct {
	broken bool // something was written a moment ago
	writes int  // so far
}

// wait calls then when nothing was written for a while.
func (r *rest) wait(later func(time.Duration, func()) (stop func()), then func()) {
	r.writes++
	r.broken = true
	last := r.writes
	later(restPause, func() {
		if r.writes == last {
			r.broken = false
			then()
		}
	})
}

// end waits for nothing any more.
func (r *rest) end() {
	r.writes++
	r.broken = false
}
