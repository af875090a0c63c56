package candidates

import (
	"context"
	"slices"

	"standpoint/app/intake"
)

// Reread reads the files of candidates again in another way: in another encoding, with other columns, with all their line ends. What the
// analyst set of an article stays, as long as its file still holds as many.
func (b *Batch) Reread(ctx context.Context, change func(*intake.Options), ids ...int) error {
	for _, path := range b.pathsOf(ids) {
		if err := b.rereadFile(ctx, path, change); err != nil {
			return err
		}
	}
	return b.settle(ctx)
}

// rereadFile reads one file again.
func (b *Batch) rereadFile(ctx context.Context, path string, change func(*intake.Options)) error {
	b.mu.Lock()
	o := b.optionsOf(path)
	change(&o)
	b.mu.Unlock()
	b.again.forget()
	var all []intake.Reading
	var texts []looked
	size := 0
	for readings := range intake.ReadFiles(ctx, []string{path}, o) {
		for _, r := range readings {
			l := b.lookAt(r.Draft)
			l.draft.Body = ""
			if size += len(l.packed); size > b.budget { // it is read again when it is wanted
				l.packed, l.left = nil, true
			}
			r.Draft = intake.Draft{}
			all, texts = append(all, r), append(texts, l)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	b.replace(path, o, all, texts)
	return nil
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

// replace puts what was read of a file in place of what it was before.
func (b *Batch) replace(path string, o intake.Options, readings []intake.Reading, texts []looked) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.perFile[path] = o
	delete(b.unread, path)
	from := slices.IndexFunc(b.list, func(it *item) bool { return it.Path == path })
	if from < 0 {
		return
	}
	end := from
	for end < len(b.list) && b.list[end].Path == path {
		end++
	}
	before := slices.Clone(b.list[from:end])
	for _, it := range before {
		b.totals.count(it, -1)
	}
	b.edition++
	delete(b.columns, path)
	b.equals = nil
	b.against = 0 // what was like it is to be compared anew
	b.forgetSteps(before)
	items := make([]*item, len(readings))
	for i, r := range readings {
		items[i] = b.itemOf(before, i, len(readings), r)
		if r.Err == nil {
			b.fill(items[i], texts[i])
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
		it := &item{Candidate: Candidate{ID: b.next, Path: r.Path, At: r.At, Err: r.Err, Ticked: r.Err == nil}}
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
	it.Err, it.Same, it.Near = r.Err, nil, nil
	it.Ticked = r.Err == nil && (it.Ticked || wasBad)
	return it
}
