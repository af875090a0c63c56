package candidates

import (
	"context"
	"slices"

	"standpoint/app/intake"
)

// Reread reads the files of candidates again in another way: in another encoding, with other columns, with all their line ends. What the
// analyst set of an article stays, as long as its file still holds as many. All are read before any stands in place of what it was, and
// Undo takes that back, with what came of it for others.
func (b *Batch) Reread(ctx context.Context, kind StepKind, change func(*intake.Options), ids ...int) error {
	paths := b.pathsOf(ids)
	var again []*reread
	size := 0
	for _, path := range paths {
		r, err := b.readAnew(ctx, path, change, &size)
		if err != nil {
			return err
		}
		again = append(again, r)
	}
	b.mu.Lock()
	s := step{kind: kind, reading: b.readingOf(paths)}
	for _, r := range again {
		b.replace(r)
	}
	b.did(s)
	b.mu.Unlock()
	return b.settle(ctx)
}

// renew reads a file again that may be another by now. What was done with its articles cannot be taken back then.
func (b *Batch) renew(ctx context.Context, path string) error {
	size := 0
	r, err := b.readAnew(ctx, path, func(*intake.Options) {}, &size)
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	from, end := b.spanOf(path)
	b.forgetSteps(slices.Clone(b.list[from:end]))
	b.replace(r)
	return nil
}

// reread is what was read of a file once more.
type reread struct {
	path     string
	options  intake.Options
	readings []intake.Reading // without their drafts
	texts    []looked
}

// readAnew reads a file again in another way. size is how many bytes of texts are held, also of other files.
func (b *Batch) readAnew(ctx context.Context, path string, change func(*intake.Options), size *int) (*reread, error) {
	b.mu.Lock()
	o := b.optionsOf(path)
	change(&o)
	b.mu.Unlock()
	b.again.forget()
	again := &reread{path: path, options: o}
	for readings := range intake.ReadFiles(ctx, []string{path}, o) {
		for _, r := range readings {
			l := b.lookAt(r.Draft)
			l.draft.Body = ""
			if *size += len(l.packed); *size > b.budget { // it is read again when it is wanted
				l.packed, l.left = nil, true
			}
			r.Draft = intake.Draft{}
			again.readings, again.texts = append(again.readings, r), append(again.texts, l)
		}
	}
	return again, ctx.Err()
}

// pathsOf are the files of candidates, each once, in their order.
func (b *Batch) pathsOf(ids []int) []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	var paths []string
	seen := map[string]bool{}
	for _, id := range ids {
		if it, ok := b.byID[id]; ok && !seen[it.Path] {
			seen[it.Path] = true
			paths = append(paths, it.Path)
		}
	}
	return paths
}

// spanOf is where the items of a file stand; from is end if there are none. The lock is held.
func (b *Batch) spanOf(path string) (from, end int) {
	from = slices.IndexFunc(b.list, func(it *item) bool { return it.Path == path })
	if from < 0 {
		return 0, 0
	}
	end = from
	for end < len(b.list) && b.list[end].Path == path {
		end++
	}
	return from, end
}

// replace puts what was read of a file in place of what it was before. The lock is held.
func (b *Batch) replace(again *reread) {
	path, readings := again.path, again.readings
	b.perFile[path] = again.options
	delete(b.unread, path)
	from, end := b.spanOf(path)
	if from == end {
		return
	}
	before := slices.Clone(b.list[from:end])
	for _, it := range before {
		b.totals.count(it, -1)
	}
	b.edition++
	delete(b.columns, path)
	b.equals = nil
	b.against = 0 // what was like it is to be compared anew
	items := make([]*item, len(readings))
	for i, r := range readings {
		items[i] = b.itemOf(before, i, len(readings), r)
		if r.Err == nil {
			b.fill(items[i], again.texts[i])
		}
	}
	if len(before) != len(readings) { // others stand for them
		for _, it := range before {
			b.release(it)
			delete(b.byID, it.ID)
		}
	}
	for _, it := range items {
		b.totals.count(it, 1)
	}
	b.list = slices.Replace(b.list, from, end, items...)
}

// itemOf is the item of a reading: the one that stood for it before, if the file still holds as many, else a new one.
func (b *Batch) itemOf(before []*item, at, n int, r intake.Reading) *item {
	if len(before) != n {
		it := newItem(r)
		it.ID = b.next
		b.next++
		b.byID[it.ID] = it
		return it
	}
	it := before[at]
	wasBad := it.Err != nil
	if r.Err != nil {
		b.release(it)
		it.Candidate = Candidate{ID: it.ID, Path: it.Path, At: it.At}
	}
	it.Err, it.Left, it.Same, it.Near = r.Err, intake.LeftOf(r.Err), nil, nil
	it.Ticked = r.Err == nil && (it.Ticked || wasBad)
	return it
}
