package store

import (
	"context"
	"errors"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"standpoint/store/internal/sqlite"
	"standpoint/store/internal/sqlitefile"
	"standpoint/store/journal"
	"standpoint/store/say"
)

// checkpointDelay is how long after the last batch the write-ahead log is moved into the file.
const checkpointDelay = time.Second

// writer owns the one connection that writes. All batches run on its goroutine.
type writer struct {
	project  *Project
	db       *sqlite.Connection
	requests chan request
	quit     chan struct{}
	ended    chan struct{}
	stopping sync.Once
	err      error // of closing
	session  session
	clock    journal.Clock // the latest in the file
	worked   time.Duration // on the last batch, until it was committed

	log         os.FileInfo             // the write-ahead log, as SQLite opened it
	known       []sqlitefile.Generation // the states in which a checkpoint may leave the file, the earliest first
	seen        sqlitefile.Sight        // the file as it was when it was looked at last
	overwritten error                   // why nothing is written any more: something else has written over the file; nil if nothing has
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
	b, err := sqlitefile.LookBeside(p.path, p.file)
	if err != nil {
		return nil, say.Errorf("open %s: %w", p.path, err)
	}
	if err := p.setAside(b); err != nil { // before SQLite looks for logs
		return nil, explainOpening(p.path, err)
	}
	db, err := sqlite.Connect(ctx, p.path, sqlite.Writing)
	if err != nil {
		return nil, explainOpening(p.path, err)
	}
	w := &writer{
		project: p, db: db, known: b.Known,
		requests: make(chan request), quit: make(chan struct{}), ended: make(chan struct{}),
	}
	if err := w.prepare(); err != nil {
		return nil, errors.Join(explainOpening(p.path, err), db.Close())
	}
	go w.loop()
	return w, nil
}

func (w *writer) prepare() error {
	p := w.project
	if err := inspect(w.db, p.path); err != nil {
		return err
	}
	if err := w.db.Run(`PRAGMA journal_mode = WAL`); err != nil {
		return err
	}
	err := markOpen(w.db, true)
	if err == nil {
		err = w.db.Run(`PRAGMA wal_checkpoint(PASSIVE)`) // so that the file alone says it
	}
	if err != nil {
		return err
	}
	if w.clock, err = latestClock(w.db); err != nil {
		return err
	}
	if err := p.tally.kept.find(w.db); err != nil {
		return err
	}
	if w.log, err = os.Stat(p.path + "-wal"); err != nil {
		return say.Errorf("open the log of %s: %w", p.path, err)
	}
	if w.seen, err = sqlitefile.Look(p.file); err != nil {
		return say.Errorf("open %s: %w", p.path, err)
	}
	return w.keepInMind()
}

// keptInMind is how large a file may be, in bytes, to be kept in memory as a whole: it then can be backed up when something has written
// over it.
const keptInMind = 24 << 20

// keepInMind reads a file that is not large into the cache of the writing connection.
func (w *writer) keepInMind() error {
	if w.seen.Size > keptInMind {
		return w.db.KeepLittle()
	}
	_, err := sqlite.Number(w.db, `SELECT count(data) FROM sqlite_dbpage`)
	return err
}

// latestClock returns the latest clock in the journal. Clocks grow within a session, so the last of each is enough.
func latestClock(src sqlite.Source) (journal.Clock, error) {
	n, err := sqlite.Number(src, `SELECT max((SELECT clock FROM change WHERE session = s.key ORDER BY seq DESC LIMIT 1)) FROM session s
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
			if w.unaltered() == nil {
				_ = w.db.Run(`PRAGMA wal_checkpoint(PASSIVE)`) // tried again later: nothing is lost while it waits
			}
		case <-w.quit:
			idle.Stop()
			w.err = w.finish()
			return
		}
	}
}

// mayFinish refuses where not all can be left in one file: something has written over it, or the log that SQLite would remove
// by its name is not the one that it wrote.
func (w *writer) mayFinish() error {
	if err := w.unaltered(); err != nil {
		return err
	}
	log, err := os.Stat(w.project.path + "-wal")
	if err == nil && !os.SameFile(log, w.log) {
		err = NewError(CodeNotFound, nil, "Another program has put a log beside %s.", w.project.path)
	}
	return ignoreMissing(err)
}

// finish leaves everything in one file, if nobody else has it open. If something has written over the file, or taken its log's name, both
// stay as they are: connections that only read, which are closed after this one, keep SQLite from doing it by itself.
func (w *writer) finish() error {
	if w.unaltered() != nil {
		return w.db.Close()
	}
	emptied, err := w.db.EmptyLog() // not while another program reads: the log then stays, and counts
	if err == nil && emptied && markOpen(w.db, false) == nil {
		_, _ = w.db.EmptyLog()
	}
	w.db.Unprepare()
	if w.mayFinish() == nil {
		_ = w.db.Run(`PRAGMA journal_mode = DELETE`)
	}
	return w.db.Close()
}

// spaciously runs fn, which writes much, with more of the file in memory and a longer log.
func (p *Project) spaciously(ctx context.Context, fn func() error) error {
	much := func(ctx context.Context, on bool) error {
		return p.on(ctx, func(w *writer) error { return w.db.WriteMuch(on) })
	}
	if err := much(ctx, true); err != nil {
		return err
	}
	err := fn()
	return errors.Join(err, much(context.WithoutCancel(ctx), false))
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
		return NewError(CodeReadOnly, nil, "The project %s is open only to be read.", p.path)
	}
	r := request{run: func() error { return fn(p.writer) }, done: make(chan error, 1)}
	select {
	case p.writer.requests <- r:
		return <-r.done
	case <-ctx.Done():
		return ctx.Err()
	case <-p.writer.ended:
		return NewError(CodeReadOnly, nil, "The project %s is closed.", p.path)
	}
}

// transaction runs fn in one transaction: all of it is on disk when it returns, or, after an error or a panic, nothing.
func (w *writer) transaction(fn func() error) (err error) {
	if err := w.begin(); err != nil {
		w.project.unsaved.Store(true)
		return err
	}
	session, clock := w.session, w.clock
	defer func() {
		if r := recover(); r != nil {
			err = say.Errorf("the change was given up because of a fault in the program: %v\n%s", r, debug.Stack())
		}
		if err != nil {
			err = explain(w.project.path, err)
			if isFault(err) {
				w.project.unsaved.Store(true)
			}
			w.session, w.clock = session, clock
			w.project.bodies.forget() // among them may be one that is not in the file now
			err = errors.Join(err, w.rollback())
		}
	}()
	if err := fn(); err != nil {
		return err
	}
	if err := w.db.Exec(`COMMIT`); err != nil {
		return err
	}
	w.project.unsaved.Store(false)
	return nil
}

// begin begins a transaction, where what is written is not lost, and gives the file its next generation.
func (w *writer) begin() error {
	if err := w.inPlace(); err != nil {
		return err
	}
	if w.seen.Size > keptInMind {
		if err := w.db.KeepLittle(); err != nil {
			return explain(w.project.path, err)
		}
	}
	if err := w.db.Exec(`BEGIN IMMEDIATE`); err != nil {
		return explain(w.project.path, err)
	}
	next, err := advance(w.db)
	if err != nil {
		return errors.Join(explain(w.project.path, err), w.rollback())
	}
	w.known = append(w.known, next)
	return nil
}

func (w *writer) rollback() error {
	err := w.db.Run(`ROLLBACK`)
	if err != nil && w.db.Run(`BEGIN; ROLLBACK`) == nil {
		return nil // SQLite had rolled back by itself
	}
	return err
}

// resume makes sure that the session is still the one in the file; if the file was replaced or restored under us, or this
// is the first change, a new session begins.
func (w *writer) resume() error {
	if w.session.key != 0 {
		var chain []byte
		found, err := sqlite.One(w.db, []any{&chain}, `SELECT chain FROM session WHERE key = ? AND uuid = ?`, w.session.key, w.session.id[:])
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
	key, err := w.db.Insert(`INSERT INTO session (uuid, chain, local) VALUES (?, ?, 1)`, s.id[:], s.chain[:])
	s.key = key
	w.session = s
	return err
}
