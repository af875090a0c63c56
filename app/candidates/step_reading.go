package candidates

import (
	"slices"

	"standpoint/app/intake"
)

// reading is how some files were read, with what came of them, and what hung on it elsewhere in the batch.
type reading struct {
	files  []fileReading
	others []had // of other files, whose dates can be two days: another file may say which
	ticked []int // IDs of other files: what is the same as something of these files is no longer
}

// fileReading is how one file was read.
type fileReading struct {
	path    string
	options intake.Options
	own     bool // the file has options of its own
	unread  bool // it was not read to its end
	columns []intake.Column
	items   []*item
	were    []item // what the items were, without their texts
}

// size is how many articles are held.
func (r *reading) size() int {
	if r == nil {
		return 0
	}
	n := 0
	for _, f := range r.files {
		n += len(f.items)
	}
	return n
}

// readingOf is how files are read now. The lock is held.
func (b *Batch) readingOf(paths []string) *reading {
	r := &reading{}
	theirs := map[string]bool{}
	for _, path := range paths {
		theirs[path] = true
		r.files = append(r.files, b.fileReading(path))
	}
	for _, it := range b.list {
		if theirs[it.Path] {
			continue
		}
		if it.Doubt != nil {
			r.others = append(r.others, had{id: it.ID, read: it.asRead()})
		}
		if it.Ticked {
			r.ticked = append(r.ticked, it.ID)
		}
	}
	return r
}

// readingAs is how the files of another reading are read now, and what the others of it have. The lock is held.
func (b *Batch) readingAs(other *reading) *reading {
	var paths []string
	for _, f := range other.files {
		paths = append(paths, f.path)
	}
	r := b.readingOf(paths)
	r.others = nil
	for _, h := range other.others {
		if it, there := b.byID[h.id]; there {
			r.others = append(r.others, had{id: h.id, read: it.asRead()})
		}
	}
	return r
}

func (b *Batch) fileReading(path string) fileReading {
	f := fileReading{path: path, unread: b.unread[path], columns: b.columns[path]}
	f.options, f.own = b.perFile[path]
	from, end := b.spanOf(path)
	f.items = slices.Clone(b.list[from:end])
	for _, it := range f.items {
		was := *it
		was.kept = nil
		f.were = append(f.were, was)
	}
	return f
}

// giveReading has files be as they were read before, and what hung on that, and returns the IDs of their articles. The lock is held.
func (b *Batch) giveReading(r *reading) (ids []int) {
	for _, f := range r.files {
		b.giveFile(f)
		for _, it := range f.items {
			ids = append(ids, it.ID)
		}
	}
	b.against, b.equals = 0, nil
	for _, h := range r.others {
		if it, there := b.byID[h.id]; there {
			b.change(it, func() { b.giveRead(it, h.read) })
		}
	}
	b.forgetOldTwins()
	b.tickAsBefore(r)
	return ids
}

func (b *Batch) giveFile(f fileReading) {
	from, end := b.spanOf(f.path)
	for _, it := range b.list[from:end] {
		b.totals.count(it, -1)
		b.release(it)
		delete(b.byID, it.ID)
	}
	b.list = slices.Replace(b.list, from, end, f.items...)
	for i, it := range f.items {
		*it = f.were[i]
		b.byID[it.ID] = it
		b.totals.count(it, 1)
	}
	b.perFile[f.path] = f.options
	if !f.own {
		delete(b.perFile, f.path)
	}
	delete(b.unread, f.path)
	if f.unread {
		b.unread[f.path] = true
	}
	b.columns[f.path] = f.columns
}

// forgetOldTwins forgets of which candidate some have the text, where they no longer have it. All are compared anew after that.
func (b *Batch) forgetOldTwins() {
	for _, it := range b.list {
		if it.Same == nil || it.Same.Candidate == None {
			continue
		}
		if first, there := b.byID[it.Same.Candidate]; !there || first.Hash != it.Hash {
			b.change(it, func() { it.Same = nil })
		}
	}
}

// tickAsBefore ticks what was ticked outside the files of a reading.
func (b *Batch) tickAsBefore(r *reading) {
	for _, id := range r.ticked {
		if it, there := b.byID[id]; there && !it.Ticked && b.canBeTicked(it) {
			b.change(it, func() { it.Ticked = true })
		}
	}
}

// forget forgets how files were read, and takes the IDs of the articles that came of it to those that are gone.
func (r *reading) forget(paths map[string]bool, gone map[int]bool) {
	if r == nil {
		return
	}
	r.files = slices.DeleteFunc(r.files, func(f fileReading) bool {
		if paths[f.path] {
			for _, was := range f.were {
				gone[was.ID] = true
			}
		}
		return paths[f.path]
	})
}
