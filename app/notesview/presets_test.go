package notesview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/app/notes"
	"standpoint/store"
)

// answer types a name into what is asked, and agrees.
func (r room) answer(t *testing.T, name string) {
	t.Helper()
	field := desktest.Find[*control.Field](t, r.Window.Canvas().Overlays().Top())
	field.SetText(name)
	r.Agree(t)
}

func TestChoicesAreKeptUnderANameAndMadeAgain(t *testing.T) {
	r := sample(t)
	support := store.StanceSupport
	wanted := notes.Options{Kind: notes.KindIssues, Language: "de", In: store.ArticleFilter{Stance: &support}}
	r.choices.form.Format = "html"
	r.choices.ask(wanted)
	if !r.Choose("Save as Preset…") {
		t.Fatal("the choices cannot be saved")
	}
	r.answer(t, "  ")
	if len(r.presets.list) != 0 || r.Window.Canvas().Overlays().Top() == nil {
		t.Error("without a name it is saved, or not asked for one again")
	}
	r.answer(t, "For the minister")
	if got := r.presets.pick.Said(); got != "For the minister" {
		t.Errorf("chosen is %q", got)
	}
	r.choices.setKind(notes.KindActors)
	if got := strings.ReplaceAll(r.presets.pick.Said(), "\u00a0", " "); got != "For the minister · changed since" {
		t.Errorf("after another choice chosen is %q", got)
	}
	r.choices.formatChoice.OnChanged("pdf")
	r.choices.setKind(notes.KindIssues)
	if !r.presets.isChanged() {
		t.Error("another format is no change")
	}
	r.presets.pick.Focus()
	r.press(fyne.KeyUp) // none
	if r.presets.chosen != (store.ID{}) || r.choices.asked.Kind != notes.KindIssues {
		t.Error("without a preset something else is chosen")
	}
	r.choices.lift()
	r.press(fyne.KeyDown)
	if got := r.choices.asked; got.Kind != notes.KindIssues || got.In.Stance == nil || got.Language != "de" ||
		r.choices.form.Format != "html" {
		t.Errorf("the preset chooses %+v as %s", got, r.choices.form.Format)
	}
	if r.presets.isChanged() {
		t.Error("what was just chosen is told to be changed")
	}
}

func TestPresetsAreRenamedReplacedAndDeletedAndUndoTakesItBack(t *testing.T) {
	r := sample(t)
	r.Choose("Save as Preset…")
	r.answer(t, "Short")
	r.choices.ask(notes.Options{Detail: notes.DetailShort})
	r.Choose("Save as Preset…")
	r.answer(t, "Short")
	if len(r.presets.list) != 1 || r.presets.isChanged() {
		t.Errorf("there are %d presets, changed: %v", len(r.presets.list), r.presets.isChanged())
	}
	kept := r.presets.list[0].Options
	r.Choose("Rename the Preset…")
	r.answer(t, "In a line")
	if got := r.presets.list[0]; got.Name != "In a line" || got.Options != kept || r.presets.pick.Said() != "In a line" {
		t.Errorf("it is %+v now, shown as %q", got, r.presets.pick.Said())
	}
	if !r.Choose("Delete the Preset") || len(r.presets.list) != 0 || r.presets.pick.Said() != "no preset" {
		t.Error("it is not deleted")
	}
	if r.Choose("Delete the Preset") {
		t.Error("without one there is something to delete")
	}
	if r.Undo(); len(r.presets.list) != 1 || r.presets.pick.Said() != "In a line" {
		t.Errorf("Undo brings back %d, chosen is %q", len(r.presets.list), r.presets.pick.Said())
	}
}

// Picking the preset again that was chosen goes back to what it keeps.
func TestAPresetThatIsPickedAgainMakesItsChoicesAgain(t *testing.T) {
	r := sample(t)
	r.choices.ask(notes.Options{Kind: notes.KindIssues})
	r.Choose("Save as Preset…")
	r.answer(t, "Issues")
	r.choices.setKind(notes.KindActors)
	r.presets.pick.Focus()
	r.press(fyne.KeyReturn)
	r.press(fyne.KeyReturn)
	if r.choices.asked.Kind != notes.KindIssues || r.presets.isChanged() || r.presets.pick.Said() != "Issues" {
		t.Errorf("picked again it chooses %+v, shown as %q", r.choices.asked, r.presets.pick.Said())
	}
}

func TestUndoOfReplacingAPresetShowsThatSomethingElseIsChosen(t *testing.T) {
	r := sample(t)
	r.Choose("Save as Preset…")
	r.answer(t, "Short")
	r.choices.ask(notes.Options{Detail: notes.DetailShort})
	r.Choose("Save as Preset…")
	r.answer(t, "Short")
	if r.Undo(); !r.presets.isChanged() {
		t.Error("the preset keeps all that is recorded again, a line a statement is chosen, and it is shown as if nothing had changed")
	}
}

// A preset that names somebody who was deleted is not half chosen.
func TestAPresetThatNamesWhatIsGoneChoosesNothing(t *testing.T) {
	r := sample(t)
	var actor store.Actor
	r.Write(t, func(b *store.Batch) (err error) {
		actor, err = b.AddActor(store.Actor{Name: "Pell Anders"})
		return err
	})
	r.choices.ask(notes.Options{Kind: notes.KindActors, Actors: []store.ID{actor.ID}})
	r.Choose("Save as Preset…")
	r.answer(t, "Pell")
	key := r.presets.list[0].ID.String()
	r.presets.choose("")
	r.choices.ask(notes.Options{Kind: notes.KindIssues})
	r.Write(t, func(b *store.Batch) error { return b.Delete(store.EntityActor, actor.ID) })
	if r.presets.choose(key); r.choices.asked.Kind != notes.KindIssues || r.presets.chosen != (store.ID{}) {
		t.Errorf("it chooses %+v", r.choices.asked)
	}
	if r.Window.Canvas().Overlays().Top() == nil {
		t.Error("it is not said why")
	}
}

// Keeping choices changes no document: nothing is made anew.
func TestSavingAPresetLeavesTheDocument(t *testing.T) {
	r := sample(t)
	times := 0
	show := r.making.shown
	r.making.shown = func(m made) { times++; show(m) }
	r.Choose("Save as Preset…")
	if r.answer(t, "All"); times != 0 {
		t.Errorf("the document was made %d times", times)
	}
}
