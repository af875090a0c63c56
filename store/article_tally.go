package store

import (
	"context"
	"iter"
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"standpoint/store/internal/sqlite"
	"standpoint/store/internal/sqlitefile"
)

// tally holds in memory what articles are counted by, since looking at all of a large project in the file takes seconds. It is read when
// it is first asked for, from what is kept of it in the file if that is there. From then on only those articles are read again of which
// something changed: each batch notes which they are.
type tally struct {
	turn   chan struct{} // holds one value while nobody uses what follows
	state  sqlitefile.Generation
	loaded bool
	ready  atomic.Bool // the same, for who does not wait for the turn

	articles []talliedArticle
	place    map[ID]int // of an article among them
	words    numbering  // keys of outlets and languages, and folders
	coders   numbering  // as talliedCoder has them
	stances  numbering  // as talliedStance has them
	names    []rowKey   // actors, issues and tags
	kinds    []int      // of each of these, where its entity is among talliedEntities
	number   map[rowKey]uint32
	numbered int    // the version of the schema for which the rows of the articles are known; noVersion if they are not
	sifted   *sieve // of what was asked last

	asked   atomic.Bool // so that batches note what they change
	noting  sync.Mutex  // never held while anything is read
	noted   map[sqlitefile.Generation]tallyStep
	waiting int  // articles in noted
	busy    bool // something is being read that nobody waits for
	running sync.WaitGroup
	kept    keeping // used where the file is written alone

	ending context.Context // of the project
	end    context.CancelFunc
}

// The values by which an article itself is counted.
const (
	talliedStatus = iota // its stage
	talliedAnnotated
	talliedSource // these are numbers of words
	talliedLanguage
	talliedFolder
	talliedValues // how many there are
)

// talliedEntities are the kinds of names under which annotations are counted.
var talliedEntities = [talliedKinds]Entity{EntityActor, EntityIssue, EntityTag}

const talliedKinds = 3

// talliedArticle is an article of a tally.
type talliedArticle struct {
	listed      bool  // still
	row         int64 // its number in the table, if the tally is numbered
	values      [talliedValues]uint32
	tags        []uint32 // that it carries itself
	annotations []uint32 // one behind the other: coder, stance, under how many names it stands, and these
}

// talliedMark is an annotation of a tally, by numbers; nobody's if it is the article itself, as far as that has tags.
type talliedMark struct {
	coder, stance uint32
	names         []uint32
}

// nobody has no number that a coder or a stance has.
const nobody = math.MaxUint32

// eachMark goes through the annotations of an article, and before them the article itself.
func (a *talliedArticle) eachMark() iter.Seq[talliedMark] {
	return func(yield func(talliedMark) bool) {
		if !yield(talliedMark{coder: nobody, stance: nobody}) {
			return
		}
		a.eachAnnotation()(yield)
	}
}

// eachAnnotation goes through the annotations of an article.
func (a *talliedArticle) eachAnnotation() iter.Seq[talliedMark] {
	return func(yield func(talliedMark) bool) {
		for rest := a.annotations; len(rest) > 0; {
			end := 3 + rest[2]
			if !yield(talliedMark{rest[0], rest[1], rest[3:end]}) {
				return
			}
			rest = rest[end:]
		}
	}
}

// tallyStep is what the transaction changed that led to a state of the file.
type tallyStep struct {
	from     sqlitefile.Generation
	articles []ID
}

// mostWaiting is how many changed articles are noted. Of more all are read again.
const mostWaiting = 50_000

func newTally() *tally {
	t := &tally{turn: make(chan struct{}, 1), noted: map[sqlitefile.Generation]tallyStep{}}
	t.ending, t.end = context.WithCancel(context.Background())
	t.empty()
	t.turn <- struct{}{}
	return t
}

func (t *tally) empty() {
	t.articles, t.place = nil, map[ID]int{}
	t.names, t.kinds, t.number = nil, nil, map[rowKey]uint32{}
	t.words, t.coders, t.stances = numbering{}, numbering{}, numbering{}
	t.loaded, t.numbered, t.sifted = false, noVersion, nil
	t.ready.Store(false)
}

// noVersion is no version of a schema.
const noVersion = -1

// close ends what is being read, and waits for that.
func (t *tally) close() {
	t.noting.Lock() // nothing begins any more
	t.end()
	t.noting.Unlock()
	t.running.Wait()
	<-t.turn
	t.turn <- struct{}{}
}

// take waits until nobody else uses the tally.
func (t *tally) take(ctx context.Context) (release func(), err error) {
	select {
	case <-t.turn:
		return func() { t.turn <- struct{}{} }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// note remembers, in a transaction, which articles it changes. If it is rolled back no reader ever comes to the state that it would have
// led to.
func (t *tally) note(db *sqlite.Connection, articles map[ID]bool) error {
	if !t.asked.Load() && !t.kept.is {
		return nil
	}
	before, now, err := stepOf(db)
	if err != nil {
		return err
	}
	if t.asked.Load() {
		t.noteStep(before, now, articles)
	}
	return t.kept.follow(db, before, now, articles)
}

func (t *tally) noteStep(before, now sqlitefile.Generation, articles map[ID]bool) {
	t.noting.Lock()
	defer t.noting.Unlock()
	if t.waiting += 1 + len(articles); t.waiting > mostWaiting {
		clear(t.noted)
		t.waiting = 0
		return
	}
	step := tallyStep{from: before, articles: make([]ID, 0, len(articles))}
	for id := range articles {
		step.articles = append(step.articles, id)
	}
	t.noted[now] = step
}

func stepOf(src sqlite.Source) (before, now sqlitefile.Generation, err error) {
	_, err = sqlite.One(src, []any{(*idColumn)(&before), (*idColumn)(&now)}, `SELECT before, now FROM generation WHERE key = 1`)
	return before, now, err
}

// changedUntil are the articles that changed since the tally was brought up to date, and the steps to that; false if a step was not noted.
func (t *tally) changedUntil(now sqlitefile.Generation) (articles []ID, steps []sqlitefile.Generation, known bool) {
	t.noting.Lock()
	defer t.noting.Unlock()
	for at := now; at != t.state; {
		step, is := t.noted[at]
		if !is {
			return nil, nil, false
		}
		steps = append(steps, at)
		articles = append(articles, step.articles...)
		at = step.from
	}
	slices.SortFunc(articles, compareIDs)
	return slices.Compact(articles), steps, true
}

// forget drops steps that the tally has taken.
func (t *tally) forget(steps []sqlitefile.Generation) {
	t.noting.Lock()
	defer t.noting.Unlock()
	for _, at := range steps {
		t.waiting -= 1 + len(t.noted[at].articles)
		delete(t.noted, at)
	}
}

// loadTally reads all articles for the first time. That goes on until the project is closed, whoever asked for it: who asks for something
// else next waits for less.
func (p *Project) loadTally() error {
	t := p.tally
	t.asked.Store(true)
	return p.read(t.ending, t.follow)
}

// follow brings the tally to the state of the snapshot.
func (t *tally) follow(s sqlite.Snapshot) error {
	_, now, err := stepOf(s)
	if err != nil {
		return err
	}
	var changed []ID
	var steps []sqlitefile.Generation
	var known bool
	if t.loaded {
		changed, steps, known = t.changedUntil(now)
	} else {
		changed, known, err = t.readKept(s, now)
	}
	if err != nil {
		return err
	}
	if known {
		err = t.readAgain(s, changed)
	} else if err = t.readAll(s); err != nil {
		t.empty()
	}
	if err != nil {
		return err
	}
	t.forget(steps)
	t.state, t.loaded = now, true
	t.ready.Store(true)
	return nil
}

// readAgain reads those articles of which something changed. The tally stays as it was if that fails.
func (t *tally) readAgain(s sqlite.Source, changed []ID) error {
	rows, err := readChanged(s, changed)
	if err != nil {
		return err
	}
	headings, err := talliedHeadings(s, rows)
	if err != nil {
		return err
	}
	for _, id := range changed {
		if at, is := t.place[id]; is {
			t.articles[at] = talliedArticle{}
		}
	}
	for _, r := range rows {
		t.put(r, headings)
	}
	return nil
}

// put holds what was read of an article.
func (t *tally) put(r talliedRow, headings map[string]rowKey) {
	a := talliedArticle{listed: true, row: r.row, values: t.valuesOf(r)}
	for _, key := range r.headings() {
		if name, is := headings[key]; is {
			a.tags = append(a.tags, t.numberOf(name))
		}
	}
	for _, n := range r.annotations() {
		start := len(a.annotations)
		a.annotations = append(a.annotations, t.coders.of(n.coder), t.stances.of(n.stance), 0)
		for _, key := range n.headings {
			if name, is := headings[key]; is {
				a.annotations = append(a.annotations, t.numberOf(name))
			}
		}
		a.annotations[start+2] = uint32(len(a.annotations) - start - 3) //nolint:gosec // some
	}
	a.tags, a.annotations = slices.Clip(a.tags), slices.Clip(a.annotations)
	at, is := t.place[r.id]
	if !is {
		at = len(t.articles)
		t.place[r.id], t.articles = at, append(t.articles, talliedArticle{})
	}
	t.articles[at] = a
}

// valuesOf are the values that are read of an article itself.
func (t *tally) valuesOf(r talliedRow) [talliedValues]uint32 {
	return [talliedValues]uint32{
		r.stage, asNumber(r.annotated), t.words.of(r.source), t.words.of(r.language), t.words.of(r.folder()),
	}
}

func (t *tally) numberOf(name rowKey) uint32 {
	n, is := t.number[name]
	if !is {
		n = uint32(len(t.names)) //nolint:gosec // as many as there are names
		t.number[name], t.names = n, append(t.names, name)
		t.kinds = append(t.kinds, slices.Index(talliedEntities[:], name.entity))
	}
	return n
}

// numbering gives words numbers, from 0 on.
type numbering struct {
	number map[string]uint32
	words  []string
}

// numberOf is the number of a word, or nowhere.
func (n *numbering) numberOf(word string) int64 {
	if number, is := n.number[word]; is {
		return int64(number)
	}
	return nowhere
}

// of is the number of a word, which it gets if it has none.
func (n *numbering) of(word string) uint32 {
	number, is := n.number[word]
	if !is {
		if n.number == nil {
			n.number = map[string]uint32{}
		}
		word = strings.Clone(word)
		number = uint32(len(n.words)) //nolint:gosec // as many as there are words
		n.number[word], n.words = number, append(n.words, word)
	}
	return number
}

func asNumber(is bool) uint32 {
	if is {
		return 1
	}
	return 0
}
