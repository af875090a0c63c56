package app

import (
	"context"
	"sync"

	"standpoint/app/desk"
	"standpoint/app/names"
	"standpoint/store"
)

// follower knows, beside the window, what a project's writes have made of the names, and brings the window up to date with them.
type follower struct {
	desk    *desk.Desk
	project *store.Project
	changed func(store.Event) // brings up to date all that shows the project

	names  names.Names
	coder  store.ID // who is at work
	behind bool     // something could not be read: all is to be read anew

	mu      sync.Mutex
	unshown []store.Event // what is read and not shown yet: of many batches that come one upon the other the window shows some at once
	renew   []func(*desk.Desk)
}

// read reads what a write may have changed; what it returns takes that over, and is nil if there is nothing.
func (f *follower) read(ctx context.Context, e store.Event) (func(*desk.Desk), error) {
	e.All = e.All || f.behind
	if !e.All && len(e.Named) == 0 && !f.names.Concerned(e) {
		return nil, nil
	}
	renewed, err := f.names.After(ctx, f.project, e)
	if f.behind = err != nil; f.behind {
		return nil, err
	}
	f.names = renewed
	if f.coder == f.project.Coder().ID {
		return func(d *desk.Desk) { d.SetNames(renewed) }, nil
	}
	l, err := names.LoadUsed(ctx, f.project) // somebody else is at work now
	f.coder = l.Coder
	return func(d *desk.Desk) {
		if l.Coder != d.Lately.Coder {
			d.Lately = l
		}
		d.SetNames(renewed)
	}, err
}

// follow brings all that is shown up to date after a write, and after all that was read until it comes to that, and then does something,
// unless then is nil. The names come first, beside the window: all that is drawn needs them. Once another project is open nothing is done.
func (f *follower) follow(e store.Event, then func()) {
	f.desk.Work.Follow(func(ctx context.Context) func() {
		renew, err := f.read(ctx, e)
		f.note(e, renew)
		return func() {
			if f.desk.Project != f.project {
				return
			}
			f.desk.Failed(err)
			f.show()
			if then != nil {
				then()
			}
		}
	})
}

// note keeps what is to be shown.
func (f *follower) note(e store.Event, renew func(*desk.Desk)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.unshown = append(f.unshown, e)
	if renew != nil {
		f.renew = append(f.renew, renew)
	}
}

// show brings what is shown up to date with all that was noted, if that was not done with what came before.
func (f *follower) show() {
	f.mu.Lock()
	events, renew := f.unshown, f.renew
	f.unshown, f.renew = nil, nil
	f.mu.Unlock()
	for _, take := range renew {
		take(f.desk)
	}
	switch len(events) {
	case 0:
	case 1:
		f.changed(events[0])
	default:
		f.changed(store.Together(events...))
	}
}
