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

// searched makes a project of newly imported articles of 5 kB, in each of which the words “the” and “of” stand again and again, as
// they do in English ones, and in its title, too.
func searched(b *testing.B, articles int) *store.Project {
	b.Helper()
	p, err := store.Create(b.Context(), filepath.Join(b.TempDir(), "searched.standpoint"), store.Options{Coder: "Ada"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = p.Close() })
	r := rand.New(rand.NewPCG(1, 2))
	long := p.Begin("Import")
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
	return p
}

// BenchmarkSearchCommonest looks for the commonest words, which every article has. STANDPOINT_ARTICLES says of how many; ten times
// as many must not take ten times as long for a page.
func BenchmarkSearchCommonest(b *testing.B) {
	articles := 20_000
	if n, err := strconv.Atoi(os.Getenv("STANDPOINT_ARTICLES")); err == nil {
		articles = n
	}
	p := searched(b, articles)
	for _, words := range []string{"the", "the of", `"of the"`, "t"} {
		for name, page := range map[string]store.Page{
			"first page":        {Limit: 40},
			"first page bodies": {Offset: articles, Limit: 40},
			"last page":         {Offset: 2*articles - 40, Limit: 40},
		} {
			b.Run(words+"/"+name, func(b *testing.B) {
				for b.Loop() {
					hits, err := p.Search(b.Context(), store.SearchQuery{Text: words, Page: page})
					if err != nil || len(hits) == 0 && !strings.HasPrefix(words, `"`) {
						b.Fatalf("%d hits, %v", len(hits), err)
					}
				}
			})
		}
		b.Run(words+"/count", func(b *testing.B) {
			for b.Loop() {
				if _, err := p.SearchCount(b.Context(), words); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
