package candidates

import (
	"context"
	"iter"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"standpoint/app/intake"
	"standpoint/store"
	"standpoint/store/text"
)

// Batch is what waits: the candidates of some files, in the order of the files. It may be looked at and edited from several goroutines at
// once, also while files are being read into it; Read, Compare and Import are called one at a time.
type Batch struct {
	project *store.Project
	options intake.Options // without keeping originals, which would fill the memory
	keeps   bool           // originals are kept when the articles are imported
	budget  int            // bytes of texts that are kept
	few     int            // articles that leave all of it to them

	mu      sync.Mutex
	list    []*item
	byID    map[int]*item
	next    int     // ID
	kept    int     // bytes
	keepers []*item // whose texts were kept, the first one first
	perFile map[string]intake.Options
	unread  map[string]bool            // files that were to be read, and were not read to their end
	columns map[string][]intake.Column // of tables, by their files
	totals  Totals                     // kept as items change
	edition int                        // another one when items have other fields, or are gone
	equals  map[text.Hash][]*item      // those that have one text with others or with the project; nil if it is not known
	order   map[string]int             // of the files
	partial []*item                    // that an import which was cancelled has added
	stats   Comparisons
	against int // the state of the project's texts with which all was compared last

	lastFrom intake.Provenances // of the draft that was taken last

	again *again
	steps steps

	readFiles func(context.Context, []string, intake.Options) iter.Seq[[]intake.Reading]
}

// item is a candidate with what only the batch knows.
type item struct {
	Candidate
	kept     *kept // nil if it is read again when it is wanted
	sketch   sketch
	shows    intake.DateOrder
	compared bool // with all that is before it, and with the project as it was then
}

// textBudget is how many bytes of texts a batch keeps in memory, with what else is known of each; more are read again from their files.
// Where so many articles wait that what is known of them takes as much itself, as the rows of a large table, there is less room.
const (
	textBudget = 32_000_000
	draftRoom  = 1_000  // bytes of a draft, beside its text
	itemRoom   = 1_000  // bytes of what is known of an article without it
	fewItems   = 10_000 // articles that leave all of the budget to texts
)

// room is how many bytes of texts can be kept now. The lock is held.
func (b *Batch) room() int { return max(0, b.budget-itemRoom*max(0, len(b.byID)-b.few)) }

// NewBatch is a batch for a project with nothing in it.
func NewBatch(p *store.Project, o intake.Options) *Batch {
	keeps := o.Originals
	o.Originals = false
	b := &Batch{
		project: p, options: o, keeps: keeps, budget: textBudget, few: fewItems,
		byID: map[int]*item{}, perFile: map[string]intake.Options{}, again: &again{},
		columns: map[string][]intake.Column{}, unread: map[string]bool{},
		order: map[string]int{}, readFiles: intake.ReadFilesAsTheyCome,
	}
	runtime.AddCleanup(b, (*again).forget, b.again) // an archive that is read half way
	return b
}

// Include takes folders to those by which articles are told where they were imported from.
func (b *Batch) Include(folders ...string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, folder := range folders {
		if !slices.Contains(b.options.Folders, folder) {
			b.options.Folders = append(slices.Clip(b.options.Folders), folder)
		}
	}
}

// Project is the project that the articles wait for.
func (b *Batch) Project() *store.Project { return b.project }

// Len is how many candidates there are.
func (b *Batch) Len() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.list)
}

// Row is the candidate at a place of the batch.
func (b *Batch) Row(at int) Candidate {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.list[at].shown()
}

// Rows are candidates from a place on, as many as there are up to n.
func (b *Batch) Rows(from, n int) []Candidate {
	b.mu.Lock()
	defer b.mu.Unlock()
	from = min(from, len(b.list))
	rows := make([]Candidate, 0, n)
	for _, it := range b.list[from:min(from+n, len(b.list))] {
		rows = append(rows, it.shown())
	}
	return rows
}

// Candidate is the candidate of an ID; false if it is not there, as its file was read in another way since.
func (b *Batch) Candidate(id int) (Candidate, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	it, ok := b.byID[id]
	if !ok {
		return Candidate{}, false
	}
	return it.shown(), true
}

// shown is a copy that nobody else changes.
func (it *item) shown() Candidate {
	c := it.Candidate
	from := make(intake.Provenances, len(c.From))
	for field, o := range c.From {
		from[field] = o
	}
	c.From, c.Near, c.Problems, c.Left = from, slices.Clone(c.Near), slices.Clone(c.Problems), slices.Clone(c.Left)
	return c
}

// ColumnsOf are the columns of the table that a candidate is of; none if it is of no table.
func (b *Batch) ColumnsOf(id int) []intake.Column {
	b.mu.Lock()
	defer b.mu.Unlock()
	it, ok := b.byID[id]
	if !ok {
		return nil
	}
	if it.Err != nil {
		return intake.ColumnsOf(it.Err)
	}
	return slices.Clone(b.columns[it.Path])
}

// OptionsOf are the options that the file of a candidate was read with.
func (b *Batch) OptionsOf(id int) intake.Options {
	b.mu.Lock()
	defer b.mu.Unlock()
	it, ok := b.byID[id]
	if !ok {
		return b.options
	}
	return b.optionsOf(it.Path)
}

// IDs are those of all candidates, in their order.
func (b *Batch) IDs() []int {
	b.mu.Lock()
	defer b.mu.Unlock()
	ids := make([]int, len(b.list))
	for i, it := range b.list {
		ids[i] = it.ID
	}
	return ids
}

// Paths are the files of the candidates, each once, in their order.
func (b *Batch) Paths() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	var paths []string
	seen := map[string]bool{}
	for _, it := range b.list {
		if !seen[it.Path] {
			seen[it.Path] = true
			paths = append(paths, it.Path)
		}
	}
	return paths
}

// Unread is how many files were to be read, and were not read to their end.
func (b *Batch) Unread() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.unread)
}

// ReadPaths are those of Paths that were read to their end.
func (b *Batch) ReadPaths() []string {
	paths := b.Paths()
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.DeleteFunc(paths, func(path string) bool { return b.unread[path] })
}

// Rank is the place of a candidate; None if it is not there.
func (b *Batch) Rank(id int) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	if id >= 0 && id < len(b.list) && b.list[id].ID == id { // as it is until a file is read again
		return id
	}
	return slices.IndexFunc(b.list, func(it *item) bool { return it.ID == id })
}

// Tick chooses candidates, or chooses them no longer. A file of which no article comes cannot be chosen, nor the very article that is in
// the project or is chosen already: no project takes it twice.
func (b *Batch) Tick(on bool, ids ...int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tick(on, ids)
}

// Toggle chooses candidates, or chooses them no longer if all that can be are chosen.
func (b *Batch) Toggle(ids ...int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tick(slices.ContainsFunc(ids, func(id int) bool {
		it, ok := b.byID[id]
		return ok && b.canBeTicked(it) && !it.Ticked
	}), ids)
}

func (b *Batch) tick(on bool, ids []int) {
	s := step{kind: Ticks}
	for _, id := range ids {
		if it, ok := b.byID[id]; ok {
			h := it.has(s)
			b.change(it, func() { it.Ticked = on && b.canBeTicked(it) })
			if it.Ticked != h.ticked {
				s.items = append(s.items, h)
			}
		}
	}
	b.did(s)
}

// Set sets a field of candidates to a value that the analyst typed. A date that is none, or can be two days, gives an error that says so,
// and nothing is set. One that is the very same article as another that is ticked by now is no longer ticked.
func (b *Batch) Set(field intake.Field, value string, ids ...int) error {
	value, err := intake.FieldValue(field, value)
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.edition++
	s := step{kind: Corrections, field: field}
	for _, id := range ids {
		it, ok := b.byID[id]
		if !ok || it.Err != nil {
			continue
		}
		for _, f := range intake.FieldsOf(&it.Article) {
			if f.Name == field && *f.Value != value {
				s.items = append(s.items, it.has(s))
				b.change(it, func() {
					*f.Value = value
					it.setFrom(field, intake.Provenance{Place: intake.PlaceAnalyst})
				})
			}
		}
	}
	b.untickTwice(s.items)
	b.did(s)
	return nil
}

// Report says of each file, and of each part of one, of which no article comes why: an error that names it.
func (b *Batch) Report() []error {
	b.mu.Lock()
	defer b.mu.Unlock()
	var list []error
	for _, it := range b.list {
		if it.Err != nil {
			list = append(list, it.Err)
		}
		list = append(list, it.Left...)
	}
	return list
}

// fill sets what a draft says of an item, and keeps the draft itself while there is room. Fields that the analyst set stay.
func (b *Batch) fill(it *item, l looked) {
	b.release(it)
	if b.byID[it.ID] == it {
		b.edition++
	}
	b.equals = nil
	d := l.draft
	typed := it.Candidate
	it.Article = detached(d.Article)
	d.Article, d.Body = it.Article, "" // words of the text would hold all of it
	b.shareFrom(&d)
	it.From = d.From
	for i, f := range intake.FieldsOf(&typed.Article) {
		if typed.From[f.Name].Place == intake.PlaceAnalyst {
			*intake.FieldsOf(&it.Article)[i].Value = *f.Value
			it.setFrom(f.Name, typed.From[f.Name])
		}
	}
	it.Beginning, it.Problems, it.Doubt, it.Settled = l.beginning, d.Notes, d.Doubt, d.Settled
	it.Left = d.Left
	it.Encoding, it.Columns, it.Abstract = d.Encoding, d.Columns, strings.Clone(d.Abstract)
	if len(d.Columns) > 0 {
		b.columns[it.Path] = d.Columns
	}
	it.Highlights, it.Joined, it.shows = len(d.Highlights), d.Joined, d.Shows
	it.Hash, it.Length, it.sketch, it.Err = l.hash, l.length, l.sketch, l.err
	it.Ticked = it.Ticked && l.err == nil
	if k := (&kept{d, l.packed, l.bytes}); !l.left && b.kept+k.size() <= b.room() {
		it.kept = k
		b.kept += k.size()
		b.keepers = append(b.keepers, it)
	}
}

// shareFrom has a draft share what is said of its fields with the one before, if that is the same, as in the rows of a table: it takes
// more memory than the fields.
func (b *Batch) shareFrom(d *intake.Draft) {
	if d.From == nil {
		d.From = intake.Provenances{}
	}
	if maps.Equal(d.From, b.lastFrom) {
		d.From = b.lastFrom
	}
	b.lastFrom = d.From
}

// setFrom says from where a field is, without saying so of others that share what is said.
func (it *item) setFrom(field intake.Field, from intake.Provenance) {
	it.From = maps.Clone(it.From)
	it.From[field] = from
	if from == (intake.Provenance{}) { // the file does not give it
		delete(it.From, field)
	}
}

// makeRoom lets go of the texts that were kept first, where there is no longer room for them. The lock is held.
func (b *Batch) makeRoom() {
	for b.kept > b.room() && len(b.keepers) > 0 {
		b.release(b.keepers[0])
		b.keepers = b.keepers[1:]
	}
}

// release lets go of an item's text.
func (b *Batch) release(it *item) {
	if it.kept != nil {
		b.kept -= it.kept.size()
		it.kept = nil
	}
}
