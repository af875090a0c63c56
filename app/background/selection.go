package background

import (
	"context"
	"maps"
	"slices"

	"standpoint/store"
)

// Selection are the rows of a list that are selected together. They are known by what they stand for, and stay selected when the list is
// renewed, as long as they are listed.
type Selection[T any] struct {
	rows    *Rows[T]
	changed func()
	ids     map[store.ID]bool
	from    store.ID // at which a range begins
	near    int      // the row of that, where several rows stand for the same
	asking  Latest   // for ids of rows that have not been read
}

// NewSelection returns a selection of none of the rows. changed is called when others are selected than before.
func NewSelection[T any](rows *Rows[T], changed func()) *Selection[T] {
	return &Selection[T]{rows: rows, changed: changed, ids: map[store.ID]bool{}}
}

// Len is how many rows are selected together.
func (s *Selection[T]) Len() int { return len(s.ids) }

// IDs are what the selected rows stand for, in an order that stays the same.
func (s *Selection[T]) IDs() []store.ID {
	return slices.SortedFunc(maps.Keys(s.ids), func(a, b store.ID) int { return slices.Compare(a[:], b[:]) })
}

// Has reports whether a row is one of those that are selected together.
func (s *Selection[T]) Has(i int) bool {
	row, read := s.rows.Row(i)
	return read && s.ids[s.rows.IDOf(row)]
}

// Drop selects none together.
func (s *Selection[T]) Drop() { s.Begin(s.from) }

// Begin selects nothing; what is selected next is a range from the row that stands for something, or an addition to it.
func (s *Selection[T]) Begin(id store.ID) {
	s.asking.Overtake()
	s.from = id
	s.set(nil)
}

// Turn takes a row into the selection, or out of it. The first row that is taken in joins the one at which the selection begins.
func (s *Selection[T]) Turn(i int) {
	row, read := s.rows.Row(i)
	if !read {
		return
	}
	s.asking.Overtake()
	id := s.rows.IDOf(row)
	s.near = i
	ids := maps.Clone(s.ids)
	if len(ids) == 0 && s.from != (store.ID{}) && s.from != id {
		ids[s.from] = true
	}
	if ids[id] {
		delete(ids, id)
	} else {
		ids[id] = true
	}
	s.from = id
	s.set(ids)
}

// ExtendTo selects the rows from the one at which the selection begins to another. If not all of them have been read, their ids are
// asked for at once, and nothing else of them.
func (s *Selection[T]) ExtendTo(i int) {
	s.asking.Overtake()
	if s.from == (store.ID{}) {
		if row, read := s.rows.Row(i); read {
			s.from = s.rows.IDOf(row)
		}
	}
	at := s.begin()
	if ids, read := s.between(at, i); read {
		s.set(ids)
		return
	}
	source, from := s.rows.present, s.from
	s.ask(func(ctx context.Context, p *store.Project) ([]store.ID, error) {
		if at < 0 {
			var err error
			if at, err = source.Rank(ctx, p, from); err != nil || at < 0 {
				return nil, err
			}
		}
		first, last := min(at, i), max(at, i)
		return source.IDs(ctx, p, store.Page{Offset: first, Limit: last - first + 1})
	})
}

// begin is the row at which the selection begins; -1 if it is not known.
func (s *Selection[T]) begin() int {
	switch row, read := s.rows.fresh(s.near); {
	case s.from == s.rows.chosen && s.rows.known:
		return s.rows.at
	case read && s.rows.IDOf(row) == s.from:
		return s.near
	}
	return s.rows.Find(s.from)
}

// between are what the rows from one to another stand for, if all of them have been read.
func (s *Selection[T]) between(from, to int) (ids map[store.ID]bool, read bool) {
	ids = map[store.ID]bool{}
	for i := min(from, to); i <= max(from, to); i++ {
		row, read := s.rows.fresh(i)
		if !read {
			return nil, false
		}
		ids[s.rows.IDOf(row)] = true
	}
	return ids, true
}

// All selects all rows of the list.
func (s *Selection[T]) All() {
	source := s.rows.present
	if s.rows.order.now {
		s.asking.Overtake()
		s.set(setOf(s.rows.order.ids))
		return
	}
	s.ask(func(ctx context.Context, p *store.Project) ([]store.ID, error) {
		return source.IDs(ctx, p, store.Page{})
	})
}

// Renew lets go of what is not listed any more, after the rows were reloaded.
func (s *Selection[T]) Renew() {
	if len(s.ids) == 0 {
		return
	}
	source, before := s.rows.present, maps.Clone(s.ids)
	s.ask(func(ctx context.Context, p *store.Project) (still []store.ID, err error) {
		listed, err := source.IDs(ctx, p, store.Page{})
		for _, id := range listed {
			if before[id] {
				still = append(still, id)
			}
		}
		return still, err
	})
}

// ask selects what a query answers, unless something else is selected meanwhile.
func (s *Selection[T]) ask(query func(context.Context, *store.Project) ([]store.ID, error)) {
	if s.rows.present.IDs == nil || s.rows.reader.Project() == nil {
		s.set(nil)
		return
	}
	answer(s.rows.reader, s.rows.reader.Work.ask(&s.asking), func(ctx context.Context, p *store.Project) (ids []store.ID, err error) {
		err = p.Frozen(ctx, func(now *store.Project) error { // so that no row comes in between
			ids, err = query(ctx, now)
			return err
		})
		return ids, err
	}, func(ids []store.ID) {
		s.set(setOf(ids))
	})
}

func setOf(ids []store.ID) map[store.ID]bool {
	set := make(map[store.ID]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}

func (s *Selection[T]) set(ids map[store.ID]bool) {
	if ids == nil {
		ids = map[store.ID]bool{}
	}
	if maps.Equal(s.ids, ids) {
		return
	}
	s.ids = ids
	s.changed()
}
