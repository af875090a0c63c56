package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"time"

	"standpoint/store/say"
)

// readers is how many connections a pool has at most, each of which keeps a part of the file in memory; idleTime is how long it keeps one
// that nobody reads by.
const (
	readers  = 4
	idleTime = 20 * time.Second
)

// Pool holds connections that only read. It is safe for concurrent use, but for Version.
type Pool struct {
	db       *sql.DB
	path     string
	looking  *sql.Conn  // the one on which Version is asked; nil until it is
	watching sync.Mutex // held while somebody is told of a query
}

// OpenPool opens a file to be read by several at once.
func OpenPool(path string, a Access) (*Pool, error) {
	db, err := openDatabase(path, a)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(readers)
	db.SetMaxIdleConns(readers)
	db.SetConnMaxIdleTime(idleTime)
	return &Pool{db: db, path: path}, nil
}

// Read runs fn on one consistent state of the file. watch, which is told of one query at a time, may be nil.
func (p *Pool) Read(ctx context.Context, watch Watch, fn func(Snapshot) error) error {
	conn, err := p.db.Conn(ctx)
	if err != nil {
		return say.Errorf("read %s: %w", p.path, err)
	}
	defer func() { _ = conn.Close() }() // it goes back to the others
	if err := limitValues(conn); err != nil {
		return err
	}
	tx, err := conn.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return say.Errorf("read %s: %w", p.path, err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	s := Snapshot{ctx: ctx, tx: tx}
	if watch != nil {
		s.watch = func(query string, args []any, rows int) {
			p.watching.Lock()
			defer p.watching.Unlock()
			watch(query, args, rows)
		}
	}
	return fn(s)
}

// Version returns a number that is another one when another program, or another connection, has written to the file since it was
// asked for last. It is asked by one goroutine.
func (p *Pool) Version(ctx context.Context) (version int64, err error) {
	if p.looking == nil {
		if p.looking, err = p.db.Conn(ctx); err != nil {
			return 0, err
		}
	}
	err = p.looking.QueryRowContext(ctx, `PRAGMA data_version`).Scan(&version)
	return version, err
}

// Close closes all connections.
func (p *Pool) Close() error {
	var err error
	if p.looking != nil {
		err = p.looking.Close()
		p.looking = nil
	}
	return errors.Join(err, p.db.Close())
}
