package candidates

import (
	"slices"

	"standpoint/app/intake"
)

// step is what the analyst did at once with some items, as far as it can be taken back: what each of them had until then.
type step struct {
	field intake.Field // FieldNone: whether they are ticked
	items []had
}

// had is what an item had.
type had struct {
	id     int
	ticked bool
	value  string
	from   intake.Provenance
}

// steps are those that can be taken back, and those that were: the last is the next.
type steps struct{ back, ahead []step }

// mostSteps is how many steps are kept: each may be of all items.
const mostSteps = 200

// Undo takes back the last thing that was set or ticked, and returns of which candidates; none if there is nothing to be taken back.
func (b *Batch) Undo() []int { return b.walk(&b.steps.back, &b.steps.ahead) }

// Redo does again what was taken back last, and returns of which candidates; none if nothing was, or something else was done since.
func (b *Batch) Redo() []int { return b.walk(&b.steps.ahead, &b.steps.back) }

// CanUndo reports whether there is something that Undo takes back, and the field that it is about, FieldNone if about ticks.
func (b *Batch) CanUndo() (intake.Field, bool) { return b.nextOf(&b.steps.back) }

// CanRedo reports whether there is something that Redo does again, and the field that it is about, FieldNone if about ticks.
func (b *Batch) CanRedo() (intake.Field, bool) { return b.nextOf(&b.steps.ahead) }

func (b *Batch) nextOf(list *[]step) (field intake.Field, is bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := len(*list)
	if n == 0 {
		return intake.FieldNone, false
	}
	return (*list)[n-1].field, true
}

// walk gives the items of the last step of one list what they had, and puts what they had until now into the other.
func (b *Batch) walk(from, to *[]step) (ids []int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := len(*from)
	if n == 0 {
		return nil
	}
	s := (*from)[n-1]
	*from = (*from)[:n-1]
	b.edition++
	now := step{field: s.field}
	for _, h := range s.items {
		it := b.byID[h.id]
		now.items = append(now.items, it.has(s.field))
		ids = append(ids, h.id)
		b.change(it, func() { b.give(it, s.field, h) })
	}
	*to = append(*to, now)
	return ids
}

// has is what an item has now.
func (it *item) has(field intake.Field) had {
	h := had{id: it.ID, ticked: it.Ticked}
	if field == intake.FieldNone {
		return h
	}
	h.from = it.From[field]
	for _, f := range intake.FieldsOf(&it.Article) {
		if f.Name == field {
			h.value = *f.Value
		}
	}
	return h
}

// give gives an item what it had.
func (b *Batch) give(it *item, field intake.Field, h had) {
	if field == intake.FieldNone {
		it.Ticked = h.ticked && b.canBeTicked(it)
		return
	}
	for _, f := range intake.FieldsOf(&it.Article) {
		if f.Name == field {
			*f.Value = h.value
		}
	}
	it.setFrom(field, h.from)
}

// did keeps what items had before something was done with them. What was taken back until then is no longer there to be done again.
func (b *Batch) did(field intake.Field, items []had) {
	if len(items) == 0 {
		return
	}
	b.steps.back, b.steps.ahead = append(b.steps.back, step{field, items}), nil
	if len(b.steps.back) > mostSteps {
		b.steps.back = slices.Delete(b.steps.back, 0, 1)
	}
}

// forgetSteps forgets what items had: they are gone, or were read in another way.
func (b *Batch) forgetSteps(items []*item) {
	gone := make(map[int]bool, len(items))
	for _, it := range items {
		gone[it.ID] = true
	}
	for _, list := range []*[]step{&b.steps.back, &b.steps.ahead} {
		for i := range *list {
			s := &(*list)[i]
			s.items = slices.DeleteFunc(s.items, func(h had) bool { return gone[h.id] })
		}
		*list = slices.DeleteFunc(*list, func(s step) bool { return len(s.items) == 0 })
	}
}
