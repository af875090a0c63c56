package background

import (
	"context"
	"slices"

	"standpoint/store"
)

// Source is where the rows of a list come from: one way to narrow and to order them.
type Source[T any] struct {
	// Page reads some rows, and how many there are in all.
	Page func(ctx context.Context, p *store.Project, page store.Page) (rows []T, total int, err error)
	// After reads the rows that come after the one that stands for something, at most so many. Nil where a page is found by its place
	// alone.
	After func(ctx context.Context, p *store.Project, id store.ID, limit int) ([]T, error)
	// Count says how many rows there are in all, where a page does not: that takes longer, and nobody waits for it. Else it is nil.
	Count func(ctx context.Context, p *store.Project) (total int, err error)
	// Rank says how many rows come before the first that stands for something; -1 if none does. Nil where nothing is chosen by what
	// it is.
	Rank func(ctx context.Context, p *store.Project, id store.ID) (rank int, err error)
	// IDs reads what some rows stand for, their own ids alone, by one query; a page without a limit is all rows. Nil where no rows are
	// selected together.
	IDs func(ctx context.Context, p *store.Project, page store.Page) ([]store.ID, error)
	// Of reads the rows with these ids, in that order, less those that are not there any more. Where it is not nil, the ids of all rows are
	// read beside them, and a page that does not follow another is found by its ids: sooner than by its place.
	Of func(ctx context.Context, p *store.Project, ids []store.ID) ([]T, error)
	// Asked is what the rows are narrowed and ordered by, where there is Of: it is compared with what was asked before.
	Asked any
}

// Empty is where no rows come from.
func Empty[T any]() Source[T] {
	return Source[T]{Page: func(context.Context, *store.Project, store.Page) ([]T, int, error) { return nil, 0, nil }}
}

// Rows are the rows of a long list. They are read a page at a time as they come into view. One of them may be chosen, by what it stands
// for: where it is in the list is known also if it has not been read. They are used on the window's goroutine alone.
type Rows[T any] struct {
	reader   Reader
	source   func() Source[T]
	standFor func(T) []store.ID
	changed  func()

	present  Source[T]
	order    order
	asking   Latest // a reload overtakes what was asked before
	question question
	pages    map[int]*page[T]
	total    int
	counting bool // there are at least total rows
	first    int  // the first row in view

	chosen   store.ID
	at       int    // the index of its row, -1 if none stands for it
	known    bool   // that is so now; else it was so before the rows were reloaded
	ranked   bool   // its rank was asked for since then
	stepping Latest // to a row beside it
}

// page is some rows, as they were read last.
type page[T any] struct {
	rows  []T
	asked bool       // for what is there now
	stale bool       // they were read before that was asked for
	by    []store.ID // the ids for which it was asked; nil where it was not asked for by ids
	early bool       // those ids are of before the reload: where its rows are now is not known yet
}

// settled reports whether its rows are where it has them.
func (p *page[T]) settled() bool { return !p.stale && !p.early }

// pageSize is how many rows are read at once: more than a tall window shows.
const pageSize = 40

// NewRows returns the rows of a source, which is asked for anew when they are reloaded. standFor says what a row stands for, its own id
// before others. changed is called when rows were read, or their number or the place of the chosen one is another.
func NewRows[T any](r Reader, source func() Source[T], standFor func(T) []store.ID, changed func()) *Rows[T] {
	return &Rows[T]{reader: r, source: source, standFor: standFor, changed: changed, pages: map[int]*page[T]{}, at: -1, known: true}
}

// Len is how many rows there are, read or not.
func (r *Rows[T]) Len() int { return r.total }

// Counting reports whether there may be more rows than Len says.
func (r *Rows[T]) Counting() bool { return r.counting }

// Row returns a row, and whether it has been read.
func (r *Rows[T]) Row(i int) (row T, read bool) {
	if i < 0 || r.pages[i/pageSize] == nil || i%pageSize >= len(r.pages[i/pageSize].rows) {
		return row, false
	}
	return r.pages[i/pageSize].rows[i%pageSize], true
}

// Need reads the rows in view, from first to last, and the one before them, which tells whether a new group begins.
func (r *Rows[T]) Need(first, last int) {
	r.first = max(first, 0)
	for n := max(first-1, 0) / pageSize; n <= max(last, 0)/pageSize; n++ {
		if n*pageSize < r.total {
			r.read(n)
		}
	}
}

// Reload reads anew the rows in view, of the source as it is now. They stay until then; all others are forgotten.
func (r *Rows[T]) Reload() {
	r.question = r.reader.Work.ask(&r.asking)
	r.known, r.ranked = r.chosen == store.ID{}, false
	if r.reader.Project() == nil {
		r.pages, r.total, r.counting = map[int]*page[T]{}, 0, false
		r.at, r.known = -1, true
		r.changed()
		return
	}
	r.present = r.source()
	shown := r.first / pageSize
	for n, p := range r.pages {
		if n < shown-1 || n > shown+1 {
			delete(r.pages, n)
		}
		p.stale, p.asked = true, false
	}
	r.counting = r.present.Count != nil || r.present.Of != nil
	r.order.begin(r.reader.Project(), r.present.Asked)
	r.read(shown)
	if r.present.Of != nil {
		r.readOrder()
	} else if r.counting {
		r.count()
	}
}

// count counts the rows beside their being read.
func (r *Rows[T]) count() {
	ask(r, r.present.Count, func(total int) {
		r.total, r.counting = total, false
		r.changed()
	})
}

// read reads a page, unless that is being done or was done since the last reload. One that is found by its ids waits until they are known.
func (r *Rows[T]) read(n int) {
	if r.pages[n] == nil {
		r.pages[n] = &page[T]{stale: true}
	}
	p := r.pages[n]
	if p.asked {
		return
	}
	last, follows := r.Row(n*pageSize - 1)
	switch {
	case follows && r.present.After != nil && !r.pages[n-1].stale:
		after, id := r.present.After, r.IDOf(last)
		r.ask(n, func(ctx context.Context, p *store.Project) (a answered[T], err error) {
			a.rows, err = after(ctx, p, id, pageSize)
			return a, err
		})
	case n == 0 || r.present.Of == nil:
		read := r.present.Page
		r.ask(n, func(ctx context.Context, p *store.Project) (a answered[T], err error) {
			a.rows, a.total, err = read(ctx, p, store.Page{Offset: n * pageSize, Limit: pageSize})
			return a, err
		})
	default:
		of, ids := r.present.Of, r.order.page(n)
		if len(ids) == 0 {
			return
		}
		p.by = ids
		r.ask(n, func(ctx context.Context, p *store.Project) (a answered[T], err error) {
			a.rows, err = of(ctx, p, ids)
			return a, err
		})
	}
}

// answered are the rows of a page, and how many there are in all, if the page says so.
type answered[T any] struct {
	rows  []T
	total int
}

// ask has a page answered, unless another is in its place by then.
func (r *Rows[T]) ask(n int, query func(context.Context, *store.Project) (answered[T], error)) {
	asked := r.pages[n]
	asked.asked = true
	ask(r, query, func(a answered[T]) {
		if r.pages[n] != asked {
			return
		}
		r.pages[n] = &page[T]{rows: a.rows, asked: true, early: asked.by != nil && !r.order.now}
		r.settle()
		r.setTotal(a.total, n*pageSize, len(a.rows))
		r.changed()
		r.locate()
	})
}

// setTotal takes note of how many rows there are, as a page says it, or of what a page of so many rows from first on tells of it.
func (r *Rows[T]) setTotal(said, first, rows int) {
	switch {
	case r.present.Count == nil && r.present.Of == nil:
		r.total = said
	case r.counting && rows < pageSize && (rows > 0 || first == 0) && !r.order.stands(): // it is the last
		r.total, r.counting = first+rows, false
	case r.counting:
		r.total = max(r.total, first+rows)
	}
}

// ask has a query answered, unless the rows are reloaded meanwhile.
func ask[T, A any](r *Rows[T], query func(context.Context, *store.Project) (A, error), show func(A)) {
	answer(r.reader, r.question, query, show)
}

// Choose makes the row that stands for something the chosen one; the zero ID chooses none. Where it is not among the rows that have been
// read, its place is counted.
func (r *Rows[T]) Choose(id store.ID) {
	r.stepping.Overtake()
	if id != r.chosen {
		r.chosen, r.at, r.known, r.ranked = id, -1, id == store.ID{}, false
	}
	r.settle()
	r.locate()
}

// ChooseRow makes a row that has been read the chosen one, also where others stand for the same.
func (r *Rows[T]) ChooseRow(i int) {
	if row, read := r.fresh(i); read {
		r.stepping.Overtake()
		r.chosen, r.at, r.known, r.ranked = r.IDOf(row), i, true, false
	} else if row, read = r.Row(i); read {
		r.Choose(r.IDOf(row))
	}
}

// IDOf is what a row stands for before all else.
func (r *Rows[T]) IDOf(row T) store.ID { return r.standFor(row)[0] }

// Chosen returns the index of the chosen row, -1 if no row stands for what was chosen. While that is being looked for it is not known: at
// is then where the row was before, as long as no other is there.
func (r *Rows[T]) Chosen() (at int, known bool) {
	if _, read := r.fresh(r.at); read && !r.known {
		return -1, false
	}
	return r.at, r.known
}

// settle takes note of where the chosen row is, if it is among those that have been read.
func (r *Rows[T]) settle() {
	if row, read := r.fresh(r.at); read && r.chosen != (store.ID{}) && r.IDOf(row) == r.chosen {
		r.known = true
		return
	}
	if i := r.Find(r.chosen); i >= 0 {
		r.at, r.known = i, true
	}
}

// locate has the place of the chosen row counted, once, if it is not among the rows that have been read.
func (r *Rows[T]) locate() {
	id, rank := r.chosen, r.present.Rank
	switch {
	case r.known || r.ranked || rank == nil || !r.isRead():
		return
	case r.present.Of != nil:
		r.findInOrder()
		return
	}
	r.ranked = true
	ask(r, func(ctx context.Context, p *store.Project) (int, error) { return rank(ctx, p, id) }, func(at int) {
		if r.chosen == id && !r.known {
			r.at, r.known = at, true
			r.changed()
		}
	})
}

// isRead reports whether any rows have been read since the last reload.
func (r *Rows[T]) isRead() bool {
	for _, p := range r.pages {
		if p.settled() {
			return true
		}
	}
	return false
}

// Find is the row that stands for something, its own before others; -1 if none of those that have been read does.
func (r *Rows[T]) Find(id store.ID) int {
	if id == (store.ID{}) {
		return -1
	}
	own, other := -1, -1
	for n, p := range r.pages {
		if !p.settled() {
			continue
		}
		for i, row := range p.rows {
			at := n*pageSize + i
			switch all := r.standFor(row); {
			case all[0] == id && (own < 0 || at < own):
				own = at
			case slices.Contains(all, id) && (other < 0 || at < other):
				other = at
			}
		}
	}
	if own >= 0 {
		return own
	}
	return other
}

// fresh returns a row that was read since the last reload, and is where it is now.
func (r *Rows[T]) fresh(i int) (row T, ok bool) {
	if row, ok = r.Row(i); ok && !r.pages[i/pageSize].settled() {
		return row, false
	}
	return row, ok
}

// Beside does something with the row that is so many rows after the chosen one, or before it if by is less than 0. It does nothing if there
// is no such row, or if another is asked for or chosen before it has been read.
func (r *Rows[T]) Beside(by int, then func(T)) {
	r.stepping.Overtake()
	if i := r.Find(r.chosen); i >= 0 {
		if row, ok := r.fresh(i + by); ok {
			then(row)
			return
		}
	}
	id := r.chosen
	source := r.present
	if id == (store.ID{}) || source.Rank == nil || r.reader.Project() == nil || r.besideInOrder(id, by, then) {
		return
	}
	answer(r.reader, r.reader.Work.ask(&r.stepping), func(ctx context.Context, p *store.Project) (rows []T, err error) {
		err = p.Frozen(ctx, func(now *store.Project) error { // so that no row comes in between
			at, err := source.Rank(ctx, now, id)
			if err != nil || at < 0 || at+by < 0 {
				return err
			}
			rows, _, err = source.Page(ctx, now, store.Page{Offset: at + by, Limit: 1})
			return err
		})
		return rows, err
	}, func(rows []T) {
		if len(rows) > 0 {
			then(rows[0])
		}
	})
}
