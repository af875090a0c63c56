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

// Progress says how far a phase has come.
type Progress struct {
	Phase       Phase
	Done, Total int           // files, texts or articles
	Elapsed     time.Duration // since the phase began
}

// Rate is how many are done in a second; 0 before anything is.
func (p Progress) Rate() float64 {
	if p.Elapsed <= 0 {
		return 0
	}
	return float64(p.Done) / p.Elapsed.Seconds()
}

// Left is how long the rest takes at the rate so far; 0 while nobody can know.
func (p Progress) Left() time.Duration {
	rate := p.Rate()
	if rate == 0 || p.Done >= p.Total {
		return 0
	}
	return time.Duration(float64(p.Total-p.Done) / rate * float64(time.Second))
}

// clock tells about one phase.
type clock struct {
	phase Phase
	total int
	begun time.Time
	tell  func(Progress)
}

func newClock(phase Phase, total int, tell func(Progress)) clock {
	c := clock{phase, total, time.Now(), tell}
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
		c.tell(Progress{c.phase, done, c.total, time.Since(c.begun)})
	}
}
