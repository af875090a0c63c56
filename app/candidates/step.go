package candidates

import (
	"slices"

	"standpoint/app/intake"
	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// step is what the analyst did at once with some items, as far as it can be taken back: what each of them had until then.
type step struct {
	kind    StepKind
	field   intake.Field     // of a correction
	order   intake.DateOrder // of dates that can be two days, until an answer
	items   []had
	reading *reading // of files that were read in another way; else nil
}

// StepKind is what kind of thing was done.
type StepKind int

// The kinds of steps.
const (
	Ticks       StepKind = iota // some are ticked, or no longer
	Corrections                 // a field was set
	Answers                     // it was said which stands first in dates that can be two days
	Encodings                   // files were read in another encoding
	Lines                       // files were read with all their line ends, or no longer
	Columns                     // tables were read with other columns
)

// had is what an item had.
type had struct {
	id       int
	ticked   bool
	unticked bool // by the step
	value    string
	from     intake.Provenance
	read     *asRead // before an answer
}

// asRead is how the date of an item was read, and its text, from which the line with the date is taken off.
type asRead struct {
	published store.Date
	from      intake.Provenances
	problems  []say.Sentence
	doubt     *intake.Doubt
	settled   *intake.Settled
	hash      text.Hash
	length    int
	beginning string
	sketch    *sketch // nil where it is the same after the answer
}

// steps are those that can be taken back, and those that were: the last is the next.
type steps struct{ back, ahead []step }

// mostSteps is how many steps are kept: each may be of all items. mostHeld is how many articles are held as they were before their files
// were read in another way: the first steps are forgotten where there are more, but never the last.
const (
	mostSteps = 200
	mostHeld  = 100_000
)

// Undo takes back the last thing that was set or ticked, or read in another way, and returns of which candidates; none if there is nothing
// to be taken back.
func (b *Batch) Undo() []int { return b.walk(&b.steps.back, &b.steps.ahead) }

// Redo does again what was taken back last, and returns of which candidates; none if nothing was, or something else was done since.
func (b *Batch) Redo() []int { return b.walk(&b.steps.ahead, &b.steps.back) }

// CanUndo reports whether there is something that Undo takes back, and of which kind.
func (b *Batch) CanUndo() (StepKind, bool) { return b.nextOf(&b.steps.back) }

// CanRedo reports whether there is something that Redo does again, and of which kind.
func (b *Batch) CanRedo() (StepKind, bool) { return b.nextOf(&b.steps.ahead) }

func (b *Batch) nextOf(list *[]step) (kind StepKind, is bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := len(*list)
	if n == 0 {
		return Ticks, false
	}
	return (*list)[n-1].kind, true
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
	if s.reading != nil {
		*to = append(*to, step{kind: s.kind, reading: b.readingAs(s.reading)})
		return b.giveReading(s.reading)
	}
	now := step{kind: s.kind, field: s.field, order: b.options.DateOrder}
	for _, h := range s.items {
		now.items = append(now.items, b.byID[h.id].has(s))
		ids = append(ids, h.id)
	}
	for i, h := range s.items {
		it := b.byID[h.id]
		b.change(it, func() { b.give(it, s, h) })
		now.items[i].forgetSketch(it)
	}
	b.giveTicks(s, now.items)
	if s.kind == Answers {
		b.setOrder(s.order)
	}
	*to = append(*to, now)
	return ids
}

// has is what an item has now of what a step is about.
func (it *item) has(s step) had {
	h := had{id: it.ID, ticked: it.Ticked}
	switch s.kind {
	case Answers:
		h.read = it.asRead()
	case Corrections:
		h.from = it.From[s.field]
		for _, f := range intake.FieldsOf(&it.Article) {
			if f.Name == s.field {
				h.value = *f.Value
			}
		}
	}
	return h
}

// asRead is how the date of an item is read now.
func (it *item) asRead() *asRead {
	held := it.sketch
	return &asRead{it.Article.Published, it.From, it.Problems, it.Doubt, it.Settled, it.Hash, it.Length, it.Beginning, &held}
}

// forgetSketch lets go of what is the same as the item has now.
func (h *had) forgetSketch(it *item) {
	if h.read != nil && h.read.hash == it.Hash {
		h.read.sketch = nil
	}
}

// give gives an item what it had, but for its tick.
func (b *Batch) give(it *item, s step, h had) {
	switch s.kind {
	case Answers:
		b.giveRead(it, h.read)
	case Corrections:
		for _, f := range intake.FieldsOf(&it.Article) {
			if f.Name == s.field {
				*f.Value = h.value
			}
		}
		it.setFrom(s.field, h.from)
	}
}

// giveTicks gives the items of a step the ticks that they had; now is what they have until then. A correction leaves ticks alone, but
// where it has taken one.
func (b *Batch) giveTicks(s step, now []had) {
	if s.kind == Corrections {
		for _, h := range s.items {
			it := b.byID[h.id]
			b.change(it, func() { it.Ticked = it.Ticked || h.unticked })
		}
		b.untickTwice(now)
		return
	}
	for _, h := range s.items { // else one would be in the way of another
		it := b.byID[h.id]
		b.change(it, func() { it.Ticked = it.Ticked && h.ticked })
	}
	for _, h := range s.items {
		it := b.byID[h.id]
		b.change(it, func() { it.Ticked = h.ticked && b.canBeTicked(it) })
	}
}

// giveRead gives an item the date and the text that it was read with. The text itself is read again when it is wanted.
func (b *Batch) giveRead(it *item, r *asRead) {
	b.release(it)
	it.Article.Published, it.From, it.Problems, it.Doubt, it.Settled = r.published, r.from, r.problems, r.doubt, r.settled
	if r.sketch == nil || r.hash == it.Hash {
		return
	}
	it.Hash, it.Length, it.Beginning, it.sketch = r.hash, r.length, r.beginning, *r.sketch
	b.against, b.equals = 0, nil
}

// did keeps what items had before something was done with them. What was taken back until then is no longer there to be done again.
func (b *Batch) did(s step) {
	if s.isEmpty() {
		return
	}
	b.steps.back, b.steps.ahead = append(b.steps.back, s), nil
	held := 0
	for _, s := range b.steps.back {
		held += s.reading.size()
	}
	for len(b.steps.back) > mostSteps || held > mostHeld && len(b.steps.back) > 1 {
		held -= b.steps.back[0].reading.size()
		b.steps.back = slices.Delete(b.steps.back, 0, 1)
	}
}

func (s step) isEmpty() bool { return len(s.items) == 0 && s.reading.size() == 0 }

// forgetSteps forgets what items had: they are gone, or may be others by now. How their files were read before goes with them.
func (b *Batch) forgetSteps(items []*item) {
	gone, paths := make(map[int]bool, len(items)), map[string]bool{}
	for _, it := range items {
		gone[it.ID], paths[it.Path] = true, true
	}
	lists := []*[]step{&b.steps.back, &b.steps.ahead}
	for _, list := range lists {
		for _, s := range *list {
			s.reading.forget(paths, gone)
		}
	}
	for _, list := range lists {
		for i := range *list {
			s := &(*list)[i]
			s.items = slices.DeleteFunc(s.items, func(h had) bool { return gone[h.id] })
		}
		*list = slices.DeleteFunc(*list, step.isEmpty)
	}
}
