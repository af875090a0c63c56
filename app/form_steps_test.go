package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/inspector"
	"standpoint/app/names"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// savedMention is the form of a saved mention of Norvia.
func (a *App) savedMention(t *testing.T) *inspector.FormPage {
	t.Helper()
	page := a.begin(t, store.KindMention, "Norvia")
	page.Form.Actor = names.Party{Name: "The Republic", New: store.ActorState}
	a.current.(desk.Editor).Save()
	a.articles.Inspector.Show(a.articles.Annotations()[0].ID)
	page, ok := a.articles.Inspector.Form()
	if !ok || page.Form.Annotation == (store.ID{}) {
		t.Fatal("the form of the mention is not open")
	}
	return page
}

// Undo takes back what was done in an open form first: never the action that made
// the annotation.
func TestUndoTakesBackTheStepsInAForm(t *testing.T) {
	a := newHarbour(t)
	page := a.savedMention(t)
	opened := page.Form.Clone()
	i := a.articles.Inspector
	i.AddSpan(a.words(t, "harbour"))
	spread := page.Form.Clone()
	i.JoinSpans()
	joined := page.Form.Clone()
	if len(spread.Spans) != 2 || len(joined.Spans) != 1 {
		t.Fatalf("spans: %v, then %v", spread.Spans, joined.Spans)
	}
	if got := a.undoLabel(); got != "Undo: Change in the form" {
		t.Errorf("the menu says %q", got)
	}
	for _, want := range []form.Form{spread, opened} {
		a.undo()
		if diff := cmp.Diff(want.Spans, page.Form.Spans); diff != "" {
			t.Errorf("after Undo (-want +got):\n%s", diff)
		}
	}
	if i.Dirty || len(i.Drafts) != 0 || a.undoLabel() != "Undo: Add mention" {
		t.Errorf("a form as it was opened: changed %v, %d drafts, %q", i.Dirty, len(i.Drafts), a.undoLabel())
	}
	a.redo()
	a.redo()
	if diff := cmp.Diff(joined.Spans, page.Form.Spans); diff != "" || !i.Dirty {
		t.Errorf("after Redo, changed %v (-want +got):\n%s", i.Dirty, diff)
	}
	if len(a.articles.Annotations()) != 1 {
		t.Error("the mention is gone")
	}
	a.current.(desk.Editor).Save()
	if diff := cmp.Diff(joined.Spans, a.articles.Annotations()[0].Anchor.Spans()); diff != "" {
		t.Errorf("saved (-want +got):\n%s", diff)
	}
}

func TestTypingInOneFieldIsOneStep(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.Speakers.OnChanged(a.PartyItems([]names.Party{{Name: "Mara Ellin", New: store.ActorPerson}}))
	for _, s := range []string{"c", "ch", "check"} {
		page.Note.SetText(s)
	}
	a.Window.Canvas().Focus(nil)
	a.undo()
	if page.Form.Note != "" || len(page.Form.Speakers) != 1 {
		t.Errorf("after one Undo: note %q, %d speakers", page.Form.Note, len(page.Form.Speakers))
	}
	a.undo()
	if len(page.Form.Speakers) != 0 {
		t.Errorf("after two: %d speakers", len(page.Form.Speakers))
	}
	a.redo()
	a.redo()
	if page.Form.Note != "check" || page.Note.Text() != "check" || len(page.Form.Speakers) != 1 {
		t.Errorf("after Redo: note %q, field %q, %d speakers", page.Form.Note, page.Note.Text(), len(page.Form.Speakers))
	}
}

// Undo in a field takes back typing; the step that this was is then none.
func TestTypingThatItsFieldTookBackIsNoStep(t *testing.T) {
	a := newHarbour(t)
	page := a.savedMention(t)
	a.articles.Inspector.AddSpan(a.words(t, "harbour"))
	page.Note.Focus()
	page.Note.Input().TypedRune('x')
	a.undo()
	if page.Form.Note != "" || len(page.Form.Spans) != 2 {
		t.Fatalf("after Undo in the field: %q, %v", page.Form.Note, page.Form.Spans)
	}
	a.undo()
	if len(page.Form.Spans) != 1 {
		t.Errorf("the next Undo leaves %v", page.Form.Spans)
	}
}

// What is filled in is not lost when the annotation is deleted meanwhile.
func TestSavingAFormBringsItsDeletedAnnotationBack(t *testing.T) {
	for _, purged := range []bool{false, true} {
		a := newHarbour(t)
		page := a.savedMention(t)
		id := page.Form.Annotation
		page.Note.SetText("worth keeping")
		a.Do(storetest.Titled("Delete"), func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, id) },
			func(err error) { a.Failed(err) })
		if got, ok := a.articles.Inspector.Form(); !ok || got != page || !page.Problem.Visible() {
			t.Fatal("nothing says that the annotation was deleted")
		}
		if purged {
			if _, err := a.Project.EmptyTrash(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		a.current.(desk.Editor).Save()
		if n := len(a.articles.Annotations()); n != 1 {
			t.Fatalf("purged %v: %d annotations", purged, n)
		}
		saved := a.articles.Annotations()[0]
		if note := a.noteOn(t, saved.ID); note != "worth keeping" || saved.ID == id == purged {
			t.Errorf("purged %v: saved as %v, was %v, with note %q", purged, saved.ID, id, note)
		}
		if diff := cmp.Diff([]text.Span{a.words(t, "Norvia")}, saved.Anchor.Spans()); diff != "" {
			t.Error(diff)
		}
	}
}

func (a *App) noteOn(t *testing.T, id store.ID) string {
	t.Helper()
	note, err := form.OwnNote(t.Context(), a.Project, store.EntityAnnotation, id)
	if err != nil {
		t.Fatal(err)
	}
	return note
}

// What is not saved of a form survives that its annotation is deleted from the text, and Undo of that.
func TestAFilledInFormSurvivesDeletingItsAnnotation(t *testing.T) {
	a := newHarbour(t)
	page := a.savedMention(t)
	page.Note.SetText("worth keeping")
	a.articles.Reader.SetCurrent(page.Form.Annotation)
	a.choose("Delete Annotation")
	if got, ok := a.articles.Inspector.Form(); !ok || got.Form.Note != "worth keeping" || !page.Problem.Visible() {
		t.Fatal("the form is gone, or does not say that its annotation is")
	}
	a.Window.Canvas().Focus(a.articles.Reader.View)
	a.TakeBack((*store.Project).Undo, "%s")
	if page.Form.Note != "worth keeping" || page.Problem.Visible() {
		t.Errorf("after Undo the note is %q", page.Form.Note)
	}
	a.current.(desk.Editor).Save()
	if note := a.noteOn(t, a.articles.Annotations()[0].ID); note != "worth keeping" {
		t.Errorf("saved with note %q", note)
	}
}

// Words are added one after another from the text, and the focus is never in a field that
// is not there any more.
func TestTheFocusAfterStepsInAForm(t *testing.T) {
	a := newHarbour(t)
	page := a.savedMention(t)
	view := a.articles.Reader.View
	for _, words := range []string{"harbour", "Meridian"} {
		view.Select(a.words(t, words))
		a.TypedLetter('+')
		if a.keyboard() != fyne.Focusable(view) {
			t.Fatalf("after + the focus is in %T", a.keyboard())
		}
	}
	page.Note.Focus()
	a.undo()
	if len(page.Form.Spans) != 2 {
		t.Fatalf("after Undo there are %d spans", len(page.Form.Spans))
	}
	if on := a.keyboard(); on != fyne.Focusable(page.Actor.Input()) {
		t.Errorf("after Undo the focus is in %T, and not in the form's first field", on)
	}
	a.redo()
	if len(page.Form.Spans) != 3 {
		t.Errorf("after Redo there are %d spans", len(page.Form.Spans))
	}
}
