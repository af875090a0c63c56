package store_test

import (
	"slices"
	"testing"

	"standpoint/store"
)

func TestASearchAsksForWhatArticlesAreBesideTheirWords(t *testing.T) {
	s := newShelf(t)
	do(t, s.Project, "Name", func(b *store.Batch) error {
		return b.SetAliases(s.venn, []string{"the Harbourmaster"})
	})
	for typed, want := range map[string][]string{
		`source:gazette`:                           {"Strike", "Talks"},
		`source:"harbour gazette" ceasefire`:       {"Talks"},
		`NOT source:gazette`:                       {"Bare", "Vote"},
		`source:gazette OR nobody`:                 {"Strike", "Talks", "Vote"},
		`source:nowhere`:                           {},
		`actor:kell stance:oppose`:                 {"Talks"},
		`actor:kell stance:support`:                {"Strike"},
		`actor:kell issue:ceasefire`:               {}, // no one annotation has both
		`actor:harbourmaster`:                      {"Talks"},
		`tag:check wants`:                          {"Talks"},
		`status:coded`:                             {"Strike"},
		`status:unread (venn OR voted)`:            {"Talks", "Vote"},
		`language:de`:                              {"Strike"},
		`after:2031-05-16`:                         {"Vote"}, // the month of the strike begins before
		`before:2031-06`:                           {"Strike", "Talks"},
		`before:2031-05-16`:                        {},
		`after:2031-04 before:2031-06 NOT wages`:   {"Talks"},
		`coder:ada`:                                {"Strike", "Talks"},
		`stance:sideways`:                          {}, // words, which stand nowhere
		`after:lunch`:                              {},
		`colour:red`:                               {},
		`wages NOT (source:gazette status:unread)`: {"Strike"},
	} {
		hits, err := s.Search(t.Context(), store.SearchQuery{Text: typed})
		if err != nil {
			t.Fatalf("%s: %v", typed, err)
		}
		got := []string{}
		for _, h := range hits {
			if h.Article != (store.ID{}) {
				got = append(got, h.Title)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s finds %v, want %v", typed, got, want)
		}
		if n, err := s.SearchCount(t.Context(), typed); err != nil || n != len(hits) {
			t.Errorf("%s: %d are counted of %d: %v", typed, n, len(hits), err)
		}
	}
}

// FuzzSearch: whatever a person types is understood.
func FuzzSearch(f *testing.F) {
	s := newShelf(f)
	for _, typed := range []string{
		`"`, `(`, `)`, `AND`, `NOT`, `NEAR/9`, `a NEAR (b OR c)`, `source:`, `source:"`, `after:2031`, `*`, `a* OR -b`,
	} {
		f.Add(typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		hits, err := s.Search(t.Context(), store.SearchQuery{Text: typed})
		if err != nil {
			t.Fatalf("%q: %v", typed, err)
		}
		if n, err := s.SearchCount(t.Context(), typed); err != nil || n != len(hits) {
			t.Fatalf("%q: %d are counted of %d: %v", typed, n, len(hits), err)
		}
	})
}
