package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"standpoint/store/internal/sqlite"
)

// Every pair of fields, also where NOT and OR say how they go together: what is in memory finds what the file alone does, and asks nothing
// of the annotations of the articles that are walked past.
func TestASearchFindsTheSameByWhatIsInMemory(t *testing.T) {
	p := farNews(t)
	list, err := p.ArticleIDs(t.Context(), ArticleQuery{Sort: ArticlesByPublished, Backwards: true})
	if err != nil {
		t.Fatal(err)
	}
	act(t, p, "Join an old article to a new one, and delete another", func(b *Batch) error {
		return errors.Join(b.Merge(EntityArticle, list[3], list[500]), b.Delete(EntityArticle, list[5]))
	})
	if _, err := p.ArticleFacets(t.Context(), ArticleFilter{}); err != nil {
		t.Fatal(err)
	}
	fields := []string{
		"source:herald", "status:reviewed", "tag:archive", "collection:cellar", "actor:venn", "coder:bo", "actor:kell", "coder:ada",
		"stance:oppose", "issue:nothing", "before:2000-02-01",
	}
	for _, field := range fields {
		for _, other := range fields {
			for _, typed := range []string{"the " + field + " " + other, field + " NOT " + other, "(" + field + " OR " + other + ") 31"} {
				var want, got, walked []ID
				total := 0
				q := SearchQuery{Text: typed + " "}
				err := p.Frozen(t.Context(), func(now *Project) (err error) {
					if want, err = now.SearchIDs(t.Context(), q); err == nil {
						total, err = now.SearchCount(t.Context(), q.Text)
					}
					return err
				})
				if err != nil {
					t.Fatalf("%s: %v", typed, err)
				}
				p.watch = func(query string, _ []any, _ int) {
					if strings.Contains(query, "found") && strings.Contains(query, "EXISTS") {
						t.Errorf("%s asks for annotations by\n%s", typed, query)
					}
				}
				got, err = p.SearchIDs(t.Context(), q)
				if err != nil {
					t.Fatalf("%s: %v", typed, err)
				}
				for q.Offset, q.Limit = 0, 60; len(walked) < len(got); q.Offset += q.Limit {
					page, err := p.SearchIDs(t.Context(), q)
					if err != nil || len(page) == 0 {
						t.Fatalf("%s: nothing after %d: %v", typed, len(walked), err)
					}
					walked = append(walked, page...)
				}
				p.watch = nil
				if n, err := p.SearchCount(t.Context(), q.Text); err != nil || n != total || total != len(want) {
					t.Errorf("%s: %d are counted, and %d of %d by the file alone: %v", typed, n, total, len(want), err)
				}
				if !slices.Equal(got, want) || !slices.Equal(walked, want) {
					t.Errorf("%s: %d are found, %d page by page, and %d by the file alone", typed, len(got), len(walked), len(want))
				}
			}
		}
	}
}

// Old articles that have what is asked for are many, but all before the others: a walk begins there.
func TestASearchBeginsAtTheNewestArticleThatIsKnownToHaveWhatItAsksFor(t *testing.T) {
	p := farNews(t)
	gatherFewer(t, 10)
	if _, err := p.ArticleFacets(t.Context(), ArticleFilter{}); err != nil {
		t.Fatal(err)
	}
	oldest := everywhere()
	oldest.narrowBetween("2000-01-01", "2000-02-29")
	for _, typed := range []string{"the actor:venn ", "the actor:venn coder:bo ", "the tag:archive collection:cellar "} {
		f := newSearching(typed)
		f.narrowing.most = 1 // so that nothing is gathered before the newest were looked at
		err := p.readFields(t.Context(), f, func(s sqlite.Snapshot) error {
			groups, err := f.groups(s, Page{Limit: 201})
			if len(groups) == 0 {
				t.Errorf("%s finds nothing", typed)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if n := f.narrowing; n.before > oldest.before {
			t.Errorf("%s: texts are looked at until day %d, want until %d", typed, n.before>>foundDayAt, oldest.before>>foundDayAt)
		}
	}
}

// The texts of few articles are sought by where these stand in the index, not among all texts.
func TestTheTextsOfFewArticlesAreSoughtByTheirKeys(t *testing.T) {
	p := news(t, 100)
	walks := 0
	var queries []string
	p.watch = func(query string, _ []any, _ int) { queries = append(queries, query) }
	if rows, err := p.Search(t.Context(), SearchQuery{Text: "source:gazette "}); err != nil || len(rows) != 1 {
		t.Fatalf("%d hits: %v", len(rows), err)
	}
	p.watch = nil
	for _, query := range queries {
		if !strings.Contains(query, "json_each(?) g CROSS JOIN found f") {
			continue
		}
		walks++
		if plan := fmt.Sprint(planOf(t, p, query)); !strings.Contains(plan, "SEARCH f USING INTEGER PRIMARY KEY") {
			t.Errorf("%s\nis found by %s", query, plan)
		}
	}
	if walks == 0 {
		t.Errorf("the texts are not sought by %q", queries)
	}
}
