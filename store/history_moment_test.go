package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

func TestTheProjectIsSeenAsItWasAtAnyMoment(t *testing.T) {
	s := newScene(t)
	var actions []store.ID
	var states []seen
	note := func(id store.ID, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		actions, states = append(actions, id), append(states, look(t, s.Project))
	}
	note(s.Do(t.Context(), storetest.Titled("Rename"), func(b *store.Batch) error {
		return b.UpdateActor(s.venn.ID, func(a *store.Actor) { a.Name = "Orla M. Venn" })
	}))
	note(s.Do(t.Context(), storetest.Titled("Delete"), func(b *store.Batch) error { return b.Delete(store.EntityArticle, s.article.ID) }))
	r, err := s.Undo(t.Context())
	if err != nil || r.Nothing {
		t.Fatal(r, err)
	}
	now := look(t, s.Project)
	for i, action := range actions {
		then, err := s.At(t.Context(), action)
		if err != nil {
			t.Fatal(err)
		}
		if diff := alike(states[i], look(t, then)); diff != "" {
			t.Errorf("after action %d (-as it was +shown):\n%s", i, diff)
		}
		mustPass(t, then)
		if !then.ReadOnly() {
			t.Error("the past can be written to")
		}
		folder := filepath.Dir(then.Path())
		if err := then.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is left behind: %v", folder, err)
		}
	}
	if diff := alike(now, look(t, s.Project)); diff != "" {
		t.Errorf("the project has changed:\n%s", diff)
	}
	if _, err := s.At(t.Context(), store.NewID()); store.CodeOf(err) != store.CodeNotFound {
		t.Errorf("at no action: %v", err)
	}
}

// What another copy did earlier by the clock and what came later by a merge is not there before the merge.
func TestBeforeAMergeNothingOfItIsThere(t *testing.T) {
	s, other := twins(t)
	rename := func(p *store.Project, name string) store.ID {
		t.Helper()
		action, err := p.Do(t.Context(), storetest.Titled("Rename"), func(b *store.Batch) error {
			if _, err := b.AddActor(store.Actor{Name: "Made with " + name}); err != nil {
				return err
			}
			return b.UpdateActor(s.venn.ID, func(a *store.Actor) { a.Name = name })
		})
		must(t, err)
		return action
	}
	rename(other, "Theirs")
	ours := rename(s.Project, "Ours")
	before := look(t, s.Project)
	merge(t, s.Project, other.Path(), nil)
	merged := look(t, s.Project)
	history, _, err := s.History(t.Context(), store.HistoryQuery{})
	must(t, err)
	later := rename(s.Project, "Later")
	now := look(t, s.Project)
	var mergeAction store.ID
	for _, e := range history {
		if e.Kind == store.ActionMerge {
			mergeAction = e.Action
		}
	}
	for action, want := range map[store.ID]seen{ours: before, mergeAction: merged, later: now} {
		then, err := s.At(t.Context(), action)
		must(t, err)
		if diff := alike(want, look(t, then)); diff != "" {
			t.Errorf("(-as it was +shown):\n%s", diff)
		}
		mustPass(t, then)
		must(t, then.Close())
	}
}

func TestOneActionOfTheHistoryIsTakenBack(t *testing.T) {
	s := newScene(t)
	set := func(title string, change func(*store.Actor)) store.ID {
		t.Helper()
		id, err := s.Do(t.Context(), storetest.Titled(title), func(b *store.Batch) error { return b.UpdateActor(s.venn.ID, change) })
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	first := set("Describe", func(a *store.Actor) { a.Name, a.Description = "Orla M. Venn", "President" })
	set("Rename", func(a *store.Actor) { a.Name = "O. Venn" })
	r, err := s.TakeBack(t.Context(), first)
	if err != nil || len(r.Kept) != 1 || r.Kept[0].Field != "name" {
		t.Fatalf("%+v, %v", r, err)
	}
	if a, err := s.Actor(t.Context(), s.venn.ID); err != nil || a.Name != "O. Venn" || a.Description != "" {
		t.Errorf("got %+v, %v", a, err)
	}
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if a, err := s.Actor(t.Context(), s.venn.ID); err != nil || a.Description != "President" {
		t.Errorf("undone: %+v, %v", a, err)
	}
	mustPass(t, s.Project)
	if _, err := s.TakeBack(t.Context(), store.NewID()); store.CodeOf(err) != store.CodeInvalid {
		t.Errorf("no action: %v", err)
	}
}
