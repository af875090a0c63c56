package candidates

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strings"

	"standpoint/app/intake"
	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// Read reads files into the batch, several at once, each in its place as soon as it is read, and then the dates that can be two days by
// the other dates of the batch. What waits already stays as it is, with what the analyst said of it; a file of it is read anew. What was
// read when ctx is cancelled stays.
func (b *Batch) Read(ctx context.Context, paths []string, tell func(Progress)) error {
	clock := newClock(Reading, len(paths), tell)
	paths, again := b.partKnown(paths)
	done := 0
	for _, path := range again {
		if err := b.renew(ctx, path); err != nil {
			return err
		}
		done++
		clock.at(done)
	}
	b.mu.Lock()
	options := b.options
	first := len(b.order)
	for i, path := range paths {
		b.unread[path], b.order[path] = true, first+i
	}
	b.mu.Unlock()
	for readings := range b.readFiles(ctx, paths, options) {
		if ctx.Err() != nil {
			break
		}
		path, last := readings[0].Path, readings[len(readings)-1].Last
		for some := range slices.Chunk(readings, lookedAtOnce) {
			b.take(some)
		}
		if last {
			b.ended(path)
			done++
			clock.at(done)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return b.settle(ctx)
}

// ended notes that a file was read to its end.
func (b *Batch) ended(path string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.unread, path)
}

// partKnown parts files that are new to the batch from those that wait in it, and names each once.
func (b *Batch) partKnown(paths []string) (fresh, known []string) {
	waits, seen := map[string]bool{}, map[string]bool{}
	for _, path := range b.Paths() {
		waits[path] = true
	}
	for _, path := range paths {
		switch {
		case seen[path]:
		case waits[path]:
			known = append(known, path)
		default:
			fresh = append(fresh, path)
		}
		seen[path] = true
	}
	return fresh, known
}

// lookedAtOnce is how many articles of a file are looked at before the batch takes them.
const lookedAtOnce = 100

// take takes readings into the batch, which alone knows their texts then: a table may have hundreds of thousands of rows.
func (b *Batch) take(readings []intake.Reading) {
	items := make([]*item, len(readings))
	texts := make([]looked, len(readings))
	for i, r := range readings {
		items[i] = newItem(r)
		texts[i] = b.lookAt(r.Draft)
	}
	b.add(items, texts)
	clear(readings)
}

// newItem is the item of a reading, without what is known of its text.
func newItem(r intake.Reading) *item {
	return &item{Candidate: Candidate{Path: r.Path, At: r.At, Err: r.Err, Left: intake.LeftOf(r.Err), Ticked: r.Err == nil}}
}

// looked is a draft with what its text is known by.
type looked struct {
	draft     intake.Draft
	err       error // why its text cannot be stored
	hash      text.Hash
	length    int // code points
	bytes     int
	beginning string
	sketch    sketch
	packed    []byte
	left      bool // there is no room for the text itself
}

// lookAt looks at the text of a draft, and packs it if there is room for it.
func (b *Batch) lookAt(d intake.Draft) looked {
	l := looked{draft: d, bytes: len(d.Body), beginning: beginning(d.Body), sketch: sketchOf(shingles(d.Body))}
	body, err := text.NewBody(d.Body)
	if err != nil {
		l.err = err
		return l
	}
	l.hash, l.length = body.Hash(), body.Len()
	b.mu.Lock()
	l.left = b.kept >= b.room()
	b.mu.Unlock()
	if !l.left {
		l.packed = packed(d.Body)
	}
	return l
}

func (b *Batch) add(items []*item, texts []looked) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i, it := range items {
		it.ID = b.next
		b.next++
		if it.Err == nil {
			b.fill(it, texts[i])
		}
		b.byID[it.ID] = it
		b.totals.count(it, 1)
	}
	b.makeRoom()
	b.list = slices.Insert(b.list, b.placeOf(items[0].Path), items...)
}

// placeOf is where what comes of a file stands: behind what came of it before and of the files before it. The lock is held.
func (b *Batch) placeOf(path string) int {
	n, order := len(b.list), b.order[path]
	if n == 0 || b.order[b.list[n-1].Path] <= order {
		return n
	}
	return sort.Search(n, func(i int) bool { return b.order[b.list[i].Path] > order })
}

// detached is an article whose words hold no text of a file in memory.
func detached(a store.Article) store.Article {
	for _, f := range intake.FieldsOf(&a) {
		*f.Value = strings.Clone(*f.Value)
	}
	return a
}

// beginning is the first words of a text, in one line.
func beginning(s string) string {
	const most = 300 // code points
	end, n := len(s), 0
	for i := range s {
		if n == most {
			end = i
			break
		}
		n++
	}
	return strings.Join(strings.Fields(s[:end]), " ")
}

// Text is the whole text of a candidate. A file that is not what it was gives an error that says so.
func (b *Batch) Text(ctx context.Context, id int) (string, error) {
	b.mu.Lock()
	it := b.byID[id]
	b.mu.Unlock()
	if it == nil {
		return "", errGone
	}
	d, err := b.draftOf(ctx, it)
	return d.Body, err
}

var errGone = say.Errorf("This article is no longer there: its file was read in another way meanwhile")

// draftOf is the draft of an item, read again if it is not kept.
func (b *Batch) draftOf(ctx context.Context, it *item) (intake.Draft, error) {
	b.mu.Lock()
	kept, c, o := it.kept, it.Candidate, b.optionsOf(it.Path)
	b.mu.Unlock()
	switch {
	case c.Err != nil:
		return intake.Draft{}, c.Err
	case kept != nil:
		return kept.whole(), nil
	}
	return b.readAgain(ctx, c, o)
}

// readAgain reads the draft of a candidate from its file.
func (b *Batch) readAgain(ctx context.Context, c Candidate, o intake.Options) (intake.Draft, error) {
	if c.Doubt != nil { // it was read before anybody said which day it is
		o.DateOrder = intake.OrderUnknown
	}
	d, there, err := b.again.read(ctx, c.Path, c.At, o)
	if err != nil {
		return intake.Draft{}, err
	}
	if !there {
		return intake.Draft{}, changedError(c.Path)
	}
	if s := c.Settled; s != nil {
		d.Settle(s.Order, s.By)
	}
	if hashOf(d.Body) != c.Hash {
		return intake.Draft{}, changedError(c.Path)
	}
	return d, nil
}

func changedError(path string) error {
	return store.NewError(store.CodeInvalid, nil, "“%s” has changed since it was looked at. Import it again, to see what it holds now.", path)
}

// optionsOf are the options a file is read with.
func (b *Batch) optionsOf(path string) intake.Options {
	if o, ok := b.perFile[path]; ok {
		return o
	}
	return b.options
}

// isAtHand reports whether a text is at hand without much work: it is kept, or its file holds it alone.
func (b *Batch) isAtHand(it *item) bool {
	kept := b.again.has(it.Path, it.At)
	b.mu.Lock()
	defer b.mu.Unlock()
	return kept || it.kept != nil || it.At == 0 && !b.holdsSeveral(it)
}

// holdsSeveral reports whether the file of an item, the first of it, holds others.
func (b *Batch) holdsSeveral(it *item) bool {
	next, ok := b.byID[it.ID+1]
	return ok && next.Path == it.Path
}

// settle reads the dates that can be two days by the other dates: those of the same outlet, else all of the batch.
func (b *Batch) settle(ctx context.Context) error {
	b.mu.Lock()
	bySource := map[string][]intake.DateOrder{}
	var all []intake.DateOrder
	var doubtful []*item
	for _, it := range b.list {
		if it.shows != intake.OrderUnknown {
			bySource[it.Article.Source] = append(bySource[it.Article.Source], it.shows)
			all = append(all, it.shows)
		}
		if it.Doubt != nil {
			doubtful = append(doubtful, it)
		}
	}
	b.mu.Unlock()
	for _, it := range doubtful {
		order := cmp.Or(intake.AgreedOrder(bySource[it.Article.Source]), intake.AgreedOrder(all))
		if err := b.settleOne(ctx, it, order, intake.ByOthers); err != nil {
			return err
		}
	}
	return nil
}

// Answer reads the dates that can be two days, and that nothing settled, in the order that the analyst says they have. Undo takes it back.
func (b *Batch) Answer(ctx context.Context, order intake.DateOrder) error {
	b.mu.Lock()
	s := step{kind: Answers, order: b.options.DateOrder}
	b.setOrder(order)
	var doubtful []*item
	for _, it := range b.list {
		if it.Doubt != nil {
			doubtful = append(doubtful, it)
		}
	}
	b.mu.Unlock()
	var err error
	for _, it := range doubtful {
		b.mu.Lock()
		h := it.has(s)
		b.mu.Unlock()
		if err = b.settleOne(ctx, it, order, intake.ByAnswer); err != nil {
			break
		}
		s.items = append(s.items, h)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for i := range s.items {
		s.items[i].forgetSketch(b.byID[s.items[i].id])
	}
	b.untickTwice(s.items)
	b.did(s)
	return err
}

// setOrder has dates that can be two days read in an order. The lock is held.
func (b *Batch) setOrder(order intake.DateOrder) {
	b.options.DateOrder = order
	for path, o := range b.perFile {
		o.DateOrder = order
		b.perFile[path] = o
	}
}

func (b *Batch) settleOne(ctx context.Context, it *item, order intake.DateOrder, by intake.Settler) error {
	if order == intake.OrderUnknown {
		return nil
	}
	d, err := b.draftOf(ctx, it)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err == nil {
		d.Settle(order, by)
	}
	l := b.lookAt(d)
	b.mu.Lock()
	defer b.mu.Unlock()
	if err != nil {
		b.change(it, func() { it.Err, it.Ticked = err, false })
		return nil
	}
	if it.compared && it.Hash != l.hash { // the line with the date is no longer in the text
		b.against = 0
	}
	b.change(it, func() { b.fill(it, l) })
	return nil
}

// Question is a date of the batch that can be two days, for asking which; false if there is none. One answer is for all.
func (b *Batch) Question() (intake.Doubt, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.totals.Doubtful == 0 {
		return intake.Doubt{}, false
	}
	for _, it := range b.list {
		if it.isDoubtful() {
			return *it.Doubt, true
		}
	}
	return intake.Doubt{}, false
}
