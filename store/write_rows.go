package store

import (
	"context"
	"time"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/say"
)

// How many rows an action on many writes at once, and how long it may work on them until it is committed: who saves meanwhile waits for one
// such batch at most.
const (
	MostRows  = 50
	leastRows = 5
	rowsTime  = 50 * time.Millisecond
)

// rowPace is how many rows the next batch of an action has: fewer, where much hangs on each.
type rowPace int

func (p *rowPace) rows() int {
	if *p == 0 {
		*p = MostRows
	}
	return int(*p)
}

// follow notes how long the work on so many rows took.
func (p *rowPace) follow(rows int, took time.Duration) {
	if rows > 0 && took > 0 {
		fit := int64(rows) * int64(rowsTime) / int64(took)
		*p = rowPace(min(max(fit, leastRows), MostRows))
	}
}

// Rows are rows of one entity.
type Rows struct {
	Entity Entity
	IDs    []ID
	Binned bool // they are in the trash; else those that are there are left out
}

// RowWrite is what an action does to rows.
type RowWrite struct {
	First func(*Batch) error               // done once before them, such as making the tag that they get; may be nil
	Each  func(*Batch, Entity, []ID) error // does some of them, of one entity, in their order
}

// EachRow does the same to each row.
func EachRow(do func(*Batch, Entity, ID) error) RowWrite {
	return RowWrite{Each: func(b *Batch, e Entity, rows []ID) error {
		for _, id := range rows {
			if err := do(b, e, id); err != nil {
				return err
			}
		}
		return nil
	}}
}

// RowAction is one action on many rows, written in batches of at most 50, between which others write: Undo takes all of it back at once.
// What actions that began later have set of a row before it comes to that stays as they have it; rows that are gone by then are left out.
// If it is taken back before its end, it ends there. Use it from one goroutine.
type RowAction struct {
	long LongAction

	left        []Rows
	done, total int
	write       RowWrite
	pace        rowPace

	begun   bool
	since   journal.Clock // before its first batch
	written journal.Clock // after its last one
	beside  bool          // others have written between them
	over    bool          // it was taken back
}

// BeginRows starts an action on rows. Nothing is written before the first Next, which fails as Do does if the title is wrong.
func (p *Project) BeginRows(title Title, write RowWrite, rows ...Rows) *RowAction {
	a := &RowAction{long: *p.Begin(title), write: write}
	for _, r := range rows {
		if len(r.IDs) > 0 {
			a.left = append(a.left, r)
			a.total += len(r.IDs)
		}
	}
	return a
}

// ID returns the action's id; zero before its first change.
func (a *RowAction) ID() ID { return a.long.ID() }

// Done returns how many of how many rows are done.
func (a *RowAction) Done() (done, total int) { return a.done, a.total }

// IsTakenBack reports whether the action was taken back before its end.
func (a *RowAction) IsTakenBack() bool { return a.over }

// Next writes the next batch; more says that there are rows left. After an error what was written before stays, and says so.
func (a *RowAction) Next(ctx context.Context) (more bool, err error) {
	if a.long.err != nil {
		return false, a.long.err
	}
	if len(a.left) == 0 {
		return false, nil
	}
	r := &a.left[0]
	n := min(a.pace.rows(), len(r.IDs))
	err = a.long.project.on(ctx, func(w *writer) error {
		if a.over, err = a.long.action.isTakenBack(w.db); err != nil || a.over {
			return err
		}
		return a.batch(w, *r, r.IDs[:n])
	})
	switch {
	case err != nil && a.done > 0:
		return false, say.Errorf("the action stopped after %d of %d rows: %w", a.done, a.total, err)
	case err != nil || a.over:
		return false, err
	}
	a.done += n
	if r.IDs = r.IDs[n:]; len(r.IDs) == 0 {
		a.left = a.left[1:]
	}
	return len(a.left) > 0, nil
}

// Reserve has the action begin before all that is written from now on, though nothing of it is written yet.
func (a *RowAction) Reserve(ctx context.Context) error {
	if a.long.err != nil || len(a.left) == 0 {
		return a.long.err
	}
	return a.long.project.on(ctx, func(w *writer) error {
		return a.sparing(w, func(b *Batch) error { return b.try(rowKey{a.left[0].Entity, a.left[0].IDs[0]}) })
	})
}

// batch writes some rows on the writer's goroutine.
func (a *RowAction) batch(w *writer, of Rows, rows []ID) error {
	err := a.sparing(w, func(b *Batch) error {
		if a.done == 0 && a.write.First != nil {
			if err := a.write.First(b); err != nil {
				return err
			}
		}
		there, err := of.there(w.db, rows)
		if err != nil {
			return err
		}
		if err := a.write.Each(b, of.Entity, there); err != nil {
			return err
		}
		if b.action.key == 0 && a.done+len(rows) < a.total { // nothing is other than it was, so far: what others write now comes after it
			return b.try(rowKey{of.Entity, rows[0]})
		}
		return nil
	})
	a.pace.follow(len(rows), w.worked)
	return err
}

// sparing writes a batch on the writer's goroutine, and spares what others have set meanwhile.
func (a *RowAction) sparing(w *writer, fn func(*Batch) error) error {
	if !a.begun {
		a.since, a.written, a.begun = w.clock, w.clock, true
	}
	a.beside = a.beside || w.clock != a.written
	err := w.batch(&a.long.action, func(b *Batch) error {
		if a.beside {
			b.since = a.since
		}
		return fn(b)
	})
	a.written = w.clock
	return err
}

// there returns those of the rows that are there, in their order.
func (r Rows) there(src sqlite.Source, rows []ID) ([]ID, error) {
	query := `SELECT id FROM ` + tableFor(r.Entity).name() + ` WHERE id IN (`
	found := make(map[ID]bool, len(rows))
	err := sqlite.EachPortion(rows, func(in string, args []any) error {
		only := `) AND deleted = 0`
		if r.Binned {
			only = `)`
		}
		list, err := ids(src, query+in+only, args...)
		for _, id := range list {
			found[id] = true
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var there []ID
	for _, id := range rows {
		if found[id] {
			there = append(there, id)
		}
	}
	return there, nil
}

// spare leaves out of a change the fields that actions have set which began after that of the batch.
func (b *Batch) spare(e Entity, id ID, fields journal.Fields) error {
	return sqlite.Each(b.w.db, func(scan func(...any) error) error {
		var encoded string
		if err := scan(&encoded); err != nil {
			return err
		}
		set, err := journal.Decode([]byte(encoded))
		if err != nil {
			return err
		}
		for field := range set {
			delete(fields, field)
		}
		return nil
	}, `SELECT c.fields FROM change c WHERE c.entity = ? AND c.id = ? AND c.clock > ? AND c.action > ?`,
		string(e), id[:], int64(b.since), b.action.key)
}
