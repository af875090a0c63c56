package reading

import (
	"context"
	"time"

	"standpoint/app/background"
	"standpoint/app/desk"
	"standpoint/app/suggest"
	"standpoint/store"
)

// learning learns from the open project beside the window, and again some time after something was coded or decided on.
type learning struct {
	desk  seat
	cache suggest.Cache // where what was learnt is kept; none: nothing is learnt
	then  func()        // other annotations may be proposed

	running background.Latest
	stop    func() // keeps what is put off from being done; nil: nothing is
	took    time.Duration
	learnt  *suggest.Learned // from the project that is open
	isDone  bool             // it is known whether there is something to learn from
}

// When it is learnt, after a project was opened and after something was coded or decided on. It takes no more than a tenth of the time.
const (
	afterOpening = 2 * time.Second
	afterCoding  = 10 * time.Second
	partOfTime   = 10
)

// opened follows the opening of another project.
func (l *learning) opened() {
	l.running.Overtake()
	l.learnt, l.isDone, l.took = nil, false, 0
	l.putOff(afterOpening)
}

// changed follows a write.
func (l *learning) changed(e store.Event) {
	if e.Touches(store.EntityDecision) || e.Touches(store.EntityArticle) {
		l.putOff(max(afterCoding, partOfTime*l.took))
	}
}

// putOff learns after a while, unless it is put off again.
func (l *learning) putOff(d time.Duration) {
	if l.stop != nil {
		l.stop()
		l.stop = nil
	}
	if l.cache != "" && l.desk.Project != nil {
		l.stop = l.desk.Work.Later(d, l.learn)
	}
}

// learn learns, and has proposed what follows from it.
func (l *learning) learn() {
	mind, known, cache, start := &l.desk.Mind, l.desk.Known(), l.cache, time.Now()
	desk.Query(l.desk.Desk, &l.running, func(ctx context.Context, p *store.Project) (*suggest.Learned, error) {
		return mind.Learn(ctx, p, known, cache)
	}, func(learnt *suggest.Learned) {
		l.took, l.isDone = time.Since(start), true
		if learnt != nil || l.learnt != nil {
			l.learnt = learnt
			l.then()
		}
	})
}

// again forgets what was learnt, and learns it anew.
func (l *learning) again() {
	if l.desk.Project == nil {
		return
	}
	l.cache.Forget(l.desk.Project.Path())
	l.learnt, l.isDone = nil, false
	l.learn()
}
