package store

import "testing"

func TestAPageOfHitsTakesAFewQueriesHoweverManyTheyAre(t *testing.T) {
	p, _, _ := crowd(t)
	count := func(hits int) (queries int) {
		t.Helper()
		p.watch = func(string, []any, int) { queries++ }
		found, err := p.Search(t.Context(), SearchQuery{Text: "they", Page: Page{Limit: hits}})
		p.watch = nil
		if err != nil || len(found) != hits {
			t.Fatalf("%d hits of %d: %v", len(found), hits, err)
		}
		return queries
	}
	if few, many := count(5), count(30); many != few {
		t.Errorf("5 hits take %d queries, 30 take %d", few, many)
	}
}
