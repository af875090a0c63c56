package store

import (
	"context"
	"slices"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
)

// Walk takes an action back, or brings it back, row by row: one action, in batches of at most 50 rows, between which others write. What
// they set of a row before the walk comes to it stays. A walk that is itself taken back before its end ends there. Use it from one
// goroutine.
type Walk struct {
	project *Project
	find    func(sqlite.Source) (action, error)

	own    action
	target action
	first  action // what is taken back or brought back in the end
	begun  bool
	rows   []rowKey // all of the target
	done   int
	pace   rowPace
	result UndoResult
}

// BeginUndo starts what Undo does. Nothing is written before the first Next, which finds out what is to be taken back.
func (p *Project) BeginUndo() *Walk {
	return &Walk{project: p, own: action{kind: ActionUndo}, find: undoTarget}
}

// BeginRedo starts what Redo does, as BeginUndo does with Undo.
func (p *Project) BeginRedo() *Walk {
	return &Walk{project: p, own: action{kind: ActionRedo}, find: redoTarget}
}

// BeginTakeBack starts what TakeBack does, as BeginUndo does with Undo.
func (p *Project) BeginTakeBack(id ID) *Walk {
	return &Walk{project: p, own: action{kind: ActionDo}, find: func(src sqlite.Source) (action, error) {
		a, err := findAction(src, id)
		if err == nil && (a.key == 0 || a.kind != ActionDo) {
			err = invalidf("This cannot be taken back from the history.")
		}
		return a, err
	}}
}

// Done returns how many of how many rows are done.
func (s *Walk) Done() (done, total int) { return s.done, len(s.rows) }

// Result says what was taken back so far, and whether there was anything.
func (s *Walk) Result() UndoResult { return s.result }

// Reserve has the walk begin before all that is written from now on: what it takes back is found out, though nothing of it is set back yet.
// It finds out as well whether there is anything.
func (s *Walk) Reserve(ctx context.Context) error {
	return s.project.on(ctx, func(w *writer) error {
		if err := s.begin(w.db); err != nil || s.result.Nothing {
			return err
		}
		return w.batch(&s.own, func(b *Batch) error { return b.try(s.rows[0]) })
	})
}

// Next writes the next batch; more says that there are rows left.
func (s *Walk) Next(ctx context.Context) (more bool, err error) {
	if s.begun && s.done == len(s.rows) {
		return false, nil
	}
	err = s.project.on(ctx, func(w *writer) error {
		if err := s.begin(w.db); err != nil || s.result.Nothing {
			return err
		}
		taken, err := s.own.isTakenBack(w.db)
		if err != nil {
			return err
		}
		if taken {
			s.done = len(s.rows)
			return nil
		}
		if err := s.batch(w); err != nil {
			return err
		}
		if more = s.done < len(s.rows); more {
			return nil
		}
		return s.result.About.renew(w.db, s.project.bodies, s.first)
	})
	return more && err == nil, err
}

// begin finds out what is to be taken back, once.
func (s *Walk) begin(src sqlite.Source) (err error) {
	if s.begun {
		return nil
	}
	if s.target, err = s.find(src); err != nil {
		return err
	}
	if s.target.key == 0 {
		s.begun, s.result.Nothing = true, true
		return nil
	}
	s.result.Title = s.target.told()
	if s.result.Action, err = firstDone(src, s.target); err != nil {
		return err
	}
	s.own.undoes, s.own.title = s.target.id, copied(s.target.title)
	if s.own.kind == ActionDo {
		s.own.title = takingBack(s.own.title)
	}
	if s.first, err = findAction(src, s.result.Action); err != nil {
		return err
	}
	if s.result.About, err = aboutAction(src, s.project.bodies, s.first); err != nil {
		return err
	}
	s.rows, err = rowsOf(src, s.target.key)
	s.begun = err == nil
	return err
}

// batch sets back some rows on the writer's goroutine.
func (s *Walk) batch(w *writer) error {
	rows := s.rows[s.done:min(s.done+s.pace.rows(), len(s.rows))]
	var kept []KeptField
	err := w.batch(&s.own, func(b *Batch) (err error) {
		kept, err = b.reverse(s.target, rows)
		return err
	})
	s.pace.follow(len(rows), w.worked)
	if err != nil {
		return err
	}
	s.result.Kept = append(s.result.Kept, kept...)
	s.done += len(rows)
	return nil
}

// reverse sets back what the action set of some rows, and returns what has been set since.
func (b *Batch) reverse(t action, rows []rowKey) ([]KeptField, error) {
	var kept []KeptField
	for _, row := range rows {
		changes, by, err := changesOf(b.w.db, row.entity, row.id)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(changes, journal.Change.Purges) {
			continue // it is gone for ever
		}
		if row.entity == EntityCoder {
			keepIntroduced(changes)
		}
		rev := journal.Reverse(changes, t.id, by.takes)
		for _, field := range rev.Kept {
			kept = append(kept, KeptField{row.entity, row.id, field})
		}
		if len(rev.Set) > 0 {
			if err := b.change(row.entity, row.id, rev.Set); err != nil {
				return nil, err
			}
		}
	}
	if b.action.key == 0 && len(rows) > 0 { // nothing could be set back
		return kept, b.try(rows[0])
	}
	return kept, nil
}

// try records that an action is about a row, though it sets nothing of it: the next undo then goes on from there.
func (b *Batch) try(row rowKey) error { return b.change(row.entity, row.id, journal.Fields{}) }
