package store_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"standpoint/store"
)

// checkIDs checks that the ids of a page of a list, and of all of it, are those of its rows.
func checkIDs[T any](
	t *testing.T, rows []T, idOf func(T) store.ID, ids func(store.Page) ([]store.ID, error),
) {
	t.Helper()
	var want []store.ID
	for _, r := range rows {
		want = append(want, idOf(r))
	}
	if len(want) < 3 {
		t.Fatalf("%d rows are too few for a page of them", len(want))
	}
	for page, want := range map[store.Page][]store.ID{{}: want, {Offset: 1, Limit: 2}: want[1:3]} {
		got, err := ids(page)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%+v (-of the rows +of the ids):\n%s", page, diff)
		}
	}
}

func TestTheIDsOfAListAreThoseOfItsRows(t *testing.T) {
	p, f, _ := newCrowd(t)
	ctx := t.Context()
	coded := store.StatusCoded
	for _, q := range []store.ArticleQuery{
		{}, {ArticleFilter: store.ArticleFilter{Status: &coded}, Sort: store.ArticlesByTitle}, {Sort: store.ArticlesByPublished},
	} {
		t.Run(fmt.Sprint("articles ", q.Sort), func(t *testing.T) {
			rows, _, err := p.Articles(ctx, q)
			must(t, err)
			checkIDs(t, rows, func(r store.ArticleRow) store.ID { return r.ID }, func(page store.Page) ([]store.ID, error) {
				q.Page = page
				return p.ArticleIDs(ctx, q)
			})
		})
	}
	t.Run("actors", func(t *testing.T) {
		q := store.ActorQuery{Sort: store.ActorsByPositions}
		rows, _, err := p.Actors(ctx, q)
		must(t, err)
		checkIDs(t, rows, func(r store.ActorRow) store.ID { return r.ID }, func(page store.Page) ([]store.ID, error) {
			q.Page = page
			return p.ActorIDs(ctx, q)
		})
	})
	t.Run("issues", func(t *testing.T) {
		q := store.IssueQuery{Sort: store.IssuesByName}
		rows, _, err := p.Issues(ctx, q)
		must(t, err)
		checkIDs(t, rows, func(r store.IssueRow) store.ID { return r.ID }, func(page store.Page) ([]store.ID, error) {
			q.Page = page
			return p.IssueIDs(ctx, q)
		})
	})
	for _, q := range []store.StatementQuery{{}, {Sort: store.StatementsByDate}, {Article: f.Articles[0]}, {Actor: f.Actors[0]}} {
		t.Run(fmt.Sprintf("statements %s %v %v", q.Sort, q.Article, q.Actor), func(t *testing.T) {
			rows, _, err := p.Statements(ctx, q)
			must(t, err)
			checkIDs(t, rows, func(r store.StatementRow) store.ID { return r.ID }, func(page store.Page) ([]store.ID, error) {
				q.Page = page
				return p.StatementIDs(ctx, q)
			})
		})
	}
	for _, q := range []store.PositionQuery{{}, {Group: store.PositionsByTarget}, {Group: store.PositionsByHolder, Article: f.Articles[0]}} {
		t.Run(fmt.Sprintf("positions %s %v", q.Group, q.Article), func(t *testing.T) {
			rows, _, err := p.Positions(ctx, q)
			must(t, err)
			checkIDs(t, rows, func(r store.PositionRow) store.ID { return r.ID }, func(page store.Page) ([]store.ID, error) {
				q.Page = page
				return p.PositionIDs(ctx, q)
			})
		})
	}
	t.Run("a record", func(t *testing.T) {
		rows, _, err := p.Record(ctx, store.EntityActor, f.Actors[0], store.Page{})
		must(t, err)
		checkIDs(t, rows, func(r store.RecordRow) store.ID {
			if r.Statement != nil {
				return r.Statement.ID
			}
			return r.Position.ID
		}, func(page store.Page) ([]store.ID, error) {
			return p.RecordIDs(ctx, store.EntityActor, f.Actors[0], page)
		})
	})
	t.Run("mentions", func(t *testing.T) {
		rows, _, err := p.Mentions(ctx, f.Actors[0], store.Page{})
		must(t, err)
		checkIDs(t, rows, func(r store.MentionRow) store.ID { return r.ID }, func(page store.Page) ([]store.ID, error) {
			return p.MentionIDs(ctx, f.Actors[0], page)
		})
	})
}

func TestTheIDsOfWhatASearchFoundAreThoseOfItsHits(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Note", func(b *store.Batch) error {
		for i := range 3 {
			if _, err := b.AddArticle(store.Article{Title: "A ceasefire"}, fmt.Sprint("Nobody wants the ceasefire, part ", i)); err != nil {
				return err
			}
		}
		return b.SetNote(store.EntityAnnotation, s.statement.ID, "on the ceasefire")
	})
	q := store.SearchQuery{Text: "ceasefire"}
	hits, err := s.Search(t.Context(), q)
	must(t, err)
	checkIDs(t, hits, func(h store.Hit) store.ID { return h.ID }, func(page store.Page) ([]store.ID, error) {
		q.Page = page
		return s.SearchIDs(t.Context(), q)
	})
	for at := range hits { // across the border between rows and texts, too
		q.Page = store.Page{Offset: at, Limit: 1}
		if got, err := s.SearchIDs(t.Context(), q); err != nil || len(got) != 1 || got[0] != hits[at].ID {
			t.Errorf("hit %d is %v, want %v: %v", at, got, hits[at].ID, err)
		}
	}
	want := map[store.Entity][]store.ID{}
	var all []store.ID
	for _, h := range hits {
		all = append(all, h.ID)
		if !slices.Contains(want[h.Entity], h.ID) {
			want[h.Entity] = append(want[h.Entity], h.ID)
		}
	}
	got, err := s.EntitiesOf(t.Context(), all)
	must(t, err)
	sorted := cmpopts.SortSlices(func(a, b store.ID) bool { return a.String() < b.String() })
	if diff := cmp.Diff(want, got, sorted); diff != "" || len(want) < 2 {
		t.Errorf("of %d entities (-want +got):\n%s", len(want), diff)
	}
}
