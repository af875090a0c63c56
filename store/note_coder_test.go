package store_test

import (
	"context"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

func TestACoderIsRenamedAndTakesOverWork(t *testing.T) {
	s := newScene(t)
	ada := s.Coder()
	if err := s.UseCoder(t.Context(), "Ben"); err != nil {
		t.Fatal(err)
	}
	var mention store.Annotation
	do(t, s.Project, "Mention", func(b *store.Batch) (err error) {
		mention, err = b.AddAnnotation(store.Annotation{
			Article: s.article.ID, Kind: store.KindMention, Actor: s.venn.ID, Anchor: anchor(t, s.body, "Orla Venn"),
		})
		return err
	})
	of := func(id store.ID) store.ID {
		t.Helper()
		a, err := s.Annotation(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return a.Coder
	}
	ben := s.Coder()
	if of(mention.ID) != ben.ID || of(s.statement.ID) != ada.ID {
		t.Fatal("work is not its coder's")
	}
	do(t, s.Project, "Rename", func(b *store.Batch) error {
		return b.UpdateCoder(ben.ID, func(c *store.Coder) { c.Name = "Benedikt" })
	})
	if s.Coder().Name != "Benedikt" {
		t.Errorf("at work is %q", s.Coder().Name)
	}
	do(t, s.Project, "Take over", func(b *store.Batch) error { return b.Merge(store.EntityCoder, ada.ID, ben.ID) })
	if of(s.statement.ID) != ben.ID {
		t.Error("the work was not taken over")
	}
	if list, err := s.Coders(t.Context()); err != nil || len(list) != 1 {
		t.Errorf("coders: %+v, %v", list, err)
	}
	for range 2 {
		if _, err := s.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if of(s.statement.ID) != ada.ID || s.Coder().Name != "Ben" {
		t.Errorf("undone, the statement is %v's, at work is %q", of(s.statement.ID), s.Coder().Name)
	}
	if _, err := s.Do(t.Context(), storetest.Titled("Delete"),
		func(b *store.Batch) error { return b.Delete(store.EntityCoder, ada.ID) }); store.CodeOf(err) != store.CodeInvalid {
		t.Errorf("deleting a coder: %v", err)
	}
	mustPass(t, s.Project)
}

func TestACoderWhoHasDoneNothingYetCanBeRenamedAndThatBeUndone(t *testing.T) {
	p := newProject(t)
	do(t, p, "Rename", func(b *store.Batch) error {
		return b.UpdateCoder(p.Coder().ID, func(c *store.Coder) { c.Name = "Ada B." })
	})
	if p.Coder().Name != "Ada B." {
		t.Errorf("at work is %q", p.Coder().Name)
	}
	step := func(name string, take func(context.Context) (store.UndoResult, error)) {
		t.Helper()
		r, err := take(t.Context())
		if err != nil || r.Nothing || p.Coder().Name != name {
			t.Errorf("%+v, %v: at work is %q, not %q", r, err, p.Coder().Name, name)
		}
	}
	step("Ada", p.Undo)
	step("Ada B.", p.Redo)
	step("Ada", p.Undo)
	if list, err := p.Coders(t.Context()); err != nil || len(list) != 1 {
		t.Errorf("coders: %+v, %v", list, err)
	}
	mustPass(t, p)
}
