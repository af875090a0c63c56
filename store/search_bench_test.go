package store_test

import (
	"os"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// searched opens the project of storetest.SearchedIn, which `make bench` has filled once.
func searched(b *testing.B, articles int) *store.Project {
	b.Helper()
	folder := os.Getenv(storetest.FixturesVariable)
	if folder == "" {
		folder = b.TempDir()
	}
	path, err := storetest.SearchedIn(b.Context(), folder, articles)
	if err != nil {
		b.Fatal(err)
	}
	p, err := store.Open(b.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = p.Close() })
	return p
}

// BenchmarkSearchCommonest looks for the commonest words, which every article has, and for what is hard to find among them.
// STANDPOINT_ARTICLES says among how many; ten times as many must not take ten times as long for a page.
func BenchmarkSearchCommonest(b *testing.B) {
	articles := storetest.Articles(storetest.SearchedArticles)
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
