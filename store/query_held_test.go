package store_test

import (
	"slices"
	"testing"

	"standpoint/store"
)

func TestTheIssuesOnWhichActorsStandAreToldForEach(t *testing.T) {
	s := newScene(t)
	var toll store.Issue
	do(t, s.Project, "Record", func(b *store.Batch) (err error) {
		if toll, err = b.AddIssue(store.Issue{Name: "Toll"}); err != nil {
			return err
		}
		for _, target := range []store.Target{{Issue: toll.ID}, {Issue: s.ceasefire.ID}, {Actor: s.venn.ID}} {
			if _, err := b.AddAnnotation(store.Annotation{
				Article: s.article.ID, Kind: store.KindPosition, Anchor: anchor(t, s.body, "a ceasefire"), Target: target,
				Participants: []store.Participant{{Role: store.RoleHolder, Actor: s.arland.ID}},
			}); err != nil {
				return err
			}
		}
		return nil
	})
	held, err := s.IssuesHeld(t.Context(), []store.ID{s.venn.ID, s.arland.ID, s.wire.ID})
	if err != nil {
		t.Fatal(err)
	}
	if got := held[s.venn.ID]; !slices.Equal(got, []store.ID{s.ceasefire.ID}) { // as the speaker of the statement
		t.Errorf("Venn stands on %v", got)
	}
	if got := held[s.arland.ID]; len(got) != 2 || !slices.Contains(got, toll.ID) || !slices.Contains(got, s.ceasefire.ID) {
		t.Errorf("Arland stands on %v", got)
	}
	if len(held) != 2 {
		t.Errorf("somebody else stands, too: %v", held)
	}
}
