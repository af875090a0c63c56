package store_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"standpoint/store"
)

// plainArticle is an article as somebody sees it who looks through all of them.
type plainArticle struct {
	store.Article

	words []string
}

// asked is a query, and what it asks of an article, told in another way.
type asked struct {
	typed string
	holds func(plainArticle) bool
}

var plainWords = []string{"ferry", "ferries", "accord", "talks", "talk", "winter", "ещё", "мир"}

func anyQuery(t *rapid.T, deep int) asked {
	kinds := 5
	if deep > 0 {
		kinds = 8
	}
	word := func() string { return rapid.SampledFrom(plainWords).Draw(t, "word") }
	switch rapid.IntRange(0, kinds-1).Draw(t, "kind") {
	case 0:
		w := word()
		return asked{w, func(a plainArticle) bool { return slices.Contains(a.words, w) }}
	case 1:
		letters := []rune(word())
		begin := string(letters[:rapid.IntRange(2, len(letters)).Draw(t, "letters")])
		return asked{begin + "*", func(a plainArticle) bool {
			return slices.ContainsFunc(a.words, func(w string) bool { return strings.HasPrefix(w, begin) })
		}}
	case 2:
		first, second := word(), word()
		return asked{fmt.Sprintf(`"%s %s"`, first, second), func(a plainArticle) bool {
			return strings.Contains(" "+strings.Join(a.words, " ")+" ", " "+first+" "+second+" ")
		}}
	case 3:
		first, second, apart := word(), word(), rapid.IntRange(0, 3).Draw(t, "apart")
		return asked{fmt.Sprintf(`%s NEAR/%d %s`, first, apart, second), func(a plainArticle) bool { return a.near(first, second, apart) }}
	case 4:
		return anyField(t)
	case 5:
		of := anyQuery(t, deep-1)
		return asked{"NOT (" + of.typed + ")", func(a plainArticle) bool { return !of.holds(a) }}
	}
	a, b := anyQuery(t, deep-1), anyQuery(t, deep-1)
	if rapid.Bool().Draw(t, "either") {
		return asked{"(" + a.typed + " OR " + b.typed + ")", func(x plainArticle) bool { return a.holds(x) || b.holds(x) }}
	}
	and := rapid.SampledFrom([]string{" ", " AND "}).Draw(t, "and")
	return asked{"(" + a.typed + and + b.typed + ")", func(x plainArticle) bool { return a.holds(x) && b.holds(x) }}
}

func anyField(t *rapid.T) asked {
	switch rapid.IntRange(0, 3).Draw(t, "field") {
	case 0:
		source := rapid.SampledFrom(plainSources).Draw(t, "source")
		return asked{fmt.Sprintf(`source:"%s"`, source), func(a plainArticle) bool { return a.Source == source }}
	case 1:
		return asked{`status:coded`, func(a plainArticle) bool { return a.Status == store.StatusCoded }}
	case 2:
		day := rapid.SampledFrom(plainDays).Draw(t, "day")
		return asked{"after:" + string(day), func(a plainArticle) bool { return a.Published > day }}
	}
	day := rapid.SampledFrom(plainDays).Draw(t, "day")
	return asked{"before:" + string(day), func(a plainArticle) bool { return a.Published < day }}
}

// near reports whether two words stand with at most so many between them.
func (a plainArticle) near(first, second string, apart int) bool {
	for i, w := range a.words {
		for j, v := range a.words {
			if w == first && v == second && max(i, j)-min(i, j)-1 <= apart {
				return true
			}
		}
	}
	return false
}

var (
	plainSources = []string{"Gazette", "Courier"}
	plainDays    = []store.Date{"2031-05-15", "2031-05-16", "2031-05-17", "2031-06-01"}
)

func anyPlainArticle(t *rapid.T) plainArticle {
	a := plainArticle{
		Article: store.Article{
			Title: "x", Source: rapid.SampledFrom(plainSources).Draw(t, "source"), Published: rapid.SampledFrom(plainDays).Draw(t, "day"),
			Status: rapid.SampledFrom([]store.Status{store.StatusUnread, store.StatusCoded}).Draw(t, "status"),
		},
		words: rapid.SliceOfN(rapid.SampledFrom(plainWords), 1, 8).Draw(t, "words"),
	}
	return a
}

func TestASearchFindsWhatSomebodyFindsWhoLooksThroughAllArticles(t *testing.T) {
	p := newProject(t)
	shelf := map[store.ID]plainArticle{}
	rapid.Check(t, func(t *rapid.T) {
		for range rapid.IntRange(0, 2).Draw(t, "new articles") {
			a := anyPlainArticle(t)
			if _, err := p.Do(t.Context(), store.Title{Code: store.TitleImportFile, Name: "Add"}, func(b *store.Batch) error {
				added, err := b.AddArticle(a.Article, strings.Join(a.words, " "))
				if err == nil {
					shelf[added.ID] = a
				}
				return err
			}); err != nil && !errors.As(err, new(*store.DuplicateError)) {
				t.Fatal(err)
			}
		}
		q := anyQuery(t, 3)
		typed := q.typed + " "
		hits, err := p.Search(t.Context(), store.SearchQuery{Text: typed})
		if err != nil {
			t.Fatalf("%s: %v", typed, err)
		}
		found := map[store.ID]bool{}
		for _, h := range hits {
			found[h.Article] = true
		}
		for id, a := range shelf {
			if want := q.holds(a); want != found[id] {
				t.Fatalf("%s in %q of %s, %s, %s: wanted %v, found %v", typed, a.words, a.Source, a.Published, a.Status, want, found[id])
			}
		}
	})
}
