package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
)

// bystander gives the position of the scene a holder and a carrier of its own.
func (s *scene) bystander(t *testing.T) store.Actor {
	t.Helper()
	var a store.Actor
	do(t, s.Project, "Set holder", func(b *store.Batch) (err error) {
		if a, err = b.AddActor(store.Actor{Name: "Maredon", Kind: store.ActorState}); err != nil {
			return err
		}
		return b.SetParticipants(s.position.ID, []store.Participant{
			{Role: store.RoleHolder, Actor: a.ID}, {Role: store.RoleCarrier, Actor: a.ID},
		})
	})
	return a
}

// held returns the one position of the scene and how many positions the actor has.
func (s *scene) held(t *testing.T, actor store.ID) (store.PositionRow, int) {
	t.Helper()
	mustPass(t, s.Project)
	rows, total, err := s.Positions(t.Context(), store.PositionQuery{})
	if err != nil || total != 1 {
		t.Fatalf("%d positions, %v", total, err)
	}
	_, total, err = s.Positions(t.Context(), store.PositionQuery{Actor: actor})
	if err != nil {
		t.Fatal(err)
	}
	statements, _, err := s.Statements(t.Context(), store.StatementQuery{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(rows[0].Holders, statements[0].Positions[0].Holders); diff != "" {
		t.Errorf("holders in the list of positions and in that of statements (-positions +statements):\n%s", diff)
	}
	return rows[0], total
}

func TestWhatTheDeletedHeldIsNotTheSpeakers(t *testing.T) {
	s := newScene(t)
	maredon := s.bystander(t)
	for _, taken := range []bool{false, true} {
		do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityActor, maredon.ID) })
		r, n := s.held(t, s.venn.ID)
		if len(r.Holders)+len(r.Carriers) != 0 || r.Group != (store.PartyRef{}) || r.AccordingTo != nil || n != 0 {
			t.Errorf("holders %v, carriers %v, group %v, according to %v; the speaker has %d positions", r.Holders, r.Carriers, r.Group,
				r.AccordingTo, n)
		}
		// Saving what is shown leaves what is not.
		do(t, s.Project, "Save", func(b *store.Batch) error { return b.SetParticipants(s.position.ID, r.Participants) })
		if r, n = s.held(t, s.venn.ID); len(r.Holders) != 0 || n != 0 {
			t.Errorf("after saving: holders %v; the speaker has %d positions", r.Holders, n)
		}
		if taken {
			if _, err := s.Undo(t.Context()); err != nil {
				t.Fatal(err)
			}
		} else {
			do(t, s.Project, "Restore", func(b *store.Batch) error { return b.Restore(store.EntityActor, maredon.ID) })
		}
		if r, n = s.held(t, maredon.ID); len(r.Holders) != 1 || r.Holders[0].ID != maredon.ID || len(r.Carriers) != 1 || n != 1 {
			t.Errorf("brought back: holders %v, carriers %v, %d positions", r.Holders, r.Carriers, n)
		}
	}
}

func TestWithoutItsOwnHolderAPositionIsTheSpeakersAgain(t *testing.T) {
	s := newScene(t)
	s.bystander(t)
	do(t, s.Project, "Take out", func(b *store.Batch) error { return b.SetParticipants(s.position.ID, nil) })
	if r, n := s.held(t, s.venn.ID); n != 1 || len(r.Holders) != 1 || r.Holders[0].ID != s.venn.ID || len(r.Carriers) != 1 {
		t.Errorf("holders %v, carriers %v, %d positions", r.Holders, r.Carriers, n)
	}
}

func TestAJointHolderStaysWhenTheOtherIsDeleted(t *testing.T) {
	s := newScene(t)
	maredon := s.bystander(t)
	do(t, s.Project, "Hold jointly", func(b *store.Batch) error {
		return b.SetParticipants(s.position.ID, []store.Participant{
			{Role: store.RoleHolder, Actor: maredon.ID}, {Role: store.RoleHolder, Actor: s.arland.ID},
		})
	})
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityActor, maredon.ID) })
	r, n := s.held(t, s.arland.ID)
	if n != 1 || len(r.Holders) != 1 || r.Holders[0].ID != s.arland.ID || r.Group.ID != s.arland.ID {
		t.Errorf("holders %v, group %v, %d positions", r.Holders, r.Group, n)
	}
	do(t, s.Project, "Name another", func(b *store.Batch) error {
		return b.SetParticipants(s.position.ID, []store.Participant{{Role: store.RoleHolder, Actor: s.wire.ID}})
	})
	do(t, s.Project, "Restore", func(b *store.Batch) error { return b.Restore(store.EntityActor, maredon.ID) })
	if r, n = s.held(t, s.wire.ID); n != 1 || len(r.Holders) != 1 {
		t.Errorf("a role that was given anew is kept as given: holders %v", r.Holders)
	}
}
