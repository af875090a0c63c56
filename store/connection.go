package store

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

// readers is how many read-only connections a project keeps.
const readers = 4

// usualCache is how much of the file the writing connection keeps in memory, in kB below zero.
const usualCache = "-32000"

// access says what a connection may do.
type access int

const (
	writing     access = iota
	reading            // and nothing else: neither is a log written into the file, nor removed
	readingCopy        // of a private copy, into which SQLite may write its log
	copying            // reading, to write another file
)

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

// dsn returns the data source name of the file. It is always a file: URL, since the driver silently drops the options of
// a plain path. busy_timeout comes first, so that the other pragmas wait for a lock, too.
func dsn(path string, a access) (string, error) {
	q := []string{"_pragma=busy_timeout(5000)", "_pragma=trusted_schema(OFF)", "_dqs=0", "_defensive=1"}
	if a == writing {
		q = append(q, "_txlock=immediate", "_pragma=synchronous(FULL)", "_pragma=cache_size("+usualCache+")")
	} else {
		q = append(q, "_pragma=cache_size(-16000)")
	}
	if a == reading || a == readingCopy {
		q = append(q, "_pragma=query_only(1)")
	}
	if a == reading || a == copying {
		q = append(q, onlyRead)
	}
	return fileURL(path, q...)
}

// onlyRead is the option of a file that SQLite opens to be read.
const onlyRead = "mode=ro"

// attach has the connection read another file along with its own, as the database “project”.
func (c *connection) attach(path string) error {
	name, err := fileURL(path, onlyRead)
	if err != nil {
		return err
	}
	return c.exec(`ATTACH ? AS project`, name)
}

// source runs queries: the writer's connection, or a reader's snapshot.
type source interface {
	query(sql string, args ...any) (*sql.Rows, error)
}

// openDatabase opens the file with locks that belong to the open file. Linux would otherwise take all of SQLite's locks away
// as soon as anything in the process, a file dialog say, opens and closes the same file. Elsewhere, and where another
// database was opened before, the locks are the usual ones.
func openDatabase(path string, a access) (*sql.DB, error) {
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

// connection is one connection with its prepared statements. It is used by one goroutine at a time.
type connection struct {
	db         *sql.DB
	conn       *sql.Conn
	statements map[string]*sql.Stmt
}

// connect opens one connection of its own to the file.
func connect(ctx context.Context, path string, a access) (*connection, error) {
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
	return &connection{db: db, conn: conn, statements: map[string]*sql.Stmt{}}, nil
}

// longestValue is how many bytes one value may have: more than a text of the largest file that is brought in takes, with
// the changes that quote all of it. A stranger's file cannot make the program read more at once.
const longestValue = 256 << 20

// limitValues has a connection refuse longer values.
func limitValues(conn *sql.Conn) error {
	if _, err := sqlite.Limit(conn, lib.SQLITE_LIMIT_LENGTH, longestValue); err != nil {
		return say.Errorf("limit what is read at once: %w", err)
	}
	return nil
}

// Close closes the connection.
func (c *connection) Close() error {
	for _, s := range c.statements {
		_ = s.Close() // the connection goes with it
	}
	return errors.Join(c.conn.Close(), c.db.Close())
}

// prepare returns the statement, prepared once. Statements run without a context: the driver would start a goroutine for
// each, and a batch is short.
func (c *connection) prepare(query string) (*sql.Stmt, error) {
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

func (c *connection) exec(query string, args ...any) error {
	s, err := c.prepare(query)
	if err != nil {
		return err
	}
	if _, err := s.ExecContext(context.Background(), args...); err != nil {
		return fmt.Errorf("%s: %w", firstLine(query), err)
	}
	return nil
}

func (c *connection) insert(query string, args ...any) (key int64, err error) {
	s, err := c.prepare(query)
	if err != nil {
		return 0, err
	}
	res, err := s.ExecContext(context.Background(), args...)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", firstLine(query), err)
	}
	return res.LastInsertId()
}

func (c *connection) query(query string, args ...any) (*sql.Rows, error) {
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

// run executes statements that are used once, such as a schema.
func (c *connection) run(script string) error {
	if _, err := c.conn.ExecContext(context.Background(), script); err != nil {
		return fmt.Errorf("%s: %w", firstLine(script), err)
	}
	return nil
}

func firstLine(query string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(query), "\n")
	return line
}

// each calls fn for each row; scan reads the row's columns.
func each(src source, fn func(scan func(...any) error) error, query string, args ...any) error {
	rows, err := src.query(query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		n++
		if err := fn(rows.Scan); err != nil {
			return fmt.Errorf("%s: %w", firstLine(query), err)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("%s: %w", firstLine(query), err)
	}
	if s, ok := src.(snapshot); ok && s.watch != nil {
		s.watch(query, args, n)
	}
	return nil
}

// one scans the first row and reports whether there is one.
func one(src source, dest []any, query string, args ...any) (bool, error) {
	found := false
	err := each(src, func(scan func(...any) error) error {
		if found {
			return nil
		}
		found = true
		return scan(dest...)
	}, query, args...)
	return found, err
}

// number returns the first column of the first row, 0 if there is none.
func number(src source, query string, args ...any) (int, error) {
	var n int
	_, err := one(src, []any{&n}, query, args...)
	return n, err
}

// ids returns the first column of all rows.
func ids(src source, query string, args ...any) ([]ID, error) {
	var list []ID
	err := each(src, func(scan func(...any) error) error {
		var id ID
		if err := scan((*idColumn)(&id)); err != nil {
			return err
		}
		list = append(list, id)
		return nil
	}, query, args...)
	return list, err
}

// watch is told of each query and how many rows it gave: tests watch what is read.
type watch func(query string, args []any, rows int)

// snapshot is one consistent state of the project, for reading.
type snapshot struct {
	ctx   context.Context // who gives up the answer ends the query
	tx    *sql.Tx
	watch watch // may be nil
}

func (s snapshot) query(query string, args ...any) (*sql.Rows, error) {
	rows, err := s.tx.QueryContext(s.ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", firstLine(query), err)
	}
	return rows, nil
}
