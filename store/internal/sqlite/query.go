package sqlite

import (
	"context"
	"database/sql"
	"fmt"
)

// Source runs queries: a Connection, or a Snapshot.
type Source interface {
	query(query string, args ...any) (*sql.Rows, error)
	watched(query string, args []any, rows int)
}

// Watch is told of each query and how many rows it gave: tests watch what is read.
type Watch func(query string, args []any, rows int)

// Snapshot is one consistent state of the file, for reading.
type Snapshot struct {
	ctx   context.Context // who gives up the answer ends the query
	tx    *sql.Tx
	watch Watch // may be nil
}

func (s Snapshot) query(query string, args ...any) (*sql.Rows, error) {
	rows, err := s.tx.QueryContext(s.ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", firstLine(query), err)
	}
	return rows, nil
}

func (s Snapshot) watched(query string, args []any, rows int) {
	if s.watch != nil {
		s.watch(query, args, rows)
	}
}

// Each calls fn for each row; scan reads the row's columns.
func Each(src Source, fn func(scan func(...any) error) error, query string, args ...any) error {
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
	src.watched(query, args, n)
	return nil
}

// One scans the first row and reports whether there is one.
func One(src Source, dest []any, query string, args ...any) (bool, error) {
	found := false
	err := Each(src, func(scan func(...any) error) error {
		if found {
			return nil
		}
		found = true
		return scan(dest...)
	}, query, args...)
	return found, err
}

// Number returns the first column of the first row, 0 if there is none.
func Number(src Source, query string, args ...any) (int, error) {
	var n int
	_, err := One(src, []any{&n}, query, args...)
	return n, err
}
