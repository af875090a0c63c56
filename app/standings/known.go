package standings

import (
	"context"
	"sync/atomic"

	"standpoint/store"
)

// mostEvents is after how many events all positions are read anew: so many are hardly fewer to read.
const mostEvents = 1000

// known are the positions of a project as they were read last, and what has happened since: after a write only what it touched is read.
// They are handed over on the window's goroutine alone, while they are read in two places at most.
type known struct {
	holdings *store.Holdings // nil: they are to be read
	upTo     int             // how many events they know
	since    []store.Event   // those that came after
	ahead    *readAhead      // is being read, or was; nil: nothing is
}

// asked is what is to be read of the positions.
type asked struct {
	before *store.Holdings // nil: all
	since  []store.Event   // what has happened since
	upTo   int             // how many events are known when it is read
	ahead  *readAhead      // of the same; nil: nobody reads it
}

// readAhead is what is read of positions before somebody asks for it.
type readAhead struct {
	upTo     int           // how many events are known when it is read
	begun    atomic.Bool   // until then it is not waited for
	done     chan struct{} // closed when it is read
	holdings *store.Holdings
	err      error
}

// read reads ahead.
func (r *readAhead) read(ctx context.Context, read func() (*store.Holdings, error)) {
	defer close(r.done)
	r.err = context.Canceled // should it not come to an end
	if r.begun.Store(true); ctx.Err() == nil {
		r.holdings, r.err = read()
	}
}

// reader reads all positions of a project, given what they were before some events.
type reader func(ctx context.Context, p *store.Project, before *store.Holdings, since []store.Event) (*store.Holdings, error)

// read reads what is asked for, if something is, or waits for who reads it ahead.
func (a asked) read(ctx context.Context, p *store.Project, with reader) (*store.Holdings, error) {
	if a.before != nil && len(a.since) == 0 {
		return a.before, nil
	}
	if r := a.ahead; r != nil && r.begun.Load() {
		select {
		case <-r.done:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if r.err == nil {
			return r.holdings, nil
		}
	}
	return with(ctx, p, a.before, a.since)
}

// hear notes what has happened.
func (k *known) hear(e store.Event) {
	k.since = append(k.since, e)
	if len(k.since) > mostEvents {
		*k = known{upTo: k.upTo + len(k.since)}
	}
}

// isFresh reports whether nothing is to be read.
func (k *known) isFresh() bool { return k.holdings != nil && len(k.since) == 0 }

// ask is what is to be read now.
func (k *known) ask() asked {
	a := asked{before: k.holdings, since: k.since[:len(k.since):len(k.since)], upTo: k.upTo + len(k.since)}
	if k.ahead != nil && k.ahead.upTo == a.upTo {
		a.ahead = k.ahead
	}
	return a
}

// isAheadIdle reports whether something is to be read ahead, and nobody has begun to.
func (k *known) isAheadIdle() bool { return k.ahead != nil && !k.ahead.begun.Load() }

// readAhead is what is to be read before somebody asks for it.
func (k *known) readAhead() (asked, *readAhead) {
	k.ahead = nil
	a := k.ask()
	k.ahead = &readAhead{upTo: a.upTo, done: make(chan struct{})}
	return a, k.ahead
}

// take takes over what was read, unless later ones are known.
func (k *known) take(h *store.Holdings, upTo int) {
	if upTo >= k.upTo {
		k.holdings, k.since, k.upTo, k.ahead = h, k.since[upTo-k.upTo:], upTo, nil
	}
}
