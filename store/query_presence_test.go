package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
	"standpoint/store/storetest"
)

// carried returns how many reports an actor carried, as lists of actors show it.
func carried(t *testing.T, p *store.Project, actor store.ID) int {
	t.Helper()
	rows, _, err := p.Actors(t.Context(), store.ActorQuery{ID: actor})
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d actors, %v", len(rows), err)
	}
	return rows[0].Carried
}

func TestAStatementWithItsPositionsIsReportedOnce(t *testing.T) {
	s := newScene(t)
	if n := carried(t, s.Project, s.wire.ID); n != 1 {
		t.Errorf("a statement with its position makes %d reports", n)
	}
	report := func(title string, position store.ID, by ...store.ID) {
		t.Helper()
		var parts []store.Participant
		for _, id := range by {
			parts = append(parts, store.Participant{Role: store.RoleCarrier, Actor: id})
		}
		do(t, s.Project, title, func(b *store.Batch) error { return b.SetParticipants(position, parts) })
		mustPass(t, s.Project)
	}
	report("Report the position through both", s.position.ID, s.wire.ID, s.arland.ID)
	if n, other := carried(t, s.Project, s.wire.ID), carried(t, s.Project, s.arland.ID); n != 1 || other != 1 {
		t.Errorf("who reported both carried %d, who reported the position alone %d", n, other)
	}
	var own store.Annotation
	do(t, s.Project, "Add a position without a statement", func(b *store.Batch) (err error) {
		own, err = b.AddAnnotation(store.Annotation{
			Article: s.article.ID, Kind: store.KindPosition, Anchor: anchor(t, s.body, "Borduria declined"),
			Target: store.Target{Issue: s.ceasefire.ID},
		})
		return err
	})
	report("Report it", own.ID, s.wire.ID)
	if n := carried(t, s.Project, s.wire.ID); n != 2 {
		t.Errorf("with a position of its own there are %d reports", n)
	}
	do(t, s.Project, "Report the statement through another", func(b *store.Batch) error {
		return b.SetParticipants(s.statement.ID,
			[]store.Participant{{Role: store.RoleSpeaker, Actor: s.venn.ID}, {Role: store.RoleCarrier, Actor: s.arland.ID}})
	})
	mustPass(t, s.Project)
	if n, other := carried(t, s.Project, s.wire.ID), carried(t, s.Project, s.arland.ID); n != 2 || other != 1 {
		t.Errorf("with another carrier of the statement they carried %d and %d", n, other)
	}
}

// What an actor does in each article adds up to what lists show of it, also where actors were merged and deleted.
func TestCountsOfArticlesAddUpToThoseOfLists(t *testing.T) {
	s := newScene(t)
	if _, err := storetest.Fill(t.Context(), s.Project,
		storetest.Size{Articles: 5, Annotations: 90, Actors: 8, Issues: 3, Seed: 7}); err != nil {
		t.Fatal(err)
	}
	rows, _, err := s.Actors(t.Context(), store.ActorQuery{})
	if err != nil {
		t.Fatal(err)
	}
	do(t, s.Project, "Merge", func(b *store.Batch) error { return b.Merge(store.EntityActor, rows[0].ID, rows[1].ID) })
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityActor, rows[2].ID) })
	do(t, s.Project, "Edit text", func(b *store.Batch) error {
		_, _, err := b.EditBody(s.article.ID, "In short. "+arlandBody)
		return err
	})
	sums := map[store.ID]store.Tally{}
	articles, _, err := s.Articles(t.Context(), store.ArticleQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles {
		list, err := s.Presences(t.Context(), a.ID)
		if err != nil {
			t.Fatal(err)
		}
		last := 0
		for _, r := range list {
			if r.First >= 0 && r.First < last {
				t.Errorf("who first appears at %d stands after who does at %d", r.First, last)
			}
			last = r.First
			sum := sums[r.Actor]
			sum.Mentions, sum.Statements, sum.Positions = sum.Mentions+r.Mentions, sum.Statements+r.Statements, sum.Positions+r.Positions
			sum.Carried, sum.Addressed, sum.Targeted = sum.Carried+r.Carried, sum.Addressed+r.Addressed, sum.Targeted+r.Targeted
			sums[r.Actor] = sum
		}
	}
	if rows, _, err = s.Actors(t.Context(), store.ActorQuery{}); err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if diff := cmp.Diff(r.Tally, sums[r.ID]); diff != "" {
			t.Errorf("%s (-list +articles):\n%s", r.Name, diff)
		}
	}
}
