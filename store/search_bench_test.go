package store_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// searched opens a project of newly imported articles of 5 kB, in each of which the words “the” and “of” stand again and again, as
// they do in English ones, and in its title, too. `make bench` has it filled once, and copied from then on.
func searched(b *testing.B, articles int) *store.Project {
	b.Helper()
	folder := os.Getenv(storetest.FixturesVariable)
	if folder == "" {
		folder = b.TempDir()
	}
	kept := filepath.Join(folder, fmt.Sprintf("searched-%d.standpoint", articles))
	if _, err := os.Stat(kept); err != nil {
		fillSearched(b, kept, articles)
	}
	data, err := os.ReadFile(kept)
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "searched.standpoint")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		b.Fatal(err)
	}
	p, err := store.Open(b.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = p.Close() })
	return p
}

func fillSearched(b *testing.B, path string, articles int) {
	b.Helper()
	p, err := store.Create(b.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		b.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	long := p.Begin(storetest.Titled("Import"))
	for start := 0; start < articles; start += 100 {
		err := long.Batch(b.Context(), func(batch *store.Batch) error {
			for i := start; i < start+100; i++ {
				body := strings.ReplaceAll(storetest.Body(r, 4000), ". ", " of the same. ") + " The end of it."
				if _, err := batch.AddArticle(store.Article{Title: fmt.Sprint("The news of day ", i), Source: "The Wire"}, body); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := p.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkSearchCommonest looks for the commonest words, which every article has. STANDPOINT_ARTICLES says of how many; ten times
// as many must not take ten times as long for a page.
func BenchmarkSearchCommonest(b *testing.B) {
	articles := benchArticles()
	p := searched(b, articles)
	pages := map[string]store.Page{"first page": {Limit: 40}, "last page": {Offset: articles - 40, Limit: 40}}
	for name, page := range pages {
		b.Run("the of/"+name, func(b *testing.B) { benchSearch(b, p, "the of", page) })
	}
	for _, words := range []string{`"of the"`, "th"} {
		b.Run(words+"/first page", func(b *testing.B) { benchSearch(b, p, words, pages["first page"]) })
	}
	for _, words := range []string{"the of", `"of the"`, "th"} {
		b.Run(words+"/count", func(b *testing.B) {
			for b.Loop() {
				if _, err := p.SearchCount(b.Context(), words); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// benchArticles is how many articles a large project has, in which lists and searches are measured.
func benchArticles() int {
	if n, err := strconv.Atoi(os.Getenv("STANDPOINT_ARTICLES")); err == nil {
		return n
	}
	return 20_000
}

func benchSearch(b *testing.B, p *store.Project, words string, page store.Page) {
	for b.Loop() {
		if hits, err := p.Search(b.Context(), store.SearchQuery{Text: words, Page: page}); err != nil || len(hits) == 0 {
			b.Fatalf("%d hits, %v", len(hits), err)
		}
	}
}
