package store_test

import (
	"testing"

	"standpoint/store"
)

// What stands between quotation marks is looked for as it stands, and the
// snippet shows it.
func TestSearchFindsAPhraseAsItStands(t *testing.T) {
	p := newProject(t)
	if _, err := p.Do(t.Context(), "Add articles", func(b *store.Batch) error {
		for _, body := range []string{"The ferry accord holds.", "An accord on the ferry is far away."} {
			if _, err := b.AddArticle(store.Article{Title: "News"}, body); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]int{`ferry accord`: 2, `"ferry accord"`: 1, `“ferry accord”`: 1, `"ferry acc`: 1, `"accord ferry"`: 0} {
		hits, total, err := p.Search(t.Context(), store.SearchQuery{Text: query, Page: store.Page{Limit: 10}})
		if err != nil {
			t.Fatal(err)
		}
		if total != want || len(hits) != want {
			t.Errorf("%s: %d hits, want %d", query, total, want)
		}
		for _, h := range hits {
			if h.Snippet == "" || len(h.Matches) == 0 || h.Span.Empty() {
				t.Errorf("%s: hit without its words: %+v", query, h)
			}
		}
	}
}
