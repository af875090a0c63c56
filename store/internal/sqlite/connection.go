// Package sqlite is what a project needs of SQLite and of the file that SQLite has open: connections and the queries on them, the
// locks, private copies, and what an error of the driver means. It alone knows the driver. It knows no table of the project, and
// leaves it to the store to tell people what went wrong.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"standpoint/store/say"
)

// Access says what a connection may do.
type Access int

// What a connection may do.
const (
	Writing     Access = iota
	Reading            // and nothing else: neither is a log written into the file, nor removed
	ReadingCopy        // of a private copy, into which SQLite may write its log
	Copying            // reading, to write another file
)

// How much of the file the writing connection keeps in memory, in kB below zero, and how many pages its log has before SQLite moves
// them into the file: as a rule, where it is not to keep a whole file in it, and where much is written. SQLite takes twice as much for it.
const (
	usualCache, usualLog = -27_000, 1_000
	littleCache          = -14_000
	largeCache, largeLog = -200_000, 25_000
)

// readingCache is how much of the file each other connection keeps, in kB below zero. There are several, whose memory is not Go's to
// gather, and each forgets all of it when something was written.
const readingCache = -4_000

// LongestValue is how many bytes one value may have: more than a text of the largest file that is brought in takes, with
// the changes that quote all of it. A stranger's file cannot make the program read more at once.
const LongestValue = 256 << 20

// fileURL returns the file: URL of a file with options, as SQLite reads it.
func fileURL(path string, options ...string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", say.Errorf("find %s: %w", path, err)
	}
	abs = filepath.ToSlash(abs)
	if runtime.GOOS == "windows" && !strings.HasPrefix(abs, "/") {
		abs = "/" + abs
	}
	u := url.URL{Scheme: "file", Path: abs, RawQuery: strings.Join(options, "&")}
	return u.String(), nil
}

// onlyRead is the option of a file that SQLite opens to be read.
const onlyRead = "mode=ro"

// dsn returns the data source name of the file. It is always a file: URL, since the driver silently drops the options of
// a plain path. busy_timeout comes first, so that the other pragmas wait for a lock, too.
func dsn(path string, a Access) (string, error) {
	q := []string{"_pragma=busy_timeout(5000)", "_pragma=trusted_schema(OFF)", "_dqs=0", "_defensive=1"}
	if a == Writing {
		q = append(q, "_txlock=immediate", "_pragma=synchronous(FULL)", fmt.Sprintf("_pragma=cache_size(%d)", usualCache))
	} else {
		q = append(q, fmt.Sprintf("_pragma=cache_size(%d)", readingCache))
	}
	if a == Reading || a == ReadingCopy {
		q = append(q, "_pragma=query_only(1)")
	}
	if a == Reading || a == Copying {
		q = append(q, onlyRead)
	}
	return fileURL(path, q...)
}

// openDatabase opens the file with locks that belong to the open file. Linux would otherwise take all of SQLite's locks away
// as soon as anything in the process, a file dialog say, opens and closes the same file. Elsewhere, and where another
// database was opened before, the locks are the usual ones.
func openDatabase(path string, a Access) (*sql.DB, error) {
	_, _ = sqlite.OFDLocking(true) // where there are none, SQLite falls back by itself
	name, err := dsn(path, a)
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, say.Errorf("open %s: %w", path, err)
	}
	return db, nil
}

// limitValues has a connection refuse longer values.
func limitValues(conn *sql.Conn) error {
	if _, err := sqlite.Limit(conn, lib.SQLITE_LIMIT_LENGTH, LongestValue); err != nil {
		return say.Errorf("limit what is read at once: %w", err)
	}
	return nil
}

// Connection is one connection with its prepared statements. It is used by one goroutine at a time.
type Connection struct {
	Watch Watch // may be nil

	db         *sql.DB
	conn       *sql.Conn
	statements map[string]*sql.Stmt
	little     bool // KeepLittle was asked for
}

// Connect opens one connection of its own to the file.
func Connect(ctx context.Context, path string, a Access) (*Connection, error) {
	db, err := openDatabase(path, a)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, errors.Join(say.Errorf("open %s: %w", path, err), db.Close())
	}
	if err := limitValues(conn); err != nil {
		return nil, errors.Join(err, conn.Close(), db.Close())
	}
	return &Connection{db: db, conn: conn, statements: map[string]*sql.Stmt{}}, nil
}

// Close closes the connection.
func (c *Connection) Close() error {
	c.Unprepare()
	return errors.Join(c.conn.Close(), c.db.Close())
}

// Unprepare closes all prepared statements: while one is open, the way in which the file is written cannot be changed.
func (c *Connection) Unprepare() {
	for _, s := range c.statements {
		_ = s.Close() // nothing is lost with a statement
	}
	clear(c.statements)
}

// prepare returns the statement, prepared once. Statements run without a context: the driver would start a goroutine for
// each, and a batch is short.
func (c *Connection) prepare(query string) (*sql.Stmt, error) {
	if s, ok := c.statements[query]; ok {
		return s, nil
	}
	s, err := c.conn.PrepareContext(context.Background(), query)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", firstLine(query), err)
	}
	c.statements[query] = s
	return s, nil
}

// Exec runs a statement.
func (c *Connection) Exec(query string, args ...any) error {
	_, err := c.execute(query, args)
	return err
}

// Insert runs a statement that adds a row, and returns the row's key.
func (c *Connection) Insert(query string, args ...any) (key int64, err error) {
	res, err := c.execute(query, args)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

func (c *Connection) execute(query string, args []any) (sql.Result, error) {
	s, err := c.prepare(query)
	if err != nil {
		return nil, err
	}
	res, err := s.ExecContext(context.Background(), args...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", firstLine(query), err)
	}
	c.watched(query, args, 0)
	return res, nil
}

func (c *Connection) query(query string, args ...any) (*sql.Rows, error) {
	s, err := c.prepare(query)
	if err != nil {
		return nil, err
	}
	rows, err := s.QueryContext(context.Background(), args...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", firstLine(query), err)
	}
	return rows, nil
}

func (c *Connection) watched(query string, args []any, rows int) {
	if c.Watch != nil {
		c.Watch(query, args, rows)
	}
}

// Run executes statements that are used once, such as a schema.
func (c *Connection) Run(script string) error {
	if _, err := c.conn.ExecContext(context.Background(), script); err != nil {
		return fmt.Errorf("%s: %w", firstLine(script), err)
	}
	return nil
}

// Attach has the connection read another file along with its own, as the database of that name.
func (c *Connection) Attach(path, name string) error {
	target, err := fileURL(path, onlyRead)
	if err != nil {
		return err
	}
	return c.Exec(`ATTACH ? AS `+name, target)
}

// VacuumInto writes a compact copy into an empty file. The name goes as a URL: SQLite would read a path that begins with
// “file:” as one.
func (c *Connection) VacuumInto(ctx context.Context, path string) error {
	target, err := fileURL(path)
	if err != nil {
		return err
	}
	_, err = c.conn.ExecContext(ctx, `VACUUM INTO ?`, target)
	return err
}

// EmptyLog moves the whole log into the file; false while another program reads.
func (c *Connection) EmptyLog() (bool, error) {
	var busy, log, moved int
	_, err := One(c, []any{&busy, &log, &moved}, `PRAGMA wal_checkpoint(TRUNCATE)`)
	return busy == 0, err
}

// KeepLittle has the writing connection keep no more of the file than helps it to write, however small the file was before.
func (c *Connection) KeepLittle() error {
	if c.little {
		return nil
	}
	c.little = true
	return c.Run(fmt.Sprintf(`PRAGMA cache_size = %d`, littleCache))
}

// WriteMuch has more of the file in memory and a longer log, or as much as usual again, so that pages that change again and again
// are written once.
func (c *Connection) WriteMuch(much bool) error {
	cache, log := usualCache, usualLog
	if c.little {
		cache = littleCache
	}
	if much {
		cache, log = largeCache, largeLog
	}
	return c.Run(fmt.Sprintf(`PRAGMA cache_size = %d; PRAGMA wal_autocheckpoint = %d`, cache, log))
}

func firstLine(query string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(query), "\n")
	return line
}
