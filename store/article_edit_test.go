package store_test

import (
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

func TestAnEditTakesMarksAlongAndUndoBringsThemBack(t *testing.T) {
	s := newScene(t)
	was, err := s.Body(t.Context(), s.article.Body)
	if err != nil {
		t.Fatal(err)
	}
	before, err := s.Annotations(t.Context(), s.article.ID)
	if err != nil || len(before) == 0 {
		t.Fatal(before, err)
	}
	anchored := 0
	for _, a := range before {
		if !a.Anchor.IsZero() {
			anchored++
		}
	}
	edited := "A paragraph in front.\n\n" + was.String()
	check := func(when string, body string, hash text.Hash) {
		t.Helper()
		a, err := s.Article(t.Context(), s.article.ID)
		if err != nil || a.Body != hash {
			t.Fatalf("%s the article has the text %s, %v", when, a.Body, err)
		}
		list, err := s.Annotations(t.Context(), s.article.ID)
		if err != nil || len(list) != len(before) {
			t.Fatalf("%s %d annotations, %v", when, len(list), err)
		}
		b, err := text.NewBody(body)
		if err != nil {
			t.Fatal(err)
		}
		for i, n := range list {
			if n.Anchor.IsZero() {
				continue
			}
			if err := n.Anchor.Verify(b); err != nil || n.Anchor.Exact() != before[i].Anchor.Exact() {
				t.Errorf("%s %q stands on %q: %v", when, before[i].Anchor.Exact(), n.Anchor.Exact(), err)
			}
		}
		mustPass(t, s.Project)
	}
	var moved, unplaced int
	do(t, s.Project, "Edit text", func(b *store.Batch) error {
		var err error
		moved, unplaced, err = b.EditBody(s.article.ID, edited)
		return err
	})
	if moved != anchored || unplaced != 0 {
		t.Errorf("%d moved, %d unplaced of %d", moved, unplaced, anchored)
	}
	after, _ := text.NewBody(edited)
	check("after the edit", edited, after.Hash())
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	check("after Undo", was.String(), was.Hash())
	if _, err := s.Redo(t.Context()); err != nil {
		t.Fatal(err)
	}
	check("after Redo", edited, after.Hash())
}

func TestWhatAnEditTakesAwayIsKeptForReview(t *testing.T) {
	s := newScene(t)
	before, err := s.Annotations(t.Context(), s.article.ID)
	if err != nil {
		t.Fatal(err)
	}
	var unplaced int
	do(t, s.Project, "Edit text", func(b *store.Batch) error {
		_, unplaced, err = b.EditBody(s.article.ID, "Nothing of it is left.")
		return err
	})
	rows, _, err := s.Articles(t.Context(), store.ArticleQuery{})
	if err != nil || unplaced == 0 || rows[0].Unplaced != unplaced {
		t.Errorf("%d unplaced, the list says %+v, %v", unplaced, rows, err)
	}
	list, err := s.Annotations(t.Context(), s.article.ID)
	if err != nil || len(list) != len(before) {
		t.Fatalf("%d annotations of %d, %v", len(list), len(before), err)
	}
	for i, a := range list {
		if a.Anchor.Exact() != before[i].Anchor.Exact() {
			t.Errorf("old words %q are %q now", before[i].Anchor.Exact(), a.Anchor.Exact())
		}
	}
	mustPass(t, s.Project)
}

func TestATrashedAnnotationMovesAlong(t *testing.T) {
	s := newScene(t)
	list, err := s.Annotations(t.Context(), s.article.ID)
	if err != nil {
		t.Fatal(err)
	}
	id, exact := list[0].ID, list[0].Anchor.Exact()
	was, err := s.Body(t.Context(), s.article.Body)
	if err != nil {
		t.Fatal(err)
	}
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, id) })
	do(t, s.Project, "Edit text", func(b *store.Batch) error {
		_, _, err := b.EditBody(s.article.ID, "In front. "+was.String())
		return err
	})
	do(t, s.Project, "Restore", func(b *store.Batch) error { return b.Restore(store.EntityAnnotation, id) })
	a, err := s.Annotation(t.Context(), id)
	if err != nil || a.Anchor.Exact() != exact || a.Anchor.Body == was.Hash() {
		t.Errorf("restored on %q of %s, %v", a.Anchor.Exact(), a.Anchor.Body, err)
	}
}

func TestATextThatCannotBeStoredIsRefused(t *testing.T) {
	s := newScene(t)
	for _, body := range []string{"", "a\x00b", "a\r\nb", "\xff"} {
		_, err := s.Do(t.Context(), storetest.Titled("Edit text"), func(b *store.Batch) error {
			_, _, err := b.EditBody(s.article.ID, body)
			return err
		})
		if store.CodeOf(err) != store.CodeInvalid {
			t.Errorf("%q: %v", body, err)
		}
	}
	if a, err := s.Article(t.Context(), s.article.ID); err != nil || a.Body != s.article.Body {
		t.Errorf("the text is %s now, %v", a.Body, err)
	}
}
