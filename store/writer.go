package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"standpoint/store/journal"
)

// checkpointDelay is how long after the last batch the write-ahead log is moved into the file.
const checkpointDelay = time.Second

// writer owns the one connection that writes. All batches run on its goroutine.
type writer struct {
	project  *Project
	db       *connection
	requests chan request
	quit     chan struct{}
	ended    chan struct{}
	stopping sync.Once
	err      error // of closing
	session  session
	clock    journal.Clock // the latest in the file
	file     os.FileInfo   // as it was opened
}

// session is the run of changes that this opening of the project writes. It begins with the first.
type session struct {
	key   int64 // 0 before the first change
	id    ID
	seq   int64
	chain journal.Chain
}

type request struct {
	run  func() error
	done chan error
}

// startWriter opens the writing connection and starts its goroutine.
func startWriter(ctx context.Context, p *Project) (*writer, error) {
	db, err := connect(ctx, p.path)
	if err != nil {
		return nil, err
	}
	w := &writer{project: p, db: db, requests: make(chan request), quit: make(chan struct{}), ended: make(chan struct{})}
	if err := w.prepare(); err != nil {
		return nil, errors.Join(notWritable(p.path, err), db.Close())
	}
	go w.loop()
	return w, nil
}

func (w *writer) prepare() error {
	if err := inspect(w.db, w.project.path); err != nil {
		return err
	}
	if err := w.db.run(`PRAGMA journal_mode = WAL`); err != nil {
		return err
	}
	var err error
	if w.file, err = os.Stat(w.project.path); err != nil {
		return fmt.Errorf("open %s: %w", w.project.path, err)
	}
	w.clock, err = latestClock(w.db)
	return err
}

// inPlace refuses to write where what was written would be lost.
func (w *writer) inPlace() error { return w.project.inPlace(w.file) }

// latestClock returns the latest clock in the journal. Clocks grow within a session, so the last of each is enough.
func latestClock(src source) (journal.Clock, error) {
	n, err := number(src, `SELECT max((SELECT clock FROM change WHERE session = s.key ORDER BY seq DESC LIMIT 1)) FROM session s
		WHERE EXISTS (SELECT 1 FROM change WHERE session = s.key)
		HAVING count(*) > 0`)
	return journal.Clock(n), err
}

// loop serves requests until stop, and moves the write-ahead log into the file when there has been none for a while.
func (w *writer) loop() {
	defer close(w.ended)
	idle := time.NewTimer(checkpointDelay)
	for {
		select {
		case r := <-w.requests:
			r.done <- r.run()
			idle.Reset(checkpointDelay)
		case <-idle.C:
			_ = w.db.run(`PRAGMA wal_checkpoint(PASSIVE)`) // tried again later: nothing is lost while it waits
		case <-w.quit:
			idle.Stop()
			w.err = w.finish()
			return
		}
	}
}

// finish leaves everything in one file, if nobody else has it open.
func (w *writer) finish() error {
	for _, s := range w.db.statements {
		_ = s.Close() // open statements keep the journal mode from changing
	}
	clear(w.db.statements)
	_ = w.db.run(`PRAGMA wal_checkpoint(TRUNCATE)`) // fails while another program reads: the log then stays, and counts
	_ = w.db.run(`PRAGMA journal_mode = DELETE`)
	return w.db.Close()
}

// spaciously runs fn, which writes much, with more of the file in memory and a longer log, so that pages that change again
// and again are written once.
func (p *Project) spaciously(ctx context.Context, fn func() error) error {
	set := func(ctx context.Context, pragmas string) error {
		return p.on(ctx, func(w *writer) error { return w.db.run(pragmas) })
	}
	if err := set(ctx, `PRAGMA cache_size = -200000; PRAGMA wal_autocheckpoint = 25000`); err != nil {
		return err
	}
	err := fn()
	usual := `PRAGMA cache_size = ` + usualCache + `; PRAGMA wal_autocheckpoint = 1000`
	return errors.Join(err, set(context.WithoutCancel(ctx), usual))
}

// stop ends the goroutine after what it is doing.
func (w *writer) stop() error {
	w.stopping.Do(func() { close(w.quit) })
	<-w.ended
	return w.err
}

// on runs fn on the writer's goroutine and waits for it. If ctx ends before fn has begun, fn never runs.
func (p *Project) on(ctx context.Context, fn func(*writer) error) error {
	if p.writer == nil {
		return &Error{Code: CodeReadOnly, Message: fmt.Sprintf("The project %s is open only to be read.", p.path)}
	}
	r := request{run: func() error { return fn(p.writer) }, done: make(chan error, 1)}
	select {
	case p.writer.requests <- r:
		return <-r.done
	case <-ctx.Done():
		return ctx.Err()
	case <-p.writer.ended:
		return &Error{Code: CodeReadOnly, Message: fmt.Sprintf("The project %s is closed.", p.path)}
	}
}

// transaction runs fn in one transaction: all of it is on disk when it returns, or, after an error or a panic, nothing.
func (w *writer) transaction(fn func() error) (err error) {
	if err := w.inPlace(); err != nil {
		return err
	}
	if err := w.db.exec(`BEGIN IMMEDIATE`); err != nil {
		return explain(w.project.path, err)
	}
	session, clock := w.session, w.clock
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the change was given up because of a fault in the program: %v\n%s", r, debug.Stack())
		}
		if err != nil {
			err = explain(w.project.path, err)
			w.session, w.clock = session, clock
			w.project.bodies.forget() // among them may be one that is not in the file now
			err = errors.Join(err, w.rollback())
		}
	}()
	if err := fn(); err != nil {
		return err
	}
	return w.db.exec(`COMMIT`)
}

func (w *writer) rollback() error {
	err := w.db.run(`ROLLBACK`)
	if err != nil && w.db.run(`BEGIN; ROLLBACK`) == nil {
		return nil // SQLite had rolled back by itself
	}
	return err
}

// resume makes sure that the session is still the one in the file; if the file was replaced or restored under us, or this
// is the first change, a new session begins.
func (w *writer) resume() error {
	if w.session.key != 0 {
		var chain []byte
		found, err := one(w.db, []any{&chain}, `SELECT chain FROM session WHERE key = ? AND uuid = ?`, w.session.key, w.session.id[:])
		if err != nil {
			return err
		}
		if found && string(chain) == string(w.session.chain[:]) {
			return nil
		}
		latest, err := latestClock(w.db)
		if err != nil {
			return err
		}
		w.clock = max(w.clock, latest)
	}
	s := session{id: NewID()}
	key, err := w.db.insert(`INSERT INTO session (uuid, chain, local) VALUES (?, ?, 1)`, s.id[:], s.chain[:])
	s.key = key
	w.session = s
	return err
}
