package standings

import (
	"context"
	"time"

	"standpoint/app/background"
	"standpoint/app/desk"
	"standpoint/store"
)

// prepareAfter is how long after opening a project, or after a write, its positions are read for a view that is not in front.
const prepareAfter = 1500 * time.Millisecond

// preparing reads positions beside the window, so that they are there when the view is shown. After writes it does so only if the view was
// shown before.
type preparing struct {
	reading background.Latest
	stop    func() // stops waiting; nil: nothing is waited for
	isUsed  bool   // the view was shown since the project was opened
}

// prepare reads the positions after a while, unless something else is written until then, or the view is shown.
func (v *View) prepare() {
	p := &v.preparing
	p.reading.Overtake()
	if p.stop != nil {
		p.stop()
		p.stop = nil
	}
	if v.desk.Project == nil {
		return
	}
	type answer struct {
		holdings *store.Holdings
		err      error // then they are read, and that is told, when the view is shown
	}
	p.stop = v.desk.Work.Later(prepareAfter, func() {
		if v.desk.Project == nil || v.desk.IsInFront(v) || v.known.isFresh() {
			return
		}
		asked := v.known.ask()
		desk.Query(v.desk, &p.reading, func(ctx context.Context, p *store.Project) (answer, error) {
			h, err := asked.read(ctx, p, v.read)
			return answer{h, err}, nil
		}, func(a answer) {
			if a.err == nil {
				v.known.take(a.holdings, asked.upTo)
			}
		})
	})
}
