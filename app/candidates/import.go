package candidates

import (
	"context"
	"iter"
	"slices"

	"standpoint/app/intake"
	"standpoint/store"
)

// Import adds the candidates that are ticked, with the fields that the analyst set, under one action, which Undo takes back at once, and
// unticks them: who asks for it twice has it once. When ctx is cancelled, what was committed stays and is in the result; TakeBack takes it
// back. beside says that somebody works on the project meanwhile.
func (b *Batch) Import(ctx context.Context, beside bool, tell func(Progress)) (intake.Result, error) {
	chosen := b.chosen()
	clock := newClock(Writing, len(chosen), tell)
	o := b.options
	o.Copies, o.Beside = true, beside // who ticks an article wants it
	b.again.forget()
	defer b.again.forget()
	result, err := intake.ImportReadings(ctx, b.project, b.readings(ctx, chosen), len(chosen), o, func(done, _ int) { clock.at(done) })
	if err == nil {
		b.untick(chosen)
	} else {
		b.partial = chosen[:min(len(result.Added)+len(result.Failed), len(chosen))] // each is one or the other
	}
	return result, err
}

// KeepImported leaves what an import that was cancelled has added in the project, and takes it out of the batch; the others wait on.
func (b *Batch) KeepImported() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.edition++
	b.forgetSteps(b.partial)
	done := map[*item]bool{}
	for _, it := range b.partial {
		done[it] = true
		b.release(it)
		delete(b.byID, it.ID)
		b.totals.count(it, -1)
	}
	gone := func(it *item) bool { return done[it] }
	b.list, b.partial, b.keepers = slices.DeleteFunc(b.list, gone), nil, slices.DeleteFunc(b.keepers, gone)
	b.equals = nil
	b.against = 0 // what was like them is like an article of the project now
}

func (b *Batch) untick(items []*item) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, it := range items {
		b.change(it, func() { it.Ticked = false })
	}
}

// chosen are the items that are ticked, in their order.
func (b *Batch) chosen() []*item {
	b.mu.Lock()
	defer b.mu.Unlock()
	var list []*item
	for _, it := range b.list {
		if it.Ticked && it.Err == nil {
			list = append(list, it)
		}
	}
	return list
}

// readings are what is imported of items, each read when it is its turn.
func (b *Batch) readings(ctx context.Context, chosen []*item) iter.Seq[[]intake.Reading] {
	return func(yield func([]intake.Reading) bool) {
		for _, it := range chosen {
			d, err := b.toImport(ctx, it)
			if !yield([]intake.Reading{{Path: it.Path, At: it.At, Draft: d, Err: err, Last: true}}) {
				return
			}
		}
	}
}

// toImport is the draft of an item as it is imported: with the fields that the analyst set, and with its file, if that is kept.
func (b *Batch) toImport(ctx context.Context, it *item) (intake.Draft, error) {
	b.mu.Lock()
	c, o := it.Candidate, b.optionsOf(it.Path)
	b.mu.Unlock()
	var d intake.Draft
	var err error
	if b.keeps {
		o.Originals = true
		d, err = b.readAgain(ctx, c, o)
	} else {
		d, err = b.draftOf(ctx, it)
	}
	d.Article = c.Article
	return d, err
}

// TakeBack takes back what an import that was cancelled has added, and says what that was; it has added something.
func (b *Batch) TakeBack(ctx context.Context, r intake.Result) (store.UndoResult, error) {
	return b.project.TakeBack(ctx, r.Action)
}
