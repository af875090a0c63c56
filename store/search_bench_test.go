package store_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"standpoint/store"
	"standpoint/store/storetest"
)

// searched opens a project of newly imported articles of 5 kB, in each of which the words “the” and “of” stand again and again, as
// they do in English ones, and in its title, too; each has one of the words “even” and “odd”, and the oldest alone has both. It is not
// written to, so that `make bench` has it filled once.
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
	p, err := store.Open(b.Context(), kept, store.Options{Coder: "Ada"})
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
				a, body := searchedArticle(r, i)
				if _, err := batch.AddArticle(a, body); err != nil {
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

// searchedArticle is the article of that number; the oldest is the first.
func searchedArticle(r *rand.Rand, i int) (store.Article, string) {
	body := strings.ReplaceAll(storetest.Body(r, 4000), ". ", " of the same. ") + []string{" It is even.", " It is odd."}[i%2]
	day := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i/20)
	a := store.Article{
		Title: fmt.Sprint("The news of day ", i), Source: fmt.Sprintf("Wire %d", i%40), Published: store.Date(day.Format(time.DateOnly)),
	}
	if i == 0 {
		a.Source, body = "Forgotten Gazette", body+" It is odd, too, and forgotten."
	}
	if i%3 == 0 {
		a.Status = store.StatusCoded
	}
	return a, body
}

// BenchmarkSearchCommonest looks for the commonest words, which every article has, and for what is hard to find among them.
// STANDPOINT_ARTICLES says among how many; ten times as many must not take ten times as long for a page.
func BenchmarkSearchCommonest(b *testing.B) {
	articles := storetest.Articles(10_000)
	p := searched(b, articles)
	first := store.Page{Limit: 40}
	for _, words := range []string{
		"the", "the of", `"of the"`, "th", "t", "the NOT even", "NOT odd", "of NEAR/3 the", "even OR odd", "even odd", `"even odd"`,
		"even NEAR odd",
		"the source:forgotten", "the source:wire", "status:coded the", "the before:2001", "the after:2001", "forgotten", "unheard", "the unheard",
		`"the unheard"`, "the NOT (of status:unread)",
	} {
		b.Run(words+"/first page", func(b *testing.B) { benchSearch(b, p, words, first) })
	}
	b.Run("the of/last page", func(b *testing.B) { benchSearch(b, p, "the of", store.Page{Offset: articles - 40, Limit: 40}) })
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

func benchSearch(b *testing.B, p *store.Project, words string, page store.Page) {
	for b.Loop() {
		if _, err := p.Search(b.Context(), store.SearchQuery{Text: words, Page: page}); err != nil {
			b.Fatal(err)
		}
	}
}
