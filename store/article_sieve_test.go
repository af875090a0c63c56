package store_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"standpoint/store"
	"standpoint/store/storetest"
)

// lister is a random walk that lists articles as it goes, by one filter after another.
type lister struct {
	*counter
	filter store.ArticleFilter
}

// list compares a page with that of a project that holds nothing in memory.
func (c *lister) list() {
	store.GatherFewer(rapid.SampledFrom([]int{0, 1, 2000}).Draw(c.t, "gathered"))
	if rapid.IntRange(0, 2).Draw(c.t, "another filter") == 0 {
		c.ask()
	}
	q := store.ArticleQuery{
		ArticleFilter: c.filter,
		Sort:          rapid.SampledFrom(store.SortsOfArticles()).Draw(c.t, "sort"), Backwards: rapid.Bool().Draw(c.t, "backwards"),
	}
	q.Limit, q.Offset = rapid.IntRange(0, 3).Draw(c.t, "limit"), rapid.IntRange(0, 4).Draw(c.t, "offset")
	if rapid.Bool().Draw(c.t, "after") {
		q.After, q.Offset = c.one(c.articles, "after one"), 0
	}
	for _, p := range []*store.Project{c.p, c.beside} {
		if p != nil {
			c.listIn(p, q)
		}
	}
}

// ask draws a filter.
func (c *lister) ask() {
	q := &c.filter
	*q = store.ArticleFilter{}
	asked := rapid.IntRange(1, 63).Draw(c.t, "asked")
	for i, ask := range []func(){
		func() { q.Actor = c.one(c.actors, "filter by actor") },
		func() { q.Issue = c.one(c.issues, "filter by issue") },
		func() { q.Tag = c.one(c.tags, "filter by tag") },
		func() { q.Coder = c.p.Coder().ID },
		func() {
			stance := rapid.SampledFrom([]store.Stance{"", store.StanceSupport, store.StanceOppose}).Draw(c.t, "filter by stance")
			q.Stance = &stance
		},
		func() { unread := store.StatusUnread; q.Status = &unread },
	} {
		if asked&(1<<i) != 0 {
			ask()
		}
	}
}

func (c *lister) listIn(p *store.Project, q store.ArticleQuery) {
	ctx := context.Background()
	typed := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{
		"coder:ada", "actor:venn", "actor:arland", "issue:ceasefire", "tag:check", "stance:support", "NOT stance:oppose", "status:unread", "venn",
	}), 1, 3).Draw(c.t, "search"), rapid.SampledFrom([]string{" ", " OR "}).Draw(c.t, "joined by"))
	type answers struct {
		IDs, Found  []store.ID
		Count, Rank int
	}
	read := func(p *store.Project) (a answers) {
		var err error
		if a.IDs, err = p.ArticleIDs(ctx, q); err == nil {
			a.Count, err = p.ArticleCount(ctx, q.ArticleFilter)
		}
		if err == nil {
			a.Rank, err = p.ArticleRank(ctx, q, c.articles[0])
		}
		if err == nil {
			a.Found, err = p.SearchIDs(ctx, store.SearchQuery{Text: typed + " "})
		}
		if err != nil {
			c.t.Fatal(err)
		}
		return a
	}
	got := read(p)
	err := p.Frozen(ctx, func(now *store.Project) error {
		if diff := cmp.Diff(read(now), got); diff != "" {
			c.t.Errorf("%+v lists something else, or %q finds it (-file +memory):\n%s", q, typed, diff)
		}
		return nil
	})
	if err != nil {
		c.t.Fatal(err)
	}
}

// Whatever was written, taken back, purged or brought in, and by whom: a page is that of the file.
func TestAPageByAFilterOnAnnotationsIsNeverStale(t *testing.T) {
	store.Fewer(t, 30)
	store.KeepHowever(t)
	store.GatherHowever(t)
	folder := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		c := &lister{counter: &counter{world: &world{t: rt}, folder: filepath.Join(folder, fmt.Sprint(rt.Name(), store.NewID()))}}
		if err := os.MkdirAll(c.folder, 0o700); err != nil {
			rt.Fatal(err)
		}
		p, err := store.Create(context.Background(), c.path(), store.Options{Coder: "Ada"})
		if err != nil {
			rt.Fatal(err)
		}
		c.p = p
		defer func() { c.close() }()
		for range 4 {
			c.addArticle()
		}
		c.addNames()
		c.count()
		c.ask()
		for range rapid.IntRange(5, 25).Draw(rt, "steps") {
			rapid.SampledFrom([]func(){
				c.annotate, c.annotate, c.annotate, c.addNames, c.addArticle, c.edit, c.edit, c.remove, c.remove, c.count,
				func() { _, _ = c.p.Undo(rt.Context()) }, c.purge, c.aside, c.elsewhere, c.reopen, c.restore, c.lookOn, c.merge,
			}).Draw(rt, "step")()
			c.list()
		}
	})
}

// shown is a project with articles that have several annotations each, which were counted, and filters on these that leave many.
func shown(t *testing.T, articles int) (p *store.Project, filled storetest.Filled, filters map[string]store.ArticleFilter) {
	t.Helper()
	p = storetest.NewProject(t, "Ada")
	filled, err := storetest.Fill(t.Context(), p, storetest.Size{Articles: articles, Annotations: 30 * articles, Actors: 3, Issues: 2})
	must(t, err)
	facets, err := p.ArticleFacets(t.Context(), store.ArticleFilter{})
	must(t, err)
	support, unread := store.StanceSupport, store.StatusUnread
	tag := store.ID{}
	for id := range facets.Tags {
		tag = id
	}
	actor, issue, coder := filled.Actors[0], filled.Issues[0], p.Coder().ID
	return p, filled, map[string]store.ArticleFilter{
		"a stance": {Stance: &support}, "an actor": {Actor: actor}, "an issue": {Issue: issue}, "a coder": {Coder: coder}, "a tag": {Tag: tag},
		"an actor with a stance": {Actor: actor, Stance: &support}, "a tag, a coder and a status": {Tag: tag, Coder: coder, Status: &unread},
		"an issue, an actor and a coder": {Issue: issue, Actor: actor, Coder: coder},
	}
}

func TestAJumpByAFilterOnAnnotationsAsksTheAnnotationsOfNoArticle(t *testing.T) {
	p, filled, filters := shown(t, 60)
	store.GatherHowever(t)
	store.GatherFewer(5)
	for name, f := range filters {
		for _, sort := range store.SortsOfArticles() {
			t.Run(name+" by "+string(sort), func(t *testing.T) {
				q := store.ArticleQuery{ArticleFilter: f, Sort: sort, Page: store.Page{Offset: 6, Limit: 3}}
				_, err := p.ArticleIDs(t.Context(), q) // the rows are known from here on
				must(t, err)
				_, err = p.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) error {
					_, err := b.AddArticle(store.Article{Title: "Another"}, "Another text, by "+name+", by "+string(sort)+".")
					return errors.Join(err, b.UpdateArticle(filled.Articles[3], func(a *store.Article) { a.Source = "Wire by " + string(sort) }))
				})
				must(t, err)
				rows, walk := 0, ""
				p.Watch(func(query string, _ []any, n int) {
					rows += n
					walk = query
				})
				list, err := p.ArticleIDs(t.Context(), q)
				p.Watch(nil)
				must(t, err)
				if ofChanged := 30; len(list) != q.Limit || rows > q.Limit+ofChanged {
					t.Errorf("%d rows are read for a page of %d", rows, len(list))
				}
				if strings.Contains(walk, "EXISTS") {
					t.Errorf("the walk asks for annotations:\n%s", walk)
				}
				for _, step := range store.PlanOf(t, p, walk) {
					if !strings.Contains(step, "USING COVERING INDEX") && !strings.Contains(step, "LAST TERM OF ORDER BY") {
						t.Errorf("%s\nhas the step %s", walk, step)
					}
				}
			})
		}
	}
}

// What few articles have is sought by the rows of these, though each part of what is asked is common.
func TestWhatFewArticlesHaveTogetherIsSoughtByTheirRows(t *testing.T) {
	p, filled, _ := shown(t, 60)
	store.GatherHowever(t)
	var rare store.Tag
	_, err := p.Do(t.Context(), storetest.Titled("Tag"), func(b *store.Batch) (err error) {
		if rare, err = b.AddTag(store.Tag{Name: "rare"}); err != nil {
			return err
		}
		return b.TagArticles(rare.ID, filled.Articles[2], filled.Articles[40])
	})
	must(t, err)
	store.GatherFewer(5)
	q := store.ArticleQuery{ArticleFilter: store.ArticleFilter{Tag: rare.ID, Coder: p.Coder().ID}, Sort: store.ArticlesByTitle}
	_, err = p.ArticleIDs(t.Context(), q)
	must(t, err)
	var walks []string
	p.Watch(func(query string, _ []any, _ int) { walks = append(walks, query) })
	list, err := p.ArticleIDs(t.Context(), q)
	p.Watch(nil)
	must(t, err)
	last := walks[len(walks)-1]
	if len(list) != 2 || !strings.Contains(last, "json_each") || strings.Contains(last, "INDEXED BY") {
		t.Errorf("%d articles are found by\n%s", len(list), last)
	}
}

// Who scrolls on gives up a page before it is there: what is in memory stays.
func TestAPageThatIsGivenUpLeavesWhatIsInMemory(t *testing.T) {
	p, filled, filters := shown(t, 8)
	for i := range 40 {
		_, err := p.Do(t.Context(), storetest.Titled("Status"), func(b *store.Batch) error {
			return b.UpdateArticle(filled.Articles[i%8], func(a *store.Article) { a.Title = fmt.Sprint("Number ", i) })
		})
		must(t, err)
		ctx, cancel := context.WithCancel(t.Context())
		seen, end := 0, rand.N(6)
		p.Watch(func(string, []any, int) {
			if seen++; seen > end {
				cancel()
			}
		})
		_, _ = p.ArticleIDs(ctx, store.ArticleQuery{ArticleFilter: filters["a stance"]})
		p.Watch(nil)
		cancel()
		if !p.HoldsTally() {
			t.Fatal("what was read to count is lost")
		}
	}
}

// A file that gives back the room of what was purged may have other numbers for the rows that are left.
func TestAPageIsRightAfterRowsGotOtherNumbers(t *testing.T) {
	p, _, filters := shown(t, 30)
	store.GatherHowever(t)
	store.GatherFewer(0)
	q := store.ArticleQuery{ArticleFilter: filters["a tag"], Sort: store.ArticlesByTitle}
	before, err := p.ArticleIDs(t.Context(), q)
	must(t, err)
	must(t, p.RenumberArticles(t.Context()))
	if after, err := p.ArticleIDs(t.Context(), q); err != nil || len(before) < 5 || !slices.Equal(after, before) {
		t.Errorf("%d articles are listed, and before %d: %v", len(after), len(before), err)
	}
}

// A large project that nobody counted in is read for it while the first jump is answered from the file.
func TestWhatAJumpNeedsIsReadBesideTheFirst(t *testing.T) {
	path, filled := counted(t)
	p := openCounted(t, path)
	store.GatherHowever(t)
	store.GatherFewer(0)
	q := store.ArticleQuery{ArticleFilter: store.ArticleFilter{Actor: filled.Actors[0]}}
	first, err := p.ArticleIDs(t.Context(), q)
	must(t, err)
	p.AwaitTally()
	if !p.HoldsTally() {
		t.Fatal("nothing was read beside it")
	}
	if next, err := p.ArticleIDs(t.Context(), q); err != nil || len(next) == 0 || !slices.Equal(next, first) {
		t.Errorf("%d articles are listed first, and %d then: %v", len(first), len(next), err)
	}
}
