package background

import "sync"

// lane does one piece of work after another, in the order in which they were asked for. Asking never waits.
type lane struct {
	mu      sync.Mutex
	waiting []func()
	running bool
	inline  bool // all is done at once, by who asks
}

// add has f done after all that was added before it.
func (l *lane) add(f func()) {
	if l.inline {
		f()
		return
	}
	l.mu.Lock()
	l.waiting = append(l.waiting, f)
	begin := !l.running
	l.running = true
	l.mu.Unlock()
	if begin {
		go l.run()
	}
}

// run does what is waiting until nothing is.
func (l *lane) run() {
	for {
		l.mu.Lock()
		if len(l.waiting) == 0 {
			l.running = false
			l.mu.Unlock()
			return
		}
		f := l.waiting[0]
		l.waiting[0] = nil
		l.waiting = l.waiting[1:]
		l.mu.Unlock()
		f()
	}
}

// mark returns what is closed when all that was added before is done.
func (l *lane) mark() <-chan struct{} {
	done := make(chan struct{})
	l.add(func() { close(done) })
	return done
}
