package store

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"standpoint/store/internal/sqlite"
	"standpoint/store/internal/sqlitefile"
)

// sieve holds in memory which articles have an annotation as is asked, or are in a collection. A walk along an order of the list looks
// there by the number of an article's row, which every index has: to ask the file for the annotations of each article that is walked past
// takes several times as long as the walk. It is of one state of the file.
type sieve struct {
	of    annotationAsked
	state sqlitefile.Generation
	rows  []byte // one for each row of the table of articles, from the first on: 1 where the article is one of those
	count int    // articles
	few   string // the numbers of their rows, as JSON; "" if they are more than fewArticles
}

// annotationAsked is what a filter asks of one annotation.
type annotationAsked struct {
	actor, issue, tag, coder ID
	stance                   Stance
	asksStance               bool
}

func (f ArticleFilter) annotationAsked() annotationAsked {
	asked := annotationAsked{actor: f.Actor, issue: f.Issue, tag: f.Tag, coder: f.Coder}
	if f.Stance != nil {
		asked.stance, asked.asksStance = *f.Stance, true
	}
	return asked
}

// condition is that an article is one of those.
func (v *sieve) condition() articleCondition {
	c := articleCondition{is: `substr(?, a.rowid, 1) = x'01'`, args: []any{v.rows}}
	if v.few != "" {
		c.from, c.id, c.fromArgs = `json_each(?) j CROSS JOIN article a WHERE a.rowid = j.value AND a.live = 1`, `a.id`, []any{v.few}
	}
	return c
}

// sought is the same condition for a search, which looks where the articles are also if they are many.
func (v *sieve) sought() articleCondition {
	c := v.condition()
	if c.from == "" {
		c.from, c.id, c.fromArgs = articleOrders[ArticlesByPublished].walked()+` WHERE a.live = 1 AND `+c.is, `a.id`, c.args
	}
	c.ofValue, c.sifted = true, v
	return c
}

// fewFollowed is how many changed articles are read again before a list is: where more changed, that is done beside it.
const fewFollowed = 500

// mostUnused is how many numbers of rows may have no article, in a file from which many were purged.
const mostUnused = 1 << 20

// readArticles reads a page of a list of articles, or all of it, with a sieve if the filter asks for an annotation and the tally is there.
// For what is far down the list it waits until nobody else uses the tally, and if that is not there it has it read beside.
func (p *Project) readArticles(ctx context.Context, f ArticleFilter, page Page, fn func(s sqlite.Snapshot, known *sieve) error) error {
	if !f.asksForAnnotation() {
		return p.read(ctx, func(s sqlite.Snapshot) error { return fn(s, nil) })
	}
	var known *sieve
	far := page.Limit == 0 || page.Offset >= fewArticles
	return p.readSifted(ctx, far, func(s sqlite.Snapshot, t *tally) (err error) {
		if t != nil {
			known, err = t.sieve(s, f)
		}
		return err
	}, func(s sqlite.Snapshot) error { return fn(s, known) })
}

// readSifted reads one state of the file: first what the tally holds of it, while nobody else uses that, then what fn reads. Without a
// tally of that state sift is given nil: where it is far to what is sought, that is read beside then.
func (p *Project) readSifted(
	ctx context.Context, far bool, sift func(s sqlite.Snapshot, t *tally) error, fn func(s sqlite.Snapshot) error,
) error {
	release, taken, err := func() {}, false, error(nil)
	if p.frozen == nil {
		release, taken, err = p.tally.takeLoaded(ctx, far)
	}
	if err != nil {
		return err
	}
	release = sync.OnceFunc(release)
	defer release()
	return p.read(ctx, func(s sqlite.Snapshot) (err error) {
		t := p.tally
		if taken {
			taken, err = t.comeTo(s, far)
		}
		if !taken {
			t = nil
		}
		if err == nil {
			err = sift(s, t)
		}
		release()
		if err == nil && t == nil && far && p.frozen == nil {
			err = p.readTallyBeside(s)
		}
		if err != nil {
			return err
		}
		return fn(s)
	})
}

// takeLoaded takes the tally if it holds the articles; false if it does not, or if somebody uses it and it is not to be waited for.
func (t *tally) takeLoaded(ctx context.Context, wait bool) (release func(), taken bool, err error) {
	nothing := func() {}
	if !t.ready.Load() {
		return nothing, false, nil
	}
	if !wait && len(t.turn) == 0 {
		return nothing, false, nil
	}
	if release, err = t.take(ctx); err != nil {
		return nothing, false, err
	}
	if !t.loaded {
		release()
		return nothing, false, nil
	}
	return release, true, nil
}

// comeTo brings the tally to the state of the snapshot, with the rows of all articles; false if that takes long. What is near the beginning
// of a list is found without it before these rows are known.
func (t *tally) comeTo(s sqlite.Snapshot, far bool) (is bool, err error) {
	version, err := rowVersion(s)
	if err != nil || !far && t.numbered != version {
		return false, err
	}
	_, now, err := stepOf(s)
	if err != nil {
		return false, err
	}
	if changed, _, known := t.changedUntil(now); !known || len(changed) > fewFollowed {
		return false, nil
	}
	if err := t.follow(s); err != nil {
		return false, err
	}
	return true, t.findRows(s)
}

// sieve is that of a filter; nil if it takes too much room.
func (t *tally) sieve(s sqlite.Source, f ArticleFilter) (v *sieve, err error) {
	if last := t.sifted; last != nil && last.state == t.state && last.of == f.annotationAsked() {
		return last, nil
	}
	if v, err = t.sift(s, []ArticleFilter{f}); v != nil {
		v.of, v.state = f.annotationAsked(), t.state
		t.sifted = v
	}
	return v, err
}

// rowVersion is a number that is another one whenever the rows of the file may have others: VACUUM gives it a new one.
func rowVersion(s sqlite.Source) (int, error) { return sqlite.Number(s, `PRAGMA schema_version`) }

// findRows reads the numbers of the rows of the articles, unless they are known. From then on they follow each change as all that the tally
// holds.
func (t *tally) findRows(s sqlite.Source) error {
	version, err := rowVersion(s)
	if err != nil || t.numbered == version {
		return err
	}
	var ids, rows string
	_, err = sqlite.One(s, []any{&ids, &rows}, `SELECT coalesce(group_concat(hex(id), ''), ''), coalesce(group_concat(rowid), '')
		FROM article INDEXED BY sqlite_autoindex_article_1`)
	if err != nil {
		return err
	}
	list := make([]ID, 0, len(t.articles))
	for id := range eachID(ids) {
		list = append(list, id)
	}
	i := 0
	for row := range eachNumber(rows) {
		if at, is := t.place[list[i]]; is {
			t.articles[at].row = row
		}
		i++
	}
	t.numbered, t.sifted = version, nil
	return nil
}

// sift looks which articles have an annotation as one of some filters asks; nil if that takes too much room. What the filters ask of one
// kind of name, of a stance or of a coder goes with all that they ask of the others.
func (t *tally) sift(s sqlite.Source, filters []ArticleFilter) (*sieve, error) {
	asked, err := t.marksAsked(s, filters)
	if err != nil {
		return nil, err
	}
	return t.sieveOf(func(_ int, a *talliedArticle) bool { return asked.hold(a) }), nil
}

// siftCollected looks which articles are in one of some collections, or which was merged into them.
func (t *tally) siftCollected(s sqlite.Source, collections []ID) (*sieve, error) {
	is := make([]bool, len(t.articles))
	for _, collection := range collections {
		var list string
		_, err := sqlite.One(s, []any{&list}, `SELECT coalesce(group_concat(hex(m.article), ''), '') FROM collected m
			WHERE m.deleted = 0 AND m.collection = (SELECT id FROM collection WHERE id = ? AND deleted = 0)`, collection[:])
		if err != nil {
			return nil, err
		}
		var merged []ID
		for id := range eachID(list) {
			if at, listed := t.place[id]; listed && t.articles[at].listed {
				is[at] = true
			} else {
				merged = append(merged, id)
			}
		}
		err = sqlite.EachPortion(merged, func(in string, args []any) error {
			into, err := ids(s, `SELECT canonical FROM article WHERE id IN (`+in+`)`, args...)
			for _, id := range into {
				if at, listed := t.place[id]; listed {
					is[at] = true
				}
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return t.sieveOf(func(at int, _ *talliedArticle) bool { return is[at] }), nil
}

// sieveOf holds which articles are as wanted; nil if their rows are not known, or too far apart.
func (t *tally) sieveOf(wanted func(at int, a *talliedArticle) bool) *sieve {
	last := int64(0)
	for _, a := range t.articles {
		if a.listed && a.row == 0 {
			return nil
		}
		last = max(last, a.row)
	}
	if last > int64(len(t.articles))+mostUnused {
		return nil
	}
	v := &sieve{rows: make([]byte, last)}
	var few []string
	for at := range t.articles {
		if a := &t.articles[at]; a.listed && wanted(at, a) {
			v.rows[a.row-1] = 1
			v.count++
			if len(few) <= fewArticles {
				few = append(few, strconv.FormatInt(a.row, 10))
			}
		}
	}
	if v.count <= fewArticles {
		v.few = "[" + strings.Join(few, ",") + "]"
	}
	return v
}

// marksAsked is what one annotation must have, or the article itself as far as that has tags. Nil is whatever.
type marksAsked struct {
	under  [talliedKinds]map[uint32]bool // numbers of names of each kind, one of which it stands under
	stance map[uint32]bool
	coder  map[uint32]bool
}

func (t *tally) marksAsked(s sqlite.Source, filters []ArticleFilter) (asked marksAsked, err error) {
	for _, f := range filters {
		c := articleCounting{tally: t, under: [talliedKinds]int64{whatever, whatever, whatever}}
		if err := c.resolve(s, f); err != nil {
			return asked, err
		}
		for kind, want := range c.under {
			asked.under[kind] = withNumber(asked.under[kind], want)
		}
		if f.Stance != nil {
			asked.stance = withNumber(asked.stance, t.stances.numberOf(talliedStance(*f.Stance)))
		}
		if asked.coder == nil {
			asked.coder = c.coders
		}
		maps.Copy(asked.coder, c.coders)
	}
	return asked, nil
}

// withNumber adds a number to those that may be, unless it may be whatever.
func withNumber(numbers map[uint32]bool, want int64) map[uint32]bool {
	if want == whatever {
		return numbers
	}
	if numbers == nil {
		numbers = map[uint32]bool{}
	}
	if want != nowhere {
		numbers[uint32(want)] = true //nolint:gosec // a number of a name or a stance
	}
	return numbers
}

// hold reports whether one annotation of an article has all, or the article itself.
func (q *marksAsked) hold(a *talliedArticle) bool {
	for n := range a.eachMark() {
		if q.holdsOne(n, a.tags) {
			return true
		}
	}
	return false
}

func (q *marksAsked) holdsOne(n talliedMark, tags []uint32) bool {
	if q.stance != nil && !q.stance[n.stance] || q.coder != nil && !q.coder[n.coder] {
		return false
	}
	for _, one := range q.under {
		is := func(name uint32) bool { return one[name] }
		if one != nil && !slices.ContainsFunc(n.names, is) && !slices.ContainsFunc(tags, is) {
			return false
		}
	}
	return true
}

// readTallyBeside brings the tally to the state of the file while nobody waits for that; nothing in a project of which little is read in no
// time.
func (p *Project) readTallyBeside(s sqlite.Source) error {
	last, err := sqlite.Number(s, `SELECT coalesce(max(rowid), 0) FROM article`)
	if err != nil || last < worthKeeping {
		return err
	}
	p.tally.beside(func() {
		if release, err := p.tally.take(p.tally.ending); err == nil {
			defer release()
			_ = p.loadTally() // who needs it asks again
		}
	})
	return nil
}

// beside runs fn on a goroutine of its own, for which close waits; not while that is being done.
func (t *tally) beside(fn func()) {
	t.noting.Lock()
	defer t.noting.Unlock()
	if t.busy || t.ending.Err() != nil {
		return
	}
	t.busy = true
	t.running.Go(func() {
		fn()
		t.noting.Lock()
		defer t.noting.Unlock()
		t.busy = false
	})
}
