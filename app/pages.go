package app

import (
	"context"

	"standpoint/store"
)

// pages holds the rows of a long list and reads them a page at a time, as they
// come into view.
type pages[T any] struct {
	app    *App
	fetch  func(context.Context, *store.Project, store.Page) ([]T, int, error)
	loaded func() // rows or their number changed

	total int
	rows  map[int][]T // by number of page
	asked map[int]bool
	fresh latest // a reload overtakes what was asked before
	valid func() bool
}

// pageSize is how many rows are read at once: more than a tall window shows.
const pageSize = 40

func newPages[T any](a *App, fetch func(context.Context, *store.Project, store.Page) ([]T, int, error), loaded func()) *pages[T] {
	return &pages[T]{app: a, fetch: fetch, loaded: loaded, rows: map[int][]T{}, asked: map[int]bool{}}
}

// length is the number of rows there are, read or not.
func (p *pages[T]) length() int { return p.total }

// row returns a row, and whether it has been read yet.
func (p *pages[T]) row(i int) (T, bool) {
	var none T
	if i < 0 {
		return none, false
	}
	rows := p.rows[i/pageSize]
	if i%pageSize >= len(rows) {
		return none, false
	}
	return rows[i%pageSize], true
}

// need reads the pages that hold the rows from first to last, and the one row
// before them, which tells whether a new group begins.
func (p *pages[T]) need(first, last int) {
	for page := max(first-1, 0) / pageSize; page <= max(last, 0)/pageSize; page++ {
		if !p.asked[page] && page*pageSize < p.total {
			p.read(page)
		}
	}
}

// reload forgets all rows but the pages near the given row, which stay on
// screen until they are read anew.
func (p *pages[T]) reload(near int) {
	p.valid = p.fresh.ask()
	p.asked = map[int]bool{}
	if p.app.project == nil {
		p.rows, p.total = map[int][]T{}, 0
		p.loaded()
		return
	}
	shown := max(near, 0) / pageSize
	for page := range p.rows {
		if page < shown-1 || page > shown+1 {
			delete(p.rows, page)
		}
	}
	p.read(shown)
}

func (p *pages[T]) read(page int) {
	p.asked[page] = true
	project, valid := p.app.project, p.valid
	p.app.async.read(func(ctx context.Context) func() {
		rows, total, err := p.fetch(ctx, project, store.Page{Offset: page * pageSize, Limit: pageSize})
		return func() {
			if p.app.project != project || !valid() || p.app.failed(err) {
				return
			}
			p.rows[page], p.total = rows, total
			p.loaded()
		}
	})
}
