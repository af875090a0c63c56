package app

import (
	"context"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/store"
)

// pages holds the rows of a long list and reads them a page at a time, as they
// come into view.
type pages[T any] struct {
	app    *Desk
	fetch  func(context.Context, *store.Project, store.Page) ([]T, int, error)
	count  func(context.Context, *store.Project) (int, error) // where a page does not know how many rows there are; else nil
	loaded func()                                             // rows or their number changed

	total int
	least bool        // there are at least that many; they are being counted
	rows  map[int][]T // by number of page
	asked map[int]bool
	fresh desk.Latest // a reload overtakes what was asked before
	valid desk.Question
}

// pageSize is how many rows are read at once: more than a tall window shows.
const pageSize = 40

func newPages[T any](d *Desk, fetch func(context.Context, *store.Project, store.Page) ([]T, int, error), loaded func()) *pages[T] {
	return &pages[T]{app: d, fetch: fetch, loaded: loaded, rows: map[int][]T{}, asked: map[int]bool{}}
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
	p.valid = p.app.work.Ask(&p.fresh)
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
	if p.least = p.count != nil; p.least {
		p.readCount()
	}
}

// readCount counts the rows beside their being read, which does not wait for it.
func (p *pages[T]) readCount() {
	project := p.app.project
	p.app.work.Answer(p.valid, func(ctx context.Context) func() {
		total, err := p.count(ctx, project)
		return func() {
			if p.app.project != project || p.app.failed(err) {
				return
			}
			p.total, p.least = total, false
			p.loaded()
		}
	})
}

func (p *pages[T]) read(page int) {
	p.asked[page] = true
	project := p.app.project
	p.app.work.Answer(p.valid, func(ctx context.Context) func() {
		rows, total, err := p.fetch(ctx, project, store.Page{Offset: page * pageSize, Limit: pageSize})
		return func() {
			if p.app.project != project || p.app.failed(err) {
				return
			}
			p.rows[page] = rows
			if p.count == nil {
				p.total = total
			} else if p.least {
				p.total = max(p.total, page*pageSize+len(rows))
			}
			p.loaded()
		}
	})
}

// pagedRow shows one row of a list whose rows differ in height.
type pagedRow[T any] interface {
	fyne.CanvasObject
	control.Tall
	show(row T)
}

// unreadHeight is that of a row that has not been read yet, in pixels.
const unreadHeight = 64

// newPagedList is a list of the rows of pages.
func newPagedList[T any](p *pages[T], create func() pagedRow[T]) *control.VirtualList {
	ruler := create()
	list := control.NewVirtualList(p.length, func(i int, width float32) float32 {
		row, ok := p.row(i)
		if !ok {
			return unreadHeight
		}
		ruler.show(row)
		return ruler.HeightFor(width)
	}, func() fyne.CanvasObject { return create() }, func(i int, o fyne.CanvasObject) {
		if row, ok := p.row(i); ok {
			shown := o.(pagedRow[T])
			shown.show(row)
			shown.Refresh()
		}
	})
	list.OnVisible = p.need
	return list
}
