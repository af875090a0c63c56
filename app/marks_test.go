package app

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/textview"
	"standpoint/store"
	"standpoint/store/text"
)

// mustBeDressed checks that the marks are those that are made anew of all annotations.
func (a *App) mustBeDressed(t *testing.T, after string) {
	t.Helper()
	got := slices.Clone(a.articles.reader.view.Marks())
	fresh, err := loadReading(t.Context(), a.project, a.articles.article.ID, reading{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	m := newMarker(fresh.body.Hash(), fresh.annotations, fresh.notes, a.names, a.articles.markFilter())
	var want []textview.Mark
	for _, n := range fresh.annotations {
		if mark, ok := m.mark(n); ok {
			want = append(want, mark)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("after %s (-all anew +shown):\n%s", after, diff)
	}
}

// Only what a change touched is read and drawn again, and nothing is forgotten.
func TestMarksFollowEachChange(t *testing.T) {
	a := newSampleApp(t)
	statement := func() store.Annotation {
		i := slices.IndexFunc(a.articles.annotations, func(n store.Annotation) bool {
			return n.Kind == store.KindStatement && slices.ContainsFunc(a.articles.annotations, func(p store.Annotation) bool { return p.Statement == n.ID })
		})
		return a.articles.annotations[i]
	}
	said := statement()
	held := a.articles.annotations[slices.IndexFunc(a.articles.annotations, func(n store.Annotation) bool { return n.Statement == said.ID })]
	var other, tag store.ID
	for id := range a.names.actors {
		if id != said.Participants[0].Actor {
			other = id
		}
	}
	for _, step := range []struct {
		name string
		do   func(b *store.Batch) error
	}{
		{"another stance", func(b *store.Batch) error {
			return b.UpdateAnnotation(held.ID, func(n *store.Annotation) { n.Stance = store.StanceUnclear })
		}},
		{"another speaker", func(b *store.Batch) error {
			return b.SetParticipants(said.ID, []store.Participant{{Role: store.RoleSpeaker, Actor: other}})
		}},
		{"a note", func(b *store.Batch) error { return b.SetNote(store.EntityAnnotation, said.ID, "Look again.") }},
		{"a tag", func(b *store.Batch) error {
			made, err := b.AddTag(store.Tag{Name: "Turning point"})
			if err == nil {
				tag = made.ID
				err = b.SetTags(said.ID, []store.ID{tag})
			}
			return err
		}},
		{"another name", func(b *store.Batch) error {
			return b.UpdateActor(other, func(n *store.Actor) { n.Name = "Somebody else" })
		}},
		{"a highlight", func(b *store.Batch) error {
			_, err := b.AddAnnotation(store.Annotation{Article: said.Article, Kind: store.KindHighlight, Anchor: said.Anchor})
			return err
		}},
		{"the position gone", func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, held.ID) }},
		{"the position back", func(b *store.Batch) error { return b.Restore(store.EntityAnnotation, held.ID) }},
		{"the statement gone", func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, said.ID) }},
		{"the statement back", func(b *store.Batch) error { return b.Restore(store.EntityAnnotation, said.ID) }},
		{"the speaker gone", func(b *store.Batch) error { return b.Delete(store.EntityActor, other) }},
		{"the tag gone", func(b *store.Batch) error { return b.Delete(store.EntityTag, tag) }},
	} {
		a.do(step.name, step.do, func(err error) {
			if err != nil {
				t.Fatalf("%s: %v", step.name, err)
			}
		})
		a.mustBeDressed(t, step.name)
	}
	for a.project.UndoTitle() != "" {
		title := a.project.UndoTitle()
		a.undo()
		if a.articles.hasArticle() {
			a.mustBeDressed(t, "undoing "+title)
		}
	}
}

// A window that only reads follows what another one changed in an annotation.
func TestASecondWindowShowsWhatBecameOfAnAnnotation(t *testing.T) {
	first := newHarbour(t)
	page := first.begin(t, store.KindHighlight, "Norvia")
	page.form.Note = "As it was."
	first.saveForm()
	second := newTestApp(t)
	second.open(first.project.Path())
	second.look()
	marked := first.articles.annotations[0]
	anchor, err := text.NewAnchor(first.articles.reader.view.Body(), first.words(t, "observers"))
	if err != nil {
		t.Fatal(err)
	}
	first.do("Move", func(b *store.Batch) error {
		return b.UpdateAnnotation(marked.ID, func(n *store.Annotation) { n.Anchor = anchor })
	}, func(err error) { first.failed(err) })
	second.look()
	second.mustBeDressed(t, "another window's change")
}
