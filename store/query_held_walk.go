package store

import (
	"strconv"
	"strings"
	"sync/atomic"

	"standpoint/store/internal/sqlite"
)

// sharedWalk is a walk over all annotations in stretches, which several readers of one state share.
type sharedWalk struct {
	rows int64        // of a stretch, unless there would be more than the most stretches: rows have gaps, and a file may be damaged
	next atomic.Int64 // the first stretch that nobody has taken
}

// How many rows a stretch has, and how many stretches there are at most.
const (
	stretchRows   = 8192
	mostStretches = 1024
)

// walkAll reads stretches of all annotations until the last is taken, by this reader or by another one. What it took before, without
// coming to its end, it reads again.
func (r *holdingsReader) walkAll(w *sharedWalk) error {
	var from, to int64
	if _, err := sqlite.One(r.s, []any{&from, &to}, `SELECT ifnull((SELECT min(rowid) FROM annotation), 0),
		ifnull((SELECT max(rowid) FROM annotation), -1)`); err != nil { // one after the other they are looked up
		return err
	}
	rows := max(w.rows, to/mostStretches-from/mostStretches+1)
	read := func(stretch int64) error {
		first := from + stretch*rows
		return r.walk(`annotation a NOT INDEXED WHERE a.rowid BETWEEN ? AND ? AND`, first, first+rows-1)
	}
	for _, stretch := range r.taken {
		if err := read(stretch); err != nil {
			return err
		}
	}
	for {
		stretch := w.next.Add(1) - 1
		if from+stretch*rows > to {
			return nil
		}
		r.taken = append(r.taken, stretch)
		if err := read(stretch); err != nil {
			return err
		}
	}
}

// The signs between the parts of a row, and after a row. Many rows are read as one text: each row and column costs more than what is in it.
const (
	partSign = '\x1f'
	rowSign  = '\x1e'
)

// heldIDs is how many ids a row begins with: its own, then the issue, the article, the coder and the statement of a position.
const heldIDs = 5

// heldRow is such a row, of ids as they are stored. It begins with a p for a position; another one only tells that it denies or declines.
const heldRow = `concat(iif(a.kind = '` + string(KindPosition) + `', 'p', 'd'), a.id, ifnull(a.target_issue, zeroblob(16)), a.shown_in,
	ifnull(a.coder_of, zeroblob(16)), ifnull(a.statement, zeroblob(16)), a.start, char(31), a.date_from, char(31), a.condition <> '',
	char(31), a.stance, char(31), a.date, char(30))`

// walk reads those of some annotations, called a, that are positions on issues, and which of them deny or decline.
func (r *holdingsReader) walk(from string, args ...any) error {
	var rows string
	_, err := sqlite.One(r.s, []any{(*stringColumn)(&rows)}, `SELECT ifnull(group_concat(`+heldRow+`, ''), '') FROM `+from+`
		a.shown_in IS NOT NULL AND (a.kind = '`+string(KindPosition)+`' AND a.target_issue IS NOT NULL
		OR a.act IN ('`+string(ActDenies)+`', '`+string(ActDeclines)+`'))`, args...)
	const head = 1 + heldIDs*len(ID{})
	for err == nil && rows != "" {
		end := -1
		if len(rows) > head {
			end = strings.IndexByte(rows[head:], rowSign)
		}
		if end < 0 {
			return damagedf("A position should have an issue, an article and a coder.")
		}
		err = r.hold(rows[0] == 'p', rows[1:head], rows[head:head+end])
		rows = rows[head+end+1:]
	}
	return err
}

// hold takes over a row: its ids, and the rest.
func (r *holdingsReader) hold(isPosition bool, ids, rest string) error {
	var list [heldIDs]ID
	for i := range list {
		copy(list[i][:], ids[i*len(ID{}):])
	}
	if !isPosition {
		r.denied[list[0]] = true
		return nil
	}
	start, common, _ := strings.Cut(rest, string(partSign))
	p, is := r.common[common]
	if !is {
		parts := strings.SplitN(common, string(partSign), 4)
		if len(parts) < 4 {
			return damagedf("A position should have a date and a stance.")
		}
		p.DateFrom, p.Conditional, p.Stance, p.Date = DateFrom(parts[0]), parts[1] == "1", Stance(parts[2]), Date(parts[3])
		p.day = p.Date.sortKey()
		r.common[strings.Clone(common)] = p
	}
	p.ID, p.Issue, p.Article, p.coder, p.Statement = list[0], list[1], list[2], list[3], list[4]
	var err error
	if p.Start, err = strconv.Atoi(start); err != nil {
		return damagedf("Where a position begins should be a number and is something else.")
	}
	r.list = append(r.list, p)
	return nil
}
