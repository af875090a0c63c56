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
		"a folder": {File: "spring/may"}, "a coder": {Coder: s.Coder().ID}, "an issue": {Issue: s.wages}, "days": {From: "2031-06"},
		"an actor, an issue and a coder": {Actor: s.kell, Issue: s.wages, Coder: s.Coder().ID}, "a collection": {Collection: s.reading},
		"a coder with a stance": {Coder: s.Coder().ID, Stance: &support}, "an actor with a tag": {Actor: s.venn, Tag: s.check},
		"a tag of articles": {Tag: s.own}, "a tag of articles and an actor": {Tag: s.own, Actor: s.kell},
		"a tag of articles and a stance": {Tag: s.own, Stance: &support}, "a tag of articles and a coder": {Tag: s.own, Coder: s.Coder().ID},
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
	for _, id := range []store.ID{s.kell, s.venn} {
		g := f
		g.Actor = id
		same("an actor", g, facets.Actors[id])
	}
	for _, id := range []store.ID{s.ceasefire, s.wages} {
		g := f
		g.Issue = id
		same("an issue", g, facets.Issues[id])
	}
	for _, id := range []store.ID{s.check, s.own} {
		g := f
		g.Tag = id
		same("a tag", g, facets.Tags[id])
	}
	for _, v := range facets.Folders {
		g := f
		g.File = v.Value
		same(v.Value, g, v.Articles)
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
	if diff := cmp.Diff(map[store.ID]int{s.kell: 2, s.venn: 1}, facets.Actors); diff != "" {
		t.Error(diff)
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
		facets, err := p.ArticleFacets(t.Context(), of.f)
		if err != nil || !slices.Equal(facets.Folders, of.want) {
			t.Errorf("%+v counts %v, want %v: %v", of.f, facets.Folders, of.want, err)
		}
	}
}
