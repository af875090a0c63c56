package preview

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/candidates"
	"standpoint/app/intake"
	"standpoint/app/words"
	"standpoint/store"
)

// Arrival is what is to wait.
type Arrival struct {
	Paths  []string         // of files
	Beside []string         // files that come in with others of them, or are among them
	Chosen []string         // the files and folders that were asked for
	Passed int              // files in folders that are no articles by their names
	Failed []intake.Failure // files and folders that cannot be looked into
	// ByItself: nobody has asked for it just now. It waits without being shown, and nothing of it is imported at once.
	ByItself bool
}

// Look reads files, and shows what is in them, beside what waits already. A single article about which there is nothing to say is imported
// at once. What comes by itself waits without being shown. Arrivals are looked at one after the other, and none while articles are
// imported.
func (r *Room) Look(a Arrival) {
	r.queue = append(r.queue, a)
	r.next()
}

// next looks at what arrived next, unless something else is being done.
func (r *Room) next() {
	if r.isBusy || len(r.queue) == 0 {
		return
	}
	a := r.queue[0]
	r.queue = r.queue[1:]
	r.take(a)
}

// take reads an arrival into the batch, or into a new one.
func (r *Room) take(a Arrival) {
	p, batch := r.desk.Project, r.batch
	if p == nil {
		return
	}
	if r.project != p {
		r.project, r.sketches = p, candidates.NewSketches(p)
	}
	over, stop := context.WithCancel(context.Background())
	r.isBusy, r.reading, r.appeared, r.stop = true, true, a.ByItself, stop
	r.paths = slices.Concat(r.paths, a.Paths, a.Beside)
	r.passed, r.failed = r.passed+a.Passed, append(r.failed, a.Failed...)
	r.desk.Start(p, lang.L("Looking at the files…"), func(ctx context.Context, progress func(done, total int)) func() {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(over, cancel)()
		var err error
		if batch == nil {
			batch, err = r.newBatch(ctx, p)
			r.desk.Work.OnUI(func() { r.begin(over, batch) })
		}
		if err == nil {
			batch.Include(a.Chosen...)
			err = batch.Read(ctx, a.Paths, r.progress(batch, progress))
		}
		if err == nil {
			err = batch.Compare(ctx, r.sketches, r.progress(batch, progress))
		}
		return func() { r.looked(a, batch, err) }
	})
}

// newBatch is a batch with nothing in it, that reads files as the project and the person want it.
func (r *Room) newBatch(ctx context.Context, p *store.Project) (*candidates.Batch, error) {
	keeps, err := p.KeepsOriginals(ctx)
	return candidates.NewBatch(p, intake.Options{Originals: keeps, Columns: rememberedColumns(r.desk.Prefs)}), err
}

// begin shows a batch that is being read, unless that is over. Of a single file it is waited for whether there is anything to say.
func (r *Room) begin(over context.Context, batch *candidates.Batch) {
	if r.desk.Project != batch.Project() || over.Err() != nil {
		return
	}
	r.batch = batch
	r.list.reset()
}

// progress passes on how far a phase is, and has what was read shown.
func (r *Room) progress(batch *candidates.Batch, tell func(done, total int)) func(candidates.Progress) {
	return func(p candidates.Progress) {
		tell(p.Done, p.Total)
		r.list.come(batch)
	}
}

// looked follows the end of reading.
func (r *Room) looked(a Arrival, batch *candidates.Batch, err error) {
	r.isBusy, r.reading = false, false
	defer r.next()
	if r.batch != batch { // it was given up
		return
	}
	if err != nil { // what was not read is not decided about
		r.paths = batch.ReadPaths()
	}
	switch {
	case batch.Len() == 0 && len(r.failed) == 0: // it was cancelled before anything was read
		r.end()
	case !a.ByItself && r.isPlain() && err == nil:
		r.doImport()
	case r.shown:
		r.list.refresh()
		r.desk.RefreshMenu()
	case r.appeared: // the person has gone elsewhere meanwhile, or does not expect it
		r.desk.RefreshMenu()
	default:
		r.Appear()
	}
	if !r.desk.Failed(err) || r.batch != batch || !errors.Is(err, context.Canceled) {
		return
	}
	if n := batch.Unread(); n > 0 {
		r.desk.Tell(words.Counted(n, "Stopped: {{.Count}} file was not read to its end."))
	} else {
		r.desk.Tell(lang.L("Stopped: not all articles were compared with those that are there already."))
	}
}

// isPlain reports whether there is one article in all, about which there is nothing to say.
func (r *Room) isPlain() bool {
	if r.batch.Len() != 1 || r.passed+len(r.failed) > 0 {
		return false
	}
	c := r.batch.Row(0)
	return c.Ticked && c.Err == nil && len(c.Problems) == 0 && len(c.Twins()) == 0 && c.Doubt == nil && c.Settled == nil
}
