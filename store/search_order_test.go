package store_test

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// searchedShelf is a project of few articles to which anything may happen.
type searchedShelf struct {
	*store.Project

	made []store.ID
}

var (
	shelfWords = []string{"ferry", "accord", "talks", "Ёлка", "停火协议", "winter"}
	shelfDates = []store.Date{"", "2031", "2031-05", "2031-05-16", "2031-05-16T09:30:00+03:00", "1650-01-01", "9999-12-31", "2019-02-28"}
)

func (s *searchedShelf) act(t *rapid.T, b *store.Batch) error {
	words := strings.Join(rapid.SliceOfN(rapid.SampledFrom(shelfWords), 1, 4).Draw(t, "words"), " ")
	date := rapid.SampledFrom(shelfDates).Draw(t, "date")
	act := rapid.IntRange(0, 7).Draw(t, "act")
	if len(s.made) == 0 || act < 2 {
		a, err := b.AddArticle(store.Article{Title: words, Published: date, Source: fmt.Sprint(len(s.made))}, words+".")
		s.made = append(s.made, a.ID)
		return err
	}
	id := rapid.SampledFrom(s.made).Draw(t, "article")
	switch act {
	case 2:
		return b.UpdateArticle(id, func(a *store.Article) { a.Published = date })
	case 3:
		return b.UpdateArticle(id, func(a *store.Article) { a.Title = words })
	case 4:
		return b.Delete(store.EntityArticle, id)
	case 5:
		return b.Restore(store.EntityArticle, id)
	case 6:
		into := rapid.SampledFrom(s.made).Draw(t, "into")
		return b.UpdateArticle(id, func(a *store.Article) {
			if a.MergedInto = into; into == id {
				a.MergedInto = store.ID{}
			}
		})
	default:
		return b.SetNote(store.EntityArticle, id, words)
	}
}

// expected are the articles that hold a word, as one finds them who looks through all of them.
func (s *searchedShelf) expected(t *rapid.T, word string) []store.ID {
	rows, _, err := s.Articles(t.Context(), store.ArticleQuery{})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(rows, func(a, b store.ArticleRow) int {
		switch {
		case a.Published == b.Published:
			return strings.Compare(b.ID.String(), a.ID.String())
		case a.Published == "" || b.Published == "":
			return cmp.Compare(len(b.Published), len(a.Published)) // those without a date come last
		}
		return b.Published.Compare(a.Published)
	})
	var list []store.ID
	for _, r := range rows {
		body, err := s.Body(t.Context(), r.Body)
		if err != nil {
			t.Fatal(err)
		}
		notes, err := s.ArticleNotes(t.Context(), r.ID)
		if err != nil {
			t.Fatal(err)
		}
		all := r.Title + "\n" + body.String()
		for _, n := range notes {
			all += "\n" + n.Text
		}
		if slices.Contains(strings.Fields(text.SearchTokens(all)), text.SearchTokens(word)) || strings.Contains(all, word) {
			list = append(list, r.ID)
		}
	}
	return list
}

func TestASearchListsArticlesNewestFirstWhateverWasDoneToThem(t *testing.T) {
	folder, made := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		made++
		p, err := store.Create(t.Context(), filepath.Join(folder, fmt.Sprint(made, ".standpoint")), store.Options{Coder: "Ada"})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = p.Close() }()
		s := &searchedShelf{Project: p}
		for range rapid.IntRange(1, 12).Draw(t, "actions") {
			if rapid.IntRange(0, 5).Draw(t, "undo") == 0 {
				_, _ = s.Undo(t.Context())
			} else if _, err := s.Do(t.Context(), storetest.Titled("Act"), func(b *store.Batch) error { return s.act(t, b) }); err != nil {
				continue // what cannot be done changes nothing
			}
			word := rapid.SampledFrom(shelfWords).Draw(t, "word")
			hits, err := s.Search(t.Context(), store.SearchQuery{Text: word + " "})
			if err != nil {
				t.Fatal(err)
			}
			var got []store.ID
			for _, h := range hits {
				got = append(got, h.Article)
			}
			if want := s.expected(t, word); !slices.Equal(got, want) {
				t.Fatalf("%s is in %v, the search lists %v", word, want, got)
			}
			if n, err := s.SearchCount(t.Context(), word+" "); err != nil || n != len(hits) {
				t.Fatalf("%d are counted of %d: %v", n, len(hits), err)
			}
		}
		report, err := s.Check(t.Context(), nil) // folds the journal from the beginning, and compares
		if err != nil || !report.OK() {
			t.Fatalf("the index is not that of the journal: %+v, %v", report.Problems, err)
		}
	})
}
