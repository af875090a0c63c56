package store

import (
	"context"
	"strconv"
	"strings"
	"sync"

	"standpoint/store/internal/sqlite"
	"standpoint/store/internal/sqlitefile"
)

// sieve holds in memory which articles have an annotation as a filter asks. A walk along an order of the list looks there by the number of
// an article's row, which every index has: to ask the file for the annotations of each article that is walked past takes several times as
// long as the walk. It is of one state of the file.
type sieve struct {
	of    annotationAsked
	state sqlitefile.Generation
	rows  []byte // one for each row of the table of articles, from the first on: 1 where the article has such an annotation
	few   string // the numbers of these rows, as JSON; "" if they are more than fewArticles
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
		c.from, c.id, c.fromArgs = `json_each(?) j CROSS JOIN article r WHERE r.rowid = j.value`, `r.id`, []any{v.few}
	}
	return c
}

// fewFollowed is how many changed articles are read again before a list is: where more changed, that is done beside it.
const fewFollowed = 500

// mostUnused is how many numbers of rows may have no article, in a file from which many were purged.
const mostUnused = 1 << 20

// readArticles reads a page of a list of articles, or all of it, with a sieve if the filter asks for an annotation and the tally is there.
// For what is far down the list it waits until nobody else uses the tally, and if that is not there it has it read beside.
func (p *Project) readArticles(ctx context.Context, f ArticleFilter, page Page, fn func(s sqlite.Snapshot, known *sieve) error) error {
	if !f.asksForAnnotation() || p.frozen != nil {
		return p.read(ctx, func(s sqlite.Snapshot) error { return fn(s, nil) })
	}
	far := page.Limit == 0 || page.Offset >= fewArticles
	release, taken, err := p.tally.takeLoaded(ctx, far)
	if err != nil {
		return err
	}
	release = sync.OnceFunc(release)
	defer release()
	return p.read(ctx, func(s sqlite.Snapshot) (err error) {
		var known *sieve
		if taken {
			known, err = p.tally.sieve(s, f, far)
			release()
		}
		if err == nil && known == nil && far {
			err = p.readTallyBeside(s)
		}
		if err != nil {
			return err
		}
		return fn(s, known)
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

// sieve is that of a filter, of the state of the snapshot; nil if it takes long to come to that. What is near the beginning of a list is
// found without it before the rows of all articles are known.
func (t *tally) sieve(s sqlite.Snapshot, f ArticleFilter, far bool) (*sieve, error) {
	version, err := rowVersion(s)
	if err != nil || !far && t.numbered != version {
		return nil, err
	}
	_, now, err := stepOf(s)
	if err != nil {
		return nil, err
	}
	if changed, _, known := t.changedUntil(now); !known || len(changed) > fewFollowed {
		return nil, nil
	}
	if err := t.follow(s); err != nil {
		return nil, err
	}
	if err := t.findRows(s); err != nil {
		return nil, err
	}
	if last := t.sifted; last != nil && last.state == t.state && last.of == f.annotationAsked() {
		return last, nil
	}
	t.sifted, err = t.sift(s, f)
	return t.sifted, err
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

// sift looks which articles have an annotation as the filter asks; nil if their rows are not known, or too far apart.
func (t *tally) sift(s sqlite.Source, f ArticleFilter) (*sieve, error) {
	c, err := t.counting(s, ArticleFilter{Actor: f.Actor, Issue: f.Issue, Stance: f.Stance, Tag: f.Tag, Coder: f.Coder})
	if err != nil {
		return nil, err
	}
	last := int64(0)
	for _, a := range t.articles {
		if a.listed && a.row == 0 {
			return nil, nil
		}
		last = max(last, a.row)
	}
	if last > int64(len(t.articles))+mostUnused {
		return nil, nil
	}
	v := &sieve{of: f.annotationAsked(), state: t.state, rows: make([]byte, last)}
	var few []string
	for at := range t.articles {
		if a := &t.articles[at]; a.listed && c.hasMark(a) {
			v.rows[a.row-1] = 1
			if len(few) <= fewArticles {
				few = append(few, strconv.FormatInt(a.row, 10))
			}
		}
	}
	if len(few) <= fewArticles {
		v.few = "[" + strings.Join(few, ",") + "]"
	}
	return v, nil
}

// hasMark reports whether one annotation of an article, or the article itself as far as that has tags, has all that is asked of one.
func (c *articleCounting) hasMark(a *talliedArticle) bool {
	for n := range a.eachMark() {
		if c.lacking(n, a.tags) == 0 {
			return true
		}
	}
	return false
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
