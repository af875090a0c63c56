package store

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"standpoint/store/journal"
)

// foreign writes a change as a merge of another copy brings it.
func foreign(t *testing.T, p *Project, e Entity, id ID, fields journal.Fields) {
	t.Helper()
	err := p.on(context.Background(), func(w *writer) error {
		return w.transaction(func() error {
			session, act := NewID(), NewID()
			key, err := w.db.Insert(`INSERT INTO session (uuid, chain, local) VALUES (?, ?, 0)`, session[:], make([]byte, 32))
			if err != nil {
				return err
			}
			actionKey, err := w.db.Insert(`INSERT INTO action (id, coder, kind, title, at) VALUES (?, ?, 'do', 'Elsewhere', '')`, act[:], act[:])
			if err != nil {
				return err
			}
			encoded, err := fields.Encode()
			if err != nil {
				return err
			}
			w.clock = journal.Next(w.clock, p.now())
			err = w.db.Exec(`INSERT INTO change (session, seq, clock, action, entity, id, fields) VALUES (?, 1, ?, ?, ?, ?, ?)`,
				key, int64(w.clock), actionKey, string(e), id[:], string(encoded))
			if err != nil {
				return err
			}
			s := newStale()
			if err := refold(w.db, e, id, s); err != nil {
				return err
			}
			return s.settle(w.db, p.bodies)
		})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func emptyProject(t *testing.T) *Project {
	t.Helper()
	p, err := Create(t.Context(), filepath.Join(t.TempDir(), "a.standpoint"), Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return p
}

func act(t *testing.T, p *Project, title string, fn func(*Batch) error) {
	t.Helper()
	if _, err := p.Do(t.Context(), testTitle(title), fn); err != nil {
		t.Fatal(err)
	}
}

func back(t *testing.T, take func(context.Context) (UndoResult, error), want string) UndoResult {
	t.Helper()
	r, err := take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if r.Title != testTitle(want) {
		t.Fatalf("took back %v, want %q", r.Title, want)
	}
	return r
}

func TestUndoKeepsWhatSomebodyElseSetSinceAndNamesIt(t *testing.T) {
	p := emptyProject(t)
	var a Actor
	act(t, p, "Add", func(b *Batch) (err error) { a, err = b.AddActor(Actor{Name: "Venn"}); return err })
	act(t, p, "Describe", func(b *Batch) error {
		return b.UpdateActor(a.ID, func(a *Actor) { a.Name, a.Description = "Orla Venn", "President" })
	})
	foreign(t, p, EntityActor, a.ID, journal.Fields{"name": []byte(`"President Venn"`)})

	r := back(t, p.Undo, "Describe")
	if len(r.Kept) != 1 || r.Kept[0] != (KeptField{EntityActor, a.ID, "name"}) {
		t.Errorf("kept %v", r.Kept)
	}
	got, err := p.Actor(t.Context(), a.ID)
	if err != nil || got.Name != "President Venn" || got.Description != "" {
		t.Errorf("got %+v, %v", got, err)
	}
	back(t, p.Redo, "Describe")
	if got, err = p.Actor(t.Context(), a.ID); err != nil || got.Name != "President Venn" || got.Description != "President" {
		t.Errorf("after redo %+v, %v", got, err)
	}
}

func TestUndoGoesOnWhereNothingCouldBeSetBack(t *testing.T) {
	p := emptyProject(t)
	var a Actor
	act(t, p, "Add", func(b *Batch) (err error) { a, err = b.AddActor(Actor{Name: "Venn"}); return err })
	act(t, p, "Rename", func(b *Batch) error { return b.UpdateActor(a.ID, func(a *Actor) { a.Name = "Orla" }) })
	foreign(t, p, EntityActor, a.ID, journal.Fields{"name": []byte(`"Elsewhere"`)})
	if r := back(t, p.Undo, "Rename"); len(r.Kept) != 1 {
		t.Errorf("kept %v", r.Kept)
	}
	back(t, p.Undo, "Add")
	if _, err := p.Actor(t.Context(), a.ID); CodeOf(err) != CodeNotFound {
		t.Errorf("the actor is still there: %v", err)
	}
}

func TestUndoNeverTouchesWhatWasMadeElsewhere(t *testing.T) {
	p := emptyProject(t)
	foreign(t, p, EntityActor, NewID(), journal.Fields{"name": []byte(`"Theirs"`), journal.FieldCreated: []byte("true")})
	if r, err := p.Undo(t.Context()); err != nil || !r.Nothing {
		t.Errorf("got %+v, %v", r, err)
	}
}

func TestUndoAndRedoInTurns(t *testing.T) {
	p := emptyProject(t)
	var a Actor
	act(t, p, "Add", func(b *Batch) (err error) { a, err = b.AddActor(Actor{Name: "0"}); return err })
	rename := func(name string) {
		act(t, p, name, func(b *Batch) error { return b.UpdateActor(a.ID, func(a *Actor) { a.Name = name }) })
	}
	is := func(want string) {
		t.Helper()
		if got, err := p.Actor(t.Context(), a.ID); err != nil || got.Name != want {
			t.Fatalf("the name is %q (%v), want %q", got.Name, err, want)
		}
	}
	rename("1")
	rename("2")
	back(t, p.Undo, "2")
	back(t, p.Undo, "1")
	is("0")
	back(t, p.Redo, "1")
	back(t, p.Redo, "2")
	is("2")
	back(t, p.Undo, "2")
	is("1")
	rename("3")
	if r, err := p.Redo(t.Context()); err != nil || !r.Nothing {
		t.Errorf("after something new there is nothing to redo: %+v, %v", r, err)
	}
	back(t, p.Undo, "3")
	is("1")
	back(t, p.Undo, "1")
	is("0")
	back(t, p.Redo, "1")
	back(t, p.Redo, "3")
	is("3")
}

func TestALongActionIsTakenBackAtOnce(t *testing.T) {
	p := emptyProject(t)
	long := p.Begin(testTitle("Import"))
	for _, name := range []string{"One", "Two", "Three"} {
		if err := long.Batch(t.Context(), func(b *Batch) error { _, err := b.AddActor(Actor{Name: name}); return err }); err != nil {
			t.Fatal(err)
		}
	}
	back(t, p.Undo, "Import")
	if c, err := p.Counts(t.Context()); err != nil || c.Actors != 0 {
		t.Errorf("got %+v, %v", c, err)
	}
	if err := long.Batch(t.Context(), func(b *Batch) error { _, err := b.AddActor(Actor{Name: "Four"}); return err }); err != nil {
		t.Fatal(err)
	}
	back(t, p.Undo, "Import")
	if c, err := p.Counts(t.Context()); err != nil || c.Actors != 0 {
		t.Errorf("what came after is an action of its own: %+v, %v", c, err)
	}
}

func TestABatchThatWritesNothingIsNoAction(t *testing.T) {
	p := emptyProject(t)
	id, err := p.Do(t.Context(), testTitle("Nothing"), func(*Batch) error { return nil })
	if err != nil || id != (ID{}) || !p.UndoTitle().IsZero() {
		t.Errorf("got %v, %v, would undo %q", id, err, p.UndoTitle())
	}
}

func TestUndoBeginsWhereItWasTold(t *testing.T) {
	p := emptyProject(t)
	add := func(name string) {
		act(t, p, name, func(b *Batch) error { _, err := b.AddActor(Actor{Name: name}); return err })
	}
	nothing := func(take func(context.Context) (UndoResult, error), title Title) {
		t.Helper()
		if r, err := take(t.Context()); err != nil || !r.Nothing || !title.IsZero() {
			t.Errorf("%v would be taken back, %+v, %v", title, r, err)
		}
	}
	add("Sample")
	add("Second thoughts")
	back(t, p.Undo, "Second thoughts")
	if err := p.BeginUndoHere(t.Context()); err != nil {
		t.Fatal(err)
	}
	nothing(p.Undo, p.UndoTitle())
	nothing(p.Redo, p.RedoTitle())
	add("Mine")
	path := p.Path()
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	var err error
	if p, err = Open(t.Context(), path, Options{Coder: "Ada"}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	back(t, p.Undo, "Mine")
	nothing(p.Undo, p.UndoTitle())
	back(t, p.Redo, "Mine")
	nothing(p.Redo, p.RedoTitle())
	back(t, p.Undo, "Mine")
	if c, err := p.Counts(t.Context()); err != nil || c.Actors != 1 {
		t.Errorf("got %+v, %v", c, err)
	}
	if _, total, err := p.History(t.Context(), HistoryQuery{}); err != nil || total != 7 {
		t.Errorf("the history has %d actions, %v", total, err)
	}
}

func TestUndoMayBeginInAnEmptyProject(t *testing.T) {
	p := emptyProject(t)
	if err := p.BeginUndoHere(t.Context()); err != nil {
		t.Fatal(err)
	}
	act(t, p, "Add", func(b *Batch) error { _, err := b.AddActor(Actor{Name: "Venn"}); return err })
	back(t, p.Undo, "Add")
}

// What an action set several times, back to what it was, is not its own for ever: what was done before it can still be taken back.
func TestUndoGoesOnBeforeAnActionThatCameToNothing(t *testing.T) {
	p := emptyProject(t)
	var venn Actor
	act(t, p, "Add", func(b *Batch) (err error) {
		venn, err = b.AddActor(Actor{Name: "Venn"})
		return err
	})
	rename := func(b *Batch, name string) error { return b.UpdateActor(venn.ID, func(a *Actor) { a.Name = name }) }
	act(t, p, "Rename", func(b *Batch) error { return rename(b, "Orla Venn") })
	act(t, p, "Rename twice", func(b *Batch) error { return errors.Join(rename(b, "Venn"), rename(b, "Orla Venn")) })
	act(t, p, "Delete and restore", func(b *Batch) error {
		return errors.Join(b.Delete(EntityActor, venn.ID), b.Restore(EntityActor, venn.ID))
	})
	step := func(take func(context.Context) (UndoResult, error), want string) {
		t.Helper()
		r, err := take(t.Context())
		if err != nil || len(r.Kept) > 0 {
			t.Fatalf("%+v, %v", r, err)
		}
		got := ""
		list, _, err := p.Actors(t.Context(), ActorQuery{})
		if len(list) > 0 {
			got = list[0].Name
		}
		if err != nil || got != want {
			t.Errorf("after %q there is %q, not %q: %v", r.Title, got, want, err)
		}
	}
	for _, want := range []string{"Orla Venn", "Orla Venn", "Venn", ""} {
		step(p.Undo, want)
	}
	for _, want := range []string{"Venn", "Orla Venn", "Orla Venn", "Orla Venn"} {
		step(p.Redo, want)
	}
}
