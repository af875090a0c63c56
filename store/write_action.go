package store

import (
	"context"
	"slices"
	"time"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/say"
)

// Batch is one transaction being written. It is valid only inside the function it was given to. Reads through a Batch
// see its own writes; lists and counts follow when it is committed.
type Batch struct {
	w       *writer
	action  action
	clock   journal.Clock // one for all changes of the batch
	at      time.Time
	begun   bool // the action and its session are in the file
	settled bool // something is to be derived anew, though the batch writes no change of its own, as when a merge is taken back
	touched map[Entity][]ID
	seen    map[rowKey]bool
	made    []ID // actors that AddActorIn made
	stale   *stale
	since   journal.Clock // what later actions have set after it stays as they have it; 0 if there can be none such
}

// rowKey names one row.
type rowKey struct {
	entity Entity
	id     ID
}

// action is a row of the table action.
type action struct {
	key    int64 // 0 before the first change
	id     ID
	kind   ActionKind
	undoes ID
	title  string         // as the journal keeps it
	sealed journal.Action // as it was written
}

// Do runs fn as one action with one batch: all of it is on disk when Do returns, or nothing. If fn writes nothing there is
// no action and the ID is zero. CodeInvalid if the title has a code that is not in the list. fn runs on the
// writer's goroutine and must not call Do, Undo or Redo.
func (p *Project) Do(ctx context.Context, title Title, fn func(*Batch) error) (ID, error) {
	if err := title.check(); err != nil {
		return ID{}, err
	}
	a := action{kind: ActionDo, title: title.encode()}
	err := p.on(ctx, func(w *writer) error { return w.batch(&a, fn) })
	return a.id, err
}

// LongAction is one action written in several batches, such as an import: Undo takes all of it back at once. Use it from
// one goroutine.
type LongAction struct {
	project *Project
	action  action
	err     error // what is wrong with its title
}

// Begin starts an action of several batches. Nothing is written before the first Batch, which fails as Do does if the title is wrong.
func (p *Project) Begin(title Title) *LongAction {
	return &LongAction{project: p, action: action{kind: ActionDo, title: title.encode()}, err: title.check()}
}

// ID returns the action's id; zero before its first change.
func (a *LongAction) ID() ID { return a.action.id }

// Batch runs fn as one batch of the action. If the action was taken back between two batches, a new one with the same
// title begins.
func (a *LongAction) Batch(ctx context.Context, fn func(*Batch) error) error {
	if a.err != nil {
		return a.err
	}
	return a.project.on(ctx, func(w *writer) error {
		taken, err := a.action.isTakenBack(w.db)
		if err != nil {
			return err
		}
		if taken {
			a.action = action{kind: ActionDo, title: a.action.title}
		}
		return w.batch(&a.action, fn)
	})
}

// isTakenBack reports whether the action was taken back, whatever became of it since.
func (a *action) isTakenBack(src sqlite.Source) (bool, error) {
	if a.key == 0 {
		return false, nil
	}
	n, err := sqlite.Number(src, `SELECT count(*) FROM action WHERE undoes = ?`, a.id[:])
	return n > 0, err
}

// batch runs fn in one transaction under the action and tells subscribers. The action stays as it was if that fails.
func (w *writer) batch(a *action, fn func(*Batch) error) error {
	at := w.project.now()
	b := &Batch{w: w, action: *a, at: at, touched: map[Entity][]ID{}, seen: map[rowKey]bool{}, stale: newStale()}
	err := w.transaction(func() error {
		b.clock = journal.Next(w.clock, at)
		began := time.Now()
		defer func() { w.worked = time.Since(began) }()
		if err := fn(b); err != nil {
			return err
		}
		return b.settle()
	})
	if err != nil || !b.begun && !b.settled {
		return err
	}
	*a = b.action
	w.clock = b.clock
	if len(b.touched[EntityCoder]) > 0 {
		if err := w.renewCoder(); err != nil {
			return err
		}
	}
	if a.kind != ActionMerge { // a merge changes nothing in what Undo and Redo would do next
		if err := w.project.refreshTitles(w.db); err != nil {
			return err
		}
	}
	w.project.publish(b.event())
	return nil
}

// renewCoder follows what became of the person who works on the project: another name, or somebody else's work taken over.
func (w *writer) renewCoder() error {
	c := w.project.Coder()
	t := tableFor(EntityCoder)
	_, err := sqlite.One(w.db, t.destinations(&c),
		`SELECT `+t.selection("k")+` FROM coder c CROSS JOIN coder k ON k.id = c.canonical WHERE c.id = ?`, w.project.self[:])
	w.project.setCoder(c)
	return err
}

// begin writes session and action before the batch's first change.
func (b *Batch) begin() error {
	if b.begun {
		return nil
	}
	if err := b.w.resume(); err != nil {
		return err
	}
	b.clock = max(b.clock, journal.Next(b.w.clock, b.at))
	if !b.clock.IsSensible() {
		return invalidf("The clock of this project stands in the year %d, so that nothing can be written after it. Set the clock of the "+
			"computer right; if that does not help, restore a backup (%s).", b.clock.Time().Year(), say.AdviceRestore)
	}
	b.begun = true
	if err := b.writeAction(); err != nil {
		return err
	}
	return b.introduce()
}

// writeAction writes the action, once.
func (b *Batch) writeAction() error {
	if b.action.key != 0 {
		return nil
	}
	b.action.id = NewID()
	coder := b.w.project.Coder()
	a := journal.Action{
		ID: b.action.id, Coder: coder.ID, Undoes: b.action.undoes, Title: b.action.title,
		Kind: string(b.action.kind), At: b.at.Format(time.RFC3339Nano),
	}
	var err error
	b.action.key, err = b.w.db.Insert(`INSERT INTO action (id, coder, kind, undoes, title, at) VALUES (?, ?, ?, ?, ?, ?)`,
		a.ID[:], a.Coder[:], a.Kind, blob(a.Undoes), a.Title, a.At)
	b.action.sealed = a
	return err
}

// introduce writes the project's coder into the journal at its first change.
func (b *Batch) introduce() error {
	c := b.w.project.Coder()
	known, err := sqlite.Number(b.w.db, `SELECT count(*) FROM coder WHERE id = ?`, c.ID[:])
	if err != nil || known > 0 {
		return err
	}
	fields := tableFor(EntityCoder).diff(&Coder{}, &c)
	fields[journal.FieldCreated] = []byte("true")
	return b.change(EntityCoder, c.ID, fields)
}

// change writes one change to the journal and folds its row anew.
func (b *Batch) change(e Entity, id ID, fields journal.Fields) error {
	if b.since > 0 && len(fields) > 0 {
		if err := b.spare(e, id, fields); err != nil || len(fields) == 0 {
			return err
		}
	}
	if _, err := b.record(e, id, fields); err != nil {
		return err
	}
	return b.refold(e, id)
}

// create writes the change that makes a row, whose id was made up for it, and folds the row.
func (b *Batch) create(e Entity, id ID, fields journal.Fields) error {
	c, err := b.record(e, id, fields)
	if err != nil {
		return err
	}
	b.touch(e, id)
	return b.stale.foldNew(b.w.db, c, author{coder: b.action.sealed.Coder})
}

// record writes one change to the journal.
func (b *Batch) record(e Entity, id ID, fields journal.Fields) (c journal.Change, err error) {
	if err := b.begin(); err != nil {
		return c, err
	}
	s := &b.w.session
	encoded, err := fields.Encode()
	if err != nil {
		return c, err
	}
	c = journal.Change{
		Session: s.id, Seq: s.seq + 1, Clock: b.clock, Action: b.action.id, Entity: string(e), ID: id, Fields: fields,
	}
	err = b.w.db.Exec(`INSERT INTO change (session, seq, clock, action, entity, id, fields) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		s.key, c.Seq, int64(c.Clock), b.action.key, c.Entity, id[:], string(encoded))
	if err != nil {
		return c, err
	}
	s.seq, s.chain = c.Seq, s.chain.Next(c, b.action.sealed, encoded)
	return c, nil
}

// refold folds a row from all its changes and notes what that makes stale. Local changes and merged ones take this path.
func (b *Batch) refold(e Entity, id ID) error {
	b.touch(e, id)
	return refold(b.w.db, e, id, b.stale)
}

// touch notes that a row has another change.
func (b *Batch) touch(e Entity, id ID) {
	if key := (rowKey{e, id}); !b.seen[key] {
		b.seen[key] = true
		b.touched[e] = append(b.touched[e], id)
	}
}

// settle brings up to date what is derived, and keeps the session's chain.
func (b *Batch) settle() error {
	if !b.begun && !b.settled {
		return b.w.project.tally.note(b.w.db, nil)
	}
	if err := b.stale.settle(b.w.db, b.w.project.bodies); err != nil {
		return err
	}
	if err := b.w.project.tally.note(b.w.db, b.stale.articles); err != nil {
		return err
	}
	if !b.begun {
		return nil
	}
	return b.w.db.Exec(`UPDATE session SET chain = ? WHERE key = ?`, b.w.session.chain[:], b.w.session.key)
}

func (b *Batch) event() Event {
	e := Event{Action: b.action.id, Touched: b.touched, Named: map[Entity][]ID{}}
	for key := range b.stale.named {
		e.Named[key.entity] = append(e.Named[key.entity], key.id)
	}
	for id := range b.stale.articles {
		e.Articles = append(e.Articles, id)
	}
	slices.SortFunc(e.Articles, compareIDs)
	return e
}
