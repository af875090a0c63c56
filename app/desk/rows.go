package desk

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/message"
	"standpoint/app/words"
	"standpoint/store"
)

// DoRows does something to rows by one action, as Do does. More rows than one batch may have are written in several, between which
// others are saved; the status line says how far that is. When it is cancelled it is asked whether what is done stays, and the error is
// context.Canceled; it is that as well when the action was taken back meanwhile.
func (d *Desk) DoRows(title store.Title, write store.RowWrite, done func(error), rows ...store.Rows) {
	n := 0
	for _, r := range rows {
		n += len(r.IDs)
	}
	if n <= store.MostRows {
		d.Do(title, func(b *store.Batch) error { return writeAll(b, write, rows) }, done)
		return
	}
	d.Sign(func() {
		p := d.Project
		a := p.BeginRows(title, write, rows...)
		d.doRows(p, a, title, done)
	}, func() { done(context.Canceled) })
}

// writeAll writes rows in one batch.
func writeAll(b *store.Batch, write store.RowWrite, rows []store.Rows) error {
	if write.First != nil {
		if err := write.First(b); err != nil {
			return err
		}
	}
	for _, r := range rows {
		if len(r.IDs) == 0 {
			continue
		}
		if err := write.Each(b, r.Entity, r.IDs); err != nil {
			return err
		}
	}
	return nil
}

// doRows writes what is left of an action.
func (d *Desk) doRows(p *store.Project, a *store.RowAction, title store.Title, done func(error)) {
	s := &stepper{written: a}
	d.Work.SaveSteps(background.Steps{
		Step: s.step, Done: a.Done, Title: func() string { return words.Title(title) },
		Show: func() func() {
			about, _ := p.About(context.WithoutCancel(s.ctx), a.ID()) // what is not known of it is left out of what is said
			return func() {
				again := func() { d.doRows(p, a, title, done) }
				switch {
				case d.Project != p: // what is done with it would be done to another
					d.Failed(s.err)
				case a.IsTakenBack():
					done(context.Canceled)
				case errors.Is(s.err, context.Canceled):
					d.askToKeep(a, title)
					done(s.err)
				case !d.OfferAgain(s.err, again, func() { done(context.Canceled) }):
					if s.err == nil && a.ID() != (store.ID{}) {
						d.Tell(words.Done(title, about, KeyUndo))
					}
					done(s.err)
				}
			}
		},
	})
}

// askToKeep asks whether what was done before an action was cancelled stays.
func (d *Desk) askToKeep(a *store.RowAction, title store.Title) {
	n, total := a.Done()
	if a.ID() == (store.ID{}) || n == 0 {
		return
	}
	d.Post(&message.Message{
		Title: words.Title(title),
		Body:  message.Prose(words.Sentence("%d of %d are done already. Keep that, or take it back?", n, total)),
		Yes:   lang.L("Keep"), No: lang.L("Take Back"), Offer: true,
		Refused: func() { d.TakeBackAction(a.ID()) },
	})
}

// inBatches is what is written in batches.
type inBatches interface {
	Reserve(ctx context.Context) error
	Next(ctx context.Context) (more bool, err error)
}

// stepper writes in the steps of the lane of saves.
type stepper struct {
	written  inBatches
	reserved bool
	ctx      context.Context
	err      error
}

// step writes the next batch, or as long as it is not its turn, makes sure that it comes before what is saved from now on.
func (s *stepper) step(ctx context.Context, turn bool) (more bool) {
	s.ctx = ctx
	switch {
	case ctx.Err() != nil:
		s.err = ctx.Err()
	case turn:
		more, s.err = s.written.Next(ctx)
	case !s.reserved:
		s.err = s.written.Reserve(ctx)
		s.reserved = s.err == nil
		more = s.reserved
	default:
		more = true
	}
	return more
}

// way is a way through the history.
type way struct {
	begin func(*store.Project) *store.Walk
	doing func(store.Title) string      // says that it is being gone, as of a job
	told  func(store.UndoResult) string // says that it was
}

// Undo takes the last action back.
func (d *Desk) Undo() { d.walk(way{(*store.Project).BeginUndo, words.Undoing, words.Undone}) }

// Redo takes the last Undo back.
func (d *Desk) Redo() { d.walk(way{(*store.Project).BeginRedo, words.Redoing, words.Redone}) }

// TakeBackAction takes one action of the history back.
func (d *Desk) TakeBackAction(id store.ID) {
	begin := func(p *store.Project) *store.Walk { return p.BeginTakeBack(id) }
	d.walk(way{begin, func(store.Title) string { return lang.L("Taking back…") }, words.TakenBack})
}

// walk goes a way through the history, says what that did, and goes to where it is to be seen. A long one is gone in steps, between which
// others are saved.
func (d *Desk) walk(by way) {
	if d.CanWrite() {
		d.Sign(func() { d.goOn(d.Project, by.begin(d.Project), by) }, func() {})
	}
}

// goOn goes what is left of a way.
func (d *Desk) goOn(p *store.Project, w *store.Walk, by way) {
	s := &stepper{written: w}
	d.Work.SaveSteps(background.Steps{
		Walk: true, Step: s.step, Done: w.Done,
		Title: func() string { return by.doing(w.Result().Title) },
		Show: func() func() {
			return func() {
				result := w.Result()
				switch {
				case d.Project != p:
					d.Failed(s.err)
					return
				case d.OfferAgain(s.err, func() { d.goOn(p, w, by) }, nil) || d.Failed(s.err) || result.Nothing:
					return
				}
				d.Tell(by.told(result))
				if place, ok := placeOf(result.About); ok && !staysAmongChanges(result.Title) {
					d.GoTo(place)
				}
				d.RefreshMenu()
			}
		},
	})
}

// staysAmongChanges reports whether an action explained changes of a stance, or opened them again: they stand side by side in a list, and
// the text of one of their positions tells nothing of it.
func staysAmongChanges(t store.Title) bool {
	if t.Of != nil {
		t = *t.Of
	}
	return t.Code == store.TitleExplainChanges || t.Code == store.TitleEditExplanation || t.Code == store.TitleReopenChanges
}
