package background

import (
	"slices"
	"sync"
)

// lane does one piece of work after another, in the order in which they were asked for. Asking never waits. Some are done in steps: between
// two of them comes what was asked for meanwhile.
type lane struct {
	mu      sync.Mutex
	waiting []*piece
	open    []*piece // those that are not done, in their order
	running bool
	inline  bool // all is done at once, by who asks
}

// piece is something to do.
type piece struct {
	step func(turn bool) (more bool)

	// Of what is done in steps: it waits, after its first, for those before it of its own rank and of lower ones.
	rank   rank
	parked bool // until it is its turn
	marks  []chan struct{}
}

// rank says which pieces wait for one another.
type rank int

const (
	single rank = iota // it is done in one step
	walk               // Undo and the like: it waits for others such
	act                // it waits for those and for other acts
)

// add has f done after all that was added before it, but for the further steps of that.
func (l *lane) add(f func()) {
	l.put(&piece{step: func(bool) bool { f(); return false }})
}

// addSteps has something done in steps, until there are no more. The first comes after all that was added before it; turn tells each
// whether that of it is done that it has to wait for: as long as it is not, a step prepares for its turn at most.
func (l *lane) addSteps(r rank, step func(turn bool) (more bool)) {
	l.put(&piece{step: step, rank: r})
}

func (l *lane) put(p *piece) {
	if l.inline {
		for p.step(true) {
		}
		return
	}
	l.mu.Lock()
	l.open = append(l.open, p)
	begin := l.queue(p)
	l.mu.Unlock()
	if begin {
		go l.run()
	}
}

// queue has the next step of a piece done behind what waits; begin says that nobody does that yet. The lock is held.
func (l *lane) queue(p *piece) (begin bool) {
	l.waiting = append(l.waiting, p)
	begin = !l.running
	l.running = true
	return begin
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
		p := l.waiting[0]
		l.waiting[0] = nil
		l.waiting = l.waiting[1:]
		turn := l.isTurn(p)
		l.mu.Unlock()
		more := p.step(turn)
		l.mu.Lock()
		l.stepped(p, more)
		l.mu.Unlock()
	}
}

// isTurn reports whether nothing is open that a piece has to wait for. The lock is held.
func (l *lane) isTurn(p *piece) bool {
	for _, other := range l.open {
		if other == p {
			return true
		}
		if other.rank != single && other.rank <= p.rank {
			return false
		}
	}
	return true
}

// stepped follows a step. The lock is held.
func (l *lane) stepped(p *piece, more bool) {
	switch {
	case !more:
		l.end(p)
	case l.isTurn(p):
		l.queue(p)
	default:
		p.parked = true
	}
}

// end takes a piece that is done from the open ones; it may have been in the way of others. The lock is held.
func (l *lane) end(p *piece) {
	at := slices.Index(l.open, p)
	l.open = slices.Delete(l.open, at, at+1)
	if at == 0 {
		for _, done := range p.marks {
			close(done)
		}
	} else {
		l.open[at-1].marks = append(l.open[at-1].marks, p.marks...)
	}
	for _, other := range l.open {
		if other.parked && l.isTurn(other) {
			other.parked = false
			l.queue(other)
		}
	}
}

// mark returns what is closed when all that was added before is done, with all its steps.
func (l *lane) mark() <-chan struct{} {
	done := make(chan struct{})
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.open) == 0 {
		close(done)
	} else {
		last := l.open[len(l.open)-1]
		last.marks = append(last.marks, done)
	}
	return done
}
