package store

import (
	"strings"
	"testing"
)

// In the crowd every body has the words, and every article is live.
func TestASearchReachesTheArticlesOfABodyByTheBody(t *testing.T) {
	p, _, _ := crowd(t)
	w := watchPages(t, p, func() error {
		hits, total, err := p.Search(t.Context(), SearchQuery{Text: "they said"})
		if len(hits) != total || total < 40 {
			t.Errorf("%d hits of %d", len(hits), total)
		}
		return err
	})
	articles := 0
	for _, plan := range w.plans {
		if !strings.Contains(plan, " a USING") {
			continue
		}
		articles++
		if !strings.Contains(plan, "article_by_body") {
			t.Errorf("articles are found by %q", plan)
		}
	}
	if articles != 2 { // the page, and the count
		t.Errorf("%d queries of articles were watched:\n%s", articles, strings.Join(w.plans, "\n"))
	}
}
