package store

import (
	"context"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
)

// order is how a list is sorted: runs of columns, each of which an index serves in one direction. The last column tells any two
// rows apart, so that each row has one place in the list.
type order []run

// run are columns, "a.name_key, a.id", that are sorted in one direction.
type run struct {
	columns string
	falls   bool
}

func rising(columns string) run  { return run{columns: columns} }
func falling(columns string) run { return run{columns: columns, falls: true} }

func (r run) list() []string { return strings.Split(r.columns, ", ") }

// String returns the order as SQL says it.
func (o order) String() string {
	var columns []string
	for _, r := range o {
		for _, c := range r.list() {
			if r.falls {
				c += " DESC"
			}
			columns = append(columns, c)
		}
	}
	return strings.Join(columns, ", ")
}

// columns returns what a row is sorted by.
func (o order) columns() []string {
	var columns []string
	for _, r := range o {
		columns = append(columns, r.list()...)
	}
	return columns
}

// before returns which rows come before the one with the given values of the columns: for each run those that are equal to it by the
// runs before, and come first by this one. An index leads to each of these sets, and to no more rows.
func (o order) before(row []any) []sqlite.Filter {
	var sets []sqlite.Filter
	var equal sqlite.Filter
	for _, r := range o {
		columns := r.list()
		values := row[:len(columns)]
		row = row[len(columns):]
		comes := " < "
		if r.falls {
			comes = " > "
		}
		set := equal.Clone()
		set.And("("+r.columns+")"+comes+"(?"+strings.Repeat(", ?", len(columns)-1)+")", values...)
		sets = append(sets, set)
		for i, c := range columns {
			equal.And(c+" = ?", values[i])
		}
	}
	return sets
}

// reversed is the order from its end to its beginning.
func (o order) reversed() order {
	other := slices.Clone(o)
	for i := range other {
		other[i].falls = !other[i].falls
	}
	return other
}

// after returns which rows come after the one with the given values of the columns, in the order in which these sets come.
func (o order) after(row []any) []sqlite.Filter {
	sets := o.reversed().before(row)
	slices.Reverse(sets) // the rows that are equal to it by the most columns are next to it
	return sets
}

// selected are the rows that a query selects, in its order.
type selected struct {
	sqlite.Filter
	from     string // in SQL; the row itself is called a in lists of rows
	fromArgs []any  // of what is asked there
	order    order
}

// asked returns the arguments of a query that selects the rows, whose conditions are given.
func (l *selected) asked(f sqlite.Filter) []any { return slices.Concat(l.fromArgs, f.Args) }

// page returns the arguments of a query that ends as rest says.
func (l *selected) page(p Page) []any { return slices.Concat(l.fromArgs, l.Limit(p.Limit, p.Offset)) }

// rest returns the end of the query for a page of the rows; the arguments of the page come last.
func (l *selected) rest() string {
	return ` FROM ` + l.from + ` WHERE ` + l.Where() + ` ORDER BY ` + l.order.String() + ` LIMIT ? OFFSET ?`
}

// count returns how many rows there are in all.
func (l *selected) count(s sqlite.Source) (int, error) {
	return sqlite.Number(s, `SELECT count(*) FROM `+l.from+` WHERE `+l.Where(), l.asked(l.Filter)...)
}

// rankOf returns how many rows come before the one with the id; -1 if it is not selected.
func (l *selected) rankOf(s sqlite.Source, id ID) (int, error) {
	return l.rank(s, l.from, `a.id = ?`, id[:])
}

// rank returns how many rows come before the first of those that a condition selects from another table; -1 if it selects none. That
// table has an index that finds these rows at once.
func (l *selected) rank(s sqlite.Source, place, condition string, args ...any) (int, error) {
	one, columns := l.Clone(), l.order.columns()
	one.And(condition, args...)
	row, found, err := values(s, len(columns), `SELECT `+strings.Join(columns, ", ")+` FROM `+place+` WHERE `+one.Where()+
		` ORDER BY `+l.order.String()+` LIMIT 1`, one.Args...)
	if err != nil || !found {
		return -1, err
	}
	var counts []string
	var all []any
	for _, set := range l.order.before(row) {
		before := l.Clone()
		before.And(set.Where(), set.Args...)
		counts = append(counts, `(SELECT count(*) FROM `+l.from+` WHERE `+before.Where()+`)`)
		all = append(all, l.asked(before)...)
	}
	return sqlite.Number(s, `SELECT `+strings.Join(counts, " + "), all...)
}

// values returns the n columns of the first row, as the file has them; false if there is none.
func values(s sqlite.Source, n int, query string, args ...any) ([]any, bool, error) {
	row, into := make([]any, n), make([]any, n)
	for i := range row {
		into[i] = &row[i]
	}
	found, err := sqlite.One(s, into, query, args...)
	return row, found, err
}

// rank reads the place of a row in a list; -1 if there is none.
func (p *Project) rank(ctx context.Context, of func(sqlite.Snapshot) (int, error)) (rank int, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		rank, err = of(s)
		return err
	})
	return rank, err
}
