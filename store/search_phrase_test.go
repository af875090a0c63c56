package store_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// What stands between quotation marks is looked for as it stands, and the
// snippet shows it.
func TestSearchFindsAPhraseAsItStands(t *testing.T) {
	p := newProject(t)
	if _, err := p.Do(t.Context(), storetest.Titled("Add articles"), func(b *store.Batch) error {
		for _, body := range []string{"The ferry accord holds.", "An accord on the ferry is far away."} {
			if _, err := b.AddArticle(store.Article{Title: "News"}, body); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]int{
		`ferry accord`: 2, `"ferry accord"`: 1, `“ferry accord”`: 1, `"ferry acc`: 1,
		`"accord ferry"`: 0,
	} {
		hits, err := p.Search(t.Context(), store.SearchQuery{Text: query, Page: store.Page{Limit: 10}})
		if err != nil {
			t.Fatal(err)
		}
		total, err := p.SearchCount(t.Context(), query)
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

// What the index matches is what is lit up in the text, and the other way round, in all scripts and whatever stands between words.
func TestIndexAndFinderAgree(t *testing.T) {
	words := rapid.SampledFrom([]string{
		"Kessel", "said", "ferry", "re-leased", "Café", "cafe\u0301", "Зеленський", "ещё", "еще", "停火", "协议", "停火协议生效", "ผู้นำ", "مُحَمَّد",
		"محمد",
		"U.S.", "don’t", "naïve", "2025", "ﬃ", "о́н", "Eu\u00adropean", "İstanbul", "a",
	})
	between := rapid.SampledFrom([]string{" ", "  ", ", ", ". ", "\n", "\n\n", " — ", "-", "", "“", "” ", "'", "/", "\u200b"})
	joining := rapid.SampledFrom([]string{"AND", "OR", "NOT", "NEAR", "NEAR/0", "NEAR/2", "(", ")", `"`, "*"})
	p := newProject(t)
	bodies := map[store.ID]*text.Body{}
	rapid.Check(t, func(t *rapid.T) {
		sentence := func(name string, most int) string {
			s := ""
			for range rapid.IntRange(1, most).Draw(t, name) {
				s += words.Draw(t, "word") + between.Draw(t, "between")
			}
			return s
		}
		if _, err := p.Do(t.Context(), storetest.Titled("Add article"), func(b *store.Batch) error {
			a, err := b.AddArticle(store.Article{Title: "x", Source: fmt.Sprint(len(bodies))}, sentence("words of the text", 12))
			if err == nil {
				bodies[a.ID], err = b.Body(a.Body)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
		typed := sentence("words of the query", 3)
		switch rapid.IntRange(0, 2).Draw(t, "way of asking") {
		case 0:
			typed = `"` + typed + `"`
		case 1:
			typed = ""
			for range rapid.IntRange(1, 8).Draw(t, "symbols of the query") {
				typed += rapid.OneOf(words, joining).Draw(t, "symbol") + rapid.SampledFrom([]string{" ", " ", ""}).Draw(t, "space")
			}
		}
		hits, err := p.Search(t.Context(), store.SearchQuery{Text: typed})
		if err != nil {
			t.Fatal(err)
		}
		found := map[store.ID]bool{}
		for _, h := range hits {
			if h.Field != "body" {
				continue
			}
			found[h.ID] = true
			if q := text.ParseQuery(typed, nil); q.IsPlain() && (h.Span.Empty() || h.Snippet == "" || len(h.Matches) == 0) {
				t.Fatalf("%+q finds %+q without its words: %+v", typed, bodies[h.ID].String(), h)
			}
		}
		for id, body := range bodies {
			if _, is := text.ParseQuery(typed, nil).WholeLetters().Find(body); is != found[id] {
				t.Fatalf("%+q in %+q: the index finds it: %v, the finder: %v", typed, body.String(), found[id], is)
			}
		}
	})
}

// Wire copies share one text; which of them is listed first is the same in every copy of the project.
func TestOfArticlesWithOneTextTheOneMadeLastIsFoundFirst(t *testing.T) {
	p := newProject(t)
	var made []store.ID
	for _, source := range []string{"Northern Wire", "Harbour Gazette", "Arland Today"} {
		if _, err := p.Do(t.Context(), storetest.Titled("Add article"), func(b *store.Batch) error {
			a, err := b.AddArticle(store.Article{Title: "News", Source: source}, "The ferry accord holds.")
			made = append(made, a.ID)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	hits, err := p.Search(t.Context(), store.SearchQuery{Text: "accord"})
	if err != nil || len(hits) != len(made) {
		t.Fatalf("%d hits, %v", len(hits), err)
	}
	for i, h := range hits {
		if h.ID != made[len(made)-1-i] {
			t.Errorf("hit %d is not the article made last but %d", i, i)
		}
	}
}
