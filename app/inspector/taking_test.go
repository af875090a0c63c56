package inspector

import (
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/store"
)

// fetch selects words while a field has the keyboard, as the text tells it.
func (s *side) fetch(t *testing.T, field interface{ Focus() }, words string) {
	t.Helper()
	field.Focus()
	before := s.keyboard()
	s.text.Focus()
	if !s.Take(before, s.words(t, words)) {
		t.Fatalf("%q fill nothing", words)
	}
	if s.keyboard() != before {
		t.Errorf("after %q the keyboard is in %T", words, s.keyboard())
	}
}

func TestSelectedWordsFillTheFieldThatHadTheKeyboard(t *testing.T) {
	a := newSide(t)
	a.mention(t, "Mara Ellin")
	page := a.begin(t, store.KindStatement, "Norvia opposed foreign observers")
	fields := page.statement()
	a.fetch(t, fields.speakers, "an unnamed source")
	if got := page.form.Speakers; len(got) != 1 || got[0] != (names.Party{Name: "an unnamed source", Words: true}) {
		t.Errorf("in place of the guess the speakers are %+v", got)
	}
	a.fetch(t, fields.speakers, "Mara Ellin")
	if got := page.form.Speakers; len(got) != 2 || got[1].Actor != a.Names.Called("Mara Ellin").ID {
		t.Errorf("with somebody who is known they are %+v", got)
	}
	page.form.Carriers = nil
	page.rebuild()
	fields = page.statement()
	a.fetch(t, fields.carriers, "Meridian")
	if got := page.form.Carriers; len(got) != 1 || got[0].Name != "Meridian" || got[0].New == "" {
		t.Errorf("a new name is %+v", got)
	}
	a.fetch(t, fields.cue, "told")
	if page.form.Cue != "told" || page.form.CueAt != a.words(t, "told") || page.form.IsGuessed(form.GuessCue) {
		t.Errorf("the verb is %q at %v", page.form.Cue, page.form.CueAt)
	}
	a.fetch(t, fields.positions[0].target, "foreign observers")
	if got := fields.positions[0].target; got.Pending() != "foreign observers" || !got.Unfolded() {
		t.Errorf("what it is about is %q, unfolded %v", got.Pending(), got.Unfolded())
	}
	fields.positions[0].target.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	a.fetch(t, fields.positions[0].condition, "for how long")
	a.fetch(t, fields.positions[0].condition, "reporters")
	if got := page.form.Positions[0]; got.Target.Name != "foreign observers" || got.Condition != "for how long reporters" {
		t.Errorf("the position is %+v", got)
	}
	a.fetch(t, page.note, "trade minister")
	if page.form.Note != "trade minister" {
		t.Errorf("the note is %q", page.form.Note)
	}
	a.Save()
	if rows := a.statements(t); len(rows) != 1 || len(rows[0].Speakers) != 2 {
		t.Errorf("saved are %+v", rows)
	}
}

// The keyboard does the same: a key in the text fills the field that was left for it.
func TestAKeyFillsTheFieldThatWasLeftForTheText(t *testing.T) {
	a := newSide(t)
	if a.CanTake() {
		t.Error("without a form there is a field to fill")
	}
	page := a.begin(t, store.KindStatement, "Norvia opposed foreign observers")
	page.note.Focus()
	a.text.Focus()
	if !a.CanTake() {
		t.Fatal("there is no field to fill")
	}
	a.TakeSelection(a.words(t, "told reporters"))
	if page.form.Note != "told reporters" || a.keyboard() != fyne.Focusable(page.note.Input()) {
		t.Errorf("the note is %q, the keyboard in %T", page.form.Note, a.keyboard())
	}
}

func TestWordsThatWereSelectedForAnotherFieldFillNothing(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindHighlight, "Meridian")
	if a.Take(a.text.keyboard, a.words(t, "Norvia")) || a.Take(nil, a.words(t, "Norvia")) {
		t.Error("a field that is not the form's was filled")
	}
	if page.form.Note != "" || len(page.form.Tags) != 0 {
		t.Errorf("the form is %+v", page.form)
	}
}
