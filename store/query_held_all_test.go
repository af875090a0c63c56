package store_test

import (
	"testing"

	"standpoint/store"
)

func TestHoldingsTellWhoHoldsWhatAndWhoseWordThatIs(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Record", func(b *store.Batch) error {
		statement, err := b.AddAnnotation(store.Annotation{
			Article: s.article.ID, Kind: store.KindStatement, Anchor: anchor(t, s.body, "a ceasefire"), Act: store.ActDenies,
			Participants: []store.Participant{{Role: store.RoleSpeaker, Words: "an official"}},
		})
		if err != nil {
			return err
		}
		for _, target := range []store.Target{{Issue: s.ceasefire.ID}, {Actor: s.venn.ID}} {
			if _, err := b.AddAnnotation(store.Annotation{
				Article: s.article.ID, Kind: store.KindPosition, Statement: statement.ID, Target: target, Stance: store.StanceOppose,
				Condition: "if it rains", Participants: []store.Participant{
					{Role: store.RoleHolder, Actor: s.wire.ID}, {Role: store.RoleHolder, Words: "somebody"},
				},
			}); err != nil {
				return err
			}
		}
		return nil
	})
	h, err := s.Holdings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var mine *store.HeldPosition
	for i := range h.Positions {
		if p := &h.Positions[i]; len(p.Holders) == 1 && p.Holders[0].Actor == s.wire.ID {
			mine = p
		}
	}
	if mine == nil || len(h.Positions) != 2 { // with the one of the scene; the one on an actor is none on an issue
		t.Fatalf("%d positions: %+v", len(h.Positions), h.Positions)
	}
	if !mine.Holders[0].Told || mine.Nameless != 1 || !mine.Denied || !mine.Conditional || mine.Stance != store.StanceOppose {
		t.Errorf("it is %+v", *mine)
	}
	if mine.Date == "" || mine.DateFrom != store.DateFromArticle || h.Articles[mine.Article].Title == "" || mine.Coder == (store.ID{}) {
		t.Errorf("it is of %+v in %+v", *mine, h.Articles[mine.Article])
	}
	if h.Issues[mine.Issue].Name == "" || h.Actors[s.wire.ID].Name == "" {
		t.Error("what it is on, or who holds it, has no name")
	}
}
