package candidates

import (
	"sync/atomic"
	"time"
)

// Phase is what is being done.
type Phase int

// The phases, in their order.
const (
	Reading   Phase = iota // the files
	Sketching              // the texts of the project
	Comparing              // the articles of the files with one another and with those of the project
	Writing                // what was chosen
)

// Progress says how far a phase has come: how many files, texts or articles.
type Progress struct {
	Phase       Phase
	Done, Total int
}

// clock tells about one phase.
type clock struct {
	phase Phase
	total int
	tell  func(Progress)
}

func newClock(phase Phase, total int, tell func(Progress)) clock {
	c := clock{phase, total, tell}
	c.at(0)
	return c
}

// watch tells about work that several goroutines count, until it has ended.
func (c clock) watch(done *atomic.Int64, ended <-chan struct{}) {
	const interval = 100 * time.Millisecond
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			c.at(int(done.Load()))
		case <-ended:
			c.at(int(done.Load()))
			return
		}
	}
}

func (c clock) at(done int) {
	if c.tell != nil {
		c.tell(Progress{c.phase, done, c.total})
	}
}
