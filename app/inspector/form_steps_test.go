package inspector

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// Undo takes back what was done in an open form first: never the action that made
// the annotation.
func TestUndoTakesBackTheStepsInAForm(t *testing.T) {
	a := newSide(t)
	page := a.savedMention(t)
	opened := page.form.Clone()
	i := a.Inspector
	i.AddSpan(a.words(t, "harbour"))
	spread := page.form.Clone()
	i.JoinSpans()
	joined := page.form.Clone()
	if len(spread.Spans) != 2 || len(joined.Spans) != 1 {
		t.Fatalf("spans: %v, then %v", spread.Spans, joined.Spans)
	}
	if got := a.undoes(); got != "Change in the Form" {
		t.Errorf("Undo takes back %q", got)
	}
	for _, want := range []form.Form{spread, opened} {
		a.undo(t)
		if diff := cmp.Diff(want.Spans, page.form.Spans); diff != "" {
			t.Errorf("after Undo (-want +got):\n%s", diff)
		}
	}
	if i.dirty || len(i.drafts.forms) != 0 || a.undoes() != "Add mention" {
		t.Errorf("a form as it was opened: changed %v, %d drafts, %q", i.dirty, len(i.drafts.forms), a.undoes())
	}
	a.redo(t)
	a.redo(t)
	if diff := cmp.Diff(joined.Spans, page.form.Spans); diff != "" || !i.dirty {
		t.Errorf("after Redo, changed %v (-want +got):\n%s", i.dirty, diff)
	}
	if len(a.text.annotations) != 1 {
		t.Error("the mention is gone")
	}
	a.Save()
	if diff := cmp.Diff(joined.Spans, a.text.annotations[0].Anchor.Spans()); diff != "" {
		t.Errorf("saved (-want +got):\n%s", diff)
	}
}

func TestTypingInOneFieldIsOneStep(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	two := []names.Party{{Name: "Mara Ellin", New: store.ActorPerson}, {Name: "Norvia", New: store.ActorState}}
	page.statement().speakers.OnChanged(a.PartyItems(two))
	for _, s := range []string{"c", "ch", "check"} {
		page.note.SetText(s)
	}
	a.Window.Canvas().Focus(nil)
	a.undo(t)
	if page.form.Note != "" || len(page.form.Speakers) != 2 || page.form.IsGuessed(form.GuessSpeakers) {
		t.Errorf("after one Undo: note %q, %d speakers", page.form.Note, len(page.form.Speakers))
	}
	a.undo(t)
	if len(page.form.Speakers) != 1 || !page.form.IsGuessed(form.GuessSpeakers) {
		t.Errorf("after two, when one is guessed: %d speakers", len(page.form.Speakers))
	}
	a.redo(t)
	a.redo(t)
	if page.form.Note != "check" || page.note.Text() != "check" || len(page.form.Speakers) != 2 {
		t.Errorf("after Redo: note %q, field %q, %d speakers", page.form.Note, page.note.Text(), len(page.form.Speakers))
	}
}

// Undo in a field takes back typing; the step that this was is then none.
func TestTypingThatItsFieldTookBackIsNoStep(t *testing.T) {
	a := newSide(t)
	page := a.savedMention(t)
	a.AddSpan(a.words(t, "harbour"))
	page.note.Focus()
	page.note.Input().TypedRune('x')
	a.undo(t)
	if page.form.Note != "" || len(page.form.Spans) != 2 {
		t.Fatalf("after Undo in the field: %q, %v", page.form.Note, page.form.Spans)
	}
	a.undo(t)
	if len(page.form.Spans) != 1 {
		t.Errorf("the next Undo leaves %v", page.form.Spans)
	}
}

// What is filled in is not lost when the annotation is deleted meanwhile.
func TestSavingAFormBringsItsDeletedAnnotationBack(t *testing.T) {
	for _, purged := range []bool{false, true} {
		a := newSide(t)
		page := a.savedMention(t)
		id := page.form.Annotation
		page.note.SetText("worth keeping")
		a.Do(storetest.Titled("Delete"), func(b *store.Batch) error {
			return b.Delete(store.EntityAnnotation, id)
		}, func(err error) { a.Failed(err) })
		if got, ok := a.form(); !ok || got != page || !page.problem.Visible() {
			t.Fatal("nothing says that the annotation was deleted")
		}
		if purged {
			if _, err := a.Project.EmptyTrash(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		a.Save()
		if n := len(a.text.annotations); n != 1 {
			t.Fatalf("purged %v: %d annotations", purged, n)
		}
		saved := a.text.annotations[0]
		if note := a.noteOn(t, saved.ID); note != "worth keeping" || saved.ID == id == purged {
			t.Errorf("purged %v: saved as %v, was %v, with note %q", purged, saved.ID, id, note)
		}
		if diff := cmp.Diff([]text.Span{a.words(t, "Norvia")}, saved.Anchor.Spans()); diff != "" {
			t.Error(diff)
		}
	}
}

// What is not saved of a form survives that its annotation is deleted from the text, and Undo of that.
func TestAFilledInFormSurvivesDeletingItsAnnotation(t *testing.T) {
	a := newSide(t)
	page := a.savedMention(t)
	page.note.SetText("worth keeping")
	a.Delete(page.form.Annotation)
	if got, ok := a.form(); !ok || got.form.Note != "worth keeping" || !page.problem.Visible() {
		t.Fatal("the form is gone, or does not say that its annotation is")
	}
	a.text.Focus()
	a.Desk.Undo()
	if page.form.Note != "worth keeping" || page.problem.Visible() {
		t.Errorf("after Undo the note is %q", page.form.Note)
	}
	a.Save()
	if note := a.noteOn(t, a.text.annotations[0].ID); note != "worth keeping" {
		t.Errorf("saved with note %q", note)
	}
}

// Words are added one after another from the text, and the focus is never in a field that
// is not there any more.
func TestTheFocusAfterStepsInAForm(t *testing.T) {
	a := newSide(t)
	page := a.savedMention(t)
	for _, words := range []string{"harbour", "Meridian"} {
		a.AddSpan(a.words(t, words))
		if !a.text.HasFocus() {
			t.Fatalf("after + the focus is in %T", a.keyboard())
		}
	}
	page.note.Focus()
	a.undo(t)
	if len(page.form.Spans) != 2 {
		t.Fatalf("after Undo there are %d spans", len(page.form.Spans))
	}
	if on := a.keyboard(); on != fyne.Focusable(page.mention().actor.Input()) {
		t.Errorf("after Undo the focus is in %T, and not in the form's first field", on)
	}
	a.redo(t)
	if len(page.form.Spans) != 3 {
		t.Errorf("after Redo there are %d spans", len(page.form.Spans))
	}
}

// savedMention is the form of a saved mention of Norvia.
func (a *side) savedMention(t *testing.T) *formPage {
	t.Helper()
	page := a.begin(t, store.KindMention, "Norvia")
	page.form.Actor = names.Party{Name: "The Republic", New: store.ActorState}
	a.Save()
	a.Inspector.Show(a.text.annotations[0].ID)
	page, ok := a.form()
	if !ok || page.form.Annotation == (store.ID{}) {
		t.Fatal("the form of the mention is not open")
	}
	return page
}
