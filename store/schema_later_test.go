package store_test

import (
	"path/filepath"
	"slices"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// A copy holds what a later version may add: an entity, a field, a code, a kind of action.
func TestWhatALaterVersionAddsIsPassedOverAndKept(t *testing.T) {
	const gadget, approve = "gadget", store.ActionKind("approve")
	s := newScene(t)
	path, later := s.Path(), filepath.Join(t.TempDir(), "later.standpoint")
	must(t, s.Close())
	copyProject(t, path, later)
	made, heard := store.NewID(), store.NewID()
	for _, c := range []struct {
		kind   store.ActionKind
		entity store.Entity
		id     store.ID
		fields string
	}{
		{store.ActionDo, gadget, made, `{"created":true,"whirr":[1,{"x":null}]}`},
		{store.ActionDo, store.EntityActor, s.venn.ID, `{"mood":{"of":"hope"}}`},
		{
			store.ActionDo, store.EntityParticipant, heard,
			`{"created":true,"annotation":"` + s.statement.ID.String() + `","role":"hearer","actor":"` + s.arland.ID.String() + `","place":9}`,
		},
		{approve, store.EntityAnnotation, s.statement.ID, `{"act":"hints"}`},
	} {
		must(t, store.AddForeignChange(t.Context(), later, c.kind, string(c.entity), c.id[:], 1, c.fields))
	}
	p := openProject(t, path, store.Options{Coder: "Ada"})
	merge(t, p, later, nil)
	kept := func() {
		t.Helper()
		mustPass(t, p)
		if all, err := p.EverCreated(t.Context(), gadget); err != nil || !all[made] {
			t.Errorf("the row of an entity that is not known is lost: %v", err)
		}
		history, _, err := p.History(t.Context(), store.HistoryQuery{Entity: store.EntityActor, ID: s.venn.ID})
		if err != nil || !slices.ContainsFunc(history, func(e store.HistoryEntry) bool {
			return slices.ContainsFunc(e.Changes,
				func(c store.HistoryChange) bool { return c.Field == "mood" && c.After == `{"of":"hope"}` })
		}) {
			t.Errorf("a field that is not known is lost: %+v, %v", history, err)
		}
		n, err := p.Annotation(t.Context(), s.statement.ID)
		if err != nil || n.Act != "hints" {
			t.Errorf("a code that is not known became %q, %v", n.Act, err)
		}
		if !slices.ContainsFunc(n.Participants, func(p store.Participant) bool { return p.Role == "hearer" && p.Actor == s.arland.ID }) {
			t.Errorf("a participant in a role that is not known is lost: %v", n.Participants)
		}
	}
	kept()
	do(t, p, "Work on", func(b *store.Batch) error {
		if err := b.UpdateActor(s.venn.ID, func(a *store.Actor) { a.Description = "President" }); err != nil {
			return err
		}
		speaker := []store.Participant{{Role: store.RoleSpeaker, Actor: s.venn.ID}}
		if err := b.SetParticipants(s.statement.ID, speaker); err != nil { // as a form does that knows of no others
			return err
		}
		n := []store.Participant{speaker[0], {Role: "hearer", Actor: s.arland.ID}} // as whoever sets all that was read
		if err := b.SetParticipants(s.statement.ID, n); err != nil {
			return err
		}
		return b.UpdateAnnotation(s.statement.ID, func(a *store.Annotation) { a.Translation = "Nous voulons un cessez-le-feu" })
	})
	kept()
	for !p.UndoTitle().IsZero() {
		if _, err := p.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if p.UndoTitle() == storetest.Titled("Record statement") {
			break // of which the actor is
		}
	}
	kept()
	copied := filepath.Join(t.TempDir(), "copied.standpoint")
	must(t, p.Backup(t.Context(), copied))
	must(t, p.Close())
	p = openProject(t, copied, store.Options{Coder: "Ada"})
	kept()
	history, _, err := p.History(t.Context(), store.HistoryQuery{})
	if err != nil || !slices.ContainsFunc(history, func(e store.HistoryEntry) bool { return e.Kind == approve }) {
		t.Errorf("an action of a kind that is not known is not in the history: %v", err)
	}
}
