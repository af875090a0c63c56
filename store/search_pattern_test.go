package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
	"standpoint/store/text"
)

// lookThrough returns all that a pattern finds, and how many slices that took.
func lookThrough(t testing.TB, p *store.Project, typed string) (hits []store.Hit, slices int) {
	t.Helper()
	pattern, err := text.ParsePattern(typed)
	if err != nil {
		t.Fatal(err)
	}
	for at := (store.PatternPlace{}); !at.Ended(); slices++ {
		before := at.Read
		var some []store.Hit
		if some, at, err = p.SearchPattern(t.Context(), pattern, at); err != nil {
			t.Fatal(err)
		}
		if at.Read > at.Of || at.Read == before && !at.Ended() {
			t.Fatalf("after %d texts %d of %d are read", before, at.Read, at.Of)
		}
		hits = append(hits, some...)
	}
	return hits, slices
}

func TestAPatternIsLookedUpInBodiesTitlesQuotesNotesAndNames(t *testing.T) {
	s := newShelf(t)
	do(t, s.Project, "Note", func(b *store.Batch) error {
		if err := b.SetAliases(s.venn, []string{"the Harbourmaster"}); err != nil {
			return err
		}
		if err := b.SetNote(store.EntityArticle, s.bare, "Ask 3 people"); err != nil {
			return err
		}
		_, err := b.AddArticle(store.Article{Title: "?!", Published: "2032"}, "…")
		return err
	})
	for typed, want := range map[string][]string{
		`ceasefires?\.`:     {"article body Talks"},
		`^nobody\s`:         {"article body Vote"},
		`^V.te$`:            {"article title Vote"},
		`harbou?r(master)?`: {"actor alias Orla Venn", "article source Talks", "article source Strike"}, // newest first
		`ask \d`:            {"note " + "note Bare"},
		`^ceasefire$`:       {"issue name Ceasefire"},
		`^check$`:           {"tag name check"},
		`\?!`:               {"article title ?!"}, // no word that an index could have
		`[A-Z]{30}`:         nil,
	} {
		hits, _ := lookThrough(t, s.Project, typed)
		var got []string
		for _, h := range hits {
			got = append(got, fmt.Sprint(h.Entity, " ", h.Field, " ", h.Title))
			if len(h.Matches) == 0 {
				t.Errorf("%s: no match is shown in %q", typed, h.Snippet)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", typed, diff)
		}
	}
}

func TestAPatternLooksThroughAProjectInSlicesAndFindsEachArticleOnce(t *testing.T) {
	p := newProject(t)
	const articles = 450
	do(t, p, "Add", func(b *store.Batch) error {
		for i := range articles {
			a, err := b.AddArticle(store.Article{Title: fmt.Sprint("No ", i), Published: store.Date(fmt.Sprint(1900 + i%200))},
				fmt.Sprintf("Berth %d is closed. %s", i, strings.Repeat("The tide turns. ", 100)))
			if err == nil {
				err = b.SetNote(store.EntityArticle, a.ID, "berth")
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	hits, slices := lookThrough(t, p, `berth( \d+ is)?`)
	seen := map[store.ID]bool{}
	for i, h := range hits {
		if seen[h.Article] {
			t.Fatalf("%s is found twice", h.Title)
		}
		seen[h.Article] = true
		if len(h.Within) != 1 || h.Within[0].Field != "note" {
			t.Fatalf("the note of %s is not found with it: %+v", h.Title, h.Within)
		}
		if i > 0 && h.Published > hits[i-1].Published {
			t.Fatalf("%s comes after %s", h.Published, hits[i-1].Published)
		}
	}
	if len(seen) != articles {
		t.Errorf("%d of %d articles are found", len(seen), articles)
	}
	if slices < articles/100 { // 100 articles or 500,000 bytes a slice
		t.Errorf("all is looked through in %d slices", slices)
	}
}

// The words of a search are marked in the text just as often as its result says.
func TestAResultSaysInHowManyPlacesOfTheTextThereAreMarks(t *testing.T) {
	p := newProject(t)
	const body = "The peace talks failed. No peace, no talks: “peace\ntalks” are over. Talks later."
	do(t, p, "Add", func(b *store.Batch) error {
		_, err := b.AddArticle(store.Article{Title: "Talks of peace"}, body)
		return err
	})
	for typed, want := range map[string][]string{
		`peace talks `:       {"peace talks", "peace", "talks", "peace\ntalks", "Talks"},
		`"peace talks"`:      {"peace talks", "peace\ntalks"},
		`peace NOT war`:      {"peace", "peace", "peace"},
		`failed OR later `:   {"failed", "later"},
		`talks NEAR/0 later`: {"Talks", "later"},
		`tal*`:               {"tal", "tal", "tal", "Tal"},
	} {
		hits, err := p.Search(t.Context(), store.SearchQuery{Text: typed})
		if err != nil || len(hits) != 1 {
			t.Fatalf("%s: %d hits, %v", typed, len(hits), err)
		}
		b, err := text.NewBody(body)
		if err != nil {
			t.Fatal(err)
		}
		places := store.ParseSearch(typed).Places(b)
		var got []string
		for _, s := range places {
			got = append(got, b.Slice(s))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", typed, diff)
		}
		if hits[0].Places != len(want) || !slices.ContainsFunc(places, func(s text.Span) bool { return s.Start == hits[0].Span.Start }) {
			t.Errorf("%s: %d places from %v on are told, %v are marked", typed, hits[0].Places, hits[0].Span, places)
		}
	}
}
