package standings

import (
	"context"
	"time"

	"standpoint/app/background"
	"standpoint/app/desk"
	"standpoint/store"
)

// When positions are read for a view that is not in front: after a project was opened, as soon as the article is there, and after a write.
const (
	prepareOpened  = 100 * time.Millisecond
	prepareWritten = 1500 * time.Millisecond
)

// preparing reads positions beside the window, so that they are there when the view is shown. After writes it does so only if the view was
// shown before.
type preparing struct {
	reading background.Latest
	stop    func() // stops waiting; nil: nothing is waited for
	isUsed  bool   // the view was shown since the project was opened
}

func newPreparing() preparing { return preparing{reading: background.Latest{Rank: background.Patient}} }

// prepare reads the positions after a while, unless something else is written until then, or the view is shown. Who shows it while they
// are read awaits them.
func (v *View) prepare(after time.Duration) {
	p := &v.preparing
	p.reading.Overtake()
	if p.stop != nil {
		p.stop()
		p.stop = nil
	}
	if v.desk.Project == nil {
		return
	}
	p.stop = v.desk.Work.Later(after, func() {
		if v.desk.Project == nil || v.desk.IsInFront(v) || v.known.isFresh() {
			return
		}
		asked, ahead := v.known.readAhead()
		desk.Query(v.desk, &p.reading, func(ctx context.Context, p *store.Project) (*readAhead, error) {
			ahead.read(ctx, func() (*store.Holdings, error) { return asked.read(ctx, p, v.read) })
			return ahead, nil // what failed is read again, and that is told, when the view is shown
		}, func(ahead *readAhead) {
			if ahead.err == nil {
				v.known.take(ahead.holdings, asked.upTo)
			}
		})
	})
}
