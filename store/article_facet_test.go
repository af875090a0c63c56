package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
	"standpoint/store/storetest"
)

// Beside a filter stands how many articles it would leave with another value of what it asks: each count is that of the list.
func TestACountBesideAFilterIsThatOfTheListItWouldLeave(t *testing.T) {
	s := newShelf(t)
	gazette, coded, yes, support := "Harbour Gazette", store.StatusCoded, true, store.StanceSupport
	for name, f := range map[string]store.ArticleFilter{
		"nothing": {}, "an outlet": {Source: &gazette}, "a status": {Status: &coded}, "annotated": {Annotated: &yes},
		"an actor": {Actor: s.kell}, "a stance": {Stance: &support}, "an actor with a stance": {Actor: s.kell, Stance: &support},
		"an outlet and a status": {Source: &gazette, Status: &coded}, "a tag": {Tag: s.check}, "words": {Text: "wages"},
	} {
		t.Run(name, func(t *testing.T) { checkFacets(t, s, f) })
	}
}

func checkFacets(t *testing.T, s *shelf, f store.ArticleFilter) {
	t.Helper()
	facets, err := s.ArticleFacets(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	same := func(what string, g store.ArticleFilter, n int) {
		t.Helper()
		if listed := s.listed(t, g); len(listed) != n {
			t.Errorf("%d articles are counted with %s, and listed are %v", n, what, listed)
		}
	}
	for status, n := range facets.Statuses {
		g := f
		g.Status = &status
		same("status "+string(status), g, n)
	}
	for _, is := range []bool{true, false} {
		g := f
		g.Annotated = &is
		same("annotations", g, facets.Annotated[is])
	}
	for _, v := range facets.Sources {
		g := f
		g.Source = &v.Value
		same(v.Value, g, v.Articles)
	}
	for _, v := range facets.Languages {
		g := f
		g.Language = &v.Value
		same(v.Value, g, v.Articles)
	}
	for what, count := range map[string]func(context.Context, store.ArticleFilter) ([]store.ValueCount, error){
		"actor": s.ArticlesByActor, "issue": s.ArticlesByIssue, "tag": s.ArticlesByTag,
	} {
		list, err := count(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range list {
			g := f
			switch what {
			case "actor":
				g.Actor = v.ID
			case "issue":
				g.Issue = v.ID
			default:
				g.Tag = v.ID
			}
			same(what, g, v.Articles)
		}
	}
}

func TestCountsBesideFiltersAreOfAllValues(t *testing.T) {
	s := newShelf(t)
	facets, err := s.ArticleFacets(t.Context(), store.ArticleFilter{})
	if err != nil {
		t.Fatal(err)
	}
	want := []store.ValueCount{{Value: "Harbour Gazette", Articles: 2}, {Value: "Northern Wire", Articles: 1}, {Articles: 1}}
	if diff := cmp.Diff(want, facets.Sources); diff != "" {
		t.Error(diff)
	}
	actors, err := s.ArticlesByActor(t.Context(), store.ArticleFilter{})
	if diff := cmp.Diff([]store.ValueCount{{ID: s.kell, Articles: 2}, {ID: s.venn, Articles: 1}}, actors); diff != "" || err != nil {
		t.Error(diff, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.ArticleFacets(ctx, store.ArticleFilter{}); !errors.Is(err, context.Canceled) {
		t.Errorf("counting that was given up: %v", err)
	}
}

func TestArticlesAreCountedByTheFoldersOfTheirImport(t *testing.T) {
	p := storetest.NewProject(t, "Ada")
	unread := store.StatusUnread
	do(t, p, "Add", func(b *store.Batch) error {
		for i, file := range []string{"spring/may/a.txt", "spring/may/b.txt", "spring/c.txt", "d.txt", ""} {
			a := store.Article{Title: "Article", File: file}
			if i == 1 {
				a.Status = store.StatusCoded
			}
			if _, err := b.AddArticle(a, fmt.Sprint("Text ", i)); err != nil {
				return err
			}
		}
		return nil
	})
	for _, of := range []struct {
		f    store.ArticleFilter
		want []store.ValueCount
	}{
		{store.ArticleFilter{}, []store.ValueCount{{Value: "spring", Articles: 3}, {Value: "spring/may", Articles: 2}}},
		{store.ArticleFilter{Status: &unread, File: "spring/may"}, []store.ValueCount{
			{Value: "spring", Articles: 2}, {Value: "spring/may", Articles: 1},
		}},
	} {
		got, err := p.ArticlesByFolder(t.Context(), of.f)
		if err != nil || !slices.Equal(got, of.want) {
			t.Errorf("%+v counts %v, want %v: %v", of.f, got, of.want, err)
		}
	}
}
