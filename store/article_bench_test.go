package store_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// BenchmarkLibrary lists articles by the commonest value of what they are filtered by and by the rarest, from the first page and from a
// jump far down, and counts what filters leave: at last for the first time after opening. STANDPOINT_ARTICLES says of how many.
func BenchmarkLibrary(b *testing.B) {
	size := storetest.Library()
	articles := size.Articles
	path := filepath.Join(b.TempDir(), "library.standpoint")
	filled, err := storetest.File(b.Context(), path, size)
	if err != nil {
		b.Fatal(err)
	}
	p, err := store.Open(b.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		b.Fatal(err)
	}
	wire, rare := "Northern Wire", "Harbour Weekly"
	coded, support := store.StatusCoded, store.StanceSupport
	middle := filled.Articles[articles/2]
	if _, err := p.Do(b.Context(), storetest.Titled("Mark"), func(batch *store.Batch) error {
		return batch.UpdateArticle(middle, func(a *store.Article) { a.Source, a.Status = rare, coded })
	}); err != nil {
		b.Fatal(err)
	}
	facets, err := p.ArticleFacets(b.Context(), store.ArticleFilter{})
	if err != nil {
		b.Fatal(err)
	}
	actor, tag := commonest(facets.Actors), commonest(facets.Tags)
	for name, f := range map[string]store.ArticleFilter{
		"all": {}, "common outlet": {Source: &wire}, "rare status": {Status: &coded}, "days": {From: "2015", To: "2020"},
		"stance": {Stance: &support}, "coder": {Coder: p.Coder().ID}, "actor": {Actor: actor},
		"tag, coder and outlet": {Tag: tag, Coder: p.Coder().ID, Source: &wire},
	} {
		for _, sort := range []store.ArticleSort{store.ArticlesByPublished, store.ArticlesByTitle} {
			for at, q := range map[string]store.ArticleQuery{
				"first page": {}, "jump": {Page: store.Page{Offset: articles * 9 / 10}},
			} {
				q.ArticleFilter, q.Sort, q.Limit = f, sort, 40
				b.Run(fmt.Sprintf("%s by %s, %s", name, sort, at), func(b *testing.B) {
					for b.Loop() {
						if _, err := p.ArticlePage(b.Context(), q); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		}
		b.Run(name+", counted", func(b *testing.B) {
			for b.Loop() {
				if _, err := p.ArticleCount(b.Context(), f); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+", counts beside", func(b *testing.B) {
			for b.Loop() {
				if _, err := p.ArticleFacets(b.Context(), f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	if err := p.Close(); err != nil {
		b.Fatal(err)
	}
	benchFirstCounts(b, path)
}

// commonest is what most articles have.
func commonest(counts map[store.ID]int) (id store.ID) {
	for one, n := range counts {
		if n > counts[id] {
			id = one
		}
	}
	return id
}

// benchFirstCounts counts in a project that was counted before, from its opening to its closing, and in one that keeps nothing of that.
func benchFirstCounts(b *testing.B, path string) {
	for _, kept := range []bool{true, false} {
		b.Run(fmt.Sprintf("opened, counts beside, kept %t", kept), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				if !kept {
					if err := store.DropKeptTally(b.Context(), path); err != nil {
						b.Fatal(err)
					}
				}
				b.StartTimer()
				p, err := store.Open(b.Context(), path, store.Options{Coder: "Ada"})
				if err == nil {
					_, err = p.ArticleFacets(b.Context(), store.ArticleFilter{})
				}
				if err == nil {
					err = p.Close()
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
