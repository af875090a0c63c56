package background

import (
	"context"
	"slices"

	"standpoint/store"
)

// order is the ids of all rows of a list, one after another. While they are read anew those of before say where to look meanwhile, as long
// as the same is asked of the same project.
type order struct {
	ids   []store.ID
	now   bool // they are read since the last reload
	of    *store.Project
	asked any
}

// begin is told what is asked from now on.
func (o *order) begin(of *store.Project, asked any) {
	if o.of != of || o.asked != asked {
		*o = order{of: of, asked: asked}
	}
	o.now = false
}

// page are the ids of a page; none if they are not known.
func (o *order) page(n int) []store.ID {
	first := min(n*pageSize, len(o.ids))
	return o.ids[first:min(first+pageSize, len(o.ids))]
}

// stands reports whether there are ids from before, so that a page that is not full need not be the last.
func (o *order) stands() bool { return len(o.ids) > 0 }

// readOrder reads the ids of all rows, which also says how many there are.
func (r *Rows[T]) readOrder() {
	all := r.present.IDs
	ask(r, func(ctx context.Context, p *store.Project) ([]store.ID, error) { return all(ctx, p, store.Page{}) }, func(ids []store.ID) {
		r.order.ids, r.order.now = ids, true
		r.total, r.counting = len(ids), false
		r.dropMisplaced()
		r.settle()
		r.Need(r.first, r.first)
		r.changed()
		r.locate()
	})
}

// dropMisplaced has those pages read anew that are others by the ids that are known now. They stay on the screen until then.
func (r *Rows[T]) dropMisplaced() {
	for n, p := range r.pages {
		var ids []store.ID
		switch {
		case !p.stale:
			for _, row := range p.rows {
				ids = append(ids, r.IDOf(row))
			}
		case p.by != nil:
			ids = p.by
		default: // it is not asked for, or by its place among the rows as they are now
			continue
		}
		if !slices.Equal(ids, r.order.page(n)) {
			r.pages[n] = &page[T]{rows: p.rows, stale: true}
		}
		p.early = false
	}
}

// findInOrder takes note of where the chosen row is, as soon as the order is known.
func (r *Rows[T]) findInOrder() {
	if !r.order.now {
		return
	}
	r.at, r.known, r.ranked = slices.Index(r.order.ids, r.chosen), true, true
	r.changed()
}

// besideInOrder reads the row that is so many rows after one, if the order is known; false if it is not.
func (r *Rows[T]) besideInOrder(id store.ID, by int, then func(T)) bool {
	at := slices.Index(r.order.ids, id)
	if !r.order.now || at < 0 {
		return r.order.now
	}
	if at += by; at < 0 || at >= len(r.order.ids) {
		return true
	}
	of, ids := r.present.Of, r.order.ids[at:at+1]
	answer(r.reader, r.reader.Work.ask(&r.stepping), func(ctx context.Context, p *store.Project) ([]T, error) {
		return of(ctx, p, ids)
	}, func(rows []T) {
		if len(rows) > 0 {
			then(rows[0])
		}
	})
	return true
}
