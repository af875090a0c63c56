package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// What an annotation was after each of its actions, it can be again: fields, participants, tags, the note, and that it is
// there at all; and Undo brings it back.
func TestAnAnnotationIsSetBackToWhatItWas(t *testing.T) {
	p := newProject(t)
	var article store.Article
	var ada, bo store.Actor
	var tag store.Tag
	do(t, p, "Begin", func(b *store.Batch) (err error) {
		if article, err = b.AddArticle(store.Article{Title: "Canal"}, "Odalys said the canal was closed."); err != nil {
			return err
		}
		ada, _ = b.AddActor(store.Actor{Name: "Ada"})
		bo, _ = b.AddActor(store.Actor{Name: "Bo"})
		tag, err = b.AddTag(store.Tag{Name: "water"})
		return err
	})
	var id store.ID
	steps := []func(b *store.Batch) error{
		func(b *store.Batch) error {
			anchor, err := store.AnchorOn(b, article, text.Span{Start: 0, End: 6})
			if err != nil {
				return err
			}
			n, err := b.AddAnnotation(store.Annotation{Article: article.ID, Kind: store.KindStatement, Anchor: anchor})
			id = n.ID
			return err
		},
		func(b *store.Batch) error {
			return b.SetParticipants(id, []store.Participant{{Role: store.RoleSpeaker, Actor: ada.ID}})
		},
		func(b *store.Batch) error { return b.SetTags(id, []store.ID{tag.ID}) },
		func(b *store.Batch) error { return b.SetNote(store.EntityAnnotation, id, "first") },
		func(b *store.Batch) error {
			return b.SetParticipants(id, []store.Participant{{Role: store.RoleSpeaker, Actor: bo.ID}, {Role: store.RoleCarrier, Words: "a source"}})
		},
		func(b *store.Batch) error {
			return b.UpdateAnnotation(id, func(n *store.Annotation) { n.Act, n.On = store.ActDenies, "2031-02" })
		},
		func(b *store.Batch) error { return b.SetTags(id, nil) },
		func(b *store.Batch) error { return b.SetNote(store.EntityAnnotation, id, "second") },
		func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, id) },
	}
	type state struct {
		annotations []store.Annotation
		notes       []string
	}
	see := func() (s state) {
		var err error
		if s.annotations, err = p.Annotations(t.Context(), article.ID); err != nil {
			t.Fatal(err)
		}
		notes, err := p.ArticleNotes(t.Context(), article.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range notes {
			s.notes = append(s.notes, n.Text)
		}
		return s
	}
	var seen []state
	var actions []store.ID
	for _, step := range steps {
		do(t, p, "Step", step)
		seen = append(seen, see())
		entries, _, err := p.History(t.Context(), store.HistoryQuery{Page: store.Page{Limit: 1}})
		if err != nil {
			t.Fatal(err)
		}
		actions = append(actions, entries[0].Action)
	}
	last := see()
	for i, action := range actions {
		do(t, p, "Set back", func(b *store.Batch) error { return b.SetBack(store.EntityAnnotation, id, action) })
		if diff := cmp.Diff(seen[i], see(), cmp.AllowUnexported(state{})); diff != "" {
			t.Errorf("set back to step %d (-then +now):\n%s", i, diff)
		}
		if i == len(actions)-1 {
			break // it is so already
		}
		if _, err := p.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(last, see(), cmp.AllowUnexported(state{})); diff != "" {
			t.Errorf("after Undo of step %d (-before +now):\n%s", i, diff)
		}
	}
}

func TestAnArticleIsSetBackWithItsTextAndMarks(t *testing.T) {
	p := newProject(t)
	var article store.Article
	do(t, p, "Begin", func(b *store.Batch) (err error) {
		if article, err = b.AddArticle(store.Article{Title: "Canal"}, "Odalys said the canal was closed."); err != nil {
			return err
		}
		anchor, err := store.AnchorOn(b, article, text.Span{Start: 16, End: 21})
		if err != nil {
			return err
		}
		_, err = b.AddAnnotation(store.Annotation{Article: article.ID, Kind: store.KindHighlight, Anchor: anchor})
		return err
	})
	entries, _, err := p.History(t.Context(), store.HistoryQuery{Page: store.Page{Limit: 1}})
	if err != nil {
		t.Fatal(err)
	}
	do(t, p, "Edit", func(b *store.Batch) error {
		tag, err := b.AddTag(store.Tag{Name: "water"})
		if err != nil {
			return err
		}
		if err := b.SetArticleTags(article.ID, []store.ID{tag.ID}); err != nil {
			return err
		}
		if _, _, err := b.EditBody(article.ID, "Yesterday Odalys said the canal was closed."); err != nil {
			return err
		}
		return b.UpdateArticle(article.ID, func(a *store.Article) { a.Title = "The canal" })
	})
	do(t, p, "Set back", func(b *store.Batch) error { return b.SetBack(store.EntityArticle, article.ID, entries[0].Action) })
	now, err := p.Article(t.Context(), article.ID)
	if err != nil || now.Title != "Canal" || now.Body != article.Body {
		t.Errorf("is %+v, %v", now, err)
	}
	if tags, err := p.ArticleTags(t.Context(), []store.ID{article.ID}); err != nil || len(tags) > 0 {
		t.Errorf("it carries %v, %v", tags, err)
	}
	list, err := p.Annotations(t.Context(), article.ID)
	if err != nil || len(list) != 1 || list[0].Anchor.Body != article.Body || list[0].Anchor.Exact() != "canal" {
		t.Errorf("marks: %+v, %v", list, err)
	}
	_, err = p.Do(t.Context(), storetest.Titled("Set back"), func(b *store.Batch) error {
		return b.SetBack(store.EntityArticle, article.ID, store.NewID())
	})
	if store.CodeOf(err) != store.CodeNotFound {
		t.Errorf("an action that there is not: %v", err)
	}
}
