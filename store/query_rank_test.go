package store_test

import (
	"fmt"
	"slices"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// newCrowd makes a project whose rows tie wherever they can: articles of one day, actors and issues of one name with as many positions,
// joint holders, positions of their own and on statements, and some of each deleted or merged.
func newCrowd(t *testing.T) (p *store.Project, f storetest.Filled, deleted store.PositionRow) {
	t.Helper()
	p = storetest.NewProject(t, "Ada")
	f, err := storetest.Fill(t.Context(), p, storetest.Size{Articles: 24, Annotations: 360, Actors: 9, Issues: 5})
	if err != nil {
		t.Fatal(err)
	}
	positions, _, err := p.Positions(t.Context(), store.PositionQuery{})
	if err != nil {
		t.Fatal(err)
	}
	do(t, p, "Make all alike", func(b *store.Batch) error {
		for i, id := range f.Articles {
			err := b.UpdateArticle(id, func(a *store.Article) {
				a.Published = []store.Date{"2031-05-16", "2031-05-16", "2031-05", ""}[i%4]
				a.Title = fmt.Sprint("Talks ", i%5)
				a.Status = []store.Status{store.StatusUnread, store.StatusCoded}[i%2]
			})
			if err != nil {
				return err
			}
		}
		for _, id := range f.Actors[:6] {
			if err := b.UpdateActor(id, func(a *store.Actor) { a.Name = "Norvia" }); err != nil {
				return err
			}
		}
		for _, r := range positions[:8] {
			if err := b.SetParticipants(r.ID, []store.Participant{
				{Role: store.RoleHolder, Actor: f.Actors[0]},
				{Role: store.RoleHolder, Actor: f.Actors[7]},
				{Role: store.RoleHolder, Words: "its allies"},
			}); err != nil {
				return err
			}
		}
		return nil
	})
	do(t, p, "Delete and merge", func(b *store.Batch) error {
		for _, id := range []store.ID{f.Articles[3], f.Articles[9]} {
			if err := b.Delete(store.EntityArticle, id); err != nil {
				return err
			}
		}
		deleted = positions[slices.IndexFunc(positions, func(r store.PositionRow) bool {
			return r.Statement != store.ID{} && r.Article == f.Articles[0]
		})]
		if err := b.Delete(store.EntityAnnotation, deleted.ID); err != nil {
			return err
		}
		return b.Merge(store.EntityActor, f.Actors[1], f.Actors[2])
	})
	return p, f, deleted
}

// checkRanks checks that the rank of each row of a list is where the list has it first, and that of a row that is not listed is -1.
func checkRanks[T any](t *testing.T, rows []T, idOf func(T) store.ID, rankOf func(store.ID) (int, error), strangers ...store.ID) {
	t.Helper()
	if len(rows) < 2 {
		t.Fatalf("%d rows are too few to be told apart", len(rows))
	}
	var ids []store.ID
	for _, r := range rows {
		ids = append(ids, idOf(r))
	}
	for _, id := range append(ids, strangers...) {
		if rank, err := rankOf(id); err != nil || rank != slices.Index(ids, id) {
			t.Errorf("the rank of a row is %d, want %d: %v", rank, slices.Index(ids, id), err)
		}
	}
}

func TestTheRankOfAnArticleIsItsPlaceInTheList(t *testing.T) {
	p, f, _ := newCrowd(t)
	coded := store.StatusCoded
	for _, sort := range []store.ArticleSort{
		store.ArticlesByPublished, store.ArticlesByTitle, store.ArticlesByAdded, store.ArticlesByStatus,
	} {
		for _, q := range []store.ArticleQuery{
			{}, {ArticleFilter: store.ArticleFilter{Status: &coded}}, {ArticleFilter: store.ArticleFilter{Text: "talks 2"}},
		} {
			q.Sort = sort
			t.Run(fmt.Sprint(sort, " ", q.Text, q.Status != nil), func(t *testing.T) {
				rows, _, err := p.Articles(t.Context(), q)
				if err != nil {
					t.Fatal(err)
				}
				q.Page = store.Page{Offset: 5, Limit: 2} // a rank is that in the whole list
				listed := map[store.ID]bool{}
				for _, r := range rows {
					listed[r.ID] = true
				}
				strangers := slices.DeleteFunc(slices.Clone(f.Articles), func(id store.ID) bool { return listed[id] })
				checkRanks(t, rows, func(r store.ArticleRow) store.ID { return r.ID }, func(id store.ID) (int, error) {
					return p.ArticleRank(t.Context(), q, id)
				}, append(strangers, store.NewID(), store.ID{})...)
			})
		}
	}
}

func TestTheRankOfAnActorOrIssueIsItsPlaceInTheList(t *testing.T) {
	p, f, _ := newCrowd(t)
	state := store.ActorState
	for _, q := range []store.ActorQuery{
		{},
		{Sort: store.ActorsByPositions},
		{Text: "norvia"},
		{Kind: &state, Sort: store.ActorsByPositions},
		{Text: "norvia", Sort: store.ActorsByPositions},
	} {
		rows, _, err := p.Actors(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		checkRanks(t, rows, func(r store.ActorRow) store.ID { return r.ID }, func(id store.ID) (int, error) {
			return p.ActorRank(t.Context(), q, id)
		}, f.Actors[1], store.NewID()) // one that was merged into another, and none
	}
	for _, q := range []store.IssueQuery{{}, {Sort: store.IssuesByPositions}, {Text: "question"}} {
		rows, _, err := p.Issues(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		checkRanks(t, rows, func(r store.IssueRow) store.ID { return r.ID }, func(id store.ID) (int, error) {
			return p.IssueRank(t.Context(), q, id)
		}, store.NewID())
	}
}

func TestTheRankOfAPositionIsItsFirstPlaceInTheList(t *testing.T) {
	p, f, deleted := newCrowd(t)
	oppose := store.StanceOppose
	for _, group := range []store.Grouping{store.PositionsByHolder, store.PositionsByTarget} {
		for name, q := range map[string]store.PositionQuery{
			"all": {}, "one article": {Article: f.Articles[4]}, "one holder": {Actor: f.Actors[0]}, "one issue": {Issue: f.Issues[1]},
			"one stance": {Stance: &oppose}, "one coder": {Coder: p.Coder().ID},
			"one coder in one article": {Article: f.Articles[0], Coder: p.Coder().ID},
		} {
			q.Group = group
			t.Run(fmt.Sprint(name, " ", group), func(t *testing.T) {
				rows, _, err := p.Positions(t.Context(), q)
				if err != nil {
					t.Fatal(err)
				}
				rank := func(id store.ID) (int, error) { return p.PositionRank(t.Context(), q, id) }
				checkRanks(t, rows, func(r store.PositionRow) store.ID { return r.ID }, rank, deleted.ID, store.NewID())
				for _, r := range rows { // a statement is found by the first position that rests on it
					if r.Statement == (store.ID{}) {
						continue
					}
					want := slices.IndexFunc(rows, func(o store.PositionRow) bool { return o.Statement == r.Statement })
					if got, err := rank(r.Statement); err != nil || got != want {
						t.Errorf("the rank of a statement is %d, want %d: %v", got, want, err)
					}
				}
			})
		}
	}
}

func TestTheRankOfAStatementIsItsPlaceInTheList(t *testing.T) {
	p, f, deleted := newCrowd(t)
	support := store.StanceSupport
	for _, sort := range []store.StatementSort{store.StatementsByText, store.StatementsByDate} {
		for name, q := range map[string]store.StatementQuery{
			"all": {}, "one article": {Article: f.Articles[4]}, "one speaker": {Actor: f.Actors[0]}, "one issue": {Issue: f.Issues[1]},
			"one stance": {Stance: &support}, "one coder": {Coder: p.Coder().ID},
		} {
			q.Sort = sort
			t.Run(fmt.Sprint(name, " by ", sort), func(t *testing.T) {
				rows, _, err := p.Statements(t.Context(), q)
				if err != nil {
					t.Fatal(err)
				}
				rank := func(id store.ID) (int, error) { return p.StatementRank(t.Context(), q, id) }
				checkRanks(t, rows, func(r store.StatementRow) store.ID { return r.ID }, rank, deleted.ID, store.NewID())
				for i, r := range rows { // a position is found by its statement
					for _, position := range r.Positions {
						if got, err := rank(position.ID); err != nil || got != i {
							t.Errorf("the rank of a position is %d, want %d: %v", got, i, err)
						}
					}
				}
			})
		}
	}
}

func TestTheRankInARecordIsThePlaceInIt(t *testing.T) {
	p, f, _ := newCrowd(t)
	for entity, id := range map[store.Entity]store.ID{store.EntityActor: f.Actors[0], store.EntityIssue: f.Issues[1]} {
		rows, _, err := p.Record(t.Context(), entity, id, store.Page{})
		if err != nil {
			t.Fatal(err)
		}
		rank := func(annotation store.ID) (int, error) { return p.RecordRank(t.Context(), entity, id, annotation) }
		checkRanks(t, rows, func(r store.RecordRow) store.ID {
			if r.Statement != nil {
				return r.Statement.ID
			}
			return r.Position.ID
		}, rank, store.NewID())
	}
	if _, err := p.RecordRank(t.Context(), store.EntityTag, store.NewID(), store.NewID()); store.CodeOf(err) != store.CodeInvalid {
		t.Errorf("a tag has a record: %v", err)
	}
}

func TestTheRankOfAnActionIsItsPlaceInTheHistory(t *testing.T) {
	p, f, _ := newCrowd(t)
	for _, q := range []store.HistoryQuery{
		{}, {Entity: store.EntityArticle, ID: f.Articles[0]}, {Entity: store.EntityActor, ID: f.Actors[0]},
	} {
		rows, _, err := p.History(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		checkRanks(t, rows, func(e store.HistoryEntry) store.ID { return e.Action }, func(action store.ID) (int, error) {
			return p.HistoryRank(t.Context(), q, action)
		}, store.NewID())
	}
}
