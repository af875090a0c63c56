package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// gatherFewer has lists gather articles only where fewer than so many are left.
func gatherFewer(t *testing.T, than int) {
	t.Helper()
	few := fewArticles
	fewArticles = than
	t.Cleanup(func() { fewArticles = few })
}

// sortsOfArticles are all orders of a list of articles.
func sortsOfArticles() []ArticleSort {
	var sorts []ArticleSort
	for sort := range articleOrders {
		sorts = append(sorts, sort)
	}
	slices.Sort(sorts)
	return sorts
}

// crowdFilters are filters that leave all articles of a crowd, and filters that leave one.
func crowdFilters(t *testing.T, p *Project, actor Actor, issue Issue) (all, one map[string]ArticleFilter) {
	t.Helper()
	unread, none, yes, oppose := StatusUnread, "", true, StanceOppose
	var full, single Collection
	var common, rare Tag
	act(t, p, "Collect", func(b *Batch) (err error) {
		if full, err = b.AddCollection(Collection{Name: "All"}); err != nil {
			return err
		}
		if single, err = b.AddCollection(Collection{Name: "One"}); err != nil {
			return err
		}
		list, err := ids(b.w.db, `SELECT id FROM article ORDER BY id`)
		if err != nil {
			return err
		}
		if err := b.Collect(single.ID, list[7]); err != nil {
			return err
		}
		if common, err = b.AddTag(Tag{Name: "common"}); err != nil {
			return err
		}
		if rare, err = b.AddTag(Tag{Name: "rare"}); err != nil {
			return err
		}
		if err := errors.Join(b.TagArticles(common.ID, list...), b.TagArticles(rare.ID, list[7])); err != nil {
			return err
		}
		for i, id := range list {
			if err := b.UpdateArticle(id, func(a *Article) { a.File = fmt.Sprint("spring/", i, ".txt") }); err != nil {
				return err
			}
		}
		return b.Collect(full.ID, list...)
	})
	all = map[string]ArticleFilter{
		"a status": {Status: &unread}, "no outlet": {Source: &none}, "no language": {Language: &none}, "annotated": {Annotated: &yes},
		"days": {From: "2000", To: "2100"}, "a stance": {Stance: &oppose}, "a coder": {Coder: p.Coder().ID},
		"a stance of a coder": {Stance: &oppose, Coder: p.Coder().ID}, "a collection": {Collection: full.ID}, "a folder": {File: "spring"},
		"a tag": {Tag: common.ID}, "a tag and a stance": {Tag: common.ID, Stance: &oppose},
		"a tag and a coder":                {Tag: common.ID, Coder: p.Coder().ID},
		"a status, an outlet and a stance": {Status: &unread, Source: &none, Stance: &oppose},
	}
	one = map[string]ArticleFilter{
		"an actor": {Actor: actor.ID}, "an issue": {Issue: issue.ID}, "an actor on an issue": {Actor: actor.ID, Issue: issue.ID},
		"an actor with a stance": {Actor: actor.ID, Stance: &oppose}, "a collection": {Collection: single.ID}, "days": {From: "2003", To: "2003"},
		"a file": {File: "spring/9.txt"}, "a word": {Text: `"number 12"`}, "a tag": {Tag: rare.ID},
		"a tag and a coder":            {Tag: rare.ID, Coder: p.Coder().ID},
		"a tag, an actor and a stance": {Tag: common.ID, Actor: actor.ID, Stance: &oppose},
	}
	return all, one
}

func TestAPageOfArticlesIsAWalkWhereAFilterLeavesMany(t *testing.T) {
	p, actor, issue := crowd(t)
	gatherFewer(t, 12)
	all, _ := crowdFilters(t, p, actor, issue)
	page := Page{Offset: 2, Limit: 10}
	for name, f := range all {
		for _, sort := range sortsOfArticles() {
			t.Run(name+" by "+string(sort), func(t *testing.T) {
				var rows []ArticleRow
				w := watchPages(t, p, func() (err error) {
					rows, err = p.ArticlePage(t.Context(), ArticleQuery{ArticleFilter: f, Sort: sort, Page: page})
					return err
				})
				if len(rows) != page.Limit {
					t.Fatalf("%d rows", len(rows))
				}
				if probes := 3; w.rows > page.Limit+probes {
					t.Errorf("%d rows were read for a page of %d", w.rows, page.Limit)
				}
				for _, plan := range w.plans {
					if sortsAll(plan) || isFullScan(plan) && !strings.Contains(plan, "(subquery") {
						t.Errorf("plan:\n%s", strings.Join(w.plans, "\n"))
					}
				}
			})
		}
	}
}

// An import takes several batches, each of some articles.
func TestArticlesThatWereAddedLastComeFirstAlsoOfOneImport(t *testing.T) {
	p, err := Create(t.Context(), filepath.Join(t.TempDir(), "Talks.standpoint"), Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	var added []ID
	for range 2 {
		long := p.Begin(testTitle("Import"))
		for range 3 {
			err := long.Batch(t.Context(), func(b *Batch) error {
				for range 4 {
					a, err := b.AddArticle(Article{Title: "News"}, fmt.Sprint("Number ", len(added)))
					if err != nil {
						return err
					}
					added = append(added, a.ID)
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, backwards := range []bool{true, false} {
		var listed []ID
		for offset := 0; offset < len(added); offset += 5 {
			rows, err := p.ArticlePage(t.Context(), ArticleQuery{
				Sort: ArticlesByAdded, Backwards: backwards, Page: Page{Offset: offset, Limit: 5},
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rows {
				listed = append(listed, r.ID)
			}
		}
		if !slices.Equal(listed, added) {
			t.Errorf("backwards %t: the articles are listed in another order than that in which they were added", backwards)
		}
		slices.Reverse(added)
	}
}

func TestAPageOfArticlesReadsThoseThatARareConditionLeaves(t *testing.T) {
	p, actor, issue := crowd(t)
	gatherFewer(t, 12)
	_, one := crowdFilters(t, p, actor, issue)
	for name, f := range one {
		for _, sort := range sortsOfArticles() {
			t.Run(name+" by "+string(sort), func(t *testing.T) {
				var rows []ArticleRow
				w := watchPages(t, p, func() (err error) {
					rows, err = p.ArticlePage(t.Context(), ArticleQuery{ArticleFilter: f, Sort: sort, Page: Page{Limit: 10}})
					return err
				})
				if len(rows) != 1 || w.rows > 3 {
					t.Errorf("%d articles, for which %d rows were read", len(rows), w.rows)
				}
				for _, plan := range w.plans {
					if unselective.MatchString(plan) && !strings.Contains(plan, "SCAN g") && !strings.Contains(plan, "SCAN w") {
						t.Errorf("plan:\n%s", strings.Join(w.plans, "\n"))
					}
				}
			})
		}
	}
}

// What is listed does not depend on how it is found: each page follows the one before, from either end, gathered or walked.
func TestPagesOfArticlesGoOnWhereTheLastOneEnded(t *testing.T) {
	p, actor, issue := crowd(t)
	all, one := crowdFilters(t, p, actor, issue)
	all["nothing"] = ArticleFilter{}
	for _, filters := range []map[string]ArticleFilter{all, one} {
		for name, f := range filters {
			for _, sort := range sortsOfArticles() {
				t.Run(name+" by "+string(sort), func(t *testing.T) { checkPages(t, p, ArticleQuery{ArticleFilter: f, Sort: sort}) })
			}
		}
	}
}

func checkPages(t *testing.T, p *Project, q ArticleQuery) {
	t.Helper()
	list := func(q ArticleQuery) []ID {
		found, err := p.ArticleIDs(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	gatherFewer(t, 1000)
	whole := list(q)
	fewArticles = 0
	if walked := list(q); len(whole) == 0 || !slices.Equal(walked, whole) {
		t.Errorf("%v were gathered, and %v by walking", whole, walked)
	}
	q.Backwards = true
	other := list(q)
	if slices.Reverse(other); !slices.Equal(other, whole) {
		t.Errorf("%v forwards, and %v backwards", whole, other)
	}
	q.Backwards, q.Limit = false, 7
	var paged []ID
	for next := list(q); len(next) > 0; next = list(q) {
		paged = append(paged, next...)
		q.After = next[len(next)-1]
	}
	if !slices.Equal(paged, whole) {
		t.Errorf("%v in pages, %v as a whole", paged, whole)
	}
	if n, err := p.ArticleCount(t.Context(), q.ArticleFilter); err != nil || n != len(whole) {
		t.Errorf("%d are counted, and %d listed: %v", n, len(whole), err)
	}
}
